"""The drawer of the help: pages, search, the way back, what its buttons ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.help_pages import HelpPage, read_page
from widgets.help.drawer import HelpDrawer
from widgets.help.page import Keys
from widgets.help.topic import topic_of
from widgets.theme.focus import FocusRing, point_at

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]
ACTS = {"bracket": ("Put into brackets", "Ctrl+]"), "undo": ("Undo", "Ctrl+Z")}


def page(name: str, place: int, title: str, step: str, neighbours: str = "", do: str = "") -> HelpPage:
    head = f"place: {place}\nnext: {neighbours}\ndo: {do}\nshow: {do}"
    return read_page(name, f"---\n{head}\n---\n# {title}\n\nAbout it.\n\n1. {step}\n", ACTS)


PAGES = (
    page("brackets", 1, "Brackets", "Choose {act:bracket}.", "undo", "bracket"),
    page("undo", 2, "Undo", "Choose {act:undo}.", "brackets"),
    page("notes", 3, "Footnotes", "Undo brings both back."),
)


@pytest.fixture
def drawer(qtbot: QtBot) -> HelpDrawer:
    made = HelpDrawer(PAGES)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    return made


def test_an_unknown_page_is_the_list(drawer: HelpDrawer) -> None:
    drawer.show_page("sprouts")
    assert drawer.page == ""
    assert [link.text() for link in drawer.links] == ["Brackets", "Undo", "Footnotes"]


def test_a_page_says_the_keys_of_its_actions(drawer: HelpDrawer) -> None:
    drawer.show_page("brackets")
    assert drawer.view is not None
    said = [label.accessibleName() for label in drawer.view.findChildren(QLabel) if label.accessibleName()]
    assert "Choose Put into brackets." in said
    assert [keys.accessibleName() for keys in drawer.view.findChildren(Keys)] == ["Ctrl ]"]


def test_the_keys_of_a_step_are_words_to_a_screen_reader(qapp: QApplication) -> None:
    keys = Keys(["Ctrl+3", "F6"])
    said = QAccessible.queryAccessibleInterface(keys)
    assert (said.role(), said.text(QAccessible.Text.Name)) == (QAccessible.Role.StaticText, "Ctrl 3, F6")


def test_tab_goes_down_the_page_and_then_to_its_foot(drawer: HelpDrawer, qtbot: QtBot) -> None:
    with qtbot.waitActive(drawer):
        drawer.activateWindow()
    for name, count in (("brackets", 3), ("", 3), ("undo", 1)):
        drawer.show_page(name)
        view = drawer.view
        stops = [view.do_button, view.show_button, *view.links][-count:] if view is not None else [*drawer.links]
        drawer.find_field.setFocus()
        for stop in (*stops, drawer.keys_button):
            qtbot.keyClick(drawer.focusWidget(), Qt.Key.Key_Tab)
            assert drawer.focusWidget() is stop, name


def test_buttons_ask_for_the_action(drawer: HelpDrawer, qtbot: QtBot) -> None:
    drawer.show_page("brackets")
    assert drawer.view is not None
    with qtbot.waitSignal(drawer.act_asked) as done:
        drawer.view.do_button.click()
    with qtbot.waitSignal(drawer.show_asked) as shown:
        drawer.view.show_button.click()
    assert (done.args, shown.args) == (["bracket"], ["bracket"])
    drawer.show_page("undo")
    assert not drawer.view.do_button.isVisible()


def test_what_cannot_be_done_now_is_not_offered(qtbot: QtBot) -> None:
    now: set[str] = set()
    drawer = HelpDrawer(PAGES, lambda act: act in now)
    qtbot.addWidget(drawer)
    drawer.show_page("brackets")
    assert drawer.view is not None
    assert not drawer.view.do_button.isEnabled()
    now.add("bracket")
    drawer.refresh()
    assert drawer.view.do_button.isEnabled()


def test_the_way_back(drawer: HelpDrawer) -> None:
    drawer.show_page("brackets")
    assert drawer.view is not None
    drawer.view.links[0].click()
    assert drawer.page == "undo"
    drawer.back()
    assert drawer.page == "brackets"
    drawer.back()
    assert drawer.page == ""
    assert not drawer.back_button.isEnabled()


def test_the_search_is_typed_over_a_page_and_leaves_it_again(drawer: HelpDrawer, qtbot: QtBot) -> None:
    drawer.show_page("brackets")
    qtbot.keyClicks(drawer.find_field, "undo")
    assert [link.text() for link in drawer.links] == ["Undo", "Footnotes"]
    qtbot.keyClick(drawer.find_field, Qt.Key.Key_Escape)
    assert drawer.page == "brackets"
    qtbot.keyClicks(drawer.find_field, "foot")
    qtbot.keyClick(drawer.find_field, Qt.Key.Key_Return)
    assert (drawer.page, drawer.find_field.text()) == ("notes", "")
    drawer.back()
    assert drawer.page == "brackets"
    qtbot.keyClicks(drawer.find_field, "sprouts")
    assert drawer.links == []


def test_escape_gives_the_keyboard_back(drawer: HelpDrawer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawer.left):
        qtbot.keyClick(drawer.find_field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(drawer.closed):
        drawer.close_button.click()


def test_the_page_of_what_has_the_focus_is_found_outwards(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QPushButton(outer)
    assert topic_of(inner, "write") == "write"
    outer.setProperty("help", "masthead")
    assert topic_of(inner) == "masthead"
    inner.setProperty("help", "export")
    assert (topic_of(inner), topic_of(None, "about")) == ("export", "about")


def test_a_ring_shows_where_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Keep", window)
    QVBoxLayout(window).addWidget(button)
    window.show()
    point_at(button, 60)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    qtbot.waitUntil(lambda: not ring.isVisible() or button.hasFocus())
