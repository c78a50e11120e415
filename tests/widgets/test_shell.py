"""Notices, status, the palette, buttons: with the keyboard and for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.dossier.drafts import DraftRow
from widgets.dossier.page import DossierPage
from widgets.shell.grouped_rows import ENTRY
from widgets.shell.notices import Notice, Notices
from widgets.shell.palette import Entry, Palette
from widgets.shell.status_bar import Item, StatusBar
from widgets.start.dossiers import DossierRow
from widgets.start.page import StartPage
from widgets.theme.controls import Button, IconButton
from widgets.theme.focus import FocusRing, ring_fields, show_ring
from widgets.theme.key_hints import key_words
from widgets.theme.segments import Segments

# The platform without a screen says so of every window of a fixed size.
pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


def test_a_notice_acts_and_goes(qtbot: QtBot) -> None:
    notices, done = Notices(), []  # type: ignore[var-annotated]
    qtbot.addWidget(notices)
    line = notices.show_notice(Notice("warning", "3 places to look at", acts=[("Look", lambda: done.append(1))]))
    assert "3 places" in line.accessibleName()
    line.buttons[0].click()
    assert done == [1]
    assert notices.shown == ()


def test_one_notice_is_taken_away_and_none_that_says_the_same(qtbot: QtBot) -> None:
    notices = Notices()
    qtbot.addWidget(notices)
    first = notices.show_notice(Notice("recovered", "It was not closed", topic="recovered"))
    second = notices.show_notice(Notice("recovered", "It was not closed", "It was written elsewhere", topic="aside"))
    notices.take_away(first)
    assert notices.shown == (second,)
    notices.take_away(second)
    assert notices.shown == ()


def test_a_notice_is_outdated_once_it_was_read_and_of_its_topic_alone(qtbot: QtBot) -> None:
    notices = Notices()
    qtbot.addWidget(notices)
    old, other = (notices.show_notice(Notice("error", topic, topic=topic)) for topic in ("error", "journal"))
    new = notices.show_notice(Notice("error", "Just now"))
    for line in (old, other):
        line.since -= 10
    notices.outdate("error")
    notices.outdate("")
    assert notices.shown == (new, other)


def test_a_notice_that_goes_with_the_keyboard_in_it_says_so(qtbot: QtBot) -> None:
    notices, left = Notices(), []  # type: ignore[var-annotated]
    qtbot.addWidget(notices)
    notices.left.connect(lambda: left.append(1))
    notices.show_notice(Notice("info", "One", topic="one"))
    line = notices.show_notice(Notice("error", "Two", topic="journal"))
    notices.clear("one")
    assert not left
    line.close_button.setFocus()
    notices.clear("journal")
    assert left == [1]


def test_the_same_words_are_said_once_and_never_more_than_three(qtbot: QtBot) -> None:
    notices = Notices()
    qtbot.addWidget(notices)
    for words in ("a", "a", "b", "c", "d"):
        notices.show_notice(Notice("error", words))
    assert [line.notice.words for line in notices.shown] == ["d", "c", "b"]
    notices.show_notice(Notice("error", "e", topic="t"))
    notices.show_notice(Notice("error", "f", topic="t"))
    assert [line.notice.words for line in notices.shown] == ["f", "d", "c"]


def test_the_status_bar_says_its_facts(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_facts([Item("2 drafts"), Item("1 bracket", "bracketed")], [Item("a.adref, saved", icon="check-circle")])
    assert bar.facts == "2 drafts · 1 bracket · a.adref, saved"
    bar.show_work("Reading a.docx")
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel_button.click()


def test_buttons_answer_to_enter_and_space_and_have_names(qtbot: QtBot) -> None:
    for button in (Button("Keep this draft", form="ink"), IconButton("house", "Start page")):
        qtbot.addWidget(button)
        button.show()
        clicks = []
        button.clicked.connect(lambda _checked=False, found=clicks: found.append(1))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            qtbot.keyClick(button, key)
        assert len(clicks) == 2
        assert button.accessibleName() or button.text()


def test_the_ring_comes_with_the_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button("First"), Button("Second")
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for button in (second, first):
        button.setFocus(Qt.FocusReason.MouseFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is None or not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    second.clearFocus()
    assert not ring.isVisible()


def test_segments_choose_one(qtbot: QtBot) -> None:
    segments = Segments(("Side by side", "Inline"))
    qtbot.addWidget(segments)
    assert segments.choice() == 0
    with qtbot.waitSignal(segments.chosen) as chosen:
        segments.part(1).click()
    assert chosen.args == [1]
    segments.choose(0)
    assert segments.choice() == 0


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_ground_of_a_segment_ends_in_one_line_at_any_scale(qtbot: QtBot, scale: float) -> None:
    segments = Segments(("Drafts", "What was done"))
    qtbot.addWidget(segments)
    segments.resize(segments.sizeHint())
    image = QImage((segments.size() * scale).grownBy(QMargins(0, 0, 1, 1)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    segments.render(image)
    part = segments.part(0).geometry()
    across = range(round((part.left() + 8) * scale), round((part.right() - 2) * scale))
    for row in range(round((part.bottom() - 1) * scale), image.height()):
        assert len({image.pixel(x, row) for x in across}) == 1, row


def test_key_hints_read_as_keys() -> None:
    assert key_words("Ctrl+K") in ("Ctrl K", "⌘K")
    assert key_words("Ctrl++") in ("Ctrl +", "⌘+", "Ctrl  ")


def test_the_palette_goes_past_heads_and_takes_the_first(qtbot: QtBot) -> None:
    window, taken = QWidget(), []  # type: ignore[var-annotated]
    qtbot.addWidget(window)
    window.resize(900, 700)

    def found(words: str) -> list[Entry]:
        names = [name for name in ("OP1", "OP2", "PP1") if name.casefold().startswith(words.casefold())]
        return [Entry(name[:2], "file-text", name, "", act=lambda n=name: taken.append(n)) for name in names]  # type: ignore[misc]

    palette = Palette(window, found)
    window.show()
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert taken == ["PP1"]
    palette.open()
    qtbot.keyClicks(palette.field, "nothing of the kind")
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert taken == ["PP1"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_page_down_goes_as_far_in_the_palette_as_is_in_sight(qtbot: QtBot, count: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    entries = [Entry(f"Group {number // 15}", "file-text", f"OP{number}", "") for number in range(count)]
    palette = Palette(window, lambda _words: entries)
    window.show()
    palette.open()

    def pressed(key: Qt.Key) -> str:
        qtbot.keyClick(palette.field, key)
        here = palette.list.currentIndex()
        return here.data(ENTRY).label if here.isValid() else ""

    labels = [entry.label for entry in entries]
    assert pressed(Qt.Key.Key_PageDown) == ("OP10" if count == 40 else labels[-1] if labels else "")
    for _ in range(6):
        last = pressed(Qt.Key.Key_PageDown)
    assert last == (labels[-1] if labels else "")
    for _ in range(6):
        first = pressed(Qt.Key.Key_PageUp)
    assert first == (labels[0] if labels else "")


def test_what_stands_behind_a_name_leaves_it_its_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    shown: list[Entry] = []
    palette = Palette(window, lambda _words: shown)
    window.show()

    def painted(label: str, hint: str) -> QImage:
        shown[:] = [Entry("Drafts", "file-text", label, "", hint=hint, serif=False)]
        palette.open()
        palette.look_again()
        picture = palette.list.viewport().grab().toImage()
        palette.close_popover()
        return picture

    author, long = "14 November, Delegation of " + "the Republic of Somewhere and " * 9, "Compilation of proposals " * 9
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window.setLayoutDirection(direction)
        alone, both = painted("Rev.1", ""), painted("Rev.1", author)
        near = round(80 * alone.devicePixelRatio())
        left = 0 if direction == Qt.LayoutDirection.LeftToRight else alone.width() - near
        assert alone.copy(left, 0, near, alone.height()) == both.copy(left, 0, near, both.height())
        assert alone != both
        for label, hint in ((long, ""), (long, author), ("Rev.1", author)):
            assert painted(label, hint) != painted(label, "" if hint else "14 November")


def test_a_row_that_was_stepped_to_stays_chosen_where_more_comes_and_nothing_is_looked_for_behind_a_closed_palette(
    qtbot: QtBot,
) -> None:
    window, taken, looked, names = QWidget(), [], [], ["Export…", "Save"]  # type: ignore[var-annotated]
    qtbot.addWidget(window)
    window.resize(900, 700)

    def found(words: str) -> list[Entry]:
        looked.append(words)
        return [Entry(name[:2], "file-text", name, "", act=lambda n=name: taken.append(n)) for name in names]  # type: ignore[misc]

    palette = Palette(window, found)
    window.show()
    for steps, wanted in ((1, "Save"), (0, "OP1")):
        names[:] = ["Export…", "Save"]
        palette.open()
        qtbot.keyClicks(palette.field, "e")
        for _ in range(steps):
            qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        names.insert(0, "OP1")
        palette.look_again()
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert taken[-1] == wanted
    looked.clear()
    palette.look_again()
    assert looked == []


DRAFTS = (
    DraftRow("c", "Rev.2", ("b",), "2 March 2026", summary="1 reworded", brackets=0),
    DraftRow("b", "Rev.1", ("a",), "1 March 2026"),
    DraftRow("a", "L.37"),
)


def test_the_dossier_page_asks_for_what_keys_say(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show_rows(DRAFTS)
    page.show()
    assert page.choice == "c"
    with qtbot.waitSignal(page.compare_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_C)
    assert asked.args == ["b", "c"]
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.read_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == ["b"]


def test_any_two_drafts_can_be_compared(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show_rows(DRAFTS)
    menu = page.inspector.others(page)
    assert [action.text() for action in menu.actions()] == ["Rev.1", "L.37"]
    with qtbot.waitSignal(page.compare_asked) as asked:
        menu.actions()[1].trigger()
    assert asked.args == ["a", "c"]
    page.list.selectAll()
    page.list.selectionModel().select(page.drafts.index(1, 0), page.list.selectionModel().SelectionFlag.Deselect)
    with qtbot.waitSignal(page.compare_asked) as asked:
        page.inspector.compare()
    assert asked.args == ["a", "c"]


def test_rows_speak(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.show_rows(DRAFTS)
    page.learn("b", "OP8 deleted", 3)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert page.drafts.index(1, 0).data(role) == "Rev.1, OP8 deleted, 1 March 2026, 3 brackets"
    start = StartPage()
    qtbot.addWidget(start)
    start.show_rows([DossierRow("/m.adref", "Migration", "Rev.2", "No brackets", 0.0, "Yesterday")])
    assert start.rows.index(0, 0).data(role) == "Migration, Rev.2, No brackets, Yesterday"


def test_an_empty_dossier_says_what_to_do(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.show()
    assert page.open_button.isVisible()
    with qtbot.waitSignal(page.add_asked):
        page.open_button.click()
    with qtbot.waitSignal(page.paste_asked):
        page.paste_button.click()


def test_finding_a_dossier_narrows_the_list(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    names = ("Migration", "Sand and dust storms", "Development", "Cooperation")
    page.show_rows([DossierRow(f"/{name}", name, "", "", None, "") for name in names])
    page.show()
    qtbot.keyClicks(page.find_field, "dust")
    assert page.found.rowCount() == 1
    with qtbot.waitSignal(page.dossier_chosen) as chosen:
        qtbot.keyClick(page.find_field, Qt.Key.Key_Return)
    assert chosen.args == ["/Sand and dust storms"]
    qtbot.keyClicks(page.find_field, " and mud")
    assert page.empty.isVisible()


def test_the_dossier_that_is_chosen_stays_it_when_the_list_is_shown_again(qtbot: QtBot) -> None:
    # As whenever the window comes to the front: Enter did nothing then, and an arrow began at the first.
    page = StartPage()
    qtbot.addWidget(page)

    def row(name: str, line: str = "") -> DossierRow:
        return DossierRow(f"/{name}", name, line, "", None, "")

    rows = [row("Migration"), row("Dust"), row("Water")]
    page.show_rows(rows)
    page.list.setCurrentIndex(page.found.index(1, 0))
    for again in (rows, [row("Trade"), *rows], [row("Dust", "Rev.2"), row("Trade")]):
        page.show_rows(again)
        chosen = page.list.currentIndex()
        assert page.found.data(chosen).startswith("Dust\n"), again
        assert page.list.selectionModel().isSelected(chosen)
    page.show_rows([row("Trade")])
    assert not page.list.currentIndex().isValid()


def test_a_field_has_the_one_ring_however_the_keyboard_came_to_it(qtbot: QtBot) -> None:
    window = QWidget()
    field, other = QLineEdit(window), Button("Read", parent=window)
    field.setGeometry(20, 20, 200, 30)
    other.setGeometry(20, 80, 80, 30)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(field.hasFocus)
    ring_fields()
    (ring,) = window.findChildren(FocusRing)
    assert ring.isVisible()
    assert ring.geometry().center() == field.geometry().center()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    ring_fields()
    assert not ring.isVisible()


def test_the_focus_ring_goes_with_a_parent_that_moves(qtbot: QtBot) -> None:
    window, panel = QWidget(), QWidget()
    panel.setParent(window)
    button = Button("Read", parent=panel)
    panel.setGeometry(20, 20, 200, 100)
    button.setGeometry(10, 10, 80, 30)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    show_ring(button, Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(FocusRing)
    assert ring.geometry().center() == button.geometry().translated(20, 20).center()
    panel.move(120, 90)
    assert ring.geometry().center() == button.geometry().translated(120, 90).center()
    panel.hide()
    assert not ring.isVisible()


@pytest.mark.parametrize(("width", "has_side"), [(1280, True), (711, True), (411, False)])
def test_the_start_page_beside_the_help_has_room_for_the_dossiers(qtbot: QtBot, width: int, has_side: bool) -> None:
    window, page = QWidget(), StartPage()
    qtbot.addWidget(window)
    page.setParent(window)
    page.resize(width, 444)
    window.show()
    QApplication.processEvents()
    assert page.new_button.isVisible() == has_side
    for button in (page.sample.button, *([page.new_button] if has_side else [])):
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.rect().translated(button.mapTo(page, button.rect().topLeft())))
