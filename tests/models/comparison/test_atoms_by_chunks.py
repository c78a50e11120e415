"""Atoms found by what stands between the spaces of a text are those that its pattern finds in all of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.words.atoms import _PLAIN_ATOM, atoms
from models.comparison.words.tokens import taken_apart
from tests.timed import soon

WORDS = [
    "19",
    "1",
    "1er",
    "2024",
    "(2000).",
    "(2000),",
    "de",
    "December",
    "mai.",
    "janvier",
    "décembre",
    "57/270",
    "B,",
    "A",
    "(III)",
    "(XXX);",
    "1325",
    "S/RES/1325",
    "года",
    "the",
    "States’",
    "1,000",
    "$5",
    ",",
    ";",
    "()",
    "(a)",
    "(iv)",
    "resolution(s)",
    "http://x.org/a_b",
    "«mot»",
    "“quoted”",
    "217",
    "2°",
    "½",
    "—",
    "a-b",
    "_",
    "x_y",
    "12.",
    "\n",
    ".5",
    "-.5",
    "3°",
    "31′",
    "N",
    "h",
    "10",
    "a.m.,",
    "10.30",
    "(a)–(c)",
    "≥5",
    "(sub)regional",
    "6(2)(b)",
    "May",
    "5€",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map(" ".join) | st.text(
    "19 /aA(I)deMay\t\n", max_size=30
)


@given(texts)
def test_they_are_those_of_the_whole_text(text: str) -> None:
    assert atoms(text).pieces == taken_apart(_PLAIN_ATOM, text).pieces


@pytest.mark.parametrize("part", ["1:", "10:", "A.-", "a.+", "a'-", "字", "5^", "1.1", "°", "((a)(b)"])
@pytest.mark.parametrize("end", ["", "é字"])
def test_a_part_that_repeats_without_a_space_takes_no_time(part: str, end: str) -> None:
    text = part * 8_000 + end
    atoms(end)  # the pattern is made
    assert "".join(soon(lambda: atoms(text), 2).pieces) == text
