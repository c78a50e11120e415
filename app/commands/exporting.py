"""`adref export DOSSIER LABEL -o FILE`: a kept draft as a file, or what changed against another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import shown

if TYPE_CHECKING:
    from app.commands.profiles import Profile
    from models.dossier import Dossier, Node


@click.command(short_help="A kept draft, or what changed, as a file.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("label")
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Writes FILE, by its ending: .docx .html .pdf .md .json")  # fmt: skip
@click.option("--against", metavar="LABEL", help="Shows the changes from this draft, as tracked changes in a .docx.")
@click.option("--profile", default="submission", show_default=True, metavar="NAME",
              help="Whom the file is for: submission, circulation or own.")  # fmt: skip
def export(dossier: Path, label: str, output: Path, against: str | None, profile: str) -> None:
    """Writes a draft of DOSSIER, or with --against what changed, to FILE.

    LABEL is a label, a symbol or the start of an id. A draft that came from Word, or from one that did, keeps that
    file's layout.
    """
    from app.commands import comparison_file, draft_file, profiles
    from models.dossier import Dossier

    chosen = profiles.profile(profile)
    comparison_file.check(output, None, inputs=(dossier,))
    with Dossier.open(dossier, read_only=True) as opened:
        node = opened.find(label)
        if against is None:
            draft_file.write(output, opened, node, chosen)
        else:
            _write_changes(output, opened, opened.find(against), node, chosen)


def _write_changes(output: Path, dossier: Dossier, old: Node, new: Node, profile: Profile) -> None:
    from app.commands.comparison_file import Ground, Manner, Names, write
    from models.dossier.own_package import package_of

    comparison = dossier.compared(old.id, new.id)
    own = package_of(dossier, old.id)
    ground = Ground(own.data, own.origins) if own is not None else Ground()
    manner = Manner(
        author=profile.author(new.author),
        draft_mark=profile.draft_mark,
        traces=profile.traces,
        named=profile.names_author,
    )
    write(output, comparison, Names(shown(old.label), shown(new.label)), ground, manner)
