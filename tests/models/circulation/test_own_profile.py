"""Profiles of the user's own: what can be chosen, what cannot, and that none claims less than leaves."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from models.circulation.own_profile import AUTHORS, DATES, GROUNDS, NoSuchProfile, as_value, of_value, own_profile
from models.circulation.profiles import (
    CAPITAL,
    CIRCULATION,
    COMPILATION,
    SUBMISSION,
    Authors,
    Dates,
    Profile,
    Sort,
    UnknownProfile,
    profile,
    row_in_words,
)

OURS = own_profile(
    "Our  mission", CIRCULATION, authors=Authors.ONE, signs="Mission of A", dates=Dates.CHOSEN, day="2025-11-17"
)


def every_one() -> list[Profile]:
    """All that can be made, by what is chosen from each ground."""
    made = []
    for ground, authors, dates, (notes, labels, mark, comments, properties, rsid, custom) in product(
        GROUNDS, Authors, Dates, product((False, True), repeat=7)
    ):
        try:
            made.append(
                own_profile(
                    "P", ground, authors=authors, signs="A", dates=dates, day="2025-11-17", notes=notes, labels=labels,
                    draft_mark=mark, comments=comments, properties=properties, revision_ids=rsid, custom_xml=custom,
                )
            )  # fmt: skip
        except NoSuchProfile:
            continue
    return made


def test_none_claims_less_than_leaves() -> None:
    made = every_one()
    assert len(set(made)) == 2 * len(AUTHORS) * len(DATES) * 4 + 128
    for one in made:
        assert one.traces is (one.made_from == "capital")
        assert one.traces or not (one.comments or one.properties or one.revision_ids or one.custom_xml)
        if one.traces:  # then the file is full of them
            assert (one.authors, one.dates, one.deletions) == (CAPITAL.authors, CAPITAL.dates, CAPITAL.deletions)
        else:
            assert not one.notes
            assert one.author("France") in {"Adref", "A", "France"}


def test_one_is_kept_and_read_again() -> None:
    for one in every_one():
        assert of_value(json.loads(json.dumps(as_value(one)))) == one


@pytest.mark.parametrize(
    "otherwise",
    [
        {"made_from": "delegation"},
        {"made_from": None},
        {"authors": "AS_THEY_ARE"},
        {"authors": "everybody"},
        {"dates": "LATER"},
        {"day": "soon"},
        {"notes": True},
        {"notes": 1},
        {"name": "capital"},
        {"name": ""},
        {"made_from": "capital"},
    ],
)
def test_what_none_could_be_made_from_is_none(otherwise: dict[str, Any]) -> None:
    assert of_value(as_value(OURS) | otherwise) is None
    assert of_value(as_value(OURS) | {"comments": True, "properties": True}) == OURS


@pytest.mark.parametrize("value", [None, [], "Our mission", {}])
def test_what_is_no_profile_is_none(value: object) -> None:
    assert of_value(value) is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the profile a name"),
        ("a" * 41, "Give the profile a name"),
        ("a\x07", "Give the profile a name"),
        ("Capital", "already"),
        ("my own copy", "already"),
        ("OWN", "already"),
        ("our Mission", "already"),
    ],
)
def test_a_name_that_cannot_be(name: str, sentence: str) -> None:
    with pytest.raises(NoSuchProfile, match=sentence):
        own_profile(name, CIRCULATION, others=(OURS,))


def test_what_is_not_the_grounds_to_choose() -> None:
    for ground, chosen in ((CAPITAL, {"authors": Authors.NOBODY}), (CAPITAL, {"dates": Dates.NONE}),
                           (SUBMISSION, {"notes": True}), (COMPILATION, {})):  # fmt: skip
        with pytest.raises(NoSuchProfile):
            own_profile("Ours", ground, **chosen)  # type: ignore[arg-type]


def test_who_is_named_and_when() -> None:
    assert (OURS.name, OURS.author("France"), OURS.author(None, "Kenya")) == ("Our mission", "Mission of A", "Kenya")
    assert OURS.date("2025-01-01") == "2025-11-17T00:00:00Z"
    assert OURS.date("2025-01-01", "none") is None
    own_day = own_profile("Ours", SUBMISSION, dates=Dates.REAL)
    assert own_day.date("2025-01-01") == "2025-01-01T00:00:00Z"


def test_it_is_found_by_its_name_and_an_unknown_one_is_told_with_the_names_there_are() -> None:
    assert profile("our MISSION", (OURS,)) is OURS
    assert profile("circulation", (OURS,)) is CIRCULATION
    with pytest.raises(UnknownProfile, match=r"submission.*capital, “Our mission”\.$"):
        profile("press", (OURS,))


def test_it_is_said_in_words() -> None:
    assert OURS.says == OURS.told_of(Sort.TRACKED) == "Yours: by “Mission of A”, of 2025-11-17"
    assert row_in_words(OURS)[:3] == (
        "Author: “Mission of A”, or as you say",
        "Date: 2025-11-17, or as you say",
        "Tracked deletions: against the base",
    )
    assert row_in_words(CAPITAL)[3].startswith("Kept: comments, private notes")
    assert row_in_words(own_profile("Ours", CAPITAL, notes=False))[4] == "Not kept: private notes"
    less = own_profile("Ours", CAPITAL, comments=False, properties=False)
    assert row_in_words(less)[4] == "Not kept: comments, the file’s properties"
    assert less.says == "Yours: everything but comments and properties, with notes"
    bare = own_profile("Ours", CAPITAL, comments=False, revision_ids=False, custom_xml=False)
    assert row_in_words(bare)[4] == "Not kept: comments, marks of editing sessions, custom data"
    assert bare.says == "Yours: everything but comments, session marks and custom data, with notes"
    chosen = ("comments", "properties", "revision_ids", "custom_xml")
    before = {key: value for key, value in as_value(less).items() if key not in chosen}
    assert of_value(before) == own_profile("Ours", CAPITAL)
    assert of_value(as_value(less)) == less
