"""The first page of an export in two columns: a table on a landscape page, painted in points."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from models.word.writing import layout
from widgets.export.headquarters import FACES, FINE, IN_INK
from widgets.export.sheet_lines import SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType

WIDTH, HEIGHT = layout.PAGE_HEIGHT, layout.PAGE_WIDTH
_CELL = (WIDTH - 2 * layout.EDGE) / 2
_INSIDE, _BETWEEN = 5.4, 2.0
_BODY = TextType(layout.BODY_SIZE * FINE, layout.LEADING * FINE)

Row = tuple[tuple[SheetLine, ...], tuple[SheetLine, ...]]


def paint_columns(painter: QPainter, heads: tuple[str, str], rows: Iterable[Row], draft_mark: bool) -> None:
    """Paint the page; the painter's units are points."""
    if draft_mark:
        mark = _block((Piece(layout.DRAFT_MARK),), TextType(8 * FINE, 10 * FINE), grey=True)
        _put(painter, mark, WIDTH - layout.EDGE - mark.last_line_width / FINE, layout.HEAD_TOP)
    top = layout.FIRST_TOP
    end = top + layout.LEADING * ((HEIGHT - layout.BOTTOM - top) // layout.LEADING)
    painter.setClipRect(QRectF(0, 0, WIDTH, end))
    head = tuple([_block((Piece(words, bold=True),), _BODY)] for words in heads)
    top = _paint_row(painter, head, top)
    for row in rows:
        if top > end:
            break
        top = _paint_row(painter, tuple([_block(_numbered(line), _BODY) for line in side] for side in row), top)
    painter.setPen(QPen(IN_INK.ink, 0.5))
    bottom = min(top, end - 0.25)
    for across in (0.0, _CELL, 2 * _CELL):
        painter.drawLine(QPointF(layout.EDGE + across, layout.FIRST_TOP), QPointF(layout.EDGE + across, bottom))


def _paint_row(painter: QPainter, cells: tuple[list[Block], ...], top: float) -> float:
    painter.setPen(QPen(IN_INK.ink, 0.5))
    painter.drawLine(QPointF(layout.EDGE, top), QPointF(layout.EDGE + 2 * _CELL, top))
    bottom = top + layout.LEADING + _BETWEEN
    for number, blocks in enumerate(cells):
        at = top + 1
        for block in blocks:
            _put(painter, block, layout.EDGE + number * _CELL + _INSIDE, at)
            at += block.height / FINE + _BETWEEN
        bottom = max(bottom, at)
    painter.setPen(QPen(IN_INK.ink, 0.5))
    painter.drawLine(QPointF(layout.EDGE, bottom), QPointF(layout.EDGE + 2 * _CELL, bottom))
    return bottom


def _numbered(line: SheetLine) -> Pieces:
    return (Piece(f"{line.number}\u2002"), *line.pieces) if line.number else line.pieces


def _block(pieces: Pieces, kind: TextType, *, grey: bool = False) -> Block:
    width = (_CELL - 2 * _INSIDE) * FINE
    return Block(pieces, kind, width, faces=FACES, tokens=IN_INK, colour=IN_INK.ink3 if grey else None)


def _put(painter: QPainter, block: Block, left: float, top: float) -> None:
    painter.save()
    painter.translate(left, top)
    painter.scale(1 / FINE, 1 / FINE)
    block.paint(painter, QPointF(0, 0))
    painter.restore()
