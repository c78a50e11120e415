"""Numbers that Word's lists would count otherwise begin lists of their own, at the first attempt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redlining.both_files import BothFiles
from models.word.redlining.check import differences
from models.word.redlining.open_base import OpenBase
from models.word.redlining.paragraphs.attempt import Coarser
from models.word.redlining.tree import RedlineTree
from tests.models.word.redline_cases import random_pair
from tests.models.word.test_read_numbers import abstract, level, num
from tests.models.word.word_xml import docx, p

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


def attempted(base: bytes, new: Draft) -> tuple[set[int], list[str], bytes]:
    """The paragraphs whose number is typed, what differs when the first attempt is read back, and that attempt."""
    read = read_word(base)
    comparison, coarser = compare(read.draft, new), Coarser()
    files = BothFiles(OpenBase(read.draft, base, read.origins), read.draft, new)
    written = RedlineTree(comparison, files, lambda change: ("Adref", None), True, coarser).write().to_bytes()
    return coarser.typed, [one.what for one in differences(comparison, written)], written


def first_attempt(old: Draft, new: Draft) -> tuple[set[int], list[str]]:
    """The same of a clean file of the old draft, without its bytes."""
    return attempted(write_clean(old), new)[:2]


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


def test_behind_the_end_of_a_section_the_list_goes_on() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    words = ("Requests a report;", "Decides to meet again;", "Invites all States to attend.")
    first, *rest = (p(one, properties=listed) for one in words)
    end = f"<w:p><w:pPr>{listed}<w:sectPr/></w:pPr></w:p>"
    base = docx(first + end + "".join(rest), numbering=numbering)
    one, empty, two, three = read_word(base).draft.paragraphs
    more = Paragraph(Kind.OPERATIVE, (Run("Urges all to act;"),), 0, "3")
    new = Draft((one, empty, two, more, replace(three, number="4")))
    typed, differing, written = attempted(base, new)
    assert (typed, differing) == (set(), [])
    parts = Package(written)
    assert len(list(parts.root("word/numbering.xml").iter(w("num")))) == 1  # no list was begun
