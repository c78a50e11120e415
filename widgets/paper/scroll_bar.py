"""A scroll bar that keeps quiet: a slim thumb, darker under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from widgets.theme.tokens import current, theme_changed

_WIDTH, _THUMB = 11, 5


class QuietScrollBar(QScrollBar):
    """An upright scroll bar on a ground of a token role."""

    def __init__(self, ground: str = "panel") -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed.connect(self._repaint)

    def _repaint(self, _tokens: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(tokens, self._ground))
        if self.maximum() > self.minimum():
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            thumb = self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.ctl if self.underMouse() or self.isSliderDown() else tokens.line2)
            box = QRectF((self.width() - _THUMB) / 2, thumb.top() + 2, _THUMB, max(12, thumb.height() - 4))
            painter.drawRoundedRect(box, _THUMB / 2, _THUMB / 2)
        painter.end()


def give_quiet_scroll_bar(area: QAbstractScrollArea, ground: str = "panel") -> None:
    """Replace the upright scroll bar of a view."""
    area.setVerticalScrollBar(QuietScrollBar(ground))


def scrolled(inner: QWidget, ground: str = "panel") -> QScrollArea:
    """A widget that is as wide as its place and scrolls upright; the keyboard goes to what is in it."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    give_quiet_scroll_bar(area, ground)
    return area
