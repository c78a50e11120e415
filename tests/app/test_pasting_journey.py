"""Plain text pasted into the real window, and its numbers counted again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.draft import Run, labels
from tests.app.at_the_keys import CTRL, Hands, Key
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")


def test_pasted_plain_text_has_its_openings_and_renumbering_tells(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.page.text.sheet
    QApplication.clipboard().setText("The General Assembly,\n\nRecalling its resolution 80/1,\n\n1. Decides to meet.")
    hands.press(Key.Key_V, CTRL)
    assert [entry.paragraph.runs[0] for entry in working.entries] == [
        Run("The General Assembly", italic=True), Run("Recalling", italic=True), Run("Decides", italic=True)
    ]  # fmt: skip
    same_as_model(sheet)
    said: list[str] = []
    sheet.refused.connect(said.append)
    sheet.undo_said.connect(said.append)
    hands.press(Key.Key_Return)
    hands.type("Urges all")
    hands.do("number bis")
    hands.do("renumber the text")
    hands.do("renumber, bis and ter as well")
    assert said[-2:] == [
        "All numbers follow already; OP1 bis was set by hand: “Computed number” takes that away.",
        "Renumber; 1 number counts again",
    ]
    assert labels(working.draft())[-1] == "OP2"
    same_as_model(sheet)


def test_a_clipboard_with_nothing_to_paste_is_told_of_once(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.page.text.sheet
    said: list[str] = []
    sheet.refused.connect(said.append)
    picture, blank, files = QMimeData(), QMimeData(), QMimeData()
    picture.setData("image/png", b"\x89PNG")
    blank.setText(" \n")
    files.setUrls([QUrl.fromLocalFile("/x.png")])
    for held in (None, picture, blank, files):
        QApplication.clipboard().clear()
        if held is not None:
            QApplication.clipboard().setMimeData(held)
        said.clear()
        hands.press(Key.Key_V, CTRL)
        assert said == ["There is no text on the clipboard; copy the words again and paste them here."]
        assert not working.changed
