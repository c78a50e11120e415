"""What belongs to the operative part, the headings, quotations and tables among its paragraphs included."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Comparison
from models.draft import Draft, Kind

_ENDS = frozenset({Kind.ANNEX, Kind.ENACTING, Kind.MASTHEAD, Kind.CLOSING, Kind.SPONSOR_NOTE})
_HEADS = frozenset({Kind.SECTION, Kind.HEADING})


def operative_part(draft: Draft, labels: Sequence[str | None]) -> frozenset[int]:
    """The positions of what stands in the operative part; `labels` are those of all paragraphs.

    What has no label goes with the paragraph before it, a heading and what stands under it with the one after it.
    """
    found: set[int] = set()
    heads: list[int] = []
    inside = False
    for at, paragraph in enumerate(draft.paragraphs):
        label = labels[at]
        if paragraph.kind in _ENDS:
            found.update(heads if inside else ())
            heads, inside = [], False
        elif paragraph.kind in _HEADS:
            heads.append(at)
        elif label:
            inside = "OP" in label
            found.update((*heads, at) if inside else ())
            heads = []
        elif heads:
            heads.append(at)
        elif inside:
            found.add(at)
    found.update(heads if inside else ())
    return frozenset(found)


def operative_changes(comparison: Comparison) -> frozenset[int]:
    """The numbers of the changes that touch the operative part of either draft; ask for them with `once`."""
    known: tuple[list[str | None], list[str | None]] = (
        [None] * len(comparison.old.paragraphs),
        [None] * len(comparison.new.paragraphs),
    )
    for change in comparison.changes:
        for labels, positions, names in zip(
            known, (change.old, change.new), (change.old_labels, change.new_labels), strict=True
        ):
            for at, name in zip(positions, names, strict=True):
                labels[at] = name
    old, new = operative_part(comparison.old, known[0]), operative_part(comparison.new, known[1])
    touched = {
        number
        for number, change in enumerate(comparison.changes)
        if not (old.isdisjoint(change.old) and new.isdisjoint(change.new))
    }
    return frozenset(
        number for unit in comparison.units if not touched.isdisjoint(unit.changes) for number in unit.changes
    )
