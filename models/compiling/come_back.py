"""What a compilation that comes back has as it left: it is in the files it was made of, and nobody asks for it anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from models.compiling.asked_now import same_place
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.not_together import each_named
from models.compiling.open_wishes import OnFile, anew_on, as_typed, open_on, whose_of, wishes_of
from models.dossier import Dossier, Node
from models.dossier.incoming.as_left import AsLeft
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import Plan, planned
from models.dossier.proposals.kept_proposals import ReturnedFile
from models.draft import DraftError
from models.proposals.proposal import Edit, Proposal, State, wishes_in
from models.proposals.returned import read_returned


def judged(dossier: Dossier, plan: Plan) -> Plan:
    """The plan of a file that is to be kept, with what is in it as a compilation left (`Plan.as_left`).

    That is what a compilation of all that is open now would come back with, or one of what seems to have been there
    when it left, and what one did that was kept before.
    """
    if plan.node is None:
        return plan
    node = dossier.node(plan.node)
    files = AsLeft.in_files(dossier, node.id)
    if (known := files.get(plan.returned.blob)) is not None:
        return replace(plan, as_left=known)
    before = [one for one in files.values() if one.keys]
    on_file = OnFile.of(dossier)
    signatures = on_file.writers.signatures
    signed = [one for one in plan.proposals if signatures.issuperset(each_named([one.author]))]
    if len(each_named(one.author for one in signed)) < 2:
        return plan
    own = frozenset(one.key for one in signed)
    if (again := next((one for one in before if one.keys == own), None)) is not None:
        return replace(plan, as_left=replace(again, holds=again.holds - anew_on(on_file, node).keys()))
    ever = frozenset[str]().union(*(one.keys for one in before))
    made = _made(dossier, on_file, node)
    for then in _when_it_left(on_file, node, signed) if not own <= {one.key for one in made} | ever else ():
        made = max(made, _made(dossier, then, node), key=lambda found: len(own.intersection(one.key for one in found)))
    keys = own & ever.union(one.key for one in made)
    if not keys:
        return plan
    cut = frozenset(one.author for one in made if one.key not in own)
    return replace(plan, as_left=AsLeft(keys, frozenset(_held(on_file, node, made, keys)), cut))


def _when_it_left(on_file: OnFile, node: Node, own: Sequence[Proposal]) -> Iterable[OnFile]:
    """The same with all open that a compilation has, be it withdrawn now, and so before the files of which that has
    nothing: none of them where that is as it is. What others cut in pieces it seems not to have."""
    names, writers = {one.key: one.signature for one in on_file.delegations}, on_file.writers
    # What leaves has no date: what has one somebody typed, be it that he asks again for what he withdrew.
    asked, left = _by_name(own), _by_name(one for one in own if not one.dates)
    files = on_file.files
    when = {file.blob: number for number, file in enumerate(files)}
    last, newest, decided = -1, -1, set[str]()
    for kept in on_file.proposals:
        proposal, is_open = kept.on(node.id), kept.state is State.OPEN
        if proposal is None or not proposal.edits:
            continue
        first = min((when[one.blob] for one in kept.sources if one.blob in when), default=-1)
        newest = max(newest, first if is_open else -1)
        wishes, there = wishes_in([proposal]), asked if is_open else left
        if all(wishes <= there.get(names.get(key or ""), set()) for key in whose_of(kept, writers).values()):
            last = max(last, first)
            decided |= set() if is_open else {kept.key}
    if decided:
        yield _with(on_file, files, decided)
    if last < newest:
        yield _with(on_file, files[: last + 1], decided)


def _with(on_file: OnFile, files: Sequence[ReturnedFile], decided: Collection[str]) -> OnFile:
    """The same with some of its files, what came in these or in none, and open what was `decided` since (by keys)."""
    blobs, found = {one.blob for one in files}, []
    for kept in on_file.proposals:
        sources = tuple(one for one in kept.sources if one.blob in blobs)
        if sources or not kept.sources:
            found.append(replace(kept, sources=sources, states=() if kept.key in decided else kept.states))
    return on_file._replace(files=files, proposals=found)


def _by_name(proposals: Iterable[Proposal]) -> dict[str | None, set[tuple[int | None, Edit]]]:
    found: dict[str | None, set[tuple[int | None, Edit]]] = {}
    for one in proposals:
        for name in each_named([one.author]):
            found.setdefault(name, set()).update(wishes_in([one]))
    return found


def _made(dossier: Dossier, on_file: OnFile, node: Node) -> Sequence[Proposal]:
    """What a compilation of this would come back with; nothing where it cannot be."""
    draft, asked, package = dossier.draft(node.id), open_on(on_file, node), package_of(dossier, node.id)
    if asked.in_no_order:
        return ()
    base, origins = (package.data, package.origins) if package is not None else (None, ())
    try:
        wishes = joined(draft, wishes_of(draft, asked))
        made = write_compilation(draft, wishes, base=base, origins=origins, as_typed=as_typed(on_file))
    except DraftError:
        return ()
    return planned(dossier, read_returned(made.data), "", base=node.id).proposals


def _held(on_file: OnFile, node: Node, made: Sequence[Proposal], left: frozenset[str]) -> Iterable[str]:
    """The keys of what was asked for before, but for what is not in the file any more where it stood."""
    anew, writers = anew_on(on_file, node), on_file.writers
    keys = {one.signature: one.key for one in on_file.delegations}
    gone = [({keys.get(name) for name in each_named([one.author])}, one) for one in made if one.key not in left]
    for kept in on_file.proposals:
        proposal, whose = kept.on(node.id), {*whose_of(kept, writers).values()}
        if proposal is None or kept.state is not State.OPEN or kept.key in anew:
            continue
        if not any(whose & names and same_place(proposal, one) for names, one in gone):
            yield kept.key
