"""Letters that Qt writes by itself, read back into the working text.

Letters within one paragraph are left to Qt, so that input methods, dictation and the like work as everywhere; the
paragraph is read back afterwards, and what was typed may turn out to be structure.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.editing import structure
from models.editing.edit import Caret, Edit, Selection
from models.editing.references.haste import TooManyFollow, in_haste
from models.editing.runs import Runs, differing, shown
from models.editing.typed.before_mark import make_way
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from widgets.text.bracketed import Bracketed
from widgets.text.marks import MARKS
from widgets.writing.acting_sheet import Then
from widgets.writing.noting_sheet import NotingSheet

_REST = 30
"""Milliseconds after the last letter in which the notes at the foot follow."""


class TypingSheet(NotingSheet):
    """A sheet on which Qt writes letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked_for_marks = False
        self._before: Selection | None = None
        self._recognisable: tuple[int, int, int] | None = None
        self._across: tuple[Selection, str] | None = None
        """What was written over more than one paragraph, and where, until it is taken into the text."""

    def _build(self, bracketed: Bracketed | None = None) -> None:
        super()._build(bracketed)
        if self._mirror is not None:
            self.document().contentsChange.connect(self._document_changed)

    def do(self, act: Callable[..., object], *args: object, far: bool = False, then: Then | None = None) -> object:
        """Do an act at the selection; marks with nothing selected are for what is typed next."""
        if self._waits_for(lambda: self.do(act, *args, far=far, then=then)):
            return None
        in_note = self.note_editor.note is not None
        if act is structure.toggle_mark and self.writes and not in_note and not self.textCursor().hasSelection():
            self.toggle_mark(str(args[0]))
            return None
        return super().do(act, *args, far=far, then=then)

    def toggle_mark(self, mark: str) -> None:
        """Set or take "italic", "bold" or "underline", in a note that is being written too; with nothing selected, for
        what is typed next."""
        if self._waits_for(lambda: self.toggle_mark(mark)) or not self.writes:
            return
        if self.textCursor().hasSelection() or self.note_editor.note is not None:
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
        self.setCurrentCharFormat(self.text.formats.letters(look, bits))

    # Reading back

    def _document_changed(self, place: int, removed: int, added: int) -> None:
        """Qt changed the document by itself: read the paragraph back."""
        # What is at places of the document is known no more, whoever changed it.
        self._selection = None
        if self.text.changing or self._mirror is None or self.working is None or not self.writes:
            return
        entries = self.working.entries
        if self._mirror.drifted:
            self._written_across(place)
            return
        differing = self._differing(place, added)
        if len(differing) != 1:
            if differing:
                self._late()
            return
        position, runs = differing[0]
        after = self.selection()
        place = after.head.place
        self._typed, self._last = (position, place), None
        try:
            since = structure.typed(self.working, position, runs, self._before or after, after)
        finally:
            self._typed = None
        # Of what was written before the caret in one piece at least one sign is new.
        typed = position, place, min(since, max(0, place - 1))
        if position < len(entries) and entries[position].paragraph.runs != runs:
            self._late()  # no text holds all that was written
        if self._before is None:
            # Nobody is waiting for the end of this change, as for a key.
            QTimer.singleShot(0, self, lambda: self._recognise(*typed))
        else:
            self._recognisable = typed
        # A note mark that is written over may be what an "Ibid." leans on.
        self._tell_followed(self._last)

    def _notes_may_differ(self) -> None:
        if self._before is None and not self.told.in_key:
            super()._notes_may_differ()
        else:
            # What a key did is painted before one looks which notes are at the foot now.
            self.pause.ask(self._follow_notes, _REST)

    def _follow_notes(self) -> None:
        self._place_notes()
        self._keep_clear()

    def _follow(self, edit: Edit) -> None:
        super()._follow(edit)
        if self._mirror is not None and self._mirror.drifted:
            # The text is the truth; a block more or less, and each key would be read back into another paragraph.
            self._rebuild()
            self.setTextCursor(self._cursor(edit.after))

    def _written_across(self, place: int) -> None:
        """Something else than keys, as what helps a hand to write, has made blocks: its words are typed as lines."""
        entries, document = self._entries(), self.document()
        more = document.blockCount() - max(1, len(entries))
        position = min(document.findBlock(place).blockNumber(), max(0, len(entries) - 1))
        old = shown(entries[position].paragraph.runs) if entries else ""
        blocks = [document.findBlockByNumber(at) for at in range(position, position + more + 1)]
        new = "\n".join(shown(self.text.runs_of(block)) for block in blocks)
        start, gone, come = differing(old, new)
        waits, self._across = self._across is not None, None
        if more > 0:
            self._across = Selection(Caret(position, start), Caret(position, gone)), new[start:come]
        if not waits:
            QTimer.singleShot(0, self, self._take_across)

    def _take_across(self) -> None:
        across, self._across = self._across, None
        self._make_anew()
        if across is not None and self.writes:
            here, words = across
            self.select(here)
            self.do(structure.insert_text, words)

    def _differing(self, place: int, added: int) -> list[tuple[int, Runs]]:
        """The blocks of a change that do not read as their paragraphs, and how they read; empty paragraphs that are
        not there are none."""
        entries = self._entries()
        found = []
        block, end = self.document().findBlock(place), place + added
        while block.isValid() and (start := block.position()) <= end:
            position = block.blockNumber()
            known = entries[position].paragraph.runs if position < len(entries) else ()
            runs = self.text.runs_of(block)
            if runs != known:
                found.append((position, runs))
            if start + block.length() > end:
                break  # as at nearly every key
            block = block.next()
        return found

    def _tell_selection(self) -> None:
        # Where the caret is behind letters that are being typed is told with them.
        if self._recognisable is None or self._last is None:
            super()._tell_selection()

    def _natively(self, change: Callable[[], None], before: Selection, letters: str) -> None:
        """Let Qt change a paragraph, then see whether structure was typed; `before` is what is selected now, `letters`
        what is about to be written."""
        self._before = before
        self._recognisable = None
        self._end_opening(self._before, letters)
        try:
            change()
        finally:
            self._before = None
        if self._recognisable is not None:
            typed, self._recognisable = self._recognisable, None
            self._recognise(*typed)

    def _made_way(self, words: str, here: Selection) -> Selection:
        """Where words that are about to be written at the selection go, with the cursor there."""
        assert self.working is not None
        way = make_way(self.working, here, words)
        if way != here:
            self.setTextCursor(self._cursor(way))
        return way

    def _end_opening(self, here: Selection, letters: str) -> None:
        """What is typed behind an opening does not take its italics, unless they were asked for."""
        asked, self._asked_for_marks = self._asked_for_marks, False
        looks = self.currentCharFormat()
        bits = looks.intProperty(MARKS)
        entries = self._entries()
        if asked or not bits & 1 or not here.empty or here.head.position >= len(entries):
            return
        if not structure.marks_at(entries, here.head.position, here.head.place, letters)["italic"]:
            self._set_marks(bits & ~1)

    def _recognise(self, position: int, place: int, since: int) -> None:
        working = self.working
        if working is None or position >= len(working.entries):
            return
        if self._waits_for(lambda: self._recognise(position, place, since)):
            return

        def recognise(text: WorkingText) -> bool:
            return recognise_typed(text, position, place, since)

        self._last = None
        try:
            recognised = in_haste(recognise, working)
        except TooManyFollow:
            self._carry_out(recognise, True, lambda _recognised: self._tell_followed(self._last))
            return
        if not recognised:
            self._turn(position)
        self._tell_followed(self._last)

    def _tell_followed(self, edit: Edit | None) -> None:
        """What was typed or taken out came to elsewhere in the text."""
        if edit is not None and edit.told:
            self.tell_typed()
            self.undo_said.emit(edit.said)

    def _turn(self, position: int) -> None:
        """A paragraph whose first letters are of the other direction runs that way."""
        block = self.document().findBlockByNumber(position)
        paragraph = self._entries()[position].paragraph
        if self.text.runs_otherwise(block, paragraph):
            self._patch(lambda: self.text.look_again(position, paragraph))
            self.update()
