"""Waiting for the program, for what looks at it from outside."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

_PATIENCE = 60.0


def settle(app: QApplication, done: Callable[[], bool]) -> None:
    """Let the program work until something is so, and then come to rest. Errors: TimeoutError."""
    end = time.monotonic() + _PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the program did not come to rest")
        app.processEvents()
        time.sleep(0.005)
    for _ in range(10):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)
