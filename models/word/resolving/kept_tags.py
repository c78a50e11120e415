"""What a tree carries of the changes set aside while it is edited: tags on what came, anchors where something went."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from models.word.markup import element
from models.word.namespaces import w
from models.word.resolving.joining import PLACE

MARKS = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
"""In the order the schema wants."""
PIECE, MARK = "adref-piece", "adref-mark"
"""Attributes with the numbers of the changes that brought a piece, or are of a paragraph's mark."""
ANCHOR = f"{PLACE}start"
"""As the reader's own marks: joining paragraphs takes it along."""
SEAT = f"{PLACE}end"
"""Where a paragraph stood whose text was joined with the next one: by its number among what is gone."""


@dataclass(slots=True)
class Gone:
    """What was deleted: a piece of text, a row, a cell or a table; or the `w:pPr` of a paragraph whose mark was."""

    node: etree._Element
    mark: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    def paragraph(self) -> etree._Element:
        """The paragraph whose mark was deleted, without what it held."""
        made = element("p", self.node)
        for name, value in self.attributes:
            made.set(name, value)
        return made


def holds_kept(paragraph: etree._Element) -> bool:
    """Whether a paragraph has changes set aside, in it or on its mark."""
    return any(one.tag == ANCHOR or one.get(PIECE) or one.get(MARK) for one in paragraph.iter())


def has_kept_mark(paragraph: etree._Element) -> bool:
    """Whether the change of a paragraph's mark is set aside."""
    return paragraph.get(MARK) is not None


def tags_of(node: etree._Element) -> list[int]:
    """The numbers of the changes that brought a piece, the outermost first."""
    return [int(number) for number in (node.get(PIECE) or "").split()]


def taken(node: etree._Element, name: str) -> list[int]:
    """The numbers of a tag, which is taken off."""
    found = node.get(name)
    if found is None:
        return []
    del node.attrib[name]
    return [int(number) for number in found.split()]
