"""What was taken into a text, refused in its comparison with the draft it was begun on: it is that draft again."""

from __future__ import annotations

import pytest

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.dossier.descent.lines import settled
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.lineage import edges
from models.editing.working import WorkingText
from models.lineage import Known
from models.taking.into_working import plan, take
from tests.models.comparison.small_drafts import draft

HERE = Selection.at(0, 0)
ONE = "1. *Takes note* of the report of the Secretary-General on the work of the fund in the least developed countries;"
TWO = "2. *Calls upon* all States to take part in the work of the Committee and to report on measures taken;"
OTHER = "2. *Requests* the Secretary-General to report to it at its sixtieth session;"
LAST = "3. *Decides* to meet in 2005."
BOTH = f"{ONE[:-1]} and{TWO[2:].replace(' *Calls upon*', ' calls upon')}"
HALVES = (
    "2. *Calls upon* all States to take part in the work of the Committee;",
    "3. *Calls upon* them to report on measures taken;",
)
THREE = draft(ONE, TWO, LAST)
OTHERS = {
    "deleted": draft(ONE, LAST),
    "merged": draft(BOTH, LAST),
    "split": draft(ONE, *HALVES, LAST),
    "moved": draft(TWO, ONE, LAST),
    "deleted and new": draft(ONE, OTHER, LAST),
}


def compared(working: WorkingText) -> Comparison:
    """The draft a text was begun on with the text as it is, as the window compares them."""
    now = working.draft()
    return settled(Known(edges(working)), working.base, now).compared(working.base, now)


def put_in(working: WorkingText, comparison: Comparison, *, refused: bool) -> None:
    every = {number: None for number, change in enumerate(comparison.changes) if change.weight == "substance"}
    take(working, plan(working, comparison, every, refused=refused), "Refuse" if refused else "Take", HERE)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_was_taken_is_refused_against_the_base(other: Draft, turned: bool) -> None:
    base, other = (other, THREE) if turned else (THREE, other)
    working = WorkingText(base)
    put_in(working, compare(base, other), refused=False)
    assert compared(working).differs
    put_in(working, compared(working), refused=True)
    assert [one.text for one in working.draft().paragraphs] == [one.text for one in base.paragraphs]
    assert [entry.came_from for entry in working.entries] == [(at,) for at in range(len(base.paragraphs))]
    assert not compared(working).differs
