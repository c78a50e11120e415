"""The ring goes to whatever the keyboard came to, and to nothing the mouse came to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.telling.sorts import Sort
from widgets.compare.beside.counts import SortButton
from widgets.compare.drawn.heads import DraftName
from widgets.export.choices import Against
from widgets.export.draft_choice import DraftChoice
from widgets.inspector.marked_words import MarkedWords
from widgets.inspector.rows import FactRow
from widgets.paper.scroll_bar import scrolled
from widgets.text.notes import Notes
from widgets.theme import style
from widgets.theme.controls import Button
from widgets.theme.focus import FocusRing
from widgets.theme.roles import Role
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


@pytest.mark.parametrize("make", RINGED.values(), ids=RINGED)
def test_what_the_keyboard_comes_to_is_something_to_a_screen_reader(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert QAccessible.queryAccessibleInterface(widget).role() not in (Role.Client, Role.NoRole)


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


@pytest.mark.parametrize("last", [lambda: Button("Last"), QLineEdit, FactRow], ids=["button", "field", "row"])
def test_what_a_key_comes_to_from_beside_an_area_that_scrolls_is_brought_into_sight(
    qtbot: QtBot, qapp: QApplication, last: Callable[[], QWidget]
) -> None:
    style.apply(qapp, "light")
    window, inner = QWidget(), QWidget()
    qtbot.addWidget(window)
    column, within = QVBoxLayout(window), QVBoxLayout(inner)
    below, end, area = Button("Close"), last(), scrolled(inner)
    end.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    within.addWidget(Button("First"))
    within.addSpacing(900)
    within.addWidget(end)
    for one in (area, below):
        column.addWidget(one)
    window.resize(300, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    end.show()
    below.setFocus(Qt.FocusReason.MouseFocusReason)
    assert end.visibleRegion().isEmpty()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert end.hasFocus()
    qtbot.waitUntil(lambda: end.visibleRegion().boundingRect() == end.rect())
    # The mouse is where it is, and what is under it stays there.
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() - end.height() // 2)
    at = area.verticalScrollBar().value()
    below.setFocus(Qt.FocusReason.MouseFocusReason)
    end.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.wait(20)
    assert area.verticalScrollBar().value() == at
