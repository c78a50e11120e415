"""What work takes of the processor: the one clock of the tests that a limit is set on.

The clock on the wall tells of other programs, that of the process of its other threads, and both of searches for dead
objects among all that earlier tests left. A limit is five times what the work takes on a quiet machine, or more, and
well below what it would take where it went wrong; of work that can grow, the cost of two sizes says so by itself.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def cost(act: Callable[[], object], runs: int = 3) -> float:
    """The seconds that an act takes in this thread and in processes that end with it, the least of several runs."""
    return min(timed(act)[1] for _ in range(runs))


def soon(act: Callable[[], Found], limit: float, runs: int = 3) -> Found:
    """What an act gives, which takes no more than so many seconds, be it in the last of several runs.

    A single run is for an act that keeps what it found, and would find it at once in the next.
    """
    took = []
    for _ in range(runs):
        found, seconds = timed(act)
        if seconds <= limit:
            return found
        took.append(round(seconds, 3))
    raise AssertionError(f"it took {took} s of the processor, and {limit} s are allowed")


def timed(act: Callable[[], Found]) -> tuple[Found, float]:
    """What an act gives, and the seconds of the processor it took."""
    searches = gc.isenabled()
    gc.disable()
    try:
        start = _spent()
        found = act()
        return found, _spent() - start
    finally:
        if searches:
            gc.enable()


def _spent() -> float:
    ended = os.times()
    return time.thread_time() + ended.children_user + ended.children_system
