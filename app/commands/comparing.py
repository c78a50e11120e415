"""`adref compare OLD NEW`: what changed, on the screen, as JSON, or as a file by its ending."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands import typesetting
from app.commands.printing import complain, on_a_terminal, say
from app.commands.profile_choice import profile_named, profile_option
from app.commands.two_files import TwoFiles, read_and_compare
from app.commands.typesetting import paper_options
from app.files.file_name import shown

if TYPE_CHECKING:
    from app.files.two_sides import Manner
    from models.circulation.typesetting import Typesetting
    from models.word.redlining.both_files import BothFiles

DIFFERS = 1


@click.command(short_help="What changed between two texts.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="All changes, as JSON.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes FILE, by its ending: .docx .html .pdf .md .json")  # fmt: skip
@click.option("--style", type=click.Choice(["tracked", "marked", "columns"]), help="How a .docx shows the changes; tracked unless said.")  # fmt: skip  # noqa: E501
@click.option("--words", type=click.Choice(["readable", "plain"]), default="readable", show_default=True,
              help="Changes on the borders of words and phrases, or the plain difference.")  # fmt: skip
@paper_options
@click.option("--base-changes", type=click.Choice(["accept", "reject", "keep"]), default="accept", show_default=True,
              help="Tracked changes that OLD has already; kept, with all OLD says of its makers.")  # fmt: skip
@profile_option(None)
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="With -o: writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
def compare(
    old: Path,
    new: Path,
    as_json: bool,
    output: Path | None,
    style: str | None,
    words: str,
    paper_name: str | None,
    numbers: str | None,
    line_numbers: bool,
    base_changes: str,
    profile: str | None,
    certificate: Path | None,
) -> int:
    """Compares two texts; tracked changes in either are taken as accepted, unless --base-changes says otherwise.

    Exit status: 0 nothing differs, 1 something does, 2 trouble.
    """
    if profile is not None and output is None:
        raise click.UsageError("--profile goes with -o")
    usual = "capital" if base_changes == "keep" else "submission"
    on = profile_named(profile or usual) if output is not None else None
    setting = _setting(output, style, (old, new), certificate, (paper_name, numbers, line_numbers))
    tracks = output is not None and output.suffix.lower() == ".docx" and style not in ("marked", "columns")
    leaves, plain_words = output is not None, words == "plain"
    found, unseen, files = read_and_compare(
        old, new, base_changes, leaves=leaves, tracks=tracks, plain_words=plain_words
    )
    if output is not None and on is not None:
        from app.files.terms import Terms
        from app.files.two_sides import Manner

        manner = Manner(style, plain_words, Terms(on, base_changes=base_changes, setting=setting, unseen=unseen))
        _write(output, found, manner, files, certificate)
    if as_json:
        from models.forms.json_form import comparison_json

        say(comparison_json(found.comparison, shown(old), shown(new), found.warnings))
    elif output is None:
        _print(found, plain_words)
    if output is None and (style is not None or base_changes == "keep"):
        from app.commands.no_effect import tell_of_comparison

        tell_of_comparison(style, base_changes)
    if not as_json:
        _tell_beside(found, links=not tracks, looks=output is not None)
    return DIFFERS if found.differs or found.things else 0


def _setting(
    output: Path | None,
    style: str | None,
    inputs: tuple[Path, Path],
    certificate: Path | None,
    paper: tuple[str | None, str | None, bool],
) -> Typesetting | None:
    """How the file is set, None where nothing was said of it; refuses what could not be written. Errors: usage."""
    if output is not None:
        from app.files.comparison_file import check

        check(output, style, inputs=inputs, certificate=certificate)
        return typesetting.chosen(output, *paper)
    if certificate is not None:
        raise click.UsageError("--certificate goes with -o")
    if any(paper):
        raise click.UsageError("--paper, --numbers and --line-numbers go with -o")
    return None


def _write(output: Path, found: TwoFiles, manner: Manner, files: BothFiles | None, certificate: Path | None) -> None:
    """Writes the comparison, tells what is not in the file, and writes what was verified of it."""
    from app.files.comparison_file import write
    from app.files.terms import write_certificate
    from app.files.two_sides import Ground, Names

    before, after = found.before, found.after
    own_file, setting = before.package is not None, manner.terms.setting
    typesetting.refuse_for_changes(
        setting, manner.style, own_file=own_file, ending=output.suffix.lower(), styles=("marked", "columns")
    )
    ground = Ground(
        before.package,
        before.origins,
        before.package,
        taken=before.revisions_taken,
        new_file=(after.package, after.origins) if after.package is not None else None,
        tracked=bool(before.revisions),
        warnings=found.warnings,
        files=files,
    )
    old, new = (shown(file.name) for file in found.files)
    written = write(output, found.comparison, Names(old, new), ground, manner)
    for sentence in written.told:
        complain(sentence)
    if certificate is not None:
        write_certificate(certificate, written)


def _print(found: TwoFiles, plain_words: bool) -> None:
    """The paragraphs that differ, and under each file what was not sure in it."""
    from app.commands.diff_text import comparison_text
    from app.commands.told_of_file import told_of_file

    text = comparison_text(found.comparison, colours=on_a_terminal(), plain_words=plain_words)
    text = "No word differs." if found.things and not found.differs else text
    readings = (found.before, found.after)
    told = [told_of_file(shown(file), reading) for file, reading in zip(found.files, readings, strict=True)]
    say("\n".join([text, *(one for one in told if one)]))


def _tell_beside(found: TwoFiles, *, links: bool, looks: bool) -> None:
    """Tells what differs beside the words, and where nothing does, of `looks` that no text has."""
    for one in found.links if links else ():
        complain(one.message)
    if found.differs:
        return
    for one in found.things:
        complain(one.message)
    if found.things or not looks:
        return
    from app.commands.told_of_file import told_of_looks

    for file, reading in zip(found.files, (found.before, found.after), strict=True):
        for sentence in told_of_looks(shown(file), reading):
            complain(sentence)
