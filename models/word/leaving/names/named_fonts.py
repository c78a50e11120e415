"""Fonts that are named after somebody get a name that says nothing, wherever the file names them.

Fonts of everybody keep theirs, be it that of a delegation too: "Georgia".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from lxml import etree

from models.word.fields import instructions
from models.word.leaving.names.said_in_codes import said_in
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.parts import xml_parts
from models.word.leaving.parts.words_of_format import OF_THEMES, is_font
from models.word.markup import take_out
from models.word.namespaces import w
from models.word.package import Package
from models.word.seldom import each, seldom

_OTHER, _VAL = w("altName"), w("val")
DRAWN = ("latin", "ea", "cs", "sym", "buFont")
"""What tells the font of words in a drawing."""
_NAMING = ("rFonts", "font", "checkedState", "uncheckedState", "mathFont", *DRAWN)
ON_A_PATH = "{urn:schemas-microsoft-com:vml}textpath"
FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;\"']*)", re.IGNORECASE)
"""The font of letters drawn along a path, in their style."""
_NAME, _FONTS = w("name"), tuple(map(w, ("ascii", "hAnsi", "eastAsia", "cs")))
_WITH_FONTS = ("chart+xml", "diagram", "theme+xml")
_CHECKED = seldom("{*}checkedState", "{*}uncheckedState")
_OF_FONTS, _FACES = seldom(w("rFonts"), w("sym")), seldom(*(f"{{*}}{name}" for name in DRAWN))


def rename_fonts(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the fonts whose name holds one of some names, "Font 1"; other names of a font that do go."""
    pattern = in_markup(secret)
    if pattern is None:
        return
    new: dict[str, str] = {}
    free = (f"Font {number}" for number in count(1))

    def called(font: str) -> str:
        if font not in new:
            new[font] = next(free)
        return new[font]

    for part in xml_parts(package):
        root = package.root(part)
        others = [node for node in root.iter(_OTHER) if pattern.search(node.get(_VAL) or "")]
        named = [node for node in root.iter(*(f"{{*}}{name}" for name in _NAMING)) if _says(node, pattern.search)]
        drawn = [node for node in root.iter(ON_A_PATH) if pattern.search(node.get("style") or "")]
        if not others and not named and not drawn:
            continue
        package.edit(part)
        for node in others:
            take_out(node)
        for node in named:
            for key, value in ((str(key), str(value)) for key, value in node.items()):
                if not is_font(value) and pattern.search(value):
                    node.set(key, called(value))
        for node in drawn:
            style = node.get("style") or ""
            for said in {hit[1] for hit in FAMILY.finditer(style) if not is_font(hit[1]) and pattern.search(hit[1])}:
                style = style.replace(said, called(said))
            node.set("style", style)


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
    for part in texts:
        for code in instructions(package.root(part)):
            said = (code[one.start : one.end] for one in said_in(code) if one.names == "font")
            yield from (font for font in said if not is_font(font))
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
    drawings = [name for name in package.names if any(kind in package.content_type(name) for kind in _WITH_FONTS)]
    for part in (*texts, *drawings):
        root = package.root(part)
        faces = [node.get("typeface") or "" for node in each(root, *_FACES)]
        faces += [hit[1].strip() for node in root.iter(ON_A_PATH) for hit in FAMILY.finditer(node.get("style") or "")]
        yield from (font for font in faces if not is_font(font) and not font.startswith("+"))  # "+mn-lt": of the theme


def _says(node: etree._Element, has: Callable[[str], object]) -> bool:
    return any(not is_font(value) and has(value) for value in map(str, node.values()))
