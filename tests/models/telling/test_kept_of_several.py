"""Which of several wordings in brackets stays is told."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.telling.summary import summary
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import draft


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[Urges] [Encourages] all States to act", "Encourages all States to act", "Encourages"),
        ("[Urges] [Encourages] all States to act", "Urges all States to act", "Urges"),
        ("[Urges/Encourages] all States to act", "Urges all States to act", "Urges"),
        ("[Urges] / [Encourages] all States to act", "[Encourages] all States to act", "Encourages"),
        ("Urges all States to pay [30] [40] per cent", "Urges all States to pay 40 per cent", "40"),
        ("Urges States and/or bodies to act", "Urges States or bodies to act", "or"),
        ("[Urges] [Encourages] all States to act", "Invites all States to act", None),
        ("[Urges] [Encourages] all States to act", "[Urges] [Encourages] States to act", None),
        ("Urges States [by May] [without delay] to act", "Urges States without any delay to act", None),
        ("[Strongly] urges all States to act", "Urges all States to act", None),
    ],
)
def test_what_stays_of_several_wordings(old: str, new: str, told: str | None) -> None:
    comparison = compare(draft(f"1. {old};"), draft(f"1. {new};"))
    found = [phrase for phrase in story(comparison, comparison.changes[0]) if " stays of " in phrase]
    assert [phrase.partition(" stays of ")[0] for phrase in found] == ([f"“{told}”"] if told else [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Also [urges] [encourages]", "Also urges", "OP1 keeps “urges” of “[urges] [encourages]”."),
        ("Urges [all] [most]", "Urges most", None),  # no verbs
        ("[Also] [urges]", "Urges", None),
    ],
)
def test_a_verb_that_stays_is_in_the_summary(old: str, new: str, told: str | None) -> None:
    said = summary(compare(draft(f"1. {old} States to act;"), draft(f"1. {new} States to act;")))
    assert ("keeps" in said) is (told is not None)
    assert told is None or told in said
