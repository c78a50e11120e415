"""Numbers with a long suffix are whole beside their paragraphs, in every view that hangs them there."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import Names
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.drawing import ColumnsDrawing
from widgets.compare.columns.lanes import lanes
from widgets.compare.drawn import measure
from widgets.compare.drawn.drawn_alike import put_number
from widgets.compare.two.drawing import Drawing
from widgets.paper.number import HungNumber
from widgets.paper.picture import Picture, Sign, Text, Words
from widgets.theme import style

NUMBERS = ("3", "3 bis", "12 quinquies")


def draft(words: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(f"Decides to {words};"),), number=one) for one in NUMBERS))


def places(image: Picture) -> list[tuple[float, float]]:
    """Where numbers stand, from the leading edge of the page."""
    numbers = [thing for thing in image.things if isinstance(thing, Words) and thing.end]
    return [(one.x - QFontMetricsF(one.font).horizontalAdvance(one.text), one.x) for one in numbers]


def hung(image: Picture) -> dict[str, tuple[float, float]]:
    """Each number, and where it stands."""
    words = [thing.text for thing in image.things if isinstance(thing, Words) and thing.end]
    return dict(zip(words, places(image), strict=True))


@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("make", [measure.side_by_side, measure.inline])
def test_beside_a_comparison(qapp: QApplication, make: Callable[..., measure.Columns], zoom: float) -> None:
    style.apply(qapp, "light")
    arrangement = Arrangement(compare(draft("meet"), draft("adjourn")))
    columns = make(1000.0, zoom, False, arrangement.long_numbers)
    drawing = Drawing(arrangement, columns, Names("old", "new"), False)
    told = set()
    for row in arrangement.rows(Shown(), ()):
        image = drawing.row(row, {})
        signs = [thing.x for thing in image.things if isinstance(thing, Sign)]
        for words, (start, end) in hung(image).items():
            told.add(words)
            assert start >= 0
            assert all(not start < at < end for at in signs)
    assert told == {f"{number}." for number in NUMBERS}
    assert columns.old.text > make(1000.0, zoom, False).old.text


@pytest.mark.parametrize("make", [measure.side_by_side, measure.inline])
def test_labels_grow_with_the_letters_and_have_room(qapp: QApplication, make: Callable[..., measure.Columns]) -> None:
    style.apply(qapp, "light")
    label = HungNumber("PP16", is_label=True)
    usual, larger, smaller = (make(1000.0, zoom, False) for zoom in (1.0, 2.0, 0.75))
    for columns in (usual, larger, smaller):
        image = Picture(1000.0)
        assert put_number(image, label, columns.body, columns.new.number_end, 20.0) > columns.new.edge
    wide, usually, least = (
        QFontMetricsF(one.body.label()).horizontalAdvance("PP16") for one in (larger, usual, smaller)
    )
    assert abs(wide / usually - 2) < 0.1
    assert least == usually


@pytest.mark.parametrize("make", [measure.side_by_side, measure.inline])
def test_numbers_stand_on_the_line_of_arabic_words(qapp: QApplication, make: Callable[..., measure.Columns]) -> None:
    style.apply(qapp, "light")
    old, new = (
        Draft((Paragraph(Kind.OPERATIVE, (Run(f"تطلب إلى جميع الدول {words}؛"),), number="1"),))
        for words in ("الأعضاء", "الأطراف")
    )
    arrangement = Arrangement(compare(old, new))
    drawing = Drawing(arrangement, make(1000.0, 2.0, False), Names("old", "new"), True)
    image = drawing.row(arrangement.rows(Shown(), ())[0], {})
    lines = {thing.y + thing.block.first_baseline for thing in image.things if isinstance(thing, Text)}
    assert {thing.baseline for thing in image.things if isinstance(thing, Words) and thing.end} == lines


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_beside_the_columns(qapp: QApplication, zoom: float) -> None:
    style.apply(qapp, "light")
    drafts = [draft(words) for words in ("meet", "adjourn", "go on")]
    order = RowOrder(in_columns([compare(old, new) for old, new in pairwise(drafts)]))
    lay = lanes(1000.0, 3, zoom, False, order.long_numbers)
    drawing = ColumnsDrawing(order, lay, ("a", "b", "c"), False, False)
    for row in order.rows(Shown(), ()):
        for column, (start, end) in enumerate(places(drawing.row(row, ()))):
            assert column * lay.lane <= start < end < lay.text(column)
