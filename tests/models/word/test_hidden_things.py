"""Pictures and boxes that a Word file hides do not leave in the open, wherever the file says that they are hidden."""

from __future__ import annotations

import struct
import zlib

import pytest

from models.comparison.compare import compare
from models.word.leaving.pictures.pictures import bare_picture
from models.word.leaving.scrub import CannotScrub, scrubbed
from models.word.leaving.unseen.hidden import hidden_words
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.test_redline_things import picture, png, word
from tests.models.word.word_xml import docx, p, row, t, table

_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
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
