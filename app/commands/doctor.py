"""`adref doctor DOSSIER`: whether a dossier is sound."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.printing import say
from app.files.file_name import shown

UNSOUND = 1
_ADVICE = "Go back to a copy of the file; of one that opens, what can still be read can be exported."


@click.command(short_help="Whether a dossier is sound.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def doctor(dossier: Path, as_json: bool) -> int:
    """Looks through DOSSIER: every page, every text and original against its hash, the lineage, the working texts.

    Nothing is changed. Exit status: 0 sound, 1 something is wrong, 2 it cannot be looked at.
    """
    from models.dossier import examine

    wrong = examine(dossier)
    if as_json:
        import json

        say(json.dumps({"sound": not wrong, "wrong": list(wrong)}, ensure_ascii=False, indent=1))
    elif wrong:
        say("\n".join([*wrong, "", _ADVICE]))
    else:
        say(f"“{shown(dossier.name)}” is sound.")
    return UNSOUND if wrong else 0
