"""Signs that nobody sees, before lines and within them: they hide nothing of what a paragraph is, and none is lost."""

from __future__ import annotations

import pytest

from models.clipboard.read import from_clipboard
from models.draft import Draft, Kind, Paragraph, Run, labels
from models.files.read import read_bytes
from models.reading.structure import recognise

SIGNS = {
    "mark, right to left": ("\u200f", ""),
    "mark, left to right": ("\u200e", ""),
    "mark of Arabic": ("\u061c", ""),
    "embedding": ("\u202b", "\u202c"),
    "isolate": ("\u2067", "\u2069"),
    "space without width": ("\u200b", ""),
    "joiner of words": ("\u2060", ""),
    "mark of the byte order": ("\ufeff", ""),
    "soft hyphen": ("\u00ad", ""),
    "several": ("\u200e\u202b\u200f", "\u200f\u202c"),
}
TEXTS = {
    "en": ("The General Assembly,", "Recalling it,", "1. Decides to meet:", "(a) In Vienna;", "2. Urges all."),
    "fr": ("L’Assemblée générale,", "Rappelant sa résolution,", "1. Décide :", "a) De se réunir ;", "2. Prie."),
    "es": ("La Asamblea General,", "Recordando su resolución,", "1. Decide:", "a) Reunirse;", "2. Insta a todos."),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на нее,", "1. постановляет:", "a) собраться;", "2. просит доклад."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى قرارها،", "1 - تقرر:", "(أ) عقد مؤتمر؛", "2 - تطلب تقريرا."),
    "zh": ("大会，", "回顾其决议，", "1. 决定：", "(a) 召开会议；", "2. 请秘书长提出报告。"),
}


def read(*texts: str) -> Draft:
    return recognise(Draft(tuple(Paragraph(Kind.TEXT, (Run(text),)) for text in texts)))[0]


def told(draft: Draft) -> list[tuple[object, ...]]:
    names = labels(draft)
    return [(each.kind, each.level, each.number, name) for each, name in zip(draft.paragraphs, names, strict=True)]


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("before", "behind"), SIGNS.values(), ids=SIGNS)
def test_signs_before_each_line_hide_nothing_and_stay(texts: tuple[str, ...], before: str, behind: str) -> None:
    bare, read_so = read(*texts), read(*(before + text + behind for text in texts))
    assert told(read_so) == told(bare)
    assert [each.number for each in bare.paragraphs] != [None] * len(texts)
    assert [each.text for each in read_so.paragraphs] == [before + each.text + behind for each in bare.paragraphs]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1\u200e. Decides to meet;", "1", "Decides to meet;"),
        ("\u20671.\u2069 Decides to meet;", "1", "\u2067Decides to meet;"),
        ("1\u200f.\u200f \u200fDecides to meet;", "1", "\u200fDecides to meet;"),
        ("1. De\u00adcides to meet;", "1", "De\u00adcides to meet;"),
        ("1.\u00ad Decides to meet;\u200f", "1", "Decides to meet;\u200f"),
        ("\u200f1\u200f", None, "\u200f1\u200f"),
        ("\u200f", None, "\u200f"),
    ],
)
def test_signs_within_a_number_go_with_it_and_the_others_stay(text: str, number: str | None, words: str) -> None:
    last = read("The General Assembly,", "Recalling it,", text).paragraphs[-1]
    assert (last.number, last.text) == (number, words)


def test_how_the_words_are_set_stays_where_a_number_stands_among_signs() -> None:
    runs = (Run("\u200f"), Run("1"), Run("\u200f. "), Run("\u200fDecides", italic=True), Run(" to meet\u200f;"))
    enacting = Paragraph(Kind.TEXT, (Run("The General Assembly,"),))
    draft, _ = recognise(Draft((enacting, Paragraph(Kind.TEXT, runs))))
    assert draft.paragraphs[1].number == "1"
    assert draft.paragraphs[1].runs == (Run("\u200f"), Run("\u200fDecides", italic=True), Run(" to meet\u200f;"))


@pytest.mark.parametrize("sign", ["\u200b", "\u200f", "\u200e", "\ufeff", "\u00ad", "\u200f \u200f"])
@pytest.mark.parametrize(
    ("organ", "recalls", "acts"),
    [
        ("The General Assembly,", "Recalling it,", "1. Decides to meet."),
        ("الجمعية العامة،", "وإذ تشير إلى القرار،", "1 - تقرر الاجتماع."),
    ],
)
def test_a_line_of_such_signs_alone_is_an_empty_line(organ: str, recalls: str, acts: str, sign: str) -> None:
    lines = [organ, sign, recalls, sign, acts]
    assert len(read_bytes("\n".join(lines).encode()).draft.paragraphs) == 3
    page = "".join(f"<p>{line}</p>" for line in lines)
    assert len(from_clipboard({"text/html": page.encode()}).paragraphs) == 3
    assert len(from_clipboard({"text/plain": "\r\n".join(lines).encode()}).paragraphs) == 3
