"""What goes out of the sheet and comes in: the clipboard, and text that is dragged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from models.draft import Draft
from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from widgets.text.shown import ShownDraft
from widgets.writing.acting_sheet import Then
from widgets.writing.dragged_text import move_text
from widgets.writing.mirror import caret_in
from widgets.writing.typing_sheet import TypingSheet

_LONG = 20_000
"""As many letters are some hundred paragraphs."""


@dataclass(frozen=True, slots=True)
class Pasting:
    """An act that pastes, whether it is a long one, and who is given what it gives."""

    act: Callable[[WorkingText, Selection], object]
    long: bool
    then: Then


class ExchangingSheet(TypingSheet):
    """A sheet that text is copied from, pasted and dropped on; each time by an act on the working text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_mime: Callable[[WorkingText, Selection], QMimeData] | None = None
        """Makes what is copied; without it the plain words are."""
        self.draft_to_mime: Callable[[Draft, Selection], QMimeData] | None = None
        """Makes what is copied of a draft that is read."""
        self.from_mime: Callable[[QMimeData], Pasting] | None = None
        """Makes of what is on the clipboard the act that pastes it; without it the plain words are pasted."""

    def cut_selection(self) -> None:
        """Copy what is selected and take it out."""
        if self.textCursor().hasSelection():
            self.copy()
            self.do(structure.delete)

    def createMimeDataFromSelection(self) -> QMimeData:
        if self.working is not None and self.to_mime is not None:
            return self.to_mime(self.working, self.selection())
        if isinstance(self.shown, ShownDraft) and self.draft_to_mime is not None:
            return self.draft_to_mime(self.shown.draft, self.selection())
        mime = QMimeData()
        words = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        mime.setText(words.replace("\ufffc", ""))
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files that are dragged in are the window's.
        return self.writes and not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.writes:
            return
        if self.from_mime is not None:
            pasting = self.from_mime(source)
            self.do(pasting.act, far=pasting.long, then=pasting.then)
        elif source.hasText():
            text = source.text()
            self.do(structure.insert_text, text, far=len(text) > _LONG)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dropped goes in by an act; what was dragged from here is taken out in the same step."""
        waits = self.under_way.active or not self.canInsertFromMimeData(event.mimeData())
        if not self.writes or self.working is None or waits:
            event.ignore()
            return
        at = self.cursorForPosition(event.position().toPoint())
        caret = caret_in(self.document(), at.position())
        moves = event.source() in (self, self.viewport()) and event.dropAction() is Qt.DropAction.MoveAction
        if moves:
            self._move_dragged(caret)
            # Else Qt takes out what was dragged once more.
            event.setDropAction(Qt.DropAction.CopyAction)
        else:
            self.select(Selection(caret, caret))
            self.insertFromMimeData(event.mimeData())
        event.accept()

    def _move_dragged(self, caret: Caret) -> None:
        """What is selected goes to another place, in one step."""
        dragged, working = self.selection(), self.working
        if working is None or dragged.empty or dragged.start <= caret <= dragged.end:
            return
        self.do(move_text, caret)
