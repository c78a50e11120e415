"""The sheet a text is read on: a QTextEdit whose numbers, grounds and tints are painted beside and below the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from widgets.text import beside
from widgets.text.block_lines import REACH
from widgets.text.bracketed import Span
from widgets.text.laid_sheet import LaidSheet
from widgets.theme.tokens import current


class Sheet(LaidSheet):
    """A text to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # All of it is painted here: what lies below need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Painting

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and event.type() is QEvent.Type.Paint:
            self._paint_paper(event)
            return True
        if event.type() is QEvent.Type.Resize:
            self._fit()
            return super().event(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_foreign(event):
            # Else "end of line" would take Ctrl E from Export.
            event.ignore()
            return False
        if event.type() is QEvent.Type.Wheel:
            # Over the margins, which are no part of the viewport.
            QApplication.sendEvent(self.viewport(), event)
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _is_foreign(self, event: QKeyEvent) -> bool:
        """Whether a key with Ctrl belongs to the window's actions: all letters but those of copying and selecting."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        own = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
        return Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not any(event.matches(key) for key in own)

    def _ground(self) -> beside.Sheet:
        column, bar = self.viewport().geometry(), self.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        room = column.left() if self.isRightToLeft() else self.width() - column.right() - 1
        return beside.Sheet(float(column.width()), self._type(), self.isRightToLeft(), float(room - taken))

    def _paint_paper(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.fillRect(event.rect(), current().paper)
        bar = self.verticalScrollBar()
        # Nothing is painted below the scroll bar, whose whole length is asked for when a line comes.
        box = event.region().subtracted(QRect(bar.mapTo(self, QPoint()), bar.size())).boundingRect()
        corner = QPointF(self.viewport().geometry().topLeft())
        painter.translate(corner)
        sheet, count = self._ground(), self.shown.count()
        upper, lower = box.top() - corner.y(), box.bottom() + 1 - corner.y()
        for block, top in self._blocks(upper - REACH, lower + REACH):
            if block.blockNumber() < count and self.column.words_end(block, top) + REACH > upper:
                self._paint_beside(painter, sheet, block, top)
        painter.end()

    def _paint_beside(self, painter: QPainter, sheet: beside.Sheet, block: QTextBlock, top: float) -> None:
        position, whole = block.blockNumber(), sheet
        sheet = whole.of(block)
        if position == self._here and self._been_somewhere:
            beside.paint_ground(painter, sheet, block, top)
        if self._text.bracketed.has_any(position):
            beside.paint_bracketed(painter, sheet, block, top, self._text.bracketed.spans(position))
            signs = self._text.bracketed.signs(position)
            beside.paint_alone(painter, sheet, block, top, [Span(at, at + 1) for at, matched in signs if not matched])
        if position in self._warned:
            beside.paint_warning(painter, sheet if sheet.before == whole.before else whole, block, top)
        beside.paint_number(painter, sheet, block, top, self.shown.numbered(position), self.shown.label(position))

    def _show_tip(self, event: QHelpEvent) -> None:
        """What is to be looked at in the paragraph under the mouse."""
        y = event.pos().y()
        for block, top in self._blocks():
            if top <= y < top + self._height(block):
                message = self._tip(block.blockNumber())
                if message:
                    QToolTip.showText(event.globalPos(), message, self)
                    return
        QToolTip.hideText()

    def _tip(self, position: int) -> str:
        return self._warned.get(position, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Single letters are keys of the page, zoom too.
        if is_zoom(event):
            event.ignore()
            return
        self._been_somewhere = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._been_somewhere = True
        super().mousePressEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)


def is_zoom(event: QKeyEvent) -> bool:
    """Whether a key makes letters larger or smaller."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in _ZOOM_KEYS


_ZOOM_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
