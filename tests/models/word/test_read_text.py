"""What a paragraph of a Word file says: every way of writing characters, marks in effect, notes and cells."""

from __future__ import annotations

import pytest

from models.draft import Draft, Paragraph, Run
from models.word.read import read_word
from tests.models.word.word_xml import cell, docx, p, row, t, table

RAISED = '<w:vertAlign w:val="superscript"/>'
PAGE_END = '<w:br w:type="page"/>'


def read(body: str, **others: str) -> Draft:
    return read_word(docx(body, **others)).draft


def only(body: str, **others: str) -> Paragraph:
    (paragraph,) = read(body, **others).paragraphs
    return paragraph


def field(instruction: str, result: str, properties: str = "") -> str:
    shown = result if result.startswith("<") else t(result, properties)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


SDT = "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
RUBY = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
FRACTION = (
    "<m:oMath><m:f><m:fPr><m:ctrlPr/></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num>"
    "<m:den><m:r><w:rPr><w:i/></w:rPr><m:t>x</m:t></m:r></m:den></m:f></m:oMath>"
)
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="u"/></mc:Choice>'
    "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)


def either(*branches: str) -> str:
    """Contents said more than once, each for those that know what it needs; the last for all others."""
    known = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:zz="urn:zz"'
    choices = "".join(f'<mc:Choice Requires="{needs}">{t(needs)}</mc:Choice>' for needs in branches)
    return f"<mc:AlternateContent {known}>{choices}<mc:Fallback>{t('other')}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (either("zz"), "other"),
        (either("w14 zz", "w99"), "other"),
        (either("zz", "w14", "wps"), "w14"),
        (either("w14 wps", "zz"), "w14 wps"),
        (t("  two  spaces "), "  two  spaces "),
        ("<w:r><w:t> not preserved </w:t></w:r>", " not preserved "),
        ("<w:r><w:t>one\nline&#13;of an État</w:t></w:r>", "one line of an État"),
        ("<w:r><w:t>one&#13;line</w:t></w:r>", "one line"),
        (field(" DATE ", "11\nDecember"), "11 December"),
        ("<w:r><w:delText>deleted by nobody</w:delText></w:r>", "deleted by nobody"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:br w:type="column"/></w:r>', "a"),
        ("<w:r><w:t>SR</w:t><w:noBreakHyphen/><w:t>37</w:t><w:softHyphen/></w:r>", "SR‑37\u00ad"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "≥✓"),
        ('<w:r><w:sym w:font="Times" w:char="00A7"/><w:sym w:font="Odd" w:char="zz"/></w:r>', "§"),
        (f'<w:hyperlink r:id="rId9">{t("A/58/1")}</w:hyperlink>{t(" of")}', "A/58/1 of"),
        (SDT.format(t("in a control")), "in a control"),
        (f"<w:smartTag><w:smartTagPr/>{t('Geneva')}</w:smartTag>", "Geneva"),
        (f"<w:customXml w:element='x'>{t('Geneva')}</w:customXml>", "Geneva"),
        (f"<w:bdo w:val='rtl'>{t('abc')}</w:bdo><w:dir w:val='rtl'>{t('d')}</w:dir>", "abcd"),
        (field(" DATE \\@ d ", "11 December"), "11 December"),
        (field(" IF ", field(" PAGE ", "3")), "3"),
        (f'<w:fldSimple w:instr="DATE">{t("today")}</w:fldSimple>', "today"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + t("a field never closed"), "a field never closed"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t("nor opened"), "nor opened"),
        (RUBY.format(t("kan"), t("漢")), "漢"),
        (FRACTION, "1/x"),
        (EMOJI, "☺"),
        ('<w:r><z:new xmlns:z="urn:z"><w:t>of</w:t></z:new><w:t>ten</w:t></w:r>', "often"),
        ("<w:r><w:later><w:r><w:t>of</w:t></w:r></w:later></w:r>", "of"),
        ('<w:r><w:smartTag w:element="e"><w:t>of</w:t></w:smartTag></w:r>', "of"),
        (f"<w:r><w:t>y=</w:t>{FRACTION}<w:t>.</w:t></w:r>", "y=1/x."),
        ('<w:r><w:t>o<z:new xmlns:z="urn:z">ft</z:new>en</w:t></w:r>', "often"),
        (t("hidden", "<w:vanish/>") + t(" seen"), "hidden seen"),
        (t("un", "<w:caps/>"), "un"),
        ("<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0' w:name='a'/>" + t("x"), "x"),
        ("", ""),
    ],
)
def test_text(content: str, text: str) -> None:
    assert only(p(content)).text == text


def test_a_field_may_run_over_paragraphs() -> None:
    body = (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("I. First"))
        + p(t("II. Second") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + p("The end")
    )  # fmt: skip
    assert [one.text for one in read(body).paragraphs] == ["I. First", "II. Second", "The end"]


def test_hidden_text_is_said() -> None:
    warnings = read_word(docx(p("Decides") + p(t("secret", "<w:vanish/>")))).warnings
    assert [(one.paragraph, one.code) for one in warnings] == [(1, "hidden-text")]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Head"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Head2"><w:basedOn w:val="Head"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round1"><w:basedOn w:val="Round2"/></w:style>
<w:style w:type="paragraph" w:styleId="Round2"><w:basedOn w:val="Round1"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Stress">
  <w:basedOn w:val="Strong"/><w:rPr><w:i/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Plain"><w:rPr><w:b w:val="0"/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "properties", "marks"),
    [
        ("", "", ""),
        ("", "<w:i/>", "i"),
        ("", '<w:i w:val="true"/><w:b w:val="0"/>', "i"),
        ("", '<w:i w:val="off"/><w:b w:val="on"/>', "b"),
        ("", '<w:u w:val="none"/>', ""),
        ("", '<w:u w:val="words"/>', "u"),
        ("Head", "", "b"),
        ("Head", '<w:b w:val="false"/>', ""),
        ("Head2", "", "bi"),
        ("Head", '<w:rStyle w:val="Strong"/>', ""),
        ("Head", '<w:rStyle w:val="Strong"/><w:b/>', "b"),
        ("Head", '<w:rStyle w:val="Plain"/>', "b"),
        ("", '<w:rStyle w:val="Stress"/>', "biu"),
        ("", '<w:rStyle w:val="Stress"/><w:u w:val="none"/>', "bi"),
        ("Round1", "", "u"),
        ("Missing", '<w:rStyle w:val="Missing"/>', ""),
        ("", "<w:rtl/><w:i/>", ""),
        ("", "<w:rtl/><w:iCs/><w:bCs/>", "bi"),
    ],
)
def test_marks_in_effect(style: str, properties: str, marks: str) -> None:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    (run,) = only(p(t("x", properties), properties=named), styles=STYLES).runs
    assert run == Run("x", italic="i" in marks, bold="b" in marks, underline="u" in marks)


def test_runs_of_equal_marks_are_one() -> None:
    paragraph = only(p(t("Re", "<w:i/>") + t("calling", '<w:i/><w:lang w:val="fr"/>') + t(" the")))
    assert paragraph.runs == (Run("Recalling", italic=True), Run(" the"))


def note(number: int, *content: str) -> str:
    return f'<w:footnote w:id="{number}">{"".join(content)}</w:footnote>'


MARK = "<w:r><w:footnoteRef/></w:r>"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
)


def ref(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/>{more}</w:r>'


def test_notes_are_numbered_by_first_reference() -> None:
    draft = read(
        p("a" + "", ) + p(t("Recalling") + ref(7) + t(", and") + ref(3)),
        footnotes=SEPARATORS + note(3, p(MARK + t(" Three"))) + note(7, p(MARK + t("\tSeven")), p("more"))
        + note(9, p("never cited")),
    )  # fmt: skip
    assert draft.paragraphs[1].runs == (Run("Recalling"), Run(footnote=1), Run(", and"), Run(footnote=2))
    assert [(one.id, one.mark, one.text) for one in draft.footnotes] == [(1, "1", "Seven\nmore"), (2, "2", "Three")]


def test_a_note_of_its_own_mark_takes_no_number() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    next_run = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/></w:r><w:r><w:t>**</w:t></w:r>'
    draft = read(
        p(t("Iraq") + custom + t(": draft") + ref(2) + next_run + t(" resolution")),
        footnotes=note(1, p(t("*") + t(" On behalf"))) + note(2, p(MARK + t("Two"))) + note(3, p("** Three")),
    )
    assert draft.paragraphs[0].text == "Iraq: draft resolution"
    assert [(one.mark, one.text) for one in draft.footnotes] == [("*", "On behalf"), ("1", "Two"), ("**", "Three")]


@pytest.mark.parametrize(
    ("behind", "mark", "text"),
    [
        (("*", "*"), "**", "Iraq: draft"),
        (("*", "*", "*"), "***", "Iraq: draft"),
        (("*", ", ", "b"), "*", "Iraq, b: draft"),  # what parts it from the mark of another note
        (("*", "and", "Iran"), "*", "IraqandIran: draft"),  # words in that style
        (("*", ":", "*"), "*", "Iraq:*: draft"),
        (("a", "a"), "a", "Iraqa: draft"),
    ],
)
def test_a_mark_of_its_own_may_stand_in_several_runs(behind: tuple[str, ...], mark: str, text: str) -> None:
    style = '<w:rStyle w:val="FootnoteReference"/>'
    place = f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="1"/>'
    first = f"{place}<w:t>{behind[0]}</w:t></w:r><w:proofErr w:type='spellStart'/>"
    draft = read(
        p(t("Iraq") + first + "".join(t(one, style) for one in behind[1:]) + t(": draft")),
        footnotes=note(1, p(t(mark) + t(" On behalf"))),
    )
    assert draft.paragraphs[0].text == text
    assert [(one.mark, one.text) for one in draft.footnotes] == [(mark, "On behalf")]


def test_a_mark_of_its_own_that_libreoffice_wrote_twice_is_no_word_of_the_note() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    draft = read(p(t("Iraq") + custom), footnotes=note(1, p(t("*") + "<w:r><w:tab/></w:r>" + t("*On behalf"))))
    assert [(one.mark, one.text) for one in draft.footnotes] == [("*", "On behalf")]


@pytest.mark.parametrize(
    ("between", "read_as"),
    [
        (t(",", RAISED), ""),
        (t(", ", RAISED), ""),
        (t("،", RAISED), ""),
        (t("，", RAISED), ""),
        (t(","), ","),
        (t(" and ", RAISED), " and "),
        (t("–", RAISED), "–"),
    ],
)
def test_a_raised_comma_between_the_marks_of_two_notes_is_of_the_marks(between: str, read_as: str) -> None:
    first, second = (f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="{at}"/></w:r>' for at in (1, 2))
    notes = "".join(f'<w:footnote w:id="{at}">{p(f"Note {at}.")}</w:footnote>' for at in (1, 2))
    body = p("The conflict,", first, between, second, t(",", RAISED), " and on.")
    assert only(body, footnotes=notes).text == f"The conflict,{read_as}, and on."


def test_endnotes_stand_in_the_same_row() -> None:
    draft = read(
        p(t("a") + ref(2) + ref(2, "endnote")),
        footnotes=note(2, p("Foot")),
        endnotes=note(2, p("End")).replace("footnote", "endnote"),
    )
    assert [(one.id, one.mark, one.text) for one in draft.footnotes] == [(1, "1", "Foot"), (2, "i", "End")]


def test_numbering_of_notes_follows_the_settings() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    draft = read(p(ref(1) + ref(2)), footnotes=note(1, p("x")) + note(2, p("y")), settings=settings)
    assert [one.mark for one in draft.footnotes] == ["c", "d"]


def test_notes_start_anew_in_each_section() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    draft = read(
        p(ref(1), properties=section) + p(ref(2)) + section, footnotes=note(1, p("x")) + note(2, p("y"))
    )  # fmt: skip
    assert [one.mark for one in draft.footnotes] == ["1", "1"]


def test_notes_of_an_annex_with_letters_leave_those_of_the_text_their_numbers() -> None:
    own = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = p(ref(1)) + p(ref(2), properties="<w:sectPr/>") + p("Annex") + p(ref(3)) + f"<w:sectPr>{own}</w:sectPr>"
    draft = read(body, footnotes="".join(note(number, p("x")) for number in (1, 2, 3)))
    assert [one.mark for one in draft.footnotes] == ["1", "2", "a"]


def test_a_mark_without_a_note_is_left_out_and_said() -> None:
    reading = read_word(docx(p(t("a") + ref(5) + t("b")), footnotes=note(1, p("x"))))
    assert reading.draft.paragraphs[0].runs == (Run("ab"),)
    assert [one.code for one in reading.warnings] == ["note-missing"]


def up(text: str) -> str:
    return t(text, '<w:vertAlign w:val="superscript"/>')


NOTES = note(1, p("One")) + note(2, p("Two")) + note(3, p("Three"))
BOOKMARKED = f'<w:bookmarkStart w:id="4" w:name="_Ref1"/>{ref(1)}<w:bookmarkEnd w:id="4"/>'


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        (t("again") + up("1"), (Run("again"), Run(footnote=1))),
        (t("again") + up("1,2") + t("."), (Run("again"), Run(footnote=1), Run(footnote=2), Run("."))),
        (t("again,") + up("1") + up(",") + up("2"), (Run("again,"), Run(footnote=1), Run(footnote=2))),
        (t("resolution 54/212") + up("2"), (Run("resolution 54/212"), Run(footnote=2))),
        (t("not yet cited") + up("3"), (Run("not yet cited3"),)),
        (t("an area of 5 km") + up("2"), (Run("an area of 5 km2"),)),
        (t("an area of 5 m") + up("2") + t(" each"), (Run("an area of 5 m2 each"),)),
        (t("E = mc") + up("2"), (Run("E = mc2"),)),
        (t("a") + up("2") + t(" + b") + up("2"), (Run("a"), Run(footnote=2), Run(" + b2"))),
        (t("5 km") + up("1"), (Run("5 km"), Run(footnote=1))),
        (t("paragraph 2 c") + up("2"), (Run("paragraph 2 c"), Run(footnote=2))),
        (t("times 10") + up("2"), (Run("times 102"),)),
        (t("the 1") + up("st"), (Run("the 1st"),)),
        (t("again") + field(" NOTEREF _Ref1 \\f \\h ", "1"), (Run("again"), Run(footnote=1))),
        (t("again") + field(" NOTEREF _Ref1 \\h ", up("1")), (Run("again"), Run(footnote=1))),
        (t("see note ") + field(" NOTEREF _Ref1 \\h ", "1"), (Run("see note 1"),)),
        (t("a") + f'<w:fldSimple w:instr="NOTEREF _Ref1 \\f">{t("1")}</w:fldSimple>', (Run("a"), Run(footnote=1))),
    ],
)  # fmt: skip
def test_a_note_cited_again(content: str, runs: tuple[Run, ...]) -> None:
    draft = read(p(t("a") + BOOKMARKED + ref(2)) + p(content) + p(ref(3)), footnotes=NOTES)
    assert draft.paragraphs[1].runs == runs
    assert len(draft.footnotes) == 3


def test_raised_numbers_that_run_from_one_are_notes_of_the_text_itself() -> None:
    draft = read(
        p(ref(1) + ref(2) + ref(3)) + p(t("a") + up("1") + t("b") + up("2") + t("c") + up("3")), footnotes=NOTES
    )
    assert draft.paragraphs[1].text == "a1b2c3"


def test_cells_in_reading_order() -> None:
    inner = table(row(cell(p("inner"))))
    draft = read(
        p("before")
        + table(row(cell(p("a"), p("a2")), cell(p("b"))), row(cell(p("c"), inner, p("after inner")), cell(p("d"))))
        + table(row(cell(p("e"))))
        + p("after")
    )
    assert [(one.text, one.cell) for one in draft.paragraphs] == [
        ("before", None),
        ("a", (0, 0, 0)),
        ("a2", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (0, 1, 0)),
        ("inner", (1, 0, 0)),
        ("after inner", (0, 1, 0)),
        ("d", (0, 1, 1)),
        ("e", (2, 0, 0)),
        ("after", None),
    ]


def test_a_text_box_follows_its_anchor_and_is_read_once() -> None:
    inside = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"
    drawn = f"<w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
    picture = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    reading = read_word(docx(p(t("an") + both + t("chor")) + p("next")))
    assert [one.text for one in reading.draft.paragraphs] == ["anchor", "boxed", "next"]
    assert [one.element for one in reading.origins] == [0, 1, 3]


@pytest.mark.parametrize("around", ["{}", '<v:shape xmlns:v="urn:schemas-microsoft-com:vml">{}</v:shape>'])
def test_a_paragraph_in_what_no_run_should_hold_is_read_once(around: str) -> None:
    body = p(f"<w:r><w:t>of</w:t>{around.format(p('box'))}</w:r>")
    assert [one.text for one in read(body).paragraphs] == ["of", "box"]


def test_what_is_left_out_is_counted() -> None:
    twice = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:blip/></w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    cut = "LIST</w:instrText></w:r><w:r><w:instrText>NUM"  # as Word cuts codes anywhere
    numbered = field(cut, "") + '<w:fldSimple w:instr=" AUTONUM "/>' + field("eq \\o(a,b)", "")
    body = p(f"<w:r>{twice}</w:r><w:r><w:object/></w:r>{numbered}{FRACTION}") + "<w:altChunk/>"
    reading = read_word(
        docx(body, comments='<w:comment w:id="0"/><w:comment w:id="1"/>', header=p("A/C.2/58/L.37"))
    )  # fmt: skip
    assert {(one.code, one.message.split()[0]) for one in reading.warnings} == {
        ("pictures-left-out", "A"),
        ("objects-left-out", "An"),
        ("formulas-flattened", "A"),
        ("number-fields-left-out", "2"),
        ("drawn-fields-left-out", "What"),
        ("embedded-documents-left-out", "An"),
        ("comments-left-out", "2"),
        ("headers-left-out", "A"),
    }


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (t("A/C.2/58/L.37"), 0),  # which the text says too
        (t("A/C.2/") + t("58/L.37") + "<w:r><w:tab/></w:r>" + t("Draft"), 0),
        (t("A/C.2/58/L.38"), 1),
        (t("Draft of the Chair"), 1),
        (t("Draft, not an official document"), 0),
        (field("PAGE", "2") + t("/") + field("NUMPAGES", "8"), 0),
        (f'<w:fldSimple w:instr=" PAGE ">{t("2")}</w:fldSimple>', 0),
        (t("03-65432"), 1),
        (field("FILENAME", "my own.docx"), 1),
    ],
)
def test_heads_that_say_what_the_text_does_not_are_told(head: str, told: int) -> None:
    codes = [one.code for one in read_word(docx(p(t("A/C.2/58/L.37")), header=p(head))).warnings]
    assert codes.count("headers-left-out") == told


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<w:t>a person.</w:t>{}<w:t>tail</w:t>", 1),
        ("<w:t>a person.</w:t>{}</w:r><w:r>{}<w:t>tail</w:t>", 1),
        ('<w:t xml:space="preserve">a person. </w:t>{}<w:t>tail</w:t>', 0),
        ('<w:t>a person.</w:t>{}<w:t xml:space="preserve"> tail</w:t>', 0),
        ("<w:t>a person.</w:t>{}<w:br/><w:t>tail</w:t>", 0),
        ("{}<w:t>tail</w:t>", 0),
        ("<w:t>a person.</w:t>{}", 0),
    ],
)
def test_words_that_a_page_break_alone_divides_are_told(inside: str, told: int) -> None:
    body = p(f"<w:r>{inside.replace('{}', PAGE_END)}</w:r>")
    codes = [one.code for one in read_word(docx(body)).warnings]
    assert codes.count("words-run-together") == told
