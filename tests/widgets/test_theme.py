"""Colours that can be read, fonts that are there, icons that exist."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QKeyEvent, QPaintEvent, QPalette, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.shell.actions import ACTS
from widgets.theme import fonts, icons, style, tokens
from widgets.theme.controls import Button, IconButton
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Words
from widgets.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

ROOT = Path(__file__).resolve().parents[2]
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2."""

    def light(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@THEMES
@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "added", "removed", "moved", "agreed", "bracketed", "error"])
def test_every_role_of_words_is_read_on_every_surface(theme: Tokens, role: str) -> None:
    for surface in ("ground", "panel", "paper", "raised", "sel", "hover"):
        assert contrast(getattr(theme, role), getattr(theme, surface)) >= 4.5, surface
    # Labels do not stand on what was found; words of the text do, changed ones too.
    if role != "ink3":
        assert contrast(getattr(theme, role), theme.found) >= 4.5


@THEMES
@pytest.mark.parametrize("mark", ["added", "removed", "bracketed"])
def test_words_are_read_on_the_tints(theme: Tokens, mark: str) -> None:
    tint = getattr(theme, f"tint_{mark}") or theme.paper
    for role in (mark, "ink", "ink2", "ink3"):
        assert contrast(getattr(theme, role), tint) >= 4.5, role


@THEMES
def test_buttons_signs_and_the_focus_are_seen(theme: Tokens) -> None:
    for ground in (theme.ink, theme.ink2, theme.ink3):
        assert contrast(theme.on_accent, ground) >= 4.5
    for surface in (theme.paper, theme.panel, theme.raised):
        assert contrast(theme.ctl, surface) >= 3
        assert contrast(theme.focus, surface) >= 3
    for surface in (theme.ground, theme.sel, theme.hover):
        assert contrast(theme.focus, surface) >= 3


@THEMES
def test_what_cannot_be_used_is_read_and_told_from_what_can(theme: Tokens) -> None:
    for surface in (theme.raised, theme.panel):
        assert contrast(theme.off, surface) >= (4.5 if theme is HIGH_CONTRAST else 3)
    group, role, colour = QPalette.ColorGroup, QPalette.ColorRole, style.palette_of(theme).color
    for one in (role.WindowText, role.Text, role.ButtonText):
        assert contrast(colour(group.Disabled, one), colour(group.Active, one)) >= 3


@THEMES
def test_selected_words_stand_out_where_one_writes(theme: Tokens) -> None:
    assert contrast(theme.selected, theme.hover) >= 1.2
    assert contrast(theme.ink, theme.selected) >= 7
    for mark in (theme.added, theme.removed, theme.moved, theme.bracketed):
        assert contrast(mark, theme.selected) >= 4.4


@THEMES
def test_words_are_read_in_what_dialogs_of_the_system_are_made_of(
    qapp: QApplication, qtbot: QtBot, theme: Tokens
) -> None:
    style.apply(qapp, theme.name)
    box, off, table = QGroupBox("Printer"), QLineEdit("1"), QTableWidget(1, 1)
    off.setEnabled(False)
    table.setHorizontalHeaderLabels(["Name"])
    for widget in (box, off, table):
        qtbot.addWidget(widget)
        widget.resize(200, 100)
        picture = widget.grab().toImage()
        at = QPoint(150, 50) if widget is box else QPoint(150, 12)
        assert contrast(picture.pixelColor(at), theme.ink) >= 4.5, type(widget)


def test_our_fonts_are_used(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    assert QFontInfo(fonts.serif(17)).family() == fonts.SERIF
    assert QFontInfo(fonts.ui()).family() == fonts.SANS
    assert QFontInfo(fonts.serif(17, italic=True)).italic()


def test_a_word_longer_than_the_line_is_broken_and_widens_nothing(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    name = "A_HRC_58_L.27_Rev.1_zero_draft_clean_with_comments_of_delegations_FINAL"
    label, short = Words(name, fonts.serif(18, 600), lines=True), Words("A draft", fonts.serif(18, 600), lines=True)
    label.resize(280, label.heightForWidth(280))
    assert label.minimumSizeHint().width() <= 280
    assert label.heightForWidth(280) > 2 * short.heightForWidth(280) - 4
    image = label.grab().toImage()
    line = QFontMetricsF(label.font()).height()
    assert _inked(image, int(line), int(2 * line)) > 40
    marked = Words(f"<span style='font-weight:700'>{'x' * 10}</span>", fonts.ui(), lines=True)
    marked.setTextFormat(Qt.TextFormat.RichText)
    marked.resize(120, 60)
    assert marked.heightForWidth(120) < 2 * marked.fontMetrics().height()


@pytest.mark.parametrize("words", ["The Chair’s text on A/C.2/80/L.39", "A/C.2/80/L.39 and A/C.2/80/L.50/Rev.1"])
def test_no_line_of_a_label_ends_within_a_symbol(words: str, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    parted, _, symbol = words.rpartition(" ")
    pictures = []
    for text in (words, f"{parted}\n{symbol}"):
        label = Words(text, fonts.serif(15, 600), lines=True)
        room = max(map(label.fontMetrics().horizontalAdvance, (parted + " A/", symbol))) + 2
        label.setFixedWidth(room)
        label.setFixedHeight(label.heightForWidth(room))
        pictures.append(label.grab().toImage())
        assert label.text() == text
    assert pictures[0] == pictures[1]
    narrow = Words(symbol, fonts.serif(15, 600), lines=True)
    assert narrow.heightForWidth(60) > narrow.heightForWidth(300)  # no room for it whole


def _inked(image: QImage, top: int, bottom: int) -> int:
    """How many dots of some rows are dark."""
    return sum(
        image.pixelColor(x, y).lightnessF() < 0.5
        for y in range(top, min(bottom, image.height()))
        for x in range(image.width())
    )


@pytest.mark.parametrize(
    ("words", "across"),
    [
        ("مشروع قرار مقدم من John Smith (Uruguay)، بشأن مشروع القرار A/C.2/80/L.39", True),
        ("Draft resolution submitted by John Smith (Uruguay), on draft resolution A/C.2/80/L.39", False),
    ],
)
def test_a_label_with_a_symbol_runs_as_its_words_do(words: str, across: bool, qapp: QApplication) -> None:
    label = Words(words, fonts.ui(), lines=True)
    laid = label._laid(300)
    begins, _ = laid.lineAt(0).cursorToX(0)
    assert (begins > 150) is across


def test_weights_differ_on_the_style_in_use(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    widths = [QFontMetricsF(fonts.ui(weight)).horizontalAdvance("Decides to meet") for weight in (400, 500, 600)]
    assert widths == sorted(widths)
    assert len(set(widths)) == 3


def test_each_who_asks_has_a_font_of_his_own(qapp: QApplication) -> None:
    for make in (fonts.ui, fonts.micro, lambda: fonts.serif(15), lambda: fonts.figures(12)):
        assert make() == make()
        assert not make().isCopyOf(make())  # texts are laid out in several threads


def test_tabular_figures_are_of_one_width(qapp: QApplication) -> None:
    fonts.load()
    metrics = QFontMetricsF(fonts.figures(13))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_the_icons_of_the_table_exist(qapp: QApplication) -> None:
    for act in ACTS:
        if act.icon:
            assert len(icons.glyph(act.icon)) == 1


def test_a_listener_that_is_gone_is_not_called(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QLabel
    from shiboken6 import delete

    called: list[str] = []
    widget = QLabel()
    tokens.theme_changed.connect(lambda _tokens: called.append(widget.text()))
    style.apply(qapp, "dark")
    style.apply(qapp, "light")
    assert len(called) == 2
    delete(widget)
    style.apply(qapp, "dark")
    style.apply(qapp, "light")
    assert len(called) == 2


def test_what_is_to_be_painted_anew_is_held_by_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    painted: list[str] = []

    class Painted(QWidget):
        def __init__(self) -> None:
            super().__init__()
            tokens.theme_changed.repaint(self)

        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(tokens.current().name)

    style.apply(qapp, "light")
    widget = Painted()
    widget.show()
    qtbot.waitUntil(lambda: painted[-1:] == ["light"])
    tokens.set_current(DARK)
    qtbot.waitUntil(lambda: painted[-1:] == ["dark"])
    there = ref(widget)
    del widget
    assert there() is None
    style.apply(qapp, "light")


def test_the_plain_style_runs_without_qlementine() -> None:
    # In a program of its own: a program has one style for all its life.
    script = """
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from widgets.theme import style, tokens
app = QApplication([])
style.apply(app, "dark")
assert not hasattr(app.style(), "setTheme")
for widget in (QCheckBox("Housekeeping"), QLineEdit("OP7")):
    widget.resize(160, 30)
    picture = widget.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(160) for y in range(30)}
    assert tokens.DARK.ctl.name() in colours, widget
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ADREF_STYLE": "fusion"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("italic", [False, True])
def test_bold_words_inside_a_text_have_a_face_of_their_own(qapp: QApplication, italic: bool) -> None:
    text = fonts.serif(17, italic=italic)
    bold = QFont(text)
    bold.setWeight(QFont.Weight.Bold)
    assert QRawFont.fromFont(bold).styleName() == ("Bold Italic" if italic else "Bold")
    # The axis says every other weight, so that a heading is no heavier than it was.
    assert QRawFont.fromFont(fonts.serif(17, 600, italic=italic)).styleName() == ("Italic" if italic else "Regular")


LETTERS = pytest.mark.skipif(sys.platform == "darwin", reason="menus of macOS have no access keys")


@LETTERS
@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize(
    ("lines", "keys", "does"),
    [
        (("Take &all that changed alike", "&Copy all changes"), "c", "&Copy all changes"),
        (("Take &all that changed alike", "&Copy all changes"), "C", "&Copy all changes"),
        (("First &1", "Other &2"), "2", "Other &2"),
        (("Да, &вернуть", "&Нет"), "в", "Да, &вернуть"),
        (("&Copy all changes", "Crop no lines"), "x", None),
        (("Take &all", "&Copy"), (Qt.Key.Key_Down,), None),
        (("Take &all", "&Copy"), (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return), "&Copy"),
        (("Take &all", "&Copy"), (Qt.Key.Key_Down, Qt.Key.Key_Space), "Take &all"),
    ],
)
def test_an_underlined_letter_does_what_its_line_of_the_menu_says(
    qtbot: QtBot,
    qapp: QApplication,
    dressed: None,
    lines: tuple[str, ...],
    keys: str | tuple[Qt.Key, ...],
    does: str | None,
) -> None:
    menu, done = QMenu(), []
    qtbot.addWidget(menu)
    for words in lines:
        menu.addAction(words).triggered.connect(lambda _checked, words=words: done.append(words))
    menu.popup(QPoint())
    if isinstance(keys, str):  # which may be no letter that QTest knows
        none = Qt.KeyboardModifier.NoModifier
        qapp.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, ord(keys.upper()), none, keys))
    else:
        for key in keys:
            qtbot.keyClick(menu, key)
    assert done == ([does] if does else [])
    menu.close()


@LETTERS
@pytest.mark.qt_log_ignore("does not support")
def test_an_underlined_letter_opens_a_menu_in_a_menu_and_acts_there(qtbot: QtBot, dressed: None) -> None:
    menu, done = QMenu(), []
    qtbot.addWidget(menu)
    menu.addAction("Keep this draft")
    kinds = menu.addMenu("&Kind of paragraph")
    kinds.addAction("Kept lines")
    kinds.addAction("&Operative").triggered.connect(lambda: done.append("operative"))
    menu.popup(QPoint())
    qtbot.keyClicks(menu, "k")
    assert kinds.isVisible()
    qtbot.keyClicks(kinds, "o")
    assert done == ["operative"]


@LETTERS
@pytest.mark.qt_log_ignore("does not support")
def test_underlined_letters_act_in_the_menus_that_qt_makes(qtbot: QtBot, dressed: None) -> None:
    field = QLineEdit("Recalling")
    qtbot.addWidget(field)
    field.insert(" also")
    menu = field.createStandardContextMenu()
    menu.popup(QPoint())
    qtbot.keyClicks(menu, "u")
    assert field.text() == "Recalling"


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_no_frame_is_made_for_a_ring_that_nobody_sees(qtbot: QtBot, qapp: QApplication, dressed: None) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    for widget in (Button("Keep"), IconButton("x", "Close"), Segments(("Two", "Columns"))):
        line.addWidget(widget)
    page.show()
    qapp.processEvents()
    assert not page.findChildren(QFocusFrame)


def test_words_that_are_not_shown_have_the_colours_of_the_theme_when_they_are(qtbot: QtBot, qapp: QApplication) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    words = Words("Words of a panel", fonts.ui(), "ink2", parent=panel)
    try:
        panel.show()
        panel.hide()
        style.apply(qapp, "dark")
        panel.show()
        assert words.palette().color(QPalette.ColorRole.WindowText) == DARK.ink2
        style.apply(qapp, "light")
        assert words.palette().color(QPalette.ColorRole.WindowText) == LIGHT.ink2
    finally:
        style.apply(qapp, "light")
