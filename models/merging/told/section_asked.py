"""What there is to say of a section that is asked about: that one side deleted, or that both moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.draft import Kind, Paragraph
from models.draft.divisions import HEADINGS
from models.merging.conflict import Conflict, Section
from models.merging.order.under_headings import with_number
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS


def section_asked(sides: Sides, blocks: Sequence[Block], conflict: Conflict) -> Section | None:
    """The section that is asked about, as the base has it; None where it is none."""
    if conflict.kind == "deleted":
        return _struck(sides, blocks, conflict)
    return _moved(sides, blocks, conflict) if conflict.kind == "moved" and conflict.also else None


def _struck(sides: Sides, blocks: Sequence[Block], conflict: Conflict) -> Section | None:
    """One that a side deleted, and what the other side has of it; its heading may be new there."""
    keeping = THEIRS if conflict.deleted_by == NAMES[OURS] else OURS
    was, now = (_places(blocks, conflict, side) for side in (BASE, keeping))
    base, kept = sides[BASE].draft, sides[keeping].draft
    if len(now) < 2 or not was or kept.paragraphs[now[0]].kind not in HEADINGS:
        return None
    draft, places = (base, was) if base.paragraphs[was[0]].kind in HEADINGS else (kept, now)
    head, heading = draft.paragraphs[places[0]], kept.paragraphs[now[0]]
    old, left = _under(base.paragraphs, was), _under(kept.paragraphs, now)
    new = max(left.total() - old.total(), 0)
    return Section(
        with_number(draft, places[0], head.text),
        old.total(),
        (left - old).total() - new,
        new,
        head.text != heading.text,
        head.kind is Kind.ANNEX,
        draft is kept,
    )


def _moved(sides: Sides, blocks: Sequence[Block], conflict: Conflict) -> Section | None:
    """One that both sides moved, each to another place."""
    was = _places(blocks, conflict, BASE)
    base = sides[BASE].draft
    its = _under(base.paragraphs, was).total()
    head = base.paragraphs[was[0]]
    if head.kind not in HEADINGS or not its:
        return None
    return Section(with_number(base, was[0], head.text), its, is_annex=head.kind is Kind.ANNEX)


def _places(blocks: Sequence[Block], conflict: Conflict, side: int) -> list[int]:
    """Where a side has what is asked about."""
    keys = conflict.key.partition(":")[0], *conflict.also
    return sorted(at for key in keys for at in blocks[int(key)].places[side])


def _under(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> Counter[str]:
    """What some paragraphs say that are no headings."""
    return Counter(paragraphs[at].text for at in places if paragraphs[at].kind not in HEADINGS)
