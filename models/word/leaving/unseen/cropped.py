"""Pictures of which a page shows a piece alone, or nothing that anybody could see: the whole of them leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from models.word.leaving.unseen.cut_off import thinnest
from models.word.leaving.unseen.groups import pieces_unseen
from models.word.markup import whole
from models.word.namespaces import VML

_SIDES = ("l", "t", "r", "b")
_OLDER_SIDES = tuple(f"crop{side}" for side in ("left", "top", "right", "bottom"))
_LEAST = 0.01  # of a side: programs that round cut off less
_WHOLE, _OLDER_WHOLE = 100_000, 65_536  # what the sides are measured in
_TO_TWIPS = 635  # English metric units
_SIZE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_FAINT = 0.05  # of the ink: less is not seen on paper
_TINY = 5  # twentieths of a point: a quarter of a point is the finest line that Word draws


def cropped(root: etree._Element) -> Iterator[etree._Element]:
    """The places in a part that show a picture without what is cut off at a side."""
    for cut in root.iter("{*}srcRect"):
        if any(_share(cut.get(side) or "") >= _LEAST for side in _SIDES):
            yield cut
    for filled in root.iter("{*}fillRect"):
        above = filled.getparent()
        if above is not None and str(above.tag).endswith("}stretch") and _leaves_over(filled):
            yield filled
    for image in root.iter(f"{{{VML}}}imagedata"):
        if any(_share(image.get(side) or "", "f") >= _LEAST for side in _OLDER_SIDES):
            yield image


def too_small(root: etree._Element) -> Iterator[etree._Element]:
    """The drawings of a part with a picture that are thinner than any line, off the page, or without ink."""
    for size in root.iter(_SIZE):
        drawn = size.getparent()
        if drawn is not None and min((whole(size.get(side)) or 0) / _TO_TWIPS for side in ("cx", "cy")) < _TINY:
            yield from (drawn,) if next(drawn.iter("{*}blip"), None) is not None else ()
    for piece in pieces_unseen(root, _TINY):
        yield from (piece,) if next(piece.iter("{*}blip"), None) is not None else ()
    for faded in root.iter("{*}alphaModFix"):
        if (value := faded.get("amt")) is not None and _share(value) <= _FAINT:
            yield faded
    for shape in root.iter(f"{{{VML}}}shape"):
        thin = thinnest(shape.get("style") or "")
        if thin is not None and thin < _TINY and next(shape.iter(f"{{{VML}}}imagedata"), None) is not None:
            yield shape


def _leaves_over(filled: etree._Element) -> bool:
    """Whether a picture is drawn beyond its frame, which cuts it off, or has no room in it."""
    left, top, right, bottom = (_share(filled.get(side) or "") for side in _SIDES)
    return min(left, top, right, bottom) <= -_LEAST or max(left + right, top + bottom) >= 1 - _LEAST


def _share(value: str, unit: str = "") -> float:
    """The share of a picture that a value cuts off; negative ones add to it."""
    with suppress(ValueError):
        if value.endswith("%"):
            return float(value[:-1]) / 100
        if unit:
            return float(value[:-1]) / _OLDER_WHOLE if value.endswith(unit) else float(value or 0)
        return float(value or 0) / _WHOLE
    return 0.0
