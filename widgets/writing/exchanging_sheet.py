"""What goes out of the sheet and comes in: the clipboard, and text that is dragged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from models.clipboard.rich import RICH
from models.draft import Draft
from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from widgets.text.shown import ShownDraft
from widgets.writing.acting_sheet import LONG, Then
from widgets.writing.dragged_text import move_text
from widgets.writing.mirror import caret_in
from widgets.writing.typing_sheet import TypingSheet

Formats = Mapping[str, bytes]
_LONG = 20_000
"""As many letters are some hundred paragraphs."""


@dataclass(frozen=True, slots=True)
class Pasting:
    """An act that pastes, whether it is a long one, and who is given what it gives."""

    act: Callable[[WorkingText, Selection], object]
    long: bool
    then: Then


def mime_of(formats: Formats) -> QMimeData:
    """What is copied as the clipboard takes it; formats by their names."""
    data = QMimeData()
    for kind, value in formats.items():
        data.setData(kind, value)
    return data


class LateMime(QMimeData):
    """What is copied, made once somebody asks for it."""

    def __init__(self, make: Callable[[], Formats]) -> None:
        super().__init__()
        self._make = make

    @cached_property
    def _made(self) -> Formats:
        return self._make()

    def formats(self) -> list[str]:
        return list(self._made)

    def retrieveData(self, kind: str, _wanted: object) -> object:
        return QByteArray(self._made[kind]) if kind in self._made else None


class ExchangingSheet(TypingSheet):
    """A sheet that text is copied from, pasted and dropped on; each time by an act on the working text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_formats: Callable[[], Callable[[WorkingText, Selection], Formats]] | None = None
        """Gives what makes what is copied, in whatever thread; without it the plain words are."""
        self.draft_to_formats: Callable[[Draft, Selection], Formats] | None = None
        """Makes what is copied of a draft that is read, in whatever thread."""
        self.from_mime: Callable[[QMimeData], Pasting | None] | None = None
        """Makes of what is on the clipboard the act that pastes it, None where it says itself that nothing is; without
        it the plain words are pasted."""

    def copy(self) -> None:
        """Copy what is selected; where that is much, what follows waits for it."""
        if self._waits_for(self.copy):
            return
        work = self._formats(apart=True) if self._selects_much else None
        if work is None:
            super().copy()
            return
        self.under_way.begin(work, lambda formats: QGuiApplication.clipboard().setMimeData(mime_of(formats())))

    @property
    def _selects_much(self) -> bool:
        selection = self.selection()
        return selection.end.position - selection.start.position > LONG

    def _formats(self, *, apart: bool = False) -> Callable[[], Formats] | None:
        """What makes what is copied of the selection, None where the plain words are it; `apart`: of the text as it is
        now, though it changes meanwhile."""
        selection = self.selection()
        if self.working is not None and self.to_formats is not None:
            make, text = self.to_formats(), self.working.copy() if apart else self.working
            return lambda: make(text, selection)
        if isinstance(self.shown, ShownDraft) and self.draft_to_formats is not None:
            make_of, draft = self.draft_to_formats, self.shown.draft
            return lambda: make_of(draft, selection)
        return None

    def cut(self) -> None:
        """Copy what is selected and take it out."""
        if self.textCursor().hasSelection():
            self.copy()
            self.do(structure.delete)

    def createMimeDataFromSelection(self) -> QMimeData:
        long = self._selects_much
        formats = self._formats(apart=long)
        if formats is not None:
            # X11 is given all that is selected, and hardly ever asks what it is.
            return LateMime(formats) if long else mime_of(formats())
        mime = QMimeData()
        words = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        mime.setText(words.replace("\ufffc", ""))
        return mime

    def paste(self) -> None:
        """Paste what is on the clipboard; where that is nothing at all, this is said as well."""
        self.insertFromMimeData(QGuiApplication.clipboard().mimeData() or QMimeData())
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files that are dragged in are the window's.
        words = source.hasText() or source.hasHtml() or any(map(source.hasFormat, RICH))
        return self.writes and not source.hasUrls() and words

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.writes:
            return
        if self.from_mime is not None:
            pasting = self.from_mime(source)
            if pasting is not None:
                self.do(pasting.act, far=pasting.long, then=pasting.then)
        elif source.hasText():
            text = source.text()
            self.do(structure.insert_text, text, far=len(text) > _LONG)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.isAccepted() and not self._is_own(event):
            event.setDropAction(Qt.DropAction.CopyAction)

    def _is_own(self, event: QDropEvent) -> bool:
        """Whether what is dragged comes from here."""
        return event.source() in (self, self.viewport())

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dropped goes in by an act; what was dragged from here is taken out in the same step, and what comes from
        another text stays there as well: nobody looks at what would go from it."""
        # To Qt, which is not given the drop, what is dragged would hang over the text for ever, its caret with it.
        self.dragLeaveEvent(QDragLeaveEvent())
        waits = self.under_way.active or not self.canInsertFromMimeData(event.mimeData())
        if not self.writes or self.working is None or waits:
            event.ignore()
            return
        at = self.cursorForPosition(event.position().toPoint())
        caret = caret_in(self.document(), at.position())
        if self._is_own(event) and event.dropAction() is Qt.DropAction.MoveAction:
            self._move_dragged(caret)
        else:
            self.select(Selection(caret, caret))
            self.insertFromMimeData(event.mimeData())
        # Else Qt takes out what was dragged where it comes from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _move_dragged(self, caret: Caret) -> None:
        """What is selected goes to another place, in one step."""
        dragged, working = self.selection(), self.working
        if working is None or dragged.empty or dragged.start <= caret <= dragged.end:
            return
        self.do(move_text, caret)
