"""What a paragraph is in a merged text (kind, level, number), of what three sides have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from models.merging.sides import Traits

_T = TypeVar("_T")


def mixed(base: Traits | None, ours: Traits, theirs: Traits) -> tuple[Traits, tuple[str, ...]]:
    """What a paragraph is, of three sides: what a side changed is taken; and in what both changed it otherwise.

    That is "kind" (with the level and the number) or "number" (with the set label); there the base stands, if any.
    """
    before = base or ours
    unsettled = []
    kinds = [(one.kind, one.level) for one in (before, ours, theirs)]
    numbers = [(one.number, one.counted, one.set_label) for one in (before, ours, theirs)]
    kind, level = _either(*kinds) or kinds[0]
    number = _either(*numbers) or numbers[0]
    if (base is None and kinds[1] != kinds[2]) or _either(*kinds) is None:
        unsettled.append("kind")
        kind, level, number = before.kind, before.level, numbers[0]  # a number is that of its kind
    elif (base is None and numbers[1] != numbers[2]) or _either(*numbers) is None:
        unsettled.append("number")
    columns = [one.column for one in (before, ours, theirs)]
    column = max((one for one in columns[1:] if one != columns[0]), key=_or_none, default=columns[0])
    return Traits(kind, level, *number, column), tuple(unsettled)


def _or_none(column: int | None) -> int:
    return -1 if column is None else column


def _either(base: _T, ours: _T, theirs: _T) -> _T | None:
    """What a side made of it; None where both made something else."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def chosen(traits: Traits, what: str, side: Traits | None) -> Traits:
    """The traits with those of a side where it was chosen for "kind" or "number"."""
    if side is None:
        return traits
    if what == "kind":
        return replace(side, column=traits.column)
    return replace(traits, number=side.number, counted=side.counted, set_label=side.set_label)
