"""What an act on all of a text costs grows as the text does, and no faster."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.acts import bracketing, put_back
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.timed import cost

FEW, MANY = 250, 1_000
MOST = 2.2 * MANY / FEW
"""Times as much; what grows with the square of the text would take sixteen."""


@cache
def draft(count: int) -> Draft:
    """A preamble, operative paragraphs, items, and paragraphs of text."""
    kinds = (Kind.OPERATIVE, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBPARAGRAPH, Kind.TEXT)
    paragraphs = []
    for at in range(count):
        kind = Kind.PREAMBULAR if at < 8 else kinds[at % len(kinds)]
        runs = (Run("Encourages", italic=True), Run(f" Governments to act on item {at};"))
        paragraphs.append(Paragraph(kind, runs, 1 if kind is Kind.SUBPARAGRAPH else 0))
    return Draft(tuple(paragraphs))


def all_of(working: WorkingText) -> Selection:
    last = len(working.entries) - 1
    return Selection(Caret(0, 0), Caret(last, working.entries[last].length))


def half_of(working: WorkingText) -> Selection:
    return Selection(Caret(11, 0), Caret(len(working.entries) // 2, 1))


def made_bold_and_put_back(working: WorkingText) -> None:
    structure.toggle_mark(working, all_of(working), "bold")
    put_back.put_back(working, all_of(working))


ACTS: dict[str, Callable[[WorkingText], object]] = {
    **{
        f"all made {kind.value}": lambda text, kind=kind: structure.set_kind(text, all_of(text), kind)  # type: ignore[misc]
        for kind in (Kind.TEXT, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    },
    "bold and put back": made_bold_and_put_back,
    "deeper": lambda text: structure.deeper(text, half_of(text)),
    "up": lambda text: structure.shallower(text, all_of(text)),
    "moved": lambda text: structure.move(text, half_of(text), 1),
    "pasted": lambda text: structure.insert_paragraphs(text, Selection.at(9), text.base.paragraphs),
    "half deleted": lambda text: structure.delete(text, half_of(text)),
    "bracketed": lambda text: bracketing.bracket(text, all_of(text)),
}


def least(act: Callable[[WorkingText], object], count: int) -> float:
    """The processor's time of an act in a text of so many paragraphs, of two times the shorter one."""
    took, base = [], draft(count)
    for _ in range(2):
        working = WorkingText(base)
        took.append(cost(partial(act, working), runs=1))
        assert working.undo_list.steps
    return min(took)


@pytest.mark.parametrize("name", ACTS)
def test_it_costs_as_much_for_each_paragraph(name: str) -> None:
    # What is quick in any case is none to wait for.
    assert least(ACTS[name], MANY) < MOST * max(least(ACTS[name], FEW), 0.003)
