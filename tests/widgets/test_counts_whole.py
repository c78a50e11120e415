"""The counts at the head of the list: no figure of them is ever cut, however many there are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.telling.sorts import Sort
from widgets.compare.beside.changes_panel import ChangesPanel
from widgets.compare.beside.counts import SortButton
from widgets.theme import fonts, style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

PARIS = {
    Sort.REWORDED: (118, 135),
    Sort.NEW: (45, 45),
    Sort.DELETED: (209, 209),
    Sort.MOVED: (15, 15),
    Sort.SPLIT: (6, 6),
    Sort.MERGED: (4, 4),
    Sort.BRACKETS: (7, 232),
    Sort.FOOTNOTES: (1, 5),
    Sort.RESHAPED: (2, 2),
}
FEW = {Sort.REWORDED: (12, 12), Sort.NEW: (2, 2), Sort.MOVED: (1, 1), Sort.BRACKETS: (0, 3)}
MANY = dict.fromkeys(Sort, (10_451, 10_521))


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(("counts", "two"), [(FEW, True), (PARIS, True), (MANY, False)])
def test_each_is_as_wide_as_its_words(
    qtbot: QtBot, qapp: QApplication, counts: dict[Sort, tuple[int, int]], two: bool, wide: bool
) -> None:
    style.apply(qapp, "light")
    panel = ChangesPanel()
    qtbot.addWidget(panel)
    panel.set_wide(wide)
    panel.resize(panel.width(), 700)
    panel.sorts.show_counts(*({sort: pair[at] for sort, pair in counts.items()} for at in (0, 1)))
    panel.show()
    qapp.processEvents()
    buttons = panel.sorts.buttons.values()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert all(button.geometry().right() <= panel.sorts.width() for button in buttons)
    assert len({button.x() for button in buttons}) == (2 if two else 1)
    told = QFontMetricsF(fonts.small())
    figures = QFontMetricsF(fonts.figures(12, 600))
    for button in buttons:
        needed = figures.horizontalAdvance("10 451" if counts is MANY else "1") + told.horizontalAdvance(button.text())
        assert button.width() > needed + 32


def test_where_there_is_no_room_the_word_gives_way(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    button = SortButton(Sort.REWORDED, 118, 135)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.words == "reworded"
    button.resize(button.width() - 20, button.height())
    assert button.words.endswith("…")
    assert QFontMetricsF(fonts.small()).horizontalAdvance(button.words) <= button.width() - 50
