"""Tracked changes turned into letters that everybody sees: new words bold and underlined, gone words struck through.

For readers whose program shows no tracked changes, and for texts read out or projected. Nothing can be accepted any
more. What moved is struck twice where it was and underlined twice where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from models.word.joining import unwrap
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.resolve import CHANGES, TRACKED, tracked_parts

_LOOKS: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    w("ins"): (("b", {}), ("bCs", {}), ("u", {"val": "single"}), ("color", {"val": "0B57A4"})),
    w("moveTo"): (("b", {}), ("bCs", {}), ("u", {"val": "double"}), ("color", {"val": "6A3D9E"})),
    w("del"): (("strike", {}), ("color", {"val": "AE2A20"})),
    w("moveFrom"): (("dstrike", {}), ("color", {"val": "6A3D9E"})),
}
_HOLDERS = (w("rPr"), w("trPr"), w("ctrlPr"), w("numPr"))


def marked(redline: bytes) -> bytes:
    """A Word file with tracked changes as one with marks instead; the text of the changes stays where it is."""
    package = Package(redline)
    for name in tracked_parts(package):
        _mark(package.edit(name))
    _stop_tracking(package)
    return package.to_bytes()


def _mark(root: etree._Element) -> None:
    for change in list(root.iter(*CHANGES)):
        _drop(change)
    for tag, look in _LOOKS.items():
        for wrapper in list(root.iter(tag)):
            parent = wrapper.getparent()
            if parent is None or parent.tag in _HOLDERS:
                _drop(wrapper)  # the mark of a paragraph or a row: its words say it
                continue
            for run in wrapper.iter(w("r")):
                _dress(run, look)
            unwrap(wrapper)
    for text in list(root.iter(w("delText"), w("delInstrText"))):
        text.tag = w("t" if text.tag == w("delText") else "instrText")
    for marker in list(root.iter(*TRACKED)):
        _drop(marker)


def _dress(run: etree._Element, look: Sequence[tuple[str, dict[str, str]]]) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = element("rPr")
        run.insert(0, properties)
    for name, attributes in look:
        before = properties.find(w(name))
        if before is not None:
            properties.remove(before)
        properties.append(element(name, **attributes))
    in_order(properties)


def _drop(marker: etree._Element) -> None:
    parent = marker.getparent()
    if parent is not None:
        parent.remove(marker)


def _stop_tracking(package: Package) -> None:
    name = package.related("settings", package.main)
    if name is not None and package.root(name).find(w("trackRevisions")) is not None:
        for tracking in list(package.edit(name).iter(w("trackRevisions"))):
            _drop(tracking)
