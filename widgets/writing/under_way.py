"""A long act worked out off the window's thread, while the window goes on; what comes of it is done here at its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Nothing = Callable[[], None]
Carrier = Callable[[Nothing, Nothing, Nothing], Nothing]
"""Calls the first in another thread, then here the second, or the third where it was cancelled elsewhere; gives what
tells it that nobody waits for it any more."""

_SHOWN_EVERY = 0.04
"""Seconds."""


class UnderWay(QObject):
    """At most one act; `ended()` once it is done, or given up, which `given_up()` says before; `waited_for()` again and
    again while the window stands still for it.

    `carrier` may be replaced by one that uses the pools of a window.
    """

    ended = Signal()
    given_up = Signal()
    waited_for = Signal()
    _worked_out = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._act: _Act | None = None
        self._cancel: Nothing = _nothing
        self.carrier: Carrier = self._in_a_thread
        self._worked_out.connect(_call, Qt.ConnectionType.QueuedConnection)

    @property
    def active(self) -> bool:
        """Whether something is under way."""
        return self._act is not None

    def begin(self, work: Callable[[], Any], land: Callable[[Callable[[], Any]], None]) -> None:
        """Call `work` in another thread, and then `land` here, with what gives its result or raises its error."""
        act = self._act = _Act(work, land)
        self._cancel = self.carrier(act.work_out, lambda: self._land(act), lambda: self._drop(act))

    def finish(self) -> None:
        """Have it done now."""
        if self._act is not None:
            while not self._act.over.wait(_SHOWN_EVERY):
                self.waited_for.emit()
            self._land(self._act)

    def give_up(self) -> None:
        """Nothing comes of it."""
        if self._act is not None:
            self._cancel()
            self._drop(self._act)

    def _land(self, act: _Act) -> None:
        # It may have been landed, or given up, before its thread was heard of.
        if act is self._act:
            # What follows may ask for another act.
            self._act = None
            try:
                act.land(act.result)
            finally:
                self.ended.emit()

    def _drop(self, act: _Act) -> None:
        if act is self._act:
            self._act = None
            self.given_up.emit()
            self.ended.emit()

    def _in_a_thread(self, work: Nothing, done: Nothing, _cancelled: Nothing) -> Nothing:
        def carry() -> None:
            work()
            with suppress(RuntimeError):  # where this is gone
                self._worked_out.emit(done)

        threading.Thread(target=carry, daemon=True).start()
        return _nothing


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


def _call(what: Nothing) -> None:
    what()


def _nothing() -> None:
    return None
