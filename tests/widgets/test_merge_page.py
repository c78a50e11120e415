"""The merge page: what it asks, what an answer does to the result, and that nothing is settled by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.draft import labels
from models.merging import Choice, merge
from tests.models.comparison.small_drafts import draft
from tests.widgets.merge_drafts import BASE, clashing_texts, read, table_of
from tests.widgets.test_theme import contrast
from widgets.merge.choice import MergeChoice, Text
from widgets.merge.columns import SideName
from widgets.merge.item_list import LINE
from widgets.merge.laid import lay_out
from widgets.merge.page import MergePage
from widgets.merge.sentences import in_words
from widgets.merge.table import merge_table
from widgets.merge.told import NOT_THERE, Decided, told_of
from widgets.theme import style
from widgets.theme.controls import Button
from widgets.theme.focus import FocusRing
from widgets.theme.surfaces import Words

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NAMES = (SideName("A/RES/1"), SideName("Rev.1", "5 November"), SideName("Delegation B’s draft"))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[MergePage]:
    style.apply(qapp, "light")
    page = MergePage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.show_merge(table_of(), NAMES)
    yield page
    page.close()


# What is laid out anew

WATER, DATA, CITIES = (
    "Urges States to save water",
    " and to share all data by July",
    "Invites donors to help cities plan roofs",
)
CLAUSE = (
    (f"{WATER}{DATA};", f"{CITIES};", *BASE[1:]),
    (f"{WATER};", f"{CITIES}{DATA};", *BASE[1:]),
    (f"{WATER}{DATA.replace('July', 'August')};", f"{CITIES};", *BASE[1:]),
)


DUMPING, HEAD = "Dumping of waste in rivers;", "1. Decides that the following shall be prohibited:"
FISHING, NIGHT = "Fishing with explosives;", "Night fishing near the coast;"
ONE = draft(HEAD, f"(a) {DUMPING}", f"(b) {FISHING}", f"(c) {NIGHT}")
TWO = draft(
    HEAD, f"(a) {DUMPING}", "2. Also decides that the following shall be permitted:", f"(a) {FISHING}", f"(b) {NIGHT}"
)
MOVED = draft(HEAD, f"(a) {FISHING}", f"(b) {NIGHT}", f"(c) {DUMPING}")

LONG = [f"{one}{f' and {one} again' * 12}" for one in ("build a shelter", "plan a market")]
OF_MANY = tuple((f"{CITIES.removesuffix('plan roofs')}{said};", *BASE[1:]) for said in ("plan roofs", *LONG))


def result(page: MergePage) -> str:
    return page.pane.result.accessibleName()


def test_the_result_stands_until_the_text_is_laid_out_with_the_newest_answer(qtbot: QtBot, page: MergePage) -> None:
    table = table_of(*CLAUSE)
    page.show_merge(table, NAMES)
    before = result(page)
    with qtbot.waitSignal(page.layout_wanted):
        page.walk.answer(Choice("ours"))
    first = lay_out(table, page.walk.choices)
    assert result(page) == before
    assert page.complete
    page.walk.answer(Choice("theirs"))
    with qtbot.waitSignal(page.layout_wanted):
        page.take_layout(table, first)
    assert "not settled" not in result(page)
    assert "August" not in result(page)
    page.take_layout(table, lay_out(table, page.walk.choices))
    assert "August" in result(page)
    with qtbot.assertNotEmitted(page.layout_wanted):
        page.walk.go_to(page.table.conflicts[0].key)


def test_words_being_written_are_there_when_the_layout_comes(qtbot: QtBot, page: MergePage) -> None:
    table = table_of()
    page.show_merge(table, NAMES)
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    page.answer_row.field.setPlainText("by March")
    page.take_layout(table, lay_out(table, {}))
    assert page.answer_row.is_writing
    assert page.answer_row.field.toPlainText() == "by March"


def test_the_layout_of_another_merge_is_not_shown(page: MergePage) -> None:
    other = table_of(*CLAUSE)
    before = result(page)
    page.take_layout(other, lay_out(other, {}))
    assert result(page) == before


# The page


def test_keys_settle_and_undo_asks_again(qtbot: QtBot, page: MergePage) -> None:
    assert page.table is not None
    assert not page.foot.keep.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_2)
    assert page.pane.title.text() == "Operative paragraph 1"
    assert page.pane.left.text() == "settled"
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.pane.title.text() == "Operative paragraph 2"
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    assert page.complete
    assert page.foot.keep.isEnabled()
    assert "Deleted" not in page.foot.says.text()
    page.undo()
    assert not page.complete
    assert not page.foot.keep.isEnabled()
    assert "1 conflict to settle" in page.foot.says.text()
    page.redo()
    assert page.complete


def test_nothing_is_kept_while_something_is_open(qtbot: QtBot, page: MergePage) -> None:
    with qtbot.assertNotEmitted(page.keep_wanted):
        page._keep()
    page.leave_the_rest()
    with qtbot.waitSignal(page.keep_wanted):
        page.foot.keep.click()


def test_of_words_that_stand_at_two_places_the_words_alone_are_written(qtbot: QtBot, page: MergePage) -> None:
    page.show_merge(merge_table(merge(ONE, TWO, MOVED)), NAMES)
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    assert page.answer_row.field.toPlainText() == DUMPING


def test_words_are_written_by_hand(qtbot: QtBot, page: MergePage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    field = page.answer_row.field
    assert page.answer_row.is_writing
    field.setPlainText("before\nMarch 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert list(page.answers.choices.values()) == [Choice("written", "before March 2026")]
    assert not page.answer_row.is_writing
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.answer_row.is_writing
    assert len(page.answers.choices) == 1


def test_letters_typed_into_the_field_answer_nothing(qtbot: QtBot, page: MergePage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    qtbot.keyClicks(page.answer_row.field, "ot12b")
    assert page.answers.choices == {}


def test_the_base_folds_where_room_is_short(qtbot: QtBot, page: MergePage) -> None:
    base = page.pane.columns.sides[0]
    assert base.isVisible()
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: not base.isVisible())
    page.pane.columns.show_base.click()
    assert base.isVisible()


def test_a_long_paragraph_leaves_the_result_in_sight(qtbot: QtBot, page: MergePage) -> None:
    long = " ".join(f"and to consider item {number} of the list" for number in range(120))
    base = (f"Decides to meet in May {long};",)
    page.show_merge(table_of(base, (base[0].replace("May", "June"),), (base[0].replace("May", "July"),)), NAMES)
    qtbot.waitUntil(lambda: page.pane._box.height() > 90)
    bottom = page.pane._box.mapTo(page, page.pane._box.rect().bottomLeft()).y()
    assert bottom <= page.answer_row.mapTo(page, page.answer_row.rect().topLeft()).y()
    assert page.pane.result.height() > page.pane._box.height()


def test_what_each_side_says_is_read_whole_on_its_button(qtbot: QtBot, page: MergePage) -> None:
    base = ("Decides to meet in May, with the regional commissions;", *BASE[1:])
    many = " and with all organizations concerned" * 12
    page.show_merge(
        table_of(
            base,
            (
                base[0].replace("in May", "in the first week of June, in close consultation with all the members"),
                *BASE[1:],
            ),
            (base[0].replace("in May", f"in July{many}"), *BASE[1:]),
        ),
        NAMES,
    )
    row = page.answer_row
    assert row.ours.height() > Button("Ours").sizeHint().height()
    assert row.ours._lines is not None
    assert row.ours._lines.text() == row.ours.text()
    assert row.theirs._lines is not None
    assert row.theirs._lines.lineCount() == 4
    assert row.theirs._lines.text().endswith("…")
    for button in (row.ours, row.theirs):
        assert button.accessibleName() == button.text()
        assert button.width() < button.sizeHint().width(), "all of it is told where the pointer rests"
    assert many[1:] in row.theirs.text()
    page.resize(1280, 500)
    qtbot.waitUntil(lambda: row.theirs._lines is not None and row.theirs._lines.lineCount() == 2)


def test_an_arabic_text_is_merged(page: MergePage) -> None:
    base = ("تشجع جميع الدول الأعضاء على أن تنظر في المسألة في الدورة المقبلة وأن تقدم تقريرا عنها;",)
    ours, theirs = (
        (base[0].replace("المقبلة", "الحادية والثمانين"),),
        (base[0].replace("المقبلة", "الثانية والثمانين"),),
    )
    page.show_merge(table_of(base, ours, theirs), NAMES)
    assert page.table is not None
    assert len(page.table.conflicts) == 1
    page.walk.answer(Choice("theirs"))
    assert read(page.table, page.table.conflicts[0], page.answers.choices) == list(theirs)


def test_two_texts_that_do_not_clash_say_so(page: MergePage) -> None:
    page.show_merge(table_of(BASE, (*BASE[:3], BASE[3].replace("note", "full note")), BASE), NAMES)
    assert page.complete
    assert page.foot.keep.isEnabled()
    assert page.status()[0][0].words == "No conflict"
    why = next(one for one in page.findChildren(Words) if one.text().startswith("What both sides made"))
    assert why.height() >= why.heightForWidth(why.width())


def test_everything_has_a_name(page: MergePage) -> None:
    parts = [
        *(
            page.list,
            page.pane.result,
            page.answer_row.ours,
            page.answer_row.theirs,
            page.bar.back,
            page.bar.next,
            page.foot.keep,
        ),
        *(side.words for side in page.pane.columns.sides),
    ]
    for part in parts:
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name).strip(), part
    assert page.answer_row.accessibleName() == "Which words stand here?"
    model = page.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said[0] == "Conflicts, 0 of 2 settled"
    assert "not settled" in said[1]


def test_tab_goes_as_one_reads(qtbot: QtBot, page: MergePage) -> None:
    page.activateWindow()
    page.list.setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    row = page.answer_row
    wanted = [
        page.list,
        page.bar.others,
        page.pane.columns.sides[1].words,
        page.pane.result,
        row.ours,
        row.theirs,
        row.both,
        page.foot.rest,
    ]
    assert [one for one in seen if one in wanted] == wanted


def test_the_answer_that_was_given_is_seen_on_its_button(page: MergePage) -> None:
    row, walk = page.answer_row, page.walk
    shown = [one for one in row.buttons if one.isCheckable()]

    def given() -> list[str]:
        return [one.text().partition(":")[0] for one in shown if one.isChecked()]

    assert given() == []
    walk.answer(Choice("ours"))
    assert walk.item is not None
    walk.go_to(walk.item.key)
    assert given() == ["Ours"]
    row.theirs.click()
    assert given() == ["Theirs"]
    walk.answer_whole("ours")
    assert given() == ["All ours"]
    page.undo()
    assert given() == ["Theirs"]
    walk.ask_again()
    assert given() == []


def test_it_is_said_that_a_text_follows_where_that_takes_long(qtbot: QtBot, page: MergePage) -> None:
    table = table_of(*CLAUSE)
    page.show_merge(table, NAMES)
    page.walk.answer(Choice("ours"))
    assert page.pane.left.text() == "settled"
    qtbot.waitUntil(lambda: page.pane.left.text() == "the text follows in a moment")
    page.take_layout(table, lay_out(table, page.walk.choices))
    assert page.pane.left.text() == "settled"


# Which texts


def test_the_choice_refuses_what_makes_no_sense(qtbot: QtBot, qapp: QApplication) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 700)
    ground.show()
    choice = MergeChoice(ground)
    texts = [Text("a", "First"), Text("b", "Second"), Text("c", "Base")]
    choice.ask(texts, "a", "", "")
    asked = choice.height()
    assert asked >= choice.sizeHint().height()
    with qtbot.assertNotEmitted(choice.merge_wanted):
        choice.answer()
        choice.choose(1, "a")
        choice.answer()
        choice.choose(1, "b")
        choice.answer()
    assert choice.isVisible()
    assert choice.height() > asked  # what is wrong has a line
    choice.propose_base("c")
    with qtbot.waitSignal(choice.merge_wanted) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert told.args == ["a", "b", "c"]


def test_a_base_chosen_by_hand_stays(qtbot: QtBot, qapp: QApplication) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    choice = MergeChoice(ground)
    choice.ask([Text("a", "First"), Text("b", "Second"), Text("c", "Base")], "a", "b", "")
    choice.choose(2, "b")
    choice.propose_base("c")
    assert choice.key(2) == "b"


@pytest.mark.parametrize("look", ["light", "dark", "high contrast"])
def test_the_boxes_of_the_choice_are_seen_and_say_what_is_not_chosen(
    qtbot: QtBot, qapp: QApplication, look: str
) -> None:
    style.apply(qapp, look)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 700)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    choice = MergeChoice(ground)
    choice.ask([Text("a", "First", "of May"), Text("b", "Second, of May", "")], "a", "", "")
    ours, theirs, _ = choice.choices
    assert [ours.accessibleDescription(), theirs.accessibleDescription()] == ["", "No text chosen yet"]
    picture = theirs.grab().toImage()
    edge, inside = (picture.pixelColor(picture.width() // 2, y) for y in (0, 4))
    assert contrast(edge, inside) >= 3
    ring = ground.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry().contains(QRect(theirs.mapTo(ground, QPoint(0, 0)), theirs.size()))
    choice.choose(1, "b")
    assert theirs.accessibleDescription() == ""
    style.apply(qapp, "light")


def test_tab_goes_round_the_choice_and_stays_in_it(qtbot: QtBot, qapp: QApplication) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    choice = MergeChoice(ground)
    elsewhere = QLineEdit(ground)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    elsewhere.show()
    choice.ask([Text("a", "First"), Text("b", "Second")], "a", "", "")
    stops, seen = choice.stops, []
    for _ in range(len(stops)):
        seen.append(qapp.focusWidget())
        qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [*stops[2:], *stops[:2]]
    assert qapp.focusWidget() is seen[0]
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Backtab)
    assert qapp.focusWidget() is seen[-1]


# Going about

TWICE = (
    ("Urges States to save water by May and to meet in Oslo;", "Invites donors to help;", BASE[2], BASE[3]),
    ("Urges States to save water by June and to meet in Suva;", "Invites all donors to help;", BASE[2], BASE[3]),
    ("Urges States to save water by July and to meet in Apia;", "Invites new donors to help;", BASE[2], BASE[3]),
)


def at(page: MergePage) -> tuple[str, int | None]:
    assert page.walk.item is not None
    return page.walk.item.label, page.walk.place


def test_next_goes_to_what_is_not_settled_each_place_of_a_paragraph_too(qtbot: QtBot, page: MergePage) -> None:
    page.show_merge(table_of(*TWICE), NAMES)
    seen = []
    while not page.complete:
        seen.append(at(page))
        qtbot.keyClick(page.list, Qt.Key.Key_1)
        assert at(page) == seen[-1]
        qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert seen == [("OP1", 0), ("OP1", 1), ("OP2", 0)]
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert at(page) == seen[-1]
    page.undo()
    page.undo()
    assert at(page) == ("OP1", 1)


def test_next_and_previous_go_round_and_say_so(qtbot: QtBot, page: MergePage) -> None:
    page.show_merge(table_of(*TWICE), NAMES)
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert at(page) == ("OP2", 0)
    assert page.bar.count.text() == "2 of 2 paragraphs in conflict"
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert at(page) == ("OP1", 1)
    assert page.bar.count.text() == "Round to the first open: 1 of 2 paragraphs in conflict"
    qtbot.keyClick(page.list, Qt.Key.Key_P)
    assert at(page) == ("OP2", 0)
    assert page.bar.count.text() == "Round to the last open: 2 of 2 paragraphs in conflict"
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert at(page) == ("OP1", 0)


# How it lies

LONG = " and to report on it in good time to the body that has to decide on the matter" * 20


def test_whose_words_stand_where_stays_in_sight_and_no_line_is_cut(qtbot: QtBot, page: MergePage) -> None:
    texts = [(f"Urges States to save water by {month}{LONG};", *BASE[1:]) for month in ("May", "June", "July")]
    page.show_merge(table_of(*texts), NAMES)
    pane = page.pane
    bar = pane._sides.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    for side, name in zip(pane.columns.sides, NAMES, strict=True):
        assert name.title in side.head.title.text()
        assert not side.head.visibleRegion().isEmpty()
        assert side.head.mapTo(pane, side.head.rect().bottomLeft()).y() < pane._sides.y()
        assert side.head.mapTo(pane, side.head.rect().topLeft()).x() == side.mapTo(pane, side.rect().topLeft()).x()
    assert pane._sides.height() % 22 == 0
    assert (pane._box.height() - 18) % 26 == 0
    assert pane._box.height() < pane._box.height_for(pane.width() - 48)


def test_a_clash_at_the_end_of_a_long_paragraph_is_in_sight_whenever_one_comes_to_it(
    qtbot: QtBot, page: MergePage
) -> None:
    months = zip(("May", "June", "July"), ("March", "April", "August"), strict=True)
    said = [(f"Urges States to save water{LONG} by {one};", f"Invites donors to give by {two};") for one, two in months]
    page.show_merge(table_of(*[(*two, *BASE[1:]) for two in said]), NAMES)
    pane = page.pane
    sides = pane._sides

    def in_sight() -> bool:
        ours = pane.columns.sides[1].words
        mark = ours.first_mark("by June")
        assert mark is not None
        return sides.viewport().rect().contains(ours.mapTo(sides.viewport(), QPoint(0, round(mark) + 20)))

    qtbot.waitUntil(in_sight)
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_N)
        qtbot.keyClick(page.list, Qt.Key.Key_P)
        qtbot.waitUntil(in_sight)


def test_texts_from_right_to_left_have_the_base_at_the_right(qtbot: QtBot, page: MergePage) -> None:
    arabic = "تحيط علما بتقرير الأمين العام {}؛"
    page.show_merge(table_of(*((arabic.format(words),) for words in ("الأول", "الثاني", "الثالث"))), NAMES)
    qtbot.waitUntil(lambda: page.pane.columns.sides[0].x() > page.pane.columns.sides[2].x())
    page.show_merge(table_of(), NAMES)
    qtbot.waitUntil(lambda: page.pane.columns.sides[0].x() < page.pane.columns.sides[2].x())


def test_while_words_are_written_it_is_said_what_for_and_what_ends_it(qtbot: QtBot, page: MergePage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    assert page.answer_row.question.isVisible()
    assert page.answer_row._ends.isVisible()
    qtbot.keyClick(page.answer_row.field, Qt.Key.Key_Escape)
    assert not page.answer_row._ends.isVisible()


def test_where_there_is_no_room_the_result_keeps_a_line_and_the_foot_its_number(page: MergePage) -> None:
    texts = [(f"Urges States to save water by {month}{LONG};", *BASE[1:]) for month in ("May", "June", "July")]
    page.show_merge(table_of(*texts), NAMES)
    assert page.pane._box.fitting(600, 10) == 44
    assert page.pane._box.fitting(600, 10_000) == page.pane._box.height_for(600)
    says = page.foot.says
    says.resize(60, says.height())
    assert says.text() == "1 left"
    assert says.accessibleName().startswith("1 conflict to settle. Nothing is kept")


def test_list_head_and_what_is_told_have_the_numbers_of_one_text(qtbot: QtBot, page: MergePage) -> None:
    """Those of the text with the answers there are: of the result, once all is settled."""
    table = merge_table(merge(*clashing_texts()))
    page.show_merge(table, NAMES)
    told = 0
    for number in range(60):
        merged = table.merged(page.answers.choices)
        if number % 4 == 0 or page.complete:
            page.take_told(table, told_of(merged))
            names = labels(merged.draft)
            called = {row.key: [names[at] for at in row.merged[:1]] or [NOT_THERE] for row in merged.rows}
            assert page.table is not None
            for at, item in enumerate(page.table.conflicts, 1):
                (name,) = called.get(item.key, [None])
                if name is not None:
                    page.walk.go_to(item.key)
                    assert page.pane.title.text() == in_words(name)
                    model = page.list.model()
                    assert str(model.data(model.index(at, 0), LINE)).split(", ")[0] == name
            for one in (one for one in page.told.told if one.key):
                page.told.paragraph_wanted.emit(one.key)
                assert page.walk.item is not None
                assert page.walk.item.label in one.words
                told += 1
        if page.complete:
            break
        page.step(1)
        qtbot.keyClick(page.list, Qt.Key.Key_1 if number % 2 else Qt.Key.Key_2)
    assert page.complete
    assert told


def test_what_is_decided_elsewhere_does_not_end_the_writing(qtbot: QtBot, page: MergePage) -> None:
    assert page.table is not None
    table = page.table
    qtbot.keyClick(page.list, Qt.Key.Key_W)
    page.take_told(table, Decided((), {page.table.conflicts[0].key: "OP7"}))
    assert page.answer_row.is_writing
    assert page.pane.title.text() == "Operative paragraph 7"
    page.take_layout(table, lay_out(table, {}))
    assert page.pane.title.text() == "Operative paragraph 7"


def test_a_question_of_many_words_leaves_the_window_as_wide_as_it_was(page: MergePage) -> None:
    page.show_merge(table_of(*OF_MANY), NAMES)
    QApplication.processEvents()
    assert page.answer_row.ours.sizeHint().width() > page.width()
    assert page.width() == 1280
    page.resize(900, 800)
    QApplication.processEvents()
    assert page.width() == 900


@pytest.mark.parametrize("size", [(1016, 610), (720, 378)])
def test_what_is_asked_has_its_room_under_the_result_however_long_the_answers_are(
    qtbot: QtBot, page: MergePage, size: tuple[int, int]
) -> None:
    page.resize(*size)
    first = ("Urges States to save water by May;", f"{OF_MANY[0][0]}", *BASE[1:])
    ours = (first[0].replace("May", "June"), OF_MANY[1][0], *BASE[1:])
    theirs = (first[0].replace("May", "July"), OF_MANY[2][0], *BASE[1:])
    table = table_of(first, ours, theirs)
    page.show_merge(table, NAMES)
    QApplication.processEvents()
    row, seen = page.answer_row, page.pane.area.viewport()
    for item in (*table.conflicts, *reversed(table.conflicts)):
        page.walk.go_to(item.key)
        # No answer lies over another, and none below the edge.
        qtbot.waitUntil(lambda: row.height() >= row.minimumSizeHint().height())
        qtbot.waitUntil(lambda: row.mapTo(seen, row.rect().bottomLeft()).y() < seen.height())
    assert (page.width(), page.height()) == size
