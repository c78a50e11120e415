"""Heights of paragraphs that are written later are guessed once for all that are about as long."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from models.draft import Kind, Paragraph, Run
from widgets.paper.type import TEXT, TextType
from widgets.text import heights_ahead
from widgets.text.block_lines import Setting, guess_height
from widgets.text.heights_ahead import HeightsAhead
from widgets.text.looks import Formats
from widgets.theme import style


def test_a_guess_is_kept_for_the_next_stretch_until_the_column_is_another(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    style.apply(qapp, "light")
    guessed: list[float] = []
    guess = guess_height

    def counted(letters: int, setting: Setting, kind: TextType, column: float) -> float:
        guessed.append(column)
        return guess(letters, setting, kind, column)

    monkeypatch.setattr(heights_ahead, "guess_height", counted)
    ahead = HeightsAhead(TEXT, Formats(TEXT), False)
    texts = [Paragraph(Kind.OPERATIVE, (Run("Decides to meet, " * long),)) for long in (1, 9, 40)]
    whole = ahead.of(texts, 600.0)
    assert [ahead.of([one], 600.0) for one in texts] == [[height] for height in whole]
    assert guessed == [600.0] * 3
    narrow = ahead.of(texts, 200.0)
    assert guessed == [600.0] * 3 + [200.0] * 3
    assert narrow[2] > whole[2] > whole[0]
    assert ahead.of(texts, 600.0) == whole
