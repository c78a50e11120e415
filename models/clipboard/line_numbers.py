"""Numbers of lines that were copied with a text, as a page that numbers its lines in the margin has them: taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, starmap

from models.reading.literals import end_mark, literal

_NUMBERED = re.compile(r"[ \t\xa0]*(?P<number>\d{1,4})[ \t\xa0]+(?P<words>\S.*)")
_FEWEST = 3
"""Lines in a row; fewer are no evidence."""
_LONG = 30
"""Letters of a line that goes on in the next; the entries of a list or a table are shorter."""


def without_line_numbers(text: str) -> str | None:
    """The text without the numbers of its lines, or None where it has none, or it is not sure that they are.

    Every line has one, but for the first, which may be copied in part, and empty ones; each is one more than that of
    the line before, or begins a page. What stands behind them shows that they number lines: a line goes on in the next,
    and some have a number of their own, and some have none; or one that goes on is long.
    """
    lines = text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()]
    found = {at: match for at in written if (match := _NUMBERED.fullmatch(lines[at].rstrip()))}
    missing = set(written) - set(found)
    if len(found) < _FEWEST or (missing and missing != {written[0]}):
        return None
    numbers = [int(match["number"]) for match in found.values()]
    if any(after not in (before + 1, 1) for before, after in pairwise(numbers)):
        return None
    bare = [found[at]["words"] if at in found else line for at, line in enumerate(lines)]
    if not _shows_lines([bare[at] for at in found], [bare[at] for at in written]):
        return None
    return "\n".join(bare)


def _shows_lines(words: Sequence[str], written: Sequence[str]) -> bool:
    """Whether what stood behind the numbers shows it; `written` has the first line without a number, too."""
    if any("\t" in one for one in words):
        return False  # cells of a table
    numbered = [*map(_has_number, words)]
    if any(numbered):
        # Where all are, the first figures may be numbers of a list, too; and where none goes on, those of an agenda.
        return not all(numbered) and any(starmap(_may_go_on, pairwise(written)))
    goes_on = any(len(one) >= _LONG and _may_go_on(one, after) and after[0].islower() for one, after in pairwise(words))
    return goes_on and not all(one[0].islower() for one in words)


def _has_number(words: str) -> bool:
    found = literal(words)
    return found is not None and found.style in ("digit", "paren", "half")


def _may_go_on(line: str, after: str) -> bool:
    """Whether the words of a line may go on in the next."""
    return not end_mark(line) and not _has_number(after) and not after[0].isupper()
