"""Bis and ter that were pasted behind the number they belong to: they go with it where that is counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph
from models.draft.numbering import SUFFIX
from models.editing.acts.set_numbers import bare
from models.editing.edit import Entry
from models.editing.step import Step

_NAMED = 3
"""So many of them are named where that is told."""


def go_with_their_numbers(step: Step, new: Sequence[Entry], paragraphs: Sequence[Paragraph]) -> None:
    """Give what was pasted as "2 bis" behind "2" the number that this has here, "4 bis" behind "4", and say so: what
    says "paragraph 2 bis" may be of another text, and does not always follow."""
    entries, working = step.working.entries, step.working
    at = {entry.key: position for position, entry in enumerate(entries)}
    beside: dict[tuple[Kind, int, str], int] = {}
    renamed: list[str] = []
    for entry, pasted in zip(new, paragraphs, strict=True):
        shown = (pasted.number or pasted.set_label or "").strip(". ")
        number = SUFFIX.sub("", shown).strip()
        if not number or entry.key not in at:
            continue
        if pasted.kind is not Kind.SUBPARAGRAPH:
            beside = {place: key for place, key in beside.items() if place[0] is not Kind.SUBPARAGRAPH}
        place = pasted.kind, pasted.level, number
        if shown == number:
            beside[place] = entry.key
        elif place in beside and (now := bare(working, at[beside[place]])) != number:
            here = entries[at[entry.key]]
            if not here.printed and here.paragraph.set_label is None:
                continue  # its words stand in a paragraph that is counted
            written = now + shown[len(number) :]
            named = {"set_label": written} if pasted.kind is Kind.PREAMBULAR else {"number": written, "set_label": None}
            step.put(at[entry.key], replace(here, paragraph=replace(here.paragraph, **named)))
            renamed.append(f"{shown} is {written}")
    if renamed:
        more = f" and {len(renamed) - _NAMED} more with their numbers" if len(renamed) > _NAMED else ""
        step.told = "; ".join(filter(None, (step.told, f"here {', '.join(renamed[:_NAMED])}{more}")))
