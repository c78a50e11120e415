"""The tracked changes of a Word tree, listed before they are resolved, with marks left where each one stood."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from models.reading.reading import CannotRead
from models.word.fields import FRAME
from models.word.markup import copies, whole
from models.word.namespaces import INS_OR_DEL, m, w
from models.word.reading.alternatives import ALTERNATIVES, is_read, unread_branches
from models.word.reading.drawings import DRAWN
from models.word.reading.symbols import letters_shown, symbol_text
from models.word.resolve import TRACKED
from models.word.resolving.joining import PLACE
from models.word.signs import NOTED, SIGNS, TEXT, sign_text

MOST_ELEMENTS = 2_000_000  # read to tell the words of all changes of a part: several times what it may hold
PLACE_START, PLACE_END = f"{PLACE}start", f"{PLACE}end"

_P, _PPR, _RPR, _TRPR, _NUMPR = w("p"), w("pPr"), w("rPr"), w("trPr"), w("numPr")
_MATH_RUN, _CONTROL_PROPERTIES = m("r"), m("ctrlPr")
_RUNS = (w("r"), _MATH_RUN)
_PROPERTIES = frozenset((_RPR, _TRPR, _NUMPR, _CONTROL_PROPERTIES))
_AUTHOR, _DATE, _ID, _BR, _TYPE, _SYM = w("author"), w("date"), w("id"), w("br"), w("type"), w("sym")
_SILENT = frozenset((w("r"), _RPR, w("ins"), w("del")))  # most of what stands beside the letters of a change
_BARE = {name: copies(etree.Element(name)) for name in (PLACE_START, PLACE_END)}
_LONGEST = 9  # digits of the number of a change
_CONTENT = {w("ins"): "insert", w("del"): "delete", w("moveFrom"): "move-from", w("moveTo"): "move-to"}
_MARK = _CONTENT | {w("ins"): "paragraph-insert", w("del"): "paragraph-delete"}
_CONTROL = tuple(
    w(f"customXml{name}RangeStart") for name in ("Ins", "Del", "MoveFrom", "MoveTo")
)  # the ends and the ranges of moves say nothing new
_WHOLE_PARAGRAPH = {w("pPrChange"): "paragraph-format", w("numberingChange"): "numbering", w("sectPrChange"): "section"}
_TABLE = {
    w(name): w(holder)
    for name, holder in (
        ("tblPrChange", "tbl"), ("tblGridChange", "tbl"), ("tblPrExChange", "tr"), ("trPrChange", "tr"),
        ("tcPrChange", "tc"), ("cellIns", "tc"), ("cellDel", "tc"), ("cellMerge", "tc"),
    )
}  # fmt: skip
_CELL = (w("cellIns"), w("cellDel"), w("cellMerge"))
_GRID, _TBL = w("tblGridChange"), w("tbl")


@dataclass(slots=True)
class Tracked:
    """One tracked change as the file tells it; `notes` are the notes whose references it holds.

    `shapes`: it puts a structure of a formula (a fraction, a root) around words that stay, or takes it from them;
    `whole`: it puts in a whole row or cell, or takes it out.
    """

    kind: str
    author: str | None
    date: str | None
    text: str = ""
    notes: set[tuple[str, str]] = field(default_factory=set)
    shapes: bool = False
    whole: bool = False


class _Effort:
    """How much was read to tell the words of changes: of changes within changes within changes, it grows absurdly."""

    def __init__(self) -> None:
        self._left = MOST_ELEMENTS

    def spend(self, elements: int) -> None:
        self._left -= elements
        if self._left < 0:
            raise CannotRead("This file nests its tracked changes too deeply to be a text; it was not opened.")


def list_tracked(root: etree._Element, first: int = 0) -> list[Tracked]:
    """All tracked changes under an element in document order; leaves a start and an end mark for each.

    The marks carry the change's place in the list, counted from `first`, and outlive the resolving of changes. Raises
    CannotRead where changes stand within one another beyond all use.
    """
    found: list[Tracked] = []
    effort = _Effort()
    left_out = unread_branches(root)
    for change in list(root.iter(*TRACKED)):
        parent = change.getparent()
        kind = None if parent is None or not is_read(change, left_out) else _kind(change, parent)
        if parent is None or kind is None:
            continue
        signed = _beside(change) if change.tag == _GRID else change
        tracked = Tracked(kind, signed.get(_AUTHOR), signed.get(_DATE))
        _place(change, parent, tracked, first + len(found), effort)
        found.append(tracked)
    return found


def _kind(change: etree._Element, parent: etree._Element) -> str | None:
    """The kind of a change, or None for what only helps another one."""
    tag = change.tag
    if tag in _CONTENT:
        above = parent.tag
        if above == _P:
            return _CONTENT[str(tag)]  # as most are
        if above == _TRPR:
            return "table"
        if above == _NUMPR:
            return "numbering"
        if above == _RPR:
            holder = parent.getparent()
            if holder is None or holder.tag not in (_PPR, *_RUNS, _CONTROL_PROPERTIES):
                return None  # on the properties of a content control, which tells of itself
            return _MARK[str(tag)] if holder.tag == _PPR else _CONTENT[str(tag)]
        return _CONTENT[str(tag)]
    if tag == w("rPrChange"):
        return "format"
    if tag in _WHOLE_PARAGRAPH:
        return _WHOLE_PARAGRAPH[str(tag)]
    if tag in _TABLE:
        holder = parent.getparent()
        is_copy = tag in _CELL and (holder is None or holder.tag != w("tc"))
        return None if is_copy else "table"
    if tag in _CONTROL:
        return "content-control" if _controlled(change) is not None or _stands_alone(change) else None
    return None


def _beside(grid: etree._Element) -> etree._Element:
    """The first change of the table whose columns got other widths, where one author changed it: that of the widths
    carries no name, and whose of several it is nobody knows.

    ISO/IEC 29500-1, 17.13.5.33: a `w:tblGridChange` has an id alone, no author and no date.
    """
    table, first = _ancestor(grid, _TBL), grid
    for change in () if table is None else table.iter(*INS_OR_DEL, *_TABLE):
        parent = change.getparent()
        of_table = change.tag in _TABLE or (parent is not None and parent.tag == _TRPR)
        if of_table and change.get(_AUTHOR) not in (None, first.get(_AUTHOR)) and _ancestor(change, _TBL) is table:
            if first is not grid:
                return grid
            first = change
    return first


def _place(change: etree._Element, parent: etree._Element, tracked: Tracked, number: int, effort: _Effort) -> None:
    """Leave the two marks and take down the text between them."""
    tag, above = change.tag, parent.tag
    if tag in _CONTENT and above not in _PROPERTIES:
        _describe(change, tracked, effort)
        target = parent if above == _MATH_RUN else change
        _around(target, number)
    elif tag in _CONTENT and above == _TRPR:
        row = parent.getparent()
        if row is not None:
            tracked.whole = True
            tracked.text = _cells_text(row, effort)
            _at_start(row, number)
    elif tag in _TABLE:
        holder = _ancestor(change, _TABLE[str(tag)])
        if holder is not None:
            tracked.whole = tag in (w("cellIns"), w("cellDel"))
            tracked.text = _cells_text(holder, effort) if tracked.whole else ""
            _at_start(holder, number)
    elif tag in _CONTROL:
        control = _controlled(change)
        _around(change if control is None else control, number)
    elif (control := _formula_control(parent)) is not None:
        properties = control.getparent()
        structure = properties.getparent() if properties is not None else None
        if structure is not None:
            tracked.shapes = True
            _around(structure, number)
    elif above == _RPR and (run := parent.getparent()) is not None and run.tag in _RUNS:
        tracked.text = _visible_text(run, effort)
        _around(run, number)
    elif (paragraph := _ancestor(change, _P)) is None:
        if tag == w("sectPrChange"):
            parent.addprevious(_mark(PLACE_START, number))
            parent.addprevious(_mark(PLACE_END, number))
    elif tag in _WHOLE_PARAGRAPH or above == _NUMPR:
        paragraph.insert(1 if paragraph[0].tag == _PPR else 0, _mark(PLACE_START, number))
        paragraph.append(_mark(PLACE_END, number))
    else:
        paragraph.append(_mark(PLACE_START, number))
        paragraph.append(_mark(PLACE_END, number))


def _describe(change: etree._Element, tracked: Tracked, effort: _Effort) -> None:
    tracked.text = _visible_text(change, effort, tracked.notes)
    if not tracked.text and not tracked.notes:
        in_boxes = {one for box in change.iter(*DRAWN) for one in box.iter()}
        codes = [code.text or "" for code in change.iter(*FRAME) if code not in in_boxes]
        if codes:
            tracked.kind, tracked.text = "field", "".join(codes)


def note_kind(reference: etree._Element) -> str:
    """Footnote or endnote, by its reference."""
    return "footnote" if reference.tag == NOTED[0] else "endnote"


def _visible_text(element: etree._Element, effort: _Effort, notes: set[tuple[str, str]] | None = None) -> str:
    """The text in an element, tracked or not; paragraphs end in a line feed save the last.

    Paragraphs of boxes in it stand by themselves, and tell of their own changes. The notes whose places stand in it are
    put into `notes`, also where they stand in a branch that is not read.
    """
    pieces: list[str] = []
    left_out: set[etree._Element] = set()
    in_boxes: set[etree._Element] = set()
    seen = 0
    for part in element.iter():
        seen += 1
        tag = part.tag
        if tag in _SILENT:
            continue
        if tag == ALTERNATIVES and not left_out:
            left_out = unread_branches(element)
        if notes is not None and tag in NOTED:
            notes.add((note_kind(part), part.get(_ID) or ""))
        if part in in_boxes or (left_out and not is_read(part, left_out)):
            continue
        if tag in DRAWN:
            in_boxes.update(part.iterdescendants())
        if tag in TEXT:
            pieces.append(letters_shown(part))
        elif tag in SIGNS:
            holder = part.getparent()  # a tab stop in properties has the same name as a tab in the text
            if holder is not None and holder.tag in _RUNS:
                pieces.append(sign_text(part))
        elif tag == _BR:
            pieces.append("" if part.get(_TYPE) in ("page", "column") else "\n")
        elif tag == _SYM:
            pieces.append(symbol_text(part))
        elif tag == _P and pieces:
            pieces.append("\n")
    effort.spend(seen)
    return "".join(pieces)


def _cells_text(holder: etree._Element, effort: _Effort) -> str:
    cells = [holder] if holder.tag == w("tc") else list(holder.iter(w("tc")))
    return "\t".join(_visible_text(cell, effort) for cell in cells)


def _formula_control(properties: etree._Element) -> etree._Element | None:
    """The control properties of a structure of a formula that are, or hold, properties; None of all others."""
    above = properties.getparent() if properties.tag == _RPR else properties
    return above if above is not None and above.tag == _CONTROL_PROPERTIES else None


def _controlled(start: etree._Element) -> etree._Element | None:
    """The content control or custom XML element whose start a range surrounds."""
    after = start.getnext()
    while after is not None and (after.tag in _CONTROL or after.tag in TRACKED or str(after.tag).startswith(PLACE)):
        after = after.getnext()
    return after if after is not None and after.tag in (w("sdt"), w("customXml")) else None


def _stands_alone(start: etree._Element) -> bool:
    """Whether a range surrounds neither the start nor the end of a content control."""
    parent = start.getparent()
    return parent is not None and parent.tag not in (w("sdtContent"), w("customXml"))


def _ancestor(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _mark(tag: str, number: int) -> etree._Element:
    made = _BARE[tag]()
    made.set("n", str(number))
    return made


def place_number(mark: etree._Element) -> int:
    """Which change a mark tells the place of; -1 for a mark that no reader of ours left."""
    said = mark.get("n") or ""
    if len(said) < _LONGEST and said.isdecimal() and said.isascii():
        return int(said)
    number = whole(said)
    return -1 if number is None else number


def _around(element: etree._Element, number: int) -> None:
    if element.getparent() is not None:  # the root of a part has no place in a text
        element.addprevious(_mark(PLACE_START, number))
        element.addnext(_mark(PLACE_END, number))


def _at_start(holder: etree._Element, number: int) -> None:
    paragraph = next(holder.iter(w("p")), None)
    if paragraph is None:
        _around(holder, number)
        return
    at = 1 if len(paragraph) and paragraph[0].tag == _PPR else 0
    paragraph.insert(at, _mark(PLACE_END, number))
    paragraph.insert(at, _mark(PLACE_START, number))
