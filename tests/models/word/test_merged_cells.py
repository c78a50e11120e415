"""Merged cells: Word files and web pages have the others in the same columns, and files that are written keep them."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html
from models.comparison.compare import compare
from models.draft import Draft
from models.forms.draft_page import draft_html
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.word_xml import cell, docx, p, row, table


def _file(rows: list[str]) -> bytes:
    """A file with a table: `Total:2` reaches over two columns, `|` at the beginning leaves one free, `^` goes on."""
    made = []
    for one in rows:
        before = len(one) - len(one.lstrip("|"))
        cells = []
        for said in one.lstrip("|").split("|"):
            words, _, across = said.partition(":")
            properties = f'<w:gridSpan w:val="{across}"/>' if across else ""
            properties += "<w:vMerge/>" if words == "^" else '<w:vMerge w:val="restart"/>' if words == "Africa" else ""
            cells.append(cell(p(words.replace("^", "")), properties=properties))
        made.append(row(*cells, properties=f'<w:gridBefore w:val="{before}"/>' if before else ""))
    return docx(p("Notes the figures below,") + table(*made) + p("Requests a report."))


def _cells(draft: Draft) -> list[tuple[int, int, str]]:
    return [(*one.cell[1:], one.text) for one in draft.paragraphs if one.cell is not None]


TABLES = {
    "a cell over two columns": ["Region|Part|Share", "Africa|North|12", "Total:2|26"],
    "the last reaches to the end": ["Region|Part|Share", "Africa|North|12", "Total|26:2"],
    "a cell over two rows": ["Region|Part|Share", "Africa|North|12", "^|South|14"],
    "a row that begins later": ["Region|Part|Share", "|North|12"],
    "columns laid over one another": ["a:4|b:3", "c:4|d:3"],
    "over both": ["Africa:2|x", "^:2|y", "one|two|z"],
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_a_word_file_and_a_page_have_one_grid(rows: list[str]) -> None:
    draft = read_word(_file(rows)).draft
    html = ""
    for at, one in enumerate(rows):
        html += "<tr>" + "<td></td>" * (len(one) - len(one.lstrip("|")))
        for said in one.lstrip("|").split("|"):
            words, _, across = said.partition(":")
            down = 2 if words == "Africa" and rows[min(at + 1, len(rows) - 1)].startswith("^") else 1
            html += f"<td colspan={across or 1} rowspan={down}>{words}</td>" if words != "^" else ""
        html += "</tr>"
    page = read_html(f"<p>Notes the figures below,</p><table>{html}</table><p>Requests a report.</p>")
    read = [(*one.cell[1:], one.text) for one in page.paragraphs if one.cell is not None]
    begun = [one for one in read if one[2] or not rows[one[0]].startswith("|")]
    assert _cells(draft) == begun
    assert _cells(read_word(write_clean(draft)).draft) == _cells(draft)
    assert _cells(Draft(read_html(draft_html(draft, "x")).paragraphs)) == _cells(draft)


def test_columns_are_those_of_the_grid() -> None:
    assert _cells(read_word(_file(TABLES["a cell over two columns"])).draft)[-2:] == [(2, 0, "Total"), (2, 2, "26")]
    assert _cells(read_word(_file(TABLES["a row that begins later"])).draft)[-2:] == [(1, 1, "North"), (1, 2, "12")]
    assert _cells(read_word(_file(TABLES["columns laid over one another"])).draft)[1] == (0, 1, "b")


def test_a_sum_under_merged_cells_stays_in_its_column() -> None:
    old = read_word(_file(["Region|Part|Share", "Africa|North|12", "Total:2|12"])).draft
    new = read_word(_file(["Region|Part|Share", "Africa|North|26", "Total:2|26"])).draft
    changed = [one for one in compare(old, new).changes if one.kind != "unchanged"]
    assert [(old.paragraphs[one.old[0]].text, new.paragraphs[one.new[0]].text) for one in changed] == [("12", "26")] * 2


@pytest.mark.parametrize(("known", "spanned"), [(False, ["2", "2"]), (True, ["2", "2"])])
def test_a_new_row_reaches_over_the_columns_it_has(known: bool, spanned: list[str]) -> None:
    base = _file(["Region|Part|Share", "Total:2|26"])
    other = _file(["Region|Part|Share", "Africa|North|26", "Total:2|26", "In all:2|52"])
    before, after = read_word(base), read_word(other)
    made = compare(before.draft, after.draft)
    written = write_redline(made, base=base, origins=before.origins, new_file=(other, after.origins) if known else None)
    assert differences(made, written, of_file=True) == ()
    for choice, wanted in (("accept", after), ("reject", before)):
        assert _cells(read_word(written, choice).draft) == _cells(wanted.draft)
    settled = Package(written)
    resolve(settled, "accept")
    assert [one.get(w("val")) for one in settled.root(settled.main).iter(w("gridSpan"))] == spanned


# No cell can go or come alone in these: it is no column of the whole table, of all rows that stand in the redline.
ROWS = {
    "two cells become one": (["Region|Part|Share", "Africa|North|12"], ["Region|Part|Share", "Africa and North:2|12"]),
    "all three become one": (["Region|Part|Share", "Asia|North|12", "x|y|z"], ["Region|Part|Share", "Asia:3", "x|y|z"]),
    "an empty one goes up in another": (["Region|Part|Share", "Asia||12"], ["Region|Part|Share", "Asia:2|12"]),
    "a column under a heading goes": (
        ["Figures:3", "Region|Part|Share", "x|y|z"],
        ["Figures:2", "Region|Share", "x|z"],
    ),
    "a column beside a sum goes": (["Region|Part|Share", "x|y|z", "Sum:2|26"], ["Region|Share", "x|z", "Sum|26"]),
    "a column goes and a row comes": (["Region|Part|Share", "x|y|z"], ["Region|Share", "x|z", "More and more|7"]),
}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_rows_whose_cells_were_merged_go_and_come_whole(rows: tuple[list[str], list[str]], turned: bool) -> None:
    base, other = map(_file, reversed(rows) if turned else rows)
    before, after = read_word(base), read_word(other)
    made = compare(before.draft, after.draft)
    written = write_redline(made, base=base, origins=before.origins, new_file=(other, after.origins))
    assert differences(made, written, of_file=True) == ()
    for choice, wanted in (("accept", other), ("reject", base)):
        settled = Package(written)
        assert not list(settled.root(settled.main).iter(w("cellIns"), w("cellDel")))
        resolve(settled, choice)
        assert _spans(settled) == _spans(Package(wanted))


def _spans(package: Package) -> list[list[str | None]]:
    """How many columns each cell of each row says it reaches over."""
    rows = package.root(package.main).iter(w("tr"))
    return [[one.get(w("val")) for one in row.iter(w("gridSpan"))] for row in rows]


@pytest.mark.parametrize(
    ("more", "merged"),
    [(["^|South|14"], 3), (["Asia|South|14"], 2), (["Asia|South|14", "Africa|East|1", "^|All|15"], 4)],
)
def test_a_new_row_among_merged_ones_goes_on_with_them_as_in_its_own_file(more: list[str], merged: int) -> None:
    rows = ["Region|Part|Share", "Africa|North|12", "^|West|13"]
    base, other = _file(rows), _file([*rows[:2], *more, rows[2]])
    before, after = read_word(base), read_word(other)
    made = compare(before.draft, after.draft)
    written = write_redline(made, base=base, origins=before.origins, new_file=(other, after.origins))
    assert differences(made, written, of_file=True) == ()
    settled = Package(written)
    resolve(settled, "accept")
    assert len(list(settled.root(settled.main).iter(w("vMerge")))) == merged
