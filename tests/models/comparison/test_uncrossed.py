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
