"""Pictures that two files do not share, or not in the same place, are told beside a comparison of their words."""

from __future__ import annotations

import pytest

from models.word.unlike_things import warnings_of_things
from tests.models.word.test_redline_things import CASES, DARK, HEAD, TAIL, picture, word
from tests.models.word.word_xml import p, t

SAME = {
    "the same picture, words said beside its image",
    "words around a picture",
    "words before a picture at the end",
    "words after a picture",
    "a paragraph with a picture moves",
    "a picture moves within a paragraph that is reworded",  # nobody knows where it stood
}


@pytest.mark.parametrize("name", [name for name in CASES if "equation" not in name])
def test_what_no_word_tells_of_is_told(name: str) -> None:
    old, new, _ = CASES[name]
    assert [one.code for one in warnings_of_things(old, new)] == ([] if name in SAME else ["pictures-differ"])
    assert warnings_of_things(old, None) == warnings_of_things(new, new) == ()


def test_a_picture_in_another_paragraph_is_told() -> None:
    said = "Takes note of the map of the basin,"
    old = word(HEAD + p(t(said), picture("rId1")) + TAIL, rId1=DARK)
    new = word(HEAD + p(said) + TAIL.replace("<w:p>", "<w:p>" + picture("rId1"), 1), rId1=DARK)
    assert warnings_of_things(old, new)


def test_what_is_said_beside_a_picture_is_no_difference() -> None:
    named = picture("rId1").replace('name="x"', 'name="y" descr="IMG_2031.jpg" title="A map"')
    old, new = (word(HEAD + p(t("Takes note of the map,"), one) + TAIL, rId1=DARK) for one in (named, picture("rId1")))
    assert old != new
    assert not warnings_of_things(old, new)
