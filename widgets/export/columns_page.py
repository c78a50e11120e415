"""The first page of an export in columns: a table on a landscape page, painted in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from models.circulation.typesetting import LETTER, Paper
from models.word.columns import REMARKS
from models.word.writing import layout
from widgets.export.page_ink import FACES, FINE, IN_INK
from widgets.export.sheet_lines import Row, SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType

_INSIDE, _BETWEEN = 5.4, 2.0
_BODY = TextType(layout.BODY_SIZE * FINE, layout.LEADING * FINE)
_SMALL = TextType(8.5 * FINE, 10 * FINE)


def paint_columns(
    painter: QPainter,
    heads: Sequence[str],
    rows: Iterable[Row],
    draft_mark: bool,
    paper: Paper = LETTER,
    *,
    remarks: bool = True,
) -> None:
    """Paint the page, with remarks beside its columns or without; the painter's units are points."""
    width, height = paper.height, paper.width
    across = layout.across_landscape(paper)
    side = across * (1 - REMARKS * remarks) / len(heads)
    edges = (*(side * at for at in range(len(heads) + 1)), *((across,) if remarks else ()))
    if draft_mark:
        mark = _block((Piece(layout.DRAFT_MARK),), TextType(8 * FINE, 10 * FINE), side, grey=True)
        _put(painter, mark, width - layout.EDGE - mark.last_line_width / FINE, layout.HEAD_TOP)
    top = layout.FIRST_TOP
    end = top + layout.LEADING * ((height - layout.BOTTOM - top) // layout.LEADING)
    painter.setClipRect(QRectF(0, 0, width, end))
    heads = (*heads, "Remarks") if remarks else heads
    head = tuple([_block((Piece(words, bold=True),), _BODY, side)] for words in heads)
    top = _paint_row(painter, head, top, edges)
    for texts, remark in rows:
        if top > end:
            break
        cells = [[_block(_numbered(line), _BODY, side) for line in lines] for lines in texts]
        cells.append([_block((Piece(remark),), _SMALL, across * REMARKS)] if remark else [])
        top = _paint_row(painter, cells, top, edges)
    painter.setPen(QPen(IN_INK.ink, 0.5))
    bottom = min(top, end - 0.25)
    for edge in edges:
        painter.drawLine(QPointF(layout.EDGE + edge, layout.FIRST_TOP), QPointF(layout.EDGE + edge, bottom))


def _paint_row(painter: QPainter, cells: Sequence[list[Block]], top: float, edges: Sequence[float]) -> float:
    painter.setPen(QPen(IN_INK.ink, 0.5))
    painter.drawLine(QPointF(layout.EDGE, top), QPointF(layout.EDGE + edges[-1], top))
    bottom = top + layout.LEADING + _BETWEEN
    for number, blocks in enumerate(cells):
        at = top + 1
        for block in blocks:
            _put(painter, block, layout.EDGE + edges[number] + _INSIDE, at)
            at += block.height / FINE + _BETWEEN
        bottom = max(bottom, at)
    painter.setPen(QPen(IN_INK.ink, 0.5))
    painter.drawLine(QPointF(layout.EDGE, bottom), QPointF(layout.EDGE + edges[-1], bottom))
    return bottom


def _numbered(line: SheetLine) -> Pieces:
    return (Piece(f"{line.number}\u2002"), *line.pieces) if line.number else line.pieces


def _block(pieces: Pieces, kind: TextType, across: float, *, grey: bool = False) -> Block:
    width = (across - 2 * _INSIDE) * FINE
    return Block(pieces, kind, width, faces=FACES, tokens=IN_INK, colour=IN_INK.ink3 if grey else None)


def _put(painter: QPainter, block: Block, left: float, top: float) -> None:
    painter.save()
    painter.translate(left, top)
    painter.scale(1 / FINE, 1 / FINE)
    block.paint(painter, QPointF(0, 0))
    painter.restore()
