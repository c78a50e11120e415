"""Names of files in sentences."""

from __future__ import annotations

import os


def shown(name: str | os.PathLike[str]) -> str:
    """A file's name as text that can be printed: bytes outside UTF-8 are replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
