"""Tracked changes resolved: every change accepted, or every one rejected, until plain XML is left.

The rules are those of ISO/IEC 29500-1, 17.13.5. One mechanism serves the reader and the redline, so both count
the paragraphs of the same tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import islice
from typing import Literal

from lxml import etree

from models.word.markup import in_sorts, is_googles, take_out
from models.word.namespaces import DELETED, INS_OR_DEL, INSERTED, m, w
from models.word.package import Package
from models.word.resolving.former import restore_former
from models.word.resolving.joining import HOLDERS, PLACE, cells_of, drop, join_paragraphs, keep_whole, lacks_in, unwrap
from models.word.resolving.notes_gone import REFERENCES, drop_notes, named
from models.word.resolving.saved_by_libreoffice import as_it_was

Choice = Literal["accept", "reject"]

_PARTS = ("footnotes", "endnotes", "header", "footer", "comments", "styles", "numbering")
_P, _RPR = w("p"), w("rPr")
_CELL = {w("cellIns"): "accept", w("cellDel"): "reject"}
OF_CELLS = (*_CELL, w("cellMerge"))
_RANGES = tuple(
    w(f"{name}Range{end}")
    for name in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo",
    )
    for end in ("Start", "End")
)  # fmt: skip
# The start of a content control that stays when the change is ...
_CONTROL = {
    w("customXmlInsRangeStart"): "accept",
    w("customXmlMoveToRangeStart"): "accept",
    w("customXmlDelRangeStart"): "reject",
    w("customXmlMoveFromRangeStart"): "reject",
}
CHANGES = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange",
    )
)  # fmt: skip
SHOWN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
TRACKED = (*INS_OR_DEL, *OF_CELLS, *_RANGES, *CHANGES)
_untracked: set[bytes] = set()


def resolve(package: Package, revisions: str) -> None:
    """Accept or reject every tracked change of a package, in place; `revisions` is "accept" or "reject".

    Covers the text, notes, headers, footers, comments, styles and numbering, text boxes and tables within them.
    Notes and comments whose place went with a change go too. Parts without changes are not touched.
    """
    choice = checked_choice(revisions)
    as_it_was(package)
    gone: set[tuple[str, str]] = set()
    for name in tracked_parts(package):
        gone |= resolve_tree(package.edit(name), choice)
    drop_notes(package, gone)


def checked_choice(revisions: str) -> Choice:
    """The choice that a word names; ValueError for any other word."""
    if revisions == "accept":
        return "accept"
    if revisions == "reject":
        return "reject"
    raise ValueError(f"revisions are accepted or rejected, not {revisions!r}")


def text_parts(package: Package) -> tuple[str, ...]:
    """The parts that may hold tracked changes, the main text first."""
    return package.parts_of(_PARTS)


def tracked_parts(package: Package) -> tuple[str, ...]:
    """The parts that do hold tracked changes, the main text first."""
    return tuple(name for name in text_parts(package) if _is_tracked(package, name))


def _is_tracked(package: Package, name: str) -> bool:
    """Whether a part does; of what stands beside the text the same bytes are looked through once."""
    key = b"" if name == package.main else sha256(package.data(name)).digest()
    tracked = key not in _untracked and next(package.root(name).iter(*TRACKED, *SHOWN), None) is not None
    _untracked.update([key] if key and not tracked else [])
    return tracked


def resolve_tree(
    root: etree._Element, choice: Choice, among: Callable[[etree._Element], bool] | None = None
) -> set[tuple[str, str]]:
    """Accept or reject every tracked change under an element; what went, as (reference tag, id) of notes.

    `among` says of an element whether its change is resolved; without it every one is.
    """
    # What goes with something else is resolved where it went to, which does no harm.
    controls, wrappers, changes, cells, deleted, ranges, holders, references = in_sorts(
        root,
        _CONTROL,
        INS_OR_DEL,
        CHANGES,
        OF_CELLS,
        SHOWN,
        _RANGES,
        HOLDERS,
        REFERENCES,
    )
    if among is not None:
        controls, wrappers, changes, cells, ranges = (
            list(filter(among, one)) for one in (controls, wrappers, changes, cells, ranges)
        )
    _resolve_controls(controls, choice)
    lacks = lacks_in(holders)  # what has no last paragraph as the file comes is read so without changes too
    joined, rows = _resolve_wrappers(wrappers, choice)
    if among is None:
        etree.strip_tags(root, *(INSERTED if choice == "accept" else DELETED))  # what is left of them stays unwrapped
    else:
        _unwrap(wrappers)
        deleted = [text for text in deleted if next(text.iterancestors(*DELETED), None) is None]
    # From the end: where a damaged file has them in one another, each is let go with little in it.
    for change in reversed(changes):
        restore_former(change, reject=choice == "reject")
    # Paragraphs first: a mark before a table that goes too has nothing to join, and so keeps its text apart from
    # what follows the table (LibreOffice and Open XML PowerTools agree in this).
    join_paragraphs(joined)
    rows += _resolve_cells(cells, choice)
    _drop_rows(rows)
    for text in deleted:
        text.tag = SHOWN[str(text.tag)]
    for marker in reversed(ranges):  # from the end, for the same reason
        take_out(marker)
    keep_whole(lacks)
    return named(references) - named(root.iter(*REFERENCES)) if references else set()


def _resolve_wrappers(
    changes: Iterable[etree._Element], choice: Choice
) -> tuple[list[etree._Element], list[etree._Element]]:
    """Drop what is marked to go, and unwrap what stays save in a paragraph or another change, where all is unwrapped at
    once after this.

    Gives the paragraphs whose marks go and the rows that go, in document order.
    """
    leaving = DELETED if choice == "accept" else INSERTED
    joined: list[etree._Element] = []
    rows: list[etree._Element] = []
    gone: set[etree._Element] = set()  # with one that they are in; of a damaged file that may be thousands
    for change in changes:
        parent = change.getparent()
        if parent is None or change in gone:
            continue
        goes, above = change.tag in leaving, parent.tag
        if (goes or above == _RPR) and len(change):
            gone.update(change.iter(*INS_OR_DEL))
        if above == _P or above in INS_OR_DEL:
            if goes:
                drop(change)
        elif above == _RPR:
            _resolve_mark(change, parent, goes, joined)
        elif above == w("trPr"):
            row = parent.getparent()
            parent.remove(change)
            if goes and row is not None:
                rows.append(row)
        elif above == w("numPr"):
            (take_out(parent) if goes else parent.remove(change))
        elif above == m("ctrlPr"):
            unwrap(change)
            if goes:
                _dissolve_formula(parent)
        elif goes:
            drop(change)
            if above == w("hyperlink") and not len(parent):
                drop(parent)  # a link that shows nothing
            elif above == w("sdtContent"):
                _drop_googles(parent)
        else:
            unwrap(change)
    return joined, rows


def _drop_googles(content: etree._Element) -> None:
    """Drop the controls that Google Docs put round a suggestion of which nothing is left."""
    while not len(content):
        control = content.getparent()
        around = control.getparent() if control is not None else None
        if control is None or around is None or not is_googles(control):
            return
        drop(control)
        content = around


def _unwrap(changes: Iterable[etree._Element]) -> None:
    for change in changes:
        if change.getparent() is not None:
            unwrap(change)


def _resolve_mark(change: etree._Element, properties: etree._Element, goes: bool, joined: list[etree._Element]) -> None:
    """A change on the mark of a paragraph, or on a run or a structure of a formula."""
    for one in reversed(list(change.iter()) if len(change) else ()):
        del one[:]  # lxml takes time by the square of what it takes out at once
    properties.remove(change)
    holder = properties.getparent()
    if not goes or holder is None:
        return
    if holder.tag == w("pPr"):
        paragraph = holder.getparent()
        if paragraph is not None and paragraph not in joined[-1:]:
            joined.append(paragraph)
    elif holder.tag in (w("r"), m("r")):
        drop(holder)
    elif holder.tag == m("ctrlPr"):
        _dissolve_formula(holder)


def _dissolve_formula(control: etree._Element) -> None:
    """Take away a structure of a formula (a fraction, a root) whose control character goes; its contents stay."""
    properties = control.getparent()
    structure = properties.getparent() if properties is not None else None
    if structure is None or properties is None:
        return
    structure.remove(properties)
    for argument in list(structure):
        unwrap(argument)
    unwrap(structure)


def _resolve_controls(starts: Iterable[etree._Element], choice: Choice) -> None:
    """Take away content controls (or custom XML) that were put in or taken out around text that stays."""
    for start in starts:
        if _CONTROL[str(start.tag)] == choice:
            continue
        control = start.getnext()
        while control is not None and control.tag not in (w("sdt"), w("customXml")):
            passes = control.tag in _RANGES or str(control.tag).startswith(PLACE)
            control = control.getnext() if passes else None
        if control is None:
            continue
        for child in list(control):
            if child.tag == w("sdtContent"):
                unwrap(child)
            elif child.tag in (w("sdtPr"), w("sdtEndPr"), w("customXmlPr")):
                control.remove(child)
        unwrap(control)


def _resolve_cells(changes: Iterable[etree._Element], choice: Choice) -> list[etree._Element]:
    """Drop cells put in or taken out, settle merged ones; the rows that have no cell left."""
    lost: dict[etree._Element, None] = {}  # looked at once all are out: where each stood a mark is left in its row
    for change in changes:
        properties = change.getparent()
        cell = properties.getparent() if properties is not None else None
        if properties is None or cell is None or cell.tag != w("tc"):
            continue
        if change.tag == w("cellMerge"):
            _settle_merge(change, choice)
            continue
        properties.remove(change)
        row = next(cell.iterancestors(w("tr")), None)
        if _CELL[str(change.tag)] != choice and row is not None:
            _drop_with_control(cell)
            lost[row] = None
    return [row for row in lost if next(cells_of(row), None) is None]


def _drop_with_control(node: etree._Element) -> None:
    """Drop a cell, a row or a control, and the content controls around it that then show nothing."""
    holder = node.getparent()
    drop(node)
    while holder is not None and holder.tag in (w("sdtContent"), w("sdt"), w("customXml")):
        if any(child.tag not in (w("sdtPr"), w("sdtEndPr"), w("customXmlPr")) for child in holder):
            break
        empty, holder = holder, holder.getparent()
        drop(empty)


def _settle_merge(change: etree._Element, choice: Choice) -> None:
    properties = change.getparent()
    assert properties is not None
    value = change.get(w("vMerge") if choice == "accept" else w("vMergeOrig"))
    for merge in properties.findall(w("vMerge")):
        properties.remove(merge)
    if value is None:
        properties.remove(change)
        return
    for name in list(change.attrib):
        del change.attrib[name]
    change.tag = w("vMerge")
    change.set(w("val"), "restart" if value == "rest" else "continue")


def _drop_rows(rows: Iterable[etree._Element]) -> None:
    """Drop rows, and then the tables that have none left."""
    tables: dict[etree._Element, None] = {}
    for row in rows:
        tables |= dict.fromkeys(islice(row.iterancestors(w("tbl")), 1))
        _drop_with_control(row)
    for table in tables:
        if next(table.iter(w("tr")), None) is None:
            drop(table)
