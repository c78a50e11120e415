"""What some change within a paragraph that another puts in: that one's words cut, theirs between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.comparison.words.plain import word_diff
from models.comparison.words.tokens import is_word, tokens
from models.draft import Paragraph, Run, tidy_runs
from models.proposals.proposal import Edit, Proposal


@dataclass
class NewParagraph:
    """A paragraph that `edit` of a proposal, of which `key` is the key, puts in, and what others do in it.

    `text` is the paragraph in which the places of the others count: that which is moved, or that which comes.
    """

    key: str
    edit: Edit
    text: str
    amending: list[Proposal] = field(default_factory=list)
    taking: list[Proposal] = field(default_factory=list)
    pieces: list[Edit] = field(default_factory=list)

    def spans(self, one: Proposal) -> list[tuple[int, int]]:
        """Where the words that a proposal changes stand in the paragraph that comes."""
        words = word_diff(self.text, self.edit.come[0].text)
        stretches, places = list(turned(words)), [(edit.start.offset, edit.end.offset) for edit in one.edits]
        return [
            turned_with(stretches, start, end) or (_there(words, start), _there(words, end)) for start, end in places
        ]

    def cut(self) -> None:
        """Cut what comes where others change it."""
        text, come = self.edit.come[0].text, self.edit.come
        if not self.amending:
            self.pieces = [self.edit]
            return
        notes_left = {0: False, len(text): True}
        for one in self.amending:
            for edit, (start, end) in zip(one.edits, self.spans(one), strict=True):
                notes_left[start] = notes_left.get(start, False) or edit.notes_before > 0
                notes_left.setdefault(end, False)
        for first, last in pairwise(sorted(notes_left)):
            runs = _slice(come[0].runs, (first, notes_left[first]), (last, notes_left[last]))
            if runs:
                piece = replace(come[0], runs=runs)
                self.pieces.append(replace(self.edit, come=(piece,), rank=self.edit.rank + 2 * first + 1))
        last_words = (replace(come[0], runs=()), *come[1:])
        self.pieces.append(replace(self.edit, come=last_words, rank=self.edit.rank + 2 * len(text) + 1))

    def amended(self, one: Proposal, number: Mapping[int, int]) -> Proposal:
        """What a proposal changes, as changes of what comes; `number` are those of the pieces, by their identity."""
        at, spans = self.edit.start, self.spans(one)
        edits = tuple(
            replace(edit, start=at, end=at, gone="", rank=self.edit.rank + 2 * end, notes_before=self.edit.notes_before)
            for edit, (_, end) in zip(one.edits, spans, strict=True)
        )
        strikes = {number[id(piece)] for start, end in spans for piece in self._within(start, end)}
        edits = tuple(sorted(edits, key=lambda edit: edit.rank))  # where halves are turned round, in another order
        return replace(one, edits=edits, against=self.key, strikes=tuple(sorted(strikes)))

    def _within(self, start: int, end: int) -> Iterator[Edit]:
        for piece in self.pieces:
            at = (piece.rank - self.edit.rank) // 2
            if start <= at < end and not piece.ends_come:
                yield piece


def comes_whole(edit: Edit) -> bool:
    """Whether an edit puts in whole paragraphs, and nothing else."""
    return (
        edit.start == edit.end
        and edit.ends_come > 0
        and all(one.runs for one in edit.come[:-1])
        and not edit.come[-1].runs
    )


def one_by_one(edit: Edit) -> Iterator[Edit]:
    """An edit for each paragraph that one puts in, with room between their ranks."""
    rank = edit.rank
    for one, following in pairwise(edit.come):
        yield replace(edit, come=(one, replace(following, runs=())), rank=rank)
        rank += 2 * len(one.text) + 4


def joined_again(one: Proposal) -> Proposal:
    """One that puts in something at one point, without the cuts where others amend it."""
    points = {point for edit in one.edits for point in (edit.start, edit.end)}
    if one.against is not None or len(one.edits) < 2 or len(points) > 1 or not all(edit.come for edit in one.edits):
        return one
    come: list[Paragraph] = []
    for edit in sorted(one.edits, key=lambda edit: edit.rank):
        if come and edit.come:
            first = edit.come[0] if edit.come[0].runs else come[-1]
            come[-1:] = [replace(first, runs=tidy_runs((*come[-1].runs, *edit.come[0].runs)))]
        come += edit.come[1:] if come else edit.come
    return replace(one, edits=(replace(one.edits[0], come=tuple(come)),))


def alone(one: Proposal) -> bool:
    """Whether a proposal is about words of one paragraph, and no more."""
    here = {place.paragraph for edit in one.edits for place in (edit.start, edit.end)}
    return len(here) == 1 and not any(
        edit.look is not None or edit.becomes is not None or edit.gone_notes or comes_whole(edit) for edit in one.edits
    )


_SEVERAL = 3
"""From this many words on they are known again at another place."""


def turned(words: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, int]]:
    """What changes its place within a text, from where to where, and where it begins then: several words that go from
    one place and come at another, and stand only there, as where the halves of a paragraph are turned round."""
    before, after = ("".join(text for op, text in words if op != other) for other in ("insert", "delete"))
    come = {text.strip() for op, text in words if op == "insert"}
    old = 0
    for op, text in words:
        bare = text.strip()
        if op == "delete" and bare in come and before.count(bare) == after.count(bare) == 1 and _several(bare):
            yield (start := old + text.index(bare)), start + len(bare), after.index(bare)
        old += len(text) if op != "insert" else 0


def _several(text: str) -> bool:
    return sum(map(is_word, tokens(text).words)) >= _SEVERAL


def turned_with(stretches: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Where what stands between two places comes to stand with such a stretch; None where it is of none."""
    for first, last, there in stretches:
        if first <= start < end <= last or first < start == end < last:
            return there + start - first, there + end - first
    return None


def _there(words: Sequence[tuple[str, str]], place: int) -> int:
    """The place of the new text that one of the old text is."""
    old = new = 0
    for op, text in words:
        if op != "insert" and old + len(text) >= place:
            return new + (place - old if op == "equal" else 0)
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return new


def _slice(runs: Sequence[Run], first: tuple[int, bool], last: tuple[int, bool]) -> tuple[Run, ...]:
    """The runs between two places, each of which says whether marks of notes there are before it."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        if run.footnote is not None:
            after_first = at > first[0] or (at == first[0] and not first[1])
            if after_first and (at < last[0] or (at == last[0] and last[1])):
                kept.append(run)
            continue
        piece = run.text[max(0, first[0] - at) : max(0, last[0] - at)]
        kept.append(replace(run, text=piece))
        at += len(run.text)
    return tidy_runs(kept)
