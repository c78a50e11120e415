"""The cells of the grid of phrases: disc, dot or square, and the line from draft to draft."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from widgets.lineage.grid_model import PhraseGridModel
from widgets.lineage.view import THERE
from widgets.paper.rows import Index
from widgets.theme.tokens import current, theme_changed

_DISC, _DOT, _BOX = 6.5, 3.6, 13.0


class Marks(QStyledItemDelegate):
    """Disc, dot or square, and the line from draft to draft."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current()
        view, model = self.parent(), index.model()
        assert isinstance(view, QTableView)
        assert isinstance(model, PhraseGridModel)
        states = model.states(index.row())
        at, here = index.column(), states[index.column()]
        place = QRectF(option.rect)
        chosen = index.row() == view.currentIndex().row()
        if chosen:
            painter.fillRect(option.rect, tokens.hover)
        if option.state & QStyle.StateFlag.State_Selected and view.hasFocus():
            painter.fillRect(option.rect, tokens.sel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = place.center()
        if view.isRightToLeft():
            before, after = QPointF(place.right() + 1, middle.y()), QPointF(place.left(), middle.y())
        else:
            before, after = QPointF(place.left(), middle.y()), QPointF(place.right() + 1, middle.y())
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom() + 1))
        if at:
            self._line(painter, before, middle, states[:at], here, chosen)
        if at + 1 < len(states):
            self._line(painter, middle, after, states[: at + 1], states[at + 1], chosen)
        paint_mark(painter, middle, here)
        if option.state & QStyle.StateFlag.State_Selected and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 4, 4)
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter, start: QPointF, end: QPointF, before: tuple[str, ...], after: str, chosen: bool
    ) -> None:
        """From a draft to the next: through, dashed where the words are gone, none before they came."""
        tokens = current()
        last = before[-1]
        if last in THERE and after in ("stands", "returned"):
            painter.setPen(_pen(tokens.ink, 3 if chosen else 2))
        elif last in THERE and after == "left":
            painter.setPen(_pen(tokens.removed, 1.5, dashed=True))
        elif any(state in THERE for state in before) and after in ("absent", "returned", "left"):
            painter.setPen(_pen(tokens.line2, 1.5, dashed=True))
        else:
            return
        painter.drawLine(start, end)


def paint_mark(painter: QPainter, middle: QPointF, state: str) -> None:
    """What became of words in a draft, about a point."""
    tokens = current()
    painter.setPen(Qt.PenStyle.NoPen)
    if state == "stands":
        painter.setBrush(tokens.ink)
        painter.drawEllipse(middle, _DOT, _DOT)
    elif state == "first":
        painter.setBrush(tokens.ink)
        painter.drawEllipse(middle, _DISC, _DISC)
    elif state in ("came", "returned"):
        painter.setBrush(tokens.added)
        painter.drawEllipse(middle, _DISC, _DISC)
        _sign(painter, middle, tokens.paper, upright=True)
    elif state == "left":
        box = QRectF(middle.x() - _BOX / 2, middle.y() - _BOX / 2, _BOX, _BOX)
        painter.setPen(QPen(tokens.removed, 1.5))
        painter.setBrush(tokens.paper)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        _sign(painter, middle, tokens.removed, upright=False)


class MarkSign(QWidget):
    """A mark of the grid beside the words that say what it means."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(18, 18)
        theme_changed.repaint(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()).center(), self._state)
        painter.end()


def _pen(colour: QColor, wide: float, *, dashed: bool = False) -> QPen:
    """A pen that ends where the cell ends."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    return QPen(colour, wide, style, Qt.PenCapStyle.FlatCap)


def _sign(painter: QPainter, middle: QPointF, colour: QColor, *, upright: bool) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
    if upright:
        painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))
