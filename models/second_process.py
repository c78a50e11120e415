"""Work on a long text done in a copy of this process, while this one does other work on another core.

Only for a process that said it may: one of a single thread, which ends when its work is done, as a command does.
"""

from __future__ import annotations

import atexit
import io
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn, TypeVar

Result = TypeVar("Result")
Later = TypeVar("Later")

LEAST = 20_000
"""Bytes of a file: what is shorter is done before a process is copied."""
_MOST = 4_000_000
_MOST_COPIES = 2  # one of another: a copy may hand on half of its work while this process has none
_MOST_KEPT = 3  # what was written, and read back, and searched
_allowed = False
_copies = 0
_kept: list[object] = []
_waited: list[_Copy] = []  # copies that have more to give
_ending: list[int] = []  # copies that gave all they had: they end by themselves


def allow() -> None:
    """From now on `beside` may copy this process, which ends soon."""
    global _allowed
    _allowed = True


def ends_soon() -> bool:
    """Whether this process ends when its work is done, so that it need not give memory back before."""
    return _allowed and not _copies


def keep(made: object) -> None:
    """Hold what is done with until this process ends, a copy too: a long tree takes a while to be taken apart.

    No more than one comparison makes: a compilation writes a file for each delegation, and would hold them all.
    """
    if _allowed and len(_kept) < _MOST_KEPT:
        _kept.append(made)


def beside(work: Callable[[], Result], size: int) -> Callable[[], Result]:
    """Begin work on a file of `size` bytes, and give what waits for its result; its errors come then, too.

    The result can be pickled. Where no process can be copied the work is done when it is asked for, and so it is again
    where the copy came to nothing, so that its error is the one it has here.
    """
    waits = _begun((work,), size)
    return work if waits is None else partial(waits[0], work)


def beside_and_on(
    work: Callable[[], Result], after: Callable[[Result], Later], size: int
) -> tuple[Callable[[], Result], Callable[[], Later]]:
    """The same with what is to be made of the result, in the same copy: what waits for each, to be called in order."""
    known: list[Result] = []

    def once() -> Result:
        if not known:
            known.append(work())
        return known[0]

    def later() -> Later:
        return after(once())

    waits = _begun((once, later), size)
    if waits is None:
        return once, later

    def wait() -> Result:
        known.append(waits[0](work))
        return known[0]

    return wait, partial(waits[1], later)


def beside_in_turn(works: Sequence[Callable[[], Any]], size: int) -> list[Callable[[], Any]]:
    """The same with several works, done one after the other in the same copy: what waits for each, called in order."""
    waits = _begun(works, size)
    return list(works) if waits is None else [partial(wait, work) for wait, work in zip(waits, works, strict=True)]


def _begun(works: Sequence[Callable[[], object]], size: int) -> list[Callable[[Callable[[], Any]], Any]] | None:
    """What waits for the result of each of some works, given the work itself; None where there is no second process."""
    may = _allowed and _copies < _MOST_COPIES and LEAST <= size <= _MOST
    if not (may and _has_another_core() and threading.active_count() == 1):
        return None
    while _ending:
        os.waitpid(_ending.pop(), 0)
    for copy in tuple(_waited):
        copy.let_end()
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if child == 0:
        os.close(reading)
        _do(works, writing)
    os.close(writing)
    return [_Copy(child, reading, len(works)).wait] * len(works)


class _Copy:
    """A copy of this process at work, and what it tells."""

    def __init__(self, child: int, reading: int, left: int) -> None:
        """`left` results are still to come."""
        self._child, self._left, self._stop = child, left, atexit.register(partial(_stop, child))
        self._stream: io.BufferedIOBase = os.fdopen(reading, "rb")
        self._results = pickle.Unpickler(self)
        _waited.append(self)

    def wait(self, work: Callable[[], Any]) -> Any:
        """The next result, which is that of some work."""
        try:
            result = self._results.load()
        except (EOFError, pickle.UnpicklingError):
            result = work()
        self._left -= 1
        if not self._left:
            self._end(io.BytesIO())
            del self._results  # it remembers every result, and holds this, which holds it
        return result

    def let_end(self) -> None:
        """Take over what is left where all of it is ready: who is not asked yet would hold the memory of long texts."""
        import select  # no part of what a short text takes

        if self._left == 1 and select.select([self._stream.fileno()], [], [], 0)[0]:
            self._end(io.BytesIO(self._stream.read()))

    def _end(self, left: io.BytesIO) -> None:
        self._stream.close()
        self._stream = left
        if self in _waited:
            _waited.remove(self)
            _ending.append(self._child)  # not waited for: to give back the memory of a long text takes it a while
            atexit.unregister(self._stop)

    def read(self, size: int) -> bytes:
        """For who reads the results."""
        return self._stream.read(size)

    def readinto(self, buffer: bytearray) -> int:
        """The same."""
        return self._stream.readinto(buffer)

    def readline(self) -> bytes:
        """The same."""
        return self._stream.readline()


def _has_another_core() -> bool:
    """Elsewhere than on Linux the libraries of the system do not bear copies of a process, or there are none."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _do(works: Sequence[Callable[[], object]], writing: int) -> NoReturn:
    """Write each result; of one that came to nothing, and of those after it, nothing.

    What a result has of one before it goes over once, and is there the same object in both.
    """
    global _copies
    _copies += 1
    _waited.clear()  # which are of the process this is a copy of
    _ending.clear()
    ready = io.BytesIO()  # the whole of a result: who waits for it may be at other work yet
    results = pickle.Pickler(ready, pickle.HIGHEST_PROTOCOL)
    try:
        with os.fdopen(writing, "wb") as stream:
            for work in works:
                results.dump(work())
                stream.write(ready.getbuffer())
                stream.flush()
                ready.seek(0)
                ready.truncate()
    finally:
        os._exit(0)


def _stop(child: int) -> None:
    """Nobody waits for it any more."""
    import signal  # to import that takes as long as to read a page

    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
