"""A comparison as a file, its form by the ending of the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.writing import check_place, ending, write_beside_then_replace

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.reading.reading import Origin

ENDINGS = (".docx", ".html", ".pdf", ".md", ".json")


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides are called in JSON and in headings."""

    old: str
    new: str


@dataclass(frozen=True)
class Ground:
    """The old text's Word file, if it has one, and where each of its paragraphs stands in it."""

    package: bytes | None = None
    origins: Sequence[Origin] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the changes are shown and signed."""

    style: str | None = None
    plain_words: bool = False
    author: str = "Adref"
    draft_mark: bool = True


def check(path: Path, style: str | None, inputs: Sequence[Path]) -> None:
    """Refuses what cannot be written before any work is done. Errors: CannotWrite, a usage error."""
    found = ending(path, ENDINGS)
    if style == "tracked" and found != ".docx":
        raise click.UsageError(f"--style tracked is for .docx, and “{path.name}” is none")
    check_place(path, inputs)
