"""Straight quotation marks and apostrophes that are typed become those that are printed."""

from __future__ import annotations

from models.editing.edit import TYPING, Entry, Selection
from models.editing.marks.language_marks import Marks, marks_for
from models.editing.marks.language_memory import language
from models.editing.runs import NOTE_MARK, cut, like, replaced, shown
from models.editing.stretch import PRINTED, STRAIGHT
from models.editing.working import WorkingText

_OPENS_BEHIND = f"([{{“‘«„—–/{NOTE_MARK}"
"""Behind these, a blank or nothing a quotation begins; behind anything else it ends, or an apostrophe stands there."""


def quotes_typed(working: WorkingText, position: int, place: int, since: int) -> int:
    """Write the straight marks that were just typed between two places as their language prints them, as a step of its
    own; gives the place behind them then.

    A text that has straight ones alone goes on so, and a measure keeps them: 35° 10' 20".
    """
    entry = working.entries[position]
    words = shown(entry.paragraph.runs)
    since = max(0, min(since, place))
    last = working.undo_list.last
    wrote = working.curls and last is not None and last.words == TYPING  # a letter may have been taken out behind one
    typed = [at for at in range(since, place) if words[at : at + 1] in (*STRAIGHT,)] if wrote else []
    if not typed or _goes_on_straight(working, entry, words[:since] + words[place:]):
        return place
    marks, runs, end = marks_for(entry.text, language(working)), entry.paragraph.runs, place
    for at in typed:
        now = shown(runs)
        here = at + end - place
        printed = printed_mark(now, here, marks)
        runs = replaced(runs, here, here + 1, [like(run, printed) for run in cut(runs, here, here + 1)])
        end += len(printed) - 1
    if runs == entry.paragraph.runs:
        return place
    with working.step("Quotation mark", Selection.at(position, place)) as step:
        step.put(position, entry.with_runs(runs))
        step.caret(position, end)
    return end


def printed_in_note(working: WorkingText, words: str, at: int) -> str:
    """The mark that is printed for the straight one that was just typed at a place of a note."""
    if (
        not working.curls
        or _goes_on_straight(working)
        or any(sign in words[:at] + words[at + 1 :] for sign in STRAIGHT)
    ):
        return words[at]
    return printed_mark(words, at, marks_for(words, language(working)))


def printed_mark(words: str, at: int, marks: Marks) -> str:
    """The mark that is printed for the straight one at a place of some words, that itself where it stays."""
    mark, before = words[at], words[at - 1 : at]
    opens = not before or before.isspace() or before in _OPENS_BEHIND
    if mark == "'":
        measure = before.isdigit() and "°" in words[:at]
        return mark if measure or not marks.quotes else "‘" if opens else "’"
    if not marks.quotes:
        return mark
    opening, closing = marks.quotes
    inner = words.rfind(opening.strip(), 0, at) > words.rfind(closing.strip(), 0, at)
    if before.isdigit() and not inner:
        return mark
    return opening if opens else closing


def _goes_on_straight(working: WorkingText, but: Entry | None = None, words: str = "") -> bool:
    """Whether a text has straight marks already and none that are printed; of one entry `words` are looked at."""
    found = set(words)
    for part in working.stretches.parts:
        if any(one is but for one in part.entries):
            found.update(*(entry.text for entry in part.entries if entry is not but))
        else:
            found |= part.quotes
        if not found.isdisjoint(PRINTED):
            return False
    return not found.isdisjoint(STRAIGHT)
