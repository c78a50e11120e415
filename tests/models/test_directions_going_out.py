"""What goes out runs as on the sheet: one rule for Word files, pages and prints."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree, html

from models.circulation.typesetting import Typesetting
from models.clipboard.read import from_clipboard
from models.clipboard.write import draft_to_clipboard
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.directions import note_way
from models.editing.edit import Caret, Selection
from models.files.read import read_bytes, read_text
from models.forms.draft_markdown import draft_markdown
from models.forms.draft_page import draft_html
from models.forms.html import html as comparison_html
from models.forms.print_page import print_page
from models.word.clean import write_clean
from models.word.columns import write_columns
from models.word.drafts_in_columns import write_drafts
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.redline import write_redline

ARABIC = "إذ تشير إلى قرارها 56/203 المؤرخ 21 كانون الأول/ديسمبر 2001"
NAMES = "World Health Organization, UNICEF, UNESCO, UNODC, ITU وغيرها"
ITEM = "UNEP, UNDP, UN-Women, UN-Habitat, FAO أن يعقد اجتماعا"
ENGLISH = "Recalling its resolution 56/203"
QUOTED = "الجمعية is the word for the General Assembly"
NOTE = "UNIDO, UNITAR, WFP انظر"

BEFORE = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("إن الجمعية العامة"),)),
        Paragraph(Kind.PREAMBULAR, (Run(ARABIC),)),
        Paragraph(Kind.PREAMBULAR, (Run("وإذ تلاحظ تقرير الأمين العام عن تنفيذ القرار وتوصياته"),)),
    )
)
AFTER = Draft(
    (
        *BEFORE.paragraphs,
        Paragraph(Kind.PREAMBULAR, (Run(NAMES), Run("", footnote=1))),
        Paragraph(Kind.SUBPARAGRAPH, (Run(ITEM),), level=1, number="(ب)"),
        Paragraph(Kind.PREAMBULAR, (Run(ENGLISH),)),
    ),
    (Footnote(1, "1", (Run(NOTE),)),),
)
ENGLISH_TEXT = Draft((Paragraph(Kind.PREAMBULAR, (Run(ENGLISH),)), Paragraph(Kind.PREAMBULAR, (Run(QUOTED),))))
COMPARISON = compare(BEFORE, AFTER)

WORD: dict[str, Callable[[], bytes]] = {
    "clean": lambda: write_clean(AFTER),
    "marked": lambda: write_marked(COMPARISON),
    "columns": lambda: write_columns(COMPARISON),
    "drafts": lambda: write_drafts(in_columns([COMPARISON]), ("a", "b")),
    "redline": lambda: write_redline(COMPARISON, base=None),
}
PAGES: dict[str, Callable[[], str]] = {
    "page": lambda: draft_html(AFTER, "a"),
    "comparison": lambda: comparison_html(COMPARISON),
    "printed comparison": lambda: print_page(COMPARISON),
}


def in_word(data: bytes, text: str) -> set[bool]:
    """Whether the paragraphs and notes of a Word file with a text run from right to left."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    every = [one for part in parts for one in part.iter(w("p"))]
    said = [(one, "".join(node.text or "" for node in one.iter(w("t")))) for one in every]
    return {_bidi(one) for one, words in said if text in words}


def _bidi(paragraph: etree._Element) -> bool:
    found = paragraph.find(f"{w('pPr')}/{w('bidi')}")
    return found is not None and found.get(w("val")) != "0"


def on_page(page: str, text: str) -> set[bool]:
    """Whether the paragraphs of a page with a text run from right to left, as a browser decides it."""
    found = [one for one in html.document_fromstring(page).iter("p") if text in one.text_content()]
    return {_turned(one.get("dir", "ltr"), one.text_content()) for one in found}


def _turned(way: str, text: str) -> bool:
    first = next(letter for letter in text if letter.isalpha())
    return way == "rtl" or (way == "auto" and "\u0590" < first < "\u08ff")


@pytest.mark.parametrize("text", [ARABIC, NAMES, ITEM, NOTE])
@pytest.mark.parametrize("kind", WORD)
def test_an_arabic_paragraph_of_foreign_names_is_turned_in_word(kind: str, text: str) -> None:
    assert in_word(WORD[kind](), text) == {True}


@pytest.mark.parametrize("kind", WORD)
def test_an_english_paragraph_is_not_turned_in_word(kind: str) -> None:
    assert in_word(WORD[kind](), ENGLISH) == {False}


@pytest.mark.parametrize("text", [NAMES, ITEM, NOTE])
@pytest.mark.parametrize("kind", PAGES)
def test_an_arabic_paragraph_of_foreign_names_is_turned_on_pages(kind: str, text: str) -> None:
    page = PAGES[kind]()
    assert on_page(page, text) == {True}
    assert on_page(page, ENGLISH) == {False}


def test_an_english_text_that_quotes_an_arabic_word_is_not_turned() -> None:
    assert in_word(write_clean(ENGLISH_TEXT), QUOTED) == {False}
    assert on_page(draft_html(ENGLISH_TEXT, "a"), QUOTED) == {False}


@pytest.mark.parametrize("kind", ["columns", "drafts"])
def test_the_columns_of_arabic_texts_run_from_the_right(kind: str) -> None:
    english = compare(ENGLISH_TEXT, ENGLISH_TEXT)
    of_english = {
        "columns": lambda: write_columns(english),
        "drafts": lambda: write_drafts(in_columns([english]), "ab"),
    }
    assert [_first_on_right(made[kind]()) for made in (WORD, of_english)] == [True, False]


@pytest.mark.parametrize("write", [write_clean, lambda draft: write_marked(compare(draft, draft))])
def test_the_tables_of_arabic_texts_run_from_the_right(write: Callable[[Draft], bytes]) -> None:
    def cells(draft: Draft) -> Draft:
        row = (Paragraph(Kind.TEXT, (Run(str(at)),), cell=(0, 0, at)) for at in range(2))
        return Draft((*draft.paragraphs, *row), draft.footnotes)

    assert [_first_on_right(write(cells(one))) for one in (BEFORE, ENGLISH_TEXT)] == [True, False]


def _first_on_right(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        table = next(etree.fromstring(package.read("word/document.xml")).iter(w("tblPr")))
    return table.find(w("bidiVisual")) is not None


@pytest.mark.parametrize("fact", ["A/C.2/80/L.24", "Distr.: Limited", "Original: English", "12 November 2025"])
@pytest.mark.parametrize(("beside", "words"), [("الأمم المتحدة", ARABIC), ("", ARABIC), ("", ENGLISH)])
def test_symbol_and_facts_of_an_arabic_word_file_stand_at_the_left_also_alone(
    fact: str, beside: str, words: str
) -> None:
    heads = [Paragraph(Kind.MASTHEAD, (Run(one),)) for one in (beside, fact) if one]
    data = write_clean(Draft((*heads, Paragraph(Kind.PREAMBULAR, (Run(words),)))))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        lines = list(etree.fromstring(package.read("word/document.xml")).iter(w("p")))
    (look,) = (one[0] for one in lines if "".join(one.itertext()) == fact)
    placed = look.find(w("jc"))
    at_left = placed is not None and placed.get(w("val")) == ("left" if look.find(w("bidi")) is None else "right")
    assert at_left == (words == ARABIC)


NUMBERED = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("إن الجمعية العامة،"),)),
        Paragraph(Kind.OPERATIVE, (Run("تحيط علما بتقرير الأمين العام؛"), Run(footnote=1)), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("تطلب إلى الدول الأعضاء ما يلي:"), Run(footnote=2)), number="2"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("أن تقدم تقريرا."),), level=1, number="(أ)"),
    ),
    (Footnote(1, "1", (Run("A/80/250."),)), Footnote(2, "2", (Run("See also the report."),))),
)


def _copied(media: str) -> str:
    whole = Selection(Caret(0, 0), Caret(3, len(NUMBERED.paragraphs[3].text)))
    return draft_to_clipboard(NUMBERED, whole)[media].decode()


@pytest.mark.parametrize(
    "said",
    [
        lambda: _copied("text/plain"),
        lambda: html.document_fromstring(_copied("text/html")).text_content(),
        lambda: html.document_fromstring(draft_html(NUMBERED, "a")).text_content(),
        lambda: html.document_fromstring(comparison_html(compare(BEFORE, NUMBERED))).text_content(),
        lambda: draft_markdown(NUMBERED),
    ],
)
def test_figures_before_arabic_words_are_printed_as_on_the_sheet(said: Callable[[], str]) -> None:
    text = " ".join(said().split())
    assert all(f"{number} - {words}" in text or f"{number} -{words}" in text for number, words in NUMBERED_WORDS)
    assert not any(f"{number}. {words}" in text or f"{number}.{words}" in text for number, words in NUMBERED_WORDS)
    assert "(أ)" in text


NUMBERED_WORDS = (("1", "تحيط"), ("2", "تطلب"))


@pytest.mark.parametrize(("words", "turned"), [("السنة والعدد", True), ("Year and number", False)])
def test_what_is_printed_beside_a_text_stands_where_its_lines_begin(words: str, turned: bool) -> None:
    table = f"{words}\n\n| {words} | 7 |\n|---|---|\n| {words} | %s |"
    old, new = (read_text(table % figure).draft for figure in ("5", "15"))
    (*_, row, cells) = html.document_fromstring(print_page(compare(old, new))).iter("tr")
    assert [cell.get("width") for cell in row] == (["96", None], [None, "96"])[turned]
    assert cells[-1 if turned else 0].text_content() == words


@pytest.mark.parametrize("media", ["text/plain", "text/html"])
def test_a_copy_of_an_arabic_text_is_pasted_as_it_was(media: str) -> None:
    pasted = from_clipboard({media: _copied(media).encode()}).paragraphs
    assert [(one.kind, one.number) for one in pasted] == [(one.kind, one.number) for one in NUMBERED.paragraphs]


@pytest.mark.parametrize("numbers", ["automatic", "literal"])
def test_the_numbers_of_an_arabic_word_file_are_those_of_the_sheet(numbers: str) -> None:
    data = write_clean(NUMBERED, Typesetting(literal_numbers=numbers == "literal"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        counted = package.read("word/numbering.xml").decode()
        text = package.read("word/document.xml").decode()
    assert ('w:val="%1\u00a0-"' in counted, 'w:val="%1."' in counted.split("</w:lvl>")[0]) == (True, False)
    assert ("<w:rPr><w:rtl/></w:rPr><w:t>1 -</w:t><w:tab/>" in text) == (numbers == "literal")
    assert "<w:rPr><w:rtl/></w:rPr><w:t>(أ)</w:t><w:tab/>" in text
    assert read_bytes(data).draft == NUMBERED


def test_the_numbers_of_an_english_word_file_have_their_full_stop() -> None:
    with zipfile.ZipFile(io.BytesIO(write_clean(ENGLISH_TEXT))) as package:
        assert 'w:val="%1\u00a0-"' not in package.read("word/numbering.xml").decode()


def test_notes_without_words_and_the_rule_above_them_run_as_an_arabic_text() -> None:
    data = write_clean(NUMBERED)
    assert in_word(data, "A/80/250.") == {True}
    assert in_word(data, "See also the report.") == {False}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    rules = [one for one in notes.iter(w("p")) if one.find(f"{w('r')}/{w('separator')}") is not None]
    assert [_bidi(one) for one in rules] == [True]
    assert in_word(write_clean(with_note_in(ENGLISH_TEXT)), "A/80/250.") == {False}


def with_note_in(draft: Draft) -> Draft:
    first = draft.paragraphs[0]
    cited = Paragraph(first.kind, (*first.runs, Run(footnote=1)))
    return Draft((cited, *draft.paragraphs[1:]), (Footnote(1, "1", (Run("A/80/250."),)),))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("A/80/250.", True),
        ("E/2020/12, 5–7.", True),
        ("https://un.org/a", True),
        ("انظر A/80/250.", True),
        ("See A/80/250.", False),
        ("A/80/250 and Add.1.", False),
    ],
)
def test_a_note_of_an_arabic_text(text: str, turned: bool) -> None:
    assert note_way(text, otherwise=True) is turned
    assert not note_way("A/80/250.", otherwise=False)


def test_words_of_an_inserted_note_are_turned_as_those_of_the_notes_that_stand() -> None:
    whole = replace(NUMBERED, footnotes=(*NUMBERED.footnotes[:1], Footnote(2, "2", (Run("انظر القرار 70/1."),))))
    paragraphs = (
        *whole.paragraphs[:3],
        replace(whole.paragraphs[3], runs=(*whole.paragraphs[3].runs, Run(footnote=3))),
    )
    new = Draft(paragraphs, (*whole.footnotes, Footnote(3, "3", (Run("انظر القرار 71/1."),))))
    file = write_clean(whole)
    base = read_bytes(file)
    data = write_redline(compare(base.draft, new), base=file, origins=base.origins)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    words = [one for one in notes.iter(w("r")) if "القرار" in "".join(one.itertext())]
    assert [one.find(f"{w('rPr')}/{w('rtl')}") is not None for one in words] == [True, True]


MASTHEAD = (
    "الأمم المتحدة", "A/C.2/80/L.50", "الجمعية العامة", "Distr.: Limited", "17 تشرين الثاني/نوفمبر 2025",
    "Original: English", "الدورة الثمانون", "اللجنة الثانية",
)  # fmt: skip


def _clean_redline(old: Draft, new: Draft) -> bytes:
    return write_redline(compare(old, new), base=None)


@pytest.mark.parametrize(
    "write",
    [lambda _, new: write_clean(new), lambda old, new: write_marked(compare(old, new)), _clean_redline],
    ids=["clean", "marked", "redline"],
)
def test_symbol_and_facts_of_an_arabic_masthead_stand_at_the_left(write: Callable[[Draft, Draft], bytes]) -> None:
    def sides(lines: tuple[str, ...], text: Draft) -> list[str]:
        old, new = (
            replace(text, paragraphs=(*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in said), *text.paragraphs))
            for said in (lines[:4], lines)
        )
        data = write(old, new)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            table = next(etree.fromstring(package.read("word/document.xml")).iter(w("tbl")))
        assert _first_on_right(data) is (text is BEFORE)
        return [_side(line) for row in table.iter(w("tr")) for line in list(row.iter(w("tc")))[1].iter(w("p"))]

    assert sides(MASTHEAD, BEFORE) == ["left"] * 4
    english = ("United Nations", MASTHEAD[1], "General Assembly", MASTHEAD[3], MASTHEAD[5])
    assert sides(english, ENGLISH_TEXT) == ["as its style"] * 3


def _side(paragraph: etree._Element) -> str:
    """Where a line stands; Word's left is the right of what runs right to left."""
    side = paragraph.find(f"{w('pPr')}/{w('jc')}")
    if side is None:
        return "as its style"
    value = str(side.get(w("val")))
    return {"left": "right", "right": "left"}[value] if _bidi(paragraph) else value
