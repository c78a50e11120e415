"""`adref compile DOSSIER -o FILE`: what delegations ask for on one draft, as tracked changes in their names."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.printing import complain


@click.command("compile", short_help="Proposals on a draft as one Word file.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("label", required=False)
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Writes FILE, a .docx.")  # fmt: skip
@click.option("--delegation", metavar="NAME", help="Only the proposals of this delegation, for the room.")
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
def compile_proposals(
    dossier: Path, label: str | None, output: Path, delegation: str | None, certificate: Path | None
) -> None:
    """Writes the open proposals on a draft of DOSSIER to FILE, as tracked changes of each delegation.

    LABEL is a label, a symbol or the start of an id; without it the last draft is taken that has proposals. All changes
    rejected, the file is the draft. Delegations are named, persons are not: each author has to be said to be a
    delegation's first. The file is read back and searched before it is written.
    """
    from app.files.compiled_file import write
    from app.files.terms import write_certificate
    from app.files.writing import check_place, ending
    from models.compiling.wishes import latest_proposed_on
    from models.dossier import Dossier

    ending(output, (".docx",))
    check_place(output, (dossier,))
    if certificate is not None:
        check_place(certificate, (dossier,))
    with Dossier.open(dossier, read_only=True) as opened:
        node = opened.find(label) if label is not None else latest_proposed_on(opened)
        written = write(output, opened, node, delegation)
    for sentence in (*(f"{clash}." for clash in written.clashes), *written.told):
        complain(sentence)
    if certificate is not None:
        write_certificate(certificate, written)
