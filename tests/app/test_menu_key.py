"""Shift+F10 opens the menu of what has the keyboard: of the chosen draft, the paragraph, the change, the field."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import CTRL, WAIT, Hands

pytestmark = [
    pytest.mark.qt_log_ignore("does not support"),
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system does it there"),
]


def menu_of(window: Window) -> list[str]:
    """The first words of the menu that Shift+F10 opens."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    words = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    return words


def test_shift_f10_opens_the_menu_of_what_has_the_keyboard(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    drafts = window.pages.dossier.list
    drafts.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert menu_of(window)[:2] == ["Read", "Compare with"]
    window.pages.dossier.inspector.compare()
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N)
    assert menu_of(window)[0].startswith("Take ")
    window.pages.compare.list.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert menu_of(window)[0].startswith("Take ")
    window.going.go_to("dossier")
    hands.rest()
    hands.write_on()
    assert "Copy" in menu_of(window)
    window.pages.text.outline.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert menu_of(window)[:2] == ["Agreed ad ref, or no longer", "Lineage of this paragraph"]
    window.acts["find"].trigger()
    assert "Select All" in menu_of(window)
    nothing: QWidget = window.top_bar.home_button
    nothing.setFocus()
    assert menu_of(window) == []


def open_menus() -> list[QMenu]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]


def right_click(rows: QListView, row: int) -> QMenu:
    """The menu that the right button opens on a row of a list."""
    rows.scrollTo(rows.model().index(row, 0))
    place = rows.visualRect(rows.model().index(row, 0)).center()
    at = rows.viewport().mapToGlobal(place)
    QApplication.sendEvent(rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at))
    (menu,) = open_menus()
    return menu


def test_the_menu_of_the_outline_is_of_the_paragraph_under_the_mouse(
    qtbot: QtBot, window: Window, files: list[Path]
) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    text = hands.write_on().text
    outline, shown = window.pages.text.outline, window.pages.text.sheet.shown
    row = next(at for at, one in enumerate(outline.lines) if not one.head and shown.label(one.position) == "OP1")
    before = [one.paragraph.text for one in text.entries]
    position = outline.lines[row].position
    menu = right_click(outline, row)
    assert window.pages.text.sheet.chosen() == position
    {act.text().replace("&", ""): act for act in menu.actions()}["Move down"].trigger()
    menu.close()
    assert text.entries[position + 1].paragraph.text[:-1] == before[position][:-1]  # its last mark follows
    hands.press(Qt.Key.Key_Z, CTRL)
    assert [one.paragraph.text for one in text.entries] == before
    menu = right_click(outline, row)
    (kinds,) = menu.findChildren(QMenu)
    assert "Operative paragraph" in [act.text().replace("&", "") for act in kinds.actions()]
    menu.close()


def test_a_heading_of_the_outline_has_no_menu(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    hands.write_on()
    outline = window.pages.text.outline
    place = outline.visualRect(outline.model().index(0, 0)).center()
    at = outline.viewport().mapToGlobal(place)
    QApplication.sendEvent(outline.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at))
    assert open_menus() == []


def test_the_menu_of_the_list_of_changes_is_of_the_change_under_the_mouse(
    qtbot: QtBot, window: Window, files: list[Path]
) -> None:
    hands = Hands(qtbot, window)
    hands.take(files)
    window.pages.dossier.inspector.compare()
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    page = window.pages.compare
    menu = right_click(page.list, 2)
    chosen = page.chosen()
    assert chosen is not None
    assert menu.actions()[0].text().replace("&&", "&") == f"Take {chosen.name}"
    menu.close()
