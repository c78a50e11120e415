"""Fields whose codes say what they show, and those whose results no page shows.

Word keeps beside most fields what they last showed, their result. A button (MACROBUTTON), a sign (SYMBOL), the boxes
and lists of older forms have none: what a page shows of them stands in their code, or where the field begins. What SET
and ASK keep as their result is the value of a bookmark, for other fields to show.
"""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.draft.sign_fonts import SIGN_FONTS, sign_at
from models.word.fields import Field, name_of
from models.word.markup import whole
from models.word.namespaces import w
from models.word.reading.appearance import switched_on
from models.word.signs import SHOWN

_BUTTONS, _SIGN, _UNSEEN = frozenset(("MACROBUTTON", "GOTOBUTTON")), "SYMBOL", frozenset(("SET", "ASK"))
_NO_SIGNS = frozenset(("Cc", "Cs", "Cn"))  # controls, and what is no character
_LONGEST, _MOST_PIECES = 4096, 200  # characters, and pieces of a code: what a field is stands at its head
_VAL = w("val")
_P, _R, _LOOK, _INSTR, _HIDDEN = w("p"), w("r"), w("rPr"), w("instr"), f"{w('rPr')}/{w('vanish')}"
_BOX, _LIST, _ENTRY = f"{w('ffData')}/{w('checkBox')}", f"{w('ffData')}/{w('ddList')}", w("listEntry")
_PLACE = late_pattern(r"\s*SYMBOL\s+\"?(?:0x(?P<hex>[0-9a-f]{1,6})|(?P<figures>\d{1,7})|(?P<sign>\S))", re.IGNORECASE)
_FONT = late_pattern(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_UNICODE = late_pattern(r"\\u(?:\s|$)", re.IGNORECASE)
_FORMAT = late_pattern(r"\\\*\s*(?:MERGEFORMAT|CHARFORMAT)\b", re.IGNORECASE)  # how a result looks: no words of it


def variable_of(instruction: str) -> str | None:
    """The bookmark whose value a field keeps as its result, where no page shows it, as `bookmark_said` gives it.

    None for all other fields.
    """
    return bookmark_said(instruction) if name_of(instruction) in _UNSEEN else None


def bookmark_said(instruction: str) -> str:
    """The bookmark that a field names, in quotation marks or none; in small letters, for such names have no case."""
    words = instruction.split(None, 2)
    return words[1].strip('"').casefold() if len(words) > 1 else ""


def voice_of(field: Field) -> etree._Element:
    """What gives its look to what a field shows by its code: the last piece that says anything, or one hidden."""
    voice, *others = field.codes[:_MOST_PIECES] or field.frame[:1]
    for piece in others:
        if (piece.text or "").strip() and not _is_hidden(voice):
            voice = piece
    return voice


def said_at(field: Field) -> str:
    """What a field without a result shows: nothing where its code is hidden, or begins in another paragraph."""
    said = said_by_code(field.instruction, field.frame[0])
    if said and (_is_hidden(at := voice_of(field)) or _paragraph_of(at) is not _paragraph_of(field.frame[-1])):
        return ""
    return said


def _paragraph_of(piece: etree._Element) -> etree._Element | None:
    return next(piece.iterancestors(_P), None)


def said_by_simple(simple: etree._Element) -> str:
    """What a page shows of a field that is one element, where there is nothing in it to be shown."""
    if next(simple.iter(*SHOWN), None) is not None:
        return ""
    run = next(simple.iter(_R), None)
    return said_by_code(simple.get(_INSTR) or "") if run is None or not _hides(run) else ""


def look_of_simple(simple: etree._Element) -> etree._Element | None:
    """The properties of what such a field shows: those of the first run in it."""
    run = next(simple.iter(_R), None)
    return None if run is None else run.find(_LOOK)


def _is_hidden(piece: etree._Element) -> bool:
    run = next(piece.iterancestors(_R), None)
    return run is not None and _hides(run)


def _hides(run: etree._Element) -> bool:
    hides = run.find(_HIDDEN)
    return hides is not None and switched_on(hides)


def said_by_code(instruction: str, begin: etree._Element | None = None) -> str:
    """What a page shows of a field that has no result, by its code and by the form that its `begin` holds."""
    instruction = instruction[:_LONGEST]
    name = name_of(instruction)
    if name in _BUTTONS:
        return " ".join(_FORMAT.sub(" ", instruction).split()[2:])
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
    named = (font[1] or font[2]) if font is not None else ""
    shows_signs = named.strip().casefold() in SIGN_FONTS
    if code < 0x100 and not (shows_signs or _UNICODE.search(instruction)):
        shown = bytes((code,)).decode("cp1252", "ignore")
    else:
        shown = sign_at(code, named)
    return "" if shown and unicodedata.category(shown) in _NO_SIGNS else shown


def _is_ticked(box: etree._Element) -> bool:
    for name in ("checked", "default"):
        if (said := box.find(w(name))) is not None:
            return switched_on(said)
    return False


def _chosen(choices: etree._Element) -> str:
    entries = [entry.get(_VAL, "") for entry in choices.iterchildren(_ENTRY)]
    said = (choices.find(w(name)) for name in ("result", "default"))
    at = next((number for one in said if one is not None and (number := whole(one.get(_VAL))) is not None), 0)
    return entries[at] if 0 <= at < len(entries) else ""
