"""Words that a chart or a diagram holds and its page may not show: of axes taken off, of points that are not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from models.draft.plain_letters import plain_letters
from models.word.leaving.unseen.chart_letters import faint_letters, letters_are_faint
from models.word.leaving.unseen.hidden import hidden_drawings
from models.word.package import Package
from models.word.reading.appearance import OFF

_LETTERS = ("{*}v", "{*}t")
_OF_CATEGORIES, _WITH_WORDS = ("{*}catAx", "{*}dateAx"), ("{*}cat", "{*}xVal")
_OF_SERIES = ("{*}dTable", "{*}legend")
_AXES = (*_OF_CATEGORIES, "{*}valAx", "{*}serAx")
_DIAGRAM = ("diagramData", "diagramDrawing")
_CHART = ("chart", "chartUserShapes")


def undrawn(package: Package, name: str, kind: str) -> set[etree._Element] | None:
    """The elements of a part with letters that its page may not show; None where it is no part of a drawing.

    `kind` is that of the relationship that leads to it.
    """
    if kind not in (*_DIAGRAM, *_CHART):
        return None
    root = package.root(name)
    found = {one for holder in hidden_drawings(root) for one in holder.iter(*_LETTERS)}
    if kind in _CHART:
        found.update(faint_letters(root))
    if kind == "chart":
        found.update(one for holder in _unshown(root) for one in holder.iter(*_LETTERS))
    elif kind == "diagramData":
        found.update(_not_laid_out(root, _letters_drawn(package, name, root)))
    return found


def undrawn_words(package: Package) -> Iterator[str]:
    """What such elements of all parts of a file say, in the order of each part."""
    for source in package.names:
        for link in package.relationships(source):
            if link.external or not package.has(link.target):
                continue
            found = undrawn(package, link.target, link.kind) or set()
            said: dict[etree._Element, str] = {}  # by paragraphs, where letters stand in such
            for one in package.root(link.target).iter(*_LETTERS) if found else ():
                if one in found:
                    holder = next(one.iterancestors("{*}p"), one)
                    said[holder] = said.get(holder, "") + (one.text or "")
            yield from (words for words in said.values() if any(map(str.isalpha, words)))


def _unshown(chart: etree._Element) -> Iterator[etree._Element]:
    """The titles, names and categories of a chart that no legend, axis, table or label of it shows to be seen."""
    gone = [axis for axis in chart.iter(*_AXES) if _says(axis, "delete")]
    lettered = {
        _value(axis, "axId")
        for axis in chart.iter(*_OF_CATEGORIES)
        if axis not in gone and _value(axis, "tickLblPos") != "none" and not letters_are_faint(axis)
    }
    yield from (title for axis in gone for title in axis.iterchildren("{*}title"))
    yield from (title for title in chart.iter("{*}title") if letters_are_faint(title))
    table, legend = (next((one for one in chart.iter(name) if not letters_are_faint(one)), None) for name in _OF_SERIES)
    tabled = table is not None
    every, struck = list(chart.iter("{*}ser")), _struck(legend)
    titled = len(every) == 1 and not _says(chart.find("{*}chart"), "autoTitleDeleted")
    titled = titled and not letters_are_faint(chart.find("{*}chart/{*}title"))
    for at, series in enumerate(every):
        group = series.getparent()
        assert group is not None
        axes, labels = (
            {one.get("val") for one in group.iterchildren("{*}axId")},
            [one for one in group.iter("{*}dLbls", "{*}dLbl") if not letters_are_faint(one)],
        )
        named = legend is not None and str(at) not in struck and bool(axes)
        if not (named or tabled or titled or any(_says(one, "showSerName") for one in labels)):
            yield from series.iterchildren("{*}tx")
        shown = bool(axes & lettered) if axes else legend is not None
        if not (shown or tabled or any(_says(one, "showCatName") for one in labels)):
            yield from series.iterchildren(*_WITH_WORDS)
        if not any(one.get("val", "1") not in OFF for one in series.iter("{*}showDataLabelsRange")):
            yield from series.iter("{*}datalabelsRange")


def _struck(legend: etree._Element | None) -> set[str | None]:
    """The numbers of the entries of a legend that are taken off, or that nobody sees."""
    entries = legend.iterchildren("{*}legendEntry") if legend is not None else ()
    return {_value(one, "idx") for one in entries if _says(one, "delete") or letters_are_faint(one)}


def _value(holder: etree._Element, name: str) -> str | None:
    found = holder.find(f"{{*}}{name}")
    return found.get("val") if found is not None else None


def _says(holder: etree._Element | None, name: str) -> bool:
    """Whether a sign of a chart is there and on, as it is where it says no value."""
    found = holder.find(f"{{*}}{name}") if holder is not None else None
    return found is not None and found.get("val", "1") not in OFF


def _letters_drawn(package: Package, data: str, root: etree._Element) -> set[str] | None:
    """The letters of each paragraph of the part that a diagram was last drawn as; None where there is none."""
    drawn = next((one.get("relId") for one in root.iter("{*}dataModelExt")), None)
    for source in package.names:
        links = package.relationships(source)
        if drawn is not None and any(link.target == data for link in links):
            for link in links:
                if link.id == drawn and not link.external and package.has(link.target):
                    return {_paragraph(one) for one in package.root(link.target).iter("{*}p")}
    return None


def _paragraph(holder: etree._Element) -> str:
    return plain_letters("".join(one.text or "" for one in holder.iter("{*}t")))


def _not_laid_out(root: etree._Element, drawn: set[str] | None) -> Iterator[etree._Element]:
    """The letters of those paragraphs in the points of a diagram that its drawing has not."""
    points = (holder for point in root.iter("{*}pt") for holder in point.iterchildren("{*}t"))
    for paragraph in chain.from_iterable(holder.iter("{*}p") for holder in points):
        if drawn is None or _paragraph(paragraph) not in drawn:
            yield from paragraph.iter("{*}t")
