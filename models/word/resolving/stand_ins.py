"""What LibreOffice puts where a tracked change has no letter, or no date, of its own: taken out again."""

from __future__ import annotations

from lxml import etree

from models.word.markup import child_of, take_out
from models.word.namespaces import w
from models.word.reading.alternatives import ALTERNATIVES

_ROW, _DRAWING = "\u200d", "\u200b"
_NO_DATE = "0-00-00T00:00:00Z"  # of a row, and no date of any calendar
_LETTERS, _RUN, _PPR, _TRPR = (w("t"), w("delText")), w("r"), w("pPr"), w("trPr")
_DATE = w("date")
_CHANGES, _DRAWN = (w("ins"), w("del")), (w("drawing"), w("pict"), w("object"), ALTERNATIVES)


def leave_out_stand_ins(root: etree._Element) -> None:
    """Take out the letter in an empty row that came or went, those beside a drawing that did, and dates of no day."""
    for properties in root.iter(_TRPR):
        for change in properties.iterchildren(*_CHANGES):
            if change.get(_DATE) == _NO_DATE:
                del change.attrib[_DATE]
    for letters in list(root.iter(*_LETTERS)):
        if letters.text not in (_ROW, _DRAWING):
            continue
        run = letters.getparent()
        if run is None or run.tag != _RUN:
            continue
        if _is_alone_in_changed_row(run) if letters.text == _ROW else _is_beside_drawing(run):
            holder = run.getparent()
            take_out(letters if _draws(run) else run)
            if holder is not None and holder.tag in _CHANGES and not len(holder):
                take_out(holder)


def _is_alone_in_changed_row(run: etree._Element) -> bool:
    change = run.getparent()
    paragraph = None if change is None or change.tag not in _CHANGES else change.getparent()
    if change is None or paragraph is None or [one.tag for one in paragraph if one.tag != _PPR] != [change.tag]:
        return False
    row = next(paragraph.iterancestors(w("tr")), None)
    properties = None if row is None else child_of(row, _TRPR)
    return len(change) == 1 and properties is not None and any(one.tag in _CHANGES for one in properties)


def _is_beside_drawing(run: etree._Element) -> bool:
    holder = run.getparent()
    outer = holder if holder is not None and holder.tag in _CHANGES and len(holder) == 1 else run
    return any(one is not None and _draws(one) for one in (run, outer.getprevious(), outer.getnext()))


def _draws(node: etree._Element) -> bool:
    """Whether a run has a drawing, or one of those in a change has."""
    runs = [node] if node.tag == _RUN else list(node) if node.tag in _CHANGES else []
    return bool(runs) and any(one.tag in _DRAWN for run in runs for one in run)
