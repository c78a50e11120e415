"""Numbers that Word's lists would not count as the new draft has them, foreseen before a file is changed.

What a list would print otherwise is typed. A file that is read back tells the same, one attempt later.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.draft import Kind, Paragraph
from models.reading.extent import number_of
from models.word.markup import child_of, element
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import Styles
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.attempt import Attempt
from models.word.redlining.inserted_paragraph import InsertedParagraphs
from models.word.redlining.plan import Plan

_LISTED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
_STYLE, _VAL = w("pStyle"), w("val")


def lists_of(package: Package) -> ListNumbers:
    """The lists of a file, none of their paragraphs counted yet."""
    numbering, styles = (package.related(kind) for kind in ("numbering", "styles"))
    known = Styles(package.root(styles) if styles is not None else None)
    return ListNumbers(package.root(numbering) if numbering is not None else None, known)


def type_what_lists_miscount(attempt: Attempt, plan: Plan, inserts: InsertedParagraphs, package: Package) -> None:
    """Add to the paragraphs of an attempt whose number is typed those that the file's lists would number otherwise."""
    numbering, styles = (package.related(kind) for kind in ("numbering", "styles"))
    if numbering is None:
        return
    known = Styles(package.root(styles) if styles is not None else None)
    typed, listed = attempt.coarser.typed, attempt.coarser.listed
    foreseen = _Foreseen(attempt, plan, inserts)
    while True:  # what is typed no longer counts in its list, and the numbers after it are others
        missed = foreseen.miscounted(ListNumbers(package.root(numbering), known)) - listed
        if missed <= typed:
            return
        typed |= missed
        foreseen.dress(missed)


class _Foreseen:
    """The looks that the new paragraphs will have, and the numbers typed with them ("" for none)."""

    def __init__(self, attempt: Attempt, plan: Plan, inserts: InsertedParagraphs) -> None:
        self._attempt, self._inserts = attempt, inserts
        self._paragraphs = attempt.comparison.new.paragraphs
        # What is asked for the look of each that stands or moves; of others the old position they come to stand at.
        self._asked: dict[int, tuple[int, tuple[int, ...]]] = {
            edit.new[0]: (edit.old[0], edit.old) for edit in plan.moved
        }
        ends = set[int]()
        for edit in plan.edits:
            self._asked.update((new, (edit.mark_of(at), edit.old)) for at, new in enumerate(edit.new))
            ends.add(edit.new[-1])
        self._free: list[tuple[int, int]] = []
        near = 0
        for new in range(len(self._paragraphs)):
            if new not in self._asked:
                self._free.append((new, near))
            elif new in ends:
                near = self._asked[new][0]
        nothing = element("pPr")
        self._looks: list[tuple[etree._Element, str]] = [(nothing, "")] * len(self._paragraphs)
        self.dress(self._asked)

    def dress(self, those: Iterable[int]) -> None:
        """Look again at those that stand or move, and at all that are new: they follow the ones before them."""
        for new in those:
            if new in self._asked:
                self._looks[new] = self._attempt.wish(new, *self._asked[new])
        for new, near in self._free:
            look, typed, _ = self._inserts.dress(new, near, self._looks[new - 1][0] if new else None)
            self._looks[new] = look, typed

    def miscounted(self, counted: ListNumbers) -> set[int]:
        """The paragraphs whose number is not typed and that lists would number otherwise."""
        found = set()
        for new, (look, typed) in enumerate(self._looks):
            style = child_of(look, _STYLE)
            one = counted.next(look, style.get(_VAL) if style is not None else None)
            if one is None or typed or one.number is None or one.number == self._paragraphs[new].number:
                continue
            if not _is(self._paragraphs[new], one.number):
                found.add(new)
        return found


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
