"""Two drafts of a comparison as one row of places, in which either draft, and whatever is between, is read in order.

What stayed has one place, where it stands in the old draft and in the new; what moved, came or went has its own. A text
with some changes taken is what these have at the places: so it does not matter in which order they are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.comparison.change import Comparison
from models.comparison.partly import turned
from models.comparison.words.chain import heaviest_chain
from models.draft import Draft, Kind, Paragraph
from models.editing.placed import Known
from models.taking.numbers_put_in import Way, ways

Span = range
TABLES, ROWS, CELLS = 0, 1, 2
"""What a text is laid out by, each in the one before."""
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

    `tables`, `rows` and `columns` give those of the old draft that live on the one of the new draft that they are.
    `beside` says of each change that nobody is asked about with which other it goes. `back` is the way back, from the
    new draft of a comparison to the old.
    """

    comparison: Comparison
    ranks: tuple[Sequence[int], Sequence[int]]
    tables: Mapping[int, int]
    rows: Lines
    columns: Lines
    beside: Mapping[int, int]
    back: bool = False

    @property
    def drafts(self) -> tuple[Draft, Draft]:
        """The old draft and the new one."""
        return self.comparison.old, self.comparison.new

    @cached_property
    def way_back(self) -> tuple[Union, Sequence[int]]:
        """The same places beside the comparison the other way round, and which change each of its changes was."""
        comparison, order = turned(self.comparison)
        return self._turned(comparison, order), order

    @cached_property
    def ways(self) -> tuple[Sequence[tuple[Way, ...]], Sequence[tuple[Way, ...]]]:
        """The ways in which the paragraphs of the old draft have their numbers, and those of the new one."""
        return [*ways(self.comparison.old)], [*ways(self.comparison.new)]

    def _turned(self, comparison: Comparison, order: Sequence[int]) -> Union:
        rows, columns = ({new: old for old, new in lines.items()} for lines in (self.rows, self.columns))
        tables = {new: old for old, new in self.tables.items()}
        now = {was: number for number, was in enumerate(order)}
        beside = {now[number]: now[other] for number, other in self.beside.items()}
        return Union(comparison, self.ranks[::-1], tables, rows, columns, beside, not self.back)

    @cached_property
    def columns_that_live_on(self) -> Mapping[tuple[int, int], Line]:
        """The columns of the old draft that live on, as what; on the way back too it is that which was old at first."""
        if self.back:
            return {new: (0, *old) for old, new in self.columns.items()}
        return {old: (1, *new) for old, new in self.columns.items()}

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

    def numbers_at(self, rank: int) -> set[int]:
        """The changes that have a place."""
        there = (self.at[side][rank] for side in (0, 1))
        return {self.numbers[side][at] for side, at in enumerate(there) if at is not None}

    def images(self, known: Known) -> Mapping[int, Sequence[int]]:
        """The paragraphs of a text by the change that each is known to stand in, by number."""
        found: dict[int, list[int]] = {}
        for at, origin in enumerate(known):
            if origin is not None:
                found.setdefault(self.numbers[origin[0]][origin[1]], []).append(at)
        return found

    def row(self, side: int, at: int) -> Line | None:
        """In which row a paragraph of one draft sits; a row that lives on is the new draft's."""
        cell = self.drafts[side].paragraphs[at].cell
        return _line(self.rows, side, cell[:2]) if cell is not None else None

    def table(self, side: int, at: int) -> tuple[int, int] | None:
        """The same for the table."""
        cell = self.drafts[side].paragraphs[at].cell
        if cell is None:
            return None
        return (1, self.tables[cell[0]]) if not side and cell[0] in self.tables else (side, cell[0])

    def column(self, side: int, at: int) -> Line | None:
        """The same for the column."""
        cell = self.drafts[side].paragraphs[at].cell
        return _line(self.columns, side, (cell[0], cell[2])) if cell is not None else None

    def either(self, rank: int) -> tuple[int, int]:
        """What has a place in the new draft, or if nothing has, in the old: in which of the two, and its position."""
        new, old = self.at[1][rank], self.at[0][rank]
        return (1, new) if new is not None else (0, old or 0)


def _line(lines: Lines, side: int, own: tuple[int, int]) -> Line:
    lives_on = lines.get(own) if not side else None
    return (1, *lives_on) if lives_on is not None else (side, *own)


def union(comparison: Comparison) -> Union:
    """The places of the two drafts of a comparison; worked out once, and kept as long as that is."""
    return comparison.once(_laid)


def _laid(comparison: Comparison) -> Union:
    # What a comparison keeps does not hold it, but one that reads the same: in a ring both would go only when these are
    # searched for.
    return _Laying(replace(comparison)).done()


class _Laying:
    """Lays the paragraphs of two drafts in one row: tables and others, in tables their rows, in rows their cells."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._drafts = comparison.old.paragraphs, comparison.new.paragraphs
        self._ranks = [0] * len(self._drafts[0]), [0] * len(self._drafts[1])
        self._count = 0
        self._tables: dict[int, int] = {}
        self._rows: dict[tuple[int, int], tuple[int, int]] = {}
        self._partners: dict[int, list[tuple[int, float]]] = {}
        for change in comparison.changes:
            much = 1.0 if change.moved else _MUCH
            for i, at in enumerate(change.old):
                for j, place in enumerate(change.new):
                    if not change.moved or self._drafts[0][at].cell is not None:
                        # What moved goes elsewhere, be it that only what it stands under goes.
                        self._partners.setdefault(at, []).append((place, much * (_MORE if i or j else _ONE)))

    def done(self) -> Union:
        """The places."""
        self._lay(range(len(self._drafts[0])), range(len(self._drafts[1])), TABLES)
        columns = _columns(self._comparison, self._ranks)
        return Union(self._comparison, self._ranks, self._tables, self._rows, columns, _beside(self._comparison))

    def _lay(self, old: Span, new: Span, level: int) -> None:
        spans = [*spans_of(self._drafts[0], old, level)], [*spans_of(self._drafts[1], new, level)]
        held = {place: number for number, span in enumerate(spans[1]) for place in span}
        weights: dict[tuple[int, int], float] = {}
        for number, span in enumerate(spans[0]):
            for at in span:
                for place, weight in self._partners.get(at, ()):
                    if place in held and (self._drafts[0][at].cell is None) == (self._drafts[1][place].cell is None):
                        two = number, held[place]
                        weights[two] = weights.get(two, 0.0) + weight
        done = 0, 0
        for i, j in heaviest_chain([(*two, weight) for two, weight in weights.items()]):
            self._lay_between(spans[0][done[0] : i], spans[1][done[1] : j])
            self._lay_together(spans[0][i], spans[1][j], level)
            done = i + 1, j + 1
        self._lay_between(spans[0][done[0] :], spans[1][done[1] :])

    def _lay_together(self, old: Span, new: Span, level: int) -> None:
        before, now = self._drafts[0][old[0]].cell, self._drafts[1][new[0]].cell
        if before is None or now is None or level == CELLS:
            self._ranks[0][old[0]] = self._ranks[1][new[0]] = self._count
            self._count += 1
            return
        if level == TABLES:
            self._tables[before[0]] = now[0]
        else:
            self._rows[before[:2]] = now[:2]
        self._lay(old, new, level + 1)

    def _lay_between(self, old: Sequence[Span], new: Sequence[Span]) -> None:
        """What is the old draft's and what the new one's between what stayed: items stay under their paragraph."""
        i = j = 0
        while i < len(old) or j < len(new):
            turn = i < len(old) and (
                j == len(new) or _depth(self._drafts[0][old[i][0]]) <= _depth(self._drafts[1][new[j][0]])
            )
            for at in old[i] if turn else new[j]:
                self._ranks[0 if turn else 1][at] = self._count
                self._count += 1
            i, j = (i + 1, j) if turn else (i, j + 1)


def _beside(comparison: Comparison) -> dict[int, int]:
    """With which change each goes that nobody is asked about: the one before it, the first with the first.

    A line of the masthead goes with another one only: the table that a Word file has them in is no part of a paragraph.
    """
    found: dict[int, int] = {}
    olds, news = comparison.old.paragraphs, comparison.new.paragraphs
    first = (olds[one.old[0]] if one.old else news[one.new[0]] for one in comparison.changes)
    in_masthead = [paragraph.kind is Kind.MASTHEAD for paragraph in first]
    for part in (True, False):
        its = [number for number, in_it in enumerate(in_masthead) if in_it is part]
        last = next((number for number in its if comparison.changes[number].weight is not None), None)
        for number in its:
            if comparison.changes[number].weight is not None:
                last = number
            elif last is not None:
                found[number] = last
    return found


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


def spans_of(paragraphs: Sequence[Paragraph], span: Span, level: int) -> Iterator[Span]:
    """A stretch in its parts: tables and other paragraphs, or the rows of a table, or its paragraphs one by one."""
    start = span.start
    for at in range(span.start + 1, span.stop + 1):
        cell = paragraphs[start].cell if level != CELLS else None
        other = paragraphs[at].cell if at < span.stop else None
        if cell is None or other is None or cell[: level + 1] != other[: level + 1]:
            yield range(start, at)
            start = at


def _depth(paragraph: Paragraph) -> tuple[int, int]:
    """What is least stands first: what belongs to what stands before it."""
    if paragraph.kind is Kind.SUBPARAGRAPH:
        return 0, 9 - paragraph.level
    return _PHASES.get(paragraph.kind, 4), 0
