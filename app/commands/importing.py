"""`adref import DOSSIER FILE...`: texts are kept as drafts of a dossier, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import complain, say
from app.commands.returned_file import how_to_keep_hand_marks, marked_by_hand
from app.files.text_file import read_text_file
from app.files.writing import check_place

if TYPE_CHECKING:
    from models.reading.reading import Reading


@click.command("import", short_help="Keep files as drafts of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--label", help="What to call the draft; else its symbol, else the file's name. For one FILE only.")
@click.option("--parent", "parents", metavar="LABEL", multiple=True,
              help="The draft that the first FILE is based on; else the last one kept.")  # fmt: skip
@click.option("--returned", "came_back", is_flag=True,
              help="Keeps the tracked changes of each FILE as proposals on the draft it was made on.")  # fmt: skip
@click.option("--base", metavar="LABEL", help="With --returned: the draft the files were made on, where you know it.")
@click.option("--untracked", is_flag=True,
              help="With --returned: what was changed without tracking becomes proposals too.")  # fmt: skip
@click.option("--marked-by-hand", "by_hand", is_flag=True,
              help="With --returned: takes struck, bold, underlined and coloured words for changes.")  # fmt: skip
@click.option(
    "--author", help="With --returned: whose the untracked changes and marks made by hand are; else the file's name."
)
def import_files(
    dossier: Path,
    files: tuple[Path, ...],
    label: str | None,
    parents: tuple[str, ...],
    came_back: bool,
    base: str | None,
    untracked: bool,
    by_hand: bool,
    author: str | None,
) -> None:
    """Keeps each FILE as a draft in DOSSIER, which is made if it is not there.

    Several files are kept in the order given, each on the one before. LABEL is a label, a symbol or the start of an id.
    Tracked changes are taken as accepted; with --returned no text is kept but the one without them, where none of the
    drafts is near it, and each author's changes in a paragraph become a proposal.
    """
    if label is not None and len(files) > 1:
        raise click.UsageError("--label names one draft, and there are several files")
    if label is not None and not (label := " ".join(label.split())):
        raise click.UsageError("--label must not be empty")
    if not came_back and (base is not None or untracked or by_hand or author is not None):
        raise click.UsageError("--base, --untracked, --marked-by-hand and --author go with --returned")
    if len(parents) > 1:
        raise click.UsageError("--parent names one draft: what comes from two is put together with adref merge")
    parent = next(iter(parents), None)
    check_place(dossier, files)
    if came_back:
        from app.commands.returning import keep_returned_files

        keep_returned_files(dossier, files, base, parent, label, untracked=untracked, by_hand=by_hand, author=author)
        return
    from models.dossier.incoming.importing import import_into

    marked: list[str] = []

    def read(file: Path) -> Reading:
        reading = read_text_file(file)
        if sentence := marked_by_hand(reading):
            marked.append(how_to_keep_hand_marks(file, sentence))
        return reading

    for node in import_into(dossier, files, label=label, parent=parent, read=read, told=marked.append):
        say(f"{node.label}  {node.id[:10]}  {node.paragraphs} paragraphs")
    for sentence in marked:
        complain(sentence)
