"""What differs between two texts as proposals: for what was changed without tracking, once the user says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Change, Comparison, FootnoteChange, out_of_order
from models.comparison.words.marked import Words
from models.draft import Footnote, Paragraph, Run
from models.proposals.proposal import END, Edit, Place, Point, Proposal, keyed
from models.proposals.untracked.edited_words import RANKS, EditedWords


def compared_proposals(
    comparison: Comparison,
    author: str = "",
    *,
    draft: str = "base",
    only: Callable[[Change], bool] | None = None,
    authors: Callable[[Change], str] | None = None,
    notes: Callable[[FootnoteChange], bool] | None = None,
    cuts: Collection[int] = (),
) -> tuple[Proposal, ...]:
    """The changes of a comparison as proposals on its old draft, all of one author unless `authors` says whose each is.

    Changes in the words of notes are of `author`.
    `only` chooses among the changes, `notes` among those of notes. New paragraphs side by side are one but where the
    new text is cut (`cuts`, before which of its paragraphs). All of them applied to the old draft give the new one.
    What changes a number alone is no proposal.
    """
    which = only or (lambda change: True), notes or (lambda note: True)
    found = list(_found(comparison, author, *which, authors, cuts))
    return keyed([replace(one, key=f"{n}") for n, one in enumerate(found)], draft)


def _found(
    comparison: Comparison,
    author: str,
    only: Callable[[Change], bool],
    notes: Callable[[FootnoteChange], bool],
    authors: Callable[[Change], str] | None,
    cuts: Collection[int],
) -> Iterator[Proposal]:
    making = _Making(comparison)
    for run in making.runs(cuts):
        chosen = [change for change in run if only(change)]
        for whose, own in groupby(chosen, authors or (lambda change: author)):
            changes = list(own)
            if making.comes_whole(changes[0]):
                yield making.inserted(changes, whose)
            elif (one := making.proposal(changes[0], whose)) is not None:
                yield one
    for note in comparison.footnotes:
        if note.kind == "reworded" and note.old and note.new and notes(note):
            yield making.note(note.old[0], note.words, author)


def places_before(comparison: Comparison) -> list[int | None]:
    """For each paragraph of the new text, and for its end, before which old one that stands there would.

    None within what one paragraph was split into.
    """
    making = _Making(comparison)
    found: list[int | None] = []
    last = 0
    changes = {new: number for number, change in enumerate(comparison.changes) for new in change.new}
    for new in range(len(comparison.new.paragraphs)):
        change = comparison.changes[changes[new]]
        within = changes[new] in making.in_place
        found.append(last if not within else min(change.old) if new == min(change.new) else None)
        last = making.before[new]
    return [*found, last]


def new_of(proposal: Proposal) -> range:
    """Which paragraphs of the new text a proposal made of a comparison puts in, as far as they are new in it."""
    if proposal.kind != "insert" or proposal.tracked or len(proposal.edits) != 1:
        return range(0)
    first = proposal.edits[0].rank // RANKS
    if first < 0:
        return range(0)
    return range(first, first + proposal.edits[0].ends_come)


def of_no_file(proposal: Proposal) -> Proposal:
    """A proposal whose new paragraphs stand so in no text of a file: `new_of` finds none there.

    They keep their order, and stand behind what is tracked, or was accepted, at the same point.
    """
    return replace(proposal, edits=tuple([replace(edit, rank=edit.rank + RANKS**3) for edit in proposal.edits]))


class _Making:
    def __init__(self, comparison: Comparison) -> None:
        self.old, self.new = comparison.old, comparison.new
        self.changes = comparison.changes
        self.number_of = {id(change): number for number, change in enumerate(comparison.changes)}
        self.notes = {new: old for one in comparison.footnotes for old in one.old[:1] for new in one.new}
        self.words = EditedWords(self.old, self.new, self.notes)
        self.in_place, self.before = self._order()

    def _order(self) -> tuple[set[int], dict[int, int]]:
        """Which changes keep their order, and before which old paragraph each new one stands."""
        by_new = {new: number for number, change in enumerate(self.changes) for new in change.new}
        in_place: set[int] = set()
        moved = out_of_order(self.changes)
        before: dict[int, int] = {}
        last, seen = -1, set()
        for new in range(len(self.new.paragraphs)):
            number = by_new[new]
            change = self.changes[number]
            if (
                number not in seen
                and change.old
                and id(change) not in moved
                and _solid(change)
                and min(change.old) > last
            ):
                in_place.add(number)
                last = max(change.old)
            seen.add(number)
            before[new] = last + 1
        return in_place, before

    def comes_whole(self, change: Change) -> bool:
        """Whether nothing of the old text is in it."""
        return bool(change.new) and not change.old

    def runs(self, cuts: Collection[int]) -> Iterator[list[Change]]:
        """The changes one by one, new paragraphs side by side together, in the order of the new text."""
        together: list[Change] = []
        for change in sorted(self.changes, key=lambda one: (min(one.new, default=len(self.new.paragraphs)), one.old)):
            behind = together and self.comes_whole(change) and change.new[0] == together[-1].new[-1] + 1
            if together and not (behind and change.new[0] not in cuts):
                yield together
                together = []
            if self.comes_whole(change):
                together.append(change)
            else:
                yield [change]
        if together:
            yield together

    def inserted(self, changes: Sequence[Change], author: str) -> Proposal:
        news = [new for change in changes for new in change.new]
        at = self.before[news[0]]
        edit = self._whole(news, at)
        return Proposal("insert", author, Place("", at, at), (edit,), footnotes=self._cited([edit]), tracked=False)

    def _whole(self, news: Sequence[int], at: int) -> Edit:
        """New paragraphs before the old one at `at`, at the end of the text after the last."""
        paragraphs = [self.new.paragraphs[new] for new in news]
        after = self.old.paragraphs[at] if at < len(self.old.paragraphs) else paragraphs[-1]
        return Edit(Point(at, 0), Point(at, 0), "", (*paragraphs, replace(after, runs=())), rank=news[0] * RANKS)

    def proposal(self, change: Change, author: str) -> Proposal | None:
        first, after = min(change.old), max(change.old) + 1
        words = "\n".join(paragraph.text for paragraph in self.old.paragraphs[first:after])
        if not change.new:
            edits = tuple(self._gone(old) for old in change.old)
            return Proposal("delete", author, Place("", first, after, words=words), edits, tracked=False)
        if self.number_of[id(change)] not in self.in_place:
            at = self.before[min(change.new)]
            edits = (
                *(self._gone(old) for old in change.old),
                *(self._whole([new], self.before[new]) for new in change.new),
            )
            ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.rank)))
            kind = "move" if len(change.old) == len(change.new) == 1 else {"merged": "merge"}.get(change.kind, "split")
            place = Place("", first, after, words=words)
            return Proposal(kind, author, place, ordered, to=at, footnotes=self._cited(ordered), tracked=False)
        edits = (*self._becomes(change), *self.words.edits(change, first))
        if not edits:
            return None
        kind = (
            "split" if len(change.new) > len(change.old) else "merge" if len(change.old) > len(change.new) else "reword"
        )
        place = Place("", first, after, words=words)
        of_words = [edit for edit in edits if edit.becomes is None]
        if not of_words:
            kind = "format"
        elif kind == "reword" and len(change.old) == 1:
            start, end = min(edit.start.offset for edit in of_words), max(edit.end.offset for edit in of_words)
            place = Place("", first, after, start, end, self.old.paragraphs[first].text[start:end])
        return Proposal(kind, author, place, edits, footnotes=self._cited(edits), tracked=False)

    def _becomes(self, change: Change) -> Iterator[Edit]:
        """Another kind or level of the first paragraph of a change: what begins behind it tells its own."""
        at, old, new = Point(change.old[0], 0), self.old.paragraphs[change.old[0]], self.new.paragraphs[change.new[0]]
        if (old.kind, old.level) != (new.kind, new.level) and old.cell is None:
            yield Edit(at, at, becomes=Paragraph(new.kind, (), new.level, new.number, new.set_label), rank=-1)

    def _gone(self, old: int) -> Edit:
        paragraph = self.old.paragraphs[old]
        return Edit(Point(old, 0), Point(old + 1, 0), paragraph.text + END, (), paragraph.footnotes, rank=-1)

    def note(self, old: int, words: Words, author: str) -> Proposal:
        citing = next((at for at, one in enumerate(self.old.paragraphs) if old in one.footnotes), 0)
        edits: list[Edit] = []
        at, gone, come = 0, "", ""
        note = self.old.note[old]
        for op, text in (*words, ("equal", "")):
            if op == "delete":
                gone += text
            elif op == "insert":
                come += text
            else:
                if gone or come:
                    start, end = Point(0, at), Point(0, at + len(gone))
                    like = Paragraph(self.old.paragraphs[citing].kind, (Run(come),))
                    edits.append(Edit(start, end, gone, (like,) if come else (), rank=len(edits)))
                at, gone, come = at + len(gone) + len(text), "", ""
        first, last = edits[0].start.offset, edits[-1].end.offset
        place = Place("", citing, citing + 1, first, last, note.text[first:last], old)
        return Proposal("note", author, place, tuple(edits), tracked=False)

    def _cited(self, edits: Iterable[Edit]) -> tuple[Footnote, ...]:
        ids = dict.fromkeys(note for edit in edits for paragraph in edit.come for note in paragraph.footnotes)
        return tuple(self.new.note[note] for note in ids if note in self.new.note)


def _solid(change: Change) -> bool:
    """Whether the paragraphs of each side stand side by side and in order."""
    return all(list(side) == list(range(min(side), max(side) + 1)) for side in (change.old, change.new))
