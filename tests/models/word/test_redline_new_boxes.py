"""Text boxes that only the new file has, in redlines: each comes whole, as the drawing it is."""

from __future__ import annotations

from itertools import product

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.accepted import accepted
from models.word.left_out import layout_left_out
from models.word.namespaces import CHOICE, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.test_redline_boxes import MORE, ONE, SAID, THREE, TWO, box, doubled, several
from tests.models.word.test_redline_things import picture, png, word
from tests.models.word.word_xml import cell, docx, p, row, t, table

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PLAIN = p(ONE) + p(TWO) + p(THREE)
BOXES = {
    "an old one": box(SAID),
    "two lines": box(SAID, MORE),
    "with a copy": doubled(SAID),
    "two in a drawing": several(SAID, MORE),
    "empty": box(""),
    "an empty line in it": box("", SAID),
    "a box in a box": box(SAID, box(MORE)),
    "a table in it": box(SAID).replace(p(SAID), table(row(cell(p(SAID)), cell(p(MORE)))) + p()),
    "a control in it": box(SAID).replace(
        p(SAID), f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{p(SAID)}</w:sdtContent></w:sdt>'
    ),
}
PLACES = {
    "before words": lambda made: p(made, t(ONE)) + p(TWO) + p(THREE),
    "among words": lambda made: p(ONE) + p(t(TWO[:9]), made, t(TWO[9:])) + p(THREE),
    "behind the last word": lambda made: p(ONE) + p(TWO) + p(t(THREE), made),
    "on an empty line of its own": lambda made: p(ONE) + p(made) + p(TWO) + p(THREE),
    "on a new line": lambda made: p(ONE) + p(t("Guided by the Charter,"), made) + p(TWO) + p(THREE),
    "on words that changed": lambda made: p(ONE) + p(t("Taking note of the report,"), made) + p(THREE),
    "on what moved": lambda made: p(TWO) + p(THREE) + p(t(ONE), made),
    "before a new line": lambda made: p(t(ONE), made) + p("Guided by the Charter,") + p(TWO) + p(THREE),
    "in another place of the text": lambda made: p(t(ONE), made, box("Another box.")) + p(TWO) + p(THREE),
}


def redline(base: bytes, wanted: bytes) -> bytes:
    """The redline of two files, which reads as both."""
    old, new = read_word(base), read_word(wanted)
    comparison = compare(old.draft, new.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(wanted, new.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    return written


def in_boxes(root: etree._Element) -> list[list[str]]:
    """What the boxes of a text say, copies for older programs too."""
    return [["".join(one.itertext(w("t"))) for one in box.iter(w("p"))] for box in root.iter(w("txbxContent"))]


def taken(written: bytes, which: str) -> etree._Element:
    package = Package(written)
    resolve(package, "accept" if which == "accept" else "reject")
    return package.root(package.main)


@pytest.mark.parametrize(("made", "place"), list(product(BOXES, PLACES)))
def test_a_new_box_comes_whole(made: str, place: str) -> None:
    base, wanted = docx(PLAIN), docx(PLACES[place](BOXES[made]))
    written = redline(base, wanted)
    assert in_boxes(taken(written, "accept")) == in_boxes(accepted(wanted).root("word/document.xml"))
    assert in_boxes(taken(written, "reject")) == []
    assert layout_left_out(written, wanted) == ()
    assert in_boxes(taken(redline(wanted, base), "accept")) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
@pytest.mark.parametrize("words_first", [False, True])
def test_new_boxes_come_before_and_behind_one_that_stays(order: tuple[int, ...], words_first: bool) -> None:
    every = (box(SAID), box(MORE), doubled("A third box of words."))
    new = [every[at] for at in order]
    line = [t(ONE), *new] if words_first else [*new, t(ONE)]
    base, wanted = docx(p(t(ONE), every[0]) + p(TWO)), docx(p(*line) + p(TWO))
    written = redline(base, wanted)
    assert in_boxes(taken(written, "accept")) == in_boxes(accepted(wanted).root("word/document.xml"))
    assert in_boxes(taken(written, "reject")) == [[SAID]]
    stays = next(one for one in Package(written).root("word/document.xml").iter(w("t")) if one.text == SAID)
    assert next(stays.iterancestors(w("ins"), w("del")), None) is None


def test_empty_lines_of_a_new_box_leave_those_of_the_text_alone() -> None:
    written = redline(docx(p(ONE) + p() * 3 + p(TWO)), docx(p(t(ONE), box("", SAID, "", "")) + p() * 3 + p(TWO)))
    assert len(list(Package(written).root("word/document.xml").iter(w("ins"), w("del")))) == 1


def test_a_drawing_with_one_box_more_goes_and_comes_whole() -> None:
    base, wanted = docx(p(t(ONE), several(SAID, MORE)) + p(TWO)), docx(p(t(ONE), several(SAID, THREE, MORE)) + p(TWO))
    written = redline(base, wanted)
    assert in_boxes(taken(written, "accept")) == [[SAID], [THREE], [MORE]]
    assert in_boxes(taken(written, "reject")) == [[SAID], [MORE]]


def test_a_box_in_a_cell_comes_there() -> None:
    base = docx(p(THREE) + table(row(cell(p(ONE)), cell(p(TWO)))) + p(""))
    edited = row(cell(p(t(ONE), box(SAID)) + p("A new line.")), cell(p(TWO)))
    wanted = docx(p(THREE) + table(edited, row(cell(p(t("A row"), box(MORE))), cell(p("of it")))) + p(""))
    written = redline(base, wanted)
    assert in_boxes(taken(written, "accept")) == [[SAID], [MORE]]
    assert in_boxes(taken(written, "reject")) == []


def test_words_that_went_into_a_box_go_from_the_text_and_come_in_it() -> None:
    written = redline(docx(p(ONE) + p(SAID) + p(TWO)), docx(p(t(ONE), box(SAID)) + p(TWO)))
    assert in_boxes(taken(written, "accept")) == [[SAID]]
    assert in_boxes(taken(written, "reject")) == []


def test_a_note_in_a_box_stays_a_note_of_the_text() -> None:
    """Word hangs none there, and one that others put there is anchored where its words come: in the text."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("See the annex.")}</w:footnote>'
    wanted = docx(p(t(ONE), box(t(SAID) + mark)) + p(TWO), footnotes=note)
    written = redline(docx(p(ONE) + p(TWO)), wanted)
    assert in_boxes(taken(written, "accept")) == []
    assert layout_left_out(written, wanted) == ("A text box of the new file: the words are in the text",)


def test_a_box_brings_its_picture_its_style_and_its_list() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Boxed"><w:name w:val="Boxed"/><w:rPr><w:b/></w:rPr></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
    )
    listed = '<w:pStyle w:val="Boxed"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'
    inside = box("").replace(p(""), p(SAID, properties=listed) + p(MORE, properties=listed))
    base = docx(p(ONE) + p(TWO), styles="")
    wanted = docx(p(t(ONE), inside) + p(TWO), styles=styles, numbering=numbering)
    package = accepted(redline(base, wanted))
    boxed = [
        one for one in package.root(package.main).iter(w("p")) if next(one.iterancestors(w("p")), None) is not None
    ]
    listed_in = {one.get(w("val")) for each in boxed for one in each.iter(w("numId"))}
    numbers = package.root_of("numbering")
    assert numbers is not None
    assert listed_in <= {one.get(w("numId")) for one in numbers.iter(w("num"))}
    assert len(listed_in) == 1
    known = package.root_of("styles")
    assert known is not None
    assert {one.get(w("val")) for each in boxed for one in each.iter(w("pStyle"))} == {"Boxed"}
    assert [one.get(w("styleId")) for one in known.iter(w("style"))] == ["Boxed"]
    drawn = accepted(redline(word(p(ONE)), word(p(t(ONE), box(picture("rId5"), SAID)), rId5=png(10))))
    assert [drawn.data(name) for name in drawn.names if name.endswith(".png")] == [png(10)]


def test_what_a_copy_for_newer_programs_needs_is_named_as_the_file_names_it() -> None:
    """A prefix of one file may be none of the other."""
    base = docx(p(ONE) + p(TWO))
    package = Package(base)
    root = package.edit(package.main)
    data = etree.tostring(root).replace(b"xmlns:wps=", b"xmlns:ns7=")
    package.put(package.main, etree.fromstring(data))
    written = redline(package.to_bytes(), docx(p(t(ONE), doubled(SAID)) + p(TWO)))
    (choice,) = Package(written).root("word/document.xml").iter(f"{{{CHOICE}}}Choice")
    assert choice.nsmap[choice.get("Requires")] == WPS


LISTS = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'


@pytest.mark.parametrize(
    ("base", "new"),
    [
        # A list that counts on from the text, where the number is typed.
        (p("1. " + THREE), p(t(THREE), box("").replace(p(""), p(MORE, properties=ITEM)), properties=ITEM)),
        # Its text flows into a box that may stay behind.
        (p(ONE), p(box(MORE).replace("<v:textbox>", '<v:textbox style="mso-next-textbox:#other">'), t(ONE))),
    ],
    ids=["number", "flow"],
)
def test_what_a_box_says_comes_as_text_where_the_box_cannot_come(base: str, new: str) -> None:
    wanted = docx(new + p(TWO), numbering=LISTS)
    written = redline(docx(base + p(TWO)), wanted)
    assert [MORE] not in in_boxes(taken(written, "accept"))
    assert layout_left_out(written, wanted) == ("A text box of the new file: the words are in the text",)
