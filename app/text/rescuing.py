"""A text that its dossier did not take is offered again, as one that was not closed is, and taken into its dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from app.desk.arrivals import free_path
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.windows import Windows
from app.subjects.listing import Listing
from app.subjects.open_text import OpenText
from app.text.writing import Writing
from models.dossier import Dossier
from models.dossier.errors import DossierError, DossierLocked
from models.dossier.rows.working_rows import Recovered
from models.dossier.working.rescue import KeptAside, kept_aside, move_out, take_up
from models.draft import Draft
from widgets.dossier.telling import clock_words
from widgets.dossier.working import recovered_notice


class Rescuing(QObject):
    """Looks when the program begins, and whenever a dossier is opened; `documents` is where new dossiers go.

    Of several windows one offers it.
    """

    def __init__(
        self,
        frame: Frame,
        background: Background,
        desk: Desk,
        writing: Writing,
        folder: Path,
        documents: Callable[[], Path],
        windows: Windows,
    ) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._writing = frame, desk, writing
        self._background = background
        self._folder, self._documents, self._windows = folder, documents, windows
        self._open: Path | None = None
        desk.listed.connect(self._listed)
        desk.closed.connect(self._closed)
        writing.journaling.left_aside.connect(self.look)

    def _listed(self, listing: Listing) -> None:
        if self._open != listing.dossier.path:
            self._open = listing.dossier.path
            self.look()

    def _closed(self) -> None:
        self._open = None

    def look(self) -> None:
        """Offer what is kept aside: of the open dossier first, then what was written last."""
        self._background.run(
            lambda _task: kept_aside(self._folder), done=self._offer, failed=self._background.report.noted, lane="aside"
        )

    def _offer(self, found: Sequence[KeptAside]) -> None:
        found = [one for one in found if self._windows.offers(one.whence, here=self._is_open(one))]
        here = [one for one in found if self._is_open(one)]
        for one in [*here, *found][:1]:
            at = datetime.fromisoformat(one.written)
            notice = recovered_notice(one.label, at, partial(self.take, one))
            if one not in here:
                # Beside what is said of the open dossier.
                notice = replace(notice, more=f"It was written in “{one.whence.name}”.", topic="aside")
            self._frame.notices.show_notice(notice)

    def _is_open(self, one: KeptAside) -> bool:
        path = self._desk.path
        return path is not None and path.absolute() == one.whence

    # Taking it

    def take(self, one: KeptAside) -> None:
        """Go on with it: in the dossier it was written in, where that takes it, else in one of its own."""

        def failed(error: Exception) -> None:
            self._background.report.trouble(error)
            self.look()

        def done(found: tuple[Path, bool]) -> None:
            path, own = found
            if self._is_open(one) and not own:
                self._into(one)
                return

            def listed(listing: Listing) -> None:
                if self._desk.path == path:
                    if own:
                        self._writing.begin(listing.working[0].parent, who=listing.working[0].who)
                    else:
                        self._into(one)

            self._desk.listed.connect(listed, Qt.ConnectionType.SingleShotConnection)
            self._desk.open(path)

        self._background.run(lambda _task: self._place(one), done=done, failed=failed, pool="dossier")

    def _place(self, one: KeptAside) -> tuple[Path, bool]:
        """The dossier in which it goes on, and whether that is its own."""
        try:
            with Dossier.open(one.whence) as dossier:
                if one.parent is None or any(node.id == one.parent for node in dossier.nodes()):
                    return one.whence, False
        except DossierLocked:
            raise
        except DossierError:
            pass  # it is gone, or takes nothing
        folder = self._documents()
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            path = free_path(folder, one.whence.stem)
            with suppress(FileExistsError):  # another window has taken it just now
                move_out(one, path)
                return path, True

    def _into(self, one: KeptAside) -> None:
        self._writing.begin(one.parent, lambda text: self._bring(text, one), who=one.who, otherwise=self.look)

    def _bring(self, text: OpenText, one: KeptAside) -> None:
        def done(found: Recovered) -> None:
            if self._writing.open is not text:
                return
            from models.editing.acts.restoring import restore

            restore(text.text, Draft((), found.state[1]), found.entries, found.selection, then=found.selection)
            at = clock_words(datetime.fromisoformat(one.written), seconds=True)
            undo = self._frame.acts["undo"].trigger
            self._frame.status_bar.say(f"The text is as it was at {at}.", undo=undo)
            self._background.run(
                safe, done=lambda _none: self.look(), failed=self._background.report.noted, pool="journal", must=True
            )

        def safe(_task: Task[None]) -> None:
            text.journal.commit()
            one.path.unlink(missing_ok=True)

        self._background.run(lambda _task: take_up(one.path), done=done)
