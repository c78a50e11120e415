"""`adref export DOSSIER LABEL -o FILE`: a kept draft as a file, or what changed against another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands import typesetting
from app.commands.printing import complain
from app.commands.profile_choice import profile_named, profile_option
from app.commands.typesetting import paper_options
from app.files.file_name import shown

if TYPE_CHECKING:
    from app.files.terms import Terms
    from models.circulation.certificate import Certificate
    from models.dossier import Dossier, Node


@click.command(short_help="A kept draft, or what changed, as a file.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("label")
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Writes FILE, by its ending: .docx .html .pdf .md .json, or .xml (Akoma Ntoso)")  # fmt: skip
@click.option("--against", metavar="LABEL", help="Shows the changes from this draft, as tracked changes in a .docx.")
@click.option("--tracked", is_flag=True,
              help="The same, from the issued L. document it stands on, else the last resolution.")  # fmt: skip
@paper_options
@click.option("--ibid", is_flag=True, help="Prints “Ibid.” for a source that the note before names too.")
@profile_option()
@click.option("--author", metavar="NAME", help="The name tracked changes carry, where the profile has one.")
@click.option("--date", metavar="DATE", help="Their date: none, real, or one as 2025-11-17.")
@click.option("--base-changes", type=click.Choice(["accept", "reject", "keep", "refuse"]),
              help="Tracked changes that the Word file of the base has; else they are as in its draft.")  # fmt: skip
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
def export(
    dossier: Path,
    label: str,
    output: Path,
    against: str | None,
    tracked: bool,
    paper_name: str | None,
    numbers: str | None,
    line_numbers: bool,
    ibid: bool,
    profile: str,
    author: str | None,
    date: str | None,
    base_changes: str | None,
    certificate: Path | None,
) -> None:
    """Writes a draft of DOSSIER, or with --against what changed, to FILE.

    LABEL is a label, a symbol or the start of an id. A draft that came from Word, or from one that did, keeps that
    file's layout, unless one of --paper, --numbers, --line-numbers and --ibid asks for Adref's own. The file is read
    back and searched before it is written; if it is not the text, or tells more than its profile may, nothing is
    written.
    """
    from app.files import comparison_file, draft_file, terms
    from models.dossier import Dossier

    chosen = profile_named(profile)
    if tracked and against is not None:
        raise click.UsageError("say --against or --tracked, not both")
    by_itself = against is None and not tracked
    if base_changes == "reject" and by_itself:
        raise click.UsageError("--base-changes reject goes with --against or --tracked")
    if output.suffix.lower() == ".xml" and not by_itself:
        raise click.UsageError("Akoma Ntoso (.xml) is for a text by itself: leave --against and --tracked out")
    endings = comparison_file.TEXT_ENDINGS
    comparison_file.check(output, None, inputs=(dossier,), certificate=certificate, known=endings)
    setting = typesetting.chosen(output, paper_name, numbers, line_numbers, ibid)
    if ibid and not by_itself:
        raise click.UsageError("--ibid is for a text by itself: among changes each note says what it says")
    with Dossier.open(dossier, read_only=True) as opened:
        node = opened.find(label)
        base = opened.find(against) if against is not None else _base(opened, node) if tracked else None
        leaving = len({node.id, base.id}) if base is not None else 1
        on = terms.terms_of(opened, node, chosen, leaving, author=author, date=date, base_changes=base_changes)
        on = replace(on, setting=setting)
        if base is None:
            written = draft_file.write(output, opened, node, on)
        else:
            written = _write_changes(output, opened, base, node, on)
    for sentence in written.told:
        complain(sentence)
    if certificate is not None:
        terms.write_certificate(certificate, written)
    from app.commands.no_effect import tell_of_export

    tell_of_export(output.suffix.lower(), chosen, author, date, changes=base is not None)


def _base(dossier: Dossier, node: Node) -> Node:
    from models.dossier.errors import DraftNotFound
    from models.dossier.incoming.base_choice import default_base
    from models.draft.masthead import masthead

    found = default_base(dossier.nodes(), node.id, masthead(dossier.draft(node.id)).base_symbol)
    if found is None:
        raise DraftNotFound("There is no other draft to track the changes on; import the base first.")
    return found


def _write_changes(output: Path, dossier: Dossier, old: Node, new: Node, on: Terms) -> Certificate:
    from app.files.comparison_file import write
    from app.files.two_sides import Manner, Names, kept_ground
    from models.dossier.incoming.own_package import file_as_read, package_of

    theirs, original = file_as_read(dossier, new.id), dossier.original(old.id)
    file = (theirs.data, theirs.origins) if theirs is not None else None
    ground = kept_ground(dossier, old.id, file)
    if file is None and on.unseen.goes:
        ground = replace(ground, written_on=package_of(dossier, new.id))
    own_file = ground.package is not None
    typesetting.refuse_for_changes(on.setting, own_file=own_file, ending=output.suffix.lower())
    # What is kept stands beside a text in which it is accepted.
    wanted = {"accept": "accept", "keep": "accept", "reject": "reject"}.get(on.base_changes or "", ground.taken)
    if original is None or wanted == ground.taken:
        comparison = dossier.compared(old.id, new.id)
    else:
        from models.comparison.compare import compare
        from models.word.read import read_word

        reading = read_word(original, wanted)
        comparison = compare(reading.draft, dossier.draft(new.id))
        ground = replace(
            ground, package=original, origins=reading.origins, original=original, taken=reading.revisions_taken
        )
    return write(output, comparison, Names(shown(old.label), shown(new.label)), ground, Manner(terms=on))
