"""What a delegate does with the text being written, in the real window and by keyboard where it can be done so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.shell.actions import IN_THE_TEXT
from app.subjects.sides import Side
from app.window.window import Window
from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.notes import footnotes
from models.editing.structure import insert_text
from models.editing.working import WorkingText
from tests.app.at_the_keys import CTRL, NONE, SHIFT, WAIT, Hands, Key, again, node
from tests.app.on_the_sheet import same_as_model
from widgets.keeping.panel import KeepChoice

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """Three drafts kept in a dossier; the keyboard is on the dossier page."""
    found = Hands(qtbot, window)
    found.take(files)
    return found


def words_of(window: Window) -> list[str]:
    text = window.drafting.writing.open
    assert text is not None
    return [entry.text for entry in text.text.entries]


def test_an_older_draft_is_restored_in_one_step_and_undone(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type(" New words")
    before = text.text.draft()
    steps = text.text.undo_list.steps
    window.drafting.kept.restore(node(window, "first"))
    qtbot.waitUntil(lambda: text.text.undo_list.steps == steps + 1, timeout=WAIT)
    hands.rest()
    assert text.text.draft() == text.dossier.draft(node(window, "first"))
    same_as_model(window.pages.text.sheet)
    said = window.status_bar.said
    qtbot.waitUntil(lambda: said.text() == "The working text reads as first now.")
    assert said.isVisible()
    hands.press(Key.Key_Z, CTRL)
    assert text.text.draft() == before
    # It reads so no more.
    qtbot.waitUntil(lambda: said.text() == "Undone: Restore this draft.")
    same_as_model(window.pages.text.sheet)
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert text.text.draft() == text.dossier.draft(node(window, "first"))


def test_two_texts_on_two_drafts_are_both_there_after_a_restart(qtbot: QtBot, hands: Hands, places: Places) -> None:
    window = hands.window
    hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type(" On the third")
    window.pages.dossier.branch_asked.emit(node(window, "first"))
    qtbot.waitUntil(lambda: _parent(window) == "first", timeout=WAIT)
    hands.written()
    hands.press(Key.Key_End, CTRL)
    hands.type(" On the first")
    same_as_model(window.pages.text.sheet)
    window.close()
    other = again(qtbot, places)
    hands = Hands(qtbot, other)
    hands.written()
    assert _parent(other) == "first"
    assert words_of(other)[-1].endswith(" On the first.")
    other.drafting.writing.begin(node(other, "third"))
    qtbot.waitUntil(lambda: _parent(other) == "third", timeout=WAIT)
    hands.written()
    assert words_of(other)[-1].endswith(" On the third.")
    same_as_model(other.pages.text.sheet)
    other.close()


def _parent(window: Window) -> str:
    text = window.drafting.writing.open
    return text.parent.label if text is not None and text.parent is not None else ""


def test_a_text_another_window_writes_can_be_begun_beside(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = window.desk.path
    assert path is not None
    with Dossier.open(path) as other:
        row = other.begin_working(node(window, "third"))
        other.hold_working(row.id)
        hands.press(Key.Key_W, CTRL | SHIFT)
        qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
        (notice,) = window.notices.shown
        assert [button.text() for button in notice.buttons] == ["Read it", "Begin one of my own"]
        assert not window.going.writes
        notice.buttons[1].click()
        text = hands.written()
        assert text.row != row.id
        hands.press(Key.Key_End, CTRL)
        hands.type(" Mine")
        hands.journaled()
        assert other.recover(text.row).entries[-1].text.endswith(" Mine.")
        assert other.recover(row.id).entries == tuple(text.text.original)


def test_no_letter_is_lost_while_a_draft_is_kept(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type(" Kept")
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    typed = "abcdefghijklmnopqrstuvwxyz" * 8
    # On and on, while it is being kept and after.
    for letter in typed:
        hands.type(letter)
        qtbot.wait(2)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, text), timeout=WAIT)
    hands.rest()
    listing = window.desk.listing
    assert listing is not None
    kept = listing.dossier.draft(listing.nodes[0].id)
    # What is typed is either in the draft or in the text that stands on it.
    assert len(listing.nodes) == 4
    now = words_of(window)[-1]
    assert now.startswith(kept.paragraphs[-1].text.rstrip("."))
    assert "".join(sign for sign in now.partition(" Kept")[2] if sign.isalpha()) == typed


@pytest.mark.parametrize("after", [0, 10, 50])
def test_closing_right_after_a_key_loses_nothing(qtbot: QtBot, hands: Hands, places: Places, after: int) -> None:
    window = hands.window
    hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type("\nCalls upon all States")
    qtbot.wait(after)
    window.close()
    other = again(qtbot, places)
    Hands(qtbot, other).written()
    assert words_of(other)[-1] == "Calls upon all States"
    other.close()


def test_all_is_replaced_in_one_step(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    hands.press(Key.Key_H, CTRL)
    hands.type("200")
    hands.press(Key.Key_Tab)
    window.drafting.searching.bar.replacement.setFocus()
    hands.type("300")
    window.drafting.searching.bar.replace_all.emit("300", frozenset())
    hands.rest()
    assert not any("200" in words for words in words_of(window)[3:])
    assert any("300" in words for words in words_of(window))
    same_as_model(window.pages.text.sheet)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Z, CTRL)
    assert text.text.draft() == before
    same_as_model(window.pages.text.sheet)


def test_a_text_is_listed_as_soon_as_it_is_written(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.write_on()

    def counts() -> list[int]:
        return [line.changed for line in window.desk.working_rows()]

    for changed, words in ((1, "One "), (2, "\nTwo ")):
        hands.press(Key.Key_2, CTRL)
        window.pages.text.sheet.setFocus()
        hands.press(Key.Key_End, CTRL)
        hands.type(words)
        hands.press(Key.Key_1, CTRL)
        assert window.going.place == "dossier"
        qtbot.waitUntil(lambda changed=changed: counts() == [changed], timeout=WAIT)  # type: ignore[misc]


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><i>Urges</i> all
States to act;</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><i style='color:red'>Requests</i>
a report.</p>
</body></html>"""


def test_a_list_out_of_sight_is_not_made_anew_for_a_text_that_is_written_on(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    rows = window.pages.dossier.working

    def listed() -> str:
        """What the list tells of the text once the dossier, with all that was typed, was looked at again."""
        qtbot.waitUntil(lambda: window.drafting.writing.journaling.written, timeout=WAIT)
        window.desk.look_again()
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        return rows.lines[0].words.text()

    hands.type("One ")
    assert "1 paragraph changed" in listed()
    hands.press(Key.Key_End, CTRL)
    hands.type("\nTwo ")
    assert "1 paragraph changed" in listed()  # listing it would take as long as a key, and a key waits for it
    hands.press(Key.Key_1, CTRL)
    # The end of the sentence before the new one became another, too.
    qtbot.waitUntil(lambda: "3 paragraphs changed" in rows.lines[0].words.text(), timeout=WAIT)


def test_paste_from_word_and_copy_as_html(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type("\n")
    data = QMimeData()
    data.setHtml(WORD)
    data.setText("1. Urges all States to act;\n2. Requests a report.")
    QGuiApplication.clipboard().setMimeData(data)
    count = len(text.text.entries)
    before = text.text.draft()
    hands.press(Key.Key_V, CTRL)
    pasted = text.text.entries[-2:]
    assert [entry.paragraph.kind for entry in pasted] == [Kind.OPERATIVE, Kind.OPERATIVE]
    assert [entry.text.rstrip(";.") for entry in pasted] == ["Urges all States to act", "Requests a report"]
    assert [entry.paragraph.runs[0].text for entry in pasted if entry.paragraph.runs[0].italic] == ["Urges", "Requests"]
    assert len(text.text.entries) == count + 1
    same_as_model(window.pages.text.sheet)
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().mimeData()
    assert "Urges</" in copied.html()
    assert "all States to act" in copied.text()
    hands.press(Key.Key_Z, CTRL)
    assert text.text.draft() == before


def test_a_dossier_that_is_read_only_is_not_written(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = window.desk.path
    assert path is not None
    hands.write_on()
    hands.type("Now ")
    window.acts["close_dossier"].trigger()
    hands.rest()
    # What this user may not write is told by the folder; root may write all, so the file is opened so here.
    listing_path = path
    from app.subjects.listing import listing_of

    dossier = Dossier.open(listing_path, read_only=True)
    window.desk._take(listing_of(dossier))
    hands.rest()
    assert not window.acts["write"].isEnabled()
    assert not window.acts["new_text"].isEnabled()
    hands.press(Key.Key_W, CTRL | SHIFT)
    hands.rest()
    assert window.drafting.writing.open is None
    window.pages.dossier.branch_asked.emit(node(window, "first"))
    window.drafting.kept.restore(node(window, "first"))
    hands.rest()
    assert window.drafting.writing.open is None
    window.showing.read_draft(node(window, "first"))
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    hands.rest()
    shown = window.pages.text.sheet.toPlainText()
    hands.type("x")
    hands.press(Key.Key_Delete)
    assert window.pages.text.sheet.toPlainText() == shown
    # What was being written can be read, and nothing is offered that cannot be done.
    window.acts["go_dossier"].trigger()
    hands.rest()
    line = window.pages.dossier.working.lines[0]
    assert line.continue_button.text() == "Read"
    assert line.discard_button.isHidden()
    assert window.pages.dossier.add_button.isHidden()
    line.continue_button.click()
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    assert window.pages.text.sheet.toPlainText().startswith("Now ")
    assert window.drafting.writing.open is None


def test_the_search_of_all_drafts_leads_to_the_paragraph(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.press(Key.Key_F, CTRL | SHIFT)
    hands.type("2007")
    qtbot.waitUntil(lambda: window.drafting.searching_all.panel.list.model().rowCount() > 0, timeout=WAIT)
    hands.rest()
    window.drafting.searching_all.panel.field.setFocus()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    hands.rest()
    shown = window.going.shown
    assert getattr(shown, "title", "") == "third"
    assert window.pages.text.sheet.textCursor().selectedText() == "2007"


def test_what_the_masthead_form_writes_is_undone(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    window.pages.text.sheet.select(Selection.at(0))
    button = window.drafting.inspector.masthead_button
    qtbot.waitUntil(button.isVisible, timeout=WAIT)
    button.click()
    hands.rest()
    page = window.masthead_form.page
    assert page is not None
    hands.type("A/C.2/80/L.5")
    hands.press(Key.Key_Tab)
    qtbot.waitUntil(lambda: text.text.changed, timeout=WAIT)
    assert any("A/C.2/80/L.5" in words for words in words_of(window))
    hands.press(Key.Key_Escape)
    assert window.stack.currentWidget() is window.pages.text
    hands.rest()
    same_as_model(window.pages.text.sheet)
    hands.press(Key.Key_Z, CTRL, times=text.text.undo_list.steps)
    assert text.text.draft() == before
    same_as_model(window.pages.text.sheet)


def test_undo_in_the_masthead_form(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    hands.type("A/C.2/80/L.5")
    hands.press(Key.Key_Tab)
    qtbot.waitUntil(lambda: text.text.changed, timeout=WAIT)
    window.acts["undo"].trigger()
    assert text.text.draft() == before


@pytest.mark.parametrize("forth", [(Key.Key_Y, CTRL), (Key.Key_Z, CTRL | SHIFT)])
def test_the_keys_of_undoing_are_the_text_s_in_a_field_of_the_form(
    qtbot: QtBot, hands: Hands, forth: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    window = hands.window
    text = hands.write_on()
    before = text.text.draft()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    page = window.masthead_form.page
    assert page is not None
    title, symbol = page.fields["title"], page.fields["symbol"]
    title.setFocus()
    title.setText("")
    hands.type("Trade")
    symbol.setFocus()
    symbol.selectAll()
    hands.type("A/80/L.1")
    # Not a moment is waited: what was typed last is told before it is undone.
    hands.press(Key.Key_Z, CTRL)
    assert symbol.text() != "A/80/L.1"
    assert title.text() == "Trade"
    hands.press(Key.Key_Z, CTRL)
    assert title.text() != "Trade"
    assert text.text.draft() == before
    hands.press(*forth, times=2)
    assert (title.text(), symbol.text()) == ("Trade", "A/80/L.1")
    assert any("Trade" in words for words in words_of(window))


def test_what_was_typed_into_the_form_last_is_there_after_the_window_was_closed(
    qtbot: QtBot, hands: Hands, places: Places
) -> None:
    hands.write_on()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    hands.type("A/C.2/80/L.77")
    hands.window.close()
    window = again(qtbot, places)
    assert any("A/C.2/80/L.77" in words for words in words_of(window))


def test_no_act_on_words_reaches_the_text_behind_the_form(hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    before = text.text.draft()
    for name in sorted(IN_THE_TEXT - {"undo", "redo"} | {"find"}):
        window.status_bar.hush()
        window.acts[name].trigger()
        assert window.status_bar.said.text() == "The form stands before the text; Esc goes back to it.", name
    assert text.text.draft() == before


def test_what_is_kept_has_what_was_typed_into_the_form_last(qtbot: QtBot, hands: Hands) -> None:
    text = hands.write_on()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    hands.type("A/C.2/80/L.77")
    hands.window.acts["keep_draft"].trigger()
    assert any("A/C.2/80/L.77" in entry.text for entry in text.text.entries)


def test_the_projector_follows(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_F9)
    projector = window.drafting.projecting.projector
    assert projector is not None
    hands.rest()
    hands.type(" Projected words")
    qtbot.waitUntil(lambda: "Projected words" in projector.accessibleDescription(), timeout=WAIT)
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_Down, CTRL, times=2)
    qtbot.waitUntil(lambda: "Projected words" not in projector.accessibleDescription(), timeout=WAIT)
    assert "Recalling" in projector.accessibleDescription()
    hands.press(Key.Key_F9)
    assert window.drafting.projecting.projector is None


def test_settings_hold_at_once_and_after_a_restart(qtbot: QtBot, hands: Hands, places: Places) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_Plus, CTRL)
    zoom = window.pages.text.sheet.zoom
    assert zoom > 1.0
    window.choosing.change(punctuates=False)
    assert window.pages.text.sheet.zoom == zoom
    assert not text.text.punctuates
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_Backspace)
    hands.type("\nUrges all")
    hands.press(Key.Key_Up, NONE)
    assert not text.text.entries[-2].text.endswith(";")
    window.close()
    other = again(qtbot, places)
    Hands(qtbot, other).written()
    assert other.pages.text.sheet.zoom == zoom
    assert not other.choosing.now.punctuates
    found = other.drafting.writing.open
    assert found is not None
    assert not found.text.punctuates
    other.close()


def test_a_kept_text_is_empty_again_and_undo_does_not_cross_it(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type(" Kept")
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, text), timeout=WAIT)
    hands.rest()
    found = window.drafting.writing.open
    assert found is not None
    hands.press(Key.Key_Z, CTRL)
    assert not found.text.changed
    assert found.text.draft() != Draft()


def test_what_is_typed_of_a_draft_to_be_kept_stays_until_it_is_kept(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    text = hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.type(" Kept")
    hands.press(Key.Key_S, CTRL)
    panel = window.drafting.keeping.panel
    hands.type("First")
    panel.note.setFocus()
    hands.type("Who asked for what")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_S, CTRL)
    assert (panel.label.text(), panel.note.text()) == ("First", "Who asked for what")
    # There is a “first” already: that is said, and another name offered.
    hands.press(Key.Key_Return)
    assert panel.isVisible()
    panel.other_button.click()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, text), timeout=WAIT)
    hands.rest()
    listing = window.desk.listing
    assert listing is not None
    assert (listing.nodes[0].label, listing.nodes[0].note) == ("First (2)", "Who asked for what")
    hands.press(Key.Key_S, CTRL)
    assert panel.note.text() == ""


def test_back_leads_to_where_one_was_in_the_text(hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    sheet = window.pages.text.sheet
    here = sheet.selection()
    hands.press(Key.Key_K, CTRL)
    hands.type("op2")
    hands.press(Key.Key_Return)
    assert sheet.selection() != here
    there = sheet.selection()
    window.acts["back"].trigger()
    assert window.going.place == "text"
    assert sheet.selection() == here
    window.acts["forward"].trigger()
    assert sheet.selection() == there


def test_a_footnote_is_cited_again_from_the_menu(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("See A/80/12.")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_End)
    window.acts["cite_again"].trigger()
    menus = [one for one in window.pages.text.sheet.findChildren(QMenu) if one.actions()]
    assert menus[-1].actions()[0].text() == "1   See A/80/12."
    menus[-1].actions()[0].trigger()
    working = window.pages.text.sheet.working
    assert working is not None
    assert [row.positions for row in footnotes.note_list(working)] == [(0, len(working.entries) - 1)]


def test_a_new_text_is_empty_and_the_one_before_stays_to_be_taken_up_again(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.press(Key.Key_E, CTRL | SHIFT)
    first = hands.written()
    hands.type("The first text")
    hands.press(Key.Key_Home, SHIFT)
    hands.press(Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, first), timeout=WAIT)
    second = hands.written()
    assert window.pages.text.sheet.selection() == Selection()
    hands.type("The second text")
    assert (words_of(window), [entry.text for entry in first.text.entries]) == (["The second text"], ["The first text"])
    hands.journaled()
    assert {row.who for row in second.dossier.working_texts() if row.parent is None} == {first.who, second.who}
    window.drafting._go_on(first.row)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, second), timeout=WAIT)
    hands.written()
    # The caret is where it was; nothing that was selected gives way to what is typed.
    hands.type("Of ")
    assert words_of(window) == ["Of The first text"]


def test_what_was_selected_is_selected_no_more_when_one_comes_back(hands: Hands) -> None:
    window = hands.window
    hands.write_on()
    sheet = window.pages.text.sheet
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_Home, SHIFT)
    head = sheet.selection().head
    assert not sheet.selection().empty
    window.going.go_to("dossier")
    window.going.go_to("text")
    assert sheet.selection() == Selection(head, head)
    hands.press(Key.Key_End, SHIFT)
    window.going.go_to("dossier")
    window.going.go_back()
    assert sheet.selection().empty


def test_what_is_kept_before_it_is_cancelled_is_told_alone(
    qtbot: QtBot, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, told = hands.window, list[str]()
    say = window.status_bar.say
    monkeypatch.setattr(window.status_bar, "say", lambda words, **more: (told.append(words), say(words, **more)))
    (tmp_path / "more.txt").write_text("The General Assembly,\n\n1. Decides to act.\n", encoding="utf-8")

    def cancel_too_late() -> list[str]:
        assert window.background._pools["dossier"].waitForDone(WAIT)  # the window takes nothing meanwhile
        window.status_bar.cancelled.emit()
        hands.rest()
        return told

    window.desk.add([tmp_path / "more.txt"])
    assert "more kept in" in cancel_too_late()[0]
    hands.write_on()
    told.clear()
    window.drafting.writing.keep(KeepChoice("Rev.9", None, None, None))
    assert "Rev.9 is kept" in cancel_too_late()[0]
    told.clear()
    window.desk.start(tmp_path / "begun", [tmp_path / "more.txt"])
    assert not any("Cancelled" in one for one in cancel_too_late())
    assert window.desk.path == tmp_path / "begun" / "more.adref"


@pytest.mark.parametrize(
    ("ends", "line", "told"),
    [
        ("thrown away", "no longer written, as of", ["This text was thrown away in another window."]),
        ("kept", "no longer written, as of", ["This text was kept as “Rev.9” in another window."]),
        ("let go", "as of", []),
    ],
)
def test_what_becomes_of_a_text_that_is_read_here_is_told(
    qtbot: QtBot, hands: Hands, ends: str, line: str, told: list[str]
) -> None:
    window = hands.window
    assert window.desk.path is not None
    other = Dossier.open(window.desk.path)
    row = other.begin_working(node(window, "third"))
    text = WorkingText(other.recover(row.id).base)
    journal = Journal(other, row.id, text)
    text.listeners.append(journal.note)
    insert_text(text, Selection.at(0), "Once more. ")
    journal.commit()
    hands.press(Key.Key_W, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    window.notices.shown[0].buttons[0].click()
    qtbot.waitUntil(lambda: window.going.place == "text" and not window.background.tasks, timeout=WAIT)
    side = window.going.shown
    assert isinstance(side, Side)
    assert side.line.startswith("in another window, as of")
    window.watching.look()
    qtbot.waitUntil(lambda: window.desk.listing is not None and bool(window.desk.listing.working), timeout=WAIT)
    (journal.close if ends == "let go" else journal.abandon)()
    if ends == "thrown away":
        other.discard_working(row.id)
    elif ends == "kept":
        words = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to go."),)),))
        other.keep_working(row.id, words, [], label="Rev.9")
    other.close()
    window.watching.look()
    qtbot.waitUntil(lambda: window.going.shown is not side, timeout=WAIT)
    hands.rest()
    now = window.going.shown
    assert isinstance(now, Side)
    assert now.line.startswith(line)
    assert now.draft == side.draft
    assert [one.notice.words.translate({0x2068: None, 0x2069: None}) for one in window.notices.shown] == told
    if ends == "kept":
        window.notices.shown[0].buttons[0].click()
        qtbot.waitUntil(lambda: window.going.shown is not now, timeout=WAIT)
        hands.rest()
        assert not window.notices.shown
