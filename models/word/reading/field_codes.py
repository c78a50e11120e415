"""Fields whose codes say what they show, and those whose results no page shows.

Word keeps beside most fields what they last showed, their result. A button (MACROBUTTON), a sign (SYMBOL), the boxes
and lists of older forms have none: what a page shows of them stands in their code, or where the field begins. What SET
and ASK keep as their result is the value of a bookmark, for other fields to show.
"""

from __future__ import annotations

import re

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.markup import whole
from models.word.namespaces import w
from models.word.reading.symbols import sign_at

_BUTTONS, _SIGN, _UNSEEN = frozenset(("MACROBUTTON", "GOTOBUTTON")), "SYMBOL", frozenset(("SET", "ASK"))
LONGEST_INSTRUCTION = 4096  # characters: what a field is stands at its head
_VAL, _OFF = w("val"), ("0", "false", "off")
_BOX, _LIST, _ENTRY = f"{w('ffData')}/{w('checkBox')}", f"{w('ffData')}/{w('ddList')}", w("listEntry")
_PLACE = late_pattern(r"\s*SYMBOL\s+\"?(?:0x(?P<hex>[0-9a-f]{1,6})|(?P<figures>\d{1,7})|(?P<sign>\S))", re.IGNORECASE)
_FONT = late_pattern(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_UNICODE = late_pattern(r"\\u(?:\s|$)", re.IGNORECASE)


def variable_of(instruction: str) -> str | None:
    """The bookmark whose value a field keeps as its result, where no page shows it; None for all other fields."""
    words = instruction.split(None, 2)
    if not words or words[0].upper() not in _UNSEEN:
        return None
    return words[1].strip('"') if len(words) > 1 else ""


def said_by_code(instruction: str, begin: etree._Element | None = None) -> str:
    """What a page shows of a field that has no result, by its code and by the form that its `begin` holds."""
    instruction = instruction[:LONGEST_INSTRUCTION]
    words = instruction.split()
    name = words[0].upper() if words else ""
    if name in _BUTTONS:
        return " ".join(words[2:])
    if name == _SIGN:
        return _sign(instruction)
    if begin is None or not len(begin):
        return ""
    if (box := begin.find(_BOX)) is not None:
        return "☒" if _is_ticked(box) else "☐"
    return _chosen(choices) if (choices := begin.find(_LIST)) is not None else ""


def _sign(instruction: str) -> str:
    place, font = _PLACE.match(instruction), _FONT.search(instruction)
    if place is None:
        return ""
    sign, figures = place["sign"], int(place["hex"] or place["figures"] or "0", 16 if place["hex"] else 10)
    code = ord(sign) if sign else figures
    if font is None and code < 0x100 and not _UNICODE.search(instruction):
        return bytes((code,)).decode("cp1252", "ignore")
    return sign_at(code, (font[1] or font[2]) if font is not None else "")


def _is_ticked(box: etree._Element) -> bool:
    for name in ("checked", "default"):
        if (said := box.find(w(name))) is not None:
            return said.get(_VAL, "1") not in _OFF
    return False


def _chosen(choices: etree._Element) -> str:
    entries = [entry.get(_VAL, "") for entry in choices.iterchildren(_ENTRY)]
    said = (choices.find(w(name)) for name in ("result", "default"))
    at = next((number for one in said if one is not None and (number := whole(one.get(_VAL))) is not None), 0)
    return entries[at] if 0 <= at < len(entries) else ""
