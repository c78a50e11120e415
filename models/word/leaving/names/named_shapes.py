"""Drawings get ids that count alone: a program lets its user call a shape anything, and writes that as its id.

Watermarks keep the word they are known by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.leaving.parts.parts import TYPES, xml_parts
from models.word.leaving.parts.words_of_format import WATERMARKS, is_watermark
from models.word.package import Package
from models.word.seldom import each, seldom

_VML = "{urn:schemas-microsoft-com:vml}"
_COUNTED = re.compile(r"_x0000_[a-z]\d+\Z")
_IDS = ("id", "{urn:schemas-microsoft-com:office:office}spid")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SHAPES, _ = seldom(f"{_VML}*", _DRAWN)
_COUNTED_UP = 0xFFFF  # beyond it Word throws dice, and the number says which drawing of all it is
_REFERRING = ("type", "idref", "ShapeID")


def rename_shapes(package: Package) -> None:
    """Rename in place the shapes whose id is no count of Word's, in what refers to them too: "_x0000_s9001"."""
    parts = {part: list(_ids(package.root(part))) for part in _drawn_in(package)}
    taken = {value for every in parts.values() for _, _, value in every}
    frees: dict[str, Iterator[str]] = {}
    for part, every in parts.items():
        named = [one for one in every if not (_COUNTED.match(one[2]) or is_watermark(one[2]))]
        if not named:
            continue
        new: dict[str, str] = {}
        root = package.edit(part)
        for node, key, value in named:
            if value not in new:
                word = next(filter(value.startswith, WATERMARKS), "_x0000_s")
                free = frees.setdefault(word, _counted(word, 1 if word in WATERMARKS else 9001))
                new[value] = next(name for name in free if name not in taken)
            node.set(key, new[value])
        for node in root.iter(f"{_VML}*", "{urn:schemas-microsoft-com:office:office}*"):
            for key in _REFERRING:
                value = node.get(key) or ""
                if (name := new.get(value.removeprefix("#"))) is not None:
                    node.set(key, "#" + name if value.startswith("#") else name)


def _drawn_in(package: Package) -> Iterator[str]:
    return (name for name in package.names if name.casefold().endswith((".xml", ".vml")) and name != TYPES)


def _ids(root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    return ((node, key, value) for node in each(root, _SHAPES) for key in _IDS if (value := node.get(key)))


def _counted(word: str, first: int) -> Iterator[str]:
    return (f"{word}{number}" for number in count(first))


def recount_drawings(package: Package) -> None:
    """Number in place the drawings whose number is no count."""
    parts = xml_parts(package)
    drawn = [(part, node) for part in parts for node in each(package.root(part), _DRAWN)]
    taken = {node.get("id") for _, node in drawn}
    free = (number for number in map(str, count(1)) if number not in taken)
    for part, node in drawn:
        number = node.get("id") or ""
        if not number.isdecimal() or int(number) > _COUNTED_UP:
            package.edit(part)
            node.set("id", next(free))
