"""What is put in at one place, in however many pieces and files, sign by sign: once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from models.draft import Kind, Paragraph, Run, tidy_runs
from models.proposals.proposal import END, Edit, Point, Proposal

What = Run | Paragraph | Edit
"""A letter, the mark of a note, or the paragraph that begins; the number that comes is an edit."""


@dataclass(eq=False, slots=True)
class Sign:
    """Of what is put in, one in all files; `gone` where those who put it in strike it."""

    what: What
    said: object
    wish: Wish
    gone: bool = False


@dataclass(eq=False)
class Wish:
    """What some put in `at` one place, as the stretch that `stays` has it, which takes out what there is from `start`;
    `behind` a sign of another's words, or not.

    `signs` are all that come in some file, and `readings` what they come to in some; `begin` are those that a piece
    begins with there.
    """

    stays: Stretch
    start: Point
    at: Point
    names: Set[str]
    behind: Sign | None
    files: set[str]
    signs: list[Sign] = field(default_factory=list)
    readings: list[list[Sign]] = field(default_factory=list)
    begin: set[Sign] = field(default_factory=set)
    shared: bool = False
    amended: bool = False
    parted: bool = False

    @property
    def cut(self) -> bool:
        """Whether it is in other pieces than in its own file."""
        return (self.parted or (self.shared and self.amended)) and is_words(self.stays.edits[0])

    def pieces(self) -> Iterator[tuple[list[Sign], Edit]]:
        """What comes as edits, cut where it is in some file; with each the signs of it."""
        like = self.stays.like or Paragraph(Kind.TEXT)
        if self.at != self.stays.span[1]:
            like = next((sign.what for sign in reversed(self.signs) if isinstance(sign.what, Paragraph)), like)
        last = self.stays.edits[-1]
        beside = self.at == last.end and (len(self.stays.numbers) > 1 or last.start == last.end)
        cut: list[list[Sign]] = []
        begins = True
        for sign in self.signs:
            begins = begins or sign in self.begin
            if not sign.gone:
                cut += [[]] if begins else []
                cut[-1].append(sign)
                begins = False
        for signs in cut:
            whats = [sign.what for sign in signs]
            come = _paragraphs(like, whats)
            yield signs, Edit(self.at, self.at, "", come, (), last.notes_before if beside else 0)
            like = next((one for one in reversed(whats) if isinstance(one, Paragraph)), like)


@dataclass(eq=False)
class Stretch:
    """Edits of a proposal, by their numbers, that nothing parts: words that it puts in at one place, in some pieces."""

    of: Proposal
    numbers: list[int]

    @property
    def edits(self) -> list[Edit]:
        return [self.of.edits[n] for n in self.numbers]

    @property
    def span(self) -> tuple[Point, Point]:
        """From where to where it stands in the draft."""
        return self.edits[0].start, self.edits[-1].end

    @property
    def goes(self) -> tuple[tuple[Point, Point], str]:
        """What goes, and from where to where."""
        return self.span, "".join(edit.gone for edit in self.edits)

    @property
    def taken(self) -> Edit | None:
        """What goes, as one edit."""
        gone = "".join(edit.gone for edit in self.edits)
        notes = tuple(note for edit in self.edits for note in edit.gone_notes)
        if not gone and not notes:
            return None
        return replace(self.edits[0], end=self.edits[-1].end, gone=gone, gone_notes=notes, come=())

    @property
    def like(self) -> Paragraph | None:
        """The paragraph that the first sign is of, None where none comes."""
        return next((edit.come[0] for edit in self.edits if edit.come), None)


def stretches_of(one: Proposal) -> Iterator[Stretch]:
    """What a proposal asks for place by place."""
    numbers: list[int] = []
    for n, edit in enumerate(one.edits):
        before = one.edits[numbers[-1]] if numbers else None
        if before is not None and not (is_words(before) and is_words(edit) and before.end == edit.start):
            yield Stretch(one, numbers)
            numbers = []
        numbers.append(n)
    if numbers:
        yield Stretch(one, numbers)


def is_words(edit: Edit) -> bool:
    """Whether an edit is about words."""
    return edit.look is None and edit.becomes is None and edit.number is None


def come(edit: Edit) -> list[What]:
    """What comes, sign by sign; the first paragraph is joined to what stands before, and begins with none."""
    if edit.number is not None:
        return [replace(edit, rank=0)]
    found: list[What] = []
    for n, one in enumerate(edit.come):
        found += [replace(one, runs=())] if n else []
        for run in one.runs:
            found += [run] if run.footnote is not None else [replace(run, text=letter) for letter in run.text]
    return found


def says(what: What, notes: Mapping[int, str]) -> object:
    """What a sign says in whatever file: not of what kind its paragraph is there, nor which note it is."""
    if isinstance(what, Paragraph):
        return END
    return notes.get(what.footnote, "") if isinstance(what, Run) and what.footnote is not None else what


def _paragraphs(like: Paragraph, signs: Sequence[What]) -> tuple[Paragraph, ...]:
    """The signs as what comes, the first of them in a paragraph like another."""
    found: list[tuple[Paragraph, list[Run]]] = [(like, [])]
    for sign in signs:
        if isinstance(sign, Paragraph):
            found.append((sign, []))
        elif isinstance(sign, Run):
            found[-1][1].append(sign)
    return tuple(replace(one, runs=tidy_runs(runs)) for one, runs in found)
