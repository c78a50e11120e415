"""How long the window stands still: a timer of 5 ms, and the longest time it had to wait.

Beside it the longest time of the processor that the window's own thread took in one silence: where another program, or
a thread of our own, had the machine, the first figure tells of it and the second does not.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import TextIO

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_BEAT = 5
_STACKS = float(os.environ.get("ADREF_BENCH_STACKS", "0"))
"""Milliseconds after which a window that stands still is asked where it is; 0 never asks."""


class Heartbeat(QObject):
    """Beats in the event loop; `longest` is the longest silence in milliseconds since `begin`, `busiest` the longest
    time of the processor in one."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        if _STACKS:
            threading.Thread(target=self._watch, args=(threading.get_ident(), sys.stderr), daemon=True).start()

    def _beat(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self._last) - _BEAT)
        self.busiest = max(self.busiest, 1000 * (spent - self._spent))
        self._last, self._spent = now, spent

    def begin(self) -> None:
        """Count from now."""
        self.longest = self.busiest = 0.0
        self._last, self._spent = time.perf_counter(), time.thread_time()

    def _watch(self, thread: int, out: TextIO) -> None:
        told = 0.0
        while True:
            time.sleep(0.002)
            last = self._last
            if 1000 * (time.perf_counter() - last) > _STACKS and (told != last or _STACKS < 0):
                told = last
                frame = sys._current_frames().get(thread)
                stack = traceback.extract_stack(frame)[-9:] if frame is not None else ()
                lines = [f"{one.filename.split('main/')[-1]}:{one.lineno} {one.name}" for one in stack]
                print("   standing still: " + "\n      ".join(lines), file=out)


def turn(seconds: float) -> None:
    """Let the event loop run for so long."""
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        QApplication.processEvents()
        time.sleep(min(0.0005, left))


def turn_until(reached: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the event loop run until something is so; raises TimeoutError."""
    until = time.perf_counter() + seconds
    while not reached():
        if time.perf_counter() > until:
            raise TimeoutError("the window did not come to what was waited for")
        QApplication.processEvents()
        time.sleep(0.0005)
