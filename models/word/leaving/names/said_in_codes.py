"""The names that the codes of fields say: which of their words are styles, places or fonts, and other words there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from models.word.fields import SIMPLE, codes_in, name_of, said_by
from models.word.leaving.parts.fields import KEPT, addresses_linked
from models.word.namespaces import w

_QUOTES = '"“”'
_PIECE = re.compile(
    rf"[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]?|\\(?P<switch>[^\s{_QUOTES}])|(?P<plain>[^\s{_QUOTES}\\]+)"
)
_VARIABLE = re.compile(r"(?<!\w)[^\W\d]\w*+(?!\s*\()")
_LISTED = re.compile(r"[^,;]+")
_WITH_A_PLACE = frozenset(("REF", "PAGEREF", "NOTEREF", "FTNREF", "SEQ", "LISTNUM", "SET", "ASK"))
_WITH_A_WORD = _WITH_A_PLACE | {"STYLEREF", "HYPERLINK", "SYMBOL"}
_VARIABLES = ("SET", "ASK")
"""Fields that go, but which words of others go with them is told by the bookmarks they name."""
_TAKING = {"HYPERLINK": "lot", "TOC": "abcdflnopst", "SEQ": "rs", "LISTNUM": "ls", "SYMBOL": "fs", "REF": "d"}
"""The switches of fields that take what follows them, beside those of every field."""
_OF_ALL = "*#@"
_OF_PLACES = {"HYPERLINK": "l", "TOC": "abcs"}
_OF_RESULTS = """
    aiueo alphabetic arabic arabicabjad arabicalpha arabicdash bahttext caps cardtext charformat chinesenum chosung
    circlenum dbchar dbnum dollartext firstcap ganada gb hebrew hex hindiarabic hindicardtext hindiletter iroha kanjinum
    lower mergeformat none ordinal ordtext roman sbchar thaiarabic thaicardtext thailetter upper vietcardtext zodiac
"""
_FORMATS = frozenset(_OF_RESULTS.split())
_OF_FORMULAS = frozenset((
    "above", "abs", "and", "average", "below", "count", "defined", "false", "if", "int", "left", "max", "min", "mod",
    "not", "or", "product", "right", "round", "sign", "sum", "true",
))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{2}")
_CELL = re.compile(r"[ABab]?[A-Za-z]\d+|[Rr]\d*[Cc]\d*|[A-Za-z]")
_INSTRUCTION, _SPACE = w("instr"), "{http://www.w3.org/XML/1998/namespace}space"


class Said(NamedTuple):
    """A word in a code: where it stands, and what it names ("place", "style", "font", "frame", "page": a place of
    the page that a link leads to, or "": it is shown)."""

    start: int
    end: int
    names: str


def said_in(code: str) -> Iterator[Said]:
    """What the code of a field that may leave says beside its own words and numbers."""
    name = name_of(code)
    if name.startswith("="):
        yield from _in_formula(code)
    if name not in (*KEPT, *_VARIABLES) or name == "EQ":
        return
    taking, switch, met = _TAKING.get(name, ""), "", 0
    elsewhere = code.upper().split().count("HYPERLINK") == 1 and bool(addresses_linked(code))
    for piece in _PIECE.finditer(code, len(code) - len(code.lstrip()) + len(code.split(None, 1)[0])):
        if piece["switch"] is not None:
            one = piece["switch"].lower()
            switch = one if one in taking or one in _OF_ALL else ""
            continue
        start, end = piece.span("plain" if piece["quoted"] is None else "quoted")
        if piece["quoted"] is None and code[start:end].upper() == name and (met or name not in _WITH_A_WORD):
            switch, met = "", 0  # once more, where a tracked change struck the whole code and wrote it anew
            continue
        met += not switch
        if elsewhere and switch == "l":
            yield Said(start, end, "page")
        else:
            yield from _word(name, switch, met, code, start, end)
        switch = ""


def _word(name: str, switch: str, met: int, code: str, start: int, end: int) -> Iterator[Said]:
    word = code[start:end]
    if name == "TOC" and switch == "t":
        for one in _LISTED.finditer(code, start, end):
            if not (bare := one[0].strip()).isdecimal() and bare:
                yield Said(at := code.index(bare, one.start()), at + len(bare), "style")
    elif switch and switch in "#@dp":
        yield Said(start, end, "")
    elif name == "STYLEREF" and not switch and met == 1:
        yield Said(start, end, "style" if not word.isdecimal() else "")
    elif name == "HYPERLINK" and not switch and not word.startswith("#"):
        return  # an address, which is looked at as one
    elif name == "SYMBOL" and switch != "*":
        yield Said(start, end, "font" if switch == "f" else "")
    elif name == "HYPERLINK" and switch == "t":
        yield Said(start, end, "frame")
    elif switch in _OF_PLACES.get(name, "") if switch else name in _WITH_A_PLACE or name == "HYPERLINK":
        yield Said(start + word.startswith("#"), end, "place")
    elif _WORD.search(word) and not (switch == "*" and word.casefold().rstrip("123456789") in _FORMATS):
        yield Said(start, end, "place")  # which Word reads over


def _in_formula(code: str) -> Iterator[Said]:
    end = code.find("\\")
    for one in _VARIABLE.finditer(code, 0, end if end >= 0 else len(code)):
        if one[0].casefold() not in _OF_FORMULAS and not _CELL.fullmatch(one[0]):
            yield Said(*one.span(), "place")
    if end >= 0:
        yield Said(end, len(code), "")


def say_anew(root: etree._Element, called: Callable[[str, str], str]) -> bool:
    """Write in place other words into the codes of a part: `called` gives them for a word and what it names; whether
    there were any."""
    changed = False
    for codes in codes_in(root):
        whole = said_by(codes)
        for said in sorted(said_in(whole), reverse=True):
            word = whole[said.start : said.end]
            if (new := called(word, said.names)) != word:
                quoted = sum(map(whole[: said.start].count, _QUOTES)) % 2
                _put(codes, said, new if quoted or " " not in new else f'"{new}"')
                changed = True
    return changed


def _put(codes: list[etree._Element], said: Said, new: str) -> None:
    """Write a word over another one, which may be split over pieces of the code."""
    at = 0
    for node in codes:
        letters = (node.get(_INSTRUCTION) if node.tag == SIMPLE else node.text) or ""
        start, end = max(said.start - at, 0), min(said.end - at, len(letters))
        at += len(letters)
        if start >= end:
            continue
        letters, new = letters[:start] + new + letters[end:], ""
        if node.tag == SIMPLE:
            node.set(_INSTRUCTION, letters)
        else:
            node.text = letters
            node.set(_SPACE, "preserve")
