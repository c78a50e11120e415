"""The end of a text behind whose last words paragraphs stand that are yet to be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Draft
from models.editing.edit import Entry, Selection
from models.editing.marks.duties import Duties, Duty
from models.editing.marks.list_joins import enders_before
from models.editing.marks.punctuation import in_its_language, may_end, with_end
from models.editing.places import fitting
from models.editing.stretches import Stretches
from models.editing.working import WorkingText


def where_it_ends(working: WorkingText) -> int:
    """The position behind the last paragraph that is more than begun: behind it come those without words, most often
    one that has nothing but its number yet. An empty one that the base has is none of them; nor is all of a text."""
    entries = working.entries
    begun = (len(entries) - at for at, entry in enumerate(reversed(entries)) if not _is_begun(working, entry))
    return next(begun, len(entries))


def _is_begun(working: WorkingText, entry: Entry) -> bool:
    empty = not entry.length and entry.paragraph.cell is None
    return empty and not any(not working.original[old].length for old in entry.came_from)


def as_it_ends(working: WorkingText) -> Draft:
    """The draft a working text is read as where it goes out or is kept: without what is only begun at its end."""
    return working.draft(where_it_ends(working))


def begun_again(kept: WorkingText, after: WorkingText) -> Sequence[Entry]:
    """What was only begun at the end of a text that was kept, for the text that goes on from the draft it became."""
    begun = kept.entries[where_it_ends(kept) :]
    return [replace(entry, key=after.fresh_key(), came_from=()) for entry in begun]


def end_text(working: WorkingText, selection: Selection) -> None:
    """Give the last paragraph with words the mark it has where the empty ones behind it count for nothing, and its
    "and" to the one before.

    As where the text is kept while another paragraph is begun; not where something was just undone, or it ends its way.
    """
    entries, undo_list = working.entries, working.undo_list
    last = next((at for at in range(len(entries) - 1, -1, -1) if entries[at].length), None)
    if last in (None, len(entries) - 1) or not working.punctuates or undo_list.last_undone is not None:
        return
    entry, alone = entries[last], entries[: last + 1]
    duties = Duties(entries, working.stretches)
    now, due = duties.of(last), Duties(alone, Stretches(alone)).of(last)
    if due is None or now is None or entry.end.mark != now.mark or not may_end(entry):
        return
    gives = entry.end.join if now.penultimate and not due.penultimate else ""
    if due.mark != "." and not gives:
        return
    takes = next(enders_before(duties, last), None) if gives else None
    gave = undo_list.gave_way
    with working.step("Full stop", selection) as step:
        step.put(last, with_end(working, entry, due, ""))
        if takes is not None and not entries[takes].end.join and may_end(entries[takes]):
            took = entries[takes]
            step.put(takes, with_end(working, took, Duty(took.end.mark), in_its_language(working, took, gives) or ""))
        step.selection = Selection(*(fitting(caret, entries) for caret in (selection.anchor, selection.head)))
    undo_list.gave_way = gave
