"""Places that were asked about: what is put elsewhere by the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.merging.order.own_places import BEGINNING, head_of, heads, place_in_section
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block

Beside = tuple[int, bool]
"""A block, and whether something goes behind it and not before it."""


@dataclass(frozen=True, slots=True)
class Under:
    """The section under a heading, BEGINNING before all of them, and the side (0 ours, 1 theirs) whose order holds."""

    head: int
    side: int


@dataclass(frozen=True, slots=True)
class Place:
    """Blocks that stand together and whose place is asked about: what each side says of it, and where they go then."""

    kind: str
    """ "under" another heading, its neighbours "parted"; or "agreed": both have it there, and it is not asked; or
    "moved" by both, of which the order is asked and the section follows."""
    blocks: tuple[int, ...]
    texts: tuple[str, str, str]
    there: tuple[Beside | Under | None, Beside | Under | None]
    """For ours and for theirs; None where it stands so already."""

    @property
    def is_asked(self) -> bool:
        """Whether it is a question of its own."""
        return self.kind in ("under", "parted")


Places = Mapping[int, Place]
"""Places that are asked about, by the first of their blocks."""


def put(
    blocks: Sequence[Block],
    headings: frozenset[int],
    order: Sequence[int],
    where: Placing,
    places: Places,
    way: Callable[[int], str],
) -> list[int]:
    """An order of blocks with those put elsewhere whose place was answered; `way` says how: "ours", "theirs" or ""."""
    found = [*order]
    for number, place in places.items():
        answer = way(number)
        there = place.there[answer == "theirs"] if answer in ("ours", "theirs") else None
        if there is None and place.kind == "agreed":
            there = _agreed(blocks, number, place)
        if there is None or (there.head if isinstance(there, Under) else there[0]) not in {BEGINNING, *found}:
            continue
        cells = [cell for one in place.blocks for cell in where.rows.cells.get(one, (one,))]
        end = found.index(cells[-1]) + 1
        while end < len(found) and found[end] in where.items and number not in where.items:
            cells.append(found[end])  # items go with what they stand under
            end += 1
        if isinstance(there, Under):
            if head_of(found, headings, number) == there.head or there.head in cells:
                continue
            if place.kind == "moved":
                found = _behind_its_own(blocks, found, cells, there.side)
            else:
                for chunk in _one_by_one(blocks, where, headings, cells, there):
                    found = [one for one in found if one not in chunk]
                    at = place_in_section(blocks, where, found, headings, there.head, chunk, there.side)
                    found[at:at] = chunk
        elif there[0] not in cells:
            found = [one for one in found if one not in {*cells}]
            at = found.index(there[0])
            if there[1]:
                at += 1
                while at < len(found) and found[at] in where.items and number not in where.items:
                    at += 1
            found[at:at] = cells
    return found


def _agreed(blocks: Sequence[Block], number: int, place: Place) -> Under | None:
    """Of two places in one section the earlier, as the base has what stands before it: whoever is called ours."""

    def before(side: int) -> tuple[int, int]:
        own = blocks[number].starts[side] or 0
        known = ((start, one.line) for one in blocks if (start := one.starts[side]) is not None and start < own)
        _, line = max(known, key=lambda one: one[0], default=(0, None))
        return own, -1 if line is None else line

    return min((one for one in place.there if isinstance(one, Under)), key=lambda one: before(one.side), default=None)


def _one_by_one(
    blocks: Sequence[Block], where: Placing, headings: frozenset[int], cells: Sequence[int], there: Under
) -> Iterator[list[int]]:
    """Blocks that a side has in a section, each with the items, the cells of its row and what was put behind it."""
    starts = {number: start for number, one in enumerate(blocks) if (start := one.starts[there.side]) is not None}
    order = sorted(starts, key=starts.__getitem__)
    head = heads(order, headings)
    chunk: list[int] = []
    for number in cells:
        follows = number in where.items or number in where.rows.riding or head.get(number) != there.head
        if chunk and not follows:
            yield chunk
            chunk = []
        chunk.append(number)
    yield chunk


def _behind_its_own(blocks: Sequence[Block], order: Sequence[int], cells: Sequence[int], side: int) -> list[int]:
    """An order with blocks behind what a side has before them, wherever that stands."""
    found = [one for one in order if one not in cells]
    starts = {one: start for one in found if (start := blocks[one].starts[side]) is not None}
    own = blocks[cells[0]].starts[side] or 0
    before = max((one for one in starts if starts[one] < own), key=starts.__getitem__, default=None)
    at = found.index(before) + 1 if before is not None else 0
    return [*found[:at], *cells, *found[at:]]
