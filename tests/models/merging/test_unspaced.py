"""Texts written without spaces between words, and their brackets of full width."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.random_brackets import small_draft, with_brackets
from tests.models.merging.settling import settled

BASE = "1. 促请会员国酌情在发展中国家改善饮用水；"

ASKED = [
    ("a word of which one side takes a half", "促请", "请", "敦促", ("促请", "请", "敦促")),
    ("a word within a longer one", "发展中", "发达", "内陆发展中", ("发展中", "发达", "内陆发展中")),
    ("both halves of a word", "酌情", "斟情", "酌量", ("酌情", "斟情", "酌量")),
    ("brackets round what the other side takes out", "酌情", "［酌情］", "", ("酌情", "［酌情］", "")),
    ("brackets that cross", "会员国酌情在", "【会员国酌情】在", "会员国【酌情在】",
     ("会员国酌情在", "【会员国酌情】在", "会员国【酌情在】")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "texts"), ASKED, ids=[row[0] for row in ASKED])
def test_changes_within_one_word_are_asked(
    what: str, base: str, ours: str, theirs: str, texts: tuple[str, str, str]
) -> None:
    assert base in BASE
    drafts = [draft(BASE.replace(base, words)) for words in (base, ours, theirs)]
    found = merge(drafts[0], drafts[1], drafts[2])
    assert [(one.base, one.ours, one.theirs) for one in found.conflicts] == [texts]
    turned = merge(drafts[0], drafts[2], drafts[1])
    assert [(one.base, one.theirs, one.ours) for one in turned.conflicts] == [texts]
    for way, wanted in zip(("base", "ours", "theirs"), drafts, strict=True):
        assert settled(found, way).draft.paragraphs[0].text == wanted.paragraphs[0].text


def test_changes_of_different_words_combine() -> None:
    ours, theirs = draft(BASE.replace("促请", "敦促")), draft(BASE.replace("饮用水", "饮用水和河流"))
    for found in (merge(draft(BASE), ours, theirs), merge(draft(BASE), theirs, ours)):
        assert not found.conflicts
        assert found.draft.paragraphs[0].text == BASE[3:].replace("促请", "敦促").replace("饮用水", "饮用水和河流")


def test_a_paragraph_that_both_put_in_at_two_places_stands_once() -> None:
    new, rest = "邀请捐助方向发展中国家提供更多的资金；", ("请秘书长就执行情况提出报告；", "决定在日内瓦召开会议；")
    base, ours, theirs = (
        draft(*(f"PP {line}" for line in lines)) for lines in (rest, (new, *rest), (rest[0], new, rest[1]))
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [asked.kind for asked in found.conflicts] == ["moved"]
        for way in ("ours", "theirs"):
            assert [one.text for one in settled(found, way).draft.paragraphs].count(new) == 1


LINES = {
    "中": (
        "敦促会员国{}通过国家防治沙尘暴行动计划",
        "请秘书长{}就本决议的执行情况提出报告",
        "决定在日内瓦召开一次高级别会议",
    ),
    "En": (
        "Urges Member States{} to adopt national action plans to combat sand and dust storms",
        "Requests the Secretary-General{} to report to the Assembly at its eighty-first session",
        "Decides to convene a conference in Geneva",
    ),
    "Ру": (
        "призывает государства-члены{} принять национальные планы действий по борьбе с бурями",
        "просит Генерального секретаря{} представить доклад Ассамблее на ее сессии",
        "постановляет созвать конференцию в Женеве",
    ),
}
CLAUSES = {
    "中": ("，同时考虑到本国国情和能力，", "，酌情，", "，在现有资源范围内，", "尽快", "，在2027年前"),
    "En": (", taking into account their circumstances and capacities,", ", as appropriate,", " urgently", " by 2027"),
    "Ру": (", с учетом их условий и возможностей,", " незамедлительно", " в 2027 году"),
}


@pytest.mark.parametrize(("script", "clause"), [(one, said) for one, its in CLAUSES.items() for said in its])
def test_a_clause_is_known_again_however_short_and_in_whatever_script(script: str, clause: str) -> None:
    base, moved, struck = (
        draft(*(f"{n}. {one.format(clause if n == at else '')};" for n, one in enumerate(LINES[script], 1)))
        for at in (1, 2, 0)
    )
    for ours, theirs in ((moved, struck), (struck, moved)):
        found = merge(base, ours, theirs)
        assert [asked.kind for asked in found.conflicts] == ["clause"]
        for way, side in (("base", base), ("ours", ours), ("theirs", theirs)):
            assert settled(found, way).draft == side


SIGNS = "大会回顾决议促请会员国改善饮用水敦和发展中达内陆家酌情"


def changed(chance: Random, text: str) -> str:
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(text))
        end = min(start + chance.choice((0, 1, 1, 2)), len(text))
        text = text[:start] + "".join(chance.choices(SIGNS, k=chance.choice((0, 1, 2)))) + text[end:]
    return text


def one_paragraph(text: str) -> Draft:
    return Draft((Paragraph(Kind.OPERATIVE, (Run(text),)),))


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=150, derandomize=True)
def test_what_is_settled_is_what_the_side_has(chance: Random) -> None:
    base = "".join(chance.choices(SIGNS, k=chance.randint(8, 20)))
    ours, theirs = changed(chance, base), changed(chance, base)
    found = merge(one_paragraph(base), one_paragraph(ours), one_paragraph(theirs))
    for way, whole in (("ours", ours), ("theirs", theirs), ("base", base)):
        answered = settled(found, way)
        if any(way not in one.choices for one in found.conflicts):
            continue
        assert " " not in answered.draft.paragraphs[0].text
        there: dict[str, str] = {}
        for one in answered.stretches(0):
            there[one.conflict] = there.get(one.conflict, "") + one.text
        for conflict in answered.conflicts:
            said = getattr(conflict, way)
            assert there.get(conflict.key, "") == said
            assert said in whole


WIDE = str.maketrans("[]", "［］")


def wide(one: Draft) -> Draft:
    return Draft(
        tuple(
            Paragraph(part.kind, tuple(Run(run.text.translate(WIDE), *run.marks) for run in part.runs))
            for part in one.paragraphs
        )
    )


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=80)
def test_brackets_of_full_width_are_brackets(chance: Random) -> None:
    base = small_draft(chance)
    ours, theirs = (with_brackets(chance, base, chance.randint(0, 5)) for _ in range(2))
    found, other = merge(base, ours, theirs), merge(wide(base), wide(ours), wide(theirs))
    texts = [[(one.key, one.base, one.ours, one.theirs) for one in each.conflicts] for each in (found, other)]
    assert [tuple(part.translate(WIDE) for part in one) for one in texts[0]] == texts[1]
    for way in ("ours", "theirs"):
        one, two = (settled(each, way).draft for each in (found, other))
        assert [part.text.translate(WIDE) for part in one.paragraphs] == [part.text for part in two.paragraphs]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("支持各国的行动计划；", "支持各国未来的行动计划；", "支持各国的新行动计划；", "支持各国未来的新行动计划；"),
        ("关注妇女的权利；", "关注妇女和儿童的权利；", "关注妇女的基本权利；", "关注妇女和儿童的基本权利；"),
    ],
)
def test_what_stands_before_and_behind_the_sign_of_belonging_combines(
    base: str, ours: str, theirs: str, both: str
) -> None:
    old, one, two = (draft(f"1. {words}") for words in (base, ours, theirs))
    for found in (merge(old, one, two), merge(old, two, one)):
        assert not found.conflicts
        assert found.draft.paragraphs[0].text == both
