"""The namespaces of Word files whose elements and attributes are known: those of the format and of its programs.

Any other is a memory of its own of some program, or of one to come, whatever its address begins with.
"""

from __future__ import annotations

from functools import cache

from models.word.namespaces import CHOICE, CONTENT_TYPES, DRAWING, MATH, RELATION, RELATIONSHIPS, VML, WORD, XML

_OFFICE, _FORMATS, _OF_OFFICE = (
    "http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "urn:schemas-microsoft-com:office:",
)  # fmt: skip

OF_CHOICES = frozenset((
    WORD, RELATION, MATH, DRAWING, VML, f"{_OF_OFFICE}office", f"{_OF_OFFICE}word",
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
"""The namespaces that Word knows, of those by which a choice between alternative contents can be made."""

_BESIDE = frozenset((
    CHOICE, XML, CONTENT_TYPES, RELATIONSHIPS, "http://purl.org/dc/elements/1.1/",
    *(f"{_FORMATS}{name}" for name in (
        "package/2006/metadata/core-properties", "officeDocument/2006/extended-properties", "schemaLibrary/2006/main",
        "drawingml/2006/compatibility", "drawingml/2006/spreadsheetDrawing", "officeDocument/2006/docPropsVTypes",
    )),
    f"{_OFFICE}thememl/2012/main", f"{_OFFICE}word/2010/11/wordml",
))  # fmt: skip


def is_known(space: str) -> bool:
    """Whether a namespace is known."""
    return space in OF_CHOICES or space in _BESIDE


def is_foreign_element(name: str) -> bool:
    """Whether the full name of an element is of no namespace that is known: of another, or of none."""
    return name[:1] != "{" or is_foreign(name)


@cache
def is_foreign(name: str) -> bool:
    """Whether the full name of an element or attribute is of a namespace that is not known."""
    return name[:1] == "{" and not is_known(name[1:].partition("}")[0])
