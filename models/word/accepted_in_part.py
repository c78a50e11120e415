"""A tracked Word file with some of its changes accepted; the others stay tracked, in the words they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from models.word.markup import letters_in
from models.word.namespaces import INS_OR_DEL, w
from models.word.package import Package
from models.word.resolve import TRACKED, resolve_tree, tracked_parts
from models.word.resolving.notes_gone import drop_notes
from models.word.resolving.saved_by_libreoffice import tell_saved

_AUTHOR, _DATE, _ID = w("author"), w("date"), w("id")
_DELETED_TEXT = w("delText")


class TrackedMark(NamedTuple):
    """What tells a tracked change from others: what it is and where, who made it when (as written), and its words."""

    kind: str
    author: str
    date: str
    words: str


def tracked_marks(data: bytes) -> Iterator[TrackedMark]:
    """The tracked changes of a .docx, as its parts have them; errors as with `read_word`."""
    package = Package(data)
    for name in tracked_parts(package):
        for node in package.root(name).iter(*TRACKED):
            if node.get(_AUTHOR) is not None:
                yield _mark(node)


def accepted_in_part(data: bytes, accepts: Callable[[TrackedMark], bool]) -> bytes:
    """The bytes of a .docx with those changes accepted that `accepts` names."""
    package = Package(data)
    tell_saved(package)
    gone: set[tuple[str, str]] = set()
    for name in tracked_parts(package):
        root = package.edit(name)
        chosen, ranges = set[etree._Element](), dict[tuple[str, str | None], bool]()
        for node in root.iter(*TRACKED):
            kind = etree.QName(node).localname
            if kind.endswith("RangeEnd"):
                taken = ranges.get((kind.removesuffix("End"), node.get(_ID)), True)
            else:
                taken = accepts(_mark(node))
                if kind.endswith("RangeStart"):
                    ranges[kind.removesuffix("Start"), node.get(_ID)] = taken
            if taken:
                chosen.add(node)
        gone |= resolve_tree(root, "accept", chosen.__contains__)
    drop_notes(package, gone)
    return package.to_bytes()


def _mark(node: etree._Element) -> TrackedMark:
    above = node.getparent()
    kind = f"{etree.QName(above).localname if above is not None and node.tag not in INS_OR_DEL else ''}"
    if node.tag in INS_OR_DEL and above is not None and above.tag in (w("rPr"), w("trPr"), w("numPr")):
        holder = above.getparent()
        kind = f"{etree.QName(holder).localname if holder is not None else ''} {etree.QName(above).localname}"
    words = (
        letters_in(node) + "".join(one.text or "" for one in node.iter(_DELETED_TEXT)) if node.tag in INS_OR_DEL else ""
    )
    return TrackedMark(
        f"{kind} {etree.QName(node).localname}".strip(), node.get(_AUTHOR) or "", node.get(_DATE) or "", words
    )
