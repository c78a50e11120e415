"""`adref columns TEXT TEXT... -o FILE`: several drafts side by side in a Word file, each marked in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import complain
from app.commands.profile_choice import profile_named, profile_option
from app.files.file_name import shown

if TYPE_CHECKING:
    from app.files.terms import Terms
    from models.circulation.profiles import Profile
    from models.comparison.columns import Columns


@click.command(short_help="Several drafts side by side, as a Word file.")
@click.argument("texts", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Writes FILE, a .docx.")  # fmt: skip
@click.option("--dossier", metavar="DOSSIER", type=click.Path(path_type=Path),
              help="TEXTS are drafts of this dossier: a label, a symbol or the start of an id each.")  # fmt: skip
@click.option("--paper", "paper_name", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@profile_option()
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
def columns(
    texts: tuple[str, ...],
    output: Path,
    dossier: Path | None,
    paper_name: str,
    profile: str,
    certificate: Path | None,
) -> None:
    """Writes two to four TEXTS, in time, side by side across landscape pages: paragraph beside paragraph.

    What a text has and the one before has not is bold and underlined, what the next has not is struck out. Tracked
    changes in the texts are taken as accepted. The file is read back and searched before it is written.
    """
    from app.files.columns_file import write
    from app.files.comparison_file import check
    from app.files.terms import write_certificate
    from models.circulation.typesetting import Typesetting, paper
    from models.word.drafts_in_columns import MOST

    if not 1 < len(texts) <= MOST:
        raise click.UsageError(f"say two to {MOST} texts")
    chosen = profile_named(profile)
    inputs = (dossier,) if dossier is not None else tuple(map(Path, texts))
    check(output, None, inputs=inputs, certificate=certificate, known=(".docx",))
    found, names, terms = _of_files(texts, chosen) if dossier is None else _of_dossier(dossier, texts, chosen)
    terms = replace(terms, setting=Typesetting(paper(paper_name)))
    written = write(output, found, names, terms)
    for sentence in written.told:
        complain(sentence)
    if certificate is not None:
        write_certificate(certificate, written)


def _of_files(texts: Sequence[str], profile: Profile) -> tuple[Columns, list[str], Terms]:
    """The texts of files in columns, what the files are called, and on what terms they leave."""
    from app.files.as_shown import readings_as_shown
    from app.files.draft_file import not_on
    from app.files.terms import Terms
    from app.files.text_file import read_text_file
    from models.comparison.columns import in_columns
    from models.comparison.compare import compare
    from models.word.leaving.looked_for.laid_open import unseen_in

    readings = [read_text_file(Path(text)) for text in texts]
    files = [reading.package for reading in readings]
    terms = Terms(profile, unseen=unseen_in(files))
    called = [f"column {at}" for at, _ in enumerate(readings, 1)]
    readings, _, terms = readings_as_shown(readings, called, terms)
    found = in_columns([compare(old.draft, new.draft) for old, new in pairwise(readings)])
    return found, [shown(Path(text).stem) for text in texts], not_on(terms, *files)


def _of_dossier(path: Path, labels: Sequence[str], profile: Profile) -> tuple[Columns, list[str], Terms]:
    """Drafts of a dossier in columns, what the drafts are called, and on what terms they leave."""
    from app.files.as_shown import columns_as_shown
    from app.files.draft_file import not_on
    from app.files.terms import terms_of
    from models.comparison.columns import in_columns
    from models.dossier import Dossier
    from models.dossier.incoming.own_package import nearest_file, package_of

    with Dossier.open(path, read_only=True) as dossier:
        nodes = [dossier.find(label) for label in labels]
        steps = [dossier.compared(old.id, new.id) for old, new in pairwise(nodes)]
        found = in_columns(
            steps,
            cache(lambda old, new: dossier.between(nodes[old].id, nodes[new].id).apart),
            cache(lambda old, new: dossier.lineage(nodes[old].id, nodes[new].id)),
        )
        terms = terms_of(dossier, nodes[-1], profile, leaving=len({one.id for one in nodes}))
        if terms.unseen.goes:
            own = [(package_of(dossier, one.id), dossier.original(one.id) is None) for one in nodes]
            found, terms = columns_as_shown(found, own, terms)
        files = (nearest_file(dossier, one.id) for one in nodes)
        return found, [shown(one.label) for one in nodes], not_on(terms, *files)
