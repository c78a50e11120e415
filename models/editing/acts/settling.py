"""What every act that changes the structure ends with: numbers in a form of their own and end punctuation follow."""

from __future__ import annotations

from collections.abc import Collection

from models.editing.edit import Selection
from models.editing.marks.punctuation import follow
from models.editing.places import fitting
from models.editing.step import Step
from models.editing.typed.list_forms import follow_forms


def settle(
    step: Step, *, writing: bool = True, but: Collection[int] = (), linked: frozenset[int] = frozenset()
) -> None:
    """Let the end punctuation follow what the step did, save where the caret still writes the end of a paragraph.

    Lists go on in their form, and the caret stands in the text. The paragraphs at the positions `but` end as they do;
    those at `linked` keep the "and" or "or" that they end in.
    """
    follow_forms(step)
    entries = step.working.entries
    if not entries:
        return
    head = fitting(step.selection.head, entries)
    entry = entries[head.position]
    at_end = step.selection.empty and head.place == entry.length
    follow(step, (), {*but, head.position} if writing and at_end else but, linked)
    entries = step.working.entries
    step.selection = Selection(fitting(step.selection.anchor, entries), fitting(step.selection.head, entries))
