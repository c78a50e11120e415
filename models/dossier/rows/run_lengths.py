"""Runs of paragraphs in one row each: a few rows could tell of more paragraphs than any text has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.draft.canonical import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_ONE = (("edges", "edge_set"), ("origins", "node"))
"""The tables of runs, and what those of one draft, or of two, have in common."""


def refuse_endless(lengths: Iterable[int]) -> None:
    """Look at the lengths of what is said of one draft, or of two. Errors: ValueError where no text is so long.

    Those below none, which a forged file can have, make no other shorter.
    """
    if sum(map(abs, lengths)) > MOST_PARAGRAPHS:
        raise ValueError("the rows tell of more paragraphs than a text can have")


def are_endless(db: Database) -> bool:
    """Whether a dossier has rows that are refused so."""
    return any(
        db.execute(
            f"SELECT 1 FROM {table} GROUP BY {one} HAVING total(abs(length)) > ? LIMIT 1", [MOST_PARAGRAPHS]
        ).fetchone()
        for table, one in _OF_ONE
    )
