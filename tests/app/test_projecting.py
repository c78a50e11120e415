"""What the room sees while the delegate goes about: the text put before it, and nothing that was not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.text.projecting import own_title, with_gone
from app.window.window import Window
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key
from widgets.paper.pieces import Mark
from widgets.projector.bar import ProjectorBar
from widgets.projector.window import ProjectorWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """The working text on the third of three drafts, its caret in OP1."""
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    found.press(Key.Key_Home, CTRL)
    found.press(Key.Key_Down, CTRL, times=3)
    return found


def opened(hands: Hands) -> tuple[ProjectorWindow, ProjectorBar]:
    hands.press(Key.Key_F9)
    projector = hands.window.drafting.projecting.projector
    assert projector is not None
    hands.rest()
    (bar,) = hands.window.findChildren(ProjectorBar)
    return projector, bar


def read_another(hands: Hands) -> None:
    """The oldest draft, read from the dossier page, its caret brought to the end."""
    hands.press(Key.Key_1, CTRL)
    hands.press(Key.Key_End)
    hands.press(Key.Key_Return)
    hands.rest()
    assert not hands.window.going.writes
    hands.press(Key.Key_End, CTRL)
    QTest.qWait(400)


def test_in_a_text_on_no_draft_nothing_is_added(hands: Hands) -> None:
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.rest()
    hands.type("Decides to meet")
    projector, _bar = opened(hands)
    assert "Decides to meet" in projector.accessibleDescription()
    assert not projector.fitted.marked(Mark.ADDED)


def test_a_draft_that_is_read_is_before_the_room_only_when_it_is_put_there(qtbot: QtBot, hands: Hands) -> None:
    projector, bar = opened(hands)
    assert projector.shown == "OP1"
    assert "Welcomes" in projector.accessibleDescription()
    read_another(hands)
    assert projector.shown == "OP1"
    assert "Welcomes" in projector.accessibleDescription()
    assert bar.words.text().startswith("The room sees OP1 of the working text on ")
    QTest.keyClick(projector, Key.Key_N)
    assert "in 2007" in projector.accessibleDescription()
    bar.text_button.click()
    hands.rest()
    assert "[in 2005]" in projector.accessibleDescription()
    assert not bar.text_button.isVisible()
    hands.press(Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: "[in 2005]" not in projector.accessibleDescription(), timeout=WAIT)
    hands.window.going.go_to("text")
    qtbot.waitUntil(bar.text_button.isVisible, timeout=WAIT)


def test_standing_still_it_goes_on_in_its_own_text(hands: Hands) -> None:
    projector, _bar = opened(hands)
    projector.hold(True)
    hands.type("Unsaid ")
    read_another(hands)
    QTest.keyClick(projector, Key.Key_Plus)
    assert projector.shown == "OP1 to OP2"
    assert "in 2007" in projector.accessibleDescription()
    assert "Unsaid" not in projector.accessibleDescription()
    projector.hold(False)
    hands.qtbot.waitUntil(lambda: "Unsaid" in projector.accessibleDescription())
    assert "in 2007" in projector.accessibleDescription()


def test_the_room_sees_each_paragraph_from_its_beginning_where_none_has_a_label(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    file = tmp_path / "declaration.md"
    file.write_text("\n\n".join(f"In the spirit of {name}. {'We stand together. ' * 60}" for name in ("peace", "law")))
    hands.take([file])
    hands.press(Key.Key_Home, CTRL)
    projector, _bar = opened(hands)
    projector.resize(480, 300)
    qtbot.waitUntil(lambda: projector.page[1] > 1, timeout=WAIT)
    pages = projector.page[1]
    QTest.keyClick(projector, Key.Key_N)
    assert projector.page == (2, pages)
    for _ in range(pages - 1):
        QTest.keyClick(projector, Key.Key_N)
    assert projector.accessibleDescription().startswith("In the spirit of law")
    assert projector.page[0] == 1


def test_within_a_long_paragraph_the_room_turns_to_the_page_with_the_caret(qtbot: QtBot, hands: Hands) -> None:
    projector, bar = opened(hands)
    projector.resize(480, 300)
    hands.press(Key.Key_End)
    hands.type(" at length, with many words" * 80)
    qtbot.waitUntil(lambda: projector.page[0] == projector.page[1] > 1, timeout=WAIT)
    pages = projector.page[1]
    assert bar.words.text().endswith(f"page {pages} of {pages}")
    hands.press(Key.Key_Up, CTRL)
    qtbot.waitUntil(lambda: projector.shown == "OP1" and projector.page[0] == 1, timeout=WAIT)
    projector.hold(True)
    hands.press(Key.Key_Down, CTRL)
    hands.press(Key.Key_Left)
    QTest.qWait(400)
    QTest.keyClick(projector, Key.Key_Plus)
    assert (projector.shown, projector.page[0]) == ("OP1 to OP2", 1)
    projector.hold(False)
    QTest.keyClick(projector, Key.Key_Minus)
    assert projector.page == (pages, pages)


def test_standing_still_from_the_first_it_begins_on_the_page_with_the_caret(qtbot: QtBot, hands: Hands) -> None:
    hands.press(Key.Key_End)
    hands.type(" at length, with many words" * 80)
    hands.window.choosing.change(projector_holds=True)
    projector, bar = opened(hands)
    projector.resize(480, 300)
    pages = projector.page[1]
    assert projector.holds
    assert projector.page == (pages, pages) != (1, 1)
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_Down, CTRL, times=3)
    QTest.qWait(400)
    assert projector.page[0] == pages
    bar.text_button.click()
    assert projector.page[0] == 1


def test_a_paragraph_written_above_does_not_move_what_stands_still(hands: Hands) -> None:
    projector, _bar = opened(hands)
    projector.hold(True)
    hands.press(Key.Key_Up, CTRL)
    hands.press(Key.Key_End)
    hands.type("\nRecalling also its resolution 57/1")
    QTest.qWait(400)
    QTest.keyClick(projector, Key.Key_N)
    assert "in 2007" in projector.accessibleDescription()


def test_what_is_taken_out_stands_struck_until_the_caret_is_elsewhere(qtbot: QtBot, hands: Hands) -> None:
    projector, _bar = opened(hands)
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Down, CTRL | SHIFT)
    hands.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: projector.accessibleDescription().startswith("Deleted: Welcomes"), timeout=WAIT)
    assert "in 2007" in projector.accessibleDescription()
    assert projector.shown == "OP1"
    assert [(row.gone, row.number) for row in projector.fitted.rows] == [(True, "1."), (False, "OP1")]
    hands.press(Key.Key_Up, CTRL)
    qtbot.waitUntil(lambda: "Deleted" not in projector.accessibleDescription(), timeout=WAIT)
    hands.press(Key.Key_Down, CTRL)
    hands.press(Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: projector.accessibleDescription().startswith("Welcomes"), timeout=WAIT)
    assert "Deleted" not in projector.accessibleDescription()


def test_of_many_that_are_gone_the_nearest_two_are_struck() -> None:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run(f"Decides matter {at};"),)) for at in range(9))
    working = WorkingText(Draft(paragraphs))
    with working.step("Delete", Selection()) as step:
        step.replace(1, 5, [])
        step.replace(2, 5, [])
    assert [entry.text for entry in working.entries] == ["Decides matter 0;", "Decides matter 5;"]
    seen = with_gone(working, Changes(working), 1)
    assert [one.spoken for one in seen] == [
        *(f"Deleted: Decides matter {at};" for at in (3, 4)),
        "Decides matter 5;",
        *(f"Deleted: Decides matter {at};" for at in (6, 7)),
    ]


def test_the_next_of_a_paragraph_that_is_gone_is_the_one_behind_it(hands: Hands) -> None:
    projector, _bar = opened(hands)
    projector.hold(True)
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Down, CTRL | SHIFT)
    hands.press(Key.Key_Delete)
    hands.qtbot.waitUntil(lambda: "Welcomes" in projector.accessibleDescription())
    QTest.keyClick(projector, Key.Key_N)
    assert "in 2007" in projector.accessibleDescription()


def test_the_room_goes_on_when_the_text_is_kept(qtbot: QtBot, hands: Hands) -> None:
    projector, bar = opened(hands)
    hands.type("Warmly ")
    before = hands.window.drafting.writing.open
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    hands.type("and heartily ")
    qtbot.waitUntil(lambda: "heartily" in projector.accessibleDescription(), timeout=WAIT)
    assert not bar.text_button.isVisible()


def test_another_working_text_takes_the_room_s_away(hands: Hands) -> None:
    opened(hands)
    hands.new_text()
    assert hands.window.drafting.projecting.projector is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([], ""),
        ([(Kind.MASTHEAD, "A/C.2/80/L.5"), (Kind.MASTHEAD, "France: draft resolution")], ""),
        (
            [
                (Kind.MASTHEAD, "A/C.2/80/L.5"),
                (Kind.MASTHEAD, "France: draft resolution"),
                (Kind.MASTHEAD, "Dust and sand"),
            ],
            "Dust and sand",
        ),
    ],
)
def test_the_title_is_that_of_the_text(lines: list[tuple[Kind, str]], title: str) -> None:
    paragraphs = [Paragraph(kind, (Run(words),)) for kind, words in [*lines, (Kind.OPERATIVE, "Decides to meet.")]]
    assert own_title(WorkingText(Draft(tuple(paragraphs)))) == title


def test_the_room_is_black_by_one_key_from_where_one_writes(hands: Hands) -> None:
    act = hands.window.acts["black_room"]
    assert not act.isEnabled()
    projector, bar = opened(hands)
    hands.press(Key.Key_F9, SHIFT)
    assert projector.black
    assert bar.words.text() == "The room sees nothing: black over OP1"
    hands.press(Key.Key_1, CTRL)
    hands.press(Key.Key_F9, SHIFT)
    assert not projector.black
    projector.close()
    assert not act.isEnabled()
