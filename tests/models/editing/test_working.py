"""The working text itself: steps, undo, numbers and marks as the draft has them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels
from models.editing.edit import Selection
from models.editing.working import WorkingText

BASE = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolutions,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"), Run(footnote=2)), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests a report."), Run(footnote=1)), number="2"),
    ),
    (Footnote(1, "1", (Run("Resolution 1."),)), Footnote(2, "2", (Run("Resolution 2."),))),
)


def test_untouched_it_is_its_base() -> None:
    working = WorkingText(BASE)
    assert working.draft() == BASE
    assert not working.changed


_NUMBERS = ("(a)", "(c)", "b)", "b) bis", "(أ)", "(د)", "б)", "（二）", "㈢", "(2)", "•")
_ITEM = st.builds(
    Paragraph, st.just(Kind.SUBPARAGRAPH), level=st.integers(1, 3), number=st.none() | st.sampled_from(_NUMBERS)
)
_HEAD = st.sampled_from(
    [
        Paragraph(kind, number=number)
        for kind in (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SECTION)
        for number in (None, "3")
    ]
)


@given(st.lists(st.one_of(_ITEM, _ITEM, _HEAD), max_size=12), st.data())
def test_labels_are_those_of_the_draft_whichever_items_have_no_number(
    items: list[Paragraph], data: st.DataObject
) -> None:
    working = WorkingText(Draft(tuple(items)))
    for _ in range(4):
        assert [working.label(at) for at in range(len(working.entries))] == list(labels(working.draft()))
        at = data.draw(st.integers(0, len(working.entries)))
        with working.step("Put", Selection.at(at)) as step:
            # What is not printed has in the draft what the count gives it.
            new = step.new(data.draw(_ITEM), printed=data.draw(st.booleans()))
            step.replace(at, min(at + data.draw(st.integers(0, 1)), len(working.entries)), [new])


def test_numbers_labels_and_marks_follow_and_come_back() -> None:
    working = WorkingText(BASE)
    seen = []
    working.listeners.append(seen.append)
    with working.step("Delete", Selection.at(2)) as step:
        step.replace(1, 3, [])
        step.replace(1, 1, [step.new(Paragraph(Kind.OPERATIVE, (Run("Urges all;"),)))])
    assert [working.label(at) for at in range(3)] == [None, "OP1", "OP2"]
    assert working.draft().footnotes == (BASE.footnotes[0],)
    assert working.changed
    working.undo()
    assert working.draft() == BASE
    assert not working.changed
    working.redo()
    assert [p.number for p in working.draft().paragraphs] == [None, "1", "2"]
    assert len(seen) == 3


def test_what_goes_wrong_half_way_leaves_nothing() -> None:
    working = WorkingText(BASE)

    def break_off() -> None:
        with working.step("Break", Selection()) as step:
            step.replace(0, 2, [])
            step.set_note(1, None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert working.draft() == BASE
    assert working.undo() is None


def test_typing_that_goes_on_is_one_step() -> None:
    working = WorkingText(BASE)
    for at, letter in enumerate("now"):
        entry = working.entries[2]
        runs = (Run("Decides to meet" + "now"[: at + 1] + ";"), Run(footnote=2))
        with working.step(letter, Selection.at(2, 15 + at), joins="typing") as step:
            step.put(2, entry.with_runs(runs))
            step.caret(2, 16 + at)
    assert working.undo_list.steps == 1
    working.undo()
    assert working.draft() == BASE


def test_numbers_of_a_long_text_are_those_of_the_draft() -> None:
    paragraph = BASE.paragraphs[3]
    long = Draft(tuple(replace(paragraph, runs=(Run("Asks;"),), number=str(n + 1)) for n in range(700)))
    working = WorkingText(long)
    assert working.label(699) == "OP700"
    with working.step("Delete", Selection.at(300)) as step:
        step.replace(300, 301, [])
    assert [working.label(at) for at in range(699)] == list(labels(working.draft()))
    with working.step("Section", Selection.at(10)) as step:
        step.replace(10, 10, [step.new(Paragraph(Kind.SECTION, (Run("Finance"),)))])
        step.replace(400, 400, [step.new(Paragraph(Kind.SECTION, (Run("Staff"),)))])
    assert [working.label(at) for at in range(701)] == list(labels(working.draft()))
    assert [working.number(at) for at in range(701)] == [p.number for p in working.draft().paragraphs]


def test_a_paragraph_put_in_its_new_place_before_it_leaves_the_old_one_is_still_touched() -> None:
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run("One."),)), Paragraph(Kind.TEXT, (Run("Two."),)))))
    reworded = working.entries[0].with_runs((Run("First."),))
    with working.step("Reword and move", Selection()) as step:
        step.replace(2, 2, [reworded])
        step.replace(0, 1, [])
    assert working.touched == {0: reworded}
    with working.step("Back", Selection()) as step:
        step.replace(0, 0, [working.original[0]])
        step.replace(2, 3, [])
    assert working.touched == {}
    assert not working.changed
