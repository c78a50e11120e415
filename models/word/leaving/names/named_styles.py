"""Styles that are named after somebody get a name that says nothing, wherever the file names them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.fields import INSTRUCTIONS
from models.word.leaving.names.unused_styles import LEADING, NAMING
from models.word.leaving.parts.makers import InMarkup, in_markup
from models.word.leaving.parts.parts import xml_parts
from models.word.namespaces import w
from models.word.package import Package

_STYLE, _ID, _NAME, _ALIASES, _VAL = w("style"), w("styleId"), w("name"), w("aliases"), w("val")


def rename_styles(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the styles whose name or id holds one of some names, those there are not too: "Style 1"."""
    pattern, part = in_markup(secret), package.related("styles")
    if pattern is None:
        return
    styles = list(package.root(part).iter(_STYLE)) if part is not None else []
    named = [style for style in styles if any(map(pattern.search, _words(style)))]
    taken = {word for style in styles for word in _words(style)}
    dangling = sorted(one for one in _ids_said(package) if one not in taken and pattern.search(one))
    if not named and not dangling:
        return
    free = (number for number in count(1) if not {f"Style {number}", f"Style{number}"} & taken)
    ids, names = dict[str, str](), dict[str, str]()
    if part is not None and named:
        package.edit(part)
    for style, number in zip(named, free, strict=False):
        _rename(style, number, pattern, ids, names)
    ids.update((one, f"Style{number}") for one, number in zip(dangling, free, strict=False))
    for name in xml_parts(package):
        if any(_says(node, ids, names) for node in _naming(package.root(name))):
            for node in _naming(package.edit(name)):
                _follow(node, ids, names)


def _ids_said(package: Package) -> set[str]:
    """The ids by which texts and styles name styles."""
    roots = map(package.root, xml_parts(package))
    return {node.get(_VAL) or "" for root in roots for node in root.iter(*LEADING, *NAMING)}


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
    return root.iter(*LEADING, *NAMING, *INSTRUCTIONS, w("fldSimple"))


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
