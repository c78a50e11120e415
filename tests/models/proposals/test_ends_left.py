"""An end that is struck where no paragraph follows joins nothing, and the file says where."""

from __future__ import annotations

import pytest

from models.proposals.returned import read_returned
from tests.models.word.word_xml import BY, cell, d, dele, docx, p, row, t, table

_STRUCK = f"<w:del {BY}/>"
_GONE = table(row(cell(p(dele(d("5")), mark=_STRUCK)), properties=_STRUCK))


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (p("Some ", mark=_STRUCK) + _GONE + p("all;"), "paragraph 2"),
        (p(t("Some ") + dele(d("them ")), mark=_STRUCK) + _GONE + p("all;"), "paragraph 2"),
        (p("Some ", mark=_STRUCK) + table(row(cell(p("5")))) + p("all;"), "paragraph 2"),
        (table(row(cell(p("5", mark=_STRUCK)))) + p("all;"), "paragraph 2"),
        (p(dele(d("Some ")), mark=_STRUCK) + _GONE + p("all;"), ""),
        (p("Some ", mark=_STRUCK) + p("all;"), ""),
        (_GONE + p("all;"), ""),
    ],
    ids=["before a table that goes", "some words go", "before one that stays", "in a cell", "all words go",
         "before a paragraph", "with its row"],
)  # fmt: skip
def test_an_end_that_joins_nothing_is_told(body: str, at: str) -> None:
    file = read_returned(docx(p("The board") + body + p("Ends.")))
    told = f"Ends struck where no paragraph follows made no proposal: see {at}."
    assert [one for one in file.notices if "Ends struck" in one] == ([told] if at else [])
