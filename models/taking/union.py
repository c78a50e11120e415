"""Two drafts of a comparison as one row of places, in which either draft, and whatever is between, is read in order.

What stayed has one place, where it stands in the old draft and in the new; what moved, came or went has its own. A text
with some changes taken is what these have at the places: so it does not matter in which order they are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.comparison.chain import heaviest_chain
from models.comparison.change import Comparison
from models.draft import Draft, Kind, Paragraph

Span = range
_MUCH = 10_000.0
"""So much more than what moved counts what did not, where the order that both drafts share is asked for."""
_ONE, _MORE = 1.0, 0.99
"""The first paragraph of several that became one, or of one that became several, stays rather than the others."""
_PHASES = {Kind.MASTHEAD: 1, Kind.SPONSOR_NOTE: 1, Kind.ENACTING: 2, Kind.PREAMBULAR: 3, Kind.CLOSING: 5}
Line = tuple[int, int, int]
"""Whose table and row, or column, it is, 0 the old draft's and 1 the new one's, and their numbers there."""
Lines = Mapping[tuple[int, int], tuple[int, int]]
"""Which row or column of a table of the old draft lives on as which of the new."""


@dataclass(frozen=True)
class Union:
    """The places of two drafts, counted from 0: `ranks` are those of the old draft's paragraphs and of the new one's.

    `rows` and `columns` give those of the old draft that live on the one of the new draft that they are.
    """

    comparison: Comparison
    ranks: tuple[Sequence[int], Sequence[int]]
    rows: Lines
    columns: Lines

    def turned(self, comparison: Comparison) -> Union:
        """The same places on the way back, of which this is the comparison."""
        rows, columns = ({new: old for old, new in lines.items()} for lines in (self.rows, self.columns))
        return Union(comparison, self.ranks[::-1], rows, columns)

    @cached_property
    def at(self) -> tuple[Sequence[int | None], Sequence[int | None]]:
        """Which paragraph of the old draft, and which of the new, has each place."""
        size = max([*self.ranks[0], *self.ranks[1]], default=-1) + 1
        found: tuple[list[int | None], list[int | None]] = [None] * size, [None] * size
        for side, ranks in enumerate(self.ranks):
            for at, rank in enumerate(ranks):
                found[side][rank] = at
        return found

    @cached_property
    def numbers(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """In which change each paragraph of the old draft stands, and of the new."""
        changes = self.comparison.changes
        olds = {at: number for number, change in enumerate(changes) for at in change.old}
        return olds, {at: number for number, change in enumerate(changes) for at in change.new}

    def row(self, side: int, at: int) -> Line | None:
        """In which row a paragraph of one draft sits; a row that lives on is the new draft's."""
        cell = (self.comparison.new if side else self.comparison.old).paragraphs[at].cell
        return _line(self.rows, side, cell[:2]) if cell is not None else None

    def column(self, side: int, at: int) -> Line | None:
        """The same for the column."""
        cell = (self.comparison.new if side else self.comparison.old).paragraphs[at].cell
        return _line(self.columns, side, (cell[0], cell[2])) if cell is not None else None

    def row_at(self, rank: int) -> Line | None:
        """In which row what has a place sits."""
        side, at = self.either(rank)
        return self.row(side, at)

    def column_at(self, rank: int) -> Line | None:
        """In which column what has a place sits."""
        side, at = self.either(rank)
        return self.column(side, at)

    def either(self, rank: int) -> tuple[int, int]:
        """What has a place in the new draft, or if nothing has, in the old: in which of the two, and its position."""
        new, old = self.at[1][rank], self.at[0][rank]
        return (1, new) if new is not None else (0, old or 0)


def _line(lines: Lines, side: int, own: tuple[int, int]) -> Line:
    lives_on = lines.get(own) if not side else None
    return (1, *lives_on) if lives_on is not None else (side, *own)


def union(comparison: Comparison) -> Union:
    """The places of the two drafts of a comparison."""
    drafts = comparison.old, comparison.new
    spans = tuple([*rows_and_others(draft)] for draft in drafts)
    span_of = [{at: number for number, span in enumerate(one) for at in span} for one in spans]
    weights: dict[tuple[int, int], float] = {}
    partners: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    for change in comparison.changes:
        much = 1.0 if change.moved else _MUCH
        for i, at in enumerate(change.old):
            for j, place in enumerate(change.new):
                two = span_of[0][at], span_of[1][place]
                weight = much * (_MORE if i or j else _ONE)
                weights[two] = weights.get(two, 0.0) + weight
                partners.setdefault(two, []).append((at, place, weight))
    tables = _tables(drafts, spans, weights)
    stayed = [
        (old, new, weight)
        for (old, new), weight in weights.items()
        if tables.get(_table(drafts[0], spans[0][old]), -1) == _table(drafts[1], spans[1][new])
    ]
    ranks = [0] * len(drafts[0].paragraphs), [0] * len(drafts[1].paragraphs)
    rows: dict[tuple[int, int], tuple[int, int]] = {}
    count = 0

    def put(side: int, places: Sequence[int]) -> None:
        nonlocal count
        for at in places:
            ranks[side][at] = count
            count += 1

    def put_between(old: Sequence[Span], new: Sequence[Span]) -> None:
        for side, span in _in_turn(drafts, old, new):
            put(side, span)

    done = 0, 0
    for i, j in heaviest_chain(stayed):
        put_between(spans[0][done[0] : i], spans[1][done[1] : j])
        old, new = spans[0][i], spans[1][j]
        cells = drafts[0].paragraphs[old[0]].cell, drafts[1].paragraphs[new[0]].cell
        if cells[0] is not None and cells[1] is not None:
            rows[cells[0][:2]] = cells[1][:2]
        at, place = old[0], new[0]
        for one, other in heaviest_chain(partners[i, j]):
            put(0, range(at, one))
            put(1, range(place, other))
            ranks[0][one] = ranks[1][other] = count
            count += 1
            at, place = one + 1, other + 1
        put(0, range(at, old[-1] + 1))
        put(1, range(place, new[-1] + 1))
        done = i + 1, j + 1
    put_between(spans[0][done[0] :], spans[1][done[1] :])
    return Union(comparison, ranks, rows, _columns(comparison, ranks))


def _columns(comparison: Comparison, ranks: Sequence[Sequence[int]]) -> Lines:
    """The columns that live on: those in which most of what stayed in its place stands."""
    votes: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    old_at = {rank: at for at, rank in enumerate(ranks[0])}
    for place, rank in enumerate(ranks[1]):
        if rank in old_at:
            before, now = comparison.old.paragraphs[old_at[rank]].cell, comparison.new.paragraphs[place].cell
            if before is not None and now is not None:
                its = votes.setdefault((before[0], now[0]), {})
                its[before[2], now[2]] = its.get((before[2], now[2]), 0.0) + 1.0
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for (old, new), pairs in sorted(votes.items()):
        for one, other in heaviest_chain([(*two, weight) for two, weight in pairs.items()]):
            found.setdefault((old, one), (new, other))
    return found


def _table(draft: Draft, span: Span) -> int | None:
    cell = draft.paragraphs[span[0]].cell
    return cell[0] if cell is not None else None


def _tables(
    drafts: Sequence[Draft], spans: Sequence[Sequence[Span]], weights: Mapping[tuple[int, int], float]
) -> dict[int | None, int | None]:
    """The tables that live on, each as one; what stands in none does so in none."""
    votes: dict[tuple[int, int], float] = {}
    for (old, new), weight in weights.items():
        one, other = _table(drafts[0], spans[0][old]), _table(drafts[1], spans[1][new])
        if one is not None and other is not None:
            votes[one, other] = votes.get((one, other), 0.0) + weight
    found: dict[int | None, int | None] = {None: None}
    found.update(heaviest_chain([(*pair, weight) for pair, weight in votes.items()]))
    return found


def rows_and_others(draft: Draft) -> Iterator[Span]:
    """The paragraphs of a draft, those of one row of a table together."""
    start = 0
    paragraphs = draft.paragraphs
    for at in range(1, len(paragraphs) + 1):
        cell = paragraphs[start].cell
        other = paragraphs[at].cell if at < len(paragraphs) else None
        if cell is None or other is None or cell[:2] != other[:2]:
            yield range(start, at)
            start = at


def _in_turn(drafts: Sequence[Draft], old: Sequence[Span], new: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """What is the old draft's and what the new one's between what stayed: items and rows of a table stay together."""
    i = j = 0
    while i < len(old) and j < len(new):
        one, other = drafts[0].paragraphs[old[i][0]], drafts[1].paragraphs[new[j][0]]
        if _depth(one) <= _depth(other):
            yield 0, old[i]
            i += 1
        else:
            yield 1, new[j]
            j += 1
    for span in old[i:]:
        yield 0, span
    for span in new[j:]:
        yield 1, span


def _depth(paragraph: Paragraph) -> tuple[int, int]:
    """What is least stands first: what belongs to what stands before it."""
    if paragraph.cell is not None:
        return 0, 0
    if paragraph.kind is Kind.SUBPARAGRAPH:
        return 0, 9 - paragraph.level
    return _PHASES.get(paragraph.kind, 4), 0
