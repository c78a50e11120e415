"""The language of mastheads, whole and half filled, in six languages, and what is written into them by the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.masthead.lines import draft_with, fields_of, language
from models.masthead.words import language_of

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


def test_a_line_that_is_put_in_is_in_the_language_of_the_masthead() -> None:
    heads = ("Nations Unies", "Assemblée générale", "Quatre-vingtième session", "Eau")
    draft = Draft(tuple(Paragraph(Kind.MASTHEAD, (Run(one),)) for one in heads))
    assert language(draft) == "fr"
    wanted = replace(fields_of(draft), agenda_item="18 i)", agenda_title="Développement durable : eau")
    written, left = draft_with(draft, wanted)
    assert not left
    assert "Point 18 i) de l’ordre du jour" in [one.text.split(" : ")[0].split(": ")[0] for one in written.paragraphs]
