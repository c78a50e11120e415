"""The sheet on which the working text is written. The working text is the truth; the document mirrors it.

Letters within one paragraph are left to Qt, so that input methods, dictation and the like work as everywhere; the
paragraph is read back afterwards. Everything else is an act on the working text, and the document follows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from models.draft import DraftError, Paragraph
from models.editing import bracketing, footnotes, punctuation, structure
from models.editing.completion import Offer, complete, offers
from models.editing.edit import Caret, Edit, Selection
from models.editing.places import FIRST_KIND
from models.editing.runs import NOTE_MARK
from models.editing.typed_structure import recognise_typed
from models.editing.working import WorkingText
from widgets.text.bracketed import Bracketed
from widgets.text.document import MARKS
from widgets.text.pause import Pause
from widgets.text.sheet import Sheet, is_zoom
from widgets.text.shown import Shown, ShownWorking
from widgets.theme.tokens import Measures
from widgets.writing.dragged_text import move_text
from widgets.writing.keys import Meant, Place, is_of_the_text, is_paragraph_step, meaning
from widgets.writing.margin_drag import MarginDrag
from widgets.writing.marked_sheet import MarkedSheet, outside
from widgets.writing.mirror import MANY, Mirror, caret_in, cursor_in, notes_of, selection_in
from widgets.writing.note_editor import NoteEditor
from widgets.writing.offers import Offers

_NEED_A_PARAGRAPH: tuple[Callable[..., object], ...] = (bracketing.bracket, footnotes.add_note)
_WRITING = Qt.TextInteractionFlag.TextEditorInteraction
_FROM_TOP = 0.4
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class WritingSheet(MarkedSheet):
    """A sheet to write on; a kept draft lies on it read-only.

    Signals: `edited(Edit)` after each step, undone and redone ones too; `selection_changed()`; `undo_said(str)` with
    the words of an act that is no typing, and of what followed it; `refused(str)` with the sentence of an act that
    could not be done;
    `gone_back(str)` says what was undone or done again;
    `leave_wanted()` for F6 and Esc; `copied(Selection)` and `pasted(QMimeData)` where nothing else was hooked in.
    """

    edited = Signal(object)
    selection_changed = Signal()
    undo_said = Signal(str)
    refused = Signal(str)
    gone_back = Signal(str)
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_mime: Callable[[WorkingText, Selection], QMimeData] | None = None
        """Makes what is copied; without it the plain words are."""
        self.from_mime: Callable[[WorkingText, Selection, QMimeData], object] | None = None
        """The act that pastes; without it the plain words are pasted."""
        self._bars = self._completes = True
        self._asked_for_marks = False
        self._waits = False
        self._keys_kept: list[QKeyEvent] = []
        self._mirror: Mirror | None = None
        self._read_only = True
        self._patching = False
        self._before: Selection | None = None
        self._typed: tuple[int, int] | None = None
        self._recognisable: tuple[int, int] | None = None
        self._last: Edit | None = None
        self._edited_key: int | None = None
        self.pause = Pause(self)
        """What follows the keys a moment later is done here."""
        self.drag = MarginDrag(self)
        self.offers = Offers(self)
        self.note_editor = NoteEditor(self.notes)
        self.note_editor.written.connect(self._write_note)
        self.note_editor.left.connect(self._leave_note)
        self.notes.note_wanted.connect(self.write_note)
        self.offers.taken.connect(self._take)
        self.verticalScrollBar().valueChanged.connect(self.offers.hide)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    # What is written

    def set_working(
        self, working: WorkingText, selection: Selection | None = None, bracketed: Bracketed | None = None
    ) -> None:
        """Write a working text, from `selection` on; `bracketed` are its brackets where they are known."""
        self.let_go()
        self.working = working
        self._mirror = Mirror(working, self.text)
        working.listeners.append(self._heard)
        self.show_text(ShownWorking(working), {}, bracketed)
        self.set_read_only(False)
        if selection is not None:
            self.select(selection)
        self.set_waiting(False)

    def stand_on(self, working: WorkingText, bracketed: Bracketed) -> None:
        """Write on with another working text that reads as this one does: not a paragraph is laid out anew."""
        if self.working is not None and self._heard in self.working.listeners:
            self.working.listeners.remove(self._heard)
        self._edited_key = self._last = None
        self.working = working
        self.shown = self.text.shown = ShownWorking(working)
        self.text.bracketed = bracketed
        self._mirror = Mirror(working, self.text)
        working.listeners.append(self._heard)
        self._show_notes()
        self._place_notes()
        self.show_words(self._with_words)
        self._tell_selection()
        self.set_waiting(False)

    def let_go(self) -> None:
        """Write the working text no longer."""
        if self.working is not None and self._heard in self.working.listeners:
            self.working.listeners.remove(self._heard)
        self.working = self._mirror = self._edited_key = None
        self.set_read_only(True)

    def show_text(self, shown: Shown, warned: Any, bracketed: Bracketed | None = None) -> None:
        if not (isinstance(shown, ShownWorking) and shown.working is self.working):
            self.let_go()
        super().show_text(shown, warned, bracketed)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the working text may be written now."""
        self._read_only = read_only or self.working is None
        self.notes.writable = not self._read_only
        if self._read_only:
            self._leave_note()
        self.setTextInteractionFlags(_READING if self._read_only else _WRITING)
        self.setTabChangesFocus(self._read_only)
        self.setCursorWidth(2)

    def set_waiting(self, waits: bool) -> None:
        """While a draft is kept nothing is written; the keys that come meanwhile are for what is written next."""
        self.set_read_only(waits)
        if waits:
            self._waits = True
        elif self._waits:
            QTimer.singleShot(0, self, self._let_keys_go_on)

    def _let_keys_go_on(self) -> None:
        """What was typed while the sheet waited is typed now."""
        kept, self._keys_kept, self._waits = self._keys_kept, [], False
        for event in kept:
            self.keyPressEvent(event)

    @property
    def writes(self) -> bool:
        """Whether something can be written."""
        return self.working is not None and not self._read_only

    def _build(self, bracketed: Bracketed | None = None) -> None:
        if self.working is not None and self._mirror is not None:
            self._mirror = None
        super()._build(bracketed)
        if self.working is not None and isinstance(self.shown, ShownWorking):
            self._mirror = Mirror(self.working, self.text)
            self.document().contentsChange.connect(self._document_changed)

    def _rebuild(self) -> None:
        self._keeping_selection(super()._rebuild)

    def _dress(self) -> None:
        self._keeping_selection(super()._dress)

    def _keeping_selection(self, change: Callable[[], None]) -> None:
        kept = self.selection() if self._mirror is not None else None
        change()
        if kept is not None:
            self.setTextCursor(self._cursor(kept))

    # Selection

    def selection(self) -> Selection:
        """What is selected, or where the caret is."""
        return selection_in(self.textCursor())

    def select(self, selection: Selection) -> None:
        """Select something and bring it into sight."""
        self._been_somewhere = True
        self._write_up_to(max(selection.head.position, selection.anchor.position))
        cursor = self._cursor(selection)
        seen = self._is_in_sight(cursor)
        self.setTextCursor(cursor)
        self._settle_caret()
        if not seen:
            # With some text before and after it, and not at the very edge.
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(self.cursorRect().top() - _FROM_TOP * self._free_height()))
        self._keep_clear()

    def _is_in_sight(self, cursor: QTextCursor) -> bool:
        place = self.cursorRect(cursor)
        return place.top() >= 0 and place.bottom() <= self._free_height()

    def _keep_clear(self) -> None:
        """Bring the caret above the notes that stand over the lower end of the text."""
        for _ in range(3):
            below = self.cursorRect().bottom() + 10 - round(self._free_height())
            if below <= 0 or not self.notes.isVisible():
                return
            bar = self.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + below)
            if bar.value() == before:
                return

    def _cursor(self, selection: Selection) -> QTextCursor:
        return cursor_in(self.text, selection)

    def _tell_selection(self) -> None:
        if not self._patching:
            self.selection_changed.emit()

    def selected_words(self) -> str:
        """What is selected inside one paragraph, "" otherwise."""
        words = self.textCursor().selectedText()
        return "" if "\u2029" in words else words.replace(NOTE_MARK, "")

    # What the user chose

    def set_bars(self, shown: bool) -> None:
        """Whether paragraphs that differ from the base have a bar in the margin."""
        self._bars = shown
        self.update()

    def set_completing(self, completes: bool) -> None:
        """Whether openings are offered while one types."""
        self._completes = completes
        self.offers.hide()

    # Acts

    def do(self, act: Callable[..., object], *args: object) -> object:
        """Do an act at the selection: `act(working, selection, *args)`; gives what it gives, None where it cannot."""
        if not self.writes or self.working is None:
            return None
        if act is structure.toggle_mark and self.note_editor.note is not None:
            self.note_editor.toggle_mark(str(args[0]))
            return None
        if act is structure.toggle_mark and not self.textCursor().hasSelection():
            self.toggle_mark(str(args[0]))
            return None
        working, selection = self.working, self.selection()
        self._last = None
        try:
            given = self._done(act, working, selection, args)
        except DraftError as error:
            self.refused.emit(str(error))
            return None
        if self._last is not None:
            self.undo_said.emit(self._last.said)
            new = [change.id for change in self._last.notes if change.old is None and act is footnotes.add_note]
            if new:
                self.write_note(new[0])
        return given

    @staticmethod
    def _done(
        act: Callable[..., object], working: WorkingText, selection: Selection, args: tuple[object, ...]
    ) -> object:
        if working.entries or act not in _NEED_A_PARAGRAPH:
            return act(working, selection, *args)
        with working.step("Write", selection) as step:
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND))])
            return act(working, selection, *args)

    def undo_step(self) -> None:
        """Undo the last step."""
        if self.writes and self.working is not None:
            self._edited_key = None
            edit = self.working.undo()
            self.gone_back.emit(f"Undone: {edit.words}" if edit else "Nothing to undo")

    def redo_step(self) -> None:
        """Do again what was undone."""
        if self.writes and self.working is not None:
            self._edited_key = None
            edit = self.working.redo()
            self.gone_back.emit(f"Done again: {edit.words}" if edit else "Nothing to do again")

    def undo(self) -> None:
        self.undo_step()

    def redo(self) -> None:
        self.redo_step()

    def toggle_mark(self, mark: str) -> None:
        """Set or take "italic", "bold" or "underline"; with nothing selected, for what is typed next."""
        if not self.writes:
            return
        if self.textCursor().hasSelection():
            self.do(structure.toggle_mark, mark)
            return
        bit = {"italic": 1, "bold": 2, "underline": 4}[mark]
        self._asked_for_marks = True
        self._set_marks(self.currentCharFormat().intProperty(MARKS) ^ bit)

    def _set_marks(self, bits: int) -> None:
        """Let what is typed next have these marks."""
        block = self.textCursor().block()
        if self.working is None or block.blockNumber() >= len(self.working.entries):
            return
        paragraph = self.working.entries[block.blockNumber()].paragraph
        look = self.text.look(paragraph, block.blockNumber())
        right_to_left = block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setCurrentCharFormat(self.text.char_format(look, bits, right_to_left))

    def _heard(self, edit: Edit) -> None:
        """A step was done, undone or done again: the document follows."""
        if self._mirror is None:
            return
        self._last = edit
        self._mark_edited(edit)
        if self._typed is not None:
            self._mirror.apply(edit, self._typed[0]) if not self._spreads(edit, self._typed[0]) else self._late()
        else:
            self._patch(lambda: self._follow(edit))
            self.ensureCursorVisible()
            self._keep_clear()
        self._after(edit)

    def _follow(self, edit: Edit) -> None:
        assert self._mirror is not None
        self._mirror.apply(edit)
        self.setTextCursor(self._cursor(edit.after))

    @staticmethod
    def _spreads(edit: Edit, position: int) -> bool:
        """Whether a typed step changed more than the paragraph that was typed in."""
        return any(splice.start != position or len(splice.old) > 1 or len(splice.new) != 1 for splice in edit.splices)

    def _late(self) -> None:
        """The document is in the middle of a change of its own: it is made anew right afterwards."""
        QTimer.singleShot(0, self, self._make_anew)

    def _make_anew(self) -> None:
        if self.working is not None:
            kept = self.selection()
            self._rebuild()
            self.setTextCursor(self._cursor(kept))

    def _patch(self, patch: Callable[[], None]) -> None:
        self._patching = True
        try:
            patch()
        finally:
            self._patching = False
        self._cursor_moved()
        self._tell_selection()

    def _after(self, edit: Edit) -> None:
        if edit.notes or any(notes_of(splice.old) != notes_of(splice.new) for splice in edit.splices):
            self.notes.refresh()
            self._place_notes()
        elif any(entry.paragraph.footnotes for splice in edit.splices for entry in splice.new):
            self._place_notes()
        self._repaint_after(edit)
        self.edited.emit(edit)

    def _repaint_after(self, edit: Edit) -> None:
        """Numbers and bars stand in the margins, which Qt does not paint of itself."""
        same = len(edit.splices) <= MANY and all(
            len(splice.old) == len(splice.new) == 1 and outside(splice.old[0]) == outside(splice.new[0])
            for splice in edit.splices
        )
        if not same:
            self.update()
            return
        for splice in edit.splices:
            self._paint_words_again(splice.start)

    def _mark_edited(self, edit: Edit) -> None:
        new = [entry.key for splice in edit.splices for entry in splice.new]
        if new and edit.after.head.position < len(self._entries()):
            self._edited_key = self._entries()[edit.after.head.position].key

    def _entries(self) -> list[Any]:
        return self.working.entries if self.working is not None else []

    # Footnotes

    def write_note(self, note: int) -> None:
        """Write a footnote in its place at the foot of the page; Esc or Enter goes back to the text."""
        found = self.shown.note(note)
        if not self.writes or found is None:
            return
        self._leave_note()
        self.notes.written = note
        self.notes.refresh()
        self._place_notes()
        self.note_editor.open(note, self.shown.mark(note), found.runs, self.notes.kind)
        self._lie_over_note()

    def write_note_here(self) -> bool:
        """Write the footnote whose mark the caret is beside; False where there is none."""
        found = footnotes.note_at(self.working, self.selection()) if self.working and self._entries() else None
        if found is not None:
            self.write_note(found[0])
        return found is not None

    def _write_note(self, runs: object) -> None:
        note = self.note_editor.note
        if self.working is not None and note in self.working.notes:
            footnotes.set_note_text(self.working, note, runs, self.selection())  # type: ignore[arg-type]

    def _leave_note(self) -> None:
        note, self.note_editor.note = self.note_editor.note, None
        if note is None:
            return
        self.notes.written = None
        self.note_editor.hide()
        if self.working is not None and note in self.working.notes:
            footnotes.join_same(self.working, note, self.selection())
        self.notes.refresh()
        self._place_notes()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lie_over_note(self) -> None:
        """The editor follows the note's place, and shows what it reads now."""
        note = self.note_editor.note
        if note is None:
            return
        found = self.shown.note(note)
        if found is None or note not in self.notes.shown:
            self._leave_note()
            return
        self.note_editor.load(found.runs)
        place = self.notes.place_of(note).toAlignedRect()
        self.note_editor.setGeometry(place.adjusted(0, 0, 2, 4))

    def _place_notes(self) -> None:
        super()._place_notes()
        if self.note_editor.note is not None:
            self._lie_over_note()

    # Typing

    def _document_changed(self, place: int, removed: int, added: int) -> None:
        """Qt changed the document by itself: read the paragraph back."""
        if self.text.changing or self._mirror is None or self.working is None or not self.writes:
            return
        entries = self.working.entries
        if self.text.whole and self.document().blockCount() != max(1, len(entries)):
            self._late()
            return
        differing = self._differing(place, added)
        if len(differing) != 1:
            if differing:
                self._late()
            return
        position = differing[0]
        runs = self.text.runs_of(self.document().findBlockByNumber(position))
        after = self.selection()
        self._typed = (position, after.head.place)
        try:
            structure.typed(self.working, position, runs, self._before or after, after)
        finally:
            typed, self._typed = self._typed, None
        if self._before is None:
            # Nobody is waiting for the end of this change, as for a key.
            QTimer.singleShot(0, self, lambda: self._recognise(*typed))
        else:
            self._recognisable = typed

    def _differing(self, place: int, added: int) -> list[int]:
        """The blocks of a change that do not read as their paragraphs; empty paragraphs that are not there are none."""
        entries = self._entries()
        found = []
        block = self.document().findBlock(place)
        while block.isValid() and block.position() <= place + added:
            position = block.blockNumber()
            known = entries[position].paragraph.runs if position < len(entries) else ()
            if self.text.runs_of(block) != known:
                found.append(position)
            block = block.next()
        return found

    def _natively(self, change: Callable[[], None]) -> None:
        """Let Qt change a paragraph, then see whether structure was typed."""
        self._before = self.selection()
        self._recognisable = None
        self._end_opening(self._before)
        try:
            change()
        finally:
            self._before = None
        if self._recognisable is not None:
            typed, self._recognisable = self._recognisable, None
            self._recognise(*typed)

    def _end_opening(self, here: Selection) -> None:
        """What is typed behind an opening does not take its italics, unless they were asked for."""
        asked, self._asked_for_marks = self._asked_for_marks, False
        looks = self.currentCharFormat()
        bits = looks.intProperty(MARKS)
        entries = self._entries()
        if asked or not bits & 1 or not here.empty or here.head.position >= len(entries):
            return
        if not structure.marks_at(entries, here.head.position, here.head.place)["italic"]:
            self._set_marks(bits & ~1)

    def _recognise(self, position: int, place: int) -> None:
        working = self.working
        if working is None or position >= len(working.entries):
            return
        self._last = None
        if not recognise_typed(working, position, place):
            self._turn(position)
        self._tell_followed(self._last)

    def _tell_followed(self, edit: Edit | None) -> None:
        """What typing a number or opening came to elsewhere in the text."""
        if edit is not None and edit.told:
            self.undo_said.emit(edit.said)

    def _offer(self) -> None:
        """The openings that go on from what was just typed."""
        if self.working is None:
            return
        selection = self.selection()
        wanted = self._completes and selection.empty and selection.head.place
        found = offers(self.working, selection) if wanted else ()
        if found:
            caret = self.cursorRect().translated(self.viewport().geometry().topLeft())
            self.offers.show_offers(found, caret)
        else:
            self.offers.hide()

    def _take(self, offer: Offer) -> None:
        self.offers.hide()
        self.do(complete, offer)

    def _offered(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list of openings."""
        if not self.offers.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.offers.hide()
        elif key == Qt.Key.Key_Tab and self.offers.first is not None:
            self._take(self.offers.first)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.offers.chosen is not None:
            self._take(self.offers.chosen)
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.offers.hide()
        super().focusOutEvent(event)

    def _turn(self, position: int) -> None:
        """A paragraph whose first letters are of the other direction runs that way."""
        block = self.document().findBlockByNumber(position)
        paragraph = self._entries()[position].paragraph
        if self.text.runs_otherwise(block, paragraph):
            kept = self.selection()
            self._patch(lambda: self.text.rewrite(position, paragraph))
            self.setTextCursor(self._cursor(kept))
            self.update()

    def _settle_caret(self) -> None:
        """Once the caret has moved: a paragraph that was written and left gets its last mark."""
        if self._edited_key is None or self.working is None or not self.writes:
            return
        entries, here = self.working.entries, self.chosen()
        if here < len(entries) and entries[here].key == self._edited_key:
            return
        key, self._edited_key = self._edited_key, None
        near = [at for at in (here - 1, here + 1) if 0 <= at < len(entries) and entries[at].key == key]
        left = near[0] if near else next((at for at, entry in enumerate(entries) if entry.key == key), None)
        if left is not None:
            punctuation.leave(self.working, left, self.selection())
            self._edited_key = None

    # Events

    def _is_foreign(self, event: QKeyEvent) -> bool:
        if not self.writes:
            return super()._is_foreign(event)
        return is_zoom(event) or not is_of_the_text(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pause.key()
        if self._waits and is_of_the_text(event):
            self._keys_kept.append(event.clone())
            return
        if not self.writes or self.working is None:
            super().keyPressEvent(event)
            return
        if is_zoom(event):
            event.ignore()
            return
        self._been_somewhere = True
        if self.drag.active and event.key() == Qt.Key.Key_Escape:
            self.drag.cancel()
            return
        if self._offered(event):
            event.accept()
            return
        meant = meaning(event, Place.of(self.working, self.selection()))
        if meant is not Meant.LETTERS:
            self.offers.hide()
        if isinstance(meant, tuple):
            self._act(event, *meant)
        elif meant is Meant.LETTERS:
            self._natively(lambda: super(Sheet, self).keyPressEvent(event))
            self._offer()
        elif meant is Meant.MOVEMENT:
            if is_paragraph_step(event):
                self._step_paragraph(event)
            else:
                super().keyPressEvent(event)
        elif meant is Meant.COPY:
            self.copy()
        elif meant is Meant.CUT:
            self.cut_selection()
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

    def _act(self, event: QKeyEvent, act: Callable[..., object], args: tuple[object, ...]) -> None:
        self.do(act, *args)

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
        if not self.writes:
            super().inputMethodEvent(event)
            return
        selection = self.selection()
        if selection.start.position != selection.end.position and (event.commitString() or event.preeditString()):
            self.do(structure.delete)
        self._natively(lambda: super(WritingSheet, self).inputMethodEvent(event))
        self._settle_caret()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._settle_caret()

    # The margin

    def event(self, event: QEvent) -> bool:
        # Qt asks before this is built, and after it is gone.
        drag: MarginDrag | None = self.__dict__.get("drag")
        if drag is not None and isinstance(event, QMouseEvent) and self.working is not None and drag.handle(event):
            event.accept()
            return True
        return super().event(event)

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

    def _paint_paper(self, event: QPaintEvent) -> None:
        super()._paint_paper(event)
        if self.drag.before is None:
            return
        painter = QPainter(self)
        painter.translate(self.viewport().geometry().topLeft())
        top = self.column.top(self.drag.before) - self.verticalScrollBar().value() - Measures.PARAGRAPH_GAP / 2
        self.drag.paint(painter, float(self.viewport().width()), top + 1)
        painter.end()

    # The clipboard

    def cut_selection(self) -> None:
        """Copy what is selected and take it out."""
        if self.textCursor().hasSelection():
            self.copy()
            self.do(structure.delete)

    def createMimeDataFromSelection(self) -> QMimeData:
        if self.working is not None and self.to_mime is not None:
            return self.to_mime(self.working, self.selection())
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
            paste = self.from_mime
            self.do(lambda working, selection: paste(working, selection, source))
        elif source.hasText():
            self.do(structure.insert_text, source.text())

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dropped goes in by an act; what was dragged from here is taken out in the same step."""
        if not self.writes or self.working is None or not self.canInsertFromMimeData(event.mimeData()):
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
