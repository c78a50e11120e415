"""Finding and replacing: plain words or a regular expression, in paragraphs and footnotes; a match stays in one."""

from __future__ import annotations

import re
import time
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from models.draft import DraftError, Run
from models.editing.edit import Caret, Selection
from models.editing.patterns import UnusablePattern, compiled
from models.editing.runs import NOTE_MARK, cut, replaced, shown
from models.editing.working import Step, WorkingText

LONGEST_SEARCH = 2.0
"""Seconds after which a search gives up."""
_LONGEST_FINDING = 10.0
_CONTEXT = 40


class SearchTooLong(DraftError):
    """The expression takes too long on this text."""


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


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One replacement as it would be: the paragraph's label (a note's mark), the words around it before and after.

    `place` is the selection in the text, or the match in a note.
    """

    label: str
    before: str
    after: str
    place: Selection | NoteMatch


def find(working: WorkingText, query: Query) -> tuple[Selection, ...]:
    """All matches in the paragraphs, in order; raises UnusablePattern or SearchTooLong."""
    return tuple(one for found in _found(working, _Search(query)) for one in found)


def finding(working: WorkingText, query: Query) -> Iterator[tuple[Selection, ...]]:
    """The same paragraph by paragraph, for who has other things to do between; raises UnusablePattern at once."""
    return _found(working, _Search(query, longest=_LONGEST_FINDING))


def _found(working: WorkingText, search: _Search) -> Iterator[tuple[Selection, ...]]:
    for position, entry in enumerate(working.entries):
        yield tuple(
            Selection(Caret(position, match.start()), Caret(position, match.end()))
            for match in search.matches(entry.paragraph.runs)
        )


def find_in_notes(working: WorkingText, query: Query) -> tuple[NoteMatch, ...]:
    """All matches in the footnotes that are cited, in their order."""
    search = _Search(query)
    return tuple(
        NoteMatch(note, match.start(), match.end())
        for note in working.cited()
        if note in working.notes
        for match in search.matches(working.notes[note].runs)
    )


def replace_one(working: WorkingText, query: Query, text: str, selection: Selection) -> Selection | None:
    r"""Replace the match that is selected; gives the next match after it, or None. `\1` are groups of an expression.

    Where the selection is no match nothing is replaced, and the first match from the caret on is given.
    """
    search = _Search(query, text)
    at = selection.start
    runs = working.entries[at.position].paragraph.runs
    match = next((one for one in search.matches(runs) if _is(one, at.position, selection)), None)
    after = at
    if match is not None and NOTE_MARK not in match[0]:
        new = search.new_runs(runs, match)
        after = Caret(at.position, match.start() + _length(new))
        with working.step("Replace", selection) as step:
            entry = working.entries[at.position]
            step.put(at.position, entry.with_runs(replaced(runs, match.start(), match.end(), new)))
            step.caret(after.position, after.place)
    elif match is not None:
        after = selection.end
    found = find(working, query)
    return next((one for one in found if one.start >= after), found[0] if found else None)


def replace_all(
    working: WorkingText, query: Query, text: str, selection: Selection, skipped: Container[int] = ()
) -> int:
    """Replace every match in paragraphs and notes as one step; gives how many. One that holds a note mark stays.

    `skipped` are numbers of rows of `preview` that are left as they are.
    """
    search = _Search(query, text, skipped)
    count = 0
    with working.step("Replace all", selection) as step:
        for position, entry in enumerate(tuple(working.entries)):
            runs, replaced_here = search.all_replaced(entry.paragraph.runs)
            if replaced_here:
                count += replaced_here
                step.put(position, entry.with_runs(runs))
        count += _replace_in_notes(step, search)
        caret = selection.start
        length = working.entries[caret.position].length if caret.position < len(working.entries) else 0
        step.caret(caret.position, min(caret.place, length))
    return count


def _replace_in_notes(step: Step, search: _Search) -> int:
    count = 0
    for note in step.working.cited():
        footnote = step.working.notes.get(note)
        if footnote is not None:
            runs, replaced_here = search.all_replaced(footnote.runs)
            if replaced_here:
                count += replaced_here
                step.set_note(note, replace(footnote, runs=runs))
    return count


def preview(working: WorkingText, query: Query, text: str) -> tuple[PreviewRow, ...]:
    """What `replace_all` would do, one row a replacement, each on the text as it is now."""
    search = _Search(query, text)
    rows: list[PreviewRow] = []
    for position, entry in enumerate(working.entries):
        for match in search.replaceable(entry.paragraph.runs):
            place = Selection(Caret(position, match.start()), Caret(position, match.end()))
            rows.append(search.row(working.label(position) or "", entry.paragraph.runs, match, place))
    for note in working.cited():
        if note in working.notes:
            runs = working.notes[note].runs
            for match in search.replaceable(runs):
                rows.append(search.row(working.mark(note), runs, match, NoteMatch(note, match.start(), match.end())))
    return tuple(rows)


class _Search:
    """One search at work: the pattern, what comes in its place, and the time it may take."""

    def __init__(
        self, query: Query, text: str = "", skipped: Container[int] = (), *, longest: float | None = None
    ) -> None:
        self._pattern = compiled(query.text, regex=query.regex, case=query.case, words=query.words)
        self._regex = query.regex
        self._text = text
        self._skipped, self._seen = skipped, 0
        self._until = time.monotonic() + (LONGEST_SEARCH if longest is None else longest)
        if query.regex and self._pattern is not None:
            _check_groups(self._pattern, text)

    def matches(self, runs: Sequence[Run]) -> Iterator[re.Match[str]]:
        """Matches that hold at least one character."""
        if self._pattern is None:
            return
        if time.monotonic() > self._until:
            raise SearchTooLong("This search takes too long on this text; look for something more definite.")
        for match in self._pattern.finditer(shown(runs)):
            if match.end() > match.start():
                yield match

    def replaceable(self, runs: Sequence[Run]) -> list[re.Match[str]]:
        """Matches without a note mark in them: that would be lost."""
        return [match for match in self.matches(runs) if NOTE_MARK not in match[0]]

    def new_text(self, match: re.Match[str]) -> str:
        """What comes in the place of a match."""
        return (match.expand(self._text) if self._regex else self._text).replace("\n", " ").replace(NOTE_MARK, "")

    def new_runs(self, runs: Sequence[Run], match: re.Match[str]) -> tuple[Run, ...]:
        """The same as runs that look like what is replaced: like its first letter."""
        look = cut(runs, match.start(), match.start() + 1)[0]
        text = self.new_text(match)
        return (replace(look, text=text),) if text else ()

    def all_replaced(self, runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], int]:
        """Runs with every match replaced, and how many there were."""
        found = []
        for match in self.replaceable(runs):
            if self._seen not in self._skipped:
                found.append(match)
            self._seen += 1
        new = runs
        for match in reversed(found):
            new = replaced(new, match.start(), match.end(), self.new_runs(runs, match))
        return new, len(found)

    def row(self, label: str, runs: Sequence[Run], match: re.Match[str], place: Selection | NoteMatch) -> PreviewRow:
        """One row of the preview."""
        text = shown(runs)
        left = _from_a_word(text[: match.start()]).replace(NOTE_MARK, "")
        right = text[match.end() : match.end() + _CONTEXT].replace(NOTE_MARK, "")
        return PreviewRow(label, left + match[0] + right, left + self.new_text(match) + right, place)


def _from_a_word(before: str) -> str:
    """The last words before a match."""
    if len(before) <= _CONTEXT:
        return before
    space = before.find(" ", len(before) - _CONTEXT)
    return "… " + before[space + 1 if space >= 0 else len(before) - _CONTEXT :]


def _check_groups(pattern: re.Pattern[str], text: str) -> None:
    """Raises where the replacement names a group the expression has not."""
    try:
        re.compile(pattern.pattern + "|", pattern.flags).sub(text, "")
    except (re.error, IndexError) as error:
        raise UnusablePattern(
            f"The replacement cannot be used ({error}); write \\1 for the first group and \\\\ for a backslash."
        ) from None


def _is(match: re.Match[str], position: int, selection: Selection) -> bool:
    start, end = Caret(position, match.start()), Caret(position, match.end())
    return (selection.start, selection.end) == (start, end)


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs)
