"""One comparison counted once: the page, what is printed, a terminal and the sentence that is read out say the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pytestqt.qtbot import QtBot

from app.commands.diff_text import comparison_text
from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.dossier.histories.story import summary_line
from models.files.read import read_file
from models.forms.html import html
from models.forms.markdown import markdown
from models.forms.print_page import print_page
from models.telling.sentences import number
from models.telling.sorts import Sort, Weight, counted, counted_words, sort_of_unit, weight_of_unit
from models.telling.summary import summary
from tests.generated import HARD, case
from tests.models.telling.small_comparison import COMPARISON
from widgets.compare.beside.counts import Filters, Sorts
from widgets.compare.changes.arrangement import Arrangement

PAIRS = [
    ("A_C.2_80_L.39", "A_C.2_80_L.50"),
    ("A_C.2_80_L.50", "A_RES_80_143"),
    ("A_RES_79_212", "A_C.2_80_L.39"),
    ("A_C.2_80_L.8", "A_C.2_80_L.52"),
]
_REWORDED = re.compile(r"(\w+)(?: paragraphs)? are reworded")


def agree(comparison: Comparison) -> None:
    """Every place that counts says the same of a comparison."""
    found, arrangement = counted(comparison), Arrangement(comparison)
    assert sum(found.sorts.values()) == found.weights[Weight.SUBSTANCE] == len(arrangement.changes_of_substance)
    assert sum(count for _, count in found.addends) == found.total
    assert found.total + found.weights[Weight.MASTHEAD] == len(comparison.changes)
    assert (arrangement.weights, arrangement.sorts(), arrangement.total) == (
        found.weights,
        found.sorts,
        found.total,
    )
    line = counted_words(comparison)
    assert line in markdown(comparison)
    assert line in " ".join(comparison_text(comparison, colours=False).split())
    assert line in lxml_html.fromstring(print_page(comparison).encode()).text_content()
    items = lxml_html.fromstring(html(comparison).encode()).xpath("//ul[@class='counts']/li")
    told = [item.text_content() for item in items]
    heads = len(found.heads)
    assert sum(int(one.split()[0]) for one in told[:heads]) == found.total
    assert told[heads : heads + len(found.addends)] == [f"{count} {word}" for word, count in found.addends]
    sentence = summary(comparison)
    # The sentence tells of lines around the text, and of tables, behind the paragraphs.
    of_text = [unit for unit in comparison.units if unit.what == "paragraph"]
    sorts = Counter(
        sort_of_unit(unit, comparison) for unit in of_text if weight_of_unit(unit, comparison) is Weight.SUBSTANCE
    )
    substance = sum(sorts.values()) - sorts[Sort.BRACKETS]
    if " changed: " in sentence:
        assert sentence.split(" ", 1)[0].lower() == number(substance)
    if reworded := _REWORDED.search(sentence):
        assert reworded[1].lower() == number(sorts[Sort.REWORDED])
    for sort, words in ((Sort.NEW, "are new"), (Sort.DELETED, "are deleted")):
        if many := re.search(rf"(\w+) {words}", re.split("[.;] ", sentence)[0]):
            names = re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve")
            if many[1].lower() in names or many[1].isdigit():
                assert many[1].lower() == number(sorts[sort])
    for count, word in re.findall(r"(?<!\w)(\d+) (reworded|new|deleted|moved)", summary_line(comparison)):
        assert int(count) == found.sorts[Sort(word)]


def test_small() -> None:
    agree(COMPARISON)


@pytest.mark.parametrize("seed", range(4))
def test_made_up(seed: int) -> None:
    made = case(40, HARD, seed)
    agree(compare(made.old, made.new))


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_real(shared: Path, pair: tuple[str, str]) -> None:
    folder = shared / "corpus" / "resolutions"
    old, new = (read_file(folder / f"{name}.txt").draft for name in pair)
    agree(compare(old, new))


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_page_shows_these_numbers(qtbot: QtBot) -> None:
    filters, sorts = Filters(), Sorts()
    qtbot.addWidget(filters)
    qtbot.addWidget(sorts)
    arrangement = Arrangement(COMPARISON)
    filters.show_arrangement(arrangement)
    sorts.show_arrangement(arrangement)
    found = counted(COMPARISON)
    assert filters.box(Weight.SUBSTANCE).accessibleName() == f"Substance, {found.weights[Weight.SUBSTANCE]}"
    assert filters.box(Weight.HOUSEKEEPING).accessibleName() == f"Housekeeping, {found.weights[Weight.HOUSEKEEPING]}"
    assert sorts.accessibleName() == "1 reworded, 1 new, 1 deleted, 1 moved, 1 split, 1 merged, 1 bracket, 1 footnote"
