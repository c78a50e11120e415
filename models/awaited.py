"""Work that somebody waits for: once nobody does, long reading is given up, and a process that helps it is ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from subprocess import Popen

Result = TypeVar("Result")

_MOMENT = 0.05
"""Seconds from one question to the next."""
_TOLD_TO_END = ("SIGINT", "SIGTERM", "SIGHUP")
"""Those that the system knows, of which a process ends where it stands."""
_asked: ContextVar[Callable[[], object] | None] = ContextVar("asked", default=None)


def as_long_as(wanted: Callable[[], object], work: Callable[[], Result]) -> Result:
    """Do work that is given up on its way once `wanted` raises; what it raises goes through."""
    outer = _asked.set(wanted)
    try:
        return work()
    finally:
        _asked.reset(outer)


def ask() -> None:
    """Raise what gives the work up, where nobody waits for it any more."""
    if (wanted := _asked.get()) is not None:
        wanted()


def told_by(
    running: Popen[bytes], seconds: float, given: bytes | None = None, end: Callable[[], object] | None = None
) -> bytes:
    """What another process writes, in at most so many seconds by the clock; it gets what is `given`.

    Raises TimeoutError, or what gives the work up, once the process is ended, with all it began where `end` does so.
    """
    import threading  # texts are read without it

    told: list[bytes] = []
    # By a thread: what is given may be more than the other process takes at once.
    talk = threading.Thread(target=lambda: told.append(running.communicate(given)[0] or b""), daemon=True)
    talk.start()
    last = time.monotonic() + seconds
    try:
        while talk.is_alive():
            ask()
            if time.monotonic() >= last:
                raise TimeoutError
            talk.join(_MOMENT)
    finally:
        if talk.is_alive():
            with suppress(ProcessLookupError):  # it has just ended
                (end or running.kill)()
            talk.join()
    return b"".join(told)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Told to end by the system, by Ctrl+C or by a terminal that is closed, a command ends what it began and clears
    away what it wrote, and then ends as a shell tells it; who set something else, as the window does, is left to it.

    It is ended where it asks, and at the end: at any other place, what has just begun might go on.
    """
    import signal  # only what begins another process needs it
    import threading

    told: list[int] = []
    outer = _asked.get()

    def asked() -> None:
        if told:
            raise KeyboardInterrupt if told[0] == signal.SIGINT else SystemExit(128 + told[0])
        if outer is not None:
            outer()

    usual = (signal.SIG_DFL, signal.default_int_handler)
    known = [getattr(signal, name) for name in _TOLD_TO_END if hasattr(signal, name)]
    first = threading.current_thread() is threading.main_thread()
    before = {number: found for number in known if first and (found := signal.getsignal(number)) in usual}
    for number in before:
        signal.signal(number, lambda number, _frame: told.append(number))
    reset = _asked.set(asked)
    try:
        yield
    finally:
        _asked.reset(reset)
        for number, found in before.items():
            signal.signal(number, found)
        if told:
            asked()
