"""Real texts of every kind are shown to be read and to be written, without a fault and with all their paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.editing.working import WorkingText
from models.files.read import read_file
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_FOLDERS = {"bracketed": 1, "amendments": 1, "vice_chairman": 1, "resolutions": 3, "security_council": 6}
"""Of which folders of the corpus every how many texts are shown."""


@pytest.mark.parametrize(("folder", "each"), _FOLDERS.items())
def test_texts_of_the_corpus_are_shown(qtbot: QtBot, qapp: QApplication, shared: Path, folder: str, each: int) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    texts = [path for path in sorted((shared / "corpus" / folder).rglob("*")) if path.suffix in {".md", ".txt"}]
    assert texts
    for path in texts[::each]:
        reading = read_file(path)
        page.show_draft(reading.draft, path.name, warnings=reading.warnings)
        qapp.processEvents()
        assert page.sheet.shown.count() == len(reading.draft.paragraphs), path.name
        page.show_working(WorkingText(reading.draft), path.name)
        qapp.processEvents()
        assert page.sheet.shown.count() == len(reading.draft.paragraphs), path.name
