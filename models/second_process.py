"""Work on a long text done in a copy of this process, while this one does other work on another core.

Only for a process that said it may: one of a single thread, which ends when its work is done, as a command does.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar

Result = TypeVar("Result")

_LEAST, _MOST = 100_000, 4_000_000  # bytes of a file: what is shorter is done before a process is copied
_allowed = False


def allow() -> None:
    """From now on `beside` may copy this process, which ends soon."""
    global _allowed
    _allowed = True


def ends_soon() -> bool:
    """Whether this process ends when its work is done, so that it need not give memory back before."""
    return _allowed


def beside(work: Callable[[], Result], size: int) -> Callable[[], Result]:
    """Begin work on a file of `size` bytes, and give what waits for its result; its errors come then, too.

    The result can be pickled. Where no process can be copied the work is done when it is asked for, and so it is again
    where the copy came to nothing, so that its error is the one it has here.
    """
    if not (_allowed and _LEAST <= size <= _MOST and _has_another_core() and threading.active_count() == 1):
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if child == 0:
        os.close(reading)
        _do(work, writing)
    os.close(writing)
    stop = atexit.register(partial(_stop, child))

    def wait() -> Result:
        with os.fdopen(reading, "rb") as stream:
            result = stream.read()
        _, status = os.waitpid(child, 0)
        atexit.unregister(stop)
        if status != 0:
            return work()
        found: Result = pickle.loads(result)
        return found

    return wait


def _has_another_core() -> bool:
    """Elsewhere than on Linux the libraries of the system do not bear copies of a process, or there are none."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _do(work: Callable[[], object], writing: int) -> NoReturn:
    status = 1
    try:
        result = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as stream:
            stream.write(result)
        status = 0
    finally:
        os._exit(status)


def _stop(child: int) -> None:
    """Nobody waits for it any more."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
