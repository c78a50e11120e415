"""Faults of a Word file that no validator reports, and some that only one of them does.

Found by making one fault at a time: the Open XML SDK's validator says nothing to a move without its range, to names of
moves that differ, to an undefined list, or to a last paragraph whose mark is tracked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.broken_ranges import broken_ranges

_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "moveFromRangeStart", "moveToRangeStart")
_PARTS = ("footnotes", "endnotes", "header", "footer", "comments")
_STYLED = ("pStyle", "rStyle", "tblStyle")
_MARKS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a part: `code` for machines, `message` for people."""

    code: str
    part: str
    message: str


def lint(data: bytes) -> tuple[Fault, ...]:
    """All faults found in the bytes of a Word file; CannotRead where it is none."""
    package = Package(data)
    parts = [package.main] + [link.target for link in package.relationships() if link.kind in _PARTS]
    parts = [name for name in dict.fromkeys(parts) if package.has(name)]
    found: list[Fault] = []
    for name in parts:
        root = package.root(name)
        for check in (broken_ranges, _deleted_text, _authors, _order, _last_marks, _cells, _bookmarks, _nested):
            found += [Fault(code, name, message) for code, message in check(root)]
    found += _identities(package, parts)
    found += _lists(package, parts)
    found += _styles(package, parts)
    found += _notes(package)
    found += _settings(package)
    return tuple(found)


def _within(element: etree._Element) -> Iterator[etree._Element]:
    """What an element stands in, up to its own paragraph or box: text boxes have paragraphs and rows of their own."""
    for above in element.iterancestors():
        if above.tag in (w("p"), w("txbxContent")):
            return
        yield above


def _deleted_text(root: etree._Element) -> Iterator[tuple[str, str]]:
    for text in root.iter(w("t"), w("instrText")):
        if any(above.tag == w("del") for above in _within(text)):
            yield "text-in-deletion", "deleted text is written as text that stays"
    for text in root.iter(w("delText"), w("delInstrText")):
        if not any(above.tag == w("del") for above in _within(text)):
            yield "deleted-text-outside", "deleted text stands outside of any deletion"


def _authors(root: etree._Element) -> Iterator[tuple[str, str]]:
    for change in root.iter(*(w(name) for name in _TRACKED)):
        if not change.get(w("author")):
            yield "no-author", f"a {etree.QName(change).localname} has no author"
        if not change.get(w("id")):
            yield "no-id", f"a {etree.QName(change).localname} has no id"


def _order(root: etree._Element) -> Iterator[tuple[str, str]]:
    for name in ("rPrChange", "pPrChange"):
        for change in root.iter(w(name)):
            if change.getnext() is not None:
                yield "change-not-last", f"a {name} is not the last of its properties"
    for mark in root.iter(*_MARKS):
        parent = mark.getparent()
        if parent is not None and parent.tag == w("rPr"):
            before = mark.getprevious()
            if before is not None and before.tag not in _MARKS:
                yield "mark-not-first", "a change of a paragraph's mark does not come first in its properties"


def _last_marks(root: etree._Element) -> Iterator[tuple[str, str]]:
    for container in root.iter(w("body"), w("tc"), w("txbxContent"), w("footnote"), w("endnote")):
        blocks = [child for child in container if child.tag in (w("p"), w("tbl"), w("sdt"), w("altChunk"))]
        if not blocks or blocks[-1].tag != w("p") or _row_is_tracked(container):
            continue
        mark = blocks[-1].find(f"{w('pPr')}/{w('rPr')}")
        if mark is not None and any(child.tag in _MARKS for child in mark):
            yield "last-mark", "the mark of a last paragraph is tracked, and it can never go"


def _row_is_tracked(cell: etree._Element) -> bool:
    row = cell.getparent()
    properties = row.find(w("trPr")) if row is not None else None
    own = cell.find(w("tcPr"))
    tracked = [*(properties if properties is not None else ()), *(own if own is not None else ())]
    return any(child.tag in (w("ins"), w("del"), w("cellIns"), w("cellDel")) for child in tracked)


def _cells(root: etree._Element) -> Iterator[tuple[str, str]]:
    for cell in root.iter(w("tc")):
        last = [child for child in cell if child.tag in (w("p"), w("tbl"), w("sdt"))][-1:]
        if not last or last[0].tag == w("tbl"):
            yield "cell-without-paragraph", "a cell does not end with a paragraph"


def _bookmarks(root: etree._Element) -> Iterator[tuple[str, str]]:
    names = Counter(one.get(w("name")) for one in root.iter(w("bookmarkStart")))
    for name in (name for name, count in names.items() if count > 1):
        yield "bookmark-name", f"the bookmark {name!r} stands twice"


def _nested(root: etree._Element) -> Iterator[tuple[str, str]]:
    for run in root.iter(w("r")):
        parent = run.getparent()
        if parent is not None and parent.tag == w("r"):
            yield "run-in-run", "a run stands inside a run"
    for change in root.iter(w("ins"), w("del")):
        parent = change.getparent()
        if not len(change) and parent is not None and parent.tag == w("p"):
            yield "empty-change", "a tracked change holds nothing"
        if any(above.tag == change.tag for above in _within(change)):
            yield "change-in-itself", "a tracked change stands inside another of its kind"


def _identities(package: Package, parts: list[str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for name in parts:
        for change in package.root(name).iter(*(w(tag) for tag in _TRACKED)):
            identity = change.get(w("id"))
            if identity is not None and identity in seen:
                yield Fault("duplicate-id", name, f"the id {identity} of a tracked change stands twice")
            seen[identity or ""] = name


def _lists(package: Package, parts: list[str]) -> Iterator[Fault]:
    name = package.related("numbering")
    root = package.root(name) if name is not None else None
    abstract = {one.get(w("abstractNumId")) for one in root.iter(w("abstractNum"))} if root is not None else set()
    defined = {"0"}
    for one in root.iter(w("num")) if root is not None else ():
        defined.add(one.get(w("numId")) or "")
        target = one.find(w("abstractNumId"))
        if target is None or target.get(w("val")) not in abstract:
            yield Fault("list-undefined", name or "", f"the list {one.get(w('numId'))} has no definition")
    styles = package.related("styles")
    for part in [*parts, *([styles] if styles is not None else [])]:
        for number in package.root(part).iter(w("numId")):
            if number.get(w("val")) not in defined:
                yield Fault("list-undefined", part, f"the list {number.get(w('val'))} is used but not defined")


def _styles(package: Package, parts: list[str]) -> Iterator[Fault]:
    name = package.related("styles")
    root = package.root(name) if name is not None else None
    defined = {one.get(w("styleId")) for one in root.iter(w("style"))} if root is not None else set()
    for part in parts:
        used = {one.get(w("val")) for one in package.root(part).iter(*(w(tag) for tag in _STYLED))}
        for style in sorted(str(one) for one in used - defined):
            yield Fault("style-undefined", part, f"the style {style} is used but not defined")


def _notes(package: Package) -> Iterator[Fault]:
    for kind in ("footnote", "endnote"):
        name = package.related(f"{kind}s")
        root = package.root(name) if name is not None else None
        ids = Counter(one.get(w("id")) for one in root.iter(w(kind))) if root is not None else Counter()
        used = Counter(one.get(w("id")) for one in package.root(package.main).iter(w(f"{kind}Reference")))
        for identity in used:
            if identity not in ids:
                yield Fault("note-missing", package.main, f"the {kind} {identity} is referred to but not there")
            if used[identity] > 1:
                yield Fault("note-twice", package.main, f"the {kind} {identity} is referred to twice")
        for identity in (identity for identity, count in ids.items() if count > 1):
            yield Fault("note-id", name or "", f"the {kind} {identity} stands twice")


def _settings(package: Package) -> Iterator[Fault]:
    name = package.related("settings")
    if name is not None and package.root(name).find(w("trackChanges")) is not None:
        yield Fault("settings", name, "tracking is turned on with an element that Word does not know")
