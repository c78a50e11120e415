"""Tracked changes within a new paragraph that was not tracked itself, as amendments of the proposal to put it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.proposals.proposal import Edit, Proposal
from models.proposals.tracked.within_new import NewParagraph, alone, comes_whole, one_by_one
from models.proposals.untracked.compared import new_of

Lost = Sequence[tuple[Proposal, str]]


def amended_paragraphs(made: Sequence[Proposal], lost: Lost) -> tuple[list[Proposal], tuple[tuple[Proposal, str], ...]]:
    """Proposals made of what was not tracked with those that amend them, and which of `lost` still have no place.

    The places of `lost` are those of the text of the file without its tracked changes, of which `made` tells.
    """
    found: list[Proposal] = []
    placed: set[int] = set()
    for host in made:
        there = _within(host, lost)
        if not there:
            found.append(host)
            continue
        new, amending = _amended(host, {at: [lost[n][0] for n in own] for at, own in there.items()})
        found += [new, *amending]
        placed.update(n for own in there.values() for n in own)
    return found, tuple(one for n, one in enumerate(lost) if n not in placed)


def in_empty_lines(made: Sequence[Proposal], lost: Lost) -> tuple[list[Proposal], list[Proposal], Lost]:
    """Words put into a new line that had none and was not tracked, as new paragraphs of those who put them in.

    Nobody is asked of a line without words, and another look of one is nothing that could be lost. Gives the new
    paragraphs, what of `made` is still to be asked about, and what of `lost` still has no place.
    """
    lost = [(one, reason) for one, reason in lost if one.edits or one.place.words]
    found: list[Proposal] = []
    left: list[Proposal] = []
    placed: set[int] = set()
    for host in made:
        there = [n for own in _within(host, lost).values() for n in own]
        filled = None if len(there) != 1 else _filled(host, lost[there[0]][0])
        if filled is None:
            left.append(host)
        else:
            found.append(filled)
            placed.update(there)
    return found, left, [one for n, one in enumerate(lost) if n not in placed]


def _filled(host: Proposal, one: Proposal) -> Proposal | None:
    """A new line with the words of a proposal in it; None where it is no single line without words of its own."""
    (new,) = host.edits
    if host.footnotes or len(new.come) != 2 or new.come_text.strip() or len(one.edits) != 1:
        return None
    (own,) = one.edits
    if own.gone or own.look is not None or len(own.come) != 1:
        return None
    edit = replace(new, come=(replace(new.come[0], runs=own.come[0].runs), new.come[1]))
    return replace(one, kind="insert", place=host.place, edits=(edit,))


def _within(host: Proposal, lost: Lost) -> dict[int, list[int]]:
    """By its number among the new ones, what changes words in a new paragraph alone, or takes it out."""
    news = new_of(host)
    found: dict[int, list[int]] = {}
    for n, (one, _) in enumerate(lost):
        at = one.place.first
        if at in news and (amends(one) or (_takes(one) and one.against is None and one.place.note is None)):
            found.setdefault(at - news.start, []).append(n)
    return found


def amends(one: Proposal) -> bool:
    """Whether a proposal changes words of one paragraph, and nothing else."""
    return one.against is None and one.place.note is None and bool(one.edits) and alone(one)


def _takes(one: Proposal) -> bool:
    """Whether a proposal takes out one paragraph whole."""
    return one.kind == "delete" and one.place.after == one.place.first + 1


def _amended(host: Proposal, there: Mapping[int, Sequence[Proposal]]) -> tuple[Proposal, list[Proposal]]:
    edits = [one for edit in host.edits for one in (one_by_one(edit) if comes_whole(edit) else [edit])]
    news: list[NewParagraph] = []
    pieces: list[Edit] = []
    for at, edit in enumerate(edits):
        own = there.get(at, ())
        new = NewParagraph(
            host.key, edit, edit.come[0].text, [one for one in own if not _takes(one)], [*filter(_takes, own)]
        )
        new.cut()
        news.append(new)
        pieces += new.pieces
    number = {id(piece): n for n, piece in enumerate(pieces)}
    amending: list[Proposal] = []
    for new in news:
        amending += [in_new(host, new.amended(one, number)) for one in new.amending]
        for one in new.taking:
            all_of_it = tuple(number[id(piece)] for piece in new.pieces)
            amending.append(in_new(host, replace(one, edits=(), against=host.key, strikes=all_of_it)))
    return replace(host, edits=tuple(pieces)), amending


def in_new(host: Proposal, one: Proposal) -> Proposal:
    """At the place of the new paragraph, without edits that only take out what it strikes."""
    place = replace(host.place, words=one.place.words)
    return replace(one, kind="reword", place=place, edits=tuple(edit for edit in one.edits if edit.come))
