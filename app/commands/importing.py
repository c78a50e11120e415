"""`adref import DOSSIER FILE...`: texts are kept as drafts of a dossier, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import say, shown
from app.commands.writing import check_place, new_file

if TYPE_CHECKING:
    from models.dossier import Dossier, Node
    from models.reading.reading import Reading


@click.command("import")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--label", help="What to call the draft; else its symbol, else the file's name. For one FILE only.")
@click.option("--parent", metavar="LABEL", help="The draft that the first FILE is based on.")
def import_files(dossier: Path, files: tuple[Path, ...], label: str | None, parent: str | None) -> None:
    """Keeps each FILE as a draft in DOSSIER, which is made if it is not there.

    Several files are kept in the order given, each on the one before. LABEL is a label, a symbol or the start of an id.
    """
    if label is not None and len(files) > 1:
        raise click.UsageError("--label names one draft, and there are several files")
    if label is not None and not label.strip():
        raise click.UsageError("--label must not be empty")
    from models.reading.read import read_file

    readings = [(file, read_file(file)) for file in files]
    for node in _keep_all(dossier, readings, label, parent):
        say(f"{node.label}  {node.id[:10]}  {node.paragraphs} paragraphs")


def _keep_all(path: Path, readings: list[tuple[Path, Reading]], label: str | None, parent: str | None) -> list[Node]:
    """The nodes kept, in order; where one cannot be kept, none is."""
    from models.dossier import Dossier, DraftNotFound

    if os.path.lexists(path):
        with Dossier.open(path) as dossier:
            ground = dossier.find(parent).id if parent is not None else None
            with dossier.together():
                return _keep_in_order(dossier, readings, label, ground)
    if parent is not None:
        raise DraftNotFound(f"There is no dossier “{shown(path)}” yet, so it has no draft “{parent}” to build on.")
    check_place(path)
    with new_file(path) as beside, Dossier.create(beside, title=shown(path.stem)) as dossier:
        return _keep_in_order(dossier, readings, label, None)


def _keep_in_order(
    dossier: Dossier, readings: list[tuple[Path, Reading]], label: str | None, ground: str | None
) -> list[Node]:
    from models.draft.masthead import masthead

    nodes: list[Node] = []
    for file, reading in readings:
        head = masthead(reading.draft)
        node = dossier.keep(
            reading,
            label=label or head.symbol or shown(file.stem),
            parents=[ground] if ground is not None else [],
            symbol=head.symbol,
            date=head.date,
            file_name=shown(file.name),
        )
        if label is not None and node.label != label:  # kept before under another name: the last word counts
            dossier.set_fact(node.id, "label", label)
            node = dossier.node(node.id)
        nodes.append(node)
        ground = node.id
    return nodes
