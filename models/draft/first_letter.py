"""How words begin: with a capital where they begin a sentence, with a small letter within one."""

from __future__ import annotations


def with_capital(words: str) -> str:
    """The words with a capital first; the rest stays as it is, unlike with `str.capitalize`."""
    return words[:1].upper() + words[1:]


def with_small_letter(words: str) -> str:
    """The words with a small letter first; the rest stays as it is."""
    return words[:1].lower() + words[1:]
