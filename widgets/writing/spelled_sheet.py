"""The sheet with its misspelt words marked: those in sight are looked for a moment after the last key, elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QMenu, QWidget

from models.editing.edit import Caret, Edit, Entry, Selection
from models.editing.notes.footnotes import mark_of
from models.editing.working import WorkingText
from models.spelling.in_text import as_text, note_of
from models.spelling.speller import Misspelt
from widgets.text import beside
from widgets.text.bracketed import Bracketed, Span
from widgets.theme.utf16 import utf16
from widgets.writing.exchanging_sheet import ExchangingSheet
from widgets.writing.mirror import caret_in
from widgets.writing.misspelt import KnownSpelling
from widgets.writing.misspelt_drawing import paint_misspelt, painted

_REST, _SCROLLED, _LATEST = 400, 120, 10_000
"""Milliseconds without a key, or after scrolling, until one looks; and until one looks though keys go on."""


class SpelledSheet(ExchangingSheet):
    """A sheet whose misspelt words have dots under them; never the one that is just being typed.

    `unspelt(tuple)`: the entries in sight that are to be looked at, by whoever can, notes among them as paragraphs of
    their own; `take_spelling` takes the answer.
    `spelt_here()`: other words of the paragraph with the caret are known to be misspelt than before.
    """

    unspelt = Signal(object)
    spelt_here = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spells = False
        self._spelling = KnownSpelling()
        self._typed_at: Caret | None = None
        """Where the caret was after the last edit: as long as it is there, the word it touches is being typed."""
        self._hidden = -1
        """The paragraph whose word is not marked since it is being typed."""
        self.cursorPositionChanged.connect(self._word_left)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._spell_soon(_SCROLLED))

    # What is known

    def set_spelling(self, marked: bool) -> None:
        """Whether misspelt words are marked."""
        if marked != self._spells:
            self._spells = marked
            self._spelling.forget()
            self._spell_soon(0)
            self._mark_notes()
            self.update()

    def spell_again(self) -> None:
        """Other words are right than before."""
        self._spelling.doubt()
        self._spell_soon(0)

    def take_spelling(self, found: Iterable[tuple[Entry, tuple[Misspelt, ...]]]) -> None:
        """The misspelt words of some paragraphs as they read when they were looked at."""
        others = {entry.key for entry, words in found if self._spelling.learn(entry, words)}
        if any(key < 0 for key in others):
            self._mark_notes()
        entries = self._entries()
        for position in self.positions_in_sight(0.0) if others else ():
            if position < len(entries) and entries[position].key in others:
                self._mark_again(position)
                if position == self.chosen():
                    self.spelt_here.emit()

    def misspelt_in(self, position: int) -> tuple[Misspelt, ...]:
        """The words of a paragraph that are known to be misspelt."""
        working = self.working
        if not self._spells or working is None or not 0 <= position < len(working.entries):
            return ()
        return self._spelling.of(working.entries[position]).words

    def misspelt_in_note(self, note: int) -> tuple[Misspelt, ...]:
        """The words of a footnote that are known to be misspelt."""
        found = self.working.notes.get(note) if self.working is not None and self._spells else None
        return self._spelling.of(as_text(found)).words if found is not None else ()

    def misspelt_at(self, caret: Caret) -> Misspelt | None:
        """The misspelt word at a place."""
        words = self.misspelt_in(caret.position)
        return next((one for one in words if one.start <= caret.place <= one.end), None)

    # Menus

    def menu_place(self, place: QPoint) -> tuple[QPoint, Caret]:
        """Where on the screen a menu was asked for, and the place of the text there.

        `place` counts from the corner of the column where the mouse asked, of the sheet where the menu key did.
        """
        asked_by_key = place == self.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        if asked_by_key:
            return self.mapToGlobal(place), self.selection().head
        cursor = self.cursorForPosition(place)
        return self.viewport().mapToGlobal(place), caret_in(self.document(), cursor.position())

    def pop_up_at(self, menu: QMenu, caret: Caret | None) -> None:
        """Show a menu below a place of the text, or of the note that is written (None); it goes when it is closed.

        Enter takes what it begins with.
        """
        if caret is None:
            where, on = self.note_editor.cursorRect().bottomLeft(), self.note_editor.viewport()
        else:
            where, on = self.cursorRect(self._cursor(Selection(caret, caret))).bottomLeft(), self.viewport()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(on.mapToGlobal(where))
        menu.setActiveAction(menu.actions()[0])

    def write_note(self, note: int, selected: tuple[int, int] | None = None) -> None:
        super().write_note(note, selected)
        self._mark_notes()

    def go_to_word(self, entry: Entry, word: Misspelt) -> bool:
        """Select a word of a paragraph or of a note taken as one; False where that reads otherwise by now."""
        note = note_of(entry)
        if self.working is None:
            return False
        if note is None:
            position = next((at for at, one in enumerate(self._entries()) if one is entry), None)
            if position is not None:
                self.select(Selection(Caret(position, word.start), Caret(position, word.end)))
                self.setFocus()
            return position is not None
        there, mark = self.working.notes.get(note), mark_of(self.working, note)
        if there is None or mark is None or there.runs != entry.paragraph.runs:
            return False
        if self.note_editor.note != note:
            self.select(Selection.at(mark.position, mark.place + 1))
            self.write_note(note)
        self.note_editor.select(word.start, word.end)
        return True

    # The text

    def set_working(
        self, working: WorkingText, selection: Selection | None = None, bracketed: Bracketed | None = None
    ) -> None:
        self._spelling.forget()
        super().set_working(working, selection, bracketed)
        self._spell_soon(0)

    def stand_on(self, working: WorkingText, bracketed: Bracketed) -> None:
        self._spelling.forget()
        super().stand_on(working, bracketed)
        self._spell_soon(0)

    # Looking

    def _after(self, edit: Edit) -> None:
        super()._after(edit)
        if self._spells:
            self._written(edit)

    def _written(self, edit: Edit) -> None:
        self._typed_at = edit.after.head if edit.after.empty else None
        self._spell_soon(_REST)
        if edit.notes:
            self._mark_notes()
        hidden, self._hidden = self._hidden, -1
        if any(len(splice.old) != len(splice.new) for splice in edit.splices):
            if hidden >= 0:
                self.update()
        elif hidden >= 0:
            self._mark_again(hidden)

    def _spell_soon(self, still: int) -> None:
        if self._spells and self.working is not None:
            self.pause.ask(self._look_in_sight, still, _LATEST)

    def _look_in_sight(self) -> None:
        if not self._spells or self.working is None:
            return
        entries = self._entries()
        unknown = tuple(
            entries[position]
            for position in self.positions_in_sight(0.0)
            if position < len(entries) and not self._spelling.of(entries[position]).looked_at
        )
        notes = (as_text(self.working.notes[note]) for note in self.notes.shown if note in self.working.notes)
        unknown += tuple(note for note in notes if not self._spelling.of(note).looked_at)
        if unknown:
            self.unspelt.emit(unknown)
        self._mark_notes()

    def _word_left(self) -> None:
        """The caret is elsewhere: the word that was being typed is marked like any other."""
        if self._hidden >= 0 and not self._patching and self.selection().head != self._typed_at:
            position, self._hidden = self._hidden, -1
            self._mark_again(position)

    # Painting

    def _mark_notes(self) -> None:
        """Dots under the words of the notes in sight, and of the one that is written."""
        found = {note: [(one.start, one.end) for one in self.misspelt_in_note(note)] for note in self.notes.shown}
        self.notes.show_misspelt({note: places for note, places in found.items() if places})
        self.note_editor.show_misspelt(found.get(self.note_editor.note or -1, ()))

    def _mark_again(self, position: int) -> None:
        block, column = self.document().findBlockByNumber(position), self.viewport().geometry()
        self.update(column.left(), round(self._top(block)), column.width(), round(self._height(block)) + 2)

    def _paint_below(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        super()._paint_below(painter, sheet, block, top)
        position = block.blockNumber()
        words = self.misspelt_in(position) if self._spells else ()
        if words:
            text = block.text()
            seen = painted(painter, block, top)
            spans = [
                span
                for one in words
                if text[one.start : one.end] == one.word
                and (span := Span(utf16(text[: one.start]), utf16(text[: one.end]))).end > seen.start
                and span.start < seen.end
                and not self._is_being_typed(position, one)
            ]
            if spans:
                paint_misspelt(painter, sheet, block, top, spans)

    def _is_being_typed(self, position: int, word: Misspelt) -> bool:
        at = self._typed_at
        if at is None or at.position != position or not word.start <= at.place <= word.end:
            return False
        if self.selection().head != at:
            return False
        self._hidden = position
        return True
