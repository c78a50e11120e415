"""The projector: what the room sees follows the caret in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings import Settings
from models.draft import Draft, Kind, bracket_characters
from models.editing.changes import Changes
from models.editing.working import WorkingText
from widgets.paper.direction import is_right_to_left
from widgets.paper.number import number_of
from widgets.projector.bar import ProjectorBar
from widgets.projector.paragraph import ProjectorParagraph
from widgets.projector.window import ProjectorWindow

_UNSEEN = (Kind.MASTHEAD, Kind.SPONSOR_NOTE)


class Projecting(QObject):
    """One projector window at most. `look` gives the text, its changes, its title and where the caret is."""

    def __init__(
        self,
        window: QWidget,
        place: QVBoxLayout,
        look: Callable[[], tuple[WorkingText, Changes | None, str, int] | None],
    ) -> None:
        super().__init__(window)
        self._window, self._place, self._look = window, place, look
        self._at = 0
        self.projector: ProjectorWindow | None = None
        self._bar: ProjectorBar | None = None

    def toggle(self, settings: Settings) -> None:
        """Open the window for the room, or close it."""
        if self.projector is not None:
            self.projector.close()
            return
        projector = ProjectorWindow(
            settings.projector_paper, holds=settings.projector_holds, notes=settings.projector_notes
        )
        self.projector, self._bar = projector, ProjectorBar(projector)
        self._place.insertWidget(1, self._bar)
        projector.step.connect(self._step)
        projector.count_changed.connect(lambda _count: self._show(asked=True))
        projector.closed.connect(self._closed)
        projector.followed.connect(self.follow)
        found = self._look()
        self._at = found[3] if found else 0
        self._show(asked=True)
        projector.open_beside(self._window)
        self._window.activateWindow()

    def close(self) -> None:
        """The room sees nothing more."""
        if self.projector is not None:
            self.projector.close()

    def _closed(self) -> None:
        projector, bar = self.projector, self._bar
        self.projector = self._bar = None
        for widget in (projector, bar):
            if widget is not None:
                widget.deleteLater()

    def follow(self) -> None:
        """The caret or the words are elsewhere."""
        found = self._look() if self.projector is not None else None
        if found is not None:
            if self.projector is not None and not self.projector.holds:
                self._at = found[3]
            self._show()

    def _step(self, by: int) -> None:
        found = self._look()
        if found is None:
            return
        at = self._at + by
        while 0 <= at < len(found[0].entries) and not _is_shown(found[0], at):
            at += by
        if 0 <= at < len(found[0].entries):
            self._at = at
            self._show(asked=True)

    def _show(self, *, asked: bool = False) -> None:
        found = self._look()
        if found is None or self.projector is None:
            return
        working, changes, title, _ = found
        at = self._at
        positions: list[int] = []
        while at < len(working.entries) and len(positions) < self.projector.count:
            if _is_shown(working, at):
                positions.append(at)
            at += 1
        paragraphs = [projected(working, changes, position) for position in positions]
        brackets = sum(sign == "[" for one in paragraphs for _, sign in bracket_characters(one.text))
        self.projector.show_text(title, paragraphs, brackets, asked=asked)


def _is_shown(working: WorkingText, position: int) -> bool:
    paragraph = working.entries[position].paragraph
    return paragraph.kind not in _UNSEEN and bool(paragraph.text.strip())


def projected(working: WorkingText, changes: Changes | None, position: int) -> ProjectorParagraph:
    """A paragraph as the room sees it, what changed marked."""
    entry = working.entries[position]
    paragraph = entry.paragraph
    numbered = replace(paragraph, number=working.number(position))
    hung = number_of(numbered, working.label(position), right_to_left=is_right_to_left(paragraph.text))
    words = changes.words_of(position) if changes is not None else None
    base = Draft(tuple(working.base.paragraphs[at] for at in entry.came_from))
    return ProjectorParagraph(
        paragraph.runs,
        "" if hung.is_label else hung.text,
        working.label(position) or "",
        paragraph.level,
        words,
        tuple(run for one in base.paragraphs for run in one.runs),
        tuple(
            replace(working.notes[note], mark=working.mark(note))
            for note in dict.fromkeys(paragraph.footnotes)
            if note in working.notes
        ),
    )
