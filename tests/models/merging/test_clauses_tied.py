"""A clause that one side moved and the other changed at an end of its way is one question."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft
from models.merging import Merge, merge
from tests.models.merging.answered import reopen, resolve, resolve_row
from tests.models.merging.settling import draft
from tests.models.merging.settling import text as written
from tests.models.merging.sided_words import SidedWords
from tests.models.merging.test_never_silently import Lines, changed, counted, generated, text

WATER = "Urges States to save water in every river basin"
DATA = " and to share hydrological data by July"
CITIES = "Invites donors to help cities plan green roofs"
REPORT = "Requests the Secretary-General to report on progress at its next session"


BASE = draft(WATER + DATA, CITIES, REPORT)
MOVED = draft(WATER, CITIES + DATA, REPORT)
ALL = " and to share all hydrological data by August"
ROWS = [
    # theirs; what ours and theirs are said to have; the text by ours, by theirs
    (draft(WATER + ALL, CITIES, REPORT), f"OP1: nothing\nOP2:{DATA}", f"OP1:{ALL}\nOP2: nothing"),
    (draft(WATER + DATA, REPORT), f"OP1: nothing\nOP2: {CITIES}{DATA};", f"OP1:{DATA}\nOP2: deleted"),
    (
        draft(WATER, CITIES, REPORT + DATA),
        f"OP1: nothing\nOP2:{DATA}\nOP3: nothing",
        f"OP1: nothing\nOP2: nothing\nOP3:{DATA}",
    ),
]


@pytest.mark.parametrize(("theirs", "one", "two"), ROWS, ids=["reworded", "deleted where it went", "moved elsewhere"])
def test_one_answer_settles_both_ends(theirs: Draft, one: str, two: str) -> None:
    found = merge(BASE, MOVED, theirs)
    (asked,) = found.conflicts
    assert (asked.kind, asked.ours, asked.theirs) == ("clause", one, two)
    assert "written" not in asked.choices
    assert len([row for row in found.rows if asked.key in row.conflicts]) == 1 + len(asked.also) == 1 + one.count("\n")
    for way, side in (("ours", MOVED), ("theirs", theirs), ("base", BASE)):
        given = resolve(found, asked, way)
        assert not given.open
        assert given.draft == side
        assert reopen(given, asked.key).draft == found.draft
    for row in (row for row in found.rows if asked.key in row.conflicts):
        assert resolve_row(found, row, "theirs").draft == theirs  # a paragraph taken whole settles the other end


@pytest.mark.parametrize(
    ("verbs", "changed"),
    [
        (("Calls upon", "Encourages"), ("Urges", "Calls upon")),
        (("Also calls upon", "Also encourages"), ("Also urges", "Also calls upon")),
        (("Takes note of", "Welcomes"), ("Welcomes", "Takes note of")),
    ],
    ids=["one follows", "behind also", "changed about"],
)
def test_the_verbs_of_two_paragraphs_are_no_clause_that_went(verbs: tuple[str, str], changed: tuple[str, str]) -> None:
    works = " the contribution of Member States to the Working Group", " the plan of the Council for its follow-up"
    base, theirs = (draft(*map("".join, zip(side, works, strict=True))) for side in (verbs, changed))
    ours = draft(f"Invites{works[0]}", f"{verbs[1]}{works[1]} meeting")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [(one.kind, one.label) for one in found.conflicts] == [("words", "OP1")]
        assert f"{changed[1]}{works[1]} meeting" in written(found)


VERBS = st.sampled_from(
    ["Calls upon", "Also calls upon", "Encourages", "Strongly urges", "Takes note of", "Welcomes with appreciation",
     "Expresses deep concern at", "Decides"]
)  # fmt: skip
WORKS = (
    " the contribution of Member States to the Working Group", " the plan of the Council for its follow-up",
    " the Secretary-General and his team in the region",
)  # fmt: skip


@settings(max_examples=40)
@given(*[st.tuples(VERBS, VERBS, VERBS)] * 3)
def test_each_paragraph_is_asked_its_own_verb(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    def of(verbs: tuple[str, ...]) -> Draft:
        return draft(*map("".join, zip(verbs, WORKS, strict=True)))

    found = merge(of(base), of(ours), of(theirs))
    assert {one.kind for one in found.conflicts} <= {"words"}
    for way, side in (("ours", ours), ("theirs", theirs)):
        given_ = found
        for one in found.conflicts:
            given_ = resolve(given_, one, way)
        at_each = zip(base, ours, theirs, side, strict=True)
        assert given_.draft == of(
            tuple(own if was not in (one, two) else two if one == was else one for was, one, two, own in at_each)
        )


def test_what_a_side_deleted_is_called_as_the_base_calls_it() -> None:
    base, ours = draft(WATER, REPORT, CITIES + DATA), draft(WATER + DATA, REPORT)
    (asked,) = merge(base, ours, draft(WATER, CITIES + ALL)).conflicts
    assert (asked.ours, asked.theirs) == (f"OP1:{DATA}\nOP3: deleted", f"OP1: nothing\nOP2: {CITIES}{ALL};")


def test_a_clause_that_went_from_what_is_asked_because_of_another_is_of_the_same_question() -> None:
    green = "to help cities plan green roofs "
    cities = "Invites donors {}in every region of the world by 2030"
    base = draft(WATER + DATA, cities.format(green), REPORT)
    one = draft(WATER, f"[{cities.format(green)}]", REPORT + DATA)
    two = draft(WATER.replace("to save", f"{green}to save") + DATA, cities.format(""), REPORT)
    for found, way, other in ((merge(base, one, two), "ours", "theirs"), (merge(base, two, one), "theirs", "ours")):
        (asked,) = found.conflicts
        assert getattr(asked, way).splitlines()[2] == f"OP3:{DATA}"
        assert resolve(found, asked, way).draft == one
        taken = resolve(found, asked, other)
        bracketed = draft(two.paragraphs[0].text[:-1], f"[{cities.format('')}]", REPORT)
        assert taken.draft == bracketed  # the brackets are round what is left
        assert not taken.told


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (draft(WATER + DATA, "Encourages donors to help cities", REPORT), draft(WATER + ALL, CITIES, REPORT)),
        (draft(WATER + DATA, CITIES, REPORT + " and data"), draft(WATER + ALL, CITIES, REPORT)),
    ],
)  # fmt: skip
def test_changes_that_move_nothing_are_not_tied(ours: Draft, theirs: Draft) -> None:
    assert all(one.kind != "clause" for one in merge(BASE, ours, theirs).conflicts)


def test_words_that_two_paragraphs_say_by_chance_are_no_clause() -> None:
    base = draft(WATER + DATA, CITIES, REPORT, "Notes the data of two hydrological services")
    ours = draft(WATER + ALL, CITIES, REPORT, "Notes the data of two hydrological services")
    theirs = draft(CITIES.replace("green", "hydrological green"), REPORT, "Notes the data of two hydrological services")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [one.kind for one in found.conflicts] == ["deleted"]


@pytest.mark.parametrize(
    ("ours", "theirs", "clause"),
    [
        (MOVED, draft(WATER, CITIES, REPORT), DATA.strip()),
        (draft(WATER + DATA.replace("hydrological ", ""), CITIES.replace("green", "hydrological green"), REPORT),
         draft(WATER + DATA.replace("hydrological ", ""), CITIES, REPORT), "hydrological"),
        (draft(WATER.replace("save", "by July save") + DATA.replace(" by July", ""), CITIES, REPORT),
         draft(WATER + DATA.replace(" by July", ""), CITIES, REPORT), "by July"),
    ],
    ids=["a clause", "a word", "within a paragraph"],
)  # fmt: skip
def test_what_one_side_moved_and_the_other_deleted_is_one_question_of_both_ends(
    ours: Draft, theirs: Draft, clause: str
) -> None:
    for found, names in (
        (merge(BASE, ours, theirs), ("ours", "theirs")),
        (merge(BASE, theirs, ours), ("theirs", "ours")),
    ):
        (asked,) = found.conflicts
        assert [getattr(asked, name).count(clause) for name in ("base", *names)] == [1, 1, 0]
        (at,) = found.rows[asked.row or 0].merged
        assert "[ours:" in found.draft.paragraphs[at].text  # it is asked where it is to be seen
        assert clause in written(resolve(found, asked, names[0]))
        assert clause not in written(resolve(found, asked, names[1]))
        assert resolve(found, asked, "base").draft == BASE


def test_a_new_paragraph_stands_whole_behind_two_that_the_other_side_joined() -> None:
    calls = "Calls upon Member States to cooperate in the establishment of early warning systems"
    where = "all affected countries of the region"
    base = draft(f"{calls} in {where}", "Encourages regional bodies to exchange data free of charge", REPORT)
    ours = draft(
        calls,
        f"Also calls upon them to do so in {where}",
        "Encourages regional bodies to exchange data free of charge",
        REPORT,
    )
    theirs = draft(f"{calls} in {where}, and encourages regional bodies to exchange data free of charge", REPORT)
    for one, two in ((ours, theirs), (theirs, ours)):
        found = merge(base, one, two)
        assert not found.conflicts
        assert [paragraph.text for paragraph in found.draft.paragraphs] == [
            f"{calls}, and encourages regional bodies to exchange data free of charge;",
            f"Also calls upon them to do so in {where};",
            f"{REPORT};",
        ]


def test_a_single_word_moved_into_a_clash_is_neither_lost_nor_doubled() -> None:
    ours = draft(WATER + DATA, CITIES.replace("green", "cool green"), REPORT)
    theirs = draft(WATER + DATA.replace(" hydrological", ""), CITIES.replace("green", "hydrological"), REPORT)
    for found, sides in ((merge(BASE, ours, theirs), (ours, theirs)), (merge(BASE, theirs, ours), (theirs, ours))):
        (asked,) = found.conflicts
        for way, side in zip(("ours", "theirs"), sides, strict=True):
            assert resolve(found, asked, way).draft == side


def with_a_clause_moved(chance: Random, lines: Lines) -> Lines:
    made = [(kind, [*said]) for kind, said in lines]
    one, two = chance.sample([said for kind, said in made if kind != "H"], 2)
    start = chance.randrange(1, len(one) - 4)
    two[chance.choice((len(two), len(two) // 2)) : 0] = clause = one[start : start + 3]
    del one[one.index(clause[0]) : one.index(clause[0]) + 3]
    return made


def answered(chance: Random, found: Merge, ways: tuple[str, ...]) -> Merge:
    for asked in found.conflicts:
        found = resolve(found, asked, chance.choice([way for way in ways if way in asked.choices] or ["ours"]))
    return found


@given(st.integers(0, 10**9).map(Random))
@example(Random(142))  # three words that one side moved, two of them in four that the other moved elsewhere
@example(Random(162))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_no_answer_loses_or_doubles_words_untold(chance: Random) -> None:
    words = SidedWords(chance, 5)
    lines = [("O", words.some(9)), ("O", words.some(9)), *generated(chance, words)]
    ours = with_a_clause_moved(chance, lines)
    base, one, two = text(lines), text(ours), text(changed(chance, lines, words.of("t")))
    found = merge(base, one, two)
    was, left, right = counted(base), counted(one), counted(two)
    for ways in (("ours",), ("theirs",), ("ours", "theirs")):
        settled = answered(chance, found, ways)
        now, told = counted(settled.draft), " ".join(settled.told)
        for word in was.keys() & left.keys() & right.keys():
            assert now[word] == 1 or f"“{word}”" in told, (word, ways, written(found))


def test_words_that_both_took_out_of_a_paragraph_that_both_deleted_may_be_left_out() -> None:
    clause = ", in accordance with national law and customs"
    lines = (
        "Calls upon all States to protect rivers, wetlands and aquifers from pollution by mines, farms and tanneries,"
        " and to let nobody be driven from the banks where their families have lived and fished since before the wars",
        "Invites donors to restore lakes and ponds in cities that grow too fast",
        "Requests the Secretary-General to report on floods at its eightieth session of next year",
        "Encourages basins that share groundwater to cooperate with one another",
        "Decides to remain seized of the matter in accordance with national law",
    )

    def text(*its: int, at: int) -> Draft:
        return draft(*(f"{lines[one]}{clause if one == at else ''}" for one in its))

    found = merge(text(0, 1, 2, 3, 4, at=0), text(1, 2, 3, 4, at=1), text(1, 2, 3, 4, at=3))
    (asked,) = found.conflicts
    assert asked.choices == ("ours", "theirs", "base", "both")
    made = resolve(found, asked, "base")
    assert made.draft == text(1, 2, 3, 4, at=-1)
    assert made.told


def test_a_clause_of_common_words_that_one_side_moved_and_reworded_and_the_other_deleted_is_asked() -> None:
    said = "Commends the Organization for its system of early warning{}, and encourages the exchange of forecasts{}"
    other = (
        "Urges all to better prepare the vulnerable countries for floods, and vulnerable cities for lasting droughts"
    )
    base, ours, theirs = (
        draft(f"1. {said.format(*where)};", f"2. {other};")
        for where in (
            ("", ", to better prepare vulnerable countries"),
            (", to better serve vulnerable countries", ""),
            ("", ""),
        )
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        (asked,) = found.conflicts
        assert "to better serve vulnerable countries" in asked.ours + asked.theirs


def test_a_clause_that_stands_twice_and_of_which_each_side_struck_another_is_one_question() -> None:
    clause, rest = ", subject to the availability of voluntary contributions,", "Invites donors to contribute"
    base, one, two = (
        draft(f"1. Decides{first} to convene a conference{then} in Geneva;", f"2. {rest}.")
        for first, then in ((clause, clause), ("", clause), (clause, ""))
    )
    for ours, theirs in ((one, two), (two, one)):
        found = merge(base, ours, theirs)
        (asked,) = found.conflicts
        for way, made in (("ours", ours), ("theirs", theirs), ("base", base)):
            assert resolve(found, asked, way).draft == made


def test_clauses_of_which_one_side_struck_both_and_different_ones_are_gone() -> None:
    said = "Decides{} to convene a conference{} in Geneva;"
    clauses = ", subject to the availability of voluntary contributions,", ", with the help of regional commissions,"
    for first, then in ((clauses[0],) * 2, clauses):
        base, one, two, none = (
            draft(f"1. {said.format(*where)}", "2. Invites donors to contribute.")
            for where in ((first, then), ("", then), (first, ""), ("", ""))
        )
        cases = [(none, base), (base, none)] + ([(one, two), (two, one)] if first != then else [])
        for ours, theirs in cases:
            found = merge(base, ours, theirs)
            assert not found.conflicts
            assert found.draft == none
