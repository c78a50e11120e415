"""A paragraph that is cut and put in elsewhere, dragged, or moved by keys: references read the same afterwards."""

from __future__ import annotations

from itertools import permutations

import pytest

from models.clipboard.own import from_own, to_own
from models.clipboard.paste import paste
from models.editing import structure as acts
from models.editing.acts.put_back import NothingToPutBack, put_back
from models.editing.acts.restoring import fitting
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.lineage import edges
from models.editing.pasted.copied import copied
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import lines, told, working

_COUNT = 6
_REFERENCES = (
    "paragraphs 1 to 3 above",
    "paragraphs 2 to 4 of the present resolution",
    "paragraphs 1, 2 and 3",
    "paragraph 2 above",
    "paragraph 6 below",
    "paragraphs 2 and 3 above",
    "paragraphs 5 and 6 below",
)


def _text(reference: str) -> WorkingText:
    words = ["One", "Two", "Three", f"Four, under {reference}", "Five", "Six"]
    return working("E Organ,\n" + "\n".join(f"O {one};" for one in words))[0]


def _cut(made: WorkingText, at: int, to: int) -> None:
    whole = Selection(Caret(at, 0), Caret(at + 1, 0)) if at < _COUNT else Selection(Caret(at - 1, 4), Caret(at, 99))
    whole = fitting(made, whole)
    found = copied(made, whole)
    own = to_own(found.paragraphs, found.footnotes, found.came_from, "here", partial=found.partial, extent=found.extent)
    acts.delete(made, whole)
    paste(made, fitting(made, Selection.at(to, 0)), from_own(own), "here")


def _read(made: WorkingText) -> tuple[list[str], list[int]]:
    return [line.strip(";.") for line in told(made)], sorted(to_look_at(made))


@pytest.mark.parametrize("reference", _REFERENCES)
@pytest.mark.parametrize(("at", "to"), list(permutations(range(1, _COUNT), 2)))
def test_all_roads_lead_to_the_same_words(reference: str, at: int, to: int) -> None:
    dragged, cut, keyed = _text(reference), _text(reference), _text(reference)
    acts.move_to(dragged, at, at, to if to < at else to + 1)
    _cut(cut, at, to)
    there_and_back(cut)
    if "present" in reference and _read(dragged)[1]:
        # A range that takes in its own paragraph is followed by its ends; where these cannot be said, it is marked.
        assert _read(cut)[1] == _read(dragged)[1]
        return
    assert _read(cut) == _read(dragged)
    if " to " in reference:
        return  # on its way by keys it may leave a range, which is told, and be none of it then
    step = 1 if to > at else -1
    for here in range(at, to, step):
        acts.move(keyed, Selection.at(here), step)
    assert _read(keyed) == _read(dragged)


@pytest.mark.parametrize("reference", _REFERENCES)
@pytest.mark.parametrize("shell", ["stays till then", "goes first"])
def test_the_words_of_a_paragraph_are_it_and_no_more_the_empty_one_they_leave(reference: str, shell: str) -> None:
    for at, to in permutations(range(1, _COUNT), 2):
        dragged, cut = _text(reference), _text(reference)
        acts.move_to(dragged, at, at, to if to < at else to + 1)
        _cut_words(cut, at, to, goes_first=shell == "goes first")
        there_and_back(cut)
        if not ("present" in reference and _read(dragged)[1]):
            assert _read(cut) == _read(dragged), (at, to)


def _cut_words(made: WorkingText, at: int, to: int, *, goes_first: bool) -> None:
    """A paragraph without its end, put in before or behind another; what it leaves goes before that, or at last."""
    stands = made.entries[to].key
    whole = Selection(Caret(at, 0), Caret(at, made.entries[at].length))
    found = copied(made, whole)
    own = to_own(found.paragraphs, found.footnotes, found.came_from, "here", partial=found.partial, extent=found.extent)
    acts.delete(made, whole)
    if goes_first:
        acts.delete_back(made, Selection.at(at, 0))
    place = [entry.key for entry in made.entries].index(stands)
    paste(made, Selection.at(place, made.entries[place].length if to > at else 0), from_own(own), "here")
    if not goes_first:
        acts.delete_back(made, Selection.at(next(i for i, one in enumerate(made.entries) if not one.length), 0))


def test_words_put_in_a_second_time_are_another_paragraph() -> None:
    made = _text("paragraph 2 above")
    whole = Selection(Caret(2, 0), Caret(2, made.entries[2].length))
    fragment = copied(made, whole)
    own = to_own(fragment.paragraphs, fragment.footnotes, fragment.came_from, "here", extent=fragment.extent)
    acts.delete(made, whole)
    paste(made, Selection.at(1, 0), from_own(own), "here")
    assert "under paragraph 1 above" in made.entries[5].text
    paste(made, Selection.at(1, 0), from_own(own), "here")
    assert "under paragraph 2 above" in made.entries[6].text
    assert len({entry.key for entry in made.entries}) == len(made.entries)
    there_and_back(made)


def test_words_that_join_others_are_meant_there() -> None:
    made = _text("paragraph 2 above")
    whole = Selection(Caret(2, 0), Caret(2, made.entries[2].length))
    found = copied(made, whole)
    own = to_own(found.paragraphs, found.footnotes, found.came_from, "here", partial=found.partial, extent=found.extent)
    acts.delete(made, whole)
    paste(made, Selection.at(3, 2), from_own(own), "here")
    assert "Two" in made.entries[3].text
    assert "under paragraph 3 above" in made.entries[4].text
    there_and_back(made)


def test_what_left_a_range_is_named_beside_it() -> None:
    made = working("E Organ,\nO a;\nO b;\nO c;\nO See paragraphs 1 to 3 above;\nO e.")[0]
    _cut(made, 1, 4)
    assert told(made) == lines("E Organ,\nO b;\nO c;\nO See paragraphs 1, 2 and 4 above;\nO a;\nO e.")
    assert made.undo_list.last is not None
    assert (
        made.undo_list.last.told == "1 reference follows: OP3; OP3 says “above” of OP4, which does not stand there now"
    )


@pytest.mark.parametrize("typed", ["", "x"])
@pytest.mark.parametrize(
    ("reference", "told_of"),
    [
        ("paragraphs 1 and 2 above", "refers to paragraph 2, which is gone"),
        ("the preceding paragraph", "still says “the preceding paragraph”; what that meant is gone"),
        (
            "operative paragraph 2",
            "still says operative paragraph 2; if that is of this text, what it meant is gone",
        ),
    ],
)
def test_a_reference_joined_to_another_paragraph_means_what_it_meant(typed: str, reference: str, told_of: str) -> None:
    text = f"O Decides:\n1 Prepare;\n1 Report;\nO Requests action;\nO Invites States to heed {reference};\nO e."
    made = working(text)[0]
    stretch = Selection(Caret(2, 7), Caret(4, 8))
    acts.insert_text(made, stretch, typed) if typed else acts.delete(made, stretch)
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == f"OP1 (b) {told_of}"
    assert list(to_look_at(made)) == [2]
    there_and_back(made)


def test_a_reference_whose_paragraph_loses_its_end_to_the_next_means_what_it_meant() -> None:
    made = working("O One;\nO Heeds paragraph 4 below and all other matters;\nO Urges today;\nO Four.")[0]
    acts.delete(made, Selection(Caret(1, 24), Caret(2, 6)))
    assert told(made) == lines("O One;\nO Heeds paragraph 3 below today;\nO Four.")


def _copy(made: WorkingText, at: int, to: int) -> None:
    found = copied(made, Selection(Caret(at, 0), Caret(at + 1, 0)))
    own = to_own(found.paragraphs, found.footnotes, found.came_from, "here", partial=found.partial, extent=found.extent)
    paste(made, fitting(made, Selection.at(to, 0)), from_own(own), "here")


def _take_out(made: WorkingText, at: int) -> None:
    acts.delete(made, fitting(made, Selection(Caret(at, 0), Caret(at + 1, 0))))


def _ends(made: WorkingText) -> list[tuple[int, int, str]]:
    return [(*edge.ends, edge.kind) for edge in edges(made)]


def test_what_was_copied_and_is_taken_out_then_has_moved() -> None:
    made = _text("paragraph 2 above")
    _copy(made, 1, 4)
    assert (1, 1, "same") in _ends(made)
    _take_out(made, 1)
    there_and_back(made)
    assert (1, 3, "moved") in _ends(made)


def test_of_two_copies_nobody_knows_which_it_is() -> None:
    made = _text("paragraph 2 above")
    _copy(made, 1, 4)
    _copy(made, 1, 4)
    _take_out(made, 1)
    assert 1 not in [old for old, _, _ in _ends(made)]


def test_a_paragraph_put_back_beside_joined_ones_stands_where_it_did() -> None:
    made, _ = working("O One;\nO Two;\nO Three;\nO Four five;\nO Six;\nO Seven.")
    acts.move(made, Selection.at(4), -2)  # Six goes before Three, and Three is joined to it
    acts.delete_on(made, Selection.at(2, made.entries[2].length))
    at = next(at for at, entry in enumerate(made.entries) if entry.text.startswith("Four"))
    acts.move(made, Selection.at(at), 1)
    put_back(made, Selection.at(next(at for at, entry in enumerate(made.entries) if entry.came_from == (3,))))
    changes = Changes(made)
    at = next(at for at, entry in enumerate(made.entries) if entry.came_from == (3,))
    assert not changes.of(at).moved


def test_what_was_put_back_counts_no_more_as_taken_elsewhere() -> None:
    made, _ = working("O One;\nO Two;\nO Three;\nO Four five;\nO Six;\nO Seven.")
    for at, by in ((1, 1), (3, 1), (4, -2), (5, -3), (5, -5)):
        acts.move(made, Selection.at(at), by)
    put_back(made, Selection.at(0))
    at = next(at for at, entry in enumerate(made.entries) if entry.came_from == (4,))
    assert not Changes(made).of(at).changed
    there_and_back(made)


def test_an_item_put_back_under_a_paragraph_that_came_there_keeps_its_and() -> None:
    made, _ = working(
        "E Organ,\nP One, and\nP Two,\nP Three,\nO Decides:\n1 to act;\n1 to meet; and\n1 to eat;\nO Urges;\nO Ends.",
        punctuates=True,
    )
    acts.move(made, Selection.at(4), -3)
    put_back(made, Selection.at(3))
    assert [line for line in told(made) if "meet" in line] == ["1 to meet; and"]
    there_and_back(made)


def test_where_nothing_is_put_back_nothing_else_is_known() -> None:
    made, _ = working("O One;\nO Two;\nO Three.")
    acts.move(made, Selection.at(0), 1)
    acts.move(made, Selection.at(1), -1)
    known = made.remembered
    with pytest.raises(NothingToPutBack):
        put_back(made, Selection.at(0))
    assert made.remembered == known
