"""Which rows and cells of the new draft are which of the old one; the others are new, and come as rows and tables."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from models.comparison.change import Comparison
from models.draft import Draft, Kind, Paragraph
from models.draft.table_rows import spans
from models.word.redlining.planned.plan import Cell, Edit, Plan

_Key = tuple[int, ...]
"""The start of a cell's place: its table, its row, or the cell itself."""
_Rows = dict[_Key, list[Cell]]
"""The cells of each row of a draft."""


class TableMap:
    """The tables, rows and cells of two drafts that belong together, by the paragraphs that stay in them.

    Each belongs to one of the other side at most, and rows, and cells of a row, keep their order. Whether a paragraph
    stands in a cell is part of the text. Where that is not known of one side (a text file has no cells) it is no
    difference: what stands in a table of the file stays there.
    """

    def __init__(
        self,
        comparison: Comparison,
        edits: Iterable[Edit],
        *,
        whole: bool = False,
        unknown: Collection[int] = (),
        others: Collection[Cell] = (),
        lines: bool = False,
    ) -> None:
        """`edits` are those of paragraphs that stay in their place; `whole`: tables that differ are replaced whole.

        `unknown` are old paragraphs that stand in a cell of the file and that the old draft knows none of; `others`
        are cells that another put in, which can go altogether; `lines`: the new draft is of no file that could have
        cells.
        """
        edits = list(edits)
        olds, news = comparison.old.paragraphs, comparison.new.paragraphs
        self.any = has_tables(comparison.old, comparison.new)
        """Whether there is a table in either draft."""
        self._tables: dict[_Key, _Key] = {}
        self._rows: dict[_Key, _Key] = {}
        self._cells: dict[_Key, _Key] = {}
        self._broken, self._kept = set[int](), set[int]()
        if self.any:
            self._learn(olds, news, edits, unknown, others, whole=whole, lines=lines)

    def _learn(
        self,
        olds: Sequence[Paragraph],
        news: Sequence[Paragraph],
        edits: Sequence[Edit],
        unknown: Collection[int],
        others: Collection[Cell],
        *,
        whole: bool,
        lines: bool,
    ) -> None:
        votes: Counter[tuple[Cell, Cell]] = Counter()
        for edit in edits:
            old, new = olds[edit.old[0]].cell, news[edit.new[0]].cell
            if old is not None and new is not None:
                votes[old, new] += 1 + sum(len(text) for op, text in edit.words if op == "equal")
        self._tables = _best(votes, 1)
        within = Counter({pair: n for pair, n in votes.items() if self._tables.get(pair[1][:1]) == pair[0][:1]})
        self._rows = _in_order(_best(within, 2))
        self._cells = self._paired_cells(_cells_of(olds), _cells_of(news), within, others)
        self._broken = broken_tables(news)
        matched = {old[0] for old in self._tables.values()}
        matched_new = {new[0] for new in self._tables}
        in_cells, in_lines = _beside_lines(olds, news, edits, unknown)
        self._kept = in_cells - matched - (set() if lines else _of_others(olds, news, edits))
        self._broken |= _mostly_lines(news, in_lines) - matched_new
        self._part_strays(_around(olds), _around(news))
        if whole:
            self._part(self._tables.keys() - _alike(olds, news, self._tables).keys())

    def _part_strays(self, olds: dict[int, Cell | None], news: dict[int, Cell | None]) -> None:
        """Let tables within others belong together only where their cells do; `olds` and `news` are these by table."""
        for (new,), (old,) in sorted(self._tables.items()):
            holder = news[new]
            if new not in self._broken and olds[old] != (self._cells.get(holder) if holder is not None else None):
                self._part([(new,)])

    def _part(self, tables: Iterable[_Key]) -> None:
        """Let these tables of the new draft belong to none of the old."""
        gone = set(tables)
        for known in (self._tables, self._rows, self._cells):
            for new in [new for new in known if new[:1] in gone]:
                del known[new]

    def _paired_cells(
        self, olds: _Rows, news: _Rows, votes: Counter[tuple[Cell, Cell]], others: Collection[Cell]
    ) -> dict[_Key, _Key]:
        """The cells of the rows that belong together; rows none of whose cells can go or come alone no longer do."""
        found: dict[_Key, _Key] = {}
        unlike = set[_Key]()
        for new, old in self._rows.items():
            if len(olds[old]) == len(news[new]):
                found |= dict(zip(news[new], olds[old], strict=True))
            elif len(news[new]) == sum(cell not in others for cell in olds[old]):
                own = Counter({pair: n for pair, n in votes.items() if (pair[0][:2], pair[1][:2]) == (old, new)})
                found |= _in_order(_best(own, 3))
            else:
                unlike.add(new)
        for table in sorted({row[:1] for row in unlike}):
            pairs = {new: old for new, old in self._rows.items() if new[:1] == table}
            columns = _columns(olds, news, pairs, votes)
            for new, old in pairs.items():
                if columns is not None:
                    found |= {(*new, one): (*old, other) for one, other in columns.items()}
                elif _reach(olds, old) != _reach(news, new):
                    del self._rows[new]
        return {new: old for new, old in found.items() if new[:2] in self._rows}

    def fits(self, old: Cell | None, new: Cell | None) -> bool:
        """Whether a paragraph that stays where it is stands in the right cell, or in one on one side only."""
        if new is not None and new[0] in self._broken:
            return True
        if old is None or new is None:
            return old is new or (old is not None and old[0] in self._kept)
        return self._cells.get(new) == old

    def is_new_table(self, cell: Cell) -> bool:
        """Whether a cell's whole table is new."""
        return cell[:1] not in self._tables or not any(row[0] == cell[0] for row in self._rows)

    def is_new_row(self, cell: Cell) -> bool:
        """Whether a cell's whole row is new."""
        return cell[:2] not in self._rows

    def is_new(self, cell: Cell | None) -> bool:
        """Whether a cell is new, by itself or with its row or table."""
        return cell is not None and cell not in self._cells and cell[0] not in self._broken


def has_tables(old: Draft, new: Draft) -> bool:
    """Whether there is a table in either of two drafts."""
    return any(one.cell is not None for draft in (old, new) for one in draft.paragraphs)


def cells_around(paragraphs: Sequence[Paragraph]) -> list[tuple[Cell, ...]]:
    """For each paragraph the cells it stands in, the outermost first.

    A draft knows the innermost alone. A cell ends with a paragraph of its own, so a table within one belongs to the
    cell of the paragraph after it.
    """
    last = {one.cell[0]: at for at, one in enumerate(paragraphs) if one.cell is not None}
    around = dict[int, tuple[Cell, ...]]()
    for table in sorted(last):  # tables are counted as they begin: one within another comes later
        at, after = last[table] + 1, None
        while at < len(paragraphs) and (after := paragraphs[at].cell) is not None and after[0] > table:
            at, after = last[after[0]] + 1, None
        around[table] = (*around[after[0]], after) if after is not None and after[0] in around else ()
    return [() if one.cell is None else (*around[one.cell[0]], one.cell) for one in paragraphs]


def _around(paragraphs: Sequence[Paragraph]) -> dict[int, Cell | None]:
    """For each table the cell that it stands in, None where it stands in none."""
    return {path[-1][0]: path[-2] if len(path) > 1 else None for path in cells_around(paragraphs) if path}


def _alike(olds: Sequence[Paragraph], news: Sequence[Paragraph], tables: dict[_Key, _Key]) -> dict[_Key, _Key]:
    """The pairs of tables that have the same cells and words, with all that are within them and around them."""
    old_outer, new_outer = _outermost(olds), _outermost(news)
    old_said, new_said = _said(olds, old_outer), _said(news, new_outer)
    pairs = {new_outer[new[0]]: old_outer[old[0]] for new, old in tables.items() if new[0] == new_outer[new[0]]}
    same = {new: old for new, old in pairs.items() if new_said[new] == old_said[old]}
    return {
        new: old
        for new, old in tables.items()
        if same.get(new_outer[new[0]], -1) == old_outer[old[0]]
        and new[0] - new_outer[new[0]] == old[0] - old_outer[old[0]]
    }


def _outermost(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each table the outermost one that it stands in, itself where it stands in none."""
    return {path[-1][0]: path[0][0] for path in cells_around(paragraphs) if path}


def _said(paragraphs: Sequence[Paragraph], outer: dict[int, int]) -> dict[int, list[tuple[_Key, str]]]:
    """What outermost tables say: their cells, and those of tables within, counted from the table, with their words."""
    found: dict[int, list[tuple[_Key, str]]] = defaultdict(list)
    for one in paragraphs:
        if one.cell is not None:
            table = outer[one.cell[0]]
            found[table].append(((one.cell[0] - table, *one.cell[1:]), one.text))
    return found


def broken_tables(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Tables that no file can show: a paragraph was moved out of one, or into one, by hand. They stay as they stand."""
    spans: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(paragraphs):
        if one.cell is not None:
            spans[one.cell[0]].append(at)
    broken = set()
    for table, places in spans.items():
        cells = [paragraphs[at].cell or () for at in places]
        between = range(places[0], places[-1] + 1)
        if cells != sorted(cells) or any(paragraphs[at].cell is None for at in between):
            broken.add(table)
    return broken


def _of_others(olds: Sequence[Paragraph], news: Sequence[Paragraph], edits: Iterable[Edit]) -> set[int]:
    """Tables of the old draft that hold more than lines of a masthead, the layout of which is the file's."""
    stay = ((olds[old], news[new]) for edit in edits for old in edit.old for new in edit.new)
    return {a.cell[0] for a, b in stay if a.cell is not None and {a.kind, b.kind} != {Kind.MASTHEAD}}


def _beside_lines(
    olds: Sequence[Paragraph], news: Sequence[Paragraph], edits: Iterable[Edit], unknown: Collection[int]
) -> tuple[set[int], set[int]]:
    """Tables of the old draft that hold what is a line in the new one; what is new in cells and was a line there."""
    in_cells, in_lines = set[int](), set[int]()
    for edit in edits:
        for old in edit.old:
            for new in edit.new:
                one, other = olds[old].cell, news[new].cell
                if one is not None and other is None:
                    in_cells.add(one[0])
                elif old in unknown and other is not None:
                    in_lines.add(new)
    return in_cells, in_lines


def _mostly_lines(paragraphs: Sequence[Paragraph], lines: set[int]) -> set[int]:
    """Tables most words of which were lines; none within another table, which could be new as a whole."""
    weight, spans = Counter[int](), dict[int, tuple[int, int]]()
    for at, one in enumerate(paragraphs):
        if one.cell is not None:
            weight[one.cell[0]] += (len(one.text) + 1) * (1 if at in lines else -1)
            spans[one.cell[0]] = (spans.get(one.cell[0], (at, at))[0], at)
    inner = {one for one, (a, b) in spans.items() for c, d in spans.values() if c < a and b < d}
    return {table for table, more in weight.items() if more > 0 and table not in inner}


def keep_in_cells(made: Plan, comparison: Comparison, known: TableMap) -> list[Edit]:
    """Let paragraphs that stay do so in their own cells only: others go where they stood and come where they stand.

    Gives those that would have stayed.
    """
    loose: list[Edit] = []
    if not known.any:
        return loose
    olds, news = comparison.old.paragraphs, comparison.new.paragraphs
    for edits, strict in ((made.edits, True), (made.moved, False)):
        for edit in list(edits):
            if strict:
                fits = all(known.fits(olds[old].cell, news[new].cell) for old in edit.old for new in edit.new)
            else:
                fits = not any(known.is_new(news[new].cell) for new in edit.new)
            if not fits:
                made.let_go(edit)
                loose += [edit] if strict else []
    made.deleted.sort()
    made.inserted.sort()
    return loose


def _columns(
    olds: _Rows, news: _Rows, pairs: dict[_Key, _Key], votes: Counter[tuple[Cell, Cell]]
) -> dict[int, int] | None:
    """Which columns of a new table are which of the old one, by their `pairs` of rows; None unless whole columns go or
    come, in every row that stands there while the changes are tracked.

    Nothing tracks over how many columns a cell reaches. And LibreOffice takes the cells that go, or come, in some rows
    for all that stands in those columns: with a heading over them the whole table goes.
    """
    (table, *_), (old_table, *_) = next(iter(pairs.items()))
    every, new_every = (
        [tuple(cell[2] for cell in cells) for row, cells in rows.items() if row[0] == one]
        for rows, one in ((olds, old_table), (news, table))
    )
    if len({*every}) > 1 or len({*new_every}) > 1:
        return None
    own = Counter[tuple[Cell, Cell]]()
    for (old, new), count in votes.items():
        if pairs.get(new[:2]) == old[:2]:
            own[(0, 0, old[2]), (0, 0, new[2])] += count
    found = {new[2]: old[2] for new, old in _in_order(_best(own, 3)).items()}
    goes, comes = len(found) < len(every[0]), len(found) < len(new_every[0])
    if (goes and len(pairs) < len(new_every)) or (comes and len(pairs) < len(every)):
        return None
    return found


def _reach(rows: _Rows, row: _Key) -> list[int]:
    """Over how many columns each cell of a row reaches."""
    wide = max(cell[2] + 1 for other, cells in rows.items() if other[0] == row[0] for cell in cells)
    return list(spans([cell[2] for cell in rows[row]], wide))


def _cells_of(paragraphs: Sequence[Paragraph]) -> _Rows:
    found: _Rows = defaultdict(list)
    for cell in dict.fromkeys(one.cell for one in paragraphs if one.cell is not None):
        found[cell[:2]].append(cell)
    return found


def _best(votes: Counter[tuple[Cell, Cell]], depth: int) -> dict[_Key, _Key]:
    """New to old by the first numbers of their places, the pairs with most votes first."""
    pairs: Counter[tuple[_Key, _Key]] = Counter()
    for (old, new), count in votes.items():
        pairs[old[:depth], new[:depth]] += count
    found: dict[_Key, _Key] = {}
    taken: set[_Key] = set()
    for (one, other), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if one not in taken and other not in found:
            found[other] = one
            taken.add(one)
    return found


def _in_order(pairs: dict[_Key, _Key]) -> dict[_Key, _Key]:
    """The longest series of pairs that runs forward on both sides."""
    order = sorted(pairs.items())
    ends: list[_Key] = []
    places: list[int] = []
    before: list[int] = []
    for at, (_, old) in enumerate(order):
        place = bisect_left(ends, old)
        if place == len(ends):
            ends.append(old)
            places.append(at)
        else:
            ends[place], places[place] = old, at
        before.append(places[place - 1] if place else -1)
    kept: dict[_Key, _Key] = {}
    at = places[-1] if places else -1
    while at >= 0:
        kept[order[at][0]] = order[at][1]
        at = before[at]
    return kept
