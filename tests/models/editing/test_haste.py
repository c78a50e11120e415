"""An act in haste is done at once, or leaves all as it was for somebody who has the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure
from models.editing.acts import set_numbers
from models.editing.edit import Selection
from models.editing.references.haste import TooManyFollow, in_haste
from models.editing.rehearsal import Rehearsal
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText

Act = Callable[[WorkingText], object]
_COUNT = 60


def _text(referring: int) -> WorkingText:
    """OPs with the last ones naming the first; "Decides" at place 3 has no kind yet, and a bare opening is at 4."""
    ops = [Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" action;"))) for _ in range(3)]
    typed = [Paragraph(Kind.TEXT, (Run("Decides "),)), Paragraph(Kind.OPERATIVE, (Run("Notes", italic=True),))]
    refers = (Run("Recalls", italic=True), Run(" paragraph 3 above;"))
    return WorkingText(Draft((*ops, *typed, *[Paragraph(Kind.OPERATIVE, refers)] * referring)))


_ACTS: dict[str, Act] = {
    "Enter": lambda text: structure.new_paragraph(text, Selection.at(0, text.entries[0].length)),
    "one of the last": lambda text: structure.new_paragraph(text, Selection.at(4, 0)),
    "moved": lambda text: structure.move(text, Selection.at(2, 0), -1),
    "deeper": lambda text: structure.deeper(text, Selection.at(1, 0)),
    "bis": lambda text: set_numbers.set_suffix(text, Selection.at(1, 0), "bis"),
    "typed": lambda text: recognise_typed(text, 3, 8, 7),
}


@pytest.mark.parametrize("name", _ACTS)
def test_where_very_many_refer_an_act_in_haste_leaves_all_as_it_was(name: str) -> None:
    text, at_leisure = _text(_COUNT), _text(_COUNT)
    before, heard = text.draft(), []
    text.listeners.append(heard.append)
    with pytest.raises(TooManyFollow):
        in_haste(_ACTS[name], text)
    assert (text.draft(), text.undo_list.steps, text.version, heard) == (before, 0, 0, [])
    rehearsal = Rehearsal(text)
    rehearsal.act(_ACTS[name])
    rehearsal.take()
    _ACTS[name](at_leisure)
    assert text.draft() == at_leisure.draft() != before
    assert [edit.words for edit in text.undo_list.done] == [edit.words for edit in at_leisure.undo_list.done]


@pytest.mark.parametrize("name", _ACTS)
def test_where_few_refer_an_act_in_haste_is_done(name: str) -> None:
    text, at_leisure = _text(3), _text(3)
    in_haste(_ACTS[name], text)
    _ACTS[name](at_leisure)
    assert text.draft() == at_leisure.draft()
    assert text.undo_list.steps


def test_what_stands_before_counts_for_little() -> None:
    text = _text(_COUNT)
    in_haste(lambda text: structure.new_paragraph(text, Selection.at(len(text.entries) - 1, 0)), text)
    assert text.undo_list.steps == 1
    many = _text(1_000)
    with pytest.raises(TooManyFollow):
        in_haste(lambda text: structure.new_paragraph(text, Selection.at(len(text.entries) - 1, 0)), many)


def test_only_the_first_step_is_in_haste() -> None:
    """What is done cannot be left undone; and an act on another text is not in haste, as on a copy."""
    text, other = _text(_COUNT), _text(_COUNT)

    def two(text: WorkingText) -> None:
        structure.toggle_mark(text, Selection.at(0, 0), "bold")
        structure.insert_text(text, Selection.at(0, 0), "x")
        _ACTS["deeper"](text)
        _ACTS["Enter"](other)

    in_haste(two, text)
    assert text.undo_list.steps == 2
    assert other.undo_list.steps == 1


def test_an_opening_put_right_is_seen_by_the_act_that_is_begun_again() -> None:
    """Enter behind a new paragraph that reads "Decides" gives it its kind first, and then divides it."""
    text = _text(_COUNT)
    structure.new_paragraph(text, Selection.at(2, text.entries[2].length))
    structure.set_kind(text, Selection.at(3, 0), Kind.TEXT)
    structure.insert_text(text, Selection.at(3, 0), "Decides")
    at_leisure = text.copy()

    def enter(text: WorkingText) -> None:
        structure.new_paragraph(text, Selection.at(3, 7))

    with pytest.raises(TooManyFollow):
        in_haste(enter, text)
    for one in (text, at_leisure):
        enter(one)
    assert text.draft() == at_leisure.draft()
    assert text.entries[3].paragraph.kind is Kind.OPERATIVE
    assert text.entries[3].paragraph.runs[0].italic
