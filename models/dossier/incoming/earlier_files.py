"""What earlier files that came back brought, and what of it a later one has no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile
from models.proposals.proposal import Edit, Proposal, State, wishes_in
from models.proposals.tracked.within_new import joined_again
from models.proposals.untracked.struck_letters import Asked
from models.proposals.untracked.untracked import called_alike


def open_in(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[Asked, ...]:
    """What came without tracking in a file of a name, has that, and is open, among all that is `there`."""
    there = list(there)
    by_key = {one.key: one.proposal for one in there}
    came = _came(files, name)
    return tuple(
        Asked.of(one.proposal, by_key)
        for one in there
        if one.state is State.OPEN
        and not one.proposal.tracked
        and called_alike(one.proposal.author, Path(name).stem)
        and came(one)
    )


def put_back(earlier: Sequence[Asked], now: Sequence[Proposal]) -> set[tuple[str, int, int, int | None]]:
    """What of something that was not tracked a later file has nothing of: by the author, the paragraphs and the note.

    Of what amends words of another it has something where it takes out some of the same; what others ask for to the
    letter, as all whose names a compilation has, is in it.
    """
    by_key = {one.key: one for one in now}
    wishes = wishes_in(now) if earlier else set()
    own = defaultdict[tuple[str, int | None], set[int]](set)
    amended = defaultdict[tuple[str, object], set[object]](set)
    for each in now:
        own[each.author, each.place.note].update(range(each.place.first, each.place.after + 1))
        if each.against in by_key:
            asked = Asked.of(each, by_key)
            amended[each.author, asked.whose].update((*asked.letters, *_come(each)))

    def is_here(one: Asked) -> bool:
        was = one.proposal
        if was.edits and wishes_in([was]) <= wishes:
            return True
        if one.whose:
            return any(
                not amended[name, one.whose].isdisjoint((*one.letters, *_come(was))) for name in ("", was.author)
            )
        span = range(was.place.first, was.place.after + 1)
        return any(not own[name, was.place.note].isdisjoint(span) for name in ("", was.author))

    gone = (one.proposal for one in earlier if not is_here(one))
    return {(one.author, one.place.first, one.place.after, one.place.note) for one in gone}


def _come(one: Proposal) -> list[str]:
    return [edit.come_text for edit in one.edits]


def of_file(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[Proposal, ...]:
    """The proposals that came in a file of a name, those that have its name last; of others the one kept first is last.

    The same bytes by another name may be those of another delegation.
    """
    signature = Path(name).stem
    named = [one.proposal for one in there if called_alike(one.proposal.author, signature)]
    came = [one.proposal for one in filter(_came(files, name), there)]
    return (*reversed(came), *named)


def namesakes(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> tuple[str, ...]:
    """In whose names a file of a name brought what the dossier has there."""
    return tuple(dict.fromkeys(one.proposal.author for one in filter(_came(files, name), there)))


def tracked_by(there: Iterable[KeptProposal], files: Iterable[ReturnedFile], name: str) -> set[str]:
    """Who asked for something with tracked changes in a file of a name."""
    return {one.proposal.author for one in filter(_came(files, name), there) if one.proposal.tracked}


def _came(files: Iterable[ReturnedFile], name: str) -> Callable[[KeptProposal], bool]:
    """Whether a proposal came in a file of a name."""
    alike = {file.blob for file in files if called_alike(Path(file.file_name).stem, Path(name).stem)}
    return lambda one: any(source.blob in alike for source in one.sources)


def no_longer(
    there: Iterable[KeptProposal],
    now: Sequence[Proposal],
    node: str,
    held: Collection[str] = (),
    others: Iterable[str] = (),
) -> dict[str, list[str]]:
    """Which open proposals on a draft (by keys) each author of a file has in earlier ones, and not in this one.

    What is part of a proposal of this one is in it, and what a compilation is known to have `held` (by keys) otherwise.
    `others` are in whose names the file had something before.
    """
    by_author: dict[str, set[tuple[int | None, Edit]]] = {name: set() for name in others}
    for one in now:
        by_author.setdefault(one.author, set()).update(wishes_in([one, joined_again(one)]))
    keys, found = {one.key for one in now}.union(held), dict[str, list[str]]()
    for kept in there:
        old = kept.proposal
        if kept.state is State.OPEN and old.tracked and old.place.draft == node and kept.key not in keys:
            own = by_author.get(old.author)
            is_there = own is not None and (wishes_in([old]) <= own or wishes_in([joined_again(old)]) <= own)
            if own is not None and not (old.edits and is_there):
                found.setdefault(old.author, []).append(kept.key)
    return found
