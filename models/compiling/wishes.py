"""Which proposals of a dossier go out on a draft, and in whose names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from models.compiling.joint_wishes import in_one_piece, in_order
from models.dossier import Dossier, DossierError, Node
from models.draft import Draft, labels
from models.proposals.proposal import Proposal, State


class NothingProposed(DossierError):
    """There is no proposal of the kind asked for."""


class NobodySaid(DossierError):
    """A file that names delegations and no persons is to be made of proposals whose delegation is not known."""

    def __init__(self, authors: Sequence[str]) -> None:
        names = [f"“{name}”" if name else "an author without a name" for name in authors]
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        super().__init__(
            f"Nobody said which delegation {listed} {'writes' if len(names) == 1 else 'write'} for; "
            "say it first, so that no person’s name leaves."
        )


def wished(dossier: Dossier, node: Node, delegation: str | None = None) -> tuple[dict[str, list[Proposal]], int]:
    """The open proposals on a draft by the short names of delegations, and how many of the one have no ground alone.

    Errors: NothingProposed, NobodySaid.
    """
    names = {one.key: in_one_piece(one.short) for one in dossier.delegations()}
    wanted = None if delegation is None else dossier.delegation(delegation)
    if delegation is not None and wanted is None:
        raise NothingProposed(f"There is no delegation “{delegation}” in this dossier.")
    wishes: dict[str, list[Proposal]] = {}
    unknown: dict[str, None] = {}
    for kept in dossier.proposals():
        proposal = kept.on(node.id)
        if kept.state is not State.OPEN or proposal is None or (wanted and kept.delegation != wanted.key):
            continue
        if kept.delegation is None or kept.delegation not in names:
            unknown[proposal.author] = None
            continue
        wishes.setdefault(names[kept.delegation], []).append(proposal)
    if unknown:
        raise NobodySaid(tuple(unknown))
    there = {proposal.key for own in wishes.values() for proposal in own}
    apart = sum(one.against is not None and one.against not in there for own in wishes.values() for one in own)
    if not wishes or (wanted is not None and apart == len(wishes[names[wanted.key]])):
        of = f" of {wanted.short}" if wanted is not None else ""
        raise NothingProposed(f"No open proposal{of} stands on “{node.label}” by itself; nothing was written.")
    return in_order(wishes), apart


def within_others(wishes: Mapping[str, Sequence[Proposal]], names: Collection[str]) -> tuple[str, ...]:
    """Who asks only for what is part of what others ask for, a line each; `names` are those with changes in a file."""
    return tuple(
        f"Not in the file by itself: what “{name}” asks for, which is part of what others ask for"
        for name, own in wishes.items()
        if name not in names and not all(map(is_silent, own))
    )


def not_in_the_file(draft: Draft, name: str, own: Sequence[Proposal], typed: Collection[int] = ()) -> tuple[str, ...]:
    """What one asks for and is no tracked change of a file, a line each: a look, which has no words.

    `typed` are the paragraphs whose numbers are letters of the file: those that are typed anew are not looked at here.
    """
    places, found = labels(draft), dict[str, None]()
    # A file that was read before levels were held, and again since, has the same wish twice, once without its level.
    told = {one.place.first for one in own if any(edit.becomes is not None for edit in one.edits)}
    for at in (one.place.first for one in own if is_silent(one)):
        if at < len(draft.paragraphs) and at not in told and at not in typed:
            place = places[at] or f"paragraph {at + 1}"
            found[f"Not in the file: what “{name}” changes of the look or the level of {place}, no words"] = None
    return tuple(found)


def without_place(dossier: Dossier, node: Node | None = None, delegation: str | None = None) -> tuple[str, ...]:
    """What came back in files and has no place in the draft they were made on, a line for each file.

    Only files made on one draft, and those that an author of one delegation wrote in, where these are given.
    """
    wanted = None if delegation is None else dossier.delegation(delegation)
    of = dossier.authors() if wanted is not None else {}
    found = []
    for file in dossier.returned_files():
        count = file.facts.get("not_placed", 0)
        elsewhere = node is not None and file.node != node.id
        others = wanted is not None and not any(of.get(name) == wanted.key for name in file.facts.get("authors", ()))
        if count and not elsewhere and not others:
            changes = "one change has" if count == 1 else f"{count} changes have"
            on = dossier.node(file.node).label
            found.append(
                f"Of “{file.file_name}” {changes} no place in “{on}” and made no proposal: read that file for it"
            )
    return tuple(found)


def is_silent(proposal: Proposal) -> bool:
    """Whether a proposal changes no words, and nothing of how they look that Adref models."""
    return not proposal.edits and not proposal.strikes


def latest_proposed_on(dossier: Dossier) -> Node:
    """The last kept draft on which a proposal has a place. Errors: NothingProposed."""
    placed = {one.proposal.place.draft for one in dossier.proposals()}
    placed |= {place.node for one in dossier.proposals() for place in one.placements}
    found = next((node for node in reversed(dossier.nodes()) if node.id in placed), None)
    if found is None:
        raise NothingProposed("No proposal is kept in this dossier; nothing was written.")
    return found
