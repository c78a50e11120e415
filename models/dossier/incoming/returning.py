"""Returned files into a dossier: the draft each was made on is found or kept, and its changes become proposals.

`planned` only looks; nothing enters the dossier before `keep_returned`, and that is one act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.comparison.change import Comparison
from models.dossier.dossier import Dossier
from models.dossier.errors import DossierError
from models.dossier.incoming.as_left import AsLeft
from models.dossier.incoming.earlier_files import namesakes, no_longer, of_file, open_in, put_back, tracked_by
from models.dossier.incoming.found_base import find_base
from models.dossier.incoming.grounds import on_its_ground
from models.dossier.incoming.importing import Incoming, import_files, unique_label
from models.dossier.incoming.left_out import facts_of_left_out, left_out_on
from models.dossier.incoming.own_package import nearest_file
from models.dossier.incoming.read_again import known_again, read_as
from models.dossier.incoming.same_wish import Wishes, in_names_of_delegations, known_as_wishes
from models.dossier.proposals.kept_proposals import Recorded
from models.draft import Draft
from models.draft.masthead import masthead
from models.proposals.laid.carrying import Carried
from models.proposals.proposal import Proposal, State, keyed
from models.proposals.untracked.amended_new import in_empty_lines
from models.proposals.untracked.amended_typed import told_of_new, with_amendments
from models.proposals.untracked.among_typed import cuts_of_new
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.file_order import in_file_order
from models.proposals.untracked.matching import Match
from models.proposals.untracked.struck_letters import Asked
from models.proposals.untracked.told_amending import told_of_typed
from models.proposals.untracked.untracked import Untracked, asks, in_order, key_of_nobody, signed, untracked
from models.telling.sentences import listed

if TYPE_CHECKING:
    from models.proposals.by_hand.hand_marks import HandMarks
    from models.proposals.by_hand.own_looks import OwnLooks
    from models.proposals.returned import Returned
    from models.reading.reading import Reading


class BaseNotSure(DossierError):
    """Several kept drafts are as near to a returned file as each other; `match` names them."""

    def __init__(self, file_name: str, match: Match) -> None:
        self.match = match
        names = " or ".join(f"“{one.label}”" for one in match.ties)
        super().__init__(f"“{file_name}” may have been made on {names}; say which of them it is.")


@dataclass(frozen=True)
class Plan:
    """What a returned file comes to in a dossier, before anything is kept.

    `node` is the draft it was made on, None where its own base is to be kept as a draft; `match` says how that was
    found. `proposals` are placed on it and `not_placed` have no place there, each with the reason. `untracked` is what
    was changed without tracking, and `unasked` the same as proposals of nobody, which become the user's to take or to
    leave out; they stand on the draft too. `as_typed`: all its numbers stand as in the draft, and as what comes has
    them. `kept` are the proposals of what was not tracked that the dossier has there already, `own` those of them that
    came in a file called like this one, `left_out` the keys of those that the user left out in this file or another
    (`key_of_nobody`), and `no_longer` are by author those open from earlier files that this one has not (by keys);
    `anew` are those of them that later ones, this one too, word anew, once somebody looked: with whether to tell it.
    `namesakes` are in whose names a file called like this one, with other contents, brought what was not tracked.
    `as_left` is what a compilation has as it left, once somebody looked: that proposes nothing. `accepted` are those
    of `proposals` of which the file has something accepted, once somebody looked: they stand as they did, and are whose
    they were. `decided` are those of them that were decided since the file left, each with how. `earlier` is what of
    `own` is open in the name of the file. `typed` are those of `unasked` that stand among what others put in.
    `stay_open` counts what is open on the draft where the file asks for nothing. `wishes` are those of persons there.
    """

    returned: Returned
    file_name: str
    match: Match
    node: str | None
    proposals: tuple[Proposal, ...]
    not_placed: tuple[tuple[Proposal, str], ...] = ()
    untracked: tuple[Untracked, ...] = ()
    unasked: tuple[Proposal, ...] = ()
    known: bool = False
    as_typed: bool = False
    kept: tuple[Proposal, ...] = ()
    own: tuple[Proposal, ...] = ()
    left_out: frozenset[str] = frozenset()
    no_longer: Mapping[str, Sequence[str]] = field(default_factory=dict)
    namesakes: tuple[str, ...] = ()
    as_left: AsLeft = field(default_factory=AsLeft)
    accepted: tuple[Proposal, ...] = ()
    decided: tuple[tuple[Proposal, State], ...] = ()
    earlier: tuple[Asked, ...] = ()
    typed: tuple[Proposal, ...] = ()
    stay_open: int = 0
    wishes: Wishes = field(default_factory=dict)
    anew: Mapping[str, bool] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Whose what was not tracked is, unless the user says: that of the file, as nobody signed it."""
        return Path(self.file_name).stem

    def signed(self, made: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Proposals of what was not tracked, in the name they came in with this file before, or that of the file."""
        return signed(made, self.signature, self.own)

    @cached_property
    def asked(self) -> list[Proposal]:
        """What is to be kept of `proposals`: all but what stands as it left with a compilation."""
        return self.known_here(self.as_left.asked_anew(self.proposals, self.unasked), self.unasked)

    def known_here(self, asked: Sequence[Proposal], by_hand: Iterable[Proposal]) -> list[Proposal]:
        """What is asked for, as the wishes that it is of persons before, but for what is amended by hand."""
        return known_as_wishes(asked, self.wishes, self.as_left.keys, {one.against for one in by_hand})

    @property
    def stand_as_they_left(self) -> list[Proposal]:
        """The others."""
        asked = {one.key for one in self.as_left.asked_anew(self.proposals, self.unasked)}
        return [one for one in self.proposals if one.key not in asked]

    @property
    def told_accepted(self) -> tuple[str, ...]:
        """A sentence where something that is asked for is accepted in the file."""
        known, stay = {one.key for one, _ in self.decided}, {one.key for one in self.stand_as_they_left}
        by_end: dict[tuple[str, str], list[Proposal]] = {
            ("", ": it stands here as it did"): [one for one in self.accepted if one.key not in known]
        }
        for one, state in self.decided:
            # One that was changed by hand there is another now.
            end = f": it stays {state}" if one.key in stay else " with words changed by hand, and is open again"
            by_end.setdefault((f", {state} here,", end), []).append(one)
        return tuple(_told_accepted(own, *said) for said, own in by_end.items() if own)

    @property
    def told_no_longer(self) -> tuple[str, ...]:
        """A sentence for each author whose earlier file has proposals that this one has not; of a file that asks for
        nothing one, where nobody can tell who had it before."""
        whose = [(author, key) for author, keys in self.no_longer.items() for key in keys]
        gone = Counter(author for author, key in whose if key not in self.anew)
        reworded = Counter(author for author, key in whose if self.anew.get(key))
        gone.update(author for author, *_ in put_back(self.earlier, (*self.proposals, *self.unasked)))
        if not gone and self.stay_open:
            stay = "1 proposal stays open" if self.stay_open == 1 else f"{self.stay_open} proposals stay open"
            return (f"This file asks for nothing: {stay} on the draft it was made on.",)
        stays = ("is not in this one: it stays open", "are not in this one: they stay open")
        anew = ("is worded anew in this one", "are worded anew in this one")
        return tuple(
            f"{count} proposal{'' if count == 1 else 's'} of {author or 'nobody named'} in an earlier file "
            f"{end[count > 1]}."
            for counts, end in ((gone, stays), (reworded, anew))
            for author, count in counts.items()
        )

    @property
    def told_namesake(self) -> tuple[str, ...]:
        """A sentence where two files of one name may be those of two delegations, as nobody signed either."""
        if not (self.namesakes and self.unasked):
            return ()
        names = " and ".join(f"“{one}”" for one in self.namesakes)
        return (
            f"A file named “{self.file_name}” came before with other contents, and what it changed without tracking "
            f"stands in the name of {names}: where this one is another delegation's, give the file another name and "
            "read it again, as what both changed alike is taken for one.",
        )

    def with_unasked(self, author: str | None = None) -> tuple[Plan, tuple[Proposal, ...]]:
        """What was not tracked as proposals, and the plan with what has its place in them.

        `author` is whose they are where the user says it.
        """
        apart = {one.key for one in self.typed}
        own = tuple(replace(one, author=author) for one in self.unasked) if author else self.signed(self.unasked)
        made, lost = self.amended([one for one in own if one.key not in apart])
        made += (one for one in own if one.key in apart)
        return replace(self, not_placed=lost, namesakes=() if author else self.namesakes), keyed(made, self.node or "")

    def amended(self, made: Sequence[Proposal]) -> tuple[list[Proposal], tuple[tuple[Proposal, str], ...]]:
        """Some proposals of what was not tracked with what amends them in the file, and what has no place then."""
        return with_amendments(made, self.not_placed, self.returned.base.draft, self.returned.proposals)

    @property
    def facts(self) -> dict[str, Any]:
        """What the dossier remembers of the file."""
        return {
            "authors": {one.name: one.changes for one in self.returned.authors},
            "proposals": len(self.proposals),
            "not_placed": len(self.not_placed),
            "untracked": len(self.untracked),
            "numbers": len(self.returned.numbers_lost),
            "brackets": len(self.returned.brackets_turned),
            "ends": len(self.returned.ends_left),
            "by_hand": self.returned.by_hand,
            "exact": self.returned.exact,
            "as_typed": self.as_typed,
        }


def _told_accepted(accepted: Sequence[Proposal], how: str, end: str) -> str:
    names = listed(sorted({one.author or "nobody named" for one in accepted}))
    if len(accepted) == 1:
        return f"1 proposal of {names}{how} is accepted in this file, wholly or in part{end}."
    end = end.replace("it stands here as it did", "they stand here as they did").replace("it stays", "they stay")
    end = end.replace("is open", "are open")
    return f"{len(accepted)} proposals of {names}{how} are accepted in this file, wholly or in part{end}."


def planned(
    dossier: Dossier,
    returned: Returned,
    file_name: str,
    *,
    base: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Plan:
    """What a file comes to; `base` is the id of the draft that the user says it was made on.

    A file that is kept already stays on the draft it is kept on. Raises BaseNotSure where several drafts are as near as
    each other and the user did not say.
    """
    returned = returned.whole or returned
    words: dict[str, list[str]] = {}
    match = find_base(dossier, returned.base.draft, part_of(progress, 0, 0.4), blob=returned.blob, words=words)
    kept = next((one.node for one in dossier.returned_files() if one.blob == returned.blob), None)
    returned, match = on_its_ground(dossier, returned, match, base or kept, words)
    node = base or kept or (match.base.node if match.base is not None else None)
    if node is None and match.ties:
        raise BaseNotSure(file_name, match)
    known = kept is not None
    if node is not None and (own := with_own_looks(dossier, returned, node)) is not returned:
        returned, match = own, match if match.accepted else find_base(dossier, own.base.draft, blob=own.blob)
    if node is None:
        as_typed = returned.as_typed(returned.base.draft)
        return Plan(returned, file_name, match, None, returned.proposals, known=known, as_typed=as_typed)
    draft = read_as(dossier, node, returned.base.draft)
    returned, carried, difference = _typed_apart(returned, draft, node, progress)
    tracked = {one.place.first for one, _ in carried.not_placed}
    cuts = cuts_of_new(returned.base.draft, returned.proposals, tracked)
    made = compared_proposals(difference, draft=node, only=lambda change: asks(difference, change, tracked), cuts=cuts)
    ordered = in_file_order(carried.placed, returned.having(carried), made, returned.base.draft)
    typed = tuple(one for one in ordered if not one.tracked)
    filled, unasked, lost = in_empty_lines(made, carried.not_placed)
    there = dossier.proposals()
    on_draft = [one for one in there if one.proposal.place.draft == node]
    # Who rejects, or accepts, all that a file had leaves no name in it.
    before = () if returned.tracked else tracked_by(there, dossier.returned_files(), file_name)
    is_silent = not (returned.tracked or unasked or returned.marks or known)
    same = tuple(one for one in on_draft if not one.proposal.tracked)
    tracked_here = [one for one in ordered if one.tracked]
    proposals = sorted((*tracked_here, *keyed(filled, node)), key=lambda one: one.place.first)
    placed = known_again(proposals if filled else tracked_here, there, draft, node)
    told = untracked(difference, {one.place.first for one, _ in lost})
    return Plan(
        returned,
        file_name,
        match,
        node,
        placed,
        told_of_new(unasked, lost, returned.base.draft),
        in_order((*told, *told_of_typed(draft, placed, typed))) if typed else told,
        tuple(sorted((*unasked, *typed), key=lambda one: one.place.first)) if typed else tuple(unasked),
        known,
        returned.as_typed(draft),
        tuple(one.proposal for one in same),
        of_file(same, dossier.returned_files(), file_name),
        left_out_on(dossier, node),
        {} if known else no_longer(there, placed, node, others=before),
        () if known else namesakes(same, dossier.returned_files(), file_name),
        earlier=() if known else open_in(on_draft, dossier.returned_files(), file_name),
        typed=typed,
        stay_open=sum(one.state is State.OPEN for one in on_draft) if is_silent else 0,
        wishes=in_names_of_delegations(dossier, on_draft),
    )


def _typed_apart(
    returned: Returned, draft: Draft, node: str, progress: Callable[[float], None] | None
) -> tuple[Returned, Carried, Comparison]:
    """A file with its proposals set on the draft it was made on, and what differs from that without them; what was
    typed among what others put in is one of them where its place is sure."""
    from models.proposals.typed_within import with_typed_within

    difference = returned.compared_to(draft, part_of(progress, 0.4, 0.3))
    if returned.tracked and (apart := with_typed_within(returned, difference)) is not None:
        left = apart.compared_to(draft, part_of(progress, 0.7, 0.3))
        carried = apart.on(draft, node, difference=left)
        if all(one.tracked for one, _ in carried.not_placed):
            return apart, carried, left
    return returned, returned.on(draft, node, part_of(progress, 0.7, 0.3), difference), difference


def part_of(progress: Callable[[float], None] | None, begins: float, share: float) -> Callable[[float], None] | None:
    """Whom a part of some work tells how far it is, where somebody waits for the whole."""
    return None if progress is None else lambda done: progress(begins + share * done)


def with_own_looks(dossier: Dossier, returned: Returned, node: str) -> Returned:
    """A file in which the looks of the draft it was made on are taken for no marks made by hand."""
    return returned.made_on(_own_looks(dossier, node)) if returned.by_hand or returned.marks else returned


def marks_in_file(reading: Reading, dossier: Dossier | None) -> HandMarks | None:
    """The marks made by hand in a Word file as read, but for looks that a draft of `dossier` has which it is near."""
    from models.proposals.by_hand.hand_marks import hand_marks, marks_in
    from models.word.package import Package

    data = reading.package or b""
    marks = hand_marks(data)
    base = find_base(dossier, reading.draft).base if marks is not None and dossier is not None else None
    if base is None or dossier is None:
        return marks
    package = Package(data)
    return marks_in(package, _own_looks(dossier, base.node).cut(package))


def _own_looks(dossier: Dossier, node: str) -> OwnLooks:
    from models.proposals.by_hand.own_looks import OwnLooks

    file = nearest_file(dossier, node)
    return OwnLooks.of_draft(dossier.draft(node)) if file is None else OwnLooks.of_file(file)


@dataclass(frozen=True)
class KeptReturn:
    """What was kept of a file: the draft it stands on, whether that is new, and which proposals came."""

    node: str
    new_draft: bool
    recorded: Recorded
    not_placed: tuple[tuple[Proposal, str], ...] = ()


def keep_returned(
    dossier: Dossier,
    plan: Plan,
    *,
    also: Sequence[Proposal] = (),
    left_out: frozenset[str] | None = None,
    label: str | None = None,
    parent: str | None = None,
    who: str = "",
) -> KeptReturn:
    """Keeps what was planned, in one act: the base where no draft is near, the file, and its proposals.

    `also` are further proposals on the same draft that the user took: of what was not tracked, or placed by hand;
    `left_out` are the keys of those that the user wants none of, where nobody was asked those left out before.
    `label` names a base that is kept; it stands on nothing unless `parent` (an id) says otherwise.
    """
    proposals, taken = plan.proposals, {key_of_nobody(one) for one in also}
    own = {key_of_nobody(one) for one in plan.unasked}
    without = (plan.left_out & own if left_out is None else left_out) - taken
    with dossier.together():
        node, new = plan.node, False
        if node is None:
            there = {one.id for one in dossier.nodes()}
            node = _keep_base(dossier, plan, label, parent, who)
            new = node not in there
            proposals = keyed(proposals, node)
        asked = plan.as_left.asked_anew(proposals, [*plan.unasked, *also])
        here = plan.known_here(asked, [*plan.unasked, *also])
        recorded = dossier.keep_proposals(
            [*here, *also],
            data=plan.returned.data,
            file_name=plan.file_name,
            facts=plan.facts
            | facts_of_left_out(dossier, plan.node, own, without)
            | plan.as_left.facts(plan.facts["authors"], proposals, asked),
            node=node,
            anew=without != plan.left_out & own,
            who=who,
        )
        known = {one.key for one in proposals} - {one.key for one in asked}
        recorded = replace(recorded, known=(*recorded.known, *sorted(known)))
    return KeptReturn(node, new, recorded, plan.not_placed)


def _keep_base(dossier: Dossier, plan: Plan, label: str | None, parent: str | None, who: str) -> str:
    if parent is not None:
        incoming = Incoming(plan.returned.base, plan.file_name, label)
        (node,) = import_files(dossier, [incoming], parent=dossier.node(parent), who=who)
        return node.id
    head = masthead(plan.returned.base.draft)
    called = label or head.symbol or Path(plan.file_name).stem
    return dossier.keep(
        plan.returned.base,
        label=label or unique_label(dossier.nodes(), called),
        symbol=head.symbol,
        date=head.adopted or head.date,
        file_name=plan.file_name,
        who=who,
    ).id
