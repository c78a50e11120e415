"""Points of a list that begin with an asterisk, as mail programs and Markdown write them; elsewhere it is a note's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.draft.masthead_lines import line_role
from models.reading.inline import without_marks
from models.reading.layout import Piece
from models.reading.literals import end_mark

_STAR = re.compile(r"\s*\*(?=[ \t\u00a0]+[^\s*])")


def with_points(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a bullet for each asterisk that begins one of several points below a colon."""
    found = list(pieces)
    at = 0
    while at < len(found):
        first = at
        while at < len(found) and not found[at].settled and _STAR.match(found[at].text):
            at += 1
        if at > first + 1 and first and _leads(found[first - 1]):
            found[first:at] = [replace(one, text=_STAR.sub("•", one.text, count=1)) for one in found[first:at]]
        at += at == first
    return found


def _leads(above: Piece) -> bool:
    """Whether what stands above leads to a list: a line of a masthead, "submitted by:", leads to names."""
    bare = without_marks(above.text)
    return end_mark(bare) == ":" and line_role(bare) is None
