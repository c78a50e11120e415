"""What was open is open again after a restart: in which windows which dossier, which page, which text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QFileSystemWatcher, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.focusing import Focusing
from app.shell.going import Going
from app.shell.windows import Open, Windows
from app.subjects.listing import Listing
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.text.side_by_side import SideBySide
from models.dossier.form.holding import this_host

_QUIET = 400
_STEP = QPoint(32, 32)


class Resuming(QObject):
    """Tells what is open whenever it changes, so that a crash finds it too; `quit_wanted()` by another window.

    `resumed()` when another page than that of the dossier is open again.
    """

    quit_wanted = Signal()
    resumed = Signal()

    def __init__(
        self,
        window: QWidget,
        windows: Windows,
        background: Background,
        desk: Desk,
        going: Going,
        focusing: Focusing,
        beside: SideBySide,
    ) -> None:
        super().__init__(going)
        self._window, self._windows, self._background = window, windows, background
        self._desk, self._going, self._focusing, self._beside = desk, going, focusing, beside
        focusing.changed.connect(self.changed)
        beside.changed.connect(self.changed)
        self._coming: Open | None = None
        """What is to be open here as soon as it is."""
        self._over = False
        """Whether the window ended: what is shown while it goes is not what was open."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET)
        self._later.timeout.connect(self._write)

    # What was open

    def begin(self, *, again: bool) -> Open:
        """Be one of the windows there are, before this one is shown: `again` in the place of one that is gone."""
        was = self._windows.take_up() if again else Open()
        self._coming = was
        shape = ""
        # On a screen of another size Qt lays nothing out: the window begins there as one that is new.
        if was.shape and _lay_out(self._window, was.shape):
            self._step_aside()
            shape = self._shape()
        was = self._coming = replace(was, shape=shape)
        try:
            self._windows.tell(was)
        except OSError as error:
            self._background.report.noted(error)
        watch = QFileSystemWatcher([str(self._windows.folder)], self)
        watch.directoryChanged.connect(lambda: self.quit_wanted.emit() if self._windows.asked_to_quit() else None)
        return was

    def _step_aside(self) -> None:
        """Stand a step further on where this window would lie exactly over another, and no further than is seen.

        Frames are left out: nothing is known of them before a window is shown.
        """
        others = [(QWidget(), shape) for shape in self._windows.shapes if shape]
        taken = [other.geometry().topLeft() for other, shape in others if _lay_out(other, shape)]
        window, screen = self._window, self._window.screen().availableGeometry()
        for _ in taken:
            if not window.isMaximized() and window.geometry().topLeft() in taken:
                window.setGeometry(window.geometry().translated(_STEP).intersected(screen))

    def _shape(self) -> str:
        return bytes(self._window.saveGeometry().toHex().data()).decode()

    def resume(self, begin: Callable[..., None]) -> None:
        """Open what was taken up; nothing where that is gone.

        `begin` goes on with the working text on a draft, of one's own where it is called so.
        """
        was = self._windows.was
        if not was.dossier or not Path(was.dossier).is_file():
            self._coming = None
            return
        self._desk.listed.connect(lambda _listing: self._resume(was, begin), Qt.ConnectionType.SingleShotConnection)
        self._desk.open(Path(was.dossier))

    def _resume(self, was: Open, begin: Callable[..., None]) -> None:
        listing, self._coming = self._desk.listing, None
        if listing is None:
            return
        shown, once = self._going.gone, Qt.ConnectionType.SingleShotConnection
        if was.beside:
            shown.connect(lambda: self._beside.show(was.beside), once)
        if was.alone:
            shown.connect(self._focusing.begin, once)
        shown.connect(self.resumed, once)
        if was.writes and (not was.draft or listing.node(was.draft)):
            ground, who = ground_of(was, listing)
            begin(ground, who=who)
        elif was.place == "text" and was.draft:
            self._going.read_wanted.emit(was.draft)
        elif was.place == "compare" and was.older and was.newer:
            self._going.compare_wanted.emit(was.older, was.newer)

    # What is open

    def changed(self) -> None:
        """Something else is shown, or the window is used."""
        if not self._over:
            self._later.start()

    def now(self) -> Open:
        """What is open."""
        listing = self._desk.listing
        shape = self._shape()
        if listing is None:
            return replace(self._coming or Open(), shape=shape)
        place, shown, compared = self._going.place, self._going.shown, self._going.compared
        writes = isinstance(shown, OpenText)
        draft = (shown.parent.id if shown.parent else "") if isinstance(shown, OpenText) else ""
        if isinstance(shown, Side):
            draft = shown.node or ""
        return Open(
            str(listing.dossier.path.absolute()),
            place,
            writes,
            shown.who if isinstance(shown, OpenText) else "",
            draft,
            (compared.old.node or "") if compared else "",
            (compared.new.node or "") if compared else "",
            self._focusing.on,
            self._beside.node or "",
            shape,
        )

    def _write(self) -> None:
        now = self.now()
        self._background.run(
            lambda _task: self._windows.tell(now), failed=self._background.report.noted, lane="resuming"
        )

    def close(self, *, stays: bool) -> None:
        """The window ends: write at once. Errors are told in the log alone; the work itself is safe."""
        self._over = True
        self._later.stop()
        try:
            self._windows.close(self.now(), stays=stays)
        except OSError as error:
            self._background.report.noted(error)


def ground_of(was: Open, listing: Listing) -> tuple[str | None, str]:
    """The draft on which the working text goes on, and whose text on that it is: where it was kept just before its
    window ended, and nothing told of it any more, the one that was begun on the draft it became."""
    if all(((row.parent or ""), row.who) != (was.draft, was.who) for row in listing.working):
        ended = [row for row in listing.working if row.host == this_host() and not row.held]
        for row in sorted(ended, key=lambda row: row.who != was.who):
            node = listing.node(row.parent) if row.parent else None
            if node is not None and was.draft in (node.parents or ("",)):
                return row.parent, row.who
    return was.draft or None, was.who


def _lay_out(window: QWidget, shape: str) -> bool:
    """Give a window a size and a place; whether the screen is one that they were for."""
    return window.restoreGeometry(QByteArray.fromHex(shape.encode()))
