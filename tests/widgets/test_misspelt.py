"""What is known of misspelt words stays right while one types before, behind, and in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Kind, Paragraph, Run
from models.editing.edit import Entry
from models.spelling.speller import Misspelt
from widgets.writing.misspelt import KnownSpelling

OLD = "the teh and the comittee"
WORDS = (Misspelt(4, 7, "teh"), Misspelt(16, 24, "comittee"))


def entry(text: str, key: int = 1) -> Entry:
    return Entry(key, Paragraph(Kind.TEXT, (Run(text),)))


TYPED = {
    "now the teh and the comittee": "teh comittee",
    "the teh and all the comittee": "teh comittee",
    "the teh and the comittee of": "teh",
    "the teh and the comitteee": "teh",
    "the tehx and the comittee": "comittee",
    "the t eh and the comittee": "comittee",
    "the tehand the comittee": "comittee",
    "the and the comittee": "comittee",
    "": "",
    "teh teh teh teh": "",
}


@pytest.mark.parametrize("new", TYPED)
def test_words_move_with_what_is_typed(new: str) -> None:
    known = KnownSpelling()
    known.learn(entry(OLD), WORDS)
    now = known.of(entry(new))
    assert not now.looked_at
    assert " ".join(one.word for one in now.words) == TYPED[new]
    assert all(new[one.start : one.end] == one.word for one in now.words)


@given(st.integers(0, len(OLD)), st.integers(0, 4), st.text("teh \U0001f642", max_size=4))
def test_what_is_kept_stands_where_it_is_said_to_stand(place: int, gone: int, typed: str) -> None:
    known = KnownSpelling()
    known.learn(entry(OLD), WORDS)
    new = OLD[:place] + typed + OLD[place + gone :]
    assert all(new[one.start : one.end] == one.word for one in known.of(entry(new)).words)


def test_what_is_known_and_what_is_to_be_looked_at() -> None:
    known, one = KnownSpelling(), entry(OLD)
    assert not known.of(one).looked_at
    assert known.learn(one, WORDS)
    assert not known.learn(one, WORDS)
    assert known.of(one).looked_at
    same = Entry(1, one.paragraph, (0,))
    assert known.of(same).looked_at
    known.doubt()
    assert not known.of(same).looked_at
    assert known.of(same).words == WORDS
    assert known.learn(same, ())
    known.forget()
    assert known.of(same).words == ()
