"""The inspector of the text: head, brackets, what changed, lineage, footnotes of the paragraph at the caret."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.draft import Kind
from models.telling.figures import counted
from widgets.inspector.agreed import AgreedStatus
from widgets.inspector.all_notes import AllNotes
from widgets.inspector.changed_since import ChangedSince
from widgets.inspector.choices import BracketChip, StructureChoice, caption
from widgets.inspector.part import SIDE, InspectorPart, say
from widgets.inspector.rows import FactRows
from widgets.inspector.view import InspectorView, NoteRow
from widgets.paper.direction import in_parts
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.focus import take_keyboard_from
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

WIDTH = 312
_DAY = 76
"""Pixels for a day with its year: the drafts behind a text lie years apart."""


class TextInspector(Surface):
    """`show_paragraph` may be called at every key: what is shown already is not touched.

    `put_back()`; `put_back_gone(place)` of a paragraph of the base; `kind_chosen(kind, level)`; `suffix_chosen("bis")`,
    "" for none; `number_given(words)`, "" to count again; `renumber_asked()`; `bracket_asked()`, `unbracket_asked()`,
    `unmatched_asked()` to see a bracket without its other end; `agreed_turned()` for its status;
    `draft_chosen(draft, position)`; `note_chosen(id)` to
    edit a note; `note_cited(id, position)`; `lineage_asked()`; `masthead_asked()` for its form;
    `all_notes_wanted()` asks for `show_notes`; `shown()` when it comes into sight, with what it showed last;
    `left()` is Esc.
    """

    put_back = Signal()
    put_back_gone = Signal(int)
    kind_chosen = Signal(str, int)
    suffix_chosen = Signal(str)
    number_given = Signal(str)
    renumber_asked = Signal()
    bracket_asked = Signal()
    unbracket_asked = Signal()
    unmatched_asked = Signal()
    agreed_turned = Signal()
    draft_chosen = Signal(str, int)
    note_chosen = Signal(int)
    note_cited = Signal(int, int)
    all_notes_wanted = Signal()
    lineage_asked = Signal()
    masthead_asked = Signal()
    hide_asked = Signal()
    shown = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("panel", "leading")
        self.setFixedWidth(WIDTH)
        speak_as(self, Role.ComplementaryContent)
        self.setAccessibleName("About this paragraph")
        self._view: InspectorView | None = None
        self._ordered = 0
        column = laid_down(self, margins=(1, 0, 0, 0))
        column.addWidget(self._bar())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._paragraph())
        self.all_notes = AllNotes()
        self.all_notes.cited.connect(self.note_cited)
        self.all_notes.left.connect(self._leave)
        self._pages.addWidget(self.all_notes)
        column.addWidget(self._pages, 1)
        self.show_paragraph(InspectorView())

    def _bar(self) -> Surface:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(bar, margins=(SIDE, 0, 10, 1), spacing=8)
        self.back_button = IconButton("arrow-left", "Back to this paragraph (Esc)", size=16)
        self.back_button.clicked.connect(self.show_this_paragraph)
        self.back_button.hide()
        self.label = Words("", fonts.ui(600))
        self.opening = Words("", fonts.ui(), "ink2")
        self.hide_button = IconButton("columns", "Hide the inspector (F8)")
        self.hide_button.clicked.connect(self.hide_asked)
        line.addWidget(self.back_button)
        line.addWidget(self.label)
        line.addWidget(self.opening, 1)
        line.addWidget(self.hide_button)
        return bar

    def _paragraph(self) -> QWidget:
        inner = Surface("panel")
        column = laid_down(inner)
        self.changes = ChangedSince()
        self.changes.put_back_button.clicked.connect(self.put_back)
        self.changes.gone.put_back.connect(self.put_back_gone)
        for part in (self._warning(), self._structure(), self.changes, self._lineage(), self._notes()):
            column.addWidget(part)
        column.addStretch(1)
        return scrolled(inner)

    def _warning(self) -> Surface:
        self._warning_part = InspectorPart()
        self._warning_part.column.addWidget(caption("To look at"))
        self.warning = Words("", fonts.ui(), "ink", lines=True)
        self._warning_part.column.addWidget(self.warning)
        self._warning_part.hide()
        return self._warning_part

    def _structure(self) -> Surface:
        part = InspectorPart()
        column = part.column
        self.structure = StructureChoice()
        self.structure.kind_chosen.connect(self.kind_chosen)
        self.structure.suffix_chosen.connect(self.suffix_chosen)
        self.structure.number_given.connect(self.number_given)
        self.structure.renumber_asked.connect(self.renumber_asked)
        column.addWidget(self.structure)
        self.masthead_button = Button("Masthead as a form", height=26)
        self.masthead_button.setToolTip("Symbol, session, agenda item, sponsors and title (Ctrl Shift M)")
        self.masthead_button.clicked.connect(self.masthead_asked)
        column.addWidget(self.masthead_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.chip = BracketChip()
        column.addWidget(self.chip)
        line = QHBoxLayout()
        line.setSpacing(6)
        self.show_button = Button("Show it", height=26)
        self.bracket_button = Button("Bracket", height=26)
        self.unbracket_button = Button("Unbracket", height=26)
        self.show_button.clicked.connect(self.unmatched_asked)
        self.bracket_button.clicked.connect(self.bracket_asked)
        self.unbracket_button.clicked.connect(self.unbracket_asked)
        for button in (self.show_button, self.bracket_button, self.unbracket_button):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        self.agreed = AgreedStatus()
        self.agreed.turned.connect(self.agreed_turned)
        column.addWidget(self.agreed)
        return part

    def _lineage(self) -> Surface:
        self._lineage_part = InspectorPart()
        column = self._lineage_part.column
        column.addWidget(caption("Lineage"))
        self.lineage = FactRows(self._choose_draft, lead=_DAY)
        column.addWidget(self.lineage)
        self.lineage_button = Button("Words through the drafts", height=26)
        self.lineage_button.setToolTip("The lineage of this paragraph (Ctrl L)")
        self.lineage_button.clicked.connect(self.lineage_asked)
        column.addWidget(self.lineage_button)
        return self._lineage_part

    def _notes(self) -> Surface:
        self._notes_part = InspectorPart()
        column = self._notes_part.column
        self._notes_head = caption("Footnotes")
        column.addWidget(self._notes_head)
        self.notes = FactRows(self._choose_note, serif=True, lead=28)
        column.addWidget(self.notes)
        self.all_notes_button = Button("All footnotes", height=26)
        self._asked_from_text = False
        self.all_notes_button.clicked.connect(lambda: self.show_all_notes())
        column.addWidget(self.all_notes_button)
        return self._notes_part

    # What app says

    def show_paragraph(self, view: InspectorView) -> None:
        """Show another paragraph, or the same as it is now; an equal view costs one comparison."""
        before = self._view
        if view == before:
            return
        self._view = view
        if not self._shows_notes:
            self._show_head()
        say(self.warning, view.warning)
        self._warning_part.setVisible(bool(view.warning))
        self.structure.show_view(view)
        self.masthead_button.setVisible(view.kind is Kind.MASTHEAD and view.writable)
        self.chip.show_counts(view.brackets, view.unmatched)
        self.show_button.setVisible(view.unmatched > 0)
        self.show_button.setText("Show it" if view.unmatched == 1 else "Show them")
        self.unbracket_button.setVisible(view.brackets + view.unmatched > 0)
        for button in (self.bracket_button, self.unbracket_button):
            button.setEnabled(view.writable)
        self.agreed.show_status(view.agreed, view.can_be_agreed)
        self.changes.show_view(view)
        if before is None or view.lineage != before.lineage:
            self.lineage.show_facts([(row.day, row.says, "", bool(row.draft)) for row in view.lineage])
            self._lineage_part.setVisible(bool(view.lineage))
        if before is None or (view.notes, view.notes_in_text) != (before.notes, before.notes_in_text):
            self._show_notes_here(view)
        self._keep_order()

    def _keep_order(self) -> None:
        """Rows that were made just now stand last in Qt's order of Tab; here the order is that of the page."""
        gone = [part for row in self.changes.gone.rows for part in (row.button, row.words)]
        rows = (*gone, *self.lineage.rows, self.lineage_button, *self.notes.rows)
        if len(rows) == self._ordered:
            return
        self._ordered = len(rows)
        head = (self.masthead_button, self.show_button, self.bracket_button, self.unbracket_button, self.agreed.button)
        changes = (self.changes.words, self.changes.put_back_button)
        for first, second in pairwise((*head, *changes, *rows, self.all_notes_button, self.all_notes)):
            QWidget.setTabOrder(first, second)

    def _show_head(self) -> None:
        view = self._view or InspectorView()
        say(self.label, in_parts(view.label) or view.opening or "No paragraph")
        say(self.opening, view.opening if view.label else "")

    def _show_notes_here(self, view: InspectorView) -> None:
        facts = []
        for note in view.notes:
            also = "cited also in " + ", ".join(note.also) if note.also else ""
            facts.append((note.mark, note.text or "Empty", also, True))
        self.notes.show_facts(facts)
        self.notes.setVisible(bool(facts))
        self._notes_part.setVisible(view.notes_in_text > 0 or bool(facts))
        self.all_notes_button.setText(
            f"All footnotes ({view.notes_in_text})" if view.notes_in_text else "All footnotes"
        )
        self.all_notes_button.updateGeometry()

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Fill the list of all footnotes; it may be called whenever they change while `notes_shown`."""
        self.all_notes.notes.show_rows(rows)
        if self._shows_notes:
            say(self.label, counted(len(rows), "footnote"))

    @property
    def _shows_notes(self) -> bool:
        return self._pages.currentIndex() == 1

    @property
    def notes_shown(self) -> bool:
        """Whether the list of all footnotes stands in the place of the paragraph."""
        return self._shows_notes

    # What the user does

    def show_all_notes(self, *, from_text: bool = False) -> None:
        """The list of all footnotes in the place of the paragraph; Esc goes back to where it was asked for."""
        self._asked_from_text = from_text
        take_keyboard_from(self._pages)
        self._pages.setCurrentIndex(1)
        self.back_button.show()
        say(self.opening, "")
        self.show_notes(self.all_notes.notes.rows)
        self.all_notes_wanted.emit()
        self.all_notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_this_paragraph(self) -> None:
        """The paragraph again."""
        take_keyboard_from(self._pages)
        self._pages.setCurrentIndex(0)
        self.back_button.hide()
        self._show_head()
        self.all_notes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Back to where the hand was: from all footnotes that were asked for here to this paragraph, else the text."""
        asked_here = self._shows_notes and not self._asked_from_text
        if self._shows_notes:
            self.show_this_paragraph()
        if not asked_here:
            self.left.emit()

    def _choose_draft(self, number: int) -> None:
        if self._view is not None:
            row = self._view.lineage[number]
            self.draft_chosen.emit(row.draft, row.position)

    def _choose_note(self, number: int) -> None:
        if self._view is not None:
            self.note_chosen.emit(self._view.notes[number].id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)
