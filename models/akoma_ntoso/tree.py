"""The paragraphs of the text as a tree: sections hold paragraphs, paragraphs their subparagraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models.draft import Kind, Paragraph
from models.draft.divisions import RANKS

_LISTED = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH)


@dataclass(slots=True)
class Node:
    """A paragraph and what stands under it; the rows of a table together, with `cells` instead."""

    paragraph: Paragraph
    under: list[Node] = field(default_factory=list)
    cells: list[Paragraph] = field(default_factory=list)

    @property
    def is_division(self) -> bool:
        """Whether it is an annex, a section or a heading."""
        return self.paragraph.kind in RANKS and not self.cells


def tree(paragraphs: Iterable[Paragraph]) -> list[Node]:
    """The topmost nodes, in order; read from the first to the last, each before what is under it, they are the text."""
    top: list[Node] = []
    divisions: list[Node] = []
    items: list[Node] = []
    for node in _nodes(paragraphs):
        paragraph = node.paragraph
        if node.is_division:
            while divisions and _rank(divisions[-1].paragraph) >= _rank(paragraph):
                divisions.pop()
            (divisions[-1].under if divisions else top).append(node)
            divisions.append(node)
            items = []
            continue
        listed = paragraph.kind in _LISTED and not node.cells
        while items and (not listed or items[-1].paragraph.level >= paragraph.level):
            items.pop()
        holder = items[-1].under if items else divisions[-1].under if divisions else top
        holder.append(node)
        if listed:
            items.append(node)
    return top


def _rank(division: Paragraph) -> int:
    """How deep a division stands; headings by their levels."""
    return RANKS[division.kind] + (division.level if division.kind is Kind.HEADING else 0)


def _nodes(paragraphs: Iterable[Paragraph]) -> Iterator[Node]:
    table: Node | None = None
    for paragraph in paragraphs:
        if paragraph.cell is None:
            table = None
            yield Node(paragraph)
        elif table is not None and table.cells[-1].cell is not None and table.cells[-1].cell[0] == paragraph.cell[0]:
            table.cells.append(paragraph)
        else:
            table = Node(paragraph, cells=[paragraph])
            yield table
