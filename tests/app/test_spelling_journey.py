"""Misspelt words in the real window: marked a moment after the keys, gone to, put right, added, passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.spelling.dictionaries import dictionary, why_none
from tests.app.at_the_keys import CTRL, NONE, SHIFT, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model
from widgets.theme.tokens import LIGHT
from widgets.writing.sheet import WritingSheet

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints"),
    pytest.mark.skipif(dictionary("en") is None, reason=why_none("en") or "there is one"),
]
BASE = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the Zorblax report of its comittee,"))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to organise a meeting;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to remain seized of the matter.")), number="2"),
    )
)


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """A text that is written on, its misspelt words found."""
    with Dossier.create(tmp_path / "desk.adref", title="Desk") as dossier:
        dossier.keep(BASE, label="First")
    hands = Hands(qtbot, window)
    window.desk.open(tmp_path / "desk.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    hands.rest()
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands.written()
    qtbot.waitUntil(lambda: marked(hands) == ["comittee", "organise"], timeout=WAIT)
    return hands


def sheet_of(hands: Hands) -> WritingSheet:
    return hands.window.pages.text.sheet


def marked(hands: Hands) -> list[str]:
    """The words that are known to be misspelt, in their order."""
    sheet = sheet_of(hands)
    return [one.word for position in range(sheet.shown.count()) for one in sheet.misspelt_in(position)]


def menu_of(hands: Hands) -> QMenu:
    """The menu that comes up."""
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=WAIT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words_of(menu: QMenu) -> list[str]:
    return [act.text().replace("&", "") for act in menu.actions() if not act.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    act = next(act for act in menu.actions() if act.text().replace("&", "") == words)
    menu.setActiveAction(act)
    menu.close()
    act.trigger()


def said(hands: Hands) -> str:
    return hands.window.status_bar.said.text()


def test_f7_goes_from_word_to_word_and_shift_f7_puts_right(hands: Hands) -> None:
    sheet = sheet_of(hands)
    before = hands.written().text.draft()
    sheet.setFocus()
    found = []
    for _ in range(3):
        hands.press(Key.Key_F7)
        hands.rest()
        found.append(sheet.selected_words())
    assert found == ["comittee", "organise", "comittee"]
    assert said(hands) == "“comittee” may be misspelt."
    hands.press(Key.Key_F7)
    hands.rest()
    hands.press(Key.Key_F7, SHIFT)
    menu = menu_of(hands)
    assert words_of(menu) == ["organize", "Add to this dossier’s dictionary", "Ignore"]
    QTest.keyClick(menu, Key.Key_Return)
    text = hands.written().text
    assert text.entries[1].text == "Decides to organize a meeting;"
    assert text.entries[1].paragraph.runs[0] == Run("Decides", italic=True)
    assert sheet.selection() == Selection.at(1, 19)
    same_as_model(sheet)
    hands.qtbot.waitUntil(lambda: marked(hands) == ["comittee"], timeout=WAIT)
    hands.press(Key.Key_Z, CTRL)
    assert text.draft() == before
    hands.qtbot.waitUntil(lambda: marked(hands) == ["comittee", "organise"], timeout=WAIT)


def test_notes_are_spelt_after_the_paragraph_that_cites_them(hands: Hands) -> None:
    sheet, text = sheet_of(hands), hands.written().text
    sheet.setFocus()
    sheet.select(Selection.at(1, 7))
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("See the recieved report, A/58/98, vol. 2, and teh annex; ibid.")
    (note,) = text.cited()
    hands.qtbot.waitUntil(
        lambda: [one.word for one in sheet.misspelt_in_note(note)] == ["recieved", "teh"], timeout=WAIT
    )
    editor = sheet.note_editor
    assert [editor.toPlainText()[start:end] for start, end in editor.marked] == ["recieved", "teh"]
    hands.press(Key.Key_Escape)
    sheet.select(Selection.at(0, 0))
    found = []
    for _ in range(5):
        hands.press(Key.Key_F7)
        hands.rest()
        found.append(sheet.selected_words() if editor.note is None else editor.textCursor().selectedText())
    assert found == ["comittee", "organise", "recieved", "teh", "comittee"]
    for _ in range(2):
        hands.press(Key.Key_F7)
        hands.rest()
    assert editor.note == note
    hands.press(Key.Key_F7, SHIFT)
    menu = menu_of(hands)
    assert words_of(menu)[0] == "received"
    QTest.keyClick(menu, Key.Key_Return)
    assert text.notes[note].text == "See the received report, A/58/98, vol. 2, and teh annex; ibid."
    hands.qtbot.waitUntil(lambda: [one.word for one in sheet.misspelt_in_note(note)] == ["teh"], timeout=WAIT)
    same_as_model(sheet)


def test_up_to_five_words_are_offered(hands: Hands) -> None:
    sheet = sheet_of(hands)
    sheet.setFocus()
    sheet.select(Selection.at(0, 40))
    hands.press(Key.Key_F7, SHIFT)
    menu = menu_of(hands)
    offered = words_of(menu)[:-2]
    assert offered[0] == "committee"
    assert 1 <= len(offered) <= 5
    menu.close()


def test_the_word_that_is_being_typed_is_not_marked(hands: Hands) -> None:
    sheet = sheet_of(hands)
    sheet.setFocus()
    sheet.select(Selection.at(2, 38))
    hands.type(" teh")
    assert dots_under(hands, 2) == 0
    hands.qtbot.waitUntil(lambda: "teh" in marked(hands), timeout=WAIT)
    QApplication.processEvents()
    assert dots_under(hands, 2) == 0, "the caret is still at its end"
    hands.type(" ")
    hands.qtbot.waitUntil(lambda: dots_under(hands, 2) > 0, timeout=WAIT)
    hands.press(Key.Key_Backspace)
    hands.qtbot.waitUntil(lambda: "teh" in marked(hands) and not sheet.pause.waits(sheet._look_in_sight), timeout=WAIT)
    hands.rest()
    assert dots_under(hands, 2) == 0
    hands.press(Key.Key_Left)
    hands.press(Key.Key_Up)
    assert dots_under(hands, 2) > 0
    same_as_model(sheet)


def dots_under(hands: Hands, position: int) -> int:
    """How many pixels of a paragraph have the colour of the dots, more or less."""
    sheet = sheet_of(hands)
    block = sheet.document().findBlockByNumber(position)
    top, height = round(sheet._top(block)), round(sheet._height(block))
    image = sheet.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return sum(
        _alike(image.pixelColor(x, y), LIGHT.error)
        for y in range(round(top * ratio), round((top + height) * ratio))
        for x in range(image.width())
    )


def _alike(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_dots_follow_what_is_typed_before_them(hands: Hands) -> None:
    sheet = sheet_of(hands)
    sheet.setFocus()
    sheet.select(Selection.at(1, 8))
    hands.type("soon, ")
    (word,) = sheet.misspelt_in(1)
    assert hands.written().text.entries[1].text[word.start : word.end] == "organise"


def test_a_word_of_the_dossier_is_passed_over_and_can_be_taken_back(hands: Hands, qtbot: QtBot) -> None:
    sheet, window = sheet_of(hands), hands.window
    sheet.setFocus()
    sheet.select(Selection.at(1, 14))
    hands.press(Key.Key_F7, SHIFT)
    choose(menu_of(hands), "Add to this dossier’s dictionary")
    qtbot.waitUntil(lambda: marked(hands) == ["comittee"], timeout=WAIT)
    hands.rest()
    assert window.desk.listing is not None
    dossier = window.desk.listing.dossier
    assert dossier.own_words() == ("organise",)
    window.status_bar.undo_button.click()
    qtbot.waitUntil(lambda: marked(hands) == ["comittee", "organise"], timeout=WAIT)
    hands.rest()
    assert dossier.own_words() == ()
    window.status_bar.undo_button.click()
    hands.rest()
    assert dossier.own_words() == ("organise",)
    sheet.setFocus()
    hands.press(Key.Key_F7, SHIFT)
    menu = menu_of(hands)
    assert words_of(menu) == ["Take out of this dossier’s dictionary"]
    choose(menu, "Take out of this dossier’s dictionary")
    hands.rest()
    assert dossier.own_words() == ()


def test_words_of_the_dossier_are_known_when_it_is_opened_again(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    window = hands.window
    window.drafting.spelling.add("organise")
    window.desk.close()
    hands.rest()
    window.desk.open(tmp_path / "desk.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    hands.rest()
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands.written()
    qtbot.waitUntil(lambda: marked(hands) == ["comittee"], timeout=WAIT)


def test_words_that_another_window_adds_or_takes_out_are_passed_over_here_or_no_longer(hands: Hands) -> None:
    window = hands.window
    window.drafting.spelling.ignore("Zorblax")
    assert window.desk.path is not None
    for words, still in (("organise", ["comittee"]), ("comittee", []), ("-organise", ["organise"])):
        with Dossier.open(window.desk.path) as other:
            (other.remove_word if words.startswith("-") else other.add_word)(words.removeprefix("-"))
        window.watching.look()
        hands.qtbot.waitUntil(lambda still=still: marked(hands) == still, timeout=WAIT)  # type: ignore[misc]


def test_ignored_words_are_passed_over_and_not_kept(hands: Hands, qtbot: QtBot) -> None:
    hands.window.drafting.spelling.ignore("comittee")
    qtbot.waitUntil(lambda: marked(hands) == ["organise"], timeout=WAIT)
    assert hands.window.desk.listing is not None
    assert hands.window.desk.listing.dossier.own_words() == ()
    hands.window.status_bar.undo_button.click()
    qtbot.waitUntil(lambda: marked(hands) == ["comittee", "organise"], timeout=WAIT)


def test_the_menu_of_the_mouse_begins_with_what_may_be_meant(hands: Hands) -> None:
    sheet = sheet_of(hands)
    at = sheet.cursorRect(sheet._cursor(Selection.at(1, 14))).center()
    view = sheet.viewport()
    for place, first in ((at, "organize"), (at + QPoint(150, 0), "Undo")):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place), NONE)
        QApplication.sendEvent(view, event)
        menu = menu_of(hands)
        words = [word.partition("\t")[0] for word in words_of(menu)]
        assert words[0] == first
        assert "Undo" in words
        assert menu.geometry().adjusted(-1, -1, 1, 1).contains(view.mapToGlobal(place))
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_esc_gives_up_what_is_not_answered_yet(hands: Hands) -> None:
    sheet, spelling = sheet_of(hands), hands.window.drafting.spelling
    sheet.setFocus()
    sheet.select(Selection.at(1, 14))
    spelling.suggest()
    QTest.keyClick(sheet, Key.Key_Escape)
    hands.rest()
    assert not [menu for menu in sheet.findChildren(QMenu) if menu.isVisible()]
    # Nor does a menu come for a word one has left.
    spelling.suggest()
    sheet.select(Selection.at(2, 0))
    hands.rest()
    assert not [menu for menu in sheet.findChildren(QMenu) if menu.isVisible()]
    sheet.select(Selection.at(1, 14))
    spelling.suggest()
    assert words_of(menu_of(hands))[0] == "organize"


def test_switched_off_nothing_is_marked_and_the_keys_say_so(hands: Hands) -> None:
    hands.window.choosing.change(spells=False)
    sheet_of(hands).setFocus()
    assert marked(hands) == []
    assert dots_under(hands, 1) == 0
    hands.press(Key.Key_F7)
    assert "settings" in said(hands)
    hands.window.choosing.change(spells=True)
    hands.qtbot.waitUntil(lambda: marked(hands) == ["comittee", "organise"], timeout=WAIT)


def test_a_screen_reader_hears_of_misspelt_words(hands: Hands) -> None:
    sheet_of(hands).setFocus()
    sheet_of(hands).select(Selection.at(1, 0))
    assert "a misspelt word" in hands.window.pages.text.telling.here()
    hands.type("teh ")
    hands.qtbot.waitUntil(lambda: "2 misspelt words" in sheet_of(hands).accessibleDescription(), timeout=WAIT)


def test_a_screen_reader_hears_that_the_word_it_comes_to_has_dots(hands: Hands) -> None:
    QAccessible.setActive(True)
    try:
        sheet = sheet_of(hands)
        heard: list[str] = []
        sheet.setFocus()
        sheet.select(Selection.at(1, 0))
        hands.window.pages.text.telling.said.connect(heard.append)
        hands.press(Key.Key_Right, CTRL, times=4)
        assert heard == ["misspelt"]
        hands.press(Key.Key_Left, times=12)
        assert heard == ["misspelt"] * 2
    finally:
        QAccessible.setActive(False)


def test_the_room_sees_no_dots(hands: Hands) -> None:
    sheet_of(hands).select(Selection(Caret(1, 0), Caret(1, 0)))
    hands.window.acts["projector"].trigger()
    hands.rest()
    projector = hands.window.drafting.projecting.projector
    assert projector is not None
    image = projector.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert LIGHT.error.name() not in colours


@pytest.mark.skipif(dictionary("fr") is not None, reason="there is one")
def test_a_language_without_a_dictionary_is_told_once(hands: Hands) -> None:
    sheet, bar = sheet_of(hands), hands.window.status_bar
    bar.hush()
    hands.new_text()
    sheet.setFocus()
    hands.type("L’Assemblée générale,\nRappelant que les États ont accompli des progrés,")
    hands.qtbot.waitUntil(lambda: said(hands) == why_none("fr") and not bar.said.isHidden(), timeout=WAIT)
    bar.hush()
    hands.type("\nSe félicitant de ce que les États ont fait")
    hands.rest()
    assert bar.said.isHidden()
    hands.press(Key.Key_F7)
    hands.qtbot.waitUntil(lambda: said(hands) == why_none("fr") and not bar.said.isHidden(), timeout=WAIT)
