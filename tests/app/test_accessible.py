"""The whole window for somebody who sees it badly or not at all: what is said, and all of it by keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.regions import first_in
from app.window.window import Window
from models.editing.edit import Selection
from tests.app.read_aloud import program_of_trees

ROOT = Path(__file__).resolve().parents[2]
WAIT = 20_000

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")


trees = program_of_trees()
PAGES = (
    *("start", "keys", "dossier", "timeline", "compare", "export", "desk", "notes", "find", "search", "replace-all"),
    *("keep", "masthead", "projector", "merge-choice", "merge", "lineage", "phrases", "settings", "palette", "help"),
)


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def desk(qtbot: QtBot, window: Window, listening: None) -> Window:
    """The window with the working text of the sample in it, the keyboard in the text."""
    window.resize(1280, 800)
    window.filing.open_sample()
    qtbot.waitUntil(lambda: len(window.desk.stories) == 2, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    window.activateWindow()
    window.pages.text.sheet.setFocus()
    return window


def labels_of(widget: QWidget) -> list[str]:
    """By what a widget is labelled, besides its own name: on Linux that of a choice is what is chosen."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    related = found.relations(QAccessible.RelationFlag.Label)
    return [one.text(QAccessible.Text.Name) for one, _how in related]


def test_every_control_of_every_page_has_a_name_and_a_role(qapp: QApplication, listening: None, window: Window) -> None:
    window.resize(1280, 800)
    seen = []
    for page, top in trees.pages(qapp, window):
        seen.append(page)
        said = list(trees.walk(top))
        assert len(said) > 1 or page in ("projector", "keys")
        for one in said:
            if "focusable" in one.states:
                assert one.name, f"{page}: {one} has no name"
                assert one.role not in ("Client", "NoRole"), f"{page}: {one} is nothing"
            if one.role in ("ListItem", "StaticText"):
                assert one.name, f"{page}: a row or a label without words"
            if one.role == "ComboBox":
                assert one.widget is not None
                assert labels_of(one.widget), f"{page}: {one} is called by what is chosen alone"
            if isinstance(one.widget, QAbstractButton) and one.widget.isCheckable():
                assert "checkable" in one.states, f"{page}: of {one} nobody hears whether it is on"
                assert ("checked" in one.states) is one.widget.isChecked()
            if one.name and one.role != "EditableText":  # Qt says what stands in an empty field
                assert one.name != one.description, f"{page}: {one.name} is said twice"
            if one.widget is not None and one.widget.property("spokenAs") is not None:
                meant = QAccessible.Role(one.widget.property("spokenAs")).name
                assert one.role == meant, f"{page}: {one} was named before it was said what it is"
    assert tuple(seen) == PAGES


def test_the_buttons_of_a_page_are_told_apart_by_their_names(
    qapp: QApplication, window: Window, listening: None
) -> None:
    for page, top in trees.pages(qapp, window):
        names = [one.name for one in trees.walk(top) if one.role in ("Button", "CheckBox", "RadioButton") and one.name]
        twice = {name for name in names if names.count(name) > 1}
        # The sign and the button in words do the same.
        assert not twice - {"Close", "Clear"}, f"{page}: {twice}"


def tabbed(qtbot: QtBot, window: Window, start: QWidget) -> list[QWidget]:
    """Where Tab leads from a widget on, once round; out of the text F6 leads."""
    start.setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        if focus is window.pages.text.sheet:
            # Tab is a level there.
            assert QWidget.focusNextPrevChild(window, True)
        else:
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return seen


def test_tab_goes_from_the_left_to_the_bar_to_the_text_to_what_stands_beside(qtbot: QtBot, desk: Window) -> None:
    desk.pages.text.jump_to("OP1")
    qtbot.waitUntil(
        lambda: bool(desk.drafting.inspector.lineage.rows and desk.drafting.inspector.notes.rows), timeout=WAIT
    )
    seen = tabbed(qtbot, desk, desk.top_bar.home_button)
    bar, text, inspector = desk.pages.text.bar, desk.pages.text, desk.drafting.inspector
    places = [seen.index(one) for one in (text.outline, bar.words, bar.keep, text.sheet, inspector.bracket_button)]
    assert places == sorted(places)
    assert seen[seen.index(text.sheet) + 1] is text.sheet.notes
    assert seen[-1] is inspector.all_notes_button
    assert {desk.top_bar.home_button, desk.top_bar.jump_button} <= set(seen)


def test_f6_goes_round_the_regions_and_back(qtbot: QtBot, desk: Window) -> None:
    def round_(keys: Qt.KeyboardModifier) -> list[QWidget]:
        found = []
        for _ in range(5):
            focus = QApplication.focusWidget()
            assert focus is not None
            found.append(focus)
            qtbot.keyClick(focus, Qt.Key.Key_F6, keys)
        return found

    text = desk.pages.text
    forth = round_(Qt.KeyboardModifier.NoModifier)
    beside = first_in(desk.drafting.inspector)
    assert forth == [text.sheet, beside, desk.top_bar.home_button, text.outline, text.bar.words]
    assert QApplication.focusWidget() is text.sheet
    back = round_(Qt.KeyboardModifier.ShiftModifier)
    assert back == [forth[0], *reversed(forth[1:])]


@pytest.mark.parametrize("where", ["outline", "bar", "top", "beside", "find"])
def test_esc_returns_to_the_text(qtbot: QtBot, desk: Window, where: str) -> None:
    desk.acts["find"].trigger()
    places = {
        "outline": desk.pages.text.outline,
        "bar": desk.pages.text.bar.keep,
        "top": desk.top_bar.jump_button,
        "beside": desk.drafting.inspector.all_notes_button,
        "find": desk.drafting.searching.bar.field,
    }
    places[where].setFocus()
    assert not desk.pages.text.sheet.hasFocus()
    qtbot.keyClick(places[where], Qt.Key.Key_Escape)
    assert desk.pages.text.sheet.hasFocus()


@pytest.mark.parametrize("act", ["keep_draft", "search", "jump"])
def test_who_leaves_a_panel_writes_on(qtbot: QtBot, desk: Window, act: str) -> None:
    desk.pages.text.sheet.setFocus()
    desk.acts[act].trigger()
    panels = {
        "keep_draft": (desk.drafting.keeping.panel, desk.drafting.keeping.panel.label),
        "search": (desk.drafting.searching_all.panel, desk.drafting.searching_all.panel.field),
        "jump": (desk.jumping.palette, desk.jumping.palette.field),
    }
    panel, field = panels[act]
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.pages.text.sheet.hasFocus()


def test_letters_typed_at_the_footnotes_are_not_written_into_the_text(qtbot: QtBot, desk: Window) -> None:
    sheet = desk.pages.text.sheet
    desk.pages.text.jump_to("OP1")
    qtbot.waitUntil(sheet.notes.isVisible)
    before = sheet.toPlainText()
    sheet.notes.setFocus()
    qtbot.keyClicks(sheet.notes, "abc")
    qtbot.keyClick(sheet.notes, Qt.Key.Key_Tab)
    assert sheet.toPlainText() == before
    assert not sheet.notes.hasFocus()


def test_the_paragraph_at_the_caret_is_said_with_what_stands_beside_it(qtbot: QtBot, desk: Window) -> None:
    sheet = desk.pages.text.sheet
    heard: list[str] = []
    desk.pages.text.telling.said.connect(heard.append)
    desk.pages.text.jump_to("OP1")
    sheet.setFocus()
    assert sheet.accessibleDescription() == "OP1, operative paragraph, footnote 12"
    desk.pages.text.jump_to("OP3")
    assert heard[-1] == "OP3, operative paragraph"
    desk.pages.text.jump_to("OP1")
    qtbot.keyClick(sheet, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard[-1] == sheet.accessibleDescription() == "OP2, operative paragraph, moved, footnote 12"
    assert heard.count(heard[-1]) == 1
    heard.clear()
    desk.acts["undo"].trigger()
    assert heard == ["OP1, operative paragraph, footnote 12", "Undone: Move OP1"]
    qtbot.keyClicks(sheet, "Now")
    qtbot.waitUntil(lambda: ", reworded, " in sheet.accessibleDescription(), timeout=WAIT)


def test_a_bracket_without_a_partner_is_said_and_its_end_too(qtbot: QtBot, desk: Window) -> None:
    sheet = desk.pages.text.sheet
    heard: list[str] = []
    desk.pages.text.telling.said.connect(heard.append)
    desk.pages.text.jump_to("OP3")
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    qtbot.keyClicks(sheet, "[")
    qtbot.waitUntil(lambda: "A bracket has no partner in OP3" in heard, timeout=WAIT)
    assert "a bracket without a partner" in sheet.accessibleDescription()
    qtbot.keyClicks(sheet, "]")
    qtbot.waitUntil(lambda: heard[-1] == "Every bracket has its partner", timeout=WAIT)


def test_a_bracket_without_a_partner_is_not_said_again_when_one_comes_back_to_it(qtbot: QtBot, desk: Window) -> None:
    page, sheet = desk.pages.text, desk.pages.text.sheet
    heard: list[str] = []
    page.telling.said.connect(heard.append)
    page.jump_to("OP3")
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    qtbot.keyClicks(sheet, "[")
    said = "A bracket has no partner in OP3"
    qtbot.waitUntil(lambda: said in heard, timeout=WAIT)
    assert desk.desk.listing is not None
    desk.showing.read_draft(desk.desk.listing.nodes[-1].id)
    qtbot.waitUntil(lambda: not desk.going.writes, timeout=WAIT)
    desk.going.go_back()
    sheet.setFocus()
    page.jump_to("OP2")
    qtbot.keyClicks(sheet, "Now ")
    qtbot.waitUntil(lambda: ", reworded" in sheet.accessibleDescription(), timeout=WAIT)
    assert heard.count(said) == 1


def test_the_caret_that_passes_the_mark_of_a_note_says_its_number(qtbot: QtBot, desk: Window) -> None:
    sheet = desk.pages.text.sheet
    heard: list[str] = []
    desk.pages.text.telling.said.connect(heard.append)
    desk.pages.text.jump_to("OP1")
    position = sheet.chosen()
    length = sheet.document().findBlockByNumber(position).length() - 1
    sheet.select(Selection.at(position, length))
    heard.clear()
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    assert heard == ["footnote 12"]
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    assert heard == ["footnote 12"]


def test_a_screen_reader_reads_the_words_of_the_text(desk: Window) -> None:
    desk.pages.text.jump_to("OP1")
    read = QAccessible.queryAccessibleInterface(desk.pages.text.sheet).textInterface()
    start = read.cursorPosition()
    assert read.text(start, start + 10) == "Takes note"
    assert read.characterCount() == len(desk.pages.text.sheet.toPlainText())


def test_what_differs_is_said_in_the_outline(qtbot: QtBot, desk: Window) -> None:
    sheet, outline = desk.pages.text.sheet, desk.pages.text.outline
    desk.pages.text.jump_to("OP3")
    sheet.setFocus()
    qtbot.keyClicks(sheet, "[Now")
    qtbot.waitUntil(lambda: "changed" in outline.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole), timeout=WAIT)
    assert outline.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith("OP3, bracketed, changed, ")


ENLARGED = """
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
QApplication.setFont(QFont("Sans", {points}))
from app.starting import application
app = application()
print(app.devicePixelRatio())
"""


@pytest.mark.parametrize(("points", "factor"), [(10, 1.0), (15, 1.5)])
def test_letters_are_as_much_larger_as_those_of_the_system(points: int, factor: float) -> None:
    if sys.platform in ("win32", "darwin"):
        points = round(points * (0.9 if sys.platform == "win32" else 1.3))
    made = subprocess.run(
        [sys.executable, "-c", ENLARGED.format(points=points)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(made.stdout) == factor


def test_the_program_that_prints_what_is_said_leaves_the_warnings_of_qt_to_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # It silences them where it is run: loaded here, it did so for all tests.
    monkeypatch.delenv("QT_LOGGING_RULES", raising=False)
    program_of_trees()
    assert "QT_LOGGING_RULES" not in os.environ
