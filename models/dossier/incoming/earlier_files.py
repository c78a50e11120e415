"""What earlier files that came back brought, and what of it a later one has no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile
from models.proposals.proposal import Edit, Proposal, State, wishes_in
from models.proposals.tracked.within_new import joined_again
from models.proposals.untracked.untracked import called_alike


def open_in(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[Proposal, ...]:
    """The open proposals that came in a file of a name and have that."""
    there = [one for one in there if one.state is State.OPEN and called_alike(one.proposal.author, Path(name).stem)]
    alike = {file.blob for file in files if called_alike(Path(file.file_name).stem, Path(name).stem)}
    return tuple(one.proposal for one in there if any(source.blob in alike for source in one.sources))


def of_file(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[Proposal, ...]:
    """The proposals that came in a file of a name, those that have its name last; of others the one kept first is last.

    The same bytes by another name may be those of another delegation.
    """
    signature = Path(name).stem
    alike = {file.blob for file in files if called_alike(Path(file.file_name).stem, signature)}
    named = [one.proposal for one in there if called_alike(one.proposal.author, signature)]
    came = [one.proposal for one in there if any(source.blob in alike for source in one.sources)]
    return (*reversed(came), *named)


def namesakes(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[str, ...]:
    """In whose names a file of a name brought what the dossier has there."""
    alike = {file.blob for file in files if called_alike(Path(file.file_name).stem, Path(name).stem)}
    came = (one.proposal.author for one in there if any(source.blob in alike for source in one.sources))
    return tuple(dict.fromkeys(came))


def tracked_by(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> set[str]:
    """Who asked for something with tracked changes in a file of a name."""
    alike = {file.blob for file in files if called_alike(Path(file.file_name).stem, Path(name).stem)}
    tracked = (one for one in there if one.proposal.tracked)
    return {one.proposal.author for one in tracked if any(source.blob in alike for source in one.sources)}


def no_longer(
    there: Iterable[KeptProposal],
    now: Sequence[Proposal],
    node: str,
    held: Collection[str] = (),
    others: Iterable[str] = (),
) -> dict[str, int]:
    """How many open proposals on a draft each author of a file has in earlier ones, and not in this one.

    What is part of a proposal of this one is in it, and what a compilation is known to have `held` (by keys) otherwise.
    `others` are in whose names the file had something before.
    """
    by_author: dict[str, set[tuple[int | None, Edit]]] = {name: set() for name in others}
    for one in now:
        by_author.setdefault(one.author, set()).update(wishes_in([one, joined_again(one)]))
    keys, found = {one.key for one in now}.union(held), dict[str, int]()
    for kept in there:
        old = kept.proposal
        if kept.state is State.OPEN and old.tracked and old.place.draft == node and kept.key not in keys:
            own = by_author.get(old.author)
            is_there = own is not None and (wishes_in([old]) <= own or wishes_in([joined_again(old)]) <= own)
            if own is not None and not (old.edits and is_there):
                found[old.author] = found.get(old.author, 0) + 1
    return found
