"""Rows of a list that are painted by hand: the list about them, their ground, and where things lie in them."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from widgets.paper.direction import isolated
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import tokens as appearance
from widgets.theme.cut import words_in
from widgets.theme.hands import brought_by_keys, keys_last
from widgets.theme.tokens import theme_changed

Index = QModelIndex | QPersistentModelIndex
LEAD = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_BAR = 3
_RING, _ROUND = 2, 4


class RowList(QListView):
    """A list without a frame on a ground of the theme ("panel", "paper"), named for who cannot see it."""

    def __init__(self, name: str, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        give_quiet_scroll_bar(self, ground)
        theme_changed.connect(self._dress)
        self._dress(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt paints every row of the box around what is wanted: all in sight, where the chosen one and the last changed.
        parts: Any = event.region()
        for part in parts:
            super().paintEvent(QPaintEvent(part))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mark_for_keys(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        here = self.currentIndex()
        seen = self.visualRect(here).intersects(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        # A bar that comes above the list takes its room from below.
        if seen:
            self.scrollTo(here)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            super().scrollContentsBy(dx, dy)
            return
        # The bar lies over the rows: for Qt's own way of scrolling that is a reason to paint all of them anew.
        page, bar = self.viewport().rect(), self.verticalScrollBar()
        rows = QRect(page)
        if bar.isVisible() and self.isRightToLeft():
            rows.setLeft(bar.width())
        elif bar.isVisible():
            rows.setRight(page.right() - bar.width())
        self.viewport().scroll(0, dy, rows)

    def _dress(self, _tokens: object) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, getattr(appearance.current(), self._ground))
        self.setPalette(palette)
        self.viewport().update()


def mark_for_keys(view: QListView, event: QFocusEvent) -> None:
    """Choose the row the keys begin at where none is chosen. Call at the end of focusInEvent.

    Qt makes the first row the current one without choosing it: no row is marked, and Down goes to the second.
    A click chooses its row itself.
    """
    brought_by_keys(event.reason())
    if event.reason() is not Qt.FocusReason.MouseFocusReason:
        mark_first(view)


def mark_first(view: QListView) -> None:
    """Choose the row the keys begin at where none is chosen: rows may come when the keyboard is in the list already."""
    if not view.selectedIndexes():
        here = view.currentIndex()
        if not here.isValid():
            here = view.moveCursor(QListView.CursorAction.MoveNext, Qt.KeyboardModifier.NoModifier)
        view.setCurrentIndex(here)


class SideList(RowList):
    """A list beside a page, to which letters and digits belong: they look for nothing in the list.

    Where no row is the current one, a bar along all of it says that it has the keyboard. `menu_wanted(QPoint)` asks for
    the menu of the current row, at a place of the screen.
    """

    menu_wanted = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if at.isValid() and at.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(at)
            row = self.viewport().mapToGlobal(self.visualRect(at).center())
            self.menu_wanted.emit(event.globalPos() if by_mouse else row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            page, painter = self.viewport().rect(), QPainter(self.viewport())
            bar = QStyle.visualRect(self.layoutDirection(), page, QRect(page.topLeft(), QSize(_BAR, page.height())))
            painter.fillRect(bar, appearance.current().ink)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row: chosen in a list that has the keyboard, with a bar at its beginning, or under the mouse."""
    if option.state & QStyle.StateFlag.State_Selected and not option.widget.hasFocus():
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, appearance.current().hover)
    else:
        paint_chosen(painter, option)


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row that Enter takes, wherever the keyboard is, with a bar: the ground alone is hardly seen."""
    tokens = appearance.current()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, tokens.sel)
        paint_bar(painter, option)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, tokens.hover)


def paint_bar(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A bar of ink at the beginning of a row."""
    painter.fillRect(box(option, 0, 0, _BAR, option.rect.height()), appearance.current().ink)


def paint_ring(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ring of the keyboard within the row it is at, in a list whose chosen row is marked without it too."""
    view = option.widget
    if not isinstance(view, QListView):
        return
    if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus() and keys_last():
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(appearance.current().focus, _RING))
        bar = view.verticalScrollBar()
        aside = _BAR + _RING
        end = aside + (bar.width() if bar.isVisible() else 0)
        place = box(option, aside, _RING, option.rect.width() - aside - end, option.rect.height() - 2 * _RING)
        painter.drawRoundedRect(place, _ROUND, _ROUND)
        painter.restore()


def box(option: QStyleOptionViewItem, start: float, top: float, width: float, height: float) -> QRectF:
    """A place in a row, counted from the side where the text begins."""
    rect = QRect(round(option.rect.left() + start), round(option.rect.top() + top), round(width), round(height))
    return QRectF(QStyle.visualRect(option.direction, option.rect, rect))


def room_for(label: str, font: QFont, least: float) -> float:
    """The room of a label before the words of a row: the usual, or more for one that would be cut ("OP3 quinquies")."""
    return max(least, math.ceil(QFontMetricsF(font).horizontalAdvance(label)) + 1)


def draw_words(painter: QPainter, place: QRectF, words: str, font: QFont) -> None:
    """Words on one line, cut with an ellipsis where room is short, running their own way; the pen is the painter's."""
    painter.setFont(font)
    cut = words_in(QFontMetricsF(font), words, place.width())
    painter.drawText(place, LEAD, isolated(cut))
