"""Proposals and returned files as a dossier has them: values, each with its history."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.proposals.proposal import Proposal, State

TAKEN_BACK = "taken back"
"""The state of what was recorded by mistake: it is not listed, and can be opened again."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A proposal came to stand so; `note` says why, "" where nobody said."""

    state: str
    who: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A place of a proposal in a later draft: the proposal as it stands there, said by engine, editor or hand."""

    node: str
    proposal: Proposal
    by: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file a proposal came in, by its SHA-256, with the dates of its changes there and their positions.

    `ranks` are those of its edits there; none where an older Adref kept it.
    """

    blob: str
    dates: tuple[str, ...]
    revisions: tuple[int, ...]
    ranks: tuple[int, ...] = ()


@dataclass(frozen=True)
class KeptProposal:
    """A proposal as the dossier has it; `delegation` is the key of whose it is, None while nobody said."""

    proposal: Proposal
    states: tuple[StateChange, ...]
    placements: tuple[Placement, ...] = ()
    sources: tuple[Source, ...] = ()
    delegation: str | None = None

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.proposal.key

    @property
    def state(self) -> State | None:
        """Where it stands now; None where it was taken back."""
        last = self.states[-1].state if self.states else State.OPEN.value
        return None if last == TAKEN_BACK else State(last)

    def on(self, node: str) -> Proposal | None:
        """The proposal with its latest place in a draft, None where it has none there."""
        here = [one.proposal for one in self.placements if one.node == node]
        return here[-1] if here else self.proposal if self.proposal.place.draft == node else None


@dataclass(frozen=True)
class ReturnedFile:
    """A file that came back, by its SHA-256; `node` is the draft it was made on, `facts` what was in it.

    `facts` hold `authors` (the count of changes of each), `proposals` and `not_placed` (counts), `numbers` (how many
    were typed that no proposal holds), `untracked` (how many paragraphs differ from the draft without tracking),
    `by_hand` and `exact`; `left_out`, where the user left out some of what was not tracked: their `key_of_nobody`, and
    `put_back` those left out of some file that he did not leave out of this one; `as_left`, `holds`, `cut` and
    `in_pieces`, where it is a compilation that came back, as `AsLeft` says: then `authors` are those who ask for
    something in it anew, and `silent` all others.
    """

    blob: str
    node: str
    file_name: str
    facts: dict[str, Any]
    who: str
    at: str


@dataclass(frozen=True)
class Recorded:
    """What an act of keeping came to: keys of proposals that are new, and of those that were there already.

    `reopened` are those of the latter that had been taken back; `before` is the file as it was kept before, None where
    it was not.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    before: ReturnedFile | None = None
    reopened: tuple[str, ...] = ()


def source(blob: str, value: str) -> Source:
    read = json.loads(value)
    return Source(blob, tuple(read["dates"]), tuple(read["revisions"]), tuple(read.get("ranks", ())))


def with_sources(proposal: Proposal, sources: Sequence[Source]) -> Proposal:
    """The proposal with the dates of all files it came in, and its changes where it came in one."""
    dates = tuple(sorted({date for source in sources for date in source.dates}))
    return replace(proposal, dates=dates, revisions=sources[0].revisions if len(sources) == 1 else ())
