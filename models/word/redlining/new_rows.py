"""Tables, rows and cells that only the new draft has: made, filled with their paragraphs, and tracked as inserted.

They look as in the new draft's own Word file where it has one, else as the rows beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree

from models.draft import Draft
from models.word.markup import element
from models.word.namespaces import w
from models.word.redlining.carried import Carrier
from models.word.redlining.plan import Cell
from models.word.redlining.revision_marks import Stamp
from models.word.redlining.table_map import TableMap
from models.word.resolving.joining import cells_of

_OF_CHANGES = tuple(
    w(name)
    for name in ("ins", "del", "cellIns", "cellDel", "cellMerge", "trPrChange", "tcPrChange", "tblPrChange", "cnfStyle")
)
_WIDTH = 9000  # twentieths of a point: about that of a text, for a table nobody knows the look of
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
Nodes = Mapping[int, etree._Element]
"""The elements of new paragraphs by position."""
ElementOf = Callable[[int], etree._Element | None]
"""The `w:p` of a new paragraph in the new draft's own file."""


class NewRows:
    """Makes what is new of the tables; paragraphs are placed in it by whoever asks."""

    def __init__(
        self, draft: Draft, known: TableMap, stamp: Stamp, element_of: ElementOf, carrier: Carrier | None
    ) -> None:
        """`known` tells what belongs to the old file's tables; without a `carrier` there is no new file."""
        self._draft, self._known, self._stamp = draft, known, stamp
        self._element_of, self._carrier = element_of, carrier

    def unit(self, new: int) -> range | None:
        """The paragraphs of the new table, row or cell that begins with one; None where it begins none."""
        cell = self._draft.paragraphs[new].cell
        if cell is None or not self._known.is_new(cell):
            return None
        depth = 1 if self._known.is_new_table(cell) else 2 if self._known.is_new_row(cell) else 3
        last = new
        for at in range(new, len(self._draft.paragraphs)):
            other = self._draft.paragraphs[at].cell
            if other is None or (other[0] == cell[0] and other[:depth] != cell[:depth]):
                break
            if other[0] == cell[0]:
                last = at
        return range(new, last + 1)

    def put(self, unit: range, nodes: Nodes, put_table: Callable[[etree._Element], None]) -> None:
        """Make a unit of the elements of its paragraphs and put it in its place; `put_table` finds one for a table."""
        cell = self._draft.paragraphs[unit[0]].cell
        assert cell is not None
        if self._known.is_new_table(cell):
            put_table(self._table(unit, nodes, None))
            return
        before, after = self._beside(unit, cell, nodes)
        tag = w("tr") if self._known.is_new_row(cell) else w("tc")
        model = next((one for one in (before, after) if one is not None), None)
        beside = next(model.iterancestors(tag), None) if model is not None else None
        if beside is None:
            put_table(self._table(unit, nodes, None))
        elif tag == w("tr"):
            (made,) = self._rows(unit, nodes, beside)
            beside.addnext(made) if before is not None else beside.addprevious(made)
        else:
            made = self._cell(unit[0], list(unit), nodes, beside)
            self._first(made, "tcPr").append(self._stamp.change("cellIns"))
            while (above := beside.getparent()) is not None and above.tag != w("tr"):
                beside = above  # a content control holds one cell
            beside.addnext(made) if before is not None else beside.addprevious(made)

    def _beside(self, unit: range, cell: Cell, nodes: Nodes) -> tuple[etree._Element | None, etree._Element | None]:
        """A paragraph of the table, or for a cell of the row, before a unit, and one after it."""
        depth = 1 if self._known.is_new_row(cell) else 2

        def first(places: Sequence[int]) -> etree._Element | None:
            for at in places:
                other = self._draft.paragraphs[at].cell
                if other is not None and other[:depth] == cell[:depth] and at in nodes:
                    return nodes[at]
            return None

        return first(range(unit[0] - 1, -1, -1)), first(range(unit[-1] + 1, len(self._draft.paragraphs)))

    def _table(self, unit: range, nodes: Nodes, model: etree._Element | None) -> etree._Element:
        own = self._own(unit[0], "tbl")
        properties = self._copied(own, "tblPr")
        cells = [self._draft.paragraphs[at].cell for at in unit]
        cell = cells[0]
        assert cell is not None
        columns = 1 + max(one[2] for one in cells if one is not None and one[0] == cell[0])
        if properties is None:
            lines = [element(name, val="single", sz=4, space=0, color="auto") for name in _BORDERS]
            width = element("tblW", w=5000, type="pct")
            properties = element("tblPr", width, element("tblBorders", *lines))
        grid = self._copied(own, "tblGrid")
        if grid is None:
            grid = element("tblGrid", *(element("gridCol", w=_WIDTH // columns) for _ in range(columns)))
        return element("tbl", properties, grid, *self._rows(unit, nodes, model))

    def _rows(self, unit: range, nodes: Nodes, model: etree._Element | None) -> Iterator[etree._Element]:
        cell = self._draft.paragraphs[unit[0]].cell
        assert cell is not None
        row = cell[:2]
        places: list[tuple[tuple[int, int], int]] = []
        for at in unit:
            other = self._draft.paragraphs[at].cell
            if other is not None and other[0] == cell[0]:
                row = other[:2]
            places.append((row, at))
        for _, group in groupby(places, key=lambda one: one[0]):
            yield self._row([at for _, at in group], nodes, model)

    def _row(self, places: Sequence[int], nodes: Nodes, model: etree._Element | None) -> etree._Element:
        own = self._own(places[0], "tr")
        properties = self._copied(own if own is not None else model, "trPr")
        made = element("tr", element("trPr") if properties is None else properties)
        made[0].append(self._stamp.change("ins"))
        table = self._draft.paragraphs[places[0]].cell
        assert table is not None
        column, cells = table[2], list[tuple[int, int]]()
        for at in places:
            other = self._draft.paragraphs[at].cell
            if other is not None and other[0] == table[0]:
                column = other[2]
            cells.append((column, at))
        like = list(cells_of(model)) if model is not None else []
        whole = len({column for column, _ in cells}) == len(like)
        for number, (_, group) in enumerate(groupby(cells, key=lambda one: one[0])):
            inside = [at for _, at in group]
            made.append(self._cell(inside[0], inside, nodes, like[number] if whole else None))
        return made

    def _cell(self, first: int, places: Sequence[int], nodes: Nodes, model: etree._Element | None) -> etree._Element:
        properties = self._copied(model, "tcPr")
        if properties is None:
            properties = self._copied(self._own(first, "tc"), "tcPr")
        else:
            for merge in properties.findall(w("vMerge")):
                properties.remove(merge)
        made = element("tc", element("tcPr") if properties is None else properties)
        table = self._draft.paragraphs[first].cell
        assert table is not None
        for inner, group in groupby(places, key=lambda at: self._nested(at, table)):
            inside = list(group)
            if inner is None:
                made.extend(nodes[at] for at in inside)
            else:
                made.append(self._table(range(inside[0], inside[-1] + 1), nodes, None))
        return made

    def _nested(self, at: int, cell: Cell) -> int | None:
        """The table within a table that a paragraph stands in."""
        other = self._draft.paragraphs[at].cell
        return None if other is None or other[0] == cell[0] else other[0]

    def _own(self, new: int, tag: str) -> etree._Element | None:
        """What a new paragraph stands in, in the new draft's own file."""
        node = self._element_of(new)
        return None if node is None else next(node.iterancestors(w(tag)), None)

    def _copied(self, holder: etree._Element | None, name: str) -> etree._Element | None:
        found = holder.find(w(name)) if holder is not None else None
        if found is None or (self._carrier is None and found is None):
            return None
        copy = self._carrier.copy(found) if self._carrier is not None else etree.fromstring(etree.tostring(found))
        for one in list(copy.iter(*_OF_CHANGES)):
            above = one.getparent()
            if above is not None:
                above.remove(one)
        return copy

    @staticmethod
    def _first(node: etree._Element, name: str) -> etree._Element:
        found = node.find(w(name))
        assert found is not None
        return found
