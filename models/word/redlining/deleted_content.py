"""All that a paragraph holds shown as deleted, and neighbouring changes joined into one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import m, w
from models.word.redlining.revision_marks import Stamp

WRAPPERS = tuple(
    w(name) for name in ("hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
"""Elements around runs within a paragraph."""

_FRAME = (w("fldChar"), w("instrText"))


def delete_content(paragraph: etree._Element, stamp: Stamp, spared: set[etree._Element]) -> None:
    """Wrap all that a paragraph holds as deleted; runs that hold a spared paragraph (in a text box) stay."""
    frames = open_frames(paragraph)
    for node in list(content_nodes(paragraph)):
        if node in frames or any(inner in spared for inner in node.iter(w("p"))):
            continue
        stamp.wrap(node, "del")


def content_nodes(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in (w("r"), m("oMath"), m("oMathPara")):
            yield child
        elif child.tag in WRAPPERS:
            yield from content_nodes(child)


def open_frames(paragraph: etree._Element) -> set[etree._Element]:
    """Runs that frame a field which reaches beyond the paragraph: without them the file would be broken."""
    found: set[etree._Element] = set()
    open_runs: list[etree._Element] = []
    for character in paragraph.iter(w("fldChar")):
        run = character.getparent()
        kind = character.get(w("fldCharType"))
        if run is None or kind == "separate":
            continue
        if kind == "begin":
            open_runs.append(run)
        elif open_runs:
            open_runs.pop()
        else:
            found.add(run)
    if found or open_runs:
        for node in paragraph.iter(*_FRAME):
            run = node.getparent()
            if run is not None:
                found.add(run)
    return found


def join_changes(root: etree._Element, first: int) -> None:
    """Join neighbouring insertions, and neighbouring deletions, of one paragraph into one; ids below `first` stay."""
    for change in list(root.iter(w("ins"), w("del"), w("moveTo"), w("moveFrom"))):
        before = change.getprevious()
        parent = change.getparent()
        if parent is None or parent.tag == w("rPr") or before is None or before.tag != change.tag:
            continue
        if any(_number(one) < first for one in (before, change)):
            continue
        if (before.get(w("author")), before.get(w("date"))) == (change.get(w("author")), change.get(w("date"))):
            before.extend(list(change))
            parent.remove(change)


def _number(change: etree._Element) -> int:
    value = change.get(w("id")) or ""
    return int(value) if value.isdigit() and len(value) < 10 else 0
