"""Words dragged to another place: out here and in there, one step."""

from __future__ import annotations

from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.pasted.copied import copied
from models.editing.runs import length, replaced
from models.editing.working import WorkingText


def move_text(working: WorkingText, selection: Selection, to: Caret) -> None:
    """Take what is selected out and put it in at a place outside it; words without a paragraph end go into words."""
    start, end = selection.start, selection.end
    if start <= to <= end:
        return
    taken = copied(working, selection)
    before = len(working.entries)
    with working.step("Move words", selection) as step:
        structure.delete(working, selection)
        at = to
        if to > end:
            if to.position == end.position:
                out = step.selection.head
                at = Caret(out.position, out.place + to.place - end.place)
            else:
                at = Caret(to.position - (before - len(working.entries)), to.place)
        if len(taken.paragraphs) > 1 or taken.extent.ended:
            there = Selection(at, at)
            paragraphs, notes = taken.paragraphs, taken.footnotes
            structure.insert_paragraphs(working, there, paragraphs, notes, taken.came_from, extent=taken.extent)
            return
        entry = working.entries[at.position]
        runs = taken.paragraphs[0].runs
        step.put(at.position, entry.with_runs(replaced(entry.paragraph.runs, at.place, at.place, runs)))
        step.selection = Selection(at, Caret(at.position, at.place + length(runs)))
