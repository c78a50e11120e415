"""Beside the drafts: what the chosen one is, what can be done with it, and how the brackets went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from models.draft.first_letter import with_capital
from models.telling.figures import counted, figure
from widgets.compare.how_many import MOST_COLUMNS
from widgets.dossier.amend import AmendForm
from widgets.dossier.drafts import DraftRow
from widgets.dossier.lanes import line_through
from widgets.dossier.plot import BracketPlot
from widgets.paper.elided import name_in_menu
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.focus import take_keyboard_from
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures


class Inspector(Surface):
    """Signals carry ids of drafts; `compare_asked` the older one first, `columns_asked` a list, the oldest first."""

    compare_asked = Signal(str, str)
    columns_asked = Signal(list)
    read_asked = Signal(str)
    export_asked = Signal(str)
    branch_asked = Signal(str)
    restore_asked = Signal(str)
    merge_asked = Signal()
    returned_asked = Signal()
    amend_asked = Signal()
    amend_given = Signal(str, object)
    amending_ended = Signal()

    def __init__(self) -> None:
        super().__init__("panel", "leading")
        self.setFixedWidth(Measures.DOSSIER_INSPECTOR)
        self.writable = True
        self._row: DraftRow | None = None
        self._before: DraftRow | None = None
        self._leads = True
        self.several: tuple[DraftRow, ...] = ()
        """More than two that are chosen, newest first."""
        self._all: tuple[DraftRow, ...] = ()
        inner = Surface("panel")
        column = laid_down(inner)
        column.addWidget(self._what())
        self._plot_part = self._part("Over the drafts")
        self.plot = BracketPlot()
        _inside(self._plot_part).addWidget(self.plot)
        column.addWidget(self._plot_part)
        self._story_part = self._part("")
        self._story_head = self._story_part.findChildren(Words)[0]
        self.story = Words("", fonts.serif(16), lines=True)
        _inside(self._story_part).addWidget(self.story)
        column.addWidget(self._story_part)
        column.addStretch(1)
        scroll = scrolled(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(scroll)

    def _what(self) -> QWidget:
        part = Surface("panel", "bottom")
        column = laid_down(part, margins=(20, 16, 20, 18), spacing=6)
        self.head = Words("", fonts.serif(18, 600), lines=True)
        self.head.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.amend_button = IconButton("pencil-simple", "Amend label, date or note (F2)")
        self.amend_button.clicked.connect(self.amend_asked)
        self.form = AmendForm()
        self.form.hide()
        self.form.left.connect(self.end_amending)
        self.form.given.connect(self._amended)
        self.line = Words("", fonts.small(), "ink2", lines=True)
        self.note = Words("", fonts.serif(14, italic=True), "ink2", lines=True)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.head, 1)
        line.addWidget(self.amend_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        for words in (self.line, self.note, self.form):
            column.addWidget(words)
        column.addSpacing(6)
        self.compare_button = Button("Compare", form="ink", icon="arrows-left-right", key="C", leading=True)
        self.other_button = Button("Compare with another…", icon="columns", leading=True)
        self.read_button = Button("Read", icon="book-open", key="Enter", leading=True)
        self.export_button = Button("Export…", icon="export", leading=True)
        for button in (self.compare_button, self.other_button, self.read_button, self.export_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        self.branch_button = Button("Write on from here", icon="git-branch", leading=True)
        self.restore_button = Button("Restore this text", icon="clock-counter-clockwise", leading=True)
        self.restore_button.setToolTip("Put this text into the working text, as one step that can be undone")
        self.merge_button = Button("Merge with…", icon="git-merge", leading=True)
        self.merge_button.clicked.connect(self.merge_asked)
        for button in (self.merge_button, self.branch_button, self.restore_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        self.returned_button = Button("Files that came back", icon="tray", leading=True)
        self.returned_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.returned_button.clicked.connect(self.returned_asked)
        column.addWidget(self.returned_button)
        self.branch_button.clicked.connect(lambda: self._tell(self.branch_asked))
        self.restore_button.clicked.connect(lambda: self._tell(self.restore_asked))
        self.compare_button.clicked.connect(self.compare)
        self.other_button.clicked.connect(self._offer_others)
        self.read_button.clicked.connect(lambda: self._tell(self.read_asked))
        self.export_button.clicked.connect(lambda: self._tell(self.export_asked))
        return part

    def _tell(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.id)

    @staticmethod
    def _part(head: str) -> Surface:
        part = Surface("panel", "bottom")
        column = laid_down(part, margins=(20, 16, 20, 16), spacing=8)
        column.addWidget(Words(head, fonts.micro(600), "ink3"))
        return part

    def show_draft(self, row: DraftRow, before: DraftRow | None, everything: Sequence[DraftRow]) -> None:
        """Show a draft, the one it is compared with at once, and all of them (newest first)."""
        if self._row is None or row.id != self._row.id:
            self.end_amending()
        self._row, self._before, self.several, self._all = row, before, (), tuple(everything)
        self.amend_button.setVisible(self.writable and not self.form.isVisibleTo(self))
        self.head.setText(row.label)
        source = f"from {row.file_name}" if row.file_name else ""
        self.line.setText(", ".join(part for part in (row.line, source) if part))
        amending = self.form.isVisibleTo(self)
        self.line.setVisible(bool(self.line.text()) and not amending)
        self.note.setText(f"“{row.note}”")
        self.note.setVisible(bool(row.note) and not amending)
        self.compare_button.setVisible(before is not None)
        self._dress_acts()
        self.other_button.setVisible(len(everything) > (2 if before else 1))
        self.read_button.setVisible(True)
        self.export_button.setVisible(True)
        self._show_acts()
        if before is not None:
            named = f"Compare with {before.label}"
            self.compare_button.setText(named)
            self.compare_button.setToolTip("")
            if self.compare_button.sizeHint().width() > Measures.DOSSIER_INSPECTOR - 42:
                self.compare_button.setText("Compare with the one before")
                self.compare_button.setToolTip(named)
            self.compare_button.updateGeometry()
        self._show_story(row, before)
        line = line_through(row.id, [(one.id, one.parents) for one in everything])
        told = [one for one in reversed(everything) if one.id in line]
        counts = [(one.label, one.brackets) for one in told if one.brackets is not None]
        self._plot_part.setVisible(len(counts) > 1 and any(count for _, count in counts))
        self.plot.show_counts(counts)

    def lead(self, leads: bool) -> None:
        """Whether the one strong thing of the page is here: the first of what can be done with the draft."""
        self._leads = leads
        self._dress_acts()

    def _dress_acts(self) -> None:
        compares = self._before is not None
        self.compare_button.become("ink" if self._leads and compares else "quiet")
        self.read_button.become("ink" if self._leads and not compares else "quiet")

    def set_writable(self, writable: bool) -> None:
        """Say whether the dossier can be written."""
        self.writable = writable
        self._show_acts()

    def _show_acts(self) -> None:
        one = self.read_button.isVisibleTo(self)
        self.branch_button.setVisible(one and self.writable)
        self.merge_button.setText("Merge with…")
        self.merge_button.setVisible(self._row is not None and self.writable and len(self._all) > 1)
        self.restore_button.setVisible(one and self.writable)
        files = self._row.returned if self._row is not None else 0
        self.returned_button.setVisible(one and files > 0)
        self.returned_button.setText(
            "A file that came back" if files == 1 else f"{counted(files, 'file')} that came back"
        )

    def show_several(self, rows: Sequence[DraftRow], everything: Sequence[DraftRow]) -> None:
        """Show that several drafts are chosen, newest first, to compare them: two with each other, more in columns."""
        newer, older = rows[0], rows[1]
        self.show_draft(newer, older, everything)
        two = len(rows) == 2
        self.several = () if two else tuple(rows[:MOST_COLUMNS])
        self.head.setText(f"{older.label} and {newer.label}" if two else f"{figure(len(rows))} drafts")
        self.end_amending()
        self.line.setText("" if two else f"From {rows[-1].label} to {newer.label}")
        self.line.setVisible(not two)
        self.note.hide()
        self.amend_button.hide()
        last = "last " * (len(rows) > MOST_COLUMNS)
        self.compare_button.setText("Compare the two" if two else f"Compare the {last}{len(self.several)} in columns")
        self.compare_button.setToolTip("")
        self.compare_button.updateGeometry()
        self.merge_button.setText("Merge the two…")
        self.merge_button.setVisible(self.merge_button.isVisibleTo(self) and two)
        self.export_button.setVisible(two)
        for button in (self.branch_button, self.restore_button, self.returned_button):
            button.hide()
        self.read_button.hide()
        self.other_button.hide()
        self._story_part.hide()

    def amend(self) -> None:
        """Put fields where the words about the draft stand."""
        if self._row is None or not self.writable:
            return
        for part in (self.head, self.line, self.note, self.amend_button):
            part.hide()
        self.form.show()
        self.form.show_row(self._row)

    def end_amending(self) -> None:
        """The words about the draft again."""
        if not self.form.isVisibleTo(self):
            return
        take_keyboard_from(self.form)
        self.form.hide()
        self.head.show()
        self.amend_button.setVisible(self.writable)
        self.line.setVisible(bool(self.line.text()))
        self.note.setVisible(self._row is not None and bool(self._row.note))
        self.amending_ended.emit()

    def _amended(self, facts: object) -> None:
        row = self._row
        self.end_amending()
        if row is not None:
            self.amend_given.emit(row.id, facts)

    def _show_story(self, row: DraftRow, before: DraftRow | None) -> None:
        known = bool(row.summary) and before is not None and before.id in row.parents
        self._story_part.setVisible(known)
        if known and before is not None and row.summary:
            self._story_head.setText(f"From {before.label} to this text")
            self.story.setText(f"{with_capital(row.summary)}.")

    @property
    def pair(self) -> tuple[str, str] | None:
        """The drafts that `compare` compares, the older first; where `several` are chosen the newest two of them."""
        return (self._before.id, self._row.id) if self._before is not None and self._row is not None else None

    @property
    def pair_behind(self) -> tuple[str, str] | None:
        """The chosen draft and the first that was made of it, or else the first other one there is."""
        rows = self._all[::-1]
        if self._row is None or len(rows) < 2:
            return None
        others = [row for row in rows if row.id != self._row.id]
        other = next((row for row in others if self._row.id in row.parents), others[0])
        older, newer = (row.id for row in rows if row.id in (other.id, self._row.id))
        return older, newer

    def compare(self) -> None:
        """Compare the chosen draft with the one before it, several in columns."""
        if self.several:
            self.columns_asked.emit([row.id for row in reversed(self.several)])
        elif self._row is not None and self._before is not None:
            self.compare_asked.emit(self._before.id, self._row.id)

    def _offer_others(self) -> None:
        menu = self.others(self)
        menu.popup(self.other_button.mapToGlobal(QPoint(0, self.other_button.height())))

    def others(self, parent: QWidget) -> QMenu:
        """A menu of the other drafts; the one chosen is compared, the older of the two on the left."""
        menu = QMenu("Compare with", parent)
        if self._row is None:
            return menu
        places = {row.id: at for at, row in enumerate(self._all)}
        for other in self._all:
            if other.id == self._row.id:
                continue
            older, newer = sorted((other.id, self._row.id), key=lambda name: -places[name])
            action = menu.addAction(name_in_menu(menu, other.label))
            action.triggered.connect(lambda _c=False, a=older, b=newer: self.compare_asked.emit(a, b))
        return menu


def _inside(part: Surface) -> QVBoxLayout:
    layout = part.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
