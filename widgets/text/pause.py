"""What follows the keys waits for a pause between them, and is done piece by piece."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

Work = Callable[[], object]
_MOST = 1_500


@dataclass(slots=True)
class _Waiting:
    """When a piece of work was asked for last, how long nothing may happen before it, and when it can wait no more."""

    asked: float
    still: float
    latest: float


class Pause(QObject):
    """Does pieces of work where nobody types, one in a turn of the event loop, so that a key never waits for two."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[Work, _Waiting] = {}
        self._key = 0.0
        """When the last key was painted."""
        self._painting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._do_one)

    def key(self) -> None:
        """A key was pressed: what waits goes on waiting, from when it is painted, however long that takes."""
        self._painting = True
        self._timer.start(0)

    def ask(self, work: Work, still: int, most: int = _MOST) -> None:
        """Have a piece of work done once nothing was pressed, and it was not asked for again, for `still` ms.

        Where there is no such pause it is done `most` ms after it was first asked for.
        """
        now = time.monotonic()
        known = self._waiting.get(work)
        if known is None:
            self._waiting[work] = _Waiting(now, still / 1000, now + most / 1000)
        else:
            known.asked, known.still = now, still / 1000
        if not self._painting and (known is None or not self._timer.isActive()):
            self._wait()

    def waits(self, work: Work) -> bool:
        """Whether a piece of work is still to be done."""
        return work in self._waiting

    def drop(self, *works: Work) -> None:
        """These need not be done any more."""
        for work in works:
            self._waiting.pop(work, None)

    def _dues(self) -> list[float]:
        """When each piece of work is due, in the order in which they wait; asked for at every key."""
        key, found = self._key, []
        for one in self._waiting.values():
            due = (one.asked if one.asked > key else key) + one.still
            found.append(due if due < one.latest else one.latest)
        return found

    def _wait(self) -> None:
        if self._waiting:
            left = min(self._dues()) - time.monotonic()
            self._timer.start(max(0, round(1000 * left)))

    def _do_one(self) -> None:
        now = time.monotonic() + 0.0005
        if self._painting:
            # The first turn after a key: what it changed was painted before any timer's was.
            self._painting, self._key = False, now
        ready = next((work for work, due in zip(self._waiting, self._dues(), strict=True) if due <= now), None)
        if ready is not None:
            del self._waiting[ready]
        self._wait()
        if ready is not None:
            ready()
