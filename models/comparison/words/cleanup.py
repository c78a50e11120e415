"""diff-match-patch's clean-up of a diff, on words instead of characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, pairwise

from models.comparison.words.subsequence import Block

EDIT_COST = 2
"""An equal stretch of fewer words than this, with words gone and come on both its sides, is no rest for the eye."""


def cleaned(old: Sequence[str], new: Sequence[str], found: Sequence[Block]) -> list[Block]:
    """The places that differ, joined where the stretch between two of them is trivial (diff_cleanupEfficiency)."""
    if len(found) < 2 or all(two[0] - one[1] >= EDIT_COST for one, two in pairwise(found)):
        return [block for block in found if block[0] < block[1] or block[2] < block[3]]
    from diff_match_patch import diff_match_patch  # read only where there is something to clean up

    numbers = count(0x100)
    code: dict[str, str] = {}
    before, after = ("".join([code.get(t) or code.setdefault(t, chr(next(numbers))) for t in s]) for s in (old, new))
    diffs: list[tuple[int, str]] = []
    last_old = 0
    for i1, i2, j1, j2 in [*found, (len(old), len(old), len(new), len(new))]:
        for op, text in ((0, before[last_old:i1]), (-1, before[i1:i2]), (1, after[j1:j2])):
            if text:
                diffs.append((op, text))
        last_old = i2
    engine = diff_match_patch()
    engine.Diff_EditCost = EDIT_COST
    engine.diff_cleanupEfficiency(diffs)
    return _blocks(diffs)


def _blocks(diffs: Sequence[tuple[int, str]]) -> list[Block]:
    """The places that differ, counted in words, of diffs that hold one character for each word."""
    blocks: list[Block] = []
    at_old = at_new = 0
    for op, text in diffs:
        if op == 0:
            at_old, at_new = at_old + len(text), at_new + len(text)
            continue
        gone, come = (len(text), 0) if op < 0 else (0, len(text))
        if blocks and blocks[-1][1] == at_old and blocks[-1][3] == at_new:
            blocks[-1] = (blocks[-1][0], at_old + gone, blocks[-1][2], at_new + come)
        else:
            blocks.append((at_old, at_old + gone, at_new, at_new + come))
        at_old, at_new = at_old + gone, at_new + come
    return blocks
