"""A scroll bar that keeps quiet: a slim thumb, darker under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
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
    """A scroll bar on a ground of a token role, upright unless said."""

    def __init__(self, ground: str = "panel", way: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(way)
        self._ground = ground
        self._thumb = QRect()
        """Where the thumb was painted; nowhere in a text that is all in sight."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(_WIDTH, usual.height()) if upright else QSize(usual.width(), _WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        # The style takes it away before each showing, since its own scroll bars are seen through: all that lies under
        # the bar would be painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        super().showEvent(event)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        # A line more in a long text moves the thumb by less than a pixel, and Qt would have all of it painted.
        if self._thumb_now() != self._thumb:
            self.update()

    def _thumb_now(self) -> QRect:
        if self.maximum() <= self.minimum():
            return QRect()
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        bar, thumb = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(bar, option, thumb, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(tokens, self._ground))
        thumb = self._thumb_now()
        if event.region().contains(self.rect()) or self._thumb == thumb:
            self._thumb = thumb
        else:
            self.update()
        if not thumb.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.ctl if self.underMouse() or self.isSliderDown() else tokens.line2)
            if self.orientation() == Qt.Orientation.Vertical:
                box = QRectF((self.width() - _THUMB) / 2, thumb.top() + 2, _THUMB, max(12, thumb.height() - 4))
            else:
                box = QRectF(thumb.left() + 2, (self.height() - _THUMB) / 2, max(12, thumb.width() - 4), _THUMB)
            painter.drawRoundedRect(box, _THUMB / 2, _THUMB / 2)
        painter.end()


def give_quiet_scroll_bar(area: QAbstractScrollArea, ground: str = "panel") -> None:
    """Replace the upright scroll bar of a view."""
    area.setVerticalScrollBar(QuietScrollBar(ground))


def scrolled(inner: QWidget, ground: str = "panel") -> QScrollArea:
    """A widget that is as wide as its place and scrolls upright; the keyboard goes to what is in it."""
    area = scroll_area(ground)
    area.setWidget(inner)
    return area


def scroll_area(ground: str = "panel") -> QScrollArea:
    """What a widget is yet to be put into, to be `scrolled`."""
    area = QScrollArea()
    dress(area, ground)
    return area


def dress(area: QScrollArea, ground: str = "panel") -> None:
    """Have an area scroll upright alone, without a frame and with a quiet bar."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    give_quiet_scroll_bar(area, ground)
