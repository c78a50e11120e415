"""Writing through the real sheet: keys, acts, undo; the document reads as the working text after every step."""

from __future__ import annotations

import os
import random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing import structure
from models.editing.acts import bracketing
from models.editing.edit import Caret, Selection
from models.editing.notes import footnotes
from models.editing.working import WorkingText
from tests import shown
from tests.models.editing.random_acts import check
from widgets.text.bracketed import Bracketed
from widgets.text.marks import KIND
from widgets.theme import style
from widgets.writing.mirror import MANY
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Write = Callable[[Draft], TextPage]
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def write(qtbot: QtBot, qapp: QApplication) -> Write:
    def make(draft: Draft) -> TextPage:
        style.apply(qapp, "light")
        page = TextPage()
        qtbot.addWidget(page)
        page.resize(1280, 752)
        shown.show(qtbot, page)
        page.show_working(WorkingText(draft), "A title", "", base="Rev.1")
        page.sheet.setFocus()
        qapp.processEvents()
        return page

    return make


def paragraph(kind: Kind, text: str, level: int = 0, *notes: int) -> Paragraph:
    return Paragraph(kind, (Run(text), *(Run(footnote=note) for note in notes)), level=level)


THREE = Draft(
    (
        paragraph(Kind.PREAMBULAR, "Recalling its resolution,"),
        paragraph(Kind.OPERATIVE, "Decides [to meet] soon;", 0, 1),
        paragraph(Kind.OPERATIVE, "Requests 𝄞 the Secretary-General to report."),
    ),
    (Footnote(1, "1", (Run("A/58/1."),)),),
)

FRENCH = Draft(
    (
        paragraph(Kind.PREAMBULAR, "Rappelant la résolution de l’Assemblée,"),
        paragraph(Kind.OPERATIVE, "Décide de se réunir."),
    )
)


def assert_agrees(page: TextPage) -> None:
    """The document says what the working text says, block by block, and so does everything kept beside it."""
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    document, text = sheet.document(), sheet.text
    assert text.whole
    assert document.blockCount() == max(1, len(working.entries))
    fresh = Bracketed(entry.paragraph for entry in working.entries)
    for position, entry in enumerate(working.entries):
        block = document.findBlockByNumber(position)
        assert text.runs_of(block) == entry.paragraph.runs
        assert block.blockFormat().property(KIND) == entry.paragraph.kind.value
        assert text.bracketed.spans(position) == fresh.spans(position)
    assert (text.bracketed.pairs, text.bracketed.unmatched) == (fresh.pairs, fresh.unmatched)


def quiet(page: TextPage, qapp: QApplication) -> None:
    """Nothing is under way, and nothing waits for it."""
    while page.sheet.under_way.active or page.sheet._waiting:
        qapp.processEvents()


def keys(page: TextPage, text: str) -> None:
    for character in text:
        if character == "\n":
            QTest.keyClick(page.sheet, Qt.Key.Key_Return)
        elif character == "\t":
            QTest.keyClick(page.sheet, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(page.sheet, character)
        assert_agrees(page)


def commit(page: TextPage, text: str) -> None:
    """What an input method or dictation writes."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.sheet, event)


def texts(page: TextPage) -> list[str]:
    assert page.sheet.working is not None
    return [entry.text for entry in page.sheet.working.entries]


def test_a_resolution_is_typed_undone_and_done_again(write: Write) -> None:
    page = write(Draft())
    working = page.sheet.working
    assert working is not None
    keys(page, "Recalling the Charter,\n1. Requests a report\nDecides to do this:\n(a) First thing\nSecond\n\tDeeper")
    labels = [working.label(at) for at in range(len(working.entries))]
    assert labels == ["PP1", "OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP2 (b) (i)"]
    assert working.entries[1].paragraph.runs[0] == Run("Requests", italic=True)
    assert not any(text.startswith(("1.", "(a)")) for text in texts(page))
    written = working.draft()
    steps = working.undo_list.steps
    for _ in range(steps):
        page.sheet.undo_step()
        assert_agrees(page)
    assert working.draft() == Draft()
    for _ in range(steps):
        page.sheet.redo_step()
        assert_agrees(page)
    assert working.draft() == written


def test_keys_over_paragraphs_are_acts(write: Write) -> None:
    page = write(THREE)
    sheet = page.sheet
    sheet.select(Selection(Caret(1, 7), Caret(2, 8)))
    keys(page, "x")
    assert texts(page)[1].startswith("Decidesx")
    assert len(texts(page)) == 2
    sheet.undo_step()
    assert texts(page) == [p.text for p in THREE.paragraphs]
    sheet.select(Selection.at(2, 0))
    for _ in range(3):
        if len(texts(page)) == 3:
            QTest.keyClick(sheet, Qt.Key.Key_Backspace)
            assert_agrees(page)
    assert len(texts(page)) == 2
    while len(texts(page)) == 2:
        sheet.undo_step()
    sheet.select(Selection.at(0, len(THREE.paragraphs[0].text)))
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert_agrees(page)
    assert len(texts(page)) == 2


def test_a_place_counts_code_points_and_note_marks(write: Write) -> None:
    page = write(THREE)
    sheet = page.sheet
    for selection in (Selection.at(2, 11), Selection(Caret(2, 9), Caret(2, 10)), Selection.at(1, 24)):
        sheet.select(selection)
        assert sheet.selection() == selection
    sheet.select(Selection.at(2, 10))
    keys(page, "y")
    assert texts(page)[2].startswith("Requests 𝄞y the")


def test_a_letter_after_a_note_mark_is_no_mark(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(1, 24))
    keys(page, "z")
    assert page.sheet.working is not None
    assert page.sheet.working.entries[1].paragraph.runs[-2:] == (Run(footnote=1), Run("z;"))


def test_looks_are_never_read_as_marks(write: Write) -> None:
    heading = Draft((paragraph(Kind.HEADING, "Financing"), paragraph(Kind.OPERATIVE, "Decides;")))
    page = write(heading)
    page.sheet.select(Selection.at(0, 9))
    keys(page, " now")
    assert page.sheet.working is not None
    assert page.sheet.working.entries[0].paragraph.runs == (Run("Financing now"),)


@pytest.mark.parametrize("verb", ["Decides", "Encourages", "Calls upon", "Takes note of"])
@pytest.mark.parametrize("erased", [False, True])
def test_another_verb_typed_over_one_is_in_italics(write: Write, qapp: QApplication, verb: str, erased: bool) -> None:
    old = (Run("Requests", italic=True), Run(" the work;"))
    page = write(Draft((paragraph(Kind.OPERATIVE, "Decides a;"), Paragraph(Kind.OPERATIVE, old))))
    page.sheet.select(Selection(Caret(1, 0), Caret(1, 8)))
    if erased:
        QTest.keyClick(page.sheet, Qt.Key.Key_Backspace)
    QTest.keyClicks(page.sheet, verb)
    QTest.keyClick(page.sheet, Qt.Key.Key_Home, _CONTROL)
    qapp.processEvents()
    assert page.sheet.working is not None
    opened = verb.removesuffix(" of")
    rest = Run(f"{verb[len(opened) :]} the work.")
    assert page.sheet.working.entries[1].paragraph.runs == (Run(opened, italic=True), rest)
    assert_agrees(page)


def test_italics_for_what_is_typed_next(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(2, 8))
    page.sheet.do(structure.toggle_mark, "italic")
    keys(page, "xy")
    assert page.sheet.working is not None
    assert Run("xy", italic=True) in page.sheet.working.entries[2].paragraph.runs


def test_an_input_method_writes_an_opening_and_what_follows_in_pieces(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(2, 0))
    keys(page, "\n")
    page.sheet.select(Selection.at(2, 0))
    for piece in ("回顾", "其关于此事的以往各项决议，"):
        commit(page, piece)
        qapp.processEvents()
        assert_agrees(page)
    assert page.sheet.working is not None
    assert page.sheet.working.entries[2].paragraph.runs[0] == Run("回顾", italic=True)
    assert page.sheet.selection().head.place == 15


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (" one.\nRequests two", [" one;", "Requests two"]),
        (" one\r\ntwo\u2028three\u2029\nfour", [" one;", "two;", "three;", "four"]),
        (" one\n", [" one;", ""]),
        ("\n", [";", ""]),
    ],
)
def test_lines_of_an_input_method_are_paragraphs(write: Write, qapp: QApplication, text: str, read: list[str]) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(1, len("Decides [to meet] soon")))
    commit(page, text)
    qapp.processEvents()
    assert_agrees(page)
    first, *more = read
    before = "Decides [to meet] soon"
    # What stood behind the caret stands behind the last line, and is kept right as everywhere.
    found = texts(page)[1 : 1 + len(read)]
    assert [one.rstrip(";") for one in found] == [f"{before}{first}".rstrip(";"), *(one.rstrip(";") for one in more)]
    assert texts(page)[1 + len(read) :] == ["Requests 𝄞 the Secretary-General to report."]
    while page.sheet.working is not None and page.sheet.working.undo_list.steps:
        page.sheet.undo_step()
    assert_agrees(page)
    assert texts(page) == [one.text for one in THREE.paragraphs]


def test_lines_of_an_input_method_are_one_line_in_a_note(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    page.sheet.write_note(1)
    event = QInputMethodEvent()
    event.setCommitString(" See\nthere\r\nagain.")
    QApplication.sendEvent(page.sheet.note_editor, event)
    qapp.processEvents()
    assert page.sheet.working is not None
    assert "".join(run.text for run in page.sheet.working.notes[1].runs) == "A/58/1. See there again."
    assert_agrees(page)


def test_an_input_method_over_paragraphs(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection(Caret(0, 4), Caret(1, 4)))
    composing = QInputMethodEvent("pre", [])
    QApplication.sendEvent(page.sheet, composing)
    assert_agrees(page)
    done = QInputMethodEvent()
    done.setCommitString("é世")
    QApplication.sendEvent(page.sheet, done)
    assert_agrees(page)
    assert len(texts(page)) == 2
    assert "é世" in texts(page)[0]


def test_a_native_change_over_paragraphs_is_taken_back(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    cursor = page.sheet.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(40, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    qapp.processEvents()
    assert_agrees(page)
    assert texts(page) == [p.text for p in THREE.paragraphs]


def test_cut_and_paste_are_acts(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection(Caret(0, 0), Caret(1, 7)))
    QTest.keyClick(page.sheet, Qt.Key.Key_X, _CONTROL)
    assert_agrees(page)
    assert len(texts(page)) == 2
    # A clipboard of the off-screen platform outlives Python, and what Python put into it must not.
    QApplication.clipboard().clear()
    mime = QMimeData()
    mime.setText("one\ntwo")
    page.sheet.insertFromMimeData(mime)
    assert_agrees(page)


@pytest.mark.parametrize(
    ("typed", "select", "copied"),
    [
        ("Decides to meet\nRequests a report", (Qt.Key.Key_A, _CONTROL), "Decides to meet;\nRequests a report."),
        ("Decides to meet\nRequests a report", (Qt.Key.Key_Home, _CONTROL | _SHIFT), "Requests a report."),
        ("Decides to meet", (Qt.Key.Key_A, _CONTROL), "Decides to meet."),
        ("Decides to meet", (Qt.Key.Key_Home, _SHIFT), "Decides to meet"),
    ],
)
def test_what_was_just_written_is_copied_with_others_as_it_is_to_be_read(
    write: Write, typed: str, select: tuple[Qt.Key, Qt.KeyboardModifier], copied: str
) -> None:
    page = write(Draft((paragraph(Kind.ENACTING, "The General Assembly,"), paragraph(Kind.OPERATIVE, ""))))
    assert page.sheet.working is not None
    page.sheet.working.punctuates = True
    page.sheet.select(Selection.at(1))
    keys(page, typed)
    QTest.keyClick(page.sheet, *select)
    assert page.sheet.createMimeDataFromSelection().text().endswith(copied)
    assert_agrees(page)


def test_all_that_is_selected_by_the_menu_is_what_one_reads(write: Write) -> None:
    page = write(Draft((paragraph(Kind.ENACTING, "The General Assembly,"), paragraph(Kind.OPERATIVE, ""))))
    assert page.sheet.working is not None
    page.sheet.working.punctuates = True
    page.sheet.select(Selection.at(1))
    keys(page, "Decides to meet")
    page.sheet.selectAll()
    assert page.sheet.selection() == Selection(Caret(0, 0), Caret(1, len("Decides to meet.")))
    page.sheet.undo()
    assert texts(page)[1] == "Decides to "


def test_moving_and_kinds(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(2, 3))
    QTest.keyClick(page.sheet, Qt.Key.Key_Up, _ALT)
    assert_agrees(page)
    assert texts(page)[1].startswith("Requests")
    assert page.sheet.selection().head == Caret(1, 3)
    page.sheet.do(structure.set_kind, Kind.PREAMBULAR)
    assert_agrees(page)


def test_paragraphs_and_words_are_counted_at_one_moment(write: Write, qtbot: QtBot) -> None:
    page = write(THREE)

    def told() -> list[str]:
        return [item.words for item in page.status()[0] if item.words.endswith(("paragraphs", "words"))][:2]

    before, after = ["3 paragraphs", "13 words"], ["4 paragraphs", "14 words"]
    page.sheet.select(Selection.at(2, 43))
    keys(page, "\n")
    assert told() == before
    keys(page, "U")
    assert told() in (before, after)
    qtbot.waitUntil(lambda: told() == after)


def test_brackets_are_counted_and_one_alone_is_said_at_once(write: Write) -> None:
    page = write(THREE)
    assert page.status()[0][0].words == "[ ] 1 bracket in 1 paragraph"
    page.sheet.select(Selection.at(2, 0))
    keys(page, "[")
    first = page.status()[0][0]
    assert (first.role, first.words) == ("error", "1 bracket without a partner in OP2")
    page.sheet.undo_step()
    working = page.sheet.working
    assert working is not None
    for words, told in (
        ("See [A/1].", "[ ] 2 brackets in 1 paragraph and 1 footnote"),
        ("See [A/1.", "1 bracket without a partner in footnote 1"),
    ):
        footnotes.set_note_text(working, 1, [Run(words)])
        assert page.status()[0][0].words == told
        page.sheet.undo_step()
    page.sheet.select(Selection(Caret(1, 0), Caret(2, 8)))
    page.sheet.do(bracketing.bracket)
    assert_agrees(page)
    assert page.sheet.text.bracketed.pairs == 2


def test_a_footnote_is_written_in_its_place(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    sheet = page.sheet
    sheet.select(Selection.at(0, 9))
    new = sheet.do(footnotes.add_note)
    qapp.processEvents()
    assert sheet.note_editor.note == new
    assert sheet.note_editor.hasFocus()
    QTest.keyClicks(sheet.note_editor, "See there.")
    assert sheet.working is not None
    assert isinstance(new, int)
    assert sheet.working.notes[new].text == "See there."
    assert [sheet.working.mark(note) for note in (new, 1)] == ["1", "2"]
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    assert sheet.hasFocus()
    assert sheet.selection().head == Caret(0, 10)
    QTest.keyClick(sheet, Qt.Key.Key_Return, _CONTROL)
    assert sheet.note_editor.note == new
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    for _ in range(sheet.working.undo_list.steps):
        sheet.undo_step()
    assert_agrees(page)
    assert sheet.working.draft() == WorkingText(THREE).draft()


def test_a_note_cited_elsewhere_says_so_while_it_is_written_and_may_have_its_own(
    write: Write, qapp: QApplication
) -> None:
    page = write(THREE)
    sheet = page.sheet
    working = sheet.working
    assert working is not None
    cited = next(at for at, entry in enumerate(working.entries) if 1 in entry.paragraph.footnotes)
    place = Selection.at(0, 9) if cited else Selection.at(1, 0)
    sheet.select(place)
    sheet.do(footnotes.cite_again, 1)
    sheet.write_note(1)
    qapp.processEvents()
    says = next(one for one in sheet.notes.findChildren(QToolButton) if one.isVisible())
    assert str(working.label(cited) or "a line without number") in says.text()
    sheet.do(footnotes.add_note)
    qapp.processEvents()
    own = sheet.note_editor.note
    assert own not in (None, 1)
    assert not says.isVisible()
    QTest.keyClicks(sheet.note_editor, " More")
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    assert working.notes[own].text == f"{working.notes[1].text} More"
    assert_agrees(page)


def test_a_note_is_one_with_another_once_it_is_written_so_and_not_when_it_is_looked_at(write: Write) -> None:
    page = write(THREE)
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.select(Selection.at(0, 9))
    sheet.do(footnotes.cite_again, 1)
    sheet.write_note(1)
    sheet.do(footnotes.add_note)
    own = sheet.note_editor.note
    assert own is not None
    for _ in range(2):
        QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
        assert working.cited() == (own, 1)
        sheet.write_note(own)
    QTest.keyClicks(sheet.note_editor, "!")
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    sheet.write_note(own)
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Backspace)
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    assert working.cited() == (1,)
    assert_agrees(page)


def test_quotation_marks_are_printed_ones_in_a_footnote_too_and_one_undo_gives_them_back(
    write: Write, qapp: QApplication
) -> None:
    page = write(THREE)
    sheet = page.sheet
    sheet.select(Selection.at(0, 9))
    new = sheet.do(footnotes.add_note)
    qapp.processEvents()
    assert sheet.working is not None
    assert isinstance(new, int)
    QTest.keyClicks(sheet.note_editor, 'See "A')
    assert sheet.working.notes[new].text == "See “A"
    QTest.keyClicks(sheet.note_editor, '"')
    assert sheet.working.notes[new].text == "See “A”"
    sheet.undo_step()
    assert sheet.working.notes[new].text == 'See “A"'
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_QuoteDbl, Qt.KeyboardModifier.ControlModifier)
    assert sheet.working.notes[new].text == 'See “A"'
    for typed in (Qt.Key.Key_Backspace, Qt.Key.Key_Space):
        QTest.keyClick(sheet.note_editor, typed)
    dead = QInputMethodEvent()
    dead.setCommitString('"')
    QApplication.sendEvent(sheet.note_editor, dead)
    assert sheet.working.notes[new].text == "See “A “"
    assert_agrees(page)


def test_the_space_before_a_french_mark_is_bound_in_a_footnote_too(write: Write, qapp: QApplication) -> None:
    page = write(FRENCH)
    sheet = page.sheet
    sheet.select(Selection.at(0, 9))
    new = sheet.do(footnotes.add_note)
    qapp.processEvents()
    assert sheet.working is not None
    assert isinstance(new, int)
    sheet.working.punctuates = True

    def commit(words: str) -> None:
        piece = QInputMethodEvent()
        piece.setCommitString(words)
        QApplication.sendEvent(sheet.note_editor, piece)

    commit("Voir la décision")
    QTest.keyClicks(sheet.note_editor, " de l'an ;")
    assert sheet.working.notes[new].text == "Voir la décision de l’an\u00a0;"
    assert sheet.note_editor.selected() == (26, 26)
    sheet.undo_step()
    assert sheet.working.notes[new].text == "Voir la décision de l’an ;"
    sheet.redo_step()
    QTest.keyClicks(sheet.note_editor, " dit ")
    commit("«")
    QTest.keyClicks(sheet.note_editor, " l")
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(sheet.note_editor, "eau")
    commit(" » : oui ?")
    assert sheet.working.notes[new].text == "Voir la décision de l’an~; dit «~eau~»~: oui~?".replace("~", "\u00a0")
    sheet.working.punctuates = False
    QTest.keyClicks(sheet.note_editor, " ;")
    assert sheet.working.notes[new].text.endswith("? ;")
    assert_agrees(page)


def test_italics_brackets_and_pages_are_for_the_footnote_that_is_written(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    sheet = page.sheet
    working = sheet.working
    assert working is not None
    sheet.write_note(1)
    editor = sheet.note_editor
    editor.select(0, 4)
    before = working.entries[:]
    for mark in ("italic", "bold", "underline"):
        sheet.toggle_mark(mark)
    assert working.notes[1].runs[0].marks == (True, True, True)
    sheet.do(bracketing.bracket)
    assert working.notes[1].text[:6] == f"[{THREE.footnotes[0].text[:4]}]"
    assert editor.selected() == (0, 6)
    sheet.do(bracketing.unbracket)
    assert working.notes[1].text == THREE.footnotes[0].text
    editor.select(0, 0)
    data = QMimeData()
    data.setHtml("<p>See <i>Records</i>; </p>")
    editor.insertFromMimeData(data)
    assert [(run.text, run.italic) for run in working.notes[1].runs][:2] == [("See ", False), ("Records", True)]
    assert working.entries == before
    assert editor.note == 1


def test_a_new_footnote_left_without_words_is_taken_out_again(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    sheet = page.sheet
    assert sheet.working is not None
    before = sheet.working.draft()
    for leave in (
        lambda: QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape),
        lambda: sheet.write_note(1),
        lambda: sheet.setFocus(),
    ):
        sheet.select(Selection.at(0, 9))
        note = sheet.do(footnotes.add_note)
        qapp.processEvents()
        assert sheet.note_editor.note == note
        QTest.keyClicks(sheet.note_editor, "S")
        QTest.keyClick(sheet.note_editor, Qt.Key.Key_Backspace)
        leave()
        assert_agrees(page)
        assert sheet.working.draft() == before
        assert sheet.working.undo_list.steps == 0
        assert sheet.selection() == Selection.at(0, 9)
        assert note not in sheet.notes.shown
        sheet.note_editor.left.emit()
    # One that was there before is left as it is, however little it says.
    footnotes.set_note_text(sheet.working, 1, ())
    sheet.write_note(1)
    QTest.keyClick(sheet.note_editor, Qt.Key.Key_Escape)
    assert sheet.working.cited() == (1,)


@pytest.mark.parametrize("count", [1, 2])
def test_a_text_that_is_emptied_begins_like_a_new_one(write: Write, count: int) -> None:
    page = write(Draft((paragraph(Kind.SUBPARAGRAPH, "To report;", 1),) * count))
    working = page.sheet.working
    assert working is not None
    before = working.draft()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_1):
        page.sheet.selectAll()
        QTest.keyClick(page.sheet, key)
        assert_agrees(page)
        assert [entry.paragraph.kind for entry in working.entries] == [Kind.MASTHEAD]
        keys(page, ". Decides to meet" if key is Qt.Key.Key_1 else "1. Decides to meet")
        assert_agrees(page)
        assert working.entries[0].paragraph.kind is Kind.OPERATIVE
        while working.undo_list.steps:
            page.sheet.undo_step()
        assert_agrees(page)
        assert working.draft() == before


def test_openings_are_offered_and_taken_by_tab(write: Write) -> None:
    page = write(Draft((paragraph(Kind.OPERATIVE, ""),)))
    keys(page, "R")
    began = page.sheet.completing.list.pos()
    keys(page, "eq")
    assert page.sheet.completing.list.isVisible()
    assert page.sheet.completing.list.pos() == began
    assert page.sheet.hasFocus()
    QTest.keyClick(page.sheet, Qt.Key.Key_Down)
    chosen = page.sheet.completing.list.chosen
    assert chosen is not None
    QTest.keyClick(page.sheet, Qt.Key.Key_Return)
    assert_agrees(page)
    assert texts(page)[0].strip() == chosen.words
    assert not page.sheet.completing.list.isVisible()


@pytest.mark.parametrize("words", ["Dem", "Реш", "يط", "请"])
def test_up_is_the_texts_where_no_opening_is_chosen_and_leads_back_from_those_that_are(
    write: Write, words: str
) -> None:
    page = write(Draft((paragraph(Kind.OPERATIVE, words), paragraph(Kind.OPERATIVE, ""))))
    sheet, offers = page.sheet, page.sheet.completing.list
    for first in (True, False):
        sheet.select(Selection.at(1, 0 if first else len(words)))
        for letter in words if first else "":
            QApplication.sendEvent(sheet, QKeyEvent(QEvent.Type.KeyPress, 0, _NONE, letter))
        sheet.completing.look()
        assert offers.isVisible()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QTest.keyClick(sheet, key)
            assert (offers.chosen is not None) is (key is Qt.Key.Key_Down)
        assert sheet.chosen() == 1
        QTest.keyClick(sheet, Qt.Key.Key_Up)
        assert sheet.chosen() == 0
        assert not offers.isVisible()
    assert_agrees(page)


def test_esc_closes_the_offers_and_enter_is_not_theirs_unless_chosen(write: Write) -> None:
    page = write(Draft((paragraph(Kind.OPERATIVE, ""),)))
    keys(page, "Req")
    QTest.keyClick(page.sheet, Qt.Key.Key_Escape)
    assert not page.sheet.completing.list.isVisible()
    keys(page, "u")
    assert page.sheet.completing.list.isVisible()
    keys(page, "\n")
    assert len(texts(page)) == 2


def test_the_outline_follows(write: Write, qtbot: QtBot) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(1, 0))
    keys(page, "x")
    page.sheet.select(Selection.at(2, 0))
    QTest.keyClick(page.sheet, Qt.Key.Key_Up, _ALT)

    def rows() -> list[str]:
        model = page.outline.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: len(rows()) == 5 and rows()[3].startswith("OP1 Requests"))
    assert rows()[4].startswith("OP2 xDecides")


@pytest.mark.parametrize("first", ["signs", "words", "caret", "lines"])
def test_the_outline_is_right_whoever_asks_first(write: Write, first: str) -> None:
    """Signs, words and the caret may be followed before the paragraphs that came and went are."""
    page = write(THREE)
    asks: dict[str, Callable[[], object]] = {
        "signs": page.outline.signs_changed,
        "words": lambda: page.outline.words_changed(1),
        "caret": lambda: page.outline.follow(0),
        "lines": lambda: page.outline.lines,
    }
    page.sheet.select(Selection.at(0, 0))
    page.sheet.do(structure.set_kind, Kind.TEXT, 0)
    page.sheet.select(Selection(Caret(0, 0), Caret(1, 3)))
    QTest.keyClick(page.sheet, Qt.Key.Key_Delete)
    asks[first]()
    model = page.outline.model()
    assert None not in [model.index(row, 0).data() for row in range(model.rowCount()) if first != "words"]
    page.outline.follow(page.sheet.chosen())
    assert model.rowCount() == len(page.outline.lines)
    assert None not in [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_window_keeps_its_keys_and_the_text_its_own(write: Write) -> None:
    page = write(THREE)
    done: list[str] = []
    for name, sequence in (("undo", "Ctrl+Z"), ("bracket", "Ctrl+]"), ("bold", "Ctrl+B"), ("keep", "Ctrl+S")):
        action = QAction(name, page)
        action.setShortcut(sequence)
        action.triggered.connect(lambda _checked=False, name=name: done.append(name))
        page.addAction(action)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_BracketRight, Qt.Key.Key_B, Qt.Key.Key_S):
        QTest.keyClick(page.sheet, key, _CONTROL)
    assert done == ["undo", "bracket", "bold", "keep"]
    assert texts(page) == [p.text for p in THREE.paragraphs]


def test_paragraph_by_paragraph(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection.at(1, 5))
    QTest.keyClick(page.sheet, Qt.Key.Key_Up, _CONTROL)
    assert page.sheet.selection().head == Caret(1, 0)
    QTest.keyClick(page.sheet, Qt.Key.Key_Down, _CONTROL)
    assert page.sheet.selection().head == Caret(2, 0)
    QTest.keyClick(page.sheet, Qt.Key.Key_Down, _CONTROL | _SHIFT)
    assert page.sheet.selection() == Selection(Caret(2, 0), Caret(2, len(THREE.paragraphs[2].text)))


def test_at_the_beginning_of_the_text_all_above_it_is_seen(write: Write, qapp: QApplication) -> None:
    page = write(Draft(tuple(paragraph(Kind.OPERATIVE, f"Decides {number}.") for number in range(60))))
    sheet, bar = page.sheet, page.sheet.verticalScrollBar()
    while not bar.maximum():
        qapp.processEvents()
    for key, held in ((Qt.Key.Key_Home, _CONTROL), (Qt.Key.Key_Up, _CONTROL)):
        sheet.select(Selection.at(59, 0))
        assert bar.value() > 0
        for _ in range(1 if key == Qt.Key.Key_Home else 80):
            QTest.keyClick(sheet, key, held)
        assert bar.value() == 0


def test_a_kept_draft_takes_no_letters(write: Write) -> None:
    page = write(THREE)
    working = page.sheet.working
    page.show_draft(THREE, "Rev.1")
    QTest.keyClicks(page.sheet, "abc")
    assert page.sheet.working is None
    assert working is not None
    assert not working.changed
    assert not working.listeners


def test_a_long_text_is_written_in_slices_and_edited_before_it_is_whole(write: Write, qapp: QApplication) -> None:
    page = write(Draft(tuple(paragraph(Kind.OPERATIVE, f"Decides {number};") for number in range(3000))))
    assert not page.sheet.text.whole
    keys_before = page.sheet.document().blockCount()
    page.sheet.select(Selection.at(0, 3))
    QTest.keyClicks(page.sheet, "ab")
    QTest.keyClick(page.sheet, Qt.Key.Key_Return)
    page.sheet.do(lambda working, _selection: structure.move_to(working, 2500, 2500, 1))
    assert keys_before < 3000
    while not page.sheet.text.whole or page.sheet.catching_up.behind:
        qapp.processEvents()
    assert_agrees(page)


def test_the_theme_and_the_size_change_while_one_writes(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    page.sheet.select(Selection(Caret(1, 2), Caret(2, 3)))
    for change in (lambda: style.apply(qapp, "dark"), lambda: page.set_zoom(1.3), lambda: style.apply(qapp, "light")):
        change()
        assert page.sheet.selection() == Selection(Caret(1, 2), Caret(2, 3))
        keys_were = texts(page)
        page.sheet.select(Selection.at(1, 2))
        keys(page, "q")
        assert texts(page) != keys_were
        page.sheet.undo_step()
        page.sheet.select(Selection(Caret(1, 2), Caret(2, 3)))


_NONE = Qt.KeyboardModifier.NoModifier
_ACTS: tuple[Callable[[TextPage, random.Random], object], ...] = (
    lambda page, r: QTest.keyClicks(page.sheet, r.choice(["a", " ", "[", "]", "1. ", "(a) ", "Decides "])),
    lambda page, r: commit(page, r.choice(["𝄞", "世界", "ة", "é"])),
    lambda page, r: QTest.keyClick(page.sheet, Qt.Key.Key_Return),
    lambda page, r: QTest.keyClick(
        page.sheet, r.choice([Qt.Key.Key_Backspace, Qt.Key.Key_Delete]), r.choice([_NONE, _CONTROL])
    ),
    lambda page, r: QTest.keyClick(page.sheet, Qt.Key.Key_Tab),
    lambda page, r: QTest.keyClick(page.sheet, Qt.Key.Key_Backtab, _SHIFT),
    lambda page, r: QTest.keyClick(page.sheet, r.choice([Qt.Key.Key_Up, Qt.Key.Key_Down]), _ALT),
    lambda page, r: page.sheet.undo_step(),
    lambda page, r: page.sheet.undo_step(),
    lambda page, r: page.sheet.redo_step(),
    lambda page, r: page.sheet.do(bracketing.bracket),
    lambda page, r: page.sheet.do(bracketing.unbracket),
    lambda page, r: (page.sheet.do(footnotes.add_note), page.sheet.note_editor.left.emit()),
    lambda page, r: page.sheet.do(structure.set_kind, r.choice(list(Kind))),
    lambda page, r: page.sheet.do(structure.toggle_mark, r.choice(["italic", "bold", "underline"])),
    lambda page, r: QTest.keyClick(page.sheet, Qt.Key.Key_X, _CONTROL),
)


@pytest.mark.parametrize("seed", range(20))
def test_the_document_follows_any_acts(write: Write, seed: int) -> None:
    r = random.Random(seed)
    page = write(r.choice([THREE, Draft()]))
    working = page.sheet.working
    assert working is not None
    for _ in range(40):
        if working.entries and r.random() < 0.6:
            ends = []
            for _end in range(2):
                position = r.randrange(len(working.entries))
                ends.append(Caret(position, r.randrange(working.entries[position].length + 1)))
            page.sheet.select(Selection(ends[0], ends[1] if r.random() < 0.4 else ends[0]))
        r.choice(_ACTS)(page, r)
        assert_agrees(page)
    while working.undo_list.steps:
        page.sheet.undo_step()
        assert_agrees(page)


def assert_agrees_in_sight(page: TextPage) -> None:
    """What is in sight says what the working text says, and so does the paragraph with the caret."""
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    assert sheet.document().blockCount() == max(1, len(working.entries))
    for position in {*sheet.positions_in_sight(0.0), sheet.chosen()} if working.entries else ():
        block = sheet.document().findBlockByNumber(position)
        assert sheet.text.runs_of(block) == working.entries[position].paragraph.runs
    selection = sheet.selection()
    for caret in (selection.anchor, selection.head) if working.entries else ():
        assert 0 <= caret.place <= working.entries[caret.position].length


@pytest.mark.parametrize("seed", range(4))
def test_the_document_that_is_behind_follows_any_acts(
    write: Write, qapp: QApplication, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.text.document.MOST_AT_ONCE", 3)
    r = random.Random(seed)
    words = [paragraph(Kind.OPERATIVE, f"Decides [to meet] {number} times 𝄞;") for number in range(90)]
    page = write(Draft((*THREE.paragraphs, *words), THREE.footnotes))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    behind = 0
    for _ in range(40):
        if working.entries and r.random() < 0.7:
            ends = []
            for _end in range(2):
                position = r.randrange(len(working.entries))
                ends.append(Caret(position, r.randrange(working.entries[position].length + 1)))
            asked = Selection(ends[0], ends[1] if r.random() < 0.6 else ends[0])
            sheet.select(asked)
            assert sheet.selection() == asked
        elif working.entries and r.random() < 0.5:
            moves = [Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]
            QTest.keyClick(sheet, r.choice(moves), r.choice([_NONE, _CONTROL, _SHIFT, _CONTROL | _SHIFT]))
        act = r.choice(_ACTS) if r.random() < 0.7 else lambda page, _r: page.sheet.do(structure.toggle_mark, "bold")
        act(page, r)
        behind += sheet.catching_up.behind
        assert_agrees_in_sight(page)
        if r.random() < 0.3:
            qapp.processEvents()
    while working.undo_list.steps:
        sheet.undo_step()
        behind += sheet.catching_up.behind
        assert_agrees_in_sight(page)
    assert behind
    sheet.catching_up.all()
    assert_agrees(page)


def test_dragged_words_go_elsewhere_in_one_step(write: Write) -> None:
    page = write(THREE)
    page.sheet.select(Selection(Caret(1, 8), Caret(1, 17)))
    steps = page.sheet.working.undo_list.steps if page.sheet.working else 0
    page.sheet._move_dragged(Caret(2, 8))
    assert_agrees(page)
    assert texts(page)[2].startswith("Requests [to meet] 𝄞")
    assert page.sheet.working is not None
    assert page.sheet.working.undo_list.steps == steps + 1


def test_a_paragraph_is_dragged_by_its_number(write: Write, qapp: QApplication) -> None:
    page = write(THREE)
    sheet = page.sheet
    column = sheet.viewport().geometry()

    def at(position: int) -> QPoint:
        return QPoint(column.left() - 30, round(sheet.column.top(position)) + 12)

    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, _NONE, at(2))
    assert sheet.selection() == Selection(Caret(2, 0), Caret(2, len(THREE.paragraphs[2].text)))
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, _NONE, at(2))
    QTest.mouseMove(sheet, at(1))
    QTest.mouseMove(sheet, at(1) - QPoint(0, 8))
    assert sheet.drag.active
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.drag.active
    assert texts(page) == [p.text for p in THREE.paragraphs]
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, _NONE, at(2))
    QTest.mouseMove(sheet, at(1))
    QTest.mouseMove(sheet, at(1) - QPoint(0, 8))
    assert sheet.drag.before == 1
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, _NONE, at(1))
    assert_agrees(page)
    assert texts(page)[1].startswith("Requests")


def test_a_third_click_selects_a_paragraph_which_is_the_chosen_one(write: Write, qtbot: QtBot) -> None:
    page = write(THREE)
    sheet, left = page.sheet, Qt.MouseButton.LeftButton
    sheet.select(Selection(Caret(1, 9), Caret(1, 9)))
    here = sheet.cursorRect().center()

    def third_click() -> None:
        QTest.mouseClick(sheet.viewport(), left, _NONE, here)
        QTest.mouseDClick(sheet.viewport(), left, _NONE, here)
        QTest.mouseClick(sheet.viewport(), left, _NONE, here)

    third_click()
    assert (sheet.selection(), sheet.chosen()) == (Selection(Caret(1, 0), Caret(2, 0)), 1)
    with qtbot.waitSignal(sheet.paragraph_chosen, check_params_cb=lambda at: at == 2):
        QTest.keyClick(sheet, Qt.Key.Key_Right)  # the caret stays where it was, and nothing is selected
    third_click()
    QTest.keyClick(sheet, Qt.Key.Key_Down, _SHIFT)
    assert (sheet.selection().start, sheet.chosen()) == (Caret(1, 0), 2)
    third_click()
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert_agrees(page)
    assert [one[:8] for one in texts(page)] == [THREE.paragraphs[at].text[:8] for at in (0, 2)]


def test_what_is_selected_to_the_beginning_of_a_paragraph_grows_where_it_ends(write: Write) -> None:
    sheet, left = write(THREE).sheet, Qt.MouseButton.LeftButton
    sheet.select(Selection(Caret(2, 0), Caret(2, 0)))
    start = sheet.cursorRect().center()
    sheet.select(Selection(Caret(0, 3), Caret(0, 3)))
    QTest.mouseClick(sheet.viewport(), left, _SHIFT, start)
    QTest.keyClick(sheet, Qt.Key.Key_Right, _SHIFT)
    assert sheet.selection() == Selection(Caret(0, 3), Caret(2, 1))


def test_a_paragraph_let_go_beside_the_sheet_stays_and_the_wheel_aims_too(write: Write) -> None:
    page = write(THREE)
    sheet, column, words = page.sheet, page.sheet.viewport().geometry(), [p.text for p in THREE.paragraphs]
    sheet.resize(sheet.width(), 120)

    def at(position: int) -> QPoint:
        return QPoint(column.left() - 30, round(sheet.column.top(position)) + 12 - sheet.verticalScrollBar().value())

    def drag(*places: QPoint) -> None:
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, _NONE, at(0))
        for place in places:
            QTest.mouseMove(sheet, place)

    for aside in (QPoint(-40, 100), QPoint(sheet.width() + 40, 100), QPoint(60, 400), QPoint(60, -90)):
        drag(at(0) + QPoint(0, 60), aside)
        assert (sheet.drag.active, sheet.drag.before) == (True, None)
        QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, _NONE, aside)
        assert texts(page) == words
    drag(at(0) + QPoint(0, 10), QPoint(column.left() - 30, 100))
    first = sheet.drag.before
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    assert sheet.drag.before != first
    assert sheet.drag.before == len(THREE.paragraphs)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_by_the_number_of_one_all_paragraphs_are_dragged_that_are_selected(write: Write) -> None:
    page = write(THREE)
    sheet, column, words = page.sheet, page.sheet.viewport().geometry(), [p.text for p in THREE.paragraphs]

    def at(position: int) -> QPoint:
        return QPoint(column.left() - 30, round(sheet.column.top(position)) + 12)

    sheet.select(Selection(Caret(1, 2), Caret(2, 3)))
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, _NONE, at(1))
    QTest.mouseMove(sheet, at(0))
    QTest.mouseMove(sheet, at(0) - QPoint(0, 8))
    assert sheet.drag.before == 0
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, _NONE, at(0))
    assert_agrees(page)
    assert [one[:8] for one in texts(page)[:3]] == [words[1][:8], words[2][:8], words[0][:8]]
    assert sheet.selection() == Selection(Caret(0, 2), Caret(1, 3)), "they go on being selected"
    # One that is not among them goes alone.
    sheet.undo_step()
    sheet.select(Selection(Caret(1, 2), Caret(2, 3)))
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, _NONE, at(0))
    QTest.mouseMove(sheet, at(1))
    QTest.mouseMove(sheet, at(2))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, _NONE, at(2))
    assert [one[:8] for one in texts(page)[:3]] == [words[1][:8], words[0][:8], words[2][:8]]


def test_what_is_typed_behind_an_opening_is_roman_unless_asked(qtbot: QtBot, qapp: QApplication) -> None:
    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(" States to act."))),))
    for asked in (False, True):
        page = TextPage()
        qtbot.addWidget(page)
        page.show_working(WorkingText(draft))
        page.sheet.select(Selection.at(0, 10))
        if asked:
            page.sheet.toggle_mark("italic")
            page.sheet.toggle_mark("italic")
        qtbot.keyClicks(page.sheet, " all")
        assert page.sheet.working is not None
        runs = page.sheet.working.entries[0].paragraph.runs
        assert "".join(run.text for run in runs) == "Encourages all States to act."
        assert runs[0].text == ("Encourages all" if asked else "Encourages")


def test_of_an_act_on_very_many_paragraphs_what_is_in_sight_is_shown_at_once_and_the_rest_soon(
    write: Write, qapp: QApplication
) -> None:
    words = [paragraph(Kind.OPERATIVE, f"Decides [to meet] {number} times;") for number in range(MANY + 20)]
    page = write(Draft((paragraph(Kind.MASTHEAD, "General Assembly"), *words, *THREE.paragraphs), THREE.footnotes))
    changes: list[int] = []
    page.sheet.document().contentsChange.connect(lambda place, _gone, _new: changes.append(place))
    page.sheet.selectAll()
    page.sheet.do(structure.toggle_mark, "italic")
    page.sheet.under_way.finish()
    assert len(changes) < MANY / 2
    assert page.sheet.catching_up.behind
    assert_agrees_in_sight(page)
    page.sheet.catching_up.all()
    assert_agrees(page)
    assert all(run.italic for run in page.sheet.working.entries[5].paragraph.runs)  # type: ignore[union-attr]
    for act in (page.sheet.undo_step, page.sheet.redo_step, page.sheet.undo_step):
        act()
        page.sheet.under_way.finish()
        assert_agrees_in_sight(page)
    page.sheet.catching_up.all()
    assert_agrees(page)
    page.sheet.column.settle()
    heights = [page.sheet.column.top(at) for at in range(len(words))]
    page.sheet._rebuild()
    page.sheet.column.settle()
    assert [page.sheet.column.top(at) for at in range(len(words))] == heights


def test_a_long_act_is_under_way_while_the_window_goes_on_and_is_one_step(write: Write, qapp: QApplication) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(800))
    page = write(Draft(words))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.finish()
    for how in ("turns", "undo", "another act", "keeping", "letters"):
        sheet.selectAll()
        sheet.toggle_mark("bold")
        assert sheet.under_way.active
        assert working.undo_list.steps == 0
        if how == "undo":
            sheet.undo_step()
            quiet(page, qapp)
            assert (undone := working.undo_list.last_undone)
            assert undone.words == "Bold"
            sheet.redo_step()
        elif how == "another act":
            sheet.do(structure.toggle_mark, "italic")
            quiet(page, qapp)
            assert all(run.bold and run.italic for entry in working.entries for run in entry.paragraph.runs)
            sheet.undo_step()
        elif how == "keeping":
            sheet.set_waiting(True)
            assert not sheet.writes
            sheet.set_waiting(False)
        elif how == "letters":
            QTest.keyClicks(sheet, "xy")
            assert working.entries[-1].text.endswith("times;")
            quiet(page, qapp)
            assert [entry.text for entry in working.entries] == ["xy"]
            sheet.undo_step()
        quiet(page, qapp)
        assert working.undo_list.done[-1].words == "Bold"
        assert all(run.bold for entry in working.entries for run in entry.paragraph.runs)
        sheet.undo_step()
        sheet.under_way.finish()
        assert working.undo_list.steps == 0
        assert not working.changed
    sheet.catching_up.all()
    assert_agrees(page)


def test_a_long_act_is_given_up_with_what_waits_for_it(write: Write, qapp: QApplication) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(800))
    page = write(Draft(words))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.finish()
    sheet.selectAll()
    sheet.do(structure.set_kind, Kind.TEXT)
    QTest.keyClicks(sheet, "x")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.under_way.active
    for _ in range(20):
        qapp.processEvents()
    assert not working.changed
    assert not working.undo_list.steps
    QTest.keyClicks(sheet, "x")
    quiet(page, qapp)
    assert texts(page) == ["x"]


def test_what_is_under_way_and_what_waits_for_it_is_done_before_the_text_is_left(
    write: Write, qapp: QApplication
) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(300))
    page = write(Draft(words))
    sheet = page.sheet
    leaves: list[Callable[[], object]] = [
        lambda: page.show_draft(THREE),
        lambda: page.show_working(WorkingText(THREE)),
        sheet.let_go,
    ]
    for leave in leaves:
        working = WorkingText(Draft(words))
        page.show_working(working)
        sheet.finish()
        sheet.selectAll()
        sheet.do(structure.delete)
        QTest.keyClicks(sheet, "last words")
        assert sheet.under_way.active
        leave()
        assert [entry.text for entry in working.entries] == ["last words"]
        for _ in range(20):
            qapp.processEvents()
        assert sheet.working is None or texts(page) == [one.text for one in THREE.paragraphs]


def test_what_an_input_method_writes_over_much_waits_for_its_deletion(write: Write, qapp: QApplication) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(200))
    page = write(Draft(words))
    sheet = page.sheet
    sheet.finish()
    sheet.selectAll()
    commit(page, "é")
    assert sheet.under_way.active
    commit(page, "t")
    quiet(page, qapp)
    assert texts(page) == ["ét"]
    while sheet.working is not None and sheet.working.undo_list.steps:
        sheet.undo_step()
        quiet(page, qapp)
    sheet.selectAll()
    sheet.do(footnotes.add_note)
    quiet(page, qapp)
    assert sheet.note_editor.note == 1
    sheet.catching_up.all()
    assert_agrees(page)


def test_much_that_is_copied_or_cut_is_worked_out_aside(write: Write, qapp: QApplication) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(200))
    page = write(Draft(words))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.finish()
    sheet.to_formats = lambda: (
        lambda text, selection: {
            "text/plain": "|".join(entry.text for entry in text.entries[: selection.end.position + 1]).encode()
        }
    )
    QGuiApplication.clipboard().clear()
    for first, key in ((True, Qt.Key.Key_C), (False, Qt.Key.Key_X)):
        sheet.selectAll()
        QTest.keyClick(sheet, key, _CONTROL)
        QTest.keyClicks(sheet, "x")
        assert sheet.under_way.active
        assert len(working.entries) == len(words)
        quiet(page, qapp)
        assert QGuiApplication.clipboard().text() == "|".join(one.text for one in words)
        assert texts(page) == ["x"]
        QGuiApplication.clipboard().clear()
        while working.undo_list.steps and first:
            sheet.undo_step()
            quiet(page, qapp)
    page.show_draft(Draft(words))
    sheet.finish()
    sheet.draft_to_formats = lambda draft, _selection: {"text/plain": draft.paragraphs[3].text.encode()}
    sheet.selectAll()
    QTest.keyClick(sheet, Qt.Key.Key_C, _CONTROL)
    quiet(page, qapp)
    assert QGuiApplication.clipboard().text() == words[3].text
    QGuiApplication.clipboard().clear()


def test_of_much_that_is_selected_nothing_is_made_before_somebody_asks(write: Write) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(200))
    page = write(Draft(words))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.finish()
    made: list[int] = []

    def formats(text: WorkingText, selection: Selection) -> dict[str, bytes]:
        made.append(selection.end.position)
        return {"text/plain": "|".join(entry.text for entry in text.entries).encode(), "text/html": b"<p>\xc3\xa9</p>"}

    sheet.to_formats = lambda: formats
    sheet.selectAll()
    data = sheet.createMimeDataFromSelection()
    assert not made
    structure.insert_text(working, Selection.at(0, 0), "Not yet: ")
    assert data.formats() == ["text/plain", "text/html"]
    assert (data.text(), data.html()) == ("|".join(one.text for one in words), "<p>é</p>")
    assert bytes(data.data("text/html").data()) == b"<p>\xc3\xa9</p>"
    assert (data.hasText(), data.hasUrls(), data.hasFormat("image/png")) == (True, False, False)
    assert data.data("image/png").isEmpty()
    sheet.select(Selection(Caret(0, 0), Caret(2, 0)))
    sheet.createMimeDataFromSelection()
    assert made == [199, 2]


_KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier, str], ...] = (
    *((Qt.Key.Key_A, _NONE, letter) for letter in "Decides 1.,["),
    *((Qt.Key.Key_Return, _NONE, "\r"),) * 3,
    (Qt.Key.Key_Tab, _NONE, "\t"),
    (Qt.Key.Key_Backspace, _NONE, "\b"),
    (Qt.Key.Key_Delete, _NONE, "\x7f"),
    (Qt.Key.Key_Down, _NONE, ""),
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, ""),
    (Qt.Key.Key_Home, _CONTROL, ""),
    (Qt.Key.Key_End, _CONTROL, ""),
    *((Qt.Key.Key_Down, _CONTROL | _SHIFT, ""),) * 6,
    *((Qt.Key.Key_Up, _CONTROL | _SHIFT, ""),) * 3,
)


_LONG_ACTS: tuple[tuple[Callable[..., object], object], ...] = (
    (structure.toggle_mark, "bold"),
    (structure.set_kind, Kind.PREAMBULAR),
    (structure.move, 1),
)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_done_while_acts_are_under_way_comes_to_the_same_as_one_after_another(
    write: Write, qapp: QApplication, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    r = random.Random(seed)
    words = [paragraph(Kind.OPERATIVE, f"Decides [to meet] {number} times;") for number in range(20)]
    draft = Draft((*THREE.paragraphs, *words), THREE.footnotes)
    done = [r.randrange(len(_KEYS) + 6) for _ in range(60)]
    came_to = []
    for long in (1, 10_000):
        monkeypatch.setattr("widgets.writing.acting_sheet.LONG", long)
        page = write(draft)
        sheet, working = page.sheet, page.sheet.working
        assert working is not None
        sheet.finish()
        were_under_way = 0
        for what in done:
            if what < len(_KEYS):
                key, held, text = _KEYS[what]
                event = QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text)
                QApplication.sendEvent(sheet, event)
            elif what < len(_KEYS) + 2:
                sheet.undo_step()
            elif what == len(_KEYS) + 2:
                sheet.redo_step()
            else:
                act, given = _LONG_ACTS[what - len(_KEYS) - 3]
                sheet.do(act, given)
            were_under_way += sheet.under_way.active
            if r.random() < 0.05:
                quiet(page, qapp)
        quiet(page, qapp)
        assert bool(were_under_way) == (long == 1)
        sheet.catching_up.all()
        assert_agrees(page)
        check(working)
        came_to.append((working.draft(), working.undo_list.steps, sheet.selection()))
        while working.undo_list.steps:
            sheet.undo_step()
            quiet(page, qapp)
        assert not working.changed
    assert came_to[0] == came_to[1]


def test_a_text_written_meanwhile_is_not_acted_on(write: Write) -> None:
    words = tuple(paragraph(Kind.OPERATIVE, f"Decides to meet {number} times;") for number in range(800))
    page = write(Draft(words))
    sheet, working = page.sheet, page.sheet.working
    assert working is not None
    sheet.finish()
    refused: list[str] = []
    sheet.refused.connect(refused.append)
    sheet.selectAll()
    sheet.toggle_mark("bold")
    structure.insert_text(working, Selection.at(3, 2), "new ")
    sheet.under_way.finish()
    assert refused == ["The text has changed meanwhile, and nothing was done; do it again."]
    assert working.undo_list.steps == 1


def _long_with_a_note_in_sight() -> Draft:
    words = "Decides to meet again in the course of the year, and to go on to do so in each of those that follow;"
    texts = [paragraph(Kind.OPERATIVE, words, 0, *((1,) if at == 5 else ())) for at in range(60)]
    return Draft(tuple(texts), (Footnote(1, "1", (Run("A/58/1."),)),))


def test_what_a_key_does_is_painted_before_the_notes_at_the_foot_follow(
    write: Write, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = write(_long_with_a_note_in_sight()).sheet
    assert sheet.notes.shown == (1,)
    sheet.select(Selection.at(2, 8))
    placed: list[bool] = []
    place = sheet._place_notes
    monkeypatch.setattr(sheet, "_place_notes", lambda: (placed.append(True), place()))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not placed
    qtbot.waitUntil(lambda: bool(placed))
    assert sheet.notes.shown == (1,)
    # Where its mark is no longer in sight it is not at the foot either.
    for _ in range(12):
        QTest.keyClick(sheet, Qt.Key.Key_Return)
        QTest.keyClicks(sheet, "Notes;")
    qtbot.waitUntil(lambda: not sheet.notes.shown)
    while sheet.working is not None and sheet.working.undo_list.steps:
        sheet.undo_step()
    assert sheet.notes.shown == (1,)


def test_letters_of_blocks_written_in_are_let_go_in_a_rest_of_the_keys(write: Write, qtbot: QtBot) -> None:
    page = write(_long_with_a_note_in_sight())
    sheet = page.sheet
    written = sheet.column.blocks.written
    for at in range(8):
        sheet.select(Selection.at(2 * at, 8))
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    many = len(written._kept)
    assert many > 4
    qtbot.waitUntil(lambda: len(written._kept) <= 4)
    sheet.select(Selection.at(0, 3))
    QTest.keyClicks(sheet, "again")
    assert sheet.working is not None
    assert sheet.working.entries[0].text.startswith("Decagain")
    assert_agrees(page)


def test_how_to_begin_is_said_only_where_nothing_is_written(write: Write, qapp: QApplication) -> None:
    for page, said in (
        (write(Draft()), True),
        (write(Draft((paragraph(Kind.MASTHEAD, "", 0, 1),), THREE.footnotes)), False),
    ):
        page.sheet.viewport().grab()
        assert page.sheet._hinted is said
