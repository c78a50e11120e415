"""The real texts and files that tests go through: a folder that holds none fails the test, which would say nothing."""

from __future__ import annotations

from pathlib import Path


def real_files(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder by a pattern, in order; never none."""
    found = sorted(folder.glob(pattern))
    assert found, f"there is no {pattern} in {folder}"
    return found
