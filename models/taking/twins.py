"""Paragraphs that read the same: of some that a text lacks, it is the one asked for that is taken to be missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.comparison.change import Comparison

Images = dict[int, list[int]]
Same = Sequence[dict[int, int]]


def settle_twins(
    comparison: Comparison,
    reads: Sequence[Sequence[object]],
    images: Images,
    same: Same,
    asked: Iterable[int],
) -> None:
    """Lets a change that is asked for be the one that is still to be done, where it or its twin may be.

    `reads` are the old and the new draft as they read. `images` and `same` (see Standing) are changed in place.
    """
    wanted = set(asked)
    for number in wanted:
        change, image = comparison.changes[number], images.get(number, [])
        if not change.old and len(image) == 1 and image[0] in same[1]:
            at, place = image[0], change.new[0]
            for other, there in _twins(comparison, reads[1], place, new=True):
                if other not in wanted and not images.get(other) and _fits(same[1], at, there):
                    _give(images, same[1], at, number, other, there)
                    break
        elif len(change.old) == 1 and not image:
            place = change.old[0]
            for other, there in _twins(comparison, reads[0], place, new=False):
                its = images.get(other, [])
                if len(its) == 1 and same[0].get(its[0]) == there and _fits(same[0], its[0], place):
                    _give(images, same[0], its[0], other, number, place)
                    break


def _twins(comparison: Comparison, reads: Sequence[object], place: int, *, new: bool) -> list[tuple[int, int]]:
    """Other paragraphs of a draft that read like one, with the changes they are in: new ones, or any; nearest first."""
    found = []
    for number, change in enumerate(comparison.changes):
        own, other = (change.new, change.old) if new else (change.old, change.new)
        if len(own) == 1 and own[0] != place and reads[own[0]] == reads[place] and not (new and other):
            found.append((number, own[0]))
    return sorted(found, key=lambda one: abs(one[1] - place))


def _fits(same: Mapping[int, int], at: int, place: int) -> bool:
    """Whether a paragraph may be the one at this place: what stands around it stands around that too."""
    before = next((same[one] for one in range(at - 1, -1, -1) if one in same), -1)
    behind = next((same[one] for one in sorted(same) if one > at), place + 1)
    return before < place < behind


def _give(images: Images, same: dict[int, int], at: int, one: int, other: int, place: int) -> None:
    images[one] = []
    images[other] = [at]
    same[at] = place
