"""Compilations that came back as they left: all that is in them is in the files they were made of."""

from __future__ import annotations

from collections.abc import Set

from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.not_together import each_named
from models.compiling.open_wishes import as_typed, open_on, wishes_of
from models.dossier import Dossier, Node
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import planned
from models.draft import DraftError
from models.proposals.proposal import State
from models.proposals.returned import read_returned


def came_back(dossier: Dossier, node: Node) -> frozenset[str]:
    """The files (blobs) that are what the files before them make as a compilation: nothing in them is asked for anew.

    So “Fiji with Kenya”, which follows from what each asks for, is laid out once more as it was.
    """
    returned = dossier.returned_files()
    files = [file.blob for file in returned]
    signatures = {one.signature for one in dossier.delegations()}
    own: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    still = set[str]()
    for kept in dossier.proposals():
        if kept.state is State.OPEN and kept.on(node.id) is not None:
            still.add(kept.key)
        for source in kept.sources:
            own.setdefault(source.blob, set()).add(kept.key)
            names.setdefault(source.blob, set()).update(each_named([kept.proposal.author]))
    found = set[str]()
    made: dict[frozenset[str], set[str]] = {}  # of several copies that came back it is made once
    for n, blob in enumerate(files):
        if returned[n].node != node.id:  # its wishes have the names of another draft
            continue
        if len(names.get(blob, ())) < 2 or not (names[blob] <= signatures and own[blob] <= still):
            continue
        before = frozenset(files[:n]) - found
        if before not in made:
            made[before] = _made_of(dossier, node, {*files} - before)
        if own[blob] <= made[before]:
            found.add(blob)
    return frozenset(found)


def _made_of(dossier: Dossier, node: Node, without: Set[str]) -> set[str]:
    """The keys of proposals that a compilation without some files would come back with; none where it cannot be."""
    draft, asked = dossier.draft(node.id), open_on(dossier, node, without=without)
    if asked.unknown or asked.in_no_order or not asked.by_person:
        return set()
    package = package_of(dossier, node.id)
    base, origins = (package.data, package.origins) if package is not None else (None, ())
    try:
        wishes = joined(draft, wishes_of(draft, asked))
        made = write_compilation(draft, wishes, base=base, origins=origins, as_typed=as_typed(dossier, without))
    except DraftError:
        return set()
    return {one.key for one in planned(dossier, read_returned(made.data), "", base=node.id).proposals}
