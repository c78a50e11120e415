"""The journal of the text that is written: behind the keys by less than a second, and what is done where it is not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.running.background import Background, Task
from app.subjects.open_text import OpenText
from models.dossier.errors import DossierMoved
from models.dossier.working.rescue import Rescue, aside_in
from models.editing.edit import Edit
from widgets.shell.status_bar import Item

_BEHIND = 300
"""Milliseconds from a key to its way into the journal; a second is promised, and the rest is for who else writes the
file: three drafts of 10,000 paragraphs kept in one act hold it for 0.2 s of the processor's time at a stretch."""
_AGAIN = 2_000
_PROMISED, _SLACK = 1_000, 20


class Journaling(QObject):
    """Follows one text at most.

    While its dossier cannot be written, what is written in it is kept aside in `folder`, if there is one. `told()` when
    there is something else to say of it; `troubled(sentence, before)` when the dossier cannot be written, and once more
    when another file has come into its place or gone from it, "" when it can be written again; `left_aside()` when a
    text was let go and is in its dossier only in part.
    """

    told = Signal()
    troubled = Signal(str, str)
    left_aside = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.rest: Callable[[Callable[[], object]], object] = lambda write: write()
        """Does something very soon where nobody types: to begin a thread takes milliseconds, which fall into no key."""
        self.folder: Path | None = None
        self.trouble = ""
        """Why the dossier cannot be written."""
        self.replaced = False
        """Whether that is because another file lies in its place."""
        self._text: OpenText | None = None
        self._saved: datetime | None = None
        self._since: float | None = None
        self._was_behind = False
        self._busy = False
        self._making = threading.Lock()
        """Two threads may want to keep a text aside: one makes what keeps it."""
        self._timer, self._late, self._aside, self._caret = QTimer(self), QTimer(self), QTimer(self), QTimer(self)
        soon = self._write_soon
        for timer, does in ((self._timer, soon), (self._late, self._look), (self._aside, self._write_aside)):
            timer.setSingleShot(True)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(does)
        self._caret.timeout.connect(soon)

    def follow(self, text: OpenText) -> None:
        """Write what is written in a text from now on."""
        self._text, self._saved, self._since = text, None, None
        text.text.listeners.append(text.journal.note)
        text.text.listeners.append(self._written)
        self._caret.start(_AGAIN)
        if text.journal.waits:
            self._timer.start(_BEHIND)

    # Behind the keys

    def _written(self, _edit: Edit) -> None:
        if self._since is None:
            self._since = time.monotonic()
        if not self._timer.isActive():
            self._timer.start(_BEHIND)
        if not self._late.isActive():
            self._late.start(_PROMISED + _SLACK)
        if self.trouble and not self._aside.isActive():
            self._aside.start(_BEHIND)

    def _write_soon(self) -> None:
        self.rest(self.write)

    def write(self) -> None:
        """Put what was written into the journal, in the journal's own thread."""
        text = self._text
        steps = text is not None and text.journal.pending
        if not steps:
            self._since = None  # another wrote it, as when it is kept
        if text is None or not text.journal.waits:
            return
        if self._busy:
            self._timer.start(_BEHIND // 4)
            return
        self._busy, began = True, time.monotonic()

        def done(_none: None) -> None:
            self._busy = False
            if self._text is text:
                self._saved = datetime.now() if steps else self._saved
                self._since = began if text.journal.pending else None
                if text.journal.pending:
                    self._timer.start(_BEHIND)
                self._keep_aside_no_more(text)
                self._is_troubled("")

        def failed(error: Exception) -> None:
            # Nothing is lost: what was not written is written with what comes next.
            self._busy = False
            if self._text is text and text.journal.pending:
                self._timer.start(_AGAIN)
                self._keep_aside(text)
                replaced = isinstance(error, DossierMoved) and text.dossier.path.is_file()
                self._is_troubled(self.trouble or self._background.report.noted(error), replaced=replaced)

        def commit(_task: Task[None]) -> None:
            text.journal.commit()

        self._background.run(commit, done=done, failed=failed, pool="journal")

    def _is_troubled(self, sentence: str, *, replaced: bool = False) -> None:
        if (sentence, replaced) != (self.trouble, self.replaced):
            before, self.trouble, self.replaced = self.trouble, sentence, replaced
            self.troubled.emit(sentence, before)
        self.told.emit()

    @property
    def behind(self) -> bool:
        """Whether something has been written for longer than is promised and is not in the file."""
        late = self._since is not None and time.monotonic() - self._since > _PROMISED / 1000
        return late and not self.written

    @property
    def written(self) -> bool:
        """Whether all is in the file."""
        return self._text is None or not self._text.journal.pending

    @property
    def whole_aside(self) -> bool:
        """Whether all that is not in the file is kept aside."""
        return self._text is not None and self._text.rescue is not None and self._text.rescue.whole

    def _look(self) -> None:
        """Whether the journal fell behind is told, even while it waits for the file."""
        if self._since is not None:
            age = round(1000 * (time.monotonic() - self._since))
            self._late.start(_PROMISED - age + _SLACK if age <= _PROMISED else _PROMISED)
        if self.behind or self._was_behind:
            self._was_behind = self.behind
            self.told.emit()

    def safety(self) -> Item:
        """How safe the work is, for the status bar."""
        if self._text is None:
            return Item("", role="ink2")
        if self.trouble:
            aside = "; kept aside" if self.whole_aside else ""
            return Item(f"The journal cannot be written{aside}", role="bracketed", icon="warning-fill")
        if self.behind and self._since is not None:
            late = round(time.monotonic() - self._since)
            return Item(f"Journal behind by {late} s", role="bracketed", icon="warning-fill")
        if self._saved is None or self._text.journal.pending:
            return Item("Journal on", role="ink2", icon="check-circle")
        return Item(f"Journal saved {self._saved:%H:%M:%S}", role="ink2", icon="check-circle")

    # Kept aside

    def _keep_aside(self, text: OpenText) -> None:
        """Keep the text aside, if nothing does yet."""
        folder = self.folder
        if text.rescue is not None or folder is None:
            return

        def follow(_none: None) -> None:
            if self._text is text and self.trouble and text.rescue is not None:
                text.rescue.follow(text.text, text.selection)
                self._write_aside()
            elif self._text is text or not text.journal.pending:
                self._keep_aside_no_more(text)  # it was written meanwhile; what was let go of is kept where it was

        self._background.run(
            lambda _task: self._make_aside(text, folder), done=follow, failed=self._background.report.noted, must=True
        )

    def _make_aside(self, text: OpenText, folder: Path) -> None:
        with self._making:
            if text.rescue is None:
                whence = text.dossier.path
                aside = aside_in(folder, whence)
                text.rescue = Rescue(aside, text.text.base, text.parent, whence.absolute(), who=text.who)

    def _write_aside(self) -> None:
        """In a thread of its own: the journal's may wait for the file. Where it cannot be done, the next time may be
        better."""
        rescue = self._text.rescue if self._text is not None else None
        if rescue is not None:
            self._background.run(
                lambda _task: rescue.commit(), done=lambda _none: self.told.emit(), failed=self._background.report.noted
            )

    def _keep_aside_no_more(self, text: OpenText) -> None:
        rescue, text.rescue = text.rescue, None
        if rescue is not None:
            rescue.follow_no_further(text.text)
            self._background.run(lambda _task: rescue.drop(), failed=self._background.report.noted, must=True)

    # The end of it

    def forget(self) -> None:
        """The text is kept, or thrown away: nothing more is written."""
        text = self._stop()
        if text is not None:
            text.text.listeners.clear()
            self._keep_aside_no_more(text)

    def let_go(self) -> None:
        """Follow the text no longer; what is not yet in the journal is put there in the dossier's own thread, and kept
        aside where that cannot be done."""
        text, folder = self._stop(), self.folder
        if text is None:
            return
        text.text.listeners.clear()

        def close(_task: Task[None]) -> None:
            try:
                text.journal.close()
            except Exception:
                if text.journal.pending:
                    if folder is not None:
                        self._make_aside(text, folder)
                    if text.rescue is not None:
                        text.rescue.follow(text.text, text.selection)
                        text.rescue.close()
                        text.rescue = None
                raise
            finally:
                rescue = text.rescue
                if not text.journal.pending and rescue is not None:
                    rescue.drop()

        def failed(error: Exception) -> None:
            self._background.report.trouble(error)
            self.left_aside.emit()

        self._background.run(close, failed=failed, pool="dossier", must=True)

    def _stop(self) -> OpenText | None:
        text, self._text = self._text, None
        for timer in (self._timer, self._late, self._aside, self._caret):
            timer.stop()
        self._since, self._was_behind = None, False
        if self.trouble:
            self._is_troubled("")
        return text
