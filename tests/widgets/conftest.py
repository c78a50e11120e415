"""Widgets are tested off the screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from widgets.theme import style


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """The program as it looks by day."""
    style.apply(qapp, "light")
