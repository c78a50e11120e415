"""Where two paragraphs become one: the end of the first becomes the middle of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Run
from models.draft.late_pattern import late_pattern
from models.editing.edit import Entry
from models.editing.runs import NOTE_MARK, Runs, cut, joined, shown
from models.editing.working import WorkingText

_SPACES = " \u00a0\u202f\u2009"
_ENDS = (",", ";", ".")
# Nothing parts what opens from what follows, nor a word from the mark behind it; East Asian words have no spaces.
_NO_SPACE_AFTER = late_pattern(r"[\s(\[{“‘„‚«‹¿¡/\u2010-\u2015\u3000-\u9fff\uff00-\uffef-]$")
_NO_SPACE_BEFORE = late_pattern(r"[\s,;.:?!…%)\]}”’»›،؛؟٪/\u3000-\u9fff\uff00-\uffef]|[\u2010-\u2015-](?!\s)")


def closed_up(working: WorkingText, first: Entry, last: Entry) -> Entry:
    """The first of two paragraphs as the beginning of one: without its end mark and the "and" after it, and a space
    behind it where words follow. Where punctuation does not follow, or where the last has no words, the mark stays."""
    if not first.length or not last.length:
        return first
    runs = first.paragraph.runs
    end = first.end
    if working.punctuates and end.sound and end.mark in _ENDS and end.mark:
        runs = joined(cut(runs, 0, end.start), cut(runs, *end.notes), cut(runs, end.stop))
    kept = len(shown(runs).rstrip(_SPACES))
    if kept < len(shown(runs)) and kept:
        runs = cut(runs, 0, kept)
    return first.with_runs(with_space(runs, last.paragraph.runs))


def takes_no_space(words: str) -> bool:
    """Whether what follows words follows at once: they end with a space, or with a sign that opens or binds."""
    return _NO_SPACE_AFTER.search(words) is not None


def with_space(runs: Runs, after: Sequence[Run]) -> Runs:
    """Runs, with a space behind them where words follow that nothing parts from them: two words never become one."""
    before, follows = shown(runs), shown(after)
    if not before or not follows or follows[0] == NOTE_MARK:
        return runs
    if takes_no_space(before) or _NO_SPACE_BEFORE.match(follows):
        return runs
    look = next((run for run in reversed(runs) if run.footnote is None), Run(""))
    return joined(runs, [Run(" ", bold=look.bold, underline=look.underline)])
