"""Text that begins like a number goes out as it stands, in a cell or not: no file is refused for it."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redlining.check import SOFT, side_differences


@pytest.mark.parametrize("cell", [None, (0, 0, 0)])
@pytest.mark.parametrize("words", ["1. Travel", "(a) Travel", "2) Travel", "Decides to go"])
def test_what_begins_like_a_number_is_no_other_text(words: str, cell: tuple[int, int, int] | None) -> None:
    decides = (Run("Decides", italic=True), Run(" x;"))
    draft = Draft(
        (
            Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
            Paragraph(Kind.OPERATIVE, decides, number="1"),
            Paragraph(Kind.TEXT, (Run(words),), cell=cell),
            Paragraph(Kind.OPERATIVE, decides, number="2"),
        )
    )
    read = read_word(write_clean(draft)).draft
    assert {one.what for one in side_differences("new", draft, read)} <= set(SOFT)
    other = Draft(
        (*draft.paragraphs[:2], Paragraph(Kind.TEXT, (Run(f"{words} there"),), cell=cell), draft.paragraphs[3])
    )
    assert [one.what for one in side_differences("new", other, read)][:1] == ["text"]
