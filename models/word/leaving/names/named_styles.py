"""Styles that somebody called something get a name that says nothing, wherever the file names them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.leaving.names.calling import Calling, is_unknown_style, is_unknown_style_said
from models.word.leaving.names.said_in_codes import say_anew
from models.word.leaving.names.unused_styles import LEADING, NAMING
from models.word.leaving.parts.parts import xml_parts
from models.word.namespaces import w
from models.word.package import Package

_STYLE, _ID, _NAME, _ALIASES, _VAL = w("style"), w("styleId"), w("name"), w("aliases"), w("val")


def rename_styles(package: Package, calling: Calling) -> None:
    """Rename in place the styles, and those named that there are not, whose names have to go: "Style 1".

    Fields follow, which name a style by what it is called, or is called too.
    """
    part = package.related("styles")
    styles = list(package.root(part).iter(_STYLE)) if part is not None else []
    roots = {name: package.root(name) for name in xml_parts(package)}
    named = [node.get(_VAL) or "" for root in roots.values() for node in root.iter(*LEADING, *NAMING)]
    taken = {word.casefold() for word in (*(one for style in styles for one in _words(style)), *named)}
    free = (number for number in count(1) if not {f"style {number}", f"style{number}"} & taken)
    ids, names = dict[str, str](), dict[str, str]()
    for style in styles:
        own, called = style.get(_ID) or "", style.find(_NAME)
        name = (called.get(_VAL) or "") if called is not None else ""
        telling = is_unknown_style(own, calling), is_unknown_style(name, calling)
        if any(telling) and part is not None:
            package.edit(part)
            number = next(free)
            if telling[0]:
                ids[own] = f"Style{number}"
                style.set(_ID, ids[own])
            if called is not None and telling[1]:
                names[name] = f"Style {number}"
                called.set(_VAL, names[name])
        for other in _others(style):  # which go, used or not
            names.setdefault(other, names.get(name, name))
    known = {style.get(_ID) for style in styles}
    absent = dict.fromkeys(one for one in named if one not in ids and one not in known)
    dangling = [one for one in absent if is_unknown_style(one, calling)]
    ids.update((one, f"Style{number}") for one, number in zip(dangling, free, strict=False))
    for one in sorted(names):  # a field may write it otherwise, where no other style is called so
        names.setdefault(one.casefold(), names[one])

    def anew(word: str, of: str) -> str:
        if of != "style":
            return word
        if (name := names.get(word) or names.get(word.casefold())) is None and is_unknown_style_said(word, calling):
            name = names[word.casefold()] = f"Style {next(free)}"
        return name or word

    for name, root in roots.items():
        if ids and any(node.get(_VAL) in ids for node in root.iter(*LEADING, *NAMING)):
            for node in package.edit(name).iter(*LEADING, *NAMING):
                node.set(_VAL, ids.get(node.get(_VAL) or "", node.get(_VAL) or ""))
        if say_anew(root, anew):
            package.edit(name)


def _words(style: etree._Element) -> Iterator[str]:
    yield style.get(_ID) or ""
    yield from (child.get(_VAL) or "" for child in style if child.tag == _NAME)
    yield from _others(style)


def _others(style: etree._Element) -> Iterator[str]:
    for child in style.iterchildren(_ALIASES):
        yield from filter(None, (other.strip() for other in (child.get(_VAL) or "").split(",")))
