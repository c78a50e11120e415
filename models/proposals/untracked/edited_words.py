"""Paragraphs that became others where they stand, as edits: words that go and come, and the marks of notes there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from models.comparison.change import Change
from models.comparison.words.marked import Words
from models.draft import Draft, Paragraph, Run, letters
from models.proposals.proposal import END, Edit, Point

RANKS = 1_000_000
"""Ranks of one new paragraph lie so far from those of the next."""
OF_A_LETTER = 8
"""And those of one letter of it from those of the next: what is tracked stands between them."""


class EditedWords:
    """Makes the edits of changes of one comparison; `notes` says which old note each new one is."""

    def __init__(self, old: Draft, new: Draft, notes: Mapping[int, int]) -> None:
        self.old, self.new, self.notes = old, new, notes

    def edits(self, change: Change, first: int) -> Iterator[Edit]:
        """The edits of paragraphs side by side, the old ones from `first` on: words, then the marks of notes.

        Words that come one after another in pieces (`cut_at_tracked`) are as many edits.
        """
        olds = [self.old.paragraphs[at] for at in change.old]
        news = [self.new.paragraphs[at] for at in change.new]
        old_ends = _ends(olds)
        at_old = at_new = 0
        gone = ""
        come_from = 0
        rank = change.new[0] * RANKS + 1
        news_at = [at for _, at, _ in _note_marks(news)]
        stay = {self.notes.get(note): at for note, at, _ in reversed(list(_note_marks(news)))}

        parted: set[int] = set()
        within_come: dict[int, tuple[Point, int]] = {}
        cut_at: set[int] = set()

        def edit() -> Iterator[Edit]:
            old = at_old - len(gone)
            start, end = _point(first, old_ends, old), _point(first, old_ends, at_old)
            beside = [stay.get(note, at_new) <= come_from for note, at, _ in _note_marks(olds) if at == old]
            before = max((n for n, stands in enumerate(beside, 1) if stands), default=0) if at_new > come_from else 0
            # A mark of a note between words that come, or before them and within those that go, comes with them.
            for note, at, _ in _note_marks(olds) if at_new > come_from else ():
                now = stay.get(note, at_new)
                if come_from < now < at_new or (old < at <= at_old and now <= come_from):
                    parted.add(note)
            cuts = [come_from, *sorted({at for at in (*news_at, *cut_at) if come_from < at < at_new}), at_new]
            within_come.update(dict.fromkeys(cuts[1:-1], (start, before)))
            come = [(at, self._slice(news, at, to)) for at, to in pairwise(cuts)]
            yield Edit(
                start,
                end,
                _marked(gone, old, old_ends),
                come[0][1],
                (),
                before,
                rank=rank + OF_A_LETTER * come_from + 1,
            )
            for at, more in come[1:]:
                yield Edit(start, start, "", more, (), before, rank=rank + OF_A_LETTER * at + 1)

        for (op, text), (last, _) in zip(change.words, (("", ""), *change.words), strict=False):
            if op == last == "insert":
                cut_at.add(at_new)
            if op == "equal":
                if gone or at_new > come_from:
                    yield from edit()
                at_old, at_new = at_old + len(text), at_new + len(text)
                gone, come_from = "", at_new
            elif op == "delete":
                gone, at_old = gone + text, at_old + len(text)
            else:
                at_new += len(text)
        if gone or at_new > come_from:
            yield from edit()
        yield from self._marks(change, first, olds, news, rank, parted, within_come)

    def _slice(self, news: Sequence[Paragraph], start: int, end: int) -> tuple[Paragraph, ...]:
        """What stands between two places of the new paragraphs, without marks of notes; () where nothing does."""
        if start == end:
            return ()
        pieces: list[Paragraph] = []
        offset = 0
        for paragraph in news:
            last = offset + len(paragraph.text)
            if start <= last and end >= offset:
                runs = letters(paragraph.runs, max(0, start - offset), end - offset)
                pieces.append(replace(paragraph, runs=runs))
            offset = last + 1
        return tuple(pieces)

    def _marks(
        self,
        change: Change,
        first: int,
        olds: Sequence[Paragraph],
        news: Sequence[Paragraph],
        rank: int,
        parted: Set[int],
        within_come: Mapping[int, tuple[Point, int]],
    ) -> Iterator[Edit]:
        """Marks of notes that go and come beside the words; those of `parted` never stay.

        `within_come` says of places of the new text between words that come where that is in the old one.
        """
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
                    if one == (self.notes.get(note, -1), place) and n > max(stay, default=-1) and one[0] not in parted
                ),
                None,
            )
            if same is not None:
                stay.append(same)
                continue
            beside = sum(before[n][1] == place for n in range(max(stay, default=-1) + 1))
            point, beside = within_come.get(at, (_point(first, ends, place), beside))
            like = replace(news[number], runs=(Run(footnote=note),))
            come.append(Edit(point, point, "", (like,), notes_before=beside, rank=rank + OF_A_LETTER * at))
        for n, (note, at) in enumerate(before):
            if n not in stay:
                point = _point(first, ends, at)
                yield Edit(point, point, "", (), (note,), rank=rank)
        yield from come


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
