"""What stands at one point of a draft as several put something in there: in the order in which a text has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, permutations

from models.draft import Draft
from models.proposals.proposal import END, Point, Proposal
from models.proposals.untracked.edited_words import RANKS

_MOST = 5
"""Of how many that put in something at one point the order is looked for."""

_Edit = tuple[int, int]
"""A proposal by its number, and the number of one of its edits."""


def in_order_of_text(text: Draft, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Proposals that came in several files with their ranks such that what they put in at one point stands there as in
    a text that has all of it; where no order gives that, as they are."""
    struck = {(one.against, n) for one in proposals for n in one.strikes}
    said = ""
    ranks: dict[_Edit, int] = {}
    for blocks in _blocks(proposals):
        come = [
            "".join(proposals[n].edits[at].come_text for n, at in own if (proposals[n].key, at) not in struck)
            for own in blocks
        ]
        said = said or END.join(one.text for one in text.paragraphs)
        if "".join(come) in said:
            continue
        order = next((some for some in permutations(range(len(blocks))) if "".join(come[n] for n in some) in said), ())
        ordered = chain.from_iterable(blocks[n] for n in order)
        ranks |= {edit: RANKS**3 + number for number, edit in enumerate(ordered)}
    touched = {n for n, _ in ranks}
    return [_with_ranks(n, one, ranks) if n in touched else one for n, one in enumerate(proposals)]


def _blocks(proposals: Sequence[Proposal]) -> Iterable[list[list[_Edit]]]:
    """What comes at each point at which several put in something: of each, with what amends it, all in its order."""
    hosts = {one.key: one.against for one in proposals}
    there: dict[tuple[Point, int], dict[str, list[_Edit]]] = {}
    for n, one in enumerate(proposals):
        for at, edit in enumerate(one.edits) if one.place.note is None else ():
            if edit.come:
                own = there.setdefault((edit.start, edit.notes_before), {})
                own.setdefault(_root(one.key, hosts), []).append((n, at))

    def rank(one: _Edit) -> int:
        return proposals[one[0]].edits[one[1]].rank

    for own in there.values():
        if 1 < len(own) <= _MOST:
            yield sorted((sorted(some, key=rank) for some in own.values()), key=lambda some: rank(some[0]))


def _root(key: str, hosts: dict[str, str | None]) -> str:
    while (above := hosts.get(key)) is not None and above in hosts:
        key = above
    return key


def _with_ranks(number: int, one: Proposal, ranks: dict[_Edit, int]) -> Proposal:
    edits = (replace(edit, rank=ranks.get((number, at), edit.rank)) for at, edit in enumerate(one.edits))
    return replace(one, edits=tuple(edits))
