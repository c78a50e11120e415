"""The merge page: what it asks, what an answer does to the result, and that nothing is settled by itself."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import Choice, merge
from tests.models.merging.test_never_silently import Words, changed, generated, text
from widgets.merge.answers import Answers
from widgets.merge.choice import MergeChoice, Text
from widgets.merge.columns import SideName
from widgets.merge.item_list import sum_words
from widgets.merge.laid import lay_out, unanswered
from widgets.merge.page import MergePage
from widgets.merge.pane import in_words
from widgets.merge.paragraphs import spoken
from widgets.merge.result import result_pieces, side_pieces
from widgets.merge.table import Choices, Item, MergeTable, merge_table
from widgets.paper.pieces import Mark
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

BASE = (
    "Invites the Secretary-General to consider designating an agency, by July 2025, to act as a focal point;",
    "Decides to review the matter again at its next session and to consider the report thereon;",
    "Calls upon all States to cooperate fully with the mechanism and to report on it in good time;",
    "Takes note of the report of the Secretary-General on the matter.",
)
OURS = (
    BASE[0].replace("Invites", "Reiterates its invitation to").replace("2025", "2026"),
    BASE[2].replace("all States", "all Member States"),
    BASE[3],
)
THEIRS = (
    BASE[0].replace("by July 2025", "no later than May 2027").replace("a focal", "the focal"),
    BASE[1].replace("next session", "eighty-first session"),
    BASE[2].replace("in good time", "every year"),
    BASE[3],
)


def draft(*texts: str) -> Draft:
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),)) for text in texts))


def table_of(
    base: tuple[str, ...] = BASE, ours: tuple[str, ...] = OURS, theirs: tuple[str, ...] = THEIRS
) -> MergeTable:
    return merge_table(merge(draft(*base), draft(*ours), draft(*theirs)))


def read(table: MergeTable, item: Item, choices: Choices) -> list[str]:
    """The result as it reads, without the names of sides and what is gone."""
    return [
        "".join(one.text for one in pieces if one.mark not in (Mark.SIDE, Mark.COUNT, Mark.REMOVED))
        for pieces in result_pieces(table, item, choices, lay_out(table, choices))
    ]


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


# The table


def test_counts_add_up_and_conflicts_come_in_their_order() -> None:
    table = table_of()
    assert table.counts.all == len(table.rows)
    assert sum_words(table) == "1 + 0 + 1 + 2"
    assert [(item.label, [one.kind for one in item.conflicts]) for item in table.conflicts] == [
        ("OP1", ["words"]),
        ("OP2", ["deleted"]),
    ]
    assert [item.label for item in table.combined] == ["OP3"]


@pytest.mark.parametrize("way", ["ours", "theirs", "base", "both"])
def test_a_settled_result_reads_as_the_merged_draft(way: str) -> None:
    table = table_of()
    choices = {one.key: Choice(way) for item in table.conflicts for one in item.conflicts}
    merged = table.merged(choices)
    assert not merged.open
    rows = {row.key: row for row in merged.rows}
    for item in table.items:
        expected = [merged.draft.paragraphs[at].text for at in rows[item.key].merged]
        assert [line for line in read(table, item, choices) if line] == expected, (item.label, way)


def test_words_written_by_hand_stand_in_the_result() -> None:
    table = table_of()
    item = table.conflicts[0]
    choices = {item.conflicts[0].key: Choice("written", "by June 2026")}
    assert "by June 2026" in read(table, item, choices)[0]
    assert "by June 2026" in table.merged(choices).draft.paragraphs[0].text


def test_what_a_side_put_in_has_its_name_and_an_open_place_shows_both() -> None:
    table = table_of()
    said = " ".join(spoken(pieces) for pieces in result_pieces(table, table.conflicts[0], {}, unanswered(table)))
    assert "ours: (added: Reiterates its invitation to)" in said
    assert "theirs: (added: the)" in said
    assert "not settled" in said
    assert "2026" in said
    assert "May 2027" in said


def test_a_whole_paragraph_leaves_the_other_side_out() -> None:
    table = table_of()
    item = table.combined[0]
    assert "every year" in read(table, item, {})[0]
    assert read(table, item, {item.key: Choice("ours")}) == [OURS[1]]


def test_the_columns_say_what_is_not_there() -> None:
    table = table_of()
    gone = table.conflicts[1]
    assert side_pieces(table, gone, 1) == ()
    assert "eighty-first" in spoken(side_pieces(table, gone, 2)[0])


# Answers


def test_each_answer_is_one_step_back(qapp: QApplication) -> None:
    table, answers = table_of(), Answers()
    first, second = table.conflicts
    assert answers.settle(first, 0, Choice("ours"))
    assert answers.settle(second, 0, Choice("theirs"))
    assert table.open(answers.choices) == 0
    answers.stack.undo()
    assert (first.settled(answers.choices), second.settled(answers.choices)) == (True, False)
    answers.stack.redo()
    assert table.open(answers.choices) == 0
    assert answers.ask_again(first)
    assert not first.settled(answers.choices)
    answers.stack.undo()
    assert first.settled(answers.choices)


def test_what_stays_open_is_left_in_brackets_as_one_step(qapp: QApplication) -> None:
    table, answers = table_of(), Answers()
    assert answers.leave_open(table.conflicts) == 2
    assert table.open(answers.choices) == 0
    assert answers.stack.count() == 1
    answers.stack.undo()
    assert table.open(answers.choices) == 2


def test_an_answer_that_does_not_fit_is_refused(qapp: QApplication) -> None:
    base = (*BASE, *(line.replace("the", "each") for line in BASE))
    first, rest = base[0], base[1:]
    table = table_of(base, (*rest[:3], first, *rest[3:]), (*rest, first))
    kinds = {one.kind: (item, at) for item in table.conflicts for at, one in enumerate(item.conflicts)}
    answers = Answers()
    item, at = kinds["moved"]
    assert not answers.settle(item, at, Choice("both"))
    assert answers.settle(item, at, Choice("theirs"))


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


@pytest.mark.parametrize(
    ("label", "words"),
    [("OP6", "Operative paragraph 6"), ("PP12", "Preambular paragraph 12"), ("footnote 3", "Footnote 3"), ("", None)],
)
def test_labels_in_words(label: str, words: str | None) -> None:
    assert in_words(label) == (words or "Without a number")


# Which texts


def test_the_choice_refuses_what_makes_no_sense(qtbot: QtBot, qapp: QApplication) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 700)
    ground.show()
    choice = MergeChoice(ground)
    texts = [Text("a", "First"), Text("b", "Second"), Text("c", "Base")]
    choice.ask(texts, "a", "", "")
    with qtbot.assertNotEmitted(choice.merge_wanted):
        choice.answer()
        choice.choose(1, "a")
        choice.answer()
        choice.choose(1, "b")
        choice.answer()
    assert choice.isVisible()
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


# What always holds

WORDS = st.sampled_from(
    ["decides", "invites", "States", "report", "session", "water", "urges", "peace", "review", "funds"]
)
LINES = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: " ".join(words).capitalize() + ";")


@st.composite
def edited(draw: st.DrawFn, base: tuple[str, ...]) -> tuple[str, ...]:
    """A side: some paragraphs of the base gone, some with other words, a new one here or there."""
    lines: list[str] = []
    for line in base:
        act = draw(st.sampled_from(("keep", "keep", "word", "more", "gone", "before")))
        if act == "before":
            lines.append(draw(LINES))
        words = line.split()
        if act == "word":
            words[draw(st.integers(0, len(words) - 1))] = draw(WORDS)
        if act == "more":
            words.insert(draw(st.integers(0, len(words) - 1)), draw(WORDS))
        if act != "gone":
            lines.append(" ".join(words))
    return tuple(lines or base)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_the_page_shows_is_what_is_kept(data: st.DataObject) -> None:
    base = tuple(data.draw(st.lists(LINES, min_size=1, max_size=4)))
    table = table_of(base, data.draw(edited(base)), data.draw(edited(base)))
    assert table.counts.all == len(table.rows)
    choices: dict[str, Choice] = {}
    for item in table.conflicts:
        for one in item.conflicts:
            choices[one.key] = Choice(data.draw(st.sampled_from([way for way in one.choices if way != "written"])))
    merged = table.merged(choices)
    assert not merged.open
    rows = {row.key: row for row in merged.rows if row.key}
    for item in table.items:
        expected = [merged.draft.paragraphs[at].text for at in rows[item.key].merged]
        shown = [line for line in read(table, item, choices) if line]
        assert [line.split() for line in shown] == [line.split() for line in expected]


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=60, deadline=None)
def test_so_it_is_of_every_kind_of_conflict(chance: Random) -> None:
    words = Words(chance)
    lines = generated(chance, words)
    base = text(lines)
    sides = text(changed(chance, lines, words.of("o"))), text(changed(chance, lines, words.of("t")))
    table = merge_table(merge(base, *sides))
    choices = {
        one.key: Choice(chance.choice([way for way in one.choices if way != "written"]))
        for item in table.conflicts
        for one in item.conflicts
    }
    kept = table.merged(choices)
    rows = {row.key: [kept.draft.paragraphs[at].text for at in row.merged] for row in kept.rows if row.key}
    for item in table.items:
        assert [line.strip() for line in read(table, item, choices) if line] == rows[item.key]
