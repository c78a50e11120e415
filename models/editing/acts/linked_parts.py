"""The word that linked two parts of a paragraph: an "or" stays behind the mark of the first, an "and" stays or goes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.marks.duties import Duties
from models.editing.marks.language_marks import is_or, marks_for, same_sense
from models.editing.marks.language_memory import joins_in, language
from models.editing.marks.paragraph_end import ended
from models.editing.places import is_item
from models.editing.runs import cut, shown
from models.editing.working import WorkingText
from models.reading.openings import opening


def unlinked(working: WorkingText, position: int, first: Entry, second: Entry) -> tuple[Entry, Entry, bool]:
    """Two parts of the paragraph at a position, and whether a word stands behind the mark of the first that links them.

    An "or" does, as of two paragraphs without it both hold. So does an "and" between the last two items of a list, and
    where others are linked by an "or", as without it that would be read between these, too. Any other goes.
    """
    stays = _and_stays(working, position)
    if not stays:
        first, second = _without_and(working, first, second)
    words = [word for word in joins_in(working, first.text) if stays or is_or(word)]
    first, second = _with_link(working, first, second, words)
    return first, second, is_or(first.end.join) or (stays and bool(first.end.join))


def _and_stays(working: WorkingText, position: int) -> bool:
    duties = Duties(working.entries, working.stretches)
    beside = duties.siblings(position)
    if duties.is_item(position) and position in beside[-1:]:
        return True
    return any(is_or(duties.end(duties.last_leaf(at)).join) for at in beside)


def _without_and(working: WorkingText, first: Entry, second: Entry) -> tuple[Entry, Entry]:
    words = "|".join(re.escape(word) for word in joins_in(working, first.text) if same_sense(word, "and"))
    item = is_item(first)
    before, behind = shown(first.paragraph.runs), shown(second.paragraph.runs)
    begins = re.match(rf"(?:{words})\s+", behind) if words else None
    # Of PPs and OPs it may be the "and" of all of them, behind a mark.
    mark = r"(?:\s*[,;])?" if item else r"(?<=[^\s,;])"
    ends = re.search(rf"{mark}\s+(?:{words})\Z", before) if words else None
    if begins and (item or opening(behind[begins.end() :])):
        second = second.with_runs(cut(second.paragraph.runs, begins.end(), len(behind)))
    elif ends and (item or opening(behind)):
        first = first.with_runs(cut(first.paragraph.runs, 0, ends.start()))
    return first, second


def _with_link(working: WorkingText, first: Entry, second: Entry, joins: Iterable[str]) -> tuple[Entry, Entry]:
    words, item = "|".join(map(re.escape, joins)), is_item(first)
    before, behind = shown(first.paragraph.runs), shown(second.paragraph.runs)
    begins = re.match(rf"(?P<word>{words})\s+", behind) if words else None
    ends = re.search(rf"(?:\s*[,;])?\s+(?P<word>{words})\Z", before) if words else None
    link = begins or ends
    if link is None or not (item or opening(behind[begins.end() if begins else 0 :])):
        return first, second
    stop = len(before) if begins else link.start()
    runs = cut(first.paragraph.runs, 0, stop)
    mark = "," if first.paragraph.kind is Kind.PREAMBULAR or (item and second.end.mark == ",") else ";"
    linked = ended(runs, mark, link["word"], marks_for(first.text, language(working)))
    if linked == runs:
        return first, second  # nothing may be put there
    rest = cut(second.paragraph.runs, begins.end(), len(behind)) if begins else second.paragraph.runs
    return first.with_runs(linked), second.with_runs(rest)
