"""The list of openings is painted where it says something else, and then as one that was just made."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.editing.typed.completion import Offer
from widgets.theme import style
from widgets.writing.offers import Offers

_WORDS = ("Reaffirming", "Reaffirms", "Reaffirming also")
_CARET = QRect(100, 40, 2, 20)


class _Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def _typed(letters: int, words: tuple[str, ...] = _WORDS) -> tuple[Offer, ...]:
    return tuple(Offer(one, 1000 // (at + 1), letters) for at, one in enumerate(words))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> QWidget:
    style.apply(qapp, "light")
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    return page


def test_it_is_painted_once_while_one_types_on(page: QWidget, qapp: QApplication) -> None:
    offers, paints = Offers(page), _Paints()
    offers.installEventFilter(paints)
    for letters in range(1, 5):
        offers.show_offers(_typed(letters), _CARET.translated(8 * letters, 0))
        qapp.processEvents()
    assert paints.count == 1
    assert offers.first == _typed(4)[0]
    offers.show_offers(_typed(5, _WORDS[:2]), _CARET.translated(40, 0))
    qapp.processEvents()
    assert paints.count == 2


@pytest.mark.parametrize("words", [_WORDS[:1], _WORDS, (*_WORDS, "Reaffirming the importance of")])
def test_it_reads_and_reaches_as_one_just_made(page: QWidget, qapp: QApplication, words: tuple[str, ...]) -> None:
    offers, fresh = Offers(page), Offers(page)
    offers.show_offers(_typed(2), _CARET)
    qapp.processEvents()
    offers.step(1)
    offers.show_offers(_typed(3, words), _CARET.translated(8, 0))
    assert offers.chosen is None
    fresh.show_offers(_typed(3, words), _CARET)
    assert offers.geometry() == fresh.geometry()
    assert offers.grab().toImage() == fresh.grab().toImage()
    assert offers.layoutDirection() is Qt.LayoutDirection.LeftToRight
