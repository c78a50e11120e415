"""References that lead elsewhere in a text into which changes are taken than in the draft their words are of.

Their words stay as the draft has them: with the change that brings, or numbers, what is meant they lead there again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.comparison.change import Comparison
from models.draft import Draft
from models.draft.labels import labels
from models.editing.edit import Entry
from models.editing.entries import entries_of
from models.editing.placed import Known, Origin
from models.editing.references.targets import Targets
from models.taking.union import Union, union

Where = tuple[Origin, int, int]
"""Which paragraph of the drafts refers, which of its references it is, and which part of that."""
Led = tuple[int, str, int | None]
"""The position of what refers, the words, and the position of what is meant; None where that is not in the text."""
_MOST = 2


def leading_elsewhere(entries: Sequence[Entry], known: Known, comparison: Comparison) -> dict[Where, Led]:
    """The references of a text that lead elsewhere than in the draft of their paragraph, where that has its words."""
    referring = [at for at, entry in enumerate(entries) if known[at] is not None and entry.mentions] if known else []
    if not referring:
        return {}
    places, drafts, here = union(comparison), comparison.once(_targets), Targets(entries)
    images = places.images(known)
    found: dict[Where, Led] = {}
    for at in referring:
        origin = _said_by(entries[at], known[at], places, drafts)
        if origin is None:
            continue
        side, place = origin
        for number, mention in enumerate(entries[at].mentions):
            now = here.resolve(at, mention)
            for part, meant in enumerate(drafts[side].resolve(place, mention)):
                image = images.get(places.numbers[side][meant], []) if meant is not None else None
                if image is not None and now[part] not in image:
                    found[origin, number, part] = at, mention.written(mention.items[part]), image[0] if image else None
    return found


def leads_as_in_new(
    text: Targets, at: int, place: int, comparison: Comparison, images: Mapping[int, Sequence[int]]
) -> bool:
    """Whether the references of a paragraph of a text lead where they do in the new draft, which has it at a place."""
    numbers, new = union(comparison).numbers[1], comparison.once(_targets)[1]
    for own, its in zip(text.entries[at].mentions, new.entries[place].mentions, strict=False):
        for now, meant in zip(text.resolve(at, own), new.resolve(place, its), strict=False):
            if meant is not None and now not in images.get(numbers[meant], ()):
                return False
    return True


def told(found: dict[Where, Led], before: dict[Where, Led], text: Draft) -> str:
    """What there is to say of references that lead elsewhere now and did not before; "" for nothing."""
    new = [led for where, led in found.items() if where not in before]
    if not new:
        return ""
    names = labels(text)
    said = []
    for at, words, meant in new[:_MOST]:
        where = f"{names[meant] or 'a paragraph without a number'} here" if meant is not None else "not in this text"
        said.append(f"{names[at] or 'a paragraph'} says “{words}”, which is {where}")
    if len(new) > _MOST:
        more = len(new) - _MOST
        said.append(f"{more} more {'references lead' if more > 1 else 'reference leads'} elsewhere")
    return "; ".join(said)


def _said_by(entry: Entry, known: Origin | None, places: Union, drafts: tuple[Targets, Targets]) -> Origin | None:
    """Which paragraph of the drafts has the words of one: the one it is known to be, or the other at its place."""
    if known is None:
        return None
    side, place = known
    other = places.at[1 - side][places.ranks[side][place]]
    for origin in (known, (1 - side, other) if other is not None else None):
        if origin is not None and drafts[origin[0]].entries[origin[1]].text == entry.text:
            return origin
    return None


def _targets(comparison: Comparison) -> tuple[Targets, Targets]:
    """What references of the two drafts lead to."""
    return Targets(entries_of(comparison.old)), Targets(entries_of(comparison.new))
