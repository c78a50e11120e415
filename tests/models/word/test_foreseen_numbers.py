"""Numbers that Word's lists would count otherwise begin lists of their own, at the first attempt."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redlining.both_files import BothFiles
from models.word.redlining.check import differences
from models.word.redlining.open_base import OpenBase
from models.word.redlining.paragraphs.attempt import Coarser
from models.word.redlining.tree import RedlineTree
from tests.models.word.redline_cases import random_pair

OLD = ("1", "2", "(a)", "(b)", "3")


def draft(numbers: tuple[str, ...], texts: tuple[str, ...] = ()) -> Draft:
    paragraphs = [Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))]
    for at, number in enumerate(numbers):
        words = texts[at] if texts else f"the matter of item {number} among others"
        if number[0] == "(":
            paragraphs.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"Doing {words};"),), 1, number))
        else:
            runs = (Run("Requests", italic=True), Run(f" {words}{':' if number == '2' else ';'}"))
            paragraphs.append(Paragraph(Kind.OPERATIVE, runs, 0, number))
    return Draft(tuple(paragraphs))


def first_attempt(old: Draft, new: Draft) -> tuple[set[int], list[str]]:
    """The paragraphs whose number is typed, and what differs when the first attempt is read back."""
    base = write_clean(old)
    read = read_word(base)
    comparison, coarser = compare(read.draft, new), Coarser()
    files = BothFiles(OpenBase(read.draft, base, read.origins), read.draft, new)
    tree = RedlineTree(comparison, files, lambda change: ("Adref", None), True, coarser)
    return coarser.typed, [one.what for one in differences(comparison, tree.write().to_bytes())]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "(a)", "(b)", "3"),
        ("1", "2", "(a)", "(b)", "(c)", "3", "4"),
        ("1", "2", "(a)", "(b)", "4"),
        ("1", "2", "(b)", "(c)", "3"),
        ("2", "3", "4"),
        ("1", "5", "(a)", "(c)", "6"),
        ("1", "1 bis", "2", "(a)", "3"),
        ("1", "2", "(a)", "(a) bis", "5"),
    ],
)
def test_what_a_list_would_count_otherwise_is_right_at_once(numbers: tuple[str, ...]) -> None:
    assert first_attempt(draft(OLD), draft(numbers)) == (set(), [])


def test_random_drafts_need_no_second_attempt_for_their_numbers() -> None:
    for seed in range(30):
        assert "number" not in first_attempt(*random_pair(seed))[1], seed
