"""What the persons of one delegation ask for now, and once: a later file goes before an earlier one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher

from models.compiling.joint_wishes import joined
from models.dossier.incoming.as_left import AsLeft
from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile
from models.draft import Draft
from models.proposals.proposal import Proposal, State, asked_in
from models.proposals.tracked.within_new import joined_again
from models.proposals.untracked.struck_letters import Asked

_ALIKE = 0.5
"""How much of two new paragraphs has to be the same for one to be the other, worded otherwise."""


def as_one(
    draft: Draft, by_person: Mapping[str, Sequence[Proposal]], amended: Set[str | None] = frozenset()
) -> list[Proposal]:
    """The wishes of one delegation, given by its persons: what several of them ask for alike is one wish.

    `amended` are the keys of what others amend, which stays as it is.
    """
    if len(by_person) < 2:
        return [one for own in by_person.values() for one in own]
    return [one for own in joined(draft, by_person, amended).values() for one in own]


def worded_anew(kept: Iterable[KeptProposal], files: Sequence[ReturnedFile], node: str) -> dict[str, bool]:
    """The keys of proposals that their author made anew at the same place of a draft in a later file.

    That is what the author asks for now, whatever was decided of it, unless it was withdrawn or taken back; so it is
    with words put in the place of the same ones of another. With each is told whether all that it asks for is asked for
    there too.
    """
    when = {file.blob: number for number, file in enumerate(files)}
    authors = {file.blob: file.facts.get("authors", {}) for file in files}
    holds = {key: number for number, file in enumerate(files) for key in AsLeft.of(file).holds}
    amended: dict[str | None, list[Proposal]] = {}
    by_author: dict[str, list[tuple[int, KeptProposal, Asked]]] = {}
    kept = list(kept)
    there = {one.key: proposal for one in kept if (proposal := one.on(node)) is not None}
    for one in kept:
        proposal = there.get(one.key)
        if proposal is None or one.state in (None, State.WITHDRAWN):
            continue
        amended.setdefault(proposal.against, []).append(proposal)
        if proposal.edits:
            last = max((when.get(blob, -1) for blob in _signed_in(one, authors)), default=-1)
            by_author.setdefault(proposal.author, []).append((last, one, Asked.of(proposal, there)))
    found: dict[str, bool] = {}
    for own in by_author.values():
        for last, one, asked in own:
            parts = amended.get(one.key, [])
            if one.state is not State.OPEN or any(each.author != asked.proposal.author for each in parts):
                continue
            last = max(last, holds.get(one.key, -1))
            now = asked._replace(proposal=_with_parts(asked.proposal, parts))
            later = [other for at, _, other in own if last < at and not (parts and other.proposal.key in amended)]
            if anew := [other.proposal for other in later if _same_words(now, other)]:
                whole = [*anew, *map(joined_again, anew)]
                found |= {each.key: asked_in(joined_again(each), whole) for each in (asked.proposal, *parts)}
    return found


def _signed_in(one: KeptProposal, authors: Mapping[str, Collection[str]]) -> list[str]:
    """The files in which a proposal came in the name of its author, by their hashes: others have it as a compilation
    has it, in that of the delegation. All where none names the author, as of what was not tracked."""
    blobs = [source.blob for source in one.sources]
    return [blob for blob in blobs if one.proposal.author in authors.get(blob, ())] or blobs


def _with_parts(one: Proposal, parts: Sequence[Proposal]) -> Proposal:
    """A proposal with what its author amends of it: that is what he asks for there."""
    gone = {n for part in parts for n in part.strikes}
    edits = [edit for n, edit in enumerate(one.edits) if n not in gone]
    edits += (edit for part in parts for edit in part.edits)
    return replace(one, edits=tuple(sorted(edits, key=lambda edit: edit.rank))) if parts else one


def _same_words(one: Asked, other: Asked) -> bool:
    """Whether what two ask for is about the same, be it words of a third that both take out."""
    was, now = one.proposal, other.proposal
    if was.against is None or now.against is None:
        return was.against is now.against and same_place(was, now)
    if was.against == now.against and not {*was.strikes}.isdisjoint(now.strikes):
        return True
    return one.whose == other.whose and not one.letters.isdisjoint(other.letters)


def same_place(one: Proposal, other: Proposal) -> bool:
    """Whether what two ask for is about the same paragraph, note or new words."""
    if one.place.note != other.place.note:
        return False
    if one.place.note is not None:
        return True
    new = one.kind == "insert", other.kind == "insert"
    if any(new):
        return all(new) and one.place.first == other.place.first and _alike(one, other)
    return one.place.first < other.place.after and other.place.first < one.place.after


def _alike(one: Proposal, other: Proposal) -> bool:
    was, now = ([word for edit in own.edits for word in edit.come_text.split()] for own in (one, other))
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE
