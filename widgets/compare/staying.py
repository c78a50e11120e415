"""Where a reader is when the same texts are compared again: the change he was at, or the next one that is left."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Change, Comparison
from models.draft import Draft
from widgets.compare.arrangement import Arrangement, Shown

Told = tuple[tuple[str, ...], tuple[str, ...]]


def entry_again(before: Arrangement, entry: int, after: Arrangement, shown: Shown) -> int | None:
    """The entry of `after` for one of `before`: the same change if something of it is left, else the next, else the
    last; None where no change is left."""
    left = after.changes(shown)
    if not left:
        return None
    if before.entries[entry].other_end:
        entry = before.other_end(entry) or entry
    told = {_told(after.change(number), after.comparison): number for number in reversed(left)}
    here = before.change(entry)
    old, new = _told(here, before.comparison)
    in_part = next((n for (was, now), n in told.items() if (old and was == old) or (new and now == new)), None)
    if in_part is not None:
        return in_part
    later = [number for number in before.changes(shown) if number > entry]
    for number in later:
        found = told.get(_told(before.change(number), before.comparison))
        if found is not None:
            return found
    return left[max(0, len(left) - 1 - len(later))]


def _told(change: Change, comparison: Comparison) -> Told:
    return _texts(comparison.old, change.old), _texts(comparison.new, change.new)


def _texts(draft: Draft, positions: Sequence[int]) -> tuple[str, ...]:
    return tuple(draft.paragraphs[at].text for at in positions)
