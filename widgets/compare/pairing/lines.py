"""The rows of the pairing page: the chosen ends, what is unpaired or offered in its place, folds, rows of tables."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from widgets.compare.pairing.rows import End, Held, Pairs


@dataclass(frozen=True, slots=True)
class Line:
    """A row: paragraphs of both sides that stand beside each other, or a fold over changes up to `end`.

    `change` is the number of the first change it stands for. `in_table` are cells of one row of a table.
    """

    change: int
    end: int
    olds: tuple[int, ...] = ()
    news: tuple[int, ...] = ()
    fold: bool = False
    open: bool = False
    chosen: bool = False
    in_table: bool = False


def rows_of(pairs: Pairs, held: Held | None, offered: Collection[int], opened: Collection[End]) -> tuple[Line, ...]:
    """The rows: the chosen ends beside each other, what is unpaired or offered in its place, folds over the rest.

    `offered` are positions of the other side; a fold over any of the paragraphs in `opened` is open.
    """
    changes = pairs.comparison.changes
    place = pairs.number(End(held.old, held.here[0])) if held is not None else None
    rows: list[Line] = []
    number = 0
    while number < len(changes):
        if _stands(pairs, number, held, offered, place):
            rows += _lines(pairs, number, held, place)
            number += 1
            continue
        first = number
        while number < len(changes) and not _stands(pairs, number, held, offered, place):
            number += 1
        is_open = bool(opened) and not ends_in(pairs, first, number).isdisjoint(opened)
        rows.append(Line(first, number, fold=True, open=is_open))
        if is_open:
            rows += [Line(at, at + 1, changes[at].old, changes[at].new) for at in range(first, number)]
    return _in_tables(pairs, rows, () if held is None else offered, held is not None and held.old)


def _in_tables(pairs: Pairs, rows: Sequence[Line], offered: Collection[int], to_new: bool) -> tuple[Line, ...]:
    """The rows with all cells of one row of a table as one; where a cell is chosen or offered each stands by itself."""
    found: list[Line] = []
    for row, lines in groupby(rows, lambda line: None if line.fold else pairs.row_of_table(line.change)):
        cells = list(lines)
        olds, news = tuple(at for one in cells for at in one.olds), tuple(at for one in cells for at in one.news)
        asked = any(line.chosen for line in cells) or not set(offered).isdisjoint(news if to_new else olds)
        if row is None or asked or len(cells) < pairs.cells_in[row]:
            found += cells
        else:
            found.append(Line(cells[0].change, cells[-1].end, olds, news, in_table=True))
    return tuple(found)


def ends_in(pairs: Pairs, first: int, end: int) -> set[End]:
    """The paragraphs of some changes on end."""
    changes = pairs.comparison.changes[first:end]
    return {End(True, at) for change in changes for at in change.old} | {
        End(False, at) for change in changes for at in change.new
    }


def _stands(pairs: Pairs, number: int, held: Held | None, offered: Collection[int], place: int | None) -> bool:
    """Whether a change is shown by itself and not folded away."""
    change = pairs.comparison.changes[number]
    if number == place:
        return True
    if not (change.old and change.new):
        return any(at in pairs.alone[True] for at in change.old) or any(at in pairs.alone[False] for at in change.new)
    other = () if held is None else change.new if held.old else change.old
    return any(at in offered for at in other)


def _lines(pairs: Pairs, number: int, held: Held | None, place: int | None) -> list[Line]:
    """The rows of a change: the chosen ends beside each other, and under them what they leave of it; of others nothing
    where the chosen ends show all of it."""
    change = pairs.comparison.changes[number]
    if held is None or (number != place and change.old and change.new):
        return [Line(number, number + 1, change.old, change.new)]
    chosen = [Line(number, number + 1, held.olds, held.news, chosen=True)] if number == place else []
    olds = tuple(at for at in change.old if at not in held.olds)
    news = tuple(at for at in change.new if at not in held.news)
    return [*chosen, Line(number, number + 1, olds, news)] if olds or news else chosen
