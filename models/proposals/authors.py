"""Who made the tracked changes of a file, as it names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.proposals.proposal import Proposal
from models.reading.reading import Revision


@dataclass(frozen=True)
class Author:
    """A name as the file has it: unverified text, which a user says the delegation of. "" where there is none.

    `changes` counts the tracked changes, `kinds` those of each kind, `proposals` what they come to; `first` and `last`
    are the dates of the first and the last, as written.
    """

    name: str
    changes: int
    kinds: Mapping[str, int] = field(default_factory=dict)
    proposals: int = 0
    first: str | None = None
    last: str | None = None


def authors_of(revisions: Sequence[Revision], proposals: Sequence[Proposal]) -> Iterable[Author]:
    """Everyone named in the file, in the order of their first change."""
    made = Counter(proposal.author for proposal in proposals)
    every: dict[str, list[Revision]] = {}
    for one in revisions:
        every.setdefault(one.author or "", []).append(one)
    for name, own in every.items():
        dates = sorted(one.date for one in own if one.date)
        kinds = dict(sorted(Counter(one.kind for one in own).items()))
        yield Author(name, len(own), kinds, made[name], dates[0] if dates else None, dates[-1] if dates else None)
