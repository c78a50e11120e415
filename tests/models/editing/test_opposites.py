"""What one key does, the opposite key takes back: end punctuation is on, and no place is special."""

from __future__ import annotations

import pytest

from models.draft import Draft
from models.editing import structure
from models.editing.edit import Selection
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import working

TEXT = """
E The General Assembly,
P _Recalling_ its resolution 1,
P _Noting_ the report,
O _Decides_ to act;^1
O _Requests_ the Secretary-General to:
1 Eat;
1 Drink:
2 Water;
O _Decides_ to remain seized of the matter.
"""


def places() -> list[tuple[int, int]]:
    made, _ = working(TEXT)
    return [(at, place) for at, entry in enumerate(made.entries) for place in range(entry.length + 1)]


def told(made: WorkingText) -> list[tuple[object, ...]]:
    """All but italics: Enter inside an opening ends it there."""
    return told_of(made.draft())


def told_of(draft: Draft) -> list[tuple[object, ...]]:
    return [(p.kind, p.level, p.number, p.text, p.footnotes) for p in draft.paragraphs]


def text() -> WorkingText:
    return working(TEXT, punctuates=True)[0]


@pytest.mark.parametrize(("position", "place"), places())
def test_enter_and_backspace_are_nothing(position: int, place: int) -> None:
    made = text()
    before = made.draft()
    structure.new_paragraph(made, Selection.at(position, place))
    structure.delete_back(made, made.undo_list.last.after if made.undo_list.last else Selection())
    assert told(made) == told_of(before)
    made.undo()
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize("position", range(3, 9))
def test_up_and_down_are_nothing(position: int) -> None:
    made = text()
    before = made.draft()
    steps = made.undo_list.steps
    structure.move(made, Selection.at(position), -1)
    if made.undo_list.steps == steps or made.undo_list.last is None:
        return  # nowhere to go
    structure.move(made, made.undo_list.last.after, 1)
    assert [p.text for p in made.draft().paragraphs] == [p.text for p in before.paragraphs]


@pytest.mark.parametrize("position", [3, 6, 8])
def test_tab_and_shift_tab_are_nothing(position: int) -> None:
    made = text()
    before = made.draft()
    structure.deeper(made, Selection.at(position))
    assert made.undo_list.last is not None or position == 3
    if made.undo_list.last is not None:
        structure.shallower(made, made.undo_list.last.after)
    assert [(p.kind, p.level, p.text) for p in made.draft().paragraphs] == [
        (p.kind, p.level, p.text) for p in before.paragraphs
    ]
