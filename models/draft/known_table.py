"""What is known of the field as data (`resources`): a line a fact, columns between tabs, the first line their names."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table by its path below `resources`, such as "phrases/organs", without that of its names."""
    text = resources.files("resources").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:] if line.strip())
