"""Changes of a comparison put into a third text: each at its place among those of both drafts.

The text is read as the two drafts with some changes taken (`standing.py`), so that changes taken one by one, in any
order, come out as the new draft. Only a paragraph that says something else than both drafts is merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.comparison.change import Change, Comparison
from models.comparison.partly import Partial, Taken, partly
from models.comparison.words.marked import Words
from models.draft import Draft, Footnote
from models.editing.placed import Known, Origin
from models.taking.cells_put_in import Seat, Seats
from models.taking.lines import Line, Plan, with_new
from models.taking.notes_put_in import NotesPutIn
from models.taking.numbers_put_in import Way, numbered, ways
from models.taking.places_taken import mixes
from models.taking.standing import CannotPutIn, standing
from models.taking.twins import meant, with_unasked
from models.taking.union import Union

Owned = tuple[tuple[int, int], ...]
"""For each note of a paragraph of which draft it is, 0 the old one and 1 the new one, and its id there."""


@dataclass(frozen=True)
class PutIn:
    """The text with the changes, and for each paragraph the positions it comes from; `before` where it is to be merged.

    `stand_for` says what each paragraph is of the drafts from now on, where that is not as it was known; `other` is
    whether something asked for stands for something else now, though it read the same. `notes` says of which draft the
    notes of each paragraph are, where that can be said, and by which id. Where merged, the text says
    something else than both drafts: `before` is the text as the old draft has it at those places.
    """

    draft: Draft
    came_from: tuple[tuple[int, ...], ...]
    stand_for: tuple[Origin | None, ...]
    other: bool
    notes: tuple[Owned, ...]
    before: Draft | None = None


def put_in(
    text: Draft, union: Union, changes: Taken, words: Mapping[int, Words] | None = None, known: Known = ()
) -> PutIn:
    """A text with changes of the comparison of a union taken, whole or at some of their `places` in `words`.

    Errors: CannotPutIn where the text says something else at the very place.
    """
    return _PuttingIn(text, union, changes, words or {}, known).done()


class _PuttingIn:
    def __init__(self, text: Draft, union: Union, changes: Taken, words: Mapping[int, Words], known: Known) -> None:
        comparison = union.comparison
        self._known = known
        self._stands = standing(text, union, changes, known)
        changes = with_unasked(meant(changes, self._stands), self._stands)
        self._text, self._comparison, self._changes, self._union = text, comparison, changes, union
        self._mixes = mixes(comparison, self._stands, changes, words)
        words = {**words, **{number: one for number, (one, _) in self._mixes.items()}}
        chosen = {
            number: None if some is None else {*some, *(self._mixes[number][1] if number in self._mixes else ())}
            for number, some in changes.items()
        }
        self._wanted = partly(comparison, chosen, words)
        self._targets = _targets(comparison, self._wanted, changes)
        targets = [at for found in self._targets.values() for at in found]
        gone = {at for number in changes for at in self._stands.images.get(number, ())}
        stay = (paragraph for at, paragraph in enumerate(text.paragraphs) if at not in gone)
        self._notes = NotesPutIn(text, comparison, self._wanted, self._stands, targets, stay)
        self._seats = Seats(self._stands)
        self._ways = *union.ways, [*ways(text)]

    def done(self) -> PutIn:
        """The outcome."""
        after, before = Plan(), Plan()
        merged = False
        for number, some in self._changes.items():
            change, image = self._comparison.changes[number], self._stands.images.get(number, ())
            if not image and change.old:
                if not change.new:
                    continue
                raise CannotPutIn(f"The text has nothing left of what changed{_at(change)}; write it there by hand.")
            new, old = self._stands.has(number, 1), self._stands.has(number, 0) or number in self._mixes
            if image and not change.old and not new:
                raise CannotPutIn(
                    f"The text says something else{_at(change)} than both drafts; change it there by hand."
                )
            if some is not None and new:
                continue
            plan = Plan()
            self._change(plan, number, image, new)
            torn = bool(image) and not (new or old)
            merged |= torn
            for one in (after,) if torn else (after, before):
                one.instead.update(plan.instead)
                one.put_in += plan.put_in
            if torn:
                self._as_before(before, change, image)
        draft, lines = self._built(after)
        self._notes.refuse_lost(draft.paragraphs)
        came_from, stand_for = tuple(line.came_from for line in lines), tuple(map(self._stands_for, lines))
        other = any(map(self._is_other, lines))
        notes = tuple(map(self._owned, lines))
        if not merged:
            return PutIn(draft, came_from, stand_for, other, notes)
        return PutIn(draft, came_from, stand_for, other, notes, self._built(before, self._notes.before)[0])

    def _owned(self, line: Line) -> Owned:
        """Of which draft the notes of a paragraph of the outcome are, and which of that they are."""
        if not line.paragraph.footnotes:
            return ()
        side, place = line.put_in or (0, None)
        for side in (0, 1) if place is None and len(line.came_from) == 1 else ():
            place = self._stands.same[side].get(line.came_from[0])
            if place is not None:
                break
        if place is None:
            return ()
        draft = self._comparison.new if side else self._comparison.old
        return tuple((side, note) for note in draft.paragraphs[place].footnotes)

    def _stands_for(self, line: Line) -> Origin | None:
        """What a paragraph of the outcome is of the drafts; None where it is what it was known to be."""
        known = self._known[line.came_from[0]] if len(line.came_from) == 1 and self._known else None
        if line.put_in is not None:
            return line.put_in if line.put_in != known else None
        if line.rank is None or (known is not None and self._union.ranks[known[0]][known[1]] == line.rank):
            return None
        side, place = self._stands.of(line.came_from[0]) or self._union.either(line.rank)
        if not self._whose(line) and self._comparison.changes[self._union.numbers[side][place]].weight is not None:
            return None  # of which draft it is cannot be told: it is left open
        return side, place

    def _is_other(self, line: Line) -> bool:
        """Whether something put in stands for what was not there before."""
        if line.put_in is None:
            return False
        side, place = line.put_in
        if self._comparison.changes[self._union.numbers[side][place]].weight is None:
            return False
        return not any(
            self._stands.same[1].get(at) == place and self._stands.ranks.get(at) == line.rank for at in line.came_from
        )

    def _change(self, plan: Plan, number: int, image: Sequence[int], new: bool) -> None:
        """Plans a change: where what stands there has its place it stands, else beside its neighbours."""
        lines = [self._line(number, at, image) for at in self._targets.get(number, ())]
        ranks = self._stands.ranks
        plan.instead.update({at: [] for at in image})
        if new:
            by_place = {self._wanted.new[at][0]: line for at, line in zip(self._targets[number], lines, strict=True)}
            for at in image:
                line = by_place[self._stands.same[1][at]]
                plan.instead[at] = [replace(self._in_place_of(at, line), came_from=(at,))]
            return
        change = self._comparison.changes[number]
        stays = {self._union.ranks[0][at] for at in change.old} & {self._union.ranks[1][at] for at in change.new}
        ranked = {ranks[at]: at for at in image if at in ranks}
        for line in lines:
            if line.rank in ranked:
                at = ranked[line.rank]
                plan.instead[at].append(self._in_place_of(at, line))
            elif line.rank is None or (image and not ranked and stays):
                plan.instead[image[0]].append(self._in_place_of(image[0], line))
            else:
                plan.put_in.append(line)

    def _line(self, number: int, at: int, image: Sequence[int]) -> Line:
        paragraph, place = self._wanted.draft.paragraphs[at], self._wanted.new[at]
        cited = self._notes.cited(paragraph)
        if not place:
            way = self._way(image[0]) if image else self._ways[0][self._comparison.changes[number].old[0]][0]
            return Line(cited, way, tuple(image))
        own = place[0]
        return Line(cited, self._ways[1][own][0], tuple(image), self._union.ranks[1][own], (1, own))

    def _way(self, at: int) -> Way:
        """The way in which a paragraph of the text has its number: that of a draft, where the text shows it so."""
        shown = self._ways[2][at]
        for side in (1, 0):
            place = self._stands.same[side].get(at)
            if place is not None and self._ways[side][place][0] in shown:
                return self._ways[side][place][0]
        return shown[0]

    def _in_place_of(self, at: int, line: Line) -> Line:
        """A line that stands where a paragraph of the text stood."""
        return replace(line, rank=self._stands.ranks.get(at))

    def _seat(self, line: Line) -> Seat | None:
        """Where a paragraph of the outcome sits: what is put in at its place as that, others as they sat."""
        if line.paragraph.cell is None:
            return None
        if line.put_in is not None and self._union.ranks[line.put_in[0]][line.put_in[1]] == line.rank:
            return self._seats.there(line.put_in)
        return self._seats.own(line.came_from[0])

    def _as_before(self, plan: Plan, change: Change, image: Sequence[int]) -> None:
        """Plans what the old draft has instead of what the text says."""
        old = self._comparison.old
        lines = [Line(self._notes.cited(old.paragraphs[at]), self._ways[0][at][0], tuple(image)) for at in change.old]
        plan.instead.update({at: [] for at in image})
        plan.instead[image[0]] = [self._in_place_of(image[0], line) for line in lines]

    def _built(self, plan: Plan, notes: Mapping[int, Footnote] | None = None) -> tuple[Draft, list[Line]]:
        lines = list(with_new(plan.put_in, [*self._standing(plan)]))
        paragraphs = self._seats.counted([(line.paragraph, self._seat(line)) for line in lines])
        found = numbered(paragraphs, [line.way for line in lines])
        return Draft(found, self._notes.in_order(found, notes or self._notes.after)), lines

    def _whose(self, line: Line) -> set[int | None]:
        """Of which draft a paragraph of the outcome is; nothing where it is of both, None where it is of neither."""
        if line.put_in is not None:
            return {1}
        sides = [side for side in (0, 1) if any(at in self._stands.same[side] for at in line.came_from)]
        return set() if len(sides) == 2 else {*sides} or {None}

    def _standing(self, plan: Plan) -> Iterator[Line]:
        """The lines of the text that stay, and those that stand in the place of others."""
        for at, paragraph in enumerate(self._text.paragraphs):
            if at in plan.instead:
                yield from plan.instead[at]
            else:
                yield Line(paragraph, self._way(at), (at,), self._stands.ranks.get(at))


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
