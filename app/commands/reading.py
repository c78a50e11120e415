"""`adref read FILE`: a file as Adref reads it."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.printing import say
from app.commands.text_file import read_text_file


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
def read(file: Path, as_json: bool, revisions: str) -> None:
    """Prints the text of FILE: its paragraphs with their labels, its footnotes, and what was not sure."""
    reading = read_text_file(file, revisions)
    if as_json:
        from models.circulation.json_form import reading_json

        say(reading_json(reading))
    else:
        from app.commands.plain_text import reading_text

        say(reading_text(reading))
