"""Where drafts of a graph lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.dossier.lanes import lanes, line_through


def test_a_line() -> None:
    laid = lanes([("c", ("b",)), ("b", ("a",)), ("a", ())])
    assert laid.lane == (0, 0, 0)
    assert laid.count == 1
    assert [(s.upper, s.lower, s.via) for s in laid.strands] == [(0, 1, 0), (1, 2, 0)]


def test_two_returned_files_beside_the_main_line() -> None:
    laid = lanes([("comp", ("rev", "a", "b")), ("b", ("rev",)), ("a", ("rev",)), ("rev", ())])
    assert laid.lane[0] == laid.lane[3] == 0
    assert sorted((laid.lane[1], laid.lane[2])) == [1, 2]
    assert laid.count == 3


def test_lanes_are_used_again() -> None:
    drafts = [("m2", ("m1", "b")), ("b", ("m1",)), ("m1", ("m0", "a")), ("a", ("m0",)), ("m0", ())]
    laid = lanes(drafts)
    assert (laid.lane[1], laid.lane[3]) == (1, 1)


def test_a_missing_parent_is_left_out() -> None:
    assert lanes([("b", ("gone",))]).strands == ()


def test_of_a_line_are_no_drafts_beside_it() -> None:
    drafts = [("rev", ("l",)), ("a", ("l",)), ("l", ()), ("alone", ())]
    assert line_through("rev", drafts) == line_through("l", drafts) == {"rev", "l"}
    assert line_through("a", drafts) == {"a", "l"}
    assert line_through("alone", drafts) == {"alone"}


@st.composite
def graphs(draw: st.DrawFn) -> list[tuple[str, tuple[str, ...]]]:
    """Graphs newest first: parents come from what is older."""
    size = draw(st.integers(0, 14))
    oldest_first = []
    for at in range(size):
        parents = draw(st.lists(st.integers(0, at - 1), max_size=3, unique=True)) if at else []
        oldest_first.append((str(at), tuple(str(parent) for parent in parents)))
    return oldest_first[::-1]


@given(graphs())
def test_no_two_strands_and_no_draft_share_a_place(drafts: list[tuple[str, tuple[str, ...]]]) -> None:
    laid = lanes(drafts)
    assert len(laid.strands) == sum(len(parents) for _, parents in drafts)
    for strand in laid.strands:
        assert strand.upper < strand.lower
        for row in range(strand.upper + 1, strand.lower):
            # A strand that goes past a draft goes past it in another lane.
            assert laid.lane[row] != strand.via
