"""Ids of the points of diagrams that count alone: a copy of a diagram has those that Word drew by lot for the first."""

from __future__ import annotations

import re

from lxml import etree

from models.word.archive import parse_xml
from models.word.package import Package

POINT = "modelId"
"""What the id of a point, or of what is drawn of it, is called; others of its diagram refer to it."""
_OF_DIAGRAMS = "/diagram}"
_BY_LOT = re.compile(r"\{[0-9A-Fa-f-]+\}")
_COUNTED = re.compile(r"\{0AD2EF00-0000-4000-8000-\d{12}\}")
_IN_MARKUP, _POINTS = re.compile(rb'"(\{[0-9A-Fa-f-]+\})"'), re.compile(rb'\bmodelId="(\{[0-9A-Fa-f-]+\})"')


def is_by_lot(value: str) -> bool:
    """Whether the id of a point is one that no other diagram has but copies of its own."""
    return _BY_LOT.fullmatch(value) is not None and _COUNTED.fullmatch(value) is None


def count_points(package: Package) -> None:
    """Give the points of all diagrams of a file ids that count alone, in place, with all that refers to them."""
    xml = ((name, package.root(name)) for name in package.names if _is_xml(name))
    parts = [(name, root) for name, root in xml if _OF_DIAGRAMS in str(root.tag)]
    counted: dict[str, str] = {}
    for _, root in parts:
        for node in root.iter(etree.Element):
            if _BY_LOT.fullmatch(known := node.get(POINT, "")):
                counted.setdefault(known.upper(), f"{{0AD2EF00-0000-4000-8000-{len(counted) + 1:012}}}")
    for name, _ in parts if counted else ():
        for node in package.edit(name).iter(etree.Element):
            for key, value in node.attrib.items():
                if (other := counted.get(str(value).upper())) is not None:
                    node.set(key, other)


def points_counted(data: bytes, name: str) -> bytes:
    """What a part says; of a diagram with its points counted: two copies say the same, whatever ids they have.

    Errors: those of `parse_xml`.
    """
    if not _is_xml(name) or not _POINTS.search(data):
        return data
    data = etree.tostring(parse_xml(data, name), method="c14n")  # however it was written
    points = {point: b"%d" % at for at, point in enumerate(dict.fromkeys(_POINTS.findall(data)))}
    return _IN_MARKUP.sub(lambda said: b'"%s"' % points.get(said[1], said[1]), data)


def _is_xml(name: str) -> bool:
    """Whether a part is XML: what is embedded, as a workbook, may say the same among its bytes."""
    return name.casefold().endswith(".xml")
