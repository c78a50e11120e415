"""Sections that one side struck: what the other side still has of one is one question, its heading with it.

Asked one by one, a heading could stay over nothing, and paragraphs without their heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comparison.change import Comparison
from models.draft.divisions import HEADINGS, section_ends
from models.merging.pairs.blocks import Block, Doubt
from models.merging.pairs.clusters import Tie
from models.merging.pairs.needed import OUTSIDE
from models.merging.sides import BASE, OURS, THEIRS


def struck_sections(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """The sections of which a side struck the heading and most of the rest, with what the other side has of that.

    So is what one side put under a heading of its own and the other struck. Where something else stands between, each
    part stands where it does, and one answer holds for all.
    """
    for side, (striking, keeping) in enumerate((comparisons, comparisons[::-1])):
        kept = _Kept(striking, keeping)
        for parts in (*kept.sections(), *kept.headed()):
            for base, new in parts:
                if base and len(base) + len(new) > 1:
                    yield Tie(base, ((), new) if side == 0 else (new, ()), rival=True)
            if len(parts) > 1:
                yield Tie(tuple(sorted(at for base, _ in parts for at in base)), ((), ()), rival=True, apart=True)


def in_doubt(ties: Sequence[Tie], blocks: Sequence[Block]) -> Iterator[Tie]:
    """Those of some ties of which something is asked."""
    asked = [block.places for block in blocks if isinstance(block.content, Doubt)]
    found = [{at for places in asked for at in places[side]} for side in (BASE, OURS, THEIRS)]
    for tie in ties:
        its = (tie.base, *tie.there)
        if any(not known.isdisjoint(own) for known, own in zip(found, its, strict=True)):
            yield tie


_Part = tuple[tuple[int, ...], tuple[int, ...]]
"""Paragraphs of the base and new ones that stand together on a side."""


class _Kept:
    """What one side has of the sections that the other struck."""

    def __init__(self, striking: Comparison, keeping: Comparison) -> None:
        self._old, self._new = keeping.old.paragraphs, keeping.new.paragraphs
        self._left = {at for change in striking.changes if change.new and not change.moved for at in change.old}
        self._struck = {at for change in striking.changes if not change.new for at in change.old}
        self._went = {at: change.new for change in keeping.changes for at in change.old}
        self._came = {at: change.old for change in keeping.changes for at in change.new}
        self._ends = section_ends(self._old), section_ends(self._new)
        self._taken: set[int] = set()
        """The places that stand in a section already."""

    def sections(self) -> Iterator[list[_Part]]:
        """What this side has of the sections that the other side struck."""
        done = 0
        for head, end in sorted(self._ends[0].items()):
            away = not self._taken.issuperset(self._went[head])  # of the section it is in
            if head not in self._struck or (head < done and not away):
                continue
            lines = {at for at in range(head, end) if self._old[at].kind not in OUTSIDE}
            if len(lines & self._struck) > len(lines & self._left):  # what closes a text stands in its last section
                done = max(done, end)
                yield self._of(self._places(head, lines), lines)

    def headed(self) -> Iterator[list[_Part]]:
        """What the other side struck and this one put under a new heading, over nothing else."""
        for head, end in sorted(self._ends[1].items()):
            if self._came[head] or head in self._taken:
                continue
            under = [at for at in range(head, end) if self._new[at].kind not in HEADINGS]
            struck = all(self._came[at] and self._struck.issuperset(self._came[at]) for at in under)
            if under and struck and self._taken.isdisjoint(under):
                yield self._of(range(head, end), {old for at in under for old in self._came[at]})

    def _places(self, head: int, lines: set[int]) -> range:
        """Where this side has a section: from its heading on as far as it goes, be it divided by new headings."""
        stand = sorted(at for line in lines if line in self._struck for at in self._went[line])
        start = self._went[head][0] if self._went[head] else stand[0] if stand else 0
        while start > 0 and not self._went[head] and self._is_new_heading(start - 1):
            start -= 1  # the heading is another one here
        limit = end = self._ends[1].get(start, start)
        for at in range(limit, len(self._new)):
            if not lines.issuperset(self._came[at]):
                break
            end = at + 1 if self._came[at] else end
        return range(start, end)

    def _is_new_heading(self, at: int) -> bool:
        return self._new[at].kind in HEADINGS and not self._came[at]

    def _of(self, places: range, lines: set[int]) -> list[_Part]:
        """What stands at some places, what the other side has elsewhere left out: in parts where it stands between."""
        self._taken.update(places)
        its = {line for line in lines if line in self._struck and {*self._went[line]} <= {*places}}
        parts: list[list[int]] = [[]]
        for at in places:
            if self._new[at].kind not in OUTSIDE and its.issuperset(self._came[at]):
                parts[-1].append(at)
            elif parts[-1]:
                parts.append([])
        base = ({line for at in part for line in self._came[at]} for part in parts)
        new = (tuple(at for at in part if not self._came[at]) for part in parts)
        return [(tuple(sorted(one)), two) for one, two in zip(base, new, strict=True) if one]
