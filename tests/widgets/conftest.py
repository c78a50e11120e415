"""Widgets are tested off the screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from widgets.theme import style
from widgets.theme import tokens as appearance


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """The program as it looks by day."""
    style.apply(qapp, "light")


@pytest.fixture(autouse=True)
def left_by_day() -> Iterator[None]:
    """Who looks at the program in another light leaves it as it looks by day."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication) and appearance.current() is not appearance.LIGHT:
        style.apply(app, "light")
