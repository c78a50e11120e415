"""The end of a text behind whose last words paragraphs stand that are yet to be written."""

from __future__ import annotations

from models.editing.duties import Duties
from models.editing.edit import Selection
from models.editing.places import fitting
from models.editing.punctuation import may_end, with_end
from models.editing.stretches import Stretches
from models.editing.working import WorkingText


def end_text(working: WorkingText, selection: Selection) -> None:
    """Give the last paragraph with words the mark it has where the empty ones behind it count for nothing.

    As where the text is kept while another paragraph is begun; not where something was just undone, or it ends its way.
    """
    entries, undo_list = working.entries, working.undo_list
    last = next((at for at in range(len(entries) - 1, -1, -1) if entries[at].length), None)
    if last in (None, len(entries) - 1) or not working.punctuates or undo_list.last_undone is not None:
        return
    entry, alone = entries[last], entries[: last + 1]
    now, due = Duties(entries, working.stretches).of(last), Duties(alone, Stretches(alone)).of(last)
    if due is None or now is None or entry.end.mark != now.mark or due.mark != "." or not may_end(entry):
        return
    gave = undo_list.gave_way
    with working.step("Full stop", selection) as step:
        step.put(last, with_end(working, entry, due, ""))
        step.selection = Selection(*(fitting(caret, entries) for caret in (selection.anchor, selection.head)))
    undo_list.gave_way = gave
