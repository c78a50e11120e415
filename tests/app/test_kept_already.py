"""A text that is a draft already to the letter: it is said as which, no name is taken away, and no other words come."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import DraftError
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")

_WORDS = "The General Assembly,\nDecides to walk."


def _keep(hands: Hands, label: str) -> None:
    hands.press(Key.Key_S, CTRL)
    hands.type(label)
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: not hands.window.drafting.writing.keeps, timeout=WAIT)
    hands.rest()


def _labels(window: Window) -> list[str]:
    assert window.desk.listing is not None
    return [node.label for node in window.desk.listing.nodes]


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """Walk A is kept and written on, and the same words are written anew."""
    found = Hands(qtbot, window)
    found.new_dossier(tmp_path / "one.adref")
    found.new_text()
    found.type(_WORDS)
    _keep(found, "Walk A")
    found.written()
    found.type(" Unkept thoughts")
    found.press(Key.Key_Up)
    found.new_text()
    qtbot.waitUntil(lambda: found.written().parent is None, timeout=WAIT)
    found.type(_WORDS)
    return found


def test_its_name_stays_and_so_does_what_is_written(hands: Hands) -> None:
    window = hands.window
    text = hands.written()
    before = [entry.text for entry in text.text.entries]
    _keep(hands, "Walk B")
    assert _labels(window) == ["Walk A"]
    assert window.drafting.writing.open is text
    assert [entry.text for entry in text.text.entries] == before
    (line,) = window.notices.shown
    assert line.notice.words == "This text is Walk A already, to the letter, so nothing was kept."
    hands.new_text()
    assert not window.notices.shown, "it is none of another text's"


def test_its_name_is_changed_where_the_user_says_so_and_the_words_stay(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    before = [entry.text for entry in hands.written().text.entries]
    _keep(hands, "Walk B")
    window.notices.shown[0].buttons[0].click()
    qtbot.waitUntil(lambda: _labels(window) == ["Walk B"], timeout=WAIT)
    after = hands.written()
    assert after.parent is not None
    assert after.parent.label == "Walk B"
    assert [entry.text for entry in after.text.entries] == before
    assert not after.text.changed
    # What was written on that draft before is there to be continued.
    assert window.desk.listing is not None
    rows = [row for row in window.desk.listing.dossier.working_texts() if row.parent == after.parent.id]
    assert sorted(row.changed for row in rows)[-1] > 0


def test_under_its_own_name_it_is_the_same_draft(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    before = [entry.text for entry in hands.written().text.entries]
    hands.press(Key.Key_S, CTRL)
    hands.type("Walk A")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)  # another draft has that name too, it is said
    qtbot.waitUntil(lambda: hands.written().parent is not None, timeout=WAIT)
    assert _labels(window) == ["Walk A"]
    assert [entry.text for entry in hands.written().text.entries] == before


def test_a_file_with_the_text_of_a_draft_says_whose_it_is(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("walk.md", "the same walk.md", "a talk.md"))
    for file in (first, second):
        file.write_text("*Decides* to walk;\n\n*Decides* to talk.\n", encoding="utf-8")
    third.write_text("*Decides* to talk.\n", encoding="utf-8")
    window.filing.folder = tmp_path
    window.filing.take([first])
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    assert not window.notices.shown
    with qtbot.waitSignal(window.desk.added, timeout=WAIT):
        window.filing.keep([second, third])
    (line,) = window.notices.shown
    assert line.notice.words == "“the same walk.md” has the text of “walk”, which is kept already."
    assert _labels(window) == ["a talk", "walk"]
    with qtbot.waitSignal(window.desk.added, timeout=WAIT):
        window.filing.take([first])
    assert _labels(window) == ["a talk", "walk"]


def test_where_it_cannot_be_kept_that_is_said_though_the_trouble_stands_there_already(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = hands.window

    def full(*_: object, **__: object) -> None:
        raise DraftError("The disk is full.")

    monkeypatch.setattr(Dossier, "keep_working", full)
    for _ in range(2):
        hands.qtbot.waitUntil(lambda: not window.status_bar.said.isVisible(), timeout=WAIT)
        _keep(hands, "Walk B")
        hands.qtbot.waitUntil(lambda: len(window.notices.shown) == 1, timeout=WAIT)
        assert window.notices.shown[0].notice.words == "The disk is full."
        hands.qtbot.waitUntil(window.status_bar.said.isVisible, timeout=WAIT)
        assert window.status_bar.said.text() == "Walk B is not kept; what you wrote stays as it is."
        window.status_bar.hush()
    assert _labels(window) == ["Walk A"]
