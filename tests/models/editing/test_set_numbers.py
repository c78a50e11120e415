"""bis, ter, alt, any number, and all of them counted again."""

from __future__ import annotations

import re

import pytest

from models.draft.numbering import SUFFIXES
from models.editing.acts.set_numbers import (
    GivenTwice,
    NoNumberThere,
    NotANumber,
    NothingToRenumber,
    renumber,
    set_number,
    set_suffix,
)
from models.editing.typed.before_in_list import NoSuffixLeft
from tests.models.editing.tiny_drafts import lines, told, working


@pytest.mark.parametrize(
    ("before", "suffix", "after"),
    [
        ("O a;\nO |b;\nO c.", "bis", "O a;\nO{1 bis} b;\nO c."),
        ("O a;\nO{1 bis} |b;", "ter", "O a;\nO{1 ter} b;"),
        (
            "P ссылаясь на резолюцию,\nO постановляет созвать;\nO |просит всех;\nO призы|вает.",
            "bis",
            "P ссылаясь на резолюцию,\nO постановляет созвать;\nO{1 бис} просит всех;\nO{1 тер} призывает.",
        ),
        (
            "P ссылаясь на резолюцию,\nO постановляет созвать;\nO{1 bis} просит всех;\nO |призывает.",
            "bis",
            "P ссылаясь на резолюцию,\nO постановляет созвать;\nO{1 bis} просит всех;\nO{1 ter} призывает.",
        ),
        ("O постановляет созвать;\nO |просит всех.", "alt", "O постановляет созвать;\nO{1 альт} просит всех."),
        ("O a;\nO{1 bis} b;\nO |c.", "ter", "O a;\nO{1 bis} b;\nO{1 ter} c."),
        ("O a;\nO{1 bis} |b;", None, "O a;\nO b;"),
        ("P a,\nP |b,\nP c,", "alt", "P a,\nP{PP1 alt} b,\nP c,"),
        ("P a,\nP{PP1 alt} |b,", None, "P a,\nP b,"),
        ("O a:\n1 b;\n1 |c;", "bis", "O a:\n1 b;\n1{(a) bis} c;"),
        ("O a;\nO |b;\nO c|.", "bis", "O a;\nO{1 bis} b;\nO{1 ter} c."),
        # No two of a list have the same: the next suffix is taken.
        ("O a;\nO{1 bis} b;\nO |c.", "bis", "O a;\nO{1 bis} b;\nO{1 ter} c."),
        ("O a;\nO{1 bis} b;\nO{1 ter} c;\nO |d.", "bis", "O a;\nO{1 bis} b;\nO{1 ter} c;\nO{1 quater} d."),
        ("O a;\nO |b;\nO{1 bis} c.", "bis", "O a;\nO{1 ter} b;\nO{1 bis} c."),
        ("O a;\nO{1 bis} |b;\nO{1 ter} c.", "bis", "O a;\nO{1 bis} b;\nO{1 ter} c."),
        ("O a;\nO{1 alt} b;\nO |c.", "alt", "O a;\nO{1 alt} b;\nO{1 alt} c."),
        ("P a,\nP{PP1 bis} b,\nP |c,", "bis", "P a,\nP{PP1 bis} b,\nP{PP1 ter} c,"),
        ("O a:\n1 b;\n1{(a) bis} c;\n1 |d;", "bis", "O a:\n1 b;\n1{(a) bis} c;\n1{(a) ter} d;"),
        ("O a:\n1{a)} b;\n1{a) bis} c;\n1{b)} |d;", "bis", "O a:\n1{a)} b;\n1{a) bis} c;\n1{a) ter} d;"),
        ("O a:\n1 b;\n1{(a) bis} c;\nO d:\n1 e;\n1 |f;", "bis", "O a:\n1 b;\n1{(a) bis} c;\nO d:\n1 e;\n1{(a) bis} f;"),
        # A list in a form of its own counts on behind it, as any other.
        ("O a:\n1{a)} b;\n1{b)} |c;\n1{c)} d;", "bis", "O a:\n1{a)} b;\n1{a) bis} c;\n1{b)} d;"),
        ("O a:\n1{a)} b;\n1{a) bis} |c;\n1{b)} d;", None, "O a:\n1{a)} b;\n1{b)} c;\n1{c)} d;"),
        ("O |a;\nO b.", "alt", "O{1 alt} a;\nO b."),
        ("O{7} |a;\nO b.", None, "O{7} a;\nO b."),
    ],
)
def test_suffixes(before: str, suffix: str | None, after: str) -> None:
    made, selection = working(before)
    set_suffix(made, selection, suffix)
    assert told(made) == lines(after)
    made.undo()
    assert made.draft() == made.base


def test_where_all_suffixes_are_taken_it_is_refused() -> None:
    taken = "\n".join(f"O{{1 {suffix}}} b;" for suffix in SUFFIXES if suffix != "alt")
    made, selection = working(f"O a;\n{taken}\nO |c.")
    with pytest.raises(NoSuffixLeft):
        set_suffix(made, selection, "bis")
    assert made.draft() == made.base


def test_one_with_a_suffix_takes_no_place_in_the_count() -> None:
    made, selection = working("O a;\nO |b;\nO c.")
    set_suffix(made, selection, "bis")
    assert [made.label(at) for at in range(3)] == ["OP1", "OP1 bis", "OP2"]


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("O a;\nO |b.", "5", "O a;\nO{5} b."),
        ("O a;\nO |b.", "OP5.", "O a;\nO{5} b."),
        ("O a;\nO |b.", "2", "O a;\nO b."),
        ("O a;\nO |b.", "1 BIS", "O a;\nO{1 bis} b."),
        ("O a;\nO{9} |b.", None, "O a;\nO b."),
        ("O a:\n1 |b;", "c", "O a:\n1{(c)} b;"),
        ("O a:\n1 |b;", "(c)", "O a:\n1{(c)} b;"),
        ("O a:\n1 |b;", "a)", "O a:\n1{a)} b;"),
        ("O a:\n1 |b;", "ب", "O a:\n1{(ب)} b;"),
        ("O a:\n1 |b;", "(هـ)", "O a:\n1{(هـ)} b;"),
        ("O a:\n1 |b;", "（二）", "O a:\n1{（二）} b;"),
        ("P a,\nP |b,", "PP1 bis", "P a,\nP{PP1 bis} b,"),
        ("P a,\nP |b,", "7", "P a,\nP{PP7} b,"),
        ("P a,\nP |b,", "2", "P a,\nP b,"),
        ("S |a", "iv", "S{IV} a"),
        ("O a:\n1{a)} b;\n1{b)} |c;\n1{c)} d;", "a) bis", "O a:\n1{a)} b;\n1{a) bis} c;\n1{b)} d;"),
        ("O a:\n1{a)} b;\n1{b)} |c;", "d", "O a:\n1{a)} b;\n1{d)} c;"),
        ("O a:\n1{а)} b;\n1{б)} |c;", "г", "O a:\n1{а)} b;\n1{г)} c;"),
        ("O a:\n1{(أ)} b;\n1{(ب)} |c;", "د", "O a:\n1{(أ)} b;\n1{(د)} c;"),
        ("O a:\n1{a)} b;\n1{b)} |c;\n1{c)} d;", "e)", "O a:\n1{a)} b;\n1{e)} c;\n1{f)} d;"),
        ("O a:\n1{a)} b;\n1{e)} |c;\n1{f)} d;", None, "O a:\n1{a)} b;\n1{b)} c;\n1{c)} d;"),
    ],
)
def test_numbers(before: str, number: str | None, after: str) -> None:
    made, selection = working(before)
    set_number(made, selection, number)
    assert told(made) == lines(after)


def test_what_is_no_number_is_refused_and_nothing_changes() -> None:
    made, selection = working("O a;\nO{9} |b.")
    for words in ("soon", "5 to 7", "—"):
        with pytest.raises(NotANumber):
            set_number(made, selection, words)
    assert not made.changed
    made, selection = working("H |a")
    with pytest.raises(NoNumberThere):
        set_number(made, selection, "5")


@pytest.mark.parametrize(
    ("before", "number", "said"),
    [
        ("O a;\nO |b.", "1", "1 too; write 1 bis or 1 alt "),
        ("O a;\nO{1 bis} b;\nO |c.", "1", "1 too; write 1 ter or 1 alt "),
        ("O a;\nO{1 bis} b;\nO |c.", "1 bis", "1 bis too; write 1 ter or 1 alt "),
        ("O |a;\nO b;\nO{9} c.", "8", "9 too; write 9 bis "),
        ("O a:\n1 b;\n1 |c;", "a)", "(a) too; write (a) bis or (a) alt "),
        ("P a,\nP |b,", "1", "PP1 too; write PP1 bis or PP1 alt "),
        ("S I\nO a;\nS |II", "I", "I too; write I bis or I alt "),
    ],
)
def test_a_number_that_another_has_is_refused(before: str, number: str, said: str) -> None:
    made, selection = working(before)
    with pytest.raises(GivenTwice, match=re.escape(said)):
        set_number(made, selection, number)
    assert not made.changed


def test_several_alts_are_allowed_and_what_stood_twice_hinders_nobody() -> None:
    made, selection = working("O{1} a;\nO{1} b;\nO{1 alt} c;\nO |d;\nS I\nO{1} e.")
    for number in ("1 alt", "8"):
        set_number(made, selection, number)
    assert told(made)[3] == "O{8} d;"
    made, selection = working("O a;\nS I\nO |b.")
    set_number(made, selection, "1")  # the section counts anew
    assert told(made)[2] == "O{1} b."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O{4} a;\nO{7} b;\nO{7 bis} c;\nO{9} |d.", "O a;\nO b;\nO{7 bis} c;\nO d."),
        ("O a:\n1{(c)} b;\n1{(f)} |c;", "O a:\n1 b;\n1 c;"),
        ("O a:\n1{a)} b;\n1{c)} |c;", "O a:\n1{a)} b;\n1{b)} c;"),
        ("O a:\n1{(أ)} b;\n1{(ج)} |c;", "O a:\n1{(أ)} b;\n1{(ب)} c;"),
        ("O a:\n1{（一）} b;\n1{（四）} |c;", "O a:\n1{（一）} b;\n1{（二）} c;"),
        ("P a,\nP{PP7} |b,\nP{PP7 alt} c,", "P a,\nP b,\nP{PP7 alt} c,"),
        ("O{4} |a;\nO{7} b|;\nO{9} c.", "O a;\nO b;\nO{9} c."),
    ],
)
def test_renumber(before: str, after: str) -> None:
    made, selection = working(before)
    renumber(made, selection)
    assert told(made) == lines(after)
    assert made.undo_list.steps <= 1
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("before", "suffix", "after"),
    [
        ("O a;\nO{2 bis} |b;\nO c.", "bis", "O a;\nO{1 bis} b;\nO c."),
        ("P a,\nP b,\nP{PP1 bis} |c,", "bis", "P a,\nP b,\nP{PP2 bis} c,"),
        ("O{1 bis} |a;\nO b.", "ter", "O{1 ter} a;\nO b."),
        ("O a;\nO{1 bis} |b;\nO c.", "ter", "O a;\nO{1 ter} b;\nO c."),
    ],
)
def test_a_bis_behind_another_number_is_called_by_that(before: str, suffix: str, after: str) -> None:
    made, selection = working(before)
    set_suffix(made, selection, suffix)
    assert told(made) == lines(after)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("O |a;", "All numbers follow already."),
        ("O a:\n1{•} |b;", "All numbers follow already."),
        ("O a:\n1{a)} |b;", "All numbers follow already."),
        ("O a;\nO{1 bis} |b;",
         "All numbers follow already; OP1 bis was set by hand: “Computed number” takes that away."),
        ("O a;\nO{2 bis} |b;\nO{1 ter} c;\nO d;\nO{2 ter} e.",
         "All numbers follow but OP2 bis and OP1 ter, set by hand, which stand behind another number: “Number bis” "
         "calls a paragraph by the one it stands behind."),
        ("P a,\nP b,\nP{PP1 bis} |c,",
         "All numbers follow but PP1 bis, set by hand, which stands behind another number: “Number bis” calls a "
         "paragraph by the one it stands behind."),
        ("O a;\nO{1 bis} |b;\nO{1 ter} c;",
         "All numbers follow already; OP1 bis and OP1 ter were set by hand: “Computed number” takes that away."),
    ],
)  # fmt: skip
def test_where_all_numbers_follow_renumbering_says_so(before: str, said: str) -> None:
    made, selection = working(before)
    with pytest.raises(NothingToRenumber) as raised:
        renumber(made, selection)
    assert str(raised.value) == said
    assert not made.changed


@pytest.mark.parametrize(
    ("before", "suffixes", "after", "told_of_it"),
    [
        ("O{4} |a;\nO{7} b;", False, "O a;\nO b;", "2 numbers count again"),
        ("O{4} |a;\nO{4 bis} b;", False, "O a;\nO{4 bis} b;", "1 number counts again; OP4 bis, set by hand, stays"),
        ("O |a;\nO{1 bis} b;\nO{1 alt} c;", True, "O a;\nO b;\nO c;", "2 numbers count again"),
        ("P |a,\nP{PP1 bis} b,", True, "P a,\nP b,", "1 number counts again"),
        ("O a:\n1{a)} |b;\n1{a) bis} c;", True, "O a:\n1{a)} b;\n1{b)} c;", "1 number counts again"),
    ],
)
def test_renumbering_says_what_it_did(before: str, suffixes: bool, after: str, told_of_it: str) -> None:
    made, selection = working(before)
    renumber(made, selection, suffixes)
    assert told(made) == lines(after)
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == told_of_it
    made.undo()
    assert made.draft() == made.base
