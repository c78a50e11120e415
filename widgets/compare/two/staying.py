"""Where a reader is when the same texts are compared again: the change he was at, or the next one that is left."""

from __future__ import annotations

from widgets.compare.changes.arrangement import Arrangement, Shown


def entry_again(before: Arrangement, entry: int, after: Arrangement, shown: Shown) -> int | None:
    """The entry of `after` for one of `before`: the same change if something of it is left, else the next, else the
    last; None where no change is left."""
    left = after.changes(shown)
    if not left:
        return None
    if before.entries[entry].other_end:
        entry = before.other_end(entry) or entry
    told = {after.texts(number): number for number in reversed(left)}
    old, new = before.texts(entry)
    in_part = next((n for (was, now), n in told.items() if (old and was == old) or (new and now == new)), None)
    if in_part is not None:
        return in_part
    later = [number for number in before.changes(shown) if number > entry]
    for number in later:
        found = told.get(before.texts(number))
        if found is not None:
            return found
    return left[max(0, len(left) - 1 - len(later))]
