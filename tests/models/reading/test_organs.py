"""An organ's line is known by its form: its article, a noun for an organ, what the organ is for, and a comma."""

from __future__ import annotations

import pytest

from models.draft import labels
from models.reading.organs import organ_language
from models.reading.text import read_text

LINES = {
    "en": (
        "The Human Rights Council,",
        "The Commission on the Status of Women,",
        "The Open-ended Working Group on Ageing,",
        "The Legal and Technical Commission,",
        "The Meeting of States Parties,",
        "*The Economic and Social Council*,",
        "The Parties to the present Convention,",
        "THE SECURITY COUNCIL,",
        "The Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families,",
        "The Executive Board of the WHO,",
        "The Special Committee of 24,",
    ),
    "fr": (
        "La Commission de la condition de la femme,",
        "Le Groupe de travail,",
        "La Première Commission,",
        "Le Forum des Nations Unies sur les forêts,",
        "Les Hautes Parties contractantes,",
        "L’assemblée générale,",
        "Le Comité pour la protection des droits de tous les travailleurs migrants et des membres de leur famille,",
        "Les États parties à la présente Convention,",
        "L’Assemblée des Nations Unies pour l’environnement,",
    ),
    "es": (
        "El Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares,",
        "La Comisión de la Condición Jurídica y Social de la Mujer,",
        "El Grupo de Trabajo,",
        "La Junta de Desarrollo Industrial,",
    ),
    "ru": (
        "Комиссия по положению женщин,",
        "Специальный комитет по деколонизации,",
        "Рабочая группа,",
        "Стороны настоящего Соглашения,",
        "Ассамблея Организации Объединенных Наций по окружающей среде,",
    ),
    "zh": ("妇女地位委员会，", "联合国环境大会，", "预防犯罪和刑事司法委员会，", "工作组，", "大会：", "安全理事会："),
    "ar": (
        "إن لجنة وضع المرأة،",
        "إن لجنة وضع المرأة",
        "ان الجمعية العامة",
        "ان الجمعية العامة،",
        "إنّ الجمعية العامة،",
        "إن جمعية الأمم المتحدة للبيئة،",
        "ان مجلس الامن،",
    ),
}


@pytest.mark.parametrize(("language", "line"), [(language, line) for language, all_ in LINES.items() for line in all_])
def test_an_organs_line_tells_its_language(language: str, line: str) -> None:
    assert organ_language(line) == language


@pytest.mark.parametrize(
    "line",
    [
        "The report of the Committee,",
        "The General Assembly in its resolution 75/1,",
        "The Security Council in its work,",
        "The Committee on Contributions at its session,",
        "The Parties to the conflict,",
        "The working group on this matter,",
        "The Meeting of 2024,",
        "The Committee of 24 experts,",
        "The Commission:",
        "the Council,",
        "The Committee shall meet,",
        "The Committee on Contributions shall meet twice a year,",
        "The Board considers that,",
        "The Chair of the Committee on Conferences,",
        "The Secretary-General and the Human Rights Council,",
        "The Committee on the Rights of the Child",
        "Committee on the Rights of the Child,",
        "Le rapport du Conseil,",
        "La Commission se réunit à Genève,",
        "La Commission prie le Secrétaire général,",
        "El Presidente de la Asamblea General,",
        "Las Partes deberán,",
        "Las Partes en el conflicto,",
        "La Asamblea General en su resolución 75/1,",
        "Les Parties au conflit,",
        "L’Assemblée générale dans sa résolution,",
        "La Commission et ses membres,",
        "El Consejo y sus órganos,",
        "Комиссия по положению женщин",
        "Комитет рассмотрел доклад,",
        "Комиссия просит Генерального секретаря,",
        "Председатель Комитета,",
        "Стороны должны принять меры,",
        "Стороны в конфликте,",
        "Генеральная Ассамблея в своей резолюции,",
        "妇女地位委员会",
        "请委员会，",
        "会议：",
        "在日内瓦举行的会议，",
        "委员会的报告，",
        "大会主席，",
        "إذ تشير إلى الجمعية العامة،",
        "إن تقرير اللجنة،",
        "إن اللجنة تقرر،",
        "لجنة وضع المرأة،",
        "الجمعية العامة في قرارها 75/1،",
    ],
)
def test_a_sentence_about_an_organ_is_none(line: str) -> None:
    assert organ_language(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "إن لجنة وضع المرأة،\n\nإذ تشير إلى قرارها 1/78،\n\nتقرر أن تجتمع.",
        "ان لجنة وضع المرأة،\n\nاذ تشير الى قرارها 1/78،\n\nتقرر ان تجتمع.",
        "Комиссия по положению женщин,\n\nссылаясь на свою резолюцию 78/1,\n\nпостановляет собраться.",
        "妇女地位委员会，\n\n回顾其第78/1号决议，\n\n决定开会。",
    ],
)
def test_a_text_of_any_organ_has_its_line(text: str) -> None:
    read = read_text(text).draft.paragraphs
    assert [paragraph.kind.value for paragraph in read] == ["enacting", "preambular", "operative"]


def kinds(text: str) -> list[str]:
    draft = read_text(text).draft
    told = zip(draft.paragraphs, labels(draft), strict=True)
    return [f"{paragraph.kind.value[0]} {label or ''}".strip() for paragraph, label in told]


_RECOMMENDED = (
    "The Economic and Social Council,\n\n{one}Recommends the following draft resolution:\n\n“{organ}\n\n"
    "“Recalling its resolution 70/1,\n\n“{one}Decides to meet;\n\n“{two}Requests all:\n\n“(a) To act.”\n\n"
    "{two}Requests the Secretary-General to report."
)


@pytest.mark.parametrize(("one", "two"), [("", ""), ("1. ", "2. ")])
def test_a_resolution_that_is_quoted_to_recommend_it_counts_nothing_of_the_one_around_it(one: str, two: str) -> None:
    text = _RECOMMENDED.format(one=one, two=two, organ="The General Assembly,")
    assert kinds(text) == ["e", "o OP1", *["q"] * 5, "o OP2"]
    # Without quotation marks it is a resolution of its own.
    own = ["e", "o OP1", "e", "p PP1", "o OP1", "o OP2", "s OP2 (a)"]
    assert kinds(text.replace("“", ""))[:7] == own


def test_a_text_that_begins_within_a_resolution_and_goes_on_with_another_has_no_masthead() -> None:
    text = "{}Decides to hold a meeting there;\n\n{}The Human Rights Council,\n\nRecalling it,\n\n1. Urges all."
    assert kinds(text.format("", "")) == ["o OP1", "e", "p PP1", "o OP1"]
    assert kinds(text.format("7. ", "Welcomes all.\n\n"))[:2] == ["o OP7", "o OP8"]
    headed = text.format("A/80/L.1\n\nNotes by the Secretariat\n\n", "")
    assert kinds(headed) == ["m", "m", "m", "e", "p PP1", "o OP1"]


@pytest.mark.parametrize(
    "items", ["The Council,\n\nThe Board,", "The Council,", "The Council,\n\nThe Board,\n\nall States."]
)
def test_organs_that_a_list_names_have_no_line(items: str) -> None:
    text = f"The General Assembly,\n\n1. Invites:\n\n{items}\n\n2. Decides to meet."
    assert kinds(text) == ["e", "o OP1", *["t"] * (items.count("\n\n") + 1), "o OP2"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Recommends this:", "I\n\nRecalling y,\n\n1. Decides so."),
        ("Recommends this:", "We the peoples,\n\nRecalling y,\n\n1. Decides so."),
        ("Decides to meet,", "Recalling y,\n\n1. Decides so."),
        ("Decides to meet,", "1. Decides so."),
    ],
)
def test_a_resolution_below_another_has_its_organs_line(above: str, below: str) -> None:
    text = f"The General Assembly,\n\nRecalling x,\n\n1. {above}\n\nThe Security Council,\n\n{below}"
    assert kinds(text)[3] == "e"


def test_behind_a_comma_an_organ_is_listed_where_the_text_goes_on() -> None:
    text = "The General Assembly,\n\n1. Invites:\n\nThe Council,\n\nThe Board,\n\n{} to meet."
    assert kinds(text.format("Decides"))[2:4] == kinds(text.format("2. Decides"))[2:4] == ["t", "t"]
