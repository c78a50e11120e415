"""What programs change of themselves in a returned file is told as that; what a person changed is, too."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from models.draft import Draft
from models.proposals.returned import Returned, read_returned
from models.proposals.untracked import told_together, untracked
from models.word.read import read_word
from tests.models.word.word_xml import BY, cell, d, dele, docx, ins, p, parts, row, t, table, zipped

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{said}"/></w:lvl>'
    for at, (kind, said) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
)
_LIST = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _field(instruction: str, shown: str) -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return character("begin") + code + character("separate") + t(shown) + character("end")


def _simple(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr="{escape(instruction)}">{t(shown)}</w:fldSimple>'


def _by_libreoffice(body: str, **others: str) -> bytes:
    """A Word file that says that LibreOffice wrote it."""
    files = parts(body, **others)
    link = f'<Relationship Id="rId9" Type="{_RELATED}" Target="docProps/app.xml"/></Relationships>'
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", link.encode())
    files["docProps/app.xml"] = b"<Properties><Application>LibreOffice/25.2</Application></Properties>"
    return zipped(files)


def _said(data: bytes, kept: Draft) -> tuple[list[str], tuple[str, ...]]:
    """What was not tracked in a file, and what programs did."""
    file, difference = read_returned(data).set_beside(kept)
    return list(told_together(one.sentence for one in untracked(difference))), file.by_programs


_WRITTEN = "Written on "
_ANEW = "A field in paragraph 1 was filled anew by a program: “{}” is “{}” now.".format


@pytest.mark.parametrize(
    ("old", "new", "not_tracked", "told"),
    [
        (_WRITTEN + "@7 May;", _WRITTEN + "@9 July;", [], (_ANEW("7 May", "9 July"),)),
        ("@7 May", "@9 July", [], (_ANEW("7 May", "9 July"),)),
        ("@7 May;", "@9 July;", [], (_ANEW("7 May", "9 July"),)),
        (_WRITTEN + "@7 May; all", _WRITTEN + "@7 May; nobody",
         ["One word in paragraph 1 was changed without tracking."], ()),
        (_WRITTEN + "@7 May; all", _WRITTEN + "@9 July; nobody",
         ["Three words in paragraph 1 were changed without tracking."], ()),
        (_WRITTEN + "the @7 May;", _WRITTEN + "@9 July;", [], (_ANEW("the 7 May", "9 July"),)),
        (_WRITTEN + "@7 May;", _WRITTEN + "the @9 July;", ["Three words in paragraph 1 were changed without tracking."],
         ()),
    ],
    ids=["in a line", "alone", "at the beginning", "words beside it", "both", "a word before it is gone",
         "a word before it is new"],
)  # fmt: skip
@pytest.mark.parametrize("field", [_field, _simple], ids=["of characters", "of one element"])
def test_a_field_that_shows_other_words_is_told_with_them(
    field: Callable[[str, str], str], old: str, new: str, not_tracked: list[str], told: tuple[str, ...]
) -> None:
    def file(said: str) -> bytes:
        before, _, shown = said.partition("@")
        shown, sign, behind = shown.partition(";")
        made = field('DATE \\@ "d MMMM"', shown)
        return docx(p((t(before) if before else "") + made + (t(sign + behind) if sign else "")) + p("Ends."))

    assert _said(file(new), read_word(file(old)).draft) == (not_tracked, told)


def test_what_somebody_typed_into_another_field_was_not_tracked() -> None:
    old, new = (docx(p(t("See ") + _field('HYPERLINK "https://un.org"', said))) for said in ("our page", "this page"))
    assert _said(new, read_word(old).draft) == (["One word in paragraph 1 was changed without tracking."], ())


def test_many_numbers_that_fields_count_are_told_together() -> None:
    def file(first: int) -> bytes:
        lines = (p(t(f"{name} ") + _field("PAGEREF _x", f"{first + at}")) for at, name in enumerate("ABCDE"))
        return docx("".join(lines) + p(ins(t("All.")), mark=f"<w:ins {BY}/>") + p("Ends."))

    told = ("Numbers of fields were counted anew by a program: paragraph 1, paragraph 2, paragraph 3 and 2 more.",)
    assert _said(file(7), read_word(file(3), "reject").draft) == ([], told)


_CITED = '<w:r><w:endnoteReference w:id="{}"/></w:r>'.format
_TEXT = p(t("One") + _CITED(2)) + p(t("Two") + _CITED(3)) + p("Ends.")


def _endnotes(*said: str) -> str:
    return "".join(f'<w:endnote w:id="{at}">{p(one)}</w:endnote>' for at, one in enumerate(said, 2))


def test_a_note_that_libreoffice_repeats_is_its_doing() -> None:
    kept = read_word(docx(_TEXT, endnotes=_endnotes("See water.", "On health."))).draft
    repeated = _endnotes("See water.", "See water.")
    told = "LibreOffice wrote the words of footnote i for those of footnote ii of paragraph 2: “On health.”."
    assert _said(_by_libreoffice(_TEXT, endnotes=repeated), kept) == ([], (told,))
    assert _said(docx(_TEXT, endnotes=repeated), kept)[0]
    assert _said(_by_libreoffice(_TEXT, endnotes=_endnotes("See water.", "On wealth.")), kept)[0]


def test_a_line_of_signs_that_nobody_sees_is_empty() -> None:
    kept = read_word(docx(p("One") + p() + p("Ends."))).draft
    assert _said(_by_libreoffice(p("One") + p(t("\u200d")) + p("Ends.")), kept) == ([], ())
    assert _said(_by_libreoffice(p("One") + p(t("\u200dx")) + p("Ends.")), kept)[0]


def _listed(words: str, level: int, former: int | None = None) -> str:
    def numbers(at: int, of: int = 1) -> str:
        return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>'

    change = f"<w:pPrChange {BY}><w:pPr>{numbers(former)}</w:pPr></w:pPrChange>" if former is not None else ""
    properties = (numbers(0, 0) if former is not None else numbers(level)) + change
    return p(words, properties=properties)


def test_the_level_before_a_tracked_change_is_none_that_libreoffice_knows() -> None:
    first = _listed("One", 0)
    kept = read_word(docx(first + _listed("Two", 1) + p("Ends."), numbering=_LIST)).draft
    body = first + _listed("Two", 1, former=0) + p("Ends.")
    assert _said(_by_libreoffice(body, numbering=_LIST), kept) == ([], ())
    assert _said(docx(body, numbering=_LIST), kept)[0]
    assert _said(_by_libreoffice(first + _listed("Two", 0) + p("Ends."), numbering=_LIST), kept)[0]


def test_a_row_in_which_something_came_is_no_new_one() -> None:
    def text(file: Returned) -> list[str]:
        return [one.text for one in file.base.draft.paragraphs]

    for change, made in (("ins", ins(t("new"))), ("del", dele(d("new")))):
        rows = row(cell(p("5")), cell(p(made)), properties=f"<w:{change} {BY}/>") + row(cell(p(made)), cell(p(made)))
        body = p("One") + table(rows) + p("Ends.")
        whole = row(cell(p(made)), cell(p(made)), properties=f"<w:{change} {BY}/>")
        cells = ["", ""] if change == "ins" else ["new", "new"]
        assert text(read_returned(_by_libreoffice(body))) == ["One", "5", *cells[1:], *cells, "Ends."]
        gone = text(read_returned(_by_libreoffice(p("One") + table(whole, row(cell(p("5")))) + p("Ends."))))
        assert gone == ["One", *([] if change == "ins" else cells), "5", "Ends."]
