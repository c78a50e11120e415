"""The page of a returned file says which row and which cell of a table a proposal is about."""

from __future__ import annotations

import pytest

from app.subjects.returned_rows import changed_rows
from models.proposals.returned import read_returned
from tests.models.word.word_xml import cell, d, dele, docx, ins, p, row, t, table

FIJI, KENYA = 'w:id="1" w:author="Fiji"', 'w:id="2" w:author="Kenya"'
COMES, GOES = f"<w:ins {FIJI}/>", f"<w:del {FIJI}/>"
HEAD = row(cell(p("Region")), cell(p("المبلغ")))
ASIA = row(cell(p("亚洲")), cell(p("200")))


def new(*words: str, by: str = FIJI) -> str:
    mark = f"<w:ins {by}/>"
    return row(*(cell(p(ins(t(one), by), mark=mark)) for one in words), properties=mark)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param(
            [HEAD, row(cell(p("亚洲")), cell(p(dele(d("200"), FIJI), ins(t("300"), FIJI))))],
            ["In the row “亚洲”, “المبلغ”: Fiji rewords this"],
            id="words of a cell",
        ),
        pytest.param(
            [row(cell(p("Region", ins(t("s"), FIJI))), cell(p("المبلغ"))), ASIA],
            ["In the row “Region”: Fiji rewords this"],
            id="of the first row",
        ),
        pytest.param(
            [HEAD, row(*(cell(p(dele(d(one), FIJI), mark=GOES)) for one in ("亚洲", "200")), properties=GOES)],
            ["In the row “亚洲”, “Region”: Fiji deletes this", "In the row “亚洲”, “المبلغ”: Fiji deletes this"],
            id="a row that goes",
        ),
        pytest.param(
            [HEAD, ASIA, new("Europe", "10", by=KENYA), new("Oceania", "20")],
            [f"In the new row “{name}”: {by} adds this" for name, by in
             (("Europe", "Kenya"), ("Europe", "Kenya"), ("Oceania", "Fiji"), ("Oceania", "Fiji"))],
            id="new rows",
        ),
        pytest.param(
            [HEAD, row(cell(p(ins(t("Pacific"), FIJI), mark=COMES), p("亚洲")), cell(p("200")))],
            ["In the row “亚洲”, “Region”: Fiji adds this"],
            id="a new line",
        ),
        pytest.param(
            [HEAD, row(*(cell(p(*words, mark=COMES)) for words in
                         ([ins(t("South "), KENYA), ins(t("Asia"), FIJI)], [ins(t("10"), FIJI)])), properties=COMES)],
            ["In the new row “South Asia”: Kenya amends what another adds; Fiji adds this",
             "In the new row “South Asia”: Fiji adds this"],
            id="another's words in a new row",
        ),
    ],
)  # fmt: skip
def test_the_cell_is_named(rows: list[str], said: list[str]) -> None:
    file = read_returned(docx(p("1. Takes note of the sums below;") + table(*rows) + p("2. Decides to meet.")))
    assert [row.says for row in changed_rows(file.base.draft, file.proposals, {})] == said


def test_a_new_paragraph_beside_a_table_is_in_none() -> None:
    new_one = p(ins(t("Noting it,"), FIJI), mark=COMES)
    file = read_returned(docx(p("1. Takes note;") + new_one + table(HEAD, ASIA) + new_one + p("2. Decides to meet.")))
    assert {row.says for row in changed_rows(file.base.draft, file.proposals, {})} == {"Fiji adds this"}
