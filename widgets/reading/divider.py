"""The line between two texts, moved by hand or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, current, theme_changed

_GRABBED, _STEP = 7, 0.04
LEAST, MOST = 0.3, 0.7
"""The share of the text behind it."""


class Divider(QWidget):
    """A pixel that is seen and seven that can be grabbed. `moved(float)` with the share of the text behind it.

    `page` is what both texts stand on.
    """

    moved = Signal(float)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        speak_as(self, Role.Splitter, "Line between the two texts")
        self.setFixedWidth(_GRABBED)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Arrow keys move the line")
        self.share = 0.5
        self._say()
        theme_changed.repaint(self)

    def move_to(self, share: float) -> None:
        """Give the text behind it another share, within what both can be read at."""
        share = min(MOST, max(LEAST, share))
        if share != self.share:
            self.share = share
            self._say()
            self.moved.emit(share)

    def _say(self) -> None:
        self.setAccessibleDescription(f"{round(100 * (1 - self.share))} % for the text you write")

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        return QSize(_GRABBED, 100)

    def event(self, event: QEvent) -> bool:
        # Its arrows are its own, whatever the window does with them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._way(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = self._way(event)
        if way:
            self.move_to(self.share + way)
        else:
            super().keyPressEvent(event)

    def _way(self, event: QKeyEvent) -> float:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0.0
        ways = {Qt.Key.Key_Left: _STEP, Qt.Key.Key_Right: -_STEP, Qt.Key.Key_Home: MOST, Qt.Key.Key_End: -MOST}
        way = ways.get(Qt.Key(event.key()), 0.0)
        return -way if self._mirrored else way

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            x = self.mapTo(self._page, event.position().toPoint()).x() / max(1, self._page.width())
            self.move_to(x if self._mirrored else 1 - x)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = current(), QPainter(self)
        half = self.width() // 2
        painter.fillRect(self.rect(), tokens.paper)
        painter.fillRect(0 if self._mirrored else half, 0, self.width() - half, self.height(), tokens.panel)
        # The bars at both sides of it are one.
        painter.fillRect(0, 0, self.width(), Measures.PAGE_BAR, tokens.panel)
        painter.fillRect(0, Measures.PAGE_BAR - 1, self.width(), 1, tokens.line)
        thick = 3 if self.hasFocus() else 1
        colour = tokens.focus if self.hasFocus() else tokens.line2
        painter.fillRect((self.width() - thick) // 2, 0, thick, self.height(), colour)
        painter.end()
