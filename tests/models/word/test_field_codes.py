"""Fields whose words stand in their codes or forms are read, and stay where they leave; what no page shows does not."""

from __future__ import annotations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.leaving.scrub import scrub, scrubbed
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.open_base import BaseChanges
from tests.models.word.word_xml import docx, p, t

_FORM = "<w:ffData><w:name w:val='c'/><w:enabled/>{}</w:ffData>"
_BOX = _FORM.format("<w:checkBox><w:sizeAuto/><w:default w:val='0'/>{}</w:checkBox>")
_LIST = _FORM.format("<w:ddList>{}<w:listEntry w:val='one'/><w:listEntry w:val='two'/></w:ddList>")


def field(code: str, form: str = "", result: str | None = None) -> str:
    """A complex field, with a result where there is one."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


VALUE = f'<w:bookmarkStart w:id="5" w:name="who"/>{t("Secret")}<w:bookmarkEnd w:id="5"/>'

SHOWN = [
    (field("MACROBUTTON NoMacro [Click here]"), "[Click here]"),
    (field("GOTOBUTTON there see  below", result=""), "see below"),
    (field("MACROBUTTON"), ""),
    (field("SYMBOL 169"), "©"),
    (field("symbol 0xB7 \\f Symbol \\s 10"), "•"),
    (field('SYMBOL 252 \\f "Wingdings"'), "✓"),
    (field("SYMBOL 8212 \\u"), "—"),
    (field("SYMBOL 97 \\f Symbol", result=t("α")), "α"),
    (field("FORMCHECKBOX", _BOX.format("<w:checked/>"), ""), "☒"),
    (field("FORMCHECKBOX", _BOX.format("")), "☐"),
    (field("FORMDROPDOWN", _LIST.format("<w:result w:val='1'/>")), "two"),
    (field("FORMDROPDOWN", _LIST.format("")), "one"),
    (field("FORMDROPDOWN", _LIST.format("<w:result w:val='9'/>")), ""),
    (field("IF 1=1 ", result=field("SYMBOL 169")), "©"),
    (field(f"</w:instrText></w:r>{field('SYMBOL 169')}<w:r><w:instrText>", result=t("x")), "x"),
    (field("SET who Secret", result=VALUE), ""),
    (field("ASK who Name?", result=VALUE), ""),
    (field("SET who Secret", result=VALUE) + field("REF who", result=t("Secret")), "Secret"),
    (f'<w:fldSimple w:instr="SET who Secret">{t("Secret")}</w:fldSimple>', ""),
    ('<w:fldSimple w:instr="SYMBOL 169"/>', "©"),
    ('<w:fldSimple w:instr="MACROBUTTON NoMacro [Click here]"/>', "[Click here]"),
    ('<w:fldSimple w:instr="SYMBOL 169"><w:bookmarkStart w:id="5" w:name="n"/><w:r/></w:fldSimple>', "©"),
    (field("IF 1=1 ", result='<w:fldSimple w:instr="SYMBOL 169"/>'), "©"),
    (field("MACROBUTTON NoMacro [Secret]").replace("<w:r><w:instr", "<w:r><w:rPr><w:vanish/></w:rPr><w:instr"), ""),
    ('<w:fldSimple w:instr="MACROBUTTON No [Secret]"><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:fldSimple>', ""),
    (field('SYMBOL 150 \\f "Times New Roman"'), "–"),
    (field("SYMBOL 0"), ""),
    (field("SYMBOL 129"), ""),
    (field("SYMBOL 7 \\u"), ""),
    (field("MACROBUTTON NoMacro [Click here] \\* MERGEFORMAT"), "[Click here]"),
]


@pytest.mark.parametrize(("inside", "shown"), SHOWN, ids=[f"{at}" for at in range(len(SHOWN))])
def test_what_a_page_shows_of_a_field_is_read_and_leaves(inside: str, shown: str) -> None:
    old = docx(p("First.") + p("Before ", inside, " after."))
    reading = read_word(old)
    assert reading.draft.paragraphs[1].text == f"Before {shown} after."
    left = scrubbed(old)
    assert read_word(left).draft == reading.draft
    assert ("Secret" in Package(left).data("word/document.xml").decode()) == ("Secret" in shown)


@pytest.mark.parametrize("inside", [one for one, _ in SHOWN[:1] + SHOWN[8:11] + SHOWN[15:16] + SHOWN[18:24]])
def test_a_paragraph_with_such_a_field_is_edited_beside_it_and_struck_with_it(inside: str) -> None:
    old = docx(p("First.") + p("Before ", inside, " after.") + p("Last."))
    edited = docx(p("First.") + p("Before ", inside, " after that.") + p("Last."))
    struck = docx(p("First.") + p("Last."))
    first = read_word(old)
    for new in (edited, struck):
        wanted = read_word(new).draft
        written = write_redline(
            compare(first.draft, wanted), base=old, origins=first.origins, finish=lambda package: scrub(package)
        )
        assert read_word(written).draft.paragraphs == wanted.paragraphs
        assert read_word(written, "reject").draft.paragraphs == first.draft.paragraphs
        if new is edited:
            assert len(read_word(written).revisions) == 1


@pytest.mark.parametrize("inside", [field("MACROBUTTON NoMacro all"), '<w:fldSimple w:instr="MACROBUTTON No all"/>'])
def test_such_a_field_is_deleted_where_its_words_are_whatever_its_form(inside: str) -> None:
    old = docx(p("First.") + p("Invites ", inside, " States to report.") + p("Last."))
    first, wanted = read_word(old), read_word(docx(p("First.") + p("Invites States to report.") + p("Last."))).draft
    for finish in (None, scrub):
        written = write_redline(compare(first.draft, wanted), base=old, origins=first.origins, finish=finish)
        assert read_word(written).draft.paragraphs == wanted.paragraphs
        assert read_word(written, "reject").draft.paragraphs == first.draft.paragraphs


@pytest.mark.parametrize("changes", ["accept", "keep"])
def test_such_a_field_is_the_element_it_was_where_nothing_of_it_changed(changes: BaseChanges) -> None:
    bookmark = '<w:bookmarkStart w:id="5" w:name="n"/><w:r><w:rPr><w:b/></w:rPr></w:r><w:bookmarkEnd w:id="5"/>'
    button = f'<w:fldSimple w:instr="MACROBUTTON No all">{bookmark}</w:fldSimple>'
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p("Note of ", button)}</w:footnote>'

    def text(first: str, last: str) -> bytes:
        body = p(first) + p("Invites ", button, " States", cited) + p("See ", button, last)
        return docx(body, footnotes=notes)

    old = text("First.", " here.")
    first, wanted = read_word(old), read_word(text("First one.", " there.")).draft
    assert "all" in first.draft.footnotes[0].text
    comparison = compare(first.draft, wanted)
    written = Package(write_redline(comparison, base=old, origins=first.origins, base_changes=changes))
    base = Package(old)
    assert written.data("word/footnotes.xml") == base.data("word/footnotes.xml")
    bodies = [one.root("word/document.xml")[0] for one in (written, base)]
    standing = [etree.tostring(body[1], method="c14n") for body in bodies]
    assert standing[0] == standing[1]
    assert [len(list(body.iter(w("fldSimple")))) for body in bodies] == [2, 2]


def test_such_a_field_that_came_by_a_change_stays_beside_new_ones() -> None:
    came = '<w:ins w:id="9" w:author="A"><w:fldSimple w:instr="MACROBUTTON No all"/></w:ins>'
    old = docx(p("First.") + p("Invites ", came, " States to report.") + p("Last."))
    first, wanted = read_word(old), read_word(docx(p("First.") + p("Invites all States to meet.") + p("Last."))).draft
    written = write_redline(compare(first.draft, wanted), base=old, origins=first.origins, base_changes="keep")
    assert read_word(written).draft.paragraphs == wanted.paragraphs
    assert read_word(written, "reject").draft.paragraphs[1].text == "Invites  States to report."


@pytest.mark.parametrize("said", ["REF who", "REF Who \\h", 'REF "WHO"'])
def test_a_field_that_shows_a_variable_stays_as_its_words(said: str) -> None:
    body = p(field("SET who Secret", result=VALUE), "To ", field(said, result=t("All")), ".")
    left = Package(scrubbed(docx(body))).data("word/document.xml").decode()
    assert "REF" not in left
    assert "All" in left


def test_letters_at_places_of_a_font_for_signs_are_those_signs() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    old = docx(p(t("\uf0a7\uf0fc", wingdings), t("\uf0b7 Item one;", '<w:rFonts w:ascii="Symbol"/>'), t("\uf0b7")))
    first = read_word(old)
    assert first.draft.paragraphs[0].text == "▪✓• Item one;\uf0b7"
    new = docx(p("▪✓• Item two;\uf0b7"))
    written = write_redline(compare(first.draft, read_word(new).draft), base=old, origins=first.origins)
    text = Package(written).data("word/document.xml").decode()
    assert "\uf0a7\uf0fc" in text
    assert "\uf0b7 Item " in text
    assert read_word(written, "reject").draft == first.draft


def test_a_sign_of_a_newer_kind_leaves_as_deleted_with_its_paragraph() -> None:
    """As Word writes what is picked from its panel of signs: a choice without letters, which stand in the fallback."""
    symbols = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
    sign = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w16se" {symbols}><w16se:symEx w16se:char="1F600"/></mc:Choice>'
        "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = docx(p("First.") + p("Before ", sign, " after.") + p("Last."))
    first, wanted = read_word(old), read_word(docx(p("First.") + p("Last."))).draft
    written = write_redline(
        compare(first.draft, wanted), base=old, origins=first.origins, finish=lambda package: scrub(package)
    )
    assert read_word(written).draft.paragraphs == wanted.paragraphs
    assert read_word(written, "reject").draft.paragraphs == first.draft.paragraphs
