"""Any sequence of acts, undos and redos leaves a sound text, and goes back and forth exactly."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft
from models.editing.working import WorkingText
from tests.models.editing.random_acts import run, there_and_back
from tests.models.editing.tiny_drafts import working

TEXT = """
M Draft resolution
E _The General Assembly_,
P _Recalling_ its resolutions,^1
P{PP1 bis} _Noting_ reports,^2
O _Decides_:
1 To meet;
2 In May;
2 In June;
1{b)} To eat;
O{3 bis} _Requests_ a report,^1 namely:
Q “A report”
S Finance
O _Urges_ all;
S Staff
O{2} _Notes_ that;
O _Welcomes_ this.
C{0.0.0} Year
C{0.0.1} Money
C{0.1.0} 2026
C{0.1.1} 5
A Annex
T We agree.
"""


@pytest.mark.parametrize("punctuates", [True, False])
@settings(max_examples=25, deadline=None)
@given(chance=st.randoms(use_true_random=False), steps=st.integers(1, 25))
def test_any_acts_leave_a_sound_text(punctuates: bool, chance: random.Random, steps: int) -> None:
    made, _ = working(TEXT, punctuates=punctuates)
    run(made, chance, steps)
    there_and_back(made)


@settings(max_examples=30, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_any_acts_in_an_empty_text(chance: random.Random) -> None:
    made = WorkingText(Draft())
    run(made, chance, 20)
    there_and_back(made)
