"""Notes at the feet of the pages: taken from among the lines, and put at the places of their figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.draft import Footnote, Run
from models.draft.plain_letters import TO_RAISED
from models.reading.literals import ends_open
from models.reading.notes import note_ids
from models.reading.pdf.columns import SMALLER
from models.reading.pdf.furniture import is_rule
from models.reading.pdf.lines import Line
from models.reading.reading import ReadingWarning

_STAR = re.compile(r"\*{1,4}(?=\s*\S)")
_FIGURES = re.compile(r"\d{1,3}")
_HEAD = re.compile(r"(\d{1,3})(?=\s+[^\s.)]|[^\W\d_])")
_WHITE = 1.5  # of the size: lines of one paragraph stand closer
_WIDER = 1.1  # than the usual distance of the lines of the page
_MOST_AT_ONE_PLACE = 4
_RAISED_BY, _RAISED_TO = 0.33, 0.58  # of the size, as programs raise figures


@dataclass(slots=True)
class Note:
    """A note as printed: its page, its mark ("1", "*") and the lines of its words, the mark on the first of them.

    `ruled` where it stands under the drawn line, as footnotes do; the note of a sponsor may stand without.
    """

    page: int
    mark: str
    ruled: bool = False
    lines: list[Line] = field(default_factory=list)


def note_start(line: Line) -> str | None:
    """The mark a line of a note begins with: raised figures, or asterisks."""
    if line.mark[0]:
        return line.mark[0]
    star = _STAR.match(line.text)
    return star[0] if star else None


def taken_out(pages: Sequence[Sequence[Line]], body: float) -> tuple[list[list[Line]], list[Note]]:
    """The lines of each page without its notes, and the notes in order; one that goes on overleaf is whole."""
    texts: list[list[Line]] = []
    notes: list[Note] = []
    cited: set[int] = set()
    for printed in pages:
        lines = _with_raised_heads(printed, cited, max((int(n.mark) for n in notes if n.mark.isdecimal()), default=0))
        start = _first_note_line(lines, body, notes[-1] if notes else None)
        texts.append([line for line in lines[:start] if not is_rule(line)])
        for line in lines[start:]:
            if is_rule(line):
                continue
            mark = note_start(line)
            if mark is not None:
                notes.append(Note(line.page, mark, is_rule(lines[start])))
            notes[-1].lines.append(line)
    return texts, notes


def _first_note_line(lines: Sequence[Line], body: float, before: Note | None) -> int:
    """Where the notes of a page begin: after the drawn line, else at the small letters at the foot, else at a mark.

    What follows the note `before` overleaf begins with no mark.
    """
    for at, line in enumerate(lines[:-1]):
        if is_rule(line) and (note_start(lines[at + 1]) or (before and lines[at + 1].size < body * SMALLER)):
            return at
    small = len(lines)
    while small and lines[small - 1].size < body * SMALLER:
        small -= 1
    if small < len(lines) and before is not None and _goes_on(before.lines[-1].words, lines[small].words):
        return small
    marked = next((at for at in range(small, len(lines)) if note_start(lines[at])), None)
    if marked is not None:
        return 0 if before and not small else marked  # notes at the end of a text go on from page to page
    return _first_large_note(lines)


def _goes_on(note: str, line: str) -> bool:
    """Whether a line overleaf is the rest of a note."""
    return ends_open(note) or note.endswith((",", "،", "，")) or line[:1].islower()


def _with_raised_heads(lines: Sequence[Line], cited: set[int], last: int) -> Sequence[Line]:
    """The lines of a page with the figures at the heads of its notes raised: LibreOffice prints them as large as these.

    They go on from the `last` note before, under some white, and each is raised in the text above or `cited` before.
    """
    above = set(cited)
    known: list[set[int]] = []
    for line in lines:
        known.append(set(above))
        marks = [_FIGURES.findall(letters.text) for letters in line.letters if letters.raised]
        above.update(int(mark) for found in marks for mark in found)
    cited |= above
    if any(line.mark[0] for line in lines):
        return lines
    starts: dict[int, int] = {}  # from the foot upwards
    mark = 0
    for at in range(len(lines) - 1, 0, -1):
        head = _HEAD.match(lines[at].text)
        figure = int(head[1]) if head else 0
        if figure > last and figure in known[at] and (not starts or figure == mark - 1):
            starts[at] = mark = figure
    if mark != last + 1:
        return lines
    first = min(starts)
    steps = Counter(round(above.base - line.base, 1) for above, line in pairwise(lines))
    white = max(_WHITE * lines[first].size, _WIDER * max(steps, key=steps.__getitem__, default=0))
    if lines[first - 1].base - lines[first].base < white:
        return lines
    return [_raised_head(line) if at in starts else line for at, line in enumerate(lines)]


def _raised_head(line: Line) -> Line:
    """A line with the figures it begins with raised."""
    first = next(at for at, span in enumerate(line.spans) if span[0].strip())
    text, left, right, base, size, style = line.spans[first]
    figures = _HEAD.match(text.lstrip())
    end = text.index(figures[1]) + len(figures[1]) if figures else len(text)
    middle = left + (right - left) * end / len(text)
    head = (text[:end], left, middle, base + _RAISED_BY * size, _RAISED_TO * size, style)
    rest = [(text[end:], middle, right, base, size, style)] if end < len(text) else []
    return replace(line, spans=(*line.spans[:first], head, *rest, *line.spans[first + 1 :]))


def _first_large_note(lines: Sequence[Line]) -> int:
    """Where notes as large as the text begin: their figures count, and stand in the lines above too."""
    starts = [at for at, line in enumerate(lines) if line.mark[0]]
    if not starts:
        return len(lines)
    marks = [int(lines[at].mark[0]) for at in starts]
    cited = {letters.text.strip() for line in lines[: starts[0]] for letters in line.letters if letters.raised}
    counts = marks == list(range(marks[0], marks[0] + len(marks)))
    return starts[0] if counts and all(str(mark) in cited for mark in marks) else len(lines)


class Notes:
    """The notes of one text by the pages they stand on."""

    def __init__(self, notes: Sequence[Note], runs: Sequence[tuple[Run, ...]]) -> None:
        self._notes = notes
        self._ids = note_ids([note.mark for note in notes])
        self._runs = runs
        self._cited: set[int] = set()
        self._last = 0

    def cited(self, figures: Sequence[str], page: int) -> list[tuple[str, Run | None]]:
        """The marks that raised figures at one place of a page are, each with the place of its note or None."""
        return [(mark, self._cited_one(mark, page)) for mark in self._marks(figures, page)]

    def _marks(self, figures: Sequence[str], page: int) -> Sequence[str]:
        """Those that go on from the last mark, if they may be: LibreOffice draws several as one figure, and Arabic ones
        run from right to left. A figure that is the mark of a note of that page is that.
        """
        known = {note.mark for note in self._notes}
        here = {note.mark for note in self._notes if note.page == page}
        if len(figures) == 1 and figures[0] in here and str(self._last + 1) not in here:
            return figures
        for count in range(2, _MOST_AT_ONE_PLACE + 1):
            marks = [str(self._last + at) for at in range(1, count + 1)]
            if "".join(figures) in ("".join(marks), "".join(reversed(marks))) and known.issuperset(marks):
                return marks
        return figures

    def _cited_one(self, mark: str, page: int) -> Run | None:
        """The place of the note with that mark on that page, else of the nearest one before, else after."""
        found = [at for at, note in enumerate(self._notes) if note.mark == mark]
        if not found:
            return None
        at = min(found, key=lambda one: (abs(self._notes[one].page - page), self._notes[one].page > page))
        self._cited.add(at)
        self._last = int(mark)
        return Run(footnote=self._ids[at])

    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(
            Footnote(number, note.mark, runs)
            for number, note, runs in zip(self._ids, self._notes, self._runs, strict=True)
        )

    def left_warnings(self) -> list[ReadingWarning]:
        """Notes that no mark in the text points to."""
        return [
            ReadingWarning(None, "note-without-mark", f"No mark in the text points to note {note.mark}; it was kept.")
            for at, note in enumerate(self._notes)
            if at not in self._cited
        ]


def raised(figures: str) -> str:
    """Figures as raised letters, for those that point to no note."""
    return figures.translate(TO_RAISED)
