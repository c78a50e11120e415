"""Words that the end of a line broke, in what is pasted from a page."""

from __future__ import annotations

import pytest

from models.clipboard.read import from_clipboard
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
        # Names, figures, and a letter alone.
        (("the Secretary-", "General"), "the Secretary-General"),
        (("of 2025-", "2030"), "of 2025-2030"),
        (("the sub-", "regional offices"), "the subregional offices"),
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


def test_in_a_file_its_own_words_tell() -> None:
    text = "1. Notes the sustain-\nable use of water, and the imple-\nmentation, being sustainable."
    assert read_text(text).draft.paragraphs[0].text == (
        "Notes the sustainable use of water, and the imple-mentation, being sustainable."
    )
