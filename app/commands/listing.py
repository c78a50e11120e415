"""`adref log DOSSIER`: the kept drafts of a dossier."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import aligned, say
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Node

_SHORT = 10  # letters of an id that people are shown


@click.command(short_help="The drafts of a dossier.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with whole ids.")
def log(dossier: Path, as_json: bool) -> None:
    """Lists the drafts of DOSSIER, oldest first."""
    from models.dossier import Dossier

    with Dossier.open(dossier, read_only=True) as opened:
        nodes = opened.nodes()
    if as_json:
        say(json.dumps({"drafts": [_value(node) for node in nodes]}, ensure_ascii=False, indent=2))
    elif nodes:
        say(_table(nodes))
    else:
        say("No draft is kept here yet.")


def _value(node: Node) -> dict[str, object]:
    return {
        "id": node.id,
        "label": node.label,
        "date": node.date,
        "author": node.author,
        "parents": list(node.parents),
        "paragraphs": node.paragraphs,
    }


def _table(nodes: Sequence[Node]) -> str:
    names = {node.id: node.label for node in nodes}
    rows = [("DRAFT", "DATE", "AUTHOR", "PARAGRAPHS", "ID", "FROM")]
    for node in nodes:
        origin = ", ".join(names.get(parent, parent[:_SHORT]) for parent in node.parents)
        author = on_one_line(node.author or "")
        rows.append((node.label, node.date or "", author, str(node.paragraphs), node.id[:_SHORT], origin))
    return "\n".join(aligned(rows))
