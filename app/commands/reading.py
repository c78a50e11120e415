"""`adref read FILE`: a file as Adref reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands import returned_file
from app.commands.printing import say

if TYPE_CHECKING:
    from models.reading.reading import LedgerEntry, Reading


@click.command(short_help="The text of a file, its labels and notes.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option(
    "--revisions",
    type=click.Choice(["accept", "reject"]),
    default="accept",
    show_default=True,
    help="What to do with tracked changes of a Word file.",
)
@click.option("--ledger", "with_ledger", is_flag=True,
              help="What a Word file holds beside the text, and what becomes of it on export.")  # fmt: skip
@click.option("--marked-by-hand", "by_hand", is_flag=True,
              help="Takes struck, bold, underlined and coloured words of a Word file for changes.")  # fmt: skip
@click.option("--author", help="Whose the marks made by hand are; nobody's unless said.")
@click.option("--dossier", type=click.Path(path_type=Path),
              help="Tells which of its drafts the file was made on, and what was not tracked.")  # fmt: skip
@click.option("--base", metavar="LABEL", help="The draft of the dossier the file was made on, where you know it.")
def read(
    file: Path,
    as_json: bool,
    revisions: str,
    with_ledger: bool,
    by_hand: bool,
    author: str | None,
    dossier: Path | None,
    base: str | None,
) -> None:
    """Prints the text of FILE: its paragraphs with their labels, its footnotes, and what was not sure.

    Of tracked changes it tells the authors and what each of them proposes, paragraph by paragraph; in the JSON the
    places of proposals are those of the text with all changes rejected.
    """
    if base is not None and dossier is None:
        raise click.UsageError("--base names a draft of a dossier; say which with --dossier")
    if author is not None and not by_hand:
        raise click.UsageError("--author says whose marks made by hand are; it needs --marked-by-hand")
    tell = _as_json if as_json else _as_text
    words: Callable[[], str]
    if by_hand:
        reading, found = returned_file.read_marked(file, revisions, author or "", dossier, base)
        words = partial(tell, reading)
    else:
        read_as_it_is, found, words = returned_file.read_both_ways(file, revisions, tell)
        reading = returned_file.with_hand_marks(read_as_it_is, found)
        words = words if reading is read_as_it_is else partial(tell, reading)
    told = None
    if dossier is not None:
        told, found = returned_file.base_value(reading, found, dossier, base)
    if as_json:
        from models.forms.indented import indented
        from models.forms.json_form import json_of_parts

        value = returned_file.value(found)
        more = indented(value if told is None else value | {"base": told})
        say(json_of_parts(words(), more))
        return
    parts = [words()]
    if found is not None:
        parts += ["\n".join(returned_file.text(found)), ""]
    if told is not None:
        parts.append("\n".join(returned_file.base_text(told)))
    if with_ledger and reading.package is not None:
        from models.forms.ledger_form import ledger_text

        parts += ["", ledger_text(_ledger(reading), reading.draft)]
    say("\n".join(parts))


def _as_text(reading: Reading) -> str:
    from app.commands.plain_text import reading_text

    return reading_text(reading)


def _as_json(reading: Reading) -> str:
    from models.forms.indented import indented
    from models.forms.json_form import reading_value

    return indented(reading_value(reading, _ledger(reading)))


def _ledger(reading: Reading) -> Sequence[LedgerEntry]:
    if reading.package is None:
        return ()
    from models.word.reading.ledger import ledger  # lxml is loaded for Word files only

    return ledger(reading)
