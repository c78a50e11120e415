"""Numbers of lines that were copied with a text, as a page that numbers its lines in the margin has them: taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from models.reading.literals import end_mark, literal

_NUMBERED = re.compile(r"[ \t\xa0]*(?P<number>\d{1,4})[ \t\xa0]+(?P<words>\S.*)")
_FEWEST = 3
"""Lines in a row; fewer are no evidence."""
_LONG = 30
"""Letters of a line that goes on in the next; the entries of a list or a table are shorter."""


def without_line_numbers(text: str) -> str | None:
    """The text without the numbers of its lines, or None where it has none, or it is not sure that they are.

    Every line has one, but for the first, which may be copied in part, and empty ones; each is one more than that of
    the line before, or begins a page. What stands behind them shows that they number lines: some of it has a number of
    its own, and some has none; or a line goes on in the next.
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
    if not _shows_lines([match["words"] for match in found.values()]):
        return None
    return "\n".join(found[at]["words"] if at in found else line for at, line in enumerate(lines))


def _shows_lines(words: Sequence[str]) -> bool:
    if any("\t" in one for one in words):
        return False  # cells of a table
    numbered = [(found := literal(one)) is not None and found.style in ("digit", "paren", "half") for one in words]
    if any(numbered):
        return not all(numbered)  # where all are, the first figures may be numbers of a list, too
    goes_on = any(
        len(before) >= _LONG and not end_mark(before) and after[0].islower() for before, after in pairwise(words)
    )
    return goes_on and not all(one[0].islower() for one in words)
