"""Tables that went elsewhere whole: their cells say too little to be known again one by one, all together they do."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence

from models.comparison.aligning.matching import Matching
from models.comparison.words.features import Profile

Cell = tuple[int, int, int]

SHARED = 0.5
"""So large a share of their letters and figures, cell for cell, two tables share that are one."""


def pair_tables(matching: Matching, olds: Mapping[Cell, Sequence[int]], news: Mapping[Cell, Sequence[int]]) -> None:
    """Pair the rows that are the same in two tables of which mostly the same stands in no other place.

    `olds` and `news` are the positions of each cell. A table of which a cell lives on in another one is left alone.
    """
    free = _free(olds, matching.to_new), _free(news, matching.to_old)
    if not free[0] or not free[1]:
        return
    says = _says(matching.old, olds, free[0]), _says(matching.new, news, free[1])
    shares = []
    for table, one in says[0].items():
        for other, two in says[1].items():
            shared = sum((one & two).values())
            if shared and 2 * shared >= SHARED * (sum(one.values()) + sum(two.values())):
                shares.append((-shared, table, other))
    taken: set[tuple[int, int]] = set()
    for _, table, other in sorted(shares):
        if not taken & {(0, table), (1, other)}:
            taken |= {(0, table), (1, other)}
            _pair_rows(matching, _rows(matching.old, olds, table), _rows(matching.new, news, other))


def _free(cells: Mapping[Cell, Sequence[int]], partners: Sequence[tuple[int, ...]]) -> set[int]:
    """The tables none of whose cells lives on."""
    held = {table for (table, _, _), places in cells.items() if any(partners[at] for at in places)}
    return {table for table, _, _ in cells} - held


def _says(
    profiles: Sequence[Profile], cells: Mapping[Cell, Sequence[int]], tables: set[int]
) -> dict[int, Counter[str]]:
    """What stands in each table: each text as often as it has letters there."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for (table, _, _), places in cells.items():
        if table in tables:
            for at in places:
                if not profiles[at].blank:
                    found[table][profiles[at].key] += max(1, profiles[at].length)
    return found


def _rows(profiles: Sequence[Profile], cells: Mapping[Cell, Sequence[int]], table: int) -> dict[int, list[int]]:
    """The positions in each row of a table."""
    found: dict[int, list[int]] = defaultdict(list)
    for (of, row, _), places in sorted(cells.items()):
        if of == table:
            found[row] += places
    return {row: places for row, places in found.items() if not all(profiles[at].blank for at in places)}


def _pair_rows(matching: Matching, ours: Mapping[int, list[int]], theirs: Mapping[int, list[int]]) -> None:
    waiting: dict[tuple[str, ...], deque[list[int]]] = defaultdict(deque)
    for places in theirs.values():
        waiting[tuple(matching.new[at].key for at in places)].append(places)
    for places in ours.values():
        if there := waiting.get(tuple(matching.old[at].key for at in places)):
            for i, j in zip(places, there.popleft(), strict=True):
                if matching.may(i, j):
                    matching.pair_two(i, j)
