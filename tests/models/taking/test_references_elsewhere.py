"""References of what is taken: where they lead elsewhere than in their draft it is told, once."""

from __future__ import annotations

import pytest

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.editing.working import WorkingText
from models.taking.into_working import plan, take
from models.taking.known_places import taken
from tests.models.comparison.small_drafts import draft
from tests.models.taking.test_into_working import HERE
from tests.models.taking.test_one_by_one import whole

WATER, FUND, BANKS, ENDS = (
    "*Requests* a report on drinking water in rural areas;",
    "*Establishes* a trust fund for national monitoring systems;",
    "*Invites* banks to lend to the countries named in paragraph {};",
    "*Decides* to remain seized of the matter.",
)
OLD = draft(f"1. {WATER}", f"2. {BANKS.format(1)}", f"3. {ENDS}")
NEW = draft(f"1. {FUND}", f"2. {WATER}", f"3. {BANKS.format(2)}", f"4. {ENDS}")
CITING = "*Calls upon* donors to finance the fund established in paragraph 1;"
WITH_ALL = draft(f"1. {FUND}", f"2. {WATER}", f"3. {CITING}", f"4. {BANKS.format(2)}", f"5. {ENDS}")

MISSING = "OP2 says “paragraph 1”, which is not in this text"


def number_of(comparison: Comparison, label: str) -> int:
    return next(n for n, change in enumerate(comparison.changes) if change.new_labels == (label,))


@pytest.mark.parametrize(
    ("new", "asked", "told"),
    [
        (NEW, ("OP1", "OP3"), ("OP3 says “paragraph 1”, which is OP2 here", "")),
        (NEW, ("OP3", "OP1"), ("OP2 says “paragraph 2”, which is OP1 here", "")),
        (WITH_ALL, ("OP3", "OP1"), (MISSING, "OP4 says “paragraph 1”, which is OP2 here")),
        (WITH_ALL, ("OP1", "OP3"), ("OP3 says “paragraph 1”, which is OP2 here", "")),
    ],
)
def test_a_reference_that_leads_elsewhere_is_told_when_it_begins_to(
    new: Draft, asked: tuple[str, ...], told: tuple[str, ...]
) -> None:
    comparison = compare(OLD, new)
    working = WorkingText(OLD)
    for label, sentence in zip(asked, told, strict=True):
        take(working, plan(working, comparison, {number_of(comparison, label): None}), "Take", HERE)
        assert working.undo_list.last is not None
        assert working.undo_list.last.told == sentence


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
def test_in_the_end_nothing_is_left_to_tell(refused: bool) -> None:
    comparison = compare(OLD, WITH_ALL)
    working = WorkingText(WITH_ALL if refused else OLD)
    asked = dict.fromkeys(n for n, change in enumerate(comparison.changes) if change.weight is not None)
    take(working, plan(working, comparison, asked, refused=refused), "Take", HERE)
    assert working.undo_list.last is not None
    assert working.undo_list.last.told == ""
    assert whole(working.draft()) == whole(OLD if refused else WITH_ALL)


EXCHANGED = draft(f"1. {FUND}", f"2. {WATER}", f"3. {BANKS.format(1)}", f"4. {ENDS}")
"""OP3 says "paragraph 1", which is another one in the draft where the first two stand the other way round."""
CHANGED_PLACES = draft(f"1. {WATER}", f"2. {FUND}", f"3. {BANKS.format(1)}", f"4. {ENDS}")


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
def test_what_reads_the_same_in_both_drafts_counts_as_neither_taken_nor_refused_by_itself(refused: bool) -> None:
    comparison = compare(EXCHANGED, CHANGED_PLACES)
    follow = {n for n, change in enumerate(comparison.changes) if change.weight is not None and not change.moved}
    assert {comparison.changes[n].reasons for n in follow} == {("renumbered",), ("reference",)}
    for number in follow:
        working = WorkingText(CHANGED_PLACES if refused else EXCHANGED)
        found = plan(working, comparison, {number: None}, refused=refused)
        assert found.told.endswith("what differs follows from other paragraphs")
        take(working, found, "Take", HERE)
        assert taken(working, comparison) & follow == (follow if refused else set())


def test_a_reference_is_taken_with_what_it_leads_to() -> None:
    comparison = compare(EXCHANGED, CHANGED_PLACES)
    moved = next(n for n, change in enumerate(comparison.changes) if change.moved)
    working = WorkingText(EXCHANGED)
    take(working, plan(working, comparison, {moved: None}), "Take", HERE)
    assert taken(working, comparison) == {n for n, one in enumerate(comparison.changes) if one.weight is not None}
