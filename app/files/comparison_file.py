"""A comparison as a file, its form by the ending of the name; verified before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.files.file_name import shown
from app.files.terms import certified, certified_page, told_file
from app.files.two_sides import Ground, Manner, Names
from app.files.writing import Put, check_place, ending, write_beside_then_replace
from models.circulation.certificate import Certificate

if TYPE_CHECKING:
    from models.comparison.change import Comparison

ENDINGS = (".docx", ".html", ".pdf", ".md", ".json")
TEXT_ENDINGS = (*ENDINGS, ".xml")
"""Of what changed, and of a text by itself: Akoma Ntoso holds no changes."""


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
    from app.files.redline_file import redline

    return redline(file, comparison, names, ground, manner)


def _untracked(file: str, comparison: Comparison, names: Names, manner: Manner) -> tuple[bytes, Certificate]:
    """What changed in letters or columns, with no tracked changes to accept or reject."""
    from models.draft.masthead import masthead
    from models.word.leaving.unseen.running_heads import told_heads
    from models.word.leaving.verify import search_word

    data, terms = _in_fixed_letters(comparison, manner), manner.terms
    title = masthead(comparison.new).title or ""
    back = search_word(data, terms.allowed(None, title, tracked=False))
    one, heads = (comparison.new, None), told_heads(back.heads, of_base=False)
    return data, certified(data, file, terms, back, one, names.old, comparison, heads=heads)


def _in_fixed_letters(comparison: Comparison, manner: Manner) -> bytes:
    from models.word.columns import write_columns
    from models.word.marked import write_marked

    write_it = write_marked if manner.style == "marked" else write_columns
    terms = manner.terms
    return write_it(comparison, terms.set_as, draft_mark=terms.marked, readable_words=not manner.plain_words)
