"""A text in its column in the middle of a sheet: how wide it is, where its paragraphs lie, and what is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from models.draft import Draft
from widgets.paper import type as letters
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.paper.type import TextType
from widgets.text.column import Column
from widgets.text.document import TextDocument
from widgets.text.shown import Shown, ShownDraft
from widgets.theme.tokens import Measures

_LEAST_BEFORE, _LEAST_AFTER = 104, 28
_AROUND = 100.0
"""Pixels above the page within which what is there may be painted."""


class ColumnSheet(QTextEdit):
    """One text in its column; `zoomed(float)` when its letters are others."""

    ground = "paper"
    """The token role of what the words stand on."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It is there in a short text too, and empty: the column would lie elsewhere with the line that asks for it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        give_quiet_scroll_bar(self, self.ground)
        self.bar_width = self.verticalScrollBar().sizeHint().width()
        """How much of the page the scroll bar takes, before it is shown too."""
        self.viewport().setAutoFillBackground(False)
        self.setTabChangesFocus(True)
        self._zoom, self._wide = 1.0, False
        self._types: dict[tuple[bool, float], TextType] = {}
        self.shown: Shown = ShownDraft(Draft())
        self._stays = False
        """What is seen stays where it is while the scroll bar moves: what is above it turned out higher."""
        self._edge = 0
        """Where the page began when it was laid last."""
        self._owed = (0, 0)
        """Where the text was scrolled to when it was laid last, and how far below that its words should stand."""
        self._lay(TextDocument(self.shown, self._type()))

    def _lay(self, text: TextDocument) -> None:
        self.text = text
        """The text as it lies in the document."""
        self.column: Column = text.column
        """Where its paragraphs lie."""

    def chosen(self) -> int:
        """The position of the paragraph with the cursor; of one that is selected to the beginning of the next, that."""
        cursor = self.textCursor()
        # As a third click selects it: what is done with the selection is not done with the next.
        only_reached = cursor.atBlockStart() and cursor.anchor() < cursor.position()
        return cursor.blockNumber() - only_reached

    # Letters

    @property
    def zoom(self) -> float:
        """The factor of the letters."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Letters times a factor."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._dress()
            self.zoomed.emit(zoom)

    def _type(self) -> TextType:
        known = self._types.get((self._wide, self._zoom))
        if known is None:
            known = (letters.TEXT_WIDE if self._wide else letters.TEXT).zoomed(self._zoom)
            self._types[self._wide, self._zoom] = known
        return known

    def _column_width(self) -> float:
        return (Measures.TEXT_COLUMN_WIDE if self._wide else Measures.TEXT_COLUMN) * max(1.0, self._zoom)

    def _dress(self) -> None:
        """The same text in other letters."""
        self.text.dress(self._type())
        self._lie()
        self.update()

    # Where things lie

    def _lie(self) -> None:
        """Put the column in the middle, a little further in for the numbers."""
        bar = self.bar_width
        room = self.width() - bar
        column = round(min(self._column_width(), room - _LEAST_BEFORE - _LEAST_AFTER))
        shifted = (room - column) // 2 + Measures.TEXT_SHIFT
        before = max(_LEAST_BEFORE, min(shifted, room - column - _LEAST_AFTER))
        # The bar lies over the margin, and the ground of a paragraph beside it.
        after = max(room - column - before, _LEAST_AFTER + bar)
        if self.isRightToLeft():
            before, after = after, before
        self.setViewportMargins(before, 0, after, 0)
        self._place_notes()

    def _place_notes(self) -> None:
        """What lies over the text finds its place."""

    def set_right_to_left(self, right_to_left: bool) -> None:
        """Let numbers and bars stand on the side where the text begins."""
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        if way != self.layoutDirection():
            self.setLayoutDirection(way)
            self.text.set_right_to_left(right_to_left)
            self._lie()
            self.update()

    def _fit(self) -> None:
        """Lie at the new size before the viewport takes another width, or the whole text would be set anew."""
        wide = self.window().width() >= Measures.WIDE_WINDOW
        other, self._wide = wide != self._wide, wide
        # The margins first: those of a wider window would leave no column at all, in which letters are then set.
        self._lie()
        if other:
            self._dress()

    def _top(self, block: QTextBlock) -> float:
        """Where a block begins, from the upper edge of the page."""
        return self.column.blockBoundingRect(block).top() - self.verticalScrollBar().value()

    def _height(self, block: QTextBlock) -> float:
        return self.column.blockBoundingRect(block).height()

    def _blocks(self, start: float = 0.0) -> list[tuple[QTextBlock, float]]:
        """The blocks in sight and where they begin."""
        scrolled = float(self.verticalScrollBar().value())
        blocks = self.column.between(scrolled + start, scrolled + float(self.viewport().height()))
        return [(block, top - scrolled) for block, top in blocks]

    # What is in sight

    def positions_in_sight(self, reach: float = 0.0) -> range:
        """The paragraphs in sight, and those whose surroundings may be."""
        scrolled = float(self.verticalScrollBar().value())
        return self.column.numbers(scrolled - reach, scrolled + self.viewport().height() + reach)

    def _free_height(self) -> float:
        """How high the page is on which words are seen."""
        return float(self.viewport().height())

    def _seen(self, down: int = 0) -> tuple[int, int, int, bool]:
        """The line that stays where it is while others are set anew: the cursor's if it is in sight, else the first.

        Gives a block, a place in it, how far below the upper edge of the page that is, and whether it is seen whole;
        where the edge goes `down` meanwhile, below where it comes to be, and the first is the first there.
        """
        cursor = self.textCursor()
        line = self.cursorRect(cursor)
        whole = line.top() >= 0 and line.bottom() <= self._free_height()
        if not whole:
            cursor = self.cursorForPosition(QPoint(0, max(0, down) + 2))
            line = self.cursorRect(cursor)
        return cursor.blockNumber(), cursor.positionInBlock(), line.top() - down, whole

    def _show_again(self, seen: tuple[int, int, int, bool]) -> int:
        """Scroll so that a line is where it was, or seen whole if it was; how far below where it is it should be."""
        number, place, height, whole = seen
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return 0
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(place, block.length() - 1))
        self._scroll_to(number, 0.0)

        def above() -> float:
            line = self.cursorRect(cursor)
            lower = min(height, self._free_height() - line.height())
            return line.top() - (max(0, lower) if whole else lower)

        self._scroll_away(above)
        return height - self.cursorRect(cursor).top()

    @property
    def edge(self) -> int:
        """Where the page begins, from the upper edge of the window."""
        return self.mapTo(self.window(), QPoint()).y()

    def _edge_moved(self) -> int:
        """How far down the edge of the page went, as for a bar above it, from where the words should stand."""
        before, self._edge = self._edge, self.edge
        scrolled, owed = self._owed
        # Whoever has scrolled since has them where he wants them.
        owed = owed if scrolled == self.verticalScrollBar().value() else 0
        return self._edge - before - owed if self.isVisible() else 0

    def _scroll_to(self, position: int, share: float) -> None:
        """Bring a block to a share of the page's height."""
        # The blocks that will be in sight are set first, so that the way there is known exactly.
        for _ in range(2):
            found = self.document().findBlockByNumber(position)
            if not found.isValid():
                return
            top = self.column.blockBoundingRect(found).top()
            self.column.between(top, top + self.viewport().height())
            self.column.settle_size()
            self.verticalScrollBar().setValue(round(top - share * self.viewport().height()) - 12)

    def bring_to(self, position: int, height: float) -> None:
        """Let a paragraph begin at a height of the page, in pixels, as far as the text can be scrolled."""
        self._scroll_to(position, 0.0)
        block = self.document().findBlockByNumber(position)
        if block.isValid():
            self._scroll_away(lambda: self._top(block) - height)

    def _scroll_away(self, far: Callable[[], float]) -> None:
        """Scroll by what something is too far down."""
        bar = self.verticalScrollBar()
        # What comes into sight above it is set then, with what is painted around it, and may be higher than it was
        # thought to be.
        for _ in range(3):
            bar.setValue(round(bar.value() + far()))
            self._blocks(-_AROUND)
            self.column.settle_size()

    def _keep_place(self, more: float) -> None:
        bar = self.verticalScrollBar()
        self._stays = True
        bar.setValue(bar.value() + round(more))
        self._stays = False
        self.update()
