"""Changes that were set aside put back where their tags and anchors stand, once the tree is edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from models.word.markup import element
from models.word.namespaces import w
from models.word.resolving.kept_tags import ANCHOR, MARK, MARKS, PIECE, Gone, taken

_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"), w("bookmarkEnd"), w("commentRangeEnd"))
_WHOLE = (w("tbl"), w("tr"), w("tc"))


class PuttingBack:
    """Puts the changes of one tree back: `come` are those that brought something, `gone` what others took."""

    def __init__(self, root: etree._Element, come: Sequence[etree._Element], gone: Sequence[Gone]) -> None:
        self._root, self._come, self._gone = root, come, gone

    def put_back(self, identity: Callable[[], int]) -> None:
        """Put all changes back; `identity` gives an id for each further piece of an insertion that was cut."""
        self._put_paragraphs_back()
        used: set[int] = set()
        made: dict[etree._Element, tuple[list[int], etree._Element]] = {}  # around pieces: whose, and what holds them
        for piece in [one for one in self._root.iter() if one.get(PIECE) is not None]:
            numbers = taken(piece, PIECE)
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
        for paragraph in [one for one in self._root.iter(w("p")) if one.get(MARK) is not None]:
            self._put_mark_back(paragraph, taken(paragraph, MARK))

    def _put_paragraphs_back(self) -> None:
        """Make paragraphs of what stands between paragraphs: their text went, and their marks."""
        waiting: list[etree._Element] = []
        for anchor in list(self._root.iter(ANCHOR)):
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
        waiting = list(self._root.iter(ANCHOR))
        for anchor in waiting:
            parent, gone = anchor.getparent(), self._gone[int(anchor.get("n") or 0)]
            if parent is None:
                continue
            if gone.mark:
                _part(parent, anchor, gone.paragraph())
            else:
                anchor.addprevious(gone.node)
                waiting += gone.node.iter(ANCHOR)  # the rows of a table that went with its last one
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
        for child in [child for child in own if child.tag in MARKS]:
            own.remove(child)
            if child.tag not in known:
                marks.append(child)
        for mark in sorted(marks, key=lambda one: MARKS.index(str(one.tag)), reverse=True):
            own.insert(0, deepcopy(mark))


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
