"""`adref compare OLD NEW`: what changed, on the screen, as JSON, or as a file by its ending."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands import typesetting
from app.commands.printing import complain, on_a_terminal, say, shown
from app.commands.text_file import read_text_file
from app.commands.typesetting import paper_options
from models.second_process import beside, beside_and_on

if TYPE_CHECKING:
    from models.comparison.change import Change, Comparison, FootnoteChange
    from models.reading.reading import Reading, ReadingWarning
    from models.word.redlining.open_base import OpenBase

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
    certificate: Path | None,
) -> int:
    """Compares two texts; tracked changes in either are taken as accepted, unless --base-changes says otherwise.

    Exit status: 0 nothing differs, 1 something does, 2 trouble.
    """
    if certificate is not None and output is None:
        raise click.UsageError("--certificate goes with -o")
    setting = None
    if output is not None:
        from app.commands.comparison_file import check

        check(output, style, inputs=(old, new), certificate=certificate)
        setting = typesetting.chosen(output, paper_name, numbers, line_numbers)
    elif paper_name or numbers or line_numbers:
        raise click.UsageError("--paper, --numbers and --line-numbers go with -o")
    read_new = _reading(new)
    before = read_text_file(old, "reject" if base_changes == "reject" else "accept")
    # What waits for nothing comes before the new file is waited for.
    if output is not None:
        from app.commands.comparison_file import Ground, Manner, Names, write
        from app.commands.terms import Terms
        from models.circulation.laid_open import unseen_in
        from models.circulation.profiles import CAPITAL, SUBMISSION

        unseen = unseen_in([before.package])
    after = read_new()
    compared = _comparing(before, after)
    # What waits for no comparison comes before it is waited for.
    tracks = output is not None and output.suffix.lower() == ".docx" and style not in ("marked", "columns")
    opened = _opened(before, after, base_changes) if tracks else None
    if output is not None:
        unseen |= unseen_in([after.package])
    from models.telling.quiet_notes import anything_differs
    from models.word.links import warnings_of_links

    links = warnings_of_links(before.package, after.package)
    things: tuple[ReadingWarning, ...] = ()
    if before.package is not None and after.package is not None:
        from models.word.unlike_things import warnings_of_things

        things = warnings_of_things(before.package, after.package, "reject" if base_changes == "reject" else "accept")
    comparison = compared()
    if before.package is not None and after.package is not None and not anything_differs(comparison):
        from models.word.unlike_places import warnings_of_places

        things += warnings_of_places(comparison, before.package, after.package)
    warnings = (before.warnings, (*after.warnings, *links, *things))
    plain_words = words == "plain"
    if output is not None:
        names = Names(shown(old.name), shown(new.name))
        own_file = before.package is not None
        typesetting.refuse_for_changes(setting, style, own_file=own_file, ending=output.suffix.lower())
        profile = CAPITAL if base_changes == "keep" else SUBMISSION
        manner = Manner(style, plain_words, Terms(profile, base_changes=base_changes, setting=setting, unseen=unseen))
        own = (after.package, after.origins) if after.package is not None else None
        ground = Ground(
            before.package,
            before.origins,
            taken=before.revisions_taken,
            new_file=own,
            tracked=bool(before.revisions),
            warnings=warnings,
            opened=opened,
        )
        written = write(output, comparison, names, ground, manner)
        for sentence in written.told:
            complain(sentence)
        if certificate is not None:
            from app.commands.terms import write_certificate

            write_certificate(certificate, written)
    if as_json:
        from models.forms.json_form import comparison_json

        say(comparison_json(comparison, shown(old), shown(new), warnings))
    elif output is None:
        from app.commands.diff_text import comparison_text
        from app.commands.told_of_file import told_of_file

        text = comparison_text(comparison, colours=on_a_terminal(), plain_words=plain_words)
        text = "No word differs." if things and not anything_differs(comparison) else text
        told = [told_of_file(shown(name), reading) for name, reading in ((old, before), (new, after))]
        say("\n".join([text, *(one for one in told if one)]))
    if output is None and (style is not None or base_changes == "keep"):
        from app.commands.no_effect import tell_of_comparison

        tell_of_comparison(style, base_changes)
    if not as_json and (output is None or output.suffix.lower() != ".docx" or style in ("marked", "columns")):
        for one in links:
            complain(one.message)
    if anything_differs(comparison):
        return DIFFERS
    if things:
        if not as_json:
            for thing in things:
                complain(thing.message)
        return DIFFERS
    if output is not None and not as_json:
        from app.commands.told_of_file import told_of_looks

        for name, reading in ((old, before), (new, after)):
            for sentence in told_of_looks(shown(name), reading):
                complain(sentence)
    return 0


def _reading(new: Path) -> Callable[[], Reading]:
    """What reads the new file: a long Word file is read beside the old one."""
    read = partial(read_text_file, new)
    if new.suffix.lower() != ".docx" or not new.is_file():
        return read
    import models.word.read  # noqa: F401  # before there are two processes, which both need it
    from models.word.reading.recognised import last, learn

    there = beside(lambda: (read(), last()), new.stat().st_size)

    def wait() -> Reading:
        reading, recognised = there()
        learn(recognised)
        return reading

    return wait


def _comparing(before: Reading, after: Reading) -> Callable[[], Comparison]:
    """What compares two texts: long ones, and their words to be shown, beside what else there is to do."""
    from models.comparison.change import Comparison, reworded
    from models.comparison.compare import compare as compare_drafts

    def parts() -> tuple[tuple[Change, ...], tuple[FootnoteChange, ...], bool]:
        found = compare_drafts(before.draft, after.draft)
        return found.changes, found.footnotes, found.bounded

    size = min(len(one.package or b"") for one in (before, after))
    there, words = beside_and_on(parts, lambda found: reworded(found[0]), size)

    def wait() -> Comparison:
        comparison = Comparison(before.draft, after.draft, *there())
        comparison.begin_readable_words(words)
        return comparison

    return wait


def _opened(before: Reading, after: Reading, base_changes: str) -> OpenBase | None:
    """The old text's own Word file opened to be written on; None where it has none, or its changes are to stay."""
    import models.word.leaving.scrub
    import models.word.leaving.verify  # noqa: F401  # which a redline needs later

    if before.package is None or base_changes == "keep":
        return None
    from models.word.redlining.open_base import OpenBase

    opened = OpenBase(before.draft, before.package, before.origins, "reject" if base_changes == "reject" else "accept")
    opened.look_closely(after.draft)
    return opened
