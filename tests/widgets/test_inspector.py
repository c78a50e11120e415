"""The inspector of the text: what it says, what it asks, and that it leaves alone what has not changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Kind
from widgets.inspector.inspector import WIDTH, TextInspector
from widgets.inspector.marked_words import spoken
from widgets.inspector.view import KINDS, Gone, InspectorView, LineageRow, NoteHere, NoteRow, kind_words
from widgets.paper.pieces import Mark, Piece
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

WORDS = (Piece("Decides", italic=True), Piece(" to "), Piece("meet", mark=Mark.REMOVED), Piece("act", mark=Mark.ADDED))
VIEW = InspectorView(
    label="OP9",
    opening="Decides",
    kind=Kind.OPERATIVE,
    number="9",
    brackets=3,
    since="Rev.1",
    change="Reworded",
    changed=WORDS,
    can_put_back=True,
    gone=(Gone(7, "OP8", (Piece("Requests him to report;", mark=Mark.REMOVED),)),),
    lineage=(
        LineageRow("a", 6, "14 Nov", "Rev.1: first appears, as OP7"),
        LineageRow("", 8, "24 Nov", "Working text: moved after OP8"),
    ),
    notes=(NoteHere(13, "13", "Resolution 53/111.", ("OP4",)),),
    notes_in_text=2,
)


@pytest.fixture
def inspector(qtbot: QtBot, qapp: QApplication) -> TextInspector:
    style.apply(qapp, "light")
    made = TextInspector()
    qtbot.addWidget(made)
    made.resize(WIDTH, 900)
    made.show()
    made.show_paragraph(VIEW)
    return made


def test_it_says_what_the_paragraph_is(inspector: TextInspector) -> None:
    assert (inspector.label.text(), inspector.opening.text()) == ("OP9", "Decides")
    assert inspector.structure.kind_button.text() == "Operative"
    assert inspector.structure.number_button.text() == "9"
    assert inspector.chip.words == "3 brackets"
    assert inspector.changes.since.text() == "Changed since Rev.1"
    assert inspector.changes.words.accessibleName() == "Decides to (removed: meet) (added: act)"
    assert inspector.notes.rows[0].accessibleName() == "13, Resolution 53/111., cited also in OP4"
    assert inspector.lineage.rows[0].accessibleName() == "14 Nov, Rev.1: first appears, as OP7"


def test_each_act_is_asked_for(qtbot: QtBot, inspector: TextInspector) -> None:
    for button, signal, args in (
        (inspector.changes.put_back_button, inspector.put_back, []),
        (inspector.changes.gone.rows[0].button, inspector.put_back_gone, [7]),
        (inspector.bracket_button, inspector.bracket_asked, []),
        (inspector.unbracket_button, inspector.unbracket_asked, []),
        (inspector.lineage.rows[0], inspector.draft_chosen, ["a", 6]),
        (inspector.notes.rows[0], inspector.note_chosen, [13]),
        (inspector.hide_button, inspector.hide_asked, []),
    ):
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == args


def test_the_masthead_alone_is_offered_as_a_form(qtbot: QtBot, inspector: TextInspector) -> None:
    assert not inspector.masthead_button.isVisible()
    inspector.show_paragraph(InspectorView(kind=Kind.MASTHEAD, writable=False))
    assert not inspector.masthead_button.isVisible()
    inspector.show_paragraph(InspectorView(kind=Kind.MASTHEAD))
    with qtbot.waitSignal(inspector.masthead_asked):
        inspector.masthead_button.click()


def test_the_working_text_leads_nowhere(inspector: TextInspector) -> None:
    assert not inspector.lineage.rows[1].isEnabled()


def test_what_is_new_is_taken_out_and_not_put_back(inspector: TextInspector) -> None:
    assert inspector.changes.put_back_button.text() == "Put this paragraph back"
    inspector.show_paragraph(replace(VIEW, change="New"))
    assert inspector.changes.put_back_button.text() == "Take this paragraph out"


def test_unchanged_paragraphs_have_nothing_to_put_back(inspector: TextInspector) -> None:
    inspector.show_paragraph(replace(VIEW, change="", changed=(), can_put_back=False, gone=()))
    assert inspector.changes.since.text() == "As in Rev.1"
    for widget in (
        inspector.changes.put_back_button,
        inspector.changes.words,
        inspector.changes.gone,
        inspector.changes.change,
    ):
        assert not widget.isVisible()
    inspector.show_paragraph(replace(VIEW, since="", change="", changed=(), can_put_back=False, gone=()))
    assert not inspector.changes.since.isVisible()


def test_brackets_without_an_end_are_an_error_with_a_way_there(qtbot: QtBot, inspector: TextInspector) -> None:
    assert not inspector.show_button.isVisible()
    inspector.show_paragraph(replace(VIEW, brackets=0, unmatched=1))
    assert inspector.chip.words == "1 bracket without a partner"
    with qtbot.waitSignal(inspector.unmatched_asked):
        inspector.show_button.click()
    inspector.show_paragraph(replace(VIEW, brackets=0))
    assert inspector.chip.words == "No brackets"
    assert not inspector.unbracket_button.isVisible()


def test_kinds_and_numbers_are_chosen_from_menus(qtbot: QtBot, inspector: TextInspector) -> None:
    structure = inspector.structure
    menu = structure.kinds(inspector)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [kind_words(kind, level) for kind, level, _ in KINDS]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Operative"]
    with qtbot.waitSignal(inspector.kind_chosen) as chosen:
        next(action for action in menu.actions() if action.text() == "Subparagraph (i)").trigger()
    assert chosen.args == ["subparagraph", 2]
    numbers = {action.text(): action for action in structure.numbers(inspector).actions()}
    with qtbot.waitSignal(inspector.suffix_chosen) as suffix:
        numbers["bis"].trigger()
    assert suffix.args == ["bis"]
    with qtbot.waitSignal(inspector.renumber_asked):
        numbers["Renumber the text"].trigger()


def test_counting_again_undoes_what_was_set(qtbot: QtBot, inspector: TextInspector) -> None:
    for view, signal in (
        (replace(VIEW, number="8 bis", suffix="bis"), inspector.suffix_chosen),
        (replace(VIEW, number="8 A", number_set=True), inspector.number_given),
    ):
        inspector.show_paragraph(view)
        with qtbot.waitSignal(signal) as told:
            inspector.structure.numbers(inspector).actions()[0].trigger()
        assert told.args == [""]


def test_a_number_is_written_in_place(qtbot: QtBot, inspector: TextInspector) -> None:
    structure = inspector.structure
    structure.write_number()
    assert structure.field.isVisible()
    with qtbot.assertNotEmitted(inspector.left):
        qtbot.keyClick(structure.field, Qt.Key.Key_Escape)
    assert not structure.field.isVisible()
    structure.write_number()
    with qtbot.waitSignal(inspector.number_given) as given:
        qtbot.keyClicks(structure.field, "9 A")
        qtbot.keyClick(structure.field, Qt.Key.Key_Return)
    assert given.args == ["9 A"]


class _Counted(QObject):
    """Counts what a widget and its parts paint and lay out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.events = 0
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Hide, QEvent.Type.Resize):
            self.events += 1
        return False


def test_an_equal_view_paints_nothing(qtbot: QtBot, inspector: TextInspector, qapp: QApplication) -> None:
    for _ in range(5):
        qapp.processEvents()
    counted = _Counted(inspector)
    for _ in range(20):
        inspector.show_paragraph(replace(VIEW))
        qapp.processEvents()
    assert counted.events == 0


def test_other_words_leave_the_other_parts_alone(qtbot: QtBot, inspector: TextInspector, qapp: QApplication) -> None:
    for _ in range(5):
        qapp.processEvents()
    counted = _Counted(inspector.lineage)
    notes = _Counted(inspector.notes)
    inspector.show_paragraph(replace(VIEW, changed=(*WORDS, Piece("!", mark=Mark.ADDED))))
    for _ in range(5):
        qapp.processEvents()
    assert (counted.events, notes.events) == (0, 0)


def test_all_footnotes_and_back(qtbot: QtBot, inspector: TextInspector) -> None:
    with qtbot.waitSignal(inspector.all_notes_wanted):
        inspector.all_notes_button.click()
    assert inspector.notes_shown
    inspector.show_notes([NoteRow(13, "13", "Resolution 53/111.", (("OP4", 3), ("OP9", 8))), NoteRow(14, "14", "")])
    assert inspector.label.text() == "2 footnotes"
    notes = inspector.all_notes
    said = [notes.notes.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Footnote 13, Resolution 53/111., cited in OP4, OP9", "Footnote 14, empty, cited nowhere"]
    notes.setCurrentIndex(notes.notes.index(0, 0))
    cited: list[tuple[int, int]] = []
    inspector.note_cited.connect(lambda note, position: cited.append((note, position)))
    for _ in range(3):
        qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert cited == [(13, 3), (13, 8), (13, 3)]
    inspector.show_paragraph(replace(VIEW, label="OP4"))
    assert inspector.label.text() == "2 footnotes"
    with qtbot.assertNotEmitted(inspector.left):
        qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert not inspector.notes_shown
    assert inspector.label.text() == "OP4"
    with qtbot.waitSignal(inspector.left):
        qtbot.keyClick(inspector.changes.put_back_button, Qt.Key.Key_Escape)


def test_from_all_footnotes_that_were_asked_for_in_the_text_esc_goes_back_to_it(
    qtbot: QtBot, inspector: TextInspector
) -> None:
    inspector.show_all_notes(from_text=True)
    with qtbot.waitSignal(inspector.left):
        qtbot.keyClick(inspector.all_notes, Qt.Key.Key_Escape)
    assert not inspector.notes_shown


def test_all_footnotes_mark_the_first_before_a_key_and_down_goes_to_the_second(
    qtbot: QtBot, inspector: TextInspector
) -> None:
    inspector.show_notes([NoteRow(13, "13", "Resolution 53/111."), NoteRow(14, "14", ""), NoteRow(15, "15", "")])
    notes = inspector.all_notes
    for row in (0, 1):
        inspector.activateWindow()
        inspector.show_all_notes(from_text=True)
        qtbot.waitUntil(notes.hasFocus)
        assert [index.row() for index in notes.selectedIndexes()] == [row]
        qtbot.keyClick(notes, Qt.Key.Key_Down)
        assert [index.row() for index in notes.selectedIndexes()] == [row + 1]
        notes.setCurrentIndex(notes.notes.index(1, 0))
        qtbot.keyClick(notes, Qt.Key.Key_Escape)


def test_a_footnote_goes_from_the_list_where_it_may(qtbot: QtBot, inspector: TextInspector) -> None:
    inspector.show_all_notes()
    inspector.show_notes([NoteRow(13, "13", "Resolution 53/111.", (("OP4", 3),)), NoteRow(14, "14", "")])
    notes = inspector.all_notes
    notes.setCurrentIndex(notes.notes.index(0, 0))
    with qtbot.assertNotEmitted(notes.removed):
        qtbot.keyClick(notes, Qt.Key.Key_Delete)
    notes.writable = True
    with qtbot.waitSignal(notes.removed) as removed:
        qtbot.keyClick(notes, Qt.Key.Key_Delete)
    assert removed.args == [13]


def test_what_may_not_be_written_is_not_offered(inspector: TextInspector) -> None:
    inspector.show_paragraph(replace(VIEW, writable=False))
    structure = inspector.structure
    for button in (
        structure.kind_button,
        structure.number_button,
        inspector.bracket_button,
        inspector.unbracket_button,
        inspector.changes.put_back_button,
        inspector.changes.gone.rows[0].button,
    ):
        assert not button.isEnabled()


def test_every_button_has_a_name_and_the_order_is_that_of_the_page(qtbot: QtBot, inspector: TextInspector) -> None:
    buttons = [button for button in inspector.findChildren(QAbstractButton) if button.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
    seen: list[QWidget] = []
    inspector.activateWindow()
    inspector.structure.kind_button.setFocus()
    while (at := inspector.focusWidget()) is not None and at not in seen:
        seen.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    order = [inspector.changes.put_back_button, inspector.changes.gone.rows[0].button, inspector.lineage.rows[0]]
    order += [inspector.notes.rows[0], inspector.all_notes_button]
    assert [one for one in seen if one in order] == order


def test_long_words_open_by_keyboard(qtbot: QtBot, inspector: TextInspector) -> None:
    inspector.show_paragraph(replace(VIEW, changed=(Piece("many words " * 120),)))
    folded = inspector.changes.words.height()
    assert inspector.changes.words.focusPolicy() == Qt.FocusPolicy.TabFocus
    qtbot.keyClick(inspector.changes.words, Qt.Key.Key_Return)
    assert inspector.changes.words.height() > folded
    qtbot.keyClick(inspector.changes.words, Qt.Key.Key_Return)
    assert inspector.changes.words.height() == folded


def test_marks_are_spoken() -> None:
    assert spoken((Piece("a "), Piece(" ", mark=Mark.ADDED), Piece("b", mark=Mark.ADDED))) == "a (added: b)"
    assert spoken((Piece("a"), Piece("13", note=True), Piece("b"))) == "a (footnote 13) b"
