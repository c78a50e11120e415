"""Keeping a draft: the keyboard keeps and leaves, an empty name is refused in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.keeping.panel import NO_LABEL, TAKEN, KeepChoice, KeepPanel, KeepView
from widgets.shell.question_panel import QuestionPanel
from widgets.theme import style
from widgets.theme.controls import Button

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
VIEW = KeepView("Rev.2 of 24 November", "24 November 2026", "Facilitator", "", ("6 paragraphs changed since Rev.1",))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    style.apply(qapp, "light")
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def test_enter_keeps_what_is_proposed(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    panel.ask(VIEW)
    assert panel.label.selectedText() == VIEW.label
    with qtbot.waitSignal(panel.kept) as kept:
        qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    assert kept.args == [KeepChoice("Rev.2 of 24 November", "2026-11-24", "Facilitator", None)]
    assert not panel.isVisible()


def test_tab_goes_round_in_the_panel(qtbot: QtBot, window: QWidget) -> None:
    other = QLineEdit(window)
    other.show()
    panel = KeepPanel(window)
    panel.ask(VIEW)
    ring = [panel.label, panel.date, panel.author, panel.note, panel.keep_button, panel.cancel_button]
    window.activateWindow()
    qtbot.waitUntil(panel.label.hasFocus)
    for widget in [*ring[1:], *ring]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is widget
    for widget in ring[-2::-1]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert window.focusWidget() is widget


def test_escape_keeps_nothing(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    panel.ask(VIEW)
    with qtbot.waitSignal(panel.left), qtbot.assertNotEmitted(panel.kept):
        qtbot.keyClick(panel.note, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_no_name_and_no_date_are_refused_in_words(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    panel.ask(VIEW)
    with qtbot.assertNotEmitted(panel.kept):
        panel.label.setText("   ")
        panel.keep_button.click()
        assert panel.trouble.text() == NO_LABEL
        panel.label.setText("Rev.2")
        panel.date.setText("some day")
        panel.keep_button.click()
    assert "11 December 2003" in panel.trouble.text()
    panel.date.setText("")
    with qtbot.waitSignal(panel.kept) as kept:
        panel.keep_button.click()
    assert kept.args == [KeepChoice("Rev.2", None, "Facilitator", None)]
    panel.ask(VIEW)
    assert not panel.trouble.isVisible()


def test_a_name_that_is_taken_is_said_and_another_offered(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    panel.ask(KeepView("Rev.1", facts=("2 brackets open",), taken=("rev.1", "Rev.1 (2)", "Rev.2")))
    assert panel.facts.text() == "2 brackets open.\nAnother draft has this name too."
    assert not panel.other_button.isVisible()
    with qtbot.assertNotEmitted(panel.kept):
        qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    assert panel.trouble.text() == TAKEN.format("Rev.1")
    assert panel.other_button.text() == "Call it “Rev.1 (3)”"
    panel.label.setText("Rev.3")
    assert panel.facts.text() == "2 brackets open."
    assert not panel.other_button.isVisible()
    assert not panel.trouble.isVisible()
    panel.label.setText("Rev.2")
    panel.keep_button.click()
    panel.other_button.click()
    with qtbot.waitSignal(panel.kept) as kept:
        qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    assert kept.args[0].label == "Rev.2 (2)"


def test_a_name_that_is_taken_may_be_meant(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    panel.ask(KeepView("A/C.2/80/L.4", taken=("A/C.2/80/L.4",)))
    qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.kept) as kept:
        qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    assert kept.args[0].label == "A/C.2/80/L.4"


def test_what_was_typed_is_there_until_it_is_kept(qtbot: QtBot, window: QWidget) -> None:
    panel = KeepPanel(window)
    one, two = replace(VIEW, text=1), replace(VIEW, text=2)
    panel.ask(one)
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "Who asked for what")
    qtbot.keyClick(panel.note, Qt.Key.Key_Escape)
    panel.ask(two)
    assert panel.note.text() == ""
    panel.leave()
    panel.ask(replace(one, label="Rev.3 of 24 November"))
    # What was proposed is what is proposed now.
    assert (panel.label.text(), panel.note.text()) == ("Rev.3 of 24 November", "Who asked for what")
    panel.ask(one)
    panel.note.clear()
    panel.leave()
    panel.ask(one)
    assert panel.note.text() == ""
    qtbot.keyClicks(panel.note, "Said")
    panel.keep_button.click()
    # Keeping may fail: it is forgotten only when it is told so.
    panel.ask(one)
    assert panel.note.text() == "Said"
    panel.leave()
    panel.forget(1)
    panel.ask(one)
    assert panel.note.text() == ""


def test_leaving_is_asked_by_keyboard(qtbot: QtBot, window: QWidget) -> None:
    acts = ("Save the text elsewhere…", "Close all the same")
    panel = QuestionPanel("What you wrote last is not saved yet", acts, "Wait", window, apart=True)
    panel.ask("The disk is full.")
    window.activateWindow()
    qtbot.waitUntil(panel.first_button.hasFocus)
    assert window.rect().contains(panel.geometry())
    assert (panel.accessibleName(), panel.accessibleDescription()) == (
        "What you wrote last is not saved yet",
        "The disk is full.",
    )
    for button in (panel.cancel_button, panel.other_button, panel.first_button):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is button
    for key, told in ((Qt.Key.Key_Escape, panel.left), (Qt.Key.Key_Return, panel.first)):
        panel.ask("The disk is full.")
        with qtbot.waitSignal(told):
            qtbot.keyClick(window.focusWidget(), key)
        assert not panel.isVisible()
    panel.ask("The disk is full.")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    with qtbot.waitSignal(panel.other):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize("size", [(1280, 800), (500, 360)])
def test_it_stays_inside_its_window(window: QWidget, size: tuple[int, int]) -> None:
    button = Button("Keep this draft…", parent=window)
    button.setGeometry(size[0] - 140, 52, 130, 30)
    button.show()
    panel = KeepPanel(window)
    panel.ask(VIEW, button)
    window.resize(*size)
    assert window.rect().contains(panel.geometry())
    if size[1] > 500:
        assert panel.geometry().top() > button.geometry().bottom()
