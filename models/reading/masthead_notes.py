"""The notes of the masthead at the foot of the text, out of the paragraphs that the end of a page put round them.

"Iraq:* draft resolution" has its note at the foot of the first page. In a text or a PDF that is amid the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from models.draft import Draft, Kind, Paragraph
from models.reading.reading import ReadingWarning

_MARK = re.compile(r"(?<!\*)\*{1,4}(?!\*)")


def with_notes_at_foot(
    draft: Draft, warnings: Iterable[ReadingWarning], told: Collection[int] = ()
) -> tuple[Draft, list[ReadingWarning]]:
    """The draft with these notes before its first annex, or last, and the warnings at the places paragraphs have now.

    Those `told` of by the file stay. A note stays, too, where a paragraph of the text before it has its mark.
    """
    notes = [at for at in _notes_amid_text(draft.paragraphs) if at not in told]
    rest = [at for at in range(len(draft.paragraphs)) if at not in notes]
    foot = next((n for n, at in enumerate(rest) if draft.paragraphs[at].kind is Kind.ANNEX), _end(draft, rest))
    order = [*rest[:foot], *notes, *rest[foot:]]
    now = {was: at for at, was in enumerate(order)}
    moved = [one if one.paragraph is None else replace(one, paragraph=now[one.paragraph]) for one in warnings]
    return replace(draft, paragraphs=tuple(draft.paragraphs[at] for at in order)), moved


def _notes_amid_text(paragraphs: Iterable[Paragraph]) -> list[int]:
    """The first note of each mark of the masthead, where text stands before it."""
    found: list[int] = []
    called: set[str] = set()  # in the masthead, and nowhere else so far
    text = False
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.MASTHEAD:
            called.update(_MARK.findall(paragraph.text))
        elif paragraph.kind is not Kind.SPONSOR_NOTE:
            text = text or bool(paragraph.text.strip())
            called.difference_update(_MARK.findall(paragraph.text))
        elif paragraph.number in called:
            called.discard(paragraph.number)
            if text:
                found.append(at)
    return found


def _end(draft: Draft, places: list[int]) -> int:
    """Behind the last of these paragraphs that has words."""
    return max((n for n, at in enumerate(places, 1) if draft.paragraphs[at].text.strip()), default=len(places))
