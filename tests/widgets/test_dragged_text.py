"""Words and paragraphs dragged to another place: what they were they are there, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.editing.edit import Caret, Selection
from models.editing.lineage import edges
from tests.models.editing.tiny_drafts import lines, told, working
from widgets.writing.dragged_text import move_text
from widgets.writing.sheet import WritingSheet


@pytest.mark.parametrize(
    ("before", "to", "after", "came_from"),
    [
        ("T a\nT |b\nT |c", (0, 0), "T b\nT a\nT c", [1, 0, 2]),
        ("T{3} |a\nT{4} |b\nT{5} c", (2, 1), "T{4} b\nT{5} c\nT{3} a", [1, 2, 0]),
        ("T |a\nT b|\nT c", (2, 0), "T a\nT b\nT c", [0, 1, 2]),
        ("O |a;^1\nO b;\nO |c.", (2, 2), "O c.\nO a;^1\nO b;", [2, 0, 1]),
        ("T a|b\nT |cd\nH ef", (2, 1), "T acd\nH eb\nH f", None),
        # Whole words take a space with them, and are parted by one from those they come to stand beside.
        ("T |ab| cd", (0, 5), "T cd ab", [0]),
        ("T ab |cd| ef gh", (0, 8), "T ab ef cd gh", [0]),
        ("T ab |cd|, ef", (0, 7), "T ab, cd ef", [0]),
        ("T ab cd |ef|.", (0, 3), "T ab ef cd.", [0]),
        ("T ab |cd|\nT ef gh", (1, 2), "T ab\nT ef cd gh", [0, 1]),
        ("T ab (|cd| ef)", (0, 2), "T ab cd (ef)", [0]),
        ("T ab “|cd| ef”", (0, 2), "T ab cd “ef”", [0]),
        ("T ab |cd| ef?", (0, 8), "T ab ef cd?", [0]),
        ("T ab |cd| ef؛ gh", (0, 8), "T ab ef cd؛ gh", [0]),
        ("T ab |cd| ef—gh", (0, 8), "T ab ef cd—gh", [0]),
        ("T ab |cd| ef — gh", (0, 9), "T ab ef cd — gh", [0]),  # a dash that stands between spaces
        ("T a|b| cd", (0, 4), "T a cbd", [0]),
        ("T 大|会| 国", (0, 4), "T 大 国会", [0]),
        ("M ab|cd\nE ef|gh\nP ij", (2, 1), "M abgh\nP icd\nE efj", None),
    ],
)
def test_what_is_dragged(before: str, to: tuple[int, int], after: str, came_from: list[int] | None) -> None:
    made, selection = working(before.replace("\n|T", "\nT |"))
    move_text(made, selection, Caret(*to))
    assert told(made) == lines(after)
    if came_from is not None:
        assert [entry.came_from for entry in made.entries] == [(at,) for at in came_from]
    assert made.undo_list.steps == 1
    made.undo()
    assert made.draft() == made.base
    assert edges(made) == edges(working(before.replace("|", ""))[0])


def test_words_of_a_numbered_item_in_a_counted_one_bring_no_number() -> None:
    made, selection = working("O x;\nO y| that;\n1 One;\n1{(a) alt} Two;| and\n1 Three.")
    move_text(made, selection, Caret(4, 2))
    assert told(made) == lines("O x;\nO y and\n1 Th that;\n2 One;\n2 Two;ree.")
    assert not [entry for entry in made.entries if entry.printed or entry.paragraph.number]


def test_what_comes_from_another_text_stays_there_too(qtbot: QtBot) -> None:
    made, _ = working("T ab")
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.set_working(made)
    words = QMimeData()
    words.setText("new ")
    # Where a drop is answered as a move, Qt takes out what was dragged where it comes from, and nobody is told.
    here = QPointF(sheet.cursorRect().center())
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(here, both, words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    sheet.dropEvent(event)
    assert told(made) == lines("T new ab")
    assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.CopyAction)


def test_where_something_was_dropped_no_caret_stays(qtbot: QtBot) -> None:
    made, _ = working("T abc")
    sheet = WritingSheet()
    qtbot.addWidget(sheet)
    sheet.set_working(made)
    sheet.resize(600, 300)
    sheet.show()
    sheet.clearFocus()
    sheet.select(Selection.at(0, 3))
    words, copies, left = QMimeData(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    words.setText("new ")
    here, none = sheet.cursorRect().center(), Qt.KeyboardModifier.NoModifier
    before = sheet.grab().toImage()
    for event in (
        QDragEnterEvent(here, copies, words, left, none),
        QDragMoveEvent(here, copies, words, left, none),
        QDropEvent(QPointF(here), copies, words, left, none),
    ):
        QApplication.sendEvent(sheet.viewport(), event)
    assert told(made) == lines("T abcnew~")
    sheet.undo_step()
    sheet.clearFocus()
    sheet.select(Selection.at(0, 3))
    assert sheet.grab().toImage() == before
