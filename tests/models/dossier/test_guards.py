"""What is kept cannot be changed behind the program's back, and `examine` sees what was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from models.dossier import Dossier, Edge, examine
from models.dossier.schema import GUARDED
from models.draft import Draft, Kind, Paragraph, Run
from models.reading.reading import Origin, Reading


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A dossier with a row in every table."""
    path = tmp_path / "a.adref"
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),))
    with Dossier.create(path) as dossier:
        first = dossier.keep(Reading(draft, origins=(Origin("word/document.xml", 0),), package=b"PK"), label="one")
        dossier.keep(draft, label="two", parents=[first.id], edges={first.id: [Edge(0, 0, "same")]})
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
        ("blobs", "UPDATE blobs SET bytes = x'00'", "original file"),
        ("parents", "DELETE FROM parents", "parents it was kept with"),
        ("edges", "UPDATE edges SET new = 7", "paragraphs that are not there"),
        ("facts", "UPDATE facts SET value = '{'", "cannot be read"),
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
