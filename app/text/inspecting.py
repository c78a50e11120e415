"""The inspector beside the text: wired to the acts it offers, filled a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from app.running.background import Background
from app.subjects.open_text import OpenText
from app.text.ancestors import Ancestor, ancestors_of
from app.text.inspector_view import inspector_view, note_rows
from models.draft import Kind, Paragraph
from models.editing import structure
from models.editing.acts import bracketing, put_back, set_numbers
from models.editing.acts.bracketing import BracketState, bracket_state
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.notes import footnotes
from models.editing.working import WorkingText
from widgets.inspector.inspector import TextInspector
from widgets.writing.page import TextPage

_AFTERWARDS = 200
"""Milliseconds from a working text that is opened to looking where its paragraphs stood before."""

Text = Callable[[], WorkingText | None]


class Inspecting(QObject):
    """`text` gives the text on the page, written or read."""

    def __init__(self, page: TextPage, background: Background, text: Text) -> None:
        super().__init__(page)
        self._page, self._sheet, self._text = page, page.sheet, text
        self._background = background
        self._ancestors: tuple[Ancestor, ...] = ()
        self._looks_back: OpenText | None = None
        self._state = BracketState()
        self.agreed_here: Callable[[Paragraph], tuple[str, bool]] = lambda _paragraph: ("", False)
        """What is said of a paragraph that is agreed ad ref, and whether that can be turned."""
        self.inspector = TextInspector()
        page.set_inspector(self.inspector)
        self._connect()

    def _connect(self) -> None:
        inspector, do = self.inspector, self._sheet.do
        inspector.put_back.connect(lambda: do(put_back.put_back))
        inspector.put_back_gone.connect(
            lambda place: do(lambda working, selection: put_back.put_back_gone(working, place, selection))
        )
        inspector.kind_chosen.connect(lambda kind, level: do(structure.set_kind, Kind(kind), level))
        inspector.suffix_chosen.connect(lambda suffix: do(set_numbers.set_suffix, suffix or None))
        inspector.number_given.connect(lambda number: self._sheet.do_over_all(set_numbers.set_number, number or None))
        inspector.renumber_asked.connect(lambda: do(set_numbers.renumber))
        inspector.bracket_asked.connect(lambda: do(bracketing.bracket))
        inspector.unbracket_asked.connect(lambda: do(bracketing.unbracket))
        inspector.unmatched_asked.connect(self._go_to_unmatched)
        inspector.note_chosen.connect(self._sheet.write_note)
        inspector.note_cited.connect(lambda _note, position: self._sheet.go_to(position))
        inspector.all_notes_wanted.connect(self._show_notes)
        inspector.all_notes.removed.connect(self._remove_note)
        inspector.hide_asked.connect(self._page.toggle_inspector)
        inspector.left.connect(self._sheet.setFocus)

    def look(self, text: OpenText | None, changes: Changes | None) -> None:
        """Show the paragraph at the caret; `text` is the working text where it is the one on the page."""
        working = self._text() if self.inspector.isVisible() else None
        if working is None:
            return
        # Only the brackets without a partner are asked for, which a text hardly ever has.
        alone = self._sheet.text.bracketed.unmatched or working.noted.brackets().unmatched
        self._state = bracket_state(working) if alone else BracketState()
        since = text.parent.label if text and text.parent else ""
        view = inspector_view(
            working,
            self._sheet.chosen(),
            changes=changes if since else None,
            state=self._state,
            since=since,
            ancestors=self._ancestors if changes is not None else (),
            writable=self._sheet.writes,
            warning=self._sheet.warning_of(self._sheet.chosen()),
            agreed_here=self.agreed_here,
        )
        self.inspector.show_paragraph(view)
        if self.inspector.notes_shown:
            self._show_notes()

    def look_back(self, text: OpenText, then: Callable[[], None]) -> None:
        """Find out where each paragraph of a working text stood in the drafts before."""
        self._ancestors, self._looks_back = (), text
        # The text comes to the screen first; looking back would hold that up.
        QTimer.singleShot(_AFTERWARDS, self, lambda: self._find_ancestors(text, then))

    def look_no_further(self) -> None:
        """The working text was let go, and its dossier may be closed before anybody looks back in it."""
        self._ancestors, self._looks_back = (), None

    def _find_ancestors(self, text: OpenText, then: Callable[[], None]) -> None:
        if text.parent is None or self._looks_back is not text:
            return
        parent = text.parent.id

        def know(ancestors: Sequence[Ancestor]) -> None:
            if self._looks_back is text:
                self._ancestors = tuple(ancestors)
                then()

        self._background.run(
            lambda task: ancestors_of(text.dossier, parent, task.progress),
            done=know,
            lane="ancestors",
        )

    def show_all_notes(self) -> None:
        """Show all footnotes of the text."""
        if not self.inspector.isVisible():
            self._page.toggle_inspector()
        self.inspector.show_all_notes(from_text=True)

    def _show_notes(self) -> None:
        working = self._text()
        if working is not None:
            self.inspector.all_notes.writable = self._sheet.writes
            self.inspector.show_notes(note_rows(working))

    def _remove_note(self, note: int) -> None:
        self._sheet.do(footnotes.remove_note, note)
        self._show_notes()

    def _go_to_unmatched(self) -> None:
        if self._state.unmatched:
            caret = self._state.unmatched[0]
            self._sheet.select(Selection(caret, Caret(caret.position, caret.place + 1)))
            self._sheet.setFocus()
