"""Tables: sessions in words, dates, symbols, sponsor lines, what a masthead's fields say to each other, pasting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft.dates import ordinal
from models.masthead.checks import checks, session_fact
from models.masthead.facts import (
    committee_number,
    committees,
    organ_prefix,
    organs,
    session,
    session_codes,
    typed_committee,
    typed_name,
)
from models.masthead.parts import MastheadFields
from models.masthead.paste import read_masthead
from models.masthead.sponsors import Form, SponsorLine, compose_sponsors, parse_sponsors
from models.masthead.symbol import parse_symbol, suggested_symbols, typed_symbol
from models.masthead.words import ordinal_words, session_code, session_line, typed_date, typed_session


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_every_session_in_words_reads_back(language: str) -> None:
    for number in range(1, 151):
        assert language == "zh" or ordinal(ordinal_words(number, language)) == number
        for code in (f"{number}", f"S-{number}", f"ES-{number}"):
            assert session_code(session_line(code, language)) == code


@pytest.mark.parametrize(
    ("code", "language", "line"),
    [
        ("80", "en", "Eightieth session"),
        ("79", "en", "Seventy-ninth session"),
        ("101", "en", "One hundred and first session"),
        ("58", "fr", "Cinquante-huitième session"),
        ("71", "fr", "Soixante et onzième session"),
        ("79", "es", "Septuagésimo noveno período de sesiones"),
        ("S-21", "en", "Twenty-first special session"),
        ("ES-10", "en", "Tenth emergency special session"),
        ("S-27", "fr", "Vingt-septième session extraordinaire"),
        ("ES-10", "fr", "Dixième session extraordinaire d’urgence"),
        ("S-26", "es", "Vigésimo sexto período extraordinario de sesiones"),
        ("ES-11", "es", "Undécimo período extraordinario de sesiones de emergencia"),
        ("S-30", "ru", "Тридцатая специальная сессия"),
        ("ES-10", "ru", "Десятая чрезвычайная специальная сессия"),
        ("S-32", "ar", "الدورة الاستثنائية الثانية والثلاثون"),
        ("ES-10", "ar", "الدورة الاستثنائية الطارئة العاشرة"),
        ("S-30", "zh", "第三十届特别会议"),
        ("ES-10", "zh", "第十届紧急特别会议"),
        ("100", "ar", "الدورة المائة"),
        ("101", "ar", "الدورة الأولى بعد المائة"),
        ("112", "ar", "الدورة الثانية عشرة بعد المائة"),
        ("125", "ar", "الدورة الخامسة والعشرون بعد المائة"),
        ("100", "zh", "第一百届会议"),
        ("109", "zh", "第一百零九届会议"),
        ("110", "zh", "第一百一十届会议"),
        ("112", "zh", "第一百一十二届会议"),
        ("120", "zh", "第一百二十届会议"),
    ],
)
def test_sessions(code: str, language: str, line: str) -> None:
    assert session_line(code, language) == line
    assert session_code(line) == code
    assert typed_session(code, language) == line
    assert typed_session(line, language) == line


@pytest.mark.parametrize(
    ("typed", "language", "line"),
    [
        ("80th session", "en", "Eightieth session"),
        ("80e session", "fr", "Quatre-vingtième session"),
        ("80º período de sesiones", "es", "Octogésimo período de sesiones"),
        ("80-я сессия", "ru", "Восьмидесятая сессия"),
        ("第80届", "zh", "第八十届会议"),
        ("80届会议", "zh", "第八十届会议"),
        ("80th session, second part", "en", "80th session, second part"),
        ("80th special session", "en", "80th special session"),
        ("2026 session", "en", "2026 session"),
        ("Eightieth session", "en", "Eightieth session"),
        ("80 sessions", "en", "80 sessions"),
        ("Resumed eightieth session", "en", "Resumed eightieth session"),
    ],
)
def test_a_session_that_is_typed_in_figures_stands_in_words(typed: str, language: str, line: str) -> None:
    assert typed_session(typed, language) == line


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("2025-11-17", "en", "17 November 2025"),
        ("17.11.2025", "en", "17 November 2025"),
        ("1/12/2025", "fr", "1er décembre 2025"),
        ("17 nov 2025", "en", "17 November 2025"),
        ("17 November 2025", "en", "17 November 2025"),
        ("3/2/2025", "es", "3 de febrero de 2025"),
        ("31/2/2025", "en", "31/2/2025"),
        ("17-11-2025", "en", "17 November 2025"),
        ("17-11/2025", "en", "17-11/2025"),
        ("November 17, 2025", "en", "17 November 2025"),
        ("Nov. 17th 2025", "en", "17 November 2025"),
        ("17th of November 2025", "fr", "17 novembre 2025"),
        ("1st Dec, 2025", "en", "1 December 2025"),
        ("November 31, 2025", "en", "November 31, 2025"),
        ("November 2025", "en", "November 2025"),
        ("17 nov 2025", "fr", "17 novembre 2025"),
        ("11/17/2025", "en", "11/17/2025"),
        ("17 November", "en", "17 November"),
        ("5 ju 2025", "en", "5 ju 2025"),
    ],
)
def test_dates(typed: str, language: str, printed: str) -> None:
    assert typed_date(typed, language) == printed


@pytest.mark.parametrize(
    ("text", "organ", "committee", "code", "year", "series", "unknown"),
    [
        ("A/58/L.1", "A", None, "58", None, "L", False),
        ("A/C.2/80/L.__", "A", 2, "80", None, "L", True),
        ("A/C.__/__/L.__", "A", None, None, None, "L", True),
        ("A/C.3/80/L.20/Rev.1", "A", 3, "80", None, "L", False),
        ("A/C.3/80/L.20/Rev.__", "A", 3, "80", None, "L", True),
        ("A/RES/58/208", "A", None, "58", None, "RES", False),
        ("A/RES/57/270 B", "A", None, "57", None, "RES", False),
        ("A/RES/217 A (III)", "A", None, "3", None, "RES", False),
        ("A/RES/2417 (XXIII) B", "A", None, "23", None, "RES", False),
        ("A/RES/2106(XX)*", "A", None, "20", None, "RES", False),
        ("A/RES/3201 (S-VI)", "A", None, "S-6", None, "RES", False),
        ("A/RES/998 (ES-I)", "A", None, "ES-1", None, "RES", False),
        ("A/79/7 (Part II)", "A", None, "79", None, "", False),
        ("A/HRC/54/2 (Vol. I)", "A/HRC", None, "54", None, "", False),
        ("A/79/6 (Sect. 3)", "A", None, "79", None, "", False),
        ("S/2024/400 (Part I)", "S", None, None, 2024, "", False),
        ("A/RES/217 (IIII)", "A", None, None, None, "RES", False),
        ("A/C.2/80/L.17*", "A", 2, "80", None, "L", False),
        ("A/C.2/80/L.17/Rev.1/Corr.1**", "A", 2, "80", None, "L", False),
        ("S/2024/400 *", "S", None, None, 2024, "", False),
        ("A/RES/S-21/2", "A", None, "S-21", None, "RES", False),
        ("A/RES/ES-10/23", "A", None, "ES-10", None, "RES", False),
        ("A/C.2/58/SR.37", "A", 2, "58", None, "SR", False),
        ("A/58/483/Add.3", "A", None, "58", None, "", False),
        ("S/2024/400", "S", None, None, 2024, "", False),
        ("S/RES/1325 (2000)", "S", None, None, 2000, "", False),
        ("E/2003/L.__", "E", None, None, 2003, "L", True),
        ("E/RES/2003/7", "E", None, None, 2003, "RES", False),
        ("E/CN.4/2003/L.1", "E", None, None, 2003, "L", False),
        ("A/HRC/55/L.1", "A/HRC", None, "55", None, "L", False),
        ("A/HRC/RES/S-36/1", "A/HRC", None, "S-36", None, "RES", False),
    ],
)
def test_symbols(
    text: str, organ: str, committee: int | None, code: str | None, year: int | None, series: str, unknown: bool
) -> None:
    found = parse_symbol(text)
    assert found is not None
    assert (found.organ, found.committee, found.session, found.year, found.series, found.unknown) == (
        organ, committee, code, year, series, unknown,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "L.39", "A/", "A/C.2", "A/C.2/80/L._", "B/80/L.1", "A/80/L.1 and more", "A/79/6 (it)"]
)
def test_no_symbols(text: str) -> None:
    assert parse_symbol(text) is None


def test_suggested_symbols() -> None:
    assert suggested_symbols("80", 2, ["A/C.2/80/L.39", "A/C.3/80/L.3/Rev.1", "A/RES/79/212"]) == (
        "A/C.2/80/L.__",
        "A/C.2/80/L.39",
        "A/C.2/80/L.39/Rev.1",
        "A/C.3/80/L.3/Rev.1",
        "A/C.3/80/L.3/Rev.2",
    )
    assert suggested_symbols(None, None) == ("A/__/L.__",)


SPONSORS = [
    (Form.STATES, "A, B and C (Republic of): draft resolution"),
    (Form.STATES, "A:* draft resolution"),
    (Form.STATES, "A: draft decision"),
    (Form.STATES, "A:* amendment to draft resolution A/80/L.25"),
    (Form.STATES, "A: amendment to revised draft resolution A/C.3/80/L.3/Rev.1"),
    (Form.CHAIR, "Draft resolution submitted by the Chair of the Committee following informal consultations"),
    (Form.CHAIR, "Draft resolution submitted by the President of the General Assembly"),
    (
        Form.CHAIR,
        "Draft decision submitted by the Chair of the Committee on the recommendation of"
        " the Economic and Social Council",
    ),
    (
        Form.OFFICER,
        "Draft resolution submitted by the Vice-Chair of the Committee, N. Name (State), on the basis of informal"
        " consultations on draft resolution A/C.2/80/L.39",
    ),
    (
        Form.OFFICER,
        "Draft resolution submitted by the Vice-Chairman of the Committee, Ms. N. Name-Name (Iran (Islamic Republic"
        " of)), on the basis of informal consultations held on draft resolution A/C.2/58/L.37",
    ),
    (
        Form.OFFICER,
        "Draft resolution submitted by the Rapporteur of the Committee on the basis of informal consultations on draft"
        " resolution A/C.2/80/L.__",
    ),
    (Form.NONE, "Draft resolution"),
    (Form.NONE, ""),
    (Form.WORDS, "Projet de résolution déposé par le Rapporteur"),
    (Form.WORDS, "Report: a text of no usual form"),
]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a/c.3/81/l.5/rev.1", "A/C.3/81/L.5/Rev.1"),
        ("a/res/80/143", "A/RES/80/143"),
        ("a/hrc/60/l.__", "A/HRC/60/L.__"),
        ("A/C.2/80/L.5", "A/C.2/80/L.5"),
        ("A/C.2/80/L__", "A/C.2/80/L.__"),
        ("a/c3/81/l5/rev1", "A/C.3/81/L.5/Rev.1"),
        ("a/79/7 (part ii)", "A/79/7 (Part II)"),
        ("a/79/6 (volume i)", "A/79/6 (Volume I)"),
        ("a/79/6 (sect. 29a)", "A/79/6 (Sect. 29A)"),
        ("a/c.3", "a/c.3"),
        ("none", "none"),
    ],
)
def test_a_symbol_typed_in_small_letters(typed: str, printed: str) -> None:
    assert typed_symbol(typed) == printed


@pytest.mark.parametrize(("form", "line"), SPONSORS)
def test_sponsor_lines_both_ways(form: Form, line: str) -> None:
    found = parse_sponsors(line)
    assert found.form is form
    assert compose_sponsors(found) == line


def test_the_older_wording_stays_where_it_was() -> None:
    found = parse_sponsors(SPONSORS[9][1])
    assert (found.office, found.name, found.country) == (
        "Vice-Chairman of the Committee",
        "Ms. N. Name-Name",
        "Iran (Islamic Republic of)",
    )
    assert "consultations held on draft resolution A/C.2/58/L.40" in compose_sponsors(
        replace(found, base="A/C.2/58/L.40")
    )


def test_parts_that_are_not_known_print_as_blanks() -> None:
    assert compose_sponsors(SponsorLine(Form.STATES)) == "__: draft resolution"
    assert compose_sponsors(SponsorLine(Form.OFFICER)).endswith("on draft resolution __")


GOOD = MastheadFields(
    symbol="A/C.2/80/L.50",
    organ="General Assembly",
    distribution="Limited",
    date="17 November 2025",
    session="Eightieth session",
    committee="Second Committee",
    sponsor_line=SPONSORS[8][1],
)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"session": "Seventy-ninth session"}, "The symbol is of session 80, the session line says Seventy-ninth"),
        (
            {"committee": "Third Committee"},
            "The symbol is of committee 2 (C.2), the committee line says Third Committee",
        ),
        ({"symbol": "A/80/L.5"}, "The symbol is of the plenary, the committee line says Second Committee"),
        (
            {"date": "17 November 2024"},
            "Session 80 opened on 9 September 2025, after the date of issue, 17 November 2024",
        ),
        (
            {"date": "17 November 2026"},
            "Session 80 was over on 7 September 2026, before the date of issue, 17 November 2026",
        ),
        ({"organ": "Security Council"}, "The symbol is of the General Assembly, the organ says Security Council"),
        (
            {"distribution": "General"},
            "A draft with L. in its symbol is of limited distribution, the masthead says General",
        ),
        (
            {"sponsor_line": SPONSORS[8][1].replace("/80/", "/79/")},
            "The sponsor line names A/C.2/79/L.39, which is of session 79, not 80",
        ),
        (
            {"sponsor_line": SPONSORS[8][1].replace("C.2", "C.3")},
            "The sponsor line names A/C.3/80/L.39, which is of committee 3, not 2",
        ),
        (
            {"sponsor_line": "A:* draft resolution"},
            "An asterisk stands in the sponsor line, and there is no note to it",
        ),
        ({"symbol": "A/C.2/80/L__"}, "“A/C.2/80/L__” is no symbol; A/C.2/80/L.__ may be meant"),
        (
            {"symbol": "A/C.2/80/L.X"},
            "“A/C.2/80/L.X” has no number; while it is not known, A/C.2/80/L.__ is a symbol",
        ),
        ({"symbol": "draft 5"}, "“draft 5” has no form of symbol that Adref knows, such as A/C.2/80/L.__"),
    ],
)
def test_a_contradiction_is_a_sentence(change: dict[str, str], sentence: str) -> None:
    told = checks(replace(GOOD, **change))
    warnings = [one.words for one in told if one.severity == "warning"]
    assert warnings[0] == sentence
    # A session that is the wrong one does not fit the date either.
    assert len(warnings) == (2 if "session" in change else 1)


@pytest.mark.parametrize(
    ("symbol", "sentence"),
    [
        ("A/C.7/80/L.1", "The symbol is of a committee C.7; the Main Committees are C.1 to C.6"),
        ("A/C.2/99/L.1", f"The symbol is of session 99; the last that is known is {session_codes()[0]}"),
        ("A/C.6/80/L.1", None),
        ("A/HRC/99/L.1", None),
        ("A/80/L.…", None),
        ("A/RES/80/[ ]", None),
        ("FCCC/CP/2015/L.X", None),
        ("A/HRC/WG.6/48/L.1", None),
        ("A/S-32/L.1", None),
        (f"A/{int(session_codes()[0]) + 1}/L.1", None),
    ],
)
def test_a_committee_or_session_there_is_not_is_told(symbol: str, sentence: str | None) -> None:
    told = [one.words for one in checks(MastheadFields(symbol=symbol)) if one.severity == "warning"]
    assert told == ([sentence] if sentence else [])


def test_what_agrees_is_one_line() -> None:
    assert [(one.severity, one.words) for one in checks(GOOD)] == [
        ("agrees", "Symbol, session, committee and year agree")
    ]
    assert checks(MastheadFields()) == ()
    assert checks(MastheadFields(symbol="A/HRC/61/L.5", organ="General Assembly")) == ()
    assert session_fact(GOOD) == "opened 9 September 2025"


@pytest.mark.parametrize(
    ("symbol", "organ", "known"),
    [
        ("A/C.2/80/L.X", "", True),
        ("", "General Assembly", True),
        ("", "大 会", True),
        ("A/HRC/61/L.__", "", False),
        ("A/HRC/61/L.__", "Human Rights Council", False),
        ("A/HRC/61/L.__", "General Assembly", False),
        ("", "Human Rights Council", False),
        ("", "Conference of the Parties", False),
        ("FCCC/CP/2015/L.9", "", False),
    ],
)
def test_sessions_of_other_bodies_are_not_taken_for_those_of_the_assembly(symbol: str, organ: str, known: bool) -> None:
    fields = MastheadFields(symbol=symbol, organ=organ, session="Sixty-first session", date="3 March 2026")
    assert session_fact(fields) == ("opened 12 September 2006" if known else "")
    assert any("was over" in one.words for one in checks(fields)) is known


def test_facts() -> None:
    assert [committee_number(name) for name in committees()] == [1, 2, 3, 4, 5, 6]
    assert committee_number("Fourth Committee") == 4
    assert committee_number("Committee") is None
    assert [organ_prefix(name) for name in organs("fr")] == ["A", "S", "E", "A/HRC"]
    known = session("58")
    assert known is not None
    assert known.opens.isoformat() == "2003-09-16"


def test_a_pasted_masthead_with_cells_and_broken_lines() -> None:
    found, missing = read_masthead(
        "United Nations\tA/C.2/80/L.50\nGeneral Assembly\tDistr.: Limited\n17 November 2025\n\nEightieth session\n"
        "Second Committee\nAgenda item 18 (i)\nSustainable development: combating sand\nand dust storms\n"
        "Draft resolution submitted by the Rapporteur of the Committee,\nN. Name (State), on the basis of\n"
        "informal consultations on draft resolution A/C.2/80/L.39\nCombating sand and dust storms\n"
        "The General Assembly,\nRecalling its resolutions,"
    )
    assert missing == ("original",)
    assert found.agenda_title == "Sustainable development: combating sand and dust storms"
    assert found.sponsor_line == SPONSORS[8][1].replace("Vice-Chair", "Rapporteur")
    assert found.title == "Combating sand and dust storms"
    assert read_masthead("nothing of the sort, only words")[0].symbol == ""


def test_the_instructions_of_an_amendment_are_no_part_of_its_title() -> None:
    found, _ = read_masthead(
        "A/C.2/80/L.63\nA, B and C:*\namendment to draft resolution A/C.2/80/L.17\nExternal debt\n\n"
        "* On behalf of the Group.\nDelete operative paragraphs 3, 43 and 45.\nIn paragraph 4, replace “x” with “y”."
    )
    assert found.title == "External debt"
    assert found.sponsor_line == "A, B and C:* amendment to draft resolution A/C.2/80/L.17"
    assert found.sponsor_note == "On behalf of the Group."
    assert read_masthead("A/C.2/80/L.63*\n*Iraq: draft resolution*\nDebt")[0].symbol == "A/C.2/80/L.63*"


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("Oceans:\nthe way\nThe General Assembly,\nRecalling", "Oceans: the way"),
        ("Océans :\nPlan d’action\nL’Assemblée générale,\nRappelant", "Océans : Plan d’action"),
        ("Peace, security, etc.\nThe General Assembly,", "Peace, security, etc."),
        ("Oceans:\nthe way", "Oceans: the way"),
        ("Oceans\nAfter PP3 insert:\n“The General Assembly,", "Oceans"),
        ("Oceans\n1. Delete OP3.", "Oceans"),
    ],
)
def test_a_title_that_reads_as_a_sentence_stays_where_the_organ_is_below(below: str, title: str) -> None:
    assert read_masthead(f"A/C.2/80/L.63\nFiji: draft resolution\n{below}")[0].title == title


@pytest.mark.parametrize(
    ("typed", "language", "line"),
    [
        ("third", "en", "Third Committee"),
        ("3", "en", "Third Committee"),
        ("4th", "en", "Special Political and Decolonization Committee (Fourth Committee)"),
        ("Deuxième", "fr", "Deuxième Commission"),
        ("Third Committee", "en", "Third Committee"),
        ("C.2", "en", "Second Committee"),
        ("c6", "fr", "Sixième Commission"),
        ("C.9", "en", "C.9"),
        ("seventh", "en", "seventh"),
        ("Thi", "en", "Thi"),
    ],
)
def test_a_committee_is_understood_by_its_number(typed: str, language: str, line: str) -> None:
    assert typed_committee(typed, language) == line


@pytest.mark.parametrize(
    ("typed", "name"),
    [("lim", "Limited"), ("Limited", "Limited"), ("li", "li"), ("limb", "limb"), ("Gen", "Gen"), ("gener", "General")],
)
def test_a_name_is_understood_by_its_first_letters_where_no_other_has_them(typed: str, name: str) -> None:
    assert typed_name(typed, ("Limited", "General", "Genuine")) == name


@pytest.mark.parametrize(
    ("change", "warnings"),
    [
        (
            {"symbol": "A/HRC/61/L.3"},
            [
                "The symbol is of session 61, the session line says Eightieth",
                "The symbol is of the Human Rights Council, the committee line says Second Committee",
            ],
        ),
        ({"symbol": "A/HRC/61/L.3", "session": "Sixty-first session", "committee": ""}, []),
        ({"symbol": "A/HRC/S-36/L.1", "session": "Thirty-sixth special session", "committee": "Agenda item 1"}, []),
        (
            {"symbol": "E/2025/L.5", "organ": "Economic and Social Council"},
            ["The symbol is of the Economic and Social Council, the committee line says Second Committee"],
        ),
        ({"symbol": "E/2025/L.5", "organ": "Economic and Social Council", "committee": ""}, []),
    ],
)
def test_symbols_of_other_organs_have_no_main_committee(change: dict[str, str], warnings: list[str]) -> None:
    told = checks(replace(GOOD, sponsor_line="", **change))
    assert [one.words for one in told if one.severity == "warning"] == warnings


@pytest.mark.parametrize(("symbol", "code"), [("A/RES/217 A (III)", "3"), ("A/RES/3201 (S-VI)", "S-6")])
def test_the_roman_session_of_a_symbol_is_compared_too(symbol: str, code: str) -> None:
    told = [one.words for one in checks(replace(GOOD, symbol=symbol))]
    assert f"The symbol is of session {code}, the session line says Eightieth" in told
