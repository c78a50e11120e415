"""A scrolled list of tall rows of which only those in sight are laid out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from widgets.paper.picture import Picture
from widgets.paper.row_heights import RowHeights
from widgets.theme.tokens import current, theme_changed

_KEPT_PICTURES = 160
_MOST_PASSES = 8
_TAIL = 48
_SCROLL_TIME = 180
_BAR = 3


class RowsArea(QAbstractScrollArea):
    """Rows are guessed in height until they come into sight; what is above the edge never pushes what is below.

    `moved()` tells that other rows came into sight. Whoever extends it gives `make_picture` and `paint_row`.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heights = RowHeights(())
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._glide_to)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme_changed.connect(self._forget_pictures)

    # For those who extend it

    def make_picture(self, row: int) -> Picture:
        """Lay a row out."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        """Draw a row with its upper edge at `top`."""
        raise NotImplementedError

    def row_at_keys(self) -> int | None:
        """The row that shows that the keyboard is here; None where none does."""
        return None

    def is_mirrored(self) -> bool:
        """Whether the page begins on the right."""
        return self.isRightToLeft()

    def begin(self, guesses: Sequence[float], line: float) -> None:
        """Other rows, with guessed heights; `line` is what one step of the wheel is made of."""
        self._pictures.clear()
        self.heights = RowHeights(guesses)
        self.verticalScrollBar().setSingleStep(round(line))
        self.set_range()

    # Rows

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    @property
    def page(self) -> int:
        """The height of what is in sight."""
        return self.viewport().height()

    def picture(self, row: int) -> Picture:
        """The picture of a row, made if needed."""
        picture = self._pictures.get(row)
        if picture is None:
            picture = self._pictures[row] = self.make_picture(row)
            if len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(row)
        return picture

    def redraw(self, row: int) -> None:
        """A row looks otherwise now."""
        self._pictures.pop(row, None)
        self.heights.forget(row)
        self.settle()

    def redraw_all(self) -> None:
        """What was laid out looks otherwise now; no row is another."""
        for row in self._pictures:
            self.heights.forget(row)
        self._pictures.clear()
        self.settle()

    def measure(self, row: int) -> float:
        """Lay a row out; by how much its guess was wrong."""
        if self.heights.known(row):
            return 0.0
        return self.heights.learn(row, self.picture(row).height)

    def row_under(self, y: float) -> int | None:
        """The row at a height of the page, None below the last."""
        place = self.scrolled + y
        if not len(self.heights) or place >= self.heights.total:
            return None
        return self.heights.at(place)

    def settle(self) -> None:
        """Lay out what is in sight; what is above it does not push it down."""
        if len(self.heights):
            bar = self.verticalScrollBar()
            for _ in range(_MOST_PASSES):
                value = float(bar.value())
                row = self.heights.at(value)
                cut = self.heights.tops[row] < value
                wrong = self.measure(row)
                place = self.heights.tops[row]
                while row < len(self.heights) and place < value + self.page:
                    self.measure(row)
                    place += self.heights[row]
                    row += 1
                self.set_range()
                if not (cut and wrong):
                    break
                bar.setValue(round(value + wrong))
        else:
            self.set_range()
        self.viewport().update()
        self.moved.emit()

    def settle_at(self, row: int, place: float, *, glide: bool = False) -> None:
        """Scroll so that a row begins `place` pixels below the edge, rows above it laid out."""
        self.measure(row)
        at, above = row, place
        while at > 0 and above > 0:
            at -= 1
            self.measure(at)
            above -= self.heights[at]
        self.set_range()
        wanted = round(self.heights.tops[row] - place)
        bar = self.verticalScrollBar()
        if glide and may_move() and wanted != bar.value():
            self._glide.stop()
            self._glide.setStartValue(float(bar.value()))
            self._glide.setEndValue(float(max(bar.minimum(), min(bar.maximum(), wanted))))
            self._glide.setDuration(_SCROLL_TIME)
            self._glide.start()
        else:
            self._glide.stop()
            bar.setValue(wanted)
            self.settle()

    def nudge(self, row: int) -> None:
        """Scroll no further than needed to see a row."""
        self.measure(row)
        top, bottom = self.heights.tops[row], self.heights.tops[row + 1]
        if top < self.scrolled:
            self.settle_at(row, 0.0)
        elif bottom > self.scrolled + self.page:
            self.settle_at(row, max(0.0, self.page - (bottom - top)))

    def set_range(self) -> None:
        """Tell the scroll bar how long the page is."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.page)
        bar.setRange(0, max(0, ceil(self.heights.total) + _TAIL - self.page))

    def _glide_to(self, value: float) -> None:
        self.verticalScrollBar().setValue(round(value))

    def _forget_pictures(self, _tokens: object = None) -> None:
        self._pictures.clear()
        self.viewport().update()

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # The page makes the letters larger.
            return
        super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())  # a row may be much longer than the window
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), current().paper)
        if len(self.heights):
            row = self.heights.at(self.scrolled)
            while row < len(self.heights) and self.heights.tops[row] - self.scrolled < self.page:
                self.paint_row(painter, row, round(self.heights.tops[row] - self.scrolled))
                row += 1
        if self.hasFocus() and not self._is_in_sight(self.row_at_keys()):
            self.paint_bar(painter, 0, self.page)
        painter.end()

    def paint_bar(self, painter: QPainter, top: int, height: int) -> None:
        """A bar of ink at the beginning of a row, or of the page: the keyboard is here, as in a list."""
        start = self.viewport().width() - _BAR if self.is_mirrored() else 0
        painter.fillRect(QRect(start, top, _BAR, height), current().ink)

    def _is_in_sight(self, row: int | None) -> bool:
        if row is None:
            return False
        top = self.heights.tops[row] - self.scrolled
        return top < self.page and top + self.heights[row] > 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def may_move() -> bool:
    """Whether the system lets things move."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
