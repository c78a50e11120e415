"""A paragraph whose words stand in several now, to the word, was split; the other way round they were merged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import A, B, C, draft

HEAD, TAIL = (
    "Recognizing that multilingualism contributes to the goals of the United Nations,",
    "as set out in the Charter,",
)
REPORT = "Taking note with appreciation of the report of the Secretary-General on multilingualism,"

CASES = {
    "goes on as mere text": (f"PP {HEAD} {TAIL}", (f"PP {HEAD}", TAIL)),
    "by a word": (f"PP {HEAD} {TAIL}", (f"PP {HEAD} as set out in the", "Charter,")),
    "in three": (f"PP {HEAD} {TAIL} {REPORT}", (f"PP {HEAD}", TAIL, f"PP {REPORT}")),
    "the first half is mere text": (f"PP {REPORT} {HEAD}", (REPORT, f"PP {HEAD}")),
    "the second half decides": (f"PP {HEAD} decides to act at once", (f"PP {HEAD}", "1. Decides to act at once")),
    "read as of the masthead": (f"PP {HEAD} {TAIL}", (f"M {HEAD}", f"M {TAIL}")),
    "a list": ("2. Decides to act and to meet", ("2. Decides", "(a) to act", "(b) and to meet")),
    "a heading": (f"§ Languages of the house and its staff {TAIL}", ("§ Languages of the house and its staff", TAIL)),
    "a blank between": (f"PP {HEAD} {TAIL}", (f"PP {HEAD}", "", TAIL)),
    "with other words": (f"PP {HEAD} {TAIL}", (f"PP {HEAD.replace('goals', 'purposes')}", TAIL)),
    "of other kinds, with other words": (
        f"PP {HEAD} and {A[0].lower()}{A[1:]}",
        (f"PP {HEAD.replace('goals', 'purposes')}", f"1. {A}"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_cut_was_split_and_what_was_joined_merged(name: str) -> None:
    whole, pieces = CASES[name]
    one, several = draft(f"PP {C}", whole, f"9. {B}"), draft(f"PP {C}", *pieces, f"9. {B}")
    places = tuple(at for at, piece in enumerate(pieces, 1) if piece)
    split, merged = compare(one, several), compare(several, one)
    assert [change.new for change in split.changes if change.kind == "split"] == [places]
    assert [change.old for change in merged.changes if change.kind == "merged"] == [places]
    assert {change.kind for change in split.changes if change.new != (2,) or not name.endswith("between")} == {
        "unchanged",
        "split",
    }


def test_neighbours_may_move_past_what_was_split() -> None:
    old = draft(f"PP {A}", f"PP {HEAD} {TAIL}", f"PP {B}", f"PP {C}")
    new = draft(f"PP {HEAD}", TAIL, f"PP {B}", f"PP {A}", f"PP {C}")
    found = {change.kind: change for change in compare(old, new).changes if change.kind != "unchanged"}
    assert found.keys() == {"split"}
    assert found["split"].new == (0, 1)


def test_a_new_paragraph_beside_a_shortened_one_is_no_piece() -> None:
    more = "Alarmed at the decline of the number of teachers of languages,"
    for opening in ("", "PP "):
        old, new = draft(f"PP {HEAD} {TAIL}", f"1. {A}"), draft(f"PP {HEAD}", f"{opening}{more}", f"1. {A}")
        assert [change.kind for change in compare(old, new).changes] == ["reworded", "inserted", "unchanged"]


def test_of_two_that_say_the_same_neither_is_chosen_by_its_words_alone() -> None:
    line = f"PP {HEAD} {TAIL}"
    old = draft(line, f"1. {A}", f"2. {B}", line.replace("PP", "3."))
    new = draft(line, f"1. {A}", f"2. {B}", f"3. {HEAD}", TAIL)
    assert [(one.kind, one.old) for one in compare(old, new).changes if one.kind == "split"] == [("split", (3,))]


def test_blanks_are_no_pieces() -> None:
    old, new = draft(f"PP {HEAD} {TAIL}", f"1. {A}"), draft("", "", f"1. {A}")
    assert {change.kind for change in compare(old, new).changes} == {"deleted", "inserted", "unchanged"}


def test_what_a_hand_kept_apart_stays_apart() -> None:
    old, new = draft(f"PP {HEAD} {TAIL}"), draft(f"PP {HEAD}", TAIL)
    assert "split" not in {change.kind for change in compare(old, new, apart=[(0, 1)]).changes}


WORDS = st.lists(
    st.sampled_from(("of", "the", "states", "goals", "report", "water", "energy", "women", "peace", "law")), min_size=4
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6, unique_by=lambda words: " ".join(words)).map(
    # Each has a word of its own, so that no other says the same.
    lambda all_of_them: [[f"begun{at}", *words, f"done{at}"] for at, words in enumerate(all_of_them)]
)


@settings(max_examples=60, deadline=None)
@given(texts=TEXTS, data=st.data())
def test_any_cut_at_any_word_is_a_split(texts: list[list[str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 1))
    cut = data.draw(st.integers(1, len(texts[at]) - 1))
    kinds = st.sampled_from((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT))

    def made(pieces: list[list[str]]) -> Draft:
        return Draft(tuple(Paragraph(data.draw(kinds), (Run(" ".join(words)),)) for words in pieces))

    one, several = made(texts), made([*texts[:at], texts[at][:cut], texts[at][cut:], *texts[at + 1 :]])
    assert [(c.kind, c.old, c.new) for c in compare(one, several).changes if c.kind not in ("unchanged",)] == [
        ("split", (at,), (at, at + 1))
    ]
    assert [(c.kind, c.old, c.new) for c in compare(several, one).changes if c.kind not in ("unchanged",)] == [
        ("merged", (at, at + 1), (at,))
    ]
