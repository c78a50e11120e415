"""Taking elements out of a Word tree so that nothing else is lost, and joining paragraphs whose mark went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from models.word.namespaces import m, w

PLACE = "{urn:adref:place}"  # marks left by the reader to find a place again after changes are resolved
RANGE_MARKS = (
    w("bookmarkStart"), w("bookmarkEnd"), w("commentRangeStart"), w("commentRangeEnd"), w("permStart"), w("permEnd"),
    w("moveFromRangeStart"), w("moveFromRangeEnd"), w("moveToRangeStart"), w("moveToRangeEnd"),
)  # fmt: skip
"""The ends of stretches of text, which take no room in it."""
_PLACES = (f"{PLACE}start", f"{PLACE}end")
_MARKS = frozenset((*RANGE_MARKS, *_PLACES))
# Elements between paragraphs that are no blocks of text themselves; runs are none either, and belong in paragraphs.
_BETWEEN = frozenset(
    (
        *RANGE_MARKS, *_PLACES, w("proofErr"), w("customXmlInsRangeStart"), w("customXmlInsRangeEnd"),
        w("customXmlDelRangeStart"), w("customXmlDelRangeEnd"), w("customXmlMoveFromRangeStart"),
        w("customXmlMoveFromRangeEnd"), w("customXmlMoveToRangeStart"), w("customXmlMoveToRangeEnd"),
    )
)  # fmt: skip
HOLDERS = (w("tc"), w("txbxContent"), w("footnote"), w("endnote"), w("comment"))
"""What must not be left without a last paragraph."""
_WRAPPERS = (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"))
_PROPERTIES = (w("sdtPr"), w("sdtEndPr"), w("customXmlPr"), w("smartTagPr"))
_WIDE, _MANY = 1000, 20  # elements in one, and those with some: lxml takes time by the square of what goes at once
_LETTERS = frozenset((w("t"), w("delText"), m("t")))
_SILENT = frozenset((w("rPr"), w("lastRenderedPageBreak"), w("commentReference"), w("annotationRef")))


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def drop(element: etree._Element) -> None:
    """Take an element out; ends of ranges (bookmarks, comments) that reach beyond it stay in its place."""
    parent = element.getparent()
    if parent is None:
        return
    marks, within = list[etree._Element](), list[etree._Element]()
    for one in element.iter():
        if one.tag in _MARKS and one is not element:
            marks.append(one)
        elif len(one):
            within.append(one)
    if marks:
        pairs = [_pair(mark) for mark in marks]
        inside = Counter(pairs)
        for mark, pair in zip(marks, pairs, strict=True):
            if mark.tag in _PLACES or inside[pair] == 1:
                element.addprevious(mark)
    for one in reversed(within):
        if len(one) > _WIDE or len(within) > _MANY:
            del one[:]
    parent.remove(element)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, those within content controls too, without those of tables within them."""
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from cells_of(child)


def _pair(mark: etree._Element) -> tuple[str, str | None]:
    name = etree.QName(mark).localname.removesuffix("Start").removesuffix("End")
    return name, mark.get(w("id"))


def join_paragraphs(
    paragraphs: Iterable[etree._Element], take_out: Callable[[etree._Element], object] | None = None
) -> None:
    """Join each paragraph, given in document order, with the one after it, whose mark and properties stay.

    Where no paragraph follows (a table, the end of a cell), a paragraph with text keeps its mark, and one
    without goes unless its container would be left without a paragraph. `take_out` takes one out that is left empty;
    without it the content controls around it that held nothing else go too.
    """
    take_out = take_out or _take_out
    waiting: dict[etree._Element, list[etree._Element]] = {}  # what is to stand at the head of a paragraph
    asides: dict[etree._Element, etree._Element] = {}  # where it stands until then: not outside the tree, as for _WIDE
    for paragraph in paragraphs:
        if paragraph.getparent() is None:
            continue
        after, at_end = _following(paragraph)
        if after is not None:
            # Handed on from mark to mark and set down once: thousands of joined paragraphs are no thousands of moves.
            content = waiting.pop(paragraph, [])
            root = paragraph.getroottree().getroot()
            if root not in asides:
                asides[root] = etree.SubElement(root, f"{PLACE}start")
            own = [child for child in paragraph if child.tag != w("pPr")]
            asides[root].extend(own)
            content += own
            take_out(paragraph)
            content += waiting.get(after, [])
            waiting[after] = content
            continue
        _set_down(waiting.pop(paragraph, []), paragraph)
        if not has_content(paragraph) and (not at_end or _follows_paragraph(paragraph)):
            take_out(paragraph)
    for paragraph, content in waiting.items():
        _set_down(content, paragraph)
    for root, aside in asides.items():
        root.remove(aside)


def has_content(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds anything a reader would see."""
    return any(any(map(_shows, run)) for run in paragraph.iter(w("r"), m("r")))


def _shows(child: etree._Element) -> bool:
    """Whether something in a run shows; letters do where there are any."""
    return child.tag not in _SILENT and (child.tag not in _LETTERS or bool(child.text))


def joins(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph that one joins when its end goes, be it within a control; None where it joins none."""
    return _following(paragraph)[0]


def _following(paragraph: etree._Element) -> tuple[etree._Element | None, bool]:
    """The paragraph right after another one, or None and whether the container ends there."""
    node = paragraph
    while True:
        after = node.getnext()
        while after is not None and (after.tag in _BETWEEN or after.tag == w("r") or _is_empty_wrapper(after)):
            after = after.getnext()
        while after is not None and after.tag in _WRAPPERS:
            after = next(filter(_is_block, after), None)
        if after is not None:
            return (after, False) if after.tag == w("p") else (None, after.tag == w("sectPr"))
        parent = node.getparent()
        if parent is None or parent.tag not in _WRAPPERS:
            return None, True
        node = parent


def _is_block(element: etree._Element) -> bool:
    return not (element.tag in _BETWEEN or element.tag in _PROPERTIES or _is_empty_wrapper(element))


def _is_empty_wrapper(element: etree._Element) -> bool:
    return element.tag in _WRAPPERS and next(element.iter(w("p"), w("tbl")), None) is None


def _follows_paragraph(paragraph: etree._Element) -> bool:
    before = paragraph.getprevious()
    while before is not None and not _is_block(before):
        before = before.getprevious()
    return before is not None and before.tag == w("p")


def _set_down(content: list[etree._Element], paragraph: etree._Element) -> None:
    at = 1 if len(paragraph) and paragraph[0].tag == w("pPr") else 0
    paragraph[at:at] = content


def _take_out(paragraph: etree._Element) -> None:
    """Drop a paragraph, and the content controls around it that held nothing else."""
    wrapper = paragraph.getparent()
    drop(paragraph)
    while wrapper is not None and wrapper.tag in _WRAPPERS:
        parent = wrapper.getparent()
        if parent is None or any(map(_is_block, wrapper)):
            return
        drop(wrapper)
        wrapper = parent


def lacks_in(holders: Iterable[etree._Element]) -> dict[etree._Element, str]:
    """What each cell, text box and note ends with that is no paragraph: "table", "nothing", "" where it is one.

    A box that older programs are to show may be empty, and some programs end a cell with a table.
    """
    return {holder: _lack(holder) for holder in holders}


def keep_whole(lacks: Mapping[etree._Element, str]) -> None:
    """Give each cell, text box and note that lost its last paragraph one: Word refuses a file where it is missing."""
    for holder, before in lacks.items():
        if _lack(holder) not in ("", before):
            etree.SubElement(holder, w("p"))


def _lack(holder: etree._Element) -> str:
    last = next(filter(_is_block, reversed(holder)), None)
    if last is None or last.tag == w("tcPr"):
        return "nothing"
    return "table" if last.tag == w("tbl") else ""
