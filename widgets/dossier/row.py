"""How a draft's row is painted: lanes in the first 120 px, then label, what changed, date and author, brackets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.telling.figures import figure
from widgets.dossier.drafts import ROW, DraftList, DraftRow
from widgets.dossier.lanes import Lanes, Strand
from widgets.paper.elided import clauses_in, name_in
from widgets.paper.rows import Index, paint_ring
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.meter import paint_meter
from widgets.theme.tokens import Measures

TEXT_AT = 132
CONTENT = 1180
METER = 128
COUNT = 44
MARGIN = 24
_NARROW = 520
"""A narrower list, as beside the inspector and the help, has the numbers of brackets without meters."""
_FIRST, _STEP, _LAST, _NODE_Y = 42, 28, 106, 30
_HEIGHT = Measures.ROW_DRAFT


def meter_start(width: float) -> float:
    """Where the meters stand in a list of that width, or would."""
    return min(width, CONTENT) - MARGIN - (METER if width >= _NARROW else 0)


def words_room(width: float) -> float:
    """How wide the words of a draft may be in a list of that width."""
    return meter_start(width) - COUNT - 16 - TEXT_AT


def lane_x(lane: int, count: int) -> float:
    """The x of a lane; many lanes move together rather than into the text."""
    step = min(_STEP, (_LAST - _FIRST) / max(1, count - 1))
    return _FIRST + lane * step


class DraftDelegate(QStyledItemDelegate):
    """Paints `DraftRow`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row, model = appearance.current(), index.data(ROW), index.model()
        if not isinstance(row, DraftRow) or not isinstance(model, DraftList):
            return
        place = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(place)
        if chosen:
            painter.fillRect(place, tokens.sel if option.widget.hasFocus() else tokens.hover)
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), tokens.ink)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, tokens.hover)
        paint_ring(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        if option.direction == Qt.LayoutDirection.RightToLeft:
            painter.translate(place.left() + place.right(), 0)
            painter.scale(-1, 1)
        ground = tokens.paper if not chosen else tokens.sel if option.widget.hasFocus() else tokens.hover
        paint_lanes(painter, place, index.row(), model.lanes, row, chosen, ground)
        painter.restore()
        self._paint_words(painter, option, row)
        self._paint_brackets(painter, option, row, model.most_brackets)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: DraftRow) -> None:
        tokens = appearance.current()
        room = words_room(option.widget.width())
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(option.direction)
        head = fonts.serif(17, 600)
        chip = 92.0 if row.adopted else 0.0
        label = name_in(QFontMetricsF(head), row.label, room - chip)
        lines = (
            (label, head, tokens.ink, 9, 24),
            (row.summary if row.summary is not None else "…", fonts.serif(15), tokens.ink, 33, 21),
            (row.told, fonts.small(), tokens.ink3, 54, 18),
        )
        for text, font, colour, top, height in lines:
            painter.setFont(font)
            painter.setPen(colour)
            cut = clauses_in(QFontMetricsF(font), text, room)
            painter.drawText(_box(option, TEXT_AT, top, room + 2, height), lead, cut)
        if row.adopted:
            at = TEXT_AT + QFontMetricsF(head).horizontalAdvance(label) + 10
            _paint_chip(painter, _box(option, at, 10, 84, 22))

    def _paint_brackets(self, painter: QPainter, option: QStyleOptionViewItem, row: DraftRow, most: int) -> None:
        if row.brackets is None:
            return
        tokens, start = appearance.current(), meter_start(option.widget.width())
        painter.setFont(fonts.figures(13))
        painter.setPen(tokens.bracketed if row.brackets else tokens.ink3)
        trail = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(_box(option, start - COUNT - 8, 12, COUNT, 20), trail, figure(row.brackets))
        if option.widget.width() >= _NARROW:
            paint_meter(painter, _box(option, start, 19, METER, 7), row.brackets / most if most else 0.0)


def _box(option: QStyleOptionViewItem, start: float, top: float, width: float, height: float) -> QRectF:
    """A place in the row, counted from its leading side."""
    rect = QRect(option.rect.left() + round(start), option.rect.top() + round(top), round(width), round(height))
    return QRectF(QStyle.visualRect(option.direction, option.rect, rect))


def _paint_chip(painter: QPainter, place: QRectF) -> None:
    tokens = appearance.current()
    painter.setPen(QPen(tokens.agreed, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_CHIP, Measures.RADIUS_CHIP)
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    sign = place.right() - 22 if rtl else place.left() + 8
    icons.paint(painter, QRectF(sign, place.center().y() - 7, 14, 14), "check-bold", tokens.agreed)
    painter.setFont(fonts.small(500))
    inner = place.adjusted(8, 0, -26, 0) if rtl else place.adjusted(26, 0, -8, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, "Adopted")


def paint_lanes(
    painter: QPainter, place: QRectF, row: int, laid: Lanes, draft: DraftRow, chosen: bool, ground: QColor
) -> None:
    """The strands that cross a row, then its draft; each row paints its own part of a strand."""
    tokens = appearance.current()
    for strand in sorted(laid.crossing(row), key=lambda one: -one.via):
        main = strand.via == 0
        pen = QPen(tokens.ink if main else tokens.ink3, 2.0 if main else 1.6)
        if strand.via > 1 and strand.via % 2 == 0:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(strand, place.top() - row * _HEIGHT, place.left(), laid.count))
    lane = laid.lane[row]
    middle = QPointF(place.left() + lane_x(lane, laid.count), place.top() + _NODE_Y)
    ink = tokens.ink if lane == 0 else tokens.ink3
    if draft.adopted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.agreed)
        painter.drawEllipse(middle, 9, 9)
        icons.paint(painter, QRectF(middle.x() - 6, middle.y() - 6, 12, 12), "check-bold", tokens.paper)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.6))
            painter.drawEllipse(middle, 12, 12)
    elif chosen:
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ground)
        painter.drawEllipse(middle, 10.5, 10.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(middle, 7, 7)
    else:
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ground)
        painter.drawEllipse(middle, 6, 6)


def _path(strand: Strand, origin: float, left: float, count: int) -> QPainterPath:
    """A strand over the whole list: curves where it leaves its lane, straight between."""

    def point(lane: int, row: int) -> QPointF:
        return QPointF(left + lane_x(lane, count), origin + row * _HEIGHT + _NODE_Y)

    start, end = point(strand.upper_lane, strand.upper), point(strand.lower_lane, strand.lower)
    x = left + lane_x(strand.via, count)
    path = QPainterPath(start)
    bend = min(56.0, (end.y() - start.y()) * 0.6)
    if strand.upper_lane != strand.via:
        path.cubicTo(
            QPointF(start.x(), start.y() + bend * 0.62),
            QPointF(x, start.y() + bend * 0.3),
            QPointF(x, start.y() + bend),
        )
    if strand.lower_lane != strand.via:
        path.lineTo(QPointF(x, end.y() - bend))
        path.cubicTo(QPointF(x, end.y() - bend * 0.3), QPointF(end.x(), end.y() - bend * 0.62), end)
    else:
        path.lineTo(end)
    return path
