"""Many changes in one paragraph: what lies over each piece is found in one pass."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.proposals import returned
from models.proposals.returned import read_returned
from models.proposals.woven.sweep import Sweep
from models.reading.reading import CannotRead
from models.word.read import read_word
from models.word.reading.limits import Most
from tests.models.word.word_xml import BY, d, dele, docx, ins, p, t
from tests.timed import cost

PLACES = st.integers(0, 12)
STRETCHES = st.lists(st.tuples(PLACES, PLACES).map(lambda one: (min(one), max(one))), max_size=8)


@given(STRETCHES, st.lists(PLACES, min_size=2, max_size=6).map(sorted))
def test_what_lies_over_each_piece(stretches: list[tuple[int, int]], edges: list[int]) -> None:
    sweep = Sweep(stretches)
    for first, last in itertools.pairwise(edges):
        assert sweep.over(first, last) == [
            n for n, (start, end) in enumerate(stretches) if start <= first and last <= end
        ]
        assert sweep.within(first, last) == sorted({e for one in stretches for e in one if first < e < last})


def test_changes_of_one_paragraph_take_time_by_their_count() -> None:
    def took(count: int, runs: int) -> float:
        data = docx(p("".join(ins(t("a "), BY) + t("b ") + dele(d("c "), BY) for _ in range(count))))
        return cost(lambda: read_returned(data), runs)

    assert took(2400, 1) < 24 * took(300, 3)


def test_a_file_of_too_many_changes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned, "MOST_TOLD_APART", Most(3, 7))
    few, many = (docx(p(ins(t("a "), BY) + t("b ")) * count) for count in (3, 4))
    assert len(read_returned(few).proposals) == 3
    assert len(read_word(many).revisions) == 4
    with pytest.raises(CannotRead, match="4 tracked changes, more than the 3"):
        read_returned(many)
    assert len(read_returned(docx(p(ins(t("a "), BY) + t("b ")) * 3 + p("Ends."))).proposals) == 3
    with pytest.raises(CannotRead, match="3 tracked changes in 5 paragraphs"):
        read_returned(docx(p(ins(t("a "), BY) + t("b ")) * 3 + p("Ends.") * 2))
