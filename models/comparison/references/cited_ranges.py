"""Ranges that a reference cites, "paragraphs 3 to 5": what they take in, and how the same is to be cited elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.draft import Kind, Paragraph

Unit = tuple[int, ...]
"""One paragraph, or the first and the last of a range."""
_LONGEST = 200
"""No range that takes in more paragraphs is followed but by its ends."""
_SHORTEST = 3
"""Of a range that is parted so many paragraphs stay one; nobody says "paragraphs 1 to 2 and 7"."""
_HEADS = (Kind.OPERATIVE, Kind.PREAMBULAR)


def taken_in(paragraph: Callable[[int], Paragraph], first: int, last: int) -> list[int] | None:
    """The positions of the paragraphs of a range, given by its ends; None where that is none that can be followed."""
    kind, level = paragraph(first).kind, paragraph(first).level
    if first >= last or last - first > 50 * _LONGEST:
        return None
    found: list[int] = []
    for at in range(first, last + 1):
        one = paragraph(at)
        if one.kind is kind and one.level == level:
            found.append(at)
        elif kind is Kind.SUBPARAGRAPH and (one.kind in _HEADS or one.level < level):
            return None
    return found if found[-1] == last and len(found) <= _LONGEST else None


def cited(
    paragraph: Callable[[int], Paragraph],
    places: Sequence[int],
    may_take_in: Callable[[int], bool],
    *,
    is_left_in_list: bool = False,
) -> list[Unit]:
    """How paragraphs are to be cited that one range took in, by where they stand now.

    They are one range as long as nothing stands between them but what it `may_take_in`, such as is new; else a list,
    which says them all and no other. `is_left_in_list`: they are what is left of it in a list with others, where two
    are no range any more.
    """
    runs: list[tuple[int, int, int]] = []  # the first, the last, and how many
    for at in sorted(places):
        between = taken_in(paragraph, runs[-1][1], at) if runs else None
        if between is not None and all(map(may_take_in, between[1:-1])):
            first, _, count = runs[-1]
            runs[-1] = first, at, count + len(between) - 1
        else:
            runs.append((at, at, 1))
    if len(runs) == 1 and not is_left_in_list:
        first, last, count = runs[0]
        return [(first, last) if count > 1 else (first,)]
    found: list[Unit] = []
    for first, last, count in runs:
        found += [(first, last)] if count >= _SHORTEST else [(at,) for at in dict.fromkeys((first, last))]
    return found
