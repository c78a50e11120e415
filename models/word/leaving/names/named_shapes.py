"""Drawings get ids that count alone: a program lets its user call a shape anything, and writes that as its id."""

from __future__ import annotations

import re
from itertools import count

from models.word.leaving.parts.parts import TYPES, xml_parts
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
    free = (f"_x0000_s{number}" for number in count(9001))
    for part in (name for name in package.names if name.casefold().endswith((".xml", ".vml")) and name != TYPES):
        root = package.root(part)
        every = [(node, key, node.get(key) or "") for node in each(root, _SHAPES) for key in _IDS if node.get(key)]
        named = [one for one in every if not _COUNTED.match(one[2])]
        if not named:
            continue
        taken = {value for _, _, value in every}
        new: dict[str, str] = {}
        package.edit(part)
        for node, key, value in named:
            if value not in new:
                new[value] = next(name for name in free if name not in taken)
            node.set(key, new[value])
        for node in root.iter(f"{_VML}*", "{urn:schemas-microsoft-com:office:office}*"):
            for key in _REFERRING:
                value = node.get(key) or ""
                if (name := new.get(value.removeprefix("#"))) is not None:
                    node.set(key, "#" + name if value.startswith("#") else name)


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
