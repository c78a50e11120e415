"""Typed numbers that become words of whoever joins their paragraph to the one before: they stay where they are typed.

Who strikes the end before “3. Requests” has “…; 3. Requests” in one line, and no letter comes or goes. Laid in as words
beside a number that goes, the letters would stand there where another takes out either paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace

from lxml import etree

from models.compiling.joint_wishes import names_in
from models.draft import Draft, Paragraph, tidy_runs
from models.proposals.proposal import Edit
from models.reading.reading import Origin
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import atoms_in

_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W_])", r"(?![^\W_])"


class TypedIn:
    """The numbers typed into the Word file of a draft as they stand there: "3. ", "(a) ", "3 - ", "三、"."""

    def __init__(self, draft: Draft, data: bytes | None, origins: Sequence[Origin], typed: Set[int]) -> None:
        self._draft, self._data, self._origins, self._typed = draft, data, origins, typed
        self._every: list[etree._Element] = []

    def __call__(self, at: int) -> str:
        """The number of a paragraph; "" where none is typed at its beginning."""
        if at not in self._typed or self._data is None:
            return ""
        if not self._every:
            package = Package(self._data)
            self._every = list(package.root(package.main).iter(w("p")))
        matched = atoms_in(self._draft.paragraphs[at], self._every[self._origins[at].element])
        return matched.typed if matched is not None and not matched.at else ""


def _none(_at: int) -> str:
    return ""


@dataclass
class Turned:
    """The numbers, `typed` into the file of a draft, that stay: `by` has by its paragraph who made each words."""

    draft: Draft
    typed: Callable[[int], str] = _none
    by: dict[int | None, set[str]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)

    def left_in_place(self, name: str, edit: Edit) -> Edit:
        """What comes with an edit that stands in a name, without the numbers of paragraphs that it joins on."""
        for at in range(edit.end.paragraph, edit.start.paragraph, -1) if edit.ends_gone and edit.come else ():
            last = edit.come[-1] if edit.come else None
            number = self.typed(at).strip() if last is not None else ""
            # What comes stands before the number or, with words that go behind it, there.
            found = re.search(_place(number, first=edit.end.offset > 0), last.text) if last and number else None
            if last is not None and found is not None:
                self.by.setdefault(at, set()).update(names_in(name))
                self.letters.add("".join(found[0].split()))
                last = _without(last, found.start(), found.end())
                edit = replace(edit, come=(*edit.come[:-1], last) if last.runs or len(edit.come) > 1 else ())
        return edit


def _place(number: str, *, first: bool) -> str:
    """The pattern of a number that stands first in some words, or last."""
    letters = r"\s*".join(map(re.escape, number.split()))
    if first:
        return rf"^\s*{letters}{_NO_LETTER_BEHIND if number[-1].isalnum() else ''}\s*"
    return rf"{_NO_LETTER_BEFORE if number[0].isalnum() else ''}{letters}\s*$"


def _without(paragraph: Paragraph, first: int, last: int) -> Paragraph:
    """A paragraph without some of its letters."""
    runs = []
    at = 0
    for run in paragraph.runs:
        begin, end = max(first - at, 0), max(last - at, 0)
        runs.append(replace(run, text=run.text[:begin] + run.text[end:]) if run.text else run)
        at += len(run.text)
    return replace(paragraph, runs=tidy_runs(runs))
