"""What goes out runs as on the sheet: one rule for Word files, pages and prints."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree, html

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
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
