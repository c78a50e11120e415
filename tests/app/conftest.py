"""A real window over a folder of its own, off the screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.running.what_stays import tidy
from app.settings.settings import Places, Settings
from app.window.window import Window
from tests import shown
from tests.app.at_the_keys import ask_nobody
from widgets.shell import status_bar
from widgets.theme import style

OLD = """Draft resolution

The General Assembly,

Recalling its resolution 56/203 of 21 December 2001,

1. Takes note of the report of the Secretary-General;

2. Decides to meet [in 2005] [in 2006].
"""
NEW = OLD.replace("[in 2005] [in 2006]", "in 2006").replace("Takes note of", "Welcomes")
_TIDIED = 16
_CLOSED = count(1)
"""A window sets aside what is made with it, which Python searches no more: what many of them held would stay for all of
a run."""


@pytest.fixture(autouse=True)
def said_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done is said until something takes it away: the time that does it too would hide that nothing did."""
    monkeypatch.setattr(status_bar, "_STAYS", 3_600_000)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of a user who has just begun."""
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "log", tmp_path / "documents")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, places: Places) -> Iterator[Window]:
    """The window on its start page."""
    style.apply(qapp, "light")
    window = Window(places, Settings(appearance="light"))
    qtbot.addWidget(window, before_close_func=ask_nobody)
    shown.show(qtbot, window)
    qtbot.waitUntil(lambda: not window.background.tasks)
    yield window  # it is closed by then, and may be gone: who closes another one after it waits for what it writes
    if next(_CLOSED) % _TIDIED == 0:
        tidy()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three drafts of one text as files, oldest first."""
    texts = {"first.txt": OLD, "second.txt": NEW, "third.txt": NEW.replace("in 2006", "in 2007")}
    paths = [tmp_path / name for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
