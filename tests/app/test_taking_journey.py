"""Changes taken into the working text from the compare page, refused, undone; copied and printed."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.compare.taken_shown import done_in_words
from app.window.window import Window
from models.clipboard.own import MIME
from models.dossier import Dossier
from models.draft import Run
from models.editing.edit import Selection
from tests.app.at_the_keys import node
from tests.app.conftest import OLD
from widgets.compare.beside.change_list import LABELS
from widgets.compare.changes.chosen import one_of
from widgets.compare.page import ComparePage
from widgets.paper.picture import Words

WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")


@pytest.fixture
def kept(qtbot: QtBot, window: Window, files: list[Path]) -> Window:
    """The window over a dossier of three drafts."""
    window.take_files(files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    rest(qtbot, window)
    return window


def rest(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is under way, and nothing that follows from it either."""
    quiet = 0
    while quiet < 4:
        qtbot.wait(15)
        quiet = 0 if window.background.tasks else quiet + 1


def write_on(qtbot: QtBot, window: Window, place: int) -> None:
    window.drafting.writing.begin(node(window, place))
    qtbot.waitUntil(lambda: window.going.writes, timeout=WAIT)
    rest(qtbot, window)


def compare(qtbot: QtBot, window: Window, old: int, new: int) -> None:
    window.comparing.drafts(node(window, old), node(window, new))
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    rest(qtbot, window)


def written(window: Window) -> list[str]:
    assert window.going.working is not None
    return [entry.text for entry in window.going.working.text.entries]


def said(window: Window) -> str:
    return window.status_bar.said.text()


def act(qtbot: QtBot, window: Window, name: str) -> None:
    assert window.acts[name].isEnabled()
    window.acts[name].trigger()
    rest(qtbot, window)


def test_a_paragraph_is_taken_and_taking_it_is_undone_from_the_compare_page(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    before = written(window)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_T)
    rest(qtbot, window)
    after = written(window)
    assert "Welcomes the report of the Secretary-General;" in after
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert said(window) == "OP1 put into the text."
    assert window.status_bar.undo_button.isVisible()
    window.status_bar.undo_button.click()
    rest(qtbot, window)
    assert written(window) == before
    act(qtbot, window, "redo")
    assert written(window) == after
    window.acts["undo"].trigger()
    assert written(window) == after, "it may be all that changed alike, and is worked out aside"
    rest(qtbot, window)
    assert written(window) == before
    assert said(window) == "Undone: Take OP1"


def take_next(qtbot: QtBot, window: Window) -> list[str]:
    """Write on from the first draft, and take the first change to the next one; the text as it was before."""
    write_on(qtbot, window, 0)
    before = written(window)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(window.pages.compare.view, Qt.Key.Key_N)
    qtbot.keyClick(window.pages.compare.view, Qt.Key.Key_T)
    rest(qtbot, window)
    return before


def test_what_is_typed_before_an_undoing_lands_is_not_undone(qtbot: QtBot, kept: Window) -> None:
    window, sheet = kept, kept.pages.text.sheet
    take_next(qtbot, window)
    window.acts["undo"].trigger()
    window.acts["go_text"].trigger()
    qtbot.keyClicks(sheet, "X")
    typed = written(window)
    rest(qtbot, window)
    assert written(window) == typed
    assert said(window) == "The text has changed meanwhile, and nothing was done; do it again."
    # Nor is a text said to be what it is not that was closed before.
    window.acts["go_compare"].trigger()
    rest(qtbot, window)
    window.acts["undo"].trigger()
    window.desk.close()
    rest(qtbot, window)
    assert not said(window).startswith("Undone")


@pytest.mark.parametrize("leave", ["close_dossier", "the window"])
def test_what_is_undone_or_taken_is_waited_for_where_the_text_is_left(qtbot: QtBot, kept: Window, leave: str) -> None:
    window, path = kept, kept.desk.path
    assert path is not None
    before = take_next(qtbot, window)
    taken = written(window)
    assert taken != before
    qtbot.waitUntil(lambda: window.drafting.writing.journaling.written, timeout=WAIT)
    for name in ("undo", "redo", "undo"):
        window.acts[name].trigger()
    text = window.drafting.writing.open
    assert text is not None
    assert window.going.working is text
    window.acts["close_dossier"].trigger() if leave == "close_dossier" else window.close()
    assert [entry.text for entry in text.text.entries] == before
    rest(qtbot, window)
    with Dossier.open(path) as dossier:
        (row,) = dossier.working_texts()
        assert [entry.text for entry in dossier.recover(row.id).entries] == before


def test_an_undoing_that_waits_undoes_what_was_last_at_the_key(qtbot: QtBot, kept: Window) -> None:
    window, sheet = kept, kept.pages.text.sheet
    take_next(qtbot, window)
    # Something is under way, so that the wish waits.
    go = threading.Event()
    window.of_comparisons.taking._run(
        lambda _task: go.wait(), lambda _none: None, window.background.report.trouble, "Comparing"
    )
    window.acts["undo"].trigger()
    window.acts["go_text"].trigger()
    qtbot.keyClicks(sheet, "Yy")
    typed = written(window)
    go.set()
    rest(qtbot, window)
    assert written(window) == typed
    assert said(window) == "The text has changed meanwhile, and nothing was done; do it again."


def listed(window: Window) -> list[str]:
    """What the list of changes says under each."""
    model = window.pages.compare.panel.list.model()
    return [str(model.index(row, 0).data(LABELS)) for row in range(model.rowCount())]


def test_the_list_tells_which_changes_the_text_has(qtbot: QtBot, kept: Window) -> None:
    write_on(qtbot, kept, 0)
    compare(qtbot, kept, 0, 1)
    assert not [line for line in listed(kept) if line.endswith(" · taken")]
    qtbot.keyClick(kept.pages.compare.view, Qt.Key.Key_N)
    act(qtbot, kept, "take_change")
    assert [line for line in listed(kept) if line.endswith(" · taken")] == [listed(kept)[0]]
    act(qtbot, kept, "undo")
    assert not [line for line in listed(kept) if line.endswith(" · taken")]


def test_what_came_along_with_another_change_is_told_so(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    window, page = kept, kept.pages.compare
    longer = tmp_path / "longer.txt"
    longer.write_text(
        OLD.replace("1. Takes note", "1. Urges all States to finance the fund in full;\n\n2. Takes note").replace(
            "2. Decides", "3. Decides"
        ),
        "utf-8",
    )
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    assert window.going.compared is not None
    window.comparing.instead(window.going.compared, "new", longer)
    rest(qtbot, window)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    assert said(window) == "OP1 put into the text."
    before = written(window)
    comparison = window.going.compared.comparison
    number = next(number for number, change in enumerate(comparison.changes) if change.new_labels == ("OP2",))
    window.of_comparisons.taking.take_this(one_of(comparison, number), refused=False)
    rest(qtbot, window)
    assert written(window) == before
    assert said(window) == "OP2 reads so already; it came with OP1; it counts as taken now."
    assert window.going.working is not None
    one, step = one_of(comparison, number), window.going.working.text.undo_list.done[-1]
    assert one is not None
    two = replace(one, changes={number: None, number - 1: None}, said="2 moved paragraphs")
    assert done_in_words(two, False, replace(step, told="")) == "2 moved paragraphs read so already."


def test_what_the_text_says_already_changes_nothing_and_is_said(qtbot: QtBot, kept: Window) -> None:
    write_on(qtbot, kept, 1)
    compare(qtbot, kept, 0, 1)
    before = written(kept)
    qtbot.keyClick(kept.pages.compare.view, Qt.Key.Key_N)
    act(qtbot, kept, "take_change")
    assert written(kept) == before
    assert said(kept) == "The text says so already; nothing was changed."


def test_only_a_place_of_words_is_taken(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 2)
    for _ in range(2):
        qtbot.keyClick(page.view, Qt.Key.Key_N)
    places = page.view.places()
    assert places
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.place == 0
    qtbot.keyClick(page.view, Qt.Key.Key_T)
    rest(qtbot, window)
    assert said(window) == "Words of OP2 taken out of the text."
    assert written(window)[-1] not in ("Decides to meet [in 2005] [in 2006].", "Decides to meet in 2007.")
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.view.place is None


def test_the_working_text_on_a_side_is_compared_again_and_the_next_change_is_current(
    qtbot: QtBot, kept: Window
) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    act(qtbot, window, "compare_working")
    assert window.going.compared is not None
    assert not window.going.compared.comparison.differs
    window.comparing.instead(window.going.compared, "old", node(window, 1))
    rest(qtbot, window)
    compared = window.going.compared
    assert compared.new.working is not None
    assert len(page.view.arrangement.changes_of_substance) == 2
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_R)
    rest(qtbot, window)
    assert window.going.compared is not compared
    assert len(page.view.arrangement.changes_of_substance) == 1
    assert page.view.current == page.view.arrangement.changes_of_substance[0]
    assert said(window) == "OP1 refused; the text has it as it was."
    act(qtbot, window, "undo")
    assert len(page.view.arrangement.changes_of_substance) == 2


def test_a_deletion_refused_against_the_draft_written_on_is_none_any_more(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    before = written(window)
    working = window.going.working
    assert working is not None
    with working.text.step("Delete", Selection.at(3, 0)) as step:
        step.replace(3, 4, [])
    act(qtbot, window, "compare_working")
    assert len(page.view.arrangement.changes_of_substance) == 1
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_R)
    rest(qtbot, window)
    assert written(window) == before
    assert window.going.compared is not None
    assert not window.going.compared.comparison.differs


@pytest.mark.parametrize("side", ["old", "new"])
def test_both_heads_offer_the_working_text(qtbot: QtBot, kept: Window, side: str) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    (page.heads.old if side == "old" else page.heads.new).click()
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    assert window.going.working is not None
    title = window.going.working.title
    next(action for action in menu.actions() if action.text() == title).trigger()
    menu.close()
    rest(qtbot, window)
    assert window.going.compared is not None
    assert getattr(window.going.compared, side).working is not None
    assert getattr(page.heads, side).text() == title


def test_keys_pressed_at_once_are_heeded_one_after_another(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    act(qtbot, window, "compare_working")
    assert window.going.compared is not None
    window.comparing.instead(window.going.compared, "old", node(window, 1))
    rest(qtbot, window)
    for _ in range(len(page.view.arrangement.changes_of_substance)):
        qtbot.keyClick(page.view, Qt.Key.Key_N)
        qtbot.keyClick(page.view, Qt.Key.Key_R)
    rest(qtbot, window)
    assert not page.view.arrangement.changes_of_substance
    assert written(window)[-2:] == [
        "Welcomes the report of the Secretary-General;",
        "Decides to meet in 2006.",
    ]


@pytest.mark.parametrize("pause", [0, 30])
def test_a_key_means_what_was_chosen_when_it_was_pressed(qtbot: QtBot, kept: Window, pause: int) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    before = written(window)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    first = page.chosen()
    for key in (Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_N):
        qtbot.keyClick(page.view, key)
        qtbot.wait(pause)
    rest(qtbot, window)
    assert first is not None
    (number,) = first.changes
    new = [first.comparison.new.paragraphs[at].text for at in first.comparison.changes[number].new]
    old = [first.comparison.old.paragraphs[at].text for at in first.comparison.changes[number].old]
    assert written(window) == [new[old.index(text)] if text in old else text for text in before]


@pytest.mark.parametrize("starts", ["Decides", "Takes"])
def test_what_is_taken_lands_though_somebody_writes_on(qtbot: QtBot, kept: Window, starts: str) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    sheet = window.pages.text.sheet
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    chosen = page.chosen()
    assert chosen is not None
    qtbot.keyClick(page.view, Qt.Key.Key_T)
    window.acts["go_text"].trigger()
    at = next(at for at, text in enumerate(written(window)) if text.startswith(starts))
    place = len(written(window)[at]) - 1
    sheet.select(Selection.at(at, place))
    typed = ""
    while not any(text.startswith("Welcomes the report") for text in written(window)):
        assert len(typed) < 100, "begun again at every key"
        qtbot.keyClick(sheet, "x")
        typed += "x"
        qtbot.wait(2)
    rest(qtbot, window)
    text = written(window)[at]
    assert text[:-1].endswith(typed)
    assert text.startswith("Decides to meet" if starts == "Decides" else "Welcomes the report of")
    assert sheet.selection() == Selection.at(at, len(text) - 1)


def test_a_paragraph_that_is_gone_is_taken_out(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    window, page = kept, kept.pages.compare
    shorter = tmp_path / "shorter.txt"
    shorter.write_text(OLD.replace("1. Takes note of the report of the Secretary-General;\n\n2.", "1."), "utf-8")
    write_on(qtbot, window, 0)
    window.comparing.drafts(node(window, 0), node(window, 1))
    rest(qtbot, window)
    assert window.going.compared is not None
    window.comparing.instead(window.going.compared, "new", shorter)
    rest(qtbot, window)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    assert not [text for text in written(window) if text.startswith("Takes note")]
    assert said(window) == "The former OP1 taken out of the text."  # what was OP2 is OP1 now


def test_what_is_written_while_it_is_worked_out_is_not_lost(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    window.of_comparisons.taking.take()
    assert window.going.working is not None
    text = window.going.working.text
    last = len(text.entries) - 1
    with text.step("Write", Selection.at(last)) as step:
        paragraph = replace(text.entries[last].paragraph, runs=(Run("Decides to meet in good time."),))
        step.put(last, replace(text.entries[last], paragraph=paragraph))
    rest(qtbot, window)
    assert "Welcomes the report of the Secretary-General;" in written(window)
    assert written(window)[-1] == "Decides to meet in good time."


def test_letters_typed_into_a_field_over_the_page_take_nothing(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    before = written(window)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    act(qtbot, window, "jump")
    field = window.jumping.palette.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "trw")
    rest(qtbot, window)
    assert field.text() == "trw"
    assert written(window) == before
    assert not page.in_words.isVisible()
    window.jumping.palette.close_popover()
    act(qtbot, window, "keys")
    qtbot.keyClick(window.keys, Qt.Key.Key_T)
    rest(qtbot, window)
    assert written(window) == before


def test_undo_pressed_at_once_waits_for_what_it_undoes(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    before = written(window)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    window.acts["take_change"].trigger()
    window.acts["undo"].trigger()
    rest(qtbot, window)
    assert said(window) == "Undone: Take OP1"
    assert written(window) == before


def test_all_that_changed_alike_are_one_step(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    before = written(window)
    compare(qtbot, window, 0, 2)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    chosen = page.chosen(all_of_kind=True)
    assert chosen is not None
    assert chosen.name == "all 2 reworded paragraphs"
    act(qtbot, window, "take_alike")
    assert written(window) != before
    assert said(window) == "2 reworded paragraphs put into the text."
    act(qtbot, window, "refuse_alike")
    assert said(window) == "2 reworded paragraphs refused; the text has them as they were."
    act(qtbot, window, "undo")
    act(qtbot, window, "undo")
    assert written(window) == before


def test_without_a_working_text_it_is_said_and_begun(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    notice = next(line.notice for line in window.notices.shown if line.notice.topic == "taking")
    assert notice.words == "Changes are taken into a working text, and none is open."
    assert window.desk.listing is not None
    first = window.desk.listing.nodes[-1].label
    dict(notice.acts)[f"Write on from {first}"]()
    qtbot.waitUntil(lambda: window.going.working is not None, timeout=WAIT)
    rest(qtbot, window)
    assert window.going.place == "compare"
    assert "Welcomes the report of the Secretary-General;" in written(window)
    assert not [line for line in window.notices.shown if line.notice.topic == "taking"]


def test_what_is_said_of_a_change_does_not_go_to_another_page(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    act(qtbot, window, "take_change")
    assert [line for line in window.notices.shown if line.notice.topic == "taking"]
    act(qtbot, window, "go_dossier")
    assert not [line for line in window.notices.shown if line.notice.topic == "taking"]


def test_the_menu_says_in_words_what_it_takes(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    page.view.menu_wanted.emit(page.view.mapToGlobal(page.view.rect().center()))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    lines = {action.text(): action for action in menu.actions()}
    assert {"Take these words of OP1", "Refuse these words of OP1", "Take all of OP1"} <= set(lines)
    lines["Take all of OP1"].trigger()
    menu.close()
    rest(qtbot, window)
    assert "Welcomes the report of the Secretary-General;" in written(window)


def test_a_cell_of_columns_is_taken_against_the_column_before(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 1)
    compare(qtbot, window, 0, 2)
    page.forms.part(2).click()
    qtbot.waitUntil(lambda: window.going.columned is not None, timeout=WAIT)
    rest(qtbot, window)
    for _ in range(2):
        qtbot.keyClick(page.reading, Qt.Key.Key_N)
    page.pane.view.go_to_column(2)
    # The text was begun from the second draft: what came with that it has.
    assert cells_told_taken(page) == [(row, 1) for row, _ in cells_told_taken(page)]
    before = cells_told_taken(page)
    page.take.click()
    rest(qtbot, window)
    assert written(window)[-1] == "Decides to meet in 2007."
    assert said(window) == "OP2 put into the text."
    # The cell says that it is, to the eye and to a screen reader; going away and back it says so still.
    at = page.pane.view.current
    assert at is not None
    assert set(cells_told_taken(page)) == {*before, (at, 2)} - {(at, 1)}
    qtbot.keyClick(page.reading, Qt.Key.Key_Left)
    qtbot.keyClick(page.reading, Qt.Key.Key_Right)
    assert ", taken" in page.pane.view.accessibleDescription()
    act(qtbot, window, "undo")
    assert cells_told_taken(page) == before
    act(qtbot, window, "redo")
    assert set(cells_told_taken(page)) == {*before, (at, 2)} - {(at, 1)}


def cells_told_taken(page: ComparePage) -> list[tuple[int, int]]:
    """The cells of the columns, by row and column, of which it is said that the text has what changed."""
    view = page.pane.view
    lane = view.lanes().lane
    return [
        (row.first, int(thing.x // lane))
        for at, row in enumerate(view.rows)
        if not row.fold
        for thing in view.picture(at).things
        if isinstance(thing, Words) and thing.text == "taken"
    ]


def test_columns_with_the_working_text_follow_what_is_taken(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    compare(qtbot, window, 0, 2)
    page.forms.part(2).click()
    rest(qtbot, window)
    page.pane.heads.names[0].click()
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert window.going.working is not None
    title = window.going.working.title
    next(action for action in menu.actions() if action.text() == title).trigger()
    menu.close()
    rest(qtbot, window)
    assert window.going.columned is not None
    before = window.going.columned
    qtbot.keyClick(page.reading, Qt.Key.Key_N)
    row, column = page.pane.view.current, page.pane.view.column
    assert column == 1
    act(qtbot, window, "take_change")
    assert said(window) == "OP1 put into the text."
    assert window.going.columned is not before
    assert window.going.columned.columns.comparisons[1] is before.columns.comparisons[1]
    # The next row that differs is the current one.
    assert page.pane.view.current is not None
    assert row is not None
    assert page.pane.view.current > row
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.name == "OP2"
    changes = len(page.pane.view.order.changes(page.pane.view.shown))
    act(qtbot, window, "undo")
    assert len(page.pane.view.order.changes(page.pane.view.shown)) == changes + 1


def test_the_comparison_follows_when_the_text_was_written_on_elsewhere(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    write_on(qtbot, window, 0)
    act(qtbot, window, "compare_working")
    act(qtbot, window, "go_text")
    qtbot.keyClicks(window.pages.text.sheet, "New words ")
    rest(qtbot, window)
    act(qtbot, window, "go_compare")
    assert window.going.compared is not None
    assert window.going.compared.comparison.differs
    assert page.view.isVisible()


def test_all_shown_changes_are_copied_with_marks(qtbot: QtBot, kept: Window) -> None:
    compare(qtbot, kept, 0, 1)
    act(qtbot, kept, "copy_changes")
    mime = QGuiApplication.clipboard().mimeData()
    assert "text-decoration:line-through" in mime.html()
    assert mime.hasFormat(MIME)
    assert "<b>OP1, reworded</b>" in mime.html()
    assert "OP2" in mime.html()
    assert "[-Takes note of-] {+Welcomes+} the report" in mime.text()
    assert said(kept) == "2 changes copied with marks."


def test_what_changed_is_said_in_words_that_can_be_copied(qtbot: QtBot, kept: Window) -> None:
    window, page = kept, kept.pages.compare
    compare(qtbot, window, 0, 1)
    act(qtbot, window, "in_words")
    said_in_words = page.in_words.words
    assert said_in_words.isVisible()
    assert said_in_words.hasFocus()
    assert "OP1" in said_in_words.text()
    assert said_in_words.accessibleName() == said_in_words.text()
    page.in_words.copy.click()
    assert QGuiApplication.clipboard().text().endswith(said_in_words.text())
    assert not page.in_words.isVisible()
    act(qtbot, window, "in_words")
    write = said(window)
    qtbot.keyClick(said_in_words, Qt.Key.Key_T)
    rest(qtbot, window)
    assert said(window) == write
    assert not window.notices.shown
    qtbot.keyClick(said_in_words, Qt.Key.Key_Escape)
    assert not page.in_words.isVisible()
    assert page.view.hasFocus()


def test_what_is_shown_is_printed(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    compare(qtbot, kept, 0, 1)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(file))
    kept.of_comparisons.handing_on.print_on(printer)
    rest(qtbot, kept)
    assert file.read_bytes().startswith(b"%PDF")
    assert said(kept).endswith("1 page.")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_file_that_cannot_be_printed_into_is_said(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    compare(qtbot, kept, 0, 1)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    kept.of_comparisons.handing_on.print_on(printer)
    rest(qtbot, kept)
    told = [line.notice.words for line in kept.notices.shown]
    assert "The printer, or the file to print into, could not be opened; nothing was printed." in told


@pytest.mark.skipif(sys.platform != "linux", reason="the dialog of printing is the system's own elsewhere")
def test_printing_asks_where(qtbot: QtBot, kept: Window, tmp_path: Path) -> None:
    compare(qtbot, kept, 0, 1)
    file, names = tmp_path / "asked.pdf", list[str]()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        names.append(dialog.printer().docName())
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        field = dialog.findChild(QLineEdit, "filename")
        assert field is not None
        field.setText(str(file))
        dialog.accept()

    QTimer.singleShot(300, answer)
    act(qtbot, kept, "print")
    assert file.read_bytes().startswith(b"%PDF")
    assert names == ["second_against_first.pdf"]


def test_where_nothing_differs_there_is_nothing_to_print(qtbot: QtBot, kept: Window) -> None:
    write_on(qtbot, kept, 0)
    act(qtbot, kept, "compare_working")
    assert not kept.acts["print"].isEnabled()
    assert not kept.acts["copy_changes"].isEnabled()
