"""The page of a document of the United Nations: its section, heads and feet, by the measures of its house.

No emblem and no job number: what Adref writes is a draft, not a document of the United Nations.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from models.circulation.typesetting import USUAL, Paper, Typesetting
from models.draft.draft_mark import draft_mark as draft_mark_in
from models.draft.draft_mark import running_mark
from models.word.markup import NAMESPACES, element, field_runs, half_points, run, run_properties, text_elements, twips
from models.word.namespaces import r, w
from models.word.writing.measures import HEADQUARTERS, Measures, measures_of

FACE = "Times New Roman"
GREY = "767676"

HEADER_PARTS = ("first", "even", "default")
LINE_NUMBER_ROOM = 12.0  # between a line's number and the left edge


class Section(NamedTuple):
    """What holds for the whole file: how it is set, its direction, whether its pages lie on their side, and the code of
    the language of its words ("fr")."""

    setting: Typesetting = USUAL
    right_to_left: bool = False
    landscape: bool = False
    language: str = "en"

    @property
    def measures(self) -> Measures:
        """Those of the house whose page it is; a page on its side is Adref's own, whatever the house."""
        return HEADQUARTERS if self.landscape else measures_of(self.setting.paper)

    @property
    def across(self) -> float:
        """How wide the page is between its edges."""
        return across_landscape(self.setting.paper) if self.landscape else self.measures.width

    @property
    def edge(self) -> float:
        """The left and right edge: a narrower paper takes from the edges, so that the text stays as wide."""
        own = self.measures
        return own.edge if self.landscape else own.edge + (self.setting.paper.width - own.page_width) / 2


def across_landscape(paper: Paper) -> float:
    """How wide a page on its side is between its edges."""
    return paper.height - 2 * HEADQUARTERS.edge


def section_properties(relation: dict[str, str], section: Section) -> etree._Element:
    """The `w:sectPr`: the first page differs, odd and even pages mirror; `relation` has the ids of heads and feet."""
    paper, measures = section.setting.paper, section.measures
    made = element("sectPr")
    for kind in ("header", "footer"):
        for page in HEADER_PARTS:
            reference = element(f"{kind}Reference", type=page)
            reference.set(r("id"), relation[f"{kind}-{page}"])
            made.append(reference)
    if section.landscape:
        made.append(element("pgSz", w=twips(paper.height), h=twips(paper.width), orient="landscape"))
    else:
        made.append(element("pgSz", w=twips(paper.width), h=twips(paper.height)))
    made.append(
        element(
            "pgMar",
            top=twips(measures.first_top),
            right=twips(section.edge),
            bottom=twips(measures.bottom),
            left=twips(section.edge),
            header=twips(measures.head_top),
            footer=twips(measures.foot),
            gutter=0,
        )
    )
    if section.setting.line_numbers:
        distance = twips(LINE_NUMBER_ROOM)
        made.append(element("lnNumType", countBy=1, distance=distance, restart="continuous"))
    made.append(element("cols", space=twips(36)))
    made.append(element("titlePg"))
    if section.right_to_left:
        made.append(element("bidi"))
    return made


def header(page: str, symbol: str, draft_mark: bool, section: Section) -> etree._Element:
    """The head of the "first", "even" or "default" (odd) pages: the symbol outside, the draft mark opposite."""
    root = etree.Element(w("hdr"), nsmap=NAMESPACES)
    if page == "first":
        line = element("p", element("pPr", element("pStyle", val="AdrefDraftMark"), _bidi(section)))
        if draft_mark:
            line.append(run(draft_mark_in(section.language)))
        root.append(line)
        return root
    grey = element("rPr", element("b", val=0), element("bCs", val=0), element("color", val=GREY))
    mark = run(running_mark(section.language), grey) if draft_mark else None
    head = run(symbol, run_properties(right_to_left=False)) if symbol else None
    root.append(_two_ended("AdrefRunningHead", head, mark, page == "even", section))
    return root


def footer(page: str, section: Section) -> etree._Element:
    """The foot of the "first", "even" or "default" (odd) pages: the folio on the outer side but for the first."""
    root = etree.Element(w("ftr"), nsmap=NAMESPACES)
    if page == "first":
        root.append(element("p", element("pPr", element("pStyle", val="AdrefFolio"), _bidi(section))))
        return root
    line = _two_ended("AdrefFolio", None, None, page == "even", section)
    line.extend(field_runs("PAGE", "2"))
    if section.measures.of_all_pages:
        line.append(element("r", *text_elements("/")))
        line.extend(field_runs("NUMPAGES", "2"))
    root.append(line)
    return root


def _two_ended(
    style: str, outer: etree._Element | None, inner: etree._Element | None, left: bool, section: Section
) -> etree._Element:
    """A line with something on the outer side of the page and, across from it, something else."""
    wide = twips(section.across)
    stops = (element("tab", val="clear", pos=twips(section.measures.width)), element("tab", val="right", pos=wide))
    tabs = element("tabs", *stops) if section.landscape else None
    properties = element("pPr", element("pStyle", val=style), tabs, _bidi(section))
    first, second = (outer, inner) if left else (inner, outer)
    tab = element("r", element("tab")) if second is not None or not left else None
    return element("p", properties, first, tab, second)


def _bidi(section: Section) -> etree._Element | None:
    return element("bidi") if section.right_to_left else None


def size(points: float) -> tuple[etree._Element, etree._Element]:
    """The two elements that give letters their size, for plain and for complex scripts."""
    return element("sz", val=half_points(points)), element("szCs", val=half_points(points))
