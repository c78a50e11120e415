"""Arabic letters in the forms in which they stand: each is the letter, and no other letter changes."""

from __future__ import annotations

import unicodedata

import pytest

from models.draft.joined_letters import joined


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("باب",), "\ufe91\ufe8e\ufe8f"),  # joined to what follows, to what stands before, to nothing
        (("لا", " ", "بلا"), "\ufefb \ufe91\ufefc"),
        (("ل", "أ"), "\ufef7"),  # over a change of looks
        (("مَر",), "\ufee3\u064e\ufeae"),  # over a sign above the letter
        (("ـه",), "\u0640\ufeea"),
        (("ء", "ب"), "\ufe80\ufe8f"),
    ],
)
def test_a_letter_has_the_form_of_its_place(texts: tuple[str, ...], shown: str) -> None:
    drawn = joined(texts)
    assert "".join(drawn.texts) == shown
    assert unicodedata.normalize("NFKC", shown) == "".join(texts)
    assert len(drawn.texts) == len(texts)


def test_a_place_behind_two_letters_that_are_one_sign_is_one_less() -> None:
    drawn = joined(["لا ولا"])
    assert [drawn.place(at) for at in range(7)] == [0, 1, 1, 2, 3, 4, 4]


@pytest.mark.parametrize("text", ["Recalling", "резолюция", "决议，", "A/80/250", "قرن"[:0], "1 - [؟]"])
def test_what_has_no_forms_stays(text: str) -> None:
    assert joined([text]).texts == (text,)
