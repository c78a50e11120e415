"""Letters that stand where no page is: moved far up, down or aside, or kept free in a formula."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from models.word.leaving.unseen.cut_off import POINTS
from models.word.leaving.unseen.stretches import RUNS
from models.word.markup import element, letters_in, style_of
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.reading.appearance import OFF
from models.word.reading.list_numbers import lists_of
from models.word.seldom import each, seldom
from models.word.styles import inherited

OFF_PAGE = (
    b":position ", b":ind ", b":framePr ", b":posOffset", b"phant", b"margin-left", b"margin-top", b":tblpPr ",
    b":tblInd ", b":tabs>",
)  # fmt: skip
"""What stands in the bytes of a file that may have such letters."""
_FAR_UP = 200  # half points, up or down
_FAR_LEFT, _FAR_RIGHT = -4_000, 20_000  # twentieths of a point, from the margins of a page
_ABOVE, _BELOW = -12_000, 24_000  # the same, of boxes, which may be as wide and high as a page
_MARGIN = 3_000  # the same: so far from the edge of a page text may begin
_WIDE = 250  # the same: no letter of a frame without a width or height takes more, nor any line
_TO_TWIPS = 635  # English metric units
_NAMED = (w("pStyle"), w("rStyle"))
_UP, _INDENT, _FRAME, _STOP, _STOPS = map(w, ("position", "ind", "framePr", "tab", "tabs"))
_LISTS = {w("num"): w("numId"), w("abstractNum"): w("abstractNumId")}
_TABLE, _FLOATING, _TABLE_INDENT = map(w, ("tbl", "tblpPr", "tblInd"))
_PHANTOM, _SHOWN = m("phant"), f"{m('phantPr')}/{m('show')}"
_STYLE = re.compile(r"(?:^|;)\s*(margin-left|margin-top)\s*:\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px)?", re.I)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ANCHOR = f"{_DRAWN}anchor"
(_SIZE,) = seldom(w("pgSz"))
_SIGNS = seldom(
    _UP, _INDENT, _FRAME, _STOPS, _FLOATING, _TABLE_INDENT, _PHANTOM, _ANCHOR, "{urn:schemas-microsoft-com:vml}*",
)  # fmt: skip


def off_page(root: etree._Element, styles: Collection[str] = ()) -> Iterator[etree._Element]:
    """The runs, paragraphs, boxes and pieces of formulas of a part of which nothing is on a page.

    `styles` are those that put what has no place of its own off the page (`styles_off_page`).
    """
    for named in root.iter(*_NAMED) if styles else ():
        if named.get(w("val")) in styles and (look := named.getparent()) is not None and _places(look) is None:
            yield from _paragraph(named) if named.tag == _NAMED[0] else look.iterancestors(*RUNS)
    page = _largest_page(root)
    known: dict[tuple[str, ...], bool] = {}  # whether an indent of these values is off the page: most are alike
    for sign in each(root, *_SIGNS):
        tag = sign.tag
        if tag == _INDENT:
            said = (*map(str, sign.keys()), *map(str, sign.values()))
            if said not in known:
                known[said] = _is_aside(sign)
            yield from _paragraph(sign) if known[said] else ()
        elif tag == _UP:
            yield from sign.iterancestors(*RUNS) if abs(_figure(sign.get(w("val")))) > _FAR_UP else ()
        elif tag == _FRAME:
            for framed in _paragraph(sign):
                if _is_frame_away(sign, page, letters_in(framed)):
                    yield framed
        elif tag == _STOPS:
            yield from _behind_stop(sign) if _has_far_stop(sign) else ()
        elif tag in (_FLOATING, _TABLE_INDENT):
            yield from list(sign.iterancestors(_TABLE))[:1] if _is_table_away(sign) else ()
        elif tag == _PHANTOM:
            shown = sign.find(_SHOWN)
            yield from (sign,) if shown is not None and shown.get(m("val")) in OFF else ()
        elif tag == _ANCHOR:
            at = (sign.findtext(f"{_DRAWN}{side}/{_DRAWN}posOffset") for side in ("positionH", "positionV"))
            yield from (sign,) if _is_far(*(_figure(one) / _TO_TWIPS for one in at)) else ()
        elif _is_off(sign.get("style") or ""):
            yield sign


def styles_off_page(root: etree._Element | None) -> frozenset[str]:
    """The ids of the styles of paragraphs and letters that put text off the page, by what they stand on too."""
    own: dict[str, bool] = {}
    based: dict[str, str] = {}
    for style in root.iter(w("style")) if root is not None else ():
        name, below = style.get(w("styleId")) or "", style.find(w("basedOn"))
        based[name] = (below.get(w("val")) or "") if below is not None else ""
        looks = [one for one in (style.find(w("pPr")), style.find(w("rPr"))) if one is not None]
        said = [off for off in map(_places, looks) if off is not None]
        if said:
            own[name] = any(said)
    return frozenset(name for name, off in inherited(own, based).items() if off)


class ListsOffPage:
    """The levels of a file's lists that put their items off the page."""

    def __init__(self, package: Package) -> None:
        """Of its numbering part, and of its styles, by which text may stand in lists."""
        numbering = package.root_of("numbering")
        self._far: dict[tuple[str, str | None, int], bool] = {}
        for level in numbering.iter(w("lvl")) if numbering is not None else ():
            indent, holder = level.find(f"{w('pPr')}/{_INDENT}"), next(level.iterancestors(*_LISTS), None)
            if holder is not None:
                key = str(holder.tag), holder.get(_LISTS[holder.tag]), _figure(level.get(w("ilvl")))
                self._far[key] = indent is not None and _is_aside(indent)
        self._lists = lists_of(package) if any(self._far.values()) else None

    def items_of(self, root: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs of a part that stand at such a level and have no indent of their own."""
        if self._lists is None:
            return
        for paragraph in root.iter(w("p")):
            look = paragraph.find(w("pPr"))
            look = element("pPr") if look is None else look
            place = self._lists.place(look, style_of(look))
            if place is None or look.find(_INDENT) is not None:
                continue
            listed, level = place
            usual = self._far.get((w("abstractNum"), self._lists.definition(listed), level), False)
            if self._far.get((w("num"), listed, level), usual):
                yield paragraph


def _places(look: etree._Element) -> bool | None:
    """Whether a look puts its text off the page, None where it says nothing of its place."""
    indent, up, frame = (look.find(tag) for tag in (_INDENT, _UP, _FRAME))
    said = [_is_aside(indent)] if indent is not None else []
    said += [abs(_figure(up.get(w("val")))) > _FAR_UP] if up is not None else []
    said += [_is_frame_away(frame, (_BELOW, _BELOW))] if frame is not None else []
    return any(said) if said else None


def _largest_page(root: etree._Element) -> tuple[int, int]:
    """The width and height that no page of a part is larger than, in twentieths of a point."""
    sizes = list(each(root, _SIZE))
    wide, high = (max((_figure(one.get(w(key))) for one in sizes), default=0) for key in ("w", "h"))
    return wide or _BELOW, high or _BELOW


def _is_frame_away(frame: etree._Element, page: tuple[int, int], words: str | None = None) -> bool:
    """Whether a frame, which may hold some words alone, is off a page of a width and height.

    What it is measured from may be inside of the page: margins as far as _MARGIN, text anywhere.
    """
    places = [_figure(frame.get(w(key))) for key in ("x", "y")]
    if _is_far(places[0], places[1]):
        return True
    sides = zip(places, page, (("w", "hAnchor", "xAlign"), ("h", "vAnchor", "yAlign")), strict=True)
    for place, most, (size, anchor, align) in sides:
        own = _figure(frame.get(w(size))) or (_WIDE * (len(words) + 1) if words is not None else most)
        inside = {"page": 0, "margin": _MARGIN}.get(frame.get(w(anchor), "page"), most)
        if frame.get(w(align)) is None and (place >= most or place + own <= -inside):
            return True
    return False


def _is_aside(indent: etree._Element) -> bool:
    left = _figure(indent.get(w("left")) or indent.get(w("start")))
    begun = left + _figure(indent.get(w("firstLine"))) - _figure(indent.get(w("hanging")))
    return begun < _FAR_LEFT or left > _FAR_RIGHT


def _has_far_stop(stops: etree._Element) -> bool:
    return any(_figure(stop.get(w("pos"))) > _FAR_RIGHT and stop.get(w("val")) != "clear" for stop in stops)


def _behind_stop(stops: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph from its first tabulator on: which stop it leads to hangs on how long the words are."""
    runs = [run for paragraph in _paragraph(stops) for run in paragraph.iter(*RUNS)]
    first = next((at for at, run in enumerate(runs) if run.find(_STOP) is not None), len(runs))
    yield from runs[first:]


def _is_table_away(sign: etree._Element) -> bool:
    if sign.tag == _FLOATING:
        return _is_far(_figure(sign.get(w("tblpX"))), _figure(sign.get(w("tblpY"))))
    aside = _figure(sign.get(w("w"))) if sign.get(w("type"), "dxa") == "dxa" else 0
    return not _FAR_LEFT <= aside <= _FAR_RIGHT


def _is_off(style: str) -> bool:
    """Whether the style of an older drawing leaves nothing of it on a page."""
    said = {hit[1].lower(): float(hit[2]) * POINTS[(hit[3] or "").lower()] * 20 for hit in _STYLE.finditer(style)}
    return "absolute" in style and _is_far(said.get("margin-left", 0), said.get("margin-top", 0))


def _is_far(left: float, top: float) -> bool:
    return min(left, top) < _ABOVE or max(left, top) > _BELOW


def _paragraph(sign: etree._Element) -> Iterator[etree._Element]:
    above = sign.getparent()
    holder = above.getparent() if above is not None else None
    if holder is not None and holder.tag == w("p"):
        yield holder


def _figure(value: str | None) -> int:
    plain = (value or "").removesuffix("pt").partition(".")[0]
    return int(plain) if plain.removeprefix("-").isdecimal() and plain.isascii() and len(plain) < 12 else 0
