"""What some change in a paragraph that another moves, as changes of it where it moves to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from models.compiling.second_notes import SecondNotes
from models.compiling.standing import Standing, Struck, with_both
from models.compiling.taken_out import Reach, Taking
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal
from models.proposals.tracked.within_new import NewParagraph, alone, comes_whole, one_by_one

_ROOM = 1 << 20
"""Between two ranks: so many places are within the words that come with one edit."""


@dataclass
class InMoved:
    """The wishes with those that moves bring with them, and which moves nobody touches.

    Who changes a paragraph that another moves changes it where it stands, in its own name, and where it moves to, in
    the names of both: taken without the move, that would be words without a paragraph.
    """

    wishes: list[Standing]
    untouched: set[str] = field(default_factory=set)


def in_moved(draft: Draft, everyone: Sequence[Standing], reach: Reach, struck: Struck, notes: SecondNotes) -> InMoved:
    """What moves and what stands in it; what is taken out at the new place is added to `struck`."""
    movers = [one for one in everyone if moves(one.proposal)]
    if not movers:
        return InMoved(list(everyone))
    made = InMoved([])
    by_key = {one.proposal.key: replace(one, proposal=_roomy(one.proposal)) for one in everyone}
    brought: list[Standing] = []
    for mover in movers:
        key = mover.proposal.key
        proposal, places = each_moved(draft, by_key[key].proposal)
        by_key[key] = replace(mover, proposal=proposal)
        others = [one for one in everyone if one.in_text and one.name != mover.name and _within(mover, one)]
        beside = [one for one in everyone if one.in_text and one.proposal.key != key and _beside(reach, mover, one)]
        cited = {note for edit in proposal.edits for note in edit.gone_notes}
        noted = any(one.name != mover.name and one.proposal.place.note in cited for one in everyone)
        if not others and not beside and not noted:
            made.untouched.add(key)
            continue
        news = {at: NewParagraph(key, edit, draft.paragraphs[at].text) for at, edit in places.items()}
        for other in others:
            one = by_key[other.proposal.key].proposal
            for at, here in news.items():
                taking = at in Taking(draft, one).emptied
                if taking and not moves(one):
                    here.taking.append(one)
                elif not taking and alone(one) and at in {edit.start.paragraph for edit in one.edits}:
                    here.amending.append(one)
        brought += _set_there(list(news.values()), by_key, struck, notes)
    made.wishes = [*by_key.values(), *brought]
    return made


def moves(one: Proposal) -> bool:
    """Whether a proposal moves paragraphs of the draft."""
    return one.kind == "move" and one.against is None and one.place.note is None


def _roomy(one: Proposal) -> Proposal:
    return replace(one, edits=tuple(replace(edit, rank=edit.rank * _ROOM) for edit in one.edits))


def each_moved(draft: Draft, mover: Proposal) -> tuple[Proposal, dict[int, Edit]]:
    """The proposal with an edit for each paragraph that it puts elsewhere, and which of the draft each is."""
    gone = sorted(Taking(draft, mover).emptied)
    if sum(comes_whole(edit) and len(edit.come) - 1 for edit in mover.edits) != len(gone):
        return mover, {}
    edits: list[Edit] = []
    come: list[Edit] = []
    for edit in mover.edits:
        single = list(one_by_one(edit)) if comes_whole(edit) and len(gone) > 1 else [edit]
        come += [one for one in single if comes_whole(one)]
        edits += single
    if len(edits) != len(mover.edits) and any(edit.come and not comes_whole(edit) for edit in edits):
        return mover, {}
    come.sort(key=lambda edit: (edit.start, edit.rank))
    return replace(mover, edits=tuple(edits)), dict(zip(gone, come, strict=True))


def _within(mover: Standing, other: Standing) -> bool:
    """Whether another changes anything in the paragraphs that one moves; new ones beside them are none of these."""
    taken = [edit for edit in mover.proposal.edits if edit.gone or edit.gone_notes]
    return any(
        edit.start < one.end and (one.start < edit.end or (one.start == edit.start and not other.before(edit)))
        for one in taken
        for edit in other.proposal.edits
    )


def _beside(reach: Reach, mover: Standing, other: Standing) -> bool:
    """Whether another moves something to where one moves from, or changes what goes with the end before it."""
    taken = [(edit, reach.of(mover.name, edit)) for edit in mover.proposal.edits if edit.gone or edit.gone_notes]
    return any(
        (moves(other.proposal) and one.come) or mine < edit.start or theirs < one.start
        for edit, mine in taken
        for one in other.proposal.edits
        if mine <= one.end and (theirs := reach.of(other.name, one)) <= edit.end
    )


def _set_there(
    theirs: Sequence[NewParagraph], by_key: dict[str, Standing], struck: Struck, notes: SecondNotes
) -> Iterator[Standing]:
    """Sets what others do where the paragraph moves to, and strikes there what they take out."""
    mover = by_key[theirs[0].key] if theirs else None
    if mover is None:
        return
    for here in theirs:
        here.cut()
    pieces = {id(here.edit): here.pieces for here in theirs}
    edits: list[Edit] = []
    now: list[tuple[int, int]] = []
    for edit in mover.proposal.edits:
        first = len(edits)
        edits += pieces.get(id(edit), [edit])
        now.append((first, len(edits)))
    key = mover.proposal.key
    for other, one in by_key.items():
        if one.proposal.against == key and one.proposal.strikes:
            strikes = tuple(n for old in one.proposal.strikes for n in range(*now[old]))
            by_key[other] = replace(one, proposal=replace(one.proposal, strikes=strikes))
    by_key[key] = mover = replace(mover, proposal=replace(mover.proposal, edits=tuple(edits)))
    number = {id(edit): n for n, edit in enumerate(edits)}
    for here in theirs:
        brought: list[Proposal] = []
        for amending in here.amending:
            there = here.amended(amending, number)
            name = by_key[amending.key].name
            for n in there.strikes:
                struck.add(mover.proposal, n, name)
            if any(edit.come for edit in there.edits):
                come = tuple(edit for edit in there.edits if edit.come)
                again = notes.of(there.footnotes)
                made = replace(there, edits=come, strikes=(), footnotes=again, key=f"{amending.key} with {key}")
                brought.append(made)
                yield Standing(with_both(name, mover.name), made)
        for taking in here.taking:
            name = by_key[taking.key].name
            for piece in here.pieces:
                struck.add(mover.proposal, number[id(piece)], name)
            for other_one in brought:
                for n in range(len(other_one.edits)):
                    struck.add(other_one, n, name)
