"""Footnotes written in their place at the foot of the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.editing import bracketing, footnotes, structure
from models.editing.working import WorkingText
from widgets.writing.acting_sheet import ActingSheet, Then
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
        self.note_editor = NoteEditor(self.notes)
        self.note_editor.written.connect(self._write_note)
        self.note_editor.left.connect(self._leave_note)
        self.note_editor.refused.connect(self.refused)
        self.notes.note_wanted.connect(self.write_note)

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

    def write_note(self, note: int) -> None:
        """Write a footnote in its place at the foot of the page; Esc or Enter goes back to the text."""
        found = self.shown.note(note)
        if not self.writes or found is None:
            return
        if self.note_editor.note == note:
            self.note_editor.setFocus(Qt.FocusReason.OtherFocusReason)
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
        begun, self._begun = self._begun, None
        if note is None:
            return
        self.notes.written = None
        self.note_editor.hide()
        if self.working is not None and note in self.working.notes:
            self._finish_note(self.working, note, new=note == begun)
        self.notes.refresh()
        self._place_notes()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish_note(self, working: WorkingText, note: int, *, new: bool) -> None:
        """A new note without words goes again; one that says what another does becomes that one."""
        if not (new and self.writes and footnotes.give_up_new(working, note, self.selection())):
            footnotes.join_same(working, note, self.selection())

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
