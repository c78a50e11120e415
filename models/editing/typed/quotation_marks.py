"""Straight quotation marks and apostrophes that are typed become those that are printed."""

from __future__ import annotations

import re

from models.editing.edit import TYPING, Entry, Selection
from models.editing.marks.language_marks import Marks, marks_for
from models.editing.marks.language_memory import language
from models.editing.runs import NOTE_MARK, cut, like, replaced, shown
from models.editing.stretch import PRINTED, STRAIGHT, quotes_in
from models.editing.working import WorkingText

_OPENS_BEHIND = "([{“‘«„—–/"
"""Behind these, a blank or nothing a quotation begins; behind anything else it ends, or an apostrophe stands there."""
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|\w*qu)[’']$", re.IGNORECASE)
"""Behind an elided word one begins as well: l’« eau »."""
_SPACED = re.compile(r"«\s\s[^«»]+\s$")
"""A quotation whose writer puts spaces of his own within its marks, up to where it ends."""
_DOUBLE, _UNMEASURED = re.compile("[“”«»]"), re.compile(r'(?<!\d)"')


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
    marks, runs, end = _marks(working, entry.text), entry.paragraph.runs, place
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


def printed_beside(working: WorkingText, words: str, at: int) -> str:
    """The mark that is printed for the straight one that was just typed at a place of words that are written beside the
    text: of a note, or of a field of the masthead."""
    if (
        not working.curls
        or _goes_on_straight(working)
        or any(sign in words[:at] + words[at + 1 :] for sign in STRAIGHT)
    ):
        return words[at]
    return printed_mark(words, at, _marks(working, words))


def _marks(working: WorkingText, words: str) -> Marks:
    """The marks of some words; of none but signs yet those of the whole text."""
    whole = language(working)
    return marks_for(words, whole) if any(map(str.isalpha, words)) else whole


def printed_mark(words: str, at: int, marks: Marks) -> str:
    """The mark that is printed for the straight one at a place of some words, that itself where it stays."""
    mark, before = words[at], words[:at].rstrip(NOTE_MARK)
    last, unspaced = before[-1:], not marks.apart
    if not marks.quotes or (last.isdigit() and "°" in before and (mark == "'" or not _opened(before))):
        return mark
    begins = not last or last.isspace() or last in _OPENS_BEHIND or _ELIDED.search(before) is not None
    if mark == "'":
        within = before.rfind("‘") > before.rfind("’")
        apostrophe = last.isascii() and last.isalnum()
        opens = last != "‘" and (begins or (unspaced and not within and not apostrophe))
        return "‘" if opens else "’"
    opened = _opened(before)
    if (last.isdigit() and not opened and not unspaced) or len(_UNMEASURED.findall(before)) % 2:
        return mark  # of a measure, or it ends what a straight one began
    if not opened:
        return marks.quotes[0 if begins or unspaced or last in "-\u2010\u2011" else 1]
    if _SPACED.search(before):
        return "»"
    closing = "”" if opened == "“" else "\u00a0»" if opened[1:].isspace() else "»"
    return marks.quotes[0] if begins and not before.endswith(opened) else closing


def _opened(before: str) -> str:
    """The mark that began the quotation which some words end in, with the space behind it; "" in none."""
    opened: list[str] = []
    for found in _DOUBLE.finditer(before):
        if found[0] in "“«":
            at = found.end()
            opened.append(found[0] + (before[at : at + 1] if before[at : at + 1].isspace() else ""))
        elif opened:
            opened.pop()
    return opened[-1] if opened else ""


def _goes_on_straight(working: WorkingText, but: Entry | None = None, words: str = "") -> bool:
    """Whether a text has straight marks already and none that are printed; of one entry `words` are looked at."""
    found = set(quotes_in(words))
    for part in working.stretches.parts:
        if any(one is but for one in part.entries):
            found.update(*(quotes_in(entry.text) for entry in part.entries if entry is not but))
        else:
            found |= part.quotes
        if not found.isdisjoint(PRINTED):
            return False
    return bool(found)
