"""Words that come to stand side by side in a compilation where all is taken stay words, and in their paragraphs."""

from __future__ import annotations

import pytest

from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.word.read import read_word
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.compiling.read_alone import taken_alone
from tests.models.compiling.test_each_in_its_place import ONE, THREE, TWO, wishes_of

DIVIDED = ("Welcomes the efforts of", "Member States to combat desertification;")
MORE = "Calls upon all parties to the conflict to act;"
NATIONAL = TWO.replace("Member", "all national")


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (
            {"F": (ONE, MORE, *DIVIDED, THREE), "K": (ONE, MORE, NATIONAL, THREE)},
            (ONE, MORE, DIVIDED[0], f"all national{DIVIDED[1][6:]}", THREE),
        ),
        (
            {"F": (ONE, MORE, NATIONAL, THREE), "K": (ONE, MORE, *DIVIDED, THREE)},
            (ONE, MORE, DIVIDED[0], f"all national{DIVIDED[1][6:]}", THREE),
        ),
        (
            {"F": (TWO.replace("Member", "those"), ONE, MORE, THREE), "K": (ONE, MORE, NATIONAL, THREE)},
            (TWO.replace("Member", "all national those"), ONE, MORE, THREE),
        ),
    ],
)
def test_words_stay_words_where_all_is_taken(asked: dict[str, tuple[str, ...]], taken: tuple[str, ...]) -> None:
    base = draft(ONE, MORE, TWO, THREE)
    made = write_compilation(base, joined(base, wishes_of(base, {name: draft(*own) for name, own in asked.items()})))
    assert [one.text for one in read_word(made.data).draft.paragraphs] == [*taken]
    for name, own in asked.items():
        assert [one.text for one in taken_alone(made.data, name).paragraphs] == [*own]
