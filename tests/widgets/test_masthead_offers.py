"""What may be meant in a field of the masthead: chosen by keys and mouse, while the keyboard stays in the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from widgets.masthead.fields import FieldLine
from widgets.masthead.offers import Offers
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts, style
from widgets.theme.laid import laid_down
from widgets.theme.tokens import current

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEYS = Qt.Key
OFFERED = ("Arabic", "Chinese", "English", "French", "Russian", "Spanish")
LONG = ("draft resolution", "amendment to draft resolution A/C.2/58/L.37 as orally corrected in the room " * 3)


class Form:
    """Two fields in a form that scrolls, in a window."""

    def __init__(self, qtbot: QtBot) -> None:
        fonts.load()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        inside = QWidget()
        column = laid_down(inside, margins=(12, 200, 12, 900))
        self.line, self.next = FieldLine("Original"), FieldLine("Agenda item")
        column.addWidget(self.line)
        column.addWidget(self.next)
        self.area = scrolled(inside)
        laid_down(self.window).addWidget(self.area)
        self.line.offer(OFFERED, opens=True)
        self.window.resize(320, 480)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.line.setFocus()
        qtbot.waitUntil(self.line.hasFocus)

    def type(self, *keys: str | Qt.Key) -> None:
        """Strike keys as they come: at the window, for whatever has the keyboard."""
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                QTest.keyClick(self.window.windowHandle(), one)

    @property
    def offers(self) -> Offers:
        assert self.line.offers is not None
        return self.line.offers

    def place(self) -> QPoint:
        """The upper left corner of the field, in the window."""
        return self.line.mapTo(self.window, QPoint())


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


def test_the_list_is_no_window_and_the_keyboard_stays_in_the_field(form: Form) -> None:
    form.type("engl")
    assert form.offers.isVisible()
    assert not form.offers.isWindow()
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is form.line
    form.type("ish", KEYS.Key_Tab, "18")
    assert [form.line.text(), form.next.text()] == ["english", "18"]
    assert not form.offers.isVisible()


@pytest.mark.parametrize(
    ("keys", "stands", "taken", "open_still"),
    [
        (("an",), "an", [], True),
        (("an", KEYS.Key_Down), "an", [], True),
        (("an", KEYS.Key_Down, KEYS.Key_Return), "Russian", ["Russian"], False),
        (("an", KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Enter), "Spanish", ["Spanish"], False),
        (("an", KEYS.Key_Up, KEYS.Key_Tab), "Spanish", ["Spanish"], False),
        (("an", KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_Tab), "an", [], False),
        (("an", KEYS.Key_Tab), "an", [], False),
        (("an", KEYS.Key_Down, KEYS.Key_Escape), "an", [], False),
        (("an", KEYS.Key_PageDown, KEYS.Key_Return), "Spanish", ["Spanish"], False),
        (("an", KEYS.Key_PageUp, KEYS.Key_Return), "Russian", ["Russian"], False),
        (("an", KEYS.Key_Down, "i", KEYS.Key_Return), "ani", [], False),
        (("an", KEYS.Key_Backspace, KEYS.Key_Backspace), "", [], False),
        (("English",), "English", [], False),
    ],
)
def test_keys_choose(
    form: Form, keys: tuple[str | Qt.Key, ...], stands: str, taken: list[str], open_still: bool
) -> None:
    told: list[str] = []
    form.line.taken.connect(told.append)
    form.type(*keys)
    assert form.line.text() == stands
    assert told == taken
    assert form.offers.isVisible() is open_still


@pytest.mark.parametrize(
    "words",
    [
        ("First", "Special Political and Decolonization Committee (Fourth Committee)"),
        (
            "Commission des questions politiques spéciales et de la décolonisation (Quatrième Commission)",
            "iiiiiiii" * 12,
        ),
        ("Комитет по специальным политическим вопросам и вопросам деколонизации", "WWWWWWWWWWWWWWWWWWWWWWW"),
        ("لجنة المسائل السياسية الخاصة وإنهاء الاستعمار (اللجنة الرابعة)", "الأولى"),
        ("特别政治和非殖民化委员会（第四委员会）", "第一委员会"),
    ],
)
def test_the_widest_is_whole_where_the_window_has_room(form: Form, words: tuple[str, ...]) -> None:
    form.window.resize(900, 480)
    form.line.setFixedWidth(90)
    offers = Offers(form.line)
    offers.open(words)
    seen = QStyleOptionViewItem()
    for row in range(len(words)):
        index = offers.model().index(row, 0)
        seen.rect = offers.visualRect(index)
        offers.itemDelegate().initStyleOption(seen, index)
        assert seen.text == words[row]


def test_a_click_on_a_row_takes_it(form: Form) -> None:
    form.type("an")
    row = form.offers.visualRect(form.offers.model().index(1, 0)).center()
    QTest.mouseClick(
        form.window.windowHandle(), Qt.MouseButton.LeftButton, pos=form.offers.viewport().mapTo(form.window, row)
    )
    assert form.line.text() == "Spanish"
    assert not form.offers.isVisible()
    assert form.line.hasFocus()


def test_the_mouse_elsewhere_closes_the_list(form: Form) -> None:
    handle = form.window.windowHandle()
    for use in (
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
        lambda: QApplication.sendEvent(handle, wheel(QPointF(5, 5))),
        lambda: QApplication.sendEvent(handle, wheel(QPointF(form.place() + QPoint(20, 10)))),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=form.place() + QPoint(20, 10)),
        form.window.hide,
    ):
        form.line.show_all()
        assert form.offers.isVisible()
        use()
        assert not form.offers.isVisible()


def wheel(at: QPointF) -> QWheelEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QWheelEvent(
        at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_caret_is_in_the_middle_of_its_line(qapp: QApplication, form: Form, appearance: str) -> None:
    style.apply(qapp, appearance)
    caret = form.line.findChild(QToolButton)
    assert caret is not None
    assert abs(caret.geometry().center().y() - form.line.rect().center().y()) <= 1
    assert form.line.rect().adjusted(1, 1, -1, -1).contains(caret.geometry())


def test_the_caret_opens_the_list_and_closes_it(form: Form) -> None:
    caret = form.place() + QPoint(form.line.width() - 12, form.line.height() // 2)
    for opened in (True, False, True):
        QTest.mouseClick(form.window.windowHandle(), Qt.MouseButton.LeftButton, pos=caret)
        assert form.offers.isVisible() is opened
    assert form.offers.model().rowCount() == len(OFFERED)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("offered", [OFFERED, LONG, [f"Session {n}" for n in range(80)]], ids=["few", "long", "many"])
@pytest.mark.parametrize("size", [(320, 480), (900, 700), (260, 300)], ids=str)
def test_the_list_lies_at_its_field_and_within_the_window(
    form: Form, size: tuple[int, int], offered: list[str], way: Qt.LayoutDirection
) -> None:
    form.window.resize(*size)
    form.window.setLayoutDirection(way)
    form.line.offer(offered)
    form.line.show_all()
    seen = []
    for scrolled_by in (0, 60, 150):
        form.area.verticalScrollBar().setValue(scrolled_by)
        QApplication.processEvents()
        top = form.place().y()
        place = form.offers.geometry()
        assert form.window.rect().contains(place)
        assert place.top() in (top + form.line.height() + 1, top - 1 - place.height())
        assert form.offers.layoutDirection() == way
        seen.append(place.top())
    assert len(set(seen)) > 1


@pytest.mark.parametrize("look", ["light", "high contrast"])
def test_the_list_has_a_frame(form: Form, qapp: QApplication, look: str) -> None:
    style.apply(qapp, look)
    form.line.show_all()
    picture = form.offers.grab().toImage()
    corners = picture.rect()
    for rect, colour in ((corners, current().ctl), (corners.adjusted(1, 1, -1, -1), current().raised)):
        for at in (rect.topLeft(), rect.bottomRight()):
            assert picture.pixelColor(at) == colour


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("words", ["Second", "اللجنة"])
def test_a_row_stands_as_its_field_has_it(form: Form, qapp: QApplication, words: str, way: Qt.LayoutDirection) -> None:
    style.apply(qapp, "high contrast")
    form.window.setLayoutDirection(way)
    form.line.offer([words])
    form.line.show_all()
    row = form.offers.viewport().grab().toImage()
    middle = row.height() // 2
    ink = [x for x in range(row.width()) for y in (middle - 3, middle, middle + 3) if row.pixelColor(x, y).value() < 90]
    across = words != "Second" or way == Qt.LayoutDirection.RightToLeft
    assert (min(ink) > row.width() / 2) if across else (max(ink) < row.width() / 2)


def test_a_window_that_is_let_go_takes_an_open_list_with_it(qtbot: QtBot) -> None:
    form = Form(qtbot)
    form.line.show_all()
    assert form.offers.isVisible()
    delete(form.window)
    assert not isValid(form.line)


@pytest.mark.parametrize("typed", ["d'i", "d’i", "D’I"])
@pytest.mark.parametrize("known", ["Côte d'Ivoire", "Côte d’Ivoire"])
def test_what_is_offered_is_found_however_its_marks_are_printed(form: Form, typed: str, known: str) -> None:
    form.line.offer((known, "Norway"))
    form.line.setText(typed)
    form.line.textEdited.emit(typed)
    assert form.offers.isVisible()
    assert [form.offers.model().index(row, 0).data() for row in range(form.offers.model().rowCount())] == [known]
