"""Shared fixtures: where the real texts and the outside tools are, if they are here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# By the clock, a machine that is busy with something else would fail what holds.
settings.register_profile("adref", deadline=None)
settings.load_profile("adref")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_sessionfinish() -> None:
    """Empty the clipboard: off the screen it outlives Python, and what Python made in it dies with the process."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and files beside the checkout; the test skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real texts (../shared) is not here")
    return SHARED


@pytest.fixture(scope="session")
def soffice() -> str:
    """The LibreOffice command; the test skips where it is absent."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not here (make test-tools installs it)")
    return found
