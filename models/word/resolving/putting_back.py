"""Changes that were set aside put back where their tags and anchors stand, once the tree is edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from models.word.markup import element
from models.word.namespaces import w
from models.word.resolving.control_ranges import set_ranges
from models.word.resolving.joining import RANGE_MARKS, drop
from models.word.resolving.kept_tags import ANCHOR, MARK, MARKS, PIECE, SEAT, Gone, tags_of, taken

_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"), w("bookmarkEnd"), w("commentRangeEnd"))
_COME = (w("ins"), w("moveTo"))
_HOLD_RUNS = tuple(map(w, ("sdt", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo")))
_SILENT = (*RANGE_MARKS, w("proofErr"), w("del"), w("moveFrom"))


class PuttingBack:
    """Puts the changes of one tree back: `come` are those that brought something, `gone` what others took."""

    def __init__(self, root: etree._Element, come: Sequence[etree._Element], gone: Sequence[Gone]) -> None:
        self._root, self._come, self._gone = root, come, gone

    def put_back(self, identity: Callable[[], int]) -> None:
        """Put all changes back; `identity` gives an id for each further piece of an insertion that was cut."""
        self._put_paragraphs_back()
        for piece in [one for one in self._root.iter(*_HOLD_RUNS) if one.get(PIECE) is not None]:
            self._divide(piece, identity)
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

    def _divide(self, piece: etree._Element, identity: Callable[[], int]) -> None:
        """Hand the tag of what holds an insertion made since on to what else it holds: none stands within another."""
        if next(piece.iter(*_COME), None) is None:
            return
        numbers = taken(piece, PIECE)
        content = piece.find(w("sdtContent")) if piece.tag == w("sdt") else piece
        held = list(content) if content is not None else []
        if piece.tag in (w("sdt"), w("customXml")):
            set_ranges(piece, self._come[numbers[0]], identity)
        for child in held:
            if child.tag in (*_COME, w("customXmlPr"), w("smartTagPr")):
                continue
            child.set(PIECE, " ".join(map(str, [*numbers, *tags_of(child)])))
            if child.tag in _HOLD_RUNS:
                self._divide(child, identity)

    def _put_paragraphs_back(self) -> None:
        """Put back the paragraphs that went as a whole, with what is set aside of them."""
        for anchor in list(self._root.iter(ANCHOR)):
            node, parent = self._gone[int(anchor.get("n") or 0)].node, anchor.getparent()
            if node.tag == w("p") and parent is not None:
                parent.replace(anchor, node)

    def _put_gone_back(self) -> None:
        waiting = list(self._root.iter(ANCHOR))
        seats = {seat.get("n"): seat for seat in self._root.iter(SEAT)}
        later: set[etree._Element] = set()  # paragraphs that have one before them which could not take its seat
        for anchor in waiting:
            parent, gone = anchor.getparent(), self._gone[int(anchor.get("n") or 0)]
            if parent is None:
                continue
            if gone.mark:
                seat = seats.get(anchor.get("n")) if parent not in later else None
                if not _part(parent, anchor, gone.paragraph(), seat):
                    later.add(parent)
            else:
                anchor.addprevious(gone.node)
                waiting += gone.node.iter(ANCHOR)  # the rows of a table that went with its last one
            parent.remove(anchor)
        for seat in list(seats.values()):
            drop(seat)

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


def _part(
    parent: etree._Element, anchor: etree._Element, paragraph: etree._Element, seat: etree._Element | None
) -> bool:
    """Put what stands before an anchor into a paragraph of its own: where it stood, if no other came in between.

    Gives whether it is there; if not, it is right before the one it was joined with.
    """
    stays = False
    for child in list(parent):
        if child is anchor:
            break
        if child.tag != w("pPr"):
            stays = stays or child.tag not in _SILENT
            paragraph.append(child)
    if seat is not None and (not stays or _paragraph_after(seat) is parent):
        seat.addprevious(paragraph)
        paragraph.tail = seat.tail
        return True
    place, before = parent, parent.getprevious()
    while before is not None and before.tag in _ENDS:  # ranges that ended after the paragraph
        place, before = before, before.getprevious()
    place.addprevious(paragraph)
    return False


def _paragraph_after(node: etree._Element) -> etree._Element | None:
    """The first paragraph after an element."""
    place: etree._Element | None = node
    while place is not None:
        for after in place.itersiblings():
            if (found := next(after.iter(w("p")), None)) is not None:
                return found
        place = place.getparent()
    return None
