"""Comments of a file by the paragraphs they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.word.namespaces import w
from models.word.signs import COMMENTED


def comments_of(paragraph: etree._Element) -> set[str | None]:
    """The ids of the comments that have a place in a paragraph."""
    return {one.get(w("id")) for one in paragraph.iter(*COMMENTED)}


def comments_within(paragraphs: Iterable[etree._Element]) -> set[str | None]:
    """The ids of the comments that are called in some paragraphs and have no place anywhere else in their text."""
    here = {one for paragraph in paragraphs for one in paragraph.iter(*COMMENTED)}
    called = {one.get(w("id")) for one in here if one.tag == COMMENTED[-1]}
    if not called:
        return called
    every = next(iter(here)).getroottree().iter(*COMMENTED)
    return called - {one.get(w("id")) for one in every if one not in here}
