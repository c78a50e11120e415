"""What a Word file holds beside its text is told when it comes, and shown with its places."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAIT = 20_000


def word_file(path: Path, *, coloured: bool) -> Path:
    document = Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Recalling its resolution 56/203 of 21 December 2001,")
    document.add_paragraph("1. Takes note of the report of the Secretary-General;")
    paragraph = document.add_paragraph("2. Decides to meet ")
    run = paragraph.add_run("in 2006.")
    if coloured:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    document.save(str(path))
    return path


def come(qtbot: QtBot, window: Window, path: Path) -> list[str]:
    window.take_files([path])
    qtbot.waitUntil(lambda: window.going.place == "text" and not window.background.tasks, timeout=WAIT)
    return [line.notice.words for line in window.notices.shown if line.notice.topic == "ledger"]


def test_it_is_told_once_and_leads_to_the_places(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    told = come(qtbot, window, word_file(tmp_path / "coloured.docx", coloured=True))
    assert told == ["1 thing in this Word file is kept as it is, not edited."]
    notice = next(line.notice for line in window.notices.shown if line.notice.topic == "ledger")
    dict(notice.acts)["Look"]()
    page = window.pages.ledger
    assert window.going.place == "ledger"
    row = next(row for row in page.rows if "Colour" in row.row.title)
    assert row.row.place == 3
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.place == "text" and not window.background.tasks, timeout=WAIT)
    assert window.pages.text.sheet.selection().start.position == 3


def test_it_is_told_of_no_other_text(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    def told() -> bool:
        return any(line.notice.topic == "ledger" for line in window.notices.shown)

    assert come(qtbot, window, word_file(tmp_path / "coloured.docx", coloured=True))
    window.acts["write"].trigger()
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    assert told(), "it is written on the draft of that file"
    window.acts["new_text"].trigger()
    qtbot.waitUntil(lambda: not window.background.tasks and not told(), timeout=WAIT)


def test_a_plain_file_is_not_worth_a_word_and_shows_its_ledger_when_asked(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    assert come(qtbot, window, word_file(tmp_path / "plain.docx", coloured=False)) == []
    window.acts["ledger"].trigger()
    qtbot.waitUntil(lambda: window.going.place == "ledger" and not window.background.tasks, timeout=WAIT)
    page = window.pages.ledger
    assert page.rows[0].row.title == "4 paragraphs"
    page.copy.click()
    assert "4 paragraphs" in QGuiApplication.clipboard().text()
    page.go_on.click()
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)


def test_a_text_has_none(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    assert come(qtbot, window, files[0]) == []
    window.acts["ledger"].trigger()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert window.going.place == "text"
