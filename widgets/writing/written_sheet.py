"""The sheet a working text lies on. The working text is the truth; the document follows each of its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget

from models.editing.edit import Edit, Selection, Splice
from models.editing.marks import leaving
from models.editing.marks.text_end import end_text
from models.editing.typed.late_openings import open_left
from models.editing.working import WorkingText
from widgets.text.bracketed import Bracketed
from widgets.text.pause import Pause
from widgets.text.shown import Shown, ShownWorking
from widgets.writing.keys import Place
from widgets.writing.marked_sheet import outside
from widgets.writing.mirror import MANY, Mirror
from widgets.writing.selecting_sheet import SelectingSheet
from widgets.writing.typed_steps import TypedSteps

_WRITING = Qt.TextInteractionFlag.TextEditorInteraction
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_FROM_TOP = 0.4
_LATEST = 10
"""Milliseconds from when an act is painted until who stands below what came or went is numbered anew, at the latest: in
the next turn where no key comes."""


class WrittenSheet(SelectingSheet):
    """A working text that can be written; a kept draft lies on the sheet read-only.

    Signals: `edited(Edit)` after each step, undone and redone ones too; of what a key did it tells some milliseconds
    later, of letters that are typed one after another as of one step, and before any other.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = True
        self._typed: tuple[int, int] | None = None
        """Where Qt's own letters are being read back: position and place; that block reads as it should."""
        self._edited_key: int | None = None
        self.pause = Pause(self, self.told.tell_all)
        """What follows the keys a moment later is done here."""
        self._typed_steps = TypedSteps(self._tell_step, self)

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

    def stand_on(self, working: WorkingText, bracketed: Bracketed) -> None:
        """Write on with another working text that reads as this one does: not a paragraph is laid out anew."""
        self.tell_typed()
        if self.working is not None and self._heard in self.working.listeners:
            self.working.listeners.remove(self._heard)
        self._edited_key = None
        if self.working is not None:
            keys = zip(self.working.entries, working.entries, strict=True)
            working.undo_list.go_on(self.working.undo_list, {old.key: new.key for old, new in keys})
        self.working = working
        self.shown = self.text.shown = ShownWorking(working)
        self.text.bracketed = bracketed
        self._mirror = Mirror(working, self.text)
        working.listeners.append(self._heard)
        self._show_notes()
        self._place_notes()
        self.show_words(self._with_words)
        self._tell_selection()

    def let_go(self) -> None:
        """Write the working text no longer."""
        self.tell_typed()
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
        self.setTextInteractionFlags(_READING if self._read_only else _WRITING)
        self.setTabChangesFocus(self._read_only)
        self.setCursorWidth(2)

    @property
    def writes(self) -> bool:
        """Whether something can be written."""
        return self.working is not None and not self._read_only

    def _build(self, bracketed: Bracketed | None = None) -> None:
        self._selection = None
        if self.working is not None and self._mirror is not None:
            self._mirror = None
        super()._build(bracketed)
        if self.working is not None and isinstance(self.shown, ShownWorking):
            self._mirror = Mirror(self.working, self.text)

    def _selected(self) -> Any:
        return super()._selected() if self._mirror is None else self.selection()

    def _restore(self, selected: Any) -> None:
        if isinstance(selected, Selection):
            self.setTextCursor(self._cursor(selected))
        else:
            super()._restore(selected)

    def select(self, selection: Selection) -> None:
        """Select something and bring it into sight."""
        self._been_somewhere = True
        cursor = self._cursor(selection)
        seen = self._is_in_sight(cursor)
        self.setTextCursor(cursor)
        self._settle_caret()
        if not seen:
            # With some text before and after it, and not at the very edge.
            self._scroll_away(lambda: self.cursorRect().top() - _FROM_TOP * self._free_height())
        self._keep_clear()

    def end_composing(self) -> None:
        """Before an act what an input method composes is written, where the method does so, and else given up, as at a
        click: it would stay painted in whatever paragraph the block shows then."""
        layout = self.textCursor().block().layout()
        if not layout.preeditAreaText():
            return
        QGuiApplication.inputMethod().commit()
        if layout.preeditAreaText():
            self.inputMethodEvent(QInputMethodEvent())

    # What follows a step

    def _heard(self, edit: Edit) -> None:
        """A step was done, undone or done again: the document follows."""
        if self._mirror is None:
            return
        self._mark_edited(edit)
        if self._typed is not None:
            self._mirror.apply(edit, self._typed[0]) if not self._spreads(edit, self._typed[0]) else self._late()
        else:
            self._patch(lambda: self._follow(edit))
            self.ensureCursorVisible()
            self._keep_clear()
            self.catching_up.in_sight()
        self._after(edit)

    def _follow(self, edit: Edit) -> None:
        assert self._mirror is not None
        with self.catching_up.staying():
            self._mirror.apply(edit)
        self._notes_follow(edit)
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
        # Qt tells of each place where the caret is meanwhile, and each who listens would have to pass it over.
        heard = self.blockSignals(True)
        try:
            patch()
        finally:
            self._patching = False
            self.blockSignals(heard)
        if self._notes_wait:
            self._place_notes()
        self.cursorPositionChanged.emit()

    def _after(self, edit: Edit) -> None:
        one = edit.splices[0] if len(edit.splices) == 1 and not edit.notes else None
        if one is not None and one.words_alone and not (self._hinted or one.new[0].paragraph.footnotes):
            # As at nearly every key: nothing but these words can be painted otherwise.
            self._paint_words_again(one.start, one.old[0].paragraph, one.new[0].paragraph)
            if self._typed is not None:
                self._typed_steps.add(edit)
            else:
                self.on_screen.ground_moved()  # what is undone may turn the paragraph
                self._tell(edit)
            return
        if self._typed is not None:
            self._notes_follow(edit)
        self._repaint_after(edit)
        self._tell(edit)

    def _tell(self, edit: Edit) -> None:
        self._typed_steps.tell()
        self._tell_step(edit)

    def _tell_step(self, edit: Edit) -> None:
        self.told.tell(self.edited.emit, edit)

    def tell_typed(self) -> None:
        """Who follows the text is told now of what keys did."""
        self.told.tell_all()
        self._typed_steps.tell()

    def _repaint_after(self, edit: Edit) -> None:
        """Numbers and bars stand in the margins, which Qt does not paint of itself."""
        if self._hinted or self._is_blank():
            self.update()
        if any(max(len(splice.old), len(splice.new)) > MANY for splice in edit.splices):
            # What stands beside the paragraphs is worked out as they are painted, and no part of the act.
            self.on_screen.forget()
            self.update()
            return
        same = edit.reach <= MANY and all(
            len(splice.old) == len(splice.new) == 1 and outside(splice.old[0]) == outside(splice.new[0])
            for splice in edit.splices
        )
        if not same:
            if edit.reach > MANY:
                self.update()
            self.on_screen.ground_moved()
            self.on_screen.look_soon(frozenset(_otherwise(edit.splices)))
            self.pause.ask(self.on_screen.look_over, 0, _LATEST)
            return
        for splice in edit.splices:
            self._paint_words_again(splice.start, splice.old[0].paragraph, splice.new[0].paragraph)

    def _entries(self) -> list[Any]:
        return self.working.entries if self.working is not None else []

    # A paragraph that was written and left

    def _mark_edited(self, edit: Edit) -> None:
        entries, here, before = self._entries(), edit.after.head.position, self._edited_key
        if here < len(entries) and any(splice.new for splice in edit.splices):
            self._edited_key = entries[here].key
            # What is done elsewhere, as in the masthead's form, may leave the caret where it is.
            elsewhere = before not in {entry.key for splice in edit.splices for entry in splice.new}
            if self.working is not None and before is not None and (before != self._edited_key or elsewhere):
                leaving.owe(self.working, before)

    def go_to(self, position: int) -> None:
        super().go_to(position)
        self._settle_caret()

    def _settle_caret(self) -> None:
        """Once the caret has moved: a paragraph that was written and left is finished, also where it is selected with
        others, or as all there is."""
        entries, here = self._entries(), self.chosen()
        if here >= len(entries) or entries[here].key != self._edited_key or self._selects_across():
            self.finish_paragraph()
        if self.working is not None:
            self.working.undo_list.came_to(here, entries)

    def _selects_across(self) -> bool:
        cursor = self.textCursor()
        if self.working is None or not cursor.hasSelection():
            return False
        return Place.of(self.working, self.selection()).across

    def finish_paragraph(self) -> None:
        """The paragraph that was written last gets its last mark, as when the caret leaves it: it is read as it is."""
        left = self._left_behind()
        if left is not None and self.working is not None:
            open_left(self.working, left, self.selection())
            leaving.leave(self.working, left, self.selection())

    def _left_behind(self) -> int | None:
        """Where the paragraph is that was written last, and is to be finished: it is asked for once."""
        if self._edited_key is None or self.working is None or not self.writes:
            return None
        entries, here = self.working.entries, self.chosen()
        key, self._edited_key = self._edited_key, None
        near = [at for at in (here, here - 1, here + 1) if 0 <= at < len(entries) and entries[at].key == key]
        return near[0] if near else next((at for at, entry in enumerate(entries) if entry.key == key), None)

    def selectAll(self) -> None:
        """Select all of the text."""
        super().selectAll()
        self._settle_caret()

    def finish_text(self) -> None:
        """The text is read as it is, and goes out: it ends as it is to end."""
        WrittenSheet.finish_paragraph(self)
        if self.working is not None and self.writes:
            leaving.give_owed(self.working, self.selection())
            end_text(self.working, self.selection())


def _otherwise(splices: Sequence[Splice]) -> Iterator[int]:
    """Keys of paragraphs that are something else since, or stand elsewhere, and not only behind what came or went."""
    stood = {entry.key for splice in splices for entry in splice.old}
    for splice in splices:
        old, new = ({entry.key: entry for entry in entries} for entries in (splice.old, splice.new))
        in_order = [key for key in old if key in new] == [key for key in new if key in old]
        for entry in splice.new:
            was = old.get(entry.key) if in_order else None
            if entry.key in stood and (was is None or outside(was) != outside(entry)):
                yield entry.key
