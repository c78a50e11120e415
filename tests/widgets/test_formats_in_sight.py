"""Of a paragraph of which a part is painted only the formats on its lines are, and it looks the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication

from widgets.paper.type import TEXT
from widgets.text import column_drawing
from widgets.text.block_lines import places_between, set_lines, setting_of
from widgets.text.bracket_looks import BracketLooks
from widgets.theme import fonts

_WORDS = "[Governments] of [[countries] of origin], “(jgyÅ)” and " * 8
_WIDE, _HIGH = 300, 30


@pytest.mark.parametrize("upper", [0, 40, 95])
def test_a_part_looks_the_same(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, upper: int) -> None:
    fonts.load()
    document = QTextDocument()
    document.setPlainText(_WORDS)
    block = document.firstBlock()
    setting = setting_of(TEXT, block.blockFormat())
    assert set_lines(block.layout(), _WORDS, setting, _WIDE) > 130
    brackets = [(at, True) for at, sign in enumerate(_WORDS) if sign in "[]"]
    start, end = places_between(block.layout(), upper, upper + _HIGH)
    assert 0 < sum(start <= at < end for at, _ in brackets) < len(brackets)
    pictures = []
    for few in (0, len(brackets)):
        monkeypatch.setattr(column_drawing, "_FEW", few)
        picture = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
        picture.fill("white")
        painter = QPainter(picture)
        painter.translate(0, -upper)
        clip = QRectF(0, upper, _WIDE, _HIGH)
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        drawing = column_drawing.BlockDrawing(painter, context, TEXT, clip)
        drawing.draw(block, 0, BracketLooks(TEXT.size).over(brackets))
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]
