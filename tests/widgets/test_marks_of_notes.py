"""Marks of notes among the words and at the foot: as large as the letters, as quiet as them, and those in sight."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing import structure
from models.editing.edit import Caret, Selection
from models.editing.runs import NOTE_MARK
from models.editing.working import WorkingText
from widgets.paper.type import TEXT as LETTERS
from widgets.reading.pane import ReadingPane
from widgets.text.block_lines import lines_of, set_lines, setting_of
from widgets.text.document import TextDocument
from widgets.text.ready import ready_draft
from widgets.text.shown import ShownDraft
from widgets.theme import style
from widgets.theme.tokens import current
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = Draft(
    tuple(
        Paragraph(Kind.PREAMBULAR, (Run(f"Recalling {'what was said of it ' * 12}{at}"), Run(footnote=at), Run(",")))
        for at in range(1, 31)
    ),
    tuple(Footnote(at, str(at), (Run(f"Resolution {at}."),)) for at in range(1, 31)),
)


@pytest.fixture
def page(qtbot: QtBot, dressed: None) -> TextPage:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1180, 900)
    page.show()
    page.show_working(WorkingText(TEXT), "A title", base="Rev.1", selection=Selection.at(0, 3))
    QApplication.processEvents()
    return page


def every(image: QImage) -> Iterator[tuple[int, int]]:
    """The places of all pixels of an image."""
    return product(range(image.width()), range(image.height()))


def ink(image: QImage) -> list[tuple[int, int]]:
    """Where an image is darker than half of what letters are."""
    half = (QColor(current().ink2).lightness() + QColor(current().paper).lightness()) // 2
    return [(x, y) for x, y in every(image) if image.pixelColor(x, y).lightness() < half]


def test_the_foot_follows_what_is_read(qtbot: QtBot, dressed: None) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(600, 700)
    pane.show()
    pane.show_draft(ready_draft(TEXT), "Rev.1", "14 November")
    QApplication.processEvents()
    first = pane.sheet.notes.shown
    bar = pane.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: pane.sheet.notes.shown != first)
    assert first[0] == 1
    assert set(pane.sheet.notes.shown).isdisjoint(first)


def test_marks_at_the_foot_and_labels_grow_with_the_letters(page: TextPage) -> None:
    def heights() -> tuple[int, int]:
        notes, sheet = page.sheet.notes, page.sheet
        words = notes.place_of(notes.shown[0])
        foot = notes.grab().toImage().copy(0, round(words.top()), round(words.left()) - 2, round(words.height()))
        column = sheet.viewport().geometry()
        margin = sheet.grab().toImage().copy(0, column.top(), column.left() - 2, 60)
        seen = [sorted({y for _, y in ink(part)}) for part in (foot, margin)]
        return seen[0][-1] - seen[0][0] + 1, seen[1][-1] - seen[1][0] + 1

    usual = heights()
    page.set_zoom(2.0)
    QApplication.processEvents()
    assert [large / small for large, small in zip(heights(), usual, strict=True)] == pytest.approx([2, 2], abs=0.35)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_marks_are_as_quiet_as_the_words_around_them(page: TextPage, qapp: QApplication, appearance: str) -> None:
    style.apply(qapp, appearance)
    try:
        page.sheet.stand_out(True)
        page.sheet.clearFocus()
        QApplication.processEvents()
        block = page.sheet.document().findBlockByNumber(1)
        top, base = page.sheet.column.top(1), page.sheet.column.top(2)
        image = page.sheet.viewport().grab().toImage()
        image = image.copy(0, round(top), image.width(), round(base - top))
        assert block.layout().lineCount() > 1
        paper, letters = current().paper.lightness(), current().ink3.lightness()
        far = max(abs(image.pixelColor(x, y).lightness() - paper) for x, y in every(image))
        assert far <= abs(letters - paper) + 2
    finally:
        style.apply(qapp, "light")


def test_of_a_long_selected_paragraph_no_marks_are_painted_but_those_in_sight(page: TextPage) -> None:
    runs = [run for _ in range(300) for run in (Run("as it was said of it " * 5), Run(footnote=1))]
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, tuple(runs)),), TEXT.footnotes[:1]))
    page.show_working(working, "A title", base="Rev.1", selection=Selection.at(0))
    QApplication.processEvents()
    page.sheet.select(Selection(Caret(0, 0), Caret(0, working.entries[0].length)))
    page.sheet.verticalScrollBar().setValue(900)
    QApplication.processEvents()
    called: list[str] = []
    sys.setprofile(lambda frame, event, _arg: called.append(frame.f_code.co_name) if event == "call" else None)
    try:
        page.sheet.viewport().grab()
    finally:
        sys.setprofile(None)
    assert 10 < called.count("_paint_ground") < 60


@pytest.mark.parametrize("appearance", ["light", "dark", "high contrast"])
def test_marks_are_as_clear_among_what_is_selected(page: TextPage, qapp: QApplication, appearance: str) -> None:
    style.apply(qapp, appearance)
    try:
        end = page.sheet.working.entries[0].length if page.sheet.working else 0
        page.sheet.select(Selection(Caret(0, 0), Caret(0, end)))
        QApplication.processEvents()
        image = page.sheet.viewport().grab().toImage()
        before, behind = (page.sheet.cursorRect(page.sheet._cursor(Selection.at(0, end - at))) for at in (2, 1))
        assert before.top() == behind.top()
        assert behind.left() - before.left() > 4
        box = image.copy(before.left() + 1, before.top(), behind.left() - before.left() - 1, before.height())
        selected, letters = current().selected, current().ink
        assert box.pixelColor(box.width() - 1, box.height() - 2) == selected
        far = max(abs(box.pixelColor(x, y).lightness() - selected.lightness()) for x, y in every(box))
        assert far > 0.8 * abs(letters.lightness() - selected.lightness())
    finally:
        style.apply(qapp, "light")


@pytest.mark.parametrize(
    "words",
    [
        "Recalling the Charter|| of the United Nations,| 𝒜 and its resolutions| of [2005]|; and| more|",
        "回顾其二〇〇五年十二月五日第一百八十号决议|以及其后各项决议||，并注意到秘书长的报告|，",
        "回顾其通过的《二〇三〇年议程》|和《亚的斯亚贝巴行动议程》||，“注意到”|秘书长的报告。|又注意到（各国）|的贡献；|",
        "Incomprehensibilities|",
    ],
)
def test_no_line_begins_with_a_mark_that_follows_a_letter(dressed: None, words: str) -> None:
    runs = [run for part in words.split("|") for run in (Run(part), Run(footnote=1))][:-1]
    paragraph = Paragraph(Kind.PREAMBULAR, tuple(run for run in runs if run.text or run.footnote))
    text = TextDocument(ShownDraft(Draft((paragraph,), TEXT.footnotes)), LETTERS)
    text.finish()
    block = text.document.begin()
    setting = setting_of(LETTERS, block.blockFormat())
    letters = block.text().encode("utf-16-le")
    mark = NOTE_MARK.encode("utf-16-le")
    for width in range(60, 420):
        set_lines(block.layout(), block.text(), setting, float(width))
        lines = lines_of(block.layout())
        assert sum(length for _, length in lines) >= len(letters) // 2
        for (before, letters_before), (start, length) in pairwise(lines):
            assert length > 0
            line = letters[2 * before : 2 * (before + letters_before)].decode("utf-16-le").rstrip(NOTE_MARK)
            if letters[2 * start : 2 * start + 2] == mark and not line.endswith(" "):
                assert " " not in line  # a word that has the line for itself
                assert line.isascii() or sum(sign.isalnum() for sign in line) <= 1
            if (first := letters[2 * start : 2 * start + 2].decode("utf-16-le", "replace")) in "》。；，）”":
                # Alone on its line with what it closes, or as Qt would have it without a note.
                assert NOTE_MARK not in letters[2 * start : 2 * (start + 2)].decode("utf-16-le"), first


def test_an_act_on_a_paragraph_with_a_note_has_the_notes_placed_once(
    page: TextPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = page.sheet
    sheet.select(Selection.at(1, 20))
    show, shown = sheet.notes.show_notes, list[list[int]]()

    def placed(notes: Sequence[int]) -> None:
        shown.append(list(notes))
        show(notes)

    monkeypatch.setattr(sheet.notes, "show_notes", placed)
    for act in (lambda: sheet.do(structure.new_paragraph), lambda: sheet.do(structure.move, 1), sheet.undo_step):
        shown.clear()
        act()
        assert shown == [list(sheet.notes.shown)]


@pytest.mark.parametrize("words", ["Recalling it", "إذ تشير إلى القرار"])
def test_a_double_click_on_a_mark_goes_to_its_note(page: TextPage, words: str) -> None:
    """One on the word beside it selects the word."""
    sheet = page.sheet
    runs = (Run(words), Run(footnote=1), Run(" and more"), Run(footnote=2))
    page.show_working(WorkingText(Draft((Paragraph(Kind.PREAMBULAR, runs),), TEXT.footnotes[:2])), "A title", base="")
    QApplication.processEvents()

    def click(place: int) -> None:
        before, behind = (sheet.cursorRect(sheet._cursor(Selection.at(0, at))) for at in (place, place + 1))
        middle = QPoint((before.left() + behind.left()) // 2, before.center().y())
        QTest.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QApplication.processEvents()

    for place, note in ((len(words), 1), (len(words) + 10, 2)):
        click(place)
        assert sheet.note_editor.note == note
        assert sheet.note_editor.hasFocus()
        QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    click(len(words) - 1)
    assert sheet.note_editor.note is None
    assert not sheet.selection().empty
