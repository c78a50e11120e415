"""The options of how a file is set on paper, alike for every command that writes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from app.files.file_name import shown
from models.circulation.typesetting import LETTER, PAPERS, Typesetting, paper

_Command = TypeVar("_Command", bound=Callable[..., object])
_PRINTED = (".docx", ".pdf")


def paper_options(command: _Command) -> _Command:
    """The options --paper, --numbers and --line-numbers."""
    for option in reversed(
        (
            click.option("--paper", "paper_name", type=click.Choice([one.name for one in PAPERS]),
                         help="The paper of a .docx or .pdf; letter unless said. geneva: A4 as Geneva sets it."),
            click.option("--numbers", type=click.Choice(["automatic", "literal"]),
                         help="Numbers in a .docx: counted by Word, as usual, or typed into the text."),
            click.option("--line-numbers", is_flag=True, help="Numbers the lines of a .docx in the margin."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def chosen(
    output: Path, paper_name: str | None, numbers: str | None, line_numbers: bool, ibid: bool = False
) -> Typesetting | None:
    """What was chosen for an output file; None where nothing was. Errors: a usage error where the file has no such."""
    if paper_name is None and numbers is None and not line_numbers and not ibid:
        return None
    ending, named = output.suffix.lower(), shown(output.name)
    if paper_name is not None and ending not in _PRINTED:
        raise click.UsageError(f"--paper is for a .docx or a .pdf, and “{named}” is neither")
    for option, given in (("--numbers", numbers is not None), ("--line-numbers", line_numbers)):
        if given and ending != ".docx":
            raise click.UsageError(f"{option} is for a .docx, and “{named}” is none")
    return Typesetting(paper(paper_name or LETTER.name), numbers == "literal", line_numbers, ibid)


def refuse_for_changes(
    setting: Typesetting | None,
    style: str | None = None,
    *,
    own_file: bool,
    ending: str,
    styles: Sequence[str] = (),
) -> None:
    """Refuse what does not go with changes. `own_file`: they are tracked on a Word file of the old text's own.

    `styles` are others that the command can show them in. Errors: a usage error.
    """
    if setting is None or ending != ".docx":
        return
    if style in (None, "tracked") and own_file:
        raise click.UsageError(
            "the changes are tracked on the Word file of the old text, which keeps its paper and numbers; "
            "leave --paper, --numbers and --line-numbers out"
            + (f", or say --style {' or '.join(styles)}" if styles else "")
        )
    if style == "columns" and (setting.literal_numbers or setting.line_numbers):
        raise click.UsageError("--numbers and --line-numbers do not go with --style columns")
