"""No conjunction is moved or taken away unless the language is known and the word is one of it."""

from __future__ import annotations

import pytest

from models.draft import Draft
from models.editing.edit import Selection
from models.editing.marks.language_marks import (
    ARABIC,
    CHINESE,
    ENGLISH,
    FRENCH,
    RUSSIAN,
    SPANISH,
    Marks,
    marks_for,
    weighed,
)
from models.editing.marks.language_memory import language
from models.editing.working import WorkingText
from tests.models.editing.test_typed_structure import write


@pytest.mark.parametrize(
    ("texts", "marks", "sure"),
    [
        (["Concerning group y", "Of z and y"], ENGLISH, False),
        (["Calls upon group y"], ENGLISH, True),
        (["Décide de se réunir"], FRENCH, True),
        (["Decide reunirse"], SPANISH, True),
        (["Recalling the report of the Secretary-General"], ENGLISH, True),
        (["The General Assembly,", "Decides y"], ENGLISH, True),
        (["La Asamblea General,", "Decide"], SPANISH, True),
        (["L’Assemblée générale,", "Décide"], FRENCH, True),
        (["Que le Secrétaire de la question"], FRENCH, False),
        (["Recordando los informes del Consejo y las recomendaciones"], SPANISH, True),
    ],
)
def test_what_tells_of_a_language(texts: list[str], marks: Marks, sure: bool) -> None:
    assert weighed(texts) == (marks, sure)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("Calls upon group y↵Invites States↵Urges all↵", ["Calls upon group y;", "Invites States;", "Urges all;"]),
        (
            "Decides x, y↵Requests groups x and y↵Urges all↵",
            ["Decides x, y;", "Requests groups x and y;", "Urges all;"],
        ),
        ("Decides z y↵Noting group e↵Urges o↵", ["Decides z y;", "Noting group e;", "Urges o;"]),
    ],
)
def test_a_letter_at_the_end_of_a_short_text_stays(typed: str, after: list[str]) -> None:
    made = WorkingText(Draft())
    write(made, Selection.at(0), typed)
    assert [entry.text for entry in made.entries[:-1]] == after


def test_the_first_paragraph_is_of_the_language_it_opens_in() -> None:
    made = WorkingText(Draft())
    write(made, Selection.at(0), "Décide de se réunir↵Prie chacun de faire rapport↵")
    assert [entry.text for entry in made.entries[:-1]] == [
        "Décide de se réunir\u00a0;",
        "Prie chacun de faire rapport\u00a0;",
    ]


def test_a_text_that_is_begun_anew_is_of_the_language_it_is_in_now() -> None:
    made = WorkingText(Draft())
    write(made, Selection.at(0), "La Asamblea General,")
    assert language(made) is SPANISH
    while made.undo():
        pass
    write(made, Selection.at(0), "The General Assembly,")
    assert language(made) is ENGLISH


@pytest.mark.parametrize("text", ["", "[…]", "2030"])
@pytest.mark.parametrize("of_all", [ENGLISH, FRENCH, RUSSIAN, ARABIC, CHINESE])
def test_a_paragraph_without_letters_is_of_the_language_of_its_text(text: str, of_all: Marks) -> None:
    assert marks_for(text, of_all) is of_all
