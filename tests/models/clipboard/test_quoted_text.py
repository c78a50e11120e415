"""A whole resolution in quotation marks, as a press release has it, is pasted without these."""

from __future__ import annotations

import pytest

from models.clipboard.quoted_text import QUOTATION
from models.clipboard.read import from_clipboard
from models.draft import Kind

_TEXTS = [
    (
        "“The Security Council,",
        "“Noting that “all parties” must act,",
        "“1.   Decides to act;",
        "“2. Demands “peace”.”",
    ),
    ("« Le Conseil de sécurité,", "« Notant A,", "« 1. Décide d’agir ;", "« 2. Exige la paix. »"),
    ("“El Consejo de Seguridad,", "“Observando A,", "“1. Decide actuar;", "“2. Exige la paz.”"),
    ("«Совет Безопасности,", "«отмечая A,", "«1. постановляет действовать;", "«2. требует мира»."),
    ('"إن مجلس الأمن،', '"وإذ يلاحظ ألف،', '"1 - يقرر أن يعمل؛', '"2 - يطالب بالسلام."'),
    ("“安全理事会，", "“注意到甲，", "“1. 决定采取行动；", "“2. 要求和平。”"),
]


def _formats(lines: tuple[str, ...]) -> list[dict[str, bytes]]:
    page = "".join(f"<p>{line}</p>" for line in lines)
    return [{"text/html": page.encode()}, {"text/plain": ("\n\n".join(lines) + "\n").encode()}]


@pytest.mark.parametrize("lines", _TEXTS)
@pytest.mark.parametrize("as_page", [True, False])
def test_a_quoted_resolution_is_pasted_without_the_marks(lines: tuple[str, ...], as_page: bool) -> None:
    page, plain = _formats(("The text of resolution 2720 reads as follows:", *lines))
    fragment = from_clipboard(page if as_page else plain)
    read = fragment.paragraphs[1:]
    assert [(one.kind, one.number) for one in read][:3] == [
        (Kind.ENACTING, None),
        (Kind.PREAMBULAR, None),
        (Kind.OPERATIVE, "1"),
    ]
    assert not any(one.text.lstrip()[0] in '“«"' for one in read)
    assert QUOTATION in fragment.losses


def test_words_quoted_within_it_stay_quoted() -> None:
    texts = [one.text for one in from_clipboard(_formats(_TEXTS[0])[0]).paragraphs]
    assert texts == [
        "The Security Council,",
        "Noting that “all parties” must act,",
        "Decides to act;",
        "Demands “peace”.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Recommends the following draft resolution:", *_TEXTS[0]),
        ("The Economic and Social Council,", "1. Recommends to the Council this draft:", *_TEXTS[0]),
        ("“The Security Council,", "“Noting A,"),
        ("Insert:", "“Noting A,", "“1. Decides to act;", "“2. Demands peace.”"),
        ("The Security Council,", "“Peace” is noted,", "1. Decides to act;", "2. Demands peace."),
    ],
)
def test_marks_of_the_text_stay(lines: tuple[str, ...]) -> None:
    for formats in _formats(lines):
        fragment = from_clipboard(formats)
        assert QUOTATION not in fragment.losses
        assert sum(one.text.count("“") for one in fragment.paragraphs) == "".join(lines).count("“")


def test_of_a_part_the_last_mark_may_be_of_its_words() -> None:
    lines = ("“The Security Council,", "“Noting A,", "“1. Decides on “peace”")
    assert from_clipboard(_formats(lines)[0]).paragraphs[-1].text == "Decides on “peace”"
