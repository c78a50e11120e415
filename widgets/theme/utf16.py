"""Letters and Qt's places: it counts in UTF-16, where some letters take two."""

from __future__ import annotations

import re

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def utf16(text: str) -> int:
    """How many places a text takes in Qt."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def letters_before(text: str, place: int) -> int:
    """How many letters of a text stand before a place of Qt's."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
