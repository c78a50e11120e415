"""What is cut off from a paragraph continues it only where it holds words of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from models.editing import structure as acts
from models.editing.edit import Selection
from models.editing.lineage import edges
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import lines, selected, told, working


def _typed(made: WorkingText, here: Selection, words: str) -> Selection:
    for letter in words:
        acts.insert_text(made, here, letter)
        here = selected(made)
    return here


def _kinds(made: WorkingText) -> list[tuple[int, int, str]]:
    return [(edge.old, edge.new, edge.kind) for edge in edges(made)]


def _called(act: Callable[[], object]) -> Counter[str]:
    """The names of the functions that an act calls."""
    called: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _arg: object) -> None:
        called[frame.f_code.co_name] += event == "call"

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return called


@pytest.mark.parametrize(
    ("before", "typed", "after", "kinds"),
    [
        # Words before the old ones, some of which they share: the second part is the paragraph.
        ("O |Asks them to act.", "Urges them to go", "O Urges them to go\nO Asks them to act.", [(0, 1, "same")]),
        ("O |Asks them.", "Asks all", "O Asks all\nO Asks them.", [(0, 1, "same")]),
        ("O{3 bis} |Asks them.", "Urges all", "O Urges all\nO{3 bis} Asks them.", [(0, 1, "same")]),
        ("P |请秘书长提出报告", "敦促会员国报告", "P 敦促会员国报告\nP 请秘书长提出报告", [(0, 1, "same")]),
        # Also where they say all that the old ones do.
        (
            "P |Recalling its resolution 70/1,",
            "Recalling also its resolution 70/1, ",
            "P Recalling also its resolution 70/1,\nP Recalling its resolution 70/1,",
            [(0, 1, "same")],
        ),
        (
            "O |Urges States to act;",
            "Urges all Member States to act at once; ",
            "O Urges all Member States to act at once;\nO Urges States to act;",
            [(0, 1, "same")],
        ),
        (
            "O |Welcomes the report^1 of the Chair;",
            "Welcomes again the report of the Chair; ",
            "O Welcomes again the report of the Chair;\nO Welcomes the report^1 of the Chair;",
            [(0, 1, "same")],
        ),
        ("O |Urges them.", "Urges them.", "O Urges them.\nO Urges them.", [(0, 1, "same")]),
        # Words among the old ones are cut from them with what stands before.
        ("O Asks| them to act.", " all", "O Asks all\nO them to act.", [(0, 0, "split"), (0, 1, "split")]),
    ],
)
def test_words_before_a_paragraph_are_a_new_one(
    before: str, typed: str, after: str, kinds: list[tuple[int, int, str]]
) -> None:
    made, here = working(before)
    acts.new_paragraph(made, _typed(made, here, typed))
    assert (told(made), _kinds(made)) == (lines(after), kinds)
    while made.undo():
        pass
    assert not made.changed
    while made.redo():
        pass
    assert (told(made), _kinds(made)) == (lines(after), kinds)


@pytest.mark.parametrize("punctuates", [False, True])
def test_words_behind_a_paragraph_are_a_new_one(punctuates: bool) -> None:
    made, end = working("O Asks them to act|;\nO Decides to end.", punctuates=punctuates)
    _typed(made, end, " Urges them to go")
    acts.new_paragraph(made, end)
    assert [entry.text.strip(";") for entry in made.entries] == [
        "Asks them to act",
        "Urges them to go",
        "Decides to end.",
    ]
    assert _kinds(made) == [(0, 0, "same" if punctuates else "reworded"), (1, 2, "same")]


def test_a_key_waits_for_no_comparison_where_letters_were_only_written_into_a_paragraph() -> None:
    made, here = working("O Urges States |to act;\nO Asks.")
    _typed(made, here, "and all ")
    called = _called(lambda: acts.new_paragraph(made, Selection.at(0, 13)))
    assert (told(made)[:2], _kinds(made)[:2]) == (
        ["O Urges States", "O and all to act;"],
        [(0, 0, "split"), (0, 1, "split")],
    )
    assert called["parts_come_from"] == 1
    assert called["letters_kept"] == 0


def test_a_paragraph_that_ends_in_another_mark_for_where_it_stands_is_cut_without_a_comparison() -> None:
    made, _ = working("O Asks them to go;\nO Urges States to act.")
    made.punctuates = True
    acts.move(made, Selection.at(1), -1)
    assert told(made)[0] == "O Urges States to act;"
    called = _called(lambda: acts.new_paragraph(made, Selection.at(0, 12)))
    assert [one for one in _kinds(made) if one[0] == 1] == [(1, 0, "split"), (1, 1, "split")]
    assert (called["parts_come_from"], called["_letters_kept"]) == (1, 0)


def test_a_part_with_fewer_letters_than_are_left_of_the_paragraph_is_not_compared() -> None:
    made, _ = working("O Urges States to act at once;")
    acts.delete(made, Selection(Selection.at(0, 6).head, Selection.at(0, 13).head))
    called = _called(lambda: acts.new_paragraph(made, Selection.at(0, 2)))
    assert (told(made), _kinds(made)) == (["O Ur", "O ges to act at once;"], [(0, 0, "split"), (0, 1, "split")])
    assert called["letters_kept"] == 1  # in one word, "Urges"; with a space between its parts less can be left


def test_where_parts_lack_words_of_a_joined_paragraph_only_all_of_it_is_compared() -> None:
    made, _ = working("O Urges the States to act at once;\nO Encourages all of them to go;")
    acts.delete(made, Selection(Selection.at(0, 6).head, Selection.at(0, 10).head))
    acts.delete(made, Selection(Selection.at(1, 11).head, Selection.at(1, 15).head))
    acts.delete_back(made, Selection.at(1, 0))
    called = _called(lambda: acts.new_paragraph(made, Selection.at(0, 13)))
    assert _kinds(made) == [(0, 0, "split"), (0, 1, "merged"), (1, 1, "merged")]
    assert called["letters_kept"] <= 2  # once of each paragraph of the base


def test_of_a_paragraph_without_words_of_the_base_the_first_part_goes_on() -> None:
    made, here = working("O |Asks|.")
    acts.new_paragraph(made, _typed(made, _typed(made, here, "Urges all"), " to go").collapsed)
    assert _kinds(made) == [(0, 0, "reworded")]
    made, _ = working("O Asks.")
    here = _typed(made, Selection.at(0, 4), " all")
    acts.delete(made, Selection(Selection.at(0, 0).head, Selection.at(0, 5).head))
    acts.new_paragraph(made, Selection.at(0, 2))
    assert [(entry.text, entry.came_from) for entry in made.entries] == [("al", (0,)), ("l.", ())]


def test_what_was_typed_is_no_word_of_the_base_whatever_was_changed_since() -> None:
    made, _ = working("O Asks.\nO Urges States to act;\nO Calls.")
    _typed(made, Selection.at(1, 21), " now")
    here = _typed(made, Selection.at(1, 0), "Urges States to act at once; ")
    acts.new_paragraph(made, here)
    assert [(entry.text, entry.came_from) for entry in made.entries[1:3]] == [
        ("Urges States to act at once;", ()),
        ("Urges States to act; now", (1,)),
    ]
    # Joined and cut again, and taken elsewhere in between, they are what they were.
    acts.delete_on(made, Selection.at(1, made.entries[1].length))
    acts.move(made, Selection.at(1, 0), -1)
    _typed(made, Selection.at(0, 0), "He")
    place = made.entries[0].text.index("Urges States to act; now")
    acts.new_paragraph(made, Selection.at(0, place))
    assert [entry.came_from for entry in made.entries] == [(), (1,), (0,), (2,)]


def test_parts_of_what_was_joined_are_what_they_were() -> None:
    made, here = working("O Asks them to act;\nO |Urges them to go.")
    acts.delete_back(made, here)
    acts.new_paragraph(made, _typed(made, selected(made), " "))
    assert [entry.came_from for entry in made.entries] == [(0,), (1,)]


def test_a_new_paragraph_joined_to_an_old_one_is_the_old_one() -> None:
    made, here = working("O Asks;\nO |Urges them to go.")
    acts.new_paragraph(made, _typed(made, here, "Calls"))
    acts.delete_back(made, selected(made))
    acts.delete(made, Selection(Selection.at(1, 0).head, Selection.at(1, 5).head))
    assert told(made) == lines("O Asks;\nO Urges them to go.")
    assert not made.changed
