"""The page of a United Nations Headquarters document: measures in points, as measured on A/C.2/80/L.50.

No emblem and no job number: what Adref writes is a draft, not a document of the United Nations.
"""

from __future__ import annotations

from lxml import etree

from models.word.markup import NAMESPACES, element, field_runs, half_points, run, run_properties, text_elements, twips
from models.word.namespaces import r, w

PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0  # Letter
EDGE = 60.0  # left and right edge of masthead and running head
BODY_LEFT, BODY_RIGHT = 123.0, 491.0  # edges of the text
DISTRIBUTION = 397.0  # left edge of the column with distribution, date and language
WIDTH = PAGE_WIDTH - 2 * EDGE
INDENT_LEFT = BODY_LEFT - EDGE
INDENT_RIGHT = PAGE_WIDTH - EDGE - BODY_RIGHT
FIRST_LINE = 24.0
NUMBER_TAB = 48.0  # from the text's left edge to the text after a number
FIRST_TOP, HEAD_TOP = 38.0, 22.0  # top of the first page's body; top of the headers
BOTTOM, FOOT = 66.0, 32.0

BODY_SIZE, LEADING, BETWEEN = 10.0, 12.0, 6.0
RUNNING_SIZE = 8.5
NOTE_SIZE = 8.5  # 8.7 measured; Word's sizes go in half points
FACE = "Times New Roman"

DRAFT_MARK = "Draft, not an official document"
DRAFT_MARK_RUNNING = "Draft"
GREY = "767676"

HEADER_PARTS = ("first", "even", "default")


def section_properties(relation: dict[str, str], right_to_left: bool, landscape: bool = False) -> etree._Element:
    """The `w:sectPr`: the first page differs, odd and even pages mirror; `relation` has the ids of heads and feet."""
    made = element("sectPr")
    for kind in ("header", "footer"):
        for page in HEADER_PARTS:
            reference = element(f"{kind}Reference", type=page)
            reference.set(r("id"), relation[f"{kind}-{page}"])
            made.append(reference)
    if landscape:
        made.append(element("pgSz", w=twips(PAGE_HEIGHT), h=twips(PAGE_WIDTH), orient="landscape"))
    else:
        made.append(element("pgSz", w=twips(PAGE_WIDTH), h=twips(PAGE_HEIGHT)))
    made.append(
        element(
            "pgMar",
            top=twips(FIRST_TOP),
            right=twips(EDGE),
            bottom=twips(BOTTOM),
            left=twips(EDGE),
            header=twips(HEAD_TOP),
            footer=twips(FOOT),
            gutter=0,
        )
    )
    made.append(element("cols", space=twips(36)))
    made.append(element("titlePg"))
    if right_to_left:
        made.append(element("bidi"))
    return made


def header(page: str, symbol: str, draft_mark: bool, right_to_left: bool, landscape: bool = False) -> etree._Element:
    """The head of the "first", "even" or "default" (odd) pages: the symbol outside, the draft mark opposite."""
    root = etree.Element(w("hdr"), nsmap=NAMESPACES)
    if page == "first":
        line = element("p", element("pPr", element("pStyle", val="AdrefDraftMark"), _bidi(right_to_left)))
        if draft_mark:
            line.append(run(DRAFT_MARK))
        root.append(line)
        return root
    grey = element("rPr", element("b", val=0), element("bCs", val=0), element("color", val=GREY))
    mark = run(DRAFT_MARK_RUNNING, grey) if draft_mark else None
    head = run(symbol, run_properties(right_to_left=False)) if symbol else None
    root.append(_two_ended("AdrefRunningHead", head, mark, page == "even", right_to_left, landscape))
    return root


def footer(page: str, right_to_left: bool, landscape: bool = False) -> etree._Element:
    """The foot of the "first", "even" or "default" (odd) pages: the folio "2/8" on the outer side but for the first."""
    root = etree.Element(w("ftr"), nsmap=NAMESPACES)
    if page == "first":
        root.append(element("p", element("pPr", element("pStyle", val="AdrefFolio"), _bidi(right_to_left))))
        return root
    line = _two_ended("AdrefFolio", None, None, page == "even", right_to_left, landscape)
    line.extend(field_runs("PAGE", "2"))
    line.append(element("r", *text_elements("/")))
    line.extend(field_runs("NUMPAGES", "2"))
    root.append(line)
    return root


def _two_ended(
    style: str,
    outer: etree._Element | None,
    inner: etree._Element | None,
    left: bool,
    right_to_left: bool,
    landscape: bool,
) -> etree._Element:
    """A line with something on the outer side of the page and, across from it, something else."""
    wide = twips(PAGE_HEIGHT - 2 * EDGE)
    stops = (element("tab", val="clear", pos=twips(WIDTH)), element("tab", val="right", pos=wide))
    tabs = element("tabs", *stops) if landscape else None
    properties = element("pPr", element("pStyle", val=style), tabs, _bidi(right_to_left))
    first, second = (outer, inner) if left else (inner, outer)
    tab = element("r", element("tab")) if second is not None or not left else None
    return element("p", properties, first, tab, second)


def _bidi(right_to_left: bool) -> etree._Element | None:
    return element("bidi") if right_to_left else None


def size(points: float) -> tuple[etree._Element, etree._Element]:
    """The two elements that give letters their size, for plain and for complex scripts."""
    return element("sz", val=half_points(points)), element("szCs", val=half_points(points))
