"""What a proposal puts in at one place, in however many pieces, sign by sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.draft import Kind, Paragraph, Run, tidy_runs
from models.proposals.proposal import END, Edit, Point, Proposal

Sign = Run | Paragraph
"""A letter, the mark of a note, or the paragraph that begins."""


@dataclass(eq=False)
class Stretch:
    """Edits of a proposal, by their numbers, that nothing parts: words that it puts in at one place, in some pieces."""

    of: Proposal
    numbers: list[int]
    files: set[str]
    joined: list[Stretch] = field(default_factory=list)

    @property
    def edits(self) -> list[Edit]:
        return [self.of.edits[n] for n in self.numbers]

    @property
    def rank(self) -> int:
        """Where it begins in its file."""
        return self.edits[0].rank

    @property
    def span(self) -> tuple[Point, Point]:
        """From where to where it stands in the draft."""
        return self.edits[0].start, self.edits[-1].end

    @property
    def goes(self) -> tuple[tuple[Point, Point], str]:
        """What goes, and from where to where."""
        return self.span, "".join(edit.gone for edit in self.edits)

    @property
    def signs(self) -> list[Sign]:
        """What comes."""
        return [sign for edit in self.edits for sign in _signs(edit.come)]

    @property
    def like(self) -> Paragraph | None:
        """The paragraph that the first sign is of, None where none comes."""
        return next((edit.come[0] for edit in self.edits if edit.come), None)

    def says(self) -> object:
        """What it asks for, in whatever file, but not what goes for it."""
        words = {note.id: note.text for note in self.of.footnotes}
        if not is_words(first := self.edits[0]):
            return self.span, replace(first, rank=0)
        said = [_said(sign, words) for sign in self.signs]
        if self.signs and isinstance(self.signs[-1], Paragraph):
            said[-1] = END  # what follows is what it is
        new = any(isinstance(sign, Paragraph) for sign in self.signs)
        return new and self.like and _said(self.like, words), tuple(said)

    def places(self) -> list[int]:
        """Which of the signs that come each piece begins with, and how many there are."""
        found = [0]
        for edit in self.edits:
            found.append(found[-1] + len(_signs(edit.come)))
        return found

    def pieces(self) -> list[tuple[int, Edit]]:
        """It as it is; with each piece the place of its first sign, before all of them where nothing comes."""
        places = zip(self.places(), self.edits, strict=False)
        return [(place if edit.come else -1, edit) for place, edit in places]

    def cut(self) -> Iterator[tuple[int, Edit]]:
        """It in pieces, cut where any that is joined to it is, what goes apart; with each the same place."""
        first, last, signs, like = self.edits[0], self.edits[-1], self.signs, self.like
        gone = "".join(edit.gone for edit in self.edits)
        gone_notes = tuple(note for edit in self.edits for note in edit.gone_notes)
        if gone or gone_notes:
            yield -1, replace(first, end=last.end, gone=gone, gone_notes=gone_notes, come=())
        notes_before = last.notes_before if len(self.numbers) > 1 or first.start == last.end else 0
        for start, end in pairwise(sorted({place for one in (self, *self.joined) for place in one.places()})):
            like = next((one for one in reversed(signs[:start]) if isinstance(one, Paragraph)), like)
            come = _paragraphs(like or Paragraph(Kind.TEXT), signs[start:end])
            yield start, Edit(last.end, last.end, come=come, notes_before=notes_before, rank=self.rank)


def stretches_of(one: Proposal, files: Set[str]) -> Iterator[Stretch]:
    """What a proposal asks for place by place; `files` are those it came in."""
    numbers: list[int] = []
    for n, edit in enumerate(one.edits):
        before = one.edits[numbers[-1]] if numbers else None
        if before is not None and not (is_words(before) and is_words(edit) and before.end == edit.start):
            yield Stretch(one, numbers, {*files})
            numbers = []
        numbers.append(n)
    if numbers:
        yield Stretch(one, numbers, {*files})


def is_words(edit: Edit) -> bool:
    """Whether an edit is about words."""
    return edit.look is None and edit.becomes is None and edit.number is None


def _signs(come: Sequence[Paragraph]) -> list[Sign]:
    """What comes, sign by sign; the first paragraph is joined to what stands before, and begins with none."""
    found: list[Sign] = []
    for n, one in enumerate(come):
        found += [replace(one, runs=())] if n else []
        for run in one.runs:
            found += [run] if run.footnote is not None else [replace(run, text=letter) for letter in run.text]
    return found


def _paragraphs(like: Paragraph, signs: Sequence[Sign]) -> tuple[Paragraph, ...]:
    """The signs as what comes, the first of them in a paragraph like another."""
    found: list[tuple[Paragraph, list[Run]]] = [(like, [])]
    for sign in signs:
        if isinstance(sign, Paragraph):
            found.append((sign, []))
        else:
            found[-1][1].append(sign)
    return tuple(replace(one, runs=tidy_runs(runs)) for one, runs in found)


def _said(sign: Sign, notes: Mapping[int, str]) -> object:
    """What a sign says in whatever file: not how its paragraph is counted there, nor which note it is."""
    if isinstance(sign, Paragraph):
        return sign.kind, sign.level, sign.cell
    return sign if sign.footnote is None else notes.get(sign.footnote, "")
