"""What a paragraph and its runs look like in effect: direct properties, styles and the defaults of the document.

Toggle properties (bold, italic) follow ISO/IEC 29500-1, 17.7.3: set in both the paragraph style and the character
style they cancel each other; set on the run itself they count alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.markup import whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.headings import BODY_TEXT, named_level, outline_level
from models.word.reading.read_once import ReadOnce
from models.word.styles import STYLE, ParagraphStyle, own_styles

LEVELS = 9  # of a list, counted from 0: Word has no more
_VAL = w("val")
_DEEPEST = 100  # styles based on one another: each file that people make has a few
OFF = frozenset(("0", "false", "off"))
"""What says that a property is not on."""
ON = frozenset(("1", "true", "on"))
"""What says that one is on that is not so by itself."""
_TOGGLES = {w(name): name for name in ("b", "i", "bCs", "iCs", "vanish", "strike", "dstrike")}
_ITALIC_BOLD = (("i", "b"), ("iCs", "bCs"))  # the second pair for runs in complex scripts
_SAYS = {w("u"): "u", w("vertAlign"): "vertAlign"}
_COMPLEX = (w("rtl"), w("cs"))
_RSTYLE, _NUMID, _ILVL, _NAME, _KEPT = w("rStyle"), w("numId"), w("ilvl"), w("name"), w("keepNext")


_LISTS = late_pattern(r"List (?:Number|Bullet) (?P<level>[2-5])", re.IGNORECASE)  # in every language, as Word writes it


class Look(NamedTuple):
    """How a run shows."""

    italic: bool = False
    bold: bool = False
    underline: bool = False
    hidden: bool = False
    raised: bool = False
    lowered: bool = False
    struck: bool = False
    lost: bool = False  # whether it is hidden, raised, lowered or struck: that is no part of a draft


PLAIN = Look()


@dataclass(slots=True)
class Style:
    """A style by its id: its parent's id, its own run properties, its numbering and outline level where it has one.

    `kept` is whether its paragraphs are kept on one page with the next one; None where it does not say.
    """

    parent: str | None
    run: dict[str, str | bool] = field(default_factory=dict)
    list_id: str | None = None
    list_level: int | None = None
    outline: int | None = None
    depth: int = 0  # of the list it is for, by its name
    kept: bool | None = None


def _depth(name: str) -> int:
    found = _LISTS.fullmatch(name)
    return 0 if found is None else int(found["level"]) - 1


def switched_on(element: etree._Element) -> bool:
    """Whether an on/off property is on: it is unless it says otherwise."""
    return element.get(_VAL, "1") not in OFF


def run_settings(properties: etree._Element) -> dict[str, str | bool]:
    """The properties of interest among those of a run: toggles as true or false, others by value."""
    found: dict[str, str | bool] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            found[_TOGGLES[tag]] = switched_on(child)
        elif tag in _SAYS:
            found[_SAYS[tag]] = child.get(_VAL, "")
        elif tag in _COMPLEX:
            found["complex"] = switched_on(child)
    return found


class Told(NamedTuple):
    """What a styles part says: its styles by id, what holds where they say nothing, and which of them are Adref's."""

    styles: dict[str, Style]
    defaults: dict[str, str | bool]
    default_paragraph: str | None
    ours: Mapping[str, ParagraphStyle]


_NOTHING = Told({}, {}, None, STYLE)


def styles_of(package: Package) -> Styles:
    """The styles of a file."""
    told = _STYLES.told(package, "styles")
    return Styles() if told is None else Styles(told)


class Styles:
    """The styles of one file; ids that are not defined count as no style."""

    def __init__(self, told: Told = _NOTHING) -> None:
        """From what the styles part says, if the file has one."""
        self._styles, self._defaults, self.default_paragraph, self.ours = told
        self._chains: dict[str | None, dict[str, str | bool]] = {None: {}}
        self._headings: dict[str | None, int | None] = {}
        self._looks: dict[tuple[str | None, tuple[tuple[object, str | None], ...]], Look] = {}

    def chain(self, style: str | None) -> list[str]:
        """A style's id and those it is based on, nearest first; circles are cut, and chains that nobody makes."""
        found: dict[str, None] = {}
        while style is not None and style in self._styles and style not in found and len(found) < _DEEPEST:
            found[style] = None
            style = self._styles[style].parent
        return list(found)

    def numbering(self, style: str | None) -> tuple[str | None, int | None, str | None]:
        """List id, level (None: not said) and the style that says so, for a paragraph style.

        Where a style says a level for the list of the one it is based on, that is none of those styles: None.
        """
        level: int | None = None
        for name in self.chain(style if style is not None else self.default_paragraph):
            own = self._styles[name]
            said_before = level is not None
            if not said_before:
                level = own.list_level
            if own.list_id is not None:
                return own.list_id, level, None if said_before else name
        return None, level, None

    def depth(self, style: str | None) -> int:
        """How deep the lists are that a paragraph style, or one it is based on, is for by its name, from 0.

        Each such style of Word's has a list of its own with one level, as "List Number 2" for what is in "List Number".
        """
        return next((depth for name in self.chain(style) if (depth := self._styles[name].depth)), 0)

    def heading(self, style: str | None) -> int | None:
        """The level of the headings that a paragraph style, or one it is based on, is for; None for text.

        What Adref's own styles are, their kinds tell.
        """
        if style not in self._headings:
            chain = self.chain(style if style is not None else self.default_paragraph)
            told = next((found for name in chain if (found := self._styles[name].outline) is not None), BODY_TEXT)
            none = told == BODY_TEXT or not self.ours.keys().isdisjoint(chain)
            self._headings[style] = None if none else told
        return self._headings[style]

    def is_kept(self, style: str | None, said: etree._Element | None) -> bool:
        """Whether a paragraph of a style is kept with the next one; `said` is its own `w:keepNext`, if it has one."""
        if said is not None:
            return switched_on(said)
        chain = self.chain(style if style is not None else self.default_paragraph)
        return next((kept for name in chain if (kept := self._styles[name].kept) is not None), False)

    def list_of(self, style: str) -> str | None:
        """The list id of a numbering style."""
        return self._styles[style].list_id if style in self._styles else None

    def look(self, paragraph_style: str | None, properties: etree._Element | None) -> Look:
        """How a run with these properties shows in a paragraph of this style."""
        said = () if properties is None else tuple([(child.tag, child.get(_VAL)) for child in properties])
        look = self._looks.get((paragraph_style, said))
        if look is None:
            named = None if properties is None else properties.find(_RSTYLE)
            character = None if named is None else named.get(_VAL)
            direct = {} if properties is None else run_settings(properties)
            look = self._looks[paragraph_style, said] = self._compute(paragraph_style, character, direct)
        return look

    def _compute(self, paragraph: str | None, character: str | None, direct: dict[str, str | bool]) -> Look:
        base = self._settings(paragraph if paragraph is not None else self.default_paragraph)
        own = self._settings(character)

        def toggle(name: str) -> bool:
            if name in direct:
                return bool(direct[name])
            return bool(self._defaults.get(name)) or bool(base.get(name)) != bool(own.get(name))

        def said(name: str) -> str:
            for level in (direct, own, base, self._defaults):
                if name in level:
                    return str(level[name])
            return ""

        height = said("vertAlign")
        raised, lowered = height == "superscript", height == "subscript"
        hidden, struck = toggle("vanish"), toggle("strike") or toggle("dstrike")
        italic, bold = _ITALIC_BOLD[bool(direct.get("complex", False))]
        return Look(
            italic=toggle(italic),
            bold=toggle(bold),
            underline=said("u") not in ("", "none"),
            hidden=hidden,
            raised=raised,
            lowered=lowered,
            struck=struck,
            lost=hidden or raised or lowered or struck,
        )

    def _settings(self, style: str | None) -> dict[str, str | bool]:
        """The run properties of a style with those it is based on."""
        if style not in self._chains:
            merged: dict[str, str | bool] = {}
            for name in reversed(self.chain(style)):
                merged |= self._styles[name].run
            self._chains[style] = merged
        return self._chains[style]


def _told(root: etree._Element) -> Told:
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    styles: dict[str, Style] = {}
    names: dict[str, str] = {}
    default_paragraph: str | None = None
    for element in root.iterchildren(w("style")):
        name = element.get(w("styleId"))
        if name is None:
            continue
        style = styles[name] = _style(element)
        if element.get(w("type")) != "paragraph":
            continue
        if (called := element.find(_NAME)) is not None:
            names[name] = called.get(_VAL, "")
            style.depth = _depth(names[name])
            if style.outline is None:
                style.outline = named_level(names[name])
        if element.get(w("default"), "0") not in OFF:
            default_paragraph = name
    ours = own_styles(names)
    for name in ours.keys() & styles.keys():
        styles[name].run.clear()  # bold in Adref's own styles is layout, no mark of the text
    return Told(styles, {} if defaults is None else run_settings(defaults), default_paragraph, ours)


_STYLES = ReadOnce(_told)


def _style(element: etree._Element) -> Style:
    parent = element.find(w("basedOn"))
    style = Style(None if parent is None else parent.get(_VAL))
    properties = element.find(w("rPr"))
    if properties is not None:
        style.run = run_settings(properties)
    own = element.find(w("pPr"))
    numbering = None if own is None else own.find(w("numPr"))
    if numbering is not None:
        style.list_id, style.list_level = list_place(numbering)
    style.outline = outline_level(own)
    kept = None if own is None else own.find(_KEPT)
    style.kept = None if kept is None else switched_on(kept)
    return style


def list_place(numbering: etree._Element) -> tuple[str | None, int | None]:
    """List id and level that a `w:numPr` names; None for what it does not say.

    The level after the last is that of body text: what has it is in no list ("0").
    """
    list_id: str | None = None
    level: int | None = None
    for child in numbering:
        if child.tag == _NUMID:
            list_id = child.get(_VAL)
        elif child.tag == _ILVL:
            said = whole(child.get(_VAL))
            if said == LEVELS:
                return "0", None
            level = said if said is not None and 0 <= said < LEVELS else None
    return list_id, level
