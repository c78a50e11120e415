"""The sheet of keys, as it is said to who hears the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.shell.keys_sheet import KeyGroup, KeysSheet

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support")]


def test_every_key_of_a_row_is_said(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = (("New dossier", "Ctrl+N"), ("Next or previous phrase", "N P"), ("Larger or smaller letters", "Ctrl + -"))
    sheet = KeysSheet((KeyGroup("All", rows),), window)
    assert sheet.accessibleDescription() == (
        "New dossier: Ctrl N; Next or previous phrase: N P; Larger or smaller letters: Ctrl + -"
    )
