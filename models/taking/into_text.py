"""Changes of a comparison put into a third text: each beside the neighbours it has in the new draft.

What stands in the text in the order of the new draft goes on doing so whatever is put in, so that changes taken one by
one, in any order, come out as the new draft. Only a paragraph that says something else than both drafts is merged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.change import Change, Comparison, Words
from models.comparison.partly import Partial, Taken, partly, wanderers
from models.draft import Draft, Footnote, Kind, Paragraph, computed_numbers
from models.taking.cells_put_in import Seat, Seats
from models.taking.notes_put_in import NotesPutIn
from models.taking.places_taken import mixes
from models.taking.standing import CannotPutIn, as_read, standing


@dataclass
class _Line:
    """A paragraph of the outcome: where it comes from in the text, and its place in the new draft if it stands so."""

    paragraph: Paragraph
    printed: bool
    came_from: tuple[int, ...] = ()
    place: int | None = None
    left: bool = False
    """It is of the old draft alone: what is put in stands behind it rather than before."""
    seat: Seat | None = None


@dataclass
class _Plan:
    """What becomes of paragraphs of the text, by their position, and what is put in, by its place in the new draft."""

    instead: dict[int, list[_Line]] = field(default_factory=dict)
    put_in: list[_Line] = field(default_factory=list)


@dataclass(frozen=True)
class PutIn:
    """The text with the changes, and for each paragraph the positions it comes from; `before` where it is to be merged.

    There the text says something else than both drafts: `before` is the text as the old draft has it at those places.
    """

    draft: Draft
    came_from: tuple[tuple[int, ...], ...]
    before: Draft | None = None


def put_in(text: Draft, comparison: Comparison, changes: Taken, words: Mapping[int, Words] | None = None) -> PutIn:
    """A text with changes of a comparison taken, whole or at some of their `places` in `words`.

    Errors: CannotPutIn where the text says something else at the very place.
    """
    return _PuttingIn(text, comparison, changes, words or {}).done()


class _PuttingIn:
    def __init__(self, text: Draft, comparison: Comparison, changes: Taken, words: Mapping[int, Words]) -> None:
        self._text, self._comparison, self._changes = text, comparison, changes
        self._stands = standing(text, comparison, changes)
        self._mixes = mixes(as_read(text), comparison, self._stands, changes, words)
        words = {**words, **{number: one for number, (one, _) in self._mixes.items()}}
        chosen = {
            number: None if some is None else {*some, *(self._mixes[number][1] if number in self._mixes else ())}
            for number, some in changes.items()
        }
        self._wanted = partly(comparison, chosen, words)
        self._targets = _targets(comparison, self._wanted, changes)
        targets = [at for found in self._targets.values() for at in found]
        self._notes = NotesPutIn(text, comparison, self._wanted, self._stands, targets)
        self._seats = Seats(text, comparison.new, self._stands.order)
        self._printed = [_printed(draft) for draft in (comparison.old, text, comparison.new)]

    def done(self) -> PutIn:
        """The outcome."""
        wander = wanderers(self._comparison)
        after, before = _Plan(), _Plan()
        merged = False
        for number, some in self._changes.items():
            change, image = self._comparison.changes[number], self._stands.images.get(number, ())
            if not image and change.old:
                if not change.new:
                    continue
                raise CannotPutIn(f"The text has nothing left of what changed{_at(change)}; write it there by hand.")
            new, old = self._as(image, change.new, 1), self._as(image, change.old, 0) or number in self._mixes
            if image and not change.old and not new:
                raise CannotPutIn(
                    f"The text says something else{_at(change)} than both drafts; change it there by hand."
                )
            if some is not None and new:
                continue
            plan = _Plan()
            away = number in wander and some is None and not all(at in self._stands.order for at in image)
            self._change(plan, number, image, new and some is None, away or not image)
            torn = bool(image) and not (new or old)
            merged |= torn
            for one in (after,) if torn else (after, before):
                one.instead.update(plan.instead)
                one.put_in += plan.put_in
            if torn:
                self._as_before(before, change, image)
        draft, came_from = self._built(after, self._notes.after)
        if not merged:
            return PutIn(draft, came_from)
        return PutIn(draft, came_from, self._built(before, self._notes.before)[0])

    def _as(self, image: Sequence[int], there: Sequence[int], side: int) -> bool:
        """Whether the text has a change to the letter as one draft has it."""
        return bool(image) and sorted(self._stands.same[side].get(at, -1) for at in image) == sorted(there)

    def _change(self, plan: _Plan, number: int, image: Sequence[int], new: bool, away: bool) -> None:
        """Plans a change: in the place of what stands there, or, as with what moves, beside its neighbours."""
        lines = [self._line(number, at, image) for at in self._targets.get(number, ())]
        plan.instead.update({at: [] for at in image})
        if new and not away:
            by_place = {line.place: line for line in lines}
            for at in image:
                line = by_place[self._stands.same[1][at]]
                plan.instead[at] = [replace(self._in_place_of(at, line), came_from=(at,))]
        elif not away and lines:
            plan.instead[image[0]] = [self._in_place_of(image[0], lines[0])]
            plan.put_in += lines[1:]
        else:
            plan.put_in += lines

    def _line(self, number: int, at: int, image: Sequence[int]) -> _Line:
        paragraph, place = self._wanted.draft.paragraphs[at], self._wanted.new[at]
        change = self._comparison.changes[number]
        printed = self._printed[2][place[0]] if place else self._printed[0][change.old[0]]
        cited = self._notes.cited(paragraph)
        return _Line(
            cited,
            printed,
            tuple(image),
            place[0] if place else None,
            False,
            self._seats.new(place[0]) if place else None,
        )

    def _in_place_of(self, at: int, line: _Line) -> _Line:
        """A line that stands where a paragraph of the text stood."""
        ordered = at in self._stands.order
        place = line.place if ordered and line.place is not None else self._stands.order.get(at)
        return replace(line, place=place, seat=self._seat(at, place) if line.paragraph.cell is not None else None)

    def _seat(self, at: int, place: int | None) -> Seat | None:
        """Where a paragraph of the text sits; a cell that the new draft has is in the row that this has it in."""
        there = self._seats.new(place) if place is not None else None
        return there if there is not None else self._seats.own(at)

    def _as_before(self, plan: _Plan, change: Change, image: Sequence[int]) -> None:
        """Plans what the old draft has instead of what the text says."""
        old = self._comparison.old
        lines = [_Line(self._notes.cited(old.paragraphs[at]), self._printed[0][at], tuple(image)) for at in change.old]
        plan.instead.update({at: [] for at in image})
        plan.instead[image[0]] = [self._in_place_of(image[0], line) for line in lines]

    def _built(self, plan: _Plan, notes: Mapping[int, Footnote]) -> tuple[Draft, tuple[tuple[int, ...], ...]]:
        lines = list(self._with(plan.put_in, [*self._standing(plan)]))
        paragraphs = self._seats.counted([(line.paragraph, line.seat) for line in lines])
        bare = Draft(
            tuple(
                one if line.printed else replace(one, number=None) for one, line in zip(paragraphs, lines, strict=True)
            )
        )
        numbered = tuple(
            one if line.printed else replace(one, number=number)
            for one, line, number in zip(bare.paragraphs, lines, computed_numbers(bare), strict=True)
        )
        return Draft(numbered, self._notes.in_order(numbered, notes)), tuple(line.came_from for line in lines)

    def _standing(self, plan: _Plan) -> Iterator[_Line]:
        """The lines of the text that stay, and those that stand in the place of others."""
        gone = {
            at
            for number, image in self._stands.images.items()
            if not self._comparison.changes[number].new
            for at in image
        }
        for at, paragraph in enumerate(self._text.paragraphs):
            if at in plan.instead:
                yield from plan.instead[at]
            else:
                place = self._stands.order.get(at)
                yield _Line(paragraph, self._printed[1][at], (at,), place, at in gone, self._seat(at, place))

    def _with(self, new: Sequence[_Line], lines: Sequence[_Line]) -> Iterator[_Line]:
        """The lines with what is put in, each behind the one it stands behind in the new draft."""
        at = [number for number, line in enumerate(lines) if line.place is not None]
        held = [line.place or 0 for line in lines if line.place is not None]
        behind: dict[int, list[_Line]] = {}
        for line in sorted(new, key=lambda line: line.place or 0):
            before = bisect_left(held, line.place or 0)
            start = at[before - 1] + 1 if before else at[0] if at else 0
            waiting = behind.setdefault(start, [])
            waiting.append(line)
        number = 0
        for start in sorted(behind):
            yield from lines[number:start]
            number = max(number, start)
            for line in behind[start]:
                while number < len(lines) and lines[number].place is None and _stays_before(lines[number], line):
                    yield lines[number]
                    number += 1
                yield line
        yield from lines[number:]


_PHASES = {Kind.MASTHEAD: 1, Kind.SPONSOR_NOTE: 1, Kind.ENACTING: 2, Kind.PREAMBULAR: 3, Kind.CLOSING: 5}


def _stays_before(there: _Line, new: _Line) -> bool:
    """Whether what is put in stands behind something that has no place in the new draft.

    Items stay under what they stand under; what only the old draft has gives way to what comes instead.
    """
    if there.paragraph.kind is Kind.SUBPARAGRAPH:
        return new.paragraph.kind is not Kind.SUBPARAGRAPH or there.left or there.paragraph.level > new.paragraph.level
    if not there.left or new.paragraph.kind is Kind.SUBPARAGRAPH:
        return False
    return _PHASES.get(there.paragraph.kind, 4) <= _PHASES.get(new.paragraph.kind, 4)


def _at(change: Change) -> str:
    label = next((one for one in (*change.new_labels, *change.old_labels) if one), None)
    return f" at {label}" if label else ""


def _targets(comparison: Comparison, wanted: Partial, changes: Taken) -> dict[int, list[int]]:
    """For each change taken the paragraphs of what is wanted that it consists of."""
    by_old = {at: number for number in changes for at in comparison.changes[number].old}
    by_new = {at: number for number in changes for at in comparison.changes[number].new}
    found: dict[int, list[int]] = {}
    for at, (olds, news) in enumerate(zip(wanted.old, wanted.new, strict=True)):
        number = by_new.get(news[0]) if news else by_old.get(olds[0])
        if number is not None:
            found.setdefault(number, []).append(at)
    for number, places_of in found.items():
        found[number] = sorted(places_of, key=lambda at: wanted.new[at])
    return found


def _printed(draft: Draft) -> list[bool]:
    """For each paragraph whether its number was set."""
    return [one.number != number for one, number in zip(draft.paragraphs, computed_numbers(draft), strict=True)]
