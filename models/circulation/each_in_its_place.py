"""Wishes of several, set so that what each amends stays in the paragraph it amends, whatever others do to that.

One deletes a paragraph, another puts words in it: taken as they stand, the words would run on into the next one, which
neither touched. So who takes out a paragraph takes out what others put in it; and what others change in a paragraph
that is moved, they change where it moves to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.circulation.in_moved import in_moved
from models.circulation.joint_wishes import in_order
from models.circulation.taken_out import Taking, ends_first
from models.draft import Draft
from models.proposals.proposal import Edit, Point, Proposal


@dataclass(frozen=True)
class Settled:
    """The wishes by name, in alphabetical order, and for keys of proposals those of others that come before them."""

    wishes: Mapping[str, Sequence[Proposal]]
    after: Mapping[str, set[str]] = field(default_factory=dict)


def each_in_its_place(draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> Settled:
    """The wishes on a draft, none of them in a paragraph that its author does not amend; the order of none matters."""
    own = {name: [ends_first(draft, one) for one in proposals] for name, proposals in in_order(wishes).items()}
    own, after = in_moved(draft, _new_ones_apart(draft, own))
    takings = {one.key: Taking(draft, one) for proposals in own.values() for one in proposals if _in_text(one)}
    own = _joined_once(draft, own, takings)
    found: dict[str, list[Proposal]] = {}
    everyone = [one for proposals in own.values() for one in proposals]
    for name, proposals in own.items():
        found[name] = list(proposals)
        for one in proposals:
            emptied = takings[one.key].emptied if one.key in takings and one.against is None else frozenset()
            strikes = _striking(one, everyone, emptied) if emptied else []
            if strikes:
                found[name] += strikes
                first = after.get(one.key, set()) | {strike.against or "" for strike in strikes}
                after |= dict.fromkeys((one.key, *(strike.key for strike in strikes)), first)
    return Settled(found, after)


def _in_text(one: Proposal) -> bool:
    return one.place.note is None


def _striking(one: Proposal, everyone: Sequence[Proposal], emptied: frozenset[int]) -> list[Proposal]:
    """What a proposal that takes out paragraphs takes out of what others put in them."""
    found: dict[str, Proposal] = {}
    struck: dict[str, set[Point]] = {}
    for other in sorted(everyone, key=lambda other: other.against is not None):
        if other.key == one.key or not _in_text(other) or other.against == one.key:
            continue
        host = struck.get(other.against) if other.against is not None else None
        within = tuple(
            n
            for n, edit in enumerate(other.edits)
            if edit.come
            and edit.start.paragraph in emptied
            and not (edit.ends_gone and edit.end.paragraph not in emptied)  # its words are of the next one too
            and ((host is not None and edit.start in host) if other.against is not None else not before(other, edit))
        )
        if within:
            struck[other.key] = {other.edits[n].start for n in within}
            key = f"{one.key} takes {other.key}"
            place = replace(other.place, words="")
            found[key] = Proposal("reword", one.author, place, against=other.key, strikes=within, key=key)
    return list(found.values())


def before(one: Proposal, edit: Edit) -> bool:
    """Whether an edit puts in (part of) a new paragraph before the one it stands in, and not words in that."""
    return edit.start.offset == 0 and any(
        other.start == edit.start and _whole(other) and other.rank >= edit.rank for other in one.edits
    )


def _whole(edit: Edit) -> bool:
    return edit.start == edit.end and edit.ends_come > 0 and not edit.come[-1].runs


def _new_ones_apart(draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> dict[str, list[Proposal]]:
    """The wishes, a new paragraph that is begun at the end of one as one that stands before the next.

    So are new paragraphs before one and words at its beginning, in one edit, two edits.
    """

    amended = {one.against for own in wishes.values() for one in own}

    def apart(edit: Edit) -> list[Edit]:
        at, come = edit.start, edit.come
        if edit.start != edit.end or edit.ends_come == 0 or at.paragraph >= len(draft.paragraphs):
            return [edit]
        here = draft.paragraphs[at.paragraph]
        if at.offset == len(here.text) and at.offset and not come[0].runs and come[-1].runs:
            next_one = Point(at.paragraph + 1, 0)
            after = draft.paragraphs[next_one.paragraph] if next_one.paragraph < len(draft.paragraphs) else come[-1]
            new = (*come[1:], replace(after, runs=()))
            return [replace(edit, start=next_one, end=next_one, come=new, notes_before=0)]
        if at.offset == 0 and come[-1].runs and not edit.notes_before and all(one.runs for one in come[:-1]):
            whole = replace(edit, come=(*come[:-1], replace(come[-1], runs=())))
            return [whole, replace(edit, come=(come[-1],), rank=edit.rank + 1)]
        return [edit]

    def joining_last(edit: Edit) -> Edit:
        """What joins a paragraph to the next comes after what others put at its end."""
        at = edit.start
        if not edit.ends_gone or not edit.come or at.offset != len(draft.paragraphs[at.paragraph].text):
            return edit
        return replace(edit, rank=edit.rank + _LAST)

    def done(one: Proposal) -> Proposal:
        if one.against is not None or not _in_text(one):
            return one
        if one.kind in ("split", "merge"):
            return one if one.key in amended else replace(one, edits=tuple(map(joining_last, one.edits)))
        edits = [piece for edit in one.edits for piece in apart(edit)]
        return one if edits == list(one.edits) else replace(one, edits=tuple(edits))

    return {name: [done(one) for one in own] for name, own in wishes.items()}


_LAST = 1 << 80
"""Added to a rank: behind all others."""


def _joined_once(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], takings: dict[str, Taking]
) -> dict[str, list[Proposal]]:
    """The wishes, one end gone where one delegation takes out a paragraph that another joins to the one before."""
    emptied = {at for taking in takings.values() for at in taking.emptied}
    joins = {at for taking in takings.values() for at in taking.ended - emptied}

    def done(one: Proposal) -> Proposal:
        taking = takings.get(one.key)
        if taking is None or not {at - 1 for at in taking.emptied} & (joins - taking.ended):
            return one
        edits = tuple(_without_last_end(draft, edit) if edit.start.paragraph - 1 in joins else edit
                      for edit in one.edits)  # fmt: skip
        return replace(one, edits=edits)

    return {name: [done(one) for one in own] for name, own in wishes.items()}


def _without_last_end(draft: Draft, edit: Edit) -> Edit:
    if edit.ends_gone == 0 or edit.come or edit.start.offset or edit.end.offset:
        return edit
    last = edit.end.paragraph - 1
    return replace(edit, end=Point(last, len(draft.paragraphs[last].text)), gone=edit.gone[:-1])
