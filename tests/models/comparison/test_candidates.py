"""The ranking a person chooses from when pairing by hand."""

from __future__ import annotations

from models.comparison.candidates import candidates
from tests.models.comparison.small_drafts import draft

OLD = draft("1. Requests the Bureau to publish maps of ocean currents;", "2. Welcomes the offer of the host.")
NEW = draft(
    "1. Welcomes the kind offer of the host country;",
    "2. Requests the Bureau to publish maps of rivers;",
    "",
    "3. Requests the Bureau to publish maps of ocean currents.",
)


def test_the_likeliest_come_first() -> None:
    found = candidates(OLD, NEW, 0)
    assert [one.position for one in found][:2] == [3, 1]
    assert found[0].likeness == found[0].similarity == 1
    assert 0 < found[1].similarity < 1
    assert all(one.position != 2 for one in found)


def test_the_other_way_and_not_more_than_asked() -> None:
    assert [one.position for one in candidates(OLD, NEW, 0, of_new=True, most=1)] == [1]
