"""What a reader counts as one: paragraphs, and of tables rows, columns and whole ones."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.diff_text import comparison_text
from models.comparison.compare import compare
from models.draft import Draft
from models.forms.json_form import comparison_json
from models.forms.print_page import changes_printed
from models.telling.sorts import Weight, counted, counted_words
from models.telling.summary import summary
from tests.models.comparison.small_drafts import A, B, draft

Rows = tuple[tuple[str, ...], ...]
TABLE: Rows = (
    ("State", "2024", "2025"), ("Norway", "11", "12"), ("Peru", "21", "22"), ("Chad", "31", "32"), ("Fiji", "41", "42"),
)  # fmt: skip


def _with(rows: Rows, second: str = B) -> Draft:
    cells = [
        replace(paragraph, cell=(0, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        for paragraph in draft(text).paragraphs
    ]
    before, after = draft(f"1. {A};").paragraphs, draft(f"2. {second}.").paragraphs
    return replace(draft(), paragraphs=(*before, *cells, *after))


def _column(rows: Rows, at: int, texts: tuple[str, ...] = ()) -> Rows:
    """A table without a column, or with one more."""
    if not texts:
        return tuple(row[:at] + row[at + 1 :] for row in rows)
    return tuple((*row[:at], text, *row[at:]) for row, text in zip(rows, texts, strict=True))


@pytest.mark.parametrize(
    ("rows", "told", "count"),
    [
        (TABLE[:3] + TABLE[4:], "The row “Chad” is gone.", "2 paragraphs and 5 rows: 1 deleted, 6 unchanged"),
        (
            (*TABLE, ("Mali", "51", "52")),
            "The row “Mali” is new.",
            "2 paragraphs and 6 rows: 1 new, 7 unchanged",
        ),
        (
            _column(TABLE, 3, ("2026", "13", "23", "33", "43")),
            "The column “2026” is new.",
            "2 paragraphs, 5 rows and 1 column: 1 new, 7 unchanged",
        ),
        (
            _column(TABLE, 1),
            "The column “2024” is gone.",
            "2 paragraphs, 5 rows and 1 column: 1 deleted, 7 unchanged",
        ),
        (
            (TABLE[0], ("Norway", "11", "19"), ("Peru", "28", "29"), *TABLE[3:]),
            "The rows “Norway” and “Peru” changed.",
            "2 paragraphs and 5 rows: 2 reworded, 5 unchanged",
        ),
        (
            (TABLE[0], ("Norway", "11", "19"), *TABLE[2:]),
            "The row “Norway”, “2025”, changed.",
            "2 paragraphs and 5 rows: 1 reworded, 6 unchanged",
        ),
        ((), "The table “State” is gone.", "2 paragraphs and 1 table: 1 deleted, 2 unchanged"),
    ],
)  # fmt: skip
def test_tables_are_counted_as_they_are_seen(rows: Rows, told: str, count: str) -> None:
    found = compare(_with(TABLE), _with(rows))
    assert summary(found) == told
    assert counted_words(found).startswith(f"{count};")
    back = compare(_with(rows), _with(TABLE))
    assert counted(back).total == counted(found).total


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((TABLE[0], ("Norway", "11", "19"), *TABLE[2:]), "row “Norway”  reworded\n    Norway | 11 | [-12-]{+19+}\n"),
        (TABLE[:3] + TABLE[4:], "row “Chad”  deleted\n    [-Chad | 31 | 32-]\n"),
        (_column(TABLE, 1), "column “2024”  deleted\n    [-2024 | 11 | 21 | 31 | 41-]\n"),
    ],
)  # fmt: skip
def test_the_terminal_shows_a_row_as_a_row(rows: Rows, said: str) -> None:
    assert comparison_text(compare(_with(TABLE), _with(rows)), colours=False).startswith(said)


def test_paragraphs_and_tables_are_told_apart() -> None:
    found = compare(_with(TABLE), _with(TABLE[:3] + TABLE[4:], f"{B} by Monday"))
    assert summary(found) == "OP2 is reworded. The row “Chad” is gone."
    assert json.loads(comparison_json(found, "", ""))["tables"][3] == {
        "what": "row", "name": "Chad", "happened": "deleted", "changes": [10, 11, 12],
    }  # fmt: skip


def test_a_row_is_printed_whole_where_one_of_its_cells_is_asked_for() -> None:
    found = compare(_with(TABLE), _with((TABLE[0], ("Norway", "11", "19"), *TABLE[2:]), f"{B} by Monday"))
    (number,) = [at for at, change in enumerate(found.changes) if change.words == (("delete", "12"), ("insert", "19"))]
    page = changes_printed(found, only={number})
    assert "Norway" in page
    assert "by Monday" not in page
    assert "Here are 1 of the 2 changes." in page


_tables = st.lists(
    st.tuples(*[st.sampled_from(("", "Norway", "Peru", "1", "2"))] * 3), min_size=0, max_size=4, unique=True
).map(tuple)


@given(_tables, _tables)
@settings(max_examples=60, deadline=None)
def test_every_change_is_in_one_unit_and_counts_add_up(old: Rows, new: Rows) -> None:
    found = compare(_with(old), _with(new))
    assert sorted(number for unit in found.units for number in unit.changes) == list(range(len(found.changes)))
    numbers = counted(found)
    assert numbers.total == sum(count for _, count in numbers.heads) == sum(count for _, count in numbers.addends)
    assert sum(numbers.sorts.values()) == numbers.weights[Weight.SUBSTANCE]
    told = comparison_text(found, colours=False)
    shown = sum(any(found.changes[at].weight for at in unit.changes) for unit in found.units)
    if shown:
        assert len(told.split("\n\n")) == shown + 2
    assert (told == "Nothing differs.") == (not shown)
