"""Lines of wrapped texts that are full, and what begins below them all the same."""

from __future__ import annotations

import pytest

from models.draft import Kind
from models.reading.literals import end_mark
from models.reading.text import read_text

WRAPPED = """The General Assembly,
Recalling its resolution 77/1 and the Convention on Work, 2007 (No.
188) and the Guidelines on flag State inspection of conditions,
1. Calls upon States to consider the potential harm in the area.
{}
2. Requests the Secretary-General to do what is needed for it to
be so, and to report to it.
"""


@pytest.mark.parametrize("heading", ["IV Illegal, unreported and unregulated fishing", "II. Fishing", "X\nFishing"])
def test_a_section_behind_a_full_line_is_one_and_a_number_behind_no_is_none(heading: str) -> None:
    draft = read_text(WRAPPED.format(heading)).draft
    kinds = [one.kind for one in draft.paragraphs]
    assert kinds[:4] == [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SECTION]
    assert kinds[-1] is Kind.OPERATIVE


def test_a_full_line_of_a_masthead_does_not_go_on_in_the_organ_or_the_report() -> None:
    head = [
        "United Nations  A/RES/78/141",
        "General Assembly  Distr.: General",
        "Resolution adopted by the General Assembly on 19 December 2023",
        "[on the report of the Special Political and Decolonization",
        "Committee (A/78/426)]",
        "78/141. Promoting investments for sustainable development",
        "The General Assembly,",
        "Recalling its resolution 77/1 and all that was said there of the",
        "matter,",
        "1. Decides to meet.",
    ]
    read = [one.text for one in read_text("\n".join(head)).draft.paragraphs]
    assert read[2:7] == [head[2], " ".join(head[3:5]), head[5], head[6], " ".join(head[7:9])]


def test_where_there_was_room_a_russian_opening_begins_a_paragraph() -> None:
    lines = [
        "Генеральная Ассамблея,",
        "сознавая важность международной миграции для всего развития",
        "будучи глубоко обеспокоена положением женщин и детей во всех государствах",
        "мира и в каждом из них, что требует действий всех государств и",
        "отмечая доклад",
        "1. постановляет собраться.",
    ]
    found = read_text("\n".join(lines)).draft.paragraphs
    assert [one.text.split()[0] for one in found] == ["Генеральная", "сознавая", "будучи", "постановляет"]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (
            "1. Calls upon all States to act and, where appropriate, to:\n"
            "(a) Consider the potential harm in all of the area; and\n"
            "(b) Protect the area and all those who live there from it.",
            "o s s",
        ),
        (
            "1. постановляет, что все государства-члены должны совместно:\n"
            "a) рассмотреть возможный ущерб во всем этом районе; и\n"
            "b) защищать этот район и всех, кто там проживает, от него.",
            "o s s",
        ),
        (
            "1. Decides to remain seized of the matter and all its parts.\nAdopted unanimously at the 3295th meeting.",
            "o c",
        ),
        (
            "1. Decides what each of the articles of the annex has to say.\n"
            "Article 4 Offences established by law\nText of it.",
            "o h t",
        ),
    ],
)
def test_what_begins_below_a_full_line(lines: str, kinds: str) -> None:
    above = "The General Assembly,\nRecalling its resolution 77/1 and all that was said there of the\nmatter,\n"
    read = read_text(above + lines).draft.paragraphs[2:]
    assert " ".join(one.kind.value[0] for one in read) == kinds


@pytest.mark.parametrize("words", ["so; and", "ainsi ; ou", "así; e", "так; а также", "كذلك؛ و", "如此；以及"])
def test_the_word_before_the_last_item_ends_nothing(words: str) -> None:
    assert end_mark(words) == ";"


@pytest.mark.parametrize(
    ("acts", "number"),
    [
        (
            "1. Calls upon the authorities of both sides to respect the plan.|"
            "Urges their leaders to promote tolerance there,|too.",
            1,
        ),
        (
            "1. Notes the judgment and the findings of the United Nations|"
            "Appeals Tribunal and of all those who sat on it in that|year.",
            1,
        ),
        (
            "1. Calls upon the authorities to respect the plan;|"
            "Urges their leaders to promote tolerance and reconciliation as|before.",
            2,
        ),
        (
            "PP1 Recalling its resolution and the plan that came of it then,|"
            "Urges their leaders to promote tolerance and reconciliation as|before.",
            2,
        ),
    ],
)
def test_an_opening_behind_a_full_line_of_a_paragraph_with_a_number(acts: str, number: int) -> None:
    above = "The General Assembly,\nRecalling its resolution 77/1 and all that was said there of the\nmatter,\n"
    assert len(read_text(above + acts.replace("|", "\n")).draft.paragraphs) == 2 + number
