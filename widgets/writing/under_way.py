"""A long act done in pieces, between which the window goes on; what it comes to is one step, done at its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer

Pieces = Generator[None, None, Any]
_PIECE = 0.008
"""Seconds for which it is worked before something else may come."""


class UnderWay(QObject):
    """At most one act; it changes nothing before its last piece. `ended` is called after that, done or refused."""

    def __init__(self, parent: QObject, ended: Callable[[], None]) -> None:
        super().__init__(parent)
        self._ended = ended
        self._pieces: Pieces | None = None
        self._carry: Callable[[Callable[[], Any]], Any] = _as_it_is
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._go_on(time.perf_counter() + _PIECE))

    @property
    def active(self) -> bool:
        """Whether something is being done."""
        return self._pieces is not None

    def begin(self, pieces: Pieces, carry: Callable[[Callable[[], Any]], Any]) -> Any:
        """Do something; what is one piece is done at once, and what it gives is given.

        `carry` calls what goes on with it, and takes what is raised.
        """
        self._pieces, self._carry = pieces, carry
        given = self._go_on(0.0)
        if self.active:
            self._timer.start()
        return given

    def finish(self) -> None:
        """Have it done now."""
        while self.active:
            self._go_on(float("inf"))

    def _go_on(self, until: float) -> Any:
        """Work until a moment of `perf_counter`, one piece at least."""
        return self._carry(lambda: self._work(until))

    def _work(self, until: float) -> Any:
        # What follows the last piece may ask for another act.
        pieces, self._pieces, ended = self._pieces, None, True
        try:
            while pieces is not None:
                next(pieces)
                if time.perf_counter() >= until:
                    self._pieces, ended = pieces, False
                    break
        except StopIteration as end:
            return end.value
        finally:
            if ended:
                self._timer.stop()
                self._ended()
        return None


def _as_it_is(work: Callable[[], Any]) -> Any:
    return work()
