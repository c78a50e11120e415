"""Of a paragraph longer than the window what is in sight is painted, and nothing of it differs."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.timed import cost
from widgets.paper.block import Block
from widgets.paper.picture import Picture, Text
from widgets.paper.pieces import Mark, Piece
from widgets.paper.type import COMPARE, NOTE
from widgets.theme import style

_WIDTH, _HEIGHT = 420, 300
_LATIN = "Governments of countries of transit [and] of destination "
_ARABIC = "تقرر عقد مؤتمر دولي رفيع المستوى بشأن الهجرة والتنمية "


def _block(words: str, pieces: int, struck: int = 0) -> Block:
    """A paragraph with so many pieces, each marked otherwise than the next, and one stroke through so many more."""
    marks = (Mark.NONE, Mark.ADDED, Mark.NONE, Mark.REMOVED, Mark.QUIET)
    made = [Piece(f"{words} {at} ", mark=marks[at % len(marks)]) for at in range(pieces)]
    return Block([*made, Piece(words * struck, mark=Mark.REMOVED)], COMPARE, _WIDTH)


def _painted(picture: Picture, top: float, *, clipped: bool) -> QImage:
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    if clipped:
        painter.setClipRect(QRectF(0, 0, _WIDTH, _HEIGHT))
    picture.paint(painter, top)
    painter.end()
    return image


@pytest.mark.parametrize("words", [_LATIN, _ARABIC])
def test_what_is_in_sight_is_painted_as_it_is_in_the_whole(qapp: QApplication, words: str) -> None:
    style.apply(qapp, "light")
    block = _block(words, 90, struck=60)
    notes = [Block([Piece(f"Note {at}: {words}", mark=Mark.ADDED)], NOTE, _WIDTH) for at in range(40)]
    picture = Picture(_WIDTH)
    picture.add(Text(block, 0, 0))
    for at, note in enumerate(notes):
        picture.add(Text(note, 0, block.height + 60 * at, note=((at,), (at,))))
    assert block.lines > 80
    end = block.height + 60 * len(notes)
    for top in (*range(0, int(end), 157), -20, int(block.height) - 7, int(end) + 100):
        assert _painted(picture, -top, clipped=True) == _painted(picture, -top, clipped=False)


def test_a_paragraph_takes_as_long_to_paint_as_what_is_seen_of_it(qapp: QApplication) -> None:
    style.apply(qapp, "light")

    def took(pieces: int) -> float:
        block = _block(_LATIN, pieces, struck=pieces)
        image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setClipRect(QRectF(0, 0, _WIDTH, _HEIGHT))

        def paint() -> None:
            for middle in (0.3, 0.5, 0.7):
                block.paint(painter, QPointF(0, -middle * block.height))

        found = cost(paint)
        painter.end()
        return found

    assert took(4_000) < 8 * took(100)
