"""Lines of a table of contents: a heading and its page, which follows from where the heading stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from models.comparison.words.features import words_of
from models.draft import Draft, Paragraph
from models.draft.late_pattern import late_pattern
from models.reading.extent import CONTENTS

_TITLE = late_pattern(CONTENTS, re.IGNORECASE)
_COLUMNS = 4
"""So many words, or fewer, stand above the columns: "Chapter", "Paragraphs", "Page"."""


class Contents:
    """The headings that the tables of contents of two drafts name; `to_new` gives the new paragraphs an old one lives
    on in, `same` says of two whether they differ in nothing but numbers that follow from their places."""

    def __init__(
        self, old: Draft, new: Draft, to_new: Mapping[int, Sequence[int]], same: Callable[[int, int], bool]
    ) -> None:
        self._old, self._new, self._to_new, self._same = old, new, to_new, same

    def follow(self, i: int, j: int) -> bool:
        """Whether two lines name the same heading, as it is numbered now, and differ in that number or in its page."""
        one, two = self._lines[0].get(i), self._lines[1].get(j)
        if one is None or two is None:
            return False
        heading, other = self._headings[0].get(_words(one), -1), self._headings[1].get(_words(two), -1)
        if heading < 0 or other not in self._to_new.get(heading, ()):
            return False
        if one == two:
            return True
        differ = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
        if len(one) != len(two) or len(differ) != 1 or not self._same(heading, other):
            return False
        return _words(differ[0][:1]) != _words(differ[0][1:])  # “state” for “State” is no other number

    @cached_property
    def _lines(self) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        return dict(_lines_of(self._old)), dict(_lines_of(self._new))

    @cached_property
    def _headings(self) -> tuple[dict[str, int], dict[str, int]]:
        return _by_words(self._old), _by_words(self._new)


def _lines_of(draft: Draft) -> Iterator[tuple[int, list[str]]]:
    """The lines under the title of a table of contents with what they name; elsewhere such a line may give an amount.

    Words without a page, as those above the columns, may stand among them; one of the headings ends it. What is named
    again has an amount there.
    """
    within, listed = False, set[str]()
    for at, paragraph in enumerate(draft.paragraphs):
        named = _named_in(paragraph.text)
        if within and named is not None:
            words = _words(named)
            if words not in listed:
                listed.add(words)
                yield at, named
        elif _TITLE.fullmatch(paragraph.text.strip()):
            within = True
        elif len(paragraph.text.split()) > _COLUMNS or _called(paragraph) in listed:
            within = False


def _named_in(text: str) -> list[str] | None:
    """What is named by a line that ends in a page behind a tabulator; None for other texts."""
    title, tabulator, page = text.rpartition("\t")
    return title.split() if tabulator and page.strip().isdecimal() else None


def _words(stretches: Sequence[str]) -> str:
    return " ".join(words_of(" ".join(stretches)))


def _called(paragraph: Paragraph) -> str:
    return _words((paragraph.number or "", paragraph.text))


def _by_words(draft: Draft) -> dict[str, int]:
    """The paragraphs that may be headings by their numbers and words, -1 for what stands twice."""
    found: dict[str, int] = {}
    for at, paragraph in enumerate(draft.paragraphs):
        if paragraph.cell is None and _named_in(paragraph.text) is None:
            words = _called(paragraph)
            found[words] = -1 if words in found else at
    return found
