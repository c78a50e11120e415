"""Several drafts in columns: rows are paragraphs that live on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Pair
from models.comparison.columns import Columns, in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import operative as draft

WORDS = (
    "Requests the Secretary-General to submit a report on migration",
    "Urges Member States to protect the rights of women and children",
    "Welcomes the outcome of the Madrid conference on ageing",
    "Decides to convene a high-level dialogue in New York",
    "Encourages donors to finance reforestation of drylands",
    "Calls upon shipping companies to reduce their emissions",
)


def columns(*drafts: Draft) -> Columns:
    return in_columns([compare(old, new) for old, new in pairwise(drafts)])


def shown(found: Columns) -> list[str]:
    """Each row as the first words of its cells; x is deleted here, . is nothing, = is as before."""
    lines = []
    for row, one in enumerate(found.rows):
        line = []
        for column, cell in enumerate(one.cells):
            changes = found.changes(row, column) if column else ()
            texts = [found.drafts[column].paragraphs[at].text.split()[0] for at in cell.positions]
            if changes and all(change.weight is None for change in changes):
                line.append("=")
            else:
                line.append("+".join(texts) or ("x" if changes else "."))
        lines.append(" ".join(line))
    return lines


def test_rows_follow_the_last_draft_and_what_is_gone_stands_behind_what_it_stood_behind() -> None:
    a, b, c, d, *_ = WORDS
    found = columns(draft(a, b, c), draft(a, c), draft(a, d, c))
    assert shown(found) == ["Requests = =", "Urges x .", ". . Decides", "Welcomes = ="]
    assert found.weights == (None, "substance", "substance", None)


def test_what_moved_is_one_row_where_it_stands_in_the_end() -> None:
    a, b, c, d, e, f = WORDS
    found = columns(draft(a, b, c, d, e, f), draft(b, c, d, e, f, a), draft(b, c, d, e, f, a))
    rows = shown(found)
    assert rows[-1].startswith("Requests")
    assert len(rows) == 6


def test_what_stood_behind_a_paragraph_that_moved_stays_behind() -> None:
    a, b, c, d, e, f = WORDS
    found = columns(draft(a, b, c, d, e), draft(b, d, e, a), draft(b, d, e, a, f))
    assert [row.split()[0] for row in shown(found)] == ["Urges", "Welcomes", "Decides", "Encourages", "Requests", "."]


def test_a_paragraph_that_comes_back_in_its_words_is_the_same_row() -> None:
    a, b, c, *_ = WORDS
    assert shown(columns(draft(a, b, c), draft(a, c), draft(a, b, c)))[1] == "Urges x Urges"


def test_splits_lie_in_one_row() -> None:
    a, b, c, d, *_ = WORDS
    found = columns(draft(a, f"{b}; and {c}", d), draft(a, b, c, d))
    assert "Urges Urges+Welcomes" in shown(found)
    later = columns(draft(a, f"{b}; and {c}", d), draft(a, b, c, d), draft(a, b, f"{c} and on migration", d))
    row = shown(later).index("Urges Urges+Welcomes Urges+Welcomes")
    assert [change.kind for change in later.changes(row, 2)] == ["unchanged", "reworded"]


def test_without_a_comparison_there_are_no_columns() -> None:
    with pytest.raises(ValueError, match="columns"):
        in_columns([])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=7), min_size=2, max_size=6))
def test_every_paragraph_of_every_draft_stands_in_exactly_one_cell(texts: list[list[str]]) -> None:
    found = columns(*(draft(*one) for one in texts))
    for column, one in enumerate(texts):
        at = [position for row in found.rows for position in row.cells[column].positions]
        assert sorted(at) == list(range(len(one)))
    for column in range(1, len(texts)):
        said = sorted(number for row in found.rows for number in row.cells[column].changes)
        assert said == list(range(len(found.comparisons[column - 1].changes)))


def cell(text: str, row: int) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(text),), cell=(0, row, 1))


def test_a_paragraph_that_comes_back_in_brackets_or_with_few_words_changed_is_the_same_row() -> None:
    a, b, c, *_ = WORDS
    assert shown(columns(draft(a, b, c), draft(a, c), draft(a, f"[{b}]", c)))[1] == "Urges x [Urges"
    long = "Decides to convene in 2026 in Geneva a high-level dialogue on the rights of all migrants and refugees"
    again = long.replace("2026", "2027")
    assert shown(columns(draft(a, long, c), draft(a, c), draft(a, again, c)))[1] == "Decides x Decides"


def test_a_figure_of_a_table_and_a_word_or_two_never_come_back() -> None:
    a, b, c, *_ = WORDS
    short = [draft(a, "Clean water;", b, c), draft(a, b, c), draft(a, b, c, "Clean water;")]
    stays = [f"{one.split()[0]} = =" for one in (a, b, c)]
    assert sorted(shown(columns(*short))) == sorted([*stays, "Clean x .", ". . Clean"])
    rest = (Paragraph(Kind.OPERATIVE, (Run(a),)),)
    in_table = [Draft((*rest, *cells)) for cells in ([cell("Chile and all of its neighbours", 0)], [])]
    back = Draft((*rest, cell("Chile and all of its neighbours", 0)))
    assert len(columns(*in_table, back).rows) == 3


def test_what_a_hand_keeps_apart_or_calls_new_is_another_row() -> None:
    a, b, c, *_ = WORDS
    drafts = draft(a, b, c), draft(a, c), draft(a, b, c)
    made = [compare(old, new) for old, new in pairwise(drafts)]
    for between, ends in (((0, 2), (1, 1)), ((1, 2), (None, 1)), ((0, 2), (None, 1)), ((0, 2), (1, None))):
        found = in_columns(made, lambda old, new, at=between, ends=ends: [ends] if (old, new) == at else [])
        assert len(found.rows) == 4, ends


CHAIR = "Notes the oral report of the Chair of the working group of the Second Committee"
EXPERTS = (
    "Requests the group to go on with its work on the report of the experts, taking into account the views of Member "
    "States, in the framework of a working group of the Second Committee"
)


def test_a_poor_pair_gives_way_to_what_came_back_unless_a_hand_made_it() -> None:
    _, b, c, *_ = WORDS
    drafts = draft(b, CHAIR, EXPERTS, c), draft(b, CHAIR, c), draft(b, EXPERTS.replace("taking", "also taking"), c)
    first, second = (compare(old, new) for old, new in pairwise(drafts))
    assert second.changes[1].kind == "reworded"
    assert shown(in_columns([first, second])) == ["Urges = =", "Notes = x", "Requests x Requests", "Welcomes = ="]
    by_hand = compare(drafts[1], drafts[2], [Pair(1, 1)])
    assert shown(in_columns([first, by_hand]))[1] == "Notes = Requests"
    new = in_columns([first, second], lambda old, new: [(None, 1)] if (old, new) == (0, 2) else [])
    assert new.comparisons[1] is second
