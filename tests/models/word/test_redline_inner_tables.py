"""Tables within cells, and cells that say the same: each paragraph of a redline stands in its own cell."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import product

import pytest

from models.comparison.compare import compare
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences, side_differences
from models.word.redlining.things.things import NewFile
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, table

BEFORE, AFTER = "Recalling its resolution,", "Decides to meet again."
INNER = table(row(cell(p("Inner one")), cell(p(""))), row(cell(p("")), cell(p(""))))
ROWS = {
    "within": row(cell(p("Outer")), cell(p("Head"), INNER, p("")), cell(p(""))),
    "first in a cell": row(cell(p("Outer")), cell(INNER, p("")), cell(p(""))),
    "first in a row": row(cell(INNER, p("")), cell(p(""))),
    "two in a cell": row(cell(p("Outer")), cell(INNER, p(""), INNER, p(""))),
}
AGAIN = INNER.replace("Inner", "Outward")
WITHIN = {
    "one": row(cell(INNER, p("")), cell(p("")), cell(p(""))),
    "two": row(cell(INNER, p(""), AGAIN, p("")), cell(p("")), cell(p(""))),
    "before": row(cell(AGAIN, p(""), INNER, p("")), cell(p("")), cell(p(""))),
    "elsewhere": row(cell(INNER, p("")), cell(AGAIN, p("")), cell(p(""))),
    "words": row(cell(INNER, p("")), cell(p("Said")), cell(p(""))),
}
OTHER_ROW = row(cell(p("Water")), cell(p("12")))
OTHER = table(OTHER_ROW)


def leads_there_and_back(old: bytes, new: bytes, with_file: bool) -> bytes:
    """The redline; accepted, it is the new draft, and rejected the old one, each paragraph in its cell."""
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    file: NewFile | None = (new, after.origins) if with_file else None
    written = write_redline(comparison, base=old, origins=before.origins, new_file=file)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    for choice, wanted in (("accept", new), ("reject", old)):
        assert read_word(written, choice).draft == read_word(wanted).draft
    return written


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize("turned", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize("name", ROWS)
def test_a_row_with_a_table_in_it_stands_twice(name: str, turned: bool, with_file: bool) -> None:
    once, twice = ([OTHER_ROW, *(ROWS[name] for _ in range(times))] for times in (1, 2))
    old, new = (docx(p(BEFORE) + table(*rows) + p(AFTER)) for rows in ((twice, once) if turned else (once, twice)))
    leads_there_and_back(old, new, with_file)


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize(("one", "other"), [pair for pair in product(WITHIN, WITHIN) if pair[0] != pair[1]])
def test_tables_within_cells_come_and_go(one: str, other: str, with_file: bool) -> None:
    old, new = (docx(p(BEFORE) + table(OTHER_ROW, WITHIN[name]) + p(AFTER)) for name in (one, other))
    leads_there_and_back(old, new, with_file)


EMPTY_ROW = row(cell(p("")), cell(p("")), cell(p("")))


@pytest.mark.parametrize("turned", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize("behind", [False, True], ids=["empty lines before", "empty lines behind"])
def test_empty_lines_beside_an_empty_row_stay(behind: bool, turned: bool) -> None:
    lines = p("") * 6
    around = (p(BEFORE), lines + p(AFTER)) if behind else (p(BEFORE) + lines, p(AFTER))
    once, twice = (docx(table(row(*(cell(p("Said")),) * 3), EMPTY_ROW * times).join(around)) for times in (1, 2))
    old, new = (twice, once) if turned else (once, twice)
    before = read_word(old)
    comparison = compare(before.draft, read_word(new).draft)
    written = write_redline(comparison, base=old, origins=before.origins)
    assert differences(comparison, written) == ()
    package = Package(written)
    for one in package.root(package.main)[0].iterchildren(w("p")):
        assert next(one.iter(w("ins"), w("del")), None) is None


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize("turned", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize("deep", [1, 2])
@pytest.mark.parametrize("above", [p(BEFORE), ""], ids=["under a line", "first of all"])
def test_a_table_comes_to_the_start_of_a_cell_that_stays(above: str, deep: int, turned: bool, with_file: bool) -> None:
    inner = INNER if deep == 1 else table(row(cell(AGAIN, p("Inner")), cell(p("b"))))
    bare, filled = (
        docx(above + table(row(cell(head, p("Head")), cell(p("Side"))), OTHER_ROW) + p(AFTER)) for head in ("", inner)
    )
    leads_there_and_back(*((filled, bare) if turned else (bare, filled)), with_file)


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", p("Said before")),
        (p("Head"), p("Head") + p("Said before")),
        ("", p(BEFORE)),  # what stood above the table too, and goes there
        (p(BEFORE), p(BEFORE)),
    ],
)
def test_what_comes_before_a_table_in_a_cell_leaves_the_tables_as_they_are(old: str, new: str, with_file: bool) -> None:
    before, after = (docx(above + table(row(cell(head + INNER, p("Tail")), cell(p("Side")))) + p(AFTER))
                     for above, head in ((p(BEFORE) + p("Above"), old), ("", new)))  # fmt: skip
    written = leads_there_and_back(before, after, with_file)
    assert len(list(Package(written).root("word/document.xml").iter(w("tbl")))) == 2


@pytest.mark.parametrize("with_file", [False, True], ids=["alone", "with its file"])
@pytest.mark.parametrize("turned", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize(
    "both", [OTHER + INNER, INNER + OTHER, INNER + p("") + OTHER], ids=["before", "behind", "line"]
)
def test_a_table_comes_beside_another_in_a_cell_that_stays(both: str, turned: bool, with_file: bool) -> None:
    old, new = (docx(p(BEFORE) + table(row(cell(p("First"))), row(cell(inner, p("Tail")))) + p(AFTER))
                for inner in ((both, INNER) if turned else (INNER, both)))  # fmt: skip
    leads_there_and_back(old, new, with_file)


def test_a_table_beside_another_is_none_within_it() -> None:
    within = read_word(docx(table(row(cell(INNER, p("Head")), cell(p("Side")))) + p(AFTER))).draft
    beside = read_word(docx(INNER + table(row(cell(p("Head")), cell(p("Side")))) + p(AFTER))).draft
    assert {one.what for one in side_differences("new", within, beside)} == {"cell"}
    assert list(side_differences("new", within, within)) == []


@pytest.mark.parametrize(
    ("cells", "refused"),
    [
        ([(1, 0, 0), (0, 0, 1), (1, 0, 1)], True),
        ([(1, 1, 0), (1, 0, 0), (1, 1, 1), (1, 0, 0), (0, 0, 0)], False),
    ],
)
def test_a_new_table_whose_rows_are_apart_is_refused_or_exact(cells: list[tuple[int, int, int]], refused: bool) -> None:
    """As where a line was moved into the midst of a table."""
    base = docx(p(BEFORE) + p(AFTER))
    read = read_word(base)
    first, last = read.draft.paragraphs
    come = [Paragraph(Kind.TEXT, (Run(f"Line {at}"),), cell=place) for at, place in enumerate(cells)]
    comparison = compare(read.draft, Draft((first, *come, last)))
    with pytest.raises(DraftError, match="cannot be shown") if refused else nullcontext():
        written = write_redline(comparison, base=base, origins=read.origins)
        assert differences(comparison, written) == ()
