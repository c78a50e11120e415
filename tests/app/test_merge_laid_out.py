"""The result of a merge in the real window while answers come: each is laid out off its thread, the newest is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.running.background import Cancelled, Task
from app.subjects.three_sides import decided, laid_out
from app.window.window import Window
from models.dossier import Dossier
from models.merging import Choice
from tests.widgets.merge_drafts import draft

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAIT = 20_000

WATER, DATA = "Urges States to save water in every river basin", " and to share hydrological data by July"
CITIES = "Invites donors to help cities plan green roofs"
LAST = "Decides to remain seized of the matter."


@pytest.fixture
def merged(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """The window on the merge of a clause that one side moved and the other reworded."""
    path = tmp_path / "clause.adref"
    with Dossier.create(path, title="Water") as dossier:
        base = dossier.keep(draft(f"{WATER}{DATA};", f"{CITIES};", LAST), label="L.1")
        ours = dossier.keep(draft(f"{WATER};", f"{CITIES}{DATA};", LAST), label="Ours", parents=[base.id])
        reworded = DATA.replace("July", "August")
        theirs = dossier.keep(draft(f"{WATER}{reworded};", f"{CITIES};", LAST), label="Theirs", parents=[base.id])
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    window.merging.merge(ours.id, theirs.id, base.id)
    qtbot.waitUntil(lambda: window.going.place == "merge" and not window.background.tasks, timeout=WAIT)
    return window


def result(window: Window) -> str:
    return window.pages.merge.pane.result.accessibleName().removeprefix("Result: ")


def test_the_newest_of_quick_answers_is_shown_and_none_is_lost(qtbot: QtBot, merged: Window) -> None:
    page = merged.pages.merge
    open_result = result(merged)
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_2):
        qtbot.keyClick(page.list, key)
    assert [one.way for one in page.answers.choices.values()] == ["theirs"]
    qtbot.waitUntil(lambda: not merged.background.tasks, timeout=WAIT)
    assert result(merged) == f"{WATER} theirs: (added: and to share hydrological data by August) ;"
    merged.acts["undo"].trigger()
    qtbot.waitUntil(lambda: result(merged) == f"{WATER}{DATA};", timeout=WAIT)
    for _ in range(2):
        merged.acts["undo"].trigger()
    qtbot.waitUntil(lambda: result(merged) == open_result and not merged.background.tasks, timeout=WAIT)


def test_answers_from_before_are_laid_out_when_the_page_opens(qtbot: QtBot, merged: Window) -> None:
    qtbot.keyClick(merged.pages.merge.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not merged.background.tasks, timeout=WAIT)
    three = merged.going.merged
    assert three is not None
    ids = [side.node or "" for side in (three.ours, three.theirs, three.base)]
    merged.going.go_to("dossier")
    merged.merging.merge(*ids)
    qtbot.waitUntil(lambda: merged.going.place == "merge", timeout=WAIT)
    assert result(merged) == f"{WATER};"


def test_what_is_kept_is_what_was_answered_last(qtbot: QtBot, merged: Window) -> None:
    page, panel = merged.pages.merge, merged.merging.keeping.panel
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    merged.acts["keep_draft"].trigger()
    qtbot.keyClick(page.list, Qt.Key.Key_2)  # while what is to be kept is put together
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    qtbot.keyClick(panel.label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: merged.going.place == "dossier" and len(merged.desk.stories) == 4, timeout=WAIT)
    listing = merged.desk.listing
    assert listing is not None
    assert "August" in listing.dossier.draft(listing.nodes[0].id).paragraphs[0].text


def test_what_is_laid_out_with_older_answers_is_stopped(qtbot: QtBot, merged: Window) -> None:
    page, three = merged.pages.merge, merged.going.merged
    assert three is not None
    begun: list[Task[object]] = []
    merged.background.began.connect(lambda task: begun.append(task) if task.lane == "result of a merge" else None)
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    page.layout_wanted.emit()  # wanted again while it is under way: nothing begins anew
    assert [task.cancelled for task in begun] == [False]
    qtbot.keyClick(page.list, Qt.Key.Key_2)
    assert [task.cancelled for task in begun] == [True, False]
    qtbot.waitUntil(lambda: not merged.background.tasks, timeout=WAIT)
    assert dict(three.laid.choices) == dict(page.answers.choices)


def test_laying_out_a_merge_can_be_stopped_on_the_way(merged: Window) -> None:
    three = merged.going.merged
    assert three is not None

    def stopped_after(steps: int) -> Callable[[], None]:
        left = iter(range(steps))

        def step() -> None:
            if next(left, None) is None:
                raise Cancelled

        return step

    choices = {three.table.merge.conflicts[0].key: Choice("ours")}
    for steps in range(9):
        with pytest.raises(Cancelled):
            laid_out(three, choices, stopped_after(steps))
        with pytest.raises(Cancelled):
            decided(three, choices, stopped_after(steps))
    assert laid_out(three, choices, lambda: None).merge.draft.paragraphs[0].text == f"{WATER};"
