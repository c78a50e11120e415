"""Pages of a PDF that Adref prints: every line stands on one of them, and in its text once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QHashSeed

from app.pdf import pdf_of_html
from models.circulation.undated import undated
from models.draft import Draft, Kind, Paragraph, Run
from models.forms.draft_print_page import draft_print_page
from models.reading.pdf.glyphs import pages_of


def words_of(data: bytes) -> list[str]:
    return [word for _, _, spans in pages_of(data) for word in " ".join(text for text, *_ in spans).split()]


@pytest.mark.usefixtures("qapp")
def test_a_line_beside_the_end_of_a_page_is_in_the_text_once() -> None:
    paragraphs = tuple(
        Paragraph(Kind.OPERATIVE, (Run(" ".join(f"w{at}x{word}" for word in range(70)) + ";"),), number=str(at))
        for at in range(1, 40)
    )
    words = words_of(pdf_of_html(draft_print_page(Draft(paragraphs, ()), draft_mark=True), "Title"))
    named = [word.rstrip(";") for word in words if word.startswith("w") and "x" in word]
    assert named == [f"w{at}x{word}" for at in range(1, 40) for word in range(70)]


def test_the_same_page_is_the_same_file_whatever_the_chance_of_the_process() -> None:
    page = "<p>Words, <i>italic</i> and <b>bold</b>,</p><p><sup>1</sup> العربية</p>"
    made = set()
    for _ in range(6):
        QHashSeed.resetRandomGlobalSeed()
        made.add(undated(pdf_of_html(page, "A/C.2/58/L.37")))
    assert len(made) == 1
