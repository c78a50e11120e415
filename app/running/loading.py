"""The program loaded as Python loads it, without what Qt for Python does at each import."""

from __future__ import annotations

import builtins


def load_plainly() -> None:
    """Have modules loaded from now on without their source being read.

    Qt for Python puts an import of its own in the place of Python's. It reads the source of each module that is loaded,
    and keeps it, to see whether that names PySide6: for the sake of `from __feature__ import`, which nothing here does.
    It was an eighth of the start.
    """
    import PySide6.QtCore  # noqa: F401 - it does that as it is loaded

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
