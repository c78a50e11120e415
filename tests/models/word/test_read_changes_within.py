"""Tracked changes within what holds text of its own: boxes, cells, notes, fields, links, lists, changes of others.

What a reader sees with all accepted, with all rejected, and which changes are told of where, is looked at together.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from models.reading.reading import CannotRead, Reading
from models.word.read import read_word
from tests.models.word.mutated_packages import source_of
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, dele, docx, ins, p, row, t, table, zipped

INS, DEL, DEL_OTHER = f"<w:ins {BY}/>", f"<w:del {BY}/>", f"<w:del {BY_OTHER}/>"


def box(*paragraphs: str) -> str:
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"


def move(kind: str, content: str, by: str = BY) -> str:
    return f"<w:{kind} {by}>{content}</w:{kind}>"


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str, name: str = "instrText") -> str:
    return f"<w:r><w:{name}>{text}</w:{name}></w:r>"


def told(reading: Reading) -> list[tuple[str, int | None, str]]:
    return [(one.kind, one.paragraph, reading.draft.paragraphs[one.paragraph].text[one.start : one.end])
            for one in reading.revisions if one.paragraph is not None]  # fmt: skip


# Body; the paragraphs accepted and rejected; kind, paragraph and the words it stands on, accepted.
CASES: dict[str, tuple[str, list[str], list[str], list[tuple[str, int, str]]]] = {
    "in a text box": (
        p("a", box(p("b", ins(t("c")), dele(d("e")))), t("z")),
        ["az", "bc"],
        ["az", "be"],
        [("insert", 1, "c"), ("delete", 1, "")],
    ),
    "a paragraph of a text box": (
        p("a", box(p(ins(t("b")), mark=INS), p("c"))),
        ["a", "b", "c"],
        ["a", "c"],
        [("paragraph-insert", 1, ""), ("insert", 1, "b")],
    ),
    "a move within a text box": (
        p("a", box(p(move("moveFrom", t("b")), "c", move("moveTo", t("b"))))),
        ["a", "cb"],
        ["a", "bc"],
        [("move-from", 1, ""), ("move-to", 1, "b")],
    ),
    "a text box in a cell": (
        table(row(cell(p("a", box(p(dele(d("b")), "c")))))),
        ["a", "c"],
        ["a", "bc"],
        [("delete", 1, "")],
    ),
    "one's insertion struck by another in a cell": (
        table(row(cell(p("a", ins(t("b") + dele(d("c"), BY_OTHER)))))),
        ["ab"],
        ["a"],
        [("insert", 0, "b"), ("delete", 0, "")],
    ),
    "one's paragraph joined by another": (
        p("a", mark=INS + DEL_OTHER) + p("b"),
        ["ab"],
        ["ab"],
        [("paragraph-insert", 0, ""), ("paragraph-delete", 0, "")],
    ),
    "moved and then struck": (
        p("a", move("moveTo", dele(t("b").replace("w:t", "w:delText"), BY_OTHER) + t("c")))
        + p(move("moveFrom", t("bc")), "z"),
        ["ac", "z"],
        ["a", "bcz"],
        [("move-to", 0, "c"), ("delete", 0, ""), ("move-from", 1, "")],
    ),
    "a row within an inserted row": (
        table(row(cell(table(row(cell(p("a")), properties=INS)), p("b")), properties=INS)) + p("z"),
        ["a", "b", "z"],
        ["z"],
        [("table", 0, ""), ("table", 0, "")],
    ),
    "the result of a field": (
        p("a ", sign("begin"), code(" REF x "), sign("separate"), ins(t("2")), dele(d("1")), sign("end"), t(" b")),
        ["a 2 b"],
        ["a 1 b"],
        [("insert", 0, "2"), ("delete", 0, "")],
    ),
    "a whole field put in": (
        p("a ", ins(sign("begin") + code(" REF x ") + sign("separate") + t("2") + sign("end")), t(" b")),
        ["a 2 b"],
        ["a  b"],
        [("insert", 0, "2")],
    ),
    "a whole field taken out": (
        p("a ", dele(sign("begin") + code("REF x", "delInstrText") + sign("separate") + d("2") + sign("end")), t(" b")),
        ["a  b"],
        ["a 2 b"],
        [("delete", 0, "")],
    ),
    "in a link": (
        p(f'<w:hyperlink w:anchor="x">{t("a")}{ins(t("b"))}{dele(d("c"))}</w:hyperlink>'),
        ["ab"],
        ["ac"],
        [("insert", 0, "b"), ("delete", 0, "")],
    ),
    "a link taken out": (
        p(dele(f'<w:hyperlink w:anchor="x">{d("a")}</w:hyperlink>'), t("b")),
        ["b"],
        ["ab"],
        [("delete", 0, "")],
    ),
    "in a content control of a cell": (
        table(row(cell(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('a', ins(t('b')))}</w:sdtContent></w:sdt>"))),
        ["ab"],
        ["a"],
        [("insert", 0, "b")],
    ),
    "right to left": (
        p("يقرر ", ins(t("أن", "<w:rtl/>")), t(" يجتمع"), properties="<w:bidi/>"),
        ["يقرر أن يجتمع"],
        ["يقرر  يجتمع"],
        [("insert", 0, "أن")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_changes_within(case: str) -> None:
    body, accepted, rejected, places = CASES[case]
    reading, other = read_word(docx(body)), read_word(docx(body), "reject")
    assert [one.text for one in reading.draft.paragraphs] == accepted
    assert [one.text for one in other.draft.paragraphs] == rejected
    assert told(reading) == places
    assert [(one.kind, one.author) for one in other.revisions] == [(one.kind, one.author) for one in reading.revisions]


def test_nested_changes_of_two_authors_in_a_note() -> None:
    note = f'<w:footnote w:id="1">{p("a ", ins(t("b ") + dele(d("c "), BY_OTHER)), t("z"))}</w:footnote>'
    data = docx(p("Decides", '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=note)
    accepted, rejected = read_word(data), read_word(data, "reject")
    assert [one.text for one in accepted.draft.footnotes] == ["a b z"]
    assert [one.text for one in rejected.draft.footnotes] == ["a z"]
    assert [(one.kind, one.author, one.footnote) for one in accepted.revisions] == [
        ("insert", "Delegation A", 1),
        ("delete", "Delegation B", 1),
    ]


_SPELLED = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)


def test_real_files_read_the_same_in_the_strict_form(shared: Path) -> None:
    """Rewritten to the namespaces of the strict form, with their changes, notes and comments."""
    seen = 0
    for path in sorted((shared / "word_files").glob("*.docx")):
        source = source_of(path.name, path.read_bytes())
        if source is None or len(source.data) > 60_000:
            continue
        try:
            reading = read_word(source.data)
        except CannotRead:
            continue
        strict = {}
        for name, data in source.entries.items():
            if name.endswith((".xml", ".rels")):
                for old, new in _SPELLED:
                    data = data.replace(old, new)
            strict[name] = data
        again = read_word(zipped(strict))
        assert (again.draft, again.revisions, again.comments) == (reading.draft, reading.revisions, reading.comments), (
            path.name
        )
        seen += 1
    assert seen > 40
