"""Paragraphs are agreed ad ref by keyboard: seen in the outline, counted, undone with the text, in every draft."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.window.window import Window
from models.dossier import Dossier
from tests.app.at_the_keys import ALT, CTRL, SHIFT, WAIT, Hands, Key, again, node
from tests.app.test_accessible import listening
from widgets.text.outline_delegate import ROW

__all__ = ["listening"]
pytestmark = pytest.mark.qt_log_ignore("does not support")
TEXT = """The General Assembly,
Recalling its resolution
Decides to meet
Requests a report
Invites [all] [some] Members
Decides to remain seized of the matter"""


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """A text of a preambular and four operative paragraphs is written on nothing."""
    window.resize(1280, 800)
    found = Hands(qtbot, window)
    found.new_dossier(tmp_path / "agreed.adref")
    found.new_text()
    found.type(TEXT)
    return found


def statuses(window: Window) -> dict[str, str]:
    """By label the status the outline shows."""
    model = window.pages.text.outline.model()
    rows = [model.data(model.index(at, 0), ROW) for at in range(model.rowCount())]
    return {row.label: row.status for row in rows if row.label}


def facts(window: Window) -> list[str]:
    return [item.words for item in window.pages.text.status()[0]]


def settled(hands: Hands) -> dict[str, str]:
    """The statuses, once the outline has followed."""
    hands.rest()
    page = hands.window.pages.text
    follows, waits = page._following, page.pause.waits
    hands.qtbot.wait(100)  # until what follows the keys was asked for
    hands.qtbot.waitUntil(
        lambda: (
            not any(
                map(
                    waits,
                    (
                        follows._count,
                        follows._say,
                        follows._follow_structure,
                        follows._follow_words,
                        follows._follow_brackets,
                    ),
                )
            )
        ),
        timeout=WAIT,
    )
    return statuses(hands.window)


def agree(hands: Hands, label: str) -> None:
    hands.window.pages.text.jump_to(label)
    hands.press(Key.Key_A, CTRL | SHIFT)


OPEN = {"PP1": "open", "OP1": "open", "OP2": "open", "OP3": "bracketed", "OP4": "open"}


def test_it_is_seen_counted_and_falls_with_the_words(hands: Hands) -> None:
    window = hands.window
    assert settled(hands) == {label: "bracketed" if label == "OP3" else "" for label in OPEN}
    agree(hands, "OP2")
    assert settled(hands) == OPEN | {"OP2": "agreed"}
    assert "1 of 5 agreed" in facts(window)
    assert window.status_bar.said.text() == "OP2 is agreed ad ref."
    words = window.drafting.inspector.agreed.words
    hands.qtbot.waitUntil(lambda: words.text().startswith("Agreed ad ref"), timeout=WAIT)
    # It moves: another number and another end, the same words.
    hands.press(Key.Key_Down, ALT, times=2)
    assert settled(hands)["OP4"] == "agreed"
    hands.press(Key.Key_End)
    hands.press(Key.Key_Left)
    hands.type("s")
    assert "agreed" not in settled(hands).values()
    hands.press(Key.Key_Backspace)
    assert settled(hands)["OP4"] == "agreed", "the words that were agreed stand there again"


def test_what_stands_between_brackets_of_others_is_in_brackets(hands: Hands) -> None:
    page = hands.window.pages.text
    for label, key, sign in (("OP1", Key.Key_Home, "["), ("OP4", Key.Key_End, "]")):
        page.jump_to(label)
        hands.press(key)
        hands.type(sign)
    ops = dict.fromkeys(("OP1", "OP2", "OP3", "OP4"), "bracketed")
    assert settled(hands) == {"PP1": "", **ops}
    assert "[ ] 3 brackets in 4 paragraphs" in facts(hands.window)
    row = page.outline.model().index(4, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "OP2, bracketed, Requests a report;"
    hands.press(Key.Key_Backspace)
    assert settled(hands) == {"PP1": "", "OP1": "bracketed", "OP2": "", "OP3": "bracketed", "OP4": ""}


def test_the_paragraph_at_the_caret_is_said_to_be_agreed(hands: Hands, listening: None) -> None:
    window, said = hands.window, hands.window.pages.text.sheet.accessibleDescription
    heard: list[str] = []
    window.pages.text.telling.said.connect(heard.append)
    agree(hands, "OP2")
    hands.qtbot.waitUntil(lambda: said() == "OP2, operative paragraph, agreed ad ref", timeout=WAIT)
    settled(hands)
    for label, words in (("OP3", "operative paragraph, brackets"), ("OP2", "operative paragraph, agreed ad ref")):
        window.pages.text.jump_to(label)
        assert heard[-1] == said() == f"{label}, {words}"
    agree(hands, "OP2")
    hands.qtbot.waitUntil(lambda: said() == "OP2, operative paragraph", timeout=WAIT)


def test_several_at_once_and_what_is_in_brackets_is_not(hands: Hands) -> None:
    window = hands.window
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_A, CTRL | SHIFT)
    assert settled(hands) == dict.fromkeys(OPEN, "agreed") | {"OP3": "bracketed"}
    assert window.status_bar.said.text() == "4 paragraphs are agreed ad ref; OP3 is not, for the brackets there."
    agree(hands, "OP3")
    assert window.status_bar.said.text() == "OP3 cannot be agreed while there are brackets: unbracket first."
    agree(hands, "OP1")
    assert settled(hands)["OP1"] == "open"
    assert window.status_bar.said.text() == "OP1 is open again."


@contextmanager
def dossier_at_work(window: Window) -> Iterator[None]:
    """What is written into the dossier waits meanwhile, as while a long draft is being kept."""
    goes_on = Event()
    window.background.run(lambda _task: goes_on.wait(WAIT / 1000), pool="dossier")
    yield
    goes_on.set()


def test_two_are_agreed_one_behind_the_other_while_the_dossier_is_at_work(hands: Hands) -> None:
    with dossier_at_work(hands.window):
        agree(hands, "OP1")
        agree(hands, "OP2")
    foot_says(hands, "2 of 5 agreed")
    assert settled(hands) == OPEN | {"OP1": "agreed", "OP2": "agreed"}


def test_what_is_undone_before_it_was_written_is_not_agreed(hands: Hands) -> None:
    agree(hands, "OP2")
    foot_says(hands, "1 of 5 agreed")
    with dossier_at_work(hands.window):
        agree(hands, "OP1")
        hands.press(Key.Key_Z, CTRL)
    assert settled(hands) == OPEN | {"OP2": "agreed"}
    hands.press(Key.Key_Z, CTRL | SHIFT)
    foot_says(hands, "2 of 5 agreed")


def test_brackets_keep_what_is_left_from_being_agreed(hands: Hands) -> None:
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_A, CTRL | SHIFT)
    foot_says(hands, "4 of 5 agreed")
    hands.press(Key.Key_A, CTRL | SHIFT)
    said = hands.window.status_bar.said
    hands.qtbot.waitUntil(lambda: said.text().startswith("OP3 cannot be agreed"), timeout=WAIT)
    hands.press(Key.Key_Z, CTRL)
    assert "agreed" not in settled(hands).values(), "what came to nothing is no step"


def test_replaced_words_are_open_again_and_it_is_said_before_and_after(hands: Hands) -> None:
    window = hands.window
    agree(hands, "OP1")
    agree(hands, "OP4")
    foot_says(hands, "2 of 5 agreed")
    bar = window.drafting.searching.bar
    hands.press(Key.Key_H, CTRL)
    hands.type("Decides")
    hands.rest()
    bar.replacement.setText("Agrees")
    bar.preview_button.click()
    hands.rest()
    hands.qtbot.waitUntil(lambda: bar.remark.text().startswith("2 paragraphs agreed"), timeout=WAIT)
    bar.preview.setCurrentIndex(bar.places.index(0, 0))
    bar.preview.setFocus()
    hands.press(Key.Key_Space)
    assert bar.remark.text() == "1 paragraph agreed ad ref would be open again"
    bar.all_button.click()
    told = "Replace 1 place; 1 left as it is, as you chose; 1 paragraph that was agreed ad ref is open again."
    hands.qtbot.waitUntil(lambda: window.status_bar.said.text() == told, timeout=WAIT)
    assert not bar.remark.isVisible()
    foot_says(hands, "1 of 5 agreed")


def test_a_paragraph_that_a_selection_only_reaches_is_not_chosen(hands: Hands) -> None:
    hands.window.pages.text.jump_to("OP1")
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_A, CTRL | SHIFT)
    foot_says(hands, "1 of 5 agreed")
    assert settled(hands)["OP1"] == "agreed"


def test_undo_and_redo_are_one_list_with_the_text(hands: Hands) -> None:
    window = hands.window
    agree(hands, "OP1")
    hands.rest()
    hands.press(Key.Key_End)
    hands.press(Key.Key_Left)
    hands.type("s")
    hands.rest()
    agree(hands, "OP2")
    assert settled(hands) == OPEN | {"OP2": "agreed"}

    def seen() -> tuple[str, str, bool]:
        found = settled(hands)
        return found["OP1"], found["OP2"], "Decides to meets;" in words()

    def words() -> list[str]:
        working = window.pages.text.sheet.working
        assert working is not None
        return [entry.text for entry in working.entries]

    steps = [seen()]
    for _ in range(3):
        hands.press(Key.Key_Z, CTRL)
        steps.append(seen())
    assert steps == [
        ("open", "agreed", True),
        ("", "", True),
        ("agreed", "open", False),
        ("", "", False),
    ]
    for expected in reversed(steps[:-1]):
        hands.press(Key.Key_Z, CTRL | SHIFT)
        assert seen() == expected


def test_what_was_agreed_in_another_text_since_is_passed_over(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.press(Key.Key_S, CTRL)
    hands.type("Rev.1")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    hands.rest()
    hands.press(Key.Key_End, CTRL)
    hands.type(" now")
    agree(hands, "OP1")
    hands.rest()
    window.showing.read_draft(node(window, "Rev.1"))
    hands.rest()
    agree(hands, "OP2")
    hands.rest()
    window.going.go_back()
    hands.written()
    assert settled(hands) == OPEN | {"OP1": "agreed", "OP2": "agreed"}
    hands.press(Key.Key_Z, CTRL)
    assert settled(hands) == OPEN | {"OP2": "agreed"}
    working = window.pages.text.sheet.working
    assert working is not None
    assert " now" in working.entries[-1].text


def test_it_holds_in_every_draft_with_these_words_and_after_a_restart(
    qtbot: QtBot, hands: Hands, places: Places, tmp_path: Path
) -> None:
    window = hands.window
    agree(hands, "OP1")
    hands.rest()
    hands.press(Key.Key_S, CTRL)
    hands.type("Rev.1")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    hands.rest()
    window.showing.read_draft(node(window, "Rev.1"))
    hands.rest()
    assert settled(hands)["OP1"] == "agreed"
    assert "1 of 5 agreed" in facts(window)
    window.close()
    with Dossier.open(tmp_path / "agreed.adref") as dossier:
        assert len(dossier.agreements()) == 1
    later = again(qtbot, places)
    other = Hands(qtbot, later)
    qtbot.waitUntil(lambda: later.desk.listing is not None, timeout=WAIT)
    other.rest()
    later.showing.read_draft(node(later, "Rev.1"))
    other.rest()
    assert settled(other)["OP1"] == "agreed"
    later.close()


def test_what_stands_between_brackets_of_other_paragraphs_is_not_agreed(hands: Hands) -> None:
    agree(hands, "OP1")
    hands.rest()
    agree(hands, "OP4")
    foot_says(hands, "2 of 5 agreed")
    hands.window.pages.text.jump_to("PP1")
    hands.press(Key.Key_End)
    hands.type("[")
    hands.window.pages.text.jump_to("OP2")
    hands.press(Key.Key_Home)
    hands.type("]")
    foot_says(hands, "1 of 5 agreed")
    found = settled(hands)
    assert (found["OP1"], found["OP4"]) == ("bracketed", "agreed")


def foot_says(hands: Hands, words: str) -> None:
    """What the foot says once all is counted."""
    hands.qtbot.waitUntil(lambda: words in facts(hands.window), timeout=WAIT)


def test_where_nothing_can_be_agreed_it_is_said(hands: Hands) -> None:
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_A, CTRL | SHIFT)
    assert "go to one of them first" in hands.window.status_bar.said.text()
    assert "agreed" not in settled(hands).values()
