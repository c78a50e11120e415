"""Fonts that are named after somebody get a name that says nothing, wherever the file names them.

Fonts of everybody keep theirs, be it that of a delegation too: "Georgia".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from lxml import etree

from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.parts import xml_parts
from models.word.leaving.parts.words_of_format import is_font
from models.word.markup import take_out
from models.word.namespaces import w
from models.word.package import Package

_OTHER, _VAL = w("altName"), w("val")
DRAWN = ("latin", "ea", "cs", "sym", "buFont")
"""What tells the font of words in a drawing."""
_NAMING = ("rFonts", "font", "checkedState", "uncheckedState", "mathFont", *DRAWN)
ON_A_PATH = "{urn:schemas-microsoft-com:vml}textpath"
FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;\"']*)", re.IGNORECASE)
"""The font of letters drawn along a path, in their style."""


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


def _says(node: etree._Element, has: Callable[[str], object]) -> bool:
    return any(not is_font(value) and has(value) for value in map(str, node.values()))
