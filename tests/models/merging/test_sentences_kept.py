"""What a side could stand by: its alternatives of a paragraph, read one after the other, leave out no clause of it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.merging import merge
from models.merging.words.telling import telling_words
from tests.models.merging.settling import draft, settled, text

MEETING = (
    "Requests the President to convene, at the next session, a high-level meeting on dust storms, without duplication"
    " of effort, in cooperation with the Coalition"
)
HUNGER = "Notes that hunger affects 690 million people in cities, which is more by 122 million since the pandemic"
ALSO = "Welcomes the convening of a high-level meeting on dust storms and of regional commissions, without duplication"
FUND = "Encourages States to provide, by July 2026, resources for the fund"
REPORT = "Requests the Secretary-General to submit a brief report on dust storms to the regional commissions of Asia"


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (HUNGER, HUNGER.replace("690", "757").replace("in cities", "in all cities"),
         HUNGER.replace("690", "720").replace("122", "15")),
        (REPORT, REPORT.replace("Requests", "Invites"),
         "Encourages the Secretary-General to submit a brief report to the Council, to be held in July"),
        (REPORT, REPORT.replace("Requests", "Invites"),
         REPORT.replace("Requests", "Calls on regional commissions and").partition(" to the regional")[0]),
    ],
    ids=["a figure", "a clause", "words carried"],
)  # fmt: skip
def test_a_sentence_that_would_be_torn_is_asked_about_whole(base: str, ours: str, theirs: str) -> None:
    sides = draft(ours, ALSO), draft(theirs, ALSO)  # what another paragraph says, too, is not known by its words
    for one, two in (sides, sides[::-1]):
        found = merge(draft(base, ALSO), one, two)
        assert len(found.conflicts) == 1
        assert settled(found, "ours").draft == one
        assert settled(found, "theirs").draft == two


def test_a_word_that_one_side_changed_beside_what_clashes_is_combined() -> None:
    found = merge(
        draft(REPORT),
        draft(REPORT.replace("Requests", "Invites")),
        draft(REPORT.replace("Requests", "Urges").replace("brief", "full")),
    )
    (asked,) = found.conflicts
    assert (asked.ours, asked.theirs) == ("Invites", "Urges")
    assert "a full report" in text(found)


@pytest.mark.parametrize(
    ("ours", "theirs", "combined"),
    [
        (FUND.replace("Encourages", "Invites").replace("July 2026", "May 2027"), FUND.replace("Encourages", "Requests"),
         "States to provide, by May 2027, resources for the fund;"),
        (FUND.replace("Encourages", "Invites"), FUND.replace("Encourages", "Requests").replace(", by July 2026,", ""),
         "States to provide resources for the fund;"),
        (FUND.replace("Encourages", "Invites").replace("July 2026", "May 2027"),
         FUND.replace("Encourages", "Requests") + ", in good time",
         "States to provide, by May 2027, resources for the fund, in good time;"),
    ],
    ids=["another date", "no date", "another date and words at the end"],
)  # fmt: skip
def test_a_date_that_one_side_changed_stands_where_the_verb_is_asked(ours: str, theirs: str, combined: str) -> None:
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(draft(FUND), draft(one), draft(two))
        (asked,) = found.conflicts
        assert {asked.ours, asked.theirs} == {"Invites", "Requests"}
        assert text(settled(found, "ours")) == f"{one.partition(' ')[0]} {combined}"


def test_what_the_other_side_put_in_beside_a_torn_sentence_stays() -> None:
    theirs = HUNGER.replace("690", "720").replace("122", "15")
    found = merge(draft(HUNGER), draft(HUNGER.replace("690", "757") + ", as reported"), draft(theirs))
    (asked,) = found.conflicts
    assert asked.ours.startswith("757")
    assert asked.theirs.endswith("15")
    for way in ("ours", "theirs"):
        assert text(settled(found, way)).endswith("since the pandemic, as reported;")


def test_a_clause_that_one_side_deleted_where_nothing_clashes_is_gone() -> None:
    ours = REPORT.replace("Requests", "Invites")
    found = merge(draft(REPORT, MEETING), draft(ours, MEETING), draft(REPORT.partition(" on dust")[0], MEETING))
    assert not found.conflicts
    assert text(found).startswith("Invites the Secretary-General to submit a brief report;\n")


def test_another_paragraph_is_asked_about_by_itself() -> None:
    base, ours = draft(MEETING, REPORT), draft(MEETING, REPORT.replace("Requests", "Invites"))
    found = merge(base, ours, draft(MEETING.partition(", without")[0], REPORT.replace("Requests", "Urges")))
    assert [(one.label, one.ours, one.theirs) for one in found.conflicts] == [("OP2", "Invites", "Urges")]


_SOUNDS = [one + two for one in "bdfgklmnprstv" for two in ("ava", "eko", "ilu", "oni", "ura")]


def changed(chance: Random, words: list[str], side: str) -> list[str]:
    """A text of which some phrases were put in, taken out, or carried elsewhere."""
    made = list(words)
    for number in range(chance.randint(1, 4)):
        start, many = chance.randrange(len(made) - 8), chance.randint(1, 6)
        act = chance.choice(("new", "gone", "other", "moved"))
        new = [f"{chance.choice(_SOUNDS)}{chance.choice(_SOUNDS)}{side}{'x' * number}" for _ in range(many)]
        phrase = made[start : start + many]
        made[start : start + (0 if act == "new" else many)] = new if act in ("new", "other") else []
        if act == "moved":
            at = chance.randrange(len(made))
            made[at:at] = phrase
        if len(made) < 12:
            break
    return made


def missing(there: str, here: str) -> Counter[str]:
    return Counter(telling_words(here)) - Counter(telling_words(there))


@given(st.integers(0, 10**9).map(Random))
@example(Random(946))  # a clause replaced beside another that one moved and the other deleted
@settings(max_examples=120, deadline=None, derandomize=True)
def test_what_a_side_is_left_with_says_what_it_said(chance: Random) -> None:
    """Either way settled, a paragraph that was asked about has no clause of that side less than this had."""
    words = [f"{one}{two}" for one in chance.sample(_SOUNDS, 6) for two in chance.sample(_SOUNDS, 6)]
    base, ours, theirs = (" ".join(one) for one in (words, changed(chance, words, "o"), changed(chance, words, "t")))
    found = merge(draft(base), draft(ours), draft(theirs))
    asked = [row for row in found.rows if any(":words:" in key for key in row.conflicts)]
    for way, having in (("ours", (ours,)), ("theirs", (theirs,)), ("both", (ours, theirs))):
        made = text(settled(found, way)) if len(asked) == len(found.rows) == 1 else base + ours + theirs
        for said in having:
            assert missing(made, said).total() < 4, (way, text(found))
