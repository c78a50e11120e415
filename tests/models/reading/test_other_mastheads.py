"""Mastheads in the other official languages: of a draft, and of an adopted resolution with its last lines."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.brackets import bracket_characters
from models.draft.masthead import masthead
from models.reading.structure import recognise
from models.reading.text import read_text

TABLED = {
    "fr": (
        "Nations Unies", "Assemblée générale", "Distr. limitée", "Quatre-vingtième session", "Deuxième Commission",
        "Point 18 i) de l’ordre du jour", "Développement durable", "Iraq* : projet de résolution", "Tempêtes de sable",
        "L’Assemblée générale,", "Rappelant sa résolution 78/158,",
    ),
    "es": (
        "Naciones Unidas", "Asamblea General", "Distr. limitada", "Octogésimo período de sesiones", "Segunda Comisión",
        "Tema 18 i) del programa", "Desarrollo sostenible", "Iraq*: proyecto de resolución", "Tormentas de arena",
        "La Asamblea General,", "Recordando su resolución 78/158,",
    ),
    "ru": (
        "Организация Объединенных Наций", "Генеральная Ассамблея", "Distr.: Limited", "Восьмидесятая сессия",
        "Второй комитет", "Пункт 18 i) повестки дня", "Устойчивое развитие", "Ирак*: проект резолюции",
        "Песчаные бури", "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 78/158,",
    ),
    "zh": (
        "联 合 国", "大会", "Distr.: Limited", "第八十届会议", "第二委员会", "议程项目18(i)", "可持续发展",
        "伊拉克:* 决议草案", "防治沙尘暴", "大会，", "回顾其第78/158号决议，",
    ),
    "ar": (
        "الأمم المتحدة", "الجمعية العامة", "Distr.: Limited", "الدورة الثمانون", "اللجنة الثانية",
        "البند 18 (ط) من جدول الأعمال", "التنمية المستدامة", "العراق*: مشروع قرار", "العواصف الرملية",
        "إن الجمعية العامة،", "إذ تشير إلى قرارها 78/158،",
    ),
}  # fmt: skip

ADOPTED = {
    "fr": (
        "Soixante-dix-neuvième session", "Développement durable",
        "Résolution adoptée par l’Assemblée générale le 19 décembre 2024",
        "[sur la base du rapport de la Deuxième Commission (A/79/437/Add.10, par. 7)]", "79/212. Tempêtes de sable",
        "L’Assemblée générale,", "Prend note du rapport.", "54e séance plénière", "19 décembre 2024",
    ),
    "ru": (
        "Семьдесят девятая сессия", "Устойчивое развитие",
        "Резолюция, принятая Генеральной Ассамблеей 19 декабря 2024 года",
        "[по докладу Второго комитета (A/79/437/Add.10, пункт 7)]", "79/212. Песчаные бури",
        "Генеральная Ассамблея,", "принимает к сведению доклад.", "54-е пленарное заседание,", "19 декабря 2024 года",
    ),
    "zh": (
        "第七十九届会议", "可持续发展", "2024年12月19日大会决议",
        "[根据第二委员会的报告(A/79/437/Add.10，第7段)通过]", "79/212. 防治沙尘暴",
        "大会，", "注意到秘书长的报告。", "2024年12月19日", "第54次全体会议",
    ),
    "ar": (
        "الدورة التاسعة والسبعون", "التنمية المستدامة", "قرار اتخذته الجمعية العامة في 19 كانون الأول/ديسمبر 2024",
        "[بناء على تقرير اللجنة الثانية (A/79/437/Add.10، الفقرة 7)]", "79/212 - العواصف الرملية",
        "إن الجمعية العامة،", "تحيط علما بالتقرير.", "الجلسة العامة 54", "19 كانون الأول/ديسمبر 2024",
    ),
}  # fmt: skip


def read(*lines: str) -> Draft:
    return recognise(Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in lines)))[0]


@pytest.mark.parametrize("language", TABLED)
def test_a_draft_as_it_is_tabled(language: str) -> None:
    united, organ, distribution, *lines = TABLED[language]
    draft = read(united, "A/C.2/80/L.39", organ, distribution, "20 October 2025", *lines)
    kinds = [paragraph.kind for paragraph in draft.paragraphs]
    assert kinds == [Kind.MASTHEAD] * (len(kinds) - 2) + [Kind.ENACTING, Kind.PREAMBULAR]
    found = masthead(draft)
    assert (found.organ, found.committee, found.session, found.date) == (organ, lines[1], 80, "2025-10-20")
    assert found.agenda_item in ("18 (i)", "18 i)", "18(i)", "18 (ط)")
    assert (found.agenda_title, found.sponsor_line, found.title) == tuple(lines[3:6])


@pytest.mark.parametrize("language", TABLED)
@pytest.mark.parametrize("sponsored", [True, False])
def test_lines_of_a_masthead_are_told_apart_however_long_they_are(language: str, *, sponsored: bool) -> None:
    *heads, organ, words = TABLED[language]
    heads[-3] += ": " + " ".join(["lutte contre", "борьба с бурями", "مكافحة العواصف"] * 2)
    heads = heads if sponsored else [*heads[:-2], heads[-1]]
    read = read_text("\n".join([*heads, organ, words])).draft
    assert [one.text for one in read.paragraphs if one.kind is Kind.MASTHEAD] == heads
    apart = read_text("\n\n".join([*heads, organ, words])).draft
    assert read == apart


@pytest.mark.parametrize("language", ADOPTED)
def test_an_adopted_resolution(language: str) -> None:
    session, item, adopted, report, title, organ, operative, *last = ADOPTED[language]
    draft = read("A/RES/79/212", "8 January 2025", session, "", item, adopted, report, title, organ, operative, *last)
    assert [paragraph.kind for paragraph in draft.paragraphs[-4:]] == [
        Kind.ENACTING, Kind.OPERATIVE, Kind.CLOSING, Kind.CLOSING,
    ]  # fmt: skip
    found = masthead(draft)
    assert (found.session, found.date, found.adopted) == (79, "2025-01-08", "2024-12-19")
    assert str(found.report).startswith("A/79/437/Add.10")
    assert found.title == title.partition(" ")[2].removeprefix("- ")
    assert "54" in str(found.meeting)
    assert not list(bracket_characters(report))


def test_an_organ_that_heads_each_section_heads_no_page() -> None:
    draft = read(
        "Песчаные бури", "I", "Генеральная Ассамблея", "ссылаясь на свою резолюцию 78/158,",
        "1. принимает к сведению доклад.", "II", "Генеральная Ассамблея", "1. постановляет собраться.",
    )  # fmt: skip
    kinds = [str(paragraph.kind) for paragraph in draft.paragraphs]
    assert kinds == [
        "masthead", "section", "enacting", "preambular", "operative", "section", "enacting", "operative",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("note", "group"),
    [
        ("On behalf of the Group of African States.", "Group of African States"),
        ("See also A/80/L.1.", None),
    ],
)
def test_the_sponsors_asterisk_of_a_word_file_is_a_footnote(note: str, group: str | None) -> None:
    line = Paragraph(Kind.MASTHEAD, (Run("Egypt:"), Run(footnote=1), Run(" draft resolution")))
    text = Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))
    notes = (Footnote(1, "*", (Run(note),)),)
    assert masthead(Draft((line, text), notes)).on_behalf == group
    assert masthead(Draft((Paragraph(Kind.OPERATIVE, line.runs), text), notes)).on_behalf is None


LINES_ABOVE = "United Nations A/C.2/80/L.50\nGeneral Assembly\nDistr.: Limited\n17 November 2025\nEightieth session\n"
LINES_BELOW = (
    "\n\nThe General Assembly,\n\nRecalling its resolutions 70/195 of 22 December 2015, 71/219 of 21\nDecember 2016,\n"
)


def titles_and_sponsors(*lines: str) -> list[str]:
    read = read_text(LINES_ABOVE + "Agenda item 18 (i)\n" + "\n".join(lines) + LINES_BELOW).draft
    return [one.text for one in read.paragraphs if one.kind is Kind.MASTHEAD][6:]


@pytest.mark.parametrize(
    "lines",
    [
        ("Sustainable development: combating sand and dust storms and their effects on all",
         "Afghanistan, Bahrain, Iran (Islamic Republic of), Iraq, Saint Vincent and the",
         "Grenadines and Tunisia: draft resolution"),
        ("Développement durable : lutte contre les tempêtes de sable et de poussière au Sahel",
         "Afghanistan, Arabie saoudite, Bahreïn, Égypte, Iran (République islamique d’), Iraq,",
         "Maroc et Oman : projet de résolution"),
        ("Desarrollo sostenible: combatir las tormentas de arena y de polvo en el mundo entero",
         "Afganistán, Arabia Saudita, Bahrein, Egipto, Irán (República Islámica del), Iraq,",
         "Marruecos y Omán: proyecto de resolución"),
        ("Устойчивое развитие: борьба с песчаными и пыльными бурями во всех странах мира",
         "Афганистан, Бахрейн, Египет, Иордания, Ирак, Иран (Исламская Республика), Кувейт,",
         "Марокко и Тунис: проект резолюции"),
        ("التنمية المستدامة: مكافحة العواصف الرملية والترابية في جميع أنحاء العالم وفي كل مكان",
         "الأردن، أفغانستان، إيران (جمهورية - الإسلامية)، البحرين، تونس، العراق، عمان، قطر،",
         "الكويت، مصر: مشروع قرار"),
    ],
)  # fmt: skip
def test_sponsors_of_several_lines_begin_under_a_full_line_of_a_title(lines: tuple[str, str, str]) -> None:
    title, *sponsors = lines
    assert titles_and_sponsors(*lines) == [title, " ".join(sponsors)]


@pytest.mark.parametrize(
    ("title", "sponsor"),
    [
        (("Status of internally displaced persons and refugees from Georgia and the occupied",
          "Abkhazia, Georgia, and the Tskhinvali region/South Ossetia, Georgia"), "Georgia: draft resolution"),
        (("The situation in the countries of the world that border on the Mediterranean and of",
          "Crimea, Ukraine, and all that belongs to it"), "Ukraine: draft resolution"),
        (("Global health and foreign policy and all that belongs to it in all countries of Asia",),
         "Brazil: draft resolution"),
        (("Women, Peace and Security",), "Germany: draft resolution"),
        (("Cooperation between the United Nations and the League of Arab States and the African",
          "Union, Asia and Europe"), "Egypt, Fiji and Iraq: draft resolution"),
        (("加强联合国在预防、管理、解决冲突方面的作用",), "德国、法国：决议草案"),
    ],
)  # fmt: skip
def test_a_title_that_names_places_is_one_line(title: tuple[str, ...], sponsor: str) -> None:
    assert titles_and_sponsors(*title, sponsor) == [" ".join(title), sponsor]
