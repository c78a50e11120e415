"""What differs between two texts as proposals: for what was changed without tracking, once the user says so."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Change, Comparison, FootnoteChange, Words
from models.draft import Footnote, Paragraph, Run, tidy_runs
from models.proposals.proposal import END, Edit, Place, Point, Proposal, keyed

_STEP = 1_000_000
"""Ranks of one new paragraph lie so far from those of the next."""


def compared_proposals(
    comparison: Comparison,
    author: str = "",
    *,
    draft: str = "base",
    only: Callable[[Change], bool] | None = None,
    authors: Callable[[Change], str] | None = None,
    notes: Callable[[FootnoteChange], bool] | None = None,
) -> tuple[Proposal, ...]:
    """The changes of a comparison as proposals on its old draft, all of one author unless `authors` says whose each is.

    Changes in the words of notes are of `author`.
    `only` chooses among the changes, `notes` among those of notes. All of them applied to the old draft give the new
    one. What changes no words (a number, a kind) is no proposal.
    """
    found = list(_found(comparison, author, only or (lambda change: True), authors, notes or (lambda note: True)))
    return keyed([replace(one, key=f"{n}") for n, one in enumerate(found)], draft)


def _found(
    comparison: Comparison,
    author: str,
    only: Callable[[Change], bool],
    authors: Callable[[Change], str] | None,
    notes: Callable[[FootnoteChange], bool],
) -> Iterator[Proposal]:
    making = _Making(comparison)
    for run in making.runs():
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


def out_of_order(changes: Iterable[Change]) -> set[int]:
    """The identities of changes that moved, and not only because what stands above them is another paragraph now."""
    own = list(changes)
    still = [change for change in own if not change.moved and change.old and change.new]
    olds, news = sorted(one.old[0] for one in still), sorted(one.new[0] for one in still)
    return {
        id(one)
        for one in own
        if one.moved and (not one.old or not one.new or bisect(olds, one.old[0]) != bisect(news, one.new[0]))
    }


def new_of(proposal: Proposal) -> range:
    """Which paragraphs of the new text a proposal made of a comparison puts in, as far as they are new in it."""
    if proposal.kind != "insert" or proposal.tracked or len(proposal.edits) != 1:
        return range(0)
    first = proposal.edits[0].rank // _STEP
    return range(first, first + proposal.edits[0].ends_come)


class _Making:
    def __init__(self, comparison: Comparison) -> None:
        self.old, self.new = comparison.old, comparison.new
        self.changes = comparison.changes
        self.number_of = {id(change): number for number, change in enumerate(comparison.changes)}
        self.notes = {new: old for one in comparison.footnotes for old in one.old[:1] for new in one.new}
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

    def runs(self) -> Iterator[list[Change]]:
        """The changes one by one, new paragraphs side by side together, in the order of the new text."""
        together: list[Change] = []
        for change in sorted(self.changes, key=lambda one: (min(one.new, default=len(self.new.paragraphs)), one.old)):
            if together and not (self.comes_whole(change) and change.new[0] == together[-1].new[-1] + 1):
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
        return Edit(Point(at, 0), Point(at, 0), "", (*paragraphs, replace(after, runs=())), rank=news[0] * _STEP)

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
        edits = tuple(self._edits(change, first))
        if not edits:
            return None
        kind = (
            "split" if len(change.new) > len(change.old) else "merge" if len(change.old) > len(change.new) else "reword"
        )
        place = Place("", first, after, words=words)
        if kind == "reword" and len(change.old) == 1:
            start, end = min(edit.start.offset for edit in edits), max(edit.end.offset for edit in edits)
            place = Place("", first, after, start, end, self.old.paragraphs[first].text[start:end])
        return Proposal(kind, author, place, edits, footnotes=self._cited(edits), tracked=False)

    def _gone(self, old: int) -> Edit:
        paragraph = self.old.paragraphs[old]
        return Edit(Point(old, 0), Point(old + 1, 0), paragraph.text + END, (), paragraph.footnotes, rank=-1)

    def _edits(self, change: Change, first: int) -> Iterator[Edit]:
        """The edits of paragraphs side by side: words that go and come, then the marks of notes."""
        olds = [self.old.paragraphs[at] for at in change.old]
        news = [self.new.paragraphs[at] for at in change.new]
        old_ends = _ends(olds)
        at_old = at_new = 0
        gone = ""
        come_from = 0
        rank = change.new[0] * _STEP + 1

        def edit() -> Edit:
            start = _point(first, old_ends, at_old - len(gone))
            end = _point(first, old_ends, at_old)
            return Edit(start, end, _marked(gone, at_old - len(gone), old_ends), self._slice(news, come_from, at_new),
                        rank=rank + come_from)  # fmt: skip

        for op, text in change.words:
            if op == "equal":
                if gone or at_new > come_from:
                    yield edit()
                at_old, at_new = at_old + len(text), at_new + len(text)
                gone, come_from = "", at_new
            elif op == "delete":
                gone, at_old = gone + text, at_old + len(text)
            else:
                at_new += len(text)
        if gone or at_new > come_from:
            yield edit()
        yield from self._marks(change, first, olds, news, rank)

    def _slice(self, news: Sequence[Paragraph], start: int, end: int) -> tuple[Paragraph, ...]:
        """What stands between two places of the new paragraphs, without marks of notes; () where nothing does."""
        if start == end:
            return ()
        pieces: list[Paragraph] = []
        offset = 0
        for paragraph in news:
            last = offset + len(paragraph.text)
            if start <= last and end >= offset:
                runs = _cut(paragraph.runs, max(0, start - offset), end - offset)
                pieces.append(replace(paragraph, runs=runs))
            offset = last + 1
        return tuple(pieces)

    def _marks(
        self, change: Change, first: int, olds: Sequence[Paragraph], news: Sequence[Paragraph], rank: int
    ) -> Iterator[Edit]:
        """Marks of notes that go and come beside the words."""
        before = [(note, at) for note, at, _ in _note_marks(olds)]
        ends = _ends(olds)
        stay: list[int] = []
        come: list[Edit] = []
        for note, at, number in _note_marks(news):
            place = _at_old(change.words, at)
            same = next(
                (
                    n
                    for n, one in enumerate(before)
                    if one == (self.notes.get(note, -1), place) and n > max(stay, default=-1)
                ),
                None,
            )
            if same is not None:
                stay.append(same)
                continue
            point = _point(first, ends, place)
            beside = sum(before[n][1] == place for n in range(max(stay, default=-1) + 1))
            like = replace(news[number], runs=(Run(footnote=note),))
            come.append(Edit(point, point, "", (like,), notes_before=beside, rank=rank + at))
        for n, (note, at) in enumerate(before):
            if n not in stay:
                point = _point(first, ends, at)
                yield Edit(point, point, "", (), (note,), rank=rank)
        yield from come

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


def _ends(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where each paragraph ends in their texts joined by one sign."""
    found, at = [], 0
    for paragraph in paragraphs:
        at += len(paragraph.text)
        found.append(at)
        at += 1
    return found


def _point(first: int, ends: Sequence[int], offset: int) -> Point:
    begun = 0
    for number, end in enumerate(ends):
        if offset <= end:
            return Point(first + number, offset - begun)
        begun = end + 1
    return Point(first + len(ends) - 1, ends[-1] - (ends[-2] + 1 if len(ends) > 1 else 0))


def _marked(text: str, at: int, ends: Sequence[int]) -> str:
    """The text with END where paragraphs end."""
    inner = set(ends[:-1])
    return "".join(END if at + n in inner else sign for n, sign in enumerate(text))


def _cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    kept, at = [], 0
    for run in runs:
        if run.footnote is None:
            piece = run.text[max(0, start - at) : max(0, end - at)]
            kept.append(replace(run, text=piece))
            at += len(run.text)
    return tidy_runs(kept)


def _note_marks(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int, int]]:
    """(id, place in the joined texts, number of the paragraph) of each mark of a note."""
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for run in paragraph.runs:
            if run.footnote is not None:
                yield run.footnote, at, number
            at += len(run.text)
        at += 1


def _at_old(words: Words, at: int) -> int:
    """The place of the old text that a place of the new one stands for."""
    old = new = 0
    for op, text in words:
        if op == "equal" and new + len(text) >= at:
            return old + at - new
        if op != "insert":
            old += len(text)
        if op != "delete":
            new += len(text)
        if new >= at and op == "insert":
            return old
    return old
