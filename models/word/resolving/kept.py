"""The tracked changes of a base that are to stay: set aside, so that its accepted text can be edited, and put back.

What others inserted stands as if accepted, each piece with a tag; what they deleted waits outside of the tree, with an
anchor in its place. Put back, an insertion goes around its pieces again (around a deletion made since, too), and a
deletion comes back where its anchor is. Records of former looks never leave their place: accepted, they say nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from models.word.markup import element
from models.word.namespaces import DELETED, INSERTED, m, w
from models.word.resolving.joining import HOLDERS, drop, join_paragraphs, keep_whole, lacks_in
from models.word.resolving.kept_tags import ANCHOR, MARK, MARKS, PIECE, SEAT, Gone, tags_of, taken
from models.word.resolving.putting_back import PuttingBack

_NOT_TEXT = (w("rPr"), w("trPr"), w("numPr"), m("ctrlPr"), w("sdtPr"))


class KeptChanges:
    """The tracked changes set aside of one part; `put_back` gives the part all of them again."""

    def __init__(self, root: etree._Element) -> None:
        """Set the changes of a tree aside in place: what is left is the tree with all of them accepted."""
        self._root = root
        self._come: list[etree._Element] = []
        self._gone: list[Gone] = []
        rows, lacks = self._gone_rows(), lacks_in(root.iter(*HOLDERS))
        self._set_text_aside(rows)
        joined = self._set_marks_aside(rows)
        join_paragraphs(joined, lambda paragraph: self._take_out(paragraph, joined[paragraph]))
        for paragraph in joined:
            if paragraph.getparent() is not None:
                self._keep_mark(paragraph)
        for node in rows:
            self._set_row_aside(node)
        keep_whole(lacks)

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

    def _anchor(self, gone: Gone) -> etree._Element:
        self._gone.append(gone)
        return etree.Element(ANCHOR, n=str(len(self._gone) - 1))

    def _set_text_aside(self, rows: list[etree._Element]) -> None:
        for change in list(self._root.iter(*MARKS)):
            parent = change.getparent()
            if parent is None or parent.tag in _NOT_TEXT or not _is_under(change, self._root):
                if parent is not None and parent.tag == w("rPr") and change.tag in DELETED:
                    self._set_run_aside(parent, rows)
                continue
            if _is_within(change, rows):
                continue
            if change.tag in DELETED:
                stored = deepcopy(change)
                anchor = self._anchor(Gone(stored))
                if tags := taken(stored, PIECE):
                    anchor.set(PIECE, " ".join(map(str, tags)))
                change.addprevious(anchor)
                parent.remove(change)
                continue
            self._come.append(_empty(change))
            tags = [*tags_of(change), len(self._come) - 1]
            for child in list(change):
                child.set(PIECE, " ".join(map(str, tags)))
                change.addprevious(child)
            parent.remove(change)

    def _set_run_aside(self, properties: etree._Element, rows: list[etree._Element]) -> None:
        """A run of a formula says in its own properties that it is deleted."""
        run = properties.getparent()
        parent = run.getparent() if run is not None else None
        if run is None or parent is None or run.tag not in (w("r"), m("r")) or _is_within(run, rows):
            return
        run.addprevious(self._anchor(Gone(deepcopy(run))))
        parent.remove(run)

    def _set_marks_aside(self, rows: list[etree._Element]) -> dict[etree._Element, int]:
        """Take the changes off the marks of paragraphs; those whose marks are gone, in document order, by number."""
        joined: dict[etree._Element, int] = {}
        for paragraph in list(self._root.iter(w("p"))):
            own = paragraph.find(f"{w('pPr')}/{w('rPr')}")
            marks = [child for child in own if child.tag in MARKS] if own is not None else []
            if own is None or not marks or _is_within(paragraph, rows):
                continue
            properties = deepcopy(paragraph[0])
            for mark in marks:
                own.remove(mark)
            if any(mark.tag in DELETED for mark in marks):
                gone = Gone(properties, True, tuple((str(k), str(v)) for k, v in paragraph.attrib.items()))
                paragraph.append(self._anchor(gone))
                joined[paragraph] = len(self._gone) - 1
            else:
                self._tag_mark(paragraph, marks)
        return joined

    def _take_out(self, paragraph: etree._Element, number: int) -> None:
        """Take out a paragraph whose mark is gone: as a whole, or, joined with the next one, to come where it stood."""
        if len(paragraph) == 1:
            seat = etree.Element(SEAT, n=str(number))
            seat.tail = paragraph.tail
            paragraph.addprevious(seat)
            drop(paragraph)
            return
        anchor = next(one for one in reversed(paragraph) if one.tag == ANCHOR and one.get("n") == str(number))
        paragraph.addprevious(anchor)
        paragraph.replace(paragraph[0], self._gone[number].node)
        self._gone[number] = Gone(paragraph)
        holder = anchor.getparent()
        if holder is not None:
            holder.remove(paragraph)

    def _tag_mark(self, paragraph: etree._Element, marks: list[etree._Element]) -> None:
        self._come += [_empty(mark) for mark in marks]
        first = len(self._come) - len(marks)
        paragraph.set(MARK, " ".join(str(first + at) for at in range(len(marks))))

    def _keep_mark(self, paragraph: etree._Element) -> None:
        """A paragraph whose deleted mark had nothing to join: it stays, and so does the change of its mark."""
        anchor = next((one for one in reversed(paragraph) if one.tag == ANCHOR), None)
        if anchor is None:
            return
        own = self._gone[int(anchor.get("n") or 0)].node.find(w("rPr"))
        paragraph.remove(anchor)
        self._tag_mark(paragraph, [one for one in own if one.tag in MARKS] if own is not None else [])

    def _set_row_aside(self, node: etree._Element) -> None:
        holder = node.getparent()
        while holder is not None and (alone := _is_last(node, holder)):
            if holder.tag not in (w("tr"), w("tbl")) or not alone:
                break
            node, holder = holder, holder.getparent()
        if holder is not None:
            node.addprevious(self._anchor(Gone(deepcopy(node))))
            holder.remove(node)

    def came_by(self, paragraph: etree._Element) -> str:
        """In whose name the mark of a paragraph came, "" where it did not."""
        numbers = (paragraph.get(MARK) or "").split()
        marks = [self._come[int(number)] for number in numbers]
        return next((mark.get(w("author")) or "" for mark in marks if mark.tag in INSERTED), "")

    def run_came_by(self, run: etree._Element) -> str:
        """In whose name a run came, the innermost of them, "" where it did not."""
        changes = [self._come[number] for number in tags_of(run)]
        return next((change.get(w("author")) or "" for change in reversed(changes) if change.tag in INSERTED), "")

    def came_new(self, paragraph: etree._Element) -> bool:
        """Whether the mark of a paragraph was put in, and is not that of one moved there."""
        return any(self._come[int(number)].tag == w("ins") for number in (paragraph.get(MARK) or "").split())

    def put_back(self, identity: Callable[[], int]) -> None:
        """Put all changes back; `identity` gives an id for each further piece of an insertion that was cut.

        And for each further paragraph that took over a look to which another's change of its number belongs.
        """
        PuttingBack(self._root, self._come, self._gone).put_back(identity)
        seen = set[str | None]()
        for change in self._root.iter(w("ins"), w("numberingChange")):
            if (holder := change.getparent()) is not None and holder.tag == w("numPr"):
                if change.get(w("id")) in seen:
                    change.set(w("id"), str(identity()))
                seen.add(change.get(w("id")))


def _empty(change: etree._Element) -> etree._Element:
    made = element(etree.QName(change).localname)
    made.attrib.update(change.attrib)
    made.text, made.tail = change.text, change.tail
    taken(made, PIECE)
    return made


def _is_within(node: etree._Element, rows: list[etree._Element]) -> bool:
    return bool(rows) and any(one in rows for one in node.iterancestors())


def _is_under(node: etree._Element, root: etree._Element) -> bool:
    """Whether an element still stands in the tree: what was set aside with what it stood in does not."""
    return next((above for above in node.iterancestors() if above is root), None) is not None


def _is_last(node: etree._Element, holder: etree._Element) -> bool:
    """Whether a row or table holds nothing else of its kind."""
    return not any(one is not node for one in holder.iterchildren(w("tr"), w("tc"), w("sdt")))
