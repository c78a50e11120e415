"""The search for dead rings is held up while comparisons are made, and is then as it was."""

from __future__ import annotations

import gc

import pytest

from models.comparison.compare import compare
from models.draft.unsearched import unsearched
from tests.models.comparison.small_drafts import draft

ONE, TWO = draft("1. Decides to meet;", "2. Urges States;"), draft("1. Decides to meet soon;")


class Cancelled(Exception):
    """Raised by who no longer waits."""


def cancel(_share: float) -> None:
    assert not gc.isenabled()
    raise Cancelled


def test_a_comparison_leaves_the_search_as_it_was() -> None:
    compare(ONE, TWO)
    assert gc.isenabled()
    with pytest.raises(Cancelled):
        compare(ONE, TWO, progress=cancel)
    assert gc.isenabled()


def test_the_last_to_leave_gives_it_back() -> None:
    with unsearched():
        with unsearched():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_not_looked_through_right_after() -> None:
    with unsearched():
        made = [[number] for number in range(5_000)]
    assert len(gc.get_objects(0)) + len(gc.get_objects(1)) < len(made)


def test_who_had_no_search_before_has_none_after() -> None:
    gc.disable()
    try:
        compare(ONE, TWO)
        assert not gc.isenabled()
    finally:
        gc.enable()
