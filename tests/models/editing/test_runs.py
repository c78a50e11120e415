"""Places in runs, and where two strings part, against the plain way to find them."""

from __future__ import annotations

from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Kind, Paragraph, Run
from models.editing.acts.letters import marks_at
from models.editing.edit import Entry
from models.editing.runs import cut, length, offset_of, same_start

LETTERS = st.text("ab𝄞 ", max_size=12)
RUNS = st.lists(
    st.one_of(
        st.builds(Run, LETTERS.filter(bool), st.booleans(), st.booleans(), st.booleans()),
        st.builds(lambda note: Run(footnote=note), st.integers(1, 3)),
    ),
    max_size=5,
).map(tuple)


@given(LETTERS, LETTERS, LETTERS)
def test_strings_part_where_they_differ(start: str, one: str, two: str) -> None:
    one, two = start + one, start + two
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))
    assert same_start(one, two) == len(list(alike))


@given(RUNS, st.data())
def test_note_marks_before_a_place_are_no_letters(runs: tuple[Run, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, length(runs)))
    assert offset_of(runs, place) == sum(len(run.text) for run in cut(runs, 0, place))


@given(RUNS, st.data())
def test_bold_and_underline_go_on_from_the_letter_before(runs: tuple[Run, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, length(runs)))
    before = [run for run in cut(runs, 0, place) if run.footnote is None]
    after = [run for run in cut(runs, place) if run.footnote is None]
    letter = before[-1] if before else after[0] if after and not place else Run()
    found = marks_at([Entry(0, Paragraph(Kind.TEXT, runs))], 0, place)
    assert (found["bold"], found["underline"]) == (letter.bold, letter.underline)
    assert found["italic"] == letter.italic, "there is no opening in these words"


@pytest.mark.parametrize(("place", "italic"), [(4, True), (9, False), (10, False), (0, False)])
def test_the_italics_of_an_opening_begin_and_end_with_it(place: int, italic: bool) -> None:
    runs = (Run("Recalling", italic=True), Run(" that"))
    assert marks_at([Entry(0, Paragraph(Kind.PREAMBULAR, runs))], 0, place)["italic"] == italic
