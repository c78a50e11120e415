"""The space typed before a mark of two parts, and within French quotation marks, does not let the mark go to the next
line."""

from __future__ import annotations

import pytest

from tests.models.editing.test_typed_structure import commit, write
from tests.models.editing.tiny_drafts import working

FRENCH = "E L’Assemblée générale,\nP Rappelant la résolution de l’an,\nO Décide de se réunir ;\nO |"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Décide d’agir ;", "Décide d’agir~;"),
        ("Décide d’agir ; prie", "Décide d’agir~; prie"),
        ("Prie les États :", "Prie les États~:"),
        ("Demande pourquoi ?", "Demande pourquoi~?"),
        ("Dit « eau », « air » ;", "Dit «~eau~», «~air~»~;"),
        ("Dit : « eau »", "Dit~: «~eau~»"),
        ("Décide d’agir  ;", "Décide d’agir  ;"),
        ("Décide d’agir;", "Décide d’agir;"),
        ("Décide, à 10 h, d’agir", "Décide, à 10 h, d’agir"),
        ("Requests all States to act in the field ; and", "Requests all States to act in the field ; and"),
        ("просит все государства :", "просит все государства :"),
    ],
)
def test_the_space_before_a_french_mark_is_bound(typed: str, text: str) -> None:
    for by in (write, commit):
        made, at = working(FRENCH, punctuates=True)
        by(made, at, typed)
        assert made.entries[3].text == text.replace("~", "\u00a0")


def test_in_other_languages_it_stays() -> None:
    made, at = working("E The General Assembly,\nO Decides to meet;\nO |", punctuates=True)
    write(made, at, "Requests : all ;")
    assert made.entries[2].text == "Requests : all ;"


def test_it_goes_with_end_punctuation_and_one_undo_gives_it_back() -> None:
    made, at = working(FRENCH)
    write(made, at, "Décide d’agir ;")
    assert made.entries[3].text == "Décide d’agir ;"
    made, at = working(FRENCH, punctuates=True)
    at, _ = write(made, at, "Décide d’agir ;")
    made.undo()
    assert made.entries[3].text == "Décide d’agir ;"
    write(made, at, " prie")
    assert made.entries[3].text == "Décide d’agir ; prie"
    made, at = working(FRENCH, punctuates=True)
    at, _ = write(made, at, "Dit « ")
    made.undo()
    write(made, at, "eau")
    assert made.entries[3].text == "Dit « eau"


def test_the_mark_stays_the_writers_own() -> None:
    made, at = working(FRENCH + "\nO Prie les États.", punctuates=True)
    write(made, at, "Décide d’agir :↵")
    assert made.entries[3].text == "Décide d’agir\u00a0:"
