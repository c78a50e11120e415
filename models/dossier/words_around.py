"""A few words of a text around those that were looked for, cut so that these come early: two short lines show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

OPEN, SHUT = "\x02", "\x03"
"""What stands before and after found words in a marked text."""

_AHEAD, _AROUND, _OPENING = 6, 30, 10
"""Words before the found ones, words in all, and how far into a text they may stand for it to be shown from its
beginning: the first twenty are what two lines of a list hold."""
_NEAR = 100


def words_around(marked: str) -> tuple[tuple[str, bool], ...]:
    """Stretches of a marked text around most of what was found, each with whether it was."""
    text, places = _plain(marked)
    if not places:
        return ((text, False),) if text else ()
    words = [match.span() for match in re.finditer(r"\S+", text)]
    at = _richest(text, places)
    here = next(number for number, (_, end) in enumerate(words) if end > at)
    first = here - _AHEAD if here >= _OPENING else 0
    last = min(first + _AROUND, len(words))
    start, end = (words[first][0] if first else 0), (words[last - 1][1] if last < len(words) else len(text))
    parts = [("…", False)] if first else []
    parts += _between(text, places, start, end)
    if last < len(words):
        parts.append(("…", False))
    return tuple(_joined(parts))


def _plain(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for number, part in enumerate(re.split(f"[{OPEN}{SHUT}]", marked)):
        if part and number % 2:
            places.append((len(text), len(text) + len(part)))
        text += part
    return text, places


def _richest(text: str, places: Sequence[tuple[int, int]]) -> int:
    """From which found place on most different words follow soon; of several the first."""
    best = (0, 0)
    for number, (start, _) in enumerate(places):
        soon = set()
        for begin, end in places[number:]:
            if begin > start + _NEAR:
                break
            soon.add(text[begin:end].casefold())
        best = max(best, (len(soon), -start))
    return -best[1]


def _between(text: str, places: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[str, bool]]:
    at = start
    for begin, stop in places:
        begin, stop = max(begin, start), min(stop, end)
        if begin < stop:
            yield text[at:begin], False
            yield text[begin:stop], True
            at = stop
    yield text[at:end], False


def _joined(parts: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Without empty stretches, and neighbours that are alike in one."""
    text, found = "", False
    for part, is_found in parts:
        if part and is_found is not found and text:
            yield text, found
            text = ""
        if part:
            text, found = text + part, is_found
    if text:
        yield text, found
