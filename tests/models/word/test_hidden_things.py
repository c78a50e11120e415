"""Pictures and boxes that a Word file hides do not leave in the open, wherever the file says that they are hidden."""

from __future__ import annotations

import struct
import zlib

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.pictures.pictures import bare_picture
from models.word.leaving.scrub import CannotScrub, scrubbed
from models.word.leaving.unseen.hidden import hidden_words
from models.word.namespaces import WORD_2012
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.sought import found_in
from tests.models.word.test_redline_things import picture, png, word
from tests.models.word.word_xml import cell, docx, p, row, t, table

_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CLOSED = f'<w15:collapsed xmlns:w15="{WORD_2012}"/>'
HEAD, TAIL = p("Notes the figures of the report on water,"), p("Requests another report,")
VANISHING = "<w:rPr><w:vanish/></w:rPr>"
STYLE = (
    '<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr>{}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Below"><w:name w:val="Below"/><w:basedOn w:val="Aside"/></w:style>'
)


def box(words: str, said: str = "") -> str:
    """A box with words, as a group holds it."""
    return (
        f'<wps:wsp><wps:cNvPr id="9" name="Box"{said}/><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{p(words)}'
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )


def group(*shapes: str, said: str = "", anchor: str = "") -> str:
    """A group of shapes on the page; what is `said` of it, and of its anchor."""
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_WP}"{anchor}><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="3" name="Group"/><a:graphic><a:graphicData uri="{_WPG}"><wpg:wgp xmlns:wpg="{_WPG}">'
        f'<wpg:cNvPr id="4" name="Inner"{said}/>{"".join(shapes)}</wpg:wgp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></w:r>"
    )


def grouped_picture(link: str, said: str = "") -> str:
    """A picture, as a group holds it."""
    inner = picture(link).partition("<pic:pic")[2].partition("</pic:pic>")[0]
    return f"<pic:pic{inner.replace('<pic:cNvPr ', f'<pic:cNvPr{said} ')}</pic:pic>"


HIDDEN = ' hidden="1"'
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'


@pytest.mark.parametrize(
    ("drawn", "hidden"),
    [
        (group(box("our last offer"), said=""), False),
        (group(box("our last offer", ' hidden="0"'), box("a label")), False),
        (group(box("our last offer", HIDDEN), box("a label")), True),
        (group(box("our last offer", " hidden='true'")), True),
        (group(box("our last offer"), said=HIDDEN), True),
        (group(box("our last offer"), anchor=HIDDEN), True),
    ],
)
def test_words_of_a_box_are_hidden_wherever_its_drawing_says_so(drawn: str, hidden: bool) -> None:
    found = hidden_words(docx(HEAD + p(t("See the map."), drawn) + TAIL)).words
    assert ("our last offer" in found) is hidden
    assert "a label" not in found


@pytest.mark.parametrize("said", ["", HIDDEN])
def test_a_picture_that_its_group_hides_is_refused(said: str) -> None:
    older = '<w:pict><v:group><v:shape><v:imagedata r:id="rId1"/></v:shape><v:shape><v:textbox><w:txbxContent>'
    older += f"{p('a label')}</w:txbxContent></v:textbox></v:shape></v:group></w:pict>"
    newer = group(grouped_picture("rId1", said), box("a label")).removeprefix("<w:r>").removesuffix("</w:r>")
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    for drawn in (f"<w:r>{newer}</w:r>", f"{both}</mc:AlternateContent></w:r>"):
        data = word(HEAD + p(t("See the map."), drawn) + TAIL, rId1=png(10))
        if said:
            with pytest.raises(CannotScrub, match="hidden in the Word file"):
                scrubbed(data)
        else:
            scrubbed(data)


def in_a_row(drawn: str, properties: str = "") -> str:
    inner = f"<w:tc><w:tcPr/>{p(t('The map '), drawn)}</w:tc>"
    return table(row(f"<w:tc><w:tcPr/>{p('Figures')}</w:tc>"), row(inner, properties=properties))


@pytest.mark.parametrize(
    ("new", "hidden"),
    [
        (p(t("See the map "), picture("rId1")), False),
        (p(t("See the map "), picture("rId1").replace("<w:r>", f"<w:r>{VANISHING}")), True),
        (p(t("See the map "), picture("rId1"), properties='<w:pStyle w:val="Aside"/>'), True),
        (p(t("See the map "), picture("rId1").replace("<wp:docPr", f"<wp:docPr{HIDDEN}")), True),
        (in_a_row(picture("rId1")), False),
        (in_a_row(picture("rId1"), "<w:hidden/>"), True),
    ],
)
def test_a_hidden_picture_of_the_new_file_stays_hidden_in_a_redline(new: str, hidden: bool) -> None:
    """So that it is refused as one of the base is, where the file may not tell it."""
    style = '<w:style w:type="paragraph" w:styleId="Aside"><w:rPr><w:vanish/></w:rPr></w:style>'
    old, files = docx(HEAD + p("See the map ") + TAIL), Package(word(HEAD + new + TAIL, rId1=png(10)))
    root = f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{style}</w:styles>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files.add_part("word/styles.xml", root.encode(), kind, f"{office}/styles")
    data = files.to_bytes()
    before, after = read_word(old), read_word(data)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(data, after.origins))
    assert any(name.endswith(".png") for name in Package(written).names)
    if hidden:
        with pytest.raises(CannotScrub, match="hidden in the Word file"):
            scrubbed(written)
    else:
        scrubbed(written)


@pytest.mark.parametrize(
    ("look", "hidden"),
    [("<w:vanish/>", True), ("<w:specVanish/>", True), ('<w:specVanish w:val="0"/>', False), ("<w:b/>", False)],
)
@pytest.mark.parametrize("style", ["Aside", "Below"])
def test_a_style_hides_by_either_sign(look: str, hidden: bool, style: str) -> None:
    data = docx(p("Notes the report", t(" and our doubts", f'<w:rStyle w:val="{style}"/>')), styles=STYLE.format(look))
    assert hidden_words(data).words == (("and our doubts",) if hidden else ())


def test_the_frames_of_an_animation_that_word_does_not_show_go() -> None:
    plain = png(10)
    more = b""
    for kind, data in ((b"acTL", bytes(8)), (b"fcTL", bytes(26)), (b"fdAT", b"\0\0\0\1our last offer")):
        more += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    end = plain.rindex(b"IEND") - 4
    assert bare_picture(plain[:end] + more + plain[end:]) == bare_picture(plain)


_OLDER = '<w:r><w:pict><v:shape style="width:9pt;{}"><v:textpath string="our last offer"/></v:shape>{}</w:pict></w:r>'
_TABLES = '<w:style w:type="table" w:styleId="Aside"><w:name w:val="Aside"/>{}</w:style>'
_WORN = table(row(cell(p("our last offer"))), row(cell(p("and more")))).replace("Pr/>", "Pr>{}</w:tblPr>", 1)
_IN_STYLE = _WORN.format('<w:tblStyle w:val="Aside"/>')
_FIRST_ROW = '<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'
_FIRST_CELLS = _FIRST_ROW.replace("firstRow", "firstCol")
_HIDDEN_ROW = row(cell(p("our last offer")), properties="<w:hidden/>")
_ALONE = table(_HIDDEN_ROW)


def in_branches(newer: str, older: str) -> str:
    """A drawing as two branches say it."""
    inner = [one.removeprefix("<w:r>").removesuffix("</w:r>") for one in (newer, older)]
    both = f'<mc:Choice Requires="wps">{inner[0]}</mc:Choice><mc:Fallback>{inner[1]}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def _shape(root: etree._Element) -> str:
    """The tables, rows, cells, paragraphs and drawings of a part, as they stand within each other."""
    inner = " ".join(one for child in root if (one := _shape(child)))
    name = etree.QName(root).localname
    return f"{name}({inner})" if name in ("hdr", "tbl", "tr", "tc", "p", "drawing", "pict", "wsp", "shape") else inner


@pytest.mark.parametrize(
    ("head", "style", "left"),
    [
        (p("UN") + _ALONE, "", "hdr(p())"),
        (_ALONE, "", "hdr(p())"),
        (_ALONE.replace("<w:hidden/>", '<w:hidden w:val="0"/>'), "", "hdr(tbl(tr(tc(p()))))"),
        (table(row(cell(p("UN"))), _HIDDEN_ROW), "", "hdr(tbl(tr(tc(p()))))"),
        (table(row(cell(_ALONE))), "", "hdr(tbl(tr(tc(p()))))"),
        (table(f"<w:sdt><w:sdtContent>{_HIDDEN_ROW}</w:sdtContent></w:sdt>"), "", "hdr(p())"),
        (_IN_STYLE, VANISHING, "hdr(p())"),
        (_IN_STYLE, _FIRST_ROW, "hdr(tbl(tr(tc(p()))))"),
        (_IN_STYLE, _FIRST_CELLS, "hdr(tbl(tr(tc(p())) tr(tc(p()))))"),
        (_IN_STYLE.replace("<w:r>", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>'), VANISHING,
         "hdr(tbl(tr(tc(p())) tr(tc(p()))))"),
        (p(_OLDER.format("", "")), "", "hdr(p(pict(shape())))"),
        (p(_OLDER.format("visibility:hidden", "")), "", "hdr(p())"),
        (p(_OLDER.format("display:none", "<v:shape/>")), "", "hdr(p(pict(shape())))"),
        (p(group(box("our last offer"), said=HIDDEN)), "", "hdr(p())"),
        (p(group(box("our last offer", HIDDEN), box("UN"))), "", "hdr(p(drawing(wsp(p()))))"),
        (p(in_branches(group(box("our last offer"), anchor=HIDDEN), _OLDER.format("", ""))), "", "hdr(p())"),
        (p(in_branches(group(box("our last offer", HIDDEN), box("UN")), _OLDER.format("", ""))), "",
         "hdr(p(drawing(wsp(p()))))"),
    ],
)  # fmt: skip
def test_what_a_head_hides_does_not_leave(head: str, style: str, left: str) -> None:
    made = docx(HEAD + TAIL + _SECTION, styles=_TABLES.format(style), header=head)
    package = Package(scrubbed(made))
    written = etree.tostring(package.root("word/header.xml"), encoding="unicode")
    assert _shape(package.root("word/header.xml")) == left
    shown = any(sign in head for sign in ('w:val="0"', '"width:9pt;"')) and "Fallback" not in head
    assert ("our last offer" in written) is shown


@pytest.mark.parametrize("hides", [(f"<w:r>{VANISHING}", "<w:r>"), (f"<wp:docPr{HIDDEN}", "<wp:docPr")])
@pytest.mark.parametrize("hidden", [False, True])
def test_a_hidden_picture_of_a_head_goes_with_its_part(hides: tuple[str, str], hidden: bool) -> None:
    drawn = picture("rId1").replace(hides[1], hides[0], 1) if hidden else picture("rId1")
    package = Package(docx(HEAD + TAIL + _SECTION, styles="", header=p(t("UN"), drawn)))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    package.add_part("word/media/one.png", png(10), "image/png", kind, source="word/header.xml")
    names = Package(scrubbed(package.to_bytes())).names
    assert any(name.endswith(".png") for name in names) is not hidden


def test_a_heading_that_is_closed_over_its_text_leaves_open() -> None:
    data = docx(p("A. Trade", properties=f'<w:outlineLvl w:val="0"/>{CLOSED}') + p("It matters."))
    assert [one.what for one in found_in(data, Allowed()) if "closed" in one.detail] == ["hidden"]
    assert found_in(bare := scrubbed(data), Allowed()) == ()
    assert read_word(bare).draft == read_word(data).draft
