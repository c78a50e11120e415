"""Another draft beside the working text: it moves along by lineage, is read only, and leaves by the key it came by."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.shell.actions import BY_NAME, IN_THE_TEXT
from app.text.side_by_side import SideBySide, partner
from app.window.window import Window
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.app.at_the_keys import ALT, CTRL, WAIT, Hands, Key, again
from tests.widths import Widths
from widgets.reading.divider import LEAST, MOST

pytestmark = pytest.mark.qt_log_ignore("does not support")


def resolution(first: int, count: int = 30) -> str:
    """A text of numbered paragraphs of some lines, the first of which has that number in its words."""
    body = "the report of the Secretary-General on the matter, and all that was said of it in the informal meetings"
    lines = [f"{at}. Takes note, for the time of year {first + at}, of {body};" for at in range(1, count)]
    return "\n\n".join(["The General Assembly,", *lines, f"{count}. Decides to remain seized of the matter."])


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """Two drafts, the newer with one paragraph more at its head; the text on the newer one is written."""
    window.resize(1280, 800)
    new = resolution(1999, 31).replace("2000, of", "2000 and for the first time, of")
    for name, text in (("old.txt", resolution(2000)), ("new.txt", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = Hands(qtbot, window)
    window.take_files([tmp_path / "old.txt"])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 1, timeout=WAIT)
    window.desk.add([tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 2, timeout=WAIT)
    found.rest()
    found.write_on()
    found.press(Key.Key_Home, CTRL)
    return found


def still(hands: Hands) -> SideBySide:
    """Until the draft has moved along."""
    beside, sheet = hands.window.side_by_side, hands.window.pages.text.sheet
    hands.rest()
    hands.qtbot.waitUntil(lambda: not sheet.pause.waits(beside._follow), timeout=WAIT)
    return beside


def opened(hands: Hands, draft: str = "old") -> SideBySide:
    """A draft beside the text."""
    window = hands.window
    assert window.desk.listing is not None
    hands.press(Key.Key_F4)
    hands.qtbot.waitUntil(window.side_by_side.part.isVisible, timeout=WAIT)
    window.side_by_side.show(next(one.id for one in window.desk.listing.nodes if one.label == draft))
    hands.qtbot.waitUntil(lambda: window.side_by_side.part.pane.title.text() == draft, timeout=WAIT)
    return still(hands)


def test_one_key_shows_the_draft_the_text_came_from_and_closes_it(hands: Hands) -> None:
    window, page = hands.window, hands.window.pages.text
    part = window.side_by_side.part
    assert not part.isVisible()
    hands.press(Key.Key_F4)
    beside = still(hands)
    assert window.drafting.writing.open is not None
    assert window.drafting.writing.open.parent is not None
    assert beside.node == window.drafting.writing.open.parent.id
    assert part.isVisible()
    assert part.pane.sheet.isReadOnly()
    assert not page.outline.isVisible()
    assert not window.drafting.inspector.isVisible()
    assert page.sheet.hasFocus()
    hands.press(Key.Key_F4)
    assert not part.isVisible()
    assert page.outline.isVisible()
    assert window.drafting.inspector.isVisible()


@pytest.mark.parametrize("at", [4, 15, 28])
def test_what_a_paragraph_came_from_stands_at_its_height(hands: Hands, at: int) -> None:
    beside, sheet = opened(hands), hands.window.pages.text.sheet
    sheet.select(Selection.at(at, 3))
    still(hands)
    read = beside.part.pane.sheet
    assert read.chosen() == at - 1, "the new text has one paragraph more at its head"
    assert read.here == at - 1
    assert read.shown.paragraph(at - 1).text == sheet.shown.paragraph(at).text
    ours = sheet.column.top(at) - sheet.verticalScrollBar().value()
    theirs = read.column.top(at - 1) - read.verticalScrollBar().value()
    ends = (0, read.verticalScrollBar().maximum())
    assert abs(ours - theirs) <= 1 or read.verticalScrollBar().value() in ends
    assert 0 <= ours < sheet.height()


def test_it_stands_still_when_told_to(hands: Hands) -> None:
    beside, sheet = opened(hands), hands.window.pages.text.sheet
    sheet.select(Selection.at(20, 0))
    still(hands)
    before = beside.part.pane.sheet.verticalScrollBar().value()
    beside.part.pane.follow.click()
    sheet.select(Selection.at(3, 0))
    still(hands)
    assert beside.part.pane.sheet.verticalScrollBar().value() == before
    beside.part.pane.follow.click()
    still(hands)
    assert beside.part.pane.sheet.chosen() == 2


def test_who_looks_elsewhere_in_the_draft_while_writing_goes_on_looking(hands: Hands) -> None:
    beside, sheet = opened(hands), hands.window.pages.text.sheet
    sheet.select(Selection.at(20, 5))
    still(hands)
    bar = beside.part.pane.sheet.verticalScrollBar()
    bar.setValue(0)
    hands.type(" in all official languages, as soon as possible, and in any case before the end of the session")
    still(hands)
    assert bar.value() == 0
    sheet.select(Selection.at(21, 0))
    still(hands)
    assert bar.value() > 0


def test_the_text_is_written_and_kept_while_a_draft_stands_beside(qtbot: QtBot, hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    beside = opened(hands)
    assert sheet.working is not None
    sheet.select(Selection.at(5, sheet.working.entries[5].length))
    hands.type("\nRequests the Secretary-General to report")
    still(hands)
    read = beside.part.pane.sheet
    assert (read.chosen(), read.here) == (4, -1), "a new paragraph has no partner: that of the one above is in sight"
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 3, timeout=WAIT)
    hands.written()
    still(hands)
    assert beside.part.isVisible()
    assert beside.part.pane.title.text() == "old"
    sheet.select(Selection.at(9, 0))
    still(hands)
    assert read.shown.paragraph(read.chosen()).text == sheet.shown.paragraph(9).text


def test_the_line_moves_by_keys_and_the_caret_stays_at_its_height(hands: Hands) -> None:
    beside, sheet = opened(hands), hands.window.pages.text.sheet
    sheet.select(Selection.at(15, 0))
    still(hands)
    height = sheet.column.top(15) - sheet.verticalScrollBar().value()
    hands.press(Key.Key_F6)
    assert beside.part.pane.sheet.hasFocus()
    hands.press(Key.Key_F6)
    line = beside.part.divider
    assert line.hasFocus()
    assert QAccessible.queryAccessibleInterface(line).role() == QAccessible.Role.Splitter
    width = beside.part.width()
    hands.press(Key.Key_Left, times=2)
    assert beside.part.width() > width
    assert "42 %" in line.accessibleDescription()
    assert abs(sheet.column.top(15) - sheet.verticalScrollBar().value() - height) <= 1
    for key, share in ((Key.Key_End, LEAST), (Key.Key_Right, LEAST), (Key.Key_Home, MOST), (Key.Key_Left, MOST)):
        hands.press(key)
        assert line.share == share
    hands.press(Key.Key_F6)
    hands.press(Key.Key_Escape)
    assert sheet.hasFocus()


def test_esc_leads_back_and_nothing_is_written_in_the_draft(hands: Hands) -> None:
    beside, sheet = opened(hands), hands.window.pages.text.sheet
    read = beside.part.pane.sheet
    words = read.toPlainText()
    hands.press(Key.Key_F6)
    hands.type("x")
    hands.press(Key.Key_Delete)
    assert read.toPlainText() == words
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_C, CTRL)
    assert "Takes note, for the time of year 2001" in QApplication.clipboard().text()
    hands.press(Key.Key_Escape)
    assert sheet.hasFocus()
    assert beside.part.isVisible()


def test_any_draft_can_be_chosen(qtbot: QtBot, hands: Hands) -> None:
    beside = opened(hands)
    beside.part.pane.choose.click()
    menu = next(one for one in beside.part.pane.choose.findChildren(QMenu) if one.isVisible())
    assert [(one.text(), one.isChecked()) for one in menu.actions()] == [("new", False), ("old", True)]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: beside.part.pane.title.text() == "new", timeout=WAIT)
    assert beside.part.pane.sheet.accessibleName() == "new, read only"


def test_a_long_name_leaves_the_screen_to_others_and_an_ampersand_is_seen(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    beside, names = opened(hands), ["Ways & means", f"Compilation {'of all proposals ' * 12}& more, 2"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(resolution(len(name)), encoding="utf-8")
    hands.window.desk.add([tmp_path / f"{name}.txt" for name in names])
    qtbot.waitUntil(lambda: len(hands.window.desk.stories) == 4, timeout=WAIT)
    hands.window.going.go_to("text")
    hands.rest()
    beside.part.pane.choose.click()
    menu = next(one for one in beside.part.pane.choose.findChildren(QMenu) if one.isVisible())
    shown = [one.text() for one in menu.actions()]
    width = menu.sizeHint().width()
    menu.close()
    assert "Ways && means" in shown
    assert any("…" in one and one.startswith("Compilation of") and one.endswith(" && more, 2") for one in shown)
    assert width < 560


@pytest.mark.parametrize("act", ["inspector", "all_notes"])
def test_what_else_stands_beside_takes_its_place(hands: Hands, act: str) -> None:
    beside, window = opened(hands), hands.window
    window.acts[act].trigger()
    hands.rest()
    assert beside.node is None
    assert not beside.part.isVisible()
    assert window.pages.text.outline.isVisible()


def test_it_is_there_again_after_another_page_and_after_the_text_stood_alone(hands: Hands) -> None:
    beside, window = opened(hands), hands.window
    for act in ("go_dossier", "focus"):
        window.acts[act].trigger()
        hands.rest()
        assert not beside.part.isVisible()
        window.acts["go_text" if act == "go_dossier" else "focus"].trigger()
        hands.rest()
        assert beside.part.isVisible()
        assert not window.pages.text.outline.isVisible()
    window.acts["close_dossier"].trigger()
    hands.rest()
    assert beside.node is None


def test_menus_and_palette_offer_no_act_on_the_text_from_the_draft_beside_it(hands: Hands) -> None:
    beside, window = opened(hands), hands.window
    refused = IN_THE_TEXT - {"replace"}
    for widget, there in ((beside.part.pane.sheet, False), (window.pages.text.sheet, True)):
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_E, ALT)
        hands.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=WAIT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert {name for name in refused if window.acts[name].isEnabled()} == (refused if there else set())
        assert window.acts["find"].isEnabled()
        QTest.keyClick(menu, Key.Key_Right)  # to the menu beside it
        hands.qtbot.waitUntil(partial(lambda first: not first.isVisible(), menu), timeout=WAIT)
        hands.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=WAIT)
        assert window.acts["italic"].isEnabled() == there
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        hands.qtbot.waitUntil(lambda: all(window.acts[name].isEnabled() for name in refused), timeout=WAIT)
        widget.setFocus()
        assert refused.isdisjoint(window.possible) == (not there)
        window.acts["jump"].trigger()
        hands.rest()
        assert refused.isdisjoint(window.possible) == (not there)
        hands.press(Key.Key_Escape)


def test_no_act_reaches_the_text_while_the_draft_has_the_keyboard(hands: Hands) -> None:
    beside, window = opened(hands), hands.window
    sheet, pane = window.pages.text.sheet, beside.part.pane.sheet
    sheet.select(Selection(Caret(5, 0), Caret(5, 6)))
    hands.type("Welcomes")
    sheet.select(Selection(Caret(6, 0), Caret(6, 5)))
    still(hands)
    assert sheet.working is not None
    before = tuple(sheet.working.entries), sheet.working.undo_list.steps
    pane.setFocus()
    for name in sorted(IN_THE_TEXT - {"replace"}):
        window.status_bar.hush()
        keys = BY_NAME[name].keys
        if keys:
            QTest.keySequence(pane, QKeySequence(keys))
        else:
            window.acts[name].trigger()
        assert window.status_bar.said.text() == "The draft beside the text is read only; Esc goes back to the text.", (
            name
        )
        assert pane.hasFocus(), name
    for key in (Key.Key_X, Key.Key_Delete, Key.Key_Return, Key.Key_Backspace):
        hands.press(key)
    hands.press(Key.Key_V, CTRL)
    hands.rest()
    assert (tuple(sheet.working.entries), sheet.working.undo_list.steps) == before
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Z, CTRL)
    assert (tuple(sheet.working.entries), sheet.working.undo_list.steps) != before


def test_replacing_goes_from_the_draft_to_the_text_and_says_so(hands: Hands) -> None:
    beside, window = opened(hands), hands.window
    beside.part.pane.sheet.setFocus()
    hands.press(Key.Key_H, CTRL)
    assert window.drafting.searching.bar.field.hasFocus()
    assert window.status_bar.said.text() == "Replacing in your text, not in the draft beside it."
    hands.press(Key.Key_Escape)
    assert window.pages.text.sheet.hasFocus()


def test_words_are_found_in_the_draft_beside_the_text(hands: Hands) -> None:
    beside, window = opened(hands), hands.window
    pane, bar = beside.part.pane.sheet, beside.finding.bar
    before = window.pages.text.sheet.selection()
    pane.setFocus()
    hands.press(Key.Key_F, CTRL)
    assert bar.field.hasFocus()
    assert not window.drafting.searching.bar.isVisible()
    for words, places in (("time of year 2017", 1), ("informal meetings", 29), ("nowhere", 0), ("year 201[78]", 0)):
        bar.field.setText(words)
        hands.rest()
        found = beside.finding._found.hits
        assert len(found) == places
        assert (pane.textCursor().selectedText() == words) == bool(places)
        assert bar.count.text() == (f"{beside.finding._at + 1} of {places}" if places else "Nothing found")
        assert pane.rect().contains(pane.cursorRect().center())
    bar.regex.setChecked(True)
    hands.rest()
    assert bar.count.text() == "2 of 2"  # from where the caret is on
    for at in (1, 2, 1):
        hands.press(Key.Key_Return)
        assert bar.count.text() == f"{at} of 2"
        assert pane.textCursor().selectedText() == f"year 201{at + 6}"
    hands.press(Key.Key_Escape)
    assert not bar.isVisible()
    assert pane.hasFocus()
    assert not pane._found
    assert window.pages.text.sheet.selection() == before
    # Another draft is looked through as soon as it is there.
    hands.press(Key.Key_F, CTRL)
    new = next(node for node in window.desk.listing.nodes if node.label == "new") if window.desk.listing else None
    assert new is not None
    bar.field.setText("for the first time")
    beside.show(new.id)
    hands.rest()
    assert bar.count.text() == "1 of 1"


def test_its_letters_are_as_large_as_those_of_the_text(hands: Hands) -> None:
    hands.press(Key.Key_Plus, CTRL)
    beside, window = opened(hands), hands.window
    sheet, pane = window.pages.text.sheet, beside.part.pane.sheet
    assert pane.zoom == sheet.zoom > 1
    pane.setFocus()
    hands.press(Key.Key_Plus, CTRL)
    assert pane.zoom == sheet.zoom > 1.1
    window.acts["usual_size"].trigger()
    still(hands)
    assert pane.zoom == sheet.zoom == 1
    heights = [one.document().documentLayout().blockBoundingRect(one.document().begin()) for one in (sheet, pane)]
    assert heights[0].height() == heights[1].height()


def test_while_the_text_is_alone_its_key_brings_it_with_all_the_rest(hands: Hands) -> None:
    window = hands.window
    hands.press(Key.Key_F11)
    hands.press(Key.Key_F4)
    beside = still(hands)
    assert beside.part.isVisible()
    assert not window.focusing.on
    hands.press(Key.Key_F11)
    assert not beside.part.isVisible()
    hands.press(Key.Key_F4)
    assert beside.part.isVisible()
    assert not window.focusing.on
    hands.press(Key.Key_F4)
    assert not beside.part.isVisible()


def test_it_is_there_again_after_a_restart(qtbot: QtBot, hands: Hands, places: Places) -> None:
    node = opened(hands).node
    hands.window.pages.text.sheet.select(Selection.at(9, 0))
    still(hands)
    hands.window.close()
    other = again(qtbot, places)
    qtbot.waitUntil(other.side_by_side.part.isVisible, timeout=WAIT)
    still(Hands(qtbot, other))
    assert other.side_by_side.node == node
    assert other.side_by_side.part.pane.sheet.chosen() == 8
    other.close()


def test_the_text_takes_the_width_it_has_in_the_end_at_once(hands: Hands) -> None:
    window, sheet = hands.window, hands.window.pages.text.sheet
    window.resize(1700, 800)
    hands.rest()
    for act in (
        lambda: hands.press(Key.Key_F4),
        lambda: window.resize(1100, 800),
        lambda: window.resize(1500, 700),
        lambda: window.side_by_side.part.divider.move_to(0.4),
        lambda: hands.press(Key.Key_F11),
        lambda: hands.press(Key.Key_F11),
        lambda: hands.press(Key.Key_F4),
    ):
        was, widths = sheet.width(), Widths(sheet)
        act()
        still(hands)
        assert widths.taken == [sheet.width()] != [was]
        widths.setParent(None)


def test_without_a_draft_there_is_none_to_show(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "empty.adref")
    hands.new_text()
    assert not window.acts["beside"].isEnabled()


@pytest.mark.parametrize(
    ("position", "stood", "found"),
    [
        (2, {0: 5, 1: 6, 2: 7}, (7, True)),
        (2, {0: 5, 1: 6}, (6, False)),
        (2, {0: 5}, (5, False)),
        (2, {}, None),
        (0, {1: 6, 2: 7}, None),
        (9, {2: 7}, (7, False)),
    ],
)
def test_the_partner_is_its_own_or_that_of_the_next_one_above(
    position: int, stood: dict[int, int], found: tuple[int, bool] | None
) -> None:
    base = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),)) for words in ("One;", "Two;", "Three.")))
    assert partner(WorkingText(base), position, stood) == found
    assert partner(WorkingText(Draft()), position, stood) is None
