"""The readable word diff for pages and redlines."""

from __future__ import annotations

from models.comparison.change import Words


def readable(words: Words) -> Words:
    """The same texts with changes on the borders of words and phrases."""
    return words
