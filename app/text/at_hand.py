"""The text on the page as finding, the inspector and the room take it: the working text, or a draft that is read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.running.background import Background, Task
from app.running.what_stays import making_what_stays
from app.shell.going import Going
from app.subjects.open_text import OpenText
from app.text.projecting import OnThePage
from models.draft import Draft
from models.draft.first_letter import with_small_letter
from models.editing.changes import Changes
from models.editing.working import WorkingText
from widgets.writing.page import TextPage


class AtHand(QObject):
    """A draft that is read is made ready off the window's thread once it is asked for: `ready()` when it can be had."""

    ready = Signal()

    def __init__(self, page: TextPage, background: Background, going: Going) -> None:
        super().__init__(page)
        self._page, self._background, self._going = page, background, going
        self._read: tuple[Draft, WorkingText] | None = None
        self._making: tuple[Draft, Task[WorkingText]] | None = None

    @property
    def text(self) -> WorkingText | None:
        """The text on the page; None without one, and where it is not ready yet."""
        shown = self._going.shown
        if isinstance(shown, OpenText):
            return shown.text
        if shown is None:
            return None
        if self._read is not None and self._read[0] is shown.draft:
            return self._read[1]
        if self._making is None or self._making[0] is not shown.draft or self._making[1].cancelled:
            self._make(shown.draft)
        return None

    @property
    def changes(self) -> Changes | None:
        """What changed in the working text, where that is on the page and stands on a draft that has words."""
        shown = self._going.shown
        return self._page.changes if isinstance(shown, OpenText) and shown.text.original else None

    def for_the_room(self) -> OnThePage | None:
        """The text of the page as the projector takes it; None where the page holds none."""
        shown = self._going.shown
        if shown is None or self._going.place != "text":
            return None
        written = isinstance(shown, OpenText)
        which = shown if isinstance(shown, OpenText) else shown.node or shown.path or id(shown.draft)
        name = f"the {with_small_letter(shown.title)}" if written else shown.title
        return OnThePage(which, name, self.text, self.changes, self._page.sheet.selection().head)

    def _make(self, draft: Draft) -> None:
        def make(_task: Task[WorkingText]) -> WorkingText:
            with making_what_stays():
                text = WorkingText(draft)
                text.cited()
                if text.entries:
                    text.label(len(text.entries) - 1)
                return text

        def done(text: WorkingText) -> None:
            self._making, self._read = None, (draft, text)
            self.ready.emit()

        def failed(error: Exception) -> None:
            self._making = None
            self._background.report.trouble(error)

        # Another draft in the same lane cancels this one: what comes back is of the last that was asked for.
        self._making = draft, self._background.run(make, done=done, failed=failed, lane="at hand")
