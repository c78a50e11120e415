"""The tracked changes of a base that are to stay: set aside, so that its accepted text can be edited, and put back.

What others inserted stands as if accepted, each piece with a tag; what they deleted waits outside of the tree, with an
anchor in its place. Put back, an insertion goes around its pieces again (around a deletion made since, too), and a
deletion comes back where its anchor is. Records of former looks never leave their place: accepted, they say nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from models.word.markup import element
from models.word.namespaces import m, w
from models.word.resolving.joining import PLACE, join_paragraphs, keep_cells_whole

_COME, _GONE = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_MARKS = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))  # in the order the schema wants
_PIECE, _MARK = "adref-piece", "adref-mark"  # attributes while the tree is edited, gone before it is written
_ANCHOR = f"{PLACE}start"  # as the reader's own marks: joining paragraphs takes it along
_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"), w("bookmarkEnd"), w("commentRangeEnd"))
_WHOLE = (w("tbl"), w("tr"), w("tc"))
_NOT_TEXT = (w("rPr"), w("trPr"), w("numPr"), m("ctrlPr"), w("sdtPr"))


@dataclass(slots=True)
class _Gone:
    """What was deleted: a piece of text, a row, a cell or a table; or the `w:pPr` of a paragraph whose mark was."""

    node: etree._Element
    mark: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    def paragraph(self) -> etree._Element:
        """The paragraph whose mark was deleted, without what it held."""
        made = element("p", self.node)
        for name, value in self.attributes:
            made.set(name, value)
        return made


class KeptChanges:
    """The tracked changes set aside of one part; `put_back` gives the part all of them again."""

    def __init__(self, root: etree._Element) -> None:
        """Set the changes of a tree aside in place: what is left is the tree with all of them accepted."""
        self._root = root
        self._come: list[etree._Element] = []
        self._gone: list[_Gone] = []
        rows = self._gone_rows()
        self._set_text_aside(rows)
        joined = self._set_marks_aside(rows)
        join_paragraphs(joined)
        for paragraph in joined:
            if paragraph.getparent() is not None:
                self._keep_mark(paragraph)
        for node in rows:
            self._set_row_aside(node)
        keep_cells_whole(root)

    # Setting aside

    def _gone_rows(self) -> list[etree._Element]:
        """Rows and cells that are deleted, those within others left out."""
        found: list[etree._Element] = []
        for change in self._root.iter(w("del"), w("cellDel")):
            properties = change.getparent()
            holder = properties.getparent() if properties is not None else None
            if properties is None or holder is None or properties.tag not in (w("trPr"), w("tcPr")):
                continue
            if not any(one in found for one in holder.iterancestors()):
                found.append(holder)
        return found

    def _anchor(self, gone: _Gone) -> etree._Element:
        self._gone.append(gone)
        return etree.Element(_ANCHOR, n=str(len(self._gone) - 1))

    def _set_text_aside(self, rows: list[etree._Element]) -> None:
        for change in list(self._root.iter(*_MARKS)):
            parent = change.getparent()
            if parent is None or parent.tag in _NOT_TEXT or not _is_under(change, self._root):
                if parent is not None and parent.tag == w("rPr") and change.tag in _GONE:
                    self._set_run_aside(parent, rows)
                continue
            if _is_within(change, rows):
                continue
            if change.tag in _GONE:
                stored = deepcopy(change)
                stored.tail = None
                anchor = self._anchor(_Gone(stored))
                if tags := _taken(stored, _PIECE):
                    anchor.set(_PIECE, " ".join(map(str, tags)))
                change.addprevious(anchor)
                parent.remove(change)
                continue
            self._come.append(_empty(change))
            tags = [*_tags(change), len(self._come) - 1]
            for child in list(change):
                child.set(_PIECE, " ".join(map(str, tags)))
                change.addprevious(child)
            parent.remove(change)

    def _set_run_aside(self, properties: etree._Element, rows: list[etree._Element]) -> None:
        """A run of a formula says in its own properties that it is deleted."""
        run = properties.getparent()
        parent = run.getparent() if run is not None else None
        if run is None or parent is None or run.tag not in (w("r"), m("r")) or _is_within(run, rows):
            return
        run.addprevious(self._anchor(_Gone(deepcopy(run))))
        parent.remove(run)

    def _set_marks_aside(self, rows: list[etree._Element]) -> list[etree._Element]:
        """Take the changes off the marks of paragraphs; those whose marks are gone, in document order."""
        joined: list[etree._Element] = []
        for paragraph in list(self._root.iter(w("p"))):
            own = paragraph.find(f"{w('pPr')}/{w('rPr')}")
            marks = [child for child in own if child.tag in _MARKS] if own is not None else []
            if own is None or not marks or _is_within(paragraph, rows):
                continue
            properties = deepcopy(paragraph[0])
            for mark in marks:
                own.remove(mark)
            if any(mark.tag in _GONE for mark in marks):
                gone = _Gone(properties, True, tuple((str(k), str(v)) for k, v in paragraph.attrib.items()))
                paragraph.append(self._anchor(gone))
                joined.append(paragraph)
            else:
                self._tag_mark(paragraph, marks)
        return joined

    def _tag_mark(self, paragraph: etree._Element, marks: list[etree._Element]) -> None:
        self._come += [_empty(mark) for mark in marks]
        first = len(self._come) - len(marks)
        paragraph.set(_MARK, " ".join(str(first + at) for at in range(len(marks))))

    def _keep_mark(self, paragraph: etree._Element) -> None:
        """A paragraph whose deleted mark had nothing to join: it stays, and so does the change of its mark."""
        anchor = next((one for one in reversed(paragraph) if one.tag == _ANCHOR), None)
        if anchor is None:
            return
        own = self._gone[int(anchor.get("n") or 0)].node.find(w("rPr"))
        paragraph.remove(anchor)
        self._tag_mark(paragraph, [one for one in own if one.tag in _MARKS] if own is not None else [])

    def _set_row_aside(self, node: etree._Element) -> None:
        holder = node.getparent()
        while holder is not None and (alone := _is_last(node, holder)):
            if holder.tag not in (w("tr"), w("tbl")) or not alone:
                break
            node, holder = holder, holder.getparent()
        if holder is not None:
            stored = deepcopy(node)
            stored.tail = None
            node.addprevious(self._anchor(_Gone(stored)))
            holder.remove(node)

    def came_by(self, paragraph: etree._Element) -> str:
        """In whose name the mark of a paragraph came, "" where it did not."""
        numbers = (paragraph.get(_MARK) or "").split()
        marks = [self._come[int(number)] for number in numbers]
        return next((mark.get(w("author")) or "" for mark in marks if mark.tag in _COME), "")

    def came_new(self, paragraph: etree._Element) -> bool:
        """Whether the mark of a paragraph was put in, and is not that of one moved there."""
        return any(self._come[int(number)].tag == w("ins") for number in (paragraph.get(_MARK) or "").split())

    # Putting back

    def put_back(self, identity: Callable[[], int]) -> None:
        """Put all changes back; `identity` gives an id for each further piece of an insertion that was cut."""
        self._put_paragraphs_back()
        used: set[int] = set()
        made: dict[etree._Element, tuple[list[int], etree._Element]] = {}  # around pieces: whose, and what holds them
        for piece in [one for one in self._root.iter() if one.get(_PIECE) is not None]:
            numbers = _taken(piece, _PIECE)
            above = piece.getparent()
            node = above if above is not None and above.tag == w("del") else piece
            before = node.getprevious()
            if before is not None and before in made and made[before][0] == numbers:
                made[before][1].append(node)
                continue
            outer = inner = deepcopy(self._come[numbers[0]])
            for number in numbers[1:]:
                inner.append(deepcopy(self._come[number]))
                inner = inner[0]
            for around, number in zip((outer, *outer.iterdescendants()), numbers, strict=True):
                if number in used:
                    around.set(w("id"), str(identity()))
                used.add(number)
            node.addprevious(outer)
            inner.append(node)
            made[outer] = numbers, inner
        self._put_gone_back()
        for paragraph in [one for one in self._root.iter(w("p")) if one.get(_MARK) is not None]:
            self._put_mark_back(paragraph, _taken(paragraph, _MARK))

    def _put_paragraphs_back(self) -> None:
        """Make paragraphs of what stands between paragraphs: their text went, and their marks."""
        waiting: list[etree._Element] = []
        for anchor in list(self._root.iter(_ANCHOR)):
            parent, gone = anchor.getparent(), self._gone[int(anchor.get("n") or 0)]
            if parent is None or not _holds_blocks(parent) or (gone.node.tag in _WHOLE):
                continue
            if not gone.mark:
                waiting.append(anchor)
                continue
            paragraph = gone.paragraph()
            anchor.addprevious(paragraph)
            paragraph.extend(waiting)
            parent.remove(anchor)
            waiting = []

    def _put_gone_back(self) -> None:
        waiting = list(self._root.iter(_ANCHOR))
        for anchor in waiting:
            parent, gone = anchor.getparent(), self._gone[int(anchor.get("n") or 0)]
            if parent is None:
                continue
            if gone.mark:
                _part(parent, anchor, gone.paragraph())
            else:
                anchor.addprevious(gone.node)
                waiting += gone.node.iter(_ANCHOR)  # the rows of a table that went with its last one
            parent.remove(anchor)

    def _put_mark_back(self, paragraph: etree._Element, numbers: list[int]) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        own = properties.find(w("rPr"))
        if own is None:
            own = element("rPr")
            last = next((one for one in properties if one.tag in (w("sectPr"), w("pPrChange"))), None)
            properties.append(own) if last is None else last.addprevious(own)
        marks = [self._come[number] for number in numbers]
        known = {mark.tag for mark in marks}
        for child in [child for child in own if child.tag in _MARKS]:
            own.remove(child)
            if child.tag not in known:
                marks.append(child)
        for mark in sorted(marks, key=lambda one: _MARKS.index(str(one.tag)), reverse=True):
            own.insert(0, deepcopy(mark))


def holds_kept(paragraph: etree._Element) -> bool:
    """Whether a paragraph has changes set aside, in it or on its mark."""
    return any(one.tag == _ANCHOR or one.get(_PIECE) or one.get(_MARK) for one in paragraph.iter())


def has_kept_mark(paragraph: etree._Element) -> bool:
    """Whether the change of a paragraph's mark is set aside."""
    return paragraph.get(_MARK) is not None


def _holds_blocks(node: etree._Element) -> bool:
    """Whether an element holds paragraphs and tables, not runs."""
    while node.tag in (w("sdt"), w("sdtContent"), w("customXml")) and (above := node.getparent()) is not None:
        node = above
    return node.tag in (w("body"), w("tc"), w("txbxContent"), w("footnote"), w("endnote"))


def _part(parent: etree._Element, anchor: etree._Element, paragraph: etree._Element) -> None:
    """Put what stands before an anchor into a paragraph of its own."""
    for child in list(parent):
        if child is anchor:
            break
        if child.tag != w("pPr"):
            paragraph.append(child)
    place, before = parent, parent.getprevious()
    while before is not None and before.tag in _ENDS:  # ranges that ended after the paragraph
        place, before = before, before.getprevious()
    place.addprevious(paragraph)


def _empty(change: etree._Element) -> etree._Element:
    made = element(etree.QName(change).localname)
    made.attrib.update(change.attrib)
    _taken(made, _PIECE)
    return made


def _tags(node: etree._Element) -> list[int]:
    return [int(number) for number in (node.get(_PIECE) or "").split()]


def _taken(node: etree._Element, name: str) -> list[int]:
    """The numbers of a tag, which is taken off."""
    found = node.get(name)
    if found is None:
        return []
    del node.attrib[name]
    return [int(number) for number in found.split()]


def _is_within(node: etree._Element, rows: list[etree._Element]) -> bool:
    return bool(rows) and any(one in rows for one in node.iterancestors())


def _is_under(node: etree._Element, root: etree._Element) -> bool:
    """Whether an element still stands in the tree: what was set aside with what it stood in does not."""
    return next((above for above in node.iterancestors() if above is root), None) is not None


def _is_last(node: etree._Element, holder: etree._Element) -> bool:
    """Whether a row or table holds nothing else of its kind."""
    return not any(one is not node for one in holder.iterchildren(w("tr"), w("tc"), w("sdt")))
