"""Styles that are named after somebody get a name that says nothing, wherever the file names them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.leaving.fields import INSTRUCTIONS
from models.word.leaving.names import InMarkup, in_markup
from models.word.namespaces import w
from models.word.package import Package

_STYLE, _ID, _NAME, _ALIASES, _VAL = w("style"), w("styleId"), w("name"), w("aliases"), w("val")
_NAMING = tuple(map(w, (
    "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink", "clickAndTypeStyle",
    "defaultTableStyle",
)))  # fmt: skip


def rename_styles(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the styles whose name or id holds one of some names: "Style 1", "Style 2"."""
    pattern, part = in_markup(secret), package.related("styles")
    if pattern is None or part is None:
        return
    named = [style for style in package.root(part).iter(_STYLE) if any(map(pattern.search, _words(style)))]
    if not named:
        return
    taken = {word for style in package.root(part).iter(_STYLE) for word in _words(style)}
    free = (number for number in count(1) if not {f"Style {number}", f"Style{number}"} & taken)
    ids, names = dict[str, str](), dict[str, str]()
    package.edit(part)
    for style, number in zip(named, free, strict=False):
        _rename(style, number, pattern, ids, names)
    for name in package.names:
        if name.casefold().endswith(".xml") and any(_says(node, ids, names) for node in _naming(package.root(name))):
            for node in _naming(package.edit(name)):
                _follow(node, ids, names)


def _words(style: etree._Element) -> Iterator[str]:
    yield style.get(_ID) or ""
    yield from (child.get(_VAL) or "" for child in style if child.tag in (_NAME, _ALIASES))


def _rename(style: etree._Element, number: int, pattern: InMarkup, ids: dict[str, str], names: dict[str, str]) -> None:
    own = style.get(_ID) or ""
    if pattern.search(own):
        ids[own] = f"Style{number}"
        style.set(_ID, ids[own])
    for child in list(style):
        value = child.get(_VAL) or ""
        if child.tag == _ALIASES and pattern.search(value):
            style.remove(child)
        elif child.tag == _NAME and pattern.search(value):
            names[value] = f"Style {number}"
            child.set(_VAL, names[value])


def _naming(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(*_NAMING, *INSTRUCTIONS, w("fldSimple"))


def _says(node: etree._Element, ids: dict[str, str], names: dict[str, str]) -> bool:
    said = _said(node)
    return node.get(_VAL) in ids if said is None else any(name in said for name in names)


def _follow(node: etree._Element, ids: dict[str, str], names: dict[str, str]) -> None:
    said = _said(node)
    if said is None:
        if (value := node.get(_VAL)) in ids:
            node.set(_VAL, ids[str(value)])
        return
    for name, new in names.items():
        said = said.replace(name, new)
    if node.tag in INSTRUCTIONS:
        node.text = said
    else:
        node.set(w("instr"), said)


def _said(node: etree._Element) -> str | None:
    """The instruction of a field; None for what names a style by its id."""
    if node.tag in INSTRUCTIONS:
        return node.text or ""
    return node.get(w("instr")) or "" if node.tag == w("fldSimple") else None
