"""What there is to say of a section that one side deleted, and of what the other side has of it."""

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


def struck_section(sides: Sides, blocks: Sequence[Block], conflict: Conflict) -> Section | None:
    """The section that is asked about, as the base has it; None where it is none."""
    keys = conflict.key.partition(":")[0], *conflict.also
    keeping = THEIRS if conflict.deleted_by == NAMES[OURS] else OURS
    was, now = (sorted(at for key in keys for at in blocks[int(key)].places[side]) for side in (BASE, keeping))
    base, kept = sides[BASE].draft, sides[keeping].draft
    heads = [draft.paragraphs[its[0]] for draft, its in ((base, was), (kept, now)) if its]
    if len(now) < 2 or len(heads) < 2 or any(one.kind not in HEADINGS for one in heads):
        return None
    old, left = _under(base.paragraphs, was), _under(kept.paragraphs, now)
    new = max(left.total() - old.total(), 0)
    return Section(
        with_number(base, was[0], heads[0].text),
        old.total(),
        (left - old).total() - new,
        new,
        heads[0].text != heads[1].text,
        heads[0].kind is Kind.ANNEX,
    )


def _under(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> Counter[str]:
    """What some paragraphs say that are no headings."""
    return Counter(paragraphs[at].text for at in places if paragraphs[at].kind not in HEADINGS)
