"""Ranges of a Word file that no validator looks at: halves of them, and moves that do not lead from one place to one.

Word tells a move by its two ranges, and a control that came or went by those of custom XML; what is left of a range
when its other end has gone is no fault to the Open XML SDK.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from models.word.markup import in_sorts
from models.word.namespaces import w

_MOVES = ("moveFrom", "moveTo")
_OTHERS = (
    "bookmark", "commentRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
    "customXmlMoveToRange",
)  # fmt: skip
_OF_MOVES = tuple((w(f"{side}RangeStart"), w(f"{side}RangeEnd"), w(side)) for side in _MOVES)
_OF_OTHERS = tuple((w(f"{kind}{end}"),) for kind in _OTHERS for end in ("Start", "End"))


def broken_ranges(root: etree._Element) -> Iterator[tuple[str, str]]:
    """What is wrong with the ranges of a part: a code for machines and a sentence for people."""
    sorts = in_sorts(root, *_OF_MOVES, *_OF_OTHERS)
    if any(sorts[: len(_MOVES)]):
        yield from _broken_moves(sorts[: len(_MOVES)])
    others = sorts[len(_MOVES) :]
    for kind, starting, ending in zip(_OTHERS, others[::2], others[1::2], strict=True):
        if not starting and not ending:
            continue
        starts, ends = (Counter(one.get(w("id")) for one in side) for side in (starting, ending))
        for identity in (starts - ends) | (ends - starts):
            yield "range-open", f"the {kind} {identity} has a start or an end only"


def _broken_moves(moves: Sequence[Sequence[etree._Element]]) -> Iterator[tuple[str, str]]:
    names: dict[str, Counter[str]] = {}
    for side, (start, end, _), marks in zip(_MOVES, _OF_MOVES, moves, strict=True):
        starts: dict[str | None, str] = {}
        ends: set[str | None] = set()
        inside: set[str | None] = set()
        for one in marks:
            identity = one.get(w("id"))
            if one.tag == start:
                starts[identity] = one.get(w("name")) or ""
                inside.add(identity)
            elif one.tag == end:
                ends.add(identity)
                inside.discard(identity)
            elif not inside and not _is_mark(one):
                yield "move-without-range", f"a {side} stands outside of any range"
        names[side] = Counter(starts.values())
        for identity in starts.keys() ^ ends:
            yield "move-range-open", f"the range {identity} of a {side} has a start or an end only"
    for name in names["moveFrom"].keys() | names["moveTo"].keys():
        if names["moveFrom"][name] != 1 or names["moveTo"][name] != 1:
            yield "move-name", f"the move {name!r} does not have one place it goes from and one it goes to"


def _is_mark(change: etree._Element) -> bool:
    """Whether a change is one of a paragraph's mark: its range begins after it."""
    parent = change.getparent()
    return parent is not None and parent.tag == w("rPr")
