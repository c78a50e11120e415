"""Tracked changes of what was not tracked itself: they amend the proposal that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Point, Proposal
from models.proposals.untracked.amended_accepted import Piece
from models.proposals.untracked.amended_new import Lost, amended_paragraphs, amends
from models.proposals.untracked.amended_words import OF_DRAFT, AmendedWords, Laid, amend, marks_in, piece_of
from models.proposals.untracked.edited_words import RANKS
from models.proposals.untracked.file_order import in_file_order

_IN_NEW = "It is in a new paragraph that was not tracked, and has a place once that is a proposal too."
_IN_WORDS = "It changes words that were not tracked, and has a place once they are a proposal too."


def with_amendments(
    made: Sequence[Proposal], lost: Lost, base: Draft
) -> tuple[list[Proposal], tuple[tuple[Proposal, str], ...]]:
    """Proposals made of what was not tracked with those that amend them, and which of `lost` still have no place.

    The places of `lost` are those of `base`, the text of the file without its tracked changes, of which `made` tells.
    """
    found, lost = amended_paragraphs(made, lost)
    return _amended_words(found, lost, base)


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
        at = _typed_in(host, base) if there else None
        own = there.get(at, ()) if at is not None else ()
        laid = _laid(host, base, at) if own and at is not None else []
        if at is None or not laid:
            found.append(host)
            continue
        amended = AmendedWords([], [], {})
        amend([[host]], laid, own, amended, marks_in(base.paragraphs[at]))
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


def _typed_in(host: Proposal, base: Draft) -> int | None:
    """Into which paragraph of the file words of a proposal made of a comparison were typed; None where it is another
    change, or marks of notes come or go with it."""
    come = [edit.rank // RANKS for edit in host.edits if edit.come]
    if host.tracked or host.kind != "reword" or host.against is not None or host.place.start is None or not come:
        return None
    is_plain = all(edit.look is None and edit.becomes is None and not edit.gone_notes for edit in host.edits)
    at = come[0]
    if not is_plain or host.footnotes or not 0 <= at < len(base.paragraphs) or len({*come}) > 1:
        return None
    return at


def _laid(host: Proposal, base: Draft, at: int) -> Laid:
    """The words of the paragraph of a file one after another: those of the draft, and those that were typed."""
    text = base.paragraphs[at].text
    found: Laid = []
    on_draft = in_file = 0
    for edit in sorted(host.edits, key=lambda edit: (edit.start, edit.rank)):
        stay = edit.start.offset - on_draft
        if stay > 0:
            found.append((_of_draft(text[in_file : in_file + stay], edit), on_draft))
            in_file += stay
        on_draft = max(on_draft, edit.end.offset)
        if edit.come:
            found.append((piece_of(edit, host.key), edit.start.offset))
            in_file += len(edit.come_text)
    if in_file < len(text):
        found.append((_of_draft(text[in_file:], host.edits[-1]), on_draft))
    return found if "".join(one.new.text for one, _ in found) == text else []


def _of_draft(words: str, beside: Edit) -> Piece:
    """Words that stay before, or behind, an edit."""
    point = Point(beside.start.paragraph, 0)
    return piece_of(Edit(point, point, come=(Paragraph(Kind.TEXT, (Run(words),)),)), OF_DRAFT)
