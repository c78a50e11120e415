"""Paragraphs of the working text with something to look at are marked on the sheet as long as it is so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.editing.edit import Edit
from models.editing.to_look_at import to_look_at
from models.editing.working import WorkingText
from widgets.writing.sheet import WritingSheet


class LookingOver(QObject):
    """Looks where an edit may have made a difference, a moment after the last key."""

    def __init__(self, sheet: WritingSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._known: tuple[WorkingText, int] | None = None
        """The text that was looked over, and how its paragraphs stood."""
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
        standing = working, working.standing
        if self._written or self._known is None or self._known[0] is not working or self._known[1] != working.standing:
            self._known, self._written = standing, False
            self._sheet.warn_of(to_look_at(working))
