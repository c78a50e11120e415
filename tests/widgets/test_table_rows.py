"""Rows of tables on the compare page: each is one row, its cells beside each other, none left out and none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.sorts import Sort, Weight
from tests.models.taking.parted_drafts import two_drafts
from widgets.compare.beside.change_list import LABELS, ChangeListModel
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import Names
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.drawing import ColumnsDrawing
from widgets.compare.columns.lanes import lanes
from widgets.compare.columns.table import columns_as_html
from widgets.compare.drawn import measure
from widgets.compare.drawn.table_sizes import CELL_PAD, Size, TableSizes, lanes_of
from widgets.compare.page import ComparePage
from widgets.compare.two.drawing import Drawing
from widgets.paper.picture import Picture, Rule, Text, Words
from widgets.theme import fonts

ALL = Shown(frozenset(Weight))
ALL_CHANGED = Shown(frozenset({Weight.SUBSTANCE}))
NAMES = Names("Old", "New")


def table(*rows: Sequence[str]) -> Draft:
    return Draft(
        tuple(
            Paragraph(Kind.TEXT, (Run(text),) if text else (), cell=(0, row, column))
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
        )
    )


HEAD = ("State", "2024", "2025")
NORWAY, PERU, CHAD = ("Norway", "1", "2"), ("Peru", "3", "4"), ("Chad", "5", "6")


def drawn(made: Arrangement, *, inline: bool = False, width: float = 1000.0) -> list[Picture]:
    make = measure.inline if inline else measure.side_by_side
    drawing = Drawing(made, make(width, 1.0, False), NAMES, False)
    return [drawing.row(row, {}) for row in made.rows(ALL, ()) if made.tables.holds(row.first)]


def texts(picture: Picture) -> list[Text]:
    return [thing for thing in picture.things if isinstance(thing, Text) and not thing.note]


def said(text: Text) -> str:
    return text.block._text.decode("utf-16-le")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_every_entry_is_in_one_row_and_cells_of_a_row_stand_in_one_row_of_a_draft(
    qapp: QApplication, seed: int
) -> None:
    old, new = two_drafts(seed)
    made = Arrangement(compare(old, new))
    rows = made.rows(ALL, ())
    assert [at for row in rows for at in range(row.first, row.end)] == list(range(len(made.entries)))
    for row in rows:
        if row.end - row.first == 1:
            continue
        entries = [made.entries[at] for at in range(row.first, row.end)]
        for draft, positions in (
            (old, [at for e in entries for at in made.comparison.changes[e.change].old[:1]]),
            (new, [at for e in entries if not e.other_end for at in made.comparison.changes[e.change].new[:1]]),
        ):
            cells = [draft.paragraphs[at].cell for at in positions]
            assert None not in cells
            if draft is new:
                assert len({cell[:2] for cell in cells if cell}) <= 1
    whole = Counter(made.comparison.unit_of[entry.change] for entry in made.entries if not entry.other_end)
    for unit, count in whole.items():
        assert count == len(unit.changes)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
@example(333016518)
def test_each_paragraph_is_drawn_once_on_its_side_and_no_cell_over_another(qapp: QApplication, seed: int) -> None:
    old, new = two_drafts(seed)
    made = Arrangement(compare(old, new))
    columns = measure.side_by_side(1000.0, 1.0, False)
    drawing = Drawing(made, columns, NAMES, False)
    pictures = [drawing.row(row, {}) for row in made.rows(ALL, ())]
    left = [text.x < columns.sign for picture in pictures for text in texts(picture)]
    assert (left.count(True), left.count(False)) == (len(old.paragraphs), len(new.paragraphs))
    for picture in pictures:
        boxes = [(text.x, text.x + text.block.width, text.y, text.y + text.block.height) for text in texts(picture)]
        for number, one in enumerate(boxes):
            assert one[3] <= picture.height + picture.lift
            for two in boxes[:number]:
                assert one[0] >= two[1] or two[0] >= one[1] or one[2] >= two[3] or two[2] >= one[3]


def test_cells_stand_beside_each_other_on_both_sides_and_in_one(qapp: QApplication) -> None:
    made = Arrangement(compare(table(HEAD, NORWAY, PERU), table(HEAD, ("Norway", "1", "9"), PERU)))
    beside = drawn(made)
    assert [[said(text) for text in texts(picture)] for picture in beside] == [
        [*HEAD, *HEAD], ["Norway", "1", "2", "Norway", "1", "9"], [*PERU, *PERU],
    ]  # fmt: skip
    for picture in beside:
        assert len({text.y for text in texts(picture)}) == 1
    # The columns of both sides are as wide.
    left, right = texts(beside[1])[:3], texts(beside[1])[3:]
    assert [text.block.width for text in left] == [text.block.width for text in right]
    inline = drawn(made, inline=True)
    assert [said(text) for text in texts(inline[1])] == ["Norway", "1", "2 9"]


def test_a_number_in_a_cell_stands_before_its_words(qapp: QApplication) -> None:
    old, new = (
        Draft(
            (
                Paragraph(Kind.TEXT, (Run("Terms"),), cell=(0, 0, 0)),
                Paragraph(Kind.OPERATIVE, (Run(text),), number="1", cell=(0, 0, 1)),
            )
        )
        for text in ("Requests a report;", "Requests a study;")
    )
    made = Arrangement(compare(old, new))
    for inline in (False, True):
        (picture,) = drawn(made, inline=inline)
        numbers = [thing for thing in picture.things if isinstance(thing, Words) and thing.text == "1."]
        assert len(numbers) == (1 if inline else 2)
        beside = [text for text in texts(picture) if said(text).startswith("Requests")]
        assert all(number.x < text.x for number, text in zip(numbers, beside, strict=True))


def test_a_column_that_went_stands_in_its_place_where_both_drafts_are_one(qapp: QApplication) -> None:
    old = table(*((one[0], "gone", *one[1:]) for one in (HEAD, NORWAY, PERU)))
    made = Arrangement(compare(old, table(HEAD, NORWAY, PERU)))
    for picture, row in zip(drawn(made, inline=True), (HEAD, NORWAY, PERU), strict=True):
        found = sorted(texts(picture), key=lambda text: text.x)
        assert [said(text) for text in found] == [row[0], "gone", *row[1:]]
        assert len({text.y for text in found}) == 1


@pytest.mark.parametrize(
    ("sizes", "width", "fits"),
    [
        ([Size(5, 5)] * 3, 400, True),
        ([Size(5, 400), Size(3, 3)], 400, True),
        ([Size(14, 14)] * 12, 400, False),
    ],
)
def test_columns_fill_the_width_or_do_not_fit(sizes: list[Size], width: float, fits: bool) -> None:
    lanes = lanes_of(sizes, width, 15.5)
    assert (lanes is not None) is fits
    if lanes is not None:
        assert sum(lane.width for lane in lanes) == pytest.approx(width, abs=len(sizes))
        assert all(lane.width > 2 * CELL_PAD for lane in lanes)


@pytest.mark.parametrize("word", ["Change", "2026", "Women", "Amount", "Norway", "Programme", "Number", "Committee"])
@pytest.mark.parametrize("letters", [12, 15, 20])
def test_a_word_alone_in_its_column_is_not_broken(dressed: None, word: str, letters: int) -> None:
    sizes = TableSizes(table(("Description", word), ("of what the resources are for, " * 9, "1"))).of(0)
    lanes = lanes_of(sizes, 400, letters)
    assert lanes is not None
    assert lanes[1].width - 2 * CELL_PAD >= QFontMetricsF(fonts.serif(letters)).horizontalAdvance(word)


def test_too_many_columns_stand_under_each_other(qapp: QApplication) -> None:
    wide = tuple(f"transparency{number}" for number in range(12))
    made = Arrangement(compare(table(wide, wide), table(wide, (*wide[:-1], "accountability"))))
    changed = next(picture for picture in drawn(made) if any(said(text) == "accountability" for text in texts(picture)))
    left = [text for text in texts(changed) if text.x < 400]
    assert len({text.x for text in left}) == 1
    assert [said(text) for text in sorted(left, key=lambda text: text.y)] == list(wide)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
@example(171154377)
@example(127686402)
def test_in_columns_each_paragraph_is_drawn_once_and_rows_are_rows(qapp: QApplication, seed: int) -> None:
    old, new = two_drafts(seed)
    order = RowOrder(in_columns([compare(old, new), compare(new, old)]))
    rows = order.rows(Shown(frozenset(Weight)), ())
    assert [at for row in rows for at in range(row.first, row.end)] == list(range(len(order.columns.rows)))
    lay = lanes(1200.0, 3, 1.0, False)
    drawing = ColumnsDrawing(order, lay, ("A", "B", "C"), False, True)
    pictures = [drawing.row(row, ()) for row in rows]
    found = sum(text.x < lay.lane for picture in pictures for text in texts(picture))
    assert found == len(old.paragraphs)
    for row in rows:
        for one, two in pairwise(range(row.first, row.end)):
            places = [
                [draft.paragraphs[at].cell for at in order.columns.rows[here].cells[column].positions[:1]]
                for column, draft in enumerate(order.columns.drafts)
                for here in (one, two)
            ]
            pairs = zip(places[::2], places[1::2], strict=True)
            assert any(before and after and before[0][:2] == after[0][:2] for before, after in pairs)  # type: ignore[index]


def test_in_columns_a_row_is_one_stop_taken_and_copied_as_one(qtbot: QtBot, page: ComparePage) -> None:
    one, two = table(HEAD, NORWAY, PERU), table(HEAD, ("Norway", "11", "12"), PERU)
    page.show_columns(in_columns([compare(one, two), compare(two, two)]), [("A", ""), ("B", ""), ("C", "")])
    page.next_change()
    assert page.bar.count.accessibleName() == "1 of 1"
    chosen = page.chosen()
    assert chosen is not None
    assert (chosen.name, len(chosen.changes), chosen.column) == ("the row “Norway”", 2, 1)
    page.copy_current()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Norway\t11\t12"
    assert copied.html().count("<td") == 3
    assert columns_as_html(*page.in_columns()).count("<td lang='en' valign='top' style='font-size") == 6  # type: ignore[misc]
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Left)
    page.copy_current()
    assert QApplication.clipboard().mimeData().text() == "Norway\t1\t2"


@pytest.fixture
def page(qtbot: QtBot) -> ComparePage:
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    return page


def test_a_row_that_is_new_or_gone_is_listed_with_all_its_cells(qapp: QApplication) -> None:
    gone, come = ("4", "Disarmament", "14.0"), ("5", "Peacekeeping operations", "51.2")
    made = Arrangement(compare(table(HEAD, gone, PERU), table(HEAD, come, ("Peru", "3", "7"))))
    model = ChangeListModel()
    model.show_arrangement(made, ALL_CHANGED)
    listed = [(model.index(row).data(), model.index(row).data(LABELS)) for row in range(model.rowCount())]
    assert listed == [
        ("4 · Disarmament · 14.0", "Row “4 Disarmament”"),
        ("5 · Peacekeeping operations · 51.2", "Row “5 Peacekeeping operations”"),
        ("“4” becomes “7”", "Row “Peru”"),
    ]


def test_left_and_right_go_through_the_cells_of_a_row_and_a_click_chooses_one(qtbot: QtBot, page: ComparePage) -> None:
    page.show_comparison(
        compare(table(HEAD, NORWAY, PERU, CHAD), table(HEAD, ("Norway", "11", "12"), PERU, CHAD)), "", "", "", ""
    )
    page.next_change()
    view = page.view
    row = view.row_of(view.current or 0)
    assert row is not None
    first = view.rows[row].first
    assert (view.current, view.place) == (first + 1, None)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.current, view.place) == (first + 1, 0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.current, view.place) == (first + 2, 0)
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.changes == {view.arrangement.entries[first + 2].change: (0,)}
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.current, view.place) == (first + 2, 0)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert (view.current, view.place) == (first + 1, 0)
    box = view.picture(row).place_boxes(0, 2)[0][0].center()
    top = view.heights.tops[row] - view.scrolled
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=(box + QPointF(0, top)).toPoint())
    assert (view.current, view.place) == (first + 2, 0)
    # The row as a whole is taken where no words are chosen.
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    chosen = view.chosen()
    assert chosen is not None
    assert (chosen.name, len(chosen.changes)) == ("the row “Norway”", 2)


def test_down_goes_from_row_to_row_and_stands_where_something_differs(qtbot: QtBot, page: ComparePage) -> None:
    page.show_comparison(
        compare(table(HEAD, NORWAY, PERU, CHAD), table(HEAD, ("Norway", "1", "9"), ("Peru", "7", "4"), CHAD)),
        "", "", "", "",
    )  # fmt: skip
    page.next_change()
    view = page.view
    at = view.current
    assert at is not None
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current is not None
    assert view.arrangement.texts(view.current) == (("3",), ("7",))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current == at


def test_the_map_has_a_band_for_each_row_that_is_asked_for_as_long_as_the_row(page: ComparePage) -> None:
    rows = [HEAD, NORWAY, PERU, CHAD]
    made = Arrangement(compare(table(*rows), table(HEAD, ("Norway", "1", "9"), PERU, ("Mali", "7", "8"), CHAD)))
    bands = made.bands(Shown())
    assert [sort for *_, sort in bands] == [Sort.REWORDED, Sort.NEW]
    assert [end - first for first, end, _ in bands] == [3, 3]
    assert [sort for *_, sort in made.bands(Shown(sorts=frozenset({Sort.NEW})))] == [Sort.NEW]
    page.show_comparison(made, "", "", "", "")
    page.sorts.buttons[Sort.NEW].setChecked(True)
    assert [sort for *_, sort in page.map._bands] == [Sort.NEW]


def merged(*rows: Sequence[tuple[int, str]]) -> Draft:
    """A table of rows of cells, each with the column it begins in: where one is left out the cell before reaches on."""
    return Draft(
        tuple(
            Paragraph(Kind.TEXT, (Run(text),), cell=(0, row, column))
            for row, cells in enumerate(rows)
            for column, text in cells
        )
    )


LONG = "All amounts in thousands of United States dollars, estimated costs of travel and of meetings included"


@pytest.mark.parametrize("inline", [False, True])
def test_a_merged_cell_is_as_wide_as_the_columns_it_reaches_over(qapp: QApplication, *, inline: bool) -> None:
    rows = [[(0, "Norway"), (1, "100"), (2, "200")], [(0, "Peru"), (1, "3"), (2, "4")]]
    old = merged([(0, LONG)], [(0, "State"), (1, "Both years")], *rows)
    new = merged([(0, LONG)], [(0, "State"), (1, "Both years together")], *rows)
    made = Arrangement(compare(old, new))
    pictures = [texts(picture) for picture in drawn(made, inline=inline)]
    (title, head, row), many = ([one[: len(one) // (1 if inline else 2)] for one in pictures[:3]]), len(pictures)
    assert (many, [len(one) for one in (title, head, row)]) == (4, [1, 2, 3])
    ends = [text.x + text.block.width for text in row]
    assert title[0].x + title[0].block.width == pytest.approx(ends[2])
    assert (head[1].x, head[1].x + head[1].block.width) == pytest.approx((row[1].x, ends[2]))
    # Its words make no column wide: all three are as wide as their own words ask for.
    assert max(text.block.width for text in row) < 2.5 * min(text.block.width for text in row)


def test_no_line_goes_through_a_merged_cell(qapp: QApplication) -> None:
    draft = merged([(0, "Both years")], [(0, "100"), (1, "200"), (2, "300")])
    title, row = drawn(Arrangement(compare(draft, draft)), inline=True)
    counted = [sum(isinstance(thing, Rule) and thing.width == 1 for thing in made.things) for made in (title, row)]
    assert counted == [2, 4]


def test_a_merged_cell_reaches_over_a_column_that_went(qapp: QApplication) -> None:
    """In one column of both drafts what went lies between the columns that are left."""
    rows = [("Norway", "100", "gone", "200"), ("Peru", "3", "gone", "4")]
    old = merged([(0, "State"), (1, LONG)], *([*enumerate(cells)] for cells in rows))
    new = merged([(0, "State"), (1, LONG)], *([*enumerate((a, b, d))] for a, b, _, d in rows))
    made = Arrangement(compare(old, new))
    head, row = [sorted(texts(picture), key=lambda one: one.x) for picture in drawn(made, inline=True)[:2]]
    assert ([said(text) for text in head], len(row)) == (["State", LONG], 4)
    assert head[1].x + head[1].block.width == pytest.approx(row[-1].x + row[-1].block.width)
