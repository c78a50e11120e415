"""Finding words in the draft that is read beside the text, and in its footnotes."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from app.running.background import Background, Task
from app.text.searching import show_in_notes, spoken_hit
from models.draft import Draft, DraftError
from models.editing.edit import Selection
from models.editing.found.finding import Findings, NoteMatch, Query, Searched, find
from widgets.find.bar import FindBar
from widgets.reading.pane import ReadingPane


class FindingBeside(QObject):
    """The find bar of the draft: as that of the text, but nothing is replaced."""

    def __init__(self, pane: ReadingPane, background: Background) -> None:
        super().__init__(pane)
        self._pane, self._sheet = pane, pane.sheet
        self._background = background
        self._draft = Draft()
        self._found, self._at = Findings(), -1

    @cached_property
    def bar(self) -> FindBar:
        """Made when words are first looked for there."""
        bar = FindBar()
        self._pane.set_bar(bar)
        bar.query_changed.connect(self._look)
        bar.step.connect(self._step)
        bar.closed.connect(self._close)
        return bar

    def open(self) -> None:
        """Open the bar; what is selected is looked for."""
        words = self._sheet.textCursor().selectedText()
        self.bar.open("" if "\u2029" in words else words)

    def show_draft(self, draft: Draft) -> None:
        """Another draft stands beside the text."""
        self._draft = draft
        if "bar" in self.__dict__ and self.bar.isVisibleTo(self._pane):
            self._look(*self.bar.query)

    def _look(self, text: str, regex: bool, case: bool, words: bool) -> None:
        draft, query = self._draft, Query(text, regex=regex, case=case, words=words)

        def look(task: Task[Findings]) -> Findings:
            cited = [note for paragraph in draft.paragraphs for note in paragraph.footnotes]
            notes = {note: draft.note[note].runs for note in cited if note in draft.note}
            return find(Searched(0, tuple(one.runs for one in draft.paragraphs), notes), query, go_on=task.progress)

        self._background.run(look, done=self._take, failed=self._give_up, words="Finding", lane="find beside")

    def _take(self, found: Findings) -> None:
        self._found = found
        self._sheet.show_found([hit.place for hit in found.hits if isinstance(hit.place, Selection)])
        if found.hits:
            self._show(found.around(self._sheet.selection()))
        else:
            self._show_in_notes()
            self.bar.show_count(0, 0)

    def _give_up(self, error: Exception) -> None:
        self._take(Findings())
        if isinstance(error, DraftError):
            self.bar.show_error(str(error))
        else:
            self._background.report.trouble(error)

    def _step(self, by: int) -> None:
        if self._found.hits:
            self._show((self._at + by) % len(self._found.hits))

    def _show(self, at: int) -> None:
        self._at, place = at, self._found.hits[at].place
        if isinstance(place, NoteMatch):
            cites = (position for position, one in enumerate(self._draft.paragraphs) if place.note in one.footnotes)
            self._sheet.come_to(next(cites, 0))
            self._show_in_notes(place)
        else:
            self._show_in_notes()
            self._sheet.select(place)
        self.bar.show_count(at + 1, len(self._found.hits), spoken_hit(self._sheet.shown, place))

    def _show_in_notes(self, here: NoteMatch | None = None) -> None:
        """Mark what was found in the notes at the foot; the hit gone to stands out."""
        show_in_notes(self._sheet.notes, self._found, here)

    def _close(self) -> None:
        self._background.stop("find beside")
        self._found = Findings()
        self._sheet.show_found(())
        self._show_in_notes()
        self._sheet.setFocus()
