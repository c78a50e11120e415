"""What is tracked within words and paragraphs that were typed without tracking: its place on the draft, between these.

The draft has none of such words: all places between them are one there. So what is typed is cut where something that is
tracked stands, and the ranks of both tell their order (`file_order.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import accumulate, pairwise

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.draft import Draft
from models.proposals.laid.carrying import Finder, NoPlaceError
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.untracked.compared import places_before

_TURNED = {"insert": "delete", "delete": "insert"}


def among_typed(difference: Comparison, tracked: Iterable[Proposal]) -> Finder:
    """Finds the places of tracked changes on the draft, which is the old side of the `difference`, as words that were
    typed are none there; what takes some of these out has no place."""
    return _AmongTyped(difference, {one.key: one for one in tracked})


def cut_at_tracked(difference: Comparison, tracked: Iterable[Proposal]) -> Comparison:
    """What differs between a draft and a file without its tracked changes, its words cut where such a change stands."""
    places: dict[int, set[int]] = {}
    for edit in (edit for one in tracked if one.place.note is None for edit in one.edits):
        for at in (edit.start, edit.end):
            places.setdefault(at.paragraph, set()).add(at.offset)
    changes = tuple(_cut(one, difference, places) for one in difference.changes)
    return difference if changes == difference.changes else replace(difference, changes=changes)


def cuts_of_new(base: Draft, tracked: Iterable[Proposal], in_new: Iterable[int]) -> set[int]:
    """Where new paragraphs that were typed side by side in `base` are no longer one: before those before which tracked
    changes put in whole ones, and about lines without words where some put words (`in_new`)."""
    edits = (edit for one in tracked if one.place.note is None for edit in one.edits)
    found = {edit.start.paragraph for edit in edits if edit.ends_come and not edit.start.offset}
    lines = {at for at in in_new if at < len(base.paragraphs)}
    blank = {at for here in lines for at in (here - 1, here) if at >= 0 and not base.paragraphs[at].text.strip()}
    return found | blank | {at + 1 for at in blank}


def _cut(change: Change, difference: Comparison, places: Mapping[int, Set[int]]) -> Change:
    if not change.old or places.keys().isdisjoint(change.new) or not any(op == "insert" for op, _ in change.words):
        return change
    begins = _begins(len(difference.new.paragraphs[at].text) for at in change.new)
    cuts = sorted(first + n for first, at in zip(begins, change.new, strict=False) for n in places.get(at, ()))
    return change._replace(words=tuple(_cut_words(change.words, cuts)))


def _cut_words(words: Words, cuts: Sequence[int]) -> Iterator[tuple[str, str]]:
    new = 0
    for op, text in words:
        end = new + len(text) if op != "delete" else new
        inner = [at - new for at in cuts if new < at < end] if op == "insert" else []
        for first, last in pairwise((0, *inner, len(text))):
            yield op, text[first:last]
        new = end


def _begins(lengths: Iterable[int]) -> list[int]:
    """Where each of some paragraphs begins in their texts joined by one sign, and where one behind them would."""
    return [*accumulate((length + 1 for length in lengths), initial=0)]


class _AmongTyped(Finder):
    """Its old side is the file without its tracked changes, its new one the draft."""

    def __init__(self, difference: Comparison, by_key: Mapping[str, Proposal]) -> None:
        super().__init__(_turned(difference), by_key)
        self.places_before = places_before(difference)

    def before(self, at: int) -> int:
        found = self.places_before[at]
        if found is None:
            raise NoPlaceError("The paragraph was split or merged.")
        return found

    def mate(self, at: int) -> int:
        change = self.of_old.get(at)
        if change is None or not change.new or not _in_a_row(change.old):
            raise NoPlaceError("The paragraph is not there.")
        if len(change.new) > 1 and not _in_a_row(change.new):
            raise NoPlaceError("The paragraph was split or merged.")
        return change.new[0]

    def carry(self, proposal: Proposal) -> Proposal:
        found = super().carry(proposal)
        more = tuple(
            part for edit in proposal.edits if self._is_of_words(edit, proposal) for part in self._rest(edit, proposal)
        )
        if not more:
            return found
        # Behind its own edits, of which others tell some by their numbers.
        edits = (*found.edits, *more)
        return replace(found, edits=edits, place=self.place(proposal, edits))

    def edit(self, edit: Edit, proposal: Proposal) -> Edit:
        if self._is_of_words(edit, proposal):
            notes = self.gone_notes(edit)
            if edit.start == edit.end:
                return replace(edit, start=(at := self._point(edit.start)), end=at, gone_notes=notes)
            start, end, gone = self._parts(edit, proposal)[0]
            return replace(edit, start=start, end=end, gone=gone, gone_notes=notes)
        if edit.becomes is not None and edit.start.paragraph != self.of_old[edit.start.paragraph].old[0]:
            raise NoPlaceError("The paragraph was split or merged.")
        return super().edit(edit, proposal)

    def place(self, proposal: Proposal, edits: Sequence[Edit]) -> Place:
        place = proposal.place
        if place.note is not None or place.first == place.after or place.whole:
            return super().place(proposal, edits)
        points = [point for edit in edits if edit.becomes is None for point in (edit.start, edit.end)]
        if not points:
            points = [self._point(Point(place.first, place.start or 0))]
        first, last = min(points), max(points)
        if first.paragraph != last.paragraph:
            raise NoPlaceError("The paragraph was split or merged.")
        words = self.new.paragraphs[first.paragraph].text[first.offset : last.offset]
        return replace(
            place,
            first=first.paragraph,
            after=first.paragraph + 1,
            start=first.offset,
            end=last.offset,
            words=place.words if proposal.strikes else words,
        )

    def _is_of_words(self, edit: Edit, proposal: Proposal) -> bool:
        """Whether it changes words, and puts in or takes out no ends of paragraphs, nor words of one that comes."""
        is_plain = proposal.place.note is None and edit.becomes is None
        return is_plain and not (edit.ends_gone or edit.ends_come or self.is_of_new(edit, proposal))

    def bound(self, point: Point) -> Point:
        if point.offset == 0 or point.offset == len(self.old.paragraphs[point.paragraph].text):
            return super().bound(point)
        return self._point(point)

    def _point(self, point: Point) -> Point:
        change, at = self._within(point)
        return self._on_draft(change, _at_new(change.words, at))

    def _rest(self, edit: Edit, proposal: Proposal) -> Iterator[Edit]:
        """What goes with an edit behind words of the draft that went among these without tracking."""
        for start, end, gone in self._parts(edit, proposal)[1:] if edit.start != edit.end else ():
            yield Edit(start, end, gone, rank=edit.rank)

    def _parts(self, edit: Edit, proposal: Proposal) -> list[tuple[Point, Point, str]]:
        """Where the words that go stand on the draft, and what these are: all are there, and in one paragraph.

        What was typed among these goes with the ends of paragraphs (`struck_with.py`).
        """
        with_ends = any(one.ends_gone for one in proposal.edits)
        (change, start), (other, end) = self._within(edit.start), self._within(edit.end)
        found: list[tuple[Point, Point, str]] = []
        old = new = 0
        for op, text in change.words:
            first, last = (min(max(at - old, 0), len(text)) if op != "insert" else 0 for at in (start, end))
            if first < last and op == "equal":
                begin, behind = (self._on_draft(change, new + at) for at in (first, last))
                found.append((begin, behind, text[first:last]))
            elif first < last and not with_ends:
                raise NoPlaceError("The words it changes are not there.")
            old += len(text) if op != "insert" else 0
            new += len(text) if op != "delete" else 0
        if with_ends and not found:
            found = [(at := self._point(edit.start), at, "")]
        if change is not other or len({point.paragraph for *points, _ in found for point in points}) != 1:
            raise NoPlaceError("The words it changes are not there.")
        return found

    def _within(self, point: Point) -> tuple[Change, int]:
        """What became of a paragraph, and where a point of it is in the words of that."""
        self.mate(point.paragraph)
        change = self.of_old[point.paragraph]
        begins = _begins(len(self.old.paragraphs[at].text) for at in change.old)
        return change, begins[change.old.index(point.paragraph)] + point.offset

    def _on_draft(self, change: Change, at: int) -> Point:
        begins = _begins(len(self.new.paragraphs[n].text) for n in change.new)[:-1]
        number = bisect_right(begins, at) - 1
        return Point(change.new[number], at - begins[number])


def _at_new(words: Words, at: int) -> int:
    """The place of the new text that one of the old text is; between words that went, where these began."""
    old = new = begun = 0
    for op, text in words:
        if op == "equal":
            if at < old:
                break
            if at <= old + len(text):
                return new + at - old
            begun = new + len(text)
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return begun


def _in_a_row(places: Sequence[int]) -> bool:
    return [*places] == [*range(places[0], places[0] + len(places))]


def _turned(comparison: Comparison) -> Comparison:
    """The same seen from the other side, as far as places are asked for."""
    changes = (
        one._replace(old=one.new, new=one.old, words=tuple((_TURNED.get(op, op), text) for op, text in one.words))
        for one in comparison.changes
    )
    notes = (replace(one, old=one.new, new=one.old) for one in comparison.footnotes)
    return replace(comparison, old=comparison.new, new=comparison.old, changes=tuple(changes), footnotes=tuple(notes))
