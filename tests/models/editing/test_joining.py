"""Paragraphs joined and divided: the end of the first becomes the middle of a sentence, and nothing old comes back."""

from __future__ import annotations

import pytest

from models.draft import Run
from models.editing import structure as acts
from models.editing.edit import Caret, Selection
from models.editing.marks.leaving import leave
from models.editing.notes.footnotes import set_note_text
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import lines, selected, told, working


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a:\n1 to act; and\n1 to meet;\nO |Decides.", "O a:\n1 to act; and\n1 to meet |Decides."),
        ("O To meet;\nO |Decides.", "O To meet |Decides."),
        ("O To meet;^1\nO |Decides.", "O To meet^1 |Decides."),
        ("O [To meet;]\nO |Decides.", "O [To meet] |Decides."),
        ("O To meet [;] [.]\nO |Decides.", "O To meet [;] [.] |Decides."),
        ("O To meet at 5 p.m.\nO |Decides.", "O To meet at 5 p.m. |Decides."),
        ("O To meet\nO |, and act.", "O To meet|, and act."),
        ("O To meet;~\nO |Decides.", "O To meet |Decides."),
        ("O 开会；\nO |决定。", "O 开会|决定。"),
        ("O To meet;|\nO |Decides.", "O To meet |Decides."),
    ],
)
def test_joined_paragraphs_read_on(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    acts.delete_back(made, selection)
    assert told(made, selected(made)) == lines(after)
    there_and_back(made)


def test_a_mark_that_was_taken_away_does_not_come_back() -> None:
    made, at = working("O a;\nO |b;\nO c.", punctuates=True)
    acts.deeper(made, at)
    acts.shallower(made, selected(made))
    acts.delete_back(made, Selection.at(1, 0))
    assert told(made) == lines("O a b;\nO c.")
    made, at = working("O a;\nO b;\nO |c.", punctuates=True)
    acts.move(made, at, -1)
    acts.move(made, selected(made), 1)
    made.undo()
    made.undo()
    acts.delete_back(made, Selection.at(2, 0))
    assert told(made) == lines("O a;\nO b c.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O To meet;~|\nO b.", "O To meet;\nO |\nO b."),
        ("O To meet;|~\nO b.", "O To meet;\nO |\nO b."),
        ("O To meet,|\nO b.", "O To meet;\nO |\nO b."),
        ("O To meet.|\nO b.", "O To meet;\nO |\nO b."),
        ("O To [meet.]|\nO b.", "O To [meet.]\nO |\nO b."),
        ("O To meet| remain;\nO b.", "O To meet;\nO |remain;\nO b."),
        ("O To meet|, that;\nO b.", "O To meet;\nO |that;\nO b."),
        ("O To meet|;\nO b.", "O To meet;\nO |\nO b."),
        ("O To m|eet;\nO b.", "O To m;\nO |eet;\nO b."),
        ("O _Decides_ to| 1,5;\nO b.", "O _Decides_ to;\nO |1,5;\nO b."),
    ],
)
def test_a_divided_paragraph_begins_and_ends_well(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    was = told(made)
    acts.new_paragraph(made, selection)
    assert told(made, selected(made)) == lines(after)
    acts.delete_back(made, selected(made))
    assert told(made) == was
    there_and_back(made)


@pytest.mark.parametrize(
    "before",
    [
        "O a:\n1 x;\n1 y; and\n1 |\nO b.",
        "O a:\n1 x;\n1 y; and|\n1 z;|\nO b.",
        "O a:\n1 x;\n1 y; and|\n1\nO b.",
    ],
)
def test_the_last_item_goes_and_takes_its_and_along(before: str) -> None:
    made, selection = working(before, punctuates=True)
    acts.delete_on(made, selection) if "|\n1\n" in before else acts.delete_back(made, selection)
    assert told(made, selected(made)) == lines("O a:\n1 x; and\n1 y;|\nO b.")
    there_and_back(made)


@pytest.mark.parametrize("end", ["[;] [.]", "[,]", "[; and]", "to report; [and]", "[to act.]"])
def test_what_stands_in_brackets_stays(end: str) -> None:
    made, at = working("O a;\nO Urges all|\nO c.", punctuates=True)
    acts.insert_text(made, at, " " + end)
    leave(made, 1, Selection.at(2, 0))
    assert told(made)[1] == f"O Urges all {end}"
    acts.move(made, Selection.at(1), 1)
    assert told(made)[2] == f"O Urges all {end}"


def test_a_paragraph_whose_note_was_written_last_gets_its_mark() -> None:
    made, _ = working("O a;\nO Takes note^1", punctuates=True)
    acts.insert_text(made, Selection.at(1, 10), " it")
    set_note_text(made, 1, (Run("See it."),), Selection.at(1, 14))
    leave(made, 1, Selection.at(0, 0))
    assert told(made)[1] == "O Takes note it.^1"
    there_and_back(made)


def test_only_the_border_selected_and_deleted_joins_as_well() -> None:
    made, _ = working("O a;\nO b.", punctuates=True)
    acts.delete(made, Selection(Caret(0, 2), Caret(1, 0)))
    assert told(made, selected(made)) == lines("O a |b.")


@pytest.mark.parametrize(
    ("before", "punctuates", "after"),
    [("O To meet|, that;", False, "O To meet\nO |, that;"), ("M New York|, May", True, "M New York\nM |, May")],
)
def test_where_no_mark_is_given_none_is_taken(before: str, punctuates: bool, after: str) -> None:
    made, selection = working(before, punctuates=punctuates)
    acts.new_paragraph(made, selection)
    assert told(made, selected(made)) == lines(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a;\nO b;\nO |", "O a;\nO b.|"),
        ("O a:\n1 b; and\n1 c;\n1 |\nO d.", "O a:\n1 b; and\n1 c;|\nO d."),
        ("O a;\nO b;\nO |\nO c.", "O a;\nO b;|\nO c."),
    ],
)
def test_backspace_in_an_empty_paragraph_leaves_the_one_before_as_the_last(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    acts.delete_back(made, selection)
    assert told(made, selected(made)) == lines(after)


@pytest.mark.parametrize("place", [0, 7])
@pytest.mark.parametrize(
    ("words", "after", "said"),
    [
        ("See paragraph 2, recall paragraph 3 above.", "See paragraph 2, recall paragraph 2 above.", ""),
        ("See OP2 and paragraph 3.", "See OP2 and paragraph 3.", "if that is of this text, what it meant is OP2 now"),
    ],
)
def test_what_referred_to_either_of_two_paragraphs_that_are_joined_refers_to_both(
    place: int, words: str, after: str, said: str
) -> None:
    made, _ = working("O Asks.\nO Decides.\nO Ends.")
    acts.new_paragraph(made, Selection.at(1, place))
    new = 2 if place else 1
    for letter in "Urges all":
        acts.insert_text(made, Selection.at(new, made.entries[new].length), letter)
    acts.insert_text(made, Selection.at(3, 0), words + " ")
    acts.delete_back(made, Selection.at(2, 0))
    assert made.undo_list.last is not None
    told_now = f"OP3 still says paragraph 3; {said}" if said else "1 reference follows: OP3"
    assert made.undo_list.last.told == told_now
    assert made.entries[2].text == f"{after} Ends."
    assert not made.remembered.lost
    there_and_back(made)


def test_a_list_that_cannot_name_both_of_two_joined_paragraphs_says_which_is_which() -> None:
    made, _ = working("O Asks.\nO |Decides.\nO Urges all.\nO Recalls paragraphs 2 and 3 above.")
    acts.delete_back(made, Selection.at(2, 0))
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == "OP3 still says paragraph 3, which is OP2 now"
    there_and_back(made)


def test_what_enter_divides_where_it_joined_two_paragraphs_is_what_it_was() -> None:
    made, here = working("O Asks| all.\nO Decides.\nO Urges |them.\nO Recalls paragraph 3 above.")
    acts.new_paragraph(made, here)
    assert told(made) == lines("O Asks\nO them.\nO Recalls paragraph 2 above.")
    there_and_back(made)
    assert [entry.came_from for entry in made.entries] == [(0,), (2,), (3,)]


@pytest.mark.parametrize(
    "words",
    [
        "paragraph 1 (a) above",
        "paragraph 1 (a) above and OP1 (b)",
        "paragraph 2 (a) above",
        "paragraphs 2 and 2 (b) above",
        "paragraph 1 above",
        "OP1 (c)",
    ],
)
@pytest.mark.parametrize("mark", [";", " and"])
def test_what_led_to_no_item_leads_to_none_of_two_paragraphs_that_were_joined_for_a_moment(
    words: str, mark: str
) -> None:
    text = f"O Asks{mark}\nO Decides:\n1 a;\n1 b;\nO Recalls {words}."
    made, _ = working(text)
    acts.delete(made, Selection(Caret(0, made.entries[0].length), Caret(1, 0)))
    joined = made.entries[0].text
    acts.new_paragraph(made, Selection.at(0, joined.index("Decides" if "Decides" in joined else "decides")))
    assert told(made)[1:] == lines(text)[1:]
    there_and_back(made)


@pytest.mark.parametrize("punctuates", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "O One;\nO |Two, as in OP4;\nO Three;\nO Four.",
        "O One, as in OP2;\nO |Two;\nO Three.",
        "O One, as in OP2;\nO |Two, as in OP4;\nO Three;\nO Four.",
        "O Two lakes, paragraphs 1 and 4 above;\nO |Two seas, paragraph 1 above;\nO Three;\nO Four.",
        "O One, as in paragraphs 2 and 3 below;\nO |Two, as in paragraphs 1 and 3 of the present resolution;\nO Three.",
    ],
)
def test_two_paragraphs_that_refer_are_what_they_were_once_they_are_divided_again(text: str, punctuates: bool) -> None:
    made, at = working(text, punctuates=punctuates)
    before, came_from = told(made), [entry.came_from for entry in made.entries]
    kinds = [entry.paragraph.kind for entry in made.entries]
    acts.delete_back(made, at)
    acts.new_paragraph(made, selected(made))
    assert told(made) == before
    assert [entry.came_from for entry in made.entries] == came_from
    assert [entry.paragraph.kind for entry in made.entries] == kinds
    there_and_back(made)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O a;\nO b;|\nO c.|", "O a;\nO b.|"),
        ("O a;\nO b;|\nO c;\nO d.|", "O a;\nO b.|"),
        ("P a,\nP b, and|\nP c,|\nO d.", "P a, and\nP b,|\nO d."),
        ("O a;\nO b;|\nO c;|\nO d.", "O a;\nO b;|\nO d."),
        # So does what goes whole, from its first letter on.
        ("O a;\nO b;\nO |c;\nO d.|", "O a;\nO b.|"),
        ("O a:\n1 b; and\n1 c;\nO |d;\n1 e.|", "O a:\n1 b; and\n1 c.|"),
        ("P a,\nP b, and\nP |c,\nO d.|", "P a, and\nP b,|"),
        ("O a;\nO |b;\nO c;|\nO d.", "O a;\nO |d."),
        # The end itself is being written.
        ("O a;\nO b|;\nO c.|", "O a;\nO b|"),
        ("O a;\nO b;|\nO |c.", "O a;\nO b |c."),
    ],
)
def test_what_was_taken_out_from_end_to_end_leaves_the_one_before_as_the_last(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    acts.delete_back(made, selection)
    assert told(made, selected(made)) == lines(after)
    there_and_back(made)


@pytest.mark.parametrize("mark", ["", ";", ",", "."])
def test_what_was_written_is_finished_when_it_is_left_though_enter_was_taken_back(mark: str) -> None:
    made, at = working("O a;\nO |", punctuates=True)
    acts.insert_text(made, at, "Urges all" + mark)
    acts.new_paragraph(made, selected(made))
    acts.delete_back(made, selected(made))
    leave(made, 1, Selection.at(0))
    assert told(made) == ["O a;", "O _Urges_ all."]
    there_and_back(made)
