"""Numbers and labels on lines of their own: the words below are those of the paragraph."""

from __future__ import annotations

import pytest

from models.draft import labels
from models.reading.stands_alone import stands_alone
from models.reading.text import read_text

ALONE = [
    *(
        "1.",
        "1)",
        "(a)",
        "a)",
        "iv.",
        "(xviii)",
        "4 bis.",
        "OP1",
        "OP1:",
        "[OP1]",
        "OP2 a)",
        "ПП1",
        "1 -",
        "أ -",
        "(أ)",
        "’1‘",
    ),
    *(
        "（一）",
        "一、",
        "㈠",
        "OP1 (agreed)",
        "OP1 [EU]:",
        "NEW OP3",
        "EU: OP3 bis",
        "[EU] 1.",
        "OP1 – agreed ad ref",
        "•",
    ),
]


@pytest.mark.parametrize("line", ALONE)
def test_a_number_alone_stands_before_the_words_below(line: str) -> None:
    assert stands_alone(line)


@pytest.mark.parametrize(
    "line", ["1", "2024.", "(1)", "II", "-", "OP1 above", "OP1 and OP2", "12 May", "PP", "OP1 was deleted", "3.5"]
)
def test_what_is_no_number_alone(line: str) -> None:
    assert not stands_alone(line)


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The General Assembly,|OP1 (agreed)|Decides:|a)|To meet;|NEW OP2|Urges all.", "OP1|OP1 a)|OP2"),
        ("L’Assemblée générale,|1.|Décide :|a)|De siéger ;|b)|D’agir ;|2.|Prie le Secrétaire général.", "1|a)|b)|2"),
        ("Генеральная Ассамблея,|ОП1|постановляет:|а)|собраться;|б)|действовать;|2.|просит всех.", "1|а)|б)|2"),
        ("الجمعية العامة،|1 -|تقرر ما يلي:|(أ)|الاجتماع؛|’1‘|الآن؛|2 -|تطلب إلى الأمين العام.", "1|(أ)|’1‘|2"),
        ("大会，|OP1|决定：|(a)|开会：|㈠|现在；|二、|请秘书长。", "1|(a)|㈠|二"),
    ],
)
def test_words_below_their_number(lines: str, expected: str, parted: str) -> None:
    draft = read_text(lines.replace("|", parted)).draft
    names = [name or "" for name in labels(draft)]
    assert len(names) == 1 + len(expected.split("|"))
    assert all(name.endswith(end) for name, end in zip(names[1:], expected.split("|"), strict=True))


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_one_of_several_alone_takes_no_other(parted: str) -> None:
    text = parted.join(["The General Assembly,", "OP1 (agreed)", "OP2 (open)", "OP3", "Decides to meet."])
    assert [one.text for one in read_text(text).draft.paragraphs][-1] == "Decides to meet."
    assert len(read_text(text).draft.paragraphs) == 4
