"""Styles that what is carried from one Word file into another names there: found by their name, else brought along."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain, count

from lxml import etree

from models.word.markup import child_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.parsing import apart

_KINDS = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
STYLED = tuple(_KINDS)
"""The elements that name a style."""
_OUR_NAMES = w("")
_TIES = tuple(w(name) for name in ("next", "link", "autoRedefine", "numPr", "rsid", "pPrChange", "rPrChange"))
_ID, _TYPE, _VAL, _DEFAULT = w("styleId"), w("type"), w("val"), w("default")
_DEEPEST = 20  # styles under one another; files made to hurt have thousands
_Styles = Mapping[str, etree._Element]
"""The styles of a file by id."""


class CarriedStyles:
    """The styles of one file (`source`, which is only read) by the ids they have, or get, in another."""

    def __init__(self, source: Package, into: Package) -> None:
        self._source, self._into = source, into
        self._brought: dict[str, str] = {}

    def has(self, style: str | None) -> bool:
        """Whether the other file has a style of that id, be it the same or not."""
        return style in self._taken

    def id_of(self, named: etree._Element) -> str | None:
        """The id, in the other file, of the style that an element of this one names; None where it is no style here.

        The other file's own style of that name is the one; where it has none, it gets this one, and all it is based on.
        """
        style, missing = named.get(_VAL) or "", list[str]()
        if not self._is_of(style, _KINDS[str(named.tag)]):
            return None
        above: str | None = style
        while above and above not in missing and self._known(above) is None and len(missing) < _DEEPEST:
            missing.append(above)
            above = _value(self._theirs.get(above), "basedOn")
        for one in reversed(missing):  # what a style is based on comes before it
            self._bring(one)
        return self._known(style)

    def _is_of(self, style: str, kind: str) -> bool:
        found = self._theirs.get(style)
        return found is not None and found.get(_TYPE) == kind

    def _known(self, style: str) -> str | None:
        """The id of a style in the other file, as far as it has it."""
        theirs = self._theirs.get(style)
        if theirs is None:
            return None
        return self._brought.get(style) or self._by_name.get(_named(theirs))

    def _bring(self, style: str) -> None:
        part = self._into.related("styles")
        theirs = self._theirs.get(style)
        if part is None or theirs is None:
            return
        made = apart(theirs)
        ids = chain((style,), (f"{style}{number}" for number in count(1)))
        identity = next(one for one in ids if one not in self._taken)
        made.set(_ID, identity)
        if made.attrib.has_key(_DEFAULT):
            del made.attrib[_DEFAULT]
        above = child_of(made, w("basedOn"))
        if above is not None and (known := self._known(above.get(_VAL) or "")) is not None:
            above.set(_VAL, known)
        elif above is not None:
            made.remove(above)
        for one in list(made.iter(etree.Element)):
            parent = one.getparent()
            if parent is not None and (one.tag in _TIES or not str(one.tag).startswith(_OUR_NAMES)):
                parent.remove(one)
                continue
            for name in [str(name) for name in one.attrib if not str(name).startswith(_OUR_NAMES)]:
                del one.attrib[name]
        self._into.edit(part).append(made)
        self._taken.add(identity)
        self._brought[style] = identity

    @cached_property
    def _theirs(self) -> _Styles:
        return _styles(self._source)

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], str]:
        return {_named(one): identity for identity, one in _styles(self._into).items()}

    @cached_property
    def _taken(self) -> set[str | None]:
        return set(_styles(self._into))


def _styles(package: Package) -> dict[str, etree._Element]:
    part = package.root_of("styles")
    every = part.iterchildren(w("style")) if part is not None else ()
    return {one.get(_ID) or "": one for one in every}


def _named(style: etree._Element) -> tuple[str, str]:
    """The kind and name of a style: the ids of one style differ by the language of the program that wrote them."""
    return style.get(_TYPE) or "", (_value(style, "name") or "").casefold()


def _value(style: etree._Element | None, name: str) -> str | None:
    found = child_of(style, w(name)) if style is not None else None
    return found.get(_VAL) if found is not None else None
