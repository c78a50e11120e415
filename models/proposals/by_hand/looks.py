"""How the words of a Word file look: struck, bold, underlined, coloured or highlighted, by themselves or by a style."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.relationships import NOTES

_RPR, _VAL, _FILL, _LINK, _RSTYLE = w("rPr"), w("val"), w("fill"), w("hyperlink"), w("rStyle")
_RUN, _CODE, _FIELD_MARK, _KIND = w("r"), w("instrText"), w("fldChar"), w("fldCharType")
_STYLE, _TYPE, _ID, _BASED = w("style"), w("type"), w("styleId"), w("basedOn")
_STRUCK = (w("strike"), w("dstrike"))
_SURE, _WEAK = (*_STRUCK, w("u"), w("color")), (w("b"), w("bCs"), w("highlight"), w("shd"))
_COMPLEX = (w("rtl"), w("cs"))
_OF_LOOKS = frozenset((*_SURE, *_WEAK))
_OFF = frozenset(("0", "false", "off", "none"))
_PLAIN_COLOURS = frozenset(("auto", "000000", ""))
_PLAIN_PENS = frozenset(("", "none", "white", "black", "lightgray", "darkgray"))
_LEFT_OUT = frozenset(("Hyperlink", "FollowedHyperlink"))
_ADDRESS = re.compile(r"(?:See\s+)?(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    struck: bool = False
    bold: bool = False
    underlined: bool = False
    coloured: bool = False
    highlighted: bool = False

    @property
    def kind(self) -> str:
        """How it is counted; "" where it is no look of a mark."""
        if self.struck:
            return "struck"
        if self.underlined and self.bold:
            return "bold_underlined"
        if self.coloured:
            return "coloured"
        if self.underlined:
            return "underlined"
        return "bold" if self.bold else "highlighted" if self.highlighted else ""


_Values = Mapping[str, str]
"""By the tags of properties, what is said of each."""


class Looks:
    """How the runs of a package look; those of `own` as if they had no look of a mark.

    `marking` are the tags of what may make a look of a mark; bold and highlighted ones may where words are struck, or
    where `every` look is asked for.
    """

    def __init__(self, package: Package, own: Container[etree._Element] = (), *, every: bool = False) -> None:
        self._own = own
        self._linked = {run for one in parts(package) for run in _linked(package.root(one))}
        self._styles = _styles(package)
        said = {tag for one in self._styles.values() for tag in one}
        every = every or not said.isdisjoint(_STRUCK) or any(_has(package.root(one), _STRUCK) for one in parts(package))
        self.marking = (*_SURE, *([_RSTYLE] if said else []), *(_WEAK if every else []))

    def of(self, run: etree._Element) -> Look:
        """How a run looks."""
        properties = run.find(_RPR)
        if properties is None or run in self._own:
            return Look()
        said, name = _values(properties), ""
        if self._styles and (style := properties.find(_RSTYLE)) is not None:
            name = style.get(_VAL, "")
            said = {**self._styles.get(name, {}), **said}
        if not said:
            return Look()
        on = {tag for tag, value in said.items() if value not in _OFF}
        bold = w("b") in on or (w("bCs") in on and _is_complex(properties))
        underlined, coloured = w("u") in on, _is_colour(said.get(w("color"), ""))
        if (underlined or coloured) and (name in _LEFT_OUT or self._is_linked(run)):
            underlined = coloured = False
        elif (underlined or coloured) and _is_address(run):  # blue and underlined by itself, and bold by hand
            underlined, coloured = underlined and bold, False
        highlighted = said.get(w("highlight"), "") not in _PLAIN_PENS or _is_colour(said.get(w("shd"), ""))
        return Look(not on.isdisjoint(_STRUCK), bold, underlined, coloured, highlighted)

    def _is_linked(self, run: etree._Element) -> bool:
        return run in self._linked or next(run.iterancestors(_LINK), None) is not None

    def is_marking(self, style: str) -> bool:
        """Whether words look marked by the style of an id."""
        return bool(self._styles.get(style))


def parts(package: Package) -> Iterator[str]:
    """The parts in which there may be marks: the text and its notes."""
    yield package.main
    for kind in NOTES:
        if (name := package.related(kind)) is not None:
            yield name


def _linked(root: etree._Element) -> Iterator[etree._Element]:
    """The runs that the field of a link shows; many programs write one so, blue and underlined by itself."""
    for code in root.iter(_CODE):
        field = code.getparent()
        if field is None or (code.text or "").split()[:1] != ["HYPERLINK"]:
            continue
        within = 1
        for run in field.itersiblings(_RUN):
            kinds = [mark.get(_KIND) for mark in run.iterchildren(_FIELD_MARK)]
            within += kinds.count("begin") - kinds.count("end")
            if within < 1:
                break
            yield run


def _has(root: etree._Element, tags: Iterable[str]) -> bool:
    return next(root.iter(*tags), None) is not None


def _styles(package: Package) -> dict[str, _Values]:
    """What the styles of letters say of looks, by their ids."""
    root = package.root_of("styles")
    every = {} if root is None else {one.get(_ID, ""): one for one in root.iter(_STYLE)}
    found: dict[str, _Values] = {}
    for name, one in every.items():
        if one.get(_TYPE) == "character" and (said := _said(name, every)):
            found[name] = said
    return found


def _said(name: str, every: Mapping[str, etree._Element]) -> _Values:
    row = [name]
    while (based := every[row[-1]].find(_BASED)) is not None:
        if (above := based.get(_VAL, "")) not in every or above in row:
            break
        row.append(above)
    said: dict[str, str] = {}
    for one in reversed(row):
        said.update(_values(every[one].find(_RPR)))
    return said


def _values(properties: Iterable[etree._Element] | None) -> _Values:
    those = (one for one in (() if properties is None else properties) if one.tag in _OF_LOOKS)
    return {str(one.tag): (one.get(_FILL if one.tag == w("shd") else _VAL) or _unsaid(one)).lower() for one in those}


def _unsaid(one: etree._Element) -> str:
    """What a property without a value says: most are on."""
    return "" if one.tag in (w("color"), w("highlight"), w("shd")) else "1"


def _is_complex(properties: etree._Element) -> bool:
    """Whether letters are of a complex script, as Arabic is: it has a mark of its own for what is bold."""
    return any(one.tag in _COMPLEX and (one.get(_VAL) or "1").lower() not in _OFF for one in properties)


def _is_address(run: etree._Element) -> bool:
    said = "".join(text.text or "" for text in run.iter(w("t")))
    return _ADDRESS.fullmatch(said.strip()) is not None


def _is_colour(value: str) -> bool:
    """Whether it is neither plain nor a grey."""
    grey = len(value) == 6 and value[:2] == value[2:4] == value[4:]
    return value not in _PLAIN_COLOURS and not grey
