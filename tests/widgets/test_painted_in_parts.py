"""The sheet is painted where something changed only: what is seen then is what painting all of it would give."""

from __future__ import annotations

import os
import random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.notes import footnotes
from models.editing.working import WorkingText
from widgets.theme import style
from widgets.theme.tokens import Measures, current
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_SEQUENCES = int(os.environ.get("ADREF_PAINTED_SEQUENCES", "2"))
_TILE = 16
_TURNS = 6
_ROUNDED = 8
"""The edges of letters are rounded otherwise where they are painted in two parts, by so little."""
_LONG = (
    " Governments of countries of origin, countries of transit and countries of destination to increase cooperation "
    "on issues related to migration, and notes with appreciation the numerous meetings convened"
)
_ARABIC = "تقرر عقد مؤتمر دولي رفيع المستوى بشأن الهجرة والتنمية في مقر الأمم المتحدة مع مراعاة احتياجات البلدان"


def _draft() -> Draft:
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(words),)) for words in ("General Assembly", "A/C.2/80/L.1", "Title")]
    paragraphs += [Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(f"{_LONG},"))) for _ in range(2)]
    for number in range(8):
        words = f" [{_LONG}] again;" if number == 3 else f"{_LONG};"
        note = (Run(footnote=1),) if number == 2 else ()
        paragraphs.append(Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(words), *note)))
        paragraphs.append(Paragraph(Kind.SUBPARAGRAPH, (Run(f"To meet {number};"),), level=1))
    paragraphs.append(Paragraph(Kind.OPERATIVE, (Run(f"{_ARABIC} {_ARABIC}"),)))
    return Draft(tuple(paragraphs), (Footnote(1, "1", (Run("A/80/1."),)),))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> TextPage:
    style.apply(qapp, "light")
    qapp.setCursorFlashTime(0)
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    page.show_working(WorkingText(_draft()), "A title", "", base="Rev.1")
    page.sheet.setFocus()
    QTest.qWait(50)
    return page


def _on_the_screen(page: TextPage) -> QImage:
    screen = page.screen()
    return screen.grabWindow(page.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(page: TextPage) -> list[tuple[int, int]]:
    """Where the sheet on the screen differs from the sheet painted as a whole, its scroll bar apart.

    What the first turn lays out above what is in sight, the second paints; what comes from another thread in between
    takes as many more. What was painted wrong stays so.
    """
    for _ in range(_TURNS):
        QTest.qWait(1)
        if not (found := _differing_now(page)):
            break
    return found


def _differing_now(page: TextPage) -> list[tuple[int, int]]:
    sheet = page.sheet
    size = sheet.size() - QSize(sheet.verticalScrollBar().width(), 0)
    place = QRect(sheet.mapTo(page, QPoint()), size)
    seen = _on_the_screen(page).copy(place)
    whole = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).copy(place)
    if seen == whole:
        return []
    corners = [QPoint(x, y) for y in range(0, seen.height(), _TILE) for x in range(0, seen.width(), _TILE)]
    tiles = [QRect(corner, QSize(_TILE, _TILE)) for corner in corners]
    return [tile.topLeft().toTuple() for tile in tiles if _far(seen.copy(tile), whole.copy(tile)) > _ROUNDED]


def _far(one: QImage, two: QImage) -> int:
    """The largest difference of a colour between two pictures."""
    if one == two:
        return 0
    return max(abs(first - second) for first, second in zip(bytes(one.bits()), bytes(two.bits()), strict=True))


_KEYS = (
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Left, Qt.Key.Key_Down,
)  # fmt: skip
_MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 3, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def _act(page: TextPage, chance: random.Random) -> str:
    sheet = page.sheet
    which = chance.random()
    if which < 0.12:
        entries = sheet.working.entries if sheet.working else []
        position = chance.randrange(len(entries))
        place = chance.randint(0, entries[position].length)
        sheet.select(Selection(Caret(position, place), Caret(position, place)))
        return f"caret {position}, {place}"
    if which < 0.22:
        key, modifier = chance.choice(_KEYS), chance.choice(_MODIFIERS)
        for _ in range(chance.choice((1, 1, 4))):
            QTest.keyClick(sheet, key, modifier)
        return f"{key}, {modifier}"
    if which < 0.26:
        bar = sheet.verticalScrollBar()
        bar.setValue(bar.value() + chance.choice((-400, -120, -27, 3, 40, 200)))
        return f"scrolled to {bar.value()}"
    if which < 0.31:
        entries = sheet.working.entries if sheet.working else []
        first = chance.randrange(max(1, len(entries) - 4))
        last = min(len(entries) - 1, first + chance.randint(1, 3))
        sheet.select(Selection(Caret(first, 0), Caret(last, entries[last].length)))
        QApplication.processEvents()
        QTest.keyClick(sheet, Qt.Key.Key_Delete)
        return f"deleted {first} to {last}"
    if which < 0.34:
        page.set_zoom(chance.choice((0.9, 1.0, 1.15, 2.0)))
        return f"zoom {page.sheet.zoom}"
    if which < 0.37:
        page.resize(chance.choice((940, 1100, 1280)), 752)
        QTest.qWait(20)
        return f"{page.width()} wide"
    if which < 0.42:
        (sheet.undo_step if chance.random() < 0.6 else sheet.redo_step)()
        return "undo or redo"
    if which < 0.44:
        pasted = QMimeData()
        pasted.setText(chance.choice(("peace", f"{_LONG};\n(a) [To meet];\n2. {_ARABIC}", "Recalling\n\n")))
        sheet.insertFromMimeData(pasted)
        return f"pasted {pasted.text()[:20]!r}"
    if which < 0.46:
        sheet.do(footnotes.add_note)
        if sheet.note_editor.note is not None:
            QTest.keyClicks(sheet.note_editor, "A/80/2")
            QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
        return "a footnote"
    words = chance.choice(("the rights of all ", "s", " ", "[", "]", "international migration ", "1. ", "م", "﷽"))
    for letter in words:
        QTest.keyClicks(sheet, letter) if letter.isascii() else QTest.sendKeyEvent(
            QTest.KeyAction.Click, sheet, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
        )
        if chance.random() < 0.3:
            QApplication.processEvents()
    return repr(words)


@pytest.mark.parametrize("seed", range(_SEQUENCES))
@pytest.mark.parametrize("with_words", [False, True])
def test_parts_add_up_to_the_whole(page: TextPage, qapp: QApplication, seed: int, with_words: bool) -> None:
    style.apply(qapp, ("light", "dark", "high contrast")[seed % 3])
    page.bar.words.setChecked(with_words)
    chance = random.Random(seed)
    page.sheet.select(Selection.at(6, 20))
    done = []
    assert _differing(page) == []
    for _ in range(30):
        done.append(_act(page, chance))
        assert _differing(page) == [], done[-3:]


@pytest.mark.parametrize("seed", [0, 3])
def test_parts_add_up_to_the_whole_while_the_document_is_behind(
    page: TextPage, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.text.document.MOST_AT_ONCE", 3)
    monkeypatch.setattr("widgets.writing.catching_up._PIECE", 0.0)
    once = _draft()
    page.show_working(WorkingText(Draft(once.paragraphs + once.paragraphs[5:] * 6, once.footnotes)))
    QTest.qWait(300)
    sheet, chance = page.sheet, random.Random(seed)
    bar, working = sheet.verticalScrollBar(), sheet.working
    assert working is not None
    done, behind = [], 0
    for _ in range(20):
        which = chance.random()
        if which < 0.4:
            sheet.selectAll()
            sheet.toggle_mark("bold")
            sheet.select(Selection.at(chance.randrange(len(working.entries)), 0))
            done.append("all bold, or no longer")
        elif which < 0.7:
            bar.setValue(chance.randint(0, bar.maximum()))
            done.append(f"scrolled to {bar.value()}")
        elif which < 0.8:
            sheet.selectAll()
            QTest.keyClick(sheet, Qt.Key.Key_Delete)
            sheet.undo_step()
            done.append("all deleted, and back")
        else:
            done.append(_act(page, chance))
        sheet.under_way.finish()  # so that the document has something to be behind with
        behind += sheet.catching_up.behind
        assert _differing(page) == [], done[-3:]
    assert behind


def test_numbers_below_follow_in_the_turn_after_the_one_in_which_a_key_is_painted(page: TextPage) -> None:
    sheet = page.sheet
    sheet.select(Selection.at(6, 20))
    QTest.qWait(50)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.pause.waits(sheet.on_screen.look_over)
    for _ in range(2):
        QApplication.processEvents()
    assert not sheet.pause.waits(sheet.on_screen.look_over)


def test_how_to_begin_goes_when_something_is_written(page: TextPage) -> None:
    page.sheet.selectAll()
    QTest.keyClick(page.sheet, Qt.Key.Key_Delete)
    assert _differing(page) == []
    page.sheet.undo_step()
    assert _differing(page) == []


def test_the_ground_goes_with_a_paragraph_that_is_turned_and_turned_back(page: TextPage) -> None:
    once = _draft()
    turned = Paragraph(Kind.OPERATIVE, (Run("م"),))
    page.show_working(WorkingText(Draft((*once.paragraphs[:5], turned, *once.paragraphs[6:]), once.footnotes)))
    page.sheet.select(Selection.at(5, 0))
    QTest.qWait(50)
    QTest.keyClicks(page.sheet, "a")
    QTest.qWait(20)
    assert _differing(page) == []
    for act in (page.sheet.undo_step, page.sheet.redo_step):
        act()
        QTest.qWait(20)
        assert _differing(page) == []


@pytest.mark.parametrize(("position", "lines", "at_once"), [(-1, 1, False), (-1, 20, True), (6, 20, False)])
def test_the_scroll_bar_follows_lines_that_come(
    qtbot: QtBot, page: TextPage, monkeypatch: pytest.MonkeyPatch, position: int, lines: int, at_once: bool
) -> None:
    monkeypatch.setattr("widgets.text.column_changes._LATER", 2_000)
    once = _draft()
    page.show_working(WorkingText(Draft(once.paragraphs * 4, once.footnotes)))
    sheet = page.sheet
    qtbot.waitUntil(lambda: sheet.text.whole and not sheet.column.blocks.active)
    QTest.qWait(100)
    assert sheet.working is not None
    sheet.select(Selection.at(position % len(sheet.working.entries), 3))
    before, high = sheet.verticalScrollBar().maximum(), sheet.column.documentSize().height()
    sheet.insertPlainText(
        "the rights of all migrants and international migration and development and the rights " * lines
    )
    more = round(sheet.column.documentSize().height() - high)
    assert more > 0
    assert (sheet.verticalScrollBar().maximum() == before + more) == at_once
    sheet.ensureCursorVisible()
    assert sheet.viewport().rect().contains(sheet.cursorRect())
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() == before + more)


def test_the_zoom_keeps_what_is_in_sight(page: TextPage) -> None:
    page.sheet.select(Selection.at(0, 0))
    bar = page.sheet.verticalScrollBar()
    bar.setValue(450)
    QTest.qWait(20)
    page.set_zoom(1.2)
    QTest.qWait(50)
    assert bar.value() > 450
    page.set_zoom(1.0)
    QTest.qWait(50)
    assert abs(bar.value() - 450) <= 2


def test_the_sign_of_what_is_gone_behind_the_last_paragraph_comes_and_goes(page: TextPage) -> None:
    page.show_working(WorkingText(Draft(_draft().paragraphs[3:8])), "A title", "", base="Rev.1")
    sheet = page.sheet
    sheet.setFocus()
    working = sheet.working
    assert working is not None
    QTest.qWait(50)
    assert _differing(page) == []
    *_, before, last = (Caret(at, entry.length) for at, entry in enumerate(working.entries))
    sheet.select(Selection(before, last))
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    for act in (sheet.undo_step, sheet.redo_step, lambda: QTest.keyClick(sheet, Qt.Key.Key_Return)):
        QTest.qWait(400)  # all in sight was looked over
        assert _differing(page) == []
        act()
    QTest.qWait(400)
    assert _differing(page) == []


def test_bars_are_there_where_they_are_wanted(page: TextPage) -> None:
    page.sheet.select(Selection.at(6, 5))
    bare = page.sheet.grab().toImage()
    page.sheet.set_bars(False)
    QTest.keyClicks(page.sheet, "a")
    page.sheet.undo_step()
    assert page.sheet.grab().toImage() == bare
    QTest.keyClicks(page.sheet, "a")
    without = page.sheet.grab().toImage()
    page.sheet.set_bars(True)
    with_bars = page.sheet.grab().toImage()
    assert with_bars != without
    left = page.sheet.viewport().geometry().left()
    ink = current().added.rgb()
    assert any(with_bars.pixel(left + Measures.CHANGE_BAR_AT + 1 + 34, y) == ink for y in range(with_bars.height()))


def test_what_was_typed_follows_the_zoom(page: TextPage, qtbot: QtBot) -> None:
    page.sheet.select(Selection.at(6, 20))
    QTest.keyClicks(page.sheet, "of international migration ")
    page.set_zoom(1.5)
    page.sheet.set_bars(False)
    working = page.sheet.working
    assert working is not None
    fresh = TextPage()
    qtbot.addWidget(fresh)
    fresh.resize(page.size())
    fresh.show()
    fresh.show_working(WorkingText(working.draft()), "A title", "", base="Rev.1")
    fresh.set_zoom(1.5)
    fresh.sheet.select(page.sheet.selection())
    fresh.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().value())
    for one in (fresh, page):
        one.sheet.clearFocus()  # only one of two windows has a caret
    QTest.qWait(50)
    assert fresh.sheet.viewport().grab().toImage() == page.sheet.viewport().grab().toImage()


def test_all_that_can_lie_over_the_text_is_told(page: TextPage) -> None:
    sheet = page.sheet
    known = [sheet.viewport(), *sheet.over_text()]
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    others = [one for one in sheet.findChildren(QWidget, options=direct) if one not in known]
    assert {one.objectName() for one in others} <= {"qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer"}
