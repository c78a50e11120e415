"""Tables, rows and cells that only the new draft has: made, filled with their paragraphs, and tracked as inserted.

They look as in the new draft's own Word file where it has one, else as the rows beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from lxml import etree

from models.draft import Draft
from models.draft.table_rows import spans
from models.word.markup import element, take_out
from models.word.namespaces import w
from models.word.parsing import apart
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.paragraphs.wider_grids import widen_grid
from models.word.redlining.planned.plan import Cell
from models.word.redlining.planned.table_map import TableMap, cells_around
from models.word.redlining.things.carried import Carrier
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
        self._paths = cells_around(draft.paragraphs)
        self._columns: dict[tuple[int, int], list[int]] = {}
        self._wide: dict[int, int] = {}
        self._came: dict[etree._Element, set[etree._Element]] = {}
        for table, row, column in sorted({one for path in self._paths for one in path}):
            self._columns.setdefault((table, row), []).append(column)
            self._wide[table] = max(self._wide.get(table, 0), column + 1)

    def unit(self, new: int) -> range | None:
        """The paragraphs of the new table, row or cell that begins with one; None where it begins none."""
        begun = self._begun(new)
        if begun is None:
            return None
        cell, depth = begun
        last = new
        while last + 1 < len(self._paths) and any(one[:depth] == cell[:depth] for one in self._paths[last + 1]):
            last += 1
        return range(new, last + 1)

    def _begun(self, new: int) -> tuple[Cell, int] | None:
        """The outermost new cell that a paragraph stands in, and how many numbers of its place tell what is new."""
        cell = next((one for one in self._paths[new] if self._known.is_new(one)), None)
        if cell is None:
            return None
        return cell, 1 if self._known.is_new_table(cell) else 2 if self._known.is_new_row(cell) else 3

    def put(self, unit: range, nodes: Nodes, put_table: Callable[[etree._Element], None]) -> None:
        """Make a unit of the elements of its paragraphs and put it in its place; `put_table` finds one for a table."""
        begun = self._begun(unit[0])
        assert begun is not None
        cell, depth = begun
        if depth == 1:
            put_table(self._table(unit, cell[0], nodes))
            return
        before, after = self._beside(unit, cell, nodes)
        tag = w("tr") if depth == 2 else w("tc")
        model = next((one for one in (before, after) if one is not None), None)
        beside = next(nodes[model].iterancestors(tag), None) if model is not None else None
        if beside is None:
            put_table(self._table(unit, cell[0], nodes))
        elif tag == w("tr"):
            (made,) = self._rows(unit, cell[0], nodes, model)
            self._comes(made, beside)
            beside.addnext(made) if before is not None else beside.addprevious(made)
        else:
            made = self._cell(list(unit), cell[0], nodes, beside, 1)
            made[0].append(self._stamp.change("cellIns"))
            self._comes(made, beside)
            while (above := beside.getparent()) is not None and above.tag != w("tr"):
                beside = above  # a content control holds one cell
            beside.addnext(made) if before is not None else beside.addprevious(made)

    def widen(self) -> None:
        """Let the tables of the old file count the columns of what came into them."""
        for table, came in self._came.items():
            widen_grid(table, came)

    def _comes(self, made: etree._Element, beside: etree._Element) -> None:
        """Remember what comes into the table of a row or a cell beside it."""
        self._came.setdefault(next(beside.iterancestors(w("tbl"))), set()).add(made)

    def _beside(self, unit: range, cell: Cell, nodes: Nodes) -> tuple[int | None, int | None]:
        """A paragraph of the table, or for a cell of the row, before a unit, and one after it."""
        depth = 1 if self._known.is_new_row(cell) else 2

        def first(places: Sequence[int]) -> int | None:
            for at in places:
                other = self._draft.paragraphs[at].cell
                if other is not None and other[:depth] == cell[:depth] and at in nodes:
                    return at
            return None

        return first(range(unit[0] - 1, -1, -1)), first(range(unit[-1] + 1, len(self._draft.paragraphs)))

    def _table(self, unit: Sequence[int], table: int, nodes: Nodes) -> etree._Element:
        own = self._own(unit[0], table, "tbl")
        properties = self._copied(own, "tblPr")
        columns = self._wide[table]
        if properties is None:
            lines = [element(name, val="single", sz=4, space=0, color="auto") for name in _BORDERS]
            width = element("tblW", w=5000, type="pct")
            properties = element("tblPr", width, element("tblBorders", *lines))
        grid = self._copied(own, "tblGrid")
        if grid is None:
            grid = element("tblGrid", *(element("gridCol", w=_WIDTH // columns) for _ in range(columns)))
        return element("tbl", properties, grid, *self._rows(unit, table, nodes, None))

    def _rows(self, unit: Sequence[int], table: int, nodes: Nodes, model: int | None) -> Iterator[etree._Element]:
        """The rows of a unit; `model` is a paragraph of a row as which they look."""
        for _, group in groupby(unit, key=lambda at: self._in(at, table)[1]):
            yield self._row(list(group), table, nodes, model)

    def _row(self, places: Sequence[int], table: int, nodes: Nodes, at: int | None) -> etree._Element:
        model = None if at is None else next(nodes[at].iterancestors(w("tr")), None)
        own = self._own(places[0], table, "tr")
        properties = self._copied(own if own is not None else model, "trPr")
        made = element("tr", element("trPr") if properties is None else properties)
        made[0].append(self._stamp.change("ins"))
        cells = [list(group) for _, group in groupby(places, key=lambda at: self._in(at, table)[2])]
        like = list(cells_of(model)) if model is not None else []
        columns = [self._in(inside[0], table)[2] for inside in cells]
        same = at is not None and self._columns[self._in(at, table)[:2]] == columns
        for number, (inside, span) in enumerate(zip(cells, spans(columns, self._wide[table]), strict=True)):
            as_it = like[number] if len(cells) == len(like) else None
            made.append(self._cell(inside, table, nodes, as_it, None if same else span))
        return made

    def _cell(
        self, places: Sequence[int], table: int, nodes: Nodes, model: etree._Element | None, span: int | None
    ) -> etree._Element:
        """A cell that looks as another; `span` is over how many columns it reaches where that is not known of it."""
        properties = self._copied(model, "tcPr")
        if properties is None:
            properties = self._copied(self._own(places[0], table, "tc"), "tcPr")
            span = span if properties is None else None
        else:
            for merge in properties.findall(w("vMerge")):
                properties.remove(merge)
            before = sum(properties.find(w(name)) is not None for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))
            properties[before:before] = self._merges(places, table)
        properties = element("tcPr") if properties is None else properties
        if span is not None:
            for said in properties.findall(w("gridSpan")):
                properties.remove(said)
            if span > 1:
                before = sum(properties.find(w(name)) is not None for name in ("cnfStyle", "tcW"))
                properties.insert(before, element("gridSpan", val=span))
        made = element("tc", properties)
        for inner, group in groupby(places, key=lambda at: self._within(at, table)):
            if inner is None:
                made.extend(nodes[at] for at in group)
            else:
                made.append(self._table(list(group), inner, nodes))
        return made

    def _merges(self, places: Sequence[int], table: int) -> list[etree._Element]:
        """How a cell goes on from the one above, or begins what others go on with, in the new draft's own file.

        What goes on shows no words of its own, so that one with words does not.
        """
        own = self._own(places[0], table, "tc")
        said = own.findall(f"{w('tcPr')}/{w('vMerge')}") if own is not None else []
        empty = not any(self._draft.paragraphs[at].runs for at in places)
        return [apart(one) for one in said if empty or one.get(w("val")) == "restart"]

    def _in(self, at: int, table: int) -> Cell:
        """The cell of a table that a paragraph stands in, be it in a table within that cell."""
        return next(one for one in self._paths[at] if one[0] == table)

    def _within(self, at: int, table: int) -> int | None:
        """The table within the cell of a table that a paragraph stands in, if in any."""
        path = self._paths[at]
        rank = next(rank for rank, one in enumerate(path) if one[0] == table)
        return path[rank + 1][0] if rank + 1 < len(path) else None

    def _own(self, new: int, table: int, tag: str) -> etree._Element | None:
        """What a new paragraph of a table stands in, in the new draft's own file."""
        node, path = self._element_of(new), self._paths[new]
        deeper = next(rank for rank, one in enumerate(reversed(path)) if one[0] == table)
        return None if node is None else next(islice(node.iterancestors(w(tag)), deeper, None), None)

    def _copied(self, holder: etree._Element | None, name: str) -> etree._Element | None:
        found = holder.find(w(name)) if holder is not None else None
        if found is None:
            return None
        carrier = self._carrier
        copy = apart(found) if carrier is None else carrier.copy(found, with_styles=True)
        for one in list(copy.iter(*_OF_CHANGES)):
            take_out(one)
        return copy
