"""What some change in a paragraph that another moves, as changes of it where it moves to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.circulation.taken_out import Taking
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal
from models.proposals.within_new import NewParagraph, alone, comes_whole, one_by_one

_ROOM = 1 << 20
"""Between two ranks: so many places are within the words that come with one edit."""

Wishes = dict[str, list[Proposal]]


def in_moved(draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> tuple[Wishes, dict[str, set[str]]]:
    """The wishes, and for keys of some those that come before them; what is moved several times by its first mover."""
    everyone = [(name, one) for name, own in wishes.items() for one in own]
    movers = [one for _, one in everyone if one.kind == "move" and one.against is None and one.place.note is None]
    if not movers:
        return {name: list(own) for name, own in wishes.items()}, {}
    by_key: dict[str, Proposal] = {one.key: _roomy(one) for _, one in everyone}
    moved: dict[int, NewParagraph] = {}
    for mover in movers:
        by_key[mover.key], places = _one_by_one(draft, by_key[mover.key])
        for at, edit in places.items():
            moved.setdefault(at, NewParagraph(mover.key, edit, draft.paragraphs[at].text))
    for one in list(by_key.values()):
        if one.against is not None or one.place.note is not None:
            continue
        for at in _within(one, draft):
            here = moved.get(at)
            if here is not None and here.key != one.key:
                (here.taking if at in Taking(draft, one).emptied and one.kind != "move" else here.amending).append(one)
    for here in moved.values():
        here.amending = [one for one in here.amending if alone(one)]
    extra, after = _set_there(moved, by_key)
    found = {name: [by_key[one.key] for one in own] for name, own in wishes.items()}
    for name, own in wishes.items():
        found[name] += [strike for one in own for strike in extra.get(one.key, ())]
    return found, after


def _roomy(one: Proposal) -> Proposal:
    return replace(one, edits=tuple(replace(edit, rank=edit.rank * _ROOM) for edit in one.edits))


def _one_by_one(draft: Draft, mover: Proposal) -> tuple[Proposal, dict[int, Edit]]:
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


def _within(one: Proposal, draft: Draft) -> set[int]:
    """The paragraphs of the draft in which a proposal changes words, or which it takes out."""
    return {edit.start.paragraph for edit in one.edits if not comes_whole(edit)} | Taking(draft, one).emptied


def _set_there(
    moved: Mapping[int, NewParagraph], by_key: dict[str, Proposal]
) -> tuple[dict[str, list[Proposal]], dict[str, set[str]]]:
    """Sets what others do where the paragraph moves to; gives what takes out what comes there, by whose it is."""
    extra: dict[str, list[Proposal]] = {}
    after: dict[str, set[str]] = {}
    for mover in {here.key for here in moved.values() if here.amending or here.taking}:
        theirs = [here for here in moved.values() if here.key == mover]
        for here in theirs:
            here.cut()
        pieces = {id(here.edit): here.pieces for here in theirs}
        edits: list[Edit] = []
        now: list[tuple[int, int]] = []
        for edit in by_key[mover].edits:
            first = len(edits)
            edits += pieces.get(id(edit), [edit])
            now.append((first, len(edits)))
        _strikes_anew(by_key, mover, now)
        by_key[mover] = replace(by_key[mover], edits=tuple(edits))
        number = {id(edit): n for n, edit in enumerate(edits)}
        for here in theirs:
            for one in here.amending:
                by_key[one.key] = here.amended(one, number)
                _follow(by_key, one, by_key[one.key])
            for one in here.taking:
                all_of_it = tuple(number[id(piece)] for piece in here.pieces)
                strikes = [_strike(one, by_key[mover], all_of_it)]
                strikes += [_strike(one, by_key[other.key], tuple(range(len(other.edits)))) for other in here.amending]
                extra.setdefault(one.key, []).extend(strikes)
                keys = {strike.against or "" for strike in strikes}
                for key in (one.key, *(strike.key for strike in strikes)):
                    after.setdefault(key, set()).update(keys)
    return extra, after


def _strikes_anew(by_key: dict[str, Proposal], mover: str, now: Sequence[tuple[int, int]]) -> None:
    for key, one in by_key.items():
        if one.against == mover and one.strikes:
            by_key[key] = replace(one, strikes=tuple(n for old in one.strikes for n in range(*now[old])))


def _follow(by_key: dict[str, Proposal], host: Proposal, there: Proposal) -> None:
    """What amends a proposal goes where that went."""
    at = {edit.start: (new.start, new.rank) for edit, new in zip(host.edits, there.edits, strict=True)}
    for key, one in by_key.items():
        if one.against == host.key and all(edit.start in at for edit in one.edits):
            edits = tuple(
                replace(edit, start=at[edit.start][0], end=at[edit.start][0], rank=at[edit.start][1])
                for edit in one.edits
            )
            by_key[key] = replace(one, edits=edits)


def _strike(one: Proposal, other: Proposal, numbers: tuple[int, ...]) -> Proposal:
    key = f"{one.key} takes {other.key}"
    place = replace(one.place, words="")
    return Proposal("reword", one.author, place, against=other.key, strikes=numbers, key=key)
