"""Letters of titles and labels in a chart that nobody sees: without ink, in the colour of their ground, tiny."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.leaving.unseen.grounds import NO_INK, PAPER, alike

_TINY = 200  # hundredths of a point
_OPAQUE = 10_000  # thousandths of a per cent
_OF_PAPER = ("bg1", "lt1")
_UNKNOWN = ""
_CHART = "/chart}"
_BESIDE = ("outEnd", "l", "r", "t", "b")  # where a label stands on no bar and no slice
_THIN = ("lineChart", "line3DChart", "scatterChart", "radarChart", "stockChart")  # charts whose series cover nothing


def faint_letters(chart: etree._Element) -> Iterator[etree._Element]:
    """The `a:t` of such letters, by their own look or that of their paragraph."""
    for run in chart.iter("{*}r"):
        paragraph = run.getparent()
        looks = [run.find("{*}rPr"), paragraph.find("{*}pPr/{*}defRPr") if paragraph is not None else None]
        sizes = (one.get("sz") or "" for one in looks if one is not None)
        inks = (ink for one in looks if one is not None and (ink := _ink(one)) is not None)
        ink, size = next(inks, _UNKNOWN), next((one for one in sizes if one.isdecimal()), "")
        if ink == NO_INK or (size and int(size) <= _TINY) or (ink and alike(ink, _ground(run))):
            yield from run.iterchildren("{*}t")


def _ground(run: etree._Element) -> str:
    """The colour behind some letters: that of what they stand in, of the chart, or of the paper.

    A label may stand on a bar or a slice, whose colour is seldom said, and else by its point.
    """
    may_be_on_point = False
    for above in run.iterancestors():
        local = etree.QName(above).localname
        if local == "dLbl":
            place = above.find("{*}dLblPos")
            may_be_on_point = place is None or place.get("val") not in _BESIDE
        elif local == "ser":
            if may_be_on_point and not _is_thin(above):
                return _UNKNOWN
            continue
        look = above.find("{*}spPr") if _CHART in str(above.tag) else None
        if look is not None and look.find("{*}noFill") is None and (ink := _ink(look)) is not None:
            return ink
        if look is None or look.find("{*}noFill") is not None:
            continue
        if any(look.find(f"{{*}}{one}") is not None for one in ("gradFill", "blipFill", "pattFill")):
            return _UNKNOWN
    return PAPER


def _is_thin(series: etree._Element) -> bool:
    """Whether a series is drawn as points and lines."""
    kind = series.getparent()
    return kind is not None and etree.QName(kind).localname in _THIN


def _ink(look: etree._Element) -> str | None:
    """The plain colour that a look fills with, "" for one that is not known, None where it says none."""
    if look.find("{*}noFill") is not None:
        return NO_INK
    colour = look.find("{*}solidFill/*")
    if colour is None:
        return None
    faded = colour.find("{*}alpha")
    clear = (faded.get("val") or "") if faded is not None else ""
    if clear.removesuffix("%").isdecimal() and int(clear.removesuffix("%")) * (1000 if "%" in clear else 1) <= _OPAQUE:
        return NO_INK
    if any(one is not faded for one in colour):
        return _UNKNOWN  # shaded
    value = colour.get("val") or ""
    return PAPER if value in _OF_PAPER else value.upper() if str(colour.tag).endswith("}srgbClr") else _UNKNOWN
