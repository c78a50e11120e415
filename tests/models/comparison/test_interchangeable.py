"""Paragraphs of equal text have not moved because another one moved past them."""

from __future__ import annotations

import pytest

from models.comparison.change import Pair
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import A, B, draft

HELD = "[Placeholder for text to be provided]"


def _numbered(*texts: str) -> Draft:
    return draft(*(f"{at}. {text};" for at, text in enumerate(texts, 1)))


def _moved(old: Draft, new: Draft) -> list[str]:
    return [old.paragraphs[change.old[0]].text for change in compare(old, new).changes if change.moved]


@pytest.mark.parametrize("count", [2, 3, 5, 50])
@pytest.mark.parametrize("left", [0, 1])
def test_one_that_moved_among_equals_is_one_move(count: int, left: int) -> None:
    old = _numbered(*[HELD] * count, A, *[HELD] * count)
    new = _numbered(*[HELD] * left, A, *[HELD] * (2 * count - left))
    assert len(_moved(old, new)) == 1
    assert count - left < 2 or _moved(old, new) == [f"{A};"]
    found = compare(old, new)
    assert sorted(at for change in found.changes for at in change.old) == list(range(2 * count + 1))
    assert all(change.old and change.new for change in found.changes)


def test_equals_of_another_kind_keep_their_partners() -> None:
    old = draft("1. Act:", f"(a) {HELD};", f"(b) {HELD};", f"2. {HELD};", f"3. {A};", f"4. {HELD};")
    new = draft("1. Act:", f"(a) {HELD};", f"2. {A};", f"3. {HELD};", f"(a) {HELD};", f"4. {HELD};")
    found = compare(old, new)
    assert all(change.old and change.new for change in found.changes)


def test_what_a_hand_paired_stays_paired() -> None:
    old, new = _numbered(HELD, HELD, HELD, A), _numbered(HELD, A, HELD, HELD)
    assert _moved(old, new) == [f"{A};"]
    kept = compare(old, new, [Pair(0, 3)])
    assert next(change for change in kept.changes if change.old == (0,)).new == (3,)


def test_blocks_that_take_turns_are_one_move() -> None:
    assert len(_moved(_numbered(*[A, B] * 20), _numbered(*[B, A] * 20))) == 1


REPORT = "Requests the Secretary-General to submit a report on the implementation of the present resolution"
FUNDS, SHIPS = f"{REPORT} and on its funds", f"{REPORT} and on its funds and ships"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([A, REPORT, B, FUNDS], [A, FUNDS, B, SHIPS]),
        ([A, SHIPS, B, FUNDS], [A, FUNDS, B, REPORT]),
        ([REPORT, A, FUNDS, B, SHIPS], [FUNDS, A, SHIPS, B, f"{SHIPS} and men"]),
        ([f"{REPORT} in 2024", f"{REPORT} in 2025"], [f"{REPORT} in 2025", f"{REPORT} in 2026"]),
    ],
)
def test_what_reads_like_its_neighbour_now_has_not_moved_where_that_reads_otherwise(
    old: list[str], new: list[str]
) -> None:
    found = compare(_numbered(*old), _numbered(*new))
    assert [(change.old, change.moved) for change in found.changes] == [((at,), False) for at in range(len(old))]
    assert [change.new for change in found.changes] == [(at,) for at in range(len(new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([A, REPORT, B, FUNDS], [A, FUNDS, B, REPORT]),
        ([A, f"{REPORT} and forests", B, FUNDS], [A, f"{FUNDS} and ships", B, f"{REPORT} and forests"]),
        ([A, f"{REPORT} in 2024", B, f"{REPORT} in 2025"], [A, f"{REPORT} in 2025", B, f"{REPORT} in 2024 and after"]),
        ([A, f"{REPORT} of 10 in 2026", B, f"{REPORT} of 20"], [A, f"{REPORT} of 20", B, f"{REPORT} of 10 in 2028"]),
    ],
)
def test_what_changed_places_with_its_neighbour_has_moved(old: list[str], new: list[str]) -> None:
    assert len(_moved(_numbered(*old), _numbered(*new))) == 2


def test_a_line_that_says_what_a_cell_does_may_have_been_that_cell() -> None:
    """Equals of which one stands in a cell keep their partners: those of the lines alone are in question."""
    cells = [("Item", (0, 0)), ("Budget", (0, 0)), ("", (1, 0)), (A, (1, 1))]
    old = _in_cells(*cells, (A, None), ("Item", None))
    new = _in_cells((A, None), ("Item", None), *cells[1:3])
    found = compare(old, new)
    assert sorted(at for change in found.changes for at in change.old) == [*range(6)]
    assert sorted(at for change in found.changes for at in change.new) == [*range(4)]


def _in_cells(*said: tuple[str, tuple[int, int] | None]) -> Draft:
    texts = [(Run(text),) if text else () for text, _ in said]
    cells = [None if cell is None else (0, *cell) for _, cell in said]
    return Draft(tuple(Paragraph(Kind.TEXT, runs, cell=cell) for runs, cell in zip(texts, cells, strict=True)))
