"""The real texts and files that tests go through: a folder that holds none fails the test, which would say nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models.draft import Draft
from models.files.read import read_file


def real_files(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder by a pattern, in order; never none."""
    found = sorted(folder.glob(pattern))
    assert found, f"there is no {pattern} in {folder}"
    return found


@cache
def real_draft(path: Path) -> Draft:
    """The draft of a real file, read once for all the tests of a run."""
    return read_file(path).draft
