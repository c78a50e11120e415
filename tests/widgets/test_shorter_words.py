"""A line that says less where room is short."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.theme import fonts, style
from widgets.theme.shorter_words import ShorterWords

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAYS = ("Changed since Rev.1: 28 paragraphs, 316 words", "Changed: 28 paragraphs, 316 words", "Changed: 28 paragraphs")


def test_the_longest_that_fits_is_shown_and_all_of_it_is_said(qapp: QApplication, qtbot: QtBot) -> None:
    style.apply(qapp, "light")
    words = ShorterWords("", fonts.small())
    qtbot.addWidget(words)
    words.show()
    wide = [words.fontMetrics().horizontalAdvance(way) + 1 for way in WAYS]
    words.say(*WAYS)
    for room, shown in [(wide[0], 0), (wide[0] - 1, 1), (wide[1], 1), (wide[1] - 1, 2), (40, 2), (wide[0] + 50, 0)]:
        words.resize(room, 20)
        assert words.text() == WAYS[shown], room
        assert words.accessibleName() == WAYS[0]
        assert words.toolTip() == ("" if shown == 0 else WAYS[0])
        assert words.sizeHint().width() == wide[0]
    words.say("A new text")
    assert words.text() == "A new text"
