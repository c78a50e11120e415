"""What the filters of a comparison show, what its folds hide and what is copied of it; tables by their rows."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.reading.text import read_text
from models.taking.into_working import plan, take
from models.taking.outcome import HasAlready
from models.telling.sorts import Sort, Weight
from models.telling.summary import summary
from tests.models.taking.parted_drafts import two_drafts
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.chosen import Part, shown_changes
from widgets.compare.changes.folds import fold_words
from widgets.compare.changes.marked_changes import changes_as_html, changes_as_plain

BASE = [("State", "Share", "Remarks"), ("Chile", "12.5", "host of the meeting"), ("Peru", "13.5", "guest at it"),
        ("Norway", "14.0", ""), ("Chad", "2.0", "observer at the meeting")]  # fmt: skip
OPERATIVE = "1. Welcomes the convening of the conference on rivers and lakes;"


def _with_table(*rows: tuple[str, ...]) -> Draft:
    table = "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ("---",) * len(rows[0]), *rows[1:]))
    text = f"The General Assembly,\n\n{OPERATIVE}\n\n{table}\n\n2. Encourages the sector to invest in early warning."
    return read_text(text).draft


@pytest.mark.parametrize(
    "rows",
    [
        [*BASE[:2], ("Peru", "13.5", ""), *BASE[3:]],
        [*BASE[:3], ("Norway", "[14.0]", "observer and guest"), BASE[4]],
        [BASE[0], ("Chad", "3.0", "observer at the meeting"), *BASE[1:4]],
        [*BASE[:2], *BASE[3:], ("Mali", "1.0", "new here")],
        [(*row, str(at)) for at, row in enumerate(BASE)],
        [(row[0], row[2], row[1]) for row in BASE],
        [row[:2] for row in BASE],
    ],
)
def test_the_filters_show_what_is_counted_and_the_folds_hide_the_rest(rows: list[tuple[str, ...]]) -> None:
    for one, two in ((BASE, rows), (rows, BASE)):
        made = Arrangement(compare(_with_table(*one), _with_table(*two)))
        add_up(made)
        assert len(made.changes(Shown(operative=True))) == made.weights[Weight.SUBSTANCE]


def add_up(made: Arrangement) -> None:
    """The three counts are the head's sum, those of the sorts are all of substance, and each filter shows its count."""
    assert made.total == sum(count for weight, count in made.weights.items() if weight is not Weight.MASTHEAD)
    assert made.total == sum(count for _, count in made.counted.heads)
    assert sum(made.sorts().values()) == made.weights[Weight.SUBSTANCE] == len(made.changes_of_substance)
    for operative in (False, True):
        for sort, count in made.sorts_had(operative=operative).items():
            shown = Shown(sorts=frozenset({sort}), operative=operative)
            assert len(made.changes(shown)) == count >= made.sorts(operative=operative).get(sort, 0)
            folds_hide_the_rest(made, shown, count)
    assert len(made.changes(Shown(sorts=frozenset(Sort)))) == made.weights[Weight.SUBSTANCE]


def folds_hide_the_rest(made: Arrangement, shown: Shown, count: int) -> None:
    told = [fold_words(made, range(row.first, row.end))[1] for row in made.rows(shown, ()) if row.fold]
    counted = [re.match(r"(\d+) changed", words) for words in told]
    hidden = sum(int(found[1]) for found in counted if found)
    seen = [at for row in made.rows(shown, ()) if not row.fold for at in range(row.first, row.end)]
    assert set(made.changes(shown)) <= set(seen)
    # A row that is seen is seen whole: a column that is new may begin in it.
    beside = set(made.changes_of_substance).intersection(seen)
    assert hidden + len(beside) == made.weights[Weight.SUBSTANCE]
    if all(len(made.tables.row(at)) == 1 for at in beside):
        assert len(beside) == count


@settings(max_examples=40, deadline=None)
@example(370)  # a column that came, whose first cell is empty and begins in a row that is folded
@given(st.integers(0, 10**9))
def test_the_counts_add_up_whatever_differs_and_whatever_of_it_is_taken(seed: int) -> None:
    old, new = two_drafts(seed)
    comparison, chance = compare(old, new), Random(seed)
    add_up(Arrangement(comparison))
    working = WorkingText(old)
    for number, change in enumerate(comparison.changes):
        if change.weight is not None and chance.random() < 0.4:
            with suppress(HasAlready):
                take(working, plan(working, comparison, {number: None}), "Take", Selection())
    for pair in ((working.draft(), new), (old, working.draft())):
        add_up(Arrangement(compare(*pair)))


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("“Each State shall pay.”", "“Each State may pay.”", 1),
        ("A. Finance for development", "A. Trade and debt", 1),
        ("Annex\n\nTerms\n\n1. The Board shall meet.", "Annex\n\nTerms\n\n1. The Board may meet.", 0),
    ],
)  # fmt: skip
def test_the_operative_part_has_what_stands_among_its_paragraphs(old: str, new: str, count: int) -> None:
    one, two = (
        read_text(
            f"The General Assembly,\n\n1. Adopts the following text:\n\n{text}\n\n2. Decides to meet again."
        ).draft
        for text in (old, new)
    )
    made = Arrangement(compare(one, two))
    assert made.weights[Weight.SUBSTANCE] == 1
    assert len(made.changes(Shown(operative=True))) == count


def test_a_bracket_alone_on_a_line_is_counted_as_it_is_told() -> None:
    one, two = (
        read_text(f"The General Assembly,\n\n{OPERATIVE}\n\n{line}2. Decides to meet again.").draft
        for line in ("", "[\n\n")
    )
    for made in (compare(one, two), compare(two, one)):
        assert Arrangement(made).sorts() == {Sort.BRACKETS: 1}
        assert summary(made) == "No paragraph changed in substance. Only brackets changed in one paragraph."


def test_a_row_of_a_table_is_copied_as_one() -> None:
    rows = [BASE[0], ("Chad", "3.0", "observer at the meeting"), *BASE[1:4]]
    comparison = compare(_with_table(*BASE), _with_table(*rows))
    part = Part(comparison, tuple(shown_changes(Arrangement(comparison), Shown())), "the old", "the new")
    plain = changes_as_plain([part])
    assert plain.startswith("From the old to the new\n\nRow “Chad”, moved\nChad | [-2.0-] {+3.0+} | observer")
    assert changes_as_html([part]).count("<b>Row “Chad”, moved</b>") == 1
