"""Whatever is answered, each word that a side put in or took out stands as often as the answers say."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft
from models.merging import Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.random_texts import three
from tests.models.merging.settling import settled


def counted(one: Draft) -> Counter[str]:
    return Counter(re.findall(r"[a-z]{5}x[a-j]+", "\n".join(paragraph.text for paragraph in one.paragraphs)))


def amiss(found: Merge, way: str) -> set[str]:
    """The words that stand too often or too seldom where everything was answered so, and nobody says so."""
    base, ours, theirs = map(counted, (found.ours.old, found.ours.new, found.theirs.new))
    answered = settled(found, way)
    now, told = counted(answered.draft), {*re.findall(r"\w+", " ".join(answered.told))}
    own = ours if way == "ours" else theirs
    asked = Counter(re.findall(r"\w+", " ".join(f"{one.base} {one.ours} {one.theirs}" for one in found.conflicts)))
    wrong = set[str]()
    for word in {*base, *ours, *theirs, *now}:
        both = ours[word] + theirs[word] - base[word]
        settled_so = now[word] == both or ours[word] == theirs[word] == now[word]
        if not settled_so and not (asked[word] and min(own[word], both) <= now[word] <= max(own[word], both)):
            wrong.add(word)
    return wrong - told


def test_a_word_moved_within_what_is_asked_is_asked_with_it() -> None:
    opening = "1. Notes with concern that catches vary, driven by a variety of things such as the state of the nets"
    seasons = f"{opening}, including those of storms and ice, seasons"
    base = draft(f"{seasons}, gambling and the decline of global coastal stocks;")
    ours = draft(
        f"{opening} of storms and ice, seasons, fears of a global coastal decline and dearer fuel in most ports;"
    )
    theirs = draft(f"{seasons} and the decline of global coastal stocks;")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert found.conflicts
        for way in ("ours", "theirs"):
            assert settled(found, way).draft.paragraphs[0].text.count("decline") == 1


def test_a_verb_that_opens_another_paragraph_went_nowhere() -> None:
    plans, report, act = "national plans against sand storms", "the report on storms", "all that was done for cities"
    base = draft("PP Recalling its resolution 78/158,", f"PP Welcoming {plans},", f"1. Stresses {report};")
    ours = draft("PP Recalling its resolution 78/158,", f"1. Stresses {report};")
    theirs = draft(
        "PP Recalling its resolution 78/158,", f"PP Welcoming {act},", f"1. Welcomes {plans};", f"2. Stresses {report};"
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        (asked,) = found.conflicts
        assert (asked.kind, asked.base) == ("deleted", f"Welcoming {plans},")
        assert found.draft.paragraphs[1].text == f"Welcoming {act},"


@given(st.integers(0, 10**9).map(Random))
@example(Random(21))  # a word that was moved alone
@example(Random(30))  # deleted by one side, and nearly new there
@example(Random(165))
@example(Random(206))
@example(Random(228))  # joined by one side, its first half lost
@example(Random(299))  # an item that neither side has as one, where the base is answered
@example(Random(310))
@example(Random(375))  # joined and nearly new
@example(Random(385))  # nearly new on both sides
@example(Random(700009))  # a few words left of a paragraph that is nearly new, and of one that was deleted
@example(Random(702251))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_no_word_is_lost_or_said_twice_by_an_answer_untold(chance: Random) -> None:
    found = merge(*three(chance))
    for way in ("ours", "theirs"):
        assert not amiss(found, way)
