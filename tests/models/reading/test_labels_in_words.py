"""Numbers of paragraphs that are written out, before an opening and elsewhere, in the official languages."""

from __future__ import annotations

import pytest

from models.draft import Kind, labels
from models.reading.literals import literal
from models.reading.text import read_text

WRITTEN = [
    ("Operative paragraph 1: Takes note of it;", "OP1", "Takes note of it;"),
    ("[Operative paragraph 1: Takes note;]", "OP1", "[Takes note;]"),
    ("Preambular paragraph 3 bis: Recalling it,", "PP3 bis", "Recalling it,"),
    ("OP §1 Takes note;", "OP1", "Takes note;"),
    ("OP-1 (EU): Takes note;", "OP1", "(EU): Takes note;"),
    ("[OP-1] Takes note;", "OP1", "[] Takes note;"),
    ("Para 1. Takes note;", "1", "Takes note;"),
    ("Para. 1: Takes note;", "1", "Takes note;"),
    ("Paragraph 1 Takes note;", "1", "Takes note;"),
    ("§1 Takes note;", "1", "Takes note;"),
    ("§ 1. Takes note;", "1", "Takes note;"),
    ("1: Takes note;", "1", "Takes note;"),
    ("1/ Takes note;", "1", "Takes note;"),
    ("[3] Takes note of it;", "3", "[] Takes note of it;"),
    ("Paragraphe 1 : Prend note ;", "1", "Prend note ;"),
    ("Par. 1er Prend note ;", "1", "Prend note ;"),
    ("1° Prend note ;", "1", "Prend note ;"),
    ("Alinéa 2 du préambule : Rappelant cela,", "PP2", "Rappelant cela,"),
    ("Párrafo 1: Toma nota;", "1", "Toma nota;"),
    ("PO1: Toma nota;", "OP1", "Toma nota;"),
    ("Párrafo 1 de la parte dispositiva: Toma nota;", "OP1", "Toma nota;"),
    ("Пункт 1. просит его;", "1", "просит его;"),
    ("п. 1 просит его;", "1", "просит его;"),
    ("Пункт 2 преамбулы: ссылаясь на него,", "PP2", "ссылаясь на него,"),
    ("الفقرة ١: تطلب إليه؛", "1", "تطلب إليه؛"),
    ("الفقرة 1 من المنطوق: تطلب إليه؛", "OP1", "تطلب إليه؛"),
    ("第1段：决定开会；", "1", "决定开会；"),
    ("第一段 决定开会；", "1", "决定开会；"),
    ("执行部分第十二段：决定开会；", "OP12", "决定开会；"),
]


@pytest.mark.parametrize(("line", "label", "words"), WRITTEN)
def test_a_number_in_words_before_an_opening(line: str, label: str, words: str) -> None:
    found = literal(line)
    assert found is not None
    assert found.kind + found.number == label
    assert line[: found.start] + line[found.end :] == words


@pytest.mark.parametrize(
    "line",
    [
        "Paragraph 1 of resolution 70/1 welcomes the report.",
        "Paragraph 1 requests too much.",
        "paragraph 3. Requests for assistance are many.",
        "Paragraph 1: delete",
        "Paragraphs 1 and 2: Requests the report",
        "10:30 Takes place",
        "1/2 Takes note",
        "2019: Takes note",
        "Note 1: Recalls it",
        "[1] See A/80/25",
        "Par la présente décision, prie le Secrétaire général",
        "Le paragraphe 1 : Prend note",
        "Пункт 1 просит слишком многого.",
        "الفقرة 1 تطلب الكثير.",
        "第1段请秘书长提交报告。",
    ],
)
def test_words_that_name_a_paragraph(line: str) -> None:
    assert literal(line) is None


@pytest.mark.parametrize(
    ("organ", "recital", "label", "acts"),
    [
        ("The General Assembly,", "Recalling it,", "Operative paragraph {}: ", "Takes note of it;|Requests more."),
        ("The General Assembly,", "Recalling it,", "Operative paragraph {}\n", "Takes note of it;|Requests more."),
        ("L’Assemblée générale,", "Rappelant cela,", "Paragraphe {} : ", "Prend note ;|Prie le Président."),
        ("La Asamblea General,", "Recordando eso,", "Párrafo {}: ", "Toma nota;|Pide más."),
        ("Генеральная Ассамблея,", "ссылаясь на это,", "Пункт {}. ", "просит его;|постановляет это."),
        ("إن الجمعية العامة،", "إذ تشير إليه،", "الفقرة {}: ", "تطلب إليه؛|تقرر ذلك."),
        ("大会，", "回顾该决议，", "第{}段：", "决定开会；|请秘书长提出报告。"),
        ("大会，", "回顾该决议，", "{} ", "决定开会；|请秘书长提出报告。"),
        ("الجمعية العامة،", "إذ تشير إليه،", "{} ", "تطلب إليه؛|تقرر ذلك."),
        ("Генеральная Ассамблея,", "ссылаясь на это,", "{}\t", "просит его;|постановляет это."),
    ],
)
def test_a_text_with_numbers_in_words(organ: str, recital: str, label: str, acts: str) -> None:
    numbered = [label.format(at) + words for at, words in enumerate(acts.split("|"), 1)]
    draft = read_text("\n\n".join([organ, recital, *numbered])).draft
    assert labels(draft)[1:] == ("PP1", "OP1", "OP2")
    assert [one.text for one in draft.paragraphs if one.kind is Kind.OPERATIVE] == acts.split("|")
