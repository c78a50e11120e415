"""Bullets: what is printed before a paragraph of a list that nobody counts is a number that is a sign, "•"."""

from __future__ import annotations

from models.draft.paragraph import Kind

BULLETS = "-•·▪●○‣◦–—−\uf0b7"  # in this order they stand in a class of letters
_BULLETS = frozenset(BULLETS)
UNCOUNTED = frozenset({Kind.TEXT, Kind.QUOTE, Kind.SUBPARAGRAPH})
"""What a bullet stands before: with one it is counted nowhere."""


def is_bullet(number: str | None) -> bool:
    """Whether what is printed before a paragraph is a sign that nobody counts: "•", "–"."""
    return number in _BULLETS
