"""Numbers and labels computed from the structure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run, computed_numbers, labels
from models.draft.numbering import (
    form_of,
    from_letters,
    from_roman,
    has_suffix,
    printed_form,
    section_value,
    to_letters,
    to_roman,
    usual_form,
    value_of,
)

KINDS = {
    "m": Kind.MASTHEAD,
    "e": Kind.ENACTING,
    "p": Kind.PREAMBULAR,
    "o": Kind.OPERATIVE,
    "S": Kind.SECTION,
    "h": Kind.HEADING,
    "A": Kind.ANNEX,
    "t": Kind.TEXT,
}


def draft(structure: str) -> Draft:
    """ "o:3 1:(a) S:II" -> an operative paragraph numbered 3, a subparagraph (a) of level 1, a section II."""
    paragraphs = []
    for item in structure.split():
        kind, _, number = item.partition(":")
        level = int(kind) if kind.isdigit() else 0
        value = number.replace("_", " ") or None
        paragraphs.append(Paragraph(KINDS.get(kind, Kind.SUBPARAGRAPH), level=level, number=value))
    return Draft(tuple(paragraphs))


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        ("e p o o o", "- - 1 2 3"),
        ("e p o", "- - -"),  # the only operative paragraph has no number
        ("o o:3_bis o", "1 2 2"),  # one with a suffix takes no place
        ("o:1 o:5 o", "1 2 6"),  # the count goes on from a printed number
        ("o 1 1 2 2 1 o", "1 (a) (b) (i) (ii) (c) 2"),
        ("o 1 2 3 3 4 4 2 o", "1 (a) (i) a. b. i. ii. (ii) 2"),
        ("S o o S o o", "I 1 2 II 1 2"),
        ("S o S o", "I - II -"),
        ("S:A o o S:B o o S:C o o S", "I 1 2 II 1 2 III 1 2 IV"),
        ("S:II o o S", "I 1 2 III"),
        ("o o A o o", "1 2 - 1 2"),
        ("e o o e o o", "- 1 2 - 1 2"),
        ("m h t p", "- - - -"),
    ],
)
def test_computed_numbers(structure: str, expected: str) -> None:
    assert " ".join(number or "-" for number in computed_numbers(draft(structure))) == expected


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        ("m e p p o:1 o:2", "-|-|PP1|PP2|OP1|OP2"),
        ("e p o", "-|PP1|OP1"),
        ("o:1 1:(a) 2:(i) 2:(ii) 1:(b) o:2", "OP1|OP1 (a)|OP1 (a) (i)|OP1 (a) (ii)|OP1 (b)|OP2"),
        ("p 1:(a) 1:(b) p", "PP1|PP1 (a)|PP1 (b)|PP2"),
        ("o:1 1:(أ) 1 2:’1‘ 2 1 o:2 1", "OP1|OP1 (أ)|OP1 (ب)|OP1 (ب) ’1‘|OP1 (ب) ’2‘|OP1 (ج)|OP2|OP2 (a)"),
        ("o:1 1:a) 1 1:（一） 1 1:(c)_bis 1", "OP1|OP1 a)|OP1 b)|OP1 （一）|OP1 （二）|OP1 (c) bis|OP1 (c)"),
        (
            "o:1 1:(1) 2:(h) 2:(i) 2 3:(i) 3:(ii) 3",
            "OP1|OP1 (1)|OP1 (1) (h)|OP1 (1) (i)|OP1 (1) (j)|OP1 (1) (j) (i)|OP1 (1) (j) (ii)|OP1 (1) (j) (iii)",
        ),
        (
            "o:1 1:а) 1 1:б)_bis 1 2:’1‘ 2 1:㈢ 1",
            "OP1|OP1 а)|OP1 б)|OP1 б) bis|OP1 в)|OP1 в) ’1‘|OP1 в) ’2‘|OP1 ㈢|OP1 ㈣",
        ),
        ("o:3 o:3_bis 1:(a) o:4", "OP3|OP3 bis|OP3 bis (a)|OP4"),
        ("o:٣ o:١٢ A o:١", "OP3|OP12|Annex|Annex.1"),
        ("p o:1 S:I p o:1 o:2 S:II p o:1", "PP1|OP1|I|I.PP1|I.OP1|I.OP2|II|II.PP1|II.OP1"),
        ("S:I o:1 o:2 S:II o:3", "I|OP1|OP2|II|OP3"),  # numbering that goes on names no section
        ("o:1 S:I o:2 S:II o:3", "OP1|I|OP2|II|OP3"),
        ("S:I o S:II o", "I|I.OP1|II|II.OP1"),
        ("o A o:1 1:(a) o:2", "OP1|Annex|Annex.1|Annex.1 (a)|Annex.2"),
        ("o A:I o:1 o:2 o:3 A:II o:1", "OP1|Annex I|Annex I.1|Annex I.2|Annex I.3|Annex II|Annex II.1"),
        ("o A S:I o:1 S:II o:1", "OP1|Annex|I|Annex.I.1|II|Annex.II.1"),
        ("h t", "-|-"),
    ],
)
def test_labels(structure: str, expected: str) -> None:
    assert "|".join(label or "-" for label in labels(draft(structure))) == expected


def test_set_labels_override_and_take_no_place() -> None:
    paragraphs = (
        Paragraph(Kind.PREAMBULAR),
        Paragraph(Kind.PREAMBULAR, set_label="PP1 bis"),
        Paragraph(Kind.SUBPARAGRAPH, level=1, number="(a)"),
        Paragraph(Kind.PREAMBULAR),
        Paragraph(Kind.OPERATIVE, number="1"),
        Paragraph(Kind.OPERATIVE, set_label="OP1 alt"),
        Paragraph(Kind.OPERATIVE),
    )
    assert labels(Draft(paragraphs)) == ("PP1", "PP1 bis", "PP1 bis (a)", "PP2", "OP1", "OP1 alt", "OP2")


def test_the_number_of_an_annex_may_stand_in_its_text() -> None:

    paragraphs = (Paragraph(Kind.ANNEX, (Run("Annex II Terms of reference"),)), Paragraph(Kind.OPERATIVE, number="4"))
    assert labels(Draft(paragraphs)) == ("Annex II", "Annex II.4")


@given(st.integers(1, 3999))
def test_roman_numerals_there_and_back(value: int) -> None:
    assert from_roman(to_roman(value)) == from_roman(to_roman(value).upper()) == value


@given(st.integers(1, 700))
def test_letters_there_and_back(value: int) -> None:
    assert from_letters(to_letters(value)) == value


@given(st.integers(0, 5), st.integers(1, 60))
def test_printed_numbers_are_read_again(level: int, value: int) -> None:
    assert value_of(printed_form(level, value), level) == value


@pytest.mark.parametrize("numeral", ["iiii", "vx", "ic", "", "a", "iix"])
def test_no_roman_numeral(numeral: str) -> None:
    assert from_roman(numeral) is None


@pytest.mark.parametrize(
    ("number", "level", "value"),
    [
        ("3", 0, 3),
        ("3 bis", 0, 3),
        ("3bis", 0, 3),
        ("(c)", 1, 3),
        ("c)", 1, 3),
        ("(iv)", 2, 4),
        ("b.", 3, 2),
        ("•", 1, None),
        ("(2)", 1, 2),
        ("(b) bis", 1, 2),
    ],
)
def test_values(number: str, level: int, value: int | None) -> None:
    assert value_of(number, level) == value


@pytest.mark.parametrize(
    ("number", "before", "value"), [("C", 2, 3), ("C", 99, 100), ("I", 0, 1), ("I", 8, 9), ("IV", 1, 4), ("X", 9, 10)]
)
def test_sections_by_numeral_or_letter(number: str, before: int, value: int) -> None:
    assert section_value(number, before) == value


@pytest.mark.parametrize(
    ("number", "expected"), [("3 bis", True), ("3ter", True), ("4 alt", True), ("3", False), (None, False)]
)
def test_suffixes(number: str | None, expected: bool) -> None:
    assert has_suffix(number) is expected


@pytest.mark.parametrize(
    ("number", "level", "value", "following"),
    [
        ("(a)", 1, 1, "(b)"), ("a)", 1, 1, "b)"), ("i)", 2, 1, "ii)"), ("a.", 3, 1, "b."), ("z)", 1, 26, "aa)"),
        ("(أ)", 1, 1, "(ب)"), ("’3‘", 2, 3, "’4‘"), ("'1'", 2, 1, "'2'"),
        ("(د)", 1, 4, "(هـ)"), ("(ه)", 1, 5, "(و)"), ("أ -", 1, 1, "ب -"), ("б)", 1, 2, "в)"),
        ("（一）", 1, 1, "（二）"), ("(十九)", 1, 19, "(二十)"), ("㈨", 1, 9, "㈩"), ("㈩", 1, 10, None),
        ("(a)", 2, 1, "(b)"), ("c)", 2, 3, "d)"), ("(d)", 4, 4, "(e)"), ("(ii)", 2, 2, "(iii)"), ("(A)", 2, 1, "(B)"),
        ("(А)", 1, 1, "(Б)"), ("в)", 1, 3, "г)"),
        ("1)", 1, 1, "2)"), ("A)", 1, 1, "B)"), ("(Z)", 1, 26, "(AA)"), ("(I)", 2, 1, None), ("b) bis", 1, 2, None),
        ("•", 1, None, None), ("(غ)", 1, 28, None),
    ],
)  # fmt: skip
def test_a_list_goes_on_in_its_form(number: str, level: int, value: int | None, following: str | None) -> None:
    assert value_of(number, level) == value
    form = form_of(number, level)
    assert (form.write(level, (value or 0) + 1) if form is not None else None) == following


@given(st.integers(1, 26), st.integers(1, 4))
def test_what_is_computed_has_the_usual_form(value: int, level: int) -> None:
    assert form_of(printed_form(level, value), level) == usual_form(level)
    assert usual_form(level).write(level, value) == printed_form(level, value)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Annex", "Annex"), ("Annex D", "Annex D"), ("ANNEX II: Terms", "Annex II"), ("Appendix 3", "Annex 3"),
        ("[Anexo I]", "Annex I"), ("Приложение IV", "Annex IV"), ("附件 二", "Annex II"), ("Urges D:", "Annex"),
        ("Terms of C", "Annex"), ("Part A", "Annex"),
    ],
)  # fmt: skip
def test_an_annex_has_the_number_that_stands_behind_the_word(heading: str, label: str) -> None:
    assert labels(Draft((Paragraph(Kind.ANNEX, (Run(heading),)),))) == (label,)
