"""The row that Enter would take is known by more than its ground, which differs too little from that of the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from models.editing.typed.completion import Offer
from tests.widgets.test_theme import contrast
from widgets.find.search_rows import SearchDelegate, SearchRow, SearchRows
from widgets.masthead.offers import Offers as MastheadOffers
from widgets.paper.snippet import Hit
from widgets.shell.palette import Entry, EntryDelegate, EntryList
from widgets.theme import style, tokens
from widgets.writing.offers import Offers

pytestmark = pytest.mark.qt_log_ignore("does not support")
CARET = QRect(100, 40, 2, 20)


def palette(host: QWidget) -> QWidget:
    found, view = EntryList(host), QListView(host)
    found.show_entries([Entry("Go to", "check", f"OP{number}", "Decides to meet") for number in (1, 2)])
    view.setModel(found)
    view.setItemDelegate(EntryDelegate(view))
    view.setCurrentIndex(found.index(1, 0))
    return view.viewport()


def found_in_drafts(host: QWidget) -> QWidget:
    found, view = SearchRows(host), QListView(host)
    found.show_groups([("Rev.1", SearchRow("a", at, "Rev.1", f"OP{at}", Hit("dialogue", ((0, 8),)))) for at in (1, 2)])
    view.setModel(found)
    view.setItemDelegate(SearchDelegate(view))
    view.setCurrentIndex(found.index(1, 0))
    return view.viewport()


def states(host: QWidget) -> QWidget:
    offers = MastheadOffers(QLineEdit(host))
    offers.open(("Brazil", "Egypt"), "Brazil")
    return offers.viewport()


def openings(host: QWidget, words: str = "Requests") -> QWidget:
    offers = Offers(host)
    offers.show_offers((Offer(words, 9, 2), Offer(f"{words} {words}", 4, 2)), CARET)
    offers.step(1)
    return offers


def arabic_openings(host: QWidget) -> QWidget:
    return openings(host, "يطلب")


@pytest.mark.parametrize("look", ["light", "dark", "high contrast"])
@pytest.mark.parametrize("make", [palette, found_in_drafts, states, openings, arabic_openings])
def test_a_bar_stands_at_the_beginning_of_the_chosen_row(
    qtbot: QtBot, qapp: QApplication, make: Callable[[QWidget], QWidget], look: str
) -> None:
    style.apply(qapp, look)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    shown = make(host)
    host.show()
    if isinstance(view := shown.parent(), QListView) and not isinstance(view, MastheadOffers):
        view.setGeometry(host.rect())
    qapp.processEvents()
    seen = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    start = range(10) if make is not arabic_openings else range(seen.width() - 10, seen.width())
    ink = QColor(tokens.current().ink)
    high = max(sum(seen.pixelColor(x, y) == ink for y in range(seen.height())) for x in start)
    assert 15 < high < 100
    assert contrast(ink, tokens.current().sel) >= 3
