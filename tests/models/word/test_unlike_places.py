"""The same words in a table, a cell or a box of one file and not there in the other: said where no word differs."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.leaving.verify import verify_word
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.unlike_places import warnings_of_places
from tests.models.word.test_redline_boxes import box
from tests.models.word.word_xml import cell, docx, p, row, t, table

ONE, TWO, END = "Water and land", "Land and water", "Decides to meet again."
LINES = p(ONE) + p(TWO) + p(END)
TABLE = table(row(cell(p(ONE)), cell(p(TWO)))) + p(END)
BOXED = p(t(ONE), box(TWO)) + p(END)
LONGER = p(t(ONE), box(TWO, END))


@pytest.mark.parametrize(
    ("old", "new", "struck"),
    [
        (LINES, LINES, 0), (TABLE, TABLE, 0), (BOXED, BOXED, 0), (LINES, TABLE, 6), (TABLE, LINES, 6),
        (BOXED, LONGER, 4),
    ],
)  # fmt: skip
def test_other_places_are_said(old: str, new: str, struck: int) -> None:
    base, wanted = docx(old), docx(new)
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    assert not comparison.differs
    assert [one.code for one in warnings_of_places(comparison, base, wanted)] == ["places-differ"] * (struck > 0)
    assert warnings_of_places(comparison, base, None) == ()
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert verify_word(written, after.draft, before.draft, None, new_file=wanted).struck == struck
