"""What is selected on a sheet, as places of the working text, while its document may still be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from models.editing.edit import Edit, Selection
from models.editing.runs import NOTE_MARK
from widgets.writing.catching_up import CatchingUp
from widgets.writing.mirror import Mirror, cursor_in, selection_in
from widgets.writing.struck_sheet import StruckSheet


class SelectingSheet(StruckSheet):
    """A sheet on which a working text is selected; while its document is patched nobody is told. Signal:
    `selection_changed()`."""

    selection_changed = Signal()

    _notes_wait = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mirror: Mirror | None = None
        self._patching = False
        self._selection: tuple[tuple[int, int], Selection] | None = None
        """What is selected from one place of the document to another, asked for many times at every key."""
        self.catching_up = CatchingUp(self, self._unheard)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    def selection(self) -> Selection:
        """What is selected, or where the caret is."""
        cursor = self.textCursor()
        places = cursor.anchor(), cursor.position()
        if self.text.late:
            self.catching_up.at(*(self.document().findBlock(place).blockNumber() for place in places))
            cursor = self.textCursor()
            places = cursor.anchor(), cursor.position()
        if self._selection is None or self._selection[0] != places or self._mirror is None:
            self._selection = places, selection_in(cursor)
        return self._selection[1]

    def _is_in_sight(self, cursor: QTextCursor) -> bool:
        place = self.cursorRect(cursor)
        return place.top() >= 0 and place.bottom() <= self._free_height()

    def _keep_clear(self) -> None:
        """Bring the caret above the notes that stand over the lower end of the text."""
        for _ in range(3):
            below = self.cursorRect().bottom() + 10 - round(self._free_height()) if self.notes.isVisible() else 0
            if below <= 0:
                return
            bar = self.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + below)
            if bar.value() == before:
                return

    def _write_up_to(self, position: int) -> None:
        if self.working is None:
            super()._write_up_to(position)
        elif position >= self.document().blockCount() and not self.text.whole:
            # What stands before the place is not in sight, and is written while nobody waits.
            self.text.leave_rest_late()

    def _cursor(self, selection: Selection) -> QTextCursor:
        self._write_up_to(max(selection.head.position, selection.anchor.position))
        self.catching_up.at(selection.anchor.position, selection.head.position)
        return cursor_in(self.text, selection)

    def _tell_selection(self) -> None:
        if not self._patching:
            self.told.tell(self.selection_changed.emit)

    def _cursor_moved(self) -> None:
        # Where the caret is while the document is patched is nowhere yet.
        if not self._patching:
            super()._cursor_moved()

    def selected_words(self) -> str:
        """What is selected inside one paragraph, "" otherwise."""
        words = self.textCursor().selectedText()
        return "" if "\u2029" in words else words.replace(NOTE_MARK, "")

    def selected_from(self) -> int:
        """Where in its paragraph what is selected begins, in code points of the words."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        cursor.setPosition(block.position())
        cursor.setPosition(self.textCursor().selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        return len(cursor.selectedText().replace(NOTE_MARK, ""))

    # What of the document follows later

    def _notes_may_differ(self) -> None:
        # Once, after all that a step changes.
        if self._patching:
            self._notes_wait = True
        else:
            super()._notes_may_differ()

    def _notes_follow(self, edit: Edit) -> None:
        """Once the document reads as the text: other notes may be at its foot. In a patch they are placed once."""
        if edit.notes or any(splice.cites_otherwise for splice in edit.splices):
            self.notes.refresh()
            if self._patching:
                self._notes_wait = True
            else:
                self._place_notes()
        elif any(entry.paragraph.footnotes for splice in edit.splices for entry in splice.new):
            self._notes_may_differ()

    def _paint_paper(self, event: QPaintEvent, on: QWidget) -> None:
        self._catch_up_in_sight()
        super()._paint_paper(event, on)

    def _catch_up_in_sight(self) -> None:
        # Asked while this is being built, too.
        if self.working is not None and self.text.late:
            self.catching_up.in_sight()

    def _unheard(self, change: Callable[[], None]) -> None:
        """Nobody is told that the caret is at another place of the document: it is at the same of the text."""
        before, self._patching = self._patching, True
        try:
            change()
        finally:
            self._patching = before
        if self._notes_wait and not before:
            self._place_notes()

    def _place_notes(self) -> None:
        self._notes_wait = False
        self._catch_up_in_sight()
        super()._place_notes()
