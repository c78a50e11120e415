"""What is kept cannot be changed behind the program's back, and `examine` sees what was."""

from __future__ import annotations

import contextlib
import sqlite3
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.dossier import Dossier, DossierDamaged, DossierError, DossierReadOnly, Edge, examine
from models.dossier.form.schema import GUARDED
from models.dossier.rows import draft_rows
from models.dossier.rows.draft_rows import Prepared
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.agreed import agreed_words
from models.proposals.proposal import Edit as ProposedEdit
from models.proposals.proposal import Place, Point, Proposal, keyed
from models.reading.reading import Origin, Reading


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A dossier with a row in every table."""
    path = tmp_path / "a.adref"
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),))
    with Dossier.create(path) as dossier:
        first = dossier.keep(Reading(draft, origins=(Origin("word/document.xml", 0),), package=b"PK"), label="one")
        second = dossier.keep(draft, label="two", parents=[first.id], edges={first.id: [Edge(0, 0, "same")]})
        edit = ProposedEdit(Point(0, 11), Point(0, 15), "meet", (Paragraph(Kind.TEXT, (Run("part"),)),))
        wish = Proposal("reword", "Jones", Place("", 0, 1, 11, 15, "meet"), (edit,), ("2026-11-24T00:00:00Z",))
        placed = keyed([wish], first.id)
        dossier.keep_proposals(placed, data=b"PK returned", file_name="a.docx", node=first.id)
        dossier.place_proposals([replace(placed[0], place=replace(wish.place, draft=second.id))], by="engine")
        dossier.map_author("Jones", dossier.add_delegation("A").key)
        dossier.agree([agreed_words(draft.paragraphs[0])])
    return path


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@pytest.mark.parametrize("table", GUARDED)
def test_no_row_is_changed_or_taken(full: Path, table: str) -> None:
    db = raw(full)
    column = db.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
    assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            db.execute(statement)
    db.close()


def test_a_kept_text_never_grows_and_parents_do_not_come_later(full: Path) -> None:
    db = raw(full)
    with pytest.raises(sqlite3.IntegrityError, match="never grows"):
        db.execute("INSERT INTO content_paragraphs VALUES (1, 1, 1)")
    with pytest.raises(sqlite3.IntegrityError, match="earlier ones"):
        db.execute("INSERT INTO parents VALUES (1, 0, 2)")
    with pytest.raises(sqlite3.IntegrityError, match="no further parents"):
        db.execute("INSERT INTO parents VALUES (2, 1, 1)")
    db.close()


KEYS = {
    "paragraphs": ("id", "hash"),
    "contents": ("id", "hash"),
    "content_paragraphs": ("content, position",),
    "nodes": ("id", "hash"),
    "parents": ("node, position",),
    "facts": ("id", "node, name, at, who, value"),
    "edge_sets": ("id", "parent, child, source, who, at"),
    "edges": ("edge_set, old, new",),
    "blobs": ("rowid", "hash"),
    "originals": ("node",),
    "origins": ("node, position",),
    "keepings": ("node",),
    "delegations": ("id", "key"),
    "delegation_facts": ("id", "delegation, name, at, who, value"),
    "authors": ("id", "author, delegation, at, who"),
    "returned_files": ("id", "blob, node, said, at, who"),
    "proposals": ("id", "key"),
    "proposal_sources": ("proposal, blob",),
    "proposal_placements": ("id", "proposal, node, at, who"),
    "proposal_states": ("id", "proposal, state, at, who"),
    "agreements": ("id",),
}
# Another value for every column, of the type it has and within what it may be.
OTHER = {"source": "editor", "kind": "moved", "form": "text", "hash": "other", "node": 2, "parent": 1, "child": 1,
         "said": "taken back", "state": "accepted", "agreed": 0}  # fmt: skip


def rows(db: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    """All rows, with the hidden number of those that have one."""
    hidden = "rowid, " if table == "blobs" else ""
    found = db.execute(f"SELECT {hidden}* FROM {table}")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def another(column: str, value: object) -> object:
    if isinstance(value, bytes):
        return value + b"x"
    return OTHER.get(column, 77 if isinstance(value, int | float) else f"{value}x")


def test_every_kept_table_has_its_keys() -> None:
    assert set(KEYS) == set(GUARDED)


@pytest.mark.parametrize(("table", "key"), [(table, key) for table in KEYS for key in KEYS[table]])
@pytest.mark.parametrize("manner", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
def test_no_row_takes_the_place_of_another(full: Path, table: str, key: str, manner: str) -> None:
    db = raw(full)  # as any program opens it: recursive triggers off, foreign keys not looked at
    before = rows(db, table)
    for row in before:
        own = key.split(", ")
        forged = {name: value if name in own else another(name, value) for name, value in row.items()}
        # A number of its own unless that is the key: only the key that is tried may be there already.
        given = {name: value for name, value in forged.items() if name in own or name not in ("id", "rowid")}
        statement = f"{manner} INTO {table} ({', '.join(given)}) VALUES ({', '.join('?' * len(given))})"
        with contextlib.suppress(sqlite3.IntegrityError):
            db.execute(statement, list(given.values()))
    assert rows(db, table) == before
    db.close()
    assert examine(full) == ()


def test_the_test_before_would_see_a_row_replaced(full: Path) -> None:
    db = raw(full)
    for key in ("id", "hash"):
        db.execute(f"DROP TRIGGER paragraphs_one_by_{key}")
    before = rows(db, "paragraphs")
    db.execute("INSERT OR REPLACE INTO paragraphs (hash, value) VALUES (?, 'x')", [before[0]["hash"]])
    assert rows(db, "paragraphs") != before
    db.close()
    assert any("paragraphs_one_by_hash" in sentence for sentence in examine(full))


def test_values_of_another_type_are_refused(full: Path) -> None:
    db = raw(full)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO contents (hash, paragraphs, footnotes) VALUES ('h', 'many', '[]')")
    db.close()


def test_a_sound_dossier(full: Path) -> None:
    before = full.read_bytes()
    assert examine(full) == ()
    assert full.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "change", "finding"),
    [
        ("paragraphs", "UPDATE paragraphs SET value = replace(value, 'meet', 'part')", "paragraph was changed"),
        ("contents", 'UPDATE contents SET footnotes = \'[{"id":1,"mark":"1","runs":[]}]\'', "is not the one"),
        ("contents", "UPDATE contents SET paragraphs = 1000000", "is not the one"),
        ("blobs", "UPDATE blobs SET bytes = x'00'", "original file"),
        ("parents", "DELETE FROM parents", "parents it was kept with"),
        ("edges", "UPDATE edges SET new = 7", "paragraphs that are not there"),
        ("edges", "UPDATE edges SET length = 1000000000", "speaks of more than any text has"),
        ("origins", "UPDATE origins SET length = 1000000000", "speaks of more than any text has"),
        ("facts", "UPDATE facts SET value = '{'", "cannot be read"),
        ("proposals", "UPDATE proposals SET value = replace(value, 'part', 'stay')", "The proposal"),
        ("proposals", "UPDATE proposals SET node = 2", "The proposal"),
        ("delegation_facts", "UPDATE delegation_facts SET value = '{'", "delegation, a file or a proposal"),
    ],
)
def test_what_was_changed_by_force_is_found(full: Path, table: str, change: str, finding: str) -> None:
    db = raw(full)
    for event in ("update", "delete"):
        db.execute(f"DROP TRIGGER {table}_no_{event}")
    db.execute(change)
    db.close()
    findings = examine(full)
    assert any(finding in sentence for sentence in findings), findings
    assert any(f"{table}_no_update" in sentence for sentence in findings)


@pytest.mark.parametrize("said", [1, 1_000_000])
def test_a_text_of_more_paragraphs_than_it_was_kept_with_is_refused_before_they_are_read(full: Path, said: int) -> None:
    with Dossier.open(full) as dossier:
        node = dossier.nodes()[0].id
    db = raw(full)
    for guard in ("contents_no_update", "content_paragraphs_full"):
        db.execute(f"DROP TRIGGER {guard}")
    db.execute(
        "INSERT INTO content_paragraphs WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 9000) "
        "SELECT 1, i, 1 FROM n"
    )
    db.execute("UPDATE contents SET paragraphs = ?", [said])
    db.close()
    with Dossier.open(full, read_only=True) as dossier:
        tracemalloc.start()
        try:
            with pytest.raises(DossierDamaged):
                dossier.draft(node)
            assert tracemalloc.get_traced_memory()[1] < 500_000
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("origins", lambda dossier, one, _two: dossier.origins(one)),
        ("edges", lambda dossier, one, two: dossier.known_between(one, two)),
        ("edges", lambda dossier, _one, _two: dossier.timeline()),
    ],
)
def test_runs_of_more_paragraphs_than_any_text_has_are_refused(
    full: Path, table: str, asked: Callable[[Dossier, str, str], object]
) -> None:
    with Dossier.open(full) as dossier:
        one, two = (node.id for node in dossier.nodes())
        dossier.pair(one, two, [(0, 0)])
    db = raw(full)
    db.execute(f"DROP TRIGGER {table}_no_update")
    db.execute(f"UPDATE {table} SET length = 300000")
    db.close()
    with Dossier.open(full, read_only=True) as dossier, pytest.raises(DossierDamaged):
        asked(dossier, one, two)


@pytest.mark.parametrize(
    ("table", "below_none"),
    [
        ("origins", "SELECT node, position + 1, -length, part, element FROM origins"),
        ("edges", "SELECT edge_set, old + 1, new, -length, kind, confidence FROM edges"),
    ],
)
def test_a_run_of_less_than_nothing_makes_no_endless_one_shorter(full: Path, table: str, below_none: str) -> None:
    with Dossier.open(full) as dossier:
        one, two = (node.id for node in dossier.nodes())
    db = raw(full)
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, 'CHECK (length > 0)', '') WHERE name = ?", [table])
    db.close()
    db = raw(full)
    db.execute(f"DROP TRIGGER {table}_no_update")
    db.execute(f"UPDATE {table} SET length = 300000")
    db.execute(f"INSERT INTO {table} {below_none}")
    db.close()
    assert any("speaks of more than any text has" in sentence for sentence in examine(full))
    with Dossier.open(full, read_only=True) as dossier, pytest.raises(DossierDamaged):
        dossier.origins(one) if table == "origins" else dossier.known_between(one, two)


def test_no_text_is_kept_that_would_not_be_read_again(full: Path) -> None:
    paragraph = Paragraph(Kind.TEXT, (Run("a"),))
    with Dossier.open(full) as dossier:
        before = dossier.nodes()
        with pytest.raises(DossierError, match="more paragraphs than a dossier keeps; keep it in parts"):
            dossier.keep(Draft((paragraph,) * 200_001), label="too much")
        assert dossier.nodes() == before


@pytest.mark.parametrize("limit", ["MOST_PARAGRAPHS", "MOST_LETTERS"])
def test_a_text_is_kept_and_read_again_up_to_the_limit(full: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    paragraph = Paragraph(Kind.TEXT, (Run("决定”"),))
    ((_, value),) = Prepared.of(Draft((paragraph,))).paragraphs
    one = len(value) if limit == "MOST_LETTERS" else 1
    monkeypatch.setattr(draft_rows, limit, 5 * one)
    with Dossier.open(full) as dossier:
        kept = dossier.keep(Draft((paragraph,) * 5), label="as much as may be")
        assert len(dossier.draft(kept.id).paragraphs) == 5
        with pytest.raises(DossierError, match="than a dossier keeps; keep it in parts"):
            dossier.keep(Draft((paragraph,) * 6), label="too much")
        assert dossier.nodes()[-1] == kept
    monkeypatch.setattr(draft_rows, limit, 5 * one - 1)
    with Dossier.open(full) as dossier, pytest.raises(DossierDamaged):
        dossier.draft(kept.id)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("INSERT INTO working_paragraphs VALUES (1, x'00000001', '{')", "working text 1"),
        ("INSERT INTO working_paragraphs VALUES (1, x'00000063', NULL)", "working text 1"),
        ("INSERT INTO working_notes VALUES (1, 9, NULL)", "working text 1"),
        ("UPDATE working_texts SET selection = '[1]'", "working text 1"),
        ("INSERT INTO paragraph_words (paragraph_words) VALUES ('delete-all')", "index of words"),
    ],
)
def test_a_working_text_or_an_index_that_makes_no_sense_is_found(full: Path, change: str, finding: str) -> None:
    with Dossier.open(full) as dossier:
        dossier.begin_working(dossier.nodes()[0].id)
    assert examine(full) == ()
    db = raw(full)
    db.execute(change)
    db.close()
    assert any(finding in sentence for sentence in examine(full)), examine(full)
    with Dossier.open(full) as dossier, contextlib.suppress(DossierDamaged):
        dossier.recover(1)


def test_a_row_that_refers_to_nothing_is_named_and_the_dossier_does_not_open(full: Path) -> None:
    db = raw(full)
    db.execute("INSERT INTO edges VALUES (99, 0, 0, 1, 'same', 1.0)")
    db.execute("INSERT INTO facts (node, name, value, who, at) VALUES (77, 'label', '\"x\"', '', '2026')")
    db.close()
    assert sum("that is not there" in sentence for sentence in examine(full)) == 2
    for read_only in (False, True):
        with pytest.raises(DossierDamaged):
            Dossier.open(full, read_only=read_only)


def test_an_index_of_something_else_is_found(full: Path) -> None:
    """What the look at opening passes over: `examine` looks every row up in every index."""
    _redefine_index(full, "(content)", "(parents)")
    db = raw(full)
    db.execute("REINDEX nodes_by_content")
    db.close()
    _redefine_index(full, "(parents)", "(content)")
    Dossier.open(full).close()
    assert any("nodes_by_content" in sentence for sentence in examine(full))


def _redefine_index(path: Path, old: str, new: str) -> None:
    db = raw(path)
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'nodes_by_content'", [old, new])
    db.close()


def test_a_trigger_that_is_not_ours_is_told(full: Path) -> None:
    assert examine(full) == ()
    db = raw(full)
    db.execute("CREATE TRIGGER more AFTER INSERT ON facts BEGIN INSERT INTO properties VALUES ('x', 'y'); END")
    db.close()
    assert examine(full) == ("The file does more, when it is written, than Adref has it do: more.",)
    # Nothing is written, so it does not run.
    before = full.read_bytes()
    with pytest.raises(DossierReadOnly, match="can only be read"):
        Dossier.open(full)
    with Dossier.open(full, read_only=True) as dossier:
        assert dossier.has_foreign_triggers
        assert dossier.nodes()
    assert full.read_bytes() == before


def test_a_guard_with_other_words_is_not_run(full: Path) -> None:
    db = raw(full)
    (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'facts_no_update'").fetchone()
    for more in ("DELETE FROM properties; ", ""):
        db.execute("DROP TRIGGER facts_no_update")
        db.execute(sql.replace("BEGIN ", f"BEGIN\n {more}"))
        with pytest.raises(DossierReadOnly) if more else contextlib.nullcontext():
            Dossier.open(full).close()
    db.close()


def test_a_table_renamed_and_back_has_no_other_guards(full: Path) -> None:
    # SQLite writes the name of the table anew in each of its triggers.
    db = raw(full)
    for table in GUARDED:
        db.execute(f"ALTER TABLE {table} RENAME TO other")
        db.execute(f"ALTER TABLE other RENAME TO {table}")
    assert db.execute(
        "SELECT sql LIKE '% ON \"facts\" %' FROM sqlite_master WHERE name = 'facts_no_update'"
    ).fetchone()[0]
    db.close()
    with Dossier.open(full) as dossier:
        assert not dossier.read_only
