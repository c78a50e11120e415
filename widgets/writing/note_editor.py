"""A footnote written in its place at the foot of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from models.draft import DraftError, Run
from models.draft.directions import holds_right_to_left
from models.draft.held_letters import held, in_one_line
from models.editing.stretch import STRAIGHT
from widgets.paper.lines import line_edges, span_on_lines
from widgets.paper.type import TextType, serif
from widgets.text.bracketed import Span
from widgets.text.composed import in_layout, with_composed
from widgets.text.dots import BELOW, paint_dots
from widgets.text.marks import MARKS, runs_in
from widgets.theme.tokens import current
from widgets.theme.utf16 import utf16
from widgets.writing.keys import is_of_the_text

_BINDING = frozenset(' ;:?!»"')
"""What may bind a space; a straight mark is one of these once it is printed."""
_BITS = {"italic": 1, "bold": 2, "underline": 4}


class NoteEditor(QTextEdit):
    """Lies over the note in the strip. `written(runs)` at every change; `left()` when the hand goes back;
    `refused(sentence)` where something cannot be pasted, `lost(sentences)` where not all of it was."""

    written = Signal(object)
    left = Signal()
    refused = Signal(str)
    lost = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("help", "footnotes")
        self.note: int | None = None
        self._loading = False
        self.printed: Callable[[str, int], str] = lambda words, at: words[at]
        """How a straight quotation mark is printed that was just typed at a place of some words."""
        self.bound: Callable[[str, int, int], tuple[list[int], str]] = lambda _words, _place, _since: ([], "")
        """Where spaces stand that are bound by what was just typed before a place of some words, since another, and
        what each becomes."""
        self._misspelt: Sequence[tuple[int, int]] = ()
        self._size = 0.0
        self.cursorPositionChanged.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().contentsChange.connect(self._changed)
        self.hide()

    def open(self, note: int, mark: str, runs: Sequence[Run], kind: TextType) -> None:
        """Write a note, the caret at its end."""
        self.note = note
        self.setAccessibleName(f"Footnote {mark}")
        self.document().setDefaultFont(serif(kind.size, kind.weight))
        self._lead, self._size = kind.lead, kind.size
        self.load(runs)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> tuple[int, int]:
        """From where to where some of the note is selected, in code points."""
        words, cursor = self.document().begin().text(), self.textCursor()
        places = [0, *accumulate(map(utf16, words))]
        return places.index(cursor.selectionStart()), places.index(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select some of the note, in code points."""
        words = self.document().begin().text()
        cursor = self.textCursor()
        cursor.setPosition(utf16(words[:start]))
        cursor.setPosition(utf16(words[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def show_misspelt(self, places: Sequence[tuple[int, int]]) -> None:
        """Have dots under words, from where to where in code points; never under the one at the caret."""
        if places != self._misspelt:
            self._misspelt = places
            self.viewport().update()

    @property
    def marked(self) -> list[tuple[int, int]]:
        """The UTF-16 places of the words that have dots."""
        words, caret = self.document().begin().text(), self.textCursor()
        found = [(utf16(words[:start]), utf16(words[:end])) for start, end in self._misspelt]
        return [(start, end) for start, end in found if caret.hasSelection() or not start <= caret.position() <= end]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._misspelt:
            return
        painter, block = QPainter(self.viewport()), self.document().begin()
        layout, text = block.layout(), block.text()
        corner, letters = layout.position(), with_composed(layout, text.encode("utf-16-le"))
        for at in in_layout(layout, [Span(*place) for place in self.marked]):
            for _, line, first, last in span_on_lines(layout, at.start, at.end, letters):
                middle = corner.y() + line.y() + line.ascent() + self._size * BELOW
                for left, right in line_edges(line, first, last, mixed=holds_right_to_left(text)):
                    paint_dots(painter, corner.x() + left, corner.x() + right, middle)
        painter.end()

    def load(self, runs: Sequence[Run]) -> None:
        """Read otherwise, since the note was changed from elsewhere; the caret stays as near as it can."""
        if self.note is None or runs_in(self.document().begin()) == tuple(runs):
            return
        place = self.textCursor().position()
        self._loading = True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        looks = QTextBlockFormat()
        looks.setLineHeight(self._lead, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(looks)
        cursor.setBlockCharFormat(_looks(0))
        cursor.setCharFormat(_looks(0))
        for run in runs:
            cursor.insertText(in_one_line(held(run.text)), _looks(run.italic + 2 * run.bold + 4 * run.underline))
        self._loading = False
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def toggle_mark(self, mark: str) -> None:
        """Set or take italic, bold or underline."""
        bit = _BITS[mark]
        cursor = self.textCursor()
        if not cursor.hasSelection():
            self.setCurrentCharFormat(_looks(self.currentCharFormat().intProperty(MARKS) ^ bit))
            return
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        probe = QTextCursor(self.document())
        bits = []
        for place in range(first, last):
            probe.setPosition(place + 1)
            bits.append(probe.charFormat().intProperty(MARKS))
        on = not all(known & bit for known in bits)
        cursor.beginEditBlock()
        for place, known in zip(range(first, last), bits, strict=True):
            probe.setPosition(place)
            probe.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            probe.setCharFormat(_looks(known | bit if on else known & ~bit))
        cursor.endEditBlock()

    def _changed(self, _place: int, _removed: int, _added: int) -> None:
        if not self._loading and self.note is not None:
            self.written.emit(runs_in(self.document().begin()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and not is_of_the_text(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        leaving = (keys.Key_Escape, keys.Key_Return, keys.Key_Enter, keys.Key_Tab, keys.Key_Backtab, keys.Key_F6)
        if event.key() in leaving:
            self.left.emit()
            event.accept()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            before = self.document().revision()
            super().keyPressEvent(event)
            if event.text() and self.document().revision() != before:  # shortcuts have signs as well
                self._print(event.text())

    def _print(self, typed: str) -> None:
        """What was just typed is printed as its language has it."""
        if typed in (*STRAIGHT,):
            self._print_mark()
        if not set(typed) & _BINDING:
            return
        words, place = self.document().begin().text(), self.selected()[0]
        places, space = self.bound(words, place, place - len(typed))
        cursor = QTextCursor(self.document())
        for at in places:
            cursor.setPosition(utf16(words[:at]))
            cursor.setPosition(utf16(words[: at + 1]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(space, cursor.charFormat())

    def _print_mark(self) -> None:
        """What stands before the caret gives way to the mark that is printed for it."""
        cursor, words = self.textCursor(), self.document().begin().text()
        at = len(words.encode("utf-16-le")[: 2 * cursor.position() - 2].decode("utf-16-le"))
        printed = self.printed(words, at) if words[at : at + 1] in (*STRAIGHT,) else ""
        if printed and printed != words[at]:
            looks = cursor.charFormat()
            cursor.setPosition(cursor.position() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(printed, looks)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files that are dragged in are the window's.
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words with their italics; a note has one paragraph and no notes of its own."""
        from models.clipboard.read import line_from_clipboard  # what reads pages is not wanted before

        if any(url.isLocalFile() for url in source.urls()):
            self.refused.emit("A file has no words that can be pasted into a footnote.")
            return
        try:
            runs, losses = line_from_clipboard({kind: bytes(source.data(kind).data()) for kind in source.formats()})
        except DraftError as error:
            self.refused.emit(str(error))
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for run in runs:
            cursor.insertText(run.text, _looks(run.italic + 2 * run.bold + 4 * run.underline))
        cursor.endEditBlock()
        self.lost.emit(losses)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Several lines at once are one here: a note has one paragraph.
        one = QInputMethodEvent(event.preeditString(), event.attributes())
        words = held(in_one_line(event.commitString()))
        one.setCommitString(words, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(one)
        if words:  # a dead key writes marks so
            self._print(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def _looks(bits: int) -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setProperty(MARKS, bits)
    looks.setForeground(current().ink)
    if bits & 1:
        looks.setFontItalic(True)
    if bits & 2:
        looks.setFontWeight(QFont.Weight.Bold)
    if bits & 4:
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return looks
