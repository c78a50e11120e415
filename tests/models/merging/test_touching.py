"""Changes of both sides that stand near each other: which combine and which are asked about."""

from __future__ import annotations

import pytest

from models.draft import Draft
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

NAME = "1. Invites the Secretary-General to name a lead agency for early response systems in each region;"
NOTE = {1: "A/80/2."}

ASKED = [
    (
        "a word put in at two places, one word apart",
        NAME,
        NAME.replace("to name", "not to name"),
        NAME.replace("to name", "to not name"),
        ("to", "not to", "to not"),
    ),
    (
        "a phrase put in before and after the same words",
        NAME,
        NAME.replace("Invites", "Invites, where needed,"),
        NAME.replace("-General to", "-General, where needed, to"),
        ("the Secretary-General", ", where needed, the Secretary-General", "the Secretary-General, where needed,"),
    ),
    (
        "a phrase put in alike far apart",
        NAME,
        NAME.replace("Invites", "Invites, within existing resources,"),
        NAME.replace("region;", "region within existing resources;"),
        None,
    ),
    (
        "what both put in has a word in common",
        NAME,
        NAME.replace("early response", "early and timely response"),
        NAME.replace("systems in", "systems for timely action in"),
        ("response systems", "and timely response systems", "response systems for timely action"),
    ),
    (
        "one word and the plural of it on either side of a word",
        NAME,
        NAME.replace("in each", "in Member States of each"),
        NAME.replace("in each", "in States Members of each"),
        None,
    ),
    (
        "one body called in two ways",
        "1. Urges States to strengthen national monitoring systems in rural areas;",
        "1. Urges Member States to strengthen national monitoring systems in rural areas;",
        "1. Urges States Members of the United Nations to strengthen national monitoring systems in rural areas;",
        ("States", "Member States", "States Members of the United Nations"),
    ),
    (
        "words put in after words that the other side takes out",
        NAME,
        NAME.replace(" early response", ""),
        NAME.replace("early response", "early response and recovery"),
        None,
    ),
    (
        "words put in before words that the other side takes out",
        NAME,
        NAME.replace("lead ", ""),
        NAME.replace("lead", "permanent lead"),
        None,
    ),
    (
        "a note on a word that the other side takes out",
        NAME,
        NAME.replace(" early response", ""),
        NAME.replace("response", "response[^1]"),
        None,
    ),
    (
        "a note on a word that the other side replaces",
        NAME,
        NAME.replace("lead agency", "focal point"),
        NAME.replace("lead agency", "lead agency[^1]"),
        None,
    ),
    (
        "brackets round words that the other side takes out",
        NAME,
        NAME.replace("early response", "[early response]"),
        NAME.replace(" early response", ""),
        None,
    ),
    (
        "a word replaced beside one that the other side takes out",
        "1. Notes the map that was made in accordance with paragraph 71 of the code;",
        "1. Notes the map that was made in accordance with 71 of the code;",
        "1. Notes the map that was made in accordance under duress paragraph 71 of the code;",
        ("with paragraph", "with", "under duress paragraph"),
    ),
    (
        "phrases taken out side by side",
        "1. Urges all to strive, through better cooperation, for the rise of a just order of things;",
        "1. Urges all to strive, through better the rise of a just order of things;",
        "1. Urges all to strive, through better cooperation, for a just order of things;",
        None,
    ),
    (
        "of a comma and a word that join, one taken out by each side",
        "1. Recalls the consensus on financing for development, and the declaration on the matter;",
        "1. Recalls the consensus on financing for development, the declaration on the matter and the commitment;",
        "1. Recalls the consensus on financing for development and the declaration on the matter;",
        None,
    ),
    (
        "two halves taken out",
        "1. Welcomes the offer of the host country and thanks the bureau for its patient work;",
        "1. Welcomes the offer of the host country;",
        "1. Thanks the bureau for its patient work;",
        None,
    ),
    (
        "two halves taken out, and what stands between them left",
        "1. Requests a report on rivers and lakes, within existing resources, and decides to hold a meeting in Geneva"
        " of ministers of finance;",
        "1. Requests a report on rivers and lakes, within existing resources;",
        "1. Requests, within existing resources, and decides to hold a meeting in Geneva of ministers of finance;",
        None,
    ),
]


def made(line: str) -> Draft:
    return draft(line, notes=NOTE if "[^1]" in line else None)


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "texts"), ASKED, ids=[row[0] for row in ASKED])
def test_what_touches_is_asked(
    what: str, base: str, ours: str, theirs: str, texts: tuple[str, str, str] | None
) -> None:
    (conflict,) = merge(made(base), made(ours), made(theirs)).conflicts
    assert conflict.kind == "words"
    if texts is not None:
        assert (conflict.base, conflict.ours, conflict.theirs) == texts
    (turned,) = merge(made(base), made(theirs), made(ours)).conflicts
    assert (turned.base, turned.ours, turned.theirs) == (conflict.base, conflict.theirs, conflict.ours)


COMBINED = [
    (
        "one word apart, nothing in common",
        NAME.replace("a lead", "one lead"),
        NAME.replace("agency for", "agency or office for"),
        "1. Invites the Secretary-General to name one lead agency or office for early response systems in each region;",
    ),
    (
        "small words in common",
        NAME.replace("name a", "name for each of these a"),
        NAME.replace("agency for", "agency of its own for"),
        "1. Invites the Secretary-General to name for each of these a lead agency of its own for early response "
        "systems in each region;",
    ),
    (
        "a word in common far apart",
        NAME.replace("Invites", "Urgently invites"),
        NAME.replace("early", "urgently needed early"),
        "1. Urgently invites the Secretary-General to name a lead agency for urgently needed early response systems "
        "in each region;",
    ),
    (
        "a note before words that the other side takes out",
        NAME.replace("agency", "agency[^1]"),
        NAME.replace(" for early response systems", ""),
        "1. Invites the Secretary-General to name a lead agency[^1] in each region;",
    ),
    (
        "a note on the last word, its mark changed",
        NAME.replace("region;", "region[^1];"),
        NAME.replace("region;", "region."),
        "1. Invites the Secretary-General to name a lead agency for early response systems in each region[^1].",
    ),
]


@pytest.mark.parametrize(("what", "ours", "theirs", "expected"), COMBINED, ids=[row[0] for row in COMBINED])
def test_what_does_not_touch_combines(what: str, ours: str, theirs: str, expected: str) -> None:
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(made(NAME), made(one), made(two))
        assert not found.conflicts
        assert found.draft == made(expected)


def test_one_word_that_becomes_another_at_two_places_is_no_repetition() -> None:
    base = "1. Takes note of resolution 78/12 and of resolution 78/12 as amended;"
    found = merge(
        made(base),
        made(base.replace("78/12 and", "79/14 and")),
        made(base.replace("78/12 as", "79/14 as")),
    )
    assert not found.conflicts
    assert found.draft.paragraphs[0].text == "Takes note of resolution 79/14 and of resolution 79/14 as amended;"


ALSO = " as well as its resolution 77/98"
PAIR = f"1. Notes its resolutions 62/63 and 63/119{ALSO}, the report and the first review[^1] and third review;"


@pytest.mark.parametrize(
    ("ours", "theirs", "before"),
    [
        (PAIR.replace(ALSO, ""), PAIR.replace(ALSO, ", as well as its resolution 79/116"), "63/119"),
        (PAIR.replace("[^1] and", "[^1], second and"), PAIR.replace("[^1] and", ",[^1] second and"), "review"),
    ],
    ids=["before what the other took out", "before and behind a note"],
)
def test_a_mark_that_both_sides_put_in_stands_once(ours: str, theirs: str, before: str) -> None:
    base, one, two = (draft(line, notes=NOTE) for line in (PAIR, ours, theirs))
    for found in (merge(base, one, two), merge(base, two, one)):
        for way in ("ours", "theirs"):
            (made,) = settled(found, way).draft.paragraphs
            assert f"{before}," in made.text
            assert ",," not in made.text


NAMES = {
    "Arabic": ("1. ترحب بعرض {} استضافة المؤتمر؛", "إثيوبيا ", "مصر ", "كينيا "),
    "Chinese": ("1. 欢迎{}提出主办会议；", "埃塞俄比亚", "中国", "肯尼亚"),
    "Chinese, one sign the same": ("1. 欢迎{}提出主办会议；", "法国", "中国", "德国"),
    "English": ("1. Welcomes the offer of {}to host the conference;", "Ethiopia ", "Egypt ", "Kenya "),
    "Japanese": ("1. 会議を{}で開催する；", "エチオピア", "エジプト", "ケニア"),
    "Russian": ("1. приветствует предложение {}провести конференцию;", "Эфиопии ", "Египта ", "Кении "),
    "Thai": ("1. เชิญ{}เป็นเจ้าภาพ;", "เอธิโอเปีย", "อียิปต์", "เคนยา"),
}


@pytest.mark.parametrize(("text", "was", "one", "two"), NAMES.values(), ids=NAMES)
def test_of_two_names_at_one_place_neither_stands_unasked(text: str, was: str, one: str, two: str) -> None:
    for base in (text.format(was), text.format("")):
        first, ours, theirs = (draft(line) for line in (base, text.format(one), text.format(two)))
        found = merge(first, ours, theirs)
        (asked,) = found.conflicts
        for name, said in ((one, asked.ours), (two, asked.theirs)):
            assert name.strip().rstrip("国") in said
        for way, side in (("ours", ours), ("theirs", theirs), ("base", first)):
            assert settled(found, way).draft == side
