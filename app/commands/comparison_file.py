"""A comparison as a file, its form by the ending of the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import shown
from app.commands.profiles import UNNAMED
from app.commands.writing import check_place, ending, write_beside_then_replace

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.reading.reading import Origin

ENDINGS = (".docx", ".html", ".pdf", ".md", ".json")
STYLES = ("tracked", "marked", "columns")


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides are called in headings and JSON."""

    old: str
    new: str


@dataclass(frozen=True)
class Ground:
    """The old text's Word file, if it has one, and where each of its paragraphs stands in it."""

    package: bytes | None = None
    origins: Sequence[Origin] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How changes are shown and signed; `style` is one of STYLES, or None for what is usual for the ending.

    `traces` leaves in a Word file what it says of its makers, `named` the authors of its comments.
    """

    style: str | None = None
    plain_words: bool = False
    author: str = UNNAMED
    draft_mark: bool = True
    traces: bool = False
    named: bool = False


def check(path: Path, style: str | None, inputs: Sequence[Path]) -> None:
    """Refuses what could not be written before any work is done. Errors: CannotWrite, a usage error."""
    found = ending(path, ENDINGS)
    if style is not None and found != ".docx":
        raise click.UsageError(f"--style is for a .docx, and “{shown(path.name)}” is none")
    check_place(path, inputs)


def write(path: Path, comparison: Comparison, names: Names, ground: Ground, manner: Manner) -> None:
    """Writes a comparison; the ending of `path` was looked at before."""
    write_beside_then_replace(path, _data(path, comparison, names, ground, manner))


def _data(path: Path, comparison: Comparison, names: Names, ground: Ground, manner: Manner) -> bytes:
    kind = path.suffix.lower()
    if kind == ".docx":
        return _word(comparison, ground, manner)
    if kind == ".json":
        from models.circulation.json_form import comparison_json

        return comparison_json(comparison, names.old, names.new).encode()
    named = {"old_name": names.old, "new_name": names.new}
    if kind == ".md":
        from models.circulation.markdown import markdown

        return markdown(comparison, **named, plain_words=manner.plain_words).encode()
    if kind == ".html":
        from models.circulation.html import html

        return html(comparison, **named, plain_words=manner.plain_words).encode()
    from app.pdf import pdf_of_html
    from models.circulation.print_page import print_page

    return pdf_of_html(print_page(comparison, **named, plain_words=manner.plain_words), f"{names.old} – {names.new}")


def _word(comparison: Comparison, ground: Ground, manner: Manner) -> bytes:
    readable = not manner.plain_words
    if manner.style in ("marked", "columns"):
        from models.word.marked import write_columns, write_marked

        write_it = write_marked if manner.style == "marked" else write_columns
        return write_it(comparison, draft_mark=manner.draft_mark, readable_words=readable)
    from models.word.redline import write_redline

    redline = write_redline(
        comparison,
        base=ground.package,
        origins=ground.origins,
        author=manner.author,
        readable_words=readable,
        draft_mark=manner.draft_mark,
    )
    if ground.package is None or manner.traces:
        return redline
    from models.word.traces import without_traces

    return without_traces(redline, keep_authors=manner.named)
