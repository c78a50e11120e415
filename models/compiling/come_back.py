"""What a compilation that comes back has as it left: it is in the files it was made of, and nobody asks for it anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.compiling.asked_now import same_place
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.not_together import each_named
from models.compiling.open_wishes import as_typed, open_on, whose_of, wishes_of, writers_in
from models.dossier import Dossier, Node
from models.dossier.incoming.as_left import AsLeft
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import Plan, planned
from models.draft import DraftError
from models.proposals.proposal import Proposal, State
from models.proposals.returned import read_returned


def judged(dossier: Dossier, plan: Plan) -> Plan:
    """The plan of a file that is to be kept, with what is in it as a compilation left (`Plan.as_left`).

    That is what a compilation of all that is open now would come back with, and what one did that was kept before.
    """
    if plan.node is None:
        return plan
    files = {file.blob: AsLeft.of(file) for file in dossier.returned_files() if file.node == plan.node}
    if (known := files.get(plan.returned.blob)) is not None:
        return replace(plan, as_left=known)
    before = [one for one in files.values() if one.keys]
    signatures = {one.signature for one in dossier.delegations()}
    signed = [one for one in plan.proposals if signatures.issuperset(each_named([one.author]))]
    if len(each_named(one.author for one in signed)) < 2:
        return plan
    own = frozenset(one.key for one in signed)
    if (again := next((one for one in before if one.keys == own), None)) is not None:
        return replace(plan, as_left=again)
    made = _made(dossier, dossier.node(plan.node))
    keys = own & frozenset(one.key for one in made).union(*(one.keys for one in before))
    if not keys:
        return plan
    cut = frozenset(one.author for one in made if one.key not in own)
    return replace(plan, as_left=AsLeft(keys, frozenset(_held(dossier, plan.node, made, keys)), cut))


def _made(dossier: Dossier, node: Node) -> Sequence[Proposal]:
    """What a compilation would come back with; nothing where it cannot be."""
    draft, asked, package = dossier.draft(node.id), open_on(dossier, node), package_of(dossier, node.id)
    if asked.in_no_order:
        return ()
    base, origins = (package.data, package.origins) if package is not None else (None, ())
    try:
        wishes = joined(draft, wishes_of(draft, asked))
        made = write_compilation(draft, wishes, base=base, origins=origins, as_typed=as_typed(dossier))
    except DraftError:
        return ()
    return planned(dossier, read_returned(made.data), "", base=node.id).proposals


def _held(dossier: Dossier, node: str, made: Sequence[Proposal], left: frozenset[str]) -> Iterable[str]:
    """The keys of what was open before, but for what is not in the file any more where it stood."""
    keys, writers = {one.signature: one.key for one in dossier.delegations()}, writers_in(dossier)
    gone = [({keys.get(name) for name in each_named([one.author])}, one) for one in made if one.key not in left]
    for kept in dossier.proposals():
        proposal, whose = kept.on(node), {*whose_of(kept, writers).values()}
        if proposal is None or kept.state is not State.OPEN:
            continue
        if not any(whose & names and same_place(proposal, one) for names, one in gone):
            yield kept.key
