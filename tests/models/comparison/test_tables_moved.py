"""Tables as wholes: one that went elsewhere, and how rows and tables are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Paragraph
from models.telling.summary import summary
from tests.models.comparison.small_drafts import A, B, C, draft

TABLE = (("Year", "Amount", "Donor"), ("2024", "100", "France"), ("2025", "200", "Japan"), ("2026", "300", "Kenya"))
Rows = tuple[tuple[str, ...], ...]


def _with(*parts: str | Rows) -> Draft:
    found: list[Paragraph] = []
    table = -1
    for part in parts:
        if isinstance(part, str):
            found += draft(part).paragraphs
            continue
        table += 1
        for row, cells in enumerate(part):
            for column, text in enumerate(cells):
                found += [replace(one, cell=(table, row, column)) for one in draft(text).paragraphs]
    return replace(draft(), paragraphs=tuple(found))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((f"1. {A};", TABLE, f"2. {B};", f"3. {C};"), (f"1. {A};", f"2. {B};", f"3. {C};", TABLE)),
        ((f"1. {A};", f"2. {B};", f"3. {C};", TABLE), (f"1. {A};", TABLE, f"2. {B};", f"3. {C};")),
    ],
)
def test_a_table_that_went_elsewhere_is_one_move(old: tuple[str | Rows, ...], new: tuple[str | Rows, ...]) -> None:
    found = compare(_with(*old), _with(*new))
    assert {change.kind for change in found.changes} == {"unchanged"}
    assert {change.old[0] for change in found.changes if change.moved} == {
        at for at, paragraph in enumerate(found.old.paragraphs) if paragraph.cell
    }
    assert summary(found) == "The table “Year” moved."


def test_a_table_that_went_elsewhere_and_was_edited_is_known_again() -> None:
    edited = (*TABLE[:2], ("2025", "250", "Japan"), *TABLE[3:])
    found = compare(_with(f"1. {A};", TABLE, f"2. {B};"), _with(f"1. {A};", f"2. {B};", edited))
    assert [change.words for change in found.changes if change.kind == "reworded"] == [
        (("delete", "200"), ("insert", "250")),
    ]
    assert not [change for change in found.changes if change.kind in ("inserted", "deleted")]


def test_another_table_elsewhere_is_another_one() -> None:
    other = (("Name", "Seat"), ("Ann", "Rome"), ("Bob", "Oslo"), ("Cid", "Lima"))
    found = compare(_with(f"1. {A};", TABLE, f"2. {B};"), _with(f"1. {A};", f"2. {B};", other))
    assert not any(change.moved for change in found.changes)
    assert summary(found) == "The table “Year” is gone and the table “Name” is new."


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (TABLE[:2] + TABLE[3:], "The row “2025” is gone."),
        ((*TABLE, ("2027", "400", "Chile")), "The row “2027” is new."),
        ((*TABLE, *((str(year), "9", "Peru") for year in (2031, 2032, 2033))), "Three rows are new."),
        ((*TABLE[:3], ("2026", "350", "Kenya")), "The row “2026”, “Amount”, changed."),
        (tuple((*row[:1], "7", *row[2:]) if row[0] != "Year" else row for row in TABLE), "Three rows changed."),
    ],
)
def test_rows_are_told_as_rows(rows: Rows, told: str) -> None:
    assert summary(compare(_with(f"1. {A};", TABLE, f"2. {B};"), _with(f"1. {A};", rows, f"2. {B};"))) == told
    both = compare(_with(f"1. {A};", TABLE, f"2. {B};"), _with(f"1. {A};", rows, f"2. {C};"))
    assert told in summary(both)
