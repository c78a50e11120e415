"""The first page of an export in columns: a table on a landscape page, painted in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from models.circulation.typesetting import LETTER, Paper
from models.word.columns import LONG, REMARKS, WHERE
from models.word.writing import layout
from models.word.writing.measures import BODY_SIZE, HEADQUARTERS, LEADING
from widgets.export.page_ink import FACES, FINE, IN_INK
from widgets.export.sheet_lines import Row, SheetLine
from widgets.paper.block import Block
from widgets.paper.pieces import Piece, Pieces
from widgets.paper.type import TextType

_INSIDE, _INSIDE_TOP, _BETWEEN = 5.4, 2.0, 2.0
_BODY = TextType(BODY_SIZE * FINE, LEADING * FINE)
_SMALL = TextType(8.5 * FINE, 10 * FINE)


def paint_columns(
    painter: QPainter,
    heads: Sequence[str],
    rows: Iterable[Row],
    mark: str,
    paper: Paper = LETTER,
    *,
    remarks: bool = True,
    turned: bool = False,
) -> None:
    """Paint the page, with remarks beside its columns or without; the painter's units are points.

    The `mark` stands at its head, "" where it is left out. Where it is `turned`, the first column stands on the
    right.
    """
    width, height = paper.height, paper.width
    across = layout.across_landscape(paper)
    first = WHERE * remarks
    side = (across * (1 - REMARKS * remarks) - first) / len(heads)
    widths = (*([first] if remarks else []), *[side] * len(heads), *([across * REMARKS] if remarks else []))
    step = -1 if turned else 1
    edges = (0.0, *accumulate(widths[::step]))
    if mark:
        block = _block((Piece(mark),), TextType(8 * FINE, 10 * FINE), side, grey=True)
        wide = block.last_line_width / FINE
        at = HEADQUARTERS.edge if turned else width - HEADQUARTERS.edge - wide
        _put(painter, block, at - (side - wide if block.right_to_left else 0.0), HEADQUARTERS.head_top)
    end = height - HEADQUARTERS.bottom
    names = ("", *heads, "Remarks") if remarks else tuple(heads)
    head = [[_block((Piece(words, bold=True),), _BODY, side)] if words else [] for words in names]
    top = _paint_row(painter, head[::step], HEADQUARTERS.first_top, edges, end)
    for row in rows:
        cells = [[_block(_numbered(line), _BODY, side) for line in lines] for lines in row.cells]
        if remarks:
            cells.insert(0, [_block((Piece(row.where),), _SMALL, first)] if row.where else [])
            cells.append([_block((Piece(one),), _SMALL, across * REMARKS) for one in row.remarks])
        long = max(sum(len(piece.text) for line in lines for piece in line.pieces) for lines in row.cells) >= LONG
        if top + _height(cells) > end and not long:
            return
        top = _paint_row(painter, cells[::step], top, edges, end)
        if top >= end - LEADING:
            return


def _height(cells: Sequence[list[Block]]) -> float:
    high = max((sum(block.height / FINE + _BETWEEN for block in blocks) for blocks in cells), default=0.0)
    return max(high, LEADING + _BETWEEN) + 2 * _INSIDE_TOP


def _paint_row(
    painter: QPainter, cells: Sequence[list[Block]], top: float, edges: Sequence[float], end: float
) -> float:
    """A row with its borders; of one that is cut off by the page's end whole lines. Where it ends."""
    bottom = top + _height(cells)
    cut = bottom > end
    reached = top + LEADING
    for number, blocks in enumerate(cells):
        at = top + _INSIDE_TOP
        for block in blocks:
            lead = block.lead / FINE
            fits = min(block.lines, max(0, int((end - _INSIDE_TOP - at) // lead))) if cut else block.lines
            _put(painter, block, HEADQUARTERS.edge + edges[number] + _INSIDE, at, (0, fits))
            at += fits * lead + _BETWEEN
            reached = max(reached, at)
            if fits < block.lines:
                break
    bottom = min(bottom, reached + _INSIDE_TOP)
    painter.setPen(QPen(IN_INK.ink, 0.5))
    for height in (top, bottom):
        painter.drawLine(QPointF(HEADQUARTERS.edge, height), QPointF(HEADQUARTERS.edge + edges[-1], height))
    for edge in edges:
        painter.drawLine(QPointF(HEADQUARTERS.edge + edge, top), QPointF(HEADQUARTERS.edge + edge, bottom))
    return end if cut else bottom


def _numbered(line: SheetLine) -> Pieces:
    return (Piece(f"{line.number}\u2002"), *line.pieces) if line.number else line.pieces


def _block(pieces: Pieces, kind: TextType, across: float, *, grey: bool = False) -> Block:
    width = (across - 2 * _INSIDE) * FINE
    return Block(pieces, kind, width, faces=FACES, tokens=IN_INK, colour=IN_INK.ink3 if grey else None)


def _put(painter: QPainter, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
    painter.save()
    painter.translate(left, top)
    painter.scale(1 / FINE, 1 / FINE)
    block.paint(painter, QPointF(0, 0), part)
    painter.restore()
