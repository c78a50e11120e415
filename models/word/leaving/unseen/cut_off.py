"""Letters that have no room to be seen: lines, frames and boxes as small as nothing, cells that another one covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from models.word.leaving.unseen.groups import pieces_unseen
from models.word.markup import child_of, in_sorts, whole
from models.word.namespaces import w
from models.word.seldom import each, seldom

CUT_OFF = (b'"exact"', b":vMerge", b":hMerge", b":extent ", b"width:", b"height:")
"""What stands in the bytes of a file that may have such letters."""
_CUT = 60  # twentieths of a point: lines of no more show nothing of their letters
_TO_TWIPS = 635  # English metric units
_VAL, _MERGED, _JOINED, _PARAGRAPH = map(w, ("val", "vMerge", "hMerge", "p"))
_TABLE, _ROW, _CELL = map(w, ("tbl", "tr", "tc"))
_HEIGHTS = (
    (w("spacing"), w("line"), w("lineRule"), _PARAGRAPH),
    (w("trHeight"), _VAL, w("hRule"), _ROW),
    (w("framePr"), w("h"), w("hRule"), _PARAGRAPH),
)
_SIZE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_OLDER, _TEXTBOX = "{urn:schemas-microsoft-com:vml}*", "{urn:schemas-microsoft-com:vml}textbox"
seldom(*(tag for tag, *_ in _HEIGHTS), _MERGED, _JOINED, _SIZE, _OLDER)
_SIDE = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*(\d*\.?\d+)\s*(pt|in|cm|mm|px)?", re.I)
POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
"""The units in which the styles of older drawings measure; pixels where they name none."""


def cut_off(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, rows, cells and boxes of a part whose letters have no room."""
    *highs, merged, sizes = in_sorts(root, *((tag,) for tag, *_ in _HEIGHTS), (_MERGED, _JOINED), (_SIZE,))
    for (_, height, rule, holder), signs in zip(_HEIGHTS, highs, strict=True):
        for sign in signs:
            high = whole(sign.get(height)) if sign.get(rule) == "exact" else None
            if high is not None and 0 <= high <= _CUT and (above := next(sign.iterancestors(holder), None)) is not None:
                yield above
    for table in {above: None for sign in merged for above in list(sign.iterancestors(_TABLE))[:1]}:
        yield from _covered(table)
    for size in sizes:
        box, sides = size.getparent(), [(whole(size.get(side)) or 0) / _TO_TWIPS for side in ("cx", "cy")]
        if box is not None and min(sides) <= _CUT and next(box.iter("{*}spAutoFit"), None) is None:
            yield box
    for piece in pieces_unseen(root, _CUT):
        if next(piece.iter("{*}spAutoFit"), None) is None:
            yield piece
    for shape in each(root, _OLDER):
        style = shape.get("style") or ""
        if "percent" not in style and _is_thin(style) and _holds_text(shape) and not _is_fitted(shape):
            yield shape


def _covered(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table that go on with the one above or before them, which is drawn over them."""
    above: set[int] = set()  # the columns that are merged in the row before
    for row in table.iterchildren(_ROW):
        before, now = row.find(f"{w('trPr')}/{w('gridBefore')}"), set[int]()
        at, open_before = (whole(before.get(_VAL)) or 0) if before is not None else 0, False
        for cell in row.iterchildren(_CELL):
            look = child_of(cell, w("tcPr"))
            tags = (_MERGED, _JOINED, w("gridSpan"))
            merged, joined, span = (child_of(look, tag) if look is not None else None for tag in tags)
            if merged is not None:
                now.add(at)
            below = merged is not None and at in above and merged.get(_VAL) != "restart"
            behind = joined is not None and open_before and joined.get(_VAL) != "restart"
            if below or behind:
                yield cell
            open_before = joined is not None and (behind or joined.get(_VAL) == "restart")
            at += max(1, whole(span.get(_VAL)) or 1) if span is not None else 1
        above = now


def _is_thin(style: str) -> bool:
    return (thin := thinnest(style)) is not None and thin <= _CUT


def thinnest(style: str) -> float | None:
    """The shortest side that the style of an older drawing says, in twentieths of a point, if it says any."""
    sides = [float(hit[1]) * POINTS[(hit[2] or "").lower()] * 20 for hit in _SIDE.finditer(style)]
    return min(sides, default=None)


def _holds_text(shape: etree._Element) -> bool:
    return next(shape.iter(_TEXTBOX), None) is not None


def _is_fitted(shape: etree._Element) -> bool:
    """Whether an older box grows with its text."""
    return any("mso-fit-shape-to-text:t" in (box.get("style") or "") for box in shape.iter(_TEXTBOX))
