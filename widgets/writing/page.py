"""The text page: outline, the text on its sheet, what to look at above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.draft import Draft
from models.draft.directions import runs_right_to_left
from models.editing.acts import bracketing
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.notes import footnotes
from models.editing.working import WorkingText
from models.reading.reading import ReadingWarning
from widgets.paper.zoom import stepped
from widgets.paper.zoom_keys import step_of_key, step_of_wheel
from widgets.shell.notices import Notices
from widgets.shell.status_bar import Item
from widgets.text.agreed_here import AgreedHere
from widgets.text.outline import Outline
from widgets.text.page_facts import reading_facts, writing_facts
from widgets.text.ready import Ready, ReadyDraft, ready_draft
from widgets.text.side_panels import AcrossPage, SidePanels
from widgets.text.warnings import Warnings
from widgets.theme import fonts
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures
from widgets.writing.following_edits import FollowingEdits
from widgets.writing.page_bar import PageBar
from widgets.writing.sheet import WritingSheet
from widgets.writing.telling import Telling

_OUTLINE_WIDE = 320
_LEAST_OF_TEXT = 24


class TextPage(QWidget):
    """A draft to read, or the working text to write.

    Signals: `export_wanted()`, `keep_wanted()` and `write_wanted()` from the page bar, `status_changed()` when
    `status()` says something else, `paragraph_chosen(int)` with the position of the paragraph one is at, `escaped()` at
    an Esc that nothing took. `changes` are those of the working text against its base while one is shown, else None.
    """

    export_wanted = Signal()
    keep_wanted = Signal()
    write_wanted = Signal()
    status_changed = Signal()
    paragraph_chosen = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = ready_draft(Draft())
        self.changes: Changes | None = None
        self._own_changes = False
        self.sheet, self.notices, self.bar = WritingSheet(), Notices(), PageBar()
        self.outline = Outline(lambda position: self.sheet.text.bracketed.has_any(position))
        self._warnings = Warnings(self.notices)
        self._warnings.wanted.connect(self._look_at)
        self.export, self.panel_button = self.bar.export, self.bar.outline
        self.pause = self.sheet.pause
        self.agreed = AgreedHere()
        self.telling = Telling(self.sheet, self.agreed)
        self._following = FollowingEdits(self.sheet, self.outline, self.bar.changed, self.agreed, self)
        self._build()
        self._connect()

    def _connect(self) -> None:
        bar, sheet = self.bar, self.sheet
        bar.smaller.clicked.connect(lambda: self.zoom_by(-1))
        bar.larger.clicked.connect(lambda: self.zoom_by(1))
        bar.zoom.clicked.connect(lambda: self.zoom_by(0))
        bar.export.clicked.connect(self.export_wanted)
        bar.write.clicked.connect(self.write_wanted)
        bar.keep.clicked.connect(self.keep_wanted)
        bar.italic.clicked.connect(lambda: self._tool(lambda: sheet.toggle_mark("italic")))
        bar.bracket.clicked.connect(lambda: self._tool(lambda: sheet.do(bracketing.bracket)))
        bar.footnote.clicked.connect(lambda: self._tool(lambda: sheet.do(footnotes.add_note)))
        bar.words.toggled.connect(sheet.show_words)
        self.outline.activated.connect(lambda _index: (self.panels.close_over(), sheet.setFocus()))
        self.outline.position_chosen.connect(sheet.go_to)
        sheet.paragraph_chosen.connect(self._follow)
        sheet.edited.connect(self._following.edited)
        sheet.leave_wanted.connect(self.escaped)
        self._following.counts_changed.connect(self.status_changed)

    def _tool(self, act: object) -> None:
        """A tool of the bar acts on the text, and the hand goes on writing."""
        assert callable(act)
        self.sheet.setFocus()
        act()

    def _build(self) -> None:
        across = AcrossPage(self)
        self._side = Surface("panel", "trailing")
        self._side.setFixedWidth(Measures.OUTLINE)
        lines = laid_down(self._side, margins=(0, 0, 1, 0))
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        inner = QHBoxLayout(head)
        inner.setContentsMargins(16, 0, 16, 1)
        inner.addWidget(Words("Outline", fonts.ui(600)))
        lines.addWidget(head)
        lines.addWidget(self.outline, 1)
        across.addWidget(self._side)
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.addWidget(self.bar)
        self._main.addWidget(self.notices)
        self._main.addWidget(self.sheet, 1)
        # In a low window it gives way to what stands over it, as what would be replaced.
        self.sheet.setMinimumHeight(_LEAST_OF_TEXT)
        across.addLayout(self._main, 1)
        self.panels = SidePanels(self, across, (self._side, self.bar.outline), self.sheet, self.sheet.edited)
        across.arranged.connect(self._arrange)

    def set_inspector(self, widget: QWidget) -> None:
        """Put a widget beside the text; it steps aside where the window is narrow."""
        self.panels.put_behind(widget, self.bar.inspector)
        self._arrange()

    def toggle_inspector(self) -> None:
        """Show or hide what stands beside the text."""
        self.bar.inspector.toggle()

    def stand_alone(self, alone: bool) -> None:
        """Nothing but the text, the paragraph one is at standing out; or all of the page again."""
        self.bar.setVisible(not alone)
        self.panels.make_room("alone", alone)
        self.sheet.stand_out(alone)

    def set_bar(self, widget: QWidget) -> None:
        """Put a widget between the page bar and the text."""
        self._main.insertWidget(1, widget)

    # What is shown

    def show_names(self, title: str, subtitle: str) -> None:
        """The draft is called otherwise."""
        self.bar.title.setText(title)
        self.bar.subtitle.setText(subtitle)

    def show_draft(
        self,
        draft: Draft,
        title: str = "",
        subtitle: str = "",
        warnings: Sequence[ReadingWarning] = (),
        *,
        ready: ReadyDraft | None = None,
    ) -> None:
        """Show a draft from its beginning; `warnings` say what the reading was not sure of.

        `ready` is the same draft made ready, as the worker does for a long one.
        """
        self._let_go()
        self._ready = ready or ready_draft(draft)
        self.show_names(title, subtitle)
        self.bar.show_writing(False)
        self.outline.show_text(self._ready.shown, lines=self._ready.lines)
        self.sheet.set_right_to_left(runs_right_to_left(draft))
        self.outline.setLayoutDirection(self.sheet.layoutDirection())
        warned = {warning.paragraph: warning.message for warning in warnings if warning.paragraph is not None}
        self.sheet.show_text(self._ready.shown, warned, self._ready.bracketed)
        self._warnings.show(tuple(warnings), self._ready.shown)
        self._arrange()
        self._count_agreed()
        self.status_changed.emit()

    def show_agreed(self, known: Collection[str]) -> None:
        """What is agreed ad ref is otherwise now: `known` are the names of its words (models.draft.agreed)."""
        self.agreed.known = known
        if self.sheet.working is None:
            self._count_agreed()
        else:
            self._following.count()
        self.outline.signs_changed()
        self.telling.agreed_changed()
        self.status_changed.emit()

    def _count_agreed(self) -> None:
        self.agreed.bracketed = self._ready.bracketed
        self.agreed.count(self._ready.shown.paragraphs())
        self.outline.show_agreed(self.agreed)

    def show_working(
        self,
        working: WorkingText,
        title: str = "",
        subtitle: str = "",
        *,
        base: str = "",
        selection: Selection | None = None,
        changes: Changes | None = None,
        ready: Ready | None = None,
    ) -> None:
        """Show a working text to write on; `base` is what the draft it came from is called.

        `changes` are its changes where somebody has them already, `ready` is the same text made ready.
        """
        self._let_go()
        self._following.stand_on(base)
        self.show_names(title, subtitle)
        self.bar.show_writing(True)
        self.notices.clear()
        # Before the sheet: who listens first has what the sheet paints.
        self.changes = changes or Changes(working)
        self._own_changes = changes is None
        self.sheet.changes = self.changes
        self._following.decide_side(working)
        self.sheet.set_working(working, selection, ready.bracketed if ready else None)
        self.outline.show_text(self.sheet.shown, self.sheet.change_of, ready.lines if ready else None)
        self._following.count()
        self._arrange()

    def stand_on(self, working: WorkingText, *, base: str, changes: Changes, ready: Ready) -> None:
        """The text that is shown was kept and stands on that draft now, `working`; it reads the same and stays."""
        self._following.stop()
        self._close_changes()
        self._following.stand_on(base)
        self._own_changes = False
        self.changes = self.sheet.changes = changes
        self.sheet.stand_on(working, ready.bracketed)
        self.outline.show_text(self.sheet.shown, self.sheet.change_of, ready.lines)
        self.outline.follow(self.sheet.chosen())
        self._following.count()

    def _let_go(self) -> None:
        self._following.stop()
        self.sheet.let_go()
        self._close_changes()
        self.changes = self.sheet.changes = None

    def _close_changes(self) -> None:
        """Changes that were made here hear of no more edits."""
        if self.changes is not None and self._own_changes and self.changes._heard in self.changes._working.listeners:
            self.changes.close()

    # Going about

    def jump_to(self, label: str) -> bool:
        """Go to the paragraph people call by this label ("OP7"); False where there is none."""
        wanted = label.strip().casefold()
        shown = self.sheet.shown
        for position, name in enumerate(map(shown.label, range(shown.count()))):
            if name is not None and name.casefold() == wanted:
                self.jump_to_position(position)
                return True
        return False

    def jump_to_position(self, position: int) -> None:
        """Go to a paragraph by its position."""
        self.sheet.go_to(position)
        self.outline.follow(position)

    def show_place(self, selection: Selection) -> None:
        """Go to where the caret was; a place the text has no longer is let be."""
        if selection.head.position >= self.sheet.shown.count():
            return
        if self.sheet.writes:
            self.sheet.select(selection)
        else:
            self.sheet.come_to(selection.head.position)
            self.outline.follow(selection.head.position)

    def zoom_by(self, step: int) -> None:
        """Letters larger (1), smaller (-1) or as they were made (0)."""
        self.set_zoom(stepped(self.sheet.zoom, step))

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        self.sheet.set_zoom(zoom)
        self.bar.zoom.setText(f"{round(zoom * 100)} %")

    def status(self) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        if self.sheet.working is not None:
            found, counts = self.sheet.text.bracketed, self._following.counts
            return writing_facts(self.sheet.working, self.sheet.shown, found, self.agreed, *counts), []
        return reading_facts(self._ready, self.agreed), []

    def _look_at(self, position: int) -> None:
        self.jump_to_position(position)
        self.sheet.setFocus()

    def _follow(self, position: int) -> None:
        self._following.caret_moved()
        self.paragraph_chosen.emit(position)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What stands beside the text: only beside one that is written is anything known of its paragraphs."""
        self._side.setFixedWidth(_OUTLINE_WIDE if self.width() >= Measures.WIDE_WINDOW else Measures.OUTLINE)
        self.panels.arrange(self.sheet.working is not None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = step_of_wheel(event)
        if step is not None:
            self.zoom_by(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of_key(event)
        if step is not None:
            self.zoom_by(step)
        elif event.key() == Qt.Key.Key_Escape:
            if not self.panels.close_over():
                self.escaped.emit()
            self.sheet.setFocus()
        else:
            super().keyPressEvent(event)
