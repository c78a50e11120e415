"""What one side deleted and the other still needs: it is asked about, though nobody reworded it.

That is what an item in doubt stands under, the heading of what the other side put there or kept, and what it refers to;
and what the other side took under another heading, be it by moving that, or into brackets over several paragraphs or
out of some.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from models.comparison.change import Comparison
from models.draft import Draft, Kind
from models.draft.brackets import brackets
from models.draft.divisions import HEADINGS, headings_over
from models.merging.pairs.blocks import Block, Doubt, Gone, block_of
from models.merging.pairs.held_in_brackets import inside_brackets
from models.merging.pairs.list_heads import heads
from models.merging.sides import OURS, THEIRS

OUTSIDE = (Kind.MASTHEAD, Kind.SPONSOR_NOTE, Kind.ENACTING, Kind.CLOSING)
"""What belongs to the text as a whole, whatever heading it stands behind."""


@dataclass(frozen=True, slots=True)
class Needed:
    """`lost` is new where the other side left nothing, as side and place; `old` is needed, by its place in the base."""

    lost: frozenset[tuple[int, int]] = frozenset()
    old: frozenset[int] = frozenset()

    def __or__(self, other: Needed) -> Needed:
        return Needed(self.lost | other.lost, self.old | other.old)


def with_needed(
    found: list[Block], gone: list[Gone], comparisons: tuple[Comparison, Comparison], needed: Collection[int]
) -> tuple[list[Block], list[Gone]]:
    """The same, with what one side deleted being in doubt where the other needs it, or items that are in doubt do."""
    doubts = [(block, block.content) for block in found if isinstance(block.content, Doubt)]
    wanted: set[tuple[int, int]] = set()
    for _, doubt in doubts:
        side = THEIRS if doubt.deleted_by == OURS else OURS
        comparison = comparisons[side - 1]
        lines = {at: change.old for change in comparison.changes for at in change.new if len(change.new) == 1}
        for head in heads(comparison.new, doubt.kept[0]):
            if len(lines.get(head, ())) == 1:
                wanted.add((doubt.deleted_by, lines[head][0]))
    left: list[Gone] = []
    for one in gone:
        by, other = one.by[0], (THEIRS if one.by[0] == OURS else OURS) - 1
        elsewhere = comparisons[other].once(_elsewhere) | comparisons[other].once(_in_other_brackets)
        is_needed = any((by, at) in wanted or at in needed or at in elsewhere for at in one.base)
        kept = one.stood[other] if len(one.by) == 1 and is_needed else ()
        if not kept:
            left.append(one)
            continue
        places = (one.base, (), kept) if by == OURS else (one.base, kept, ())
        found.append(block_of(Doubt(by, kept), places, one.base[0], (OURS, THEIRS)))
    return found, left


def _elsewhere(comparison: Comparison) -> frozenset[int]:
    """The paragraphs of the base that a side has under another heading, both being in the base and on that side.

    What stands under a heading that was reworded, struck or put in has not been taken anywhere.
    """
    olds = {at: change.old for change in comparison.changes for at in change.new}
    news = {at: change.new for change in comparison.changes for at in change.old}
    again = {_said(comparison.new, at): at for at in _of_heads(comparison.new) if not olds[at]}
    for at in _of_heads(comparison.old):
        there = again.get(_said(comparison.old, at)) if not news[at] else None
        if there is not None:  # it is said again, though a comparison took it for a new one
            news[at], olds[there] = (there,), (at,)
    were, now = (
        [next(iter(over), None) for over in headings_over(one.paragraphs)] for one in (comparison.old, comparison.new)
    )
    found = set()
    for at, was in enumerate(were):
        if comparison.old.paragraphs[at].kind in OUTSIDE or (was is not None and not news[was]):
            continue
        for head in (now[one] for one in news[at]):
            if head != was if head is None else olds[head] and was not in olds[head]:
                found.add(at)
    return frozenset(found)


def _in_other_brackets(comparison: Comparison) -> frozenset[int]:
    """The paragraphs of the base that stand in brackets and on a side in none, or the other way; no headings."""
    was, now = (inside_brackets(draft, brackets(draft)) for draft in (comparison.old, comparison.new))
    one_to_one = (change for change in comparison.changes if len(change.old) == len(change.new) == 1)
    pairs = ((change.old[0], change.new[0]) for change in one_to_one) if was or now else ()
    kinds = comparison.old.paragraphs
    return frozenset(old for old, new in pairs if (old in was) != (new in now) and kinds[old].kind not in HEADINGS)


def _of_heads(draft: Draft) -> Iterator[int]:
    return (at for at, one in enumerate(draft.paragraphs) if one.kind in HEADINGS)


def _said(draft: Draft, at: int) -> tuple[Kind, str]:
    return draft.paragraphs[at].kind, draft.paragraphs[at].text
