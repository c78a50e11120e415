"""Numbers at the start of a text, in the scripts of the United Nations."""

from __future__ import annotations

import pytest

from models.draft.end_marks import SIGNS
from models.reading.literals import end_mark, literal
from models.reading.text import read_text


@pytest.mark.parametrize(
    ("text", "style", "value", "number", "rest"),
    [
        ("(a) To meet;", "paren", "a", "(a)", "To meet;"),
        ("1.决定开会", "digit", "1", "1", "决定开会"),
        ("1、决定开会", "digit", "1", "1", "决定开会"),
        ("一、决定开会", "digit", "1", "一", "决定开会"),
        ("十二、决定开会", "digit", "12", "十二", "决定开会"),
        ("（一）开会", "paren", "一", "（一）", "开会"),
        ("(一) 开会", "paren", "一", "(一)", "开会"),
        ("㈠ 开会", "paren", "㈠", "㈠", "开会"),
        ("㈠ bis. 开会", "paren", "㈠", "㈠ bis", "开会"),
        ("（a）开会", "paren", "a", "(a)", "开会"),
        ("(أ) تقديم إرشادات", "paren", "أ", "(أ)", "تقديم إرشادات"),
        ("’1‘ تقديم إرشادات", "quoted", "1", "’1‘", "تقديم إرشادات"),
        ("'12' [تقديم إرشادات]", "quoted", "12", "'12'", "[تقديم إرشادات]"),
        ("(هـ) تقديم إرشادات", "paren", "هـ", "(هـ)", "تقديم إرشادات"),
        ("أ - تقديم إرشادات", "half", "أ", "أ -", "تقديم إرشادات"),
        ("1 - تقرر", "digit", "1", "1", "تقرر"),
        ("٢- تقرر", "digit", "٢", "٢", "تقرر"),
        ("1.\u00a0\u00a0\u00a0Urges all", "digit", "1", "1", "Urges all"),
        ("3\u00a0bis. Urges all", "digit", "3", "3 bis", "Urges all"),
        ("1\u00a0- تقرر", "digit", "1", "1", "تقرر"),
        ("•\u00a0\u00a0To act;", "bullet", "•", "•", "To act;"),
        ("•To act;", "bullet", "•", "•", "To act;"),
        ("•行动；", "bullet", "•", "•", "行动；"),
        ("o\tTo act;", "bullet", "○", "○", "To act;"),
        ("§\tTo act;", "bullet", "▪", "▪", "To act;"),
        ("1.- Toma nota", "digit", "1", "1", "Toma nota"),
        ("2 bis.- Insta a todos", "digit", "2", "2 bis", "Insta a todos"),
        ("1.– Decides", "digit", "1", "1", "Decides"),
        ("3 бис. призывает", "digit", "3", "3 бис", "призывает"),
        ("3\u00a0тер. призывает", "digit", "3", "3 тер", "призывает"),
        ("(a) бис. доклад", "paren", "a", "(a) бис", "доклад"),
        ("1 مكررا - تقرر", "digit", "1", "1 مكررا", "تقرر"),
        ("1 مكرراً - تقرر", "digit", "1", "1 مكررا", "تقرر"),
        ("1 مكررًا ثانيًا - تقرر", "digit", "1", "1 مكررا ثانيا", "تقرر"),
        ("1 مكرر - تقرر", "digit", "1", "1 مكررا", "تقرر"),
        ("OP1 مكرراً: تقرر", "label", "1", "1 مكررا", "تقرر"),
        ("1-бис. призывает", "digit", "1", "1 бис", "призывает"),
        ("1\u2011bis. Urges", "digit", "1", "1 bis", "Urges"),
        ("OP\u00a05 bis. Urges", "label", "5", "5 bis", "Urges"),
        ("OP5 бис. призывает", "label", "5", "5 бис", "призывает"),
        ("OP5 - Urges", "label", "5", "5", "Urges"),
        ("OP5.Urges all", "label", "5", "5", "Urges all"),
        ("OP5:Urges all", "label", "5", "5", "Urges all"),
        ("PP5Recalling it,", "label", "5", "5", "Recalling it,"),
        ("OP5 bis.L’Assemblée", "label", "5", "5 bis", "L’Assemblée"),
        ("ОП5просит доклад", "label", "5", "5", "просит доклад"),
        ("OP5تقرر", "label", "5", "5", "تقرر"),
        ("OP5决定开会；", "label", "5", "5", "决定开会；"),
        ("OP5、决定开会；", "label", "5", "5", "决定开会；"),
        ("OP5 bis – Urges", "label", "5", "5 bis", "Urges"),
        ("OP5 (alt. 1) Urges", "label", "5", "5 alt 1", "Urges"),
        ("OP5：决定开会；", "label", "5", "5", "决定开会；"),
        ("O.P. 5 Urges", "label", "5", "5", "Urges"),
        ("OP#5 Urges", "label", "5", "5", "Urges"),
        ("OP no. 5: Urges", "label", "5", "5", "Urges"),
        ("(OP5) Urges", "label", "5", "5", "Urges"),
        ("OP5 (new) Urges", "label", "5", "5", "(new) Urges"),
        ("OP5 [agreed] Urges", "label", "5", "5", "[agreed] Urges"),
        ("PP5 [EU, Fiji]: Recalling", "label", "5", "5", "[EU, Fiji]: Recalling"),
        ("OP5 [agreed ad ref] просит", "label", "5", "5", "[agreed ad ref] просит"),
        ("OP5 agreed ad ref: Urges", "label", "5", "5", "agreed ad ref: Urges"),
        ("OP5 rev.1 Urges", "label", "5", "5", "rev.1 Urges"),
        ("- OP5: Urges", "label", "5", "5", "Urges"),
        ("- OP5: delete", "bullet", "-", "-", "OP5: delete"),
        ("ОП5 - просит", "label", "5", "5", "просит"),
        ("[ПП 2. отмечая", "label", "2", "2", "отмечая"),
        ("\u200f1- تقرر", "digit", "1", "1", "تقرر"),
        ("a) создать", "half", "a", "a)", "создать"),
        ("1.просит доклад", "digit", "1", "1", "просит доклад"),
        ("1.تقرر", "digit", "1", "1", "تقرر"),
        ("b)Presente un informe", "half", "b", "b)", "Presente un informe"),
    ],
)
def test_numbers(text: str, style: str, value: str, number: str, rest: str) -> None:
    found = literal(text)
    assert found is not None
    assert (found.style, found.value, found.number, text[found.end :]) == (style, value, number, rest)


@pytest.mark.parametrize(
    "text",
    ["一个国家", "(一国两制) 政策", "و تقرر", "会、", "2.5 per cent", "第一、二条", "o To act", "§ 5", "1.-5 per cent"],
)
def test_what_is_no_number(text: str) -> None:
    assert literal(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "(a) and (b) above", "(a), (b) and (c) are", "(i)-(iii) above", "(a) to (c) below", "[(a)] above", "3. above",
        "a) à c) ci-dessus", "a) de l’article 5", "a) y b) supra", "a) del párrafo 3", "а) и б) выше", "а) статьи 2",
        "（一）和（二）", "（一）项所述措施", "(أ) و(ب)", "(أ) من المادة 2", "(a) of the present resolution",
        "(i) of Article 2", "(XVIII) of 20 November 1963", "(XX), de 21 de diciembre de 1965", "2 bis above",
        "1) and 2) above", "OP2, OP3", "[OP2] and [OP3]", "OP3 and 4",
        "OP2 (a) above", "OP2 (a) was deleted", "OP2 was deleted at the request of Fiji", "PP3 to be moved",
        "OP2 a) et b) sont supprimés", "OP2 a) ci-dessus", "OP2 a) y b)", "OP2 а) и б)",
        "OP2:delete", "OP2.5 million", "ОП2и ОП3", "OP2被删除", "OP2和OP3", "OP2、OP3",
        "OP2 agreed", "OP2 agreed ad ref", "OP2 agreed. Fiji thanked all", "OP2 [and OP3] was deleted",
        "UK: OP2 delete", "New OP2 requests too much", "EU: OP2 requests too much",
        "Fiji: OP2 is agreed", "On OP2, Fiji", "(US) 1.5 per cent", "Kenya: 3. was deleted",
        "OP2: delete", "OP2 被删除", "OP2 было исключено", "ОП2 было исключено", "ОП2 и ОП3",
    ],
)  # fmt: skip
def test_what_only_names_a_paragraph_numbers_none(text: str) -> None:
    assert literal(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(a) of women;", "of women;"),
        ("(a) in the event of fire;", "in the event of fire;"),
        ("(a) in paragraph 3, delete", "in paragraph 3, delete"),
        ("(a) – 15 per cent;", "– 15 per cent;"),
        ("(a) 5, 6 and 7;", "5, 6 and 7;"),
        ("(b) and to report", "and to report"),
        ("(a) of resolutions and decisions;", "of resolutions and decisions;"),
        ("a) de la résolution des conflits ;", "de la résolution des conflits ;"),
        ("б) статьи и пункты;", "статьи и пункты;"),
        ("（一）关于报告；", "关于报告；"),
        ("(أ) وتقديم التقارير", "وتقديم التقارير"),
        ("(a) above-ground tests;", "above-ground tests;"),
        ("а) резолюция 75/1;", "резолюция 75/1;"),
        ("а) пункты 2 и 3;", "пункты 2 и 3;"),
        ("(a) 以下措施；", "以下措施；"),
        ("（一）项目管理；", "项目管理；"),
        ("（二）以下措施；", "以下措施；"),
        ("3. and 4 States", "and 4 States"),
        ("1. Above all", "Above all"),
        ("3. Articles of the Charter", "Articles of the Charter"),
        ("OP2. the States", "the States"),
        ("PP3 recalling it,", "recalling it,"),
        ("OP2 请秘书长", "请秘书长"),
        ("OP2 просит всех", "просит всех"),
        ("OP2 تطلب إلى", "تطلب إلى"),
    ],
)
def test_what_begins_as_a_paragraph_behind_its_number(text: str, rest: str) -> None:
    found = literal(text)
    assert found is not None
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "number", "sub"),
    [
        ("2 alt 1. Urges", "2 alt 1", ()),
        ("2 quater alt. Urges", "2 quater alt", ()),
        ("b bis) to act", "b) bis", ()),
        ("b) bis to act", "b) bis", ()),
        ("OP4 (a) bis to act", "4", ("(a) bis",)),
        ("OP4 (a bis) to act", "4", ("(a) bis",)),
        ("OP4 (a) (ii) alt 1 to act", "4", ("(a)", "(ii) alt 1")),
        ("OP4 bis (a) to act", "4 bis", ("(a)",)),
        ("OP4.bis Urges", "4 bis", ()),
        ("OP4. bis. Urges", "4 bis", ()),
        ("OP4-bis Urges", "4 bis", ()),
        ("OP4 (bis) Urges", "4 bis", ()),
        ("OP4.bis.alt.1 Urges", "4 bis alt 1", ()),
        ("PP4.ter: Urges", "4 ter", ()),
        ("OP4.bis (a) to act", "4 bis", ("(a)",)),
        ("OP4 (a).bis to act", "4", ("(a) bis",)),
        ("(a).bis to act", "(a) bis", ()),
        ("OP4 a) bis to act", "4", ("a) bis",)),
    ],
)
def test_suffixes_of_several_words(text: str, number: str, sub: tuple[str, ...]) -> None:
    found = literal(text)
    assert found is not None
    assert (found.number, found.sub) == (number, sub)
    assert text[found.end :] in ("Urges", "to act")


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("NEW OP5 bis Urges all", "5 bis", "NEW Urges all"),
        ("New PP5: Recalling it,", "5", "New Recalling it,"),
        ("Nouveau OP5 bis : Prie les États", "5 bis", "Nouveau Prie les États"),
        ("新OP5：请秘书长", "5", "新请秘书长"),
        ("EU: OP5 alt. Urges all", "5 alt", "EU: Urges all"),
        ("EU – 5. Exhorte les États", "5", "EU – Exhorte les États"),
        ("[EU: OP5 Urges all]", "5", "[EU: Urges all]"),
        ("(Fiji, Kenya) 5. Insta a todos", "5", "(Fiji, Kenya) Insta a todos"),
        ("G77 and China: OP5 ter (new) Urges all", "5 ter", "G77 and China: (new) Urges all"),
        ("[EU] OP5: просит", "5", "[EU] просит"),
        ("EU: OP5 تطلب إلى", "5", "EU: تطلب إلى"),
        ("EU: OP5 请秘书长", "5", "EU: 请秘书长"),
    ],
)
def test_a_number_behind_the_name_of_who_asks(text: str, number: str, rest: str) -> None:
    found = literal(text)
    assert found is not None
    assert (found.number, text[: found.start] + text[found.end :]) == (number, rest)


@pytest.mark.parametrize(
    ("text", "sub", "rest"),
    [
        ("OP2 a) En facilitant", ("a)",), "En facilitant"),
        ("OP2b) Luchando", ("b)",), "Luchando"),
        ("OP2 b) i) La trata de mujeres;", ("b)", "i)"), "La trata de mujeres;"),
        ("ОП2 а) облегчать", ("а)",), "облегчать"),
        ("OP2 (أ) تيسير", ("(أ)",), "تيسير"),
        ("OP2 (ب) ’1‘ الاتجار", ("(ب)", "’1‘"), "الاتجار"),
        ("OP2 (b) ㈠ 贩运妇女；", ("(b)", "㈠"), "贩运妇女；"),
        ("OP2 （二） 贩运妇女；", ("（二）",), "贩运妇女；"),
    ],
)
def test_items_behind_a_label_as_each_language_prints_them(text: str, sub: tuple[str, ...], rest: str) -> None:
    found = literal(text)
    assert found is not None
    assert (found.number, found.sub, text[found.end :]) == ("2", sub, rest)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("the meeting of 2024.5", "."),
        ("the meeting, 12", ","),
        ("of chapter 5. 12", "."),
        ("to reach 0.20", ""),
        ("of some 12.5", ""),
        ("to meet; and", ";"),
        ("提交报告；", ";"),  # as English has it
        ("إلى قرارها،", ","),
    ],
)
def test_the_figure_of_a_note_hides_no_mark_and_a_decimal_is_none(text: str, mark: str) -> None:
    assert end_mark(text) == mark


def test_the_marks_that_a_language_writes_are_read_as_the_english_ones() -> None:
    assert len(SIGNS) > len(set(SIGNS.values()))
    assert {sign: end_mark(f"act{sign}") for sign in SIGNS} == SIGNS


def test_the_bullet_of_the_font_of_symbols_is_one_that_every_font_shows() -> None:
    found = literal("\uf0b7 Membership;")
    assert found is not None
    assert (found.style, found.number, found.end) == ("bullet", "•", 2)


def test_a_line_of_a_long_text_is_looked_at_once() -> None:
    lines = [f"{number} - تطلب إلى الأمين العام؛" for number in range(1, 201)]
    literal.cache_clear()
    assert len(read_text("\n".join(lines)).draft.paragraphs) == len(lines)
    assert literal.cache_info().misses < 1.1 * len(lines)


@pytest.mark.parametrize("bullet", ["- ", "• ", "– "])
@pytest.mark.parametrize(
    ("behind", "style"), [("1. Decides to meet;", "digit"), ("To meet;", "bullet"), ("-", "bullet")]
)
def test_a_line_drawn_with_thousands_of_bullets_is_read(bullet: str, behind: str, style: str) -> None:
    found = literal(bullet * 5_000 + behind)
    assert found is not None
    assert found.style == style
