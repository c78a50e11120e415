"""The foot of a printed page: each note stands there once, however often it is cited."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.writing.looks import Look
from widgets.export.page_ink import IN_INK, PageInk
from widgets.export.painted_page import PaintedPage
from widgets.export.sheet import Sheet
from widgets.export.sheet_lines import NoteLines, notes_by_id, sheet_lines
from widgets.paper.block import Block
from widgets.paper.pieces import Pieces


class Told(PageInk):
    """Keeps the words that are put on the page, and paints none."""

    def __init__(self) -> None:
        super().__init__(QPainter(), IN_INK, right_to_left=False)
        self.words: list[str] = []
        self._made: dict[int, tuple[Block, str]] = {}

    def block(
        self,
        pieces: Pieces,
        look: Look,
        *,
        number: str = "",
        grey: bool = False,
        text: bool = False,
        note: bool = False,
    ) -> Block:
        made = super().block(pieces, look, number=number, grey=grey, text=text, note=note)
        self._made[id(made)] = made, "".join(piece.text for piece in pieces)
        return made

    def put(self, block: Block, left: float, top: float, part: tuple[int, int] | None = None) -> None:
        self.words.append(self._made[id(block)][1])

    def rule(self, top: float, thick: float, left: float = 0.0, wide: float = 0.0) -> None:
        pass


def cited(words: str, *notes: int) -> Paragraph:
    return Paragraph(Kind.PREAMBULAR, tuple(run for note in notes for run in (Run(words), Run(footnote=note))))


@pytest.mark.parametrize("compared", [False, True])
@pytest.mark.parametrize("paragraphs", [[(1,), (2,), (1,)], [(1, 1), (2,)], [(1, 2, 1)]])
def test_a_note_that_is_cited_again_stands_once(
    qtbot: QtBot, compared: bool, paragraphs: list[tuple[int, ...]]
) -> None:
    footnotes = (Footnote(1, "1", (Run("Resolution 70/1."),)), Footnote(2, "2", (Run("A/81/204."),)))
    draft = Draft(tuple(cited("Recalling all that", *notes) for notes in paragraphs), footnotes)
    comparison = compare(draft, draft) if compared else None
    notes, by_id = (NoteLines(comparison), {}) if comparison is not None else ({}, notes_by_id(draft))
    told = Told()
    PaintedPage(QPainter(), Sheet(list(sheet_lines(draft, comparison)), notes, False, by_id=by_id), told).paint()
    assert [words for words in told.words if "70/1" in words or "A/81" in words] == [
        "1\tResolution 70/1.",
        "2\tA/81/204.",
    ]
