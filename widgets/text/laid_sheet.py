"""A text laid on a sheet: written in slices where it is long, where one goes in it, and notes at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from widgets.paper import type as letters
from widgets.text.block_lines import REACH
from widgets.text.bracketed import Bracketed
from widgets.text.column_sheet import ColumnSheet
from widgets.text.document import TextDocument
from widgets.text.notes import Notes
from widgets.text.notes_in_sight import cut_line, marks_in_sight
from widgets.text.shown import Shown
from widgets.text.told import Told
from widgets.theme.tokens import theme_changed

_SLICE = 250
_PAINTED = 15
"""Milliseconds in which a text that is shown is painted."""


class LaidSheet(ColumnSheet):
    """One text in its column and the notes below it; `paragraph_chosen(int)` when the cursor comes to another of its
    paragraphs."""

    paragraph_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warned: dict[int, str] = {}
        self._here = -1
        self._been_somewhere = False
        self._awaited: int | None = None
        """The paragraph to go to once it is written."""
        self.told = Told(self)
        """What others are told of this text goes through it."""
        self._writing = QTimer(self)
        self._writing.timeout.connect(self._write_more)
        self.notes = Notes(self, self.ground)
        self.notes.laid_out.connect(self._place_notes)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.selectionChanged.connect(self._cursor_moved)
        theme_changed.connect(self._other_theme)
        self.setAccessibleName("Text")

    # What is shown

    def show_text(self, shown: Shown, warned: Mapping[int, str], bracketed: Bracketed | None = None) -> None:
        """Another text, from its beginning; `warned` are the paragraphs with something to look at, and what.

        `bracketed` are its brackets where they are known.
        """
        self.shown, self._warned = shown, dict(warned)
        self._build(bracketed)
        self._here = -1
        self._been_somewhere = False
        self._awaited = None
        self.verticalScrollBar().setValue(0)
        self._place_notes()

    @property
    def warned(self) -> Mapping[int, str]:
        """The paragraphs with something to look at, and what."""
        return self._warned

    def warn_of(self, warned: Mapping[int, str]) -> None:
        """There is something to look at in other paragraphs of the same text than before."""
        if warned != self._warned:
            self._warned = dict(warned)
            self.update()

    def _build(self, bracketed: Bracketed | None = None) -> None:
        text = TextDocument(self.shown, self._type(), right_to_left=self.isRightToLeft(), bracketed=bracketed)
        before = self.text
        before.column.blocks.stop()
        self.setDocument(text.document)
        # Qt for Python gives the document of a sheet to the sheet, and would keep all there ever were.
        before.document.setParent(None)
        self._lay(text)
        self.column.moved.connect(self._keep_place)
        self.column.grown.connect(self._grown)
        self.column.shifted.connect(lambda *_places: self._notes_may_differ())
        self._lie()
        self._show_notes()
        if not text.whole:
            # What is in sight is painted first.
            self._writing.start(_PAINTED)

    def _write_more(self) -> None:
        """The next slice of a long text."""
        self.text.write_more(_SLICE)
        self._writing.setInterval(0)
        if self.text.whole:
            self._writing.stop()
        if self._awaited is not None and self._awaited < self.document().blockCount():
            self.go_to(self._awaited)

    def finish(self) -> None:
        """Have the whole text there now."""
        self._writing.stop()
        self.text.finish()

    def _other_theme(self, _tokens: object) -> None:
        # No letter is larger than it was: all stays where it lies. A sheet that Qt has taken away says so first.
        self.update()
        self.text.recolour()

    def _dress(self) -> None:
        """The same text in other letters, at the same place."""
        seen, selected = self._seen(), self._selected()
        super()._dress()
        self._show_notes()
        self._restore(selected)
        self._show_again(seen)
        self._place_notes()

    def _show_notes(self) -> None:
        self.notes.show_text(self.shown, (letters.NOTE_WIDE if self._wide else letters.NOTE).zoomed(self._zoom))

    def _rebuild(self) -> None:
        """The same text written anew, at the same place."""
        seen, selected, chosen = self._seen(), self._selected(), self.chosen()
        self._build()
        self._write_up_to(max(seen[0], chosen))
        self._restore(selected)
        self._show_again(seen)
        self._place_notes()

    def _selected(self) -> Any:
        """What `_restore` selects again."""
        return self.chosen()

    def _restore(self, selected: Any) -> None:
        """Put the cursor where it was before the document was made anew."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(selected)))

    def _write_up_to(self, position: int) -> None:
        if position >= self.document().blockCount():
            self.finish()

    # Going about

    def come_to(self, position: int) -> None:
        """Go to a paragraph as soon as the text is written so far; nobody waits for a long text."""
        if position < self.document().blockCount() or self.text.whole:
            self.go_to(position)
        else:
            self._awaited = position

    def go_to(self, position: int) -> None:
        """Put the cursor before a paragraph and bring it into sight."""
        self._awaited = None
        self._write_up_to(position)
        block = self.document().findBlockByNumber(position)
        if not block.isValid():
            return
        self._been_somewhere = True
        self.setTextCursor(QTextCursor(block))
        self._cursor_moved()
        self.update()
        top = self._top(block)
        if top < 0 or top + self._height(block) > self._free_height():
            self._scroll_to(position, 0.25)

    def look_at(self, position: int) -> None:
        """Have a paragraph be the first in sight; the cursor stays where it is."""
        self._write_up_to(position)
        self.bring_to(position, 0.0)

    def reader_at(self) -> int:
        """The paragraph one is at if it is in sight, or will be, else the first that is; -1 for who is at the beginning
        and went nowhere yet."""
        if self._awaited is not None:
            return self._awaited
        if not self._been_somewhere and not self.verticalScrollBar().value():
            return -1
        chosen, seen = self.chosen(), self.positions_in_sight()
        return chosen if chosen in seen or not seen else seen.start

    def warning_of(self, position: int) -> str:
        """What there is to look at in a paragraph; "" where there is nothing."""
        return self._warned.get(position, "")

    def _notes_may_differ(self) -> None:
        """The marks of other notes may be in sight."""
        self._place_notes()

    def _grown(self, height: float) -> None:
        self._notes_may_differ()
        top = round(height - REACH) - self.verticalScrollBar().value()
        self.update(self.rect().adjusted(0, max(0, top), 0, 0))

    def _cursor_moved(self) -> None:
        if self.text.changing:
            return
        here = self.chosen()
        if here != self._here:
            self._here = here
            self.told.tell(self.paragraph_chosen.emit, here)
            self._repaint_here()

    def _repaint_here(self) -> None:
        """Another paragraph is the one with the cursor."""
        self.update()

    # Where things lie

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notes()

    def over_text(self) -> tuple[QWidget, ...]:
        """What lies over the text and stays where it is when the text moves.

        Told and not looked for: of a child Qt alone knows, PySide makes every class it could be, for 40 ms.
        """
        return (self.notes,)

    def _free_height(self) -> float:
        return self.viewport().height() - (self.notes.height() if self.notes.isVisible() else 0)

    # Notes

    def _scrolled(self) -> None:
        self._place_notes()

    def _place_notes(self) -> None:
        """The notes whose marks are in sight above them, first come first served, as on a printed page."""
        cited = self._cites_in_sight()
        if not cited and self.notes.needed is None and self.notes.isHidden():
            return
        page = float(self.viewport().height())
        corner = self.viewport().geometry().topLeft()
        # The scroll bar stands on the left where the text begins at the right.
        left = self.bar_width if self.isRightToLeft() else 0
        self.notes.set_column(float(corner.x() - left), float(self.viewport().width()))
        chosen: list[int] = []
        for note, bottom in marks_in_sight(self._blocks(), self.shown) if cited else ():
            if note in chosen:
                continue
            wanted = [*chosen, note]
            if not self.notes.fits(wanted, page) or bottom > page - self.notes.height_of(wanted):
                break
            chosen = wanted
        chosen = self._with_needed(chosen, page)
        height = round(self.notes.height_of(chosen))
        height += round(cut_line(self._blocks(), page - height)) if chosen else 0
        self.notes.setGeometry(left, self.height() - height, self.width() - self.bar_width, height)
        self.notes.show_notes(chosen)

    def _cites_in_sight(self) -> bool:
        """Whether there are note marks in the paragraphs in sight."""
        return self.shown.has_notes() and self.shown.cites_among(self.positions_in_sight())

    def _with_needed(self, chosen: list[int], page: float) -> list[int]:
        """The note that is being written or was gone to is always there, as the last one if room is short."""
        needed = self.notes.needed
        if needed is None or needed in chosen:
            return chosen
        while chosen and not self.notes.fits([*chosen, needed], page):
            chosen = chosen[:-1]
        return [*chosen, needed]
