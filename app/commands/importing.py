"""`adref import DOSSIER FILE...`: texts are kept as drafts of a dossier, all of them or none."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.printing import say
from app.commands.text_file import read_text_file
from app.commands.writing import check_place


@click.command("import", short_help="Keep files as drafts of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--label", help="What to call the draft; else its symbol, else the file's name. For one FILE only.")
@click.option("--parent", metavar="LABEL", help="The draft that the first FILE is based on; else the last one kept.")
def import_files(dossier: Path, files: tuple[Path, ...], label: str | None, parent: str | None) -> None:
    """Keeps each FILE as a draft in DOSSIER, which is made if it is not there.

    Several files are kept in the order given, each on the one before. LABEL is a label, a symbol or the start of an id.
    """
    if label is not None and len(files) > 1:
        raise click.UsageError("--label names one draft, and there are several files")
    if label is not None and not label.strip():
        raise click.UsageError("--label must not be empty")
    check_place(dossier, files)
    from models.dossier.importing import import_into

    for node in import_into(dossier, files, label=label, parent=parent, read=read_text_file):
        say(f"{node.label}  {node.id[:10]}  {node.paragraphs} paragraphs")
