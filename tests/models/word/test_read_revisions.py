"""Tracked changes as the reader lists them: kind, author, date, place and text."""

from __future__ import annotations

import pytest

from models.draft import Kind
from models.reading.reading import Reading, Revision
from models.word.read import read_word
from models.word.woven import read_woven
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, dele, docx, ins, p, row, t, table

INS, DEL = f"<w:ins {BY}/>", f"<w:del {BY}/>"


def told(reading: Reading) -> list[tuple[str, int | None, int, int, str]]:
    return [(one.kind, one.paragraph, one.start, one.end, one.text) for one in reading.revisions]


def change(kind: str, former: str = "") -> str:
    return f"<w:{kind}Change {BY}>{former}</w:{kind}Change>"


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
CONTROL = (
    f'<w:customXmlInsRangeStart {BY}/><w:sdt><w:sdtContent><w:customXmlInsRangeEnd w:id="1"/>{t("b")}'
    '<w:customXmlInsRangeStart w:id="3"/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="3"/>'
)


def _box(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def _conflict(how: str, content: str) -> str:
    spaces = f'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" {BY}'
    return f"<w14:conflict{how} {spaces}>{content}</w14:conflict{how}>"


# Body, the list when accepted, the list when rejected: (kind, paragraph, start, end, text).
CASES = {
    "insertion": (p("a", ins(t("bc")), "d"), [("insert", 0, 1, 3, "bc")], [("insert", 0, 1, 1, "bc")]),
    "deletion": (p("a", dele(d("bc")), "d"), [("delete", 0, 1, 1, "bc")], [("delete", 0, 1, 3, "bc")]),
    "nested": (
        p("a", ins(t("b") + dele(d("c"), BY_OTHER))),
        [("insert", 0, 1, 2, "bc"), ("delete", 0, 2, 2, "c")],
        [("insert", 0, 1, 1, "bc"), ("delete", 0, 1, 1, "c")],
    ),
    "two who wrote at one place": (
        p("a", _conflict("Ins", t("b")), _conflict("Del", d("c"))),
        [("insert", 0, 1, 2, "b"), ("delete", 0, 2, 2, "c")],
        [("insert", 0, 1, 1, "b"), ("delete", 0, 1, 2, "c")],
    ),
    "moves": (
        p(f"<w:moveFrom {BY}>{t('ab')}</w:moveFrom>", "c", f"<w:moveTo {BY}>{t('ab')}</w:moveTo>"),
        [("move-from", 0, 0, 0, "ab"), ("move-to", 0, 1, 3, "ab")],
        [("move-from", 0, 0, 2, "ab"), ("move-to", 0, 3, 3, "ab")],
    ),
    "inserted mark": (
        p("ab", mark=INS) + p("c"),
        [("paragraph-insert", 0, 2, 2, "")],
        [("paragraph-insert", 0, 2, 2, "")],
    ),
    "deleted mark": (
        p("z") + p("ab", mark=DEL) + p("c"),
        [("paragraph-delete", 1, 2, 2, "")],
        [("paragraph-delete", 1, 2, 2, "")],
    ),
    "deleted paragraph": (
        p(dele(d("ab")), mark=DEL) + p("c"),
        [("paragraph-delete", 0, 0, 0, ""), ("delete", 0, 0, 0, "ab")],
        [("paragraph-delete", 0, 2, 2, ""), ("delete", 0, 0, 2, "ab")],
    ),
    "format": (
        p("a", t("bc", "<w:b/>" + change("rPr", "<w:rPr/>"))),
        [("format", 0, 1, 3, "bc")],
        [("format", 0, 1, 3, "bc")],
    ),
    "format of a mark": (
        p("ab", mark=change("rPr", "<w:rPr/>")),
        [("format", 0, 2, 2, "")],
        [("format", 0, 2, 2, "")],
    ),
    "paragraph format": (
        p("ab", properties=change("pPr", "<w:pPr/>")),
        [("paragraph-format", 0, 0, 2, "")],
        [("paragraph-format", 0, 0, 2, "")],
    ),
    "numbering": (
        p("ab", properties=f"<w:numPr>{INS}</w:numPr>"),
        [("numbering", 0, 0, 2, "")],
        [("numbering", 0, 0, 2, "")],
    ),
    "section": (
        p("ab") + f"<w:sectPr>{change('sectPr', '<w:sectPr/>')}</w:sectPr>",
        [("section", 0, 2, 2, "")],
        [("section", 0, 2, 2, "")],
    ),
    "row": (
        table(row(cell(p("a"))), row(cell(p("bc")), cell(p("d")), properties=DEL)) + p("e"),
        [("table", 1, 0, 0, "bc\td")],
        [("table", 1, 0, 0, "bc\td")],
    ),
    "cell": (
        table(row(cell(p("a")), cell(p("b"), properties=f"<w:cellIns {BY}/>"))),
        [("table", 1, 0, 0, "b")],
        [("table", 0, 1, 1, "b")],
    ),
    "cell told of twice": (
        table(row(cell(p("a"), properties=f"<w:cellIns {BY}/>{change('tcPr', f'<w:tcPr><w:cellIns {BY}/></w:tcPr>')}")))
        + p("b"),
        [("table", 0, 0, 0, "a"), ("table", 0, 0, 0, "")],
        [("table", 0, 0, 0, "a"), ("table", 0, 0, 0, "")],
    ),
    "content control": (
        p("a", CONTROL),
        [("content-control", 0, 1, 2, "")],
        [("content-control", 0, 1, 2, "")],
    ),
    "field": (
        p("a", ins(FIELD)),
        [("field", 0, 1, 1, "PAGE")],
        [("field", 0, 1, 1, "PAGE")],
    ),
    "all of a text": (p(dele(d("ab"))), [("delete", 0, 0, 0, "ab")], [("delete", 0, 0, 2, "ab")]),
    "signs": (
        p(ins("<w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/></w:r>")),
        [("insert", 0, 0, 4, "a\t\n‑")],
        [("insert", 0, 0, 0, "a\t\n‑")],
    ),
    "a typed number": (
        p("1.\tAffirms that;") + p(ins(t("2.\tDecides that;"))),
        [("insert", 1, 0, 13, "Decides that;")],
        [("insert", 1, 0, 0, "2.\tDecides that;")],
    ),
    "a typed number alone": (
        p("1.\tAffirms that;") + p(dele(d("3")), ins(t("2")), t(".\tDecides that;")),
        [("delete", 1, 0, 0, "3"), ("insert", 1, 0, 0, "2")],
        [("delete", 1, 0, 0, "3"), ("insert", 1, 0, 0, "2")],
    ),
    "a typed number with a word, struck in part": (
        p("1.\tAffirms that;") + p(ins(t("2.\tDecides ") + dele(d("now "), BY_OTHER) + t("that;"))),
        [("insert", 1, 0, 13, "Decides now that;"), ("delete", 1, 8, 8, "now ")],
        [("insert", 1, 0, 0, "2.\tDecides now that;"), ("delete", 1, 0, 0, "now ")],
    ),
    "a box": (
        p("a", ins(f"<w:r>{_box(p('bc'))}</w:r>")),
        [("insert", 0, 1, 1, "")],
        [("insert", 0, 1, 1, "")],
    ),
    "a box with words": (
        p("a", ins(t("b") + f"<w:r>{_box(p(ins(t('cd'))))}</w:r>" + t("e"))),
        [("insert", 0, 1, 3, "be"), ("insert", 1, 0, 2, "cd")],
        [("insert", 0, 1, 1, "be"), ("insert", 0, 1, 1, "cd")],
    ),
    "a box with a field": (
        p("a", ins(f"<w:r>{_box(p(FIELD))}</w:r>")),
        [("insert", 0, 1, 1, "")],
        [("insert", 0, 1, 1, "")],
    ),
    "around paragraphs": (
        p("z") + ins(p("ab") + p("c")) + p("d"),
        [("insert", 1, 0, 2, "ab\nc")],
        [("insert", 1, 0, 0, "ab\nc")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_where_a_change_stands(case: str) -> None:
    body, accepted, rejected = CASES[case]
    assert told(read_word(docx(body))) == accepted
    assert told(read_word(docx(body), "reject")) == rejected


def test_a_control_that_two_wrote_at_once_is_a_change() -> None:
    spaces = '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    marked = p("a", CONTROL.replace("w:customXmlIns", "w14:customXmlConflictIns")).replace("<w:p>", spaces, 1)
    assert told(read_word(docx(marked))) == told(read_word(docx(p("a", CONTROL)))) != []


def test_who_and_when() -> None:
    body = p(ins(t("a")), dele(d("b"), BY_OTHER), '<w:ins w:id="3"><w:r><w:t>c</w:t></w:r></w:ins>')
    assert [(one.author, one.date) for one in read_word(docx(body)).revisions] == [
        ("Delegation A", "2003-11-14T10:00:00Z"),
        ("Delegation B", "2003-11-15T10:00:00Z"),
        (None, None),
    ]


def test_the_places_follow_a_literal_number_that_left_the_text() -> None:
    body = p(t("The General Assembly,", "<w:i/>")) + p("1.\tRequests ", ins(t("also ")), "the Secretary-General;")
    body += p("2.\tDecides ", dele(d("then ")), "to meet.")
    reading = read_word(docx(body))
    assert [one.number for one in reading.draft.paragraphs] == [None, "1", "2"]
    for one in reading.revisions:
        assert one.paragraph is not None
        text = reading.draft.paragraphs[one.paragraph].text
        assert (text[: one.start], text[one.start : one.end]) in (("Requests ", "also "), ("Decides ", ""))


NOTE = (
    '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> </w:t></w:r>{}</w:p></w:footnote>'
)
PLACE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def test_changes_in_a_note() -> None:
    reading = read_word(
        docx(p("a") + p("b", PLACE.format(2)), footnotes=NOTE.format(2, t("See ") + ins(t("A/58/1")) + dele(d("x"))))
    )
    assert reading.revisions == (
        Revision("insert", "Delegation A", "2003-11-14T10:00:00Z", 1, 4, 10, "A/58/1", 1),
        Revision("delete", "Delegation A", "2003-11-14T10:00:00Z", 1, 10, 10, "x", 1),
    )


def test_a_note_that_went_is_told_of_where_it_was() -> None:
    body = p("z") + p("ab", dele(PLACE.format(2)))
    reading = read_word(docx(body, footnotes=NOTE.format(2, dele(d("gone")))))
    assert [(one.kind, one.paragraph, one.start, one.text, one.footnote) for one in reading.revisions] == [
        ("delete", 1, 2, "", None),
        ("delete", 1, 2, "gone", None),
    ]


def test_changes_outside_the_text_have_no_paragraph() -> None:
    reading = read_word(docx(p("a"), header=p(ins(t("H")))))
    assert told(reading) == [("insert", None, 0, 0, "H")]


@pytest.mark.parametrize(
    ("body", "revisions", "code", "message"),
    [
        (p(ins(t("a"))), "accept", "revisions-accepted", "This file holds 1 tracked change; it was accepted."),
        (
            p(ins(t("a")), dele(d("b"))),
            "reject",
            "revisions-rejected",
            "This file holds 2 tracked changes; they were rejected.",
        ),
    ],
)
def test_a_warning_says_what_became_of_them(body: str, revisions: str, code: str, message: str) -> None:
    (warning,) = read_word(docx(body), revisions).warnings
    assert (warning.paragraph, warning.code, warning.message) == (None, code, message)


@pytest.mark.parametrize(
    ("within", "author"),
    [
        (row(cell(p("a")), properties=INS), "Delegation A"),
        (row(cell(p("a"), properties=f"<w:cellDel {BY_OTHER}/>")), "Delegation B"),
        (row(cell(p("a"), properties=change("tcPr", "<w:tcPr/>"))), "Delegation A"),
        (row(cell(p("a") + table(row(cell(p("b")), properties=INS)))), None),
        (row(cell(p(ins(t("a"))))), None),
        (row(cell(p("a")), properties=INS) + row(cell(p("b"), properties=f"<w:cellDel {BY_OTHER}/>")), None),
        (row(cell(p("a")), properties=INS) + row(cell(p("b")), properties=INS), "Delegation A"),
    ],
    ids=["a row", "a cell", "looks of a cell", "those of a table in it", "words", "two who did", "two rows of one"],
)
def test_other_widths_of_columns_are_of_whoever_changed_their_table(within: str, author: str | None) -> None:
    """In Word they come with other changes of the table, and have no author of their own."""
    grid = '<w:tblGrid><w:tblGridChange w:id="9"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
    data = docx(f"<w:tbl><w:tblPr/>{grid}{within}</w:tbl>" + p("c"))
    first = read_word(data).revisions[0]
    assert (first.kind, first.author) == ("table", author)
    assert read_woven(data).changes[0].adds is None


def test_no_changes_no_warning() -> None:
    assert read_word(docx(p("a"))).warnings == ()


def test_numbers_count_without_what_went() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("a", properties=item) + p(dele(d("b")), properties=item, mark=DEL) + p("c", properties=item)
    for revisions, numbers in (("accept", ["1", "2"]), ("reject", ["1", "2", "3"])):
        draft = read_word(docx(body, numbering=numbering), revisions).draft
        assert [one.number for one in draft.paragraphs] == numbers


def test_origins_count_the_paragraphs_of_the_resolved_tree() -> None:
    body = p("a", mark=DEL) + p("b") + p(dele(d("c")), mark=DEL) + table(row(cell(p("d")), properties=DEL)) + p("e")
    accepted, rejected = read_word(docx(body)), read_word(docx(body), "reject")
    assert [(one.part, one.element) for one in accepted.origins] == [("word/document.xml", at) for at in range(2)]
    assert [one.element for one in rejected.origins] == list(range(5))
    assert accepted.package == docx(body)
    assert (accepted.revisions_taken, rejected.revisions_taken) == ("accept", "reject")


def test_changes_in_a_text_box_written_twice_are_told_of_once() -> None:
    inside = f"<w:txbxContent>{p('x', ins(t('new')))}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert told(read_word(docx(p("a" + "", box) + p("b")))) == [("insert", 1, 1, 4, "new")]
    assert told(read_word(docx(p(ins(box))))) == [("insert", 0, 0, 0, ""), ("insert", 1, 1, 4, "new")]


_OURS = ("Draft title", "Enacting line", "Preambular paragraph", "Operative paragraph", "Masthead organ")


@pytest.mark.parametrize("choice", ["accept", "reject"])
def test_a_style_that_libreoffice_took_from_a_deleted_paragraph_tells_nothing(choice: str) -> None:
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in _OURS
    )
    operative = '<w:pStyle w:val="Operativeparagraph"/>'
    gone = p(dele(d("2. Urges all States.")), properties=operative, mark=f"<w:del {BY}/>")
    closing = p("42nd plenary meeting 4 December 2023", properties=operative)
    body = p("The General Assembly,") + p("1. Decides to meet;", properties=operative) + gone + closing
    kinds = [one.kind for one in read_word(docx(body, styles=named), choice).draft.paragraphs]
    assert kinds[1:] == [Kind.OPERATIVE] * (1 if choice == "accept" else 2) + [Kind.CLOSING]
