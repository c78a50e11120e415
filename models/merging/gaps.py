"""Between which paragraphs of the base each thing stands that a side put somewhere, also those the other side deleted.

What replaced the second paragraph stands before what replaced the third, though neither is there any more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from models.merging.blocks import Block, Gone
from models.merging.sides import BASE

Gap = tuple[int, int]
"""The paragraph of the base before it and the one behind it, by their places there."""
Gaps = Mapping[int, Gap]


def gaps(blocks: Sequence[Block], gone: Sequence[Gone], side: int, moved: Collection[int]) -> Gaps:
    """The gap of each block on a side (0 ours, 1 theirs) that the side moved or put in."""
    stands: list[tuple[int, int, int | None]] = []
    for number, block in enumerate(blocks):
        start = block.starts[side]
        if start is not None:
            line = block.places[BASE][0] if block.places[BASE] and number not in moved else -1
            stands.append((start, line, number))
    stands += [(one.stood[side][0], one.base[0], None) for one in gone if one.stood[side]]
    stands.sort(key=lambda one: one[0])
    before = [*_rising([line for _, line, _ in stands])]
    # Seen from the end the lines fall; what does not was moved.
    last = 1 + max((line for _, line, _ in stands), default=0)
    behind = [last - line for line in _rising([last - line if line >= 0 else -1 for _, line, _ in reversed(stands)])]
    behind.reverse()
    return {number: (before[at], behind[at]) for at, (_, _, number) in enumerate(stands) if number is not None}


def _rising(lines: Sequence[int]) -> Iterator[int]:
    """For each place the highest line before it, -1 for none."""
    most = -1
    for line in lines:
        yield most
        most = max(most, line)


def by_gap(
    ours: Sequence[int],
    theirs: Sequence[int],
    gaps: tuple[Gaps, Gaps],
    items: Collection[int],
    together: Callable[[Sequence[int], Sequence[int]], list[int]],
) -> list[int]:
    """Two runs by their gaps, each in its order; `together` puts what stands in one gap in order.

    Items come first, for they belong under what stands before.
    """
    rest = [_parts(run, gaps[side], items) for side, run in enumerate((ours, theirs))]
    found: list[int] = []
    while rest[0] and rest[1]:
        heads = rest[0][0], rest[1][0]
        first = [(heads[side][0] not in items, gaps[side].get(heads[side][0], (-1, -1))) for side in (0, 1)]
        if first[0] == first[1]:
            found += together(rest[0].pop(0), rest[1].pop(0))
        else:
            found += rest[0 if first[0] < first[1] else 1].pop(0)
    return found + [number for run in rest for part in run for number in part]


def _parts(run: Sequence[int], gaps: Gaps, items: Collection[int]) -> list[list[int]]:
    """A run cut where the gap changes; an item that does not come first stays with what it stands under."""
    parts: list[list[int]] = []
    for number in run:
        first = parts[-1][0] in items if parts else False
        other = not parts or gaps.get(number) != gaps.get(parts[-1][-1])
        if not parts or (first and number not in items) or (other and (first or number not in items)):
            parts.append([number])
        else:
            parts[-1].append(number)
    return parts
