"""What a Word file shows and Adref's own layout of its text has not is told, thing by thing; and links taken off."""

from __future__ import annotations

import pytest
from lxml import etree

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.lost_bullets import levels_at
from models.word.leaving.own_layout import not_in_own_layout
from models.word.leaving.scrub import scrub
from models.word.links import links_left_out, links_taken_off
from models.word.markup import element
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.styles import STYLES
from tests.models.word.lint import lint
from tests.models.word.word_xml import NAMESPACES, cell, docx, ins, p, row, t, table

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_BREAK = '<w:p><w:r><w:t>before</w:t><w:br w:type="page"/><w:t>after</w:t></w:r></w:p>'
_BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_SEPARATOR = "<w:vanish/><w:specVanish/>"
_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p("words"), None),
        (_BREAK, "a page break"),
        ("".join(p(f"{at}. Words of it;") for at in (1, 2, 3)), None),
        ("".join(p(f"{at} – Words of it;") for at in (25, 26)), "numbers typed “25 –”, “26 –”"),
        ("".join(p(t(f"{at}"), ins(t(")")), " Words of it;") for at in (1, 2)), "numbers typed “1)”, “2)”"),
        ("".join(p(f"({at}) Words of it;") for at in "abc"), None),
        (p("A. Trade", mark=_SEPARATOR) + p("It matters."), "a paragraph in the line of the one before"),
        ((p("A. Trade", mark=_SEPARATOR) + p("It.")) * 2, "2 paragraphs in the line of the one before"),
        (_BREAK * 2, "2 page breaks"),
        (p("one", properties=_ITEM) + p("two", properties=_ITEM), "2 paragraphs with bullets"),
        ('<w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>x</w:t></w:r></w:p>', "colour or highlighting"),
    ],
)
def test_what_the_own_layout_has_not_is_told(body: str, said: str | None) -> None:
    line = not_in_own_layout(docx(body, numbering=_BULLETS))
    assert (line.partition(": ")[2] if line is not None else None) == said


def test_bullets_that_the_own_layout_shows_are_not_told() -> None:
    data = docx(p("one", properties=_ITEM) + _BREAK, numbering=_BULLETS)
    assert (not_in_own_layout(data, bullets=True) or "").endswith(": a page break")


def test_a_file_of_ours_has_all_that_our_layout_has() -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1"),))
    assert not_in_own_layout(write_clean(draft)) is None
    lines = ("United Nations A/C.2/80/L.39", "General Assembly Distr.: Limited", "21 October 2025", "Original: English")
    head = tuple(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in (*lines, "Eightieth session", "Draft resolution"))
    assert not_in_own_layout(write_clean(Draft((*head, *draft.paragraphs)))) is None
    wide = row(cell(p("wide"), properties='<w:gridSpan w:val="2"/>'))
    assert not_in_own_layout(docx(table(wide, row(cell(p("x")), cell(p("y")))))) is None
    high, on = (cell(p("x"), properties=f"<w:vMerge{val}/>") for val in (' w:val="restart"', ""))
    told = "What the Word file shows and Adref’s own layout has not: a cell merged with the one above"
    assert not_in_own_layout(docx(table(wide, row(high, cell(p("y"))), row(on, cell(p("z")))))) == told


_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize(
    ("foot", "kind", "told"),
    [
        (p(_PAGE), "default", False),
        (p("– ", _PAGE, " –"), "default", False),
        (p("17"), "default", True),
        (p("A/C.2/80/L.39 ", _PAGE), "default", True),
        (p("<w:r><w:drawing/></w:r>"), "default", True),
        (p("For first pages, of which there are none"), "first", False),
    ],
)
def test_a_foot_that_shows_the_number_of_the_page_alone_is_in_our_layout_too(foot: str, kind: str, told: bool) -> None:
    package = Package(docx(p("words") + "<w:sectPr/>"))
    root = etree.fromstring(f"<w:ftr {NAMESPACES}>{foot}</w:ftr>")
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    link = package.add_part("word/footer1.xml", root, types, HYPERLINK.replace("hyperlink", "footer"))
    section = next(package.edit(package.main).iter(w("sectPr")))
    section.append(element("footerReference", type=kind))
    section[0].set(f"{{{RELATION}}}id", link)
    line = not_in_own_layout(package.to_bytes())
    assert ((line or "").partition(": ")[2] == "a header or footer") is told


@pytest.mark.parametrize("literal", [False, True])
def test_bullets_stay_at_their_levels(literal: bool) -> None:
    deeper = _ITEM.replace('"0"', '"1"')
    body = (
        p("one", properties=_ITEM)
        + p("no item")
        + p("two", properties=deeper)
        + table(row(cell(p("x", properties=_ITEM))))
    )
    levels = '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    own = docx(body, numbering=_BULLETS.replace("</w:abstractNum>", levels))
    reading = read_word(own)
    found = levels_at(own, reading.origins)
    assert found == (0, None, 1, 0)
    written = write_clean(reading.draft, Typesetting(literal_numbers=literal), bullets=found)
    again = read_word(written)
    assert [one.text for one in again.draft.paragraphs] == ["one", "no item", "two", "x"]
    assert levels_at(written, again.origins) == found
    assert lint(written) == ()


def test_no_bullet_stands_before_a_number() -> None:
    draft = Draft(
        (Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1"), Paragraph(Kind.TEXT, (Run("and"),)))
    )
    written = write_clean(draft, Typesetting(literal_numbers=True), bullets=(0, 0))
    again = read_word(written)
    assert again.draft.paragraphs == draft.paragraphs
    assert levels_at(written, again.origins) == (None, 0)


@pytest.mark.parametrize(
    ("numbers", "lists"),
    [
        (("1.1", "1.2", "1.3", "2.1"), 2),
        (("1)", "2)", "a)", "b)", "3)"), 2),
        (("A", "B", "(i)", "(ii)", "(v)", "C"), 3),
        (("h.", "i.", "j."), 1),
        (("IV", "V", "XI"), 2),
        (("Chapter 1", "Chapter 2"), 1),
        (("12", "01"), 1),
        (("A.1.a", "A.1.b"), 1),
    ],
)
def test_numbers_that_no_resolution_has_are_counted_by_lists_of_their_own(numbers: tuple[str, ...], lists: int) -> None:
    draft = Draft(tuple(Paragraph(Kind.TEXT, (Run(f"Words of {at}"),), number=one) for at, one in enumerate(numbers)))
    written = write_clean(draft)
    assert lint(written) == ()
    counted = [one for one in read_word(written).draft.paragraphs if one.number is not None]
    assert [one.number for one in counted if one.number != "01"] == [one for one in numbers if one != "01"]
    root = Package(written).root("word/numbering.xml")
    assert len(list(root.iter(w("num")))) == 2 + lists


def linked(*targets: str, unused: tuple[str, ...] = ()) -> bytes:
    package = Package(docx(p("words")))
    paragraph = next(package.edit(package.main).iter(w("p")))
    for target in (*targets, *unused):
        package.relate(target, HYPERLINK, external=True)
    for link in package.relationships():
        if link.kind == "hyperlink" and link.target in targets:
            paragraph.append(node := element("hyperlink", element("r", element("t"))))
            node.set(f"{{{RELATION}}}id", link.id)
    return package.to_bytes()


SITE, MAIL, OTHER = "https://example.org/treaty", "mailto:somebody@mission.example", "https://example.org/other"


def test_a_link_whose_field_is_cut_into_runs_is_counted() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    code = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in ("HYPER", 'LINK "mailto:a@b.example"'))
    assert "1 link" in (links_taken_off(docx(p("Notes")), docx(p("Notes", begin, code, end))) or "")


@pytest.mark.parametrize(
    ("base", "new", "off", "left"),
    [
        ((SITE,), (SITE,), "", ""),
        ((SITE, MAIL), (SITE, MAIL), "1 link of the base", ""),
        ((SITE, MAIL), (SITE, MAIL, OTHER), "1 link of the base", "1 link of the new file"),
        ((MAIL, MAIL + ".org"), (SITE,), "2 links of the base", ""),
    ],
)
def test_links_taken_off_are_told_of_the_file_they_are_of(
    base: tuple[str, ...], new: tuple[str, ...], off: str, left: str
) -> None:
    package = Package(linked(SITE))
    scrub(package)
    written = package.to_bytes()
    assert off in (links_taken_off(written, linked(*base)) or "")
    assert bool(off) == (links_taken_off(written, linked(*base)) is not None)
    assert left in (links_left_out(written, linked(*new), linked(*base)) or "")
    assert bool(left) == (links_left_out(written, linked(*new), linked(*base)) is not None)


def test_a_link_that_no_words_carry_is_none() -> None:
    assert links_taken_off(linked(SITE), linked(SITE, unused=(MAIL,))) is None
    assert links_taken_off(linked(SITE), linked(SITE, MAIL)) is not None


def test_a_clean_file_saved_by_libreoffice_has_adrefs_styles_under_ids_of_its_own() -> None:
    lines = (
        Paragraph(Kind.MASTHEAD, (Run("Eightieth session"),)),
        Paragraph(Kind.MASTHEAD, (Run("Oil slick on Lebanese shores"),)),
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        Paragraph(Kind.HEADING, (Run("Financing"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to go on.")), number="1"),
        Paragraph(Kind.ANNEX, (Run("Annex"),)),
        Paragraph(Kind.TEXT, (Run("What was said in Geneva"),)),
    )
    data = write_clean(Draft(lines))
    package = Package(data)
    renamed = {style.id: style.name.replace(" ", "").replace("(", "").replace(")", "") for style in STYLES}
    for part in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        for node in package.edit(part).iter(w("pStyle"), w("style"), w("basedOn"), w("next")):
            key = w("styleId") if node.tag == w("style") else w("val")
            node.set(key, renamed.get(node.get(key) or "", node.get(key) or ""))
    own, other = read_word(data), read_word(package.to_bytes())
    assert other.draft == own.draft == Draft(lines)
    for base, change in ((own, compare(own.draft, other.draft)), (other, compare(other.draft, own.draft))):
        file = data if base is own else package.to_bytes()
        made = Package(write_redline(change, base=file, origins=base.origins))
        assert not list(made.root(made.main).iter(w("rPrChange"), w("pPrChange"), w("ins"), w("del")))
