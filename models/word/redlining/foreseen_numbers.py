"""Numbers that Word's lists would not count as the new draft has them, foreseen before a file is changed.

What a list would print otherwise is typed. A file that is read back tells the same, one attempt later.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.draft import Kind, Paragraph
from models.reading.extent import number_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import Styles
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.attempt import Attempt
from models.word.redlining.inserted_paragraph import InsertedParagraphs
from models.word.redlining.plan import Plan

_LISTED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
_STYLE, _VAL = w("pStyle"), w("val")


def type_what_lists_miscount(attempt: Attempt, plan: Plan, inserts: InsertedParagraphs, package: Package) -> None:
    """Add to the paragraphs of an attempt whose number is typed those that the file's lists would number otherwise."""
    numbering, styles = (package.related(kind) for kind in ("numbering", "styles"))
    if numbering is None:
        return
    known = Styles(package.root(styles) if styles is not None else None)
    typed, listed = attempt.coarser.typed, attempt.coarser.listed
    while True:  # what is typed no longer counts in its list, and the numbers after it are others
        counted = ListNumbers(package.root(numbering), known)
        missed = {new for new in _miscounted(attempt, plan, inserts, counted) if new not in listed}
        if missed <= typed:
            return
        typed |= missed


def _miscounted(attempt: Attempt, plan: Plan, inserts: InsertedParagraphs, counted: ListNumbers) -> Iterator[int]:
    paragraphs = attempt.comparison.new.paragraphs
    for new, (look, typed) in enumerate(_looks(attempt, plan, inserts)):
        style = look.find(_STYLE)
        found = counted.next(look, style.get(_VAL) if style is not None else None)
        if found is None or typed or found.number is None or found.number == paragraphs[new].number:
            continue
        if not _is(paragraphs[new], found.number):
            yield new


def _looks(attempt: Attempt, plan: Plan, inserts: InsertedParagraphs) -> Iterator[tuple[etree._Element, str]]:
    """The look of each new paragraph, and the number typed with it ("" for none)."""
    edits = {new: (edit, at) for edit in plan.edits for at, new in enumerate(edit.new)}
    moved = {edit.new[0]: edit.old for edit in plan.moved}
    near = 0
    before: etree._Element | None = None
    for new in range(len(attempt.comparison.new.paragraphs)):
        if new in edits:
            edit, at = edits[new]
            own = edit.mark_of(at)
            look, typed = attempt.wish(new, own, edit.old)
            near = own if at == len(edit.new) - 1 else near
        elif new in moved:
            look, typed = attempt.wish(new, moved[new][0], moved[new])
        else:
            look, typed, _ = inserts.dress(new, near, before)
        before = look
        yield look, typed


def _is(paragraph: Paragraph, number: str) -> bool:
    """Whether a number that a list prints is that of a paragraph, or nothing that is typed would change it."""
    if paragraph.number is None or paragraph.kind not in _LISTED:
        return True
    if number.strip().rstrip(".") == paragraph.number:
        return True
    found = number_of(Paragraph(Kind.TEXT, (), number=number))
    if found is None:
        return False
    return paragraph.number in (found.number, f"{found.value}) {found.suffix}".strip())
