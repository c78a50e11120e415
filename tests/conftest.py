"""Shared fixtures: where the real texts and the outside tools are, if they are here."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

# By the clock, a machine that is busy with something else would fail what holds.
settings.register_profile("adref", deadline=None)
settings.load_profile("adref")

MEMORY = Path("/dev/shm")
PATIENCE = 20_000  # milliseconds
SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_configure() -> None:
    """Put what the tests write into memory, where there is enough for files: on a disk each act of a dossier waits."""
    if MEMORY.is_dir():
        found = os.statvfs(MEMORY)
        # Some tests make a program and run it.
        if found.f_bavail * found.f_frsize > 2**31 and not found.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_sessionfinish() -> None:
    """Empty the clipboard: off the screen it outlives Python, and what Python made in it dies with the process."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Set aside what the tests are made of: each search between two of them went through all of it for .3 s."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Have every other worker begin at the last file: what one made of a file for its asserts the other finds made.

    It takes 20 s of the processor for all of them.
    """
    report = yield
    if isinstance(collector, pytest.Dir) and max(_worker(collector.config), 0) % 2:
        report.result.reverse()
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests of each worker into one order, that of their files."""
    if _worker(config) >= 0:
        items.sort(key=lambda item: item.path.parts)


def _worker(config: pytest.Config) -> int:
    """The number of this worker; below 0 where the tests run in one process."""
    return int(getattr(config, "workerinput", {}).get("workerid", "gw-1").removeprefix("gw"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Search for rings of dead objects between tests with widgets, in this thread, as the program does (tidying.py).

    Python itself would search in the thread of an act under way: the timers of widgets that it took apart there would
    end the process.
    """
    if not _has_widgets(item):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        goes_on = nextitem is not None and _has_widgets(nextitem)
        gc.collect(_generation() if goes_on else 2)
        if not goes_on:
            gc.enable()


def _has_widgets(item: pytest.Item) -> bool:
    return not {"app", "widgets"}.isdisjoint(item.path.parts)


def _generation() -> int:
    """The generation that Python itself would search now."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    return 2 if counts[2] > thresholds[2] and counts[1] > thresholds[1] else int(counts[1] > thresholds[1])


class Patient(QtBot):
    """Waits for long where it is not told for how long: on a busy machine what comes may take its time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE, **kinds: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **kinds)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """What drives widgets."""
    return Patient(request)


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
