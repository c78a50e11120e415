"""What the line at the foot, and the notices above the page, say of acts on the text: of the last one and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.editing.edit import Selection
from widgets.keeping.panel import KeepChoice
from widgets.shell.notices import Notice

WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")


@pytest.fixture
def desk(qtbot: QtBot, window: Window, files: list[Path]) -> Window:
    """The window in which a text is written on the first of two drafts."""
    window.take_files(files)
    qtbot.waitUntil(lambda: window.desk.listing is not None and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[-1].id)
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    window.pages.text.sheet.setFocus()
    return window


def said(window: Window) -> str:
    """What can be read at the foot, some milliseconds after an act: what was done is painted first."""
    bar = window.status_bar
    return bar.said.text() if bar.said.isVisible() else ""


def at(window: Window, label: str) -> int:
    working = window.pages.text.sheet.working
    assert working is not None
    return next(place for place in range(len(working.entries)) if working.label(place) == label)


def test_what_is_undone_is_said_until_the_next_act(qtbot: QtBot, desk: Window) -> None:
    sheet, acts = desk.pages.text.sheet, desk.acts
    sheet.select(Selection.at(at(desk, "OP1")))
    acts["move_down"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Move OP1.")
    acts["undo"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Undone: Move OP1.")
    acts["redo"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Done again: Move OP1.")
    acts["redo"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Nothing to do again.")
    acts["undo"].trigger()
    acts["undo"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Nothing to undo: Undo goes back to first, which is kept as it is.")
    qtbot.keyClicks(sheet, "x")
    qtbot.waitUntil(lambda: said(desk) == "")


def test_of_a_text_that_was_taken_up_again_it_is_not_said_that_it_is_the_draft(qtbot: QtBot, desk: Window) -> None:
    sheet, writing = desk.pages.text.sheet, desk.drafting.writing
    assert desk.desk.listing is not None
    first, second = (desk.desk.listing.nodes[place].id for place in (-1, 0))
    sheet.select(Selection.at(at(desk, "OP1"), 5))
    qtbot.keyClicks(sheet, "x")
    for node in (second, first):
        writing.begin(node)
        qtbot.waitUntil(lambda node=node: writing.open is not None and writing.open.parent.id == node, timeout=WAIT)
        qtbot.waitUntil(lambda: not desk.background.tasks, timeout=WAIT)
    sheet.setFocus()
    desk.acts["undo"].trigger()
    words = "Nothing to undo since the text was opened; what differs from first can be put back paragraph by paragraph."
    qtbot.waitUntil(lambda: said(desk) == words)


def test_an_act_that_does_nothing_leaves_no_words_of_the_one_before(qtbot: QtBot, desk: Window) -> None:
    sheet = desk.pages.text.sheet
    sheet.select(Selection.at(at(desk, "OP2")))
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: said(desk) == "One level deeper.")
    sheet.select(Selection.at(0))
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: said(desk) == "")


@pytest.mark.parametrize("then", ["undo", "move_down", "keep"])
def test_what_a_paste_left_out_is_told_as_long_as_it_is_the_last_act(qtbot: QtBot, desk: Window, then: str) -> None:
    sheet = desk.pages.text.sheet
    data = QMimeData()
    data.setHtml("<table><tr><td>one</td><td>two</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    sheet.select(Selection.at(at(desk, "OP2")))
    qtbot.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.notices.shown) == 1
    qtbot.keyClicks(sheet, "x")
    assert len(desk.notices.shown) == 1
    if then == "keep":
        desk.acts["keep_draft"].trigger()
        desk.drafting.keeping.panel.answer()
        qtbot.waitUntil(lambda: desk.going.writes and not desk.background.tasks, timeout=WAIT)
    else:
        desk.acts["undo"].trigger()
        assert len(desk.notices.shown) == 1
        if then == "move_down":
            sheet.select(Selection.at(at(desk, "OP1")))
        desk.acts[then].trigger()
    assert not desk.notices.shown


def test_the_panel_that_keeps_tells_of_the_text_as_it_is(qtbot: QtBot, desk: Window) -> None:
    panel, sheet = desk.drafting.keeping.panel, desk.pages.text.sheet
    desk.acts["keep_draft"].trigger()
    assert panel.facts.text().startswith("Nothing changed since first.")
    panel.note.setText("For the room")
    sheet.select(Selection.at(at(desk, "OP2"), 3))
    qtbot.keyClicks(sheet, "[")
    qtbot.waitUntil(lambda: "1 bracket without a partner" in panel.facts.text(), timeout=WAIT)
    assert "Changed since first: 1 paragraph" in panel.facts.text()
    assert panel.note.text() == "For the room"


def test_what_was_said_of_an_act_on_one_text_is_not_said_of_another(qtbot: QtBot, desk: Window) -> None:
    desk.pages.text.sheet.select(Selection.at(at(desk, "OP1")))
    desk.acts["move_down"].trigger()
    qtbot.waitUntil(lambda: said(desk) == "Move OP1.")
    assert desk.desk.listing is not None
    desk.drafting.writing.begin(desk.desk.listing.nodes[0].id)
    qtbot.waitUntil(lambda: not desk.background.tasks, timeout=WAIT)
    qtbot.waitUntil(lambda: said(desk) == "")
    desk.pages.text.sheet.select(Selection.at(at(desk, "OP1")))
    desk.acts["move_down"].trigger()
    desk.acts["keep_draft"].trigger()
    desk.drafting.keeping.panel.answer()
    qtbot.waitUntil(lambda: " is kept; " in said(desk) and not desk.background.tasks, timeout=WAIT)


def test_two_files_that_are_not_kept_are_told_of_on_their_page_alone(
    qtbot: QtBot, desk: Window, tmp_path: Path
) -> None:
    files = []
    for name in ("one", "two", "three", "four"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"The General Assembly,\n\n1. Decides to meet in room {name}.\n", encoding="utf-8")
        files.append(path)
    desk.comparing.files(*files[:2])
    words = "These two files are compared, not kept."

    def told() -> dict[str, Notice]:
        return {line.notice.words: line.notice for line in desk.notices.shown}

    qtbot.waitUntil(lambda: words in told(), timeout=WAIT)
    assert desk.going.place == "compare"
    desk.acts["go_text"].trigger()
    qtbot.waitUntil(lambda: desk.going.writes)
    assert words not in told()
    desk.go_home()
    assert words not in told()
    desk.acts["go_compare"].trigger()
    assert words in told()
    desk.going.go_back()
    desk.going.go_forward()
    assert words in told()
    first = desk.going.history.now
    for pair in (files[:2], files[2:]):
        if pair == files[2:]:
            desk.comparing.files(*pair)
            qtbot.waitUntil(lambda: words in told(), timeout=WAIT)
        assert desk.desk.listing is not None
        drafts = len(desk.desk.listing.nodes)
        dict(told()[words].acts)["Add both to the dossier"]()
        qtbot.waitUntil(lambda many=drafts + 2: len(desk.desk.listing.nodes) == many, timeout=WAIT)
        qtbot.waitUntil(lambda: not desk.background.tasks, timeout=WAIT)
        desk.going.go_back()
        assert desk.going.place == "compare"
        assert words not in told()
    desk.going.go(first)
    assert desk.going.place == "compare"
    assert words not in told()


def test_two_files_that_could_not_be_kept_are_offered_again(qtbot: QtBot, desk: Window, tmp_path: Path) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in files:
        path.write_text(f"The General Assembly,\n\n1. Decides to meet in room {path.stem}.\n", encoding="utf-8")
    desk.comparing.files(*files)
    words = "These two files are compared, not kept."

    def told() -> dict[str, Notice]:
        return {line.notice.words: line.notice for line in desk.notices.shown}

    qtbot.waitUntil(lambda: words in told(), timeout=WAIT)
    assert desk.desk.listing is not None
    drafts = len(desk.desk.listing.nodes)
    gone = files[1].rename(tmp_path / "elsewhere.txt")
    dict(told()[words].acts)["Add both to the dossier"]()
    qtbot.waitUntil(lambda: not desk.background.tasks, timeout=WAIT)
    desk.acts["go_text"].trigger()
    assert words not in told()
    desk.going.go_back()
    assert desk.going.place == "compare"
    assert words in told()
    gone.rename(files[1])
    dict(told()[words].acts)["Add both to the dossier"]()
    qtbot.waitUntil(lambda: len(desk.desk.listing.nodes) == drafts + 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not desk.background.tasks, timeout=WAIT)
    desk.going.go_back()
    assert desk.going.place == "compare"
    assert words not in told()


def test_that_a_text_stands_on_what_is_kept_is_said_of_no_other(qtbot: QtBot, desk: Window) -> None:
    qtbot.keyClicks(desk.pages.text.sheet, "x")
    desk.drafting.writing.keep(KeepChoice("C", None, None, None))
    qtbot.waitUntil(lambda: said(desk).startswith("C is kept; what you write now stands on it"), timeout=WAIT)
    assert desk.desk.listing is not None
    first = next(node.id for node in desk.desk.listing.nodes if node.label == "first")
    desk.drafting.writing.begin(first)
    qtbot.waitUntil(lambda: not desk.background.tasks and not said(desk))
