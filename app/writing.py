"""The working text: begun or taken up again, journaled while it is written, kept as a draft, let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.adding import Added
from app.background import Background, Task
from app.desk import Desk
from app.listing import Listing, listing_of
from app.open_text import OpenText, open_text
from app.report import Report
from app.restoring import Restored, restored
from models.dossier.errors import WorkingTextHeld
from models.editing.edit import Edit, Selection
from widgets.keeping.panel import KeepChoice

_BEHIND = 300
"""Milliseconds from a key to its way into the journal; a second is promised, and the rest is for who else writes the
file: three drafts of 10,000 paragraphs kept in one act hold it for 0.2 s of the processor's time at a stretch."""
_AGAIN = 2_000


class Writing(QObject):
    """One working text at most is open in the window.

    `opened(OpenText)` when one can be shown; `keeping(bool)` while it is being kept; `kept(Added, OpenText)` when it
    is a draft; `leaving()` before it is let go, `let_go()` when it is no longer open; `journaled()` when what the
    status bar says of the journal is another; `held(sentence, parent)` when another window writes the text.
    """

    opened = Signal(object)
    kept = Signal(object, object)
    leaving = Signal()
    let_go = Signal()
    keeping = Signal(bool)
    journaled = Signal()
    held = Signal(str, object)

    def __init__(self, background: Background, desk: Desk, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._desk, self._report = background, desk, report
        self.open: OpenText | None = None
        self.who = ""
        self.saved: datetime | None = None
        self.failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._journal)
        self._busy = False

    # Opening

    def begin(
        self,
        parent: str | None,
        then: Callable[[OpenText], None] | None = None,
        *,
        who: str = "",
        selection: Selection | None = None,
        kept: OpenText | None = None,
    ) -> None:
        """Open the working text on a draft (None: on nothing), begun now or earlier; `who` begins one of one's own,
        `selection` is where the caret is then, `kept` the working text that has just become the draft."""
        listing = self._desk.listing
        if listing is None or listing.dossier.read_only:
            return
        node = self.open.parent.id if self.open and self.open.parent else None
        if self.open is not None and node == parent and not who and self.open.dossier is listing.dossier:
            self.opened.emit(self.open)
            if then:
                then(self.open)
            return
        dossier = listing.dossier

        def done(text: OpenText) -> None:
            if self._desk.listing is None or self._desk.listing.dossier is not dossier:
                return
            text.selection = selection or text.selection
            self._take(text)
            if then:
                then(text)

        def failed(error: Exception) -> None:
            if isinstance(error, WorkingTextHeld):
                self.held.emit(str(error), parent)
            else:
                self._report.trouble(error)

        label = next((one.label for one in listing.nodes if one.id == parent), "nothing")
        self._background.run(
            lambda _task: open_text(dossier, parent, who or self.who, kept),
            done=done,
            failed=failed,
            words=f"Opening the working text on {label}",
            lane="page",
            dossier=True,
        )

    def _take(self, text: OpenText) -> None:
        self.close()
        self.open = text
        self.saved, self.failing = None, False
        text.text.listeners.append(text.journal.note)
        text.text.listeners.append(self._written)
        self.opened.emit(text)

    # The journal

    def _written(self, _edit: Edit) -> None:
        if not self._timer.isActive():
            self._timer.start(_BEHIND)

    def _journal(self) -> None:
        """Put what was written into the journal, in the journal's own thread."""
        text = self.open
        if text is None or not text.journal.pending:
            return
        if self._busy:
            self._timer.start(_BEHIND // 4)
            return
        self._busy = True

        def done(_none: None) -> None:
            self._busy, self.failing = False, False
            self.saved = datetime.now()
            if self.open is not None and self.open.journal.pending:
                self._timer.start(_BEHIND)
            self.journaled.emit()

        def failed(error: Exception) -> None:
            # Nothing is lost: what was not written is written with what comes next.
            self._busy = False
            if not self.failing:
                self._report.trouble(error)
            self.failing = True
            self._timer.start(_AGAIN)
            self.journaled.emit()

        def commit(_task: Task[None]) -> None:
            text.journal.commit()

        self._background.run(commit, done=done, failed=failed, journal=True)

    def close(self) -> None:
        """Let go of the working text; what is not yet in the journal is put there in the dossier's own thread."""
        if self.open is not None:
            self.leaving.emit()
        text, self.open = self.open, None
        self._timer.stop()
        if text is None:
            return
        text.text.listeners.clear()

        def close(_task: Task[None]) -> None:
            text.journal.close()

        self._background.run(close, done=_nothing, failed=self._report.trouble, dossier=True, must=True)
        self.let_go.emit()

    # Keeping

    def keep(self, choice: KeepChoice) -> None:
        """Keep the working text as a draft; its place is empty afterwards."""
        text, listing = self.open, self._desk.listing
        if text is None or listing is None:
            return
        from models.editing.lineage import edges

        dossier, before = listing.dossier, len(listing.nodes)

        def keep(_task: Task[Added]) -> Added:
            draft, lineage = text.text.draft(), edges(text.text)
            text.journal.commit()
            node = dossier.keep_working(
                text.row,
                draft,
                lineage,
                label=choice.label,
                date=choice.date,
                author=choice.author or None,
                note=choice.note or None,
                who=self.who,
            )
            text.journal.abandon()
            return Added(listing_of(dossier), before, (node,), ())

        def done(added: Added) -> None:
            if self.open is text:
                self._forget(text)
            self.kept.emit(added, text)

        def failed(error: Exception) -> None:
            self._report.trouble(error)
            self.keeping.emit(False)

        # Until it is kept nothing more is written: it would be in neither draft.
        self.keeping.emit(True)
        self._background.run(
            keep, done=done, unwanted=done, failed=failed, words=f"Keeping {choice.label}", dossier=True, must=True
        )

    def _forget(self, text: OpenText) -> None:
        text.text.listeners.clear()
        self.open = None
        self._timer.stop()

    def discard(self, row: int, then: Callable[[Listing], None]) -> None:
        """Throw a working text away; the drafts stay."""
        listing = self._desk.listing
        if listing is None:
            return
        text = self.open if self.open is not None and self.open.row == row else None
        if text is not None:
            self._forget(text)
            self.let_go.emit()

        def discard(_task: Task[Listing]) -> Listing:
            if text is not None:
                text.journal.abandon()
            listing.dossier.discard_working(row)
            return listing_of(listing.dossier)

        self._background.run(discard, done=then, failed=self._report.trouble, dossier=True)

    def restore(self, node: str, then: Callable[[], None]) -> None:
        """Make the working text read as an older draft does: one step, which can be undone."""
        text, listing = self.open, self._desk.listing
        if text is None or listing is None:
            return
        from models.editing.restoring import restore_as

        base = text.parent.id if text.parent else None

        def draft_and_pairs(_task: Task[Restored]) -> Restored:
            return restored(listing.dossier, text.text.base, base, node)

        def done(found: Restored) -> None:
            if self.open is text:
                restore_as(text.text, found.draft, found.entries, text.selection or Selection())
                then()

        self._background.run(
            draft_and_pairs, done=done, failed=self._report.trouble, words="Restoring the text", lane="page"
        )

    # What the status bar says

    def safety(self) -> tuple[str, str]:
        """How safe the work is: words, and the icon beside them."""
        if self.open is None:
            return "", ""
        if self.failing:
            return "The journal cannot be written", "warning-fill"
        if self.saved is None or self.open.journal.pending:
            return "Journal on", "check-circle"
        return f"Journal saved {self.saved:%H:%M:%S}", "check-circle"


def _nothing(_none: object) -> None:
    return None
