"""Texts that are no UTF-8 and do not say what they are have the words of their language."""

from __future__ import annotations

import pytest

from models.reading.decoding import decode, letters_as_said
from models.reading.text import read_text

_TEXTS = {
    "en": "The General Assembly,\n\nRecalling its resolution 56/203, “Peace” – a café,\n\n1. Decides to meet.\n",
    "fr": "L’Assemblée générale,\n\nRappelant sa résolution 56/203, « paix »,\n\n1. Décide de se réunir à Genève.\n",
    "es": "La Asamblea General,\n\nRecordando su resolución 56/203, «niñez»,\n\n1. Decide reunirse.\n",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 56/203, «Мир»,\n\n1. постановляет провести сессию.\n",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 56/203،\n\n1 - تقرر أن تجتمع في عام 2006؛\n",
    "zh": "大会，\n\n回顾其2001年12月21日第56/203号决议，\n\n1. 决定在2006年举行会议；\n",
}
_WESTERN = "read as Windows-1252, so look at accents and quotation marks"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("language", "encoding", "said"),
    [
        ("en", "cp1252", _WESTERN),
        ("fr", "cp1252", _WESTERN),
        ("es", "cp1252", _WESTERN),
        ("ru", "cp1251", "read as Windows-1251, so look whether its words are right"),
        ("ru", "koi8_r", "read as KOI8-R"),
        ("ru", "cp866", "read as code page 866"),
        ("ru", "iso8859_5", "read as ISO 8859-5"),
        ("ar", "cp1256", "read as Windows-1256"),
        ("ar", "iso8859_6", "read as ISO 8859-6"),
        ("zh", "gb18030", "read as GB 18030"),
    ],
)
def test_the_words_are_those_of_the_language(language: str, encoding: str, said: str, ends: str) -> None:
    signs = _TEXTS[language] if encoding not in ("koi8_r", "cp866", "iso8859_5") else _TEXTS["ru"].translate(_ANGLES)
    text, (warning,) = decode(signs.replace("\n", ends).encode(encoding))
    assert [one.text for one in read_text(text).draft.paragraphs] == [
        one.text for one in read_text(signs).draft.paragraphs
    ]
    assert said in warning.message


_ANGLES = str.maketrans("«»", '""')


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Резолюция", "cp1251"),
        ("A/C.2/58/L.37 — The draft resolution of the Group of 77\n\nпостановляет провести заседание", "cp1251"),
        ("<html><head><style>p { margin: 0 }</style><body><p>постановляет</p><p>просит</p></body></html>", "cp1251"),
        ("决定", "gb18030"),
        ("决定在Geneva举行会议，并请Committee审议", "gb18030"),
        ("«\xa0À\xa0»\xa0\xa0\xa0\xa0\xa0et\xa0—\xa0«\xa0ÉÉ\xa0»", "cp1252"),
        ("ÉTATS-UNIS D’AMÉRIQUE, CÔTE D’IVOIRE", "cp1252"),
        ("• … – “Peace” ½ § 5", "cp1252"),
    ],
)
def test_few_words_and_words_of_two_languages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("said", ["", "us-ascii", "utf-8", "unknown-8bit"])
def test_a_page_or_mail_that_says_nothing_true_is_guessed_too(said: str) -> None:
    assert letters_as_said(_TEXTS["ru"].encode("cp1251"), said)[0] == _TEXTS["ru"]


def test_what_is_said_is_believed_before_what_is_guessed() -> None:
    data = "Übermäßig größer".encode("cp1250")
    assert letters_as_said(data, "iso-8859-2") == ("Übermäßig größer", ())
