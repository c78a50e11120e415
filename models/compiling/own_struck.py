"""What a delegation puts in between words that it takes out itself: its text has neither."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from models.compiling.gone_with import GoneWith, gone_with
from models.compiling.standing import Standing
from models.proposals.proposal import Proposal

ByPerson = Mapping[str, Sequence[Proposal]]


def without_own_struck(
    by_person: ByPerson, files: Sequence[Collection[str]], stays: Set[str | None]
) -> dict[str, list[Proposal]]:
    """The wishes of a delegation by its persons, without what goes with words that another of them takes out.

    `files` are the keys of what came in each file, `stays` those of what is left as it is.
    """
    gone: dict[str, set[int]] = {}
    for one in own_struck(by_person, files, stays):
        gone.setdefault(one.host.proposal.key, set()).add(one.number)

    def left(own: Sequence[Proposal]) -> Iterator[Proposal]:
        for one in own:
            edits = tuple(edit for n, edit in enumerate(one.edits) if n not in gone.get(one.key, ()))
            cited = {note for edit in edits for paragraph in edit.come for note in paragraph.footnotes}
            if len(edits) == len(one.edits):
                yield one
            elif edits:
                notes = tuple(note for note in one.footnotes if note.id in cited)
                yield replace(one, edits=edits, footnotes=notes)

    return {person: [*left(own)] for person, own in by_person.items()}


def own_struck(by_person: ByPerson, files: Sequence[Collection[str]], stays: Set[str | None]) -> Iterator[GoneWith]:
    """What goes so: words changed without tracking in what was struck then, and those of persons without a file in
    common. In one file they were meant to stand."""
    every = [one for own in by_person.values() for one in own if one.kind != "move" and one.key not in stays]
    of: dict[str, set[int]] = {}
    for one in every:
        of.setdefault(one.author, set()).update(n for n, keys in enumerate(files) if one.key in keys)
    for gone in gone_with(Standing(str(n), one) for n, one in enumerate(every)):
        taker, host = every[int(gone.name)], gone.host.proposal
        if (taker.tracked and not host.tracked) or not of[taker.author] & of[host.author]:
            yield gone
