"""How each kind of paragraph looks in Adref's own Word files, as documents of Headquarters or of Geneva do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from lxml import etree

from models.word.markup import element, twips
from models.word.styles import DEEPEST
from models.word.writing.measures import BETWEEN, BODY_SIZE, GENEVA, HEADQUARTERS, LEADING, Measures

OPERATIVE_LIST = 1  # w:numId of the list bound to the operative styles
SECTION_LIST = 2  # w:numId of the list bound to section headings
_HUNG = 42.55  # how far out the number of a section hangs in Geneva: "XVIII." has room there
MARK_OUT = 9.0  # how far out the mark of a note hangs: two figures have room there
_APART, _HUNG_APART = 5.0, 2.0  # between a number and its words at least, and where the words of all begin on one line


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


def _usual(of: Measures) -> dict[str, Look]:
    """The looks of Headquarters, between the edges of a house."""
    left, right, first = of.indent_left, of.indent_right, of.first_line
    body = Look(left, right, first, after=BETWEEN, align="both")
    numbered = replace(body, tabs=(("left", left + of.number_tab),))
    plain, organ, column, across = Look(), of.organ_left, of.left_column, of.width
    return {
        "AdrefMasthead": plain,
        "AdrefUnitedNations": replace(
            plain, left=organ, points=14, line=20, after=3, close=True, tabs=(("right", across),)
        ),
        "AdrefSymbol": replace(plain, align="right", line=20, after=3),
        "AdrefOrgan": replace(
            plain, left=organ, points=20, bold=True, line=23, before=2, close=True, tabs=(("left", column),)
        ),
        "AdrefDistribution": replace(plain, left=column),
        "AdrefOriginal": replace(plain, left=column, before=LEADING),
        "AdrefSession": replace(plain, bold=True, before=3),
        "AdrefCommittee": replace(plain, points=12, bold=True, line=14),
        "AdrefAgendaItem": plain,
        "AdrefAgendaTitle": replace(plain, right=right, bold=True),
        # Kept with nothing: it may be of half a page, and would leave the first one empty.
        "AdrefSponsorLine": replace(plain, left=left, right=right, before=18, bold=True),
        "AdrefTitle": replace(
            plain, left=left, right=right, before=14, after=12, points=12, line=14, bold=True, keep_next=True,
            keep_lines=True, outline=0,
        ),
        "AdrefAdoption": replace(
            plain, left=left, right=right, before=18, points=12, line=14, bold=True, keep_next=True
        ),
        "AdrefReport": replace(plain, left=left + first, right=right, before=12, keep_next=True),
        "AdrefEnacting": replace(body, keep_next=True),
        "AdrefPreambular": body,
        "AdrefOperative": replace(numbered, list=(OPERATIVE_LIST, 0)),
        "AdrefSection": replace(
            body, first=0, before=12, after=10, align="center", bold=True, keep_next=True, outline=1,
            list=(SECTION_LIST, 0),
        ),
        "AdrefHeading": replace(body, first=0, before=12, align="left", bold=True, keep_next=True, outline=2),
        "AdrefAnnex": replace(
            body, first=0, before=24, after=12, align="left", points=12, line=14, bold=True, keep_next=True, outline=1
        ),
        "AdrefQuote": replace(body, left=left + first, first=first),
        "AdrefSponsorNote": replace(body, first=0, before=6, points=of.note_size, line=10, align="left"),
        "AdrefClosing": replace(body, first=0, before=6, after=0, align="right", keep_lines=True),
        "AdrefText": body,
        "AdrefSubparagraph1": replace(numbered, list=(OPERATIVE_LIST, 1)),
        "AdrefRunningHead": replace(
            plain, points=of.running_size, bold=True, line=10, before=of.running_before, after=of.running_after,
            rule_below=True, tabs=(("right", across),),
        ),
        "AdrefFolio": replace(plain, points=of.running_size, bold=True, line=10, tabs=(("right", across),)),
        "AdrefDraftMark": replace(plain, points=8, line=10, align="right", grey=True),
        "AdrefCell": replace(body, left=0, right=0, first=0, after=2, align="left"),
        "AdrefRemark": replace(body, left=0, right=0, first=0, after=2, align="left", points=8.5, line=10),
        "FootnoteText": replace(
            plain, points=of.note_size, line=10, left=left, right=right, first=-MARK_OUT, tabs=(("left", left),),
            after=1,
        ),
    }  # fmt: skip


def _geneva() -> dict[str, Look]:
    """The looks of the Geneva Office: its headings H_Ch, H_1 and H_2/3, their numbers out in the margin."""
    usual = _usual(GENEVA)
    chapter = replace(usual["AdrefAnnex"], before=18, after=12, points=14, line=15)
    other = {
        "AdrefUnitedNations": replace(usual["AdrefUnitedNations"], line=24, after=4),
        "AdrefSymbol": replace(usual["AdrefSymbol"], line=24, after=4),
        "AdrefOrgan": replace(usual["AdrefOrgan"], line=21, before=6),
        "AdrefSession": replace(usual["AdrefSession"], before=6),
        "AdrefCommittee": replace(usual["AdrefCommittee"], before=6),
        "AdrefSponsorLine": replace(usual["AdrefSponsorLine"], after=12, points=12, line=13.5),
        "AdrefTitle": replace(usual["AdrefTitle"], before=18, line=13.5),
        "AdrefAdoption": replace(usual["AdrefAdoption"], before=18, after=12, points=14, line=15),
        "AdrefSection": replace(chapter, first=-_HUNG, list=(SECTION_LIST, 0), tabs=(("left", chapter.left),)),
        "AdrefAnnex": chapter,
        "AdrefSponsorNote": replace(usual["AdrefSponsorNote"], line=11),
        "AdrefRunningHead": replace(usual["AdrefRunningHead"], line=LEADING),
        "AdrefFolio": replace(usual["AdrefFolio"], line=LEADING),
        "FootnoteText": replace(usual["FootnoteText"], line=11, after=0),
    }
    return usual | other


_BELOW_FIRST = ((True, True), (False, True), (False, False))
"""Whether headings below those of the first level are bold and italic, the last for all deeper ones.

The title of a resolution is the larger heading. Within its text the United Nations set two degrees in bold letters as
large as the text, as in A/RES/78/322, one in italics and one in roman ones (the styles H_2/3, H_4 and H_5/6 of their
Word files). The two are told apart by their numbers there; where headings have none, by italics.
"""


def _deep(of: Measures, looks: Mapping[str, Look]) -> dict[str, Look]:
    deep: dict[str, Look] = {}
    body, heading = looks["AdrefText"], looks["AdrefHeading"]
    for level in range(2, DEEPEST + 1):
        left = of.indent_left + of.number_tab + of.first_line * (level - 1)
        deep[f"AdrefSubparagraph{level}"] = replace(body, left=left, first=-of.first_line, list=(OPERATIVE_LIST, level))
    for level in range(1, DEEPEST + 1):
        deep[f"AdrefText{level}"] = replace(body, left=of.indent_left + of.first_line * level)
        bold, italic = _BELOW_FIRST[min(level, len(_BELOW_FIRST)) - 1]
        outline = min((heading.outline or 0) + level, DEEPEST)
        deep[f"AdrefHeading{level}"] = replace(heading, bold=bold, italic=italic, outline=outline)
    return deep


@cache
def all_looks(of: Measures = HEADQUARTERS) -> Mapping[str, Look]:
    """The look of every one of Adref's styles by id, as a house has it."""
    looks = _geneva() if of is GENEVA else _usual(of)
    return MappingProxyType(looks | _deep(of, looks))


def measures_in(styles: Mapping[str, int]) -> Measures:
    """By whose measures a file of Adref's is set; `styles` are the left indents of its styles, in twips."""
    return GENEVA if styles.get("AdrefText") == twips(GENEVA.indent_left) else HEADQUARTERS


def unnumbered(look: Look) -> Look:
    """A look where there is no number: of a heading that alone hangs out."""
    return replace(look, first=0) if look.outline is not None and look.first < 0 else look


def words_after(look: Look, number: float, of: Measures) -> float | None:
    """How far from the look's left edge the words begin after a number so wide; None where those of all do."""
    if not look.first:
        return None
    usual, apart = (of.number_tab, _APART) if look.first > 0 else (0.0, _HUNG_APART)
    end = look.first + number
    return end + _APART if end + apart > usual else None


def indents(look: Look) -> etree._Element:
    """The `w:ind` of a look; a paragraph taken out of its list says it again, for LibreOffice forgets the style's."""
    hang = {"hanging": twips(-look.first)} if look.first < 0 else {"firstLine": twips(look.first)}
    return element("ind", left=twips(look.left), right=twips(look.right), **hang)
