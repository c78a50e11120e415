"""A comparison as a file, its form by the ending of the name; verified before it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.files.file_name import shown
from app.files.terms import Terms, certified, certified_page, told_file
from app.files.writing import Put, check_place, ending, write_beside_then_replace
from models.circulation.certificate import Certificate, Verified
from models.reading.reading import Origin
from models.second_process import beside
from models.word.package import Package

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.dossier import Dossier
    from models.dossier.incoming.own_package import OwnPackage
    from models.forms.json_form import BothWarnings
    from models.word.leaving.verify import ReadBack
    from models.word.redlining.both_files import BothFiles
    from models.word.redlining.open_base import BaseChanges

ENDINGS = (".docx", ".html", ".pdf", ".md", ".json")
TEXT_ENDINGS = (*ENDINGS, ".xml")
"""Of what changed, and of a text by itself: Akoma Ntoso holds no changes."""
STYLES = ("tracked", "marked", "columns")
_TAKEN = {"accept": "accepted", "reject": "rejected", "keep": "kept, with their authors"}


@dataclass(frozen=True, slots=True)
class Names:
    """What the two sides are called in headings and JSON."""

    old: str
    new: str


@dataclass(frozen=True)
class Ground:
    """The old text's Word file, if it has one, and where each of its paragraphs stands in it.

    `original` is that file as it came, with tracked changes it may have had; `taken` says how they are in the old text,
    "accept" or "reject", and `tracked` whether it had any, None where nobody looked. `new_file` is the new text's own
    Word file and where its paragraphs stand in it: its pictures are taken from there. `warnings` are what was not sure
    in the old file and in the new, `files` are both as a redline asks for them, where that was looked up before.
    `written_on` is the Word file, with its words in it, of a new text that was written on one which hides something.
    """

    package: bytes | None = None
    origins: Sequence[Origin] = ()
    original: bytes | None = None
    taken: str = "accept"
    new_file: tuple[bytes, Sequence[Origin]] | None = None
    tracked: bool | None = None
    warnings: BothWarnings | None = None
    files: BothFiles | None = None
    written_on: OwnPackage | None = None


def kept_ground(dossier: Dossier, old: str, new_file: tuple[bytes, Sequence[Origin]] | None) -> Ground:
    """The Word file that a kept draft stands on, by the draft's id; `new_file` as in `Ground`."""
    from models.dossier.incoming.own_package import package_of

    own = package_of(dossier, old)
    if own is None:
        return Ground()
    return Ground(own.data, own.origins, dossier.original(old), dossier.changes_taken(old), new_file)


@dataclass(frozen=True, slots=True)
class Manner:
    """How changes are shown, and on what terms they leave; `style` is one of STYLES, or None for the ending's own."""

    style: str | None = None
    plain_words: bool = False
    terms: Terms = field(default_factory=Terms)


def check(
    path: Path,
    style: str | None,
    inputs: Sequence[Path],
    certificate: Path | None = None,
    known: Sequence[str] = ENDINGS,
) -> None:
    """Refuses what could not be written before any work is done; `known` are the endings that can be.

    Errors: CannotWrite, a usage error.
    """
    found = ending(path, known)
    if style is not None and found != ".docx":
        raise click.UsageError(f"--style is for a .docx, and “{shown(path.name)}” is none")
    check_place(path, inputs)
    if certificate is not None:
        check_place(certificate, inputs)
        if certificate.absolute() == path.absolute():
            raise click.UsageError("the certificate needs a file of its own")


def write(
    path: Path,
    comparison: Comparison,
    names: Names,
    ground: Ground,
    manner: Manner,
    put: Put = write_beside_then_replace,
) -> Certificate:
    """Writes a comparison once it is verified; the ending of `path` was looked at before. Errors: NotVerified."""
    manner.terms.check()
    data, certificate = made(path, comparison, names, ground, manner)
    put(path, data)
    return certificate


def made(path: Path, comparison: Comparison, names: Names, ground: Ground, manner: Manner) -> tuple[bytes, Certificate]:
    """The bytes of a comparison and what was verified of them."""
    from app.files.as_shown import comparison_as_shown

    comparison, ground, terms = comparison_as_shown(comparison, ground, manner.terms)
    kind, manner = path.suffix.lower(), replace(manner, terms=terms)
    names = Names(*terms.called_both(comparison, names.old, names.new))
    if kind != ".docx" or manner.style in ("marked", "columns"):
        from app.files.draft_file import not_on

        theirs = ground.new_file[0] if ground.new_file is not None else None
        manner = replace(manner, terms=not_on(terms, theirs, ground.original or ground.package))
    if kind == ".docx":
        return _word(told_file(path), comparison, names, ground, manner)
    data = _page(kind, comparison, names, ground, manner)
    both, terms, file = (names.old, names.new), manner.terms, told_file(path)
    return data, certified_page(kind, data, file, terms, comparison.new, names.old, comparison, called=both)


def _page(kind: str, comparison: Comparison, names: Names, ground: Ground, manner: Manner) -> bytes:
    if kind == ".json":
        from models.forms.json_form import comparison_json

        return comparison_json(comparison, names.old, names.new, ground.warnings).encode()
    named: dict[str, Any] = {"old_name": names.old, "new_name": names.new}
    if kind == ".md":
        from models.forms.markdown import markdown

        return markdown(comparison, **named, plain_words=manner.plain_words).encode()
    named |= {"draft_mark": manner.terms.marked}
    if kind == ".html":
        from models.forms.html import html

        return html(comparison, **named, plain_words=manner.plain_words).encode()
    from app.pdf import pdf_of_html
    from models.circulation.undated import undated
    from models.forms.print_page import print_page

    page = print_page(comparison, **named, plain_words=manner.plain_words)
    return undated(pdf_of_html(page, f"{names.old} – {names.new}", manner.terms.set_as.paper))


def _word(file: str, comparison: Comparison, names: Names, ground: Ground, manner: Manner) -> tuple[bytes, Certificate]:
    from models.word.writing.written_notes import told_without_mark

    if manner.style != "columns":  # which show the notes themselves
        terms = manner.terms.without(told_without_mark(comparison.new, comparison.old))
        manner = replace(manner, terms=terms)
    if manner.style in ("marked", "columns"):
        return _untracked(file, comparison, names, manner)
    return _redline(file, comparison, names, ground, manner)


def _untracked(file: str, comparison: Comparison, names: Names, manner: Manner) -> tuple[bytes, Certificate]:
    """What changed in letters or columns, with no tracked changes to accept or reject."""
    from models.draft.masthead import masthead
    from models.word.leaving.unseen.running_heads import told_heads
    from models.word.leaving.verify import search_word

    data, terms = _in_fixed_letters(comparison, manner), manner.terms
    title = masthead(comparison.new).title or ""
    back = search_word(data, terms.allowed(None, title, tracked=False))
    one, heads = (comparison.new, None), (*told_heads(back.heads, of_base=False), *back.told)
    found, more = (back.parts, back.absent), back.tells_more
    return data, certified(data, file, terms, back.lines, found, one, names.old, comparison, heads, tells_more=more)


def _redline(
    file: str, comparison: Comparison, names: Names, ground: Ground, manner: Manner
) -> tuple[bytes, Certificate]:
    """What changed as tracked changes on the old text's own file."""
    from models.circulation.outgoing import said
    from models.telling.quiet_notes import anything_differs
    from models.word.leaving.looked_for.told import is_protected
    from models.word.leaving.unseen.running_heads import told_heads
    from models.word.leaving.verify import search_tracked, verify_word

    terms = manner.terms
    had_changes = terms.has_changes(ground.original or ground.package, names.old, ground.tracked)
    old, kept = comparison.old, had_changes and terms.base_changes == "keep"
    had = 0
    if kept:
        from models.word.read import read_word

        ground = replace(ground, package=ground.original or ground.package)
        base = read_word(ground.package or b"", "reject")
        old, had = base.draft, len(base.revisions)
    taken: BaseChanges = "keep" if kept else "reject" if ground.taken == "reject" else "accept"
    allowed = terms.allowed(ground.original or ground.package, "", tracked=True, new_file=ground.new_file)
    own = ground.new_file[0] if ground.new_file is not None else None
    begun: dict[bytes, Callable[[], ReadBack]] = {}

    def begin(made: bytes) -> None:
        """Search the file on the other core, while this one reads it back."""
        search = partial(search_tracked, made, comparison.new, old, allowed, kept=kept)
        begun[made] = beside(search, len(made))

    secret = allowed.secret if allowed is not None else frozenset[str]()
    data = _tracked(comparison, ground, manner, taken, secret, begin)
    # What is told of the file is worked out before the search is waited for, which takes longer.
    stays, _ = _left_out(data, own, ground.package), comparison.summary
    named = names.new, names.old
    back = verify_word(data, comparison.new, old, allowed, named, kept=kept, new_file=own, searching=begun[data])
    both = (comparison.new, old)
    told = f"Tracked changes the base had already are {_TAKEN[taken]}"
    lines = (*back.lines, *([Verified(told)] if had_changes else []))
    if back.struck and not anything_differs(comparison):
        lines = (
            *lines,
            Verified(f"No word differs: what is struck ({said(back.struck, 'word')}) comes elsewhere again"),
        )
    if allowed is not None and ground.package is not None and is_protected(Package(ground.package, of_text=False)):
        lines = (*lines, Verified("The protection of the base is taken off: its changes can be accepted and rejected"))
    heads = (*told_heads(back.heads, of_base=ground.package is not None), *back.told)
    if kept:
        heads = (f"{said(len(read_word(data).revisions), 'tracked change')} in all, {had} of the base", *heads)
    terms, found = terms.without_embedded(ground.package).without(*stays), (back.parts, back.absent)
    return data, certified(
        data, file, terms, lines, found, both, names.old, comparison, heads, back.authors, tells_more=back.tells_more
    )


def _left_out(written: bytes, new: bytes | None, base: bytes | None) -> tuple[str, ...]:
    """Lines on what a redline has not of the base and of the new text's own file."""
    from models.word.leaving.parts.parts import objects_left_out
    from models.word.left_out import layout_left_out
    from models.word.links import links_left_out, links_taken_off

    off = links_taken_off(written, base) if base is not None else None
    if new is None:
        return (off,) if off is not None else ()
    objects = objects_left_out(Package(new, of_text=False), Package(base, of_text=False) if base is not None else None)
    lines = (off, links_left_out(written, new, base), objects, *layout_left_out(written, new, base))
    return tuple(line for line in lines if line is not None)


def _tracked(
    comparison: Comparison,
    ground: Ground,
    manner: Manner,
    base_changes: BaseChanges,
    secret: frozenset[str],
    made: Callable[[bytes], object],
) -> bytes:
    from models.word.leaving.scrub import scrub
    from models.word.redline import write_redline

    terms = manner.terms
    finish: Callable[[Package], object] = partial(scrub, secret=secret, goes_back=terms.profile.goes_back)
    if terms.profile.traces:
        from models.word.leaving.own_copy import keep_back
        from models.word.private_note import add_note

        def finish(package: Package) -> None:
            keep_back(package, terms.profile)
            add_note(package, terms.note, terms.signed)

    return write_redline(
        comparison,
        base=ground.package,
        origins=ground.origins,
        author=terms.signed,
        date=terms.dated,
        readable_words=not manner.plain_words,
        draft_mark=terms.marked,
        setting=terms.set_as,
        base_changes=base_changes,
        new_file=ground.new_file,
        finish=finish,
        made=made,
        files=ground.files,
    )


def _in_fixed_letters(comparison: Comparison, manner: Manner) -> bytes:
    from models.word.columns import write_columns
    from models.word.marked import write_marked

    write_it = write_marked if manner.style == "marked" else write_columns
    terms = manner.terms
    return write_it(comparison, terms.set_as, draft_mark=terms.marked, readable_words=not manner.plain_words)
