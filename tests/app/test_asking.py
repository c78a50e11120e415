"""The system's own dialogs: what files may be chosen is said in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.shell.asking import ANY, SAVED, TEXTS, Asking
from widgets.export.choices import FORMS, certificate_name
from widgets.theme.style import apply

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_IN_WORDS = re.compile(r"[A-Z]\w+(?: \w+)* \(\*\.\w+\)")


def look(at: Callable[[], bool], then: Callable[[bool], None]) -> None:
    then(at())


@pytest.mark.parametrize("ending", sorted({*SAVED, *(form.ending for form in FORMS)}))
def test_what_is_saved_is_named_in_words(qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asking = Asking(window, str(tmp_path), look)
    asking.place(f"Text{ending}", ending, lambda path: None, "Save the text elsewhere")
    asking.new_dossier(tmp_path, lambda path: None)
    dialogs = window.findChildren(QFileDialog)
    assert len(dialogs) == 2
    for dialog in dialogs:
        assert all(_IN_WORDS.fullmatch(line) for line in dialog.nameFilters())
        dialog.reject()
    assert any(ending in line for line in dialogs[0].nameFilters())


@pytest.mark.parametrize("kinds", [TEXTS, ANY])
def test_what_is_read_may_be_chosen(kinds: tuple[str, ...]) -> None:
    for ending in (".docx", ".dotm", ".odt", ".pdf", ".txt", ".htm", ".mht", ".mhtml", ".eml"):
        assert f"*{ending}" in re.findall(r"\*\.\w+", kinds[0])


def choose(window: QWidget, name: Path) -> QMessageBox | None:
    """Take a name that was typed; the question that comes of it."""
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(name))
    dialog.reject()
    boxes = window.findChildren(QMessageBox)
    return boxes[0] if boxes else None


@pytest.mark.parametrize(
    ("typed", "there", "asked"),
    [
        ("A_C.2_80_L.17", "A_C.2_80_L.17.docx", "A_C.2_80_L.17.docx"),
        ("Text v1.2", "Text v1.2.docx", "Text v1.2.docx"),
        ("x.pdf", "x.pdf.docx", "x.pdf.docx"),
        ("x.docx", "x.docx", None),  # the dialog itself asked
        ("x.docx", "x.certificate.txt", "x.certificate.txt"),
        ("L.17", "L.17.certificate.txt", "L.17.certificate.txt"),
        ("L.17", "other.docx", None),
        (f"{'o' * 245}.docx", "other.docx", None),  # with its certificate longer than a file system holds
    ],
)
def test_nothing_is_replaced_unasked(qtbot: QtBot, tmp_path: Path, typed: str, there: str, asked: str | None) -> None:
    window, found = QWidget(), list[Path]()
    qtbot.addWidget(window)
    (tmp_path / there).write_text("precious")
    Asking(window, str(tmp_path), look).place("Text.docx", ".docx", found.append, beside=certificate_name)
    box = choose(window, tmp_path / typed)
    wanted = tmp_path / (typed if typed.endswith(".docx") else f"{typed}.docx")
    if asked is None:
        assert box is None
    else:
        assert box is not None
        assert asked in box.text()
        assert not found
        replace = next(one for one in box.buttons() if one.text() == "Replace")
        replace.click()
    assert found == [wanted]


def test_a_file_and_its_certificate_are_one_question(qtbot: QtBot, tmp_path: Path) -> None:
    window, found = QWidget(), list[Path]()
    qtbot.addWidget(window)
    for name in ("L.17.docx", "L.17.certificate.txt"):
        (tmp_path / name).write_text("precious")
    Asking(window, str(tmp_path), look).place("Text.docx", ".docx", found.append, beside=certificate_name)
    box = choose(window, tmp_path / "L.17")
    assert box is not None
    assert box.text() == "“L.17.docx” and “L.17.certificate.txt” are there already. Replace them?"
    box.reject()
    assert not found


def test_another_name_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    window, found = QWidget(), list[Path]()
    qtbot.addWidget(window)
    (tmp_path / "Talks of 14.11.adref").write_text("precious")
    Asking(window, str(tmp_path), look).new_dossier(tmp_path, found.append)
    box = choose(window, tmp_path / "Talks of 14.11")
    assert box is not None
    next(one for one in box.buttons() if one.text() != "Replace").click()
    again = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert len(again) == 1
    again[0].fileSelected.emit(str(tmp_path / "Talks of 15.11"))
    again[0].reject()
    assert found == [tmp_path / "Talks of 15.11.adref"]


def test_the_dialog_names_its_folder(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    Asking(window, str(tmp_path), look).files("Open", TEXTS, lambda files: None)
    (dialog,) = window.findChildren(QFileDialog)
    where = dialog.findChild(QComboBox, "lookInCombo")
    assert where is not None
    assert where.currentText() == str(tmp_path)
    named = where.grab()
    where.setItemText(where.currentIndex(), "")
    assert _dark(named) > _dark(where.grab()) + 50
    dialog.reject()


def _dark(picture: QPixmap) -> int:
    image = picture.toImage()
    return sum(QColor(image.pixel(x, y)).lightness() < 100 for x in range(image.width()) for y in range(image.height()))
