"""Who writes a working text: one window at a time, and a window that was killed stands in nobody's way.

A window holds a lock on a small file of its own for as long as it lives; the system lets go of it when the process
ends, however it ends, and the files that were left so are cleared away by the next that begins. On another machine,
where the lock cannot be seen, a holder counts as living for some minutes after it was last heard of.
"""

from __future__ import annotations

import os
import platform
import secrets
import sys
import tempfile
import weakref
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.in_turn import lock

PATIENCE = timedelta(minutes=3)
"""So long after it was last heard of, a holder on another machine is taken for gone."""
_ENDING, _BEGUN = ".lock", ".begun"
_OPEN_ELSEWHERE = 32  # as Windows tells it


def this_host() -> str:
    """The name of this machine."""
    return platform.node() or "this computer"


class Hold:
    """The lock of one window; `name` tells it from all others. Nothing is locked before `take`."""

    def __init__(self) -> None:
        self.name = secrets.token_hex(8)
        self._let_go: weakref.finalize[..., Hold] | None = None

    def take(self) -> None:
        """Lock the file, if it is not; a place that takes no file leaves the holder to be known by time alone."""
        path = _lock_file(self.name)
        with suppress(OSError):
            if self.taken:
                os.utime(path)  # systems clear away what lies untouched for days
            else:
                _clear_away()
                # One that nobody let go of goes with the process, where that ends by itself.
                self._let_go = weakref.finalize(self, _let_go, _locked(path), path, os.getpid())

    @property
    def taken(self) -> bool:
        """Whether the file is locked."""
        return self._let_go is not None and self._let_go.alive

    def release(self) -> None:
        """Let go."""
        if self._let_go is not None:
            self._let_go()


def _locked(path: Path) -> int:
    """The file, open and locked; where it cannot be locked it is there all the same. Errors: OSError.

    It has its name only once it is locked: one that lies there unlocked is of a window that is gone, for good.
    """
    if sys.platform == "win32":
        return os.open(path, os.O_RDWR | os.O_CREAT)  # to have it open is to have it locked there
    begun = path.with_suffix(_BEGUN)
    while True:
        file = os.open(begun, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            with suppress(OSError):
                lock(file, wait=True)
            begun.rename(path)
            return file
        except FileNotFoundError:  # who clears away came first
            os.close(file)
        except BaseException:
            os.close(file)
            raise


def _let_go(file: int, path: Path, process: int) -> None:
    if os.getpid() == process:  # else a copy of the process, which holds nothing
        _take_away(file, path)


def _take_away(file: int, path: Path) -> None:
    """Close a locked file and take it away: while it is locked, so that it is nobody's who locked it meanwhile."""
    with suppress(OSError):
        if sys.platform != "win32" and os.path.samestat(os.fstat(file), path.stat()):
            path.unlink()
    os.close(file)
    if sys.platform == "win32":  # no open file is taken away there
        with suppress(OSError):
            path.unlink()


def _clear_away() -> None:
    """Take away the files of windows that were killed."""
    for ending in (_ENDING, _BEGUN):
        for path in Path(tempfile.gettempdir()).glob(_lock_file("*").with_suffix(ending).name):
            with suppress(OSError):
                _is_held(path)


def living(name: str, host: str, seen: str) -> bool:
    """Whether the holder of a name is still there; `seen` is when it last said so (UTC, ISO 8601)."""
    if host != this_host():
        return _heard_of(seen)
    try:
        return _is_held(_lock_file(name))
    except OSError:  # another user's
        return _heard_of(seen)


def _is_held(path: Path) -> bool:
    """Whether a living process has a file locked; one that nobody has is taken away. Errors: OSError.

    Who asks has his share of the lock: of several who ask at once none takes another for the holder.
    """
    try:
        if sys.platform == "win32":  # no file is taken away there that another has open
            path.unlink()
            return False
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except PermissionError as error:
        if getattr(error, "winerror", 0) == _OPEN_ELSEWHERE:
            return True
        raise
    try:
        lock(file, shared=True)
    except OSError:
        os.close(file)
        return True
    _take_away(file, path)
    return False


def _heard_of(seen: str) -> bool:
    try:
        return abs(datetime.now(UTC) - datetime.fromisoformat(seen)) < PATIENCE
    except (ValueError, TypeError):
        return False


def _lock_file(name: str) -> Path:
    return Path(tempfile.gettempdir()) / f"adref-{name}{_ENDING}"
