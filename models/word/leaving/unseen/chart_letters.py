"""Letters in a chart that nobody sees: without ink, in the colour of their ground, tiny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from models.word.leaving.unseen.grounds import NO_INK, PAPER, alike

_TINY = 200  # hundredths of a point
_OPAQUE = 10_000  # thousandths of a per cent
_OF_PAPER = ("bg1", "lt1")
_UNKNOWN = ""
_CHART = "/chart}"
_LOOK = "{*}txPr/{*}p/{*}pPr/{*}defRPr"
_LABELS = ("dLbl", "dLbls")
_AXES = ("catAx", "dateAx", "valAx", "serAx", "dTable")
_BESIDE = ("outEnd", "l", "r", "t", "b")  # where a label stands on no bar and no slice
_STYLES = ("{*}AlternateContent/{*}Choice/{*}style", "{*}style")
_DARK_STYLES, _OF_LATER = range(41, 49), 100
_DARK = "000000"
_THIN = ("lineChart", "line3DChart", "scatterChart", "radarChart", "stockChart")  # charts whose series cover nothing


def faint_letters(chart: etree._Element) -> Iterator[etree._Element]:
    """The `a:t` of such letters in titles and labels, by their own look or that of their paragraph."""
    for run in chart.iter("{*}r"):
        paragraph = run.getparent()
        looks = [run.find("{*}rPr"), paragraph.find("{*}pPr/{*}defRPr") if paragraph is not None else None]
        if _is_faint([one for one in looks if one is not None], run.iterancestors()):
            yield from run.iterchildren("{*}t")


def letters_are_faint(holder: etree._Element | None) -> bool:
    """Whether nobody sees what a legend, an axis, a label, a table or a title of a chart says of its series.

    These letters stand with the series; how they look is said where they are shown, of a label also with all labels.
    """
    if holder is None:
        return False
    around = [holder, *holder.iterancestors()]
    looks = [one.find(_LOOK) for one in around[: 2 if etree.QName(holder).localname == _LABELS[0] else 1]]
    return _is_faint([one for one in looks if one is not None], around)


def _is_faint(looks: Sequence[etree._Element], around: Iterable[etree._Element]) -> bool:
    """Whether letters are by the first of some looks that says so; `around` are what they stand in, from within."""
    sizes = (one.get("sz") or "" for one in looks)
    ink = next((ink for one in looks if (ink := _ink(one)) is not None), _UNKNOWN)
    size = next((one for one in sizes if one.isdecimal()), "")
    return ink == NO_INK or bool(size and int(size) <= _TINY) or bool(ink and alike(ink, _ground(around)))


def _ground(around: Iterable[etree._Element]) -> str:
    """The colour behind some letters: that of what they stand in, of the chart, or of the paper.

    A label may stand on a bar or a slice, whose colour is seldom said, and else by its point. What an axis says stands
    beside the plot and not on it. Built-in styles of charts from 41 on have white letters on a dark ground.
    """
    paper = PAPER
    may_be_on_point: bool | None = None
    of_axis = False
    for above in around:
        local = etree.QName(above).localname
        if local in _LABELS and may_be_on_point is None:
            place = above.find("{*}dLblPos")
            may_be_on_point = place is None or place.get("val") not in _BESIDE
        elif local == "ser" or (local == "plotArea" and of_axis):
            continue
        elif local in _AXES:
            of_axis = True
        elif local.endswith("Chart") and may_be_on_point and local not in _THIN:
            return _UNKNOWN
        look = above.find("{*}spPr") if _CHART in str(above.tag) else None
        if look is not None and look.find("{*}noFill") is None and (ink := _ink(look)) is not None:
            return ink
        clear = look is not None and look.find("{*}noFill") is not None
        paper = _DARK if local == "chartSpace" and not clear and _is_dark(above) else PAPER
        if look is None or clear:
            continue
        if any(look.find(f"{{*}}{one}") is not None for one in ("gradFill", "blipFill", "pattFill")):
            return _UNKNOWN
    return paper


def _is_dark(chart: etree._Element) -> bool:
    """Whether the built-in style of a chart is one of those with a dark ground (ISO/IEC 29500-1, 21.2.2.227)."""
    said = next((one.get("val") or "" for name in _STYLES for one in chart.iterfind(name)), "")
    return said.isdecimal() and int(said) % _OF_LATER in _DARK_STYLES


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
