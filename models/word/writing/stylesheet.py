"""The styles part of Adref's clean Word file: how each kind of paragraph looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from lxml import etree

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Kind
from models.word.markup import NAMESPACES, element, twips
from models.word.namespaces import w
from models.word.styles import DEEPEST, SPREAD, STYLE, STYLES
from models.word.writing import layout
from models.word.writing.layout import (
    BETWEEN,
    BODY_SIZE,
    FIRST_LINE,
    INDENT_LEFT,
    INDENT_RIGHT,
    LEADING,
    NUMBER_TAB,
    size,
)

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
    "AdrefHeading": replace(_BODY, first=0, before=6, align="left", bold=True, keep_next=True, outline=2),
    "AdrefAnnex": replace(
        _BODY, first=0, before=24, after=12, align="left", points=12, line=14, bold=True, keep_next=True, outline=1
    ),
    "AdrefQuote": replace(_BODY, left=INDENT_LEFT + FIRST_LINE, first=FIRST_LINE),
    "AdrefSponsorNote": replace(_BODY, first=0, before=6, points=layout.NOTE_SIZE, line=10, align="left"),
    "AdrefClosing": replace(_BODY, first=0, before=6, after=0, align="right", keep_lines=True),
    "AdrefText": _BODY,
}  # fmt: skip


def _deep_looks() -> dict[str, Look]:
    looks = {"AdrefSubparagraph1": replace(_NUMBERED, list=(OPERATIVE_LIST, 1))}
    for level in range(2, DEEPEST + 1):
        left = INDENT_LEFT + NUMBER_TAB + FIRST_LINE * (level - 1)
        looks[f"AdrefSubparagraph{level}"] = replace(_BODY, left=left, first=-FIRST_LINE, list=(OPERATIVE_LIST, level))
    for level in range(1, DEEPEST + 1):
        looks[f"AdrefText{level}"] = replace(_BODY, left=INDENT_LEFT + FIRST_LINE * level)
    return looks


_OTHERS: dict[str, tuple[str, Look]] = {
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


@cache
def all_looks() -> Mapping[str, Look]:
    """The look of every one of Adref's paragraph styles by id."""
    return MappingProxyType(LOOKS | _deep_looks())


def indents(look: Look) -> etree._Element:
    """The `w:ind` of a look; a paragraph taken out of its list says it again, for LibreOffice forgets the style's."""
    hang = {"hanging": twips(-look.first)} if look.first < 0 else {"firstLine": twips(look.first)}
    return element("ind", left=twips(look.left), right=twips(look.right), **hang)


def paragraph_properties(look: Look, literal: bool = False, unnumbered: bool = False) -> etree._Element:
    """The `w:pPr` of a look, in the order of the schema.

    `literal` leaves automatic numbers out, `unnumbered` the numbers of lines.
    """
    return element(
        "pPr",
        element("keepNext") if look.keep_next else None,
        element("keepLines") if look.keep_lines else None,
        _numbering(look) if look.list and not literal else None,
        element("suppressLineNumbers") if unnumbered else None,
        element("pBdr", element("bottom", val="single", sz=4, space=4, color="auto")) if look.rule_below else None,
        element("tabs", *(element("tab", val=kind, pos=twips(at)) for kind, at in look.tabs)) if look.tabs else None,
        element(
            "spacing", before=twips(look.before), after=twips(look.after), line=twips(look.line), lineRule="atLeast"
        ),
        indents(look),
        element("jc", val=look.align) if look.align else None,
        element("outlineLvl", val=look.outline) if look.outline is not None else None,
    )


def _numbering(look: Look) -> etree._Element:
    assert look.list is not None
    number, level = look.list
    return element("numPr", element("ilvl", val=level) if level else None, element("numId", val=number))


def run_look(look: Look) -> etree._Element:
    """The `w:rPr` of a look."""
    return element(
        "rPr",
        element("b") if look.bold else None,
        element("bCs") if look.bold else None,
        element("color", val=layout.GREY) if look.grey else None,
        element("spacing", val=-twips(layout.APART)) if look.close else None,
        element("w", val=layout.CLOSER) if look.close else None,
        *size(look.points),
    )


def _style(identity: str, name: str, look: Look, setting: Typesetting, following: str | None) -> etree._Element:
    unnumbered = setting.line_numbers and (identity not in STYLE or STYLE[identity].kind is Kind.MASTHEAD)
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="Normal"),
        element("next", val=following) if following else None,
        element("qFormat"),
        paragraph_properties(look, setting.literal_numbers, unnumbered),
        run_look(look),
        type="paragraph",
        styleId=identity,
        **({} if identity == "FootnoteText" else {"customStyle": 1}),
    )


_FOLLOWING = {
    "AdrefTitle": "AdrefEnacting",
    "AdrefEnacting": "AdrefPreambular",
    "AdrefSection": "AdrefText",
    "AdrefHeading": "AdrefOperative",
    "AdrefAnnex": "AdrefText",
}


def stylesheet(setting: Typesetting = USUAL, right_to_left: bool = False) -> etree._Element:
    """The root of word/styles.xml; literal numbers bind no style to a list, and joined letters are not spread."""
    root = etree.Element(w("styles"), nsmap=NAMESPACES)
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), layout.FACE)
    language = element("lang", val="en-GB", eastAsia="en-US", bidi="ar-SA")
    # Arabic letters hold together; LibreOffice never ends laying out a long text in which they are set apart.
    spread = () if right_to_left else (element("spacing", val=twips(layout.APART)), element("w", val=layout.WIDER))
    root.append(
        element(
            "docDefaults",
            element("rPrDefault", element("rPr", element("rFonts", **fonts), *spread, *size(BODY_SIZE), language)),
            element("pPrDefault"),
        )
    )
    normal = (element("name", val="Normal"), element("qFormat"))
    root.append(element("style", *normal, type="paragraph", default=1, styleId="Normal"))
    root.append(_default("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_default_table())
    root.append(_default("numbering", "NoList", "No List"))
    looks = all_looks()
    for style in STYLES:
        root.append(_style(style.id, style.name, looks[style.id], setting, _FOLLOWING.get(style.id)))
    for identity, (name, look) in _OTHERS.items():
        root.append(_style(identity, name, look, setting, None))
    root.append(_reference_style())
    root.append(_spread_style())
    if setting.line_numbers:
        root.append(_line_number_style())
    root.append(_grid())
    return root


def _default(kind: str, identity: str, name: str) -> etree._Element:
    return element(
        "style",
        element("name", val=name),
        element("uiPriority", val=99 if kind == "numbering" else 1),
        element("semiHidden"),
        element("unhideWhenUsed"),
        type=kind,
        default=1,
        styleId=identity,
    )


def _cell_margins(across: float) -> etree._Element:
    sides = {"top": 0.0, "left": across, "bottom": 0.0, "right": across}
    return element("tblCellMar", *(element(side, w=twips(points), type="dxa") for side, points in sides.items()))


def _default_table() -> etree._Element:
    made = _default("table", "TableNormal", "Normal Table")
    made.append(element("tblPr", element("tblInd", w=0, type="dxa"), _cell_margins(5.4)))
    return made


def _reference_style() -> etree._Element:
    return element(
        "style",
        element("name", val="footnote reference"),
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=99),
        element("rPr", element("vertAlign", val="superscript")),
        type="character",
        styleId="FootnoteReference",
    )


def _spread_style() -> etree._Element:
    """Of the tab between two facts of a masthead's line, which a reader takes for the space it is."""
    return element(
        "style",
        element("name", val="Adref Spread"),  # LibreOffice makes its id of its name
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=99),
        type="character",
        customStyle=1,
        styleId=SPREAD,
    )


def _line_number_style() -> etree._Element:
    return element(
        "style",
        element("name", val="line number"),
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=99),
        element("rPr", element("color", val=layout.GREY), *size(layout.RUNNING_SIZE)),
        type="character",
        styleId="LineNumber",
    )


def _grid() -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = element("tblBorders", *(element(side, val="single", sz=4, space=0, color="auto") for side in sides))
    return element(
        "style",
        element("name", val="Table Grid"),
        element("basedOn", val="TableNormal"),
        element("tblPr", lines),
        type="table",
        styleId="TableGrid",
    )
