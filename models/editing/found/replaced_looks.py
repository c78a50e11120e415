"""How words look that are put in the place of others: as those they stand for; an opening alone is in italics."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from models.comparison.words.plain import word_diff
from models.draft import Run, tidy_runs
from models.editing.runs import Runs, all_marked, cut, joined, like
from models.editing.typed.openings import italic_opening
from models.reading.openings import words_begin

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 300
"""So many letters at most behind what is replaced belong to an opening; all that follows each of many places in a long
paragraph would be kept in mind."""


class _Part(NamedTuple):
    """What stays, or what takes the place of something: from where to where in the words that go and that come."""

    start: int
    end: int
    new_start: int
    new_end: int
    stays: bool


class _Both(NamedTuple):
    """Letters that are replaced, with the places where their runs begin and the last ends; they and those that come,
    each with what follows."""

    old: Runs
    starts: tuple[int, ...]
    gone: str
    come: str

    def cut(self, start: int, end: int) -> Runs:
        """The runs between two places, the others not looked at: of a long paragraph they are asked for very often."""
        first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end)
        return cut(self.old[first:last], start - self.starts[first], end - self.starts[first])


def in_place_of(old: Runs, new: str, after: str = "") -> Runs:
    """New words as runs that look like the runs they replace; `after` are the words that follow them.

    Words that stay, as those of a group do, keep their looks, and note marks behind them stay there, other marks behind
    what comes. What comes looks as the first letter it replaces did; where that was the opening's italics and not all
    of it, or where these end in what is replaced, only what opens the new words is in italics.
    """
    words, after = "".join(run.text for run in old), after[:_LONGEST]
    marks, old = _marks(old), tuple(run for run in old if run.footnote is None)
    parts = _parts(words, new, _openings(old, words, new, after))
    both = _Both(old, tuple(accumulate((len(run.text) for run in old), initial=0)), words + after, new + after)
    runs = joined(*(both.cut(one.start, one.end) if one.stays else _come(both, one, new) for one in parts))
    if not marks:
        return runs
    places = _places(words, new, parts, (at for at, _ in marks))
    placed = sorted(zip(places, (mark for _, mark in marks), strict=True), key=itemgetter(0))
    return _with_marks(runs, placed)


def _with_marks(runs: Runs, placed: Sequence[tuple[int, Run]]) -> Runs:
    """Runs without note marks with some behind so many letters, in their order."""
    ends = list(accumulate((len(run.text) for run in runs), initial=0))
    parts: list[Run] = []
    here = 0
    for run, start, end in zip(runs, ends, ends[1:], strict=False):
        at = start
        while here < len(placed) and placed[here][0] < end:
            place, mark = placed[here]
            parts += [like(run, run.text[at - start : place - start]), mark]
            at, here = place, here + 1
        parts.append(like(run, run.text[at - start :]))
    return tidy_runs([*parts, *(mark for _, mark in placed[here:])])


def _openings(old: Runs, words: str, new: str, after: str) -> tuple[int, int]:
    """Where the opening ends that is in italics alone, and where that of the new words; 0 where either has none."""
    start = words_begin(words)
    if not all_marked(old, start, start + 1, "italic"):  # of few of very many places an opening has to be known
        return 0, 0
    known, wanted = italic_opening(words + after), italic_opening(new + after)
    if known is None or wanted is None or known.end > len(words) or wanted.end > len(new):
        return 0, 0
    end = known.end
    alone = all_marked(old, start, end, "italic") and not all_marked(old, end, end + 2, "italic")
    return (end, wanted.end) if alone else (0, 0)


def _parts(words: str, new: str, openings: tuple[int, int]) -> list[_Part]:
    """What becomes of the opening, and of what follows: a word of one that comes anew in the other is no more that."""
    end, new_end = openings
    found = _parts_of(words[:end], new[:new_end])
    for one in _parts_of(words[end:], new[new_end:]):
        found.append(_Part(end + one.start, end + one.end, new_end + one.new_start, new_end + one.new_end, one.stays))
    return found


def _parts_of(words: str, new: str) -> list[_Part]:
    """What both begin and end with stays, and so do words between."""
    head = _same(words, new)
    tail = _same(words[head:][::-1], new[head:][::-1])
    ends = len(words) - tail, len(new) - tail
    found = [_Part(0, head, 0, head, stays=True)] if head else []
    pieces = word_diff(words[head : ends[0]], new[head : ends[1]])
    if not any(op == "equal" and any(map(str.isalnum, text)) for op, text in pieces):
        pieces = (("delete", words[head : ends[0]]), ("insert", new[head : ends[1]]))
    at, new_at, stays = head, head, True
    for op, text in filter(lambda piece: piece[1], pieces):
        start, new_start = at, new_at
        at, new_at = at + len(text) * (op != "insert"), new_at + len(text) * (op != "delete")
        if op != "equal" and not stays:
            start, new_start = found[-1].start, found.pop().new_start
        stays = op == "equal"
        found.append(_Part(start, at, new_start, new_at, stays))
    if tail:
        found.append(_Part(ends[0], len(words), ends[1], len(new), stays=True))
    return found


def _come(both: _Both, part: _Part, new: str) -> Sequence[Run]:
    """The words that come in the place of some, or between others."""
    wanted, gone = new[part.new_start : part.new_end], both.cut(part.start, part.end)
    looks = gone or both.cut(max(part.start - 1, 0), max(part.start, 1))
    if not wanted or not looks:
        return [Run(wanted)] if wanted else []
    several = len({run.marks for run in gone}) > 1
    if several or (looks[0].italic and _opens_to_its_end(both, part)):
        known = italic_opening(both.come)
        end = max((known.end if known is not None else 0) - part.new_start, 0)
        if known is not None and end < len(wanted) and (end or not several):
            last = looks[-1] if several else replace(looks[0], italic=False)
            return [like(looks[0], wanted[:end]), like(last, wanted[end:])]
    return [like(looks[0], wanted)]


def _opens_to_its_end(both: _Both, part: _Part) -> bool:
    """Whether words that others follow are an opening, or end as one does: all that is replaced, or a part at whose
    beginning or end something comes."""
    known = italic_opening(both.gone)
    ends = (both.starts[-1], part.end) if part.start in (0, part.end) else (both.starts[-1],)
    return known is not None and known.end in ends


def _places(words: str, new: str, parts: Sequence[_Part], letters: Iterable[int]) -> Iterator[int]:
    """Where note marks stand in the new words that stood behind so many letters, in their order: behind what stays, or
    the same word or sign where there are as many of it, else behind what comes there."""
    tokens, ends = list(_TOKEN.finditer(words)), defaultdict[str, list[int]](list)
    for match in _TOKEN.finditer(new):
        ends[match[0]].append(match.end())
    had, seen = Counter(match[0] for match in tokens), Counter[str]()
    here = within = 0
    for at in letters:
        while within < len(parts) - 1 and parts[within].end < at:
            within += 1
        while here < len(tokens) and tokens[here].end() <= at:
            seen[tokens[here][0]] += 1
            here += 1
        before = tokens[here - 1][0] if here and not any(one.start() < at for one in tokens[here : here + 1]) else ""
        part = parts[within] if parts and at else _Part(0, 0, 0, 0, stays=True)
        if part.stays:
            yield part.new_start + at - part.start
        elif before in ends and len(ends[before]) == had[before]:
            yield ends[before][seen[before] - 1]
        else:
            yield part.new_start + len(new[part.new_start : part.new_end].rstrip())


def _marks(runs: Runs) -> list[tuple[int, Run]]:
    """The note marks among runs, and how many letters stand before each."""
    found, letters = [], 0
    for run in runs:
        if run.footnote is not None:
            found.append((letters, run))
        letters += len(run.text)
    return found


def _same(one: str, two: str) -> int:
    """With how many letters two texts begin alike, whole words of both."""
    count = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    while count and one[count - 1].isalnum() and any(text[count : count + 1].isalnum() for text in (one, two)):
        count -= 1
    return count
