"""Replacing words in all drafts, in the real window and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.subjects.listing import listing_of
from app.window.window import Window
from models.dossier import Dossier, examine
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.agreed import agreed_words
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key
from widgets.find.search_and_replace import ReplacingPanel

pytestmark = pytest.mark.qt_log_ignore("does not support")


def text(*paragraphs: str, note: str = "None.") -> Draft:
    marked = Paragraph(Kind.OPERATIVE, (Run(paragraphs[0]), Run(footnote=1), Run(";")))
    others = (Paragraph(Kind.OPERATIVE, (Run(one),)) for one in paragraphs[1:])
    return Draft((marked, *others), (Footnote(1, "1", (Run(note),)),))


@pytest.fixture
def path(places: Places) -> Path:
    """L.37, on which Rev.1 and the room's text stand; all three have the words."""
    places.documents.mkdir(parents=True, exist_ok=True)
    path = places.documents / "water.adref"
    with Dossier.create(path) as dossier:
        old = dossier.keep(text("Notes the trade talks", "Decides to trade"), label="L.37", date="2005-11-04")
        dossier.keep(
            text("Notes all trade talks", "Decides to trade", note="On trade."), label="Rev.1", parents=[old.id]
        )
        dossier.keep(text("Notes the talks", "Decides on trade."), label="Text of the room", parents=[old.id])
    return path


@pytest.fixture
def hands(qtbot: QtBot, window: Window, path: Path) -> Hands:
    """The dossier is open, and known."""
    found = Hands(qtbot, window)
    window.desk.open(path)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    found.rest()
    return found


def ask(hands: Hands, what: str, by: str) -> ReplacingPanel:
    """Ctrl+Shift+F, what is looked for, Tab, what comes, Enter: until the places are seen, or that there are none."""
    panel = hands.window.drafting.searching_all.panel
    hands.press(Key.Key_F, CTRL | SHIFT)
    hands.type(what)
    hands.press(Key.Key_Tab)
    hands.type(by)
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: panel.places.isVisible() or panel.replacing.trouble.isVisible(), timeout=WAIT)
    hands.rest()
    return panel


def said_rows(panel: ReplacingPanel) -> list[str]:
    model = panel.places.texts
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def kept(hands: Hands) -> dict[str, list[str]]:
    """By label the words of every draft, its notes behind them."""
    listing = hands.window.desk.listing
    assert listing is not None
    found = {}
    for node in listing.nodes:
        draft = listing.dossier.draft(node.id)
        notes = ("".join(run.text for run in note.runs) for note in draft.footnotes)
        found[node.label] = [*(one.text for one in draft.paragraphs), *notes]
    return found


def settled(hands: Hands, drafts: int) -> None:
    def there() -> bool:
        listing = hands.window.desk.listing
        return listing is not None and len(listing.nodes) == drafts

    hands.qtbot.waitUntil(there, timeout=WAIT)
    hands.rest()


def notices(hands: Hands) -> list[str]:
    return [one.notice.words for one in hands.window.notices.shown]


def test_each_draft_at_the_end_of_a_branch_is_kept_anew(hands: Hands, path: Path) -> None:
    before = kept(hands)
    panel = ask(hands, "trade", "commerce")
    assert panel.places.list.hasFocus()
    assert panel.beside.text() == "4 places in 2 drafts"
    assert said_rows(panel) == [
        "Text of the room: 1 place",
        "OP2: Decides on trade. becomes Decides on commerce.",
        "Rev.1: 3 places",
        "OP1: Notes all trade talks; becomes Notes all commerce talks;",
        "OP2: Decides to trade becomes Decides to commerce",
        "Note 1: On trade. becomes On commerce.",
    ]
    assert panel.places.remark.text() == "Older drafts stay as they were kept: L.37."
    hands.press(Key.Key_Return)
    settled(hands, 5)
    assert not panel.isVisible()
    now = kept(hands)
    assert {label: now[label] for label in before} == before
    assert now["Rev.1, replaced"] == ["Notes all commerce talks;", "Decides to commerce", "On commerce."]
    assert now["Text of the room, replaced"] == ["Notes the talks;", "Decides on commerce.", "None."]
    assert notices(hands) == ["4 places replaced, kept as 2 new drafts."]
    assert not examine(path)


def test_a_draft_and_a_place_are_left_out_by_the_space_bar(hands: Hands) -> None:
    panel = ask(hands, "trade", "commerce")
    hands.press(Key.Key_Space)
    assert said_rows(panel)[:2] == [
        "Text of the room: 1 place, left out",
        "OP2: Decides on trade. becomes Decides on commerce., left out",
    ]
    assert panel.beside.text() == "3 places in 1 draft"
    hands.press(Key.Key_Down, times=4)
    hands.press(Key.Key_Space)
    assert said_rows(panel)[2] == "Rev.1: 3 places, 1 left out"
    hands.press(Key.Key_Tab)
    assert panel.places.button.hasFocus()
    assert panel.places.button.text() == "Replace 2 places"
    hands.press(Key.Key_Space)
    settled(hands, 4)
    assert kept(hands)["Rev.1, replaced"] == ["Notes all commerce talks;", "Decides to trade", "On commerce."]


def test_agreed_paragraphs_that_are_open_again_are_counted(hands: Hands, path: Path) -> None:
    with Dossier.open(path) as dossier:
        rev = dossier.draft(dossier.find("Rev.1").id).paragraphs
        room = dossier.draft(dossier.find("Text of the room").id).paragraphs
        dossier.agree(map(agreed_words, (*rev, *room)))
    panel = ask(hands, "trade", "commerce")
    stays = "Older drafts stay as they were kept: L.37."
    remark = panel.places.remark
    assert remark.text() == f"3 paragraphs agreed ad ref would be open again. {stays}"
    hands.press(Key.Key_Space)
    assert remark.text() == f"2 paragraphs agreed ad ref would be open again. {stays}"
    hands.press(Key.Key_Down, times=2)
    hands.press(Key.Key_Space)
    assert remark.text() == stays
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Return)
    settled(hands, 4)
    told = "2 places replaced, kept as “Rev.1, replaced”; 1 paragraph that was agreed ad ref is open again."
    assert notices(hands) == [told]


def test_tab_goes_round_in_the_panel_and_esc_back_step_by_step(hands: Hands) -> None:
    panel = ask(hands, "trade", "commerce")
    stops = []
    for _ in range(8):
        stops.append(QApplication.focusWidget())
        hands.press(Key.Key_Tab)
    assert stops == [*panel.places.stops, panel.field, *panel.replacing.stops]
    assert panel.places.list.hasFocus()
    names = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in stops]
    assert names == [
        "What would be replaced", "Replace 4 places", "Search every draft", "Replace with",
        "Match capital letters when replacing", "Replace whole words only", "Replace a regular expression", "Preview",
    ]  # fmt: skip
    hands.press(Key.Key_Escape)
    assert panel.isVisible()
    assert not panel.places.isVisible()
    assert panel.replacing.field.hasFocus()
    hands.qtbot.waitUntil(lambda: panel.entries.rowCount() > 0, timeout=WAIT)
    hands.press(Key.Key_Escape)
    assert not panel.isVisible()


def test_the_text_that_is_written_is_replaced_in_as_one_step(hands: Hands) -> None:
    window = hands.window
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.dossier.find("Rev.1").id)
    written = hands.written().text
    before = [entry.text for entry in written.entries]
    panel = ask(hands, "trade", "commerce")
    assert [row for row in said_rows(panel) if "place" in row] == [
        "Working text on Rev.1: 3 places", "Text of the room: 1 place"
    ]  # fmt: skip
    assert panel.beside.text() == "4 places in 1 draft and the text you write"
    assert panel.places.remark.text() == "Older drafts stay as they were kept: Rev.1, L.37."
    hands.press(Key.Key_Return)
    settled(hands, 4)
    assert [entry.text.replace("commerce", "trade") for entry in written.entries] == before
    assert written.entries[1].text == "Decides to commerce"
    assert "".join(run.text for run in written.notes[1].runs) == "On commerce."
    hands.press(Key.Key_Z, CTRL)
    assert [entry.text for entry in written.entries] == before
    assert not written.changed


def test_the_open_text_is_replaced_in_from_another_page_too(hands: Hands) -> None:
    window = hands.window
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.dossier.find("Rev.1").id)
    text = hands.written()
    window.acts["go_dossier"].trigger()
    hands.rest()
    ask(hands, "all trade", "commerce")
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: text.text.changed, timeout=WAIT)
    hands.journaled()
    assert text.text.entries[0].text == "Notes commerce talks;"
    assert window.status_bar.said.text() == "1 place replaced in the working text on Rev.1; Undo there takes it back."


def test_nothing_to_replace_a_wrong_expression_and_another_word_are_said(hands: Hands) -> None:
    panel = ask(hands, "on the", "of the")
    assert panel.nothing.text() == "No draft at the end of a branch has “on the”, so there is nothing to replace."
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)
    panel = hands.window.drafting.searching_all.panel
    hands.press(Key.Key_F, CTRL | SHIFT)
    panel.replacing.regex.click()
    panel.field.setFocus()
    hands.type("(trade")
    panel.replacing.preview_button.click()
    hands.qtbot.waitUntil(panel.replacing.trouble.isVisible, timeout=WAIT)
    assert panel.replacing.trouble.text() == "“(” has no “)”: close it, or write \\( for the sign itself."
    panel.field.setFocus()
    hands.type(")")
    assert not panel.replacing.trouble.isVisible()


def test_where_the_dossier_is_only_read_there_is_no_such_line(qtbot: QtBot, window: Window, path: Path) -> None:
    hands = Hands(qtbot, window)
    window.desk._take(listing_of(Dossier.open(path, read_only=True)))
    panel = window.drafting.searching_all.panel
    hands.rest()
    hands.press(Key.Key_F, CTRL | SHIFT)
    assert panel.isVisible()
    assert not panel.replacing.isVisible()


def test_another_dossier_has_none_of_these_places(hands: Hands, tmp_path: Path) -> None:
    panel = ask(hands, "trade", "commerce")
    assert panel.places.isVisible()
    other = tmp_path / "other.adref"
    with Dossier.create(other) as dossier:
        dossier.keep(text("Notes all trade talks"), label="Another")
    hands.window.desk.open(other)
    hands.rest()
    assert hands.window.desk.path == other
    assert not panel.isVisible()
