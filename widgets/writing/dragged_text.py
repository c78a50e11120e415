"""Words dragged to another place: out here and in there, one step."""

from __future__ import annotations

from models.editing import structure
from models.editing.acts.joining import takes_no_space, with_space
from models.editing.edit import Caret, Selection
from models.editing.pasted.copied import copied
from models.editing.runs import cut, joined, length, shown
from models.editing.working import WorkingText


def move_text(working: WorkingText, selection: Selection, to: Caret) -> None:
    """Take what is selected out and put it in at a place outside it; words without a paragraph end go into words."""
    start, end = selection.start, selection.end
    if start <= to <= end:
        return
    taken = copied(working, selection)
    apart = len(taken.paragraphs) == 1 and not taken.extent.ended and _stand_apart(working, start, end)
    if apart:
        start, end = _with_a_space(working, start, end)
        selection = Selection(start, end)
        if start <= to <= end:
            return
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
        runs, words = taken.paragraphs[0].runs, entry.paragraph.runs
        head, tail = cut(words, 0, at.place), cut(words, at.place)
        begun = with_space(head, runs) if apart else head
        ended = with_space(runs, tail) if apart else runs
        step.put(at.position, entry.with_runs(joined(begun, ended, tail)))
        first = length(begun)
        step.selection = Selection(Caret(at.position, first), Caret(at.position, first + length(runs)))


def _stand_apart(working: WorkingText, start: Caret, end: Caret) -> bool:
    """Whether whole words lie between two places of a paragraph, parted by a space from one beside them at least."""
    signs = shown(working.entries[start.position].paragraph.runs)
    before, inside, after = signs[: start.place][-1:], signs[start.place : end.place], signs[end.place :][:1]
    return not (before.isalnum() or after.isalnum()) and inside == inside.strip() and " " in (before, after)


def _with_a_space(working: WorkingText, start: Caret, end: Caret) -> tuple[Caret, Caret]:
    """Where words go, with the one of the spaces around them that would be too many without them."""
    signs = shown(working.entries[start.position].paragraph.runs)
    before, after = signs[: start.place][-1:], signs[end.place :][:1]
    if after == " " and (not before or takes_no_space(before)):  # nothing before them, too
        return start, Caret(end.position, end.place + 1)
    if before == " ":
        return Caret(start.position, start.place - 1), end
    return start, end
