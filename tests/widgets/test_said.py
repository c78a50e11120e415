"""What is said of a paragraph, and which letters are larger."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from widgets.text.shown import ShownDraft
from widgets.theme.enlarged import factor_of
from widgets.writing.spoken import Signs, spoken, spoken_place

DRAFT = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolution,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=1), Run(" to act"), Run(footnote=2)), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("Now;"),), level=2),
        Paragraph(Kind.OPERATIVE, ()),
    ),
    (Footnote(1, "3", (Run("A/58/98."),)), Footnote(2, "4", (Run("Ibid."),))),
)


@pytest.mark.parametrize(
    ("position", "signs", "said"),
    [
        (0, Signs(), "PP1, preambular paragraph"),
        (0, Signs(change="moved", gone=(True, False)), "PP1, preambular paragraph, moved, paragraphs gone before it"),
        (3, Signs(gone=(False, True)), "OP2, operative paragraph, empty, paragraphs gone after it"),
        (1, Signs(change="reworded"), "OP1, operative paragraph, reworded, footnotes 3 and 4"),
        (1, Signs(bracketed=True), "OP1, operative paragraph, brackets, footnotes 3 and 4"),
        (
            1,
            Signs(bracketed=True, unmatched=2),
            "OP1, operative paragraph, 2 brackets without a partner, footnotes 3 and 4",
        ),
        (3, Signs(change="new", warning="Is it a number?"), "OP2, operative paragraph, empty, new, Is it a number?"),
        (9, Signs(), ""),
    ],
)
def test_a_paragraph_in_words(position: int, signs: Signs, said: str) -> None:
    assert spoken(ShownDraft(DRAFT), position, signs) == said


def test_a_subparagraph_says_its_level() -> None:
    assert "subparagraph, level 2" in spoken(ShownDraft(DRAFT), 2, Signs())


def test_a_note_mark_is_called_by_its_number() -> None:
    text = "Decides\ufffc to act\ufffc"
    said = [spoken_place(ShownDraft(DRAFT), 1, text, at) for at in range(len(text) + 1)]
    assert [(at, words) for at, words in enumerate(said) if words] == [(7, "footnote 3"), (15, "footnote 4")]


@pytest.mark.parametrize(
    ("platform", "points", "factor"),
    [
        ("linux", 9, 1.0),
        ("linux", 10, 1.0),
        ("linux", 11, 1.0),
        ("linux", 12.5, 1.25),
        ("linux", 15, 1.5),
        ("linux", 20, 2.0),
        ("linux", 60, 2.5),
        ("win32", 9, 1.0),
        ("win32", 13.5, 1.5),
        ("darwin", 13, 1.0),
        ("darwin", 8, 1.0),
    ],
)
def test_the_systems_font_gives_the_factor(platform: str, points: float, factor: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    assert factor_of(font, platform) == pytest.approx(factor)
