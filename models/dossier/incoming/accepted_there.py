"""A returned file in which somebody accepted what others ask for: it stays theirs, and is no untracked change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from models.comparison.change import Change
from models.comparison.compare import compare
from models.dossier.dossier import Dossier
from models.dossier.incoming.earlier_files import no_longer
from models.dossier.incoming.returning import Plan
from models.draft import Draft, Kind
from models.masthead.states import of_a_state
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Point, Proposal, keyed
from models.proposals.untracked.accepted import Stretch, accepted_in
from models.proposals.untracked.asked_here import change_of, part_of, with_room
from models.proposals.untracked.compared import compared_proposals, of_no_file
from models.proposals.untracked.in_parts import in_parts
from models.proposals.untracked.order_in_text import in_order_of_text
from models.proposals.untracked.stretches import Texts
from models.proposals.untracked.told_amending import told_of_amending
from models.proposals.untracked.untracked import Untracked, asks, called_alike, in_order, untracked

_Becomes = tuple[Point, Kind, int]
"""Which paragraph becomes of which kind and level."""


def with_accepted(
    plan: Plan,
    texts: Texts,
    asked: Sequence[Proposal],
    wishes: Iterable[Proposal],
    dossier: Dossier,
    *,
    is_same: bool = False,
) -> Plan:
    """The plan of a file that had the changes `asked` on a draft when it left, some of which are accepted in it now.

    Where nothing else differs the file has all of them again, in the names they were in, and nothing untracked; what
    was changed by hand among them is told apart. `wishes` are open on the draft: a file without styles has no mark of
    the kind that a paragraph is of with the words of one. `is_same` says that it is known to be the one that left.
    """
    if plan.node is None or not plan.unasked or not asked:
        return plan
    wishes = list(wishes)
    others = {one.author for one in (*wishes, *asked)}
    names = [*others, *(name for one in dossier.delegations() for name in (one.short, one.name))]
    is_signed = of_a_state(plan.signature, names) or any(called_alike(one, plan.signature) for one in others)
    known = {kind for one in wishes for edit in one.edits if (kind := _kind(edit)) is not None}
    lost_in, lost = frozenset[int](), frozenset[int]()
    while True:
        lost_in |= lost
        there = accepted_in(
            texts,
            asked,
            is_all=len(others) == 1 and not is_signed,
            is_signed=is_signed,
            is_same=is_same,
            but_in=lost_in,
        )
        found = [_with_kinds(stretch, asked, plan.unasked, known) for stretch in there]
        if not found:
            return plan
        made = _having(plan, texts, asked, found, dossier)
        lost = _lost(made, plan)
        if lost <= lost_in:
            return made


def _lost(made: Plan, plan: Plan) -> frozenset[int]:
    """The paragraphs of the file of which something tracked has no place in a plan that is made of one where it has."""
    if not made.not_placed:
        return frozenset()
    before = {one.revisions for one, _ in plan.with_unasked()[0].not_placed}
    now = (one for one, _ in made.with_unasked()[0].not_placed if one.revisions not in before)
    return frozenset(at for one in now for at in range(one.place.first, max(one.place.after, one.place.first + 1)))


def _having(plan: Plan, texts: Texts, asked: Sequence[Proposal], found: Sequence[Stretch], dossier: Dossier) -> Plan:
    """The plan with what is accepted in some stretches, and what else there is in these; `plan.node` is a draft."""
    assert plan.node is not None
    draft, tracked = texts.draft, plan.returned.proposals
    settled = [one for one in texts.difference.changes if any(_within(one, stretch) for stretch in found)]
    places = {((one.old or (None,))[0], (one.new or (None,))[0]) for one in settled}
    typed = {one.key for one in plan.typed}
    unasked = tuple(
        one for one in plan.unasked if one.key in typed or not any(_stands_in(one, stretch) for stretch in found)
    )
    keys = {one.key for stretch in found for one in stretch.asked}
    cut, amending, within = _amending(found, plan.node)
    again: list[Proposal] = []
    for stretch in found:
        marks = [one for one in tracked if _tracked_in(one, stretch)]
        again += (_with_marks(cut.get(one.key, one), marks) for one in stretch.asked)
    new = {one.revisions: one for stretch in found for one in stretch.new if one.tracked}
    left = [
        _as_new(one, new.get(one.revisions), draft)
        for one in plan.proposals
        if one.key not in keys
        and (one.revisions in new or not (_of_words(one) and any(_stands_in(one, stretch) for stretch in found)))
    ]
    told, made = _by_hand(draft, [one for at in found for one in at.by_hand if one.against not in cut], plan.node)
    in_file = {one.key: one for one in plan.unasked}  # what is tracked within these has its place there
    made = tuple(in_file.get(one.key, one) for one in made)
    told += told_of_amending(draft, cut.values(), amending)
    besides = [one for one in plan.untracked if one.footnote or one.against or (one.old, one.new) not in places]
    proposals = tuple(sorted((*left, *again, *within), key=lambda one: one.place.first))
    if cut:
        own = {one.key for one in cut.values()} | {one.key for one in within if one.against is not None}
        proposals = tuple(one if one.key in own else with_room(one) for one in proposals)
        # What was typed among the words of these keeps its place there.
        unasked = tuple(with_room(one) if one.key in typed else one for one in unasked)
    unasked = tuple(sorted((*unasked, *made, *amending), key=lambda one: one.place.first))
    if not plan.not_placed:  # what has its place in a new paragraph finds that by its rank
        ordered = in_order_of_text(texts.sent, [*proposals, *unasked])
        proposals, unasked = tuple(ordered[: len(proposals)]), tuple(ordered[len(proposals) :])
    return replace(
        plan,
        proposals=proposals,
        not_placed=tuple(
            (_as_new(one, new.get(one.revisions), texts.base), why)
            for one, why in plan.not_placed
            if one.revisions in new or not any(_tracked_in(one, at) for at in found)
        ),
        untracked=in_order((*besides, *told)),
        unasked=unasked,
        accepted=tuple(one for stretch in found for one in stretch.accepted),
        no_longer={}
        if plan.known
        else no_longer(dossier.proposals(), proposals, plan.node, others={one.author for one in asked}),
    )


def _amending(found: Iterable[Stretch], node: str) -> tuple[dict[str, Proposal], list[Proposal], list[Proposal]]:
    """What was asked for and is cut as something amends it, by the keys it was asked by; what was changed by hand of
    that so; and what tracked changes of the file do."""
    cut = [one for stretch in found for one in stretch.amended]
    were = [one.key for one in cut]
    amending = [one for stretch in found for one in stretch.by_hand if one.against in were]
    within = [one for stretch in found for one in stretch.within]
    made = keyed([*cut, *amending, *within], node)
    first = len(cut) + len(amending)
    return dict(zip(were, made, strict=False)), list(made[len(cut) : first]), list(made[first:])


def _by_hand(draft: Draft, made: Sequence[Proposal], node: str) -> tuple[list[Untracked], tuple[Proposal, ...]]:
    """What was changed by hand among what was accepted, told as it stands beside the draft without that."""
    if not made:
        return [], ()
    beside = compare(draft, applied(draft, made))
    told = [replace(one, against=beside) for one in untracked(beside)]
    asked = compared_proposals(beside, draft=node, only=lambda change: asks(beside, change, ()))
    return told, tuple(of_no_file(one) for one in asked)


def _within(change: Change, stretch: Stretch) -> bool:
    """Whether all of a change stands in a stretch."""
    return all(stretch.first <= at < stretch.after for at in change.old) and all(
        stretch.from_base <= at < stretch.to_base for at in change.new
    )


def _with_kinds(
    stretch: Stretch, asked: Iterable[Proposal], unasked: Sequence[Proposal], known: Set[_Becomes]
) -> Stretch:
    """A stretch with what was asked for of kinds and levels alone and the file has; others were set by hand.

    Those that are asked for with words, or `known` of a paragraph in which words were accepted, nobody set so.
    """
    there = _kinds(unasked, stretch)
    own = [one for one in asked if all(map(_kind, one.edits)) and (kinds := _kinds([one], stretch)) and kinds <= there]
    touched = {edit.start.paragraph for one in stretch.accepted for edit in one.edits}
    known = {one for one in known if one[0].paragraph in touched} | _kinds((*stretch.asked, *own), stretch)
    by_hand = [
        replace(one, edits=tuple(edit for edit in one.edits if _kind(edit) not in known)) for one in stretch.by_hand
    ]
    told = known | _kinds(stretch.by_hand, stretch)
    by_hand += (one for one in map(_of_kinds, unasked) if _kinds([one], stretch) - told)
    return replace(
        stretch,
        asked=(*stretch.asked, *own),
        accepted=(*stretch.accepted, *own),
        by_hand=tuple(one for one in by_hand if one.edits or one.strikes),
    )


def _of_kinds(one: Proposal) -> Proposal:
    """What a proposal asks for of kinds and levels."""
    edits = tuple(edit for edit in one.edits if _kind(edit) is not None)
    return replace(one, kind="format", edits=edits, footnotes=(), to=None)


def _kinds(proposals: Iterable[Proposal], stretch: Stretch) -> set[_Becomes]:
    """Which paragraphs in a stretch become of which kind and level."""
    edits = (edit for one in proposals if _stands_in(one, stretch) for edit in one.edits)
    return {kind for edit in edits if (kind := _kind(edit)) is not None}


def _kind(edit: Edit) -> _Becomes | None:
    """Which paragraph becomes of which kind and level; None where an edit changes something else."""
    return None if edit.becomes is None else (edit.start, edit.becomes.kind, edit.becomes.level)


def _of_words(one: Proposal) -> bool:
    """Whether it changes words, and no looks or kinds."""
    return bool(one.edits) and all(edit.look is None and edit.becomes is None for edit in one.edits)


def _stands_in(one: Proposal, stretch: Stretch) -> bool:
    """Whether a proposal on the draft stands in a stretch, or puts paragraphs before the one behind it."""
    return _between(one, stretch.first, stretch.after, stretch.is_open)


def _tracked_in(one: Proposal, stretch: Stretch) -> bool:
    """The same of a proposal on the text of the file."""
    return _between(one, stretch.from_base, stretch.to_base, stretch.is_open)


def _between(one: Proposal, first: int, after: int, is_open: bool) -> bool:
    edits = one.edits if one.place.note is None else ()
    return bool(edits) and all(_edit_between(edit, first, after, is_open) for edit in edits)


def _edit_between(edit: Edit, first: int, after: int, is_open: bool) -> bool:
    behind = Point(after, 0)
    if edit.start == edit.end == behind:
        return is_open and edit.ends_come > 0
    return Point(first, 0) <= edit.start and edit.end <= behind


def _as_new(one: Proposal, new: Proposal | None, draft: Draft) -> Proposal:
    """A tracked change on the draft, without what is no part of it that is `new`."""
    if new is None or len(new.edits) == len(one.edits):
        return one
    changes = {change_of(new, edit) for edit in new.edits}
    edits = [edit for edit in one.edits if change_of(one, edit) in changes]
    return keyed([part_of(one, edits, draft)], one.place.draft)[0]


def _with_marks(one: Proposal, tracked: Sequence[Proposal]) -> Proposal:
    """A proposal with the positions of its changes among those `tracked` in this file; none where all is accepted."""
    changes = {change_of(one, edit) for edit in in_parts([one], tracked)[0].edits}
    own = {n for mark in tracked for edit in mark.edits if change_of(mark, edit) in changes for n in mark.revisions}
    return replace(one, revisions=tuple(sorted(own)))
