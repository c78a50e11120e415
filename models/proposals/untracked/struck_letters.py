"""Which letters of what one puts in another takes out: files that have it in other pieces have the same letters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, chain
from typing import NamedTuple

from models.proposals.proposal import Proposal


class Asked(NamedTuple):
    """A proposal, and which letters it takes out of all that another puts in: by `whose`, and from where.

    Each file has what is amended in pieces of its own.
    """

    proposal: Proposal
    whose: tuple[object, ...] = ()
    letters: frozenset[int] = frozenset()

    @classmethod
    def of(cls, proposal: Proposal, there: Mapping[str, Proposal]) -> Asked:
        """What a proposal amends is among those `there`."""
        host = there.get(proposal.against or "")
        if host is None or not host.edits:
            return cls(proposal)
        numbers = sorted(range(len(host.edits)), key=lambda n: (host.edits[n].start, host.edits[n].rank))
        come = [host.edits[n].come_text for n in numbers]
        ends = list(accumulate(map(len, come)))
        struck = (
            range(end - len(words), end)
            for n, words, end in zip(numbers, come, ends, strict=True)
            if n in proposal.strikes
        )
        whose = host.author, host.edits[numbers[0]].start, "".join(come)
        return cls(proposal, whose, frozenset(chain.from_iterable(struck)))
