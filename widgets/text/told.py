"""What is told to who follows a text: at once, and of what a key did once that is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

PAINTED = 5
"""Milliseconds in which what a key did is painted."""


class Told(QObject):
    """Calls what tells it, in the order in which it came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waits = False
        self._untold: list[tuple[Callable[..., object], tuple[object, ...]]] = []
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setTimerType(Qt.TimerType.PreciseTimer)
        self._telling.setInterval(PAINTED)
        self._telling.timeout.connect(self.tell_all)

    @property
    def in_key(self) -> bool:
        """Whether a key is being done: what can follow it is done once it is painted."""
        return self._waits

    @contextmanager
    def when_painted(self) -> Iterator[None]:
        """What a key does meanwhile is told once it is painted, or before anything else is told."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
            if self._untold:
                self._telling.start()

    def tell(self, say: Callable[..., object], *what: object) -> None:
        """Tell something, behind all that is not told yet."""
        if self._waits:
            self._untold.append((say, what))
        else:
            if self._untold:
                self.tell_all()
            say(*what)

    def tell_all(self) -> bool:
        """Tell now what is not told yet; whether there was anything."""
        untold, self._untold = self._untold, []
        for say, what in untold:
            say(*what)
        return bool(untold)
