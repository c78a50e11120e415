"""“Also” and “further” in a merged text: where what stands before a paragraph asks for another word now, it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.comparison.also_due import neighbours
from models.comparison.openings import Opening, demanded
from models.comparison.text_parts import TextParts
from models.draft import Draft, Paragraph, labels
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import OURS, THEIRS


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of paragraphs that opened rightly on their side and stand behind others now."""
    before = neighbours(draft.paragraphs)
    on = on_sides(sheet)
    there = {side: neighbours(sheet.sides[side].draft.paragraphs) for side in (OURS, THEIRS)}
    names = labels(draft)
    told = []
    for at, one in enumerate(draft.paragraphs):
        known = [(side, place) for side in (OURS, THEIRS) if (place := on[side][at]) is not None]
        if not known or any(_as_there(on[side], before, there[side], at, place) for side, place in known):
            continue
        last = before.get(at)
        if any(draft.paragraphs[n].text.startswith("[") for n in (at, last) if n is not None):
            continue  # how it opens is not settled: in brackets stands what is asked, or what was answered by both
        if _right(draft.paragraphs, one, last) or not all(
            _right(sheet.sides[side].draft.paragraphs, one, there[side].get(place)) for side, place in known
        ):
            continue
        called, opens = names[at] or "A paragraph", _opening(one)
        if opens.additive is None and last is not None:
            told.append(
                f"{called} opens as {names[last] or 'the one before it'} does: look whether it is to say “also”."
            )
        else:
            words = " ".join(one.text.split()[:2])
            told.append(f"{called} opens with “{words}”, and what stands before it now does not lead up to that.")
    return told


def _as_there(
    places: Sequence[int | None], before: Mapping[int, int], there: Mapping[int, int], at: int, place: int
) -> bool:
    """Whether on a side the same stands before a paragraph as in the merged text."""
    last, own = before.get(at), there.get(place)
    return own is None if last is None else places[last] == own


def _right(paragraphs: Sequence[Paragraph], one: Paragraph, before: int | None) -> bool:
    """Whether a paragraph opens as what stands before it asks for."""
    opens = _opening(one)
    return opens.additive in demanded(_opening(paragraphs[before]) if before is not None else None, opens.verb)


def _opening(paragraph: Paragraph) -> Opening:
    return TextParts(paragraph).opening
