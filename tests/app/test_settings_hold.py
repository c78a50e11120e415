"""What is chosen in the dialog of the settings holds at once, on whatever page one is, and in the next window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.settings.settings import Places, read_settings
from app.window.window import Window
from tests.app.at_the_keys import Hands
from tests.app.test_journeys import WAIT
from widgets.settings.controls import Scale
from widgets.settings.dialog import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


def _dialog(qtbot: QtBot, window: Window) -> SettingsDialog:
    window.acts["settings"].trigger()
    qtbot.waitUntil(lambda: window.choosing.dialog is not None, timeout=WAIT)
    dialog = window.choosing.dialog
    assert dialog is not None
    return dialog


def _size(dialog: SettingsDialog, step: int) -> None:
    scale = dialog.lines["zoom"].control
    assert isinstance(scale, Scale)
    scale.slider.setValue(step)


def _switch(dialog: SettingsDialog, name: str) -> None:
    switch = dialog.lines[name].control
    assert isinstance(switch, QAbstractButton)
    switch.click()


def _compared(qtbot: QtBot, window: Window) -> float:
    window.compare_sample()
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    return window.pages.compare.view.zoom


def test_the_size_of_the_text_is_that_of_texts_compared_too(qtbot: QtBot, window: Window, places: Places) -> None:
    assert _compared(qtbot, window) == 1.0
    dialog = _dialog(qtbot, window)
    _size(dialog, 5)
    assert (window.pages.compare.view.zoom, window.pages.text.sheet.zoom) == (1.5, 1.5)
    window.pages.compare.set_zoom(1.3)  # the keys are for the page that is seen
    _switch(dialog, "change_bars")
    assert (window.pages.compare.view.zoom, window.pages.text.sheet.zoom) == (1.3, 1.5)
    dialog.accept()
    window.close()
    after = Window(places, read_settings(places.config / "settings.json"))
    qtbot.addWidget(after)
    after.show()
    assert _compared(qtbot, after) == 1.5


def test_what_is_chosen_of_the_projector_holds_in_the_room(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    hands.new_text()
    window.acts["projector"].trigger()
    room = window.drafting.projecting.projector
    assert room is not None
    dialog = _dialog(qtbot, window)
    _switch(dialog, "projector_notes")
    _switch(dialog, "projector_holds")
    assert room.notes
    assert not room.holds  # that is how it is at first, the next time
    room.show_notes(False)  # what is chosen there stays so, whatever else is chosen
    room.hold(True)
    _switch(dialog, "curls")
    assert (room.notes, room.holds) == (False, True)
    dialog.accept()
    room.close()


def test_what_was_written_before_one_gave_a_name_is_gone_on_with(
    qtbot: QtBot, window: Window, places: Places, tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    hands.new_text()
    hands.type("Recalling X")
    for who in ("Anna", "Anna Roth"):
        window.choosing.change(who=who)
    assert read_settings(places.config / "settings.json").earlier_names == ["Anna", ""]
    hands.journaled()
    window.desk.close()
    window.desk.open(tmp_path / "desk.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    hands.rest()
    window.drafting.writing.begin(None)
    assert hands.written().text.entries[0].text == "Recalling X"
