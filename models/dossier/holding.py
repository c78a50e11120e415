"""Who writes a working text: one window at a time, and a window that was killed stands in nobody's way.

A window holds a lock on a small file of its own for as long as it lives; the system lets go of it when the process
ends, however it ends. On another machine, where the lock cannot be seen, a holder counts as living for some minutes
after it was last heard of.
"""

from __future__ import annotations

import os
import platform
import secrets
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.in_turn import lock

PATIENCE = timedelta(minutes=3)
"""So long after it was last heard of, a holder on another machine is taken for gone."""


def this_host() -> str:
    """The name of this machine."""
    return platform.node() or "this computer"


class Hold:
    """The lock of one window; `name` tells it from all others. Nothing is locked before `take`."""

    def __init__(self) -> None:
        self.name = secrets.token_hex(8)
        self._file: int | None = None

    def take(self) -> None:
        """Lock the file, if it is not; a place that takes no file leaves the holder to be known by time alone."""
        with suppress(OSError):
            if self._file is None:
                self._file = os.open(_lock_file(self.name), os.O_RDWR | os.O_CREAT, 0o644)
                lock(self._file)
            else:
                os.utime(_lock_file(self.name))  # systems clear away what lies untouched for days

    @property
    def taken(self) -> bool:
        """Whether the file is locked."""
        return self._file is not None

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            with suppress(OSError):
                _lock_file(self.name).unlink()
            self._file = None


def living(name: str, host: str, seen: str) -> bool:
    """Whether the holder of a name is still there; `seen` is when it last said so (UTC, ISO 8601)."""
    if host != this_host():
        return _heard_of(seen)
    try:
        file = os.open(_lock_file(name), os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:  # another user's
        return _heard_of(seen)
    try:
        lock(file)
    except OSError:
        return True
    finally:
        os.close(file)
    with suppress(OSError):
        _lock_file(name).unlink()
    return False


def _heard_of(seen: str) -> bool:
    try:
        return abs(datetime.now(UTC) - datetime.fromisoformat(seen)) < PATIENCE
    except (ValueError, TypeError):
        return False


def _lock_file(name: str) -> Path:
    return Path(tempfile.gettempdir()) / f"adref-{name}.lock"
