"""The compare page: going through changes, folding, filters, both ends of a move, painting."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from models.clipboard.own import MIME, from_own
from models.comparison.change import Change, Comparison
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.comparison.partly import partly
from models.comparison.words.plain import word_diff
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.files.read import read_file
from models.reading.text import read_text
from models.telling.sorts import Sort, Weight, sort_of
from tests import shown
from tests.compared_at import at_label
from tests.widgets.paper_texts import NEW, comparison
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.chosen import Part, shown_words
from widgets.compare.changes.marked_changes import changes_as_html, changes_as_plain
from widgets.compare.changes.names import Names
from widgets.compare.changes.sayings import saying
from widgets.compare.drawn import measure
from widgets.compare.page import ComparePage
from widgets.compare.two.drawing import Drawing
from widgets.paper.phrase import LaidPhrase, plain
from widgets.paper.picture import Bar, Pill, Sign, Text, Words
from widgets.paper.type import serif
from widgets.theme import style
from widgets.theme.tokens import current

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Show = Callable[..., ComparePage]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    def make(made: Comparison, size: tuple[int, int] = (1280, 720), theme: str = "light") -> ComparePage:
        style.apply(qapp, theme)
        qapp.setEffectEnabled(Qt.UIEffect.UI_General, False)
        page = ComparePage()
        qtbot.addWidget(page)
        page.resize(*size)
        shown.show(qtbot, page)
        page.show_comparison(made, "A/C.2/80/L.39", "21 October 2025", "A/C.2/80/L.50", "17 November 2025")
        page.view.setFocus()
        qapp.processEvents()
        return page

    return make


@pytest.fixture(scope="session")
def real(shared: Path) -> Comparison:
    folder = shared / "corpus" / "resolutions"
    old, new = (read_file(folder / f"A_C.2_80_{name}.txt").draft for name in ("L.39", "L.50"))
    return compare(old, new)


def entries_by_key(page: ComparePage, qtbot: QtBot, key: Qt.Key) -> list[int]:
    gone: list[int] = []
    while True:
        qtbot.keyClick(page.view, key)
        here = page.view.current
        assert here is not None
        if gone and gone[-1] == here:
            return gone
        gone.append(here)


def test_n_and_p_go_through_the_changes_of_substance(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    changes = list(page.view.arrangement.changes_of_substance)
    assert entries_by_key(page, qtbot, Qt.Key.Key_N) == changes
    assert entries_by_key(page, qtbot, Qt.Key.Key_P)[-1] == changes[0]


@pytest.mark.parametrize("form", [0, 1])
@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
def test_a_bar_of_ink_where_the_row_begins_says_that_the_keyboard_is_here(show: Show, theme: str, form: int) -> None:
    page = show(comparison(), theme=theme)
    page.forms.part(form).click()
    page.activateWindow()
    page.list.setFocus()
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.view.current is not None
    row = page.view.row_of(page.view.current)
    assert row is not None

    def has_bar() -> bool:
        image = page.view.viewport().grab().toImage()
        at = QPoint(round(page.view.columns().start) + 1, round(page.view.heights.tops[row] - page.view.scrolled + 6))
        return bool(image.pixelColor(at) == current().ink)

    assert has_bar()
    page.list.setFocus()
    assert not has_bar()


@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
def test_a_bar_says_whether_the_list_or_the_page_has_the_keyboard(show: Show, theme: str) -> None:
    page = show(comparison(), theme=theme)
    page.activateWindow()

    def bar_at(area: QAbstractScrollArea, height: int) -> bool:
        return bool(area.viewport().grab().toImage().pixelColor(1, height) == current().ink)

    page.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.view.current is None
    assert bar_at(page.view, page.view.page - 2), "no row is the current one: all of the page"
    page.next_change()
    row = page.list.visualRect(page.list.currentIndex()).center().y()
    assert not bar_at(page.view, page.view.page - 2)
    assert not bar_at(page.list, row)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert bar_at(page.list, row)
    page.list.follow(None)
    assert bar_at(page.list, page.list.viewport().height() - 2)


def test_tab_goes_from_what_is_shown_through_the_sorts_to_the_list(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    page.show_comparison(comparison(), "L.39", "", "L.50", "")  # with buttons of their own
    wanted = [page.filters.operative, *page.sorts.buttons.values(), page.list]
    qtbot.waitUntil(lambda: all(widget.isVisible() for widget in wanted))
    page.activateWindow()
    wanted[0].setFocus()
    for before, after in pairwise(wanted):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert page.focusWidget() is after


def _operatives(*texts: str, level: int = 0) -> Draft:
    kind = Kind.SUBPARAGRAPH if level else Kind.OPERATIVE
    head = (Paragraph(Kind.OPERATIVE, (Run("Encourages States:"),), number="1"),) if level else ()
    numbers = [f"({letter})" for letter in "abcdefgh"] if level else [str(at) for at in range(1, 9)]
    rest = (Paragraph(kind, (Run(text),), level, numbers[at]) for at, text in enumerate(texts))
    return Draft((*head, *rest))


WATER, NETS, DATA = "To save water in every river basin", "To mend all nets before winter", "To share hydrological data"


def test_the_old_numbers_of_what_was_merged_stay_within_the_rows_ground(show: Show) -> None:
    old = _operatives(f"{WATER};", f"{NETS};", f"{DATA};", level=1)
    page = show(compare(old, _operatives(f"{DATA};", f"{WATER} and {NETS.lower()};", level=1)))
    page.forms.part(1).click()
    columns = page.view.columns()
    said = [
        thing
        for row in range(len(page.view.rows))
        for thing in page.view.picture(row).things
        if isinstance(thing, Words) and thing.end and thing.font == page.view.columns().body.label(400)
    ]
    assert {"was OP1 (a),", "OP1 (b)"} <= {thing.text for thing in said}
    for thing in said:
        assert thing.x - QFontMetricsF(thing.font).horizontalAdvance(thing.text) >= columns.start


@pytest.mark.parametrize(("inline", "several"), [(False, False), (True, False), (False, True)])
def test_a_bar_beside_a_subparagraph_stands_before_its_number(show: Show, inline: bool, several: bool) -> None:
    made = compare(
        _operatives(f"{WATER};", f"{NETS};", f"{DATA};", level=1),
        _operatives(f"{DATA};", f"{WATER};", f"{NETS};", level=1),
    )
    page = show(made)
    page.forms.part(int(inline)).click()
    if several:
        page.show_columns(in_columns([made]), [("L.1", ""), ("L.2", "")])
    view = page.pane.view if several else page.view
    drawn = [view.picture(row).things for row in range(len(view.rows))]
    moved = [things for things in drawn if any(isinstance(thing, Bar) for thing in things)]
    assert moved
    for things in moved:
        bar = next(thing for thing in things if isinstance(thing, Bar))
        numbers = [one for one in things if isinstance(one, Words) and one.text.startswith("(") and one.end]
        begins = [one.x - QFontMetricsF(one.font).horizontalAdvance(one.text) for one in numbers]
        assert all(not bar.x - 3 < start + 1 <= bar.x + 6 for start in begins)
        assert any(start >= bar.x + 3 for start in begins)


def test_what_crossed_to_the_preamble_is_called_by_its_words_where_only_its_form_follows() -> None:
    stores = "the need for cold stores near the landing places of all fishing villages"
    old = _operatives(f"Stresses {stores};", "Decides to meet again;")
    for words, told in (
        (stores, "To the preamble: Stressing the need"),
        (f"{stores} and towns", "To the preamble; adds"),
    ):
        first = Paragraph(Kind.PREAMBULAR, (Run(f"Stressing {words},"),))
        new = Draft((first, *_operatives("Decides to meet again;").paragraphs))
        made = compare(old, new)
        change = next(one for one in made.changes if one.moved)
        assert plain(saying(change, made)).startswith(told)


def test_words_in_italics_are_not_cut_where_they_fit(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    words = "Takes note with appreciation"
    slanted = QFont(serif(14.5))
    slanted.setItalic(True)
    room = (QFontMetricsF(serif(14.5)).horizontalAdvance(words) + QFontMetricsF(slanted).horizontalAdvance(words)) / 2
    for italic, whole in ((True, True), (False, False)):
        laid = LaidPhrase(((words, italic),), 14.5, room, current().ink, mirrored=False)
        assert (laid.words == words) is whole
        assert whole or laid.words.endswith("…")


def test_the_list_follows_and_leads(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.list.currentIndex().row() == 1
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.view.current == page.view.arrangement.changes_of_substance[2]
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.view.current == page.view.arrangement.changes_of_substance[3]


def test_the_list_of_other_texts_begins_at_its_top(show: Show, real: Comparison) -> None:
    page = show(real, size=(1280, 400))
    page.list.scrollToBottom()
    assert page.list.verticalScrollBar().value() > 0
    page.show_comparison(real, "A/C.2/80/L.39", "", "A/C.2/80/L.50", "", again=True)
    assert page.list.verticalScrollBar().value() > 0
    page.show_comparison(real, "A/C.2/80/L.39", "", "A/C.2/80/L.50", "")
    assert page.list.verticalScrollBar().value() == 0
    assert page.take.isEnabled()


def test_the_list_says_each_change_in_words(show: Show) -> None:
    page = show(comparison())
    model = page.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(said) == len(page.view.arrangement.changes_of_substance)
    assert any(words.startswith("PP3, reworded, Recognizing becomes Noting") for words in said)


def test_m_goes_to_the_other_end_and_back(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    arrangement = page.view.arrangement
    moved = next(n for n in arrangement.changes_of_substance if sort_of(arrangement.change(n)) is Sort.MOVED)
    page.view.go_to(moved)
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    assert page.view.current == arrangement.other_end(moved)
    assert page.list.currentIndex().row() == list(arrangement.changes_of_substance).index(moved)
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    assert page.view.current == moved


def test_where_a_paragraph_went_from_has_no_number_of_the_new_text(show: Show) -> None:
    page = show(comparison())
    arrangement = page.view.arrangement
    moved = next(n for n in arrangement.changes_of_substance if sort_of(arrangement.change(n)) is Sort.MOVED)
    page.view.go_to(arrangement.other_end(moved) or 0)
    for inline, pill, numbers in (
        (False, "Went to PP4, preambular", ["2."]),
        (True, "OP2 went to PP4, preambular", []),
    ):
        page.forms.part(int(inline)).click()
        row = page.view.row_of(page.view.current or 0)
        assert row is not None
        things = page.view.picture(row).things
        assert [thing.text for thing in things if isinstance(thing, Pill)] == [pill]
        assert [thing.text for thing in things if isinstance(thing, Words) and thing.end] == numbers


def test_a_click_on_a_pill_goes_to_the_other_end(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    arrangement = page.view.arrangement
    moved = next(n for n in arrangement.changes_of_substance if sort_of(arrangement.change(n)) is Sort.MOVED)
    page.view.go_to(moved)
    row = page.view.row_of(moved)
    place = page.view.row_place(moved)
    assert row is not None
    assert place is not None
    x = round(page.view.columns().old.text) + 20
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, round(place) + 20))
    assert page.view.current == arrangement.other_end(moved)


def test_folds_open_and_close_by_key_and_by_click(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    closed = len(page.view.rows)
    fold = next(number for number, row in enumerate(page.view.rows) if row.fold)
    page.view.toggle_fold(fold)
    assert len(page.view.rows) > closed
    qtbot.keyClick(page.view, Qt.Key.Key_BracketLeft)
    assert len(page.view.rows) == closed
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert len(page.view.rows) > closed
    top = round(page.view.heights.tops[fold]) - page.view.scrolled
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, top + 15))
    assert len(page.view.rows) == closed


def test_a_fold_stays_where_it_is_when_it_opens_and_closes(show: Show, real: Comparison) -> None:
    page = show(real)
    at_label(page, "PP13")
    fold = next(
        n for n, row in enumerate(page.view.rows) if row.fold and page.view.heights.tops[n] > page.view.scrolled
    )
    for _ in range(2):
        before = page.view.heights.tops[fold] - page.view.scrolled
        page.view.toggle_fold(fold)
        assert page.view.heights.tops[fold] - page.view.scrolled == before


def test_n_begins_at_what_is_in_sight(show: Show, real: Comparison, qtbot: QtBot) -> None:
    page = show(real)
    page.view.scroll_to_entry(40)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert (page.view.current or 0) > 20


def test_words_folded_inside_a_paragraph_open_by_key(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    row = page.view.row_of(page.view.current or 0)
    assert row is not None
    folded = page.view.heights[row]
    qtbot.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert page.view.heights[row] > folded
    qtbot.keyClick(page.view, Qt.Key.Key_BracketLeft)
    assert page.view.heights[row] == folded


def test_up_and_down_reach_every_row(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    seen = set()
    page.view.verticalScrollBar().setValue(0)
    for _ in range(4 * len(page.view.rows)):
        qtbot.keyClick(page.view, Qt.Key.Key_Down)
        seen.add(page.view.accessibleDescription().split("\n")[0])
    assert any("unchanged" in words for words in seen)
    assert any("new, Requests" in words for words in seen)


def test_filters_show_what_is_ticked(show: Show) -> None:
    page = show(comparison())
    page.filters.box(Weight.UNCHANGED).setChecked(True)
    page.filters.box(Weight.HOUSEKEEPING).setChecked(True)
    shown = {row.first for row in page.view.rows if not row.fold}
    assert shown == {n for n, e in enumerate(page.view.arrangement.entries) if e.weight is not Weight.MASTHEAD}
    page.filters.box(Weight.SUBSTANCE).setChecked(False)
    assert any(row.fold for row in page.view.rows)
    assert "Housekeeping shown" in page.status()[0][1].words or "No housekeeping" in page.status()[0][1].words


RENUMBERED = compare(
    *(
        read_text(f"The General Assembly,\n\nRecalling the {word} of rivers,\n\n{first}{acts}").draft
        for word, first, acts in (
            ("study", "", "1. Urges all to act on rivers;\n\n2. Decides to meet again."),
            (
                "report",
                "1. Notes the budget;\n\n",
                "2. Urges all to act on rivers;\n\n3. Decides to meet again.",
            ),
        )
    )
)
"""One paragraph reworded, one new, two renumbered."""


@pytest.mark.parametrize("ticked", [{Weight.HOUSEKEEPING}, {Weight.SUBSTANCE, Weight.HOUSEKEEPING}])
def test_list_map_bar_and_keys_follow_what_is_ticked(show: Show, qtbot: QtBot, ticked: set[Weight]) -> None:
    page = show(RENUMBERED)
    arrangement = page.view.arrangement
    for weight in (Weight.HOUSEKEEPING, Weight.SUBSTANCE):
        page.filters.box(weight).setChecked(weight in ticked)
    seen = [at for row in page.view.rows if not row.fold for at in range(row.first, row.end)]
    listed = [page.list.model().entry(row) for row in range(page.list.model().rowCount())]
    assert listed == [at for at in seen if not arrangement.entries[at].other_end]
    assert len(listed) == sum(arrangement.weights[weight] for weight in ticked) == 2 * len(ticked)
    assert [band[0] for band in arrangement.bands(page.shown)] == listed
    assert page.bar.count.text() == f"{len(listed)} changes"
    assert page.panel._sorts_box.isVisibleTo(page) is (Weight.SUBSTANCE in ticked)
    quiet = next(row for row, at in enumerate(listed) if arrangement.entries[at].weight is Weight.HOUSEKEEPING)
    assert ", housekeeping, " in page.list.model().index(quiet, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    page.view.verticalScrollBar().setValue(0)
    walked = []
    for _ in listed:
        qtbot.keyClick(page.view, Qt.Key.Key_N)
        walked.append(page.view.current)
    assert walked == listed
    assert page.bar.count.text() == f"{len(listed)} of {len(listed)}"


def test_a_page_on_which_nothing_is_shown_says_why_and_shows_all(show: Show) -> None:
    page = show(RENUMBERED)
    page.filters.operative.setChecked(True)
    page.filters.box(Weight.SUBSTANCE).setChecked(False)
    assert page._stack.currentWidget() is page.same
    assert page.same.words == "2 changes of substance and 2 changes of housekeeping are not ticked at the side."
    page.same.show_all.click()
    assert page._stack.currentWidget() is page.two
    assert page.list.model().rowCount() == 4


def test_of_a_text_that_changed_elsewhere_the_operative_part_says_that_it_has_none(show: Show) -> None:
    old, new = (
        read_text(f"The General Assembly,\n\nRecalling the {word} of rivers,\n\n1. Decides to meet again.").draft
        for word in ("study", "report")
    )
    page = show(compare(old, new))
    page.filters.operative.setChecked(True)
    assert page.same.words == "Of 1 change of substance none stands in the operative part."


@pytest.mark.parametrize("change", ["OP2", "OP12", "PP16", "OP26"])
def test_the_current_paragraph_keeps_its_height_when_the_view_changes(
    show: Show, real: Comparison, change: str
) -> None:
    page = show(real)
    at_label(page, change)
    here = page.view.current
    assert here is not None
    for act in (
        lambda: page.forms.part(1).click(),
        lambda: page.filters.box(Weight.HOUSEKEEPING).setChecked(True),
        lambda: page.set_zoom(1.3),
        lambda: page.forms.part(0).click(),
        lambda: page.filters.box(Weight.UNCHANGED).setChecked(True),
        lambda: page.set_zoom(1.0),
    ):
        before = page.view.row_place(here)
        bar = page.view.verticalScrollBar()
        act()
        after = page.view.row_place(here)
        assert before is not None
        assert after is not None
        at_an_end = bar.value() in (bar.minimum(), bar.maximum())
        assert abs(before - after) <= 1 or at_an_end


def test_scrolling_up_through_guessed_rows_does_not_jump(show: Show, real: Comparison) -> None:
    page = show(real)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(60):
        entry = page.view.rows[page.view.heights.at(bar.value() + 300)].first
        before = page.view.row_place(entry)
        value = bar.value()
        bar.setValue(value - 40)
        after = page.view.row_place(entry)
        assert before is not None
        assert after is not None
        assert bar.value() == 0 or abs(after - before - 40) <= 2


def test_the_page_goes_to_a_paragraph_of_the_new_draft(show: Show) -> None:
    page = show(comparison())
    at_label(page, "OP3")
    assert page.view.arrangement.change(page.view.current or 0).new_labels == ("OP3",)


def test_one_stands_at_a_paragraph_whether_it_differs_or_not(show: Show, real: Comparison, qtbot: QtBot) -> None:
    page = show(real)
    assert page.stands_at() == ()
    for draft, labels in ((1, ["OP1", "PP17", "OP3", "OP4"]), (0, ["PP16", "OP9"])):
        for label in labels:
            page.view.choose_place(None)
            change = next(one for one in real.changes if label in (one.new_labels if draft else one.old_labels))
            at = (change.new if draft else change.old)[(change.new_labels if draft else change.old_labels).index(label)]
            if draft:
                at_label(page, label)
            else:
                page.view.go_to(
                    next(
                        n
                        for n in page.view.arrangement.changes_of_substance
                        if page.view.arrangement.change(n) is change
                    )
                )
            assert page.stands_at()[0] == (draft, at)
    # A click on the second of the paragraphs that one was divided into.
    for inline in (False, True):
        page.forms.part(int(inline)).click()
        at_label(page, "OP3")
        row = page.view.row_of(page.view.current or 0)
        assert row is not None
        texts = [thing for thing in page.view.picture(row).things if isinstance(thing, Text) and not thing.note]
        place = QPoint(
            round(texts[-1].x) + 4, round(page.view.heights.tops[row] - page.view.scrolled + texts[-1].y) + 4
        )
        qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        change = page.view.arrangement.change(page.view.current or 0)
        assert change.new_labels == ("OP3", "OP4")
        assert page.stands_at()[0] == (1, change.new[1])


def test_nothing_differs_is_said_and_housekeeping_can_be_seen(show: Show) -> None:
    page = show(compare(NEW, NEW))
    assert page.same.isVisible()
    assert not page.take.isEnabled()
    page.filters.box(Weight.UNCHANGED).setChecked(True)
    assert page.view.isVisible()


def test_an_empty_comparison_shows(show: Show, qtbot: QtBot) -> None:
    page = show(compare(Draft(), Draft()))
    for key in (Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_Down):
        qtbot.keyClick(page.view, key)
    page.forms.part(1).click()
    page.filters.box(Weight.UNCHANGED).setChecked(True)
    assert page.view.current is None


@pytest.mark.parametrize(
    ("width", "told", "words"),
    [(1280, True, "Take into text"), (500, True, "Take"), (440, False, "Take"), (411, False, "")],
)
def test_the_forms_of_the_page_are_never_cut(show: Show, width: int, told: bool, words: str) -> None:
    page = show(comparison())
    page.setMinimumWidth(1)  # as in the window, which is no larger than its screen
    for size in (411, 1280, width):
        page.resize(size, 444)
        QApplication.processEvents()
        parts = [page.forms.part(place) for place in range(3)]
        assert all(part.width() >= part.sizeHint().width() for part in parts if not part.isHidden())
    assert page.tell.isVisible() is told
    assert page.take.text() == words
    assert page.take.accessibleName() == "Take into text"


def test_a_narrow_window_has_one_column_and_no_list(show: Show, qapp: QApplication) -> None:
    page = show(comparison(), size=(880, 700))
    assert page.view.inline
    assert not page.list.isVisible()
    page.panel_button.click()
    assert page.list.isVisible()
    page.panel_button.click()
    assert not page.list.isVisible()
    page.resize(1300, 700)
    qapp.processEvents()
    assert not page.view.inline
    assert page.list.isVisible()


def test_copying_gives_marked_html_and_plain_text(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert 'underline">negative' in mime.html()
    assert from_own(bytes(mime.data(MIME).data())).paragraphs[0].text == mime.text()
    assert mime.text().startswith("Stressing the need")


def test_buttons_ask_for_what_they_say(show: Show, qtbot: QtBot) -> None:
    page = show(comparison())
    for button, signal in (
        (page.take, page.take_wanted),
        (page.swap, page.swap_wanted),
        (page.heads.old, page.old_wanted),
        (page.heads.new, page.new_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()


PLACES = Draft(
    tuple(
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(f" {words};")), number=str(number))
        for number, words in enumerate(
            ["to meet in the spring of every year in Geneva with all its members and observers", "to end"], 1
        )
    )
)


def of_places() -> Comparison:
    """One paragraph that differs in three places, and one that does not."""
    first = PLACES.paragraphs[0]
    text = first.runs[1].text.replace("spring", "autumn").replace("Geneva", "Nairobi").replace(" and observers", "")
    new = Paragraph(Kind.OPERATIVE, (first.runs[0], Run(text)), number="1")
    return compare(PLACES, Draft((new, PLACES.paragraphs[1])))


@pytest.mark.parametrize("inline", [False, True])
def test_left_and_right_go_through_the_places_of_words(show: Show, qtbot: QtBot, inline: bool) -> None:
    page = show(of_places())
    page.forms.part(int(inline)).click()
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.view.places() == (0, 1, 2)
    keys = [Qt.Key.Key_Right] * 4 + [Qt.Key.Key_Left]
    gone = []
    for key in keys:
        qtbot.keyClick(page.view, key)
        gone.append(page.view.place)
    assert gone == [0, 1, 2, 2, 1]
    assert "place 2 of 3" in page.bar.count.text()
    assert page.view.accessibleDescription() == "“Geneva” becomes “Nairobi”, place 2 of 3"
    chosen = page.chosen()
    assert chosen is not None
    assert list(chosen.changes.values()) == [(1,)]
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.view.place is None
    chosen = page.chosen()
    assert chosen is not None
    assert list(chosen.changes.values()) == [None]


@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
def test_a_chosen_place_is_framed_in_ink(show: Show, qtbot: QtBot, theme: str) -> None:
    page = show(of_places(), theme=theme)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    before = page.view.grab().toImage()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    row = page.view.row_of(page.view.current or 0)
    assert row is not None
    boxes = page.view.picture(row).place_boxes(0)
    assert len(boxes) == 2  # the words of both sides
    after = page.view.grab().toImage()
    top = page.view.heights.tops[row] - page.view.scrolled
    for box in (boxes[0][0], boxes[1][0]):
        x, y = round(box.center().x()), round(top + box.top() - 2)
        ink, was = (
            max(abs(image.pixelColor(x, y + at).lightness() - current().ink.lightness()) < 60 for at in (-1, 0, 1))
            for image in (after, before)
        )
        assert ink
        assert not was


def test_a_click_chooses_a_place_and_a_click_beside_it_leaves_it(show: Show, qtbot: QtBot) -> None:
    page = show(of_places())
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    row = page.view.row_of(page.view.current or 0)
    assert row is not None
    box = page.view.picture(row).place_boxes(1)[0][0]
    top = page.view.heights.tops[row] - page.view.scrolled
    middle = QPoint(round(box.center().x()), round(top + box.center().y()))
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.view.place == 1
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, middle.y()))
    assert page.view.place is None


def test_each_end_of_a_move_offers_the_words_it_shows(show: Show, qtbot: QtBot, real: Comparison) -> None:
    page = show(real)
    arrangement = page.view.arrangement
    moved = next(n for n in arrangement.changes_of_substance if sort_of(arrangement.change(n)) is Sort.MOVED)
    page.view.go_to(moved)
    here = page.view.places()
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    there = page.view.places()
    assert here
    assert there
    assert here != there


def test_all_of_a_kind_are_those_that_are_shown(show: Show, real: Comparison) -> None:
    page = show(real)
    arrangement = page.view.arrangement
    first = next(n for n in arrangement.changes_of_substance if sort_of(arrangement.change(n)) is Sort.REWORDED)
    page.view.go_to(first)
    chosen = page.chosen(all_of_kind=True)
    assert chosen is not None
    assert len(chosen.changes) == arrangement.sorts()[Sort.REWORDED]
    assert chosen.name == f"all {len(chosen.changes)} reworded paragraphs and lines"
    page.filters.operative.setChecked(True)
    operative = next(n for n in arrangement.changes(page.shown) if sort_of(arrangement.change(n)) is Sort.REWORDED)
    page.view.go_to(operative)
    fewer = page.chosen(all_of_kind=True)
    assert fewer is not None
    assert 0 < len(fewer.changes) < len(chosen.changes)


def test_compared_again_the_reader_is_at_the_next_change_at_its_height(show: Show, real: Comparison) -> None:
    page = show(real)
    changes = page.view.arrangement.changes_of_substance
    page.view.go_to(changes[6])
    following = real.changes[page.view.arrangement.entries[changes[7]].change]
    number = page.view.arrangement.entries[changes[6]].change
    place = page.view.row_place(changes[6])
    again = compare(partly(real, {number: None}).draft, real.new)
    page.show_comparison(again, "one", "", "two", "", again=True)
    assert page.view.current is not None
    assert page.view.arrangement.change(page.view.current).words == following.words
    assert place is not None
    here = page.view.row_place(page.view.current)
    assert here is not None
    assert abs(here - min(place, page.view.page / 2)) < 2


def test_in_a_text_from_right_to_left_the_left_key_goes_on(show: Show, qtbot: QtBot) -> None:
    words = "تلاحظ مع التقدير العمل الذي تقوم به اللجنة من أجل حقوق الطفل في جميع البلدان"
    old, new = (
        Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),))
        for text in (words, words.replace("اللجنة", "الجمعية").replace("البلدان", "الدول"))
    )
    page = show(compare(old, new))
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.view.mirrored
    gone = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(page.view, key)
        gone.append(page.view.place)
    assert gone == [0, 1, 0]


def test_all_shown_changes_are_copied_each_under_its_label(show: Show) -> None:
    page = show(comparison())
    html, plain = changes_as_html(page.parts()), changes_as_plain(page.parts())
    assert html.startswith("<p>From <b>A/C.2/80/L.39</b> to <b>A/C.2/80/L.50</b></p>")
    assert 'underline">negative' in html
    assert "  " not in plain
    assert html.count("<p><b>") == len(page.view.arrangement.changes_of_substance)
    gone = next(change for change in page.view.arrangement.comparison.changes if not change.new)
    assert f"{gone.old_labels[0]}, deleted\n[-{gone.words[0][1]}-]" in plain
    assert "{+negative" in plain
    page.filters.operative.setChecked(True)
    assert "negative" not in changes_as_html(page.parts())


def _inked(image: QImage, colour: str) -> int:
    """How many pixels of a sampled grid have a token's colour."""
    wanted = getattr(current(), colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
@pytest.mark.parametrize("inline", [False, True])
def test_pages_paint_their_marks_in_every_theme(show: Show, real: Comparison, theme: str, inline: bool) -> None:
    page = show(real, theme=theme)
    page.forms.part(int(inline)).click()
    page.filters.box(Weight.HOUSEKEEPING).setChecked(True)
    at_label(page, "PP17")
    image = page.view.grab().toImage()
    for role in ("added", "removed", "moved"):
        assert _inked(image, role) > 5, role
    assert image.pixel(image.width() - 2, 2) == current().paper.rgb()


def test_a_theme_changes_under_an_open_page(show: Show, qapp: QApplication) -> None:
    page = show(comparison())
    style.apply(qapp, "dark")
    image = page.view.grab().toImage()
    assert image.pixel(image.width() - 2, image.height() - 2) == current().paper.rgb()
    style.apply(qapp, "light")


def test_arabic_runs_from_the_right(show: Show, qtbot: QtBot) -> None:
    def text(words: str) -> Draft:
        return Draft((Paragraph(Kind.OPERATIVE, (Run("تقرر", italic=True), Run(f" {words}؛")), number="1"),))

    page = show(compare(text("أن تبقي المسألة قيد النظر"), text("أن تبقي هذه المسألة A/80/L.1 قيد النظر")))
    assert page.view.mirrored
    assert page.heads.new.x() < page.heads.old.x()
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    page.forms.part(1).click()
    assert _inked(page.view.grab().toImage(), "added") > 5


def test_a_paragraph_in_english_runs_from_the_left_among_arabic_ones(qapp: QApplication) -> None:
    said = {
        "تقرر أن تبقي المسألة قيد النظر في دورتها التاسعة": True,
        "Decides to remain seized of the matter [at its next session].": False,
        "تطلب إلى اللجنة أن تنظر في تقرير UNEP/UNDP/UNICEF/UNESCO/UN-Habitat": True,
    }
    old = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),), number="1") for words in said))
    new = Draft(tuple(replace(one, runs=(Run(f"{one.text} 2016"),)) for one in old.paragraphs))
    arrangement = Arrangement(compare(old, new))
    for make in (measure.side_by_side, measure.inline):
        drawing = Drawing(arrangement, make(1400.0, 1.0, False), Names("One", "Two"), mirrored=True)
        rows = [drawing.row(row, {}) for row in arrangement.rows(Shown(), ())]
        ways = [[one.block.right_to_left for one in row.things if isinstance(one, Text)] for row in rows]
        assert [set(way) for way in ways if way] == [{way} for way in said.values()]


def test_ten_thousand_paragraphs_scroll(show: Show, qtbot: QtBot) -> None:
    count = 10_000
    old = Draft(tuple(Paragraph(Kind.TEXT, (Run(f"Line {n} of the text, one of very many"),)) for n in range(count)))
    new = Draft(
        tuple(Paragraph(Kind.TEXT, (Run(p.text.replace("very many", "a great many")),)) for p in old.paragraphs)
    )
    changes = [
        _line_change(number, before.text, after.text)
        for number, (before, after) in enumerate(zip(old.paragraphs, new.paragraphs, strict=True))
    ]
    page = show(Comparison(old, new, tuple(changes)))
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.view.entries_in_sight()[1] == count
    page.view.go_to(5000)
    assert len(page.view._pictures) < 400
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.view.current == 5001


def _line_change(number: int, old: str, new: str) -> Change:
    words = word_diff(old, new)
    return Change("reworded", False, False, "substance", (), (number,), (number,), (None,), (None,), 0.9, None, words)


def test_a_sort_that_is_pressed_is_all_that_is_shown(show: Show, qtbot: QtBot, real: Comparison) -> None:
    page = show(real)
    arrangement = page.view.arrangement
    page.sorts.buttons[Sort.MOVED].click()
    wanted = [n for n in arrangement.changes_of_substance if arrangement.change(n).moved]
    assert wanted
    shown = {row.first for row in page.view.rows if not row.fold and not arrangement.entries[row.first].other_end}
    assert shown == set(wanted)
    assert page.list.model().rowCount() == len(wanted)
    assert entries_by_key(page, qtbot, Qt.Key.Key_N) == wanted
    page.sorts.buttons[Sort.MOVED].click()
    assert page.list.model().rowCount() == len(arrangement.changes_of_substance)


def test_the_operative_part_alone(show: Show, real: Comparison) -> None:
    page = show(real)
    page.filters.operative.setChecked(True)
    arrangement = page.view.arrangement
    for row in page.view.rows:
        if not row.fold:
            change = arrangement.change(row.first)
            assert any(label and "OP" in label for label in (*change.old_labels, *change.new_labels))
    for sort, button in page.sorts.buttons.items():
        button.click()
        assert page.list.model().rowCount() == arrangement.sorts_had(operative=True)[sort]
        button.click()
    assert sum(arrangement.sorts(operative=True).values()) < sum(arrangement.sorts().values())


def test_a_sort_that_is_pressed_stays_so_where_the_operative_part_has_none_of_it(show: Show) -> None:
    meet = Paragraph(Kind.OPERATIVE, (Run("Decides to eradicate poverty in the region."),))
    act = Paragraph(Kind.OPERATIVE, (Run("Decides to eradicate hunger in the region."),))
    new = Paragraph(Kind.PREAMBULAR, (Run("Noting with deep concern the new crisis of energy,"),))
    page = show(compare(Draft((meet,)), Draft((new, act))))
    page.sorts.buttons[Sort.NEW].click()
    page.filters.operative.click()
    button = page.sorts.buttons[Sort.NEW]
    assert button.isChecked()
    assert button.accessibleName().startswith("Only new, 0")
    assert page.list.model().rowCount() == 0
    button.click()
    assert page.list.model().rowCount() == 1
    page.filters.operative.click()
    assert page.sorts.buttons[Sort.NEW].accessibleName() == "Only new, 1"


def test_a_sort_that_only_others_have_says_how_many_and_not_nought(show: Show) -> None:
    old = Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolution on migration and development,"),)),))
    new = Draft(
        (Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolutions on migration and growth"), Run(footnote=1))),),
        (Footnote(1, "1", (Run("A/60/1."),)),),
    )
    page = show(compare(old, new))
    assert page.sorts.buttons[Sort.FOOTNOTES].accessibleName() == "Only footnotes, 1 of the others"
    page.sorts.buttons[Sort.FOOTNOTES].click()
    assert page.list.model().rowCount() == 1


def test_what_is_said_in_words_goes_with_what_it_tells_of(show: Show, qtbot: QtBot) -> None:
    made = comparison()
    page = show(made)

    def another() -> None:
        page.show_comparison(compare(made.new, made.old), "A/C.2/80/L.50", "", "A/C.2/80/L.39", "")

    def columns() -> None:
        page.show_columns(in_columns([made]), [("A/C.2/80/L.39", ""), ("A/C.2/80/L.50", "")])

    def left() -> None:
        page.hide()
        page.show()

    for act in (another, columns, left):
        page.show_words([("L.50 against L.39", "OP1 is reworded.")])
        assert page.in_words.isVisible()
        act()
        assert not page.in_words.isVisible()


@pytest.mark.parametrize(("sentences", "scrolls"), [(3, False), (400, True)])
def test_what_is_said_in_words_stays_on_the_page_with_what_copies_it(
    show: Show, qapp: QApplication, sentences: int, scrolls: bool
) -> None:
    page = show(comparison())
    page.show_words([("From one to the other", "OP3 calls upon instead of inviting. " * sentences)])
    qapp.processEvents()
    said = page.in_words
    copy = said.copy
    panel = said.copy.parentWidget()
    assert panel is not None
    first = panel.geometry()
    said.close_panel()
    page.show_words([("From one to the other", "OP3 calls upon instead of inviting. " * sentences)])
    qapp.processEvents()
    assert panel.geometry() == first
    assert panel.rect().bottom() - copy.geometry().bottom() < 20
    assert page.rect().contains(copy.mapTo(page, copy.rect().bottomRight()))
    room = said.words.parentWidget()
    assert room is not None
    bar = next(one for one in said.findChildren(QScrollBar) if one.orientation() == Qt.Orientation.Vertical)
    beside = bar.mapTo(page, bar.rect().topLeft()).x() if scrolls else page.width()
    ends = said.words.contentsRect().topRight()
    assert said.words.mapTo(page, ends).x() < beside
    assert (said.words.height() > room.height()) is scrolls


def test_a_reference_that_means_another_paragraph_is_told_under_it(show: Show) -> None:
    body = ("Encourages Governments to prepare;", "Welcomes the outcome;", "Reaffirms the mandate of the group;")
    call = "Requests States to act under paragraph 1 above."

    def numbered(*texts: str) -> Draft:
        return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(n)) for n, text in enumerate(texts, 1)))

    page = show(compare(numbered(*body[:2], call), numbered(body[2], *body[:2], call)))
    row = next(
        n for n in page.view.arrangement.changes_of_substance if "reference" in page.view.arrangement.change(n).reasons
    )
    change = page.view.arrangement.change(row)
    assert sort_of(change) is Sort.REFERENCES
    assert plain(saying(change, page.view.arrangement.comparison)) == "“paragraph 1” is another now"
    assert page.sorts.buttons[Sort.REFERENCES].text() == "reference"
    lines = ["The reference to “paragraph 1” now means another paragraph", "It meant what is OP2 now"]
    for inline in (False, True):
        page.forms.part(int(inline)).click()
        at = page.view.row_of(row)
        assert at is not None
        said = [thing.text for thing in page.view.picture(at).things if isinstance(thing, Words)]
        assert [line for line in said if line in lines] == lines
    part = Part(page.view.arrangement.comparison, (page.view.arrangement.entries[row].change,), "a", "b")
    assert ", ".join(lines) in changes_as_plain([part])


def test_what_stands_elsewhere_in_a_joined_paragraph_is_told_under_it_in_its_column(show: Show) -> None:
    weirs = "mend weirs, sluices and locks before the spring flood and to report each leak of a bank to the keepers"
    mills = "address the want of clean water, which spoils bread, and to share all wells of the valley by turns"
    grew = mills.replace("spoils bread", "spoils bread and leads to sour beer in all the taverns of the lower valley")

    def calls(*texts: str) -> Draft:
        of = (Paragraph(Kind.OPERATIVE, (Run(f"{text};"),), number=str(n)) for n, text in enumerate(texts, 1))
        return Draft(tuple(of))

    old = calls(f"Calls upon all parishes to {weirs}", f"Calls upon all parishes to {mills}")
    page = show(compare(old, calls(f"Calls upon all parishes to {grew}, and in this regard to {weirs}")))
    expected = (
        "What OP2 said stands elsewhere in OP1: “and leads to sour beer in all the taverns of the lower valley” in"
    )
    for inline in (False, True):
        page.forms.part(int(inline)).click()
        (row,) = (at for at, one in enumerate(page.view.rows) if not one.fold)
        cell = page.view.columns().new
        lines = [thing for thing in page.view.picture(row).things if isinstance(thing, Words) and thing.x == cell.text]
        assert " ".join(line.text for line in lines) == expected
        assert all(QFontMetricsF(line.font).horizontalAdvance(line.text) <= cell.width for line in lines)
        assert inline or len(lines) > 1


def test_housekeeping_is_never_marked_inside_a_number() -> None:
    old, new = (Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides to meet in {years};"),), number="1"),))
                for years in ("2020-2025", "2020–2025"))  # fmt: skip
    (change,) = compare(old, new).changes
    assert change.weight == "housekeeping"
    assert [text for op, text in shown_words(change) if op != "equal"] == ["2020-2025", "2020–2025"]


@pytest.mark.parametrize("inline", [False, True])
def test_what_the_working_text_has_is_ticked_beside_the_paragraph_too(show: Show, inline: bool) -> None:
    page = show(comparison())
    view = page.view
    view.set_inline(inline)
    reworded = view.arrangement.changes_of_substance[0]
    view.go_to(reworded)
    row = view.row_of(reworded)
    assert row is not None

    def ticks() -> int:
        return sum(isinstance(thing, Sign) and thing.icon == "check-bold" for thing in view.picture(row).things)

    assert ticks() == 0
    page.show_taken({1: frozenset({view.arrangement.entries[reworded].change})})
    assert ticks() == 1
    assert view.picture(row).height >= 60
    view.go_to(view.arrangement.changes_of_substance[1])
    view.go_to(reworded)
    assert ", taken" in view.accessibleDescription().split("\n")[0]
    page.show_taken({})
    assert ticks() == 0


@pytest.mark.parametrize("width", [553, 640, 870, 960])
def test_no_word_of_the_bar_is_cut_beside_the_help(show: Show, width: int) -> None:
    page = show(RENUMBERED)
    page.resize(width, 600)
    QApplication.processEvents()
    sides, *others = (page.forms.part(place) for place in range(3))
    assert sides.isVisible() or not sides.isEnabled()
    assert all(part.isVisible() for part in others)
    for part in (sides, *others):
        assert part.isHidden() or part.width() >= part.sizeHint().width()
    assert page.bar.count.text() in ("2 changes", "")
    page.resize(1280, 800)
    QApplication.processEvents()
    assert sides.isVisible()
    assert page.bar.count.text() == "2 changes"
