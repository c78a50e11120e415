"""What LibreOffice puts where a tracked change has no letter, or no date, of its own: taken out again."""

from __future__ import annotations

from lxml import etree

from models.word.markup import child_of, take_out
from models.word.namespaces import XML, w
from models.word.reading.alternatives import ALTERNATIVES

_ROW, _DRAWING = "\u200d", "\u200b"
_NO_DATE = "0-00-00T00:00:00Z"  # of a row, and no date of any calendar
_LETTERS, _RUN, _RPR, _PPR, _TRPR = (w("t"), w("delText")), w("r"), w("rPr"), w("pPr"), w("trPr")
_DATE, _SPACE = w("date"), f"{{{XML}}}space"
_CHANGES, _DRAWN = (w("ins"), w("del")), (w("drawing"), w("pict"), w("object"), ALTERNATIVES)


def leave_out_stand_ins(root: etree._Element) -> None:
    """Take out the letter in an empty row that came or went, those beside a drawing that did, and dates of no day."""
    for properties in root.iter(_TRPR):
        for change in properties.iterchildren(*_CHANGES):
            if change.get(_DATE) == _NO_DATE:
                del change.attrib[_DATE]
    for letters in list(root.iter(*_LETTERS)):
        said = letters.text or ""
        if said == _ROW and _is_alone_in_changed_row(letters):
            _say(letters, "")
        elif _DRAWING in said:
            said = said[1:] if said[0] == _DRAWING and _is_beside_drawing(letters, behind=True) else said
            said = said[:-1] if said[-1:] == _DRAWING and _is_beside_drawing(letters, behind=False) else said
            _say(letters, said)


def _say(letters: etree._Element, said: str) -> None:
    """Give letters what they are to say; with nothing to say they go, and what held nothing but them."""
    letters.text = said
    letters.set(_SPACE, "preserve")
    node: etree._Element | None = letters if not said else None
    while node is not None:
        holder = node.getparent()
        take_out(node)
        is_left = holder is not None and holder.tag in (_RUN, *_CHANGES) and all(one.tag == _RPR for one in holder)
        node = holder if is_left else None


def _is_alone_in_changed_row(letters: etree._Element) -> bool:
    run = letters.getparent()
    if run is None or [one for one in run if one.tag != _RPR] != [letters]:
        return False
    change = run.getparent()
    paragraph = None if change is None or change.tag not in _CHANGES else change.getparent()
    if change is None or paragraph is None or [one.tag for one in paragraph if one.tag != _PPR] != [change.tag]:
        return False
    row = next(paragraph.iterancestors(w("tr")), None)
    properties = None if row is None else child_of(row, _TRPR)
    return len(change) == 1 and properties is not None and any(one.tag in _CHANGES for one in properties)


def _is_beside_drawing(letters: etree._Element, *, behind: bool) -> bool:
    """Whether letters of a change begin right behind a drawing, or else end right before one."""
    if next(letters.iterancestors(*_CHANGES), None) is None:
        return False
    node: etree._Element | None = letters
    while node is not None:
        for one in node.itersiblings(preceding=behind):
            if one.tag != _RPR:
                return _draws(one)
        holder = node.getparent()
        node = holder if holder is not None and holder.tag in (_RUN, *_CHANGES) else None
    return False


def _draws(node: etree._Element) -> bool:
    """Whether an element is a drawing, a run that has one, or a change with such a run."""
    if node.tag in _DRAWN:
        return True
    return node.tag in (_RUN, *_CHANGES) and any(_draws(one) for one in node)
