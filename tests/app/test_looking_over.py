"""What there is to look at in a text is looked for piece by piece, and marked once all of it is known."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.text.looking_over import LookingOver
from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Selection
from models.editing.to_look_at import to_look_at
from models.editing.working import WorkingText
from widgets.writing.sheet import WritingSheet


@pytest.mark.parametrize("piece", [0.0, 10.0])
def test_pieces_come_to_the_whole_though_keys_come_between(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, piece: float
) -> None:
    monkeypatch.setattr("app.text.looking_over._PIECE", piece)
    words = [f"Asks all to act as in paragraph {at // 2 + 1};" for at in range(60)]
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words)))
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.set_working(working)
    looking = LookingOver(sheet)
    sheet.select(Selection.at(0, 0))
    sheet.do(structure.new_paragraph)
    looking.look()
    assert bool(sheet.warned) == bool(piece)  # a key comes before all is looked at, or after
    sheet.select(Selection.at(len(working.entries) - 1, 0))
    sheet.do(structure.move, -1)
    looking.look()
    qtbot.waitUntil(lambda: dict(sheet.warned) == to_look_at(working) != {})
    working.undo()
    working.undo()
    looking.look()
    qtbot.waitUntil(lambda: not sheet.warned)
