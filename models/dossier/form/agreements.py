"""What is agreed ad ref: words of a paragraph, whichever draft has them; each agreement is said, and taken back, for
good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `words` names the words of a paragraph (models.draft.agreed); of each the latest row counts.
TABLES = (
    """CREATE TABLE agreements (
        id INTEGER PRIMARY KEY, words TEXT NOT NULL, agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
        who TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX agreements_by_words ON agreements (words)",
)
"""Since the eighth form."""

GUARDED = ("agreements",)
KEYS = (("agreements", "id"),)


@dataclass(frozen=True, slots=True)
class Agreement:
    """That some words are agreed ad ref: said by whom ("": nobody is named), and when (ISO 8601)."""

    who: str
    at: str


def agreements(db: Database, form: int) -> dict[str, Agreement]:
    """Those that stand, by the name of their words."""
    if form < 8:
        return {}
    rows = db.execute(
        """SELECT words, who, at FROM agreements AS one WHERE agreed
           AND id = (SELECT max(id) FROM agreements WHERE words = one.words)"""
    )
    return {words: Agreement(who, at) for words, who, at in rows.fetchall()}


def agree(db: Database, words: Iterable[str], agreed: bool, who: str, at: str) -> None:
    """Say that words are agreed, or are so no longer."""
    rows = [(one, int(agreed), who, at) for one in dict.fromkeys(words)]
    db.conn.executemany("INSERT INTO agreements (words, agreed, who, at) VALUES (?, ?, ?, ?)", rows)
