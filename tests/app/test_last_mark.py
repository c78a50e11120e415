"""The paragraph that is being written has its last mark in whatever takes the text as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.editing.acts.moving import move_to
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    hands.new_text()
    hands.type("Recalling its resolution 80/1\n\nDecides to meet\nUrges all States to act")
    return hands


def test_a_draft_that_is_kept_ends_in_it_and_words_come_before_it(qtbot: QtBot, hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    listing = window.desk.listing
    assert listing is not None
    kept = listing.dossier.draft(listing.nodes[0].id)
    assert kept.paragraphs[-1].text == "Urges all States to act."
    hands.rest()
    same_as_model(sheet)
    hands.type(" and pay")
    working = sheet.working
    assert working is not None
    # Letters wait where a long act is still under way.
    qtbot.waitUntil(lambda: working.entries[-1].text == "Urges all States to act and pay.", timeout=WAIT)
    hands.type("\nInvites others")
    hands.press(Key.Key_D, CTRL | SHIFT)
    qtbot.waitUntil(lambda: working.entries[-1].text == "Invites others.", timeout=WAIT)


def test_words_go_on_behind_the_note_one_stands_behind(qtbot: QtBot, hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("See A/2.")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    hands.written()
    hands.type(" or to go")
    hands.press(Key.Key_Home, CTRL)
    same_as_model(sheet)
    assert sheet.working is not None
    runs = [run.text for run in sheet.working.entries[-1].paragraph.runs if not run.italic]
    assert runs == [" all States to act", "", " or to go."]


def test_so_does_one_that_leaves(hands: Hands) -> None:
    working = hands.window.pages.text.sheet.working
    assert working is not None
    steps = working.undo_list.steps
    hands.press(Key.Key_E, CTRL)
    assert working.entries[-1].text == "Urges all States to act."
    assert working.undo_list.steps == steps, "it is no step of its own"


@pytest.mark.parametrize("way", ["palette", "outline"])
def test_so_does_one_from_which_one_went_elsewhere_without_a_key_in_it(hands: Hands, way: str) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    if way == "palette":
        hands.press(Key.Key_K, CTRL)
        hands.type("OP1")
        hands.press(Key.Key_Return)
        sheet.setFocus()
    else:
        window.pages.text.outline.position_chosen.emit(1)
    assert sheet.working is not None
    assert sheet.working.entries[-1].text == "Urges all States to act."
    hands.type("x")
    assert sheet.working.entries[-1].text == "Urges all States to act."


def test_so_does_one_from_which_an_act_took_the_caret(hands: Hands) -> None:
    sheet = hands.window.pages.text.sheet
    sheet.do(lambda working, _selection: move_to(working, 1, 1, 0))
    assert sheet.selection().head.position == 0
    hands.type("x")
    hands.press(Key.Key_E, CTRL)
    working = sheet.working
    assert working is not None
    assert working.entries[-1].text == "Urges all States to act."
    hands.press(Key.Key_Escape)
    same_as_model(sheet)


def test_so_does_one_that_was_left_for_the_form_of_the_masthead(qtbot: QtBot, hands: Hands) -> None:
    window, working = hands.window, hands.window.pages.text.sheet.working
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    form = window.masthead_form.page
    assert form is not None
    for name, words in (("symbol", "a/c.2/80/l.__"), ("title", "Dust")):
        form.focus_field(name)
        hands.type(words)
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type(" and pay")
    assert working is not None
    assert working.entries[-1].text == "Urges all States to act and pay"
    hands.press(Key.Key_M, CTRL | SHIFT)
    form.focus_field("title")
    hands.type("Storms")
    hands.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: working.entries[-1].text == "Urges all States to act and pay.", timeout=WAIT)
