"""Footnotes written in their place at the foot of the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolButton, QWidget

from models.draft import Run
from models.editing import structure
from models.editing.acts import bracketing
from models.editing.edit import Selection
from models.editing.notes import footnotes
from models.editing.runs import NOTE_MARK
from models.editing.typed.bound_spaces import bound_beside
from models.editing.typed.quotation_marks import printed_beside
from models.editing.working import WorkingText
from models.telling.sentences import first_of
from widgets.theme import fonts
from widgets.writing.acting_sheet import ActingSheet, Then
from widgets.writing.mirror import selection_in
from widgets.writing.note_editor import NoteEditor

_IN_NOTE: dict[Callable[..., object], Callable[..., object]] = {
    bracketing.bracket: bracketing.bracket_note,
    bracketing.unbracket: bracketing.unbracket_note,
}
"""What an act is within a note."""


class NotingSheet(ActingSheet):
    """A sheet whose footnotes are written below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun: int | None = None
        """The note that was put in to be written now."""
        self._read: tuple[Run, ...] = ()
        """What the note that is being written read when that began."""
        self.note_editor = NoteEditor(self.notes)
        self.note_editor.written.connect(self._write_note)
        self.note_editor.written.connect(lambda _runs: self.pause.key_beside())
        self.note_editor.printed = self._printed
        self.note_editor.bound = self._bound
        self.note_editor.left.connect(self._leave_note)
        self.note_editor.refused.connect(self.refused)
        self.note_editor.selectionChanged.connect(self.selection_changed)
        self.note_editor.cursorPositionChanged.connect(self.selection_changed)
        self.notes.note_wanted.connect(self.write_note)
        self._shared = QToolButton(self.notes)
        """Says where else the note is cited that is being written."""
        self._shared.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shared.setAutoRaise(True)
        # It stands beside the rule above the notes, where no button of the usual height does.
        self._shared.setStyleSheet("min-height: 0; padding: 0 4px")
        self._shared.setToolTip("What you write changes the note there too; Ctrl+Shift+N gives this place its own")
        self._shared.clicked.connect(self.own_note)
        self._shared.hide()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.notes.writable = self.writes
        if not self.writes:
            self._leave_note()

    def do(self, act: Callable[..., object], *args: object, far: bool = False, then: Then | None = None) -> object:
        """Do an act at the selection, or in the note that is being written; a new note is written at once."""
        if act is structure.toggle_mark and self.writes and self.note_editor.note is not None:
            self.note_editor.toggle_mark(str(args[0]))
            return None
        if act in _IN_NOTE and self.writes and self.note_editor.note is not None:
            return self._do_in_note(_IN_NOTE[act], self.note_editor.note)
        if act is footnotes.add_note and self.own_note():
            return None
        if act is not footnotes.add_note:
            return super().do(act, *args, far=far, then=then)

        def write(given: object) -> None:
            new = [change.id for change in self._last.notes if change.old is None] if self._last is not None else []
            if new:
                self.write_note(new[0])
                self._begun = self.note_editor.note
            if then is not None:
                then(given)

        return super().do(act, *args, far=far, then=write)

    def _do_in_note(self, act: Callable[..., object], note: int) -> object:
        """Do an act on what is selected in the note that is being written."""
        given = super().do(act, note, *self.note_editor.selected())
        if isinstance(given, tuple) and self.note_editor.note == note:
            self.note_editor.select(*given)
        return given

    @property
    def note_place(self) -> tuple[int, int, int] | None:
        """The note that is being written, and from where to where some of it is selected, in code points."""
        note = self.note_editor.note
        return None if note is None else (note, *self.note_editor.selected())

    def write_note(self, note: int, selected: tuple[int, int] | None = None) -> None:
        """Write a footnote in its place at the foot of the page, at its end or where `selected` says, in code points;
        Esc or Enter goes back to the text."""
        found = self.shown.note(note)
        if not self.writes or found is None:
            return
        if self.note_editor.note == note:
            self.note_editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave_note()
            self._read = found.runs
            self.notes.written = note
            self.notes.refresh()
            self._place_notes()
            self.note_editor.open(note, self.shown.mark(note), found.runs, self.notes.kind)
            self._say_where_else(note)
            self._lie_over_note()
        if selected is not None and self.note_editor.note == note:
            self.note_editor.select(*selected)

    def own_note(self) -> bool:
        """Give the place at the caret its own of the note that is being written and cited elsewhere too."""
        note = self.note_editor.note
        if note is None or not self.writes or not self._elsewhere(note):
            return False
        # What is left so is not finished: it would be one with the other again.
        self.note_editor.note = self.notes.written = None

        def write(own: object) -> None:
            if isinstance(own, int):
                self.write_note(own)

        super().do(footnotes.own_note, note, then=write)
        return True

    def _elsewhere(self, note: int) -> list[str]:
        """What other paragraphs are called that cite a note too; all where the caret stands in none of them."""
        if self.working is None or note not in self.working.notes:
            return []
        at = self.selection().head.position
        beside = note in self.working.entries[at].paragraph.footnotes
        labels = footnotes.cited_in(self.working, note, at)
        return labels if beside or len(labels) > 1 else []

    def _say_where_else(self, note: int) -> None:
        labels = self._elsewhere(note)
        self._shared.setFont(fonts.micro(500))
        self._shared.setText(f"Also in {first_of(labels, 2)}. A note of its own here")
        self._shared.setVisible(bool(labels))

    def write_note_here(self) -> bool:
        """Write the footnote whose mark the caret is beside; False where there is none."""
        found = footnotes.note_at(self.working, self.selection()) if self.working and self._entries() else None
        if found is not None:
            self.write_note(found[0])
        return found is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        note = self._mark_under(event.position()) if self.writes else None
        if note is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.write_note(note)

    def _mark_under(self, place: QPointF) -> int | None:
        """The note whose mark is at a point of the viewport."""
        cursor = self.cursorForPosition(place.toPoint())
        for step in (QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveOperation.NextCharacter):
            over = QTextCursor(cursor)
            over.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
            ends = self.cursorRect(cursor), self.cursorRect(over)
            left, right = sorted(end.left() for end in ends)
            if over.selectedText() == NOTE_MARK and ends[0].top() == ends[1].top() and left <= place.x() <= right:
                end = selection_in(over).end
                found = footnotes.note_at(self.working, Selection(end, end)) if self.working is not None else None
                return None if found is None else found[0]
        return None

    def _write_note(self, runs: object) -> None:
        note = self.note_editor.note
        if self.working is not None and note in self.working.notes:
            footnotes.set_note_text(self.working, note, runs, self.selection())  # type: ignore[arg-type]

    def _printed(self, words: str, at: int) -> str:
        assert self.working is not None
        printed = printed_beside(self.working, words, at)
        if printed != words[at]:
            self.working.undo_list.close()  # one undo gives back what was typed
        return printed

    def _bound(self, words: str, place: int, since: int) -> tuple[list[int], str]:
        assert self.working is not None
        bound = bound_beside(self.working, words, place, since)
        if bound[0]:
            self.working.undo_list.close()  # one undo gives back what was typed
        return bound

    def _leave_note(self) -> None:
        note, self.note_editor.note = self.note_editor.note, None
        begun, self._begun = self._begun, None
        if note is None:
            return
        self.notes.written = None
        self.note_editor.hide()
        self._shared.hide()
        if self.working is not None and note in self.working.notes:
            self._finish_note(self.working, note, new=note == begun)
        self.notes.refresh()
        self._place_notes()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selection_changed.emit()

    def _finish_note(self, working: WorkingText, note: int, *, new: bool) -> None:
        """A new note without words goes again; one that was made to say what another does becomes that one."""
        if new and self.writes and footnotes.give_up_new(working, note, self.selection()):
            return
        # One that was only looked at stays as it is, and so does what was given a place for its own.
        if working.notes[note].runs == self._read:
            return
        last = working.undo_list.last
        footnotes.join_same(working, note, self.selection())
        joined = working.undo_list.last
        if joined is not None and joined is not last:
            self.undo_said.emit(joined.said)

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
        width, first = self._shared.sizeHint().width(), self.notes.place_of(self.notes.shown[0]).toAlignedRect()
        height = min(self._shared.sizeHint().height(), first.top())
        self._shared.setGeometry(place.right() - width, first.top() - height, width, height)

    def _place_notes(self) -> None:
        super()._place_notes()
        if self.note_editor.note is not None:
            self._lie_over_note()
