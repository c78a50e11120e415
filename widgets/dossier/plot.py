"""Brackets over the drafts, as a line: dashed and square, with its highest point named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.telling.figures import counted
from widgets.paper.elided import name_in
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import theme_changed


class BracketPlot(QWidget):
    """`show_counts` takes (name, brackets), oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[tuple[str, int], ...] = ()
        speak_as(self, Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        return QSize(280, 116)

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show other counts."""
        self._counts = tuple(counts)
        self.setAccessibleName("Brackets: " + ", ".join(f"{name} {count}" for name, count in counts))
        self.update()

    def _points(self) -> list[QPointF]:
        top, bottom, left, right = 22.0, self.height() - 26.0, 8.0, self.width() - 8.0
        most = max((count for _, count in self._counts), default=0) or 1
        step = (right - left) / max(1, len(self._counts) - 1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return [
            QPointF(right - at * step if rtl else left + at * step, bottom - (bottom - top) * count / most)
            for at, (_, count) in enumerate(self._counts)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, points = appearance.current(), self._points()
        if not points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - 26.0
        painter.setPen(QPen(tokens.line2, 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        pen = QPen(tokens.bracketed, 1.8)
        pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points:
            painter.fillRect(QRectF(point.x() - 3, point.y() - 3, 6, 6), tokens.bracketed)
        self._name_peak(painter, points)
        self._name_ends(painter, points)
        painter.end()

    def _name_peak(self, painter: QPainter, points: list[QPointF]) -> None:
        tokens = appearance.current()
        most = max(count for _, count in self._counts)
        at = next(place for place, (_, count) in enumerate(self._counts) if count == most)
        words = "no brackets" if most == 0 else counted(most, "bracket")
        painter.setFont(fonts.micro(600))
        painter.setPen(tokens.bracketed if most else tokens.ink3)
        width = QFontMetricsF(fonts.micro(600)).horizontalAdvance(words)
        x = min(max(0.0, points[at].x() - width / 2), self.width() - width)
        painter.drawText(QPointF(x, points[at].y() - 9), words)

    def _name_ends(self, painter: QPainter, points: list[QPointF]) -> None:
        """Names under the first and the last draft, and under others where they do not touch."""
        metrics = QFontMetricsF(fonts.micro(400))
        painter.setFont(fonts.micro(400))
        painter.setPen(appearance.current().ink3)
        taken: list[tuple[float, float]] = []
        order = [len(points) - 1, 0, *range(1, len(points) - 1)]
        for at in dict.fromkeys(order):
            name = name_in(metrics, self._counts[at][0], 132)
            width = metrics.horizontalAdvance(name)
            x = min(max(0.0, points[at].x() - width / 2), self.width() - width)
            if all(x + width + 8 <= start or x - 8 >= end for start, end in taken):
                painter.drawText(QPointF(x, self.height() - 8.0), name)
                taken.append((x, x + width))
