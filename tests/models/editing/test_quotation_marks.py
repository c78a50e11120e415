"""Straight quotation marks that are typed stand as they are printed, and one undo gives them back."""

from __future__ import annotations

import pytest

from models.editing import structure as acts
from models.editing.acts.deleting import delete_back
from models.editing.typed.before_mark import make_way
from models.editing.typed.quotation_marks import printed_beside
from models.editing.typed.typed_structure import recognise_typed
from tests.models.editing.test_typed_structure import commit, write
from tests.models.editing.tiny_drafts import selected, told, working

FRENCH, RUSSIAN = "P Rappelant la résolution de l’an,\nP |", "P Ссылаясь на свою резолюцию,\nP |"
CHINESE = "P 回顾大会的决议，\nP |"


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O a;\nO |", 'the item "Oceans" and', "the item “Oceans” and"),
        ("O a;\nO |", "States' and don't", "States’ and don’t"),
        ("O a;\nO |", '("a \'b\' c") ["d"]', "(“a ‘b’ c”) [“d”]"),
        ("O a;\nO |", "35° 10' 20\" N", "35° 10' 20\" N"),
        ("O a;\nO |", 'of "the year 2030"', "of “the year 2030”"),
        ('O "a";\nO |', '"b" don\'t', '"b" don\'t'),
        ('O "a" and “b”;\nO |', '"c"', "“c”"),
        (FRENCH, 'Notant l\'idée "de la mer" et', "Notant l’idée «\u00a0de la mer\u00a0» et"),
        (RUSSIAN, 'отмечая "море" и', "отмечая «море» и"),
        (RUSSIAN, '"море" и "небо \'а\'"', "«море» и «небо ‘а’»"),
        (FRENCH, 'Notant l\'"eau", " la mer " et', "Notant l’«\u00a0eau\u00a0», «\u00a0 la mer » et"),
        (CHINESE, '注意到"海洋"和UN-Water"水"（\'冰\'）', "注意到“海洋”和UN-Water“水”（‘冰’）"),
        (CHINESE, '2030"年"', "2030“年”"),
        ("O a;\nO |", 'non-"a" "b-"', "non-“a” “b-”"),
        ("O a;\nO |", "\"\" ''", "“” ‘’"),
        ('O a 10";\nO |', '"b"', "“b”"),
        ("O a “b”;\nO [“c^1|", '"]', "[“c^1”]"),
        ('O a “b”;\nO the "c|', '"', 'the "c"'),
        ("P إذ تشير إلى القرار،\nP |", 'وإذ تحيط علما "بالبحر" و', 'وإذ تحيط علما "بالبحر" و'),
    ],
)
def test_a_straight_mark_stands_as_it_is_printed(before: str, typed: str, after: str) -> None:
    made, at = working(before)
    then, _ = write(made, at, typed)
    assert told(made, then)[1][2:].replace("_", "") == after + "|"
    made, at = working(before)
    assert told(made, commit(made, at, typed))[1][2:].replace("_", "") == after + "|"  # as an input method writes


def test_one_undo_gives_the_straight_mark_back_and_it_stays() -> None:
    made, at = working("O a;\nO |")
    at, _ = write(made, at, 'the "')
    assert made.entries[1].text == "the “"
    made.undo()
    assert made.entries[1].text == 'the "'
    at, _ = write(made, selected(made), "x")
    delete_back(made, at)
    assert not recognise_typed(made, 1, 5)
    assert made.entries[1].text == 'the "'
    made, at = working("O a “b”;\nO 'c|")  # nobody typed it here
    delete_back(made, at)
    recognise_typed(made, 1, 1)
    assert made.entries[1].text == "'"


def test_it_can_be_switched_off() -> None:
    made, at = working("O a;\nO |")
    made.curls = False
    write(made, at, '"don\'t"')
    assert made.entries[1].text == '"don\'t"'


def test_a_mark_that_closes_what_a_paragraph_has_opened_goes_before_its_end() -> None:
    made, at = working("O the item “Oceans;|\nO b.", punctuates=True)
    acts.insert_text(made, at, '"')
    recognise_typed(made, 0, selected(made).head.place)
    assert made.entries[0].text == "the item “Oceans”;"
    made, at = working("O “One two.|", punctuates=True)
    assert make_way(made, at, '"') == at


def test_notes_have_the_marks_of_their_text() -> None:
    made, _ = working("O a;")
    assert [printed_beside(made, words, len(words) - 1) for words in ('See "', "the State'", "«\u00a0x »'")] == [
        "“",
        "’",
        "’",
    ]
    made, _ = working('O "a";')
    assert printed_beside(made, 'See "', 4) == '"'
