"""Several drafts in columns: going about, folds, filters, the first column held, painting."""

from __future__ import annotations

import os
import re

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.sorts import Sort, Weight, sort_of
from tests.compared_at import at_label
from widgets.compare.changes.arrangement import Shown
from widgets.compare.changes.row_order import RowOrder
from widgets.compare.columns.drawing import ColumnsDrawing
from widgets.compare.columns.lanes import lanes
from widgets.compare.columns.table import columns_as_html
from widgets.compare.columns.view import ColumnsView
from widgets.compare.drawn import measure
from widgets.compare.page import ComparePage
from widgets.paper.direction import unmarked
from widgets.paper.picture import Picture, Rule, Text, Words
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

A = "Requests the Secretary-General to submit a report on migration to the Assembly at its next session"
B = "Urges Member States to protect the rights of women and children in armed conflict everywhere"
C = "Welcomes the outcome of the Madrid conference on ageing and its plan of action"
D = "Decides to convene a high-level dialogue in New York with the participation of all States"
E = "Encourages donors to finance the reforestation of drylands in the Sahel"
F = "Calls upon shipping companies to reduce their emissions of carbon dioxide"
DRAFTS = (
    (A, B, C, D, E, F),
    (A, C, D, E.replace("finance", "fund"), F),
    (F, A, C, D, E.replace("finance", "fund"), B),
    (F, A, C, D, E.replace("finance", "pay for"), B),
    (F, A, C, D, E.replace("finance", "pay for"), B),
    (F, A, C, f"[{D}]", E.replace("finance", "pay for"), B),
)
Show = Callable[..., ComparePage]


def draft(texts: tuple[str, ...]) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in enumerate(texts, 1)))


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    def make(count: int = 6, size: tuple[int, int] = (1280, 720)) -> ComparePage:
        style.apply(qapp, "light")
        qapp.setEffectEnabled(Qt.UIEffect.UI_General, False)
        page = ComparePage()
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        found = in_columns([compare(draft(old), draft(new)) for old, new in pairwise(DRAFTS[:count])])
        page.show_columns(found, [(f"L.{number}", "informal") for number in range(1, count + 1)])
        page.pane.view.setFocus()
        qapp.processEvents()
        return page

    return make


def test_n_goes_through_the_rows_that_changed_and_to_the_column_of_the_change(show: Show, qtbot: QtBot) -> None:
    page = show()
    view = page.pane.view
    assert view.order is not None
    gone = []
    while True:
        qtbot.keyClick(view, Qt.Key.Key_N)
        if gone and gone[-1][0] == view.current:
            break
        assert view.current is not None
        gone.append((view.current, view.column))
    assert [row for row, _ in gone] == list(view.order.changes(Shown()))
    names = [view.order.name(row) for row, _ in gone]
    assert names == ["OP1", "OP4", "OP5", "OP6"]
    assert [column for _, column in gone] == [2, 5, 1, 1]


def test_arrows_change_the_column_and_the_first_stays_in_sight(show: Show, qtbot: QtBot) -> None:
    page = show()
    view = page.pane.view
    qtbot.keyClick(view, Qt.Key.Key_N)
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.column == 5
    assert view.aside > 0
    assert view.lane_place(0)[0] == 0
    start, wide = view.lane_place(5)
    assert start + wide <= view.viewport().width() + 1
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.column == 0


@pytest.mark.parametrize("size", [(1280, 720), (1000, 720), (640, 600)])
def test_columns_are_scrolled_whole_and_none_is_cut(show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    view = show(size=size).pane.view
    page, bar = view.viewport().width(), view.horizontalScrollBar()
    assert view.held_edge is None
    for value in (*range(0, bar.maximum(), 97), bar.maximum()):
        bar.setValue(value)
        places = [view.lane_place(column) for column in range(6)]
        in_sight = [start for start, wide in places[1:] if start + wide > places[0][1] + 1 and start < page - 1]
        assert len(in_sight) == view.lanes().seen - 1
        assert abs(in_sight[0] - places[0][1]) <= 1
        assert abs(in_sight[-1] + places[0][1] - page) <= 1
        assert (view.held_edge is not None) == (view.columns_away > 0)
    assert view.columns_away == 6 - view.lanes().seen
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.column == 0


def test_rows_are_as_high_as_what_is_on_the_page(qtbot: QtBot) -> None:
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1000, 720)
    page.show()
    drafts = [draft((A, one)) for one in (B, B, B, B, f"{B}, and in particular those who {C}{D}")]
    page.show_columns(
        in_columns([compare(old, new) for old, new in pairwise(drafts)]), [(f"L.{n}", "") for n in range(1, 6)]
    )
    view = page.pane.view
    at = next(at for at, row in enumerate(view.rows) if not row.fold)
    view.measure(at)
    low = view.heights[at]
    assert said_in(view, at)[-1] == "changed in L.5"
    view.go_to_cell(view.rows[at].first, 4)
    assert view.heights[at] > 2 * low
    assert not [words for words in said_in(view, at) if words.startswith("changed")]
    view.go_to_column(1)
    assert view.heights[at] == low


def said_in(view: ColumnsView, at: int) -> list[str]:
    """What a row says beside its texts."""
    return [unmarked(thing.text) for thing in view.picture(at).things if isinstance(thing, Words)]


def test_what_is_current_stays_in_sight_where_the_letters_grow(show: Show) -> None:
    view = show().pane.view
    assert view.order is not None
    view.go_to_cell(view.order.changes(Shown())[0], 5)
    for zoom in (2.0, 0.75, 1.3, 1.0):
        view.set_zoom(zoom)
        assert 5 in view.lanes().in_sight
        assert abs(view.horizontalScrollBar().value() - view.aside) <= 1
    view.go_to_column(1)
    view.set_zoom(2.0)
    assert 1 in view.lanes().in_sight


def test_filters_of_columns(show: Show) -> None:
    page = show()
    view = page.pane.view
    assert view.order is not None

    def shown(what: Shown) -> list[str]:
        view.set_shown(what)
        assert view.order is not None
        return [view.order.name(row.first) for row in view.rows if not row.fold]

    assert shown(Shown(sorts=frozenset({Sort.BRACKETS}))) == ["OP4"]
    assert shown(Shown(sorts=frozenset({Sort.DELETED}))) == ["OP6"]
    assert shown(Shown(frozenset(Weight))) == ["OP1", "OP2", "OP3", "OP4", "OP5", "OP6"]


def test_the_filter_button_says_what_is_shown(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.filter.text() == "Substance"
    moved = next(action for action in page.filter._menu.actions() if action.text() == "Only moved")
    moved.trigger()
    assert page.filter.text() == "Moved"
    assert page.pane.view.shown.sorts == {Sort.MOVED}
    page.filter.clear()
    assert page.filter.text() == "Substance"
    assert page.pane.view.shown == Shown()


def test_enter_asks_for_the_two_side_by_side(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.keyClick(page.pane.view, Qt.Key.Key_N)
    with qtbot.waitSignal(page.pair_wanted) as asked:
        qtbot.keyClick(page.pane.view, Qt.Key.Key_Return)
    assert asked.args == [2]
    with qtbot.waitSignal(page.pair_wanted) as asked:
        page.forms.part(0).click()
    assert asked.args == [-1]


def test_names_stand_over_their_columns(show: Show, qtbot: QtBot) -> None:
    page = show()
    heads, view = page.pane.heads, page.pane.view
    for column in (0, 3, 5):
        view.go_to_column(column)
        place = heads.names[column].mapTo(page.pane, QPoint(0, 0)).x()
        start, wide = view.lane_place(column)
        assert start <= place < start + wide
    with qtbot.waitSignal(page.column_wanted) as asked:
        heads.names[5].click()
    assert asked.args == [5]


def test_a_cell_is_copied_with_its_marks(show: Show, qtbot: QtBot) -> None:
    page = show()
    view = page.pane.view
    assert view.order is not None
    row = next(row for row in view.order.changes(Shown()) if view.order.name(row) == "OP5")
    view.go_to(row)
    view.go_to_column(3)
    view.copy_current()
    mime = QGuiApplication.clipboard().mimeData()
    assert "pay for" in mime.text()
    assert "fund" not in mime.text()
    assert "fund" in mime.html()


def test_the_current_cell_is_said(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.keyClick(page.pane.view, Qt.Key.Key_N)
    assert page.pane.view.accessibleDescription().startswith("L.3: OP1, moved")
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Right)
    assert page.pane.view.accessibleDescription().startswith("L.4: as before")


def test_the_page_goes_to_a_paragraph_of_any_column(show: Show) -> None:
    page = show()
    at_label(page, "OP6")
    assert page.pane.view.current is not None


def test_zoom_and_a_narrow_window_keep_the_row(show: Show, qapp: QApplication, qtbot: QtBot) -> None:
    page = show()
    view = page.pane.view
    qtbot.keyClick(view, Qt.Key.Key_N)
    qtbot.keyClick(view, Qt.Key.Key_N)
    here = view.current
    page.set_zoom(1.5)
    page.resize(700, 600)
    qapp.processEvents()
    assert view.current == here
    assert here is not None
    place = view.row_place(here)
    assert place is not None
    assert -1 < place < view.page


def test_what_is_chosen_is_the_change_of_the_cell_against_the_column_before(show: Show, qtbot: QtBot) -> None:
    page = show()
    view = page.pane.view
    assert view.order is not None
    assert page.chosen() is None
    row = next(n for n in range(len(view.order.columns.rows)) if view.order.name(n) == "OP5")
    view.go_to(row)
    for column, differs in ((0, False), (1, True), (2, False), (3, True), (4, False)):
        view.go_to_column(column)
        chosen = page.chosen()
        assert (chosen is not None) == differs
        if chosen is not None:
            assert chosen.column == column
            assert chosen.comparison is view.order.columns.comparisons[column - 1]
            change = chosen.comparison.changes[next(iter(chosen.changes))]
            assert "fund" in str(change.words)


def test_all_shown_in_a_column_that_changed_alike_are_chosen(show: Show) -> None:
    page = show()
    view = page.pane.view
    assert view.order is not None
    moved = next(n for n in range(len(view.order.columns.rows)) if view.order.name(n) == "OP1")
    view.go_to(moved)
    view.go_to_column(2)
    chosen = page.chosen(all_of_kind=True)
    assert chosen is not None
    kinds = {sort_of(chosen.comparison.changes[number]) for number in chosen.changes}
    assert kinds == {Sort.MOVED}


def test_the_bar_fits_a_narrow_window(show: Show) -> None:
    page = show(size=(720, 600))
    assert page.forms.width() >= page.forms.sizeHint().width()
    assert page.take.text() == "Take"
    assert page.take.accessibleName() == "Take into text"
    edges = [part.geometry() for part in (page.forms, page.filter, page.add, page.take)]
    assert all(one.right() < two.left() for one, two in pairwise(edges))


@pytest.mark.usefixtures("qapp")
def test_the_table_for_paper_has_a_row_for_each_lineage_and_marks_each_column_against_the_one_before() -> None:
    drafts = [draft(texts) for texts in DRAFTS[:4]]
    order = RowOrder(in_columns([compare(old, new) for old, new in pairwise(drafts)]))
    html = columns_as_html(order, ("L.1", "L.2 & more", "L.3", "L.4"), Shown())
    document = QTextDocument()
    document.setHtml(html)
    table = next(frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable))
    assert (table.columns(), table.format().headerRowCount()) == (4, 1)
    shown = order.rows(Shown(), ())
    assert table.rows() == 1 + len(shown)
    three = RowOrder(in_columns([compare(old, new) for old, new in pairwise(drafts[:3])]))
    shares = re.findall(r"width='([\d.]+)%'", columns_as_html(three, ("L.1", "L.2", "L.3"), Shown()))
    assert sum(map(float, shares[-3:])) == pytest.approx(100, abs=0.01), "nothing of the paper is left at the edge"

    def cell(row: int, column: int) -> str:
        found = table.cellAt(row, column)
        cursor = found.firstCursorPosition()
        cursor.setPosition(found.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    assert [cell(0, column) for column in range(4)] == ["L.1", "L.2 & more", "L.3", "L.4"]
    told = {cell(at, 0): [cell(at, column) for column in range(1, 4)] for at in range(1, table.rows())}
    reworded = told[f"5. {E}"]
    assert reworded == [
        "4. " + E.replace("finance", "finance fund"),
        "5. = as before",
        "5. " + E.replace("finance", "fund pay for"),
    ]
    assert told[f"2. {B}"] == ["Deleted in L.2 & more", f"new\n6. {B}", "6. = as before"]
    assert "line-through" in html
    assert "housekeeping<" in html


@pytest.mark.parametrize(
    ("mastheads", "said"),
    [
        ((("Seas",), ("Seas",), ("Seas",)), ("Title", "unchanged in all three")),
        ((("Seas",), ("Seas",), ("80/1. Seas",)), ("Title", "differs")),
        ((("A/80/L.1", "Seas"), ("A/80/L.2", "Seas"), ("A/80/L.3", "Seas")), ("Masthead", "2 lines, 1 differs")),
        ((("A/80/L.1", "Seas"),) * 3, ("Masthead", "2 lines, unchanged")),
    ],
)
def test_a_fold_says_whether_the_masthead_differs(
    mastheads: tuple[tuple[str, ...], ...], said: tuple[str, str]
) -> None:
    drafts = [
        Draft((*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines), *draft((A,)).paragraphs))
        for lines in mastheads
    ]
    order = RowOrder(in_columns([compare(old, new) for old, new in pairwise(drafts)]))
    folds = [row for row in order.rows(Shown(), ()) if row.fold]
    assert order.fold_words(folds[0]) == said
    assert order.fold_words(folds[-1]) == ("OP1", "unchanged in all three")


def test_another_level_alone_is_said_in_its_cell(qtbot: QtBot, qapp: QApplication) -> None:
    def of_level(level: int) -> Draft:
        return Draft((Paragraph(Kind.HEADING, (Run("Water"),), level=level), *draft((A, B)).paragraphs))

    columns = in_columns([compare(of_level(0), of_level(1))])
    style.apply(qapp, "light")
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_columns(columns, [("L.1", "informal"), ("Rev.1", "informal")])
    qapp.processEvents()
    view = page.pane.view
    things = [thing for row in range(len(view.rows)) for thing in view.picture(row).things]
    assert "Now at another level" in [thing.text for thing in things if isinstance(thing, Words)]
    assert "now at another level" in columns_as_html(RowOrder(columns), ("L.1", "Rev.1"), Shown())


def test_the_second_half_of_a_divided_paragraph_is_the_one_again(qtbot: QtBot) -> None:
    whole = draft((A, f"{B}, and {D[0].lower()}{D[1:]}", E))
    parted = draft((A, f"{B};", f"{D};", E))
    first, last = (compare(whole, whole), compare(whole, parted))
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_comparison(last, "L.1", "", "L.3", "")
    assert "split" in [change.kind for change in last.changes]
    page.jump_to_new(2)
    assert page.stands_at()[0] == (1, 2)
    page.show_columns(in_columns([first, last]), [("L.1", ""), ("L.2", ""), ("L.3", "")])
    assert page.stands_at()[0] == (2, 2)
    page.show_comparison(last, "L.1", "", "L.3", "")
    assert page.stands_at()[0] == (1, 2)
    page.show_columns(in_columns([first, last]), [("L.1", ""), ("L.2", ""), ("L.3", "")])
    view = page.pane.view
    row = view.row_of(view.current or 0)
    assert row is not None
    left, _ = view.lane_place(2)
    texts = [thing for thing in view.picture(row).things if isinstance(thing, Text) and thing.x > 2 * view.lanes().lane]
    for part, text in enumerate(texts):
        y = view.heights.tops[row] - view.scrolled + text.y + 4
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(left) + 80, round(y)))
        assert page.stands_at()[0] == (2, 1 + part)


def test_where_the_filter_hides_all_columns_say_so_and_show_them_again(show: Show, qtbot: QtBot) -> None:
    page = show()
    footnotes = next(action for action in page.filter._menu.actions() if action.text() == "Only footnotes")
    footnotes.trigger()
    assert page.same.isVisible()
    assert page.same.words == "Of 4 changes of substance none is of that sort."
    assert not page.next.isEnabled()
    qtbot.mouseClick(page.same.show_all, Qt.MouseButton.LeftButton)
    assert page.pane.isVisible()
    assert page.filter.text() == "Substance"
    assert page.next.isEnabled()


@pytest.mark.usefixtures("qapp")
def test_which_draft_beside_the_page_changed_a_row_is_said_on_the_first_line_of_an_empty_cell() -> None:
    drafts = [draft((A, B)), draft((A, B)), draft((A, B, C)), draft((A, B.replace("the", "this"), C))]
    order = RowOrder(in_columns([compare(old, new) for old, new in pairwise(drafts)]))
    lay = lanes(600.0, 4, 1.0, False)
    assert lay.in_sight == (0, 1)
    drawing = ColumnsDrawing(order, lay, ("L.1", "L.2", "L.3", "L.4"), False, False)
    baselines = {
        unmarked(thing.text): thing.baseline - drawing._baseline - measure.PAD_TOP
        for row in order.rows(Shown(), ())
        for thing in drawing.row(row, ()).things
        if isinstance(thing, Words) and " in " in unmarked(thing.text) and not row.fold
    }
    assert baselines["new in L.3"] == 0
    assert baselines["changed in L.4"] > 0  # B stands above it


@pytest.mark.parametrize("words", ["تطلب إلى الأمين العام أن يقدم تقريرا عن ذلك", "Requests a report"])
def test_a_fold_stays_where_it_is_while_columns_are_scrolled(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    style.apply(qapp, "light")
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    drafts = [draft((words, *(f"{words} {year}" for year in (2001 + more, 1990)))) for more in range(4)]
    found = in_columns([compare(old, new) for old, new in pairwise(drafts)])
    page.show_columns(found, [(f"L.{number}", "") for number in range(1, 5)])
    view = page.pane.view
    seen: list[float] = []
    painted = Picture.paint

    def paint(picture: Picture, painter: QPainter, top: float) -> None:
        if any(isinstance(thing, Rule) for thing in picture.things):
            seen.append(painter.transform().dx())
        painted(picture, painter, top)

    monkeypatch.setattr(Picture, "paint", paint)
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    for value in (0, bar.maximum()):
        bar.setValue(value)
        view.viewport().grab()
    assert seen
    assert len({*seen}) == 1
