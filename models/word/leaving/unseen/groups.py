"""Pieces of groups of drawings that come out as small as nothing, or off the page: a group is measured in its own way.

Source: ECMA-376 part 1, 20.1.7.5 (how a group scales what it holds).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from models.word.markup import whole
from models.word.seldom import each, seldom

_TO_TWIPS = 635  # English metric units
_GROUPS = frozenset(("wgp", "grpSp"))
_PIECES = seldom("{*}wsp", "{*}pic", "{*}graphicFrame")
_FAR = 24_000  # twentieths of a point: a page away from where its group begins


class _Measure(NamedTuple):
    """Where a way of measuring begins, and how long its unit is, in twentieths of a point; across and down."""

    start: tuple[float, float]
    unit: tuple[float, float]


def pieces_unseen(root: etree._Element, least: float) -> Iterator[etree._Element]:
    """The shapes and pictures in groups of a part with a side of no more than `least`, in twentieths of a point, and
    those that are far off."""
    known: dict[etree._Element, _Measure | None] = {}
    for piece in each(root, *_PIECES):
        group = piece.getparent()
        if group is None or _local(group) not in _GROUPS:
            continue
        measure, own = _measure(group, known), _placed(piece, "spPr")
        if measure is None or own is None:
            continue
        sides = [size * unit for size, unit in zip(own.size, measure.unit, strict=True)]
        places = [
            start + place * unit for start, place, unit in zip(measure.start, own.place, measure.unit, strict=True)
        ]
        far = any(place > _FAR or place + side < -_FAR for place, side in zip(places, sides, strict=True))
        if far or min(sides) <= least:
            yield piece


class _Placed(NamedTuple):
    place: tuple[float, float]
    size: tuple[float, float]
    inner_place: tuple[float, float]
    inner_size: tuple[float, float]


def _placed(node: etree._Element, look: str) -> _Placed | None:
    """Where a piece stands and how large it is, as its group measures, and how it measures what it holds."""
    said = next((one for one in node if _local(one) == look), None)
    form = said.find("{*}xfrm") if said is not None else None
    if form is None:
        return None
    place, size = _pair(form, "off", "x", "y"), _pair(form, "ext", "cx", "cy")
    if place is None or size is None:
        return None
    return _Placed(place, size, _pair(form, "chOff", "x", "y") or place, _pair(form, "chExt", "cx", "cy") or size)


def _pair(form: etree._Element, name: str, across: str, down: str) -> tuple[float, float] | None:
    one = form.find(f"{{*}}{name}")
    said = (whole(one.get(across)), whole(one.get(down))) if one is not None else (None, None)
    return None if said[0] is None or said[1] is None else (float(said[0]), float(said[1]))


def _measure(group: etree._Element, known: dict[etree._Element, _Measure | None]) -> _Measure | None:
    """How a group measures what it holds, counted from where the outermost one begins."""
    if group not in known:
        above, own = group.getparent(), _placed(group, "grpSpPr")
        outer = _measure(above, known) if above is not None and _local(above) in _GROUPS else None
        if own is not None and outer is None:
            outer = _Measure((-own.place[0] / _TO_TWIPS, -own.place[1] / _TO_TWIPS), (1 / _TO_TWIPS, 1 / _TO_TWIPS))
        if own is None or outer is None:
            known[group] = None
        else:
            unit = [outer.unit[at] * (own.size[at] / own.inner_size[at] if own.inner_size[at] else 1) for at in (0, 1)]
            start = [outer.start[at] + own.place[at] * outer.unit[at] - own.inner_place[at] * unit[at] for at in (0, 1)]
            known[group] = _Measure((start[0], start[1]), (unit[0], unit[1]))
    return known[group]


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]
