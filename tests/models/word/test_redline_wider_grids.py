"""The grid of a table counts the cells that come into it, all in its old width."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.open_base import BaseChanges
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row

Rows = tuple[tuple[str, ...], ...]


def file(rows: Rows, *widths: int, changed: bool = False) -> bytes:
    """A text with a table."""
    made = "".join(row(*(cell(p(one)) for one in cells)) for cells in rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    former = '<w:tblGridChange w:id="77"><w:tblGrid/></w:tblGridChange>' if changed else ""
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}{former}</w:tblGrid>{made}</w:tbl>"
    return docx(p("Notes the figures below,") + table + p("Requests another report;"))


def grids(package: Package) -> list[list[str]]:
    return [
        [str(one.get(w("w"))) for one in grid.findall(w("gridCol"))]
        for grid in package.root("word/document.xml").iter(w("tblGrid"))
    ]


def redlined(old: bytes, new: bytes, changes: BaseChanges = "accept") -> bytes:
    base, other = read_word(old), read_word(new)
    comparison = compare(base.draft, other.draft)
    written = write_redline(
        comparison, base=old, origins=base.origins, new_file=(new, other.origins), base_changes=changes
    )
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    return written


TWO: Rows = (("Water", "12 million"), ("Food", "7 million"))
THREE: Rows = (("Water", "12 million", "here"), ("Food", "7 million", "there"))


@pytest.mark.parametrize(
    ("old", "new", "widths", "wanted"),
    [
        (TWO, THREE, (3000, 3000), ["2000", "2000", "2000"]),
        (TWO, (("Region", *TWO[0]), ("الغذاء", *TWO[1])), (1000, 4000), ["1666", "666", "2666"]),
        (TWO, (*TWO, ("Schools and forests", "40 in all", "here")), (3000, 3000), ["2000", "2000", "2000"]),
        (TWO, (*TWO, ("Schools", "40 in all")), (3000, 3000), ["3000", "3000"]),
        (THREE, TWO, (2000, 2000, 2000), ["2000", "2000", "2000"]),
        (TWO, THREE, (2000, 2000, 2000), ["2000", "2000", "2000"]),
        (TWO, THREE, (2000,), ["2000"]),
        (TWO, THREE, (), []),
    ],
    ids=[
        "last",
        "first",
        "a longer row",
        "a row",
        "goes",
        "counted already",
        "too few before",
        "no grid",
    ],
)
def test_columns_that_come_are_counted(old: Rows, new: Rows, widths: tuple[int, ...], wanted: list[str]) -> None:
    base = file(old, *widths)
    written = redlined(base, file(new, *widths))
    assert grids(Package(written)) == [wanted]


def test_columns_that_others_changed_already_stay_as_they_are() -> None:
    base = file(TWO, 3000, 3000, changed=True)
    assert grids(Package(redlined(base, file(THREE, 3000, 3000), "keep")))[0] == ["3000", "3000"]
