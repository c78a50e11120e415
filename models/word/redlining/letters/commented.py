"""Comments of a file by the paragraphs they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from models.word.namespaces import w
from models.word.signs import COMMENTED


def comments_of(paragraph: etree._Element) -> set[str | None]:
    """The ids of the comments that have a place in a paragraph."""
    return {one.get(w("id")) for one in paragraph.iter(*COMMENTED)}


def comments_called(paragraphs: Iterable[etree._Element]) -> set[str | None]:
    """The ids of the comments that are called in some paragraphs and nowhere else, wherever their ranges begin."""
    return _only_here(paragraphs, (COMMENTED[-1],))


def comments_within(paragraphs: Iterable[etree._Element]) -> set[str | None]:
    """The ids of the comments that are called in some paragraphs and have no place anywhere else in their text."""
    return _only_here(paragraphs, COMMENTED)


def _only_here(paragraphs: Iterable[etree._Element], places: Sequence[str]) -> set[str | None]:
    """The ids of the comments called in some paragraphs, but for those that have a place of such a kind elsewhere."""
    here = {one for paragraph in paragraphs for one in paragraph.iter(*places)}
    called = {one.get(w("id")) for one in here if one.tag == COMMENTED[-1]}
    if not called:
        return called
    every = next(iter(here)).getroottree().iter(*places)
    return called - {one.get(w("id")) for one in every if one not in here}
