"""Typed numbers that become words of whoever joins their paragraph to the one before: they stay where they are typed.

Who strikes the end before “3. Requests” has “…; 3. Requests” in one line, and no letter comes or goes. Laid in as words
beside a number that goes, the letters would stand there where another takes out either paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace

from models.compiling.joint_wishes import names_in
from models.draft import Draft, Paragraph, tidy_runs
from models.proposals.proposal import Edit

_LAST = r"(?<![^\W_])\[?{}[.)]?\]?\s*$"
_FIRST = r"^\s*\[?{}[.)]?\]?(?![^\W_])\s*"


@dataclass
class Turned:
    """The numbers, of the `typed` ones of a draft, that stay: `by` has who turned each into words, by its paragraph."""

    draft: Draft
    typed: Set[int] = frozenset()
    by: dict[int | None, set[str]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)

    def left_in_place(self, name: str, edit: Edit) -> Edit:
        """What comes with an edit that stands in a name, without the numbers of paragraphs that it joins on."""
        for at in range(edit.end.paragraph, edit.start.paragraph, -1) if edit.ends_gone and edit.come else ():
            # What comes stands before the number or, with words that go behind it, there.
            place = _FIRST if edit.end.offset else _LAST
            number = self.draft.paragraphs[at].number if at in self.typed else None
            last = edit.come[-1] if edit.come else None
            found = re.search(place.format(re.escape(number)), last.text) if number and last is not None else None
            if last is not None and found is not None and found[0].strip():
                self.by.setdefault(at, set()).update(names_in(name))
                self.letters.add("".join(found[0].split()))
                last = _without(last, found.start(), found.end())
                edit = replace(edit, come=(*edit.come[:-1], last) if last.runs or len(edit.come) > 1 else ())
        return edit


def _without(paragraph: Paragraph, first: int, last: int) -> Paragraph:
    """A paragraph without some of its letters."""
    runs = []
    at = 0
    for run in paragraph.runs:
        begin, end = max(first - at, 0), max(last - at, 0)
        runs.append(replace(run, text=run.text[:begin] + run.text[end:]) if run.text else run)
        at += len(run.text)
    return replace(paragraph, runs=tidy_runs(runs))
