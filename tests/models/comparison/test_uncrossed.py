"""Paragraphs of one boilerplate are known by the few words that are their own, though all were edited alike."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from tests.models.comparison.small_drafts import draft

ASKS = "{}. Requests the Secretary-General to submit to the General Assembly at its {} session a report on the {};"
RIVERS, FORESTS, OCEANS = (
    "protection of rivers and lakes",
    "sustainable management of forests",
    "conservation of oceans",
)
MOUNTAINS = "development of mountain regions"


def asked(session: str, *topics: str) -> tuple[str, ...]:
    return tuple(ASKS.format(number, session, topic) for number, topic in enumerate(topics, 1))


@pytest.mark.parametrize(
    ("olds", "news", "partners"),
    [
        ((RIVERS, FORESTS), (FORESTS, RIVERS), {0: 1, 1: 0}),
        ((RIVERS, FORESTS, OCEANS), (OCEANS, RIVERS, FORESTS), {0: 1, 1: 2, 2: 0}),
        # What is left by the others has its place: the report on forests is one on mountains now.
        ((RIVERS, FORESTS, OCEANS), (OCEANS, RIVERS, MOUNTAINS), {0: 1, 1: 2, 2: 0}),
        ((RIVERS, FORESTS), (RIVERS, FORESTS), {0: 0, 1: 1}),
    ],
)
def test_requests_that_changed_places_find_their_own(
    olds: tuple[str, ...], news: tuple[str, ...], partners: dict[int, int]
) -> None:
    comparison = compare(draft(*asked("sixtieth", *olds)), draft(*asked("sixty-first", *news)))
    assert {change.old[0]: change.new[0] for change in comparison.changes if change.old and change.new} == partners


def test_the_next_session_is_no_topic() -> None:
    old = draft(ASKS.format(1, "eightieth", "water"), ASKS.format(2, "eighty-first", "air"))
    new = draft(ASKS.format(1, "eighty-first", "water"), ASKS.format(2, "eighty-second", "air"))
    assert [(change.old, change.new) for change in compare(old, new).changes] == [((0,), (0,)), ((1,), (1,))]


def test_nothing_is_lost_where_a_hand_parts_what_the_others_left() -> None:
    old, new = (asked("sixtieth", RIVERS, FORESTS, OCEANS), asked("sixty-first", OCEANS, RIVERS, MOUNTAINS))
    comparison = compare(draft(*old), draft(*new), apart=[(1, 2)])
    assert sorted(at for change in comparison.changes for at in change.old) == [0, 1, 2]
    assert sorted(at for change in comparison.changes for at in change.new) == [0, 1, 2]
    assert not any((change.old, change.new) == ((1,), (2,)) for change in comparison.changes)
