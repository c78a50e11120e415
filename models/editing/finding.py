"""Finding and replacing: plain words or a regular expression, in paragraphs and footnotes; a match stays in one.

A search looks at a text as it was at one moment, in whatever thread; its findings are then replaced in the same text.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.draft import DraftError, Run
from models.editing.edit import Caret, Entry, Selection
from models.editing.footnotes import join_same
from models.editing.patterns import UnusablePattern, check_groups, compiled
from models.editing.replaced_looks import in_place_of
from models.editing.runs import NOTE_MARK, Runs, cut, replaced, shown
from models.editing.step import Step
from models.editing.working import WorkingText

if TYPE_CHECKING:
    from regex import Match, Pattern

LONGEST_SEARCH = 2.0
"""Seconds after which a search gives up."""
_CONTEXT = 40
_PLACES = re.compile(r"(?:[\^$()|]|\\[bBAZ])+")
"""Expressions that no letter belongs to."""


class SearchTooLong(DraftError):
    """The expression takes too long on this text."""


class TextHasChanged(DraftError):
    """What was found was found in another text than the one at hand."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `regex` is a regular expression, `case` tells capitals apart, `words` finds whole words."""

    text: str
    regex: bool = False
    case: bool = False
    words: bool = False


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
    """A match and where it is; one that holds a note mark is not replaced, since the mark would be lost."""

    place: Place
    match: Match[str]

    @property
    def replaceable(self) -> bool:
        """Whether it can be replaced."""
        return NOTE_MARK not in self.match[0]


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


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One replacement as it would be: the paragraph's label or "Note 3", what goes and what comes, the words around."""

    label: str
    left: str
    old: str
    new: str
    right: str


# Searching


def searched(working: WorkingText) -> Searched:
    """The text as it is now."""
    notes = {note: working.notes[note].runs for note in working.cited() if note in working.notes}
    return Searched(working.version, tuple(entry.paragraph.runs for entry in working.entries), notes)


def find(
    text: Searched, query: Query, *, longest: float = LONGEST_SEARCH, go_on: Callable[[], None] = lambda: None
) -> Findings:
    """All matches that hold at least one character; raises UnusablePattern or SearchTooLong.

    `go_on` is called at each paragraph and may raise; `longest` are seconds by the clock, after which nothing is given.
    """
    pattern = compiled(query.text, regex=query.regex, case=query.case, words=query.words)
    if pattern is None:
        return Findings(query, text)
    until = time.monotonic() + longest
    hits: list[Hit] = []
    for position, runs in enumerate(text.paragraphs):
        go_on()
        for match in _matches(pattern, runs, until):
            hits.append(Hit(Selection(Caret(position, match.start()), Caret(position, match.end())), match))
    for note, runs in text.notes.items():
        go_on()
        hits += [Hit(NoteMatch(note, match.start(), match.end()), match) for match in _matches(pattern, runs, until)]
    if not hits and query.regex and _PLACES.fullmatch(query.text):
        # They are in every text: "nothing found" would be no answer.
        raise UnusablePattern("This expression finds places between letters only; add the letters that stand there.")
    return Findings(query, text, tuple(hits), pattern)


def _matches(pattern: Pattern[str], runs: Sequence[Run], until: float) -> Iterator[Match[str]]:
    try:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        yield from (one for one in pattern.finditer(shown(runs), timeout=left) if one.end() > one.start())
    except TimeoutError:
        raise SearchTooLong(
            "This search takes too long on this text; write the expression with fewer repetitions, or use plain words."
        ) from None


# Replacing


def replace_one(working: WorkingText, selection: Selection, found: Findings, text: str, number: int) -> Place:
    r"""Replace one hit; gives the place just behind what came, or behind a hit that stays. `\1` are groups."""
    _check(working, found, text)
    hit = found.hits[number]
    place = hit.place
    if not hit.replaceable:
        return place
    with working.step("Replace", selection) as step:
        if isinstance(place, NoteMatch):
            new = _new_runs(found, working.notes[place.note].runs, hit.match, text)
            _replace_in_note(step, place.note, [(hit.match, new)])
            end = place.start + _length(new)
            return NoteMatch(place.note, end, end)
        position = place.start.position
        entry = working.entries[position]
        new = _new_runs(found, entry.paragraph.runs, hit.match, text)
        step.put(position, entry.with_runs(_replaced(entry.paragraph.runs, [(hit.match, new)])))
        step.caret(position, place.start.place + _length(new))
        return step.selection


def replace_all(
    working: WorkingText, selection: Selection, found: Findings, text: str, skipped: Collection[int] = ()
) -> int:
    """Replace every hit in paragraphs and notes as one step; gives how many. One that holds a note mark stays.

    `skipped` are numbers of rows of `preview` that are left as they are. A note that then reads as another does
    becomes that one.
    """
    _check(working, found, text)
    wanted = [hit for number, hit in enumerate(_replaceable(found)) if number not in skipped]
    put: dict[int, Entry] = {}
    in_text = _by(wanted, lambda place: place.start.position if isinstance(place, Selection) else None)
    for position, hits in in_text:
        entry = working.entries[position]
        new = [(hit.match, _new_runs(found, entry.paragraph.runs, hit.match, text)) for hit in hits]
        put[position] = entry.with_runs(_replaced(entry.paragraph.runs, new))
    with working.step("Replace all", selection) as step:
        step.put_all(put)
        for note, hits in _by(wanted, lambda place: place.note if isinstance(place, NoteMatch) else None):
            runs = working.notes[note].runs
            _replace_in_note(step, note, [(hit.match, _new_runs(found, runs, hit.match, text)) for hit in hits])
        caret = selection.start
        length = working.entries[caret.position].length if caret.position < len(working.entries) else 0
        step.caret(caret.position, min(caret.place, length))
    return len(wanted)


def preview(working: WorkingText, found: Findings, text: str) -> tuple[PreviewRow, ...]:
    """What `replace_all` would do, one row a replacement, each on the text as it is now."""
    _check(working, found, text)
    return tuple(_row(working, found, hit, text) for hit in _replaceable(found))


def _check(working: WorkingText, found: Findings, text: str) -> None:
    if found.searched.version != working.version and found.hits:
        raise TextHasChanged("The text has changed since it was searched; search again.")
    if found.query.regex and found.pattern is not None:
        check_groups(found.pattern, text)


def _replaceable(found: Findings) -> list[Hit]:
    return [hit for hit in found.hits if hit.replaceable]


def _by(hits: Iterable[Hit], where: Callable[[Place], int | None]) -> list[tuple[int, list[Hit]]]:
    """Hits by the paragraph or the note they are in, those that are in none set aside."""
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        at = where(hit.place)
        if at is not None:
            found.setdefault(at, []).append(hit)
    return list(found.items())


def _replace_in_note(step: Step, note: int, new: Sequence[tuple[Match[str], Runs]]) -> None:
    footnote = step.working.notes[note]
    step.set_note(note, replace(footnote, runs=_replaced(footnote.runs, new)))
    join_same(step.working, note)


def _replaced(runs: Runs, new: Sequence[tuple[Match[str], Runs]]) -> Runs:
    """Runs with matches replaced, which stand in their order."""
    for match, what in reversed(new):
        runs = replaced(runs, match.start(), match.end(), what)
    return runs


def _new_text(found: Findings, match: Match[str], text: str) -> str:
    """What comes in the place of a match."""
    return (match.expand(text) if found.query.regex else text).replace("\n", " ").replace(NOTE_MARK, "")


def _new_runs(found: Findings, runs: Runs, match: Match[str], text: str) -> Runs:
    """The same as runs that look like what is replaced."""
    old = cut(runs, match.start(), match.end())
    return in_place_of(old, _new_text(found, match, text), match.string[match.end() :])


def _row(working: WorkingText, found: Findings, hit: Hit, text: str) -> PreviewRow:
    place, match = hit.place, hit.match
    label = f"Note {working.mark(place.note)}" if isinstance(place, NoteMatch) else working.label(place.start.position)
    left = _from_a_word(match.string[: match.start()]).replace(NOTE_MARK, "")
    right = _to_a_word(match.string[match.end() :]).replace(NOTE_MARK, "")
    return PreviewRow(label or "", left, match[0], _new_text(found, match, text), right)


def _from_a_word(before: str) -> str:
    """The last words before a match."""
    if len(before) <= _CONTEXT:
        return before
    space = before.find(" ", len(before) - _CONTEXT)
    return "… " + before[space + 1 if space >= 0 else len(before) - _CONTEXT :]


def _to_a_word(after: str) -> str:
    """The first words behind a match."""
    if len(after) <= _CONTEXT:
        return after
    space = after.rfind(" ", 0, _CONTEXT)
    return after[: space if space > 0 else _CONTEXT] + " …"


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs)
