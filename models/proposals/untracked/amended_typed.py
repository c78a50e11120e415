"""Tracked changes of what was not tracked itself: they amend the proposal that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import END, Edit, Point, Proposal
from models.proposals.tracked.within_new import NewParagraph
from models.proposals.untracked.amended_accepted import Piece
from models.proposals.untracked.amended_new import Lost, amended_paragraphs, amends
from models.proposals.untracked.amended_words import OF_DRAFT, AmendedWords, Laid, amend, marks_in, piece_of
from models.proposals.untracked.edited_words import RANKS
from models.proposals.untracked.file_order import in_file_order
from models.proposals.untracked.struck_with import struck_with_paragraphs

_IN_NEW = "It is in a new paragraph that was not tracked, and has a place once that is a proposal too."
_IN_WORDS = "It changes words that were not tracked, and has a place once they are a proposal too."


def with_amendments(
    made: Sequence[Proposal], lost: Lost, base: Draft, tracked: Sequence[Proposal] = ()
) -> tuple[list[Proposal], tuple[tuple[Proposal, str], ...]]:
    """Proposals made of what was not tracked with those that amend them, and which of `lost` still have no place.

    The places of `lost`, and of all that is `tracked` in the file, are those of `base`, its text without its tracked
    changes, of which `made` tells.
    """
    found, lost = amended_paragraphs(made, lost)
    found, left = _amended_words(found, lost, base)
    return [*struck_with_paragraphs(made, found, tracked, {one.key for one, _ in lost}, base)], left


def told_of_new(made: Sequence[Proposal], lost: Lost, base: Draft) -> tuple[tuple[Proposal, str], ...]:
    """What has no place, saying so of what would have one in something that was not tracked."""
    in_none = {id(one) for one, _ in with_amendments(made, lost, base)[1]}
    in_no_new = {id(one) for one, _ in amended_paragraphs(made, lost)[1]}
    return tuple(
        (one, reason if id(one) in in_none else _IN_WORDS if id(one) in in_no_new else _IN_NEW) for one, reason in lost
    )


def _amended_words(
    made: Sequence[Proposal], lost: Lost, base: Draft
) -> tuple[list[Proposal], tuple[tuple[Proposal, str], ...]]:
    """The same of words that were typed into paragraphs of the draft."""
    there: dict[int, list[Proposal]] = {}
    for one, _ in lost:
        if amends(one):
            there.setdefault(one.place.first, []).append(one)
    found: list[Proposal] = []
    placed: set[int] = set()
    for host in made:
        first = _typed_in(host) if there else None
        laid = _laid(host, base, first) if first is not None else None
        own = [one for at in laid.begins for one in there.get(at, ()) if laid.has_place(one)] if laid else []
        if laid is None or not own:
            found.append(host)
            continue
        amended = AmendedWords([], [], {})
        amend([[host]], laid.pieces, [laid.moved(one) for one in own], amended, laid.marks(base))
        found += amended.cut or [host]
        found += (*amended.amending, *_beside(host, amended, own, base))
        placed.update(id(one) for one in own if one.key in amended.beside)
    return found, tuple((one, reason) for one, reason in lost if id(one) not in placed)


def _beside(host: Proposal, amended: AmendedWords, own: Sequence[Proposal], base: Draft) -> list[Proposal]:
    """What those that amend the typed words change beside them, before or behind these as in the file."""
    there = [one for one in amended.beside.values() if one is not None]
    began = {(one.key, edit.rank): edit for one in own for edit in one.edits}
    in_file = [replace(one, edits=tuple(began[one.key, edit.rank] for edit in one.edits)) for one in there]
    return in_file_order(there, in_file, [host], base)


def _typed_in(host: Proposal) -> int | None:
    """From which paragraph of the file on words of a proposal made of a comparison were typed; None where it is another
    change, or marks of notes come or go with it."""
    come = [edit.rank // RANKS for edit in host.edits if edit.come]
    if host.tracked or host.kind not in _IN_PLACE or host.against is not None or host.footnotes or not come:
        return None
    is_plain = all(edit.look is None and not edit.gone_notes for edit in host.edits)
    return come[0] if is_plain and len({*come}) == 1 and come[0] >= 0 else None


_IN_PLACE = ("reword", "split", "merge")


@dataclass
class _InFile:
    """What stands in paragraphs of the file that were changed, and where each of these begins in it, END between."""

    pieces: Laid = field(default_factory=list)
    begins: dict[int, int] = field(default_factory=dict)

    def moved(self, one: Proposal) -> Proposal:
        """A change in one of the paragraphs, its places counted from where the first begins."""
        by = self.begins[one.place.first]
        return replace(
            one,
            edits=tuple(
                replace(
                    edit,
                    start=edit.start._replace(offset=edit.start.offset + by),
                    end=edit.end._replace(offset=edit.end.offset + by),
                )
                for edit in one.edits
            ),
        )

    def marks(self, base: Draft) -> list[int]:
        """Where marks of notes stand in it."""
        return [begin + mark for at, begin in self.begins.items() for mark in marks_in(base.paragraphs[at])]

    def has_place(self, one: Proposal) -> bool:
        """Whether a change takes out nothing of what cannot be cut, and stands beside something else."""
        places = [(edit.start.offset, edit.end.offset) for edit in self.moved(one).edits]
        first, spans = 0, list[tuple[int, int, bool]]()
        for piece, _ in self.pieces:
            spans.append((first, first := first + len(piece.new.text), piece.is_fixed))
        return all(
            any(begin <= start <= end and not is_fixed for begin, end, is_fixed in spans)
            and not any(is_fixed and begin < last and start < end for begin, end, is_fixed in spans)
            for start, last in places
        )


def _laid(host: Proposal, base: Draft, first: int) -> _InFile | None:
    """The words of paragraphs of the file one after another: those of the draft, and those that were typed."""
    found = _InFile(begins={first: 0})
    at, file, in_file = Point(host.place.first, 0), first, 0

    def stays(to: int) -> None:
        words = base.paragraphs[file].text[in_file:to]
        if words:
            there = Edit(at, at, come=(Paragraph(Kind.TEXT, (Run(words),)),))
            found.pieces.append((piece_of(there, OF_DRAFT), at.offset))

    for edit in sorted(host.edits, key=lambda edit: (edit.start, edit.rank)):
        if edit.start > at:
            if edit.start.paragraph != at.paragraph or file >= len(base.paragraphs):
                return None
            stays(in_file + edit.start.offset - at.offset)
            in_file += edit.start.offset - at.offset
        at = max(at, edit.end)
        for n, come in enumerate(edit.come):
            if n:
                file, in_file = file + 1, 0
                found.pieces.append((_fixed(edit, END), edit.start.offset))
                found.begins[file] = sum(len(piece.new.text) for piece, _ in found.pieces)
            if come.text:
                piece = piece_of(edit, host.key) if len(edit.come) == 1 else _fixed(edit, come.text)
                found.pieces.append((piece, edit.start.offset))
                in_file += len(come.text)
    if file >= len(base.paragraphs):
        return None
    stays(len(base.paragraphs[file].text))
    said = END.join(one.text for one in base.paragraphs[first : file + 1])
    return found if "".join(piece.new.text for piece, _ in found.pieces) == said else None


def _fixed(edit: Edit, words: str) -> Piece:
    """The end of a paragraph that comes, or words on either side of one."""
    return Piece(NewParagraph(END, replace(edit, come=()), words), is_fixed=True)
