"""What the outline of a text lists: a line for each paragraph one goes to, and a head for each part. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from models.draft import Kind, Paragraph
from widgets.text.shown import Shown

_UNLABELLED = (Kind.HEADING, Kind.ANNEX)
_LISTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION, Kind.HEADING, Kind.ANNEX)


class Line(NamedTuple):
    """What a row is about before anyone looks at it: a paragraph, by a key that stays with it, or a part's head."""

    key: int
    position: int
    head: str = ""


def outline_lines(shown: Shown) -> list[Line]:
    """The lines of a text's outline, in order; a part of the text has its head. No label is asked for here."""
    lines: list[Line] = []
    part = ""
    before: Kind | None = None
    for position, (key, paragraph) in enumerate(shown.keyed()):
        kind = paragraph.kind
        if kind not in _LISTED or (kind in _UNLABELLED and not paragraph.text.strip()):
            continue
        # Thousands of operative paragraphs follow one another: what is as before begins no part.
        if kind is not before and kind is not Kind.SUBPARAGRAPH:
            head = _part(paragraph, part)
            if head and head != part:
                part = head
                lines.append(Line(key, position, head))
            before = kind if kind is not Kind.ANNEX else None
        if kind is not Kind.ANNEX:
            lines.append(Line(key, position))
    return lines


def _part(paragraph: Paragraph, now: str) -> str:
    if paragraph.kind is Kind.ANNEX:
        return f"Annex {paragraph.number}" if paragraph.number else "Annex"
    if now.startswith("Annex"):
        return now
    if paragraph.kind is Kind.PREAMBULAR:
        return "Preamble"
    if paragraph.kind is Kind.OPERATIVE or (paragraph.kind in (Kind.SECTION, Kind.HEADING) and now):
        return "Operative part"
    return now
