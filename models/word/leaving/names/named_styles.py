"""Styles that are named after somebody get a name that says nothing, wherever the file names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.fields import SIMPLE, codes_in, name_of, said_by
from models.word.leaving.names.own_names import is_made_of
from models.word.leaving.names.unused_styles import LEADING, NAMING
from models.word.leaving.parts.makers import InMarkup, in_markup
from models.word.leaving.parts.parts import xml_parts
from models.word.namespaces import w
from models.word.package import Package

_OF_PLACES = frozenset(("REF", "PAGEREF", "NOTEREF", "FTNREF", "HYPERLINK", "SEQ", "LISTNUM"))
"""Fields that name bookmarks and counters, which may be called as a style is."""
_SWITCH = re.compile(r"\\(\w)")
_INSTRUCTION, _SPACE = w("instr"), "{http://www.w3.org/XML/1998/namespace}space"
_STYLE, _ID, _NAME, _ALIASES, _VAL = w("style"), w("styleId"), w("name"), w("aliases"), w("val")


def rename_styles(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the styles whose name or id holds one of some names, those there are not too: "Style 1"."""
    pattern, part = in_markup(secret), package.related("styles")
    if pattern is None:
        return
    styles = list(package.root(part).iter(_STYLE)) if part is not None else []
    named = [style for style in styles if any(map(pattern.in_name, _words(style)))]
    taken = {word.casefold() for style in styles for word in _words(style)}
    known = {style.get(_ID) for style in styles}
    dangling = sorted(one for one in _ids_said(package) if one not in known and pattern.in_name(one))
    if not named and not dangling:
        return
    free = (number for number in count(1) if not {f"style {number}", f"style{number}"} & taken)
    ids, names = dict[str, str](), dict[str, str]()
    if part is not None and named:
        package.edit(part)
    for style, number in zip(named, free, strict=False):
        _rename(style, number, pattern, ids, names)
    ids.update((one, f"Style{number}") for one, number in zip(dangling, free, strict=False))
    for called in sorted(names):  # a field may write it otherwise, where no other style is called so
        names.setdefault(called.casefold(), names[called])
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    said = re.compile(rf"(?:(?<!\w)|(?<=\\\w))(?:{words})(?!\w)" if names else "(?!)", re.IGNORECASE)
    for name in xml_parts(package):
        root = package.root(name)
        if not _named(root, ids) and next(_saying(root, said), None) is None:
            continue
        for node in _named(package.edit(name), ids):
            node.set(_VAL, ids[node.get(_VAL) or ""])
        for codes in list(_saying(package.edit(name), said)):
            _say(codes, _renamed(said_by(codes), said, names))


def _ids_said(package: Package) -> set[str]:
    """The ids by which texts and styles name styles."""
    roots = map(package.root, xml_parts(package))
    return {node.get(_VAL) or "" for root in roots for node in root.iter(*LEADING, *NAMING)}


def _words(style: etree._Element) -> Iterator[str]:
    yield style.get(_ID) or ""
    yield from (child.get(_VAL) or "" for child in style if child.tag in (_NAME, _ALIASES))


def _rename(style: etree._Element, number: int, pattern: InMarkup, ids: dict[str, str], names: dict[str, str]) -> None:
    own, called = style.get(_ID) or "", style.find(_NAME)
    name = (called.get(_VAL) or "") if called is not None else ""
    if pattern.in_name(own) or (pattern.in_name(name) and is_made_of(own, name)):
        ids[own] = f"Style{number}"
        style.set(_ID, ids[own])
    for child in list(style):
        value = child.get(_VAL) or ""
        if child.tag == _NAME and pattern.in_name(value):
            names[value] = name = f"Style {number}"
            child.set(_VAL, name)
    for child in style.findall(_ALIASES):
        others = [other.strip() for other in (child.get(_VAL) or "").split(",")]
        if telling := [other for other in others if pattern.in_name(other)]:
            names.update((other, names.get(other, name)) for other in telling)
            style.remove(child)


def _named(root: etree._Element, ids: dict[str, str]) -> list[etree._Element]:
    """What names one of some styles by its id."""
    return [node for node in root.iter(*LEADING, *NAMING) if node.get(_VAL) in ids]


def _saying(root: etree._Element, said: re.Pattern[str]) -> Iterator[list[etree._Element]]:
    """The codes of fields that name one of some styles; each may be split over runs within the name."""
    for codes in codes_in(root):
        whole = said_by(codes)
        if said.search(whole) and name_of(whole) not in _OF_PLACES:
            yield codes


def _renamed(code: str, said: re.Pattern[str], names: dict[str, str]) -> str:
    """A code with new names of styles, in quotation marks: they are of two words."""
    is_of_contents = name_of(code) == "TOC"

    def new(hit: re.Match[str]) -> str:
        switches = _SWITCH.findall(code, 0, hit.start()) if is_of_contents else ()
        if switches and switches[-1] not in "tT":
            return hit[0]  # a table of contents names a bookmark, a counter, with every switch but one
        is_quoted = code.count('"', 0, hit.start()) % 2
        name = names.get(hit[0]) or names.get(hit[0].casefold(), hit[0])
        return name if is_quoted else f'"{name}"'

    return said.sub(new, code)


def _say(codes: list[etree._Element], code: str) -> None:
    first, *others = codes
    if first.tag == SIMPLE:
        first.set(_INSTRUCTION, code)
        return
    first.text = code
    first.set(_SPACE, "preserve")
    for node in others:
        node.text = ""
