"""What is left unasked, because less tells, changes no answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.comparison.aligning.anchors import may_say
from models.comparison.aligning.weights import Weights
from models.comparison.words.features import Profile
from models.comparison.words.tokens import is_word, tokens, word_count

# So few words that they come again and again, and pairs of them too.
TEXTS = st.lists(st.sampled_from(["the", "of", "water", "sand"]), max_size=9).map(" ".join)


@given(TEXTS, TEXTS, st.floats(0, 1))
def test_what_is_told_apart_early_is_less_alike_than_asked(one: str, two: str, other: float) -> None:
    profiles = [Profile(one), Profile(two)]
    whole = Weights(profiles).dice(*profiles)
    assert Weights(profiles).dice(*profiles, whole) == whole
    assert Weights(profiles).dice(*profiles, other) in ((whole,) if whole >= other else (0.0, whole))


def test_paragraphs_that_share_little_are_told_apart_early() -> None:
    one, two = Profile("Requests a report on water and sand"), Profile("Urges States to act on the drought")
    weights = Weights([one, two])
    assert 0 < weights.dice(one, two) < 0.3
    assert Weights([one, two]).dice(one, two, 0.9) == 0.0


@given(st.text(alphabet="ab1 2.,'_-é’“”‘–中\u0301\n[]x\u0660", max_size=16))
def test_words_are_counted_as_they_are_taken_apart(text: str) -> None:
    assert word_count(text) == sum(map(is_word, tokens(text).words))


MARKS = st.sampled_from([" ", ", ", " - ", "; ", " [", "] ", "_", " “", "” "])


@given(st.lists(st.tuples(st.sampled_from(["deleted", "STRASSE", "Straße", "ab", "s"]), MARKS, MARKS), max_size=5))
def test_what_has_the_same_words_is_never_thought_to_say_something_else(pieces: list[tuple[str, str, str]]) -> None:
    one = Profile("".join(word + mark for word, mark, _ in pieces))
    two = Profile("".join(word.upper() + mark for word, _, mark in pieces))
    if one.key == two.key:
        assert may_say(one, two)
        assert may_say(two, one)


def test_other_words_are_seen_without_taking_a_text_apart() -> None:
    assert not may_say(Profile("Urges all States"), Profile("Urges all sponsors"))
