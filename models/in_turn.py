"""Locks on files: the system lets go of them when a process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def lock(file: int) -> None:
        """Lock an open file; OSError where another has it."""
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(file: int, *, wait: bool = False, shared: bool = False) -> None:
        """Lock an open file, or take a `shared` lock; OSError where another has it and this one does not `wait`."""
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))


_EVERY = 0.005
"""Seconds from one try to the next."""


@contextmanager
def in_turn(folder: Path, *, patience: float = 2.0) -> Iterator[None]:
    """One thread of one process at a time changes what lies in a folder, which is made; the others wait.

    Who has waited for `patience` (seconds) goes on: a process that stands still keeps no window from closing. So does,
    at once, who is where no file can be locked. Errors: OSError where the folder takes no file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / ".turn", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with suppress(OSError):
            _await(file, time.monotonic() + patience)
        yield
    finally:
        os.close(file)


def _await(file: int, end: float) -> None:
    while True:
        try:
            lock(file)
        except (BlockingIOError, PermissionError):  # another has it, as POSIX and as Windows tell it
            if time.monotonic() > end:
                return
            time.sleep(_EVERY)
        else:
            return
