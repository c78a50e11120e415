"""The index of words of a dossier: each paragraph and each footnote once, its words as who looks for them has them
(`models.dossier.search.unspaced`). It can be made again at any time.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from models.dossier.search.unspaced import in_words

if TYPE_CHECKING:
    from sqlite_utils import Database

# Which accents count for nothing is settled before: the tokenizer holds “й” for an “и”.
_WORDS = "content = '', tokenize = 'unicode61 remove_diacritics 0'"


def let_fold(connection: sqlite3.Connection) -> None:
    """Let the statements here call what they need; once, before any other."""
    connection.create_function("in_words", 1, in_words, deterministic=True)


FORM = 7
"""The form of a dossier since which its index is this one."""


TABLES = ("paragraph_words", "note_words", "paragraph_texts", "content_notes", "note_texts")
"""What the index is made of."""


def index_tables(temporary: bool = False) -> tuple[str, ...]:
    """The statements that make the index; `temporary` makes it beside the file, which stays as it is."""
    create = "CREATE TEMP" if temporary else "CREATE"
    schema = "temp." if temporary else ""
    return (
        # The words of a paragraph are in its value already.
        f"""{create} VIEW paragraph_texts AS SELECT id, (
            SELECT group_concat(coalesce(json_extract(run.value, '$.text'), ''), '')
            FROM json_each(paragraphs.value, '$.runs') run
        ) AS text FROM paragraphs""",
        f"CREATE VIRTUAL TABLE {schema}paragraph_words USING fts5(text, {_WORDS})",
        f"{create} TABLE note_texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        f"""{create} TABLE content_notes (
            note_text INTEGER NOT NULL, content INTEGER NOT NULL, place INTEGER NOT NULL,
            PRIMARY KEY (note_text, content, place)
        ) STRICT, WITHOUT ROWID""",
        f"CREATE VIRTUAL TABLE {schema}note_words USING fts5(text, {_WORDS})",
    )


def index_all(db: Database) -> None:
    """Fills a new index with all that is kept."""
    index_paragraphs(db, 0)
    for content, footnotes in db.execute("SELECT id, footnotes FROM contents WHERE footnotes <> '[]'").fetchall():
        index_notes(db, content, footnotes)


def index_again(db: Database) -> None:
    """Makes the index of an older form anew."""
    for name in TABLES:
        db.execute(f"DROP {'VIEW' if name == 'paragraph_texts' else 'TABLE'} {name}")
    for statement in index_tables():
        db.execute(statement)
    index_all(db)


def index_paragraphs(db: Database, after: int) -> None:
    """Adds the paragraphs whose rows come after a number."""
    db.execute(
        # A paragraph without runs has no text.
        "INSERT INTO paragraph_words (rowid, text) "
        "SELECT id, in_words(coalesce(text, '')) FROM paragraph_texts WHERE id > ?",
        [after],
    )


def index_notes(db: Database, content: int, footnotes: str) -> None:
    """Adds the footnotes of a content, given as they are stored."""
    for place, note in enumerate(json.loads(footnotes)):
        text = "".join(run.get("text", "") for run in note["runs"])
        if not text:
            continue
        db.execute("INSERT INTO note_texts (text) VALUES (?) ON CONFLICT DO NOTHING", [text])
        (row,) = db.execute("SELECT id FROM note_texts WHERE text = ?", [text]).fetchone()
        if not db.execute("SELECT 1 FROM content_notes WHERE note_text = ? LIMIT 1", [row]).fetchone():
            db.execute("INSERT INTO note_words (rowid, text) VALUES (?, ?)", [row, in_words(text)])
        db.execute("INSERT INTO content_notes VALUES (?, ?, ?)", [row, content, place])


def index_note_texts(db: Database) -> None:
    """Adds the words of all footnotes that are known already."""
    db.execute("INSERT INTO note_words (rowid, text) SELECT id, in_words(text) FROM note_texts")
