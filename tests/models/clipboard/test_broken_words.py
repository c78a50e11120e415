"""Words that the end of a line broke, in what is pasted from a page."""

from __future__ import annotations

import pytest

from models.clipboard.read import from_clipboard, read_html
from models.reading.text import read_text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # A word of the field, or one that stands whole elsewhere.
        (("on the imple-", "mentation of it"), "on the implementation of it"),
        (("biodiver-", "sity, that is biodiversity"), "biodiversity, that is biodiversity"),
        # One that is written with its hyphen elsewhere, and one nobody knows.
        (("on co-", "operation, or co-operation"), "on co-operation, or co-operation"),
        (("the long-", "term plan"), "the long-term plan"),
        (("gender-", "and age-based"), "gender- and age-based"),
        (("вопросы внутри-", "и внешнеполитические"), "вопросы внутри- и внешнеполитические"),
        (("medidas macro-", "u otras"), "medidas macro- u otras"),
        # Names, figures, and a letter alone.
        (("the Secretary-", "General"), "the Secretary-General"),
        (("of 2025-", "2030"), "of 2025-2030"),
        (("the sub-", "regional offices"), "the subregional offices"),
        # A hyphen that is one of several in its word, and one that another word shares.
        (("the day-to-", "day work of today"), "the day-to-day work of today"),
        (
            ("the inter-govern-", "mental and inter-governmental work"),
            "the inter-governmental and inter-governmental work",
        ),
        (("the face-", "to-face meetings"), "the face-to-face meetings"),
        (("the direct-", "or indirect work of its director"), "the direct- or indirect work of its director"),
        # A soft hyphen stands where a word was broken, whatever the word.
        (("the Zwing\u00ad", "li house"), "the Zwingli house"),
    ],
)
@pytest.mark.parametrize("form", ["plain", "html"])
def test_a_hyphen_that_only_broke_a_word_goes(lines: tuple[str, str], text: str, form: str) -> None:
    # Lines as long as those of a page.
    above, below = f"Words that fill one whole line of a page up to {lines[0]}", lines[1]
    data = {"plain": f"{above}\n{below}", "html": f"<span>{above}</span><br role=presentation><span>{below}</span>"}[
        form
    ]
    (pasted,) = from_clipboard({f"text/{form}": data.encode()}).paragraphs
    assert pasted.text == f"Words that fill one whole line of a page up to {text}"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_in_a_file_its_own_words_tell(line_end: str) -> None:
    text = f"1. Notes the sustain-{line_end}able use of water, and the imple-{line_end}mentation, being sustainable."
    assert read_text(text).draft.paragraphs[0].text == (
        "Notes the sustainable use of water, and the imple-mentation, being sustainable."
    )


def test_in_a_page_its_own_words_tell() -> None:
    line = "Notes the use of what fills one whole line of a page, and the"
    page = f"<p>{line} sustain-<br>able health-<br>care, being sustainable.</p>"
    assert read_html(page).paragraphs[0].text == f"{line} sustainable health-care, being sustainable."


def test_a_hyphen_stays_where_lines_are_no_paragraph() -> None:
    text = (
        "1. Notes the figures:\n\n| repre- | 1 |\n|---|---|\n| sentation | 2 |\n\nAlso their representation repre-\n\n"
    )
    assert "\u00ad" not in "".join(paragraph.text for paragraph in read_text(text).draft.paragraphs)
