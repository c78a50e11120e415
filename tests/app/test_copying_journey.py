"""Words copied in the real window go where they are pasted as words, from a draft that is read, too; what there is to
look at is marked while it is so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from tests.app.at_the_keys import ALT, CTRL, Hands, Key
from tests.app.on_the_sheet import same_as_model
from tests.compared_at import at_label

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")
BASE = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Noting", italic=True), Run(" its report,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Recalls", italic=True), Run(" paragraph 1 above.")), number="2"),
    ),
    (Footnote(1, "1", (Run("A/80/1."),)),),
)


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """A dossier with one draft, open; the keyboard is on the dossier page."""
    with Dossier.create(tmp_path / "desk.adref", title="Desk") as dossier:
        dossier.keep(BASE, label="First")
    found = Hands(qtbot, window)
    window.desk.open(tmp_path / "desk.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=20_000)
    found.rest()
    return found


def test_words_are_copied_as_words(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    listing = window.desk.listing
    assert listing is not None
    words = Selection(Caret(0, 7), Caret(0, 19))
    sheet = window.pages.text.sheet
    window.drafting.kept.go_to(listing.nodes[0].id, 0)
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=20_000)
    hands.rest()
    sheet.setFocus()
    sheet.select(words)
    hands.press(Key.Key_C, CTRL)
    read = QGuiApplication.clipboard().mimeData()
    page = bytes(read.data("text/html").data())
    assert b"A/80/1." in page
    window.drafting.writing.begin(listing.nodes[0].id)
    text = hands.written().text
    sheet.select(words)
    hands.press(Key.Key_C, CTRL)
    assert bytes(QGuiApplication.clipboard().mimeData().data("text/html").data()) == page
    sheet.select(Selection.at(2, text.entries[2].length))
    hands.press(Key.Key_Return)
    hands.type("Urges ")
    hands.press(Key.Key_V, CTRL)
    assert [entry.text for entry in text.entries][2:] == ["Recalls paragraph 1 above;", "Urges its report,"]
    assert text.entries[3].paragraph.kind is Kind.OPERATIVE
    assert text.entries[3].paragraph.footnotes == (1,)
    same_as_model(sheet)
    while text.undo_list.last is not None:
        hands.press(Key.Key_Z, CTRL)
    assert text.draft() == text.base


def test_what_there_is_to_look_at_is_marked_as_long_as_it_is_so(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    listing = window.desk.listing
    assert listing is not None
    window.drafting.writing.begin(listing.nodes[0].id)
    hands.written()
    sheet = window.pages.text.sheet
    said: list[str] = []
    sheet.undo_said.connect(said.append)
    sheet.select(Selection.at(1, 0))
    hands.press(Key.Key_Down, ALT)
    assert said == ["Move OP1; 1 reference follows: OP1; OP1 says “below” now"]
    qtbot.waitUntil(window.status_bar.undo_button.isVisible)
    hands.press(Key.Key_Z, CTRL)
    sheet.select(Selection(Caret(1, 0), Caret(2, 0)))
    hands.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: list(sheet.warned) == [1], timeout=20_000)
    assert sheet.warned[1] == "It refers to what was paragraph 1, which is gone."
    hands.press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not sheet.warned, timeout=20_000)


def test_the_undo_of_an_act_is_not_offered_once_something_else_was_done(hands: Hands) -> None:
    window = hands.window
    listing = window.desk.listing
    assert listing is not None
    window.drafting.writing.begin(listing.nodes[0].id)
    hands.written()
    sheet, bar = window.pages.text.sheet, window.status_bar
    sheet.select(Selection(Caret(1, 11), Caret(1, 15)))
    hands.press(Key.Key_BracketRight, CTRL)
    hands.qtbot.waitUntil(bar.undo_button.isVisible)
    assert bar.said.isVisible()
    sheet.select(Selection.at(2, 9))
    assert bar.undo_button.isVisible()
    hands.type("x")
    # What follows the text hears of a letter once it is painted.
    hands.qtbot.waitUntil(lambda: not bar.undo_button.isVisible(), timeout=20_000)
    assert not bar.said.isVisible()


def test_copy_in_the_menu_takes_the_marked_paragraph_of_a_comparison(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    listing = window.desk.listing
    assert listing is not None
    window.drafting.writing.begin(listing.nodes[0].id)
    sheet = window.pages.text.sheet
    hands.written()
    sheet.select(Selection(Caret(1, 8), Caret(1, 10)))
    hands.type("not to")
    assert window.acts["copy"].isEnabled()
    window.acts["compare_working"].trigger()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=20_000)
    hands.rest()
    at_label(window.pages.compare, "OP1")
    QGuiApplication.clipboard().clear()
    assert window.acts["copy"].isEnabled()
    window.acts["copy"].trigger()
    of_menu = QGuiApplication.clipboard().mimeData().html()
    assert 'data-adref="insert"' in of_menu
    QGuiApplication.clipboard().clear()
    window.pages.compare.view.setFocus()
    hands.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().html() == of_menu


def test_what_was_kept_outside_is_said_until_the_next_act(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    listing = window.desk.listing
    assert listing is not None
    with Dossier.open(listing.dossier.path) as outside:
        outside.keep(Draft(BASE.paragraphs[:2], BASE.footnotes), label="Theirs", parents=[listing.nodes[0].id])
    window.watching.look()
    bar = window.status_bar
    qtbot.waitUntil(lambda: bar.said.text() == "Theirs was kept outside this window.", timeout=20_000)
    window.drafting.writing.begin(listing.nodes[0].id)
    hands.written()
    window.pages.text.sheet.select(Selection.at(1, 0))
    hands.type("x")
    qtbot.waitUntil(lambda: not bar.said.isVisible())
