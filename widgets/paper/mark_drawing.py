"""Marks of change and chips painted about the letters of a paragraph: grounds, lines under and through, frames."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.paper.piece_looks import PieceLooks
from widgets.paper.pieces import Mark
from widgets.paper.type import LABEL

RISE, SINK = 1.0, 0.33
"""How far a mark's ground reaches above and below the line the letters stand on, in sizes."""
_SMALL_LETTERS = 9.0
_BEYOND = 1.0
"""Pixels that the mark of a bracket alone reaches beyond it: further, and it lies on the letters beside."""
_MIDDLE = 0.29
"""How far above the line the letters stand on the middle of a bracket lies, in sizes."""


class MarkDrawing:
    """Paints marks over boxes of letters of a size; without `strike` words have colours alone."""

    def __init__(self, looks: PieceLooks, size: float, strike: bool) -> None:
        self._looks, self._size, self._strike = looks, size, strike

    def ground(self, painter: QPainter, boxes: Iterable[QRectF], mark: Mark, *, alone: bool) -> None:
        """The tint below marked words; `alone` where they are brackets and nothing else."""
        bracket = alone and mark not in (Mark.QUIET, Mark.REMOVED)
        tint = self._looks.tokens.tint_bracketed if bracket else self._looks.tint(mark)
        if tint is not None and self._strike:
            for rect in boxes:
                painter.fillRect(self._spread(rect, alone), tint)

    def lines(self, painter: QPainter, boxes: Iterable[QRectF], mark: Mark, *, alone: bool) -> None:
        """The lines under or through them."""
        if not self._strike and mark is not Mark.QUIET:
            return
        thick, tokens = _thickness(painter, self._size), self._looks.tokens
        for rect in boxes:
            box = self._spread(rect, alone)
            base = box.bottom() - round(self._size * SINK)
            if mark is Mark.ADDED:
                colour = tokens.bracketed if alone else tokens.added
                painter.fillRect(QRectF(box.left(), box.bottom() - thick, box.width(), thick), colour)
            elif mark is Mark.CLASH:
                painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), tokens.bracketed)
            elif mark is Mark.REMOVED and alone:
                self._strike_bracket(painter, rect, base)
            elif mark is Mark.REMOVED:
                middle = base - round(self._size * 0.27)
                painter.fillRect(QRectF(box.left(), middle - thick + 1, box.width(), thick), tokens.removed)
            elif mark is Mark.QUIET:
                pen = QPen(tokens.ink3, thick, Qt.PenStyle.DotLine)
                painter.setPen(pen)
                under = box.bottom() - thick / 2
                painter.drawLine(QPointF(box.left(), under), QPointF(box.right(), under))

    def _strike_bracket(self, painter: QPainter, rect: QRectF, base: float) -> None:
        """Aslant over its stem: a level stroke makes another sign of it, "+" or "‡", a steep one a blot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._looks.tokens.removed, 1.5))
        middle, reach = QPointF(rect.center().x(), base - self._size * _MIDDLE), rect.width() / 2
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
        painter.restore()

    def chip(self, painter: QPainter, boxes: Iterable[QRectF], mark: Mark) -> None:
        """The frame of a chip."""
        colour = self._looks.mark_colour(mark) if mark is not Mark.NONE else self._looks.tokens.line2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in boxes:
            box = self.chip_rect(rect)
            box.moveTo(round(box.left()) + 0.5, round(box.top()) + 0.5)
            painter.drawRoundedRect(box, 3, 3)
        painter.restore()

    def chip_rect(self, rect: QRectF) -> QRectF:
        """The frame about the words of a chip."""
        base, grown = rect.bottom() - round(self._size * SINK), self._looks.chip / LABEL
        return QRectF(rect.left() + 1, base - 12.5 * grown, rect.width() - 2.5, 17 * grown)

    def _spread(self, rect: QRectF, alone: bool) -> QRectF:
        """The mark of a bracket alone reaches a little beyond it, or nobody sees it."""
        beyond = _BEYOND if alone else 0.0
        return rect.adjusted(-beyond, 0, beyond, 0)


def _thickness(painter: QPainter, size: float) -> float:
    """Of underlines and strokes: one and a half pixels; two where the screen has no half ones; one on a small page."""
    ratio = painter.device().devicePixelRatio()
    scale = abs(painter.transform().m11()) or 1.0
    least = 1.0 if size * scale < _SMALL_LETTERS else 1.5 if ratio >= 1.5 else 2.0
    return max(least / scale, round(size / 11))
