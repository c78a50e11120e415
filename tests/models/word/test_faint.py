"""Words that nobody sees on the page: white, tiny, hidden beside notes, within the code of a field."""

from __future__ import annotations

import pytest

from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.laid_open import (
    FILLED_IN,
    LAID_OPEN,
    Unseen,
    refuse_hidden,
    told_filled_in,
    told_laid_open,
    unseen_in,
)
from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.scrub import scrubbed
from models.word.leaving.unseen.faint import faint_words
from models.word.markup import element
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.sought import found_in
from tests.models.word.word_xml import cell, dele, docx, p, row, t, table

SAID = "We could live without this."
BLACK = '<w:color w:val="000000"/>'
WHITE, TINY = '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'
STYLES = (
    f'<w:style w:type="character" w:styleId="Pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Small"><w:rPr>{TINY}</w:rPr></w:style>'
)


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
OF_THEME = '<w14:solidFill><w14:schemeClr w14:val="{}">{}</w14:schemeClr></w14:solidFill>'
DARKER = '<w14:lumMod w14:val="50000"/>'
FADED = '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="{}"/></w14:srgbClr></w14:solidFill>'


def box(fill: str, content: str) -> str:
    inside = (
        f"<wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    )
    return p(f"<w:r><w:drawing><a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></w:drawing></w:r>")


def formula(inner: str) -> str:
    return p("Where ", f"<m:oMath>{inner}</m:oMath>")


def of_formula(properties: str = "") -> str:
    return f"<m:r><w:rPr>{properties}</w:rPr><m:t>{SAID}</m:t></m:r>"


def phantom(shown: str) -> str:
    return formula(f'<m:phant><m:phantPr><m:show m:val="{shown}"/></m:phantPr><m:e>{of_formula()}</m:e></m:phant>')


def older_box(style: str) -> str:
    """A box of an older drawing."""
    content = f"<v:textbox><w:txbxContent>{p(SAID)}</w:txbxContent></v:textbox>"
    return p(f'<w:r><w:pict><v:shape style="{style}">{content}</v:shape></w:pict></w:r>')


def anchored(across: int, wide: int = 0, body: str = "") -> str:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    inside = f"<wps:wsp><wps:txbx><w:txbxContent>{p(SAID)}</w:txbxContent></wps:txbx>{body}</wps:wsp>"
    at = f"<wp:positionH><wp:posOffset>{across}</wp:posOffset></wp:positionH>"
    at += f'<wp:extent cx="{wide}" cy="914400"/>' if wide else ""
    drawn = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return p(f"<w:r><w:drawing><wp:anchor {space}>{at}{drawn}</wp:anchor></w:drawing></w:r>")


def behind_joined(properties: str) -> str:
    first = cell(p("First."), properties='<w:hMerge w:val="restart"/>')
    return table(row(first, cell(p(SAID), properties=properties), cell(p("Last."))))


def below_merged(merged: str) -> str:
    """A table whose second row has a cell below one that goes on down."""
    wide = cell(p("Wide."), properties='<w:gridSpan w:val="2"/>')
    return table(
        row(wide, cell(p("Top."), properties='<w:vMerge w:val="restart"/>')),
        row(cell(p("Left.")), cell(p("Middle.")), cell(p(SAID), properties=merged)),
    )


def placed(place: str) -> str:
    """A table with what says where it stands."""
    return table(row(cell(p(SAID)))).replace("<w:tblPr/>", f"<w:tblPr>{place}</w:tblPr>")


def shaded(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


@pytest.mark.parametrize(
    ("body", "faint"),
    [
        (p("Requests a report. ", t(SAID, WHITE)), True),
        (p("Requests a report. ", t(SAID, TINY)), True),
        (p(t(SAID, '<w:color w:val="auto" w:themeColor="background1"/>')), True),
        (p(t("We could live ", WHITE), t("without this.", WHITE)), True),
        (p(t(SAID, '<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="F2"/>')), True),
        (p(t(SAID, '<w:color w:val="808080" w:themeColor="background1" w:themeShade="80"/>')), False),
        (p(t(SAID, '<w:color w:val="000000" w:themeColor="background1"/>')), True),
        (p(t(SAID, '<w:color w:val="E7E6E6"/>')), True),
        (p(t(SAID, '<w:color w:val="BFBFBF"/>')), False),
        (p(t(SAID, '<w:color w:val="FFFF00"/>')), False),
        (p(t(SAID, f"{WHITE}{shaded('FFFFFF')}")), True),
        (p(t(SAID, f'{WHITE}<w:highlight w:val="white"/>')), True),
        (p(t(SAID, f'{WHITE}<w:highlight w:val="blue"/>')), False),
        (p(t(SAID, '<w:color w:val="1F3864"/>'), properties=shaded("203864")), True),
        (p(t(SAID, '<w:w w:val="1"/>')), True),
        (p(t(SAID, '<w:w w:val="90"/>')), False),
        (p(t(SAID, '<w:rtl/><w:sz w:val="24"/><w:szCs w:val="2"/>')), True),
        (p(t(SAID, '<w:sz w:val="24"/><w:szCs w:val="2"/>')), False),
        (p(t(SAID, f"<w14:textFill {W14}><w14:noFill/></w14:textFill>")), True),
        (p(t(SAID, f"<w14:textFill {W14}>{FADED.format(100000)}</w14:textFill>")), True),
        (p(t(SAID, f"<w14:textFill {W14}>{FADED.format(20000)}</w14:textFill>")), False),
        (p(t(SAID, f"<w14:textFill {W14}>{OF_THEME.format('bg1', '')}</w14:textFill>")), True),
        (p(t(SAID, f"<w14:textFill {W14}>{OF_THEME.format('tx1', '')}</w14:textFill>")), False),
        (p(t(SAID, f"<w14:textFill {W14}>{OF_THEME.format('bg1', DARKER)}</w14:textFill>")), False),
        (p(SAID, properties='<w:spacing w:line="20" w:lineRule="exact"/>'), True),
        (p(SAID, properties='<w:spacing w:line="240" w:lineRule="exact"/>'), False),
        (p(SAID, properties='<w:spacing w:line="20" w:lineRule="auto"/>'), False),
        (table(row(cell(p(SAID)), properties='<w:trHeight w:val="15" w:hRule="exact"/>')), True),
        (table(row(cell(p(SAID)), properties='<w:trHeight w:val="15" w:hRule="atLeast"/>')), False),
        (box("", p(t(SAID, WHITE))), True),
        (box('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>', p(t(SAID, WHITE))), False),
        (box('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', p(t(SAID, WHITE))), False),
        (p(t(SAID, '<w:rStyle w:val="Paler"/>')), True),
        (p(SAID, properties='<w:pStyle w:val="Small"/>'), True),
        (p(t(SAID, '<w:color w:val="000000"/>'), properties='<w:pStyle w:val="Pale"/>'), False),
        (p(t(SAID, '<w:rStyle w:val="Pale"/><w:color w:val="000000"/>')), False),
        (p(t(SAID, '<w:sz w:val="24"/><w:color w:val="auto"/>')), False),
        (p(t(SAID, f'<w:sz w:val="{"1" * 5000}"/>{WHITE}')), True),
        (p(t(SAID, '<w:sz w:val="²"/>')), False),
        (p(t(SAID, f"{WHITE}{shaded('000000')}")), False),
        (p(t(SAID, WHITE), properties=shaded("1F3864")), False),
        (table(row(cell(p(t(SAID, WHITE)), properties=shaded("1F3864")))), False),
        (table(row(cell(p(t(SAID, WHITE)), properties=shaded("auto")))), True),
        (table(row(cell(p(t(SAID, TINY)), properties=shaded("1F3864")))), True),
        (formula(of_formula(WHITE)), True),
        (formula(of_formula()), False),
        (phantom("0"), True),
        (phantom("1"), False),
        (p(t(SAID, '<w:position w:val="-3000"/>')), True),
        (p(t(SAID, '<w:position w:val="6"/>')), False),
        (p(SAID, properties='<w:ind w:left="-20000" w:right="20000"/>'), True),
        (p(SAID, properties='<w:ind w:left="30000"/>'), True),
        (p(SAID, properties='<w:ind w:left="5000" w:hanging="5000"/>'), False),
        (p(SAID, properties='<w:ind w:left="-720" w:right="-720"/>'), False),
        (p(SAID, properties='<w:framePr w:wrap="around" w:x="-20000" w:y="1"/>'), True),
        (p(SAID, properties='<w:framePr w:wrap="around" w:x="1440" w:y="720"/>'), False),
        (older_box("position:absolute;margin-left:-5000pt;width:90pt;height:9pt"), True),
        (older_box("position:absolute;width:0;height:0"), True),
        (older_box("width:0;height:0"), True),
        (older_box("position:absolute;width:90pt;height:0"), True),
        (older_box("position:absolute;width:90pt;height:0;mso-height-percent:200"), False),
        (older_box("position:absolute;margin-left:50pt;margin-top:-.5in;width:90pt;height:.5in"), False),
        (anchored(-20_000_000), True),
        (anchored(914_400), False),
        (anchored(914_400, 10), True),
        (anchored(914_400, 914_400), False),
        (anchored(914_400, 10, "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>"), False),
        (below_merged("<w:vMerge/>"), True),
        (below_merged('<w:vMerge w:val="continue"/>'), True),
        (below_merged('<w:vMerge w:val="restart"/>'), False),
        (table(row(cell(p(SAID), properties="<w:vMerge/>"))), False),  # nothing is above it
        (behind_joined("<w:hMerge/>"), True),
        (behind_joined('<w:hMerge w:val="restart"/>'), False),
        (behind_joined(""), False),
        (table(row(cell(p("Top.")), cell(p(SAID), properties="<w:hMerge/>"))), False),  # nothing begins before it
        (placed('<w:tblpPr w:tblpX="-20000" w:tblpY="1"/>'), True),
        (placed('<w:tblpPr w:tblpX="1440" w:tblpY="1440"/>'), False),
        (placed('<w:tblInd w:w="-30000" w:type="dxa"/>'), True),
        (placed('<w:tblInd w:w="720" w:type="dxa"/>'), False),
        (box('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', p(t(SAID, BLACK))), True),
        (box('<a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>', p(t(SAID, BLACK))), False),
        (p(SAID, properties='<w:framePr w:w="1" w:h="1" w:hRule="exact" w:wrap="around"/>'), True),
        (p(SAID, properties='<w:framePr w:w="1" w:h="400" w:hRule="exact" w:wrap="around"/>'), False),
        (p("<w:r><w:tab/></w:r>", SAID, properties='<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>'), True),
        (p("<w:r><w:tab/></w:r>", SAID, properties='<w:tabs><w:tab w:val="left" w:pos="9000"/></w:tabs>'), False),
        (p("<w:r><w:tab/></w:r>", SAID, properties='<w:tabs><w:tab w:val="clear" w:pos="31000"/></w:tabs>'), False),
        (p(SAID, properties='<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>'), False),
        (p(t(SAID, '<w:spacing w:val="-1584"/>')), True),
        (p(t(SAID, '<w:spacing w:val="-4"/>')), False),
        (p(t(SAID, '<w:fitText w:val="1" w:id="5"/>')), True),
        (p(t(SAID, '<w:fitText w:val="1440" w:id="5"/>')), False),
    ],
)
def test_letters_that_nobody_sees_are_told(body: str, faint: bool) -> None:
    data = docx(body, styles=STYLES)
    assert faint_words(data).words == ((SAID,) if faint else ())
    reading = read_word(data)
    told = [one.message for one in reading.warnings if one.code == "faint-text"]
    assert told == ([f"Letters that nobody sees there (white, tiny) were read with the rest: “{SAID}”."] * faint)
    unseen, told_so = unseen_in([data]), (f"{LAID_OPEN}: “{SAID}”",) if faint else ()
    assert told_laid_open(unseen, [reading.draft], docx(p(SAID))) == told_so
    assert told_laid_open(unseen, [reading.draft], None) == told_so  # a page shows all
    assert told_laid_open(unseen, [reading.draft], data) == ()  # what stays so is told by another line


def test_letters_of_the_colour_of_the_page_are_told() -> None:
    body = p(t("We could live with black.", '<w:color w:val="101010"/>'), t(SAID, WHITE))
    data = docx(body, settings="<w:displayBackgroundShape/>")
    assert faint_words(data).words == (SAID,)
    page = Package(data)
    page.edit(page.main).insert(0, element("background", color="000000"))
    assert faint_words(page.to_bytes()).words == ("We could live with black.",)


def test_letters_that_all_have_are_told_unless_they_have_others() -> None:
    look = f"<w:rPr>{WHITE}</w:rPr>"
    usual = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal">{look}</w:style>'
    body = p(SAID) + p(t("Plain to read.", '<w:color w:val="auto"/>'))
    assert faint_words(docx(body, styles=usual)).words == (SAID,)


HIDDEN = "<w:vanish/>"


@pytest.mark.parametrize(
    ("body", "standing"),
    [
        (p(t("2. Requests a fallback position;", HIDDEN)), True),  # the number is none of the words, and may change
        (p("Requests ", t("a", HIDDEN), "<w:r><w:rPr><w:vanish/></w:rPr><w:tab/></w:r>", t("fallback", HIDDEN)), True),
        (p("Requests ", t("a fallback position", HIDDEN)), True),
        (p("Requests a fallback position;"), False),
        (p("Requests ", t("something else", HIDDEN)), False),
        (p("<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>a fallback position</m:t></m:r></m:oMath>"), True),
        (older_box("width:90pt;height:9pt;display:none").replace(SAID, "a fallback position"), True),
        (older_box("width:90pt;height:9pt").replace(SAID, "a fallback position"), False),
    ],
)
def test_hidden_words_do_not_leave_however_they_stand_in_the_text(body: str, standing: bool) -> None:
    unseen = unseen_in([docx(body), None])
    text = Draft((Paragraph(Kind.OPERATIVE, (Run("Requests a fallback position;"),), number="3"),))
    if standing:
        with pytest.raises(DraftError, match="were hidden in a Word file"):
            refuse_hidden(unseen, [text])
    else:
        refuse_hidden(unseen, [text])


@pytest.mark.parametrize(
    ("styles", "hidden"),
    [
        ("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>", True),
        ('<w:docDefaults><w:rPrDefault><w:rPr><w:vanish w:val="0"/></w:rPr></w:rPrDefault></w:docDefaults>', False),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>', True),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:basedOn w:val="B"/></w:style>'
         '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>', True),
        ('<w:style w:type="paragraph" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>', False),
    ],
)  # fmt: skip
def test_what_hides_all_text_hides_what_names_no_style(styles: str, hidden: bool) -> None:
    own = t(" Seen by all.", '<w:vanish w:val="0"/>')
    assert unseen_in([docx(p(SAID, own), styles=styles)]).hidden == ((SAID,) if hidden else ())


@pytest.mark.parametrize(
    ("part", "look", "hidden"),
    [
        ("firstRow", 'w:val="0020" w:firstRow="1"', ("first cell", "second cell")),
        ("firstRow", 'w:val="0000" w:firstRow="0"', ()),
        ("firstRow", 'w:val="0020"', ("first cell", "second cell")),
        ("lastRow", 'w:val="0080"', ()),
        ("lastRow", 'w:val="dxa"', ("third cell", "fourth cell")),
        ("lastCol", 'w:val="0100"', ("second cell", "fourth cell")),
        ("band1Horz", 'w:val="0000"', ("first cell", "second cell", "third cell", "fourth cell")),
    ],
)
def test_a_style_of_tables_hides_the_cells_it_is_for(part: str, look: str, hidden: tuple[str, ...]) -> None:
    style = f'<w:tblStylePr w:type="{part}"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'
    rows = row(cell(p("first cell")), cell(p("second cell"))) + row(cell(p("third cell")), cell(p("fourth cell")))
    worn = f'<w:tblPr><w:tblStyle w:val="T"/><w:tblLook {look}/></w:tblPr>'
    body = table(rows).replace("<w:tblPr/>", worn)
    styles = f'<w:style w:type="table" w:styleId="T">{style}</w:style>'
    assert unseen_in([docx(body, styles=styles)]).hidden == hidden


@pytest.mark.parametrize(
    ("parts", "look", "faint"),
    [
        (WHITE, 'w:val="0000"', ("first cell", "third cell")),
        (f'{WHITE}</w:rPr><w:tcPr><w:shd w:val="clear" w:fill="203060"/></w:tcPr><w:rPr>', 'w:val="0000"', ()),
        (f"firstRow{WHITE}", 'w:val="0020"', ("first cell",)),
        (f"firstRow{WHITE}", 'w:val="0020" w:firstRow="0"', ()),
        (f'firstRow{WHITE}</w:rPr><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr><w:rPr>', 'w:val="0020"', ()),
        (f"firstCol{TINY}", 'w:val="0080"', ("first cell", "third cell")),
        (f"firstCol{TINY}", 'w:val="0080" w:firstColumn="0"', ()),
        (f"band1Vert{WHITE}", 'w:val="0000"', ("first cell", "third cell")),
    ],
)
def test_letters_white_by_a_style_of_tables_are_told(parts: str, look: str, faint: tuple[str, ...]) -> None:
    part, _, rest = parts.partition("<")
    said = f"<w:rPr><{rest}</w:rPr>"
    said = f'<w:tblStylePr w:type="{part}">{said}</w:tblStylePr>' if part else said
    styles = (
        f'<w:style w:type="table" w:styleId="T0">{said}</w:style>'
        '<w:style w:type="table" w:styleId="T"><w:basedOn w:val="T0"/></w:style>'
    )
    seen = cell(p(t("seen by all", '<w:color w:val="808080"/><w:sz w:val="24"/>')))
    rows = row(cell(p("first cell")), seen) + row(cell(p("third cell")), seen)
    body = table(rows).replace("<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="T"/><w:tblLook {look}/></w:tblPr>')
    assert faint_words(docx(body, styles=styles)).words == faint


@pytest.mark.parametrize(
    ("look", "own", "faint"),
    [
        ('<w:pPr><w:ind w:left="-9000"/></w:pPr>', "", (SAID,)),
        ('<w:pPr><w:framePr w:x="30000"/></w:pPr>', "", (SAID,)),
        ('<w:rPr><w:position w:val="900"/></w:rPr>', "", (SAID,)),
        ('<w:pPr><w:ind w:left="720"/></w:pPr>', "", ()),
        ('<w:pPr><w:ind w:left="-9000"/></w:pPr>', '<w:ind w:left="0"/>', ()),
    ],
)
def test_letters_that_a_style_puts_off_the_page_are_told(look: str, own: str, faint: tuple[str, ...]) -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Away">{look}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="Away"/></w:style>'
    )
    assert (
        faint_words(docx(p(SAID, properties=f'<w:pStyle w:val="Off"/>{own}') + p("One."), styles=styles)).words == faint
    )


@pytest.mark.parametrize(
    ("properties", "faint"),
    [
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', (SAID,)),
        ('<w:pStyle w:val="Item"/>', (SAID,)),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ()),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', ()),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/>', ()),
    ],
)
def test_letters_that_a_list_puts_off_the_page_are_told(properties: str, faint: tuple[str, ...]) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl>'
        for at, left in enumerate((-30000, 720))
    )
    inside = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="1"/></w:pPr></w:lvl></w:lvlOverride>'
    data = docx(
        p(SAID, properties=properties) + p("One."),
        styles='<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>",
        numbering=f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{inside}</w:num>',
    )
    assert faint_words(data).words == faint


@pytest.mark.parametrize(
    ("frame", "faint"),
    [
        ('w:w="500" w:vAnchor="page" w:hAnchor="page" w:x="-9000" w:y="900"', True),
        ('w:w="3000" w:vAnchor="page" w:hAnchor="page" w:x="20000" w:y="100"', True),
        ('w:vAnchor="page" w:hAnchor="page" w:x="-9000" w:y="900"', True),
        ('w:w="3000" w:h="400" w:vAnchor="page" w:hAnchor="page" w:x="900" w:y="-700"', True),
        ('w:w="3000" w:vAnchor="page" w:hAnchor="page" w:x="900" w:y="15900"', True),
        ('w:w="500" w:hAnchor="margin" w:x="-4000" w:y="900"', True),
        ('w:w="9500" w:vAnchor="page" w:hAnchor="page" w:x="-9000" w:y="900"', False),
        ('w:w="500" w:hAnchor="margin" w:x="-1200" w:y="900"', False),
        ('w:w="500" w:hAnchor="text" w:x="-9000" w:y="900"', False),  # of a column, which may stand anywhere
        ('w:w="3000" w:h="400" w:vAnchor="text" w:hAnchor="page" w:x="900" w:y="-9000"', False),
        ('w:w="500" w:vAnchor="page" w:hAnchor="page" w:x="-9000" w:xAlign="center" w:y="900"', False),
        ('w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"', False),
        ('w:w="3000" w:vAnchor="page" w:hAnchor="page" w:x="11900" w:y="15000"', False),
        ("", False),
    ],
)
def test_frames_are_measured_by_their_width_and_their_page(frame: str, faint: bool) -> None:
    page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    data = docx(p(SAID, properties=f"<w:framePr {frame}/>") + p("One.") + page)
    assert faint_words(data).words == ((SAID,) if faint else ())


def test_white_letters_on_the_dark_ground_of_a_style_of_tables_are_seen() -> None:
    dark = '<w:tcPr><w:shd w:val="clear" w:fill="203060"/></w:tcPr>'
    styles = f'<w:style w:type="table" w:styleId="T">{dark}</w:style>'
    own = '<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>'
    light = cell(p(t("unseen here", WHITE))).replace("<w:tc>", f"<w:tc>{own}")
    body = table(row(cell(p(t("seen here", WHITE))), light))
    body = body.replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    assert faint_words(docx(body, styles=styles)).words == ("unseen here",)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Decides to meet or never, as our own minister said, in 2006;", "or never as our own minister"),
        ("Decides to meet or never, as our minister said;", None),
        ("Decides that in the light of what the Assembly said before it is enough;", None),  # everybody has that
    ],
)
def test_what_is_left_of_words_that_were_edited_is_told(text: str, left: str | None) -> None:
    kept_back = "or never as our own minister says, in the light of what the Assembly said before"
    data = docx(p("Decides to meet ", t(kept_back, HIDDEN)) + p("Noting in the light of what the Assembly said before"))
    unseen = unseen_in([data])
    draft = Draft((Paragraph(Kind.TEXT, (Run(text),)),))
    refuse_hidden(unseen, [draft])
    told = told_laid_open(unseen, [draft], None)
    assert told == ((f"{LAID_OPEN}: “{left}”",) if left else ())


def test_a_redline_does_not_lay_open_what_it_strikes_or_leaves_white() -> None:
    text = Draft((Paragraph(Kind.TEXT, (Run(SAID),)),))
    struck = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:delText>without </w:delText></w:r>'
    written = docx(p(t("We could live ", WHITE), dele(struck), t("this.", WHITE)))
    assert told_laid_open(Unseen(faint=(SAID,)), [text], written) == ()
    open_now = docx(p(t("We could live ", WHITE), t("without "), t("this.", WHITE)))
    assert told_laid_open(Unseen(faint=(SAID,)), [text], open_now) == (f"{LAID_OPEN}: “{SAID}”",)


def test_nothing_hidden_leaves_with_the_lines_between_text_and_notes() -> None:
    def notes(line: str) -> str:
        own = f'<w:footnote w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>", line)}</w:footnote>'
        return f'{own}<w:footnote w:id="1">{p("A source.")}</w:footnote>'

    body = p("One", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    bare = scrubbed(docx(body, footnotes=notes(t(SAID, "<w:vanish/>"))))
    assert SAID.encode() not in Package(bare).data("word/footnotes.xml")
    assert told_beside(Package(bare)) == ()
    seen = scrubbed(docx(body, footnotes=notes(t(SAID))))
    assert told_beside(Package(seen)) == (f"Words of the lines between text and notes: “{SAID}”",)


def test_hidden_words_that_count_are_told() -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val="{SAID}"/>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}<w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>'
    assert told_beside(Package(docx(p("One."), numbering=lists))) == (f"Hidden words that count in lists: “{SAID}”",)


def test_letters_before_what_a_field_shows_go() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"{sign('begin')}<w:r><w:instrText> REF a </w:instrText></w:r>{t(SAID)}{sign('separate')}"
    data = docx(p("See ", code, t("shown"), sign("end")))
    bare = scrubbed(data)
    assert SAID.encode() not in Package(bare).data("word/document.xml")
    assert b"REF Place1" in Package(bare).data("word/document.xml")
    assert read_word(bare).draft == read_word(data).draft


@pytest.mark.parametrize("inside", [t(SAID), "{}"])
def test_letters_of_a_code_that_shows_nothing_go(inside: str) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inside = inside.replace("{}", shown_by("AUTHOR", t(SAID)))
    code = f"{sign('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{inside}{sign('end')}"
    data = docx(p("On page ", code, "."))
    assert any(one.what == "hidden" and SAID in one.detail for one in found_in(data, Allowed()))
    bare = scrubbed(data)
    assert SAID.encode() not in Package(bare).data("word/document.xml")
    assert b"PAGE" in Package(bare).data("word/document.xml")
    assert read_word(bare).draft == read_word(data).draft
    assert not [one for one in found_in(bare, Allowed()) if one.what == "hidden"]


def shown_by(instruction: str, *shown: str) -> str:
    """A field with what it shows."""
    signs = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return signs["begin"] + code + signs["separate"] + "".join(shown) + signs["end"]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (shown_by("AUTHOR", t("Jane Doe")), "“Jane Doe” (AUTHOR)"),
        (shown_by("USERNAME \\* Upper", t("Jane"), t(" Doe")), "“Jane Doe” (USERNAME)"),
        (shown_by("FILENAME", t("from-jane.docx")), "“from-jane.docx” (FILENAME)"),
        (f'<w:fldSimple w:instr="LASTSAVEDBY">{t("Jane Doe")}</w:fldSimple>', "“Jane Doe” (LASTSAVEDBY)"),
        (shown_by("IF 1 = 1", shown_by("TEMPLATE", t("Jane.dotx"))), "“Jane.dotx” (TEMPLATE)"),
        (shown_by("author", t("Jane Doe")), "“Jane Doe” (AUTHOR)"),
        (shown_by("AUT&#72;OR", t("Jane Doe")), "“Jane Doe” (AUTHOR)"),
        (shown_by("\n", t("Jane Doe")).replace(" </w:inst", " INFO\nAuthor </w:inst"), "“Jane Doe” (INFO)"),
        (shown_by('docproperty\n "Last\n saved by"', t("Jane Doe")), "“Jane Doe” (DOCPROPERTY)"),
        (f'<w:fldSimple w:instr="Last&#x73;avedBy">{t("Jane Doe")}</w:fldSimple>', "“Jane Doe” (LASTSAVEDBY)"),
        (shown_by("REF _Ref1", t("Jane Doe")), ""),
        (t("AUTHOR Jane Doe"), ""),
    ],
)
def test_what_word_fills_in_of_those_who_made_the_file_is_told(field: str, told: str) -> None:
    data = docx(p(t("By ") + field + t(".")) + p("The end."))
    reading = read_word(data)
    said = [one.message for one in reading.warnings]
    assert said == ([f"What Word fills in of those who made the file was read as words: {told}."] if told else [])
    lines = told_filled_in(unseen_in([data]), [reading.draft])
    assert lines == ((f"{FILLED_IN}: {told.split(' (')[0]}",) if told else ())
    assert told_filled_in(unseen_in([data]), [read_word(docx(p("The end."))).draft]) == ()
