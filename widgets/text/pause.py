"""What follows the keys waits for a pause between them, and is done piece by piece."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QObject, Qt, QTimer

Work = Callable[[], object]
_MOST = 1_500
_PUT_OFF = 0.05
"""Seconds for which what can wait no more waits where a key was painted just now: a hand rests before the next."""


@dataclass(slots=True)
class _Waiting:
    """When a piece of work was asked for last, how long nothing may happen before it, and how long it can wait; until
    when that is, once it is known."""

    asked: float
    still: float
    most: float
    latest: float


class Pause(QObject):
    """Does pieces of work where nobody types, one in a turn of the event loop, so that a key never waits for two."""

    def __init__(self, parent: QObject, first: Callable[[], bool] = bool) -> None:
        """`first` does what has to be done before any piece of work, and says whether there was something to do."""
        super().__init__(parent)
        self._first = first
        self._waiting: dict[Work, _Waiting] = {}
        self.keys = 0
        """How many were pressed."""
        self._key = 0.0
        """When the last key was painted."""
        self._painting = False
        self._looks = 0.0
        """When the timer looks at what waits, while it runs."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._do_one)

    def key(self) -> None:
        """A key was pressed: what waits goes on waiting, from when it is painted, however long that takes."""
        self.keys += 1
        self._painting = True
        self._timer.start(0)

    def key_beside(self) -> None:
        """A key was pressed in what is written beside, as a footnote is."""
        self.keys += 1
        self._key = time.monotonic()

    def ask(self, work: Work, still: int, most: int = _MOST) -> None:
        """Have a piece of work done once nothing was pressed, and it was not asked for again, for `still` ms.

        Where there is no such pause it is done `most` ms after it was first asked for, or after the key that asks for
        it is painted.
        """
        now = time.monotonic()
        one = self._waiting.get(work)
        if one is None:
            latest = inf if self._painting else now + most / 1000
            one = self._waiting[work] = _Waiting(now, still / 1000, most / 1000, latest)
        else:
            one.asked, one.still = now, still / 1000
        if not self._painting and ((due := self._due(one)) < self._looks or not self._timer.isActive()):
            # What has to wait longer than it did is looked at in vain once: each key asks for the same again.
            self._look_at(due)

    def rested(self, still: int) -> bool:
        """Whether nothing was pressed for `still` ms."""
        return not self._painting and time.monotonic() - self._key >= still / 1000

    def waits(self, work: Work) -> bool:
        """Whether a piece of work is still to be done."""
        return work in self._waiting

    def drop(self, *works: Work) -> None:
        """These need not be done any more."""
        for work in works:
            self._waiting.pop(work, None)

    def _due(self, one: _Waiting) -> float:
        due = (one.asked if one.asked > self._key else self._key) + one.still
        return due if due < one.latest else one.latest

    def _look_at(self, due: float) -> None:
        """Look at what waits when it is so late."""
        self._looks = due
        self._timer.start(max(0, round(1000 * (due - time.monotonic()))))

    def _do_one(self) -> None:
        now = time.monotonic() + 0.0005
        until = now
        if self._painting:
            # The first turn after a key: what it changed was painted before any timer's was. Nothing is done in it that
            # is not long overdue, for the next one comes before the next key of a hand.
            self._painting, self._key, until = False, now, now - _PUT_OFF
            for one in self._waiting.values():
                if one.latest == inf:
                    one.latest = now + one.most
        ready, soonest = self._next(until)
        if ready is not None and self._first():
            ready, soonest = self._next(until)  # it may have asked for other work, and dropped this
        if ready is not None:
            del self._waiting[ready]
        if soonest < inf:
            self._look_at(soonest)
        if ready is not None:
            ready()

    def _next(self, until: float) -> tuple[Work | None, float]:
        """The first piece of work that is due by then, and when the soonest of the others is."""
        ready, soonest = None, inf
        for work, one in self._waiting.items():
            due = self._due(one)
            if ready is None and due <= until:
                ready = work
            elif due < soonest:
                soonest = due
        return ready, soonest
