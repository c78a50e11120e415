"""Words of buttons: all of them where there is room, else shortened, never cut at an edge; labels at theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from widgets.theme import fonts, style
from widgets.theme.controls import Button, IconButton
from widgets.theme.segments import Segments
from widgets.theme.surfaces import WholeWords, Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

LONG = "Export Working_text_on_Rev.1_of_27_November_against_Rev.1_of_27_November.docx"


def _inked(image: QImage, columns: range) -> bool:
    """Whether anything but the ground stands in some columns, in the middle half of the height."""
    ground = image.pixel(columns[0], image.height() // 4)
    rows = range(image.height() // 4, image.height() * 3 // 4)
    return any(image.pixel(x, y) != ground for x in columns for y in rows)


def _picture(button: QAbstractButton) -> QImage:
    return button.grab().toImage()


@pytest.mark.parametrize("form", ["ink", "quiet", "plain", "place"])
@pytest.mark.parametrize("sides", [(), ("icon",), ("key",), ("leading",), ("icon", "key")])
@pytest.mark.parametrize("mirrored", [False, True])
def test_words_never_reach_the_edge(
    qtbot: QtBot, qapp: QApplication, form: str, sides: tuple[str, ...], mirrored: bool
) -> None:
    style.apply(qapp, "light")
    button = Button(
        LONG,
        form=form,
        icon="check" if "icon" in sides else None,
        key="Ctrl+N" if "key" in sides else "",
        leading="leading" in sides,
    )
    qtbot.addWidget(button)
    if mirrored:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for width in (150, 239, 340, button.sizeHint().width()):
        button.setFixedWidth(width)
        image = _picture(button)
        assert not _inked(image, range(3, 9)), width
        assert not _inked(image, range(width - 9, width - 3)), width
        assert _inked(image, range(10, width - 10)), width


def test_a_shortened_button_says_all_of_it_where_the_pointer_rests(qtbot: QtBot, qapp: QApplication) -> None:
    button = Button(LONG)
    qtbot.addWidget(button)
    for width, told in ((button.sizeHint().width(), ""), (200, LONG)):
        button.setFixedWidth(width)
        QToolTip.hideText()
        QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
        assert QToolTip.text() == told


@pytest.mark.parametrize("make", [lambda: IconButton("x", "Close"), lambda: WholeWords("Close", fonts.small())])
def test_words_that_are_the_name_are_told_at_the_pointer_and_not_as_a_description(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    said = QAccessible.queryAccessibleInterface(widget)
    assert (said.text(QAccessible.Text.Name), said.text(QAccessible.Text.Description)) == ("Close", "")
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert QToolTip.text() == "Close"


def test_parts_of_a_choice_are_shortened_too(qtbot: QtBot, qapp: QApplication) -> None:
    fonts.load()
    segments = Segments(("Tracked", "With a very long name"))
    qtbot.addWidget(segments)
    part = segments.part(1)
    part.setFixedWidth(70)
    segments.grab()
    image = _picture(part)
    assert not _inked(image, range(1, 3))
    assert not _inked(image, range(66, 69))


@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize("text", ["Form", "الجمعية"])
@pytest.mark.parametrize("trailing", [False, True])
def test_labels_of_a_mirrored_window_stand_at_its_edge(
    qtbot: QtBot, qapp: QApplication, text: str, trailing: bool, lines: bool
) -> None:
    style.apply(qapp, "light")
    words = Words(text, fonts.ui(), lines=lines)
    qtbot.addWidget(words)
    words.setFixedSize(300, 20)
    if trailing:
        words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = _picture(words)
    halves = [_inked(image, range(150)), _inked(image, range(150, 299))]
    assert halves == [trailing, not trailing]


def test_the_dots_of_a_mirrored_button_follow_its_words(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    ends = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        try:
            button = Button("Keep this draft...", form="plain")
            qtbot.addWidget(button)
            image = _picture(button)
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        above = range(image.height() // 4, image.height() // 2)  # the dots stand on the line
        ends.append(max(x for x in range(image.width()) if len({image.pixel(x, y) for y in above}) > 1))
    assert abs(ends[0] - ends[1]) <= 2
