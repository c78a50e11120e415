"""The ring goes to whatever the keyboard came to, and to nothing the mouse came to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.telling.sorts import Sort
from widgets.compare.beside.counts import SortButton
from widgets.compare.drawn.heads import DraftName
from widgets.export.choices import Against
from widgets.export.draft_choice import DraftChoice
from widgets.inspector.marked_words import MarkedWords
from widgets.inspector.rows import FactRow
from widgets.text.notes import Notes
from widgets.theme import style
from widgets.theme.controls import Button
from widgets.theme.focus import FocusRing
from widgets.theme.surfaces import Surface

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


def test_the_frame_of_a_field_goes_with_the_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    window = Surface("panel")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        layout.addWidget(field)
    window.resize(400, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for field in (*fields, *fields):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(30)
        seen = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert seen == window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
