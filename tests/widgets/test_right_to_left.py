"""A text written from right to left: the sheet turns with it, and what hangs beside a paragraph is where it begins."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.text.inspector_view import inspector_view
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.directions import way_of
from models.editing import structure
from models.editing.acts.bracketing import BracketState
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note
from models.editing.working import WorkingText
from models.files.read import read_file
from widgets.compare.drawn.heads import DraftName
from widgets.paper.block import Block
from widgets.paper.direction import in_parts, isolated, unmarked
from widgets.paper.phrase import LaidPhrase
from widgets.paper.pieces import Mark, Piece
from widgets.paper.type import COMPARE
from widgets.text import beside
from widgets.text.looks import is_mirrored
from widgets.text.outline_delegate import ROW, OutlineDelegate
from widgets.text.outline_rows import OutlineRow
from widgets.text.shown import with_number
from widgets.theme import style
from widgets.theme.utf16 import utf16
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ARABIC = "تطلب إلى الأمين العام أن يقدم تقريرا [مفصلا] إلى الجمعية العامة في دورتها التاسعة عام 2016؛"
ENGLISH = "Requests the Secretary-General to report to the General Assembly at its next session;"
Write = Callable[..., TextPage]


@pytest.fixture
def write(qtbot: QtBot, qapp: QApplication) -> Write:
    def make(*texts: str, width: int = 1280) -> TextPage:
        style.apply(qapp, "light")
        page = TextPage()
        qtbot.addWidget(page)
        page.resize(width, 752)
        page.show()
        paragraphs = (Paragraph(Kind.OPERATIVE, (Run(text),), number=str(at)) for at, text in enumerate(texts, 1))
        page.show_working(WorkingText(Draft(tuple(paragraphs))), "A title", "", base="Rev.1")
        page.sheet.setFocus()
        qapp.processEvents()
        return page

    return make


def type_in(page: TextPage, text: str) -> None:
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page.sheet, event)


def number_box(page: TextPage, position: int) -> QRectF:
    """Where the number of a paragraph is painted, from the left edge of the column."""
    sheet = page.sheet
    block = sheet.document().findBlockByNumber(position)
    ground = sheet._ground().of(block)
    painter = QPainter(picture := QImage(10, 10, QImage.Format.Format_RGB32))
    found = beside.paint_number(
        painter,
        ground,
        block,
        0.0,
        with_number(sheet.shown.paragraph(position), sheet.shown.number(position)),
        sheet.shown.label(position),
    )
    painter.end()
    assert not picture.isNull()
    return found


def words_box(page: TextPage, position: int) -> QRectF:
    block = page.sheet.document().findBlockByNumber(position)
    page.sheet.column.blockBoundingRect(block)
    boxes = [block.layout().lineAt(at).naturalTextRect() for at in range(block.layout().lineCount())]
    return QRectF(
        QPointF(min(box.left() for box in boxes), 0), QPointF(max(box.right() for box in boxes), boxes[-1].bottom())
    )


def side(page: TextPage, position: int) -> str:
    number, words = number_box(page, position), words_box(page, position)
    assert number.width() > 0
    assert number.right() < words.left() or number.left() > words.right(), "the number lies over the words"
    return "right" if number.left() > words.right() else "left"


@pytest.mark.parametrize(
    ("text", "otherwise", "expected"),
    [
        ("", False, False),
        ("", True, True),
        ("[2016] ", True, True),
        ("[2016] ", False, False),
        ("Recalling", True, False),
        ("تقرر", False, True),
        ("تقرر أن UN", True, True),
        ("ت Recalling its", False, False),
        # In an Arabic text foreign names turn no paragraph, wherever they stand; English words do.
        ("Recalling its ت", True, False),
        ("تشيد ببرنامج UNEP/UNDP/UNICEF/UNESCO", True, True),
        ("وفقxyz", True, True),
        ("UNEP/UNDP/UNICEF/UNESCO تشيد ببرنامج", True, True),
        ("United Nations Environment Programme تشيد", True, True),
        ("The term “الجمعية” is used of the General Assembly", True, False),
        ("تشيد ببرنامج UNEP/UNDP/UNICEF/UNESCO", False, False),
    ],
)
def test_a_paragraph_without_letters_runs_as_the_text(text: str, otherwise: bool, expected: bool) -> None:
    assert way_of(text, otherwise) is expected


def test_the_sheet_turns_when_the_text_does_and_back(write: Write, qtbot: QtBot) -> None:
    page = write()
    sheet = page.sheet
    assert not sheet.isRightToLeft()
    type_in(page, "تطلب إلى الأمين العام ")
    sheet.do(structure.set_kind, Kind.OPERATIVE)
    qtbot.waitUntil(sheet.isRightToLeft)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert is_mirrored(sheet.document().findBlockByNumber(1)), "a new paragraph begins at the right"
    type_in(page, "تقرر أن تعود ")
    assert [side(page, 0), side(page, 1)] == ["right", "right"]
    margins = sheet.viewport().geometry()
    assert sheet.width() - margins.right() > margins.left(), "the wider margin is that of the numbers"
    sheet.do(lambda working, _s: structure.delete(working, Selection(Caret(0, 0), Caret(1, 100))))
    type_in(page, "Requests ")
    qtbot.waitUntil(lambda: not sheet.isRightToLeft())


def test_paragraphs_without_letters_turn_with_the_sheet(write: Write, qtbot: QtBot) -> None:
    page = write("", "[2016]", ENGLISH[:20])
    sheet = page.sheet
    sheet.select(Selection.at(0))
    type_in(page, ARABIC)
    qtbot.waitUntil(sheet.isRightToLeft)
    ways = [is_mirrored(sheet.document().findBlockByNumber(at)) for at in range(3)]
    assert ways == [True, True, False]


NAMES = "UNEP, UNDP, UN-Women, UN-Habitat, World Health Organization أن يعقد اجتماعا"
MIXED = "تحيط علما بتقرير Intergovernmental Panel on Climate Change, World Meteorological Organization"


def test_the_outline_runs_as_the_sheet_and_turns_with_it(write: Write, qtbot: QtBot) -> None:
    def rows(page: TextPage) -> list[bool | None]:
        model = page.outline.model()
        found = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
        return [row.right_to_left for row in found if not row.head]

    assert rows(write(ARABIC, ARABIC, NAMES, MIXED, ENGLISH)) == [True, True, True, True, False]
    assert rows(write(ENGLISH, ENGLISH, NAMES)) == [False, False, False]
    page = write("", NAMES)
    assert rows(page) == [False, False]
    page.sheet.select(Selection.at(0))
    type_in(page, ARABIC * 3)
    qtbot.waitUntil(lambda: rows(page) == [True, True])


@pytest.mark.parametrize("right_to_left", [True, False, None])
@pytest.mark.parametrize("text", [ARABIC, NAMES, MIXED, ENGLISH, f"{ENGLISH[:20]} {ARABIC}"])
@pytest.mark.parametrize("italic", [0, 16])
def test_a_line_of_two_scripts_keeps_to_its_room(
    qapp: QApplication, text: str, italic: int, right_to_left: bool | None
) -> None:
    style.apply(qapp, "light")
    room, edge = 120, 40
    phrase = tuple(part for part in ((text[:italic], True), (text[italic:], False)) if part[0])
    for mirrored in (False, True):
        laid = LaidPhrase(phrase, 13.5, room, QColor("black"), mirrored=mirrored, right_to_left=right_to_left)
        assert laid.words.endswith("…")
        picture = QImage(room + 2 * edge, 30, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        laid.paint(painter, QRectF(edge, 0, room, 30))
        painter.end()
        outside = [*range(edge - 3), *range(edge + room + 3, picture.width())]
        assert all(picture.pixelColor(x, y).lightness() == 255 for x in outside for y in range(30))


def test_the_inspector_runs_as_the_sheet() -> None:
    paragraphs = (Paragraph(Kind.OPERATIVE, (Run(text),)) for text in (ARABIC, ARABIC, MIXED, ENGLISH))
    working = WorkingText(Draft(tuple(paragraphs)))
    found = [
        inspector_view(
            working, at, changes=None, state=BracketState(), since="", ancestors=(), writable=True
        ).right_to_left
        for at in range(4)
    ]
    assert found == [True, True, True, False]


def test_a_text_does_not_turn_for_a_paragraph_far_down(write: Write, qtbot: QtBot) -> None:
    page = write(ENGLISH, ENGLISH, ENGLISH, "")
    page.sheet.select(Selection.at(3))
    type_in(page, ARABIC)
    QTest.qWait(400)
    assert not page.sheet.isRightToLeft()
    assert [side(page, at) for at in range(4)] == ["left", "left", "left", "right"]


@pytest.mark.parametrize(
    ("texts", "width", "expected"),
    [
        ((ENGLISH, ENGLISH, ENGLISH, ARABIC), 1280, ["left", "left", "left", "right"]),
        ((ARABIC, ARABIC, ARABIC, ENGLISH), 1280, ["right", "right", "right", "left"]),
        # Without room beside the lines' ends the number stays where all others are.
        ((ENGLISH, ENGLISH, ENGLISH, ARABIC), 640, ["left", "left", "left", "left"]),
        ((ARABIC, ARABIC, ARABIC, ENGLISH), 640, ["right", "right", "right", "right"]),
    ],
)
def test_a_number_hangs_where_its_paragraph_begins(
    write: Write, texts: tuple[str, ...], width: int, expected: list[str]
) -> None:
    page = write(*texts, width=width)
    assert [side(page, at) for at in range(len(texts))] == expected
    for at in range(len(texts)):
        box = number_box(page, at).translated(page.sheet.viewport().geometry().left(), 0)
        assert box.left() >= 0
        assert box.right() <= page.sheet.width()


def test_a_click_beside_the_number_selects_the_paragraph(write: Write) -> None:
    page = write(ENGLISH, ENGLISH, ENGLISH, ARABIC)
    sheet = page.sheet
    block = sheet.document().findBlockByNumber(3)
    y = round(sheet._top(block)) + 12
    column = sheet.viewport().geometry()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(column.left() - 40, y))
    assert sheet.selection().empty, "nothing hangs at the left of this one"
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(column.right() + 40, y))
    assert sheet.selection() == Selection(Caret(3, 0), Caret(3, len(ARABIC)))


def test_home_end_and_arrows_go_the_way_of_the_letters(write: Write) -> None:
    page = write("تطلب إلى الأمين العام")
    sheet = page.sheet
    sheet.select(Selection.at(0))
    start = sheet.cursorRect().center().x()
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert sheet.selection().head == Caret(0, 1)
    assert sheet.cursorRect().center().x() < start
    QTest.keyClick(sheet, Qt.Key.Key_End)
    assert sheet.selection().head.place == len("تطلب إلى الأمين العام")
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.selection().head == Caret(0, 0)
    assert sheet.cursorRect().center().x() == start


def test_tints_in_arabic_lie_on_its_letters_in_any_sheet(write: Write) -> None:
    page = write(ENGLISH, ENGLISH, ENGLISH, ARABIC)
    sheet = page.sheet
    block = sheet.document().findBlockByNumber(3)
    sheet.column.blockBoundingRect(block)
    boxes = beside.boxes(sheet._ground(), block, 0.0, sheet.text.bracketed.spans(3))
    assert boxes
    assert all(box.width() > 0 for box in boxes)


def test_a_kept_arabic_draft_is_written_on(write: Write, shared: Path, qapp: QApplication, qtbot: QtBot) -> None:
    draft = read_file(shared / "corpus" / "word" / "CRC_C_GC_20_AR.docx").draft
    page = write()
    page.show_working(WorkingText(draft), "A title", "", base="Rev.1")
    qapp.processEvents()
    sheet = page.sheet
    assert sheet.isRightToLeft()
    longest = max(range(60), key=lambda at: len(draft.paragraphs[at].text))
    sheet.select(Selection(Caret(longest, 0), Caret(longest, 0)))
    type_in(page, "تقرر ")
    assert sheet.working is not None
    assert sheet.working.entries[longest].text.startswith("تقرر ")
    assert sheet.change_of(longest) == "reworded"
    QTest.qWait(300)
    assert sheet.isRightToLeft()
    assert is_mirrored(sheet.document().findBlockByNumber(longest))


def test_a_date_under_the_name_of_a_draft_is_the_same_in_a_page_that_runs_from_right_to_left(
    qtbot: QtBot, qapp: QApplication
) -> None:
    style.apply(qapp, "light")
    inks = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        name = DraftName("Draft")
        qtbot.addWidget(name)
        name.setLayoutDirection(way)
        name.resize(300, 44)
        name.show_name("L.5", "14 November 2025")
        image = name.grab(QRect(0, 24, 300, 20)).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ink = [sum(255 - image.pixelColor(x, y).lightness() for y in range(20)) for x in range(300)]
        inked = [x for x in range(300) if ink[x] > 1.2 * min(ink)]
        inks.append([one - inked[0] for one, two in pairwise(inked) if two - one > 2])
    # The gaps between its words are where they were.
    assert len(inks[0]) == len(inks[1]) == 2
    assert all(abs(one - two) <= 1 for one, two in zip(*inks, strict=True))


@pytest.mark.parametrize("arabic", [True, False])
def test_a_note_runs_as_a_paragraph_would(write: Write, qapp: QApplication, arabic: bool) -> None:
    page = write(*([ARABIC] * 2 if arabic else [ENGLISH] * 2))
    assert page.sheet.working is not None
    note = add_note(page.sheet.working, Selection.at(0, 5), (Run("انظر A/RES/80/1 و A/80/L.5, Fifth Committee"),))
    qapp.processEvents()
    assert page.sheet.notes._block(note).right_to_left is arabic
    page.sheet.set_right_to_left(not arabic)
    assert page.sheet.notes._block(note).right_to_left is not arabic


@pytest.mark.parametrize("right_to_left", [True, False])
def test_a_number_in_the_outline_runs_as_its_paragraph(qapp: QApplication, right_to_left: bool) -> None:
    style.apply(qapp, "light")
    model = QStandardItemModel(1, 1)
    row = OutlineRow(0, "أ -", ((" ", False),), right_to_left=right_to_left)
    model.setData(model.index(0, 0), row, ROW)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 27)
    picture = QImage(200, 27, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the window runs
    OutlineDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    inked = [[y for y in range(27) if picture.pixelColor(x, y).lightness() < 200] for x in range(200)]
    first, last = (next(filter(None, way)) for way in (inked, inked[::-1]))
    assert (len(first) < len(last)) is right_to_left  # the dash is flat


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("OP2 (ب) ’1‘ أ -", ["OP2", "(ب)", "’1‘", "أ -"]),
        ("OP2 (ب) bis", ["OP2", "(ب)", "bis"]),
        ("OP2 (a) (i)", None),
    ],
)
def test_each_number_of_a_label_runs_its_own_way(label: str, parts: list[str] | None) -> None:
    shown = in_parts(label)
    assert unmarked(shown) == label
    assert shown == (" ".join(map(isolated, parts)) if parts else label)


@pytest.mark.parametrize("before", ["تشير إلى القرار", "The word القرار"])
@pytest.mark.parametrize("marks", ["1", "1,2"])
@pytest.mark.parametrize("how", [Mark.NONE, Mark.ADDED])
def test_the_mark_of_a_note_stands_between_its_word_and_the_number_behind_it(
    qapp: QApplication, before: str, marks: str, how: Mark
) -> None:
    """Where figures meet they would be one number: as on the sheet, to which a mark is a thing of its own."""
    words = before, marks, "70/1 المعنون"
    block = Block((Piece(words[0]), Piece(marks, note=True, mark=how), Piece(words[2])), COMPARE, 600.0)
    ends = len(words[0]), len(words[0]) + len(marks)
    word, mark, number = (block.boxes(a, b)[0] for a, b in ((ends[0] - 1, ends[0]), ends, (ends[1], ends[1] + 4)))
    assert number.right() <= mark.left() + 1
    assert mark.right() <= word.left() + 1
    assert mark.width() > 3
    assert block.line_of(utf16("".join(words)) - 1) == 0
