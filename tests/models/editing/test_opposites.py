"""What one key does, the opposite key takes back: end punctuation is on, and no place is special."""

from __future__ import annotations

from contextlib import suppress

import pytest

from models.draft import Draft, Kind
from models.editing import structure
from models.editing.acts.levels import NoDeeper
from models.editing.edit import Selection
from models.editing.marks.leaving import leave
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
    with suppress(NoDeeper):
        structure.deeper(made, Selection.at(position))
    assert made.undo_list.last is not None or position == 3
    if made.undo_list.last is not None:
        structure.shallower(made, made.undo_list.last.after)
    assert [(p.kind, p.level, p.text) for p in made.draft().paragraphs] == [
        (p.kind, p.level, p.text) for p in before.paragraphs
    ]


INTRODUCES = """
E The General Assembly,
O _Requests_ the report;
O _Decides_ to adopt the following text:
T All States shall act.
C{0.0.0} Word
C{0.0.1} Figure
T They shall do so now.
O _Urges_ all States:
1 To eat the following:
T Bread.
1 To drink;
O _Decides_ to remain seized of the matter.
"""


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
@pytest.mark.parametrize("position", [1, 2, 7, 8, 11])
def test_what_a_colon_introduces_goes_along_and_comes_back(position: int, by: int) -> None:
    made, _ = working(INTRODUCES, punctuates=True)
    before = made.draft()
    structure.move(made, Selection.at(position), by)
    texts = [entry.text.removesuffix(" and").rstrip(";.") for entry in made.entries]
    at = texts.index("Decides to adopt the following text:")
    assert texts[at + 1 : at + 5] == ["All States shall act", "Word", "Figure", "They shall do so now"]
    assert texts[texts.index("To eat the following:") + 1] == "Bread"
    if abs(by) == 1 and made.undo_list.last is not None:
        structure.move(made, made.undo_list.last.after, -by)
        assert told(made) == told_of(before)
    while made.undo_list.steps:
        made.undo()
    assert made.draft() == before


def test_the_text_itself_goes_and_its_colon_waits_for_it() -> None:
    made, _ = working(INTRODUCES, punctuates=True)
    before = made.draft()
    structure.move(made, Selection.at(6), 1)
    structure.move(made, made.undo_list.last.after if made.undo_list.last else Selection(), -1)
    assert told(made) == told_of(before)


def test_a_colon_stays_before_a_quotation_that_is_yet_to_be_written() -> None:
    made, _ = working("E Organ,\nO Requests y;\nO _Decides_ to adopt the following text:", punctuates=True)
    structure.new_paragraph(made, Selection.at(2, made.entries[2].length))
    structure.shallower(made, Selection.at(3))
    structure.set_kind(made, Selection.at(3), Kind.QUOTE)
    structure.insert_text(made, Selection.at(3), "“All States shall act.”")
    assert made.entries[2].text == "Decides to adopt the following text:"


def test_a_colon_before_what_introduces_nothing_goes_once_that_is_written() -> None:
    made, _ = working("E Organ,\nO Requests y;\nO _Decides_ to adopt the following text:", punctuates=True)
    structure.new_paragraph(made, Selection.at(2, made.entries[2].length))
    structure.shallower(made, Selection.at(3))
    structure.insert_text(made, Selection.at(3), "Urges all")
    leave(made, 3, Selection.at(0))
    assert [entry.text[-5:] for entry in made.entries[2:]] == ["text;", " all."]
