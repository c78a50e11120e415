"""The form of a dossier file: its tables, its guards, and the steps that bring an older file up to date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from models.dossier.form import agreements, own_words, proposal_tables

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x41647266
"""“Adrf”, at byte 68 of the file."""

VERSION = 8
"""The form this version of Adref writes, as `user_version` at byte 60."""

_FIRST = (
    "CREATE TABLE properties (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Paragraphs are stored once by hash, so twenty drafts of a text are little more than one.
    "CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, value TEXT NOT NULL) STRICT",
    """CREATE TABLE contents (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, paragraphs INTEGER NOT NULL, footnotes TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE content_paragraphs (
        content INTEGER NOT NULL REFERENCES contents, position INTEGER NOT NULL,
        paragraph INTEGER NOT NULL REFERENCES paragraphs,
        PRIMARY KEY (content, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE nodes (
        id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE,
        content INTEGER NOT NULL REFERENCES contents, parents INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX nodes_by_content ON nodes (content)",
    """CREATE TABLE parents (
        node INTEGER NOT NULL REFERENCES nodes, position INTEGER NOT NULL, parent INTEGER NOT NULL REFERENCES nodes,
        PRIMARY KEY (node, position)
    ) STRICT, WITHOUT ROWID""",
    # Facts are only ever added; of each name the latest counts.
    """CREATE TABLE facts (
        id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES nodes, name TEXT NOT NULL, value TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (node, name, at, who, value)
    ) STRICT""",
    # One set holds what one act said about two drafts; the two need not be parent and child when made by hand.
    """CREATE TABLE edge_sets (
        id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES nodes, child INTEGER NOT NULL REFERENCES nodes,
        source TEXT NOT NULL CHECK (source IN ('engine', 'editor', 'hand')), who TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE (parent, child, source, who, at)
    ) STRICT""",
    "CREATE INDEX edge_sets_by_child ON edge_sets (child)",
    # (parent, old) -> (child, new) for `length` paragraphs on end; "apart" takes a pair back.
    """CREATE TABLE edges (
        edge_set INTEGER NOT NULL REFERENCES edge_sets, old INTEGER NOT NULL, new INTEGER NOT NULL,
        length INTEGER NOT NULL CHECK (length > 0),
        kind TEXT NOT NULL CHECK (kind IN ('same', 'reworded', 'moved', 'split', 'merged', 'apart')),
        confidence REAL NOT NULL,
        PRIMARY KEY (edge_set, old, new)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    """CREATE TABLE originals (
        node INTEGER PRIMARY KEY REFERENCES nodes, blob TEXT NOT NULL REFERENCES blobs, revisions TEXT NOT NULL,
        form TEXT NOT NULL CHECK (form IN ('word', 'text'))
    ) STRICT""",
    # Paragraph `position` came from element `element` of `part`, and so on for `length` of both.
    """CREATE TABLE origins (
        node INTEGER NOT NULL REFERENCES originals, position INTEGER NOT NULL,
        length INTEGER NOT NULL CHECK (length > 0), part TEXT NOT NULL, element INTEGER NOT NULL,
        PRIMARY KEY (node, position)
    ) STRICT, WITHOUT ROWID""",
    # Can be thrown away and made again at any time.
    """CREATE TABLE summaries (
        parent INTEGER NOT NULL REFERENCES nodes, child INTEGER NOT NULL REFERENCES nodes,
        made_by TEXT NOT NULL, line TEXT NOT NULL,
        PRIMARY KEY (parent, child)
    ) STRICT, WITHOUT ROWID""",
)

_SECOND = (
    # When a draft was first kept here, and by whom.
    """CREATE TABLE keepings (
        node INTEGER PRIMARY KEY REFERENCES nodes, at TEXT NOT NULL, who TEXT NOT NULL
    ) STRICT""",
    # A working text and what of it differs from the draft it is written on: these rows come and go. `parent` is NULL
    # where it stands on nothing; `holder` names the window that writes it, `seen` when that window last said so.
    """CREATE TABLE working_texts (
        id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER REFERENCES nodes, who TEXT NOT NULL,
        begun TEXT NOT NULL, written TEXT NOT NULL, selection TEXT NOT NULL DEFAULT '[[0,0],[0,0]]',
        holder TEXT, host TEXT NOT NULL DEFAULT '', seen TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE UNIQUE INDEX working_texts_one_each ON working_texts (coalesce(parent, 0), who)",
    # Paragraph i of the draft it stands on has the rank i + 1 in four bytes; NULL: it is taken away.
    """CREATE TABLE working_paragraphs (
        working INTEGER NOT NULL REFERENCES working_texts, rank BLOB NOT NULL, value TEXT,
        PRIMARY KEY (working, rank)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE working_notes (
        working INTEGER NOT NULL REFERENCES working_texts, note INTEGER NOT NULL, value TEXT,
        PRIMARY KEY (working, note)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX content_paragraphs_by_paragraph ON content_paragraphs (paragraph)",
)

KEEPINGS_GUESSED = """
    SELECT node, min(at) AS at, who FROM (
        SELECT node, at, who FROM facts UNION ALL SELECT child, at, who FROM edge_sets WHERE source <> 'hand'
    ) GROUP BY node"""
"""When and by whom the drafts of an older file were kept: what was said first about each tells."""

GUARDED = (
    "paragraphs", "contents", "content_paragraphs", "nodes", "parents", "facts",
    "edge_sets", "edges", "blobs", "originals", "origins", "keepings", *proposal_tables.GUARDED,
    *agreements.GUARDED,
)  # fmt: skip
"""Tables to which rows are added and never taken or changed."""

# What tells a row of each table from all others. `INSERT OR REPLACE` takes the place of a row that has any of these,
# and the trigger on DELETE does not hear of it. A table WITHOUT ROWID has its key alone; `blobs` has a hidden one too.
_KEYS = (
    ("paragraphs", "id"), ("paragraphs", "hash"),
    ("contents", "id"), ("contents", "hash"),
    ("content_paragraphs", "content, position"),
    ("nodes", "id"), ("nodes", "hash"),
    ("parents", "node, position"),
    ("facts", "id"), ("facts", "node, name, at, who, value"),
    ("edge_sets", "id"), ("edge_sets", "parent, child, source, who, at"),
    ("edges", "edge_set, old, new"),
    ("blobs", "rowid"), ("blobs", "hash"),
    ("originals", "node"),
    ("origins", "node, position"),
    ("keepings", "node"),
    *proposal_tables.KEYS,
    *agreements.KEYS,
)  # fmt: skip

# A paragraph that is kept already and a word that was said already are not stored again, and that is no trouble.
_AGAIN = {("paragraphs", "hash"), ("facts", "node, name, at, who, value")}

_SINCE = {"keepings": 2} | dict.fromkeys(proposal_tables.GUARDED, 3) | dict.fromkeys(agreements.GUARDED, 8)
"""The form in which a table came; the others are as old as the dossier."""


def guards(version: int = VERSION) -> tuple[str, ...]:
    """The triggers that keep what is kept in a file of some form; sqlite-utils' `transform` drops them."""
    return tuple(statement for table in GUARDED if _SINCE.get(table, 1) <= version for statement in _guards_of(table))


def foreign_triggers(db: Database) -> bool:
    """Whether a file has other triggers than the guards, which run whenever it is written."""
    known = {_letters(statement) for statement in guards()}
    there = db.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return any(_letters(sql) not in known for (sql,) in there)


def _letters(statement: str) -> str:
    """A statement whatever white stands in it, and without the quotes around names that SQLite sets as it renames."""
    return " ".join(re.sub(r'"(\w+)"', r"\1", statement).split())


def _guards_of(table: str) -> tuple[str, ...]:
    refusals = tuple(
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'what is kept never changes'); END"
        for event in ("UPDATE", "DELETE")
    )
    return (*refusals, *(_one_row_a_key(table, key) for own, key in _KEYS if own == table), *_FULL.get(table, ()))


_FULL = {
    "content_paragraphs": (
        """CREATE TRIGGER content_paragraphs_full BEFORE INSERT ON content_paragraphs
           WHEN NEW.position NOT BETWEEN 0 AND (SELECT paragraphs - 1 FROM contents WHERE id = NEW.content)
           BEGIN SELECT RAISE(ABORT, 'a kept text never grows'); END""",
    ),
    "parents": (
        """CREATE TRIGGER parents_full BEFORE INSERT ON parents
           WHEN NEW.position NOT BETWEEN 0 AND (SELECT parents - 1 FROM nodes WHERE id = NEW.node)
           BEGIN SELECT RAISE(ABORT, 'a kept draft gets no further parents'); END""",
        """CREATE TRIGGER parents_before BEFORE INSERT ON parents WHEN NEW.parent >= NEW.node
           BEGIN SELECT RAISE(ABORT, 'a draft descends from earlier ones'); END""",
    ),
}


def _one_row_a_key(table: str, key: str) -> str:
    """A row that is there is not replaced: the second is passed over where that is no trouble, else refused."""
    columns = key.split(", ")
    same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
    answer = "IGNORE" if (table, key) in _AGAIN else "ABORT, 'what is kept never changes'"
    return (
        f"CREATE TRIGGER {table}_one_by_{'_'.join(columns)} BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN SELECT RAISE({answer}); END"
    )


def _add_guarded(db: Database, statements: Iterable[str], guarded: Iterable[str]) -> None:
    """Make further tables, and the triggers of those that are guarded."""
    for statement in (*statements, *(one for table in guarded for one in _guards_of(table))):
        db.execute(statement)


def first_form(db: Database) -> None:
    """Drafts, facts, lineage, originals."""
    for statement in (*_FIRST, *guards(1)):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def second_form(db: Database) -> None:
    """Working texts, when each draft was kept, and an index of words."""
    from models.dossier.search.search_index import index_all, index_tables

    for statement in (*_SECOND, *_guards_of("keepings"), *index_tables()):
        db.execute(statement)
    db.execute(f"INSERT INTO keepings {KEEPINGS_GUESSED}")
    index_all(db)
    db.execute("PRAGMA user_version = 2")


def third_form(db: Database) -> None:
    """Delegations, authors, returned files, proposals."""
    _add_guarded(db, proposal_tables.TABLES, proposal_tables.GUARDED)
    db.execute("PRAGMA user_version = 3")


def fourth_form(db: Database) -> None:
    """Words of the dossier's own, for its spelling."""
    for statement in own_words.TABLES:
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


def fifth_form(db: Database) -> None:
    """The index of words held them without their accents; the next form makes it."""
    db.execute("PRAGMA user_version = 5")


def sixth_form(db: Database) -> None:
    """The index of words had each letter of scripts without spaces as a word; the next form makes it."""
    db.execute("PRAGMA user_version = 6")


def seventh_form(db: Database) -> None:
    """The index of words has “œ” as the two letters that it is to who looks for words."""
    from models.dossier.search.search_index import index_again

    index_again(db)
    db.execute("PRAGMA user_version = 7")


def eighth_form(db: Database) -> None:
    """What is agreed ad ref."""
    _add_guarded(db, agreements.TABLES, agreements.GUARDED)
    db.execute("PRAGMA user_version = 8")


_FORMS: tuple[Callable[[Database], None], ...] = (
    first_form, second_form, third_form, fourth_form, fifth_form, sixth_form, seventh_form,
    eighth_form,
)  # fmt: skip


@cache
def _migrations() -> Migrations:
    # Nobody waits for it who opens no dossier: it takes a twelfth of the time until the window is there.
    from sqlite_utils import Migrations

    steps = Migrations("adref")
    for form in _FORMS:
        steps()(form)
    return steps


def bring_up_to_date(db: Database) -> None:
    """Makes all tables, or those an older file lacks, in one transaction; a failure leaves the file as it was."""
    db.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(db)
    except BaseException:
        db.rollback()
        raise
    db.execute("COMMIT")
