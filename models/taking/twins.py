"""Changes that read the same: where a text has the one that is asked for and not its twin, the twin is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.comparison.change import Change
from models.comparison.partly import Taken
from models.taking.reads import reading
from models.taking.standing import Standing


def meant(asked: Taken, stands: Standing) -> Taken:
    """The changes that are to be put into a text: those asked for, or for one it has, its twin that it has not.

    Which of two twins a text has cannot be told: it has as many of them as were asked for.
    """
    guessed = len(stands.origins) < len(stands.text.paragraphs)
    having = [number for number in asked if guessed and _has(stands, number)]
    if not having:
        return asked
    twins = _twins(stands, [number for number in having if asked[number] is None])
    found = dict(asked)
    for number, others in twins.items():
        free = [other for other in others if other not in found and not _has(stands, other)]
        if free:
            del found[number]
            found[min(free, key=lambda other: abs(other - number))] = None
    return found


def with_unasked(changes: Taken, stands: Standing) -> Taken:
    """Changes with what differs beside them and is nothing anybody is asked about: it goes with what stands before it.

    So do the looks of a comma, and a cell that stands elsewhere under the same head, or under another one. What the
    text says otherwise, or has no more, stays so.
    """
    changes_of = stands.union.comparison.changes
    found = dict(changes)
    for number, other in stands.union.beside.items():
        if changes.get(other, ()) is None and stands.has(number, 0) and _differs(stands, changes_of[number]):
            found[number] = None
    return found


def _differs(stands: Standing, change: Change) -> bool:
    """Whether a change that nobody is asked about makes a difference all the same."""
    union = stands.union
    before, now = (
        [(union.ranks[side][at], union.column(side, at), reading(union.drafts[side].paragraphs[at])) for at in places]
        for side, places in enumerate((change.old, change.new))
    )
    return before != now


def _has(stands: Standing, number: int) -> bool:
    """Whether a text has a change as the new draft has it, and not also as the old one."""
    change, image = stands.union.comparison.changes[number], stands.images.get(number, ())
    if not change.new:
        return not image
    return stands.has(number, 1) and not any(at in stands.same[0] for at in image)


def _twins(stands: Standing, numbers: Iterable[int]) -> Mapping[int, list[int]]:
    """The changes that take paragraphs that read the same to such as read the same, for each of some."""
    reads, changes = stands.reads, stands.union.comparison.changes

    def told(number: int) -> object:
        change = changes[number]
        return tuple(reads.old[at] for at in change.old), tuple(reads.new[at] for at in change.new)

    alike: dict[object, list[int]] = {}
    sought = {number: told(number) for number in numbers}
    wanted = set(sought.values())
    for other in range(len(changes)):
        if (said := told(other)) in wanted:
            alike.setdefault(said, []).append(other)
    return {number: alike[said] for number, said in sought.items()}
