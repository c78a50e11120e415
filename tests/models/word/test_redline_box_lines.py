"""Lines that come into a text box, leave it, or change places there: the new draft's own file says where they stand."""

from __future__ import annotations

from itertools import permutations

import pytest

from models.comparison.compare import compare
from models.word.accepted import accepted
from models.word.left_out import layout_left_out
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.things.box_places import in_other_boxes
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.test_redline_boxes import MORE, ONE, SAID, THREE, TWO, box, doubled
from tests.models.word.word_xml import cell, docx, p, row, t, table

_LINES = {
    "one": p(t(ONE), box(SAID)) + p(TWO),
    "one more at its end": p(t(ONE), box(SAID, MORE)) + p(TWO),
    "one more below it": p(t(ONE), box(SAID)) + p(MORE) + p(TWO),
    "split, and a line more": p(t(ONE), box("A note in a box ", "beside the text.", MORE)) + p(TWO),
    "the line after it within": p(t(ONE), box(SAID, TWO)),
    "three": p(t(ONE), box(SAID, MORE, THREE)) + p(TWO),
    "the last left": p(t(ONE), box(SAID, MORE)) + p(THREE) + p(TWO),
    "two boxes": p(t(ONE), box(SAID)) + p(t(TWO), box(MORE)) + p(THREE),
    "two boxes, exchanged": p(t(ONE), box(MORE)) + p(t(TWO), box(SAID)) + p(THREE),
    "two boxes in one": p(t(ONE), box(SAID), box(MORE)) + p(THREE),
    "two boxes in one, more in the second": p(t(ONE), box(SAID), box(f"{MORE} At last.", TWO)) + p(THREE),
    "a table in the box": p(t(ONE), box(SAID)).replace(p(SAID), table(row(cell(p(SAID)), cell(p(MORE)))) + p("")),
}


@pytest.mark.parametrize(("old", "new"), list(permutations(_LINES, 2)))
def test_each_line_stands_in_its_box(old: str, new: str) -> None:
    base, wanted = docx(_LINES[old]), docx(_LINES[new])
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert in_other_boxes(written, wanted) == ()
    assert lint(written) == ()
    package = Package(written)
    resolve(package, "reject")
    assert in_other_boxes(package.to_bytes(), base) == ()


def test_a_box_beside_another_of_the_same_paragraph_stays_where_its_words_change() -> None:
    base, wanted = (docx(_LINES[one]) for one in ("two boxes in one", "two boxes in one, more in the second"))
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert layout_left_out(written, wanted) == ()


def test_a_line_beside_its_box_or_in_another_is_found() -> None:
    def wrong(one: str, other: str) -> list[int]:
        return [*in_other_boxes(docx(_LINES[one]), docx(_LINES[other]))]

    assert wrong("one more below it", "one more at its end") == [1, 2]  # whose second line fell out of it
    assert wrong("one more at its end", "one more below it") == [1, 2]
    assert wrong("one", "one") == []
    assert wrong("the last left", "three") == [1, 2, 3]
    assert wrong("two boxes", "two boxes") == []
    bare = docx(p(ONE) + p(SAID) + p(TWO))
    assert in_other_boxes(bare, docx(_LINES["one"])) == ()  # a box that goes whole is told beside


def test_a_command_asks_for_the_boxes_of_files_that_it_has_read(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (docx(_LINES[name]) for name in ("three", "the last left"))
    monkeypatch.setattr("models.second_process._allowed", True)
    assert accepted(one) is not accepted(other)
    for room in ("accepted", "read"):
        monkeypatch.setattr(f"models.word.{room}.Package", None)  # neither is opened again
    assert in_other_boxes(one, other) == (1, 2, 3)


@pytest.mark.parametrize("kept", [0, 1, 2], ids=["table", "row", "nothing"])
def test_a_row_goes_with_the_box_in_it_and_its_copy_for_older_programs(kept: int) -> None:
    rows = [row(cell(p(t(ONE), doubled(SAID)))), row(cell(p(MORE)))]
    base, wanted = docx(table(*rows) + p("")), docx((table(*rows[2 - kept :]) if kept else "") + p(""))
    before, after = read_word(base), read_word(wanted)
    written = write_redline(
        compare(before.draft, after.draft), base=base, origins=before.origins, new_file=(wanted, after.origins)
    )
    assert lint(written) == ()
    assert read_word(written).draft == after.draft
    assert read_word(written, "reject").draft == before.draft
