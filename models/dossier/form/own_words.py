"""The words of a dossier's own: its spelling passes them over. They come and go, and are no part of what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = ("CREATE TABLE own_words (word TEXT PRIMARY KEY, who TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID",)
"""Since the fourth form."""


def own_words(db: Database, form: int) -> tuple[str, ...]:
    """All of them, in the order of their letters."""
    if form < 4:
        return ()
    return tuple(word for (word,) in db.execute("SELECT word FROM own_words ORDER BY word").fetchall())


def add_word(db: Database, word: str, who: str, at: str) -> None:
    """One more; that it is there already is no trouble."""
    db.execute("INSERT OR IGNORE INTO own_words VALUES (?, ?, ?)", [word, who, at])


def remove_word(db: Database, word: str) -> None:
    """One less."""
    db.execute("DELETE FROM own_words WHERE word = ?", [word])
