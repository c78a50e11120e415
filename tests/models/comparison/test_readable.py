"""The readable words: where a reader finds what changed, by a table of small cases and as properties."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.words.marked import Words, side
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable

CHANGED = re.compile(r"\{([^{}→]*)→([^{}→]*)\}")
CASES = [
    "an apple is {red→green} and sweet",
    "the item “Oceans{”.→.”}",
    "the item “Oceans{”;→.”}",
    "the items “Oceans{”,→,”} “Seas” and",
    "the plan of work for {the→next} year",
    "Welcomes the report and its {annex→two annexes}",
    "women{ and→,} girls {→and boys }in rural areas",
    "in resolutions 76/199{ and→,} 77/157{→ and 78/143}, and",
    "adopted in {A/RES/79/212→A/RES/80/143} of 2024",
    "draft {A/C.2/80/L.37/Rev.1→A/C.2/80/L.37/Rev.2} of",
    "draft {L.37→L.38} of",
    "as {Mr.→Ms.} Jones said",
    "del párrafo 5 a) {ii)→iii)} del",
    "du paragraphe 5 {a)-c)→a)-d)} du",
    "в пункте 5 {а)→б)} и",
    "(see annex {a→b}) of",
    "في {١٥ تموز ٢٠٢٤→١٦ تموز ٢٠٢٤} إلى",
    "the {R&D→R&R} fund",
    "at {10 a.m.→10 p.m.} and at",
    "a rise of {−5→5} degrees",
    "a rise of {-5→-6} degrees",
    "a rise of 5 {°C→°F} is the",
    "a share of {5%→6%} of the",
    "of the {U.K.→U.S.} and",
    "see {§4→§5} of the Act",
    "a change of {−5 000→−6 000} tonnes",
    "a total of {$1 000→$2 000} by",
    "decision {1/CP.21→1/CP.22} of",
    "resolution {1325 (2000)→2493 (2019)} on peace",
    "resolution {S/RES/1325(2000)→S/RES/1326(2000)}, and",
    "a share of {.5→.2} per cent",
    "on a scale of {1:50,000→1:25,000} or more",
    "a ratio of {1:4→1:5}, and",
    "于{十二月三十一日→十二月三十日}前",
    "on {Jan. 5, 2024→Feb. 5, 2024}, in",
    "on {12 MAY 2024→13 MAY 2024} at",
    "on {13 May, 2026→14 May, 2027} the",
    "في {12 مايو 2024→12 مايو 2025} في",
    "于 {2024 年 5 月 3 日→2024 年 6 月 3 日}",
    "于{2024年5月12-15日→2024年5月12-16日}开会",
    "resolution {217 A (III)→217 B (III)} says",
    "resolution {3379 (XXX)→3379 (XXXI)} says",
    "resolution {S-21/2→S-21/3} of",
    "on {21 February 2001→21 December 2001}, and",
    "in {2024→2025} at the",
    "from {2018–2027→2018–2028} on",
    "包括{2026—2030年→2027—2030年}期间的战略",
    "包括{2026～2030年→2026～2031年}期间的战略",
    "le {1er janvier 2024→2 janvier 2024} à",
    "el {19 de diciembre de 2024→18 de diciembre de 2024} en",
    "a total of {$1.5→$2.5} million by",
    "a total of {US$100→US$200} million by",
    "of {1 000 000→1 500 000} dollars",
    "of {2 500.50→2 500.75} dollars",
    "拨款{1 500→2 500}万美元",
    "于{二〇二六年一月一日→二〇二七年一月一日}开会",
    "de {1\u00a0000\u00a0000→1\u00a0500\u00a0000} dollars",
    "de {1\u202f000→1\u202f500} dollars",
    "on {22–23 September 2024→22–24 September 2024} in",
    "on {July 20, 2024→July 21, 2024} in",
    "on the {20th of July 2024→21st of July 2024} in",
    "from {10:30→10:45} to",
    "write to {info@un.org→infos@un.org} for",
    "in 2024, {100→200} States",
    "see No. {25 (A/69/25)→26 (A/69/26)} of",
    "{1,000,000→1,500,000} dollars",
    "{5→5.5} per cent of",
    "in paragraph 12 {(a)→(b)} above",
    "in paragraph 3 {bis→ter} above",
    "see {https://www.un.org/en/ga→https://www.un.org/fr/ga} for",
    "the {Government(s)→Governments} concerned",
    "the {Secretary-General→Secretary General} is",
    "{non-governmental→governmental} organizations",
    "high-level {political →}forum",
    "Côte {d’Ivoire→d’Or} and Mali",
    "{one’s→ones} rights",
    "{l’Assemblée→l’Organisation} générale décide",
    "Acts{;→,} and decides",
    "all States{,→} and funds,",
    "Calls upon States{, as appropriate,→} to act",
    "Calls upon States{→, where appropriate,} to act",
    "the “{action→work} plan” of",
    "should focus its discussions on the {topic “Fish in warm water”→theme “Trade by sea”};",
    'should focus its discussions on the {topic "Fish in warm water"→theme "Trade by sea"};',
    "les débats porteront sur le {sujet « Pêche et climat »→thème « Mer et commerce »} ;",
    "should focus its discussions on the {“Fish and climate” topic→“Trade and labour” theme} of last year",
    'should focus its discussions on the {"Fish and climate" topic→"Trade and labour" theme} of last year',
    "should focus its discussions on the {topic of “Fish” (“Climate”)→theme of “Trade” (“Labour”)}, as proposed",
    "on reports of the United Nations, by convening {the first United Nations Conference→a high-level meeting of all"
    " on its review, in coordination with a United Nations Coalition} on sand storms",
    "on reports of small island countries, {by→for} small island countries {in→of} good time, which is welcome",
    "the laws on the {States→Members}’ rights of the peoples’ councils",
    'should focus its discussions on the topic "{Fish→Trade}" of last year',
    "to act {[→}within existing resources{]→} soon",
    "[{all→some}] States",
    "take measure{[→}s{]→} now",
    "to {→[}re{→]}take {→all }measures",
    "the {measure[s]→actions} of",
    "of 10{[→}0{]→} States",
    "on {[→}12{]→} June 2026 in",
    "on 12 {→[}June{→]} 2026 in",
    "le 12 juin {[→}2026{]→} à",
    "at {→[}10{→]} a.m. on",
    "resolution {[→}57/270{]→} B of",
    "resolution 1325 {→[}(2000){→]} on",
    "on {12 June [2026]→13 June 2026} in",
    "on {[12][→}13{]→} June 2026 in",
    "to act now{;→.}",
    "at its {fifty-ninth→sixtieth} session",
    "{Urges all States to act without delay and to report on it→Invites the Secretariat to consider the matter again}",
    "Decides to meet {→in Vienna }in the spring",
    "the report of the Board {→of Auditors }on funds",
    "to {promote and protect→respect, protect and fulfil} the rights",
    "they {do not have access to→are not using} water",
    "States {should consider taking→shall take} measures to ensure it",
    "to {strengthen, →}support and finance programmes",
    "one;{ and→}\ntwo",
    "Prie le Secrétaire général de {lui →}présenter un {→nouveau }rapport",
    "des États {Membres→membres} ;",
    "{insta→invita} a los Estados a que participen{→ plenamente}",
    "{→настоятельно }призывает государства-члены принять меры",
    "резолюция {79/212 от 19 декабря 2024 года→80/143 от 18 декабря 2025 года} о",
    "{с удовлетворением отмечает→принимает к сведению} доклад",
    "доклад {о ходе осуществления→об осуществлении} резолюции",
    "{всё→все} это",
    "в пункте {4→5} выше",
    "{تدعو→تحث} الدول الأعضاء {إلى→على} تعزيز التعاون",
    "{→جميع }الدول الأعضاء",
    "القرار {٧٩/٢١٢→٨٠/١٤٣} المؤرخ",
    "في {١٩ كانون الأول/ديسمبر ٢٠٢٤→١٨ كانون الأول/ديسمبر ٢٠٢٤} في",
    "{مُحَمَّد→محمد} رسول",
    "{الــدول→الدول} الأعضاء",
    "التعاون بين الشمال والجنوب{→ وفيما بين بلدان الجنوب}",
    "{欢迎→赞赏地注意到}秘书长的报告",
    "请秘书长向大会{第八十→第八十一}届会议提交报告",
    "在{2024年12月19日→2025年12月18日}通过",
    "{鼓励→敦促}会员国{加强→深化}合作",
    "回顾其第{79/212→80/143}号决议",
    "各国{和→、}区域组织{→和基金}",
    "中国{→的}人民",
    "{促请→敦促}会员国在{发展中→发达}国家开展合作",
    "{邀请→请}各国合作",
    "{→热烈}欢迎秘书长的报告",
    "{又→}决定继续处理此案",
    "各国政府{应加强→要加快}合作",
    "{नई→नए} दिल्ली में",
    "the {cafés→café} of",
    "{CO₂→CO2} emissions",
]
"""What stands left of the arrow went, what stands right of it came."""


@pytest.mark.parametrize("case", CASES)
def test_where_a_reader_finds_what_changed(case: str) -> None:
    old, new = CHANGED.sub(r"\1", case), CHANGED.sub(r"\2", case)
    words = readable(word_diff(old, new))
    assert written(words) == case
    assert (side(words, "delete"), side(words, "insert")) == (old, new)


def written(words: Words) -> str:
    """A diff in one line: {gone→come}."""
    line, gone, come = "", "", ""
    for op, text in (*words, ("equal", "")):
        if op == "equal":
            line += f"{{{gone}→{come}}}" * bool(gone or come) + text
            gone = come = ""
        elif op == "delete":
            gone += text
        else:
            come += text
    return line


SENTENCE = (
    "Requests the Secretary-General to submit to the General Assembly, at its eighty-first session, a report on the "
    "implementation of resolution 79/212 of 19 December 2024, and invites States to contribute to it"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("eighty-first", "eighty-second"), ("79/212", "80/143"), ("19 December 2024", "18 December 2024"),
        ("submit", "present"), ("States", "the States"), (", and", " and"), ("on the", "on"), ("a report", "reports"),
    ],
)  # fmt: skip
def test_a_small_edit_of_a_long_sentence_is_one_small_change(old: str, new: str) -> None:
    words = readable(word_diff(SENTENCE, SENTENCE.replace(old, new, 1)))
    changed = [text for op, text in words if op != "equal"]
    assert sum(map(len, changed)) <= len(old) + len(new)
    assert len(changed) <= 2


@pytest.mark.parametrize(
    ("name", "changes"), [("the least developed countries", 1), ("the countries least developed", 2)]
)
def test_a_name_that_recurs_stands_by_chance_amid_what_was_written_anew(name: str, changes: int) -> None:
    kept = "Underlines the need for systems that warn the least developed countries of storms and floods in good time"
    old = (
        f"{kept}; welcomes the call to protect every person on Earth within five years, and requests every entity of "
        f"this system to undertake, with {name}, a broad study involving development partners and other stakeholders "
        "on existing arrangements, lessons learned and gaps identified, for consideration next year;"
    )
    new = (
        f"{kept}, and takes note of a comprehensive technical report by meteorologists from three continents on "
        f"“Status of multi-hazard warnings in {name}” prepared by one High Representative in cooperation with two "
        "offices for risk reduction, volunteers, universities and weather services;"
    )
    words = readable(word_diff(old, new))
    assert sum(op == "delete" for op, _ in words) == changes
    assert ("equal", f"{kept}") in words


def test_a_paragraph_rewritten_beyond_recognition_is_old_and_new() -> None:
    old = "Urges all States to act without delay on the matter, and to report on what they have done by the spring"
    new = "Invites the Secretariat, after the session, to convene a small group of experts and to name its chair"
    assert readable(word_diff(old, new)) == (("delete", old), ("insert", new))


def test_a_short_paragraph_with_a_long_clause_behind_it_is_not_rewritten() -> None:
    kept = " Member States to contribute to the efforts of the Working Group"
    short = f"Urges{kept} in the achievement of its mandate;"
    long = (
        f"Calls upon{kept}, including, inter alia, on the elaboration of a draft legally binding instrument on the "
        "right to development on the basis of the draft prepared by the Chair-Rapporteur, as decided by the Human "
        "Rights Council in its resolution 42/23 of 27 September 2019, and in this regard notes the report of the "
        "Chair-Rapporteur entitled “Draft convention”, submitted at its twenty-first session;"
    )
    for old, new in ((short, long), (long, short)):
        assert ("equal", kept) in readable(word_diff(old, new))


def test_a_split_is_the_end_of_a_paragraph_and_nothing_more() -> None:
    old = "Urges all States to act without delay; and invites the Secretariat to convene a group of experts"
    new = "Urges all States to act without delay;\nInvites the Secretariat to convene a group of experts"
    assert written(readable(word_diff(old, new))) == (
        "Urges all States to act without delay;{ and invites→\nInvites} the Secretariat to convene a group of experts"
    )


SCRIPTS = st.lists(
    st.sampled_from(
        ["States", "States’", "non-governmental", "cafe\u0301s", "Việt", "A/RES/80/143", "L.37/Rev.1", "1,000", "№",
         "Дома", "й\u0306", "государства-члены", "الدُّوَل", "الــدول", "٧٩/٢١٢", "كانون", "与会者", "第八十一届", "会议",
         "नई", "दिल्ली", "ไทย", "カタカナ", "한국어", "5.5", ",", ";", "(a)", "[", "]", "\n"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(SCRIPTS, SCRIPTS)
def test_changes_stand_on_word_borders_of_unicode(old: str, new: str) -> None:
    words = readable(word_diff(old, new))
    for op, text in (("delete", old), ("insert", new)):
        assert side(words, op) == text
        parts = [part for kind, part in words if kind in ("equal", op)]
        borders = {match.start() for match in regex.finditer(r"(?w)\b", text)} | {0, len(text)}
        assert set(accumulate(map(len, parts))) <= borders
