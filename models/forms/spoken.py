"""The language of words that leave as a part of a page (`lang`), for spelling and for those who listen to them."""

from __future__ import annotations

from collections.abc import Iterable

from models.reading.language import weighed


def spoken(texts: Iterable[str]) -> str:
    """The attribute of some words together, "" where too little tells of their language."""
    code, sure = weighed(texts)
    return f' lang="{code}"' if sure else ""
