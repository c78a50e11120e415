"""What is known of the field as data (`resources`): a line a fact, columns between tabs, the first line their names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import resources

_FOLDER = Path(resources.__file__).parent  # importlib.resources takes four milliseconds to load


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table by its path below `resources`, such as "phrases/organs", without that of its names."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:] if line.strip())
