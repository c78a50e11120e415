"""Words that several persons of a delegation put in at one point: side by side they stay words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from models.compiling.beside_others import run_together
from models.compiling.one_wish import Ranks
from models.compiling.whole_first import BEHIND, in_one
from models.draft import Run
from models.proposals.proposal import Point, Proposal


def words_apart(own: Sequence[Proposal], files: Sequence[Ranks], stays: Set[str | None]) -> list[Proposal]:
    """The wishes of a delegation, with a space between words of two of its persons where nothing stays between them.

    It takes out what the words behind it do, and so stands before them wherever these come. `stays` are the keys of
    what others amend, which keeps its ranks.
    """
    here: dict[tuple[int | None, int], list[tuple[Proposal, int]]] = {}
    for one in own if len({one.author for one in own}) > 1 else ():
        for n, edit in enumerate(one.edits):
            if edit.come:
                here.setdefault((one.place.note, edit.start.paragraph), []).append((one, n))
    ranks: dict[tuple[str, int], int] = {}
    between: list[Proposal] = []
    for there in here.values():
        there.sort(key=_standing)
        for before, (two, m) in pairwise(there):
            one, edit = before[0], two.edits[m]
            first = one.edits[before[1]]
            if one.author == two.author or not edit.start <= first.end:
                continue
            if in_one({one.key, two.key}, files) or not run_together(first.come_text[-1:], edit.come_text[:1]):
                continue
            beside = [at for at in there if at[0].edits[at[1]].start == edit.start]
            if any(own.against is not None or own.key in stays for own, _ in (before, *beside)):
                continue
            for rank, (other, n) in enumerate(beside):
                ranks[other.key, n] = 2 * rank + (BEHIND if other.edits[n].rank >= BEHIND else 0)
            space = replace(edit, come=(replace(edit.come[0], runs=(Run(" "),)),), rank=ranks[two.key, m] - 1)
            key = f"between {one.key} and {two.key} at {edit.start}"
            between.append(replace(two, kind="reword", edits=(space,), footnotes=(), key=key))
    return [*(_ranked(one, ranks) for one in own), *between]


def _standing(at: tuple[Proposal, int]) -> tuple[Point, int, int, str]:
    one, n = at
    return one.edits[n].start, one.edits[n].notes_before, one.edits[n].rank, one.key


def _ranked(one: Proposal, ranks: Mapping[tuple[str, int], int]) -> Proposal:
    edits = (replace(edit, rank=ranks.get((one.key, n), edit.rank)) for n, edit in enumerate(one.edits))
    return replace(one, edits=tuple(edits)) if ranks else one
