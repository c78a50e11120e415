"""The sheet with what is gone struck below the paragraphs it stood in, where changed words are shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QWidget

from models.editing.runs import shown as held
from widgets.text import beside
from widgets.text.bracketed import Bracketed
from widgets.text.without_holding import without_holding
from widgets.theme.tokens import current
from widgets.writing.marked_sheet import MarkedSheet
from widgets.writing.struck_below import Passage, StruckBelow, around, told


class StruckSheet(MarkedSheet):
    """Makes room below paragraphs of which words are gone, and paints these there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below: dict[int, tuple[tuple[object, ...], StruckBelow | None]] = {}
        """By the keys of paragraphs, what is struck below them, and for what."""
        self._gone_at: tuple[object, dict[int, list[str]]] = None, {}
        self._misfits: set[int] = set()
        """The paragraphs with another room below them than they are to have."""

    def show_words(self, shown: bool) -> None:
        otherwise = shown or self._with_words
        super().show_words(shown)
        self._below = {}
        self._make_room()
        if otherwise and self.changes is not None and self.working is not None:
            gone = (max(0, before - 1) for before in self._gone_before())
            self.column.set_again(sorted({*self.changes.candidates(), *gone}))
        self.update()

    def _build(self, bracketed: Bracketed | None = None) -> None:
        super()._build(bracketed)
        self._below = {}
        self._make_room()

    def _make_room(self) -> None:
        """Below the paragraphs there is room for what is gone, where words are shown."""
        room = without_holding(self, StruckSheet._room, 0.0) if self._with_words else None
        self.column.blocks.below = room

    def _room(self, number: int) -> float:
        below = self._struck(number)
        return below.height if below is not None else 0.0

    def deleted_at(self, number: int) -> str:
        """What is struck below a paragraph, in words; "" where it is not shown."""
        if not self._with_words or self.working is None or not 0 <= number < len(self.working.entries):
            return ""
        return told(self._passages(number))

    def _passages(self, number: int) -> list[Passage]:
        assert self.working is not None
        words = self.words_at(number)
        passages = around(held(self.working.entries[number].paragraph.runs), words.gone) if words is not None else []
        return passages + [("", text, "") for text in self._gone_behind(number)]

    def _struck(self, number: int) -> StruckBelow | None:
        """What is gone of a paragraph, and behind it, as it is struck below it."""
        if self.changes is None or self.working is None or not 0 <= number < len(self.working.entries):
            return None
        entry, blocks = self.working.entries[number], self.column.blocks
        words, gone = self.words_at(number), tuple(self._gone_behind(number))
        block = self.document().findBlockByNumber(number)
        if not block.isValid() or not (gone or (words is not None and words.gone)):
            return None
        asked = entry, gone, blocks.width, blocks.kind, blocks.setting(block).start, id(current())
        known = self._below.get(entry.key)
        if known is None or known[0] != asked:
            passages = self._passages(number)
            laid = StruckBelow(passages, blocks.setting(block), blocks.kind, blocks.width) if passages else None
            known = self._below[entry.key] = asked, laid
        return known[1]

    def _gone_behind(self, number: int) -> list[str]:
        """The paragraphs that are gone behind one; those before the first paragraph too."""
        if self.changes is None or self.working is None:
            return []
        if self._gone_at[0] is not self.changes.origins:
            found: dict[int, list[str]] = {}
            for one in self.changes.gone:
                found.setdefault(max(0, one.before - 1), []).append(self.working.original[one.base_position].text)
            self._gone_at = self.changes.origins, found
        return self._gone_at[1].get(number, [])

    def _paint_struck(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        number, room = block.blockNumber(), self.column.blocks.room_below(block)
        below = self._struck(number)
        if abs(room - (below.height if below is not None else 0.0)) > 1:
            # An act elsewhere has changed what is gone here.
            if not self._misfits:
                QTimer.singleShot(0, self, self._fit_rooms)
            self._misfits.add(number)
        elif below is not None:
            below.paint(painter, self.column.words_end(block, top) - room)

    def _fit_rooms(self) -> None:
        misfits, self._misfits = self._misfits, set()
        count = self.document().blockCount()
        self.column.set_again(sorted(number for number in misfits if number < count))
        self.update()

    def _paint_changed(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        super()._paint_changed(painter, sheet, block, top)
        self._paint_struck(painter, block, top)
