"""To a page, and back from what lies on it, the keyboard goes straight: what it passes is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import WAIT

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(qtbot: QtBot, window: Window) -> Window:
    """The window with the working text of the sample in it, and a comparison behind that."""
    window.resize(1280, 800)
    window.filing.open_sample()
    qtbot.waitUntil(lambda: len(window.desk.stories) == 2 and not window.background.tasks, timeout=WAIT)
    window.going.go_to("compare")
    qtbot.waitUntil(lambda: window.going.compared is not None and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    window.activateWindow()
    window.pages.text.sheet.setFocus()
    return window


@contextmanager
def passed(app: QApplication) -> Iterator[list[QWidget]]:
    """What has the keyboard meanwhile, one after the other."""
    seen: list[QWidget] = []

    def see(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            seen.append(now)

    app.focusChanged.connect(see)
    yield seen
    app.focusChanged.disconnect(see)


def test_the_keyboard_passes_nothing_on_its_way_to_another_page(qapp: QApplication, desk: Window) -> None:
    for place in ("compare", "dossier", "text", "dossier", "compare", "text"):
        with passed(qapp) as seen:
            desk.going.go_to(place)
        assert seen == [desk.pages.first_in(place)], place
    with passed(qapp) as seen:
        desk.go_home()
    assert seen == [desk.pages.first_in("start")]


def test_the_keyboard_passes_nothing_on_its_way_into_the_form_of_the_masthead_and_back(
    qtbot: QtBot, qapp: QApplication, desk: Window
) -> None:
    with passed(qapp) as seen:
        desk.acts["masthead"].trigger()
        qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    form = desk.masthead_form.page
    assert form is not None
    assert len(seen) == 1
    assert form.isAncestorOf(seen[0])
    with passed(qapp) as seen:
        form.closed.emit()
    assert seen == [desk.pages.text.sheet]


@pytest.mark.parametrize("act", ["find", "replace", "keep_draft", "search", "jump", "help"])
def test_the_keyboard_passes_nothing_on_its_way_back_to_the_text(
    qtbot: QtBot, qapp: QApplication, desk: Window, act: str
) -> None:
    desk.acts[act].trigger()
    qtbot.waitUntil(lambda: not desk.pages.text.sheet.hasFocus(), timeout=WAIT)
    field = qapp.focusWidget()
    assert field is not None
    with passed(qapp) as seen:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert seen == [desk.pages.text.sheet]


def test_the_keyboard_passes_nothing_on_its_way_back_from_what_lies_on_a_page(
    qtbot: QtBot, qapp: QApplication, desk: Window
) -> None:
    for place, act in (("compare", "in_words"), ("compare", "pair_by_hand"), ("dossier", "amend_draft")):
        desk.going.go_to(place)
        work = desk.pages.first_in(place)
        desk.acts[act].trigger()
        qtbot.waitUntil(lambda work=work: not work.hasFocus(), timeout=WAIT)
        field = qapp.focusWidget()
        assert field is not None
        with passed(qapp) as seen:
            qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert seen == [work], act
