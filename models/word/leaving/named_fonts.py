"""Fonts that are named after somebody get a name that says nothing, wherever the file names them.

Fonts of everybody keep theirs, be it that of a delegation too: "Georgia".
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from lxml import etree

from models.word.leaving.names import in_markup
from models.word.leaving.parts import TYPES
from models.word.leaving.words_of_format import is_font
from models.word.namespaces import w
from models.word.package import Package

_OTHER, _VAL = w("altName"), w("val")
_NAMING = ("rFonts", "sym", "latin", "ea", "cs", "font")


def rename_fonts(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the fonts whose name holds one of some names, "Font 1"; other names of a font that do go."""
    pattern = in_markup(secret)
    if pattern is None:
        return
    new: dict[str, str] = {}
    free = (f"Font {number}" for number in count(1))
    for part in (name for name in package.names if name.casefold().endswith(".xml") and name != TYPES):
        root = package.root(part)
        others = [node for node in root.iter(_OTHER) if pattern.search(node.get(_VAL) or "")]
        named = [node for node in root.iter(*(f"{{*}}{name}" for name in _NAMING)) if _says(node, pattern.search)]
        if not others and not named:
            continue
        package.edit(part)
        for node in others:
            if (above := node.getparent()) is not None:
                above.remove(node)
        for node in named:
            for key, value in ((str(key), str(value)) for key, value in node.items()):
                if not is_font(value) and pattern.search(value):
                    if value not in new:
                        new[value] = next(free)
                    node.set(key, new[value])


def _says(node: etree._Element, has: Callable[[str], object]) -> bool:
    return any(not is_font(value) and has(value) for value in map(str, node.values()))
