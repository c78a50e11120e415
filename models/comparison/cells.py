"""Cells of tables: what stands in one belongs to its row and column, whatever it says elsewhere in the table.

"500 000" that went from the column of one year to that of the next is no cell that stayed. Which row and column of the
new table an old one became is told by what they are headed with; a row headed with a mere number by its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from models.comparison.gaps import SHORT
from models.comparison.matching import Matching
from models.draft import Draft, Kind

HEAD = 1_000
"""A head counts as so many letters."""
Cell = tuple[int, int, int]
Line = tuple[int, int]
"""A table, and a row or a column of it."""


def keep_cells(matching: Matching, old: Draft, new: Draft, bound: Collection[tuple[int, int]]) -> None:
    """Part cells that went to another row or column than its head did, and pair what stands there instead.

    `bound` pairs stay.
    """
    olds, news = _places(old), _places(new)
    if not olds or not news:
        return
    tables, rows, columns = _lives_on(matching, old, new, olds)
    stayed: set[Line] = set()
    for i, j, cell, other in list(_pairs(matching, old, new)):
        table, row, column = cell
        if other[0] == tables.get(table):
            stayed.add((table, row))
            place = rows.get((table, row), other[1]), columns.get((table, column), other[2])
            if place != other[1:] and (i, j) not in bound:
                matching.part(i, j)
    for (table, row, column), here in olds.items():
        there = news.get((tables.get(table, -1), rows.get((table, row), -1), columns.get((table, column), -1)), ())
        free = [i for i in here if not matching.to_new[i]], [j for j in there if not matching.to_old[j]]
        for i, j in zip(*free, strict=False):
            if column == 0 and matching.old[i].key == matching.new[j].key:
                stayed.add((table, row))
            # Of a row that is gone, nothing lives on in the one that came for it.
            if (table, row) in stayed and _may_be_one(matching, i, j):
                matching.pair_two(i, j)


def _may_be_one(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs of one cell are told as one: one of them is empty, or both are short."""
    one, two = matching.old[old], matching.new[new]
    return one.blank or two.blank or (len(one.words) <= SHORT and len(two.words) <= SHORT)


def _places(draft: Draft) -> dict[Cell, list[int]]:
    """The positions of the paragraphs of each cell."""
    found: dict[Cell, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(draft.paragraphs):
        # The table at the head of a document is layout: its lines belong together by what they say.
        if paragraph.cell is not None and paragraph.kind is not Kind.MASTHEAD:
            found[paragraph.cell].append(at)
    return found


def _pairs(matching: Matching, old: Draft, new: Draft) -> Iterator[tuple[int, int, Cell, Cell]]:
    """Two paragraphs alone that belong together and both stand in cells."""
    for i, paragraph in enumerate(old.paragraphs):
        if paragraph.cell is None or paragraph.kind is Kind.MASTHEAD or len(matching.to_new[i]) != 1:
            continue
        (j,) = matching.to_new[i]
        cell = new.paragraphs[j].cell
        if cell is not None and len(matching.to_old[j]) == 1:
            yield i, j, paragraph.cell, cell


def _lives_on(
    matching: Matching, old: Draft, new: Draft, olds: Collection[Cell]
) -> tuple[dict[int, int], dict[Line, int], dict[Line, int]]:
    """Which table, which row and which column of it each became."""
    between: Counter[tuple[int, int]] = Counter()
    paired = [(old.paragraphs[i], cell, other) for i, _, cell, other in _pairs(matching, old, new)]
    for paragraph, cell, other in paired:
        between[cell[0], other[0]] += 1 + len(paragraph.text)
    tables = _one_to_one(between)
    heads = _heads(old), _heads(new)
    rows: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    columns: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for paragraph, (table, row, column), other in paired:
        if tables.get(table) == other[0] and paragraph.text.strip():
            says = max(1, sum(map(str.isalpha, paragraph.text)))
            names = heads[0].get((table, row, column)) == heads[1].get(other, "") and HEAD
            rows[table][row, other[1]] += says + names * (column == 0 and _is_name(paragraph.text))
            columns[table][column, other[2]] += says + names * (row == 0)
    return tables, _told(rows, [(table, row) for table, row, _ in olds]), _told(columns, [(t, c) for t, _, c in olds])


def _heads(draft: Draft) -> dict[Cell, str]:
    """What heads a row or a column, where no other of the same table is headed so."""
    found = {
        paragraph.cell: paragraph.text.strip()
        for paragraph in draft.paragraphs
        if paragraph.cell is not None and 0 in paragraph.cell[1:]
    }
    often = Counter((cell[0], text) for cell, text in found.items())
    return {cell: text for cell, text in found.items() if often[cell[0], text] == 1}


def _is_name(text: str) -> bool:
    """Whether a head names its row: "Norway" does, "OP5" or "(a)" only counts it."""
    return not any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) > 1


def _told(votes: dict[int, Counter[tuple[int, int]]], lines: Collection[Line]) -> dict[Line, int]:
    """Which row or column of its table each became: what most speaks for, else the one after that of the one before."""
    found = {(table, one): two for table, said in votes.items() for one, two in _one_to_one(said).items()}
    taken = {(table, two) for (table, _), two in found.items()}
    for table, one in sorted(set(lines)):
        after = found.get((table, one - 1), -1) + 1
        if (table, one) not in found and (table, after) not in taken and (one == 0 or after):
            found[table, one] = after
            taken.add((table, after))
    return found


def _one_to_one(votes: Counter[tuple[int, int]]) -> dict[int, int]:
    """For each what most speaks for, no two for the same."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (one, two), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if one not in found and two not in taken:
            found[one] = two
            taken.add(two)
    return found
