"""What a file has in the name of a delegation and one of its persons asked for before: it is that wish, kept once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from models.dossier.dossier import Dossier
from models.dossier.proposals.kept_proposals import KeptProposal
from models.proposals.proposal import Proposal, State, key_of

Wishes = Mapping[str, KeptProposal]
"""What persons asked for, by the keys it has in the names of their delegations, as a compilation has it."""


def in_names_of_delegations(dossier: Dossier, kept: Iterable[KeptProposal]) -> Wishes:
    """What persons asked for of whom it was said for which delegation they write; of what is alike what came first, one
    that is open before others. What is kept in the name of the delegation too is known as that."""
    signatures = {one.key: one.signature for one in dossier.delegations()}
    kept = [*kept]
    own = {one.key for one in kept}
    found: dict[str, KeptProposal] = {}
    for one in sorted(kept, key=lambda one: one.state is not State.OPEN):
        signature = signatures.get(one.delegation or "")
        if signature is not None and signature != one.proposal.author and one.proposal.tracked:
            found.setdefault(key_of(replace(one.proposal, author=signature)), one)
    return {key: one for key, one in found.items() if key not in own}


def known_as_wishes(
    proposals: Sequence[Proposal], wishes: Wishes, as_left: Collection[str], amended: Collection[str | None] = ()
) -> list[Proposal]:
    """The proposals of a file, those that are wishes before as these: in their order here, and so amended.

    One that is open no more is meant only by what stands `as_left` (keys) with a compilation: else it is asked for
    again. What is `amended` (keys) without tracking stays as it is.
    """
    if not wishes:
        return [*proposals]
    own = {one.key for one in proposals}
    now: dict[str, str] = {}
    for one in _hosts_first(proposals):
        here = replace(one, against=now.get(one.against or "", one.against))
        key = one.key if here.against == one.against else key_of(here)
        wish = wishes.get(key)
        if wish is not None and wish.key not in own and one.key not in amended:
            key = wish.key if wish.state is State.OPEN or one.key in as_left else key
        now[one.key] = key
    by_key = {one.key: one.proposal for one in wishes.values()}
    return [_as(one, now, by_key) for one in proposals]


def _as(one: Proposal, now: Mapping[str, str], wishes: Mapping[str, Proposal]) -> Proposal:
    key, against = now[one.key], now.get(one.against or "", one.against)
    if (key, against) == (one.key, one.against):
        return one
    author = wishes[key].author if key in wishes else one.author
    return replace(one, author=author, against=against, key=key)


def _hosts_first(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, each behind the one it amends."""
    by_key = {one.key: one for one in proposals}
    found: dict[str, Proposal] = {}
    for one in proposals:
        line = [one]
        while (host := by_key.get(line[-1].against or "")) is not None and host.key not in found:
            line.append(host)
        found |= {each.key: each for each in reversed(line)}
    return [*found.values()]
