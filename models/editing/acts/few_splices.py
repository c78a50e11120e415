"""The splices of a step as few as can be: each is one change of the document, and of what is known of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.editing.edit import Entry, Splice

_MANY, _NEAR = 100, 16
"""More splices than this are gathered: those between which no more paragraphs stand than the second says."""


def compressed(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """The same splices, those one that go on in what the one before put there: it is shown, and undone, at once."""
    kept: list[Splice] = []
    for splice in splices:
        one = _as_one(kept[-1], splice) if kept else None
        if one is not None:
            kept[-1] = one
        else:
            kept.append(splice)
    return tuple(kept)


def _as_one(first: Splice, then: Splice) -> Splice | None:
    """A splice and the next one where that is within what the first put there, or takes all of it in."""
    start = then.start - first.start
    end = start + len(then.old)
    if 0 <= start < end <= len(first.new):
        return Splice(first.start, first.old, first.new[:start] + then.new + first.new[end:])
    if start <= 0 < len(first.new) <= end:
        return Splice(then.start, then.old[:-start] + first.old + then.old[len(first.new) - start :], then.new)
    return None


def gathered(splices: tuple[Splice, ...], entries: Sequence[Entry]) -> tuple[Splice, ...]:
    """The same splices, as few as can be where there are many: those that stand near one another are one.

    `entries` are the paragraphs as the splices left them; those between are in it as they are.
    """
    if len(splices) <= _MANY:
        return splices
    now = list(entries)
    kept: list[Splice] = []  # the last first
    before: dict[int, Entry] = {}
    for splice in reversed(splices):
        if len(splice.old) == len(splice.new):
            before.update(enumerate(splice.old, splice.start))
            continue
        kept += _near_ones(before, now)
        before = {}
        kept.append(splice)
        now[splice.start : splice.start + len(splice.new)] = splice.old
    kept += _near_ones(before, now)
    return tuple(reversed(kept))


def _near_ones(before: dict[int, Entry], now: list[Entry]) -> list[Splice]:
    """Splices by which paragraphs, given by their position as they stood before, read as now; they stand so after."""
    changed = sorted(at for at, entry in before.items() if entry is not now[at])
    found: list[Splice] = []
    start = end = changed[0] if changed else 0
    for at in (*changed, None):
        if at is None or at - end > _NEAR:
            new = tuple(now[start:end])
            old = tuple([before.get(place, entry) for place, entry in enumerate(new, start)])
            if old:
                found.append(Splice(start, old, new))
            start = at or 0
        end = (at or 0) + 1
    for at, entry in before.items():
        now[at] = entry
    return found[::-1]
