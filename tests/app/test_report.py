"""Trouble in one sentence, and never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.running.report import Report, keep_log, log, sentence
from models.draft import DraftError


@pytest.mark.parametrize(
    ("error", "holds"),
    [
        (DraftError("The file is empty; choose another."), "The file is empty; choose another."),
        (PermissionError(13, "Permission denied", "/texts/L.37.docx"), "“L.37.docx” may not be"),
        (FileNotFoundError(2, "No such file", "/texts/L.37.docx"), "“L.37.docx” is not there any more"),
        (OSError(28, "No space left on device", "/texts/L.37.docx"), "No space left on device"),
        (ZeroDivisionError("division by zero"), "left everything as it was"),
    ],
)
def test_sentences(error: Exception, holds: str) -> None:
    said = sentence(error)
    assert holds in said
    assert said.count(". ") == 0
    assert said.endswith(".")


def test_what_nobody_caught_is_told_and_logged(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", __import__("threading").excepthook)
    file = keep_log(tmp_path / "log")
    report = Report(file)
    report.watch()
    with qtbot.waitSignal(report.told) as told:
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("secret"), None)
    assert "adref.log" in told.args[0]
    assert "secret" not in told.args[0]
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)
    assert file is not None
    assert "ZeroDivisionError: secret" in file.read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


def test_a_log_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert keep_log(tmp_path / "file") is None
