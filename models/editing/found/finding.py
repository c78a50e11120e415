"""Finding plain words or a regular expression, in paragraphs and footnotes; a match stays in one.

A search looks at a text as it was at one moment, in whatever thread; its findings are then replaced in the same text.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.draft import DraftError, Run
from models.draft.alike import composed, folded, spelt, turned
from models.editing.edit import Caret, Selection
from models.editing.found.patterns import UnusablePattern, compiled
from models.editing.runs import NOTE_MARK, Runs, shown
from models.editing.working import WorkingText

if TYPE_CHECKING:
    from regex import Match, Pattern

LONGEST_SEARCH = 2.0
"""Seconds after which a search gives up."""
_PLACES = re.compile(r"(?:[\^$()|]|\\[bBAZ])+")
"""Expressions that no letter belongs to."""


class SearchTooLong(DraftError):
    """The expression takes too long on this text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `regex` is a regular expression, `case` tells capitals apart, `words` finds whole words.

    Accents count for nothing in plain words (`models.draft.alike`) but where capitals do, or `accents` are told apart,
    as where what is found is replaced: “où” is another word than “ou”.
    """

    text: str
    regex: bool = False
    case: bool = False
    words: bool = False
    accents: bool = False


@dataclass(frozen=True, slots=True)
class NoteMatch:
    """A match in a footnote: places in its runs."""

    note: int
    start: int
    end: int


Place = Selection | NoteMatch


@dataclass(frozen=True, slots=True)
class Searched:
    """A text as it is at one moment: the runs of its paragraphs, and of the footnotes it cites, in their order."""

    version: int
    paragraphs: tuple[Runs, ...] = ()
    notes: dict[int, Runs] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in the words as they are read, without note marks, and where it is."""

    place: Place
    match: Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """Its places in the runs of its paragraph or note."""
        if isinstance(self.place, NoteMatch):
            return self.place.start, self.place.end
        return self.place.start.place, self.place.end.place


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found, in the order of the text: the paragraphs first, the footnotes after them."""

    query: Query = Query("")
    searched: Searched = Searched(-1)
    hits: tuple[Hit, ...] = ()
    pattern: Pattern[str] | None = None

    def at(self, place: Place) -> int | None:
        """The number of the hit that is exactly there, from 0."""
        number = bisect_left(self.hits, self._start(place), key=lambda hit: self._start(hit.place))
        there = self.hits[number].place if number < len(self.hits) else None
        return number if there is not None and self._ends(there) == self._ends(place) else None

    def after(self, place: Place) -> int:
        """The number of the first hit behind a place; behind the last of all comes the first again."""
        behind = bisect_left(self.hits, self._end(place), key=lambda hit: self._start(hit.place))
        return max(behind, self._reaching(place)) % len(self.hits)

    def before(self, place: Place) -> int:
        """The number of the last hit that ends before a place; before the first of all comes the last."""
        return (self._reaching(place) - 1) % len(self.hits)

    def around(self, place: Place) -> int:
        """The number of the hit at a place or the first behind it."""
        return self._reaching(place) % len(self.hits)

    def _reaching(self, place: Place) -> int:
        return bisect_right(self.hits, self._start(place), key=lambda hit: self._end(hit.place))

    def _start(self, place: Place) -> tuple[int, int, int]:
        if isinstance(place, NoteMatch):
            return (1, self._number(place.note), place.start)
        return (0, place.start.position, place.start.place)

    def _end(self, place: Place) -> tuple[int, int, int]:
        if isinstance(place, NoteMatch):
            return (1, self._number(place.note), place.end)
        return (0, place.end.position, place.end.place)

    def _ends(self, place: Place) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        return self._start(place), self._end(place)

    def _number(self, note: int) -> int:
        return next((number for number, one in enumerate(self.searched.notes) if one == note), -1)


def searched(working: WorkingText) -> Searched:
    """The text as it is now."""
    notes = {note: working.notes[note].runs for note in working.cited() if note in working.notes}
    return Searched(working.version, tuple(entry.paragraph.runs for entry in working.entries), notes)


def find(
    text: Searched, query: Query, *, longest: float = LONGEST_SEARCH, go_on: Callable[[], None] = lambda: None
) -> Findings:
    """All matches that hold at least one character; raises UnusablePattern or SearchTooLong.

    Note marks within words part none of them; one before or behind a match is no part of it. `go_on` is called at
    each paragraph and may raise; `longest` are seconds by the clock, after which nothing is given.
    """
    turn = composed if query.regex else spelt if query.case or query.accents else folded
    if not turn(query.text):
        turn = composed  # an accent alone is looked for as it is
    given = turn(query.text)
    pattern = compiled(given, regex=query.regex, case=query.case, words=query.words)
    if pattern is None:
        return Findings(query, text)
    until = time.monotonic() + longest
    hits: list[Hit] = []
    for position, runs in enumerate(text.paragraphs):
        go_on()
        for match, start, end in _matches(pattern, runs, until, turn):
            hits.append(Hit(Selection(Caret(position, start), Caret(position, end)), match))
    for note, runs in text.notes.items():
        go_on()
        hits += [Hit(NoteMatch(note, start, end), match) for match, start, end in _matches(pattern, runs, until, turn)]
    if not hits and query.regex and _PLACES.fullmatch(query.text):
        # They are in every text: "nothing found" would be no answer.
        raise UnusablePattern("This expression finds places between letters only; add the letters that stand there.")
    return Findings(query, text, tuple(hits), pattern)


def finds(query: Query, words: str) -> bool:
    """Whether a search finds words that stand alone, to their last letter."""
    try:
        hits = find(Searched(0, ((Run(words),),)), query).hits
    except DraftError:
        return False
    return bool(hits) and hits[0].span == (0, len(words))


def _matches(
    pattern: Pattern[str], runs: Sequence[Run], until: float, turn: Callable[[str], str]
) -> Iterator[tuple[Match[str], int, int]]:
    """Matches in the words of runs, turned as what is looked for is, and their places."""
    signs = shown(runs)
    words = signs.replace(NOTE_MARK, "")
    places = None if len(words) == len(signs) else [at for at, sign in enumerate(signs) if sign != NOTE_MARK]
    text = turned(words, turn)
    try:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        reached = 0
        for one in pattern.finditer(text.words, timeout=left):
            start, end = one.span()
            if end > start:
                start, end = text.as_given(start, end)
            if end > start >= reached:  # a letter of several signs is found once
                reached = end
                yield (one, start, end) if places is None else (one, places[start], places[end - 1] + 1)
    except TimeoutError:
        raise SearchTooLong(
            "This search takes too long on this text; write the expression with fewer repetitions, or use plain words."
        ) from None
