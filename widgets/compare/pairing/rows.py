"""Two texts as pairs of paragraphs: who is with whom, and by whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.candidates import Candidate
from models.comparison.change import Change
from models.comparison.units import cell_places
from models.draft import Kind, Paragraph
from models.draft.directions import runs_right_to_left
from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.changes.names import place_name, short_name


@dataclass(frozen=True, slots=True)
class End:
    """A paragraph of the old draft, or of the new one."""

    old: bool
    position: int


@dataclass(frozen=True, slots=True)
class Held:
    """The ends that are chosen: on one side (`old` says which) and on the other."""

    old: bool
    here: tuple[int, ...]
    there: tuple[int, ...] = ()

    @property
    def olds(self) -> tuple[int, ...]:
        """The positions in the old draft, in order."""
        return tuple(sorted(self.here if self.old else self.there))

    @property
    def news(self) -> tuple[int, ...]:
        """The positions in the new draft, in order."""
        return tuple(sorted(self.there if self.old else self.here))

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Each old end with each new one."""
        return tuple((old, new) for old in self.olds for new in self.news)

    def has(self, end: End) -> bool:
        """Whether a paragraph is one of the ends."""
        return end.position in (self.olds if end.old else self.news)


class Pairs:
    """A comparison seen as pairs; `said` of the arrangement is what a hand said of it."""

    def __init__(self, arrangement: Arrangement, old: str, new: str) -> None:
        self.arrangement, self.comparison = arrangement, arrangement.comparison
        self.mirrored = runs_right_to_left(self.comparison.new, self.comparison.old)
        self.names = {True: short_name(old, "the old draft"), False: short_name(new, "the new draft")}
        changes = self.comparison.changes
        self._at = {
            True: {at: number for number, change in enumerate(changes) for at in change.old},
            False: {at: number for number, change in enumerate(changes) for at in change.new},
        }
        """The number of the change by the position of a paragraph of the old draft (True), or of the new one."""

    @property
    def said(self) -> tuple[SaidByHand, ...]:
        """What a hand said of these two texts."""
        return self.arrangement.said

    def number(self, end: End) -> int | None:
        """The number of the change a paragraph stands in."""
        return self._at[end.old].get(end.position)

    def change(self, end: End) -> Change:
        """The change a paragraph stands in."""
        return self.comparison.changes[self._at[end.old][end.position]]

    def row_of_table(self, number: int) -> tuple[int | None, int] | None:
        """The row of a table a change stands in; None where it is in none, or in another one on each side."""
        places = self.comparison.once(cell_places)
        if number not in places.cells:
            return None
        change, row = self.comparison.changes[number], places.row(number)
        was = {cell[:2] for at in change.old if (cell := self.comparison.old.paragraphs[at].cell) is not None}
        stayed = not change.new or all(places.rows.get(one) == row for one in was)
        return row if stayed else None

    @cached_property
    def cells_in(self) -> Counter[tuple[int | None, int] | None]:
        """How many changes stand in each row of a table."""
        return Counter(map(self.row_of_table, self.comparison.once(cell_places).cells))

    def partners(self, end: End) -> tuple[int, ...]:
        """The paragraphs of the other side that it lives on in, or comes from."""
        change = self.change(end)
        return change.new if end.old else change.old

    def paragraph(self, end: End) -> Paragraph:
        """The paragraph itself."""
        draft = self.comparison.old if end.old else self.comparison.new
        return draft.paragraphs[end.position]

    def label(self, end: End) -> str:
        """What a paragraph is called: "OP20", else the place of one that has no label."""
        change = self.change(end)
        positions, labels = (change.old, change.old_labels) if end.old else (change.new, change.new_labels)
        return labels[positions.index(end.position)] or place_name(change, self.comparison)

    def hung(self, end: End) -> str | None:
        """The label alone, None where there is none."""
        change = self.change(end)
        positions, labels = (change.old, change.old_labels) if end.old else (change.new, change.new_labels)
        return labels[positions.index(end.position)]

    @cached_property
    def alone(self) -> dict[bool, tuple[int, ...]]:
        """The paragraphs without a partner, of the old draft (True) and of the new one; masthead and blanks apart."""
        olds, news = self.comparison.old.paragraphs, self.comparison.new.paragraphs
        found: dict[bool, list[int]] = {True: [], False: []}
        for change in self.comparison.changes:
            if not (change.old and change.new):
                found[True] += [at for at in change.old if _counts(olds[at])]
                found[False] += [at for at in change.new if _counts(news[at])]
        return {side: tuple(sorted(positions)) for side, positions in found.items()}

    @cached_property
    def unpaired(self) -> dict[bool, tuple[int, ...]]:
        """Those of which no hand said yet that they were deleted or are new: what is left to look at."""
        return {old: tuple(at for at in there if self.gone(End(old, at)) is None) for old, there in self.alone.items()}

    def gone(self, end: End) -> SaidByHand | None:
        """What a hand said where it said that a paragraph was deleted, or is new."""
        return self.of((end.position, None) if end.old else (None, end.position))

    @cached_property
    def count(self) -> int:
        """How many pairs there are, split and merged ones counted once."""
        paragraphs = self.comparison.old.paragraphs
        return sum(
            bool(change.old and change.new) and _counts(paragraphs[change.old[0]]) for change in self.comparison.changes
        )

    def walk(self) -> tuple[End, ...]:
        """The unpaired paragraphs of both sides in the order they are read."""
        found = [End(old, at) for old in (True, False) for at in self.unpaired[old]]
        return tuple(sorted(found, key=lambda end: (self._at[end.old][end.position], not end.old, end.position)))

    def held(self, end: End) -> Held:
        """A paragraph chosen, with all that it is paired with."""
        change = self.change(end)
        here, there = (change.old, change.new) if end.old else (change.new, change.old)
        return Held(end.old, here if there else (end.position,), there)

    def is_pair(self, held: Held) -> bool:
        """Whether the chosen ends are a pair already, all of it."""
        if not (held.olds and held.news):
            return False
        change = self.change(End(True, held.olds[0]))
        return (change.old, change.new) == (held.olds, held.news)

    # What a hand said

    def of(self, ends: Ends) -> SaidByHand | None:
        """What a hand said of two ends last."""
        return next((one for one in reversed(self.said) if one.ends == ends), None)

    def by_hand(self, held: Held) -> SaidByHand | None:
        """What a hand said of the chosen ends: that they are a pair, or that the one is deleted or new."""
        if not self.is_pair(held):
            return self.gone(End(held.old, held.here[0]))
        return next((said for pair in held.pairs if (said := self.of(pair)) is not None and said.paired), None)

    def refusal(self, held: Held) -> str:
        """Why the chosen ends cannot be paired, in a sentence; nothing where they can."""
        if not (held.olds and held.news):
            return f"Choose a paragraph of {self.names[not held.old]} first: it has no other end yet."
        if len(held.olds) > 1 and len(held.news) > 1:
            return "One paragraph may become several, or several one, but not several several; pair them one by one."
        for one in self.said:
            old, new = one.ends
            if not one.paired or old is None or new is None or one.ends in held.pairs:
                continue
            if new in held.news and old not in held.olds:
                mine, its = End(False, new), End(True, old)
            elif old in held.olds and new not in held.news:
                mine, its = End(True, old), End(False, new)
            else:
                continue
            return (
                f"{self.label(mine)} of {self.names[mine.old]} is paired by hand with {self.label(its)} already; "
                "part those first, or hold Ctrl to take both."
            )
        return ""


def _counts(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.MASTHEAD and not paragraph.text.isspace() and bool(paragraph.text)


def likeliest(candidates: Sequence[Candidate], pairs: Pairs, held: Held) -> tuple[int, ...]:
    """What is offered first: of those that are free the likeliest, unless another is far likelier, and likelier than it
    is to its own partner; nothing where a hand said that there is no other end. The masthead is not offered to the
    text, nor the text to it."""
    if pairs.gone(End(held.old, held.here[0])) is not None:
        return ()
    apart = {one.ends for one in pairs.said if not one.paired}

    def parted(position: int) -> bool:
        here = held.here[0]
        return ((here, position) if held.old else (position, here)) in apart

    def of_a_kind(position: int) -> bool:
        kinds = (pairs.paragraph(End(held.old, held.here[0])).kind, pairs.paragraph(End(not held.old, position)).kind)
        return (kinds[0] is Kind.MASTHEAD) == (kinds[1] is Kind.MASTHEAD)

    def to_be_had(one: Candidate) -> bool:
        return one.free or one.similarity > pairs.change(End(not held.old, one.position)).similarity

    best = [one for one in candidates if of_a_kind(one.position) and not parted(one.position) and to_be_had(one)]
    if not best:
        return ()
    most = max(one.similarity for one in best)
    free = next((one for one in best if one.free and 2 * one.similarity >= most), None)
    return ((free or best[0]).position,)
