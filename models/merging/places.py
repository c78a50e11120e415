"""Places that were asked about: what is put elsewhere by the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.merging.ordering import Placing

Beside = tuple[int, bool]
"""A block, and whether something goes behind it and not before it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Blocks that stand together and whose place is asked about: what each side says of it, and where they go then."""

    kind: str
    """ "under" another heading, its neighbours "parted"; or "agreed": both have it there, and it is not asked."""
    blocks: tuple[int, ...]
    texts: tuple[str, str, str]
    there: tuple[Beside | None, Beside | None]
    """For ours and for theirs; None where it stands so already."""


Places = Mapping[int, Place]
"""Places that are asked about, by the first of their blocks."""


def put(order: Sequence[int], where: Placing, places: Places, way: Callable[[int], str]) -> list[int]:
    """An order of blocks with those put elsewhere whose place was answered; `way` says how: "ours", "theirs" or ""."""
    found = [*order]
    for number, place in places.items():
        answer = way(number)
        known = answer in ("ours", "theirs") or place.kind == "agreed"
        there = place.there[answer == "theirs"] if known else None
        if there is None or there[0] not in found:
            continue
        cells = [cell for one in place.blocks for cell in where.rows.cells.get(one, (one,))]
        end = found.index(cells[-1]) + 1
        while end < len(found) and found[end] in where.items and number not in where.items:
            cells.append(found[end])  # items go with what they stand under
            end += 1
        if there[0] in cells:
            continue
        found = [one for one in found if one not in {*cells}]
        at = found.index(there[0])
        if there[1]:
            at += 1
            while at < len(found) and found[at] in where.items and number not in where.items:
                at += 1
        found[at:at] = cells
    return found
