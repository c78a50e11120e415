"""Boxes that stand amid the letters of a paragraph: their own paragraphs follow it, so that it stays one."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from models.clipboard.blocks import Block
from models.clipboard.lists import Number


@dataclass
class _Open:
    box: etree._Element
    around: Block
    number: Number | None
    first: int
    behind: list[Block]


@dataclass
class Boxes:
    """The boxes that are open while a page is read, and what those hold that stood in the paragraph being read."""

    _open: list[_Open] = field(default_factory=list)
    _behind: list[Block] = field(default_factory=list)

    def enter(self, box: etree._Element, around: Block, number: Number | None, first: int) -> None:
        """A box begins within a paragraph; `first` is the position of what is read next."""
        self._open.append(_Open(box, around, number, first, self._behind))
        self._behind = []

    def is_open(self, element: etree._Element) -> bool:
        """Whether an element is the box that is being read."""
        return bool(self._open) and self._open[-1].box is element

    def leave(self, blocks: list[Block]) -> tuple[Block, Number | None]:
        """The box ends, and the paragraph around it, with its number, goes on."""
        last = self._open.pop()
        self._behind = [*last.behind, *blocks[last.first :]]
        del blocks[last.first :]
        return last.around, last.number

    def behind(self) -> list[Block]:
        """What the boxes held that stood in the paragraph that ends."""
        found, self._behind = self._behind, []
        return found
