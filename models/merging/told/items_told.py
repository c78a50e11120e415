"""What there is to say of items that stand under another paragraph than they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.draft import Draft, labels
from models.draft.first_letter import with_capital
from models.merging.order.belonging import head_of
from models.merging.order.lists import Chapeau, Lists
from models.merging.pairs.blocks import Gone
from models.merging.pairs.clusters import consecutive
from models.merging.sheet import Sheet
from models.merging.sides import BASE
from models.merging.told import chapeau_reworded
from models.merging.told.said_of_words import in_short, items_named, standing
from models.merging.words.called import words_of


def follow(sheet: Sheet, draft: Draft, gone: Sequence[Gone]) -> list[str]:
    """What there is to say of items that came under another paragraph, a sentence each, or none, a sentence a run.

    Nothing of what is asked about in one question with what it stands under: it may well stand elsewhere then.
    """
    lists = Lists(sheet, draft, gone)
    strays = lists.strays()
    seen = ((head, [at for at in items if not lists.is_open(at, head)]) for head, items in strays.items())
    found = {head: items for head, items in seen if items}
    under: dict[Chapeau, list[int]] = {}
    for at, chapeau in lists.under_another():
        head = head_of(draft, at)
        among = strays.get(head) or [at + 1]
        if not among[0] <= at <= among[-1] and not lists.is_open(at, head):
            under.setdefault(chapeau, []).append(at)
    names = labels(draft) if lists.has_items else ()
    runs = ((head, run) for head, items in found.items() for run in ([items] if head >= 0 else _runs(items)))
    told = [_told(names, head, run) for head, run in runs]
    told += [_of_chapeau(sheet, draft, names, one, items) for one, items in under.items()]
    known = {at for items in (*found.values(), *under.values()) for at in items}
    return [*told, *chapeau_reworded.told(sheet, draft, lists, names, known)]


def _runs(items: Sequence[int]) -> Iterator[Sequence[int]]:
    """Places in order, those that follow one another together."""
    start = 0
    for at in range(1, len(items) + 1):
        if not consecutive(tuple(items[at - 1 : at + 1])) or at == len(items):
            yield items[start:at]
            start = at


def _told(names: Sequence[str | None], head: int, items: Sequence[int]) -> str:
    which, them, belong = _which(names, items)
    under = "no paragraph" if head < 0 else names[head] or "another paragraph"
    return f"{which} under {under} now, where neither text has {them}: look where {belong}."


def _of_chapeau(sheet: Sheet, draft: Draft, names: Sequence[str | None], chapeau: Chapeau, items: Sequence[int]) -> str:
    which, them, belong = _which(names, items)
    if not consecutive(tuple(items)):
        called = items_named(names, items)
        which = f"{with_capital(called)} stand"
    now, there = (_said(sheet, draft, number) for number in (chapeau.now, chapeau.there))
    done = f"put {them} in" if chapeau.is_new else f"changed {them}"
    if chapeau.is_put_in:
        said = f"now, which one side put in, and the other {done} under {there}"
    else:
        said = f"now, and one side {done} under {there}, which the other took out"
    return f"{which} under {now} {said}: look whether {belong} there."


def _which(names: Sequence[str | None], items: Sequence[int]) -> tuple[str, str, str]:
    first, last = names[items[0]] or "An item", names[items[-1]]
    return standing(first, last or first, len(items))


def _said(sheet: Sheet, draft: Draft, number: int) -> str:
    """The words of a paragraph in short, be it gone; a chapeau tells by its end what its items are."""
    row = sheet.rows[number]
    if row.merged:
        return f"“{in_short(words_of(sheet.sides, row, draft.paragraphs[row.merged[0]]).strip(' :'))}”"
    return f"“{in_short(sheet.sides[BASE].draft.paragraphs[row.base[0]].text.strip(' :'))}”"
