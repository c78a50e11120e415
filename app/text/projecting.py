"""The projector: the room sees the text that was put before it, and in that text follows the caret."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings.settings import Settings
from models.draft import Draft, Kind, bracket_characters
from models.draft.directions import begins_right_to_left, way_of
from models.draft.masthead import masthead
from models.editing.changes import Changes
from models.editing.edit import Caret
from models.editing.runs import offset_of
from models.editing.working import WorkingText
from widgets.paper.number import number_of
from widgets.projector.bar import ProjectorBar
from widgets.projector.paragraph import ProjectorParagraph

if TYPE_CHECKING:
    from widgets.projector.window import ProjectorWindow

_UNSEEN = (Kind.MASTHEAD, Kind.SPONSOR_NOTE)
_NEAREST = 2
"""So many of those that are gone stand struck before a paragraph, and behind the last."""


@dataclass(frozen=True, slots=True)
class OnThePage:
    """The text of the page: which one it `is`, what it is called at the desk, the text itself (None until it is ready),
    what changed in it, and where the caret is."""

    which: Hashable
    name: str
    text: WorkingText | None
    changes: Changes | None
    caret: Caret


class Projecting(QObject):
    """One projector window at most. `look` gives the text of the page, None where the page holds no text.

    The room sees the text that was on the page when the projector was opened. Another one that comes onto the page,
    to be read or written, is before the room only when that is asked for. `changed()` when it was opened or closed.
    """

    changed = Signal()

    def __init__(self, window: QWidget, place: QVBoxLayout, look: Callable[[], OnThePage | None]) -> None:
        super().__init__(window)
        self._window, self._place, self._look = window, place, look
        self._room: OnThePage | None = None
        self._at = 0
        self._key: int | None = None
        self._at_caret = False
        """Whether the room follows the caret now, and was not taken elsewhere."""
        self._seen: dict[int, tuple[ProjectorParagraph, ...]] = {}
        self.projector: ProjectorWindow | None = None
        self._bar: ProjectorBar | None = None
        self._settings = Settings()
        """Those that hold in the room."""

    def toggle(self, settings: Settings) -> None:
        """Open the window for the room, or close it."""
        if self.projector is not None:
            self.projector.close()
            return
        from widgets.projector.window import ProjectorWindow  # no part of the start

        self._settings = settings
        projector = ProjectorWindow(
            settings.projector_paper, holds=settings.projector_holds, notes=settings.projector_notes
        )
        self.projector, self._bar = projector, ProjectorBar(projector)
        self._place.insertWidget(1, self._bar)
        projector.step.connect(self._step)
        projector.count_changed.connect(lambda _count: self._show(asked=True))
        projector.closed.connect(self._closed)
        projector.followed.connect(self.follow)
        self._bar.text_wanted.connect(self._put_before_the_room)
        self._put_before_the_room()
        projector.open_beside(self._window)
        self._window.activateWindow()
        projector.raise_()  # on one screen it would lie behind the window that has the keyboard
        self.changed.emit()

    def hold_settings(self, now: Settings) -> None:
        """Settings are otherwise; what was chosen at the projector itself stays where they are not."""
        before, self._settings = self._settings, now
        if self.projector is None:
            return
        if now.projector_paper != before.projector_paper:
            self.projector.set_paper(now.projector_paper)
        if now.projector_notes != before.projector_notes:
            self.projector.show_notes(now.projector_notes)

    def blacken(self) -> None:
        """Show the room nothing, or the text again: whoever writes for it has the keyboard at the desk."""
        if self.projector is not None:
            self.projector.blacken(not self.projector.black)

    def close(self) -> None:
        """The room sees nothing more."""
        if self.projector is not None:
            self.projector.close()

    def let_go(self, which: Hashable) -> None:
        """A text is open no more: if the room saw it, it sees nothing more."""
        if self._room is not None and self._room.which == which:
            self.close()

    def go_on(self, before: Hashable, after: Hashable) -> None:
        """A text is another now, as the working text is once it is kept: the room goes on with that."""
        room = self._room
        if room is None or room.which != before:
            return
        at = self._stands_at(room.text) if room.text is not None else self._at
        self._room, self._seen = replace(room, which=after), {}
        self.follow()
        if self.projector is not None and self.projector.holds:
            self._stand(at)

    def _closed(self) -> None:
        projector, bar = self.projector, self._bar
        self.projector = self._bar = self._room = None
        for widget in (projector, bar):
            if widget is not None:
                widget.deleteLater()
        self.changed.emit()

    def _put_before_the_room(self) -> None:
        page = self._look()
        self._room, self._seen = page, {}
        if page is not None:
            self._stand_at_caret(page)
        self._say_which()
        self._show(asked=True)

    def follow(self) -> None:
        """The caret or the words are elsewhere, or there is another text on the page."""
        if self.projector is None:
            return
        self._say_which()
        page, room = self._look(), self._room
        if room is not None and page is not None and page.which == room.which and page.text is not None:
            self._room = page
            if room.text is None or not self.projector.holds:
                self._stand_at_caret(page)
        self._show(asked=room is not None and room.text is None)

    def _say_which(self) -> None:
        """The bar tells whose paragraphs the room sees where the page holds another text."""
        page, room = self._look(), self._room
        if self._bar is not None:
            other = page is not None and (room is None or page.which != room.which)
            self._bar.set_text_of_the_room(room.name if room is not None else "", other=other)

    def _stand_at_caret(self, page: OnThePage) -> None:
        self._stand(page.caret.position)
        self._at_caret = True

    def _stand(self, at: int) -> None:
        text = self._room.text if self._room is not None else None
        self._at, self._at_caret = at, False
        self._key = text.entries[at].key if text is not None and at < len(text.entries) else None

    def _stands_at(self, text: WorkingText) -> int:
        """Where the paragraph is that the room sees first, whatever was written above it since."""
        if self._at < len(text.entries) and text.entries[self._at].key == self._key:
            return self._at
        found = next((at for at, entry in enumerate(text.entries) if entry.key == self._key), None)
        if found is not None:
            self._at = found
        return self._at

    def _step(self, by: int) -> None:
        text = self._room.text if self._room is not None else None
        if text is None:
            return
        at = self._stands_at(text)
        if by > 0 and at < len(text.entries) and text.entries[at].key != self._key:
            at -= 1  # the paragraph the room sees is gone, and the next one stands in its place
        at += by
        while 0 <= at < len(text.entries) and not _is_shown(text, at):
            at += by
        if 0 <= at < len(text.entries):
            self._stand(at)
            self._show(asked=True)

    def _show(self, *, asked: bool = False) -> None:
        text = self._room.text if self._room is not None else None
        if text is None or self._room is None or self.projector is None:
            return
        if not self.projector.holds:
            self._seen.clear()
        elif not asked:
            return
        fresh = not self._seen  # what stands still has the caret it was put before the room with
        at = self._stands_at(text)
        positions: list[int] = []
        while at < len(text.entries) and len(positions) < self.projector.count:
            if _is_shown(text, at):
                positions.append(at)
            at += 1
        for position in positions:
            # What is written while it stands still is not seen, however many paragraphs the room is shown.
            if (key := text.entries[position].key) not in self._seen:
                self._seen[key] = with_gone(text, self._room.changes, position)
        paragraphs: list[ProjectorParagraph] = []
        caret = self._room.caret
        for position in positions:
            its = self._seen[text.entries[position].key]
            if self._at_caret and fresh and caret.position == position:
                before = offset_of(text.entries[position].paragraph.runs, caret.place)
                its = tuple(one if one.gone else replace(one, caret=before) for one in its)
            paragraphs += its
        brackets = sum(sign == "[" for one in paragraphs for _, sign in bracket_characters(one.text))
        self.projector.show_text(own_title(text), paragraphs, brackets, asked=asked)


def own_title(text: WorkingText) -> str:
    """The title a text itself has, for the room; what its dossier is called is nobody's but the user's."""
    head = takewhile(lambda entry: entry.paragraph.kind in _UNSEEN, text.entries)
    return masthead(Draft(tuple(entry.paragraph for entry in head))).title or ""


def _is_shown(working: WorkingText, position: int) -> bool:
    paragraph = working.entries[position].paragraph
    return paragraph.kind not in _UNSEEN and bool(paragraph.text.strip())


def with_gone(working: WorkingText, changes: Changes | None, position: int) -> tuple[ProjectorParagraph, ...]:
    """A paragraph as the room sees it, and those that are gone from its place, struck, the nearest of several."""
    gone = changes.gone_at(position) if changes is not None else ()
    shown = [one for one in gone if working.base.paragraphs[one.base_position].kind not in _UNSEEN]
    before = [one.base_position for one in shown if one.before <= position][-_NEAREST:]
    behind = [one.base_position for one in shown if one.before > position][:_NEAREST]
    its = projected(working, changes, position)
    return (*(_struck(working, old) for old in before), its, *(_struck(working, old) for old in behind))


def _struck(working: WorkingText, old: int) -> ProjectorParagraph:
    """A paragraph of the base that is gone."""
    paragraph, label = working.base.paragraphs[old], working.base_label(old)
    right_to_left = way_of(paragraph.text, begins_right_to_left(working.base.paragraphs))
    hung = number_of(paragraph, label, right_to_left=right_to_left)
    return ProjectorParagraph(
        (),
        "" if hung.is_label else hung.text,
        label or "",
        paragraph.level,
        (("delete", paragraph.text),),
        paragraph.runs,
        right_to_left=right_to_left,
        key=-1 - old,
    )


def projected(working: WorkingText, changes: Changes | None, position: int) -> ProjectorParagraph:
    """A paragraph as the room sees it, what changed marked."""
    entry = working.entries[position]
    paragraph = entry.paragraph
    numbered = replace(paragraph, number=working.number(position))
    right_to_left = way_of(paragraph.text, begins_right_to_left(one.paragraph for one in working.entries))
    hung = number_of(numbered, working.label(position), right_to_left=right_to_left)
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
        right_to_left,
        key=entry.key,
    )
