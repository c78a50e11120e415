"""Tables in a merge: what of them has to be taken together, which rows they have in the merged text, and their counts.

A row comes, goes and moves as one. A table whose columns a side changed while the other changed anything in it is asked
about as a whole, and so are two rows to which the sides gave one name, and one that one of them
gave another name while the other changed its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from models.merging.pairs.clusters import Positions, Sides, Tie
from models.merging.sides import BASE, OURS, THEIRS, alike
from models.merging.tables.matched_tables import Matched, Table

_MISSPELT = 1
"""A name of which so many letters are others is spelt rightly now; one of which more are is another name."""
Cell = tuple[int, int, int]
TableKey = tuple[int, int]
"""A table: the side that has it first, and its number there."""
RowKey = tuple[TableKey, int, int]
"""A row of a table: the side that has it first, and its number there."""


@dataclass(frozen=True)
class Tables:
    """The row that each paragraph in a table is of, side by side; `loose` are the tables that are in no order."""

    rows: tuple[Mapping[int, RowKey], Mapping[int, RowKey], Mapping[int, RowKey]]
    numbers: tuple[Mapping[int, Cell], ...]
    """The cell that each side gives each of its paragraphs."""
    loose: frozenset[TableKey] = frozenset()

    def seat(self, places: Sequence[Sequence[int]]) -> tuple[int, int] | None:
        """The side and the place there that say in which cell that is what stands at these of base, ours and theirs."""
        for side in (BASE, OURS, THEIRS):
            if places[side][:1] and places[side][0] in self.rows[side]:
                return side, places[side][0]
        return None


def tied(sides: Sides, matched: tuple[Matched, Matched]) -> tuple[list[Tie], Tables]:
    """What belongs together for a table's sake, and the rows of all tables."""
    ties: list[Tie] = []
    rows: tuple[dict[int, RowKey], ...] = ({}, {}, {})
    loose: set[TableKey] = set()
    olds = matched[0].olds
    for number, table in enumerate(olds):
        on = [_on(one, number) for one in matched]
        changed = [_changed(sides, side, table, on[side - 1]) for side in (OURS, THEIRS)]
        both = all(changed) and not _same(sides, on)
        even = not any(number in one.odd or number not in one.became for one in matched)
        if even:
            _even_rows(rows, number, table, matched)
            if both:
                ties += [*_rows_gone(number, table, matched), *_of_one_name(sides, number, table, matched)]
                ties += _renamed(sides, number, table, matched)
            continue
        if all(changed):
            ties.append(Tie(table.places, (_all_of(on[0]), _all_of(on[1])), True))
        if not both:
            side = THEIRS if changed[1] and not changed[0] else OURS
            found = on[side - 1]
            if found is not None:
                rows[side].update(_rows_of((BASE, number), side, found))
                if not found.plain:
                    loose.add((BASE, number))
    for side, one in ((OURS, matched[0]), (THEIRS, matched[1])):
        for number, table in enumerate(one.news):
            if number not in one.came_from:
                rows[side].update(_rows_of((side, number), side, table))
                if not table.plain:
                    loose.add((side, number))
    numbers = tuple({at: cell for at, one in enumerate(side.draft.paragraphs) if (cell := one.cell)} for side in sides)
    return ties, Tables((rows[BASE], rows[OURS], rows[THEIRS]), numbers, frozenset(loose))


def _of_one_name(sides: Sides, number: int, table: Table, matched: tuple[Matched, Matched]) -> Iterator[Tie]:
    """The rows to which both sides gave one name, where these are two rows that would both stand.

    Two new ones are not meant: they are two forms of one (`cells_twice`).
    """
    named = [_named(sides, side, number, one) for side, one in ((OURS, matched[0]), (THEIRS, matched[1]))]
    kept = [{row for of, row in one.rows if of == number} for one in matched]
    for name in sorted(named[0].keys() & named[1].keys()):
        ours, theirs = named[0][name], named[1][name]
        if len(ours) > 1 or len(theirs) > 1 or (was := (ours[0][0], theirs[0][0]))[0] == was[1]:
            continue
        if all(row is None or row in other for row, other in zip(was, reversed(kept), strict=True)):
            held = [row for row in was if row is not None]
            there: list[Positions] = []
            for one, (old, now) in zip(matched, (ours[0], theirs[0]), strict=True):
                its = _on(one, number)
                assert its is not None
                there.append(its.row(now) if old is None else ())
            base = tuple(sorted(at for row in held for at in table.row(row)))
            yield Tie(base, (there[0], there[1]), True)


def _renamed(sides: Sides, number: int, table: Table, matched: tuple[Matched, Matched]) -> Iterator[Tie]:
    """The rows to which one side gave another name while the other changed figures: whose these are nobody says."""
    for row, cells in table.cells.items():
        there = [one.rows.get((number, row)) for one in matched]
        became = [
            found.row(now) if now is not None and (found := _on(one, number)) is not None else ()
            for one, now in zip(matched, there, strict=True)
        ]
        if not all(len(news) == len(table.row(row)) == len(cells) for news in became):
            continue
        said = [
            [sides[side].draft.paragraphs[at].text.strip().casefold() for at in places]
            for side, places in ((BASE, table.row(row)), (OURS, became[0]), (THEIRS, became[1]))
        ]
        (name, *base), *own = said
        called = [any(map(str.isalpha, one[0])) and Levenshtein.distance(one[0], name) > _MISSPELT for one in own]
        other = own[0] if called[1] else own[1]
        if any(map(str.isalpha, name)) and called[0] != called[1] and other[1:] != base:
            yield Tie(table.row(row), ((), ()), True)


def _named(sides: Sides, side: int, number: int, matched: Matched) -> dict[str, list[tuple[int | None, int]]]:
    """The rows of a table on a side by what their first cell says: the row of the base that each was, and its own."""
    table = _on(matched, number)
    came = {new: row for (of, row), new in matched.rows.items() if of == number}
    found: dict[str, list[tuple[int | None, int]]] = {}
    for row in table.cells if table is not None else ():
        name = sides[side].draft.paragraphs[table.row(row)[0]].text.strip() if table is not None else ""
        if name:
            found.setdefault(name, []).append((came.get(row), row))
    return found


def _on(matched: Matched, number: int) -> Table | None:
    return matched.news[matched.became[number]] if number in matched.became else None


def _changed(sides: Sides, side: int, old: Table, new: Table | None) -> bool:
    return new is None or not _alike(sides, BASE, old, side, new) or any(map(sides[side].cites_reworded, new.places))


def _same(sides: Sides, on: Sequence[Table | None]) -> bool:
    ours, theirs = on
    if ours is None or theirs is None:
        return ours is theirs
    return _alike(sides, OURS, ours, THEIRS, theirs)


def _alike(sides: Sides, one: int, first: Table, two: int, second: Table) -> bool:
    shape = [[row.keys() for row in table.cells.values()] for table in (first, second)]
    return (
        shape[0] == shape[1]
        and len(first.places) == len(second.places)
        and all(alike(sides[one], i, sides[two], j) for i, j in zip(first.places, second.places, strict=True))
    )


def _all_of(table: Table | None) -> tuple[int, ...]:
    return table.places if table is not None else ()


def _rows_of(key: TableKey, side: int, table: Table) -> Iterable[tuple[int, RowKey]]:
    return ((at, (key, side, row)) for row in table.cells for at in table.row(row))


def _even_rows(rows: Sequence[dict[int, RowKey]], number: int, table: Table, matched: tuple[Matched, Matched]) -> None:
    key = (BASE, number)
    rows[BASE].update(_rows_of(key, BASE, table))
    for side, one in ((OURS, matched[0]), (THEIRS, matched[1])):
        there = _on(one, number)
        assert there is not None
        came = {new: row for (of, row), new in one.rows.items() if of == number}
        for row in there.cells:
            name = (key, BASE, came[row]) if row in came else (key, side, row)
            rows[side].update((at, name) for at in there.row(row))


def _rows_gone(number: int, table: Table, matched: tuple[Matched, Matched]) -> Iterable[Tie]:
    """Rows that one side deleted, with all that the other has in them."""
    for row in table.cells:
        there = [one.rows.get((number, row)) for one in matched]
        if (there[0] is None) != (there[1] is None):
            added: list[tuple[int, ...]] = [(), ()]
            for side in (0, 1):
                now, found = there[side], _on(matched[side], number)
                if now is not None and found is not None:
                    added[side] = found.row(now)
            yield Tie(table.row(row), (added[0], added[1]))
