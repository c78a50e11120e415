"""Signs, pills and folds of the compare page are as much larger as the letters they stand beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.widgets.paper_texts import comparison
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import Names
from widgets.compare.drawn import measure
from widgets.compare.two.drawing import Drawing
from widgets.paper.picture import Picture, Pill, Sign, Thing

Make = Callable[[float, float, bool], measure.Columns]


def _pictures(make: Make, zoom: float, width: float = 1400.0) -> Iterator[Picture]:
    arrangement = Arrangement(comparison())
    drawing = Drawing(arrangement, make(width, zoom, False), Names("One", "Two"), mirrored=False)
    for row in arrangement.rows(Shown(), ()):
        yield drawing.row(row, {})


def _of(make: Make, zoom: float, kind: type[Thing]) -> list[Thing]:
    return [thing for picture in _pictures(make, zoom) for thing in picture.things if isinstance(thing, kind)]


@pytest.mark.parametrize("make", [measure.side_by_side, measure.inline])
@pytest.mark.parametrize(("zoom", "grown"), [(2.0, 2.0), (0.75, 1.0)])
def test_with_the_zoom(qapp: QApplication, make: Make, zoom: float, grown: float) -> None:
    for kind in (Sign, Pill):
        usual, zoomed = _of(make, 1.0, kind), _of(make, zoom, kind)
        assert usual
        for one, other in zip(usual, zoomed, strict=True):
            if isinstance(one, Sign) and isinstance(other, Sign):
                assert other.size == one.size * grown
            elif isinstance(one, Pill) and isinstance(other, Pill):
                assert other.height == one.height * grown
                assert other.width == pytest.approx(one.width * grown, rel=0.05)


@pytest.mark.parametrize("make", [measure.side_by_side, measure.inline])
def test_they_stand_in_the_room_before_the_numbers_and_are_pressed_where_they_are_seen(
    qapp: QApplication, make: Make
) -> None:
    columns = make(1400.0, 2.0, False)
    for picture in _pictures(make, 2.0):
        for thing in picture.things:
            if isinstance(thing, Pill):
                assert picture.pill_at(QPointF(thing.x + thing.width - 2, thing.y + thing.height - 2))
            elif isinstance(thing, Sign) and thing.x == columns.sign:
                assert picture.sign_at(QPointF(thing.x, thing.y + thing.size / 2))
                edge = columns.old.text + columns.old.width if not columns.inline else columns.start
                assert edge <= thing.x - thing.size / 2
                assert thing.x + thing.size / 2 <= columns.new.number_end - 30 * 2 + 4


@pytest.mark.parametrize("width", [640.0, 800.0, 1000.0, 1400.0])
def test_a_pill_grows_as_far_as_its_column_has_room(qapp: QApplication, width: float) -> None:
    columns = measure.side_by_side(width, 2.0, False)
    things = [thing for picture in _pictures(measure.side_by_side, 2.0, width) for thing in picture.things]
    pills = [thing for thing in things if isinstance(thing, Pill)]
    assert pills
    for pill in pills:
        cell = columns.new if pill.x >= columns.new.text else columns.old
        assert pill.grown == 1.0 or pill.x + pill.width <= cell.text + cell.width + 8
