"""Items of the agenda: offered where they belong, titles to the letter, contradictions told, the unknown left alone."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from models.files.read import read_text
from models.masthead.agenda import (
    PLENARY,
    AgendaItem,
    agenda_fact,
    filled_by_item,
    known_items,
    offer_words,
    offered_items,
    place,
    typed_item,
)
from models.masthead.checks import checks
from models.masthead.facts import committees, session
from models.masthead.form import fields_of
from models.masthead.parts import MastheadFields
from models.masthead.symbol import parse_symbol
from models.masthead.words import session_line
from tests.real_files import real_files

_HEAD = 20
DUST = "Sustainable development: combating sand and dust storms"


def head(code: str = "80", committee: int | None = 2, **said: str) -> MastheadFields:
    name = committees()[committee - 1] if committee else ""
    return MastheadFields(organ="General Assembly", session=session_line(code), committee=name, **said)


def numbers(fields: MastheadFields, *own: AgendaItem) -> list[str]:
    at = place(fields)
    return [one.item for one in offered_items(fields, own) if at.has(one)]


def test_every_fact_is_of_a_session_and_names_a_document_of_it() -> None:
    for one in known_items():
        symbol = parse_symbol(one.document.rpartition(" ")[2])
        assert symbol is not None, one
        assert session(one.session) is not None
        assert symbol.session == one.session
        assert one.committee in range(PLENARY, 7)
        assert symbol.committee in (None, one.committee)
        assert typed_item(one.item) == one.item
        assert one.title[:1].isupper()
    said = [(one.session, one.committee, one.item, one.title) for one in known_items()]
    assert len(said) == len(set(said))


def test_items_are_those_of_session_and_committee() -> None:
    second = numbers(head())
    assert {"15", "18", "18 (i)"} <= set(second)
    assert "71 (a)" not in second
    assert {"71 (a)"} <= set(numbers(head(committee=3)))
    assert "18 (i)" not in numbers(head("79", 3))
    assert numbers(head("58")) == ["93", "93 (c)"]
    assert {"18 (i)", "71 (a)", "127"} <= set(numbers(head(committee=None)))
    assert "127" in numbers(MastheadFields(symbol="A/80/L.__"))
    assert "18 (i)" not in numbers(MastheadFields(symbol="A/80/L.__"))


@pytest.mark.parametrize(
    "fields",
    [
        MastheadFields(),
        MastheadFields(symbol="A/HRC/58/L.3"),
        MastheadFields(organ="Economic and Social Council", session="Eightieth session"),
        head("ES-10", None),
    ],
)
def test_nothing_is_offered_where_nothing_is_known(fields: MastheadFields) -> None:
    assert offered_items(fields) == ()
    assert agenda_fact(fields) == ""
    assert filled_by_item(replace(fields, agenda_item="18"), "").agenda_title == ""


def test_titles_are_known_in_english_alone() -> None:
    assert offered_items(head(), language="fr") == ()
    assert filled_by_item(head(agenda_item="18"), "", language="fr") == head(agenda_item="18")


def test_another_session_has_the_titles_without_a_number() -> None:
    fields = head("81")
    offered = offered_items(fields)
    words = [offer_words(one, place(fields)) for one in offered]
    assert f"number not known (18 (i) in session 80)  {DUST}" in words
    assert numbers(fields) == []
    titles = [one.title for one in offered]
    assert len(titles) == len(set(titles))
    assert filled_by_item(replace(fields, agenda_item="18 (i)"), "").agenda_title == ""
    assert not [one.title for one in offered_items(head("81", 5)) if "budget for" in one.title]
    assert not [one.title for one in offered_items(head("81", 6)) if "eighth session" in one.title]


def test_what_drafts_of_the_dossier_say_comes_first_in_their_own_session() -> None:
    own = AgendaItem("80", 2, "19 (a)", "Groups of countries", "A/C.2/80/L.39")
    assert numbers(head(), own)[0] == "19 (a)"
    assert "19 (a)" not in numbers(head("79", 2), own)
    assert own in offered_items(head("79", 2), [own])
    assert own not in offered_items(head("80", 3), [own])
    assert numbers(head("79", 3), replace(own, session="", committee=None))[0] == "19 (a)"
    assert filled_by_item(head(agenda_item="19a"), "", [own]) == head(agenda_item="19 (a)", agenda_title=own.title)
    other = AgendaItem("80", 2, "18 (i)", "Dust", "A/C.2/80/L.1")
    assert filled_by_item(head(agenda_item="18 (i)"), "", [other]).agenda_title == "Dust"
    assert filled_by_item(head(agenda_item="18 (i)"), "", [other, replace(other, title="Sand")]).agenda_title == DUST
    assert agenda_fact(head(agenda_item="19 (a)"), [own]) == "as A/C.2/80/L.39 has it"


@pytest.mark.parametrize(
    ("item", "title", "before", "filled"),
    [
        ("18 (i)", "", "", DUST),
        ("18(i)", "", "", DUST),
        ("18 I", "", "", DUST),
        ("18", "", "", "Sustainable development"),
        ("18 (i)", "Sustainable development", "18", DUST),
        ("18 (i)", "Dust", "18", "Dust"),
        ("18 (zz)", "", "", ""),
        ("18 (g) and 18 (i)", "", "", ""),
        ("15", DUST, "18 (i)", "Information and communications technologies for sustainable development"),
    ],
)
def test_an_item_brings_its_title_and_takes_away_nobodys(item: str, title: str, before: str, filled: str) -> None:
    assert filled_by_item(head(agenda_item=item, agenda_title=title), before).agenda_title == filled


@pytest.mark.parametrize(
    ("code", "item", "title", "told"),
    [
        ("80", "18 (i)", DUST, None),
        ("80", "18(i)", "Sustainable development: Combating sand and dust storms*", None),
        ("80", "18 (i)", "Sustainable dev", None),
        ("80", "18 (zz)", "Something else", None),
        ("81", "18 (i)", "Something else", None),
        ("79", "139", "Programme budget for 2025", None),
        ("79", "139", "Proposed programme budget for 2025", None),
        ("80", "18 (g) and 18 (i)", DUST, None),
        ("80", "18 (i)", "Oceans", f"Agenda item 18 (i) of the eightieth session is “{DUST}” (A/C.2/80/L.39)"),
        ("80", "19", DUST, f"Agenda item 18 (i) of the eightieth session is “{DUST}” (A/C.2/80/L.39)"),
    ],
)
def test_item_and_title_that_contradict_the_facts_are_told(code: str, item: str, title: str, told: str | None) -> None:
    fields = head(code, agenda_item=item, agenda_title=title)
    assert [one.words for one in checks(fields)] == ([told] if told else [])
    assert checks(fields, language="fr") == ()


def test_how_much_is_known_is_said() -> None:
    assert agenda_fact(head("58")) == "2 items of session 58, Second Committee, are known; there may be more"
    assert agenda_fact(head("81")) == (
        "No item of session 81, Second Committee, is known: titles of other sessions are offered"
    )
    assert agenda_fact(head(agenda_item="18 (i)")) == "as A/C.2/80/L.39 has it"
    assert agenda_fact(head(agenda_item="18 (zz)")) == ""
    assert agenda_fact(head(agenda_item="18 (i)", agenda_title="Dust")) == ""


def test_an_item_of_another_session_is_told_where_none_is_known_here() -> None:
    fields = head("81", agenda_item="18 (i)", agenda_title=DUST)
    told = "as A/C.2/80/L.39 has it for session 80; what it is in session 81 is not known"
    assert agenda_fact(fields) == told
    assert agenda_fact(replace(fields, agenda_title=""), [AgendaItem("81", 2, "19", "Dust", "L.1")]) == ""
    own = AgendaItem("81", 2, "18 (i)", DUST, "A/C.2/81/L.1")
    assert agenda_fact(fields, [own]) == "as A/C.2/81/L.1 has it"
    assert agenda_fact(fields, [replace(own, title="Oceans")]) == ""
    last = AgendaItem("67", 2, "93 (c)", "Migration", "A/C.2/67/L.3")
    told = "as A/C.2/67/L.3 has it for session 67; what it is in session 68 is not known"
    assert agenda_fact(head("68", agenda_item="93 (c)", agenda_title="Migration"), [last]) == told


def test_the_help_names_the_sessions_that_are_known() -> None:
    page = resources.files("resources").joinpath("help/masthead.md").read_text(encoding="utf-8")
    known = {one.session for one in known_items() if sum(one.session == other.session for other in known_items()) > 2}
    assert f"sessions {min(known)} to {max(known)}" in page
    assert known == {str(code) for code in range(int(min(known)), int(max(known)) + 1)}


def test_the_form_has_the_title_of_each_real_masthead_to_the_letter(shared: Path) -> None:
    several, exact = set(), 0
    for path in [*real_files(shared, "corpus/*/A_*.txt"), *real_files(shared, "corpus/vice_chairman/*.txt")]:
        # The head of a text is enough, and is read at once.
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        fields = fields_of(read_text("\n\n".join(blocks[:_HEAD])).draft)
        if not fields.agenda_item or not fields.agenda_title:
            continue
        assert [one for one in checks(fields) if "agenda_item" in one.fields] == [], path.name
        filled = filled_by_item(replace(fields, agenda_title=""), "")
        titles = [one.title for one in offered_items(fields) if one.item == fields.agenda_item]
        if filled.agenda_title:
            assert filled == fields, path.name
            exact += 1
            assert fields.agenda_title in titles, path.name
        else:
            several.add(fields.agenda_item)
            assert fields.agenda_title in titles or " and " in fields.agenda_item, path.name
    # The programme budget has two titles, and of two items at once the titles stand in two lines.
    assert exact > 400
    assert several <= {"134", "139", "13 and 117"}
