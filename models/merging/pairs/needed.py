"""What one side deleted and the other still needs: it is asked about, though nobody reworded it.

That is what an item in doubt stands under, the heading of what the other side put there or kept, and what it refers to.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.comparison.change import Comparison
from models.merging.pairs.blocks import Block, Doubt, Gone, block_of
from models.merging.pairs.clusters import heads
from models.merging.sides import OURS, THEIRS


@dataclass(frozen=True, slots=True)
class Needed:
    """`lost` is new where the other side left nothing, as side and place; `old` is needed, by its place in the base."""

    lost: frozenset[tuple[int, int]] = frozenset()
    old: frozenset[int] = frozenset()

    def __or__(self, other: Needed) -> Needed:
        return Needed(self.lost | other.lost, self.old | other.old)


def with_needed(
    found: list[Block], gone: list[Gone], comparisons: tuple[Comparison, Comparison], needed: Collection[int]
) -> tuple[list[Block], list[Gone]]:
    """The same, with what one side deleted being in doubt where the other needs it, or items that are in doubt do."""
    doubts = [(block, block.content) for block in found if isinstance(block.content, Doubt)]
    wanted: dict[tuple[int, int], int] = {}
    for _, doubt in doubts:
        side = THEIRS if doubt.deleted_by == OURS else OURS
        comparison = comparisons[side - 1]
        lines = {at: change.old for change in comparison.changes for at in change.new if len(change.new) == 1}
        for head in heads(comparison.new, doubt.kept[0]):
            if len(lines.get(head, ())) == 1:
                wanted[doubt.deleted_by, lines[head][0]] = head
    left: list[Gone] = []
    for one in gone:
        alone = len(one.by) == len(one.base) == 1
        kept = wanted.get((one.by[0], one.base[0])) if alone else None
        if alone and kept is None and one.base[0] in needed:
            kept = next(iter(one.stood[(THEIRS if one.by[0] == OURS else OURS) - 1]), None)
        if kept is None:
            left.append(one)
            continue
        places = (one.base, (), (kept,)) if one.by[0] == OURS else (one.base, (kept,), ())
        found.append(block_of(Doubt(one.by[0], (kept,)), places, one.base[0], (OURS, THEIRS)))
    return found, left
