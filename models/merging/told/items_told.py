"""What there is to say of items that stand under another paragraph than they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.draft import Draft, labels
from models.merging.order.lists import Lists
from models.merging.pairs.blocks import Gone
from models.merging.pairs.clusters import consecutive
from models.merging.sheet import Sheet


def follow(sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> list[str]:
    """What there is to say of items that came under another paragraph, a sentence each, or none, a sentence a run.

    Nothing of what is asked about in one question with what it stands under: it may well stand elsewhere then.
    """
    lists = Lists(sheet, draft, gone)
    strays = ((head, [at for at in items if not lists.is_open(at, head)]) for head, items in lists.strays().items())
    found = {head: items for head, items in strays if items}
    names = labels(draft) if found else ()
    runs = ((head, run) for head, items in found.items() for run in ([items] if head >= 0 else _runs(items)))
    return [_told(names, head, run) for head, run in runs]


def _runs(items: Sequence[int]) -> Iterator[Sequence[int]]:
    """Places in order, those that follow one another together."""
    start = 0
    for at in range(1, len(items) + 1):
        if not consecutive(tuple(items[at - 1 : at + 1])) or at == len(items):
            yield items[start:at]
            start = at


def _told(names: Sequence[str | None], head: int, items: Sequence[int]) -> str:
    first, last = names[items[0]] or "An item", names[items[-1]]
    several = len(items) > 1 and last is not None
    which = f"{first} {'and' if len(items) == 2 else 'to'} {last} stand" if several else f"{first} stands"
    under = "no paragraph" if head < 0 else names[head] or "another paragraph"
    them, belong = ("them", "they belong") if several else ("it", "it belongs")
    return f"{which} under {under} now, where neither text has {them}: look where {belong}."
