"""Marks of notes on paper: figures stand raised and small, a sign as large as the words, as in issued documents."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from widgets.paper.piece_looks import PieceLooks
from widgets.paper.pieces import Piece
from widgets.paper.type import TEXT
from widgets.theme.tokens import current


@pytest.mark.parametrize(("mark", "raised"), [("1", True), ("a", True), ("12,13", True), ("*", False), ("**", False)])
def test_a_sign_stands_as_the_words(dressed: None, mark: str, raised: bool) -> None:
    looks = PieceLooks(TEXT, current(), QColor("black"), right_to_left=False)
    (found,) = looks.formats(Piece(mark, note=True), mark, 0, len(mark), ())
    assert (found.format.baselineOffset() > 0, found.format.fontPointSize() > 0) == (raised, raised)
