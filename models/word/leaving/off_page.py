"""Letters that stand where no page is: moved far up, down or aside, in boxes of no size, or kept free in a formula."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from models.word.namespaces import m, w

OFF_PAGE = (b":position ", b":ind ", b":framePr ", b":posOffset", b"phant", b"margin-left", b"margin-top", b"width:0")
"""What stands in the bytes of a file that may have such letters."""
_FAR_UP = 200  # half points, up or down
_FAR_LEFT, _FAR_RIGHT = -4_000, 20_000  # twentieths of a point, from the margins of a page
_ABOVE, _BELOW = -12_000, 24_000  # the same, of boxes, which may be as wide and high as a page
_TO_TWIPS = 635  # English metric units
_OFF = ("0", "false", "off")
_NAMED = (w("pStyle"), w("rStyle"))
RUNS = (w("r"), m("r"))
"""The runs of a text, and those of its formulas."""
_UP, _INDENT, _FRAME = w("position"), w("ind"), w("framePr")
_PHANTOM, _SHOWN = m("phant"), f"{m('phantPr')}/{m('show')}"
_STYLE = re.compile(r"(?:^|;)\s*(margin-left|margin-top|width|height)\s*:\s*(-?[\d.]+)\s*(pt|in|cm|mm|px)?", re.I)
_POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ANCHOR = f"{_DRAWN}anchor"
_SIGNS = (_UP, _INDENT, _FRAME, _PHANTOM, _ANCHOR, "{urn:schemas-microsoft-com:vml}*")


def off_page(root: etree._Element, styles: Collection[str] = ()) -> Iterator[etree._Element]:
    """The runs, paragraphs, boxes and pieces of formulas of a part of which nothing is on a page.

    `styles` are those that put what has no place of its own off the page (`styles_off_page`).
    """
    for named in root.iter(*_NAMED) if styles else ():
        if named.get(w("val")) in styles and (look := named.getparent()) is not None and _places(look) is None:
            yield from _paragraph(named) if named.tag == _NAMED[0] else look.iterancestors(*RUNS)
    known: dict[tuple[str, ...], bool] = {}  # whether an indent of these values is off the page: most are alike
    for sign in root.iter(*_SIGNS):
        tag = sign.tag
        if tag == _INDENT:
            said = (*map(str, sign.keys()), *map(str, sign.values()))
            if said not in known:
                known[said] = _is_aside(sign)
            yield from _paragraph(sign) if known[said] else ()
        elif tag == _UP:
            yield from sign.iterancestors(*RUNS) if abs(_figure(sign.get(w("val")))) > _FAR_UP else ()
        elif tag == _FRAME:
            yield from _paragraph(sign) if _is_far(_figure(sign.get(w("x"))), _figure(sign.get(w("y")))) else ()
        elif tag == _PHANTOM:
            shown = sign.find(_SHOWN)
            yield from (sign,) if shown is not None and shown.get(m("val")) in _OFF else ()
        elif tag == _ANCHOR:
            at = (sign.findtext(f"{_DRAWN}{side}/{_DRAWN}posOffset") for side in ("positionH", "positionV"))
            yield from (sign,) if _is_far(*(_figure(one) / _TO_TWIPS for one in at)) else ()
        elif _is_off(sign.get("style") or ""):
            yield sign


def styles_off_page(root: etree._Element | None) -> frozenset[str]:
    """The ids of the styles of paragraphs and letters that put text off the page, by what they stand on too."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in root.iter(w("style")) if root is not None else ():
        name, below = style.get(w("styleId")) or "", style.find(w("basedOn"))
        based[name] = (below.get(w("val")) or "") if below is not None else ""
        looks = [one for one in (style.find(w("pPr")), style.find(w("rPr"))) if one is not None]
        said = [off for off in map(_places, looks) if off is not None]
        own[name] = any(said) if said else None
    found: dict[str, bool] = {}
    for name in own:
        chain: dict[str, None] = {}
        while name in own and own[name] is None and name not in found and name not in chain:
            chain[name] = None
            name = based[name]
        off = found.get(name, bool(own.get(name)))
        found.update(dict.fromkeys((*chain, name), off))
    return frozenset(name for name, off in found.items() if off and name in own)


def _places(look: etree._Element) -> bool | None:
    """Whether a look puts its text off the page, None where it says nothing of its place."""
    indent, up, frame = (look.find(tag) for tag in (_INDENT, _UP, _FRAME))
    said = [_is_aside(indent)] if indent is not None else []
    said += [abs(_figure(up.get(w("val")))) > _FAR_UP] if up is not None else []
    said += [_is_far(_figure(frame.get(w("x"))), _figure(frame.get(w("y"))))] if frame is not None else []
    return any(said) if said else None


def _is_aside(indent: etree._Element) -> bool:
    left = _figure(indent.get(w("left")) or indent.get(w("start")))
    begun = left + _figure(indent.get(w("firstLine"))) - _figure(indent.get(w("hanging")))
    return begun < _FAR_LEFT or left > _FAR_RIGHT


def _is_off(style: str) -> bool:
    """Whether the style of an older drawing leaves nothing of it on a page."""
    said = {hit[1].lower(): float(hit[2]) * _POINTS[(hit[3] or "").lower()] * 20 for hit in _STYLE.finditer(style)}
    far = _is_far(said.get("margin-left", 0), said.get("margin-top", 0))
    return "absolute" in style and (far or said.get("width") == 0 == said.get("height"))


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
