"""The styles part of Adref's clean Word file."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from models.circulation.typesetting import Typesetting
from models.draft import Kind
from models.word.markup import NAMESPACES, copies, element, twips
from models.word.namespaces import w
from models.word.styles import OTHER_NAMES, SPREAD, STYLE, STYLES
from models.word.writing import layout
from models.word.writing.layout import Section, size
from models.word.writing.looks import Look, all_looks, indents
from models.word.writing.measures import BODY_SIZE, Measures
from models.word.writing.spoken import of_words


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


def run_look(look: Look, measures: Measures) -> etree._Element:
    """The `w:rPr` of a look."""
    close = look.close and measures.closer != 100
    return element(
        "rPr",
        element("b") if look.bold else None,
        element("bCs") if look.bold else None,
        element("i") if look.italic else None,
        element("iCs") if look.italic else None,
        element("color", val=layout.GREY) if look.grey else None,
        element("spacing", val=-twips(measures.apart)) if close else None,
        element("w", val=measures.closer) if close else None,
        *size(look.points),
    )


def _style(identity: str, name: str, look: Look, section: Section, following: str | None) -> etree._Element:
    setting: Typesetting = section.setting
    unnumbered = setting.line_numbers and (identity not in STYLE or STYLE[identity].kind is Kind.MASTHEAD)
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="Normal"),
        element("next", val=following) if following else None,
        element("qFormat"),
        paragraph_properties(look, setting.literal_numbers, unnumbered),
        run_look(look, section.measures),
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


def stylesheet(section: Section) -> etree._Element:
    """The root of word/styles.xml; literal numbers bind no style to a list, and joined letters are not spread."""
    return copies(_stylesheet(section))()


@lru_cache(maxsize=16)
def _stylesheet(section: Section) -> etree._Element:
    """The same, made once: to make it takes a quarter of the time of a short file."""
    root = etree.Element(w("styles"), nsmap=NAMESPACES)
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), layout.FACE)
    language = element("lang", **of_words(section.language))
    measures = section.measures
    # Arabic letters hold together; LibreOffice never ends laying out a long text in which they are set apart.
    apart = not section.right_to_left and measures.wider != 100
    spread = (element("spacing", val=twips(measures.apart)), element("w", val=measures.wider)) if apart else ()
    # What Word does unasked, said aloud: LibreOffice 26.8 takes it for its contrary, and where Chinese marks hang over
    # the end of a spread line, it prints some not at all.
    hanging = (element("pPr", element("overflowPunct")),) if section.language == "zh" else ()
    root.append(
        element(
            "docDefaults",
            element("rPrDefault", element("rPr", element("rFonts", **fonts), *spread, *size(BODY_SIZE), language)),
            element("pPrDefault", *hanging),
        )
    )
    normal = (element("name", val="Normal"), element("qFormat"))
    root.append(element("style", *normal, type="paragraph", default=1, styleId="Normal"))
    root.append(_default("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_default_table())
    root.append(_default("numbering", "NoList", "No List"))
    looks = all_looks(measures)
    for style in STYLES:
        root.append(_style(style.id, style.name, looks[style.id], section, _FOLLOWING.get(style.id)))
    for identity, name in OTHER_NAMES.items():
        root.append(_style(identity, name, looks[identity], section, None))
    root.append(_reference_style())
    root.append(_spread_style())
    if section.setting.line_numbers:
        root.append(_line_number_style(measures))
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


def _cell_margins() -> etree._Element:
    sides = {"top": 0.0, "left": 5.4, "bottom": 0.0, "right": 5.4}
    return element("tblCellMar", *(element(side, w=twips(points), type="dxa") for side, points in sides.items()))


def _default_table() -> etree._Element:
    made = _default("table", "TableNormal", "Normal Table")
    made.append(element("tblPr", element("tblInd", w=0, type="dxa"), _cell_margins()))
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


def _line_number_style(measures: Measures) -> etree._Element:
    return element(
        "style",
        element("name", val="line number"),
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=99),
        element("rPr", element("color", val=layout.GREY), *size(measures.running_size)),
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
