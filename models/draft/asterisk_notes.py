"""The notes that asterisks of the masthead call: "Iraq:* draft resolution" has its own at the foot of its page.

Each is a footnote whose mark is "*". One that no line of the masthead calls is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from models.draft.paragraph import Draft, Footnote, Kind, Paragraph, Run, tidy_runs

_MARK = re.compile(r"(?<!\*)\*{1,4}(?!\*)")


def is_asterisks(mark: str) -> bool:
    """Whether the mark of a note is one or several asterisks."""
    return _MARK.fullmatch(mark) is not None


def marks_in(paragraph: Paragraph) -> list[str]:
    """The asterisks that stand as letters in a paragraph, in order."""
    return _MARK.findall(paragraph.text)


def cited(runs: Sequence[Run], mark: str, note: int) -> tuple[Run, ...] | None:
    """Runs that cite a note where its asterisks stood as letters; None where they do not."""
    for at, run in enumerate(runs):
        for found in _MARK.finditer(run.text):
            if found[0] == mark:
                before, after = replace(run, text=run.text[: found.start()]), replace(run, text=run.text[found.end() :])
                return tidy_runs((*runs[:at], before, Run(footnote=note), after, *runs[at + 1 :]))
    return None


def lettered(runs: Sequence[Run], notes: Mapping[int, Footnote]) -> tuple[Run, ...]:
    """Runs in which the marks of notes that have asterisks stand as letters, in the looks of those before them."""
    found: list[Run] = []
    for run in runs:
        note = notes.get(run.footnote) if run.footnote is not None else None
        if note is None or not is_asterisks(note.mark):
            found.append(run)
        else:
            looks = next((one for one in (*reversed(found), *runs) if one.footnote is None), Run())
            found.append(replace(looks, text=note.mark))
    return tidy_runs(found)


def with_notes_called(draft: Draft, told: Collection[int] = ()) -> tuple[Draft, dict[int, int]]:
    """The draft with the notes that its masthead calls as footnotes, and where each of its paragraphs stands now.

    They come before its other notes, whose ids follow. Of a note it is the line that calls it. Those at the positions
    `told` stay paragraphs, and so does a note whose mark a paragraph of the text before it has.
    """
    notes = [(at, mark) for at, mark in _called(draft.paragraphs) if at not in told and _is_cited(draft, at, mark)]
    if not notes:
        return draft, {at: at for at in range(len(draft.paragraphs))}
    paragraphs = [_with_ids_behind(one, len(notes)) for one in draft.paragraphs]
    called_in: dict[int, int] = {}
    for note, (at, mark) in enumerate(notes, 1):
        for head, line in enumerate(paragraphs[:at]):
            runs = cited(line.runs, mark, note) if line.kind is Kind.MASTHEAD else None
            if runs is not None:
                paragraphs[head] = replace(line, runs=runs)
                called_in.setdefault(at, head)
    left = [at for at in range(len(paragraphs)) if at not in called_in]
    now = {was: at for at, was in enumerate(left)}
    own = (Footnote(note, mark, draft.paragraphs[at].runs) for note, (at, mark) in enumerate(notes, 1))
    others = (replace(one, id=one.id + len(notes)) for one in draft.footnotes)
    found = Draft(tuple(paragraphs[at] for at in left), (*own, *others))
    return found, now | {at: now[head] for at, head in called_in.items()}


def _with_ids_behind(paragraph: Paragraph, count: int) -> Paragraph:
    """A paragraph that cites notes whose ids are greater by so many."""
    if not paragraph.footnotes:
        return paragraph
    runs = (one if one.footnote is None else replace(one, footnote=one.footnote + count) for one in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))


def _called(paragraphs: Sequence[Paragraph]) -> list[tuple[int, str]]:
    """The first note of each mark of the masthead, and the mark; items of a list and cells of a table are none."""
    found: list[tuple[int, str]] = []
    called: set[str] = set()  # in the masthead, and nowhere else so far
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.MASTHEAD:
            called.update(marks_in(paragraph))
        elif paragraph.kind is not Kind.SPONSOR_NOTE:
            called.difference_update(marks_in(paragraph))
        elif paragraph.number in called and not paragraph.footnotes and not _in_list_or_table(paragraphs, at):
            called.discard(paragraph.number)
            found.append((at, paragraph.number))
    return found


def _is_cited(draft: Draft, at: int, mark: str) -> bool:
    """Whether a line of the masthead above has the mark in letters of one look: else there is no place to cite at."""
    above = (line for line in draft.paragraphs[:at] if line.kind is Kind.MASTHEAD)
    return any(cited(line.runs, mark, at) is not None for line in above)


def _in_list_or_table(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a paragraph is a cell, or stands beside one with the same mark, as an item behind an asterisk does."""
    own = paragraphs[at]
    beside = (*paragraphs[max(at - 1, 0) : at], *paragraphs[at + 1 : at + 2])
    return own.cell is not None or any(one.kind is own.kind and one.number == own.number for one in beside)
