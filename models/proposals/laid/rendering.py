"""A text with proposals side by side in it, as rows of marked words: what the room sees, and a compilation is made of.

Nothing here is stored: kept drafts carry no marks of insertion or deletion.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.draft import Draft, Paragraph, Run
from models.proposals.proposal import Edit, Proposal
from models.proposals.woven.sweep import Sweep


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or the mark of a note in `runs`, that stay (`op` equal), would go (delete) or would come (insert).

    `by` are the proposals that want it, those of one author alone save where several delete the same. `struck_by` are
    proposals that strike again what another one puts in. `look` are those by which the words look otherwise.
    """

    op: str
    runs: tuple[Run, ...]
    by: tuple[Proposal, ...] = ()
    struck_by: tuple[Proposal, ...] = ()
    look: tuple[Proposal, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the rendered text; `base` is the paragraph of the base that ends in it, None for a new one.

    `paragraph` tells its kind, level and number (its runs are not the row's). `end` says whether the paragraph end
    stays, would go (then the next row is joined to this one, or the paragraph goes whole) or would come. `becomes` are
    those by which it is of another kind or level.
    """

    base: int | None
    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    end: Piece
    becomes: tuple[Proposal, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether any proposal is about it."""
        words = any(piece.op != "equal" or piece.look for piece in self.pieces)
        return words or self.end.op != "equal" or bool(self.becomes)


def rendered(base: Draft, proposals: Iterable[Proposal]) -> tuple[Row, ...]:
    """The rows of a text with proposals that are placed on it; changes in the words of notes are not among them."""
    return tuple(_Rendering(base, list(proposals)).rows())


@dataclass
class _Here:
    come: list[tuple[tuple[int, int, int], Edit, Proposal, tuple[Proposal, ...]]] = field(default_factory=list)
    gone: list[tuple[int, int, Proposal]] = field(default_factory=list)
    looks: list[tuple[int, int, Proposal]] = field(default_factory=list)
    notes: dict[int, list[Proposal]] = field(default_factory=dict)
    end: list[Proposal] = field(default_factory=list)
    becomes: list[Proposal] = field(default_factory=list)


class _Rendering:
    def __init__(self, base: Draft, proposals: Sequence[Proposal]) -> None:
        self.base = base
        self.here: dict[int, _Here] = {}
        self.pieces: list[Piece] = []
        self.like: Paragraph | None = None
        self.number: str | None = None
        struck: dict[tuple[str, int], list[Proposal]] = {}
        for proposal in proposals:
            for number in proposal.strikes:
                struck.setdefault((proposal.against or "", number), []).append(proposal)
        for proposal in proposals:
            if proposal.place.note is None:
                for number, edit in enumerate(proposal.edits):
                    self._add(edit, proposal, tuple(struck.get((proposal.key, number), ())))

    def _at(self, paragraph: int) -> _Here:
        return self.here.setdefault(paragraph, _Here())

    def _add(self, edit: Edit, proposal: Proposal, struck_by: tuple[Proposal, ...]) -> None:
        start, end = edit.start, edit.end
        if edit.look is not None:
            self._at(start.paragraph).looks.append((start.offset, end.offset, proposal))
            return
        if edit.becomes is not None:
            self._at(start.paragraph).becomes.append(proposal)
            return
        if edit.come:
            # What comes in the place of words stands after them; one place is as good as the other.
            replaces = bool(edit.gone) and start.paragraph == end.paragraph
            order = (end.offset, 0, edit.rank) if replaces else (start.offset, edit.notes_before, edit.rank)
            self._at(start.paragraph).come.append((order, edit, proposal, struck_by))
        for at in range(start.paragraph, min(end.paragraph, len(self.base.paragraphs) - 1) + 1):
            here = self._at(at)
            first = start.offset if at == start.paragraph else 0
            last = end.offset if at == end.paragraph else len(self.base.paragraphs[at].text)
            if last > first:
                here.gone.append((first, last, proposal))
            if at < end.paragraph:
                here.end.append(proposal)
            for note in edit.gone_notes:
                here.notes.setdefault(note, []).append(proposal)

    def rows(self) -> Iterable[Row]:
        for at, paragraph in enumerate(self.base.paragraphs):
            here = self.here.get(at)
            if here is None:
                pieces = (*self.pieces, Piece("equal", paragraph.runs))
                self.pieces = []
                yield Row(at, paragraph, pieces, Piece("equal", ()))
            else:
                yield from self._paragraph(at, paragraph, here)
        last = self.here.get(len(self.base.paragraphs))
        if last is not None:
            yield from self._coming(sorted(last.come, key=lambda one: one[0]))
            if self.pieces:
                yield Row(None, self._paragraph_of(self.base.paragraphs[-1]), tuple(self.pieces), Piece("equal", ()))

    def _paragraph(self, at: int, paragraph: Paragraph, here: _Here) -> Iterable[Row]:
        coming = deque(sorted(here.come, key=lambda one: one[0]))
        places = sorted({one[0][0] for one in coming})
        gone, looks = (Sweep(one[:2] for one in own) for own in (here.gone, here.looks))
        offset = notes = 0

        def due(place: int, before: int) -> list[tuple[tuple[int, int, int], Edit, Proposal, tuple[Proposal, ...]]]:
            found = []
            while coming and coming[0][0][:2] <= (place, before):
                found.append(coming.popleft())
            return found

        for run in paragraph.runs:
            if run.footnote is not None:
                yield from self._coming(due(offset, notes))
                notes += 1
                by = tuple(here.notes.get(run.footnote, ()))
                self.pieces.append(Piece("delete" if by else "equal", (run,), by))
                continue
            end = offset + len(run.text)
            edges = {offset, end, *gone.within(offset, end), *looks.within(offset, end)}
            edges.update(places[bisect_right(places, offset) : bisect_left(places, end)])
            for first, last in pairwise(sorted(edges)):
                yield from self._coming(due(first, notes if first == offset else 0))
                by = tuple(here.gone[n][2] for n in gone.over(first, last))
                look = tuple(here.looks[n][2] for n in looks.over(first, last))
                words = Run(run.text[first - offset : last - offset], run.italic, run.bold, run.underline)
                self.pieces.append(Piece("delete" if by else "equal", (words,), by, look=look))
            offset, notes = end, 0
        yield from self._coming(due(offset + 1, 0))
        by = tuple(dict.fromkeys(here.end))
        yield Row(at, paragraph, tuple(self.pieces), Piece("delete" if by else "equal", (), by), tuple(here.becomes))
        self.pieces, self.like, self.number = [], None, None

    def _paragraph_of(self, come: Paragraph) -> Paragraph:
        """What a new row is, by what began it or else by what comes; its number may be another author's."""
        like = self.like or come
        return like if self.number is None else replace(like, number=self.number)

    def _coming(
        self, due: Sequence[tuple[tuple[int, int, int], Edit, Proposal, tuple[Proposal, ...]]]
    ) -> Iterable[Row]:
        for _, edit, proposal, struck_by in due:
            if edit.number is not None:
                self.number = edit.number
                self.pieces.append(Piece("insert", (), (proposal,), struck_by))  # the row is about it too
            for number, paragraph in enumerate(edit.come):
                if number:
                    like = self._paragraph_of(edit.come[number - 1])
                    yield Row(None, like, tuple(self.pieces), Piece("insert", (), (proposal,), struck_by))
                    self.pieces, self.like, self.number = [], paragraph, None
                if paragraph.runs:
                    self.pieces.append(Piece("insert", paragraph.runs, (proposal,), struck_by))
