"""Finding in the text and in all drafts: by keyboard, with what is said when there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.find.bar import FindBar
from widgets.find.preview import LONGEST_LABEL, PreviewModel, PreviewRow, laid_lines
from widgets.find.search_and_replace import Replacement, ReplacingPanel
from widgets.find.search_rows import OtherRow, SearchRow
from widgets.find.texts_preview import TextPlaces, TextsModel
from widgets.paper.snippet import Hit, SnippetLayout, lay_out, window
from widgets.writing.page import TextPage

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    made.resize(720, 60)
    made.show()
    return made


ROWS = [
    PreviewRow(f"OP{number}", Hit(f"the {number} dialogue", ((6, 14),)), Hit(f"the {number} debate", ((6, 12),)))
    for number in range(1, 4)
]


def test_every_change_asks_again(qtbot: QtBot, bar: FindBar) -> None:
    asked: list[tuple[object, ...]] = []
    bar.query_changed.connect(lambda *query: asked.append(query))
    bar.open("migrant")
    bar.case.click()
    bar.regex.click()
    bar.words.click()
    qtbot.keyClicks(bar.field, "x")
    assert asked == [
        ("migrant", False, False, False),
        ("migrant", False, True, False),
        ("migrant", True, True, False),
        ("migrant", True, True, True),
        ("x", True, True, True),
    ]


@pytest.mark.parametrize("width", [346, 400, 439, 440, 500, 720, 1280])
def test_nothing_in_it_is_cut_or_lies_over_another_however_narrow_it_is(qtbot: QtBot, width: int) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(1280, 400)
    bar = FindBar()
    bar.setParent(place)
    bar.setGeometry(0, 0, 1280, 300)
    place.show()
    bar.open("migration", replace=True)
    bar.show_count(3, 43)
    bar.show_preview(ROWS)
    bar.setGeometry(0, 0, width, 300)
    QApplication.processEvents()
    buttons = (bar.replace_button, bar.all_button, bar.preview_button)
    parts: list[QWidget] = [bar.field, bar.count, bar.previous, bar.next, bar.case, bar.words, bar.regex, *buttons]
    boxes = [QRect(one.mapTo(bar, QPoint(0, 0)), one.size()) for one in (*parts, bar.replacement, bar.close_button)]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.intersects(two)]
    assert all(bar.rect().contains(box) for box in boxes)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert bar.field.x() == bar.replacement.mapTo(bar, QPoint(0, 0)).x()


@pytest.mark.parametrize("room", [110.0, 140.0, 200.0, 400.0])
def test_what_would_be_replaced_is_seen_in_little_room(qapp: QApplication, room: float) -> None:
    words = "Sustainable development and international economic cooperation: "
    text, start = f"{words}international migration and development", len(words) + 14
    row = PreviewRow("", Hit(text, ((start, start + 9),)), Hit(text.replace("migration", "x"), ((start, start + 1),)))
    before, after = laid_lines(row, room, mirrored=False)
    assert ("migration" in before.said, before.shows_found, after.shows_found) == (True, True, True)
    assert before.said.split("migration")[0] == after.said.split("x")[0]


@pytest.mark.parametrize("replacing", [True, False])
def test_tab_goes_from_what_is_looked_for_to_what_stands_there_then(
    qtbot: QtBot, bar: FindBar, replacing: bool
) -> None:
    bar.open("migrant", replacing)
    bar.show_count(1, 2)
    bar.activateWindow()
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClick(bar.field, Qt.Key.Key_Tab)
    assert bar.focusWidget() is (bar.replacement if replacing else bar.previous)


def test_tab_comes_to_the_close_button_last(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("migrant", replace=True)
    bar.show_count(1, 2)
    bar.activateWindow()
    qtbot.waitUntil(bar.field.hasFocus)
    gone = []
    while bar.focusWidget() is not bar.close_button:
        QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
        gone.append(bar.focusWidget())
        assert len(gone) < 12
    beside = [bar.previous, bar.next, bar.case, bar.words, bar.regex]
    assert gone == [bar.replacement, *beside, bar.replace_button, bar.all_button, bar.preview_button, bar.close_button]


def test_a_button_that_has_nothing_left_to_do_gives_the_keyboard_to_the_words(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("migrant", replace=True)
    bar.show_count(1, 2)
    bar.activateWindow()
    bar.all_button.setFocus()
    qtbot.waitUntil(bar.all_button.hasFocus)
    bar.show_count(0, 0)
    assert bar.focusWidget() is bar.field


def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot, bar: FindBar) -> None:
    steps: list[int] = []
    bar.step.connect(steps.append)
    bar.open("a")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert steps == []
    bar.show_count(1, 2)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.next.click()
    bar.previous.click()
    assert steps == [1, -1, 1, -1]


@pytest.mark.parametrize(
    ("place", "places", "words"),
    [(3, 17, "3 of 17"), (0, 17, "17 places"), (0, 1, "1 place"), (1, 1, "1 of 1"), (0, 0, "Nothing found")],
)
def test_the_count_in_words(bar: FindBar, place: int, places: int, words: str) -> None:
    bar.open("a")
    bar.show_count(place, places)
    assert bar.count.text() == words
    assert bar.next.isEnabled() == (places > 0)
    assert bar.all_button.isEnabled() == (places > 0)


def test_a_bad_pattern_is_said_until_it_is_good(bar: FindBar) -> None:
    bar.open("(a")
    bar.show_count(1, 4)
    bar.show_error("The bracket is never closed.")
    assert bar.trouble.isVisible()
    assert bar.count.text() == ""
    assert not bar.next.isEnabled()
    bar.show_count(1, 4)
    assert not bar.trouble.isVisible()
    assert bar.next.isEnabled()


def test_selected_words_are_words_in_an_expression(bar: FindBar) -> None:
    bar.regex.click()
    bar.open("10 (a) + [b].")
    assert bar.field.text() == r"10 \(a\) \+ \[b\]\."
    bar.open("")
    bar.regex.click()
    assert bar.query[:2] == ("10 (a) + [b].", False)
    bar.regex.click()
    bar.field.setText(r"\(a\)")
    bar.regex.click()
    assert bar.field.text() == r"\(a\)"
    bar.open("10 (a) + [b].")
    assert bar.field.text() == "10 (a) + [b]."


def test_what_would_be_replaced_marks_its_first_place_for_keys_and_a_click_marks_its_own(
    qtbot: QtBot, bar: FindBar
) -> None:
    bar.open("dialogue", replace=True)
    bar.show_count(0, 3)
    bar.activateWindow()
    for reason, marked in ((Qt.FocusReason.MouseFocusReason, []), (Qt.FocusReason.TabFocusReason, [0])):
        bar.show_preview(ROWS)
        bar.field.setFocus()
        qtbot.waitUntil(bar.field.hasFocus)
        bar.preview.setFocus(reason)
        qtbot.waitUntil(bar.preview.hasFocus)
        assert [index.row() for index in bar.preview.selectedIndexes()] == marked
    qtbot.keyClick(bar.preview, Qt.Key.Key_Down)
    assert [index.row() for index in bar.preview.selectedIndexes()] == [1]


def test_replacing_leaves_out_what_is_not_ticked(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("dialogue", replace=True)
    bar.show_count(0, 3)
    qtbot.keyClicks(bar.replacement, "debate")
    with qtbot.waitSignal(bar.preview_wanted) as wanted:
        bar.preview_button.click()
    assert wanted.args == ["debate"]
    bar.show_preview(ROWS)
    assert bar.preview.isVisible()
    bar.preview.setFocus()
    bar.preview.setCurrentIndex(bar.places.index(1, 0))
    qtbot.keyClick(bar.preview, Qt.Key.Key_Space)
    assert bar.all_button.text() == "Replace 2"
    assert bar.places.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("left out")
    with qtbot.waitSignal(bar.replace_all) as replaced:
        qtbot.keyClick(bar.preview, Qt.Key.Key_Return)
    assert replaced.args == ["debate", frozenset({1})]
    assert not bar.preview.isVisible()


def test_a_click_on_the_box_flips_once(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("dialogue", replace=True)
    bar.show_count(0, 3)
    bar.show_preview(ROWS)
    place = bar.preview.visualRect(bar.places.index(0, 0)).topLeft()
    place.setX(20)
    place.setY(place.y() + 14)
    qtbot.mouseClick(bar.preview.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bar.places.left_out == {0}
    place.setX(300)
    qtbot.mouseClick(bar.preview.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bar.places.left_out == {0}


def test_nothing_is_replaced_where_all_is_left_out(bar: FindBar) -> None:
    bar.open("dialogue", replace=True)
    bar.show_count(0, 1)
    bar.show_preview(ROWS[:1])
    bar.places.setData(bar.places.index(0, 0), None, Qt.ItemDataRole.CheckStateRole)
    assert not bar.all_button.isEnabled()


def test_a_preview_of_other_words_goes(qtbot: QtBot, bar: FindBar) -> None:
    bar.open("dialogue", replace=True)
    bar.show_count(0, 3)
    bar.show_preview(ROWS)
    qtbot.keyClicks(bar.replacement, "d")
    assert not bar.preview.isVisible()
    with qtbot.waitSignal(bar.replace_all) as replaced:
        bar.all_button.click()
    assert replaced.args == ["d", frozenset()]


def test_escape_closes_from_everywhere(qtbot: QtBot, bar: FindBar) -> None:
    for widget in (bar.field, bar.replacement, bar.case, bar.close_button, bar.preview):
        bar.open("a", replace=True)
        bar.show_count(0, 3)
        bar.show_preview(ROWS)
        with qtbot.waitSignal(bar.closed):
            qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert not bar.isVisible()


def test_all_controls_of_the_bar_have_names(bar: FindBar) -> None:
    controls = (bar.field, bar.replacement, bar.previous, bar.next, bar.case, bar.words, bar.regex, bar.preview)
    assert all(control.accessibleName() for control in controls)


@pytest.mark.parametrize("text", ["short", "word " * 60, "كلمة " * 60, "x" * 500, "", "\U0001d11e" * 300])
def test_a_snippet_keeps_to_its_lines(qapp: QApplication, text: str) -> None:
    laid = SnippetLayout(Hit(text, ((0, 3),)), 300.0, 2)
    assert laid.lines <= 2
    assert laid.height == laid.lines * laid.lead


def test_the_window_of_a_hit_shows_it() -> None:
    text = "word " * 30 + "dialogue of the end"
    start = text.index("dialogue")
    seen = window(Hit(text, ((start, start + 8), (start + 12, start + 15))))
    (a, b), (c, d) = seen.places
    assert seen.text[a:b] == "dialogue"
    assert seen.text[c:d] == "the"
    assert len(seen.text) < len(text)
    assert window(Hit("dialogue", ((0, 8),))) == Hit("dialogue", ((0, 8),))


@pytest.mark.parametrize("width", [300.0, 520.0])
@pytest.mark.parametrize("before", [0, 8, 20, 60])
@pytest.mark.parametrize("letters", ["word ", "ελένη ", "мир и ", "سلام ", "\U0001f30d go "])
def test_what_was_found_is_seen_on_two_lines(qapp: QApplication, width: float, before: int, letters: str) -> None:
    text = f"{letters * before}dialogue {letters * 30}"
    start = text.index("dialogue")
    laid = lay_out(Hit(text, ((start, start + 8),)), width)
    assert laid.shows_found
    assert laid.lines == 2


def test_words_keep_their_beginning_where_what_was_found_is_seen_with_it(qapp: QApplication) -> None:
    hit = Hit("Urges all States to engage in a regional and a global dialogue of the end", ((54, 62),))
    assert hit.text[54:62] == "dialogue"
    assert lay_out(hit, 520).said == hit.text
    assert lay_out(hit, 200).said.startswith("…")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ReplacingPanel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 800)
    parent.show()
    yield ReplacingPanel(parent)
    parent.close()


RESULTS = [
    SearchRow("a", 6, "Rev.1", "OP7", Hit("the dialogue", ((4, 12),)), "14 November"),
    SearchRow("a", 9, "Rev.1", "OP10", Hit("a dialogue", ((2, 10),)), "14 November"),
    SearchRow("b", 2, "L.37", "PP3", Hit("dialogue", ((0, 8),))),
]


def test_search_asks_after_the_last_key(qtbot: QtBot, panel: ReplacingPanel) -> None:
    asked: list[str] = []
    panel.wanted.connect(asked.append)
    panel.open()
    assert "every draft" in panel.nothing.text()
    assert panel.nothing.isVisible()
    with qtbot.waitSignal(panel.wanted):
        qtbot.keyClicks(panel.field, "dialogue")
    assert asked == ["dialogue"]


def test_late_answers_are_dropped_and_nothing_is_said_in_words(panel: ReplacingPanel) -> None:
    panel.open("dialogue")
    panel.show_results("dia", RESULTS)
    assert panel.entries.rowCount() == 0
    panel.show_results("dialogue", RESULTS)
    assert panel.entries.rowCount() == len(RESULTS) + 2
    assert panel.beside.text() == "3 places in 2 drafts"
    panel.show_results("dialogue", RESULTS, more=True)
    assert panel.beside.text() == "3 places in 2 drafts, and more"
    panel.show_results("dialogue", [])
    assert panel.nothing.text() == "No draft here has “dialogue”."
    panel.show_results("dialogue", [], "Close the quotation marks.")
    assert panel.nothing.text() == "Close the quotation marks."


def test_arrows_and_enter_go_there(qtbot: QtBot, panel: ReplacingPanel) -> None:
    panel.open("dialogue")
    panel.show_results("dialogue", RESULTS)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.gone_to) as gone:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert gone.args == ["b", 2, "dialogue"]
    assert not panel.isVisible()


HELD = [
    SearchRow(
        "c", 6, "Rev.2", "OP7", Hit("the dialogue", ((4, 12),)), "20 November",
        (OtherRow("b", 5, "Rev.1", "14 November"), OtherRow("a", 4, "L.37")),
    ),
    SearchRow("c", 9, "Rev.2", "OP10", Hit("a dialogue", ((2, 10),)), "20 November"),
]  # fmt: skip


def said_rows(panel: ReplacingPanel) -> list[str]:
    rows = range(panel.entries.rowCount())
    return [str(panel.entries.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def test_the_other_drafts_that_have_a_wording_are_opened_from_its_row(qtbot: QtBot, panel: ReplacingPanel) -> None:
    panel.open("dialogue")
    panel.show_results("dialogue", HELD)
    assert said_rows(panel)[1] == "OP7, the dialogue, Rev.2, 20 November, in 3 drafts"
    assert len(said_rows(panel)) == 3
    assert panel.beside.text() == "4 places in 3 drafts"
    panel.field.end(False)
    qtbot.keyClick(panel.field, Qt.Key.Key_Right)
    assert said_rows(panel)[2:4] == ["also in Rev.1, 14 November", "also in L.37"]
    qtbot.keyClick(panel.field, Qt.Key.Key_Left)
    assert len(said_rows(panel)) == 3
    index = panel.entries.index(1, 0)
    place = panel.list.visualRect(index).bottomLeft()
    place.setX(place.x() + 140)
    place.setY(place.y() - 10)
    panel.field.end(False)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(said_rows(panel)) == 5
    qtbot.keyClick(panel.field, Qt.Key.Key_Down, delay=0)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.gone_to) as gone:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert gone.args == ["a", 4, "dialogue"]


def test_results_speak(panel: ReplacingPanel) -> None:
    panel.open("dialogue")
    panel.show_results("dialogue", RESULTS)
    said = [
        panel.entries.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(panel.entries.rowCount())
    ]
    assert said[:2] == ["Rev.1, 14 November", "OP7, the dialogue, Rev.1, 14 November"]


def place(label: str, left: str = "") -> PreviewRow:
    at = len(left)
    return PreviewRow(label, Hit(f"{left}aid", ((at, at + 3),)), Hit(f"{left}help", ((at, at + 4),)))


PLACES = (
    TextPlaces("Rev.1", (place("OP1", "of "), place("OP2"))),
    TextPlaces("Working text on Rev.2", (place("OP1"),), written=True),
)


def test_a_text_is_left_out_with_all_its_places_and_taken_again() -> None:
    model, box = TextsModel(), Qt.ItemDataRole.CheckStateRole
    model.show_texts(PLACES)

    def flipped(row: int) -> list[object]:
        model.setData(model.index(row, 0), None, box)
        return [model.index(at, 0).data(box) for at in range(model.rowCount())]

    on, some, off = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
    assert flipped(1) == [some, off, on, on, on]
    assert flipped(0) == [off, off, off, on, on]
    assert (model.left_out, model.taken) == ((frozenset({0, 1}), frozenset()), (0, 1))
    assert flipped(0) == [on, on, on, on, on]
    assert flipped(4) == [on, on, on, off, off]


def test_places_to_replace_are_shown_until_something_else_is_asked_for(qtbot: QtBot, panel: ReplacingPanel) -> None:
    panel.let_replace(True)
    panel.open("aid")
    panel.show_results("aid", RESULTS)
    panel.replacing.field.setText("help")
    with qtbot.waitSignal(panel.places_wanted) as asked:
        qtbot.keyClick(panel.replacing.field, Qt.Key.Key_Return)
    (wanted,) = asked.args
    assert wanted == Replacement("aid", "help")
    panel.show_places(Replacement("aid", "hel"), PLACES)
    assert not panel.places.isVisible()
    panel.show_places(wanted, PLACES, "Older drafts stay.")
    assert panel.places.isVisible()
    assert panel.entries.rowCount() == 0
    assert panel.beside.text() == "3 places in 1 draft and the text you write"
    panel.show_results("aid", RESULTS)  # late
    assert panel.entries.rowCount() == 0
    panel.replacing.case.click()
    assert not panel.places.isVisible()
    with qtbot.waitSignal(panel.wanted):
        pass
    panel.show_results("aid", RESULTS)
    assert panel.entries.rowCount() > 0


def test_an_expression_is_looked_for_by_preview_alone(qtbot: QtBot, panel: ReplacingPanel) -> None:
    panel.let_replace(True)
    panel.open("a.d")
    panel.show_results("a.d", RESULTS)
    panel.replacing.regex.click()
    assert panel.entries.rowCount() == 0
    assert panel.nothing.text().startswith("Preview shows")
    with qtbot.assertNotEmitted(panel.wanted, wait=200):
        pass
    panel.let_replace(False)
    panel.open("a.d")
    with qtbot.waitSignal(panel.wanted):
        pass


def test_a_click_within_the_panel_does_not_close_it(qtbot: QtBot, panel: ReplacingPanel) -> None:
    panel.let_replace(True)
    panel.open("aid")
    qtbot.mouseClick(panel.nothing, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.rect().bottomLeft())
    assert not panel.isVisible()


def test_the_words_of_all_places_begin_below_one_another_whatever_their_labels() -> None:
    preview, texts = PreviewModel(), TextsModel()
    preview.show_rows((place("OP1"), place("Masthead line")))
    texts.show_texts((TextPlaces("Rev.1", (place("OP1"),)), TextPlaces("Rev.2", (place("Masthead line"),))))
    assert {preview.index(row, 0).data(LONGEST_LABEL) for row in (0, 1)} == {"Masthead line"}
    assert {texts.index(row, 0).data(LONGEST_LABEL) for row in (1, 3)} == {"Masthead line"}
    painted: list[tuple[int, int]] = []
    preview.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    preview.name({1: "OP2"})
    assert preview.index(0, 0).data(LONGEST_LABEL) == "OP1"
    preview.name({1: "OP3"})
    assert painted == [(0, 1), (1, 1)], "all are painted anew where the words of all begin elsewhere"


@pytest.mark.parametrize("height", [370, 420, 600, 900])
@pytest.mark.parametrize("places", [1, 30])
@pytest.mark.parametrize("remark", ["", "Other texts being written are left alone: text on Vice-Chairman’s text. " * 3])
def test_of_what_would_be_replaced_in_all_drafts_the_button_is_in_sight_in_any_window(
    panel: ReplacingPanel, height: int, places: int, remark: str
) -> None:
    parent = panel.parentWidget()
    assert parent is not None
    parent.resize(695, height)
    panel.let_replace(True)
    panel.open("dialogue")
    panel.replacing.field.setText("debate")
    texts = tuple(TextPlaces(f"Rev.{number}", (place("OP1"), place("OP2", "of "))) for number in range(places))
    panel.show_places(panel.replacement, texts, remark)
    QApplication.processEvents()
    for part in (panel.places.button, panel.places.remark, panel.replacing.field, panel.keys):
        box = QRect(part.mapTo(parent, QPoint(0, 0)), part.size())
        assert not part.isVisible() or parent.rect().contains(box), part


@pytest.mark.parametrize("height", [294, 340, 800])
def test_the_places_in_the_text_give_way_where_the_window_is_low(qtbot: QtBot, qapp: QApplication, height: int) -> None:
    window, page, bar = QWidget(), TextPage(), FindBar()
    qtbot.addWidget(window)
    page.setParent(window)
    page.set_bar(bar)
    page.setGeometry(0, 0, 695, height)
    window.show()
    bar.open("dialogue", replace=True)
    bar.show_count(0, 90)
    bar.show_preview(ROWS * 30)
    bar.show_opened(bar.replacement.text(), [frozenset({0})])
    qapp.processEvents()
    parts = [bar.field, bar.replacement, bar.preview, bar.remark]
    boxes = [QRect(one.mapTo(page, QPoint(0, 0)), one.size()) for one in parts]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.intersects(two)]
    assert bar.remark.isVisible()
    assert bar.preview.height() >= 2 * bar.preview.sizeHintForRow(0)
    assert (bar.preview.height() == 300) is (height == 800)
    assert all(page.rect().contains(box) for box in boxes)
