"""A few words of a text around those that were looked for, cut so that these come early: two short lines show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.dossier.search.unspaced import UNSPACED
from models.draft.late_pattern import late_pattern

OPEN, SHUT = "\x02", "\x03"
"""What stands before and after found words in a marked text."""

_WORD = late_pattern(rf"[{UNSPACED}]{{1,3}}|[^\s{UNSPACED}]+")
"""What counts as one; so many letters of a script without spaces are as long."""

_AHEAD, _AROUND, _OPENING = 6, 30, 10
"""Words before the found ones, words in all, and how far into a text they may stand for it to be shown from its
beginning."""
_SEEN, _LAST = 16, 14
"""So many words two lines of a list hold at the least; so many are shown of the end of a text."""
_BESIDE = 2
"""Words before a found one where others stand too far from it to be seen with it."""
_MOST = 3
_NEAR = 100


def words_around(marked: str, looked_for: int = 1) -> tuple[tuple[str, bool], ...]:
    """Stretches of a marked text around most of what was found, each with whether it was.

    Of several words `looked_for` that stand far from one another each is shown with what stands beside it.
    """
    text, places = _plain(marked)
    if not places:
        return ((text, False),) if text else ()
    words = [match.span() for match in _WORD.finditer(text)]
    spans = _apart(text, places, words) if looked_for > 1 else ()
    if len(spans) < 2:
        here = _word_at(words, _richest(text, places))
        # At the end of a text, where little follows, more is shown of what stands before.
        first = max(min(here - _AHEAD, len(words) - _LAST), 0) if here >= _OPENING else 0
        spans = ((first, min(first + _AROUND, len(words))),)
    parts: list[tuple[str, bool]] = []
    for first, last in spans:
        start, end = (words[first][0] if first else 0), (words[last - 1][1] if last < len(words) else len(text))
        parts.append((" … " if parts else "…" if first else "", False))
        parts += _between(text, places, start, end)
    if spans[-1][1] < len(words):
        parts.append(("…", False))
    return tuple(_joined(parts))


def _word_at(words: Sequence[tuple[int, int]], place: int) -> int:
    return next(number for number, (_, end) in enumerate(words) if end > place)


def _apart(
    text: str, places: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Spans of words, in order, in which each different word that was found stands once; one where one is enough."""
    found = [(_word_at(words, start), text[start:end].casefold()) for start, end in places]
    wanted = {word for _, word in found}
    best = _word_at(words, _richest(text, places))
    opening = best if best < _OPENING else _AHEAD
    if wanted == {word for at, word in found if best <= at < best + _SEEN - opening}:
        return ()
    room = _SEEN // min(len(wanted), _MOST)
    starts: list[int] = []
    while wanted and len(starts) < _MOST:
        at = best if not starts else next(at for at, word in found if word in wanted)
        starts.append(max(at - _BESIDE, 0))
        wanted -= {word for other, word in found if at <= other < at + room - _BESIDE}
    spans: list[tuple[int, int]] = []
    for first in sorted(starts):
        last = min(first + room, len(words))
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return tuple(spans)


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
