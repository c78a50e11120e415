"""Words dragged to another place: out here and in there, one step."""

from __future__ import annotations

from dataclasses import replace

from models.draft import Paragraph
from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.runs import cut, replaced
from models.editing.working import WorkingText


def move_text(working: WorkingText, selection: Selection, to: Caret) -> None:
    """Take what is selected out and put it in at a place outside it."""
    start, end = selection.start, selection.end
    if start <= to <= end:
        return
    taken = _taken(working, start, end)
    before = len(working.entries)
    with working.step("Move words", selection) as step:
        structure.delete(working, selection)
        at = to
        if to > end:
            if to.position == end.position:
                at = Caret(start.position, start.place + to.place - end.place)
            else:
                at = Caret(to.position - (before - len(working.entries)), to.place)
        if len(taken) > 1:
            structure.insert_paragraphs(working, Selection(at, at), taken, ())
            return
        entry = working.entries[at.position]
        runs = taken[0].runs
        step.put(at.position, entry.with_runs(replaced(entry.paragraph.runs, at.place, at.place, runs)))
        long = sum(1 if run.footnote is not None else len(run.text) for run in runs)
        step.selection = Selection(at, Caret(at.position, at.place + long))


def _taken(working: WorkingText, start: Caret, end: Caret) -> list[Paragraph]:
    taken = []
    for position in range(start.position, end.position + 1):
        paragraph = working.entries[position].paragraph
        first = start.place if position == start.position else 0
        last = end.place if position == end.position else None
        taken.append(replace(paragraph, runs=cut(paragraph.runs, first, last)))
    return taken
