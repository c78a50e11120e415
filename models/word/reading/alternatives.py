"""Contents that a Word file gives twice, for newer and for older programs: one of them is read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import CHOICE, DRAWING, MATH, RELATION, VML, WORD, w
from models.word.seldom import each, seldom

ALTERNATIVES = f"{{{CHOICE}}}AlternateContent"
seldom(ALTERNATIVES)
CHOSEN, _FALLBACK = f"{{{CHOICE}}}Choice", f"{{{CHOICE}}}Fallback"
_P, _TEXT = w("p"), (w("t"), w("delText"), w("p"))  # of a deleted text, too
_OFFICE, _FORMATS = "http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/"
_KNOWN = frozenset((
    WORD, RELATION, MATH, DRAWING, VML, "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:word",
    *(f"{_FORMATS}drawingml/2006/{name}" for name in (
        "chart", "chartDrawing", "diagram", "lockedCanvas", "picture", "wordprocessingDrawing",
    )),
    *(f"{_OFFICE}word/{name}" for name in (
        "2006/wordml", "2010/wordml", "2010/wordprocessingCanvas", "2010/wordprocessingDrawing",
        "2010/wordprocessingGroup", "2010/wordprocessingInk", "2010/wordprocessingShape", "2012/wordml",
        "2012/wordprocessingDrawing", "2015/wordml/symex", "2016/wordml/cid", "2018/wordml", "2018/wordml/cex",
        "2020/wordml/sdtdatahash", "2023/wordml/word16du", "2024/wordml/sdtformatlock",
    )),
    *(f"{_OFFICE}drawing/{name}" for name in (
        "2007/8/2/chart", "2008/diagram", "2010/chartDrawing", "2010/diagram", "2010/main", "2010/picture",
        "2010/slicer", "2012/chart", "2012/chartStyle", "2012/main", "2013/main/command", "2014/chart",
        "2014/chart/ac", "2014/chartex", "2014/main", "2015/06/chart", "2015/9/8/chartex", "2015/10/21/chartex",
        "2016/5/9/chartex", "2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex", "2016/5/13/chartex",
        "2016/5/14/chartex", "2016/11/diagram", "2016/11/main", "2016/12/diagram", "2016/SVG/main", "2016/ink",
        "2017/03/chart", "2017/decorative", "2017/model3d", "2018/animation", "2018/hyperlinkcolor",
        "2018/sketchyshapes",
    )),
    f"{_OFFICE}2019/extlst",
))  # fmt: skip
"""The namespaces that Word knows, of those by which a choice can be made."""


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one branch of alternative contents that is read, as Word does; None where it shows none of them.

    That is the first choice that needs only what Word knows, else the fallback (ISO/IEC 29500-3, 7.6), and the fallback
    where only that has text: of a newer kind of symbol it has the letter.
    """
    choice = next((one for one in alternatives.iterchildren(CHOSEN) if is_known(one)), None)
    fallback = alternatives.find(_FALLBACK)
    if choice is None or fallback is None:
        return choice if fallback is None else fallback
    if next(choice.iter(*_TEXT), None) is None and next(fallback.iter(*_TEXT), None) is not None:
        return fallback
    return choice


def is_known(branch: etree._Element) -> bool:
    """Whether a branch needs nothing that Word does not know: only then it is ever shown."""
    return all(branch.nsmap.get(prefix) in _KNOWN for prefix in (branch.get("Requires") or "").split())


def chosen_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs under an element in document order, those in branches that are not read left out."""
    left_out = unread_branches(root)
    for paragraph in root.iter(_P):
        if is_read(paragraph, left_out):
            yield paragraph


def unread_branches(root: etree._Element) -> set[etree._Element]:
    """The branches of alternative contents that are not read."""
    found: set[etree._Element] = set()
    for alternatives in each(root, ALTERNATIVES):
        taken = chosen(alternatives)
        found.update(branch for branch in alternatives if branch is not taken)
    return found


def is_read(element: etree._Element, left_out: set[etree._Element]) -> bool:
    """Whether an element stands in none of the branches that are not read."""
    return not left_out or left_out.isdisjoint(element.iterancestors(CHOSEN, _FALLBACK))
