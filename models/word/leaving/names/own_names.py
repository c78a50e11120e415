"""The names that somebody gave to things in a Word file: pictures, bookmarks, styles, counters, fonts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator

from lxml import etree

from models.word.fields import instructions
from models.word.leaving.names.named_fonts import DRAWN, FAMILY, ON_A_PATH
from models.word.leaving.names.unused_styles import NAMING, is_own_style
from models.word.leaving.parts.fields import names_said
from models.word.leaving.parts.makers import InMarkup
from models.word.leaving.parts.parts import has_own_name
from models.word.leaving.parts.words_of_format import OF_THEMES, is_font, is_of_program, says_nothing
from models.word.namespaces import w
from models.word.package import Package
from models.word.seldom import each, seldom

_NUMBERED = re.compile(r"(?:[a-z]{1,3}|bookmark|Place)\d*|[a-z]+\d*\.\w+")
_VAL, _STYLE, _ID, _NAME = w("val"), w("style"), w("styleId"), w("name")
_FONTS = tuple(map(w, ("ascii", "hAnsi", "eastAsia", "cs")))
_DRAWN = ("chart+xml", "diagram", "theme+xml")
(_LINK,), _CHECKED = seldom(w("hyperlink")), seldom("{*}checkedState", "{*}uncheckedState")
_OF_FONTS, _FACES = seldom(w("rFonts"), w("sym")), seldom(*(f"{{*}}{name}" for name in DRAWN))
_LISTED = seldom(w("abstractNum"))
_SIGNS = re.compile(r"[^a-z0-9]")
_SHOWN_AS = {"macro": "macro text", "annotation text": "comment text", "annotation subject": "comment subject"}
"""Built-in styles that Word calls otherwise than its files do."""


def own_names(package: Package, texts: Iterable[str]) -> Iterator[str]:
    """The names that somebody gave: those that programs give are numbered, begin with "_", or are built in.

    `texts` are the parts with the text, its notes, heads and feet.
    """
    for name in package.names:
        if not name.endswith(".rels") and has_own_name(name):
            yield own if has_own_name(own := posixpath.basename(name)) else name
    roots = [package.root(name) for name in texts]
    for root in roots:
        yield from filter(_is_own, (node.get(_NAME) or "" for node in root.iter(w("bookmarkStart"))))
    styles = package.root_of("styles")
    every = list(styles.iter(_STYLE)) if styles is not None else []
    yield from _of_styles(every)
    known = {style.get(_ID) for style in every}
    if (lists := package.root_of("numbering")) is not None:
        yield from _dangling(lists, map(w, ("pStyle", "styleLink", "numStyleLink")), known)
    called = {(node.get(_VAL) or "").casefold() for style in every for node in style.iterchildren(_NAME)}
    for root in roots:
        yield from _dangling(root, NAMING, known)
        for said in links_and_fields(root):
            if _is_own(said) and not says_nothing(said) and said.casefold() not in called and not is_font(said):
                yield said


def _dangling(root: etree._Element, tags: Iterable[str], known: Collection[str | None]) -> Iterator[str]:
    """The styles that a part names and that there are not."""
    named = (node.get(_VAL) or "" for node in root.iter(*tags))
    yield from (one for one in named if one not in known and _is_own(one) and not says_nothing(one))


def own_fonts(package: Package, texts: Iterable[str]) -> Iterator[str]:
    """The names of fonts, and their other names, that are no font of everybody: a name says what somebody wrote."""
    table, *others = map(package.related, ("fontTable", "styles", "numbering"))
    if table is not None and package.has(table):
        for node in package.root(table).iter(w("font"), w("altName")):
            named = node.get(_NAME) or node.get(_VAL) or ""
            if not is_font(named):
                yield named
    settings = package.root_of("settings")
    for node in settings.iter("{*}mathFont") if settings is not None else ():
        yield from (font for font in map(str, node.attrib.values()) if not is_font(font))
    for part in (*texts, *(one for one in others if one is not None and package.has(one))):
        for node in each(package.root(part), *_CHECKED):
            signs = (str(value) for key, value in node.items() if str(key).endswith("}font"))
            yield from (font for font in signs if not is_font(font))
        for node in each(package.root(part), *_OF_FONTS):
            keys = _FONTS if node.tag == w("rFonts") else (w("font"),)
            yield from (font for key in keys if (font := node.get(key)) and not is_font(font))
    for root in (package.root(name) for name in package.names if package.content_type(name).endswith("theme+xml")):
        faces = [node.get("typeface") or "" for node in root.iter("{*}font")]
        yield from (font for font in faces if font not in OF_THEMES and not is_font(font))
    drawings = [name for name in package.names if any(kind in package.content_type(name) for kind in _DRAWN)]
    for part in (*texts, *drawings):
        root = package.root(part)
        faces = [node.get("typeface") or "" for node in each(root, *_FACES)]
        faces += [hit[1].strip() for node in root.iter(ON_A_PATH) for hit in FAMILY.finditer(node.get("style") or "")]
        yield from (font for font in faces if not is_font(font) and not font.startswith("+"))  # "+mn-lt": of the theme


def links_and_fields(root: etree._Element) -> Iterator[str]:
    """The names that links within the text lead to, and those that its fields say."""
    yield from (node.get(w("anchor")) or "" for node in each(root, _LINK))
    for instruction in instructions(root):
        yield from names_said(instruction)


def places_called_after(root: etree._Element, secret: InMarkup) -> Iterator[tuple[str, str]]:
    """What bookmarks, lists and counters of a part are called after somebody, or links and fields of it say that they
    are, with the name; a font of everybody that a field names is called after nobody by a part of its name."""
    called = {node.get(_NAME) or "" for node in root.iter(w("bookmarkStart"))}
    called.update(node.get(_VAL) or "" for one in each(root, *_LISTED) for node in one.iterchildren(_NAME))
    said = set(links_and_fields(root)) - called
    for name in sorted(called | said):
        if (found := secret.search(name) if name in said and is_font(name) else secret.in_name(name)) is not None:
            yield name, found


def _is_own(name: str) -> bool:
    of_program = is_of_program(name) or _NUMBERED.fullmatch(name) or (name.islower() and says_nothing(name))
    return bool(name) and not of_program


def _of_styles(every: list[etree._Element]) -> Iterator[str]:
    own_ids = {style.get(_ID) for style in every if is_own_style(style)}
    names = {style.get(_ID): called.get(_VAL) or "" for style in every if (called := style.find(_NAME)) is not None}
    for style in every:
        identity, called, link = style.get(_ID) or "", style.find(_NAME), style.find(w("link"))
        if identity not in own_ids or called is None or identity.startswith("Adref"):
            continue
        said = called.get(_VAL) or ""
        above = link.get(_VAL) if link is not None else None
        shown = names.get(above, "").casefold()
        of_word = above not in own_ids and said.casefold() == f"{_SHOWN_AS.get(shown, shown)} char"
        if not of_word:  # "Heading 1 Char": Word makes them of those that are built in
            yield said
        if not is_made_of(identity, said) and _is_own(identity) and not says_nothing(identity):
            yield identity


def is_made_of(identity: str, name: str) -> bool:
    """Whether an id is what Word makes of a name: its plain letters, and a number where another one has them."""
    letters = _SIGNS.sub("", name.casefold())
    return _SIGNS.sub("", identity.casefold()).rstrip("0123456789") == letters.rstrip("0123456789")
