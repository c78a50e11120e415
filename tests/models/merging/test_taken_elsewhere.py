"""What one side deleted and the other has under another heading is asked, whichever of the two is called moved."""

from __future__ import annotations

import pytest

from models.merging import merge
from tests.models.merging.test_sections import BASE, DONORS, FOLLOW_UP, MEANS, SEIZED, SYSTEMS, WATER, text

TAKEN = [
    ("over the next heading", (MEANS, WATER, SYSTEMS, DONORS, FOLLOW_UP, SEIZED), DONORS),
    ("under the next heading", (MEANS, WATER, FOLLOW_UP, SYSTEMS, DONORS, SEIZED), SYSTEMS),
    ("over the first heading", (WATER, MEANS, SYSTEMS, FOLLOW_UP, DONORS, SEIZED), WATER),
    ("the heading to the end", (MEANS, WATER, SYSTEMS, DONORS, SEIZED, FOLLOW_UP), DONORS),
]

STAYED = [
    ("the heading was struck", (MEANS, WATER, SYSTEMS, DONORS, SEIZED), DONORS),
    ("the heading was reworded", (MEANS, WATER, SYSTEMS, "Review and monitoring", DONORS, SEIZED), DONORS),
    ("a heading was put in", (MEANS, "Monitoring", WATER, SYSTEMS, FOLLOW_UP, DONORS, SEIZED), WATER),
]


def without(*gone: str) -> tuple[str, ...]:
    return tuple(line for line in BASE if line not in gone)


@pytest.mark.parametrize(("name", "taken", "line"), TAKEN, ids=[name for name, *_ in TAKEN])
def test_what_was_taken_under_another_heading_and_deleted_is_asked(
    name: str, taken: tuple[str, ...], line: str
) -> None:
    base, mover, deleter = text(*BASE), text(*taken), text(*without(line))
    one, two = merge(base, mover, deleter), merge(base, deleter, mover)
    assert [(each.kind, each.base, each.ours, each.theirs) for each in one.conflicts] == [("deleted", line, line, "")]
    assert [(each.kind, each.base, each.ours, each.theirs) for each in two.conflicts] == [("deleted", line, "", line)]


@pytest.mark.parametrize(("name", "left", "line"), STAYED, ids=[name for name, *_ in STAYED])
def test_a_heading_that_came_or_went_takes_nothing_elsewhere(name: str, left: tuple[str, ...], line: str) -> None:
    found = merge(text(*BASE), text(*left), text(*without(line)))
    assert not found.conflicts
    assert line not in [one.text for one in found.draft.paragraphs]
