"""How pages and cells of the new file are laid out, where a redline has those of the base, is told."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.left_out import layout_left_out
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

LETTER, LANDSCAPE = '<w:pgSz w:w="12240" w:h="15840"/>', '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>'
A4, ROUNDED = '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="11907" w:h="16840"/>'
LINES, TWO = '<w:lnNumType w:countBy="1"/>', '<w:cols w:num="2" w:space="720"/>'
FRAMED = '<w:pgBorders><w:top w:val="single" w:sz="4"/></w:pgBorders>'
FROM_5 = '<w:pgNumType w:start="5"/>'
HERE = "of the pages of the new file: here as in the base"


def margins(left: int) -> str:
    return f'<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="{left}"/>'


def section(*says: str) -> str:
    return f"<w:sectPr>{''.join(says)}</w:sectPr>"


def paged(*says: str, said: str = "Requests a report;") -> bytes:
    return docx(p("Recalling its resolution 70/1,") + p(said) + section(*says))


def parted(first: str, second: str) -> bytes:
    return docx(p("Recalling its resolution 70/1,", properties=section(first)) + p("Requests;") + section(second))


def told(old: bytes, new: bytes) -> tuple[str, ...]:
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    return layout_left_out(written, new, old)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (paged(LETTER), paged(LETTER, said="Requests two reports;"), None),
        (paged(LETTER), paged(LANDSCAPE), "Paper"),
        (paged(LETTER), paged(A4), "Paper"),
        (paged(A4), paged(ROUNDED, margins(1440)), None),
        (paged(LETTER), paged(), None),
        (paged(), docx(p("Recalling its resolution 70/1,") + p("Requests a report;")), None),
        (docx(p("Recalling its resolution 70/1,") + p("Requests;")), paged(LANDSCAPE), None),
        (paged(margins(1440)), paged(margins(1435)), None),
        (paged(margins(1440)), paged(margins(720)), "Margins"),
        (paged("<w:cols/>"), paged(TWO), "Columns"),
        (paged(TWO), paged(), "Columns"),
        (paged(), paged(LINES), "Line numbers"),
        (paged(LETTER, margins(1440)), paged(LANDSCAPE, margins(720), LINES, TWO),
         "Paper, margins, columns and line numbers"),
        (parted(LETTER, LETTER), parted(LETTER, LANDSCAPE), "Paper"),
        (parted(LETTER, LANDSCAPE), parted(LANDSCAPE, LETTER), "Paper"),
        (parted(LETTER, LETTER), paged(LETTER), None),
        (paged(LETTER), paged("<w:bidi/>"), "Direction"),
        (paged("<w:bidi/>"), paged(LETTER), "Direction"),
        (paged(LETTER), paged('<w:bidi w:val="0"/>'), None),
        (paged(LETTER), paged(FRAMED), "Borders"),
        (paged(FRAMED), paged(LETTER), "Borders"),
        (paged(FRAMED), paged(FRAMED, said="Requests two reports;"), None),
        (paged(LETTER), paged(FRAMED.replace("single", "none")), None),
        (paged(LETTER), paged(FROM_5), "First number"),
        (paged(FROM_5), paged(LETTER), "First number"),
        (paged(LETTER), paged(FROM_5.replace("5", "1")), None),
        (paged(LETTER), paged('<w:pgNumType w:fmt="decimal"/>'), None),
        (parted(LETTER, LETTER), parted(LETTER, FROM_5), None),
        (parted(LETTER, FROM_5), parted(FROM_5, FROM_5), "First number"),
        (paged(LETTER), paged("<w:bidi/>", FRAMED, FROM_5), "Direction, borders and first number"),
    ],
)  # fmt: skip
def test_pages_that_the_new_file_has_otherwise_are_told(old: bytes, new: bytes, line: str | None) -> None:
    assert told(old, new) == ((f"{line} {HERE}",) if line else ())


def test_pages_are_not_told_where_they_are_laid_out_as_was_asked() -> None:
    assert layout_left_out(paged(LETTER), paged(LANDSCAPE)) == ()


def over(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def tabled(*rows: str, behind: str = "") -> bytes:
    return docx(p("Decides on this table:") + table(*rows) + p("Thanks everyone." + behind))


A, B, C = (cell(p(one)) for one in "ABC")
EMPTY, GOES_ON, BEGINS = cell(p()), cell(p(), properties="<w:vMerge/>"), '<w:vMerge w:val="restart"/>'
THREE = row(A, B, C)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (tabled(row(A, B), THREE), tabled(row(A, B), THREE), ""),
        (
            tabled(row(cell(p("A"), properties=over(2)), B), THREE),
            tabled(row(A, cell(p("B"), properties=over(2))), THREE),
            "How cells of a row are merged in the new file",
        ),
        (
            tabled(row(A, B), row(EMPTY, C), row(EMPTY, A)),
            tabled(row(cell(p("A"), properties=BEGINS), B), row(GOES_ON, C), row(GOES_ON, A), behind=" Again."),
            "How cells of 2 rows are merged in the new file",
        ),
        (tabled(row(A, B)), tabled(row(cell(p("A"), properties=BEGINS), B)), ""),
        # Programs count columns of the grid that no cell ends at.
        (tabled(row(A, B)), tabled(row(cell(p("A"), properties=over(3)), cell(p("B"), properties=over(2)))), ""),
        (
            tabled(row(cell(p("A"), properties=over(2)), B), THREE),
            tabled(row(cell(p("A"), properties=over(2)), B), THREE, row(A, B, cell(p("مسودة")))),
            "",
        ),
        (
            tabled(row(A, B), THREE),
            tabled(row(A, cell(p(t("B"), ins(t("!"))), properties=over(2))), THREE),
            "How cells of a row are merged in the new file",
        ),
        (docx(p("Decides.")), tabled(row(A, cell(p("B"), properties=over(2))), THREE), ""),
    ],
)  # fmt: skip
def test_cells_that_the_new_file_merges_otherwise_are_told(old: bytes, new: bytes, line: str) -> None:
    assert told(old, new) == ((line,) if line else ())
