"""What the drafts of a dossier say in their mastheads, as the form is offered it."""

from __future__ import annotations

from pathlib import Path

from app.subjects.listing import listing_of, make_sample
from app.text.masthead_form import known
from models.dossier import Dossier
from models.masthead.agenda import offer_words, offered_items, place
from models.masthead.parts import MastheadFields


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
