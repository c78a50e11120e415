"""Sections in a merge: what a side put in stands in its own section, and what would stand in another is asked."""

from __future__ import annotations

from itertools import chain
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import Merge, merge
from tests.models.merging.random_drafts import sentence, word
from tests.models.merging.settling import settled
from tests.models.merging.test_whereabouts import lettered
from tests.models.merging.whereabouts import text as of_ranks

MEANS, FOLLOW_UP, FINANCE = "Means of implementation", "Follow-up", "Finance"
WATER, SYSTEMS, DONORS, SEIZED = (
    "Requests a report on drinking water in rural areas;",
    "Urges States to strengthen national monitoring systems by 2030;",
    "Calls upon donors to finance the trust fund;",
    "Decides to remain seized of the matter.",
)
BANKS, WOMEN = "Invites banks to lend at low rates to poor countries;", "Stresses the role of women in governance;"
BASE = (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, SEIZED)
HEADINGS = (MEANS, FOLLOW_UP, FINANCE)


def text(*lines: str) -> Draft:
    """A text of headings, without a full stop or semicolon, and operative paragraphs, counted through."""
    made, number = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))], 0
    for line in lines:
        heading = line[-1] not in ";.,"
        number += not heading
        kind = Kind.HEADING if heading else Kind.OPERATIVE
        made.append(Paragraph(kind, (Run(line),), number=None if heading else str(number)))
    return Draft(tuple(made))


MOVED = [
    ("a section beside a paragraph that the other side moved", (MEANS, WATER, FOLLOW_UP, SYSTEMS, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, FINANCE, BANKS, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, FINANCE, BANKS, FOLLOW_UP, SYSTEMS, DONORS, SEIZED)),
    ("a paragraph beside one that the other side moved", (MEANS, WATER, FOLLOW_UP, SYSTEMS, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, WOMEN, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, WOMEN, FOLLOW_UP, SYSTEMS, DONORS, SEIZED)),
    ("a paragraph before a heading that the other side moved down", (MEANS, WATER, SYSTEMS, DONORS, FOLLOW_UP, SEIZED),
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, WOMEN, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, DONORS, FOLLOW_UP, WOMEN, SEIZED)),
    ("a paragraph beside a section that the other side put in",
     (MEANS, WATER, SYSTEMS, WOMEN, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, FINANCE, BANKS, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, WOMEN, FINANCE, BANKS, FOLLOW_UP, DONORS, SEIZED)),
    ("a paragraph goes with its neighbours into a section of the other side",
     (MEANS, WATER, FINANCE, SYSTEMS, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, WOMEN, FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, FINANCE, SYSTEMS, WOMEN, FOLLOW_UP, DONORS, SEIZED)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "expected"), MOVED, ids=[row[0] for row in MOVED])
def test_what_is_put_in_stands_in_its_own_section(
    what: str, ours: tuple[str, ...], theirs: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(text(*BASE), text(*one), text(*two))
        assert not found.conflicts
        assert [paragraph.text for paragraph in found.draft.paragraphs[1:]] == [*expected]
        assert not [told for told in found.told if " under " in told or "look at the order" in told]


PAIR = (MEANS, WATER, BANKS, SEIZED, FOLLOW_UP, DONORS, SYSTEMS)


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        ((MEANS, WATER, DONORS, SYSTEMS, BANKS, SEIZED, FOLLOW_UP),
         (MEANS, WATER, DONORS, WOMEN, SYSTEMS, BANKS, SEIZED, FOLLOW_UP)),
        ((MEANS, DONORS, SYSTEMS, WATER, BANKS, SEIZED, FOLLOW_UP),
         (MEANS, DONORS, WOMEN, SYSTEMS, WATER, BANKS, SEIZED, FOLLOW_UP)),
        ((FOLLOW_UP, DONORS, SYSTEMS, MEANS, WATER, BANKS, SEIZED),
         (FOLLOW_UP, DONORS, WOMEN, SYSTEMS, MEANS, WATER, BANKS, SEIZED)),
    ],
)  # fmt: skip
def test_what_is_put_between_two_goes_where_the_other_side_moved_both(
    ours: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    theirs = (*PAIR[:-1], WOMEN, SYSTEMS)
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(text(*PAIR), text(*one), text(*two))
        assert not found.conflicts
        assert [paragraph.text[:-1] for paragraph in found.draft.paragraphs[1:]] == [line[:-1] for line in expected]
        assert not [told for told in found.told if "stands under" in told or "look at the order" in told]


ASKED = [
    ("a section before a heading that the other side deleted", (MEANS, WATER, SYSTEMS, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, FINANCE, BANKS, FOLLOW_UP, DONORS, SEIZED), ("deleted", FOLLOW_UP, "", FOLLOW_UP)),
    ("a section of each side, at two places", (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, FINANCE, SEIZED),
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, "Review", DONORS, SEIZED),
     ("moved", "", "under “Finance”", "under “Review”")),
    ("a section that the other side deleted but for its end", (MEANS, WATER, SYSTEMS, SEIZED),
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, BANKS, SEIZED),
     ("deleted", f"{FOLLOW_UP}\n{DONORS}", "", f"{FOLLOW_UP}\n{DONORS}\n{BANKS}")),
    ("a new paragraph at the end of a section that the other side deleted", (FOLLOW_UP, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, WOMEN, FOLLOW_UP, DONORS, SEIZED),
     ("deleted", f"{MEANS}\n{WATER}\n{SYSTEMS}", "", f"{MEANS}\n{WATER}\n{SYSTEMS}\n{WOMEN}")),
    ("a paragraph moved to the end of its section, where the other side put in a heading",
     (MEANS, SYSTEMS, WATER, FOLLOW_UP, DONORS, SEIZED), (MEANS, WATER, FINANCE, SYSTEMS, FOLLOW_UP, DONORS, SEIZED),
     ("moved", "", "after OP1, “Urges States to strengthen national…”", "under “Means of implementation”")),
    ("a new paragraph at the end, where the other side moved the last and put a heading over the one before",
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, SEIZED, BANKS),
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, SEIZED, FINANCE, DONORS),
     ("moved", "", "under “Follow-up”", "under “Finance”")),
    ("a heading that lost what stands under it", (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS),
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, SEIZED),
     ("shape", f"{FOLLOW_UP}\n{DONORS}\n{SEIZED}", f"{FOLLOW_UP}\n{DONORS}", f"{FOLLOW_UP}\n{SEIZED}")),
    ("a heading made another one over what the other side moved there",
     (MEANS, SYSTEMS, FOLLOW_UP, WATER, DONORS, SEIZED),
     (MEANS, WATER, SYSTEMS, FINANCE, DONORS, SEIZED), ("shape", FOLLOW_UP, FOLLOW_UP, FINANCE)),
    ("a heading made another one over what the other side put in",
     (MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, BANKS, SEIZED),
     (MEANS, WATER, SYSTEMS, FINANCE, DONORS, SEIZED), ("shape", FOLLOW_UP, FOLLOW_UP, FINANCE)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "asked"), ASKED, ids=[row[0] for row in ASKED])
def test_what_would_stand_under_another_heading_is_asked(
    what: str, ours: tuple[str, ...], theirs: tuple[str, ...], asked: tuple[str, str, str, str]
) -> None:
    found, turned = (merge(text(*BASE), text(*one), text(*two)) for one, two in ((ours, theirs), (theirs, ours)))
    assert asked in [(one.kind, one.base, one.ours, one.theirs) for one in found.conflicts]
    assert asked in [(one.kind, one.base, one.theirs, one.ours) for one in turned.conflicts]
    assert not [told for told in found.told if " stand" in told or "nothing under" in told]
    for way, other in (("ours", "theirs"), ("theirs", "ours")):
        answered = settled(found, way)
        assert not answered.open
        assert under(answered.draft) == under(settled(turned, other).draft)


def test_a_heading_that_was_parted_from_other_words_is_called_by_its_own() -> None:
    fund = "Money for the trust fund of all regions"
    base = (MEANS, WATER, FOLLOW_UP, f"{DONORS} {fund};", SEIZED)
    ours, theirs = (MEANS, WATER, FOLLOW_UP, DONORS, fund, SEIZED), (*base[:4], "Review", SEIZED)
    (asked,) = merge(text(*base), text(*ours), text(*theirs)).conflicts
    assert (asked.ours, asked.theirs) == (f"under “{fund}”", "under “Review”")


@pytest.mark.parametrize(
    "theirs",
    [(MEANS, WATER, SYSTEMS, FINANCE, "", DONORS, SEIZED), (MEANS, WATER, SYSTEMS, DONORS, FINANCE, "", SEIZED)],
    ids=["under a new heading", "moved behind a paragraph under one"],
)
def test_a_table_under_two_headings_is_asked_about_as_a_whole(theirs: tuple[str, ...]) -> None:
    table = [Paragraph(Kind.TEXT, (Run(word),), cell=(0, at // 2, at % 2)) for at, word in enumerate("abcdef")]

    def with_table(*lines: str) -> Draft:
        at = lines.index("") + 1
        made = text(*(line for line in lines if line)).paragraphs
        return Draft((*made[:at], *table, *made[at:]))

    base = with_table(MEANS, WATER, SYSTEMS, "", DONORS, SEIZED)
    ours = with_table(MEANS, WATER, FOLLOW_UP, SYSTEMS, "", DONORS, SEIZED)
    found, turned = merge(base, ours, with_table(*theirs)), merge(base, with_table(*theirs), ours)
    for one, way, other in ((found, "ours", "theirs"), (turned, "theirs", "ours")):
        (conflict,) = one.conflicts
        assert (getattr(conflict, way), getattr(conflict, other)) == ("under “Follow-up”", "under “Finance”")
        for answer, heading in ((way, FOLLOW_UP), (other, FINANCE)):
            answered = settled(one, answer)
            lines = [line.text for line in answered.draft.paragraphs]
            assert lines[lines.index("a") :][:6] == [*"abcdef"]
            assert [line for line in lines[: lines.index("a")] if line in HEADINGS][-1] == heading
            assert not [told for told in answered.told if "stands under" in told or "stand under" in told]


def test_a_heading_reworded_over_what_the_other_side_put_in_is_not_asked() -> None:
    ours = text(MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, BANKS, SEIZED)
    found = merge(text(*BASE), ours, text(MEANS, WATER, SYSTEMS, "Follow-up and review", DONORS, SEIZED))
    assert not found.conflicts


def test_what_is_asked_stands_where_the_side_has_it_that_was_chosen() -> None:
    ours = text(MEANS, WATER, SYSTEMS, FOLLOW_UP, DONORS, FINANCE, SEIZED)
    theirs = text(MEANS, WATER, SYSTEMS, FOLLOW_UP, "Review", DONORS, SEIZED)
    found = merge(text(*BASE), ours, theirs)
    for way, heading in (("ours", FINANCE), ("theirs", "Review")):
        assert under(settled(found, way).draft)[SEIZED[:-1]] == heading


def test_what_a_side_moved_between_two_that_are_asked_about_goes_with_them() -> None:
    base = text(WATER, WOMEN, SYSTEMS, DONORS, BANKS, FOLLOW_UP, SEIZED)
    ours = text(WATER, WOMEN, MEANS, SYSTEMS, DONORS, BANKS, FOLLOW_UP, SEIZED)
    theirs = text(WATER, SYSTEMS, FINANCE, DONORS, WOMEN, BANKS, FOLLOW_UP, SEIZED)
    for found, mine in ((merge(base, ours, theirs), "ours"), (merge(base, theirs, ours), "theirs")):
        (asked,) = found.conflicts
        assert {asked.ours, asked.theirs} == {f"under “{MEANS}”", f"under “{FINANCE}”"}
        made = settled(found, mine).draft
        assert [one.text for one in made.paragraphs[3:7]] == [SYSTEMS, DONORS, WOMEN, BANKS]


def test_of_two_headings_at_one_place_that_is_behind_which_stands_so_on_a_side() -> None:
    base, renamed = text(WATER, SYSTEMS, FOLLOW_UP, DONORS, SEIZED), text(WATER, FOLLOW_UP, SYSTEMS, DONORS, SEIZED)
    new = text(WATER, FINANCE, SYSTEMS, FOLLOW_UP, DONORS, SEIZED)
    for found, way in ((merge(base, renamed, new), "theirs"), (merge(base, new, renamed), "ours")):
        made = settled(found, way)
        assert under(made.draft)[SYSTEMS[:-1]] == FINANCE
        assert under(made.draft)[DONORS[:-1]] == FOLLOW_UP


APART = [
    (
        "the one before it",
        (MEANS, SYSTEMS, FOLLOW_UP, DONORS, SEIZED, WATER),
        ("before OP3, “Urges States to strengthen national…”", "after OP4, “Requests a report on drinking water in…”"),
    ),
    (
        "the one behind it",
        (SYSTEMS, MEANS, WATER, FOLLOW_UP, DONORS, SEIZED),
        ("after OP1, “Requests a report on drinking water in…”", "before OP1, “Urges States to strengthen national…”"),
    ),
]


@pytest.mark.parametrize(("what", "theirs", "asked"), APART, ids=[row[0] for row in APART])
def test_what_stands_between_two_that_were_moved_apart_is_asked(
    what: str, theirs: tuple[str, ...], asked: tuple[str, str]
) -> None:
    ours = text(MEANS, WATER, WOMEN, SYSTEMS, FOLLOW_UP, DONORS, SEIZED)
    found, turned = merge(text(*BASE), ours, text(*theirs)), merge(text(*BASE), text(*theirs), ours)
    (conflict,), (other,) = found.conflicts, turned.conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == ("moved", *asked)
    assert (other.kind, other.theirs, other.ours) == ("moved", *asked)
    moved = WATER if "before" in what else SYSTEMS
    for way in ("ours", "theirs"):
        lines = [one.text[:-1] for one in settled(found, way).draft.paragraphs]
        stays = SYSTEMS if moved is WATER else WATER
        near = stays if way == "ours" else moved
        assert abs(lines.index(WOMEN[:-1]) - lines.index(near[:-1])) == 1


def test_two_put_at_the_end_of_one_section_are_told() -> None:
    ours = text(MEANS, WATER, WOMEN, FOLLOW_UP, SYSTEMS, DONORS, SEIZED)
    theirs = text(MEANS, WATER, SYSTEMS, BANKS, FOLLOW_UP, DONORS, SEIZED)
    for found in (merge(text(*BASE), ours, theirs), merge(text(*BASE), theirs, ours)):
        assert [one.text for one in found.draft.paragraphs[1:5]] == [MEANS, WATER, WOMEN, BANKS]
        assert [told for told in found.told if "look at the order" in told] == [
            "Both sides put in something between the same paragraphs, OP2 and OP3: look at the order."
        ]


PARTS = "HaOaHbObHcOcNdTd"
OF_RANKS = [
    ("a section beside one that the other side took into an annex", "HaOaHcOcNdTdHbOb", "HaOaHbObHeOeHcOcNdTd",
     "HaOaHeOeHcOcNdTdHbOb"),
    ("an annex behind one into which the other side took a section", "HaOaHcOcNdTdHbOb", f"{PARTS}NeTe",
     "HaOaHcOcNdTdHbObNeTe"),
    ("an annex and a section of the annex before it", f"{PARTS}NeTe", f"{PARTS}HfTf", f"{PARTS}HfTfNeTe"),
    ("an annex and a larger section of the annex before it", f"{PARTS}NeTe", f"{PARTS}IfTf", f"{PARTS}IfTfNeTe"),
    ("a larger section and a section of what is before it", "HaOaHbObIeOeHcOcNdTd", "HaOaHbObHfOfHcOcNdTd",
     "HaOaHbObHfOfIeOeHcOcNdTd"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "expected"), OF_RANKS, ids=[row[0] for row in OF_RANKS])
def test_a_section_stands_in_its_own_annex_or_larger_section(what: str, ours: str, theirs: str, expected: str) -> None:
    base, one, two, made = (of_ranks(lettered(its)) for its in (PARTS, ours, theirs, expected))
    for found in (merge(base, one, two), merge(base, two, one)):
        assert not found.conflicts
        assert [one.text for one in found.draft.paragraphs] == [one.text for one in made.paragraphs]
        assert not [told for told in found.told if "stands under" in told or "stand under" in told]


seeds = st.integers(0, 10**9).map(Random)


def heading(chance: Random) -> str:
    return f"{word(chance)} {word(chance)}"


def changed(chance: Random, lines: list[str]) -> list[str]:
    made = [*lines]
    for _ in range(chance.randint(0, 3)):
        act = chance.choice(("move", "move", "new", "section", "delete"))
        if act == "move":
            one = made.pop(chance.randrange(len(made)))
            made.insert(chance.randint(0, len(made)), one)
        elif act == "delete" and len(made) > 1:
            del made[chance.randrange(len(made))]
        else:
            new = (
                [sentence(chance, 6, 9)] if act == "new" else [f"{word(chance)} {word(chance)}", sentence(chance, 6, 9)]
            )
            at = chance.randint(0, len(made))
            made[at:at] = new
    return made


def under(draft: Draft) -> dict[str, str]:
    """The heading under which each paragraph stands."""
    found, last = {}, ""
    for one in draft.paragraphs:
        if one.kind is Kind.HEADING:
            last = one.text
        else:
            found[one.text[:-1]] = last
    return found


def follows(words: str, side: Draft, found: Merge) -> bool:
    """Whether what stands around a paragraph on its side, and is still there, stands under the same heading now."""
    lines, now = [one.text[:-1] for one in side.paragraphs], under(found.draft)
    at = lines.index(words)
    before = next((now[line] for line in reversed(lines[:at]) if line in now), None)
    behind = next((now[line] for line in lines[at + 1 :] if line in now), None)
    return before == now[words] == behind


def headings(found: Merge) -> set[str]:
    return {one.text for one in found.draft.paragraphs if one.kind is Kind.HEADING}


def names_of_headings(found: Merge, sides: tuple[Draft, Draft, Draft]) -> dict[str, set[str]]:
    """What each heading of the merged text is called on the sides, one of which may call it otherwise."""
    names: dict[str, set[str]] = {}
    for row in found.rows:
        for at in row.merged:
            called = names.setdefault(found.draft.paragraphs[at].text, set())
            for side, places in zip(sides, (row.base, row.ours, row.theirs), strict=True):
                called |= {side.paragraphs[place].text for place in places}
    return names


@given(seeds)
@example(Random(1587915))  # two headings that one side gave each the words of the other
@settings(max_examples=120)
def test_nothing_stands_silently_where_no_side_has_it(chance: Random) -> None:
    lines = [
        line
        for _ in range(chance.randint(1, 3))
        for line in (heading(chance), *(sentence(chance, 6, 9) for _ in range(chance.randint(1, 3))))
    ]
    base, ours, theirs = text(*lines), text(*changed(chance, lines)), text(*changed(chance, lines))
    found = merge(base, ours, theirs)
    if found.conflicts or len({one.text for one in found.draft.paragraphs}) < len(found.draft.paragraphs):
        return
    there, told = [under(base), under(ours), under(theirs)], " ".join(found.told)
    names = names_of_headings(found, (base, ours, theirs))
    for words, now in under(found.draft).items():
        known = [one[words] for one in there if words in one]
        if len(known) == 3 and names.get(now, {now}).isdisjoint(known[1:]):
            assert " stand" in told
        elif len(known) == 1 and known[0] in {"", *headings(found)} and now in {*there[0].values()}:
            # One side put it in, its section is there, and that in which it stands is none that the other put in.
            assert (
                known[0] in names.get(now, {now})
                or " stand" in told
                or follows(words, ours if words in there[1] else theirs, found)
            )
        elif len(known) == 1 and known[0] in {*there[0].values()} - {"", *chain(*names.values())}:
            # The other side deleted its heading, and with it something that stood under it.
            other, lost = there[2 if words in there[1] else 1], {*there[0]} - {*under(found.draft)}
            if any(there[0][one] == known[0] and one not in other for one in lost):
                side = ours if words in there[1] else theirs
                assert " stand" in told or follows(words, side, found)


def test_the_count_goes_on_in_a_section_whose_first_paragraph_is_gone() -> None:
    def sections(*lines: str) -> Draft:
        number, made = 0, [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
        for line in lines:
            section = line[-1] not in ";.,"
            number += not section
            kind, own = (Kind.SECTION, "II" if line == FINANCE else "I") if section else (Kind.OPERATIVE, str(number))
            made.append(Paragraph(kind, (Run(line),), number=own))
        return Draft(tuple(made))

    base = sections(MEANS, WATER, SYSTEMS, FINANCE, BANKS, SEIZED)
    without = sections(MEANS, WATER, SYSTEMS, FINANCE, SEIZED)
    more = sections(MEANS, WATER, SYSTEMS, FINANCE, BANKS, DONORS, SEIZED)
    for found in (merge(base, without, more), merge(base, more, without)):
        assert [one.number for one in found.draft.paragraphs if one.kind is Kind.OPERATIVE] == ["1", "2", "3", "4"]
