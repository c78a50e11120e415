"""Proposals carried from one text to another: their places found again by what became of each paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace

from models.comparison.change import Change, Comparison, out_of_order
from models.draft import Paragraph
from models.proposals.proposal import END, Edit, Place, Point, Proposal, keyed


@dataclass(frozen=True)
class Carried:
    """`placed` are the proposals on the new text; `not_placed` those without a place there, each with the reason."""

    placed: tuple[Proposal, ...]
    not_placed: tuple[tuple[Proposal, str], ...] = ()


def carried(
    proposals: Sequence[Proposal],
    comparison: Comparison,
    draft: str,
    *,
    keep_keys: bool = False,
    otherwise: Finder | None = None,
) -> Carried:
    """Proposals on the old text of a comparison, set on the new one, whose id is `draft`.

    A proposal has a place where every word it takes out is still there and what it stands beside is. Its own words stay
    as they are. One that amends another that has no place has none either. `keep_keys` is for further places of
    proposals that a dossier keeps (`Dossier.place_proposals`); else they are new proposals on that draft. `otherwise`
    finds the places of those that have none.
    """
    placed: list[Proposal] = []
    lost: dict[str, tuple[Proposal, str]] = {}
    by_key = {proposal.key: proposal for proposal in proposals}
    finder = Finder(comparison, by_key)
    for proposal in proposals:
        try:
            placed.append(_carried(proposal, finder, otherwise))
        except NoPlaceError as error:
            lost[proposal.key] = (proposal, str(error))
    while True:
        orphans = [one for one in placed if one.against in lost]
        if not orphans:
            break
        for one in orphans:
            placed.remove(one)
            lost[one.key] = (by_key[one.key], "What it amends has no place there.")
    if keep_keys:
        same = (replace(one, place=replace(one.place, draft=draft)) for one in placed)
        return Carried(tuple(same), tuple(lost.values()))
    return Carried(keyed(placed, draft), tuple(lost.values()))


def _carried(proposal: Proposal, finder: Finder, otherwise: Finder | None) -> Proposal:
    try:
        return finder.carry(proposal)
    except NoPlaceError as error:
        if otherwise is not None:
            with suppress(NoPlaceError):
                return otherwise.carry(proposal)
        raise error


class NoPlaceError(Exception):
    """A proposal has no place on a text; the reason is one sentence."""


class Finder:
    """Finds the places of proposals on the new text of a comparison; `by_key` are all on its old one."""

    def __init__(self, comparison: Comparison, by_key: Mapping[str, Proposal]) -> None:
        self.old, self.new = comparison.old, comparison.new
        self.by_key = by_key
        self.points: dict[str, Set[Point]] = {}
        self.of_old: dict[int, Change] = {at: change for change in comparison.changes for at in change.old}
        moved = out_of_order(comparison.changes)
        self.moved = {at for one in comparison.changes if id(one) in moved for at in one.old}
        self.notes = {old: one.new[0] for one in comparison.footnotes for old in one.old if one.new}

    def carry(self, proposal: Proposal) -> Proposal:
        edits = tuple(self.edit(edit, proposal) for edit in proposal.edits)
        to = None if proposal.to is None else self.before(proposal.to)
        return replace(proposal, edits=edits, place=self.place(proposal, edits), to=to)

    def place(self, proposal: Proposal, edits: Sequence[Edit]) -> Place:
        place = proposal.place
        if place.note is not None:
            if place.note not in self.notes:
                raise NoPlaceError("The note is not there.")
            first = self.mate(place.first)
            return replace(place, first=first, after=first + 1, note=self.notes[place.note])
        if place.first == place.after:
            at = self.before(place.first)
            return replace(place, first=at, after=at)
        mates = [self.mate(at) for at in range(place.first, place.after)]
        first, after = min(mates), max(mates) + 1
        if place.whole:
            words = "\n".join(one.text for one in self.new.paragraphs[first:after])
            return replace(place, first=first, after=after, words=words)
        words_of = [edit for edit in edits if edit.becomes is None]
        if not words_of:  # it only strikes what another puts in, and quotes that
            at = self.offset(self.of_old[place.first], place.start or 0)
            return replace(place, first=first, after=after, start=at, end=at)
        start = min(edit.start.offset for edit in words_of)
        end = max(edit.end.offset for edit in words_of)
        if proposal.strikes:
            return replace(place, first=first, after=after, start=start, end=end)
        return replace(place, first=first, after=after, start=start, end=end,
                       words=self.new.paragraphs[first].text[start:end])  # fmt: skip

    def mate(self, at: int) -> int:
        """The paragraph that an old one lives on as."""
        change = self.of_old.get(at)
        if change is None or not change.new:
            raise NoPlaceError("The paragraph is not there.")
        if len(change.old) > 1 or len(change.new) > 1:
            raise NoPlaceError("The paragraph was split or merged.")
        return change.new[0]

    def before(self, at: int) -> int:
        """The place between paragraphs that an old one before `at` stands for: beside the one that did not move."""
        if at == 0:
            return 0
        for step in sorted((0, -1), key=lambda step: at + step in self.moved):
            if 0 <= at + step < len(self.old.paragraphs):
                try:
                    return self.mate(at + step) - step
                except NoPlaceError:
                    continue
        raise NoPlaceError("Neither of the paragraphs it stands between is there.")

    def edit(self, edit: Edit, proposal: Proposal) -> Edit:
        if proposal.place.note is not None:
            note, other = self.old.note[proposal.place.note], self.notes.get(proposal.place.note)
            if other is None or self.new.note[other].text != note.text:
                raise NoPlaceError("The words of the note are others.")
            return edit
        if edit.becomes is not None:
            at = Point(self.mate(edit.start.paragraph), 0)
            return replace(edit, start=at, end=at)
        if edit.ends_gone or edit.ends_come or self.is_of_new(edit, proposal):
            return self.edit_of_ends(edit)
        paragraph = self.mate(edit.start.paragraph)
        start, end = self.offsets(edit)
        notes = self.gone_notes(edit)
        return replace(edit, start=Point(paragraph, start), end=Point(paragraph, end), gone_notes=notes)

    def is_of_new(self, edit: Edit, proposal: Proposal) -> bool:
        """Whether it puts words into a paragraph that comes at the same point, in this proposal or what it amends."""
        if not edit.come or edit.start != edit.end:
            return False
        return any(edit.start in self.new_at(key) for key in (proposal.key, proposal.against))

    def new_at(self, key: str | None) -> Set[Point]:
        """Where a proposal puts in paragraphs."""
        if key is None or key not in self.by_key:
            return frozenset()
        if key not in self.points:
            self.points[key] = {edit.start for edit in self.by_key[key].edits if edit.ends_come}
        return self.points[key]

    def gone_notes(self, edit: Edit) -> tuple[int, ...]:
        if any(note not in self.notes for note in edit.gone_notes):
            raise NoPlaceError("The note is not there.")
        return tuple(self.notes[note] for note in edit.gone_notes)

    def edit_of_ends(self, edit: Edit) -> Edit:
        """An edit that puts in or takes out ends of paragraphs."""
        start, end = self.bound(edit.start), self.bound(edit.end)
        if not edit.ends_gone:
            if edit.gone and start.paragraph == end.paragraph:
                first, last = self.offsets(edit)
                return replace(edit, start=Point(start.paragraph, first), end=Point(start.paragraph, last))
            return replace(edit, start=start, end=start, come=self.before_own(edit.come, start))
        if end.paragraph - start.paragraph != edit.ends_gone or end < start:
            raise NoPlaceError("The paragraphs do not stand side by side.")
        return replace(edit, start=start, end=end, gone=self.between(start, end), gone_notes=self.gone_notes(edit))

    def before_own(self, come: tuple[Paragraph, ...], point: Point) -> tuple[Paragraph, ...]:
        """What comes before a paragraph of the new text: that stays of its own kind and number."""
        if len(come) < 2 or come[-1].runs or point.offset or point.paragraph >= len(self.new.paragraphs):
            return come
        return (*come[:-1], replace(self.new.paragraphs[point.paragraph], runs=()))

    def bound(self, point: Point) -> Point:
        """A place at the border of a paragraph, or within one whose words are the same there."""
        if point.offset == 0:
            return Point(self.before(point.paragraph), 0)
        old = self.old.paragraphs[point.paragraph].text
        paragraph = self.mate(point.paragraph)
        if point.offset == len(old):
            return Point(paragraph, len(self.new.paragraphs[paragraph].text))
        return Point(paragraph, self.offset(self.of_old[point.paragraph], point.offset))

    def between(self, start: Point, end: Point) -> str:
        pieces = []
        for at in range(start.paragraph, min(end.paragraph, len(self.new.paragraphs) - 1) + 1):
            text = self.new.paragraphs[at].text
            first = start.offset if at == start.paragraph else 0
            last = end.offset if at == end.paragraph else len(text)
            pieces.append(text[first:last])
        if end.paragraph >= len(self.new.paragraphs):
            pieces.append("")
        return END.join(pieces)

    def offsets(self, edit: Edit) -> tuple[int, int]:
        """Where the words that go stand, all of them together."""
        change = self.of_old[edit.start.paragraph]
        start, end = edit.start.offset, edit.end.offset
        if start == end:
            at = self.offset(change, start)
            return at, at
        old = new = 0
        for op, text in change.words:
            if op == "equal" and old <= start and end <= old + len(text):
                return new + start - old, new + end - old
            old += len(text) if op != "insert" else 0
            new += len(text) if op != "delete" else 0
        raise NoPlaceError("The words it changes are not there.")

    def offset(self, change: Change, offset: int) -> int:
        """Where a place between two letters is, beside one of them at least."""
        old = new = 0
        for op, text in change.words:
            if op == "equal" and old <= offset <= old + len(text):
                return new + offset - old
            old += len(text) if op != "insert" else 0
            new += len(text) if op != "delete" else 0
        if not change.words:
            return 0
        raise NoPlaceError("The words it stands beside are not there.")


def placed_on(
    proposals: Iterable[Proposal], comparison: Comparison, draft: str, otherwise: Finder | None = None
) -> Carried:
    """The same as `carried`; for texts equal in every word nothing is looked for."""
    own = list(proposals)
    texts = [[one.text for one in side.paragraphs] for side in (comparison.old, comparison.new)]
    notes = [[(one.id, one.text) for one in side.footnotes] for side in (comparison.old, comparison.new)]
    if texts[0] == texts[1] and notes[0] == notes[1]:
        return Carried(keyed(own, draft))
    return carried(own, comparison, draft, otherwise=otherwise)
