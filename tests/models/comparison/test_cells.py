"""What stands in a cell belongs to its row and column, and a cell that was filled or emptied is substance."""

from __future__ import annotations

import pytest

from models.comparison.change import Pair
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import A, B, C, draft, tell


def table(*rows: str) -> Draft:
    """A draft with a table between two paragraphs: "Norway | 500 000 | " is a row whose last cell is empty."""
    cells = [
        Paragraph(Kind.TEXT, (Run(text),) if text else (), cell=(0, row, column))
        for row, line in enumerate(rows)
        for column, text in enumerate(line.split(" | "))
    ]
    before, after = draft("1. Decides that the limits are as follows:", "2. Decides to remain seized.").paragraphs
    return Draft((before, *cells, after))


YEARS = ("State | 2026 | 2027", "Norway | 500 000 | ", "Chile |  | 600 000")


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (YEARS, (YEARS[0], "Norway |  | 500 000", YEARS[2]), ["5 > 5", "6 > 6"]),
        (("Yes | No", "x | "), ("Yes | No", " | x"), ["3 > 3", "4 > 4"]),
        (("Norway | (a)", "Chile | (b)"), ("Norway | (b)", "Chile | (a)"), ["2 > 2", "4 > 4"]),
        (("Norway | 5", "Chile | "), ("Norway | ", "Chile | 5"), ["2 > 2", "4 > 4"]),
        (("Item | 5.",), ("Item | 6.",), ["2 > 2"]),
    ],
)
def test_what_goes_to_another_row_or_column_is_substance(
    old: tuple[str, ...], new: tuple[str, ...], changed: list[str]
) -> None:
    comparison = compare(table(*old), table(*new))
    told = [change for change in comparison.changes if change.weight]
    assert [f"{change.old[0]} > {change.new[0]}" for change in told] == changed
    assert {(change.kind, change.weight) for change in told} == {("reworded", "substance")}


def test_heads_that_change_places_change_what_stands_below_them() -> None:
    comparison = compare(table("2026 | 2027", "yes | no"), table("2027 | 2026", "yes | no"))
    assert {3, 4} <= {at for change in comparison.changes if change.weight == "substance" for at in change.old}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (YEARS, (*YEARS[:2], "Peru | 7 | 8", YEARS[2])),  # a row more
        (("State | 2027", "Norway | 5"), ("State | 2026 | 2027", "Norway | 4 | 5")),  # a column more
        # Rows that are headed alike.
        ((f"Norway | {A}", f"Norway | {B}"), (f"Norway | {C}", f"Norway | {A}", f"Norway | {B}")),
    ],
)
def test_a_row_or_a_column_more_is_no_other_place(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    kinds = {tell(change) for change in compare(table(*old), table(*new)).changes if change.weight}
    assert all(kind.startswith("inserted") for kind in kinds)


COUNTRIES = ("Country | Amount | Year", "Iraq | 130 | 2025", "Iran | 270 | 2031", "Oman | 130 | 2026", "Togo |  | 2025")
_, IRAQ, IRAN, OMAN, TOGO = COUNTRIES


@pytest.mark.parametrize(
    ("rows", "moved", "changed"),
    [
        ((IRAN, OMAN, TOGO, IRAQ), [IRAQ], []),
        ((OMAN, IRAN, IRAQ, TOGO), [OMAN, IRAN], []),  # the first and the third changed places
        ((IRAN, OMAN, TOGO, "Iraq | 131 | 2025"), [IRAQ], ["reworded 130 > 131"]),
        (("Iraq | 1 | 2024", IRAQ, IRAN, OMAN, TOGO), [], ["inserted > Iraq", "inserted > 1", "inserted > 2024"]),
        (("Iraq | 130 | 2024", IRAQ, IRAN, OMAN, TOGO), [], ["inserted > Iraq", "inserted > 130", "inserted > 2024"]),
        ((IRAQ, OMAN, TOGO), [], ["deleted Iran >", "deleted 270 >", "deleted 2031 >"]),
        (("Iraq | 270 | 2025", "Iran | 130 | 2031", OMAN, TOGO), [], ["reworded 130 > 270", "reworded 270 > 130"]),
    ],
)
def test_a_row_is_one_wherever_it_stands(rows: tuple[str, ...], moved: list[str], changed: list[str]) -> None:
    old, new = table(*COUNTRIES), table(COUNTRIES[0], *rows)
    found = compare(old, new).changes
    went = [old.paragraphs[change.old[0]].text for change in found if change.moved]
    assert went == [cell for row in moved for cell in row.split(" | ")]
    ends = [
        (
            change.kind,
            *(old.paragraphs[at].text for at in change.old),
            ">",
            *(new.paragraphs[at].text for at in change.new),
        )
        for change in found
        if change.kind != "unchanged"
    ]
    assert [" ".join(end) for end in ends] == changed


def test_the_same_row_of_which_another_was_taken_out_above_is_paired_with_itself() -> None:
    old = table("Norway | text | 2020 | ", "Norway | yes |  | 2026", "Peru | text | text | 2026")
    new = table("Norway | yes |  | 2026", "Peru | text | text | 2026")
    found = compare(old, new).changes
    assert [change.old for change in found if change.kind == "deleted"] == [(1,), (2,), (3,), (4,)]
    assert not any(change.moved for change in found)


def test_the_words_of_a_row_that_is_only_counted_stay_together() -> None:
    comparison = compare(table(f"1 | {A}", f"2 | {B}"), table(f"1 | {A}", f"2 | {C}", f"3 | {B}"))
    changed = [(change.kind, change.old, change.new) for change in comparison.changes if change.weight]
    assert changed == [("inserted", (), (3,)), ("inserted", (), (4,)), ("reworded", (3,), (5,))]


def test_a_pair_of_cells_made_by_hand_stays() -> None:
    old, new = table("Yes | No", "x | "), table("Yes | No", " | x")
    comparison = compare(old, new, [Pair(3, 4, binding=True)])
    assert any((change.old, change.new) == ((3,), (4,)) for change in comparison.changes)


def test_lines_of_the_masthead_belong_together_wherever_their_table_has_them() -> None:
    lines = ("United Nations", "A/C.2/58/L.37", "General Assembly", "Distr.: Limited")
    old, new = (
        Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(text),), cell=cell) for text, cell in zip(lines, cells, strict=True)))
        for cells in (
            [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)],
            [(0, 0, 0), (0, 0, 2), (0, 1, 1), (0, 2, 0)],
        )
    )
    assert all(change.weight is None for change in compare(old, new).changes)


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("4 | Disarmament | 14.0 | 14.6", "5 | Peacekeeping operations | 51.2 | 53.0"),  # “14.0” is like “53.0”
        ("Disarmament | 101.4 | 30.1", "Public information | 180.4 | 48.6"),
        ("Legal affairs | 44.6 | 57.0", "Women | 135.6 | 166.0"),
    ],
)
def test_numbers_that_are_alike_make_no_row_of_another(gone: str, come: str) -> None:
    above, below = "Total | of all | 300.0 | 302.1", "Trade | and development | 72.5 | 70.3"
    changes = compare(table(above, gone, below), table(above, come, below)).changes
    assert [(change.kind, change.old, change.new) for change in changes if change.weight] == [
        *(("deleted", (at,), ()) for at in range(5, 5 + gone.count("|") + 1)),
        *(("inserted", (), (at,)) for at in range(5, 5 + come.count("|") + 1)),
    ]


def test_a_row_of_numbers_alone_with_other_numbers_is_that_row() -> None:
    changes = compare(table("2025 | 14.0", "Norway | 14.6"), table("2026 | 15.0", "Norway | 14.9")).changes
    assert [(change.kind, change.old, change.new) for change in changes if change.weight] == [
        ("reworded", (1,), (1,)),
        ("reworded", (2,), (2,)),
        ("reworded", (4,), (4,)),
    ]


def test_a_row_with_nothing_in_it_stays_where_empty_lines_above_the_table_go() -> None:
    above, line, gone, empty, below = (
        Paragraph(Kind.TEXT, (Run(text),) if text else ()) for text in ("A line", "End", "x", "", "")
    )
    cells = [
        Paragraph(Kind.TEXT, (Run(text),) if text else (), cell=(0, row, column))
        for row, texts in enumerate((("", ""), ("75% inside table", "")))
        for column, text in enumerate(texts)
    ]
    old, new = Draft((above, gone, empty, *cells, below, line)), Draft((above, *cells, below, line))
    changes = [change for change in compare(old, new).changes if change.kind != "unchanged"]
    assert [(change.kind, change.old) for change in changes] == [("deleted", (1,)), ("deleted", (3,))]
