"""A draft and the dossier called otherwise, in the window, and otherwise again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.test_journeys import at_rest
from widgets.dossier.amend import NO_DATE, NO_LABEL, iso_date

WAIT = 20_000

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def kept(qtbot: QtBot, window: Window, files: list[Path]) -> Window:
    """The window with three drafts of a dossier, the newest chosen."""
    window.take_files(files)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    at_rest(qtbot, window)
    return window


def _type(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_a_draft_is_called_otherwise_and_the_history_keeps_the_old_name(qtbot: QtBot, kept: Window) -> None:
    assert kept.desk.listing is not None
    node, dossier = kept.desk.listing.nodes[0].id, kept.desk.listing.dossier
    kept.acts["amend_draft"].trigger()
    form = kept.pages.dossier.inspector.form
    assert form.isVisible()
    _type(qtbot, form.label, "Rev.1")
    _type(qtbot, form.date, "14 November 2003")
    _type(qtbot, form.note, "After the first reading")
    qtbot.keyClick(form.note, Qt.Key.Key_Return)
    at_rest(qtbot, kept)
    row = kept.pages.dossier.drafts.rows[0]
    assert (row.id, row.label, row.line, row.note) == (node, "Rev.1", "14 November 2003", "After the first reading")
    assert row.summary, "what was known of it stays"
    assert [fact.value for fact in dossier.history(node, "label")] == ["third", "Rev.1"]
    assert not form.isVisible()
    kept.pages.dossier.amend()
    _type(qtbot, form.label, "third")
    form.note.clear()
    form.save.click()
    at_rest(qtbot, kept)
    assert (kept.pages.dossier.drafts.rows[0].label, kept.pages.dossier.drafts.rows[0].note) == ("third", "")


def test_that_a_draft_was_amended_is_said_until_something_else_is_shown(qtbot: QtBot, kept: Window) -> None:
    assert kept.desk.listing is not None
    page, said = kept.pages.dossier, kept.status_bar.said
    first, second = (row.id for row in page.drafts.rows[:2])
    for leave in (lambda: page.choose(second), lambda: kept.going.go_to("text")):
        page.choose(first)
        kept.amending.amend(first, {"note": "After the first reading"})
        at_rest(qtbot, kept)
        assert said.text().startswith("Amended")
        page.drafts.dataChanged.emit(page.drafts.index(0), page.drafts.index(0))
        assert said.isVisible(), "it is the same draft still"
        leave()
        at_rest(qtbot, kept)
        assert not said.isVisible()


def test_what_is_shown_takes_the_new_name(qtbot: QtBot, kept: Window) -> None:
    assert kept.desk.listing is not None
    node = kept.desk.listing.nodes[0].id
    kept.pages.dossier.inspector.compare()
    qtbot.waitUntil(lambda: kept.going.compared is not None, timeout=WAIT)
    kept.amending.amend(node, {"label": "Rev.1"})
    at_rest(qtbot, kept)
    assert kept.going.place == "compare"
    assert kept.going.compared is not None
    assert kept.going.compared.new.title == "Rev.1"
    assert "against Rev.1" in kept.top_bar.title.accessibleName()


@pytest.mark.parametrize(("name", "words", "said"), [("label", " ", NO_LABEL), ("date", "next week", NO_DATE)])
def test_what_cannot_be_is_said_beside_the_fields(qtbot: QtBot, kept: Window, name: str, words: str, said: str) -> None:
    kept.pages.dossier.amend()
    form = kept.pages.dossier.inspector.form
    _type(qtbot, getattr(form, name), words)
    form.save.click()
    assert form.isVisible()
    assert form.trouble.text() == said
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert kept.pages.dossier.drafts.rows[0].label == "third"


def test_the_dossier_is_called_otherwise_where_its_title_stands(qtbot: QtBot, kept: Window) -> None:
    kept.acts["rename_dossier"].trigger()
    field = kept.top_bar.title.field
    assert field.isVisible()
    _type(qtbot, field, "Migration, second year")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    at_rest(qtbot, kept)
    assert kept.desk.listing is not None
    assert kept.desk.listing.title == kept.desk.listing.dossier.title == "Migration, second year"
    assert kept.windowTitle().startswith("Migration, second year")
    kept.go_home()
    at_rest(qtbot, kept)
    shown = kept.pages.start.rows.data(kept.pages.start.rows.index(0, 0))
    assert str(shown).startswith("Migration, second year")
    kept.acts["rename_dossier"].trigger()
    assert not field.isVisible(), "on the start page nothing is open to be called otherwise"


def test_escape_leaves_the_title(qtbot: QtBot, kept: Window) -> None:
    before = kept.desk.listing.title if kept.desk.listing else ""
    kept.amending.ask_for_title()
    field = kept.top_bar.title.field
    _type(qtbot, field, "Something else")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    at_rest(qtbot, kept)
    assert not field.isVisible()
    assert kept.desk.listing is not None
    assert kept.desk.listing.title == before


@pytest.mark.parametrize(
    ("words", "day"),
    [("2003-12-11", "2003-12-11"), ("11 December 2003", "2003-12-11"), ("11 décembre 2003", "2003-12-11")]
    + [(words, None) for words in ("", "December", "31 February 2003", "on 11 December 2003 or so")],
)
def test_a_date_is_typed_as_people_write_it(words: str, day: str | None) -> None:
    assert iso_date(words) == day


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_from_the_title_the_keyboard_goes_back_to_the_drafts(qtbot: QtBot, kept: Window, key: Qt.Key) -> None:
    kept.activateWindow()
    qtbot.waitUntil(kept.isActiveWindow, timeout=WAIT)
    kept.acts["rename_dossier"].trigger()
    field = kept.top_bar.title.field
    assert field.hasFocus()
    qtbot.keyClick(field, key)
    assert not field.isVisible()
    assert kept.pages.dossier.list.hasFocus()
