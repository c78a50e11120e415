"""What is on is told from what is off by more than a ground that nobody sees: by a frame, a bar or a sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from models.telling.sorts import Sort
from tests.widgets.test_theme import contrast
from widgets.compare.beside.counts import SortButton
from widgets.find.toggle import Toggle
from widgets.settings.switch import Switch
from widgets.theme import style
from widgets.theme.controls import Button, IconButton
from widgets.theme.surfaces import Surface
from widgets.writing.tools import LetterButton

pytestmark = pytest.mark.qt_log_ignore("does not support")

CAN_BE_ON: dict[str, Callable[[], QAbstractButton]] = {
    "a place of the top bar": lambda: Button("Compare", form="place"),
    "a sign in a bar": lambda: IconButton("list", "Outline"),
    "a letter in a bar": lambda: LetterButton("I", "Italics"),
    "how words are found": lambda: Toggle("Aa", "Match capital letters"),
    "a count of one sort": lambda: SortButton(Sort.MOVED, 3, 3),
    "a switch": lambda: Switch("Bars"),
}


@pytest.mark.parametrize("look", ["light", "dark", "high contrast"])
@pytest.mark.parametrize("make", CAN_BE_ON.values(), ids=CAN_BE_ON)
def test_it_is_seen_what_is_on(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QAbstractButton], look: str
) -> None:
    style.apply(qapp, look)
    bar, button = Surface("panel"), make()
    qtbot.addWidget(bar)
    button.setParent(bar)
    button.setCheckable(True)
    button.setAutoExclusive(False)
    bar.resize(200, 60)
    button.setGeometry(10, 10, max(button.sizeHint().width(), 28), max(button.sizeHint().height(), 20))
    bar.show()
    pictures = []
    for on in (False, True):
        button.setChecked(on)
        pictures.append(bar.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    off, on_ = pictures
    places = [(x, y) for x in range(off.width()) for y in range(off.height())]
    seen = sum(
        contrast(off.pixelColor(*at), on_.pixelColor(*at)) >= 3 for at in places if off.pixel(*at) != on_.pixel(*at)
    )
    assert seen > 40
