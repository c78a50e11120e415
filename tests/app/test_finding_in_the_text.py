"""Finding and replacing in the text on the screen and in its footnotes, in the real window and by keyboard."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.notes.footnotes import note_list
from models.editing.working import WorkingText
from tests.app.at_the_keys import CTRL, NONE, SHIFT, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model
from widgets.find.search_rows import SearchRow
from widgets.shell.grouped_rows import ENTRY

pytestmark = pytest.mark.qt_log_ignore("does not support")

TEXT = """The General Assembly,

Recalling its resolution on trade,[^1]

1. Takes note of the report on trade;[^2]

2. Decides to meet in 2006.[^3]

[^1]: Resolution 57/270 on trade.

[^2]: Report on trade, and its annex.

[^3]: See the calendar.
"""


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """A draft with three footnotes, kept; the keyboard is on the dossier page."""
    found = Hands(qtbot, window)
    path = tmp_path / "trade.txt"
    path.write_text(TEXT, encoding="utf-8")
    window.take_files([path])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 1, timeout=WAIT)
    found.rest()
    return found


def count(window: Window) -> str:
    return window.drafting.searching.bar.count.text()


def look_for(hands: Hands, words: str, key: Key = Key.Key_F) -> None:
    hands.press(key, CTRL)
    hands.type(words)
    hands.rest()


def test_an_expression_stays_while_what_it_found_is_selected(hands: Hands) -> None:
    bar = hands.window.drafting.searching.bar
    hands.write_on()
    hands.press(Key.Key_Home, CTRL)
    look_for(hands, r"report (\w+)")
    bar.regex.click()
    hands.rest()
    hands.press(Key.Key_Escape)
    assert hands.window.pages.text.sheet.selected_words() == "report on"
    hands.press(Key.Key_H, CTRL)
    assert bar.field.text() == r"report (\w+)"


def test_a_hit_in_a_footnote_is_gone_to_and_written(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    sheet = window.pages.text.sheet
    hands.press(Key.Key_Home, CTRL)
    look_for(hands, "trade")
    assert count(window) == "1 of 4"
    hands.press(Key.Key_Return, times=3)
    assert count(window) == "4 of 4"
    second = note_list(text.text)[1].id
    assert sheet.notes.needed == second
    assert second in sheet.notes.shown
    hands.press(Key.Key_Return)
    assert count(window) == "1 of 4"
    assert sheet.notes.needed is None
    hands.press(Key.Key_Return, SHIFT)
    assert count(window) == "4 of 4"
    hands.press(Key.Key_Escape)
    assert sheet.note_editor.note == second
    assert sheet.note_editor.textCursor().selectedText() == "trade"
    hands.type("commerce")
    hands.press(Key.Key_Escape)
    assert text.text.notes[second].text == "Report on commerce, and its annex."


def test_a_hit_in_a_footnote_is_replaced(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    hands.press(Key.Key_Home, CTRL)
    look_for(hands, "trade", Key.Key_H)
    bar = window.drafting.searching.bar
    hands.press(Key.Key_Return, times=2)
    assert count(window) == "3 of 4"
    bar.replacement.setFocus()
    hands.type("commerce")
    hands.press(Key.Key_Return)
    hands.rest()
    first, second, _ = note_list(text.text)
    assert first.text == "Resolution 57/270 on commerce."
    assert (count(window), window.pages.text.sheet.notes.needed) == ("3 of 3", second.id)
    bar.preview_button.click()
    hands.rest()
    assert [row.label for row in bar.places.rows] == ["PP1", "OP1", "Note 2"]
    assert [row.after.text for row in bar.places.rows][2] == "Report on commerce, and its annex."
    bar.all_button.click()
    hands.rest()
    assert not any("trade" in one.text for one in (*text.text.draft().paragraphs, *text.text.draft().footnotes))
    same_as_model(window.pages.text.sheet)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Z, CTRL, times=2)
    assert text.text.draft() == before


def test_what_stays_as_it_is_is_said_and_no_note_becomes_one_that_stays(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    look_for(hands, "Resolution 57/270|Report", Key.Key_H)
    bar = window.drafting.searching.bar
    bar.regex.click()
    bar.field.setText("Resolution 57/270 on trade|Report on trade, and its annex")
    bar.replacement.setText("Source")
    hands.rest()
    bar.preview_button.click()
    hands.rest()
    labels = [row.label for row in bar.places.rows]
    assert labels == ["Note 1", "Note 2, then one with 1"]
    bar.preview.setCurrentIndex(bar.places.index(0, 0))
    bar.preview.setFocus()
    hands.press(Key.Key_Space)
    assert [row.label for row in bar.places.rows] == ["Note 1", "Note 2"]
    assert bar.places.left_out == {0}
    bar.all_button.click()
    hands.rest()
    foot = window.status_bar.said
    hands.qtbot.waitUntil(lambda: foot.text() == "Replace 1 place; 1 left as it is, as you chose.")
    assert [note.text for note in text.text.draft().footnotes][:2] == ["Resolution 57/270 on trade.", "Source."]


def test_a_draft_that_is_read_is_searched_too(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    window.showing.read_draft(window.desk.listing.nodes[0].id)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    hands.rest()
    sheet = window.pages.text.sheet
    look_for(hands, "trade")
    assert count(window) == "1 of 4"
    assert sheet.textCursor().selectedText() == "trade"
    hands.press(Key.Key_Return, times=2)
    assert sheet.notes.needed is not None
    hands.press(Key.Key_Escape)
    assert QApplication.focusWidget() is sheet


def test_a_footnote_is_deleted_from_the_list_and_by_its_mark(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    window.drafting.inspecting.show_all_notes()
    notes = window.drafting.inspector.all_notes
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Delete)
    assert [note.text for note in text.text.draft().footnotes] == ["Resolution 57/270 on trade.", "See the calendar."]
    assert [row.mark for row in notes.notes.rows] == ["1", "2"]
    same_as_model(window.pages.text.sheet)
    window.pages.text.sheet.setFocus()
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_Backspace)
    assert [note.text for note in text.text.draft().footnotes] == ["Resolution 57/270 on trade."]
    hands.press(Key.Key_Z, CTRL, times=2)
    assert text.text.draft() == before


def test_another_text_is_searched_as_soon_as_it_is_there(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    path = tmp_path / "other.txt"
    path.write_text(TEXT.replace("report on trade", "report"), encoding="utf-8")
    window.take_files([path])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 2, timeout=WAIT)
    hands.rest()
    other, first = (node.id for node in window.desk.listing.nodes)  # type: ignore[union-attr]
    window.showing.read_draft(first)
    qtbot.waitUntil(lambda: getattr(window.going.shown, "node", None) == first, timeout=WAIT)
    hands.rest()
    look_for(hands, "trade")
    assert count(window) == "1 of 4"
    window.showing.read_draft(other)
    qtbot.waitUntil(lambda: count(window) == "3 places", timeout=WAIT)


def test_what_is_typed_meanwhile_is_searched(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    look_for(hands, "trade")
    window.pages.text.sheet.setFocus()
    hands.press(Key.Key_End, CTRL)
    hands.type(" Trade")
    qtbot.waitUntil(lambda: count(window) == "5 places", timeout=WAIT)


def test_an_expression_without_end_holds_nobody_up(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    words = Draft((Paragraph(Kind.OPERATIVE, (Run("a" * 300 + "!"),)),), (Footnote(1, "1"),))
    with text.text.step("Write", Selection()) as step:
        step.replace(0, len(text.text.entries), [step.new(words.paragraphs[0])])
    bar = window.drafting.searching.bar
    hands.press(Key.Key_F, CTRL)
    bar.regex.setChecked(True)
    bar.field.setText("(a|aa)+$")
    QApplication.processEvents()
    assert window.background.tasks
    qtbot.waitUntil(lambda: bar.trouble.isVisible(), timeout=WAIT)
    assert "too long" in bar.trouble.text()
    bar.field.setText("a!")
    qtbot.waitUntil(lambda: count(window) == "1 of 1", timeout=WAIT)
    hands.press(Key.Key_Escape, NONE)


def test_a_replacement_that_could_not_be_used_is_put_right_and_used(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    look_for(hands, "(trade)", Key.Key_H)
    bar = window.drafting.searching.bar
    bar.regex.setChecked(True)
    hands.rest()
    bar.replacement.setText(r"\9")
    bar.preview_button.click()
    hands.rest()
    hands.rest()
    assert bar.trouble.isVisible()
    assert not bar.all_button.isEnabled()
    bar.replacement.setText(r"free \1")
    hands.rest()
    assert not bar.trouble.isVisible()
    bar.all_button.click()
    hands.rest()
    assert "free trade" in text.text.entries[1].text


def test_a_draft_that_is_only_read_is_made_ready_off_the_windows_thread(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, made = hands.window, []
    begin = WorkingText.__init__

    def watched(text: WorkingText, *given: object, **named: object) -> None:
        made.append(threading.current_thread() is threading.main_thread())
        begin(text, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkingText, "__init__", watched)
    assert window.desk.listing is not None
    window.showing.read_draft(window.desk.listing.nodes[0].id)
    hands.rest()
    look_for(hands, "trade")
    assert count(window) == "1 of 4"
    hands.press(Key.Key_Return)
    assert count(window) == "2 of 4"
    assert made == [False]


def test_what_stands_in_a_footnote_is_found_as_that(qtbot: QtBot, hands: Hands) -> None:
    panel = hands.window.drafting.searching_all.panel
    hands.press(Key.Key_F, CTRL | SHIFT)
    hands.type("trade 57/270")
    qtbot.waitUntil(lambda: panel.list.model().rowCount() > 0, timeout=WAIT)
    rows = [row for at in range(panel.list.model().rowCount())
            if isinstance(row := panel.list.model().index(at, 0).data(ENTRY), SearchRow)]  # fmt: skip
    assert [row.label for row in rows] == ["PP1, note 1"]


def test_accents_count_where_one_replaces_and_not_where_one_looks(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands, path = Hands(qtbot, window), tmp_path / "ou.txt"
    path.write_text("L’Assemblée générale,\n\n1. Décide où et quand, ou pourquoi.\n", encoding="utf-8")
    window.take_files([path])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 1, timeout=WAIT)
    hands.rest()
    hands.write_on()
    hands.press(Key.Key_Home, CTRL)
    look_for(hands, "ou")
    assert count(window) == "1 of 3"
    hands.press(Key.Key_Return)
    assert count(window) == "2 of 3"
    hands.press(Key.Key_H, CTRL)
    hands.rest()
    assert count(window) == "1 of 2"
    hands.press(Key.Key_F, CTRL)
    hands.rest()
    assert count(window).endswith("of 3")
    hands.press(Key.Key_A, CTRL)
    hands.type("general")
    hands.rest()
    assert count(window) == "1 of 1"
    assert window.pages.text.sheet.selection().start.position == 0
