"""A list whose chosen row is marked at all times shows in it, by a ring, that the keys are heard there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from tests.widgets.merge_drafts import table_of
from widgets.dossier.draft_view import DraftView
from widgets.dossier.drafts import DraftList, DraftRow
from widgets.dossier.telling import Event
from widgets.dossier.timeline import Timeline
from widgets.merge.item_list import ItemList
from widgets.settings.dialog import SettingsDialog
from widgets.settings.rows import Group, Row
from widgets.text.outline import Outline
from widgets.text.shown import ShownDraft
from widgets.theme import style, tokens
from widgets.theme.controls import Button
from widgets.theme.focus import FocusRing

pytestmark = pytest.mark.qt_log_ignore("does not support")
AT = datetime(2026, 11, 24, 12, 41)


def outline() -> QListView:
    words = ("Decides to meet", "Обращается с призывом", "决定举行会议", "يقرر أن يجتمع")
    made = Outline()
    made.show_text(ShownDraft(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words))))
    return made


def drafts() -> QListView:
    rows = DraftList()
    rows.show_rows([DraftRow("b", "Rev.1", ("a",)), DraftRow("a", "L.37")])
    made = DraftView(rows)
    rows.setParent(made)
    return made


def events() -> QListView:
    made = Timeline()
    made.show_events([Event("kept", AT, name, name) for name in "abc"], date(2026, 11, 25))
    return made


def merged() -> QListView:
    made = ItemList()
    made.show_table(table_of(), {})
    return made


def settings() -> QListView:
    rows = (Row("colours", "Colours", "choice", choices=(("light", "Light"), ("dark", "Dark"))),)
    host = QWidget()
    made = SettingsDialog((Group("Look", rows), Group("Writing", ())), {}, host).list
    made.setParent(None)
    return made


LISTS = (outline, drafts, events, merged, settings)


def ring_in(view: QListView) -> int:
    """How many pixels of a list have the colour of the ring."""
    seen = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colour = QColor(tokens.current().focus).rgb()
    return sum(seen.pixel(x, y) == colour for x in range(0, seen.width(), 3) for y in range(seen.height()))


@pytest.mark.parametrize("look", ["light", "dark", "high contrast"])
@pytest.mark.parametrize("make", LISTS)
def test_the_row_has_a_ring_where_the_keys_are_heard(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QListView], look: str
) -> None:
    style.apply(qapp, look)
    window = QWidget()
    qtbot.addWidget(window)
    layout, other, view = QVBoxLayout(window), Button("Elsewhere"), make()
    for one in (other, view):
        layout.addWidget(one)
    window.resize(360, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    view.setCurrentIndex(view.model().index(1, 0))
    assert not ring_in(view)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert ring_in(view) > 150
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert not ring_in(view)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=view.geometry().center())
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring_in(view)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Up)
    assert ring_in(view) > 150


def test_the_draft_at_which_the_keys_are_has_the_ring_where_others_are_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    view = drafts()
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    handle = view.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in view.selectedIndexes()] == [0]
    below = view.visualRect(view.model().index(1, 0))
    seen = view.viewport().grab(below).toImage()
    assert seen.pixelColor(below.width() // 2, 2) == tokens.current().focus


def test_a_button_that_a_key_brings_to_the_front_has_the_ring_and_one_that_a_click_brings_none(
    qtbot: QtBot, qapp: QApplication
) -> None:
    style.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    layout, first, second = QVBoxLayout(window), Button("Keep"), Button("Discard")
    for one in (first, second):
        layout.addWidget(one)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    handle = window.windowHandle()
    for by_key in (True, False, True):
        first.setFocus(Qt.FocusReason.MouseFocusReason)
        if by_key:
            QTest.keyClick(handle, Qt.Key.Key_F2)
        else:
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=first.geometry().center())
        second.setFocus(Qt.FocusReason.OtherFocusReason)
        ring = window.findChild(FocusRing)
        assert ring is not None
        assert ring.isVisible() is by_key
