"""Which old paragraph a plain new one is to look like in a file of another house: one of running text, no heading.

Where a file's styles do not tell its headings, nor its lists of contents, they are read as text as its clauses are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from models.draft import Kind, Paragraph
from models.reading.extent import reads_as_heading
from models.word.markup import child_of, style_of
from models.word.namespaces import w
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.looks.typed_numbers import printed

if TYPE_CHECKING:
    from models.word.redlining.looks.looks import OldParagraph

_AROUND = 4  # paragraphs of running text, on each side, among which most tell how it looks there
_BESIDE = 3  # empty lines between two paragraphs beside each other
_IND, _KEPT = w("ind"), w("keepNext")
_Layout = tuple[str | None, tuple[tuple[object, object], ...]]


class RunningText:
    """The paragraphs of running text of an old file, and the one that a new one comes to look like."""

    def __init__(self, old: Sequence[OldParagraph], numbers: ListNumbers) -> None:
        """`numbers` knows the lists and the styles of the file."""
        self._old, self._numbers = old, numbers
        self._kept: dict[etree._Element, bool] = {}

    def model(self, paragraph: Paragraph, near: int, found: int | None) -> int | None:
        """The old paragraph that a plain new one is to look like, instead of the nearest of its kind, `found`.

        Of what reads as a heading the nearest that is one, and as bold. Else the one beside it where that is plain text
        as well, or of those around it, without a list before those with one, the nearest laid out as most of them.
        """
        if found is None or not _is_plain(paragraph) or not _is_plain(self._old[found].paragraph):
            return found
        head = self._head(paragraph, near) if reads_as_heading(paragraph) else None
        if head is not None:
            return head
        beside = self._beside(near)
        return beside if beside is not None else self._usual(near, found)

    def _usual(self, near: int, found: int) -> int:
        around = self._around(near)
        free = [at for at in around if not self._old[at].numbered_by_word] or around
        if not free:
            return found
        free = sorted(free, key=lambda at: abs(at - near))
        layouts = Counter(map(self._layout, free))
        usual = max(layouts, key=layouts.__getitem__)  # of two as usual, that of the nearest
        alike = [at for at in free if self._layout(at) == usual]
        return next((at for at in alike if printed(self._old[at].paragraph) is None), alike[0])

    def is_kept(self, look: etree._Element) -> bool:
        """Whether a paragraph with a look is kept on one page with the next one, as headings are."""
        if look not in self._kept:
            said = child_of(look, _KEPT)
            self._kept[look] = self._numbers.styles.is_kept(style_of(look), said)
        return self._kept[look]

    def _head(self, paragraph: Paragraph, near: int) -> int | None:
        bold, heads = self._heads
        behind = bisect_left(heads, near)
        around = heads[max(0, behind - 1) : behind + 1] if _is_bold(paragraph) == bold else ()
        return min(around, key=lambda at: abs(at - near), default=None)

    @cached_property
    def _heads(self) -> tuple[bool, Sequence[int]]:
        """The headings among what is read as plain text: whether most are bold, and those; what is not is kept."""
        found: dict[bool, list[int]] = {True: [], False: []}
        for at, one in enumerate(self._old):
            if _is_plain(one.paragraph) and reads_as_heading(one.paragraph):
                bold = _is_bold(one.paragraph)
                if bold or self.is_kept(one.look):
                    found[bold].append(at)
        return max(found.items(), key=lambda sort: len(sort[1]))

    def _beside(self, near: int) -> int | None:
        """The plain paragraph of running text that a new one comes to stand behind, if it does."""
        for at in range(near, max(near - _BESIDE, -1), -1):
            if self._old[at].paragraph.runs:
                return at if _is_plain(self._old[at].paragraph) and self._runs_on(self._old[at]) else None
        return None

    def _around(self, near: int) -> Sequence[int]:
        here = bisect_left(self._running, near)
        return self._running[max(0, here - _AROUND) : here + _AROUND]

    @cached_property
    def _running(self) -> Sequence[int]:
        return [at for at, one in enumerate(self._old) if self._runs_on(one) and not self._has_bullet(one)]

    def _runs_on(self, one: OldParagraph) -> bool:
        paragraph = one.paragraph
        if paragraph.kind is not Kind.TEXT or paragraph.level or paragraph.cell is not None:
            return False
        heading = self._numbers.styles.heading(style_of(one.look)) is not None
        if heading or not paragraph.text.strip() or self.is_kept(one.look):
            return False
        return not reads_as_heading(paragraph) or self._has_bullet(one)  # which is an item, however it ends

    def _has_bullet(self, one: OldParagraph) -> bool:
        return printed(one.paragraph) is None and self._numbers.place(one.look, style_of(one.look)) is not None

    def _layout(self, at: int) -> _Layout:
        look = self._old[at].look
        indent = child_of(look, _IND)
        return style_of(look), () if indent is None else tuple(sorted(indent.attrib.items()))


def _is_plain(paragraph: Paragraph) -> bool:
    """Whether a paragraph is text with nothing printed before it, in no table."""
    return paragraph.kind is Kind.TEXT and not paragraph.level and paragraph.cell is None and printed(paragraph) is None


def _is_bold(paragraph: Paragraph) -> bool:
    return all(run.bold for run in paragraph.runs if run.text.strip())
