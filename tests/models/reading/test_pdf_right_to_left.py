"""Arabic letters of a PDF with the signs over them: in their order, and each once."""

from __future__ import annotations

from itertools import permutations

import pytest

from models.reading.pdf.glyphs import Span
from models.reading.pdf.lines import Line, lines_of
from models.reading.pdf.right_to_left import (
    brackets,
    clusters_in_order,
    from_right,
    in_order_from_right,
    mirrored,
    sign_twice,
)
from models.reading.pdf.words import Vocabulary, runs_of

LAM, ALEF, TANWIN, QAF = "\u0644", "\u0627", "\u064b", "\u0642"
LINE, ABOVE = 700.0, 703.3


def as_one(letters: str, right: float, base: float, *, wide: float = 4.2) -> list[Span]:
    """Letters that a file names for one drawing, from right to left: they share its width."""
    each = wide / len(letters)
    edges = [right - each * number for number in range(len(letters) + 1)]
    return [(letter, edges[number + 1], edges[number], base, 15.0, 0) for number, letter in enumerate(letters)]


def read(spans: list[Span]) -> str:
    return "".join(span[0] for span in in_order_from_right(mirrored(600, clusters_in_order(spans))))


BEFORE: Span = (QAF, 494.0, 501.0, LINE, 15.0, 0)


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        # LibreOffice draws the sign a little above the line, and lets it stand for what it is over too.
        ([BEFORE, *as_one(ALEF + TANWIN, 491.6, ABOVE)], QAF + ALEF + TANWIN),
        ([BEFORE, *as_one(TANWIN + ALEF, 491.6, ABOVE)], QAF + ALEF + TANWIN),
        ([BEFORE, *as_one(TANWIN + ALEF + LAM, 491.6, ABOVE)], QAF + LAM + ALEF + TANWIN),
        ([BEFORE, *as_one(ALEF + TANWIN, 492.0, LINE, wide=3.1), *as_one(ALEF + TANWIN, 491.6, ABOVE)],
         QAF + ALEF + TANWIN),
        # Letters of their own width stand where they stand, the sign before the letter as well.
        ([BEFORE, (TANWIN, 491.0, 493.0, LINE, 15.0, 0), (ALEF, 487.0, 491.0, LINE, 15.0, 0)], QAF + TANWIN + ALEF),
        ([BEFORE, (ALEF, 489.0, 493.0, LINE, 15.0, 0), (ALEF, 484.0, 488.0, LINE, 15.0, 0)], QAF + ALEF + ALEF),
        # Qt gives them a little more than the width of a narrow letter.
        ([BEFORE, (ALEF, 489.0, 491.0, LINE, 15.0, 0), (TANWIN, 488.9, 491.2, LINE, 15.0, 0)], QAF + ALEF + TANWIN),
        # The same word in the line above is another one.
        ([*as_one(ALEF + TANWIN, 491.6, LINE + 18)], ALEF + TANWIN),
    ],
)  # fmt: skip
def test_signs_over_letters_stand_behind_them_and_once(spans: list[Span], text: str) -> None:
    assert from_right(text)
    assert read(spans) == text


def test_the_order_in_the_file_is_of_no_matter() -> None:
    drawn = as_one(TANWIN + ALEF + LAM, 491.6, ABOVE)
    assert {read([BEFORE, *order]) for order in permutations(drawn)} == {QAF + LAM + ALEF + TANWIN}


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        (ALEF + TANWIN, False),
        (ALEF + ALEF + TANWIN + TANWIN, True),
        ("\u0651\u064f", False),
        ("aa", False),
        ("", False),
    ],
)
def test_a_sign_that_stands_twice_over_a_letter(text: str, twice: bool) -> None:
    assert sign_twice(text) == twice


def line(*words: tuple[str, float]) -> str:
    """What a line of words reads as, each with the white before it, from the right edge on."""
    at, spans = 500.0, []
    for text, white in words:
        at -= white
        for letter in text:
            spans.append((letter, at - 5.0, at, LINE, 15.0, 0))
            at -= 5.0
    return Line(0, in_order_from_right(mirrored(600, spans))).text


def test_an_arabic_line_of_a_text_that_runs_to_the_right_is_read_from_the_right() -> None:
    words, year, end = "وإذ تؤكد ", "2024", " أهمية"
    spans = [(letter, 490.0 - 5 * at, 495.0 - 5 * at, LINE, 10.0, 0) for at, letter in enumerate(words)]
    spans += [(year, 430.0, 450.0, LINE, 10.0, 0)]
    spans += [(letter, 425.0 - 5 * at, 430.0 - 5 * at, LINE, 10.0, 0) for at, letter in enumerate(end)]
    (found,) = lines_of(0, spans)
    assert found.text == words + year + end
    assert found.starts == (found.left,)


@pytest.mark.parametrize(("latin", "text"), [("https://un.org/?", "https://un.org/?"), ("Why?", "?Why")])
def test_an_address_keeps_the_sign_behind_which_it_is_broken(latin: str, text: str) -> None:
    assert read([BEFORE, (latin, 400.0, 480.0, LINE, 15.0, 0)]) == QAF + text


def test_no_space_comes_behind_a_sign_in_the_middle_of_a_broad_letter() -> None:
    broad, sign = ("\u0633", 480.0, 500.0, LINE, 15.0, 0), ("\u064e", 488.0, 492.0, LINE, 15.0, 0)
    spans = in_order_from_right(mirrored(600, [broad, sign, (QAF, 470.0, 479.5, LINE, 15.0, 0)]))
    assert Line(0, spans, mirror=True).text == "\u0633\u064e" + QAF


@pytest.mark.parametrize("opening", ["[", "]"])
def test_square_brackets_are_read_as_they_are_meant(opening: str) -> None:
    shutting = {"[": "]", "]": "["}[opening]
    words = (("أهمية", 0.0), (f"{opening}التعاون{shutting}", 5.0), ("،", 0.0), ("وما", 5.0))
    assert line(*words) == "أهمية [التعاون]، وما"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[[التعاون] مع [الدول]] و", "[[][]]"),
        ("(أ) إنشاء", "()"),
        ("البند 18 (ط) من", "()"),
        ("[التعاون (أ) مع", "[()"),
        ("كلمة] و", "]"),
        ("[أهمية [التعاون][الشراكة] بين الدول] و", "[[][]]"),
        ("التقرير [SHARING_S)R(AM[. R", "[()]"),
        ("التقرير ]S(R)AM (R) قيد[ و", "[()()]"),
        ("في [12 [–18] شهرا من] عام [2025] [2026]", "[[]][][]"),
        ("البند «الماء (أ)»، والبند «الناس»", "«()»«»"),
        ("والناس»، و«2030» و", "»«»"),
    ],
)
def test_brackets_within_brackets(text: str, meant: str) -> None:
    turned = text.translate(str.maketrans("[]()«»", "][)(»«"))
    assert "".join(brackets(text)) == "".join(brackets(turned)) == meant


def test_the_mark_of_a_note_is_no_figure_of_the_number_before_it() -> None:
    year = [(figure, 480.0 + 5 * at, 485.0 + 5 * at, LINE, 15.0, 0) for at, figure in enumerate("2015")]
    mark: Span = ("1", 475.0, 479.0, LINE + 5, 8.0, 0)
    assert read([BEFORE, *year, mark]) == QAF + "2015" + "1"
    assert read([BEFORE, *year, ("1", 475.0, 480.0, LINE, 15.0, 0)]) == QAF + "12015"


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([("km", 470.0, 482.0, LINE, 12.0, 0), ("2", 482.0, 486.0, LINE + 5, 8.0, 0)], "km2"),
        ([("2015", 462.0, 482.0, LINE, 12.0, 0), ("4", 486.0, 490.0, LINE + 5, 8.0, 0)], "42015"),
        ([("COVID", 440.0, 480.0, LINE, 12.0, 0), ("-19", 480.0, 495.0, LINE, 12.0, 0)], "COVID-19"),
    ],
)
def test_what_is_raised_or_behind_a_dash_belongs_to_the_word_it_touches(spans: list[Span], text: str) -> None:
    before = [(QAF, 500.0 + 6 * at, 506.0 + 6 * at, LINE, 12.0, 0) for at in range(8)]
    assert read([*before, *spans]) == 8 * QAF + text


def on_page(*pieces: str, size: float = 10.0) -> Line:
    """A line of pieces from the left of the page to the right, Arabic letters each alone, all letters as wide."""
    at, spans = 100.0, []
    for piece in pieces:
        for text in piece if from_right(piece) or "\u0660" <= piece[0] <= "\u0669" else (piece,):
            wide = size / 2 * len(text)
            if text != " ":
                spans.append((text, at, at + wide, LINE, size, 0))
            at += wide
    return Line(0, in_order_from_right(mirrored(600, spans)), mirror=True)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("39-32", " تارقفلا"), "الفقرات 32-39"),
        (("2030–2015", " ةرتفلا"), "الفترة 2015–2030"),
        (("2030", "–", "2015", " ةرتفلا"), "الفترة 2015–2030"),
        # As Unicode has it a hyphen turns no figures round, and as Word has it does; a range goes up.
        (("2015-2030", " ةرتفلا"), "الفترة 2015-2030"),
        (("2015", "-", "2030", " ةرتفلا"), "الفترة 2015-2030"),
        (("(8-11)", " تارقفلا"), "الفقرات (8-11)"),
        (("8-2030", " ةقيثولا"), "الوثيقة 2030-8"),
        (("UNDP 917-367", " فتاه"), "هاتف UNDP 917-367"),
        (("56/203", " اهرارق"), "قرارها 56/203"),
        ((".A/HRC/22/53", " رظنا"), "انظر A/HRC/22/53."),
        (("،", "A/HRC/26/22 ", "رظنا"), "انظر A/HRC/26/22،"),
        (("(UNICEF)", " ةمظنم"), "منظمة (UNICEF)"),
        (("A/RES/217 (III)", " اهرارق"), "قرارها A/RES/217 (III)"),
        (("(A/RES/70/1) 2030", " ماع"), "عام 2030 (A/RES/70/1)"),
        (("،", "(A/RES/70/1) 2030 ", "ماع"), "عام 2030 (A/RES/70/1)،"),
        (("،", ")A/RES/70/1( 2030 ", "ماع"), "عام 2030 (A/RES/70/1)،"),
        (("(A/RES/70/1)", " 2030 ", "ماع"), "عام 2030 (A/RES/70/1)"),
        ((".", "(III) 217 ", "اهرارق"), "قرارها 217 (III)."),
        (("[A/C.2/80/L.5] 80/21", " رارقلا"), "القرار 80/21 [A/C.2/80/L.5]"),
        (("(A/70/1) 16-10", " تارقفلا"), "الفقرات 10-16 (A/70/1)"),
        # A number stands right of the letters it is written before; figures run to the left behind what they count.
        (("CP", ".16/21", " ررقملا"), "المقرر 21/CP.16"),
        (("ن", " ", "CP.16/21", " ررقملا"), "المقرر 21/CP.16 ن"),
        (("CN.4/200", " ررقملا"), "المقرر CN.4/200"),
        (("C", "°1.5", " يف"), "في 1.5°C"),
        (("000", " ", "000", " ", "1$", " غلبم"), "مبلغ $1 000 000"),
        # Symbols and addresses that go on in the next line.
        (("A/C.2/", " ةقيثولا"), "الوثيقة A/C.2/"),
        (("A/C.2", "/", " ةقيثولا"), "الوثيقة A/C.2/"),
        (("COVID-", " ءابو"), "وباء COVID-"),
        (("WHO/", "ةمظنم"), "منظمة/WHO"),
        ((" ةمظنم ", "UNDP -"), "- UNDP منظمة"),
        (("A", "/", "(", " رارقلا"), "القرار (A/"),
        (("A/C.2/", "[", " رارقلا"), "القرار [A/C.2/"),
        (("COVID-", "«", "(", " ءابو"), "وباء («COVID-"),
        (("WHO/", ")", "ةمظنم"), "منظمة)/WHO"),
        (("https", "://", " عقوم"), "موقع https://"),
        (("https", "://", "www", ".un.org", "/", " عقوم"), "موقع https://www.un.org/"),
        (("،", "S/PRST/2021/1"), "S/PRST/2021/1،"),
        # Without a letter, or with Latin ones alone, a line has no direction but that of the page.
        ((".)", "١٨٢"), "١٨٢)."),
        (("،", "٢٧", " ةداملا"), "المادة ٢٧،"),
        (("٢٨", "و ", "٢", " داوملا"), "المواد ٢ و٢٨"),
        (("Original:", " ", "English"), "Original: English"),
        ((".pdf",), "pdf."),
        # A stroke that stretches a word may have any name; what stands between letters that are not joined is meant.
        (("ة", "å", "صاخ"), "خاصة"),
        (("ةمادت", "\x1c", "سملا"), "المستدامة"),
        (("ةمادت", "\x1c", "\x1c", "سملا"), "المستدامة"),
        (("ةمادت", "\x01\x01\x01", "سملا"), "المستدامة"),
        (("ة", "\ue010", "صاخ"), "خاصة"),
        (("ةماعلا", " ", "\x1c"), "العامة"),
        (("ب", "2", "و"), "و2ب"),
        (("نم", "٢", "لصف"), "فصل٢من"),
    ],
)
def test_what_runs_to_the_right_in_a_line_that_runs_to_the_left(pieces: tuple[str, ...], text: str) -> None:
    assert on_page(*pieces).text == text


@pytest.mark.parametrize(
    ("figures", "room", "text"),
    [("1", 3.0, "تشكل"), ("111", 6.0, "تشكل"), ("1", 5.0, "تش1كل"), ("111", 15.0, "تش111كل"), ("12", 6.0, "تش12كل")],
)
def test_a_figure_that_has_no_room_between_joined_letters_is_a_stroke(figures: str, room: float, text: str) -> None:
    row = [("ت", 0.0, 5.0), ("ش", 5.0, 10.0), (figures, 8.0, 10.0 + room), ("ك", 10.0 + room, 15.0 + room)]
    spans = [(*one, LINE, 10.0, 0) for one in [*row, ("ل", 15.0 + room, 20.0 + room)]]
    assert Line(0, in_order_from_right(spans), mirror=True).text == text


def test_a_stroke_named_as_a_figure_may_begin_before_the_letter_it_stretches() -> None:
    row = [("و", 0.0, 5.0), ("1", 4.8, 11.0), ("ي", 4.9, 7.8), ("ل", 11.0, 16.0)]
    assert Line(0, in_order_from_right([(*one, LINE, 10.0, 0) for one in row]), mirror=True).text == "ويل"


def test_the_first_word_of_letters_that_stand_alone_is_all_of_them() -> None:
    assert on_page("رظنا ةداملا").first_word_width == 30.0
    assert on_page("ةداملا", " ", "٢٧").first_word_width == 10.0
    marked = Line(0, (("2", 100.0, 105.0, LINE + 3, 6.0, 0), ("United Nations", 105.0, 175.0, LINE, 10.0, 0)))
    assert marked.first_word_width == 35.0


@pytest.mark.parametrize(
    "words",
    ["决定召开会议 COP 2027年", "حجج التركيز على", "甲 乙 丙 丁", "A B C D E F G H", "أ ب ج د"],
)
def test_letters_that_are_spread_to_fill_their_line_are_words(words: str) -> None:
    spans = [(one, 13.0 * at, 13.0 * at + 10, LINE, 10.0, 0) for at, one in enumerate(words) if one != " "]
    turned = mirrored(600, spans) if from_right(words) else spans
    assert [one.text for one in lines_of(0, turned)] == [words]


@pytest.mark.parametrize(
    ("ends", "begins", "between"), [("报告(", "A/78/123)", ""), ("又请 (", "A/78/123)", " "), ("第", "A/78", " ")]
)
def test_what_stands_between_the_lines_of_a_chinese_text(ends: str, begins: str, between: str) -> None:
    both = [Line(0, ((text, 100.0, 200.0, LINE, 10.0, 0),)) for text in (ends, begins)]
    runs, _ = runs_of(both, Vocabulary([both]), lambda marks, page: [])
    assert "".join(run.text for run in runs) == ends + between + begins


@pytest.mark.parametrize(("sign", "size"), [("\u064e", 10.0), ("\u062f", 0.0)])
def test_a_line_of_a_letter_and_signs_over_it_or_of_no_size_is_read(sign: str, size: float) -> None:
    words = "\u062f" + 9 * sign
    spans = [(one, 100.0 + at, 101.0 + at, LINE, size, 0) for at, one in enumerate(words)]
    assert "".join(Line(0, tuple(spans)).text.split()) == words
