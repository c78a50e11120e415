"""The language of mastheads, whole and half filled, in six languages, and what is written into them by the form."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.draft.dates import find_date
from models.masthead.agenda import printed_item
from models.masthead.by_original import filled_by_original
from models.masthead.checks import checks
from models.masthead.facts import committee_number, typed_committee
from models.masthead.form import draft_with, fields_of, language
from models.masthead.parts import NAMES, MastheadFields
from models.masthead.paste import read_masthead
from models.masthead.words import language_of, session_code, session_line, typed_date, typed_session

_MASTHEADS = {
    "en": (
        "United Nations; General Assembly; Eightieth session",
        "Eightieth session",
        "Agenda item 18 (i)",
        "Distr.: Limited",
        "Second Committee",
        "Original: English",
        "General Assembly",
        "17 November 2025",
        "Security Council",
        "A/C.2/80/L.__",
        "Thirty-first special session",
        "United Nations; A/C.2/80/L.__; General Assembly; Distr.: Limited; Original: French; Eightieth session; "
        "Second Committee; Agenda item 18 (i)",
    ),
    "fr": (
        "Nations Unies; Assemblée générale; Quatre-vingtième session",
        "Quatre-vingtième session",
        "Soixante et onzième session",
        "Première session",
        "Point 18 i) de l’ordre du jour",
        "Point 18 i) de l'ordre du jour",
        "Distr. limitée",
        "Distr. Limitée",
        "Deuxième Commission",
        "Original : français",
        "Original : anglais",
        "Conseil de sécurité",
        "Nations Unies; A/C.2/80/L.__",
        "17 novembre 2025",
        "1er mars 2025",
        "Nations Unies; Assemblée générale; Soixante-dix-neuvième session; Deuxième Commission",
        "Nations Unies; Assemblée générale; Distr. Limitée; 17 novembre 2025; Original : anglais; "
        "Soixante-dix-neuvième session; Deuxième Commission; Point 18 i) de l’ordre du jour",
    ),
    "es": (
        "Naciones Unidas; Asamblea General; Octogésimo período de sesiones",
        "Octogésimo período de sesiones",
        "Tema 18 i) del programa",
        "Distr. limitada",
        "Distr. general",
        "Segunda Comisión",
        "Original: inglés",
        "Consejo de Seguridad",
        "17 de noviembre de 2025",
    ),
    "ru": (
        "Организация Объединенных Наций; Distr.: Limited; 17 November 2025; Original: English",
        "Восьмидесятая сессия",
        "Второй комитет; A/C.2/80/L.__",
        "Пункт 18 i) повестки дня",
        "Генеральная Ассамблея",
    ),
    "zh": (
        "联合国; A/C.2/80/L.__; Distr.: Limited; 17 November 2025; Original: English; 大会",
        "第八十届会议",
        "第二委员会",
        "议程项目18(i)",
    ),
    "ar": (
        "الأمم المتحدة; A/C.2/80/L.__; Distr.: Limited; 17 November 2025; Arabic; Original: English",
        "الدورة الثمانون",
        "اللجنة الثانية",
        "البند 18 (ط) من جدول الأعمال",
    ),
}
_TABLE = [(language, lines) for language, all_lines in _MASTHEADS.items() for lines in all_lines]


@pytest.mark.parametrize(("language", "lines"), _TABLE)
def test_each_masthead_whole_or_half_filled_is_known(language: str, lines: str) -> None:
    found = lines.split("; ")
    assert language_of(found) == language_of(found[::-1]) == language


_FIELDS = {
    "en": MastheadFields(
        *("A/C.2/80/L.__", "General Assembly", "Limited", "17 November 2025", "", "English", "Eightieth session"),
        *("Second Committee", "18 (i)", "Sustainable development: water", "Iraq: draft resolution", "Water for all"),
    ),
    "fr": MastheadFields(
        *("A/C.2/80/L.__", "Assemblée générale", "limitée", "17 novembre 2025", "", "français"),
        *("Quatre-vingtième session", "Deuxième Commission", "18 i)", "Développement durable : eau"),
        *("Iraq : projet de résolution", "L’eau pour tous"),
    ),
    "es": MastheadFields(
        *("A/C.2/80/L.__", "Asamblea General", "limitada", "17 de noviembre de 2025", "", "español"),
        *("Octogésimo período de sesiones", "Segunda Comisión", "18 i)", "Desarrollo sostenible: agua"),
        *("Iraq: proyecto de resolución", "Agua para todos"),
    ),
    "ru": MastheadFields(
        *("A/C.2/80/L.__", "Генеральная Ассамблея", "Ограниченная", "17 ноября 2025 года", "", "русский"),
        *("Восьмидесятая сессия", "Второй комитет", "18 i)", "Устойчивое развитие: вода"),
        *("Ирак: проект резолюции", "Вода для всех"),
    ),
    "zh": MastheadFields(
        *("A/C.2/80/L.__", "大会", "限制分发", "2025年11月17日", "", "中文", "第八十届会议", "第二委员会", "18 (i)"),
        *("可持续发展：水", "伊拉克：决议草案", "人人享有水"),
    ),
    "ar": MastheadFields(
        *("A/C.2/80/L.__", "الجمعية العامة", "محدودة", "17 تشرين الثاني/نوفمبر 2025", "", "العربية", "الدورة الثمانون"),
        *("اللجنة الثانية", "18 (ط)", "التنمية المستدامة: المياه", "العراق: مشروع قرار", "الماء للجميع"),
    ),
}
_ENACTING = {
    "en": "The General Assembly,",
    "fr": "L’Assemblée générale,",
    "es": "La Asamblea General,",
    "ru": "Генеральная Ассамблея,",
    "zh": "大会，",
    "ar": "إن الجمعية العامة،",
}
_ITEM_LINES = {
    "en": "Agenda item 18 (i)",
    "fr": "Point 18 i) de l’ordre du jour",
    "es": "Tema 18 i) del programa",
    "ru": "Пункт 18 i) повестки дня",
    "zh": "议程项目 18 (i)",
    "ar": "البند 18 (ط) من جدول الأعمال",
}


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Provisional agenda item 3", "3"),
        ("Items 18 and 19 of the preliminary list*", "18 and 19"),
        ("Points 18 a) à c) de l’ordre du jour", "18 a) à c)"),
        ("Point 18 de la liste préliminaire*", "18"),
        ("Tema 3 de la agenda", "3"),
        ("Temas 2 y 10 de la agenda", "2 y 10"),
        ("Temas 18 a) a c) del programa provisional*", "18 a) a c)"),
        ("Tema 18 de la lista preliminar*", "18"),
        ("Пункты 2 и 10 повестки дня", "2 и 10"),
        ("Пункты 18 a) и b) повестки дня", "18 a) и b)"),
        ("Пункт 3 предварительной повестки дня*", "3"),
        ("Пункт 18 первоначального перечня*", "18"),
        ("البندان 2 و 10 من جدول الأعمال", "2 و 10"),
        ("البنود 2 و10 و18 من جدول الأعمال", "2 و10 و18"),
        ("البند 18 (أ) و (ب) من جدول الأعمال", "18 (أ) و (ب)"),
        ("البند 3 من جدول الأعمال المؤقت*", "3"),
        ("البند 18 من القائمة الأولية*", "18"),
        ("议程项目18（i）", "18（i）"),
        ("议程项目2和10", "2和10"),
        ("议程项目18(a)和(b)", "18(a)和(b)"),
        ("议程项目18、19和20", "18、19和20"),
        ("临时议程*项目3", "3"),
        ("暂定项目表*项目18", "18"),
    ],
)
def test_the_line_of_one_item_or_several_of_any_agenda_is_read(line: str, item: str) -> None:
    lines = (line, "Title of the item", "Iraq: draft resolution", "Title")
    fields = fields_of([Paragraph(Kind.MASTHEAD, (Run(text),)) for text in lines])
    assert (fields.agenda_item, fields.agenda_title, fields.title) == (item, "Title of the item", "Title")


@pytest.mark.parametrize(
    "line",
    [
        "Пункты 2 и 10 резолюции",
        "Tema 3 de la agenda de desarrollo",
        "البند 3 من القرار",
        "议程项目3的报告",
        "Agenda item 18 and the water",
        "Items for the agenda",
    ],
)
def test_a_title_that_speaks_of_items_is_no_line_of_one(line: str) -> None:
    assert fields_of([Paragraph(Kind.MASTHEAD, (Run(line),))]).agenda_item == ""


@pytest.mark.parametrize(
    ("spoken", "items", "one", "several"),
    [
        ("en", "13 and 117", "Agenda item 13", "Agenda items 13 and 117"),
        ("fr", "13 et 117", "Point 13 de l’ordre du jour", "Points 13 et 117 de l’ordre du jour"),
        ("es", "13 y 117", "Tema 13 del programa", "Temas 13 y 117 del programa"),
        ("ru", "13 и 117", "Пункт 13 повестки дня", "Пункты 13 и 117 повестки дня"),
        ("ar", "13 و 117", "البند 13 من جدول الأعمال", "البندان 13 و 117 من جدول الأعمال"),
        ("ar", "13 و 17 و 19", "البند 13 من جدول الأعمال", "البنود 13 و 17 و 19 من جدول الأعمال"),
        ("zh", "13和117", "议程项目 13", "议程项目 13和117"),
        ("en", "18 (a) and (b)", "Agenda item 13", "Agenda item 18 (a) and (b)"),
    ],
)
def test_the_line_of_items_says_whether_they_are_several(spoken: str, items: str, one: str, several: str) -> None:
    said = _FIELDS[spoken]
    draft, left = draft_with(Draft(()), replace(said, agenda_item=items))
    assert (several in [line.text for line in draft.paragraphs], left) == (True, ())
    draft, left = draft_with(draft, replace(said, agenda_item="13"))
    assert (one in [line.text for line in draft.paragraphs], left) == (True, ())
    draft, left = draft_with(draft, replace(said, agenda_item=items))
    assert (several in [line.text for line in draft.paragraphs], left) == (True, ())


@pytest.mark.parametrize(
    "line", ["Item 13 of the agenda", "Agenda item 13: Water", "Temas 13 del programa", "Point 13"]
)
def test_a_head_of_another_form_stays_as_it_is_printed(line: str) -> None:
    draft = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(text),)) for text in (line, "Iraq: draft resolution", "Title")))
    changed, _ = draft_with(draft, replace(fields_of(draft), agenda_item="13 and 14"))
    assert changed.paragraphs[0].text == line.replace("13", "13 and 14").replace("Agenda item ", "Agenda items ")


@pytest.mark.parametrize(
    ("spoken", "line"),
    [
        ("fr", "Commission des questions politiques spéciales et de la décolonisation (Quatrième Commission)"),
        ("es", "Comisión Política Especial y de Descolonización (Cuarta Comisión)"),
        ("ru", "Комитет по специальным политическим вопросам и вопросам деколонизации (Четвертый комитет)"),
        ("ar", "لجنة المسائل السياسية الخاصة وإنهاء الاستعمار (اللجنة الرابعة)"),
        ("zh", "特别政治和非殖民化委员会(第四委员会)"),
        ("en", "Special Political and Decolonization Committee (Fourth Committee)"),
    ],
)
def test_the_fourth_committee_is_read_and_written_by_its_whole_name(spoken: str, line: str) -> None:
    lines = ("A/C.4/80/L.2", session_line("80", spoken), line, _ITEM_LINES[spoken])
    fields = fields_of([Paragraph(Kind.MASTHEAD, (Run(text),)) for text in lines])
    assert fields.committee == line
    short = line.partition("(")[2].rstrip(")")
    for known in (line, short, line.partition("(")[0].strip()):
        assert committee_number(known) == 4
        assert typed_committee("4", spoken) == line
    assert [one.words for one in checks(fields, (), spoken) if one.severity == "warning"] == []
    spaced = line.replace("(", "（").replace(")", "）") if spoken == "zh" else line
    assert committee_number(spaced) == 4


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Resumed seventy-ninth session", "79"),
        ("Seventy-ninth session (resumed)", "79"),
        ("Soixante-dix-neuvième session (reprise)", "79"),
        ("79° período de sesiones", "79"),
        ("Возобновленная семьдесят девятая сессия", "79"),
        ("第七十九届会议续会", "79"),
        ("第60届会议", "60"),
        ("第十一届紧急特别会议续会", "ES-11"),
        ("الدورة التاسعة والسبعون المستأنفة", "79"),
    ],
)
def test_a_session_that_was_resumed_or_stands_in_figures_is_read(line: str, code: str) -> None:
    lines = ("A/C.5/79/L.2", line, "Iraq: draft resolution", "Title")
    fields = fields_of([Paragraph(Kind.MASTHEAD, (Run(text),)) for text in lines])
    assert session_code(fields.session) == code
    assert fields.title == "Title"


_PASTED = {
    "en": ("Distr.: Limited", "1 December 2025", "Original: English"),
    "fr": ("Distr. limitée", "1er décembre 2025", "Français", "Original : anglais"),
    "es": ("Distr. limitada", "1 de diciembre de 2025", "Español", "Original: inglés"),
    "ru": ("Distr.: Limited", "1 December 2025", "Russian", "Original: English"),
    "zh": ("Distr.: Limited", "1 December 2025", "Chinese", "Original: English"),
    "ar": ("Distr.: Limited", "1 December 2025", "Arabic", "Original: English"),
}


@pytest.mark.parametrize("spoken", _PASTED)
def test_a_masthead_that_is_pasted_into_an_empty_text_stands_there_as_it_was_printed(spoken: str) -> None:
    said = _FIELDS[spoken]
    lines = [
        *("A/C.2/80/L.50", said.organ, *_PASTED[spoken], said.session, said.committee, _ITEM_LINES[spoken]),
        *(said.agenda_title, said.sponsor_line, said.title),
    ]
    fields, missing = read_masthead("\n".join([*lines, _ENACTING[spoken], "Words"]))
    assert missing == ()
    written, left = draft_with(Draft(), fields)
    assert left == ()
    assert [one.text for one in written.paragraphs][1:] == lines
    assert language(written) == spoken


@pytest.mark.parametrize(
    ("spoken", "original", "told"),
    [
        ("fr", "anglais", "Français"),
        ("fr", "français", ""),
        ("es", "inglés", "Español"),
        ("ru", "English", "Russian"),
        ("en", "English", ""),
        ("en", "French", "English"),
        ("en", "Fre", ""),
        ("zh", "Chinese", ""),
    ],
)
def test_the_language_of_a_translation_is_told_with_that_of_its_original(spoken: str, original: str, told: str) -> None:
    fields = MastheadFields(original=original)
    assert filled_by_original(fields, "", spoken).language == told
    assert filled_by_original(fields, original, spoken) == fields


@pytest.mark.parametrize("spoken", _FIELDS)
@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_it_is_filled_each_line_is_in_the_language_of_the_text(spoken: str, seed: int) -> None:
    wanted = _FIELDS[spoken]
    draft = Draft((Paragraph(Kind.ENACTING, (Run(_ENACTING[spoken]),)),))
    # The titles are known by the lines around them.
    names = [name for name in NAMES if getattr(wanted, name) and name not in ("agenda_title", "title")]
    random.Random(seed).shuffle(names)
    for name in [*names, "title", "agenda_title"]:
        draft, left = draft_with(draft, replace(fields_of(draft), **{name: getattr(wanted, name)}))
        assert not left
        assert language(draft) == spoken
    assert fields_of(draft) == wanted
    lines = [one.text for one in draft.paragraphs if one.kind is Kind.MASTHEAD]
    assert any(line.startswith(_ITEM_LINES[spoken]) for line in lines)
    assert spoken == "en" or not any("Agenda" in line or "United Nations" in line for line in lines)


@pytest.mark.parametrize(
    ("spoken", "session", "date"),
    [
        ("ru", "Семьдесят девятая сессия", "1 декабря 2025 года"),
        ("ar", "الدورة التاسعة والسبعون", "1 كانون الأول/ديسمبر 2025"),
        ("zh", "第七十九届会议", "2025年12月1日"),
    ],
)
def test_a_session_in_figures_becomes_words_of_the_language_and_a_date_english(
    spoken: str, session: str, date: str
) -> None:
    assert typed_session("79", spoken) == session_line("79", spoken) == session
    assert session_code(session) == "79"
    # Documents in these languages have "Distr.: Limited", "1 December 2025" and "Original: English" in English.
    assert typed_date("2025-12-01", spoken) == typed_date("1.12.2025", spoken) == "1 December 2025"
    assert typed_date(date, spoken) == date
    assert find_date(date) == "2025-12-01"


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [("en", "18 (i)"), ("fr", "18 i)"), ("es", "18 i)"), ("ru", "18 i)"), ("zh", "18 (i)"), ("ar", "18 (i)")],
)
def test_an_item_has_the_brackets_of_its_language(spoken: str, printed: str) -> None:
    for typed in ("18 I", "18i", "18 (i", " 18i)"):
        assert printed_item(typed, spoken) == (typed if spoken == "zh" and ")" in typed else printed)
    for typed in ("18", "18 (i) and (j)", "18 and", "18 et", "1234", ""):
        assert printed_item(typed, spoken) == typed


@pytest.mark.parametrize(
    ("spoken", "typed", "printed"),
    [
        ("ar", "18ط", "18 (ط)"),
        ("ar", "18 (هـ)", "18 (هـ)"),
        ("ar", "18 و19", "18 و19"),
        ("zh", "18(i)", "18(i)"),
        ("en", "129aa", "129 (aa)"),
        ("en", "129 an", "129 an"),
    ],
)
def test_an_item_has_letters_of_its_language(spoken: str, typed: str, printed: str) -> None:
    assert printed_item(typed, spoken) == printed


@pytest.mark.parametrize(("spoken", "last"), [("ru", 150), ("ar", 99), ("zh", 99)])
def test_every_session_reads_back(spoken: str, last: int) -> None:
    for number in range(1, last + 1):
        assert session_code(session_line(str(number), spoken)) == str(number)


def test_an_original_language_in_english_stands_in_an_english_line() -> None:
    draft = Draft((Paragraph(Kind.ENACTING, (Run(_ENACTING["ar"]),)),))
    written, left = draft_with(draft, replace(fields_of(draft), original="English"))
    assert not left
    assert written.paragraphs[0].text == "Original: English"


def test_a_line_that_is_put_in_is_in_the_language_of_the_masthead() -> None:
    heads = ("Nations Unies", "Assemblée générale", "Quatre-vingtième session", "Eau")
    draft = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(one),)) for one in heads))
    assert language(draft) == "fr"
    wanted = replace(fields_of(draft), agenda_item="18 i)", agenda_title="Développement durable : eau")
    written, left = draft_with(draft, wanted)
    assert not left
    assert "Point 18 i) de l’ordre du jour" in [one.text for one in written.paragraphs]


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("Assemblée générale", "Nations Unies"),
        ("Asamblea General", "Naciones Unidas"),
        ("Генеральная Ассамблея", "Организация Объединенных Наций"),
        ("الجمعية العامة", "الأمم المتحدة"),
        ("大会", "联合国"),
        ("General Assembly", "United Nations"),
    ],
)
def test_a_symbol_that_came_first_has_the_united_nations_in_the_language_told_later(organ: str, name: str) -> None:
    draft, left = draft_with(Draft(), MastheadFields(symbol="A/C.2/80/L.37"))
    assert (left, draft.paragraphs[0].text) == ((), "United Nations")
    written, left = draft_with(draft, replace(fields_of(draft), organ=organ))
    assert not left
    assert written.paragraphs[0].text == name
    back, _ = draft_with(written, replace(fields_of(written), organ="General Assembly"))
    assert back.paragraphs[0].text == name  # where another line had told it, a line stays as it stands


def test_a_masthead_that_tells_no_language_is_in_that_of_the_text() -> None:
    text = Draft(
        (
            Paragraph(Kind.PREAMBULAR, (Run("Rappelant les résolutions de la Commission et les rapports des États,"),)),
            Paragraph(Kind.OPERATIVE, (Run("Prie les États de rendre compte de la mise en œuvre des mesures;"),)),
        )
    )
    written, left = draft_with(text, MastheadFields(symbol="A/C.2/80/L.37"))
    assert not left
    assert [one.text for one in written.paragraphs[:2]] == ["Nations Unies", "A/C.2/80/L.37"]
