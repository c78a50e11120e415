"""What a key costs does not grow with the text."""

from __future__ import annotations

import statistics
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from tests.timed import timed

WAIT = 60_000
TYPED = "the rights of all migrants "


def key_in(qtbot: QtBot, window: Window, folder: Path, count: int) -> float:
    """The processor’s time of a key until it is painted, in the middle of a text; of many keys that of a quick one.

    The clock, and slow keys, tell of other programs on the machine.
    """
    words = " Governments to increase cooperation on issues related to migration" * 4
    runs = (Run("Encourages", italic=True), Run(f"{words};"))
    path = folder / f"{count}.adref"
    with Dossier.create(path, title=str(count)) as dossier:
        dossier.keep(Draft((Paragraph(Kind.OPERATIVE, runs),) * count), label="First")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    sheet = window.pages.text.sheet
    text = window.drafting.writing
    qtbot.waitUntil(lambda: text.open is not None and text.open.dossier.path == path, timeout=WAIT)
    qtbot.waitUntil(lambda: sheet.text.whole and not window.background.tasks, timeout=WAIT)
    qtbot.wait(500)
    sheet.setFocus()
    sheet.select(Selection.at(count // 2, 5))

    def press(letter: str) -> None:
        QTest.keyClick(sheet, letter)
        QApplication.processEvents()

    took = [timed(partial(press, TYPED[number % len(TYPED)]))[1] for number in range(160)]
    assert sheet.working is not None
    assert len(sheet.working.entries[count // 2].text) > len(words) + 150
    return statistics.quantiles(took, n=5)[0]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_key_costs_in_ten_thousand_paragraphs_what_it_costs_in_a_hundred(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    few = key_in(qtbot, window, tmp_path, 100)
    many = key_in(qtbot, window, tmp_path, 10_000)
    assert many < 8 * few
