"""The system's own dialogs: what files may be chosen is said in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.shell.asking import SAVED, Asking
from widgets.export.choices import FORMS

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_IN_WORDS = re.compile(r"[A-Z]\w+(?: \w+)* \(\*\.\w+\)")


@pytest.mark.parametrize("ending", sorted({*SAVED, *(form.ending for form in FORMS)}))
def test_what_is_saved_is_named_in_words(qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asking = Asking(window, str(tmp_path))
    asking.place(f"Text{ending}", ending, lambda path: None, "Save the text elsewhere")
    asking.new_dossier(tmp_path, lambda path: None)
    dialogs = window.findChildren(QFileDialog)
    assert len(dialogs) == 2
    for dialog in dialogs:
        assert all(_IN_WORDS.fullmatch(line) for line in dialog.nameFilters())
        dialog.reject()
    assert any(ending in line for line in dialogs[0].nameFilters())
