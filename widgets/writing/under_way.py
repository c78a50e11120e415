"""A long act worked out off the window's thread, while the window goes on; what comes of it is done here at its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_LONG = 400
"""Milliseconds after which it is said that something is under way."""


class UnderWay(QObject):
    """At most one act. `takes_long()` where one is not done in a moment, `ended()` once one is done, or given up."""

    takes_long = Signal()
    ended = Signal()
    _worked_out = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._act: _Act | None = None
        self._worked_out.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LONG)
        self._soon.timeout.connect(self.takes_long)

    @property
    def active(self) -> bool:
        """Whether something is under way."""
        return self._act is not None

    def begin(self, work: Callable[[], Any], land: Callable[[Callable[[], Any]], None]) -> None:
        """Call `work` in another thread, and then `land` here, with what gives its result or raises its error."""
        act = self._act = _Act(work, land)

        def carry() -> None:
            act.work_out()
            with suppress(RuntimeError):  # where the window is closed and gone
                self._worked_out.emit(act)

        threading.Thread(target=carry, daemon=True).start()
        self._soon.start()

    def finish(self) -> None:
        """Have it done now."""
        if self._act is not None:
            self._act.over.wait()
            self._land(self._act)

    def give_up(self) -> None:
        """Nothing comes of it."""
        if self._act is not None:
            self._act = None
            self._soon.stop()
            self.ended.emit()

    def _land(self, act: _Act) -> None:
        # It may have been landed, or given up, before its thread was heard of.
        if act is self._act:
            # What follows may ask for another act.
            self._act = None
            self._soon.stop()
            try:
                act.land(act.result)
            finally:
                self.ended.emit()


class _Act:
    def __init__(self, work: Callable[[], Any], land: Callable[[Callable[[], Any]], None]) -> None:
        self._work, self.land = work, land
        self._given: Any = None
        self._error: BaseException | None = None
        self.over = threading.Event()

    def work_out(self) -> None:
        try:
            self._given = self._work()
        except BaseException as error:
            self._error = error
        finally:
            self.over.set()

    def result(self) -> Any:
        if self._error is not None:
            raise self._error
        return self._given
