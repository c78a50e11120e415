"""Locks on files: the system lets go of them when a process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def lock(file: int, *, wait: bool = False) -> None:
        """Lock an open file; OSError where another has it (where it `wait`s, ten seconds long)."""
        msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(file: int, *, wait: bool = False, shared: bool = False) -> None:
        """Lock an open file, or take a `shared` lock; OSError where another has it and this one does not `wait`."""
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """One thread of one process at a time changes what lies in a folder, which is made; the others wait.

    Errors: OSError where the folder takes no file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / ".turn", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        lock(file, wait=True)
        yield
    finally:
        os.close(file)
