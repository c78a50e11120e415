"""Words around those that were found: what was looked for comes early, and nothing is lost or added between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier.search.words_around import OPEN, SHUT, words_around

MANY = "word " * 40


def said(marked: str) -> str:
    return "".join(f"<{part}>" if found else part for part, found in words_around(marked))


def found(word: str) -> str:
    return f"{OPEN}{word}{SHUT}"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"Urges {found('States')} to meet;", "Urges <States> to meet;"),
        (f"{found('Urges')}", "<Urges>"),
        (f"{MANY}{found('States')} meet.", f"…{'word ' * 12}<States> meet."),
        (f"a b c {found('States')} {MANY}", f"a b c <States> {('word ' * 26).strip()}…"),
        # Where both stand together, not where one of them stands first.
        (
            f"{found('women')} {MANY}{found('Women')} of {found('Beijing')}",
            f"…{'word ' * 11}<Women> of <Beijing>",
        ),
        (f"non-{found('migrant')}s and {MANY}", f"non-<migrant>s and {('word ' * 28).strip()}…"),
        ("nothing marked", "nothing marked"),
        ("", ""),
    ],
)
def test_words_around(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            f"{found('International')} {MANY}{found('migration')} and development {MANY}",
            f"<International> {'word ' * 7}… word word <migration> and development word word word…",
        ),
        (f"{MANY}{found('one')} {found('two')} {found('one')} a", f"…{'word ' * 10}<one> <two> <one> a"),
        (f"{MANY}{found('one')} a b c d e f {found('two')} z", f"…{'word ' * 6}<one> a b c d e f <two> z"),
        (f"{MANY}{found('one')} {MANY}", f"…{'word ' * 6}<one> {('word ' * 23).strip()}…"),
    ],
)
def test_words_far_from_one_another_are_each_shown(marked: str, expected: str) -> None:
    assert "".join(f"<{part}>" if was else part for part, was in words_around(marked, 2)) == expected


@given(
    words=st.lists(
        st.tuples(
            st.text(st.characters(blacklist_characters=f"{OPEN}{SHUT}", blacklist_categories=["Cs"]), max_size=6),
            st.booleans(),
        ),
        max_size=90,
    )
)
def test_what_was_found_is_there_early_and_the_words_are_those_of_the_text(words: list[tuple[str, bool]]) -> None:
    marked = " ".join(found(f"x{word}") if is_found else word for word, is_found in words)
    text = marked.replace(OPEN, "").replace(SHUT, "")
    parts = words_around(marked)
    shown = "".join(part for part, _ in parts)
    assert shown.removeprefix("…").removesuffix("…") in text or shown in text
    if any(is_found for _, is_found in words):
        before = "".join(part for part, _ in parts[: next(at for at, (_, was) in enumerate(parts) if was)])
        assert len(before.split()) < 14


@given(
    words=st.lists(st.sampled_from(["a", "b", found("one"), found("two"), found("three")]), max_size=120),
    looked_for=st.integers(1, 3),
)
def test_each_of_up_to_three_words_is_shown(words: list[str], looked_for: int) -> None:
    parts = words_around(" ".join(words), looked_for)
    if looked_for > 1:
        wanted = {word.strip(OPEN + SHUT) for word in words if OPEN in word}
        assert {part for part, was in parts if was} == wanted
        assert len("".join(part for part, _ in parts).split()) <= 40
