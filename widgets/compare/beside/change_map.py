"""The change map at the page's edge: where the changes lie, by length of text, and what is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from models.telling.sorts import Sort
from widgets.compare.changes.arrangement import Band
from widgets.compare.changes.folded_rows import FoldedRows
from widgets.compare.changes.names import sign_of
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, current, theme_changed

_PAD, _LEAST, _GAP = 4.0, 2.0, 1.0
_BANDS: dict[Sort | None, tuple[float, float]] = {Sort.MOVED: (2.0, 6.0), Sort.DELETED: (7.0, 4.0)}
"""Where a band begins and how wide it is, where it is not as wide as the map."""


class ChangeMap(QWidget):
    """One band for each change shown: full width for new words, half for a move, a thin one for what is gone.

    `wanted(float)` asks for a place, as an entry with a fraction of it.
    """

    wanted = Signal(float)
    wheeled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._bands: Sequence[Band] = ()
        self._starts: list[int] = [0]
        self._seen = (0.0, 0.0)
        self._painted: QPixmap | None = None
        """The bands as they were painted last: only the frame moves while one scrolls."""
        self.setFixedWidth(Measures.CHANGE_MAP)
        speak_as(self, Role.Graphic)
        self.setAccessibleName("Map of changes")
        self.setAccessibleDescription("Where in the text the changes are; the list of changes says the same in words")
        theme_changed.connect(self._repaint)

    def lie_beside(self, place: QWidget, heads: QWidget, view: FoldedRows) -> None:
        """Lie at the edge of a place, beside rows with their names above them, and go with the rows."""
        across, down = laid_across(place), laid_down()
        down.addWidget(heads)
        down.addWidget(view, 1)
        across.addLayout(down, 1)
        across.addWidget(self)
        view.moved.connect(lambda: self.show_seen(*view.entries_in_sight()))
        self.wanted.connect(view.scroll_to_entry)
        self.wheeled.connect(view.wheelEvent)

    def show_bands(self, sizes: Sequence[int], bands: Sequence[Band]) -> None:
        """How long all entries are, and where those that are asked for lie."""
        self._starts = [0, *accumulate(sizes)]
        self._bands = bands
        self._painted = None
        self.update()

    def show_seen(self, first: float, last: float) -> None:
        """The frame around what is in sight."""
        if (first, last) != self._seen:
            self._seen = first, last
            self.update()

    def _repaint(self, _tokens: object) -> None:
        self._painted = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._painted = None

    def _y(self, entry: float) -> float:
        """Where an entry lies, with a fraction of it."""
        number = min(int(entry), len(self._starts) - 1)
        start = self._starts[number]
        size = self._starts[number + 1] - start if number + 1 < len(self._starts) else 0
        share = (start + (entry - number) * size) / max(1, self._starts[-1])
        return _PAD + share * (self.height() - 2 * _PAD)

    def _entry(self, y: float) -> float:
        share = max(0.0, min(1.0, (y - _PAD) / max(1.0, self.height() - 2 * _PAD)))
        place = share * self._starts[-1]
        low = 0
        high = max(0, len(self._starts) - 2)
        while low < high:
            middle = (low + high + 1) // 2
            if self._starts[middle] <= place:
                low = middle
            else:
                high = middle - 1
        size = (self._starts[low + 1] - self._starts[low]) if low + 1 < len(self._starts) else 0
        return low + (place - self._starts[low]) / size if size else float(low)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.size() != self.size() * ratio:
            self._painted = QPixmap(self.size() * ratio)
            self._painted.setDevicePixelRatio(ratio)
            inner = QPainter(self._painted)
            self._paint_bands(inner)
            inner.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        self._paint_frame(painter)
        painter.end()

    def _paint_bands(self, painter: QPainter) -> None:
        tokens = current()
        painter.fillRect(self.rect(), tokens.paper)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = float(self.width())
        painter.fillRect(QRectF(width - 1 if mirrored else 0, 0, 1, self.height()), tokens.line)
        scale = (self.height() - 2 * _PAD) / max(1, self._starts[-1])
        looks = {sort: (*_BANDS.get(sort, (3.0, 12.0)), getattr(tokens, sign_of(sort).role)) for sort in (*Sort, None)}
        # In a long text many fall on one line of the screen. A sort takes long to be hashed, thousands of times.
        there: set[tuple[int, int, int]] = set()
        starts = self._starts
        for first, end, sort in self._bands:
            top = round(_PAD + scale * starts[first])
            tall = round(max(_LEAST, _PAD + scale * starts[end] - top - _GAP))
            one = top, tall, id(sort)
            if one in there:
                continue
            there.add(one)
            left, wide, colour = looks[sort]
            if mirrored:
                left = width - left - wide
            painter.fillRect(QRectF(left, top, wide, tall), colour)

    def _paint_frame(self, painter: QPainter) -> None:
        top, bottom = self._y(self._seen[0]), self._y(self._seen[1])
        if self._starts[-1] and bottom - top < self.height() - 2 * _PAD - 1:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().ink, 1.5))
            box = QRectF(0.75, round(top) - 2 + 0.25, self.width() - 1.5, max(14.0, round(bottom - top) + 4))
            painter.drawRoundedRect(box, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self._entry(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(self._entry(event.position().y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(event)
