"""The settings dialog: each kind of row tells its changes, the search hides rows, the keyboard does it all."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings.rows import GROUPS as SETTINGS
from app.settings.settings import Settings
from widgets.settings.controls import Field, Scale
from widgets.settings.dialog import SettingsDialog
from widgets.settings.rows import Group, Row, Value
from widgets.settings.switch import Switch
from widgets.theme.segments import Segments
from widgets.theme.tokens import current, theme_changed

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]
GROUPS = (
    Group(
        "Look",
        (
            Row("colours", "Colours", "choice", choices=(("light", "Light"), ("dark", "Dark")), found_by="night"),
            Row("zoom", "Text size", "scale", choices=((0.85, "85 %"), (1.0, "100 %"), (1.5, "150 %"))),
        ),
    ),
    Group("Writing", (Row("punctuates", "End punctuation kept right", "switch", "as paragraphs move"),)),
    Group("Names", (Row("who", "Your name", "text"), Row("folder", "Folder", "folder"))),
    Group("Safety", (Row("journal", "The journal is always on", "told", "There is nothing to save."),)),
)
VALUES: dict[str, Value] = {"colours": "dark", "zoom": 1.0, "punctuates": True, "who": "Delegation A", "folder": ""}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(GROUPS, VALUES, window)
    made.show()
    return made


def told(dialog: SettingsDialog) -> list[tuple[str, object]]:
    changes: list[tuple[str, object]] = []
    dialog.changed.connect(lambda name, value: changes.append((name, value)))
    return changes


def test_values_are_shown_and_nothing_is_told_by_showing_them(dialog: SettingsDialog) -> None:
    changes = told(dialog)
    colours, zoom = dialog.lines["colours"].control, dialog.lines["zoom"].control
    switch, who = dialog.lines["punctuates"].control, dialog.lines["who"].control
    assert isinstance(colours, Segments)
    assert isinstance(zoom, Scale)
    assert isinstance(switch, Switch)
    assert isinstance(who, Field)
    assert (colours.choice(), zoom.words.text(), switch.isChecked()) == (1, "100 %", True)
    assert who.field.text() == "Delegation A"
    assert dialog.lines["journal"].control is None
    assert changes == []


def test_every_change_is_told_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    changes = told(dialog)
    colours, zoom = dialog.lines["colours"].control, dialog.lines["zoom"].control
    switch, who = dialog.lines["punctuates"].control, dialog.lines["who"].control
    assert isinstance(colours, Segments)
    assert isinstance(zoom, Scale)
    assert isinstance(who, Field)
    assert isinstance(switch, Switch)
    colours.part(0).click()
    qtbot.keyClick(zoom.slider, Qt.Key.Key_Right)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    who.field.selectAll()
    qtbot.keyClicks(who.field, " Delegation B ")
    qtbot.keyClick(who.field, Qt.Key.Key_Return)
    assert changes == [("colours", "light"), ("zoom", 1.5), ("punctuates", False), ("who", "Delegation B")]
    assert dialog.isVisible()


def test_a_name_left_as_it_was_is_not_told(dialog: SettingsDialog, qtbot: QtBot) -> None:
    changes = told(dialog)
    who = dialog.lines["who"].control
    assert isinstance(who, Field)
    qtbot.keyClick(who.field, Qt.Key.Key_Return)
    assert changes == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("night", ["colours"]),
        ("KEPT punct", ["punctuates"]),
        ("writing", ["punctuates"]),
        ("dark", ["colours"]),
        ("nothing to save", ["journal"]),
        ("sprouts", []),
        ("", ["colours", "zoom", "punctuates", "who", "folder", "journal"]),
    ],
)
def test_the_search_hides_rows(dialog: SettingsDialog, words: str, shown: list[str]) -> None:
    dialog.find_field.setText(words)
    visible = [name for name, line in dialog.lines.items() if line.isVisibleTo(dialog)]
    assert visible == shown
    assert dialog.nothing.isHidden() == bool(shown)


def test_the_list_stands_at_what_was_found_and_leads_out_of_it(
    dialog: SettingsDialog, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(700, 360)
    dialog.hide()
    dialog.show()
    dialog.find_field.setText("dark")
    assert dialog.list.currentRow() == 0
    dialog.find_field.setText("nothing to save")
    assert dialog.list.currentRow() == len(dialog.sections) - 1
    dialog.list.setFocus()
    dialog.list.setCurrentRow(2)
    bar = dialog.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == min(bar.maximum(), dialog.sections[2].y()))
    assert dialog.find_field.text() == ""
    assert not any(section.isHidden() for section in dialog.sections)
    assert dialog.list.currentRow() == 2


def test_each_button_of_the_search_has_a_name(dialog: SettingsDialog) -> None:
    buttons = dialog.find_field.findChildren(QToolButton)
    assert sorted(button.accessibleName() for button in buttons) == ["Clear what is looked for", "Find a setting"]


def test_escape_clears_the_search_and_then_closes(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.find_field.setText("night")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.find_field.text()) == (True, "")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_list_scrolls_to_its_group(dialog: SettingsDialog, window: QWidget, qtbot: QtBot) -> None:
    window.resize(700, 360)
    dialog.hide()
    dialog.show()
    qtbot.wait(1)
    dialog.list.setFocus()
    dialog.list.setCurrentRow(2)
    bar = dialog.area.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == min(bar.maximum(), dialog.sections[2].y())
    assert dialog.card.width() <= 700
    assert dialog.card.height() <= 360


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (960, 600), (800, 450), (640, 400)])
def test_no_control_is_cut_at_the_edge(window: QWidget, qapp: QApplication, width: int, height: int) -> None:
    window.resize(width, height)
    shown = SettingsDialog(SETTINGS, asdict(Settings()), window)
    shown.show()
    qapp.processEvents()
    room = shown.area.viewport()
    assert shown.area.widget().width() == room.width()
    for line in shown.lines.values():
        if line.control is not None:
            assert line.control.mapTo(room, line.control.rect().topRight()).x() < room.width()
            assert line.control.width() >= line.control.minimumSizeHint().width()


def test_what_lies_behind_is_painted_for_an_open_dialog_alone(qtbot: QtBot, qapp: QApplication) -> None:
    painted: list[int] = []

    class Behind(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(len(painted))

    window = Behind()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    shown = SettingsDialog(GROUPS, VALUES, window)
    shown.show()
    for opened in (True, False):
        shown.setVisible(opened)
        qapp.processEvents()
        painted.clear()
        theme_changed.emit(current())
        qapp.processEvents()
        assert bool(painted) is opened, "it has other colours from now on, which nobody sees behind one that is closed"
    # Where it is opened again the window is seen as it is by then.
    painted.clear()
    shown.show()
    assert painted


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for line in dialog.lines.values():
        control = line.control
        if control is not None:
            named = control.focusProxy() or control
            assert line.row.label in named.accessibleName()
