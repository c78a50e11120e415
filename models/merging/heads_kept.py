"""Items under their heads: which stand in the merged text under what neither side has them under.

They are asked about with their heads (`entangled`); what still comes of the answers that were given is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Draft, Kind, labels
from models.merging.at_one_place import HEADINGS
from models.merging.clusters import heads
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import OURS, THEIRS


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of items that came under another paragraph; one sentence for each such paragraph."""
    found = strays(sheet, draft)
    names = labels(draft) if found else ()
    return [_told(names, head, items) for head, items in found.items()]


def strays(sheet: Sheet, draft: Draft) -> dict[int, list[int]]:
    """The items that came under another paragraph, by that; -1 where it is none."""
    if not any(one.kind is Kind.SUBPARAGRAPH for one in draft.paragraphs):
        return {}
    on = on_sides(sheet)
    together = {side: _runs(on[side]) for side in (OURS, THEIRS)}
    lives: dict[int, dict[int, tuple[int, ...]]] = {}
    found: dict[int, list[int]] = {}
    above: list[tuple[int, int]] = []  # the paragraphs an item may stand under, with their levels
    for at, one in enumerate(draft.paragraphs):
        level = one.level if one.kind is Kind.SUBPARAGRAPH else -1
        while above and above[-1][1] >= level:
            above.pop()
        head = above[-1][0] if above else -1
        above = [] if one.kind in HEADINGS else [*above, (at, level)]  # a heading is the head of no item
        if level < 0:
            continue
        known = [side for side in (OURS, THEIRS) if on[side][at] is not None]
        if not known or any(head >= together[side][at] for side in known):
            continue  # on a side the same stands from its head on
        if not any(_under(sheet, draft, on, lives, side, at, head) for side in known):
            found.setdefault(head, []).append(at)
    return found


def head_of(draft: Draft, item: int) -> int:
    """The paragraph an item stands under, -1 where it is none: a heading is the head of no item."""
    head = next(heads(draft, item), -1)
    return -1 if head < 0 or draft.paragraphs[head].kind in HEADINGS else head


def _runs(places: Sequence[int | None]) -> list[int]:
    """For each paragraph of the merged text the first of those before it that stand on a side as they do here."""
    found: list[int] = []
    for at, place in enumerate(places):
        before = places[at - 1] if at else None
        found.append(found[-1] if before is not None and place == before + 1 else at)
    return found


def _under(
    sheet: Sheet,
    draft: Draft,
    on: Sequence[Sequence[int | None]],
    lives: dict[int, dict[int, tuple[int, ...]]],
    side: int,
    at: int,
    head: int,
) -> bool:
    """Whether a side has an item under what it stands under now."""
    place = on[side][at]
    assert place is not None
    there = head_of(sheet.sides[side].draft, place)
    if there < 0 or head < 0:
        return there == head
    if sheet.sides[side].draft.paragraphs[there].text == draft.paragraphs[head].text:
        return True
    if side not in lives:
        lives[side] = {one: row.merged for row in sheet.rows for one in (row.base, row.ours, row.theirs)[side]}
    return head in lives[side].get(there, ())


def _told(names: Sequence[str | None], head: int, items: Sequence[int]) -> str:
    first, last = names[items[0]] or "An item", names[items[-1]]
    which = f"{first} stands" if len(items) == 1 or last is None else f"{first} to {last} stand"
    under = "no paragraph" if head < 0 else names[head] or "another paragraph"
    return f"{which} under {under} now, where neither text has it: look where it belongs."
