"""From a paragraph on the screen to its lineage, and from there to a comparison or a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.at_the_keys import node
from widgets.lineage.versions import Version

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAIT = 20_000

TEXTS = (
    "Decides to meet in Geneva in 2005 and to consider the report of the Secretary-General;",
    "Decides to meet in Nairobi in 2005 and to consider the report of the Secretary-General;",
    "Decides to meet in Nairobi in 2006 and to consider the report of the Secretary-General;",
)
OTHER = "Requests all Member States to cooperate with the secretariat and to share their experience."


@pytest.fixture
def opened(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """The window on a dossier of three drafts."""
    path = tmp_path / "line.adref"
    with Dossier.create(path, title="A meeting") as dossier:
        parents: list[str] = []
        for number, text in enumerate(TEXTS):
            draft = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in (OTHER, text)))
            parents = [dossier.keep(draft, label=f"Rev.{number}", author=f"Delegation {number}", parents=parents).id]
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    return window


def read(qtbot: QtBot, window: Window, label: str, paragraph: str) -> None:
    window.showing.read_draft(node(window, label))
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    window.going.go_to_paragraph(paragraph)


def at_lineage(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.going.place == "lineage" and not window.background.tasks, timeout=WAIT)


def test_from_the_text_to_the_two_drafts_and_back(qtbot: QtBot, opened: Window) -> None:
    assert not opened.acts["lineage"].isEnabled()
    read(qtbot, opened, "Rev.2", "OP2")
    qtbot.keyClick(opened.page.text.sheet, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at_lineage(qtbot, opened)
    page = opened.page.lineage
    assert page.label.text() == "OP2"
    assert opened.top_bar.places["compare"].isChecked()
    rows = page.versions.rows
    assert [row.row.draft.label for row in rows] == ["Rev.0", "Rev.1", "Rev.2"]
    assert isinstance(QApplication.focusWidget(), Version)
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    both = opened.going.compared
    assert both is not None
    assert (both.old.title, both.new.title) == ("Rev.0", "Rev.1")
    chosen = opened.page.compare.chosen()
    assert chosen is not None
    assert chosen.name == "OP2"
    # From the comparison the same paragraph again, now begun in Rev.1.
    qtbot.keyClick(opened.page.compare.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at_lineage(qtbot, opened)
    assert page.view is not None
    assert page.view.node == node(opened, "Rev.1")
    rows = page.versions.rows
    rows[2].setFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_R)
    qtbot.waitUntil(lambda: opened.going.place == "text", timeout=WAIT)
    assert opened.page.text.sheet.chosen() == 1
    opened.going.go_back()
    assert opened.going.place == "lineage"


def test_from_a_comparison_what_did_not_change_is_followed_too(qtbot: QtBot, opened: Window) -> None:
    opened.page.dossier.inspector.compare()
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    page = opened.page.compare
    assert page.jump_to_label("OP1")
    assert page.chosen() is None
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    assert opened.page.lineage.label.text() == "OP1"
    opened.acts["back"].trigger()
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    page.columns_wanted.emit()
    qtbot.waitUntil(lambda: opened.going.columned is not None and not opened.background.tasks, timeout=WAIT)
    assert page.jump_to_label("OP1")
    assert page.chosen() is None
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    assert opened.page.lineage.label.text() == "OP1"


def test_selected_words_are_followed(qtbot: QtBot, opened: Window) -> None:
    read(qtbot, opened, "Rev.2", "OP2")
    sheet = opened.page.text.sheet
    cursor = sheet.textCursor()
    start = cursor.block().position() + cursor.block().text().index("Nairobi in")
    cursor.setPosition(start)
    cursor.setPosition(start + len("Nairobi in"), QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    page = opened.page.lineage
    assert page.aside.head.text() == "Selected words"
    assert page.aside.who.text() == "Delegation 1, in Rev.1"
    assert [row.text() for row in page.aside.rows.rows[:3]] == ["Not there", "Comes in", "Stands"]


def test_the_working_text_leads_to_the_draft_it_stands_on(qtbot: QtBot, opened: Window) -> None:
    opened.drafting.writing.begin(node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: opened.going.writes and not opened.background.tasks, timeout=WAIT)
    opened.going.go_to_paragraph("OP2")
    qtbot.waitUntil(lambda: opened.drafting.inspector.lineage_button.isVisible(), timeout=WAIT)
    opened.drafting.inspector.lineage_button.click()
    at_lineage(qtbot, opened)
    assert opened.page.lineage.view is not None
    assert opened.page.lineage.view.node == node(opened, "Rev.2")


def test_a_new_paragraph_has_no_lineage_and_that_is_said(qtbot: QtBot, opened: Window) -> None:
    opened.drafting.writing.begin(None)
    qtbot.waitUntil(lambda: opened.going.writes and not opened.background.tasks, timeout=WAIT)
    qtbot.keyClicks(opened.page.text.sheet, "Decides nothing")
    opened.acts["lineage"].trigger()
    assert opened.going.place == "text"
    assert not any(task.lane == "page" for task in opened.background.tasks)
