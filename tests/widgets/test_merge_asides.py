"""What clashes beside the words of a paragraph stands under them, as each side has it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.merging import merge
from widgets.merge.asides import aside_pieces
from widgets.merge.columns import Columns
from widgets.merge.table import MergeTable, merge_table
from widgets.paper.pieces import Mark, Pieces

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def noted(note: str) -> Draft:
    runs = (Run("Recalling its resolution on seaweed"), Run(footnote=1), Run(","))
    return Draft((Paragraph(Kind.PREAMBULAR, runs),), (Footnote(1, "1", (Run(note),)),))


def ordered(order: str) -> Draft:
    names = {letter: f"Decides to speak of matter {letter} at length and in public;" for letter in "abcdef"}
    found = enumerate((names[letter] for letter in order), 1)
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in found))


def said(table: MergeTable, side: int) -> list[tuple[str, Mark]]:
    shown: tuple[Pieces, ...] = aside_pieces(table, table.conflicts[0], side)
    return [(piece.text, piece.mark) for pieces in shown for piece in pieces if piece.mark is not Mark.SIDE]


def test_a_footnote_is_read_whole_on_each_side_and_marked_against_the_base() -> None:
    texts = ("Resolution 78/158, annex II.", "Resolution 80/143, annex II.", "Resolution 79/212, annex II.")
    table = merge_table(merge(*map(noted, texts)))
    assert said(table, 0) == [(texts[0], Mark.NONE)]
    for side, number in ((1, "80/143"), (2, "79/212")):
        assert said(table, side) == [
            ("Resolution ", Mark.NONE),
            ("78/158", Mark.REMOVED),
            (number, Mark.ADDED),
            (", annex II.", Mark.NONE),
        ]


def test_where_a_side_moved_it_is_read_under_its_words() -> None:
    table = merge_table(merge(ordered("abcdef"), ordered("bcadef"), ordered("bcdefa")))
    assert table.conflicts[0].conflicts[0].kind == "moved"
    for side in (1, 2):
        ((text, mark),) = said(table, side)
        assert text.startswith(("after OP", "before OP"))
        assert mark is Mark.ADDED


def test_columns_have_room_for_it(qtbot: QtBot) -> None:
    table = merge_table(merge(*map(noted, ("Resolution 1.", "Resolution 2.", "Resolution 3."))))
    columns = Columns()
    qtbot.addWidget(columns)
    columns.resize(900, 400)
    columns.show()
    columns.show_item(table, table.conflicts[0])
    assert all(not side.aside.isHidden() for side in columns.sides)
    columns.resize(900, columns.height_for(900))
    qtbot.waitUntil(lambda: all(side.aside.visibleRegion().boundingRect().height() > 0 for side in columns.sides))
    for side in columns.sides:
        foot = side.aside.mapTo(columns, side.aside.rect().bottomLeft()).y()
        assert foot <= columns.height()
