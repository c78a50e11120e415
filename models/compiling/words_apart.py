"""Words that several persons of a delegation put in at one point: side by side they stay words."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from models.compiling.beside_others import run_together
from models.compiling.one_wish import Ranks
from models.draft import Run
from models.proposals.proposal import Point, Proposal


def words_apart(own: Sequence[Proposal], files: Sequence[Ranks], stays: Set[str | None]) -> list[Proposal]:
    """The wishes of a delegation, with a space between words of two of its persons where nothing stays between them.

    It takes out what the words behind it do, and so stands before them wherever these come. `stays` are the keys of
    what others amend: that stays as it is.
    """
    here: dict[tuple[int | None, int], list[tuple[Proposal, int]]] = {}
    for one in own if len({one.author for one in own}) > 1 else ():
        for n, edit in enumerate(one.edits):
            if edit.come:
                here.setdefault((one.place.note, edit.start.paragraph), []).append((one, n))
    between: list[Proposal] = []
    for there in here.values():
        there.sort(key=_standing)
        for before, (two, m) in pairwise(there):
            one, edit = before[0], two.edits[m]
            first = one.edits[before[1]]
            if one.author == two.author or not edit.start <= first.end:
                continue
            if any({one.key, two.key} <= file.keys() for file in files):
                continue
            if not run_together(first.come_text[-1:], edit.come_text[:1]):
                continue
            if any(own.against is not None or own.key in stays for own in (one, two)):
                continue
            space = replace(edit, come=(replace(edit.come[0], runs=(Run(" "),)),), rank=edit.rank - 1)
            key = f"between {one.key} and {two.key} at {edit.start}"
            between.append(replace(two, kind="reword", edits=(space,), footnotes=(), key=key))
    return [*own, *between]


def _standing(at: tuple[Proposal, int]) -> tuple[Point, int, int, str]:
    one, n = at
    return one.edits[n].start, one.edits[n].notes_before, one.edits[n].rank, one.key
