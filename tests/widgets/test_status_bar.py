"""The line at the foot: what it says where room is short, and that it is never seen half laid."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.shell.status_bar import Item, StatusBar
from widgets.theme.surfaces import Sign, Words

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

SAVED = Item("Journal saved 22:19:24", icon="check-circle")
ALONE = Item("1 bracket without a partner in OP1", "error", "warning-octagon-fill", brief="1 without a partner")
PAIRS = Item("[ ] 6 brackets in 3 paragraphs", "bracketed", brief="[ ] 6")
PARAGRAPHS, WORDS = Item("1 111 paragraphs"), Item("12 888 words")
CHANGED = Item("Changed: 15 paragraphs, 44 words")
FACTS = [ALONE, PAIRS, PARAGRAPHS, WORDS, CHANGED]
KEYS = Item("N next, P previous, T take, R refuse")
LONG = "12 paragraphs were pasted with tracked changes accepted; 3 notes were left out of it."


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> StatusBar:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1280, 30)
    bar.show()
    qapp.processEvents()
    return bar


def seen(bar: StatusBar) -> list[Words]:
    """The facts that are on the screen."""
    of_facts = [*bar._left.findChildren(Words), *bar._right.findChildren(Words)]
    return [one for one in of_facts if one.isVisible()]


def test_a_long_sentence_has_the_room_that_the_facts_leave(bar: StatusBar, qapp: QApplication) -> None:
    bar.show_facts([PARAGRAPHS, WORDS], [SAVED])
    long = f"Move OP1; 1 reference follows: OP3; {LONG}"
    bar.say(long, lambda: None)
    qapp.processEvents()
    needs = bar.said.fontMetrics().horizontalAdvance(long)
    assert needs > 0.45 * bar.width()
    assert bar.said.width() >= needs
    assert len(seen(bar)) == 3
    bar.show_facts(FACTS, [KEYS, SAVED])
    qapp.processEvents()
    assert 0.45 * bar.width() <= bar.said.width() < needs
    assert seen(bar)[-1].text() == SAVED.words


@pytest.mark.parametrize("width", range(700, 1300, 50))
@pytest.mark.parametrize("left", [FACTS, [PARAGRAPHS, WORDS]])
@pytest.mark.parametrize("right", [[KEYS], [KEYS, SAVED]])
def test_no_room_stays_empty_beside_a_sentence_that_is_cut(
    bar: StatusBar, qapp: QApplication, width: int, left: list[Item], right: list[Item]
) -> None:
    bar.resize(width, 30)
    bar.show_facts(left, right)
    bar.say(LONG, lambda: None)
    qapp.processEvents()
    stand = sorted((one.mapTo(bar, one.rect().topLeft()).x(), one.width()) for one in seen(bar))
    boxes = [(bar.undo_button.x(), bar.undo_button.width()), *stand]
    apart = sum(after - at - wide for (at, wide), (after, _) in pairwise(boxes))
    signs = 20 * sum(bool(one.isVisible()) for one in bar.findChildren(Sign))
    whole = bar.said.width() >= bar.said.fontMetrics().horizontalAdvance(LONG)
    assert whole or apart - signs <= 20 * (len(boxes) - 1) + 2


@pytest.mark.parametrize("width", [720, 800, 900, 1024, 1280, 1600])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("said", ["", "Move OP3.", LONG])
def test_a_fact_is_said_whole_or_not_at_all(
    bar: StatusBar, qapp: QApplication, width: int, direction: Qt.LayoutDirection, said: str
) -> None:
    bar.setLayoutDirection(direction)
    bar.resize(width, 30)
    bar.show_facts(FACTS, [KEYS, SAVED])
    if said:
        bar.say(said, lambda: None)
    qapp.processEvents()
    labels = seen(bar)
    known = {words for one in [*FACTS, KEYS, SAVED] for words in (one.words, one.brief) if words}
    assert {one.text() for one in labels} <= known
    # Each has the room its words take, beside the others and in the line.
    assert all(one.width() >= one.fontMetrics().horizontalAdvance(one.text()) for one in labels)
    boxes = sorted((one.mapTo(bar, one.rect().topLeft()).x(), one.width()) for one in labels)
    assert all(at + wide < after for (at, wide), (after, _) in pairwise(boxes))
    assert boxes[0][0] >= 0
    assert sum(boxes[-1]) <= width
    # What has to be known is always there, and all of it for those who hear it.
    assert labels[-1].text() == SAVED.words
    assert labels[0].text() in (ALONE.words, ALONE.brief)
    assert bar.facts == " · ".join(one.words for one in [*FACTS, KEYS, SAVED])


_BARE = 32 + 20
"""The margins of the line, and what is between left and right."""


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (FACTS, FACTS),
        (FACTS[:4], FACTS[:4]),
        (FACTS[:3], FACTS[:3]),
        (FACTS[:2], FACTS[:2]),
        ([ALONE, Item(PAIRS.brief)], [ALONE, Item(PAIRS.brief)]),
        ([Item(ALONE.brief, icon=ALONE.icon), Item(PAIRS.brief)], [Item(ALONE.brief), Item(PAIRS.brief)]),
        ([Item(ALONE.brief, icon=ALONE.icon)], [Item(ALONE.brief)]),
    ],
)
def test_what_counts_least_goes_first(bar: StatusBar, qapp: QApplication, room: list[Item], told: list[Item]) -> None:
    """In the room that some facts take, those are told, and in a pixel less the next form of them."""
    advance = Words("", bar.said.font()).fontMetrics().horizontalAdvance
    wide = sum(advance(one.words) + (20 if one.icon else 0) for one in [*room, SAVED]) + 20 * (len(room) - 1)
    bar.resize(wide + _BARE, 30)
    bar.show_facts(FACTS, [SAVED])
    qapp.processEvents()
    assert [one.text() for one in seen(bar)] == [*(one.words for one in told), SAVED.words]
    # What is not on the screen is said to whoever points there.
    assert bar._left.toolTip() == ("" if told == FACTS else " · ".join(one.words for one in FACTS))


_MOVES: list[Callable[[StatusBar], object]] = [
    lambda bar: bar.show_facts(FACTS[1:], [SAVED]),
    lambda bar: bar.show_facts([Item("1 112 paragraphs"), WORDS], [SAVED]),
    lambda bar: bar.show_facts(FACTS, [KEYS, SAVED]),
    lambda bar: bar.show_facts([], []),
    lambda bar: bar.say("Move OP3.", lambda: None),
    lambda bar: bar.say(LONG),
    lambda bar: (bar.say("Moved; 2 references follow.", lambda: None), bar.outdate()),
    lambda bar: (bar.say("Move OP3."), bar.hush()),
    lambda bar: bar.show_work("Reading a.docx, 40 %"),
    lambda bar: (bar.show_work("Reading a.docx"), bar.show_work(None)),
    lambda bar: bar.resize(900, 30),
]


@pytest.mark.parametrize("move", range(len(_MOVES)))
def test_the_line_is_laid_at_once(bar: StatusBar, qapp: QApplication, move: int) -> None:
    """What is painted right after a change is what is painted for good."""
    bar.show_facts(FACTS, [SAVED])
    bar.say("Copied.")
    qapp.processEvents()
    _MOVES[move](bar)
    at_once = bar.grab().toImage()
    qapp.processEvents()
    assert bar.grab().toImage() == at_once


def test_what_is_said_soon_is_what_was_said_last(bar: StatusBar, qtbot: QtBot) -> None:
    """What is said at once meanwhile is seen at once, and nothing of before comes after it."""
    undone: list[str] = []
    bar.show_facts(FACTS, [SAVED])
    bar.say("Move OP3.", lambda: undone.append("OP3"), soon=True)
    bar.outdate(soon=True)
    bar.say("Move OP4.", lambda: undone.append("OP4"), soon=True)
    assert not bar.said.isVisible()
    qtbot.waitUntil(bar.undo_button.isVisible)
    assert bar.said.text() == "Move OP4."
    bar.outdate(soon=True)
    bar.say("Copied.")
    assert (bar.said.text(), bar.said.isVisible(), bar.undo_button.isVisible()) == ("Copied.", True, False)
    bar.say("Move OP5.", lambda: undone.append("OP5"), soon=True)
    bar.undo_button.click()
    assert undone == ["OP5"]
    qtbot.wait(20)
    assert not bar.said.isVisible()


def test_what_was_done_is_said_for_its_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.shell.status_bar._STAYS", 1)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.say("Copied.")
    assert bar.said.isVisible()
    qtbot.waitUntil(lambda: not bar.said.isVisible())
