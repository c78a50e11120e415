"""Paragraphs of the working text with something to look at are marked on the sheet as long as it is so."""

from __future__ import annotations

from weakref import ref

from models.editing.edit import Edit
from models.editing.to_look_at import to_look_at
from models.editing.working import WorkingText
from widgets.writing.sheet import WritingSheet


class LookingOver:
    """Looks where an edit may have made a difference, a moment after the last key."""

    def __init__(self, sheet: WritingSheet) -> None:
        self._sheet = sheet
        self._known: ref[WorkingText] | None = None
        """The text that was looked over; it is not held back when it goes."""
        self._standing = -1
        self._written = True
        sheet.edited.connect(self._edited)

    def _edited(self, edit: Edit) -> None:
        # Most keys are in a paragraph that refers to nothing, and leave all others as they were.
        self._written = self._written or bool(
            edit.notes
            or self._sheet.warned
            or any(
                entry.may_refer or entry.paragraph.footnotes
                for splice in edit.splices
                for entry in (*splice.old, *splice.new)
            )
        )

    def look(self) -> None:
        """Mark what there is to look at now."""
        working = self._sheet.working
        if working is None:
            return
        known = self._known is not None and self._known() is working
        if self._written or not known or self._standing != working.standing:
            self._known, self._standing, self._written = ref(working), working.standing, False
            self._sheet.warn_of(to_look_at(working))
