"""The ring goes to whatever the keyboard came to, and to nothing the mouse came to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.circulation.sorts import Sort
from widgets.compare.counts import SortButton
from widgets.compare.heads import DraftName
from widgets.export.choices import Against
from widgets.export.draft_choice import DraftChoice
from widgets.inspector.marked_words import MarkedWords
from widgets.inspector.rows import FactRow
from widgets.text.notes import Notes
from widgets.theme.controls import Button
from widgets.theme.focus import FocusRing

pytestmark = pytest.mark.qt_log_ignore("does not support")

RINGED: dict[str, Callable[[], QWidget]] = {
    "a count of one sort": lambda: SortButton(Sort.MOVED, 3, 3),
    "the name of a draft": lambda: DraftName("Old draft"),
    "a choice of drafts": lambda: DraftChoice([Against("a", "L.1"), Against("b", "L.2")]),
    "marked words": MarkedWords,
    "a row of facts": FactRow,
    "the footnotes": Notes,
}


@pytest.mark.parametrize("make", RINGED.values(), ids=RINGED)
def test_the_ring_comes_with_the_keyboard(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    other, widget = Button("Elsewhere"), make()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    layout.addWidget(widget)
    window.resize(400, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    widget.show()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    widget.setFocus(Qt.FocusReason.MouseFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert not ring.isVisible()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry().contains(widget.geometry())
