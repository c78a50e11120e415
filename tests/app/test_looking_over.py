"""What there is to look at in a text is looked for piece by piece, and marked once all of it is known."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.text.looking_over import LookingOver
from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Entry, Selection
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
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


@pytest.mark.parametrize("piece", [0.0, 10.0])
def test_what_asks_for_it_right_behind_a_key_waits_until_all_is_looked_at(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, piece: float
) -> None:
    monkeypatch.setattr("app.text.looking_over._PIECE", piece)
    words = [f"Asks all to act as in operative paragraph {at + 2};" for at in range(30)]
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words)))
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.set_working(working)
    looking, asked = LookingOver(sheet), list[dict[int, str]]()
    for _ in range(2):
        sheet.select(Selection.at(3, 0))
        sheet.do(structure.new_paragraph)
        looking.look_and(lambda: asked.append(dict(sheet.warned)))
        qtbot.waitUntil(lambda: bool(asked))
        assert asked == [to_look_at(working)] != [{}]
        looking.look_and(lambda: asked.append(dict(sheet.warned)))
        assert asked == [to_look_at(working)] * 2
        asked.clear()
    # What is written before is another text.
    sheet.select(Selection.at(5, 0))
    sheet.do(structure.new_paragraph)
    looking.look_and(lambda: asked.append({}))
    if piece == 0.0:
        sheet.select(Selection.at(7, 0))
        sheet.do(structure.new_paragraph)
        looking.look()
        qtbot.waitUntil(lambda: dict(sheet.warned) == to_look_at(working))
        assert not asked


def test_of_very_many_paragraphs_none_is_looked_through_while_the_act_is_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.text.looking_over._PIECE", 0.0)
    words = [f"Asks all to act in year {at + 1};" for at in range(150)]
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words)))
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.set_working(working)
    looking = LookingOver(sheet)
    looking.look()
    qtbot.waitUntil(lambda: looking._looking is None)
    asked: list[Entry] = []

    def may_refer(entry: Entry) -> bool:
        asked.append(entry)
        return False

    monkeypatch.setattr(Entry, "may_refer", property(may_refer))
    with working.step("All of it", Selection()) as step:
        step.replace(0, 150, [entry.with_runs((Run("Asks all to act;"),)) for entry in working.entries])
    edit = working.undo_list.last
    assert edit is not None
    asked.clear()
    looking._edited(edit)
    assert not asked
    looking.look()
    assert looking._looking is not None  # whether there is something to look at is found piece by piece
