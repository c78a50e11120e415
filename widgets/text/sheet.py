"""The sheet a text is read on: a QTextEdit whose numbers, grounds and tints are painted beside and below the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip

from widgets.text.painted_sheet import PaintedSheet

_OWN = frozenset((QPaintEvent, QResizeEvent, QKeyEvent, QMouseEvent, QWheelEvent, QHelpEvent))
"""Classes of the events of a sheet that are not left to Qt as they come."""
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class Sheet(PaintedSheet):
    """A text to read."""

    def event(self, event: QEvent) -> bool:
        # Told apart by their classes: a key comes with a dozen of events, and to ask each what it is takes longer.
        if type(event) not in _OWN:
            return QTextEdit.event(self, event)
        if isinstance(event, QPaintEvent):
            self._paint_paper(event, self)
            return True
        what = event.type()
        if isinstance(event, QResizeEvent):
            # What is seen stays where it is in the window.
            seen = self._seen(self._edge_moved())
            self._fit()
            done = super().event(event)
            # At the top no words can go further down: a bar that comes again takes what they did not.
            owed = self._show_again(seen)
            self._owed = self.verticalScrollBar().value(), owed
            return done
        if what is QEvent.Type.KeyRelease:
            # Nobody above asks for it, and each would be asked at every key.
            event.accept()
            return True
        if what is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_foreign(event):
            # Else "end of line" would take Ctrl E from Export.
            event.ignore()
            return False
        if isinstance(event, QWheelEvent):
            # Over the margins, which are no part of the viewport.
            QApplication.sendEvent(self.viewport(), event)
            return True
        if what is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if what in _MOUSE and isinstance(event, QMouseEvent) and self._take_in_margin(event):
            event.accept()
            return True
        return super().event(event)

    def _take_in_margin(self, event: QMouseEvent) -> bool:
        """Whether the mouse did something in the margins that is done with."""
        return False

    def _is_foreign(self, event: QKeyEvent) -> bool:
        """Whether a key with Ctrl belongs to the window's actions: all letters but those of copying and selecting."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        own = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
        return Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not any(event.matches(key) for key in own)

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
        return self.warning_of(position)

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
    return event.key() in _ZOOM_KEYS and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


_ZOOM_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
