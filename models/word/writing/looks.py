"""How each kind of paragraph looks in Adref's own Word files, as measured on documents of Headquarters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from lxml import etree

from models.word.markup import element, twips
from models.word.styles import DEEPEST
from models.word.writing import layout
from models.word.writing.layout import BETWEEN, BODY_SIZE, FIRST_LINE, INDENT_LEFT, INDENT_RIGHT, LEADING, NUMBER_TAB

OPERATIVE_LIST = 1  # w:numId of the list bound to the operative styles
SECTION_LIST = 2  # w:numId of the list bound to section headings


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: indents and spacing in points, `align` in Word's words."""

    left: float = 0.0
    right: float = 0.0
    first: float = 0.0  # negative hangs
    before: float = 0.0
    after: float = 0.0
    line: float = LEADING
    align: str | None = None
    points: float = BODY_SIZE
    bold: bool = False
    italic: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[tuple[str, float], ...] = ()
    rule_below: bool = False
    outline: int | None = None
    grey: bool = False
    list: tuple[int, int] | None = None  # (w:numId, w:ilvl)
    close: bool = False  # letters narrower and closer than the others


_BODY = Look(INDENT_LEFT, INDENT_RIGHT, FIRST_LINE, after=BETWEEN, align="both")
_NUMBERED = replace(_BODY, tabs=(("left", INDENT_LEFT + NUMBER_TAB),))
_MASTHEAD = Look()
_ACROSS = layout.WIDTH
LEFT_COLUMN = layout.DISTRIBUTION - layout.EDGE  # of the masthead

LOOKS: dict[str, Look] = {
    "AdrefMasthead": _MASTHEAD,
    "AdrefUnitedNations": replace(
        _MASTHEAD, left=INDENT_LEFT, points=14, line=20, after=3, close=True, tabs=(("right", _ACROSS),)
    ),
    "AdrefSymbol": replace(_MASTHEAD, align="right", line=20, after=3),
    "AdrefOrgan": replace(
        _MASTHEAD, left=INDENT_LEFT, points=20, bold=True, line=23, before=2, close=True, tabs=(("left", LEFT_COLUMN),),
    ),
    "AdrefDistribution": replace(_MASTHEAD, left=LEFT_COLUMN),
    "AdrefOriginal": replace(_MASTHEAD, left=LEFT_COLUMN, before=LEADING),
    "AdrefSession": replace(_MASTHEAD, bold=True, before=3),
    "AdrefCommittee": replace(_MASTHEAD, points=12, bold=True, line=14),
    "AdrefAgendaItem": _MASTHEAD,
    "AdrefAgendaTitle": replace(_MASTHEAD, right=INDENT_RIGHT, bold=True),
    "AdrefSponsorLine": replace(
        _MASTHEAD, left=INDENT_LEFT, right=INDENT_RIGHT, before=18, bold=True, keep_next=True, keep_lines=True
    ),
    "AdrefTitle": replace(
        _MASTHEAD, left=INDENT_LEFT, right=INDENT_RIGHT, before=14, after=12, points=12, line=14, bold=True,
        keep_next=True, keep_lines=True, outline=0,
    ),
    "AdrefAdoption": replace(
        _MASTHEAD, left=INDENT_LEFT, right=INDENT_RIGHT, before=18, points=12, line=14, bold=True, keep_next=True
    ),
    "AdrefReport": replace(_MASTHEAD, left=INDENT_LEFT + FIRST_LINE, right=INDENT_RIGHT, before=12, keep_next=True),
    "AdrefEnacting": replace(_BODY, keep_next=True),
    "AdrefPreambular": _BODY,
    "AdrefOperative": replace(_NUMBERED, list=(OPERATIVE_LIST, 0)),
    "AdrefSection": replace(
        _BODY, first=0, before=12, after=10, align="center", bold=True, keep_next=True, outline=1,
        list=(SECTION_LIST, 0),
    ),
    "AdrefHeading": replace(_BODY, first=0, before=12, align="left", bold=True, keep_next=True, outline=2),
    "AdrefAnnex": replace(
        _BODY, first=0, before=24, after=12, align="left", points=12, line=14, bold=True, keep_next=True, outline=1
    ),
    "AdrefQuote": replace(_BODY, left=INDENT_LEFT + FIRST_LINE, first=FIRST_LINE),
    "AdrefSponsorNote": replace(_BODY, first=0, before=6, points=layout.NOTE_SIZE, line=10, align="left"),
    "AdrefClosing": replace(_BODY, first=0, before=6, after=0, align="right", keep_lines=True),
    "AdrefText": _BODY,
}  # fmt: skip

_BELOW_FIRST = ((True, True), (False, True), (False, False))
"""Whether headings below those of the first level are bold and italic, the last for all deeper ones.

The title of a resolution is the larger heading. Within its text the United Nations set two degrees in bold letters as
large as the text, as in A/RES/78/322, one in italics and one in roman ones (the styles H_2/3, H_4 and H_5/6 of their
Word files). The two are told apart by their numbers there; where headings have none, by italics.
"""


def _deep_looks() -> dict[str, Look]:
    looks = {"AdrefSubparagraph1": replace(_NUMBERED, list=(OPERATIVE_LIST, 1))}
    for level in range(2, DEEPEST + 1):
        left = INDENT_LEFT + NUMBER_TAB + FIRST_LINE * (level - 1)
        looks[f"AdrefSubparagraph{level}"] = replace(_BODY, left=left, first=-FIRST_LINE, list=(OPERATIVE_LIST, level))
    for level in range(1, DEEPEST + 1):
        looks[f"AdrefText{level}"] = replace(_BODY, left=INDENT_LEFT + FIRST_LINE * level)
        heading = LOOKS["AdrefHeading"]
        bold, italic = _BELOW_FIRST[min(level, len(_BELOW_FIRST)) - 1]
        outline = min((heading.outline or 0) + level, DEEPEST)
        looks[f"AdrefHeading{level}"] = replace(heading, bold=bold, italic=italic, outline=outline)
    return looks


OTHER_LOOKS: dict[str, tuple[str, Look]] = {
    "AdrefRunningHead": (
        "Running head",
        replace(
            _MASTHEAD, points=layout.RUNNING_SIZE, bold=True, line=10, before=29, after=9, rule_below=True,
            tabs=(("right", _ACROSS),),
        ),
    ),
    "AdrefFolio": (
        "Folio", replace(_MASTHEAD, points=layout.RUNNING_SIZE, bold=True, line=10, tabs=(("right", _ACROSS),)),
    ),
    "AdrefDraftMark": ("Draft mark", replace(_MASTHEAD, points=8, line=10, align="right", grey=True)),
    "AdrefCell": ("Table text", replace(_BODY, left=0, right=0, first=0, after=2, align="left")),
    "AdrefRemark": ("Remark", replace(_BODY, left=0, right=0, first=0, after=2, align="left", points=8.5, line=10)),
    "FootnoteText": (
        "footnote text",
        replace(
            _MASTHEAD, points=layout.NOTE_SIZE, line=10, left=INDENT_LEFT, right=INDENT_RIGHT, first=-9,
            tabs=(("left", INDENT_LEFT),), after=1,
        ),
    ),
}  # fmt: skip
"""Those of the paragraphs around the text, with their names."""


@cache
def all_looks() -> Mapping[str, Look]:
    """The look of every one of Adref's paragraph styles by id."""
    return MappingProxyType(LOOKS | _deep_looks())


def indents(look: Look) -> etree._Element:
    """The `w:ind` of a look; a paragraph taken out of its list says it again, for LibreOffice forgets the style's."""
    hang = {"hanging": twips(-look.first)} if look.first < 0 else {"firstLine": twips(look.first)}
    return element("ind", left=twips(look.left), right=twips(look.right), **hang)
