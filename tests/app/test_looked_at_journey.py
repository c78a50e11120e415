"""What there is to look at is reached by the keys and said: in the line at the foot, in the inspector, aloud; and it is
known on when the draft is kept and written on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Caret, Selection
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")
WORDS = ("Decides A;", "Requests B;", "Urges C as in paragraph 2 above;", "Invites D, paragraph 7 above.")
BASE = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),), number=str(at)) for at, one in enumerate(WORDS, 1)))
GONE = "It refers to what was paragraph 2, which is gone."
NOWHERE = "It says paragraph 7, and no paragraph has that number."


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    with Dossier.create(tmp_path / "desk.adref", title="Desk") as dossier:
        dossier.keep(BASE, label="First")
    hands = Hands(qtbot, window)
    window.desk.open(tmp_path / "desk.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    hands.rest()
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands.written()
    return hands


def test_a_key_goes_from_one_to_the_next_and_says_why(hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    sheet.select(Selection(Caret(1, 0), Caret(2, 0)))
    sheet.do(structure.delete)
    hands.qtbot.waitUntil(lambda: dict(sheet.warned) == {1: GONE, 2: NOWHERE}, timeout=WAIT)
    sheet.go_to(0)
    said = []
    for _ in range(3):
        hands.press(Key.Key_F7, CTRL)
        hands.rest()
        hands.qtbot.waitUntil(lambda: window.drafting.inspector.warning.text() == sheet.warning_of(sheet.chosen()))
        said.append((sheet.chosen(), window.status_bar.said.text()))
        assert window.drafting.inspector.warning.isVisible()
    assert said == [(1, f"OP2: {GONE}"), (2, f"OP3: {NOWHERE}"), (1, f"OP2: {GONE}")]
    interface = QAccessible.queryAccessibleInterface(sheet)
    hands.qtbot.waitUntil(lambda: GONE in interface.text(QAccessible.Text.Description), timeout=WAIT)
    sheet.go_to(0)
    hands.qtbot.waitUntil(lambda: not window.drafting.inspector.warning.isVisible(), timeout=WAIT)

    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: len(window.desk.listing.nodes) == 2 if window.desk.listing else False, timeout=WAIT)
    hands.written()
    hands.qtbot.waitUntil(lambda: dict(sheet.warned) == {1: GONE, 2: NOWHERE}, timeout=WAIT)


def test_where_there_is_nothing_to_look_at_this_is_said(hands: Hands) -> None:
    sheet = hands.window.pages.text.sheet
    hands.qtbot.waitUntil(lambda: dict(sheet.warned) == {3: NOWHERE}, timeout=WAIT)
    sheet.select(Selection(Caret(2, 0), Caret(3, sheet.working.entries[3].length if sheet.working else 0)))
    sheet.do(structure.delete)
    hands.qtbot.waitUntil(lambda: not sheet.warned, timeout=WAIT)
    hands.press(Key.Key_F7, CTRL)
    assert hands.window.status_bar.said.text() == "There is nothing to look at in this text."
