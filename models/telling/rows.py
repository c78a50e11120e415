"""A comparison in the order it is read: what changed, what is folded, and the old places of what moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.comparison.change import Change, Comparison
from models.telling.what_happened import listed


@dataclass(frozen=True, slots=True)
class Shown:
    """A change that is printed; `number` is its place among the changes."""

    number: int
    change: Change


@dataclass(frozen=True, slots=True)
class Folded:
    """Paragraphs on end in which nothing differs."""

    shown: tuple[Shown, ...]

    @property
    def title(self) -> str:
        """Which they are: "PP14 and PP15 unchanged"."""
        labels = [label for one in self.shown for label in one.change.new_labels if label]
        lines = sum(len(one.change.new) for one in self.shown)
        if not labels:
            return f"{lines} line{'' if lines == 1 else 's'} unchanged"
        if len(labels) <= _LISTED:
            return f"{listed(labels)} unchanged"
        return f"{labels[0]} to {labels[-1]} unchanged"


_LISTED = 3


@dataclass(frozen=True, slots=True)
class Went:
    """The place where something stood before it moved."""

    number: int
    change: Change


Row = Shown | Folded | Went


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """All changes in reading order, each once, and beside them the old places of moved ones."""
    went = _old_places(comparison.changes)
    found: list[Row] = [*went.get(-1, ())]
    for number, change in enumerate(comparison.changes):
        shown = Shown(number, change)
        last = found[-1] if found else None
        if change.weight is not None:
            found.append(shown)
        elif isinstance(last, Folded):
            found[-1] = Folded((*last.shown, shown))
        else:
            found.append(Folded((shown,)))
        found += went.get(number, ())
    return tuple(found)


def _old_places(changes: Sequence[Change]) -> dict[int, list[Went]]:
    """For each moved change the place in the list after which it stood: that of the last one before it that stayed."""
    stayed = sorted(
        (max(change.old), number) for number, change in enumerate(changes) if change.old and not change.moved
    )
    moved = sorted((min(change.old), number) for number, change in enumerate(changes) if change.old and change.moved)
    places: dict[int, list[Went]] = {}
    after, waiting = -1, iter(stayed)
    ahead = next(waiting, None)
    for position, number in moved:
        while ahead is not None and ahead[0] < position:
            after = ahead[1]
            ahead = next(waiting, None)
        places.setdefault(after, []).append(Went(number, changes[number]))
    return places
