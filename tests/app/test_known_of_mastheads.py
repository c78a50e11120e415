"""What the drafts of a dossier say in their mastheads, as the form is offered it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.subjects.listing import listing_of, make_sample
from app.text.masthead_form import known
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.masthead.agenda import offer_words, offered_items, place
from models.masthead.parts import MastheadFields
from tests.app.at_the_keys import CTRL, WAIT, Hands, Key

pytestmark = pytest.mark.qt_log_ignore("does not support")


def test_an_item_of_a_draft_belongs_to_its_session_and_committee(tmp_path: Path) -> None:
    with Dossier.open(make_sample(tmp_path / "sample.adref")) as dossier:
        items = known(listing_of(dossier)).agenda_items
    assert {(one.session, one.committee, one.item) for one in items} == {("58", 2, "93 (c)")}
    assert all(one.document for one in items)

    def offered(symbol: str) -> list[str]:
        fields = MastheadFields(symbol=symbol)
        return [offer_words(one, place(fields)) for one in offered_items(fields, items)]

    title = items[0].title
    assert offered("A/C.2/58/L.__")[0] == f"93 (c)  {title}"
    assert f"number not known (93 (c) in session 58)  {title}" in offered("A/C.2/80/L.__")
    assert not [words for words in offered("A/C.3/80/L.__") if title in words]


def masthead_of(symbol: str, item: str, title: str) -> Draft:
    lines = (
        f"United Nations {symbol}",
        "General Assembly",
        f"Agenda item {item}",
        title,
        "Brazil: draft resolution",
        "A title",
    )
    return Draft(
        (
            *(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines),
            Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),
        )
    )


def test_a_number_that_only_the_drafts_know_brings_its_title_in_the_form(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "water.adref"
    with Dossier.create(path) as dossier:
        dossier.keep(masthead_of("A/C.2/81/L.1", "19 (k)", "Water for all"), label="L.1")
    hands = Hands(qtbot, window)
    window.desk.open(path)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 1, timeout=WAIT)
    hands.new_text()
    window.acts["masthead"].trigger()
    hands.rest()
    page = window.masthead_form.page
    assert page is not None
    hands.type("A/C.2/81/L.__")
    hands.press(Key.Key_Tab)
    item, title = page.fields["agenda_item"], page.fields["agenda_title"]
    qtbot.waitUntil(lambda: bool(page._known.agenda_items), timeout=WAIT)
    assert item.offered()[0] == "19 (k)  Water for all"
    item.setFocus()
    hands.type("19(k)")
    hands.press(Key.Key_Tab)
    assert (item.text(), title.text()) == ("19 (k)", "Water for all")
    hands.rest()
    page.fields["session"].setFocus()
    hands.press(Key.Key_A, CTRL)
    hands.type("82")
    hands.press(Key.Key_Tab)
    fact = page._labelled["agenda_title"].fact
    assert fact is not None
    assert fact.text() == "as A/C.2/81/L.1 has it for session 81; what it is in session 82 is not known"
