"""Leaving the text: what is not in its dossier yet is waited for, and where it cannot be written the user is asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer

from app.running.background import Background, Task
from app.shell.asking import Asking
from app.shell.frame import Frame
from app.shell.going import Going
from app.text.writing import Writing
from models.draft import DraftError
from widgets.shell.question_panel import QuestionPanel
from widgets.writing.sheet import WritingSheet

_PATIENCE, _IN_TROUBLE = 2.5, 0.4
"""Seconds to wait for the file before anything is asked: it may just be written by another, or be known to fail."""


class Leaving(QObject):
    """Lets the text be left: by the window, for another dossier, or for none.

    `acting()` tells whether something is done to it from another page.
    """

    def __init__(
        self,
        frame: Frame,
        background: Background,
        going: Going,
        writing: Writing,
        sheet: WritingSheet,
        asking: Asking,
        acting: Callable[[], bool],
    ) -> None:
        super().__init__(frame)
        self._writing, self._sheet, self._going, self._asking = writing, sheet, going, asking
        self._background, self._acting = background, acting
        self.asks = True
        """Whether there is somebody to ask: not where the system ends the program."""
        self._sure = False
        self._then: Callable[[], object] | None = None
        acts = ("Save the text elsewhere…", "Close all the same")
        self.panel = QuestionPanel("What you wrote last is not saved yet", acts, "Wait", frame.ground, apart=True)
        self.panel.left.connect(self._wait)
        self.panel.left.connect(going.focus_page)
        self.panel.other.connect(self._go)
        self.panel.first.connect(self._save_elsewhere)
        # Whoever writes on does not leave.
        sheet.edited.connect(lambda _edit: self._wait() if self._then is not None else None)
        writing.journaled.connect(self._look)

    def leave(self, then: Callable[[], object]) -> None:
        """Do what leaves the text, now or when it is safe or the user is sure."""
        if self.may(then):
            then()

    def may(self, then: Callable[[], object]) -> bool:
        """Whether the text can be left now; else the user is asked, and `then` is done when it can."""
        nothing = self._writing.open is None and not self._writing.keeps
        if self._sure or self._is_safe() or self._becomes_safe() or not self.asks or nothing:
            self.panel.hide()
            self._then = None
            return True
        self._then = then
        self.panel.ask(self._words())
        return False

    def _is_safe(self) -> bool:
        done = self._sheet.at_rest and not self._acting()
        return done and self._writing.journaling.written and not self._writing.keeps

    def _becomes_safe(self) -> bool:
        """Waits a moment, painting going on; a draft that is being kept, or an act, is waited for to its end."""
        journaling, loop, poll = self._writing.journaling, QEventLoop(), QTimer()
        until = time.monotonic() + (_IN_TROUBLE if journaling.trouble else _PATIENCE)
        known = journaling.trouble

        def look() -> None:
            nonlocal until
            if self._writing.keeps or self._sheet.under_way.active or self._acting():
                until = time.monotonic() + _PATIENCE
            if self._is_safe() or time.monotonic() > until or (journaling.trouble and not known):
                loop.quit()

        poll.timeout.connect(look)
        poll.start(5)
        journaling.write()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._is_safe()

    # While it is asked

    def _words(self) -> str:
        text, journaling = self._writing.open, self._writing.journaling
        if text is None:
            return ""
        busy = f"“{text.dossier.path.name}” is being written by another program."
        # It is Adref that tries again.
        reason = (journaling.trouble or busy).replace("; try again in a moment.", ".")
        aside = (
            "Closed now, it is kept aside, and offered when Adref begins the next time."
            if journaling.whole_aside
            else "Closed now, it may be lost."
        )
        return f"{reason}\n\nAdref tries again all the time, and closes as soon as all is saved. {aside}"

    def _look(self) -> None:
        """Something else is to be said of the journal: it may be written now."""
        if self._then is None or not self.panel.isVisible():
            return
        if self._is_safe():
            self._go()
        else:
            self.panel.tell(self._words())

    def _wait(self) -> None:
        self._then = None
        self.panel.hide()

    def _go(self) -> None:
        """Leave, whatever is not saved: what leaves keeps it aside."""
        then, self._then = self._then, None
        self.panel.hide()
        if then is not None:
            self._sure = True
            try:
                then()
            finally:
                self._sure = False

    # Elsewhere

    def _save_elsewhere(self) -> None:
        text = self._writing.open
        self._going.focus_page()  # whoever does not choose a file writes on
        if text is not None:
            name = f"{text.dossier.path.stem} (saved).adref"
            self._asking.place(name, ".adref", self.save_at, "Save the text elsewhere")

    def save_at(self, path: Path) -> None:
        """Save the text as a dossier of its own, and leave."""
        text, then = self._writing.open, self._then
        if text is None:
            return
        from models.dossier.working.rescue import Rescue

        copy, selection = text.text.copy(), text.selection

        def save(_task: Task[None]) -> None:
            if path.exists() and text.dossier.path.exists() and path.samefile(text.dossier.path):
                raise DraftError(f"“{path.name}” is the dossier itself; choose another name.")
            beside = path.with_name(f".{path.name}.part")
            beside.unlink(missing_ok=True)
            saved = Rescue(beside, copy.base, text.parent, title=path.stem)
            saved.follow(copy, selection)
            saved.close()
            beside.replace(path)

        def done(_none: None) -> None:
            self._then = then
            self._go()

        def failed(error: Exception) -> None:
            self._background.report.trouble(error)
            if then is not None:
                self.may(then)

        self._background.run(save, done=done, failed=failed, words=f"Writing {path.name}", must=True)
