"""The changes of a comparison in the order they are read, the other ends of moves among them."""

from __future__ import annotations

from dataclasses import dataclass

from models.comparison.change import Change, Comparison
from models.telling.sorts import Weight, weight_of_unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it stands in the page. A moved paragraph has a second entry, `other_end`, where it was.

    A cell of a table has the weight of its row: what did not change is seen with what did.
    """

    change: int
    weight: Weight
    other_end: bool = False


def in_reading_order(comparison: Comparison) -> list[Entry]:
    """All changes, each once, and of those that moved the place they left."""
    changes = comparison.changes
    behind = _other_ends(changes)
    entries: list[Entry] = []
    weights = [weight_of_unit(comparison.unit_of[number], comparison) for number in range(len(changes))]

    def others(place: tuple[int, bool] | None) -> list[Entry]:
        return [Entry(number, weights[number], True) for number in behind.get(place, [])]

    def add(first: list[Entry]) -> None:
        waiting = first[::-1]
        while waiting:
            entry = waiting.pop()
            entries.append(entry)
            waiting += others((entry.change, entry.other_end))[::-1]

    add(others(None))
    for number, weight in enumerate(weights):
        add([Entry(number, weight)])
    return entries


def _other_ends(changes: tuple[Change, ...]) -> dict[tuple[int, bool] | None, list[int]]:
    """For each entry the moved changes whose old place is right behind it; None is the beginning.

    An entry is a change and whether it is the other end of a move.
    """
    at_old = {position: number for number, change in enumerate(changes) for position in change.old}
    behind: dict[tuple[int, bool] | None, list[int]] = {}
    for number in sorted(
        (number for number, change in enumerate(changes) if change.moved and change.old and change.new),
        key=lambda number: changes[number].old,
    ):
        before = at_old.get(changes[number].old[0] - 1)
        place = None
        if before is not None:
            moved = changes[before].moved and bool(changes[before].new)
            place = (before, moved)
        behind.setdefault(place, []).append(number)
    return behind
