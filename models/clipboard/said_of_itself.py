"""What a page that Adref wrote says beside its words: of each paragraph what it is, of each line end which sign."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from models.draft import Kind
from models.draft.held_letters import LINE_ENDS
from models.forms.runs_in_html import HEAD, SIGN, TOLD

HELD_SIGNS = {chr(0x0E + at): sign for at, sign in enumerate(LINE_ENDS)}
"""The other signs that end a line, by what stands for them while a page is read: signs that no letters hold."""
_SIGNS = {f"{ord(sign):04x}": held for held, sign in HELD_SIGNS.items()}
_KINDS = {str(kind) for kind in Kind}
_LEVEL = re.compile(r"\d{1,2}", re.ASCII)
_PLACE = re.compile(r"(\d{1,6}) (\d{1,6}) (\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Said:
    """What a paragraph is."""

    kind: Kind
    level: int
    number: str | None
    label: str | None
    cell: tuple[int, int, int] | None


def said_of(element: etree._Element) -> Said | None:
    """What a page of ours says of the paragraph in an element, None where it says nothing."""
    kind, level = element.get(f"{TOLD}kind") or "", element.get(f"{TOLD}level") or "0"
    if kind not in _KINDS or not _LEVEL.fullmatch(level):
        return None
    place = _PLACE.fullmatch(element.get(f"{TOLD}cell") or "")
    cell = (int(place[1]), int(place[2]), int(place[3])) if place is not None else None
    return Said(Kind(kind), int(level), element.get(f"{TOLD}number"), element.get(f"{TOLD}label"), cell)


def is_number(element: etree._Element) -> bool:
    """Whether an element is the number before the words of a paragraph that says which it has."""
    return element.tag == "span" and element.get("class") == HEAD


def line_end(element: etree._Element, usual: str) -> str:
    """What stands for a line end while a page of ours is read."""
    return _SIGNS.get(element.get(SIGN) or "", usual)
