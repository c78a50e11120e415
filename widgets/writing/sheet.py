"""The sheet on which the working text is written: its keys, and the mouse over its margins.

What it is made of lies below it, one idea to a file: the marks of a working text (`marked_sheet`), what is selected
(`selecting_sheet`), how the document follows its steps (`written_sheet`), its acts (`acting_sheet`), footnotes
(`noting_sheet`), letters that Qt writes (`typing_sheet`), what goes out and comes in (`exchanging_sheet`), misspelt
words (`spelled_sheet`), and the paragraph that stands out (`standing_out`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from models.draft.held_letters import LINE_END
from models.editing import structure
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.text.bracketed import Bracketed
from widgets.text.sheet import Sheet, is_zoom
from widgets.theme.tokens import Measures
from widgets.writing.completing import Completing
from widgets.writing.keys import Meant, Place, is_letters, is_of_the_text, is_paragraph_step, meaning
from widgets.writing.margin_drag import MarginDrag
from widgets.writing.standing_out import StandingOut


class WritingSheet(StandingOut):
    """A sheet to write on; `leave_wanted()` for F6 and Esc, `waits_no_longer()` once the text has been kept, or not,
    `only_read()` where letters are typed in a text that is read."""

    leave_wanted = Signal()
    waits_no_longer = Signal()
    only_read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits = self._to_wait = False
        self.drag = MarginDrag(self)
        self.completing = Completing(self)

    def set_working(
        self, working: WorkingText, selection: Selection | None = None, bracketed: Bracketed | None = None
    ) -> None:
        super().set_working(working, selection, bracketed)
        self.set_waiting(False)

    def stand_on(self, working: WorkingText, bracketed: Bracketed) -> None:
        super().stand_on(working, bracketed)
        self.set_waiting(False)

    def over_text(self) -> tuple[QWidget, ...]:
        return (*super().over_text(), self.completing.list)

    def set_completing(self, completes: bool) -> None:
        """Whether openings are offered while one types."""
        self.completing.wanted = completes
        self.completing.list.hide()

    def set_waiting(self, waits: bool) -> None:
        """While a draft is kept nothing is written; the keys that come meanwhile are for what is written next."""
        if waits:
            self.under_way.finish()
        self.set_read_only(waits)
        self._to_wait = waits
        if waits:
            self._waits = True
        elif self._waits:
            QTimer.singleShot(0, self, self._wait_no_longer)

    @property
    def _waits_for_text(self) -> bool:
        """Whether what is typed now is typed later."""
        return self._waits or self.under_way.active or bool(self._waiting)

    @property
    def at_rest(self) -> bool:
        """Whether all that was typed and asked for is done."""
        return not self._waits_for_text

    def _wait_no_longer(self) -> None:
        """What was typed while the sheet waited is typed now, unless it waits once more."""
        if not self._to_wait:
            self._waits = False
            self._go_on()
            self.waits_no_longer.emit()

    @property
    def held(self) -> bool:
        """Whether the text has to stay on the sheet: an act on it is under way, or it is being kept."""
        return self._waits or self.busy

    def _go_on(self) -> None:
        if not self._waits:
            super()._go_on()

    # Keys

    def _is_foreign(self, event: QKeyEvent) -> bool:
        if not self.writes:
            return super()._is_foreign(event)
        return is_zoom(event) or not is_of_the_text(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pause.key()
        if self._waits_for_text:
            if self.under_way.active and event.key() == Qt.Key.Key_Escape:
                self.under_way.give_up()
                return
            if is_of_the_text(event):
                kept = event.clone()
                self._waiting.append(lambda: self.keyPressEvent(kept))
                return
        if not self.writes or self.working is None:
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return
            if is_letters(event) and event.key() != Qt.Key.Key_Space:  # which scrolls
                self.only_read.emit()
            super().keyPressEvent(event)
            return
        if is_zoom(event):
            event.ignore()
            return
        self._been_somewhere = True
        if self.drag.active and event.key() == Qt.Key.Key_Escape:
            self.drag.cancel()
            return
        if self.completing.takes(event):
            event.accept()
            return
        here = self.selection()
        meant = meaning(event, Place.of(self.working, here))
        native = meant is Meant.LETTERS or meant is Meant.ERASING
        if not native:
            self.completing.list.hide()
        if isinstance(meant, tuple):
            act, given = meant
            with self.told.when_painted():
                self.do(act, *given)
        elif native:
            if meant is Meant.LETTERS:
                here = self._made_way(event.text(), here)
            self._natively(lambda: super(Sheet, self).keyPressEvent(event), here, event.text())
            self.completing.look()
        elif meant is Meant.MOVEMENT:
            if is_paragraph_step(event):
                self._step_paragraph(event)
            else:
                super().keyPressEvent(event)
            if self.textCursor().atStart():
                self.verticalScrollBar().setValue(0)  # to Qt the caret is in sight without what stands above the text
        elif meant is Meant.COPY:
            self.copy()
        elif meant is Meant.CUT:
            self.cut()
        elif meant is Meant.PASTE:
            self.paste()
        elif meant is Meant.NOTE:
            self.write_note_here()
        elif meant is Meant.LEAVE:
            self.leave_wanted.emit()
        else:
            event.ignore()
            return
        event.accept()
        self._settle_caret()
        self._keep_clear()

    def no_break_space(self) -> None:
        """Write a space at which no line ends, as a key would, in the note that is being written too."""
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_nobreakspace, Qt.KeyboardModifier.NoModifier, "\u00a0")
        (self if self.note_editor.note is None else self.note_editor).keyPressEvent(key)

    def _step_paragraph(self, event: QKeyEvent) -> None:
        """To the start of this paragraph, then of the one before; or of the next."""
        keep = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        moves = QTextCursor.MoveOperation
        if event.key() == Qt.Key.Key_Up:
            move = moves.PreviousBlock if cursor.atBlockStart() else moves.StartOfBlock
            cursor.movePosition(move, mode)
        elif not cursor.movePosition(moves.NextBlock, mode):
            cursor.movePosition(moves.EndOfBlock, mode)
        self.setTextCursor(cursor)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.pause.key()
        kept = event.clone()
        if self._waits_for_text:
            self._waiting.append(lambda: self.inputMethodEvent(kept))
            return
        if not self.writes:
            super().inputMethodEvent(event)
            return
        if LINE_END.search(event.commitString()):
            self._take_lines(event)
            return
        self._been_somewhere = True
        selection = self.selection()
        if selection.start.position != selection.end.position and (event.commitString() or event.preeditString()):
            self.do(structure.make_room)
            if self.under_way.active:
                self._waiting.append(lambda: self.inputMethodEvent(kept))
                return
            if not self.selection().empty:
                self.select(Selection(selection.start, selection.start))  # of empty ones nothing was taken out
        here, letters = self.selection(), event.commitString() or event.preeditString()
        if not event.replacementLength():
            here = self._made_way(letters, here)
        self._natively(lambda: super(WritingSheet, self).inputMethodEvent(event), here, letters)
        self.completing.look()
        self._settle_caret()
        self._keep_clear()

    def _take_lines(self, event: QInputMethodEvent) -> None:
        """Several lines written at once, as by dictation, are typed: each line end between or behind them is Enter."""
        replaced = event.replacementStart(), event.replacementLength()
        first, *others = LINE_END.split(event.commitString())
        lines = [first, *filter(None, others[:-1]), others[-1]]  # an empty line between two says nothing
        for at, line in enumerate(lines):
            if at:
                enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
                self.keyPressEvent(enter)
            one = QInputMethodEvent()
            one.setCommitString(line, *(replaced if at == 0 else (0, 0)))
            self.inputMethodEvent(one)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._settle_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.completing.list.hide()
        super().focusOutEvent(event)

    # The margin

    def _take_in_margin(self, event: QMouseEvent) -> bool:
        # Qt asks before this is built, and after it is gone.
        drag: MarginDrag | None = self.__dict__.get("drag")
        return drag is not None and self.working is not None and drag.handle(event)

    def position_at(self, y: float) -> int | None:
        """The position of the paragraph at a height of the page; None beyond the text."""
        place = y + self.verticalScrollBar().value()
        position = self.column.number_at(place)
        inside = place < self.column.top(position + 1) and position < len(self._entries())
        return position if inside else None

    def gap_at(self, y: float) -> int:
        """The position before which something dropped at a height of the page goes."""
        place = y + self.verticalScrollBar().value()
        position = self.column.number_at(place)
        middle = (self.column.top(position) + self.column.top(position + 1)) / 2
        return min(len(self._entries()), position + (place > middle))

    def column_side(self, x: float, position: int) -> bool:
        """Whether a place lies where a paragraph's number is, no further out than the paragraph's ground."""
        text = self.viewport().geometry()
        sheet = self._ground().of(self.document().findBlockByNumber(position))
        far = x - text.right() if sheet.right_to_left else text.left() - x
        return 0 < far <= sheet.before

    def moves_as_a_page(self) -> bool:
        return super().moves_as_a_page() and self.drag.before is None

    def moves_with_text(self) -> bool:
        return super().moves_with_text() and self.drag.before is None

    def _paint_paper(self, event: QPaintEvent, on: QWidget) -> None:
        super()._paint_paper(event, on)
        if self.drag.before is None:
            return
        painter = QPainter(on)
        if on is self:
            painter.translate(self.viewport().pos())
        top = self.column.top(self.drag.before) - self.verticalScrollBar().value() - Measures.PARAGRAPH_GAP / 2
        self.drag.paint(painter, float(self.viewport().width()), top + 1)
        painter.end()
