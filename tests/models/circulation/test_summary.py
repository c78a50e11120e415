"""A comparison read out: the sentences, and that their counts add up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.circulation.summary import number, summary
from models.circulation.telling import story
from models.circulation.verb_words import gerund, instead_of
from models.comparison.compare import compare
from tests.generated import HARD, NORMAL, case
from tests.models.circulation.small_comparison import COMPARISON
from tests.models.comparison.small_drafts import A, B, C, draft

D = "Calls upon the private sector to invest in early warning against sand and dust storms"

SENTENCES = [
    ([f"1. {A};"], [f"1. {A};"], "Nothing differs."),
    ([f"1. {A};"], [f"1. {A.replace('next', 'eightieth')};"], "OP1 is reworded."),
    ([f"1. {A};"], [f"1. {A};", f"2. {B}."], "OP2 is new."),
    (
        [f"1. {A};", f"2. {B};", f"3. {D}."],
        [f"1. {A};", f"2. {D.replace('Calls upon', 'Urges')}."],
        "Two paragraphs changed: OP2 is reworded and the former OP2 is deleted. OP2 urges instead of calling upon "
        "(usually read as stronger).",
    ),
    (
        [f"1. {A};", f"2. {B};", f"3. {C}."],
        [f"1. {C};", f"2. {A};", f"3. {B}."],
        "OP3 moved to OP1 and is reworded. Two paragraphs differ only in housekeeping.",
    ),
    ([f"1. {A};"], [f"2. {A};"], "No paragraph changed in substance. One paragraph differs only in numbers."),
    ([f"1. {A};"], [f"1. [{A};]"], "No paragraph changed in substance. In one paragraph only brackets changed."),
    (
        [f"1. {A}, and {B};"],
        [f"1. {A};", f"2. {B};"],
        "OP1 is split in two.",
    ),
    (
        ["M A/C.2/58/L.37", "M 5 May 2003", f"1. {A};"],
        ["M A/C.2/58/L.37/Rev.1", "M 9 June 2003", f"1. {A};"],
        "No paragraph changed in substance. Around the text, the symbol and date differ.",
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), SENTENCES)
def test_sentences(old: list[str], new: list[str], told: str) -> None:
    assert summary(compare(draft(*old), draft(*new))) == told


def test_one_of_each() -> None:
    assert summary(COMPARISON) == (
        "Seven paragraphs changed: OP1 is reworded, OP1 moved to PP3 and is reworded, OP3 is split in three, OP4 and "
        "OP5 are merged, PP1 has other notes, OP3 bis is new and the former PP3 is deleted. OP1 urges instead of "
        "inviting (usually read as stronger). In one paragraph only brackets changed. Of the footnotes, one is new, "
        "one is gone and one is reworded. Around the text, the symbol differs."
    )


def test_long_lists_are_shortened() -> None:
    places = ("rivers", "lakes", "seas", "roads", "ports", "towns")
    old = draft(*(f"{n}. Invites the Board to act for the {place} of the region;" for n, place in enumerate(places, 1)))
    new = draft(*(f"{n}. Urges the Board to act for the {place} of the region;" for n, place in enumerate(places, 1)))
    assert summary(compare(old, new)) == (
        "Six paragraphs are reworded. OP1 urges instead of inviting (usually read as stronger); OP2 urges instead of "
        "inviting (usually read as stronger); OP3 urges instead of inviting (usually read as stronger); three more "
        "open with another verb."
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Calls upon", "Urges", "urges instead of calling upon"),
        ("Strongly urges", "Takes note with appreciation", "takes note with appreciation instead of strongly urging"),
        ("Commits", "Stresses", "stresses instead of committing"),
        ("Relies", "Regrets", "regrets instead of relying"),
        ("Welcomes and encourages", "Notes", "notes instead of welcoming and encouraging"),
        ("Deplores and strongly condemns", "Condemns", "condemns instead of deploring and strongly condemning"),
        ("Demande", "Exhorte", "“Exhorte” instead of “Demande”"),
        ("邀请", "敦促", "“敦促” instead of “邀请”"),
    ],
)
def test_verbs(old: str, new: str, told: str) -> None:
    assert instead_of(old, new) == told
    assert gerund("Exhorte") is None


def test_numbers_are_words_up_to_twelve() -> None:
    assert [number(count) for count in (0, 1, 12, 13, 40)] == ["no", "one", "twelve", "13", "40"]


LABEL = re.compile(r"(?:the former )?(?:(?:OP|PP|Annex\.)\d+(?: bis)?|\([a-z]+\))(?: \([a-z]+\))*|another line")


def counted(sentence: str) -> int:
    """How many paragraphs the parts of a sentence speak of."""
    plain = LABEL.sub("§", sentence).replace("moved to §", "moved")
    plain = re.sub(r"(?:§, )*§ and § are merged(?! from)", "one merged", plain)
    plain = re.sub(r"\bmoved and (?:is|are) reworded", "moved", plain).replace("§ and §", "two")
    words = [number(count) for count in range(13)]
    total = 0
    for part in re.split(r", and |, | and ", plain):
        first = part.split(" ", 1)[0].lower()
        total += words.index(first) if first in words else int(first) if first.isdigit() else 1
    return total


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((NORMAL, HARD)), st.sampled_from((12, 40)))
def test_the_parts_add_up(seed: int, rates: object, size: int) -> None:
    made = case(size, rates, seed)  # type: ignore[arg-type]
    comparison = compare(made.old, made.new)
    substance = sum(change.weight == "substance" for change in comparison.changes)
    sentence = summary(comparison).split(". ")[0].rstrip(".")
    head, found, parts = sentence.partition(" changed: ")
    if found:
        assert head.lower() == f"{number(substance)} paragraphs"
        assert counted(parts) == substance, sentence


def test_a_note_that_means_another_source_in_the_same_words_is_told() -> None:
    old, new = (
        draft(f"1. {A}[^1];", f"2. {B}[^2].", notes={1: first, 2: "Ibid."})
        for first in ("See A/58/1.", "Resolution 70/1, annex.")
    )
    comparison = compare(old, new)
    assert story(comparison, comparison.changes[1]) == (
        "note 2, Ibid., now means Resolution 70/1, annex",
        "notes changed",
    )
