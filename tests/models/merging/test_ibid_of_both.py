"""Notes that say "Ibid." on both sides: no word of theirs is lost, and none is given another source unasked."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve
from tests.models.merging.random_drafts import word

LINES = {
    "A": "Expresses strong support for the work being undertaken by the panel on rivers",
    "B": "Invites the regional commissions to report on the state of the harvest",
    "C": "Encourages the United Nations system as a whole to address hunger in cities",
    "D": "Decides to convene a meeting of ministers of finance before the summer",
}
FIRST, OTHER = "See A/80/301, annex I.", "See A/63/227, annex III."


def text(*cited: tuple[str, str]) -> Draft:
    """Paragraphs by their letters, each with its note, "" for none."""
    numbers = iter(range(1, 9))
    lines = [f"PP {LINES[letter]}{f'[^{next(numbers)}]' if note else ''}," for letter, note in cited]
    return draft(*lines, notes=dict(enumerate((note for _, note in cited if note), 1)))


IBID = "Ibid., annex II."
MORE = "Ibid., annex II, paragraphs 4 and 5."
BOTH = [
    (
        "put behind another source by one, given more words by the other, who took that source out",
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", OTHER)],
        [("A", FIRST), ("C", ""), ("D", OTHER), ("B", IBID)],
        [("A", FIRST), ("B", MORE), ("C", ""), ("D", "")],
        ("A/63/227, annex II.", "A/80/301, annex II, paragraphs 4 and 5."),
    ),
    (
        "the same, that source being there",
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", OTHER)],
        [("A", FIRST), ("C", ""), ("D", OTHER), ("B", IBID)],
        [("A", FIRST), ("B", MORE), ("C", ""), ("D", OTHER)],
        ("A/63/227, annex II.", "A/80/301, annex II, paragraphs 4 and 5."),
    ),
    (
        "words of both that clash, and another source: one question",
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", OTHER)],
        [("A", FIRST), ("C", ""), ("D", OTHER), ("B", "Ibid., annex IV.")],
        [("A", FIRST), ("B", "Ibid., annex V."), ("C", ""), ("D", OTHER)],
        ("A/63/227, annex IV.", "A/80/301, annex V."),
    ),
    (
        "the source changed by one, more words by the other: they fit",
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", "")],
        [("A", OTHER), ("B", IBID), ("C", ""), ("D", "")],
        [("A", FIRST), ("B", MORE), ("C", ""), ("D", "")],
        [OTHER, MORE],
    ),
    (
        "put behind another source by one, untouched by the other, who took that source out",
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", OTHER)],
        [("A", FIRST), ("C", ""), ("D", OTHER), ("B", IBID)],
        [("A", FIRST), ("B", IBID), ("C", ""), ("D", "")],
        [FIRST, "A/63/227, annex II."],
    ),
    (
        "more words by one, another note before it by the other",
        [("A", FIRST), ("B", ""), ("C", IBID), ("D", "")],
        [("A", FIRST), ("B", OTHER), ("C", "A/80/301, annex II."), ("D", "")],
        [("A", FIRST), ("B", ""), ("C", MORE), ("D", "")],
        [FIRST, OTHER, "A/80/301, annex II, paragraphs 4 and 5."],
    ),
]


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected"), BOTH, ids=[row[0] for row in BOTH])
def test_both_changed_an_ibid(
    what: str,
    base: list[tuple[str, str]],
    ours: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    expected: tuple[str, str] | list[str],
) -> None:
    for turned in (False, True):
        one, two = (theirs, ours) if turned else (ours, theirs)
        found = merge(text(*base), text(*one), text(*two))
        if isinstance(expected, list):
            assert not found.conflicts
            assert [note.text for note in found.draft.footnotes] == expected
            continue
        (asked,) = found.conflicts
        assert asked.kind == "footnote"
        assert (asked.ours, asked.theirs) == (expected[::-1] if turned else expected)
        assert any(f"[ours: {asked.ours} | theirs: {asked.theirs}]" == note.text for note in found.draft.footnotes)
        for way in ("ours", "theirs"):
            answered = resolve(found, asked, way)
            assert not answered.open
            assert getattr(asked, way) in [note.text for note in answered.draft.footnotes]


@pytest.mark.parametrize("turned", [False, True])
def test_a_source_that_one_side_wrote_in_full_follows_no_other(turned: bool) -> None:
    """Theirs takes out what stood between, and cites the note before; ours keeps that, and its note in full."""
    full = "A/80/301, annex II."
    base = text(("A", FIRST), ("B", OTHER), ("C", full))
    ours = draft(
        *(f"PP {LINES[one]}{'' if one != 'B' else ' and of fisheries'}[^{at}]," for at, one in enumerate("ABC", 1)),
        notes={1: FIRST, 2: OTHER, 3: full},
    )
    theirs = text(("A", FIRST), ("C", IBID))
    found = merge(base, theirs, ours) if turned else merge(base, ours, theirs)
    (asked,) = found.conflicts
    assert asked.kind == "deleted"
    kept, gone = ("theirs", "ours") if turned else ("ours", "theirs")
    assert [note.text for note in resolve(found, asked, kept).draft.footnotes] == [FIRST, OTHER, full]
    assert [note.text for note in resolve(found, asked, gone).draft.footnotes] == [FIRST, IBID]


def changed(chance: Random, cited: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same, moved, given a further word, or without a note."""
    made = list(cited)
    for _ in range(chance.randint(2, 4)):
        at = chance.randrange(len(made))
        letter, note = made[at]
        act = chance.choice(("move", "word", "out"))
        if act == "move":
            made.insert(chance.randrange(len(made)), made.pop(at))
        elif note:
            made[at] = letter, "" if act == "out" else f"{note[:-1]}, {word(chance)}{word(chance)}z."
    return made


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=60)
def test_no_word_that_a_side_gave_a_note_is_lost(chance: Random) -> None:
    base = [("A", FIRST), *((one, chance.choice((IBID, OTHER))) for one in "BCD")]
    sides = changed(chance, base), changed(chance, base)
    found = merge(text(*base), text(*sides[0]), text(*sides[1]))
    shown = " ".join(note.text for note in found.draft.footnotes)
    for one, other in (sides, sides[::-1]):
        for letter, note in one:
            for said in set(note.rstrip(".").split(", ")[1:]) if dict(other)[letter] else ():
                assert not said.endswith("z") or said in shown
