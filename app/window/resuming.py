"""What was open is open again after a restart: in which windows which dossier, which page, which text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QFileSystemWatcher, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.windows import Open, Windows
from app.subjects.listing import Listing
from app.window.opening_again import OpeningAgain, lies_on
from app.window.reader_on_pages import ReaderOnPages
from app.window.still_there import There, files_of, look_whether_there, words_of_lost

_QUIET = 400
_STEP = QPoint(32, 32)


class Resuming(QObject):
    """Tells what is open whenever it changes, so that a crash finds it too; `quit_wanted()` by another window.

    `resumed()` when another page than that of the dossier is open again, by `again`.
    """

    quit_wanted = Signal()
    resumed = Signal()

    def __init__(
        self,
        frame: Frame,
        background: Background,
        desk: Desk,
        going: Going,
        windows: Windows,
        reader: ReaderOnPages,
        again: OpeningAgain,
    ) -> None:
        super().__init__(going)
        self._frame, self._background, self._desk, self._going = frame, background, desk, going
        self._windows, self._reader, self._again = windows, reader, again
        frame.stack.currentChanged.connect(lambda _now: self.changed())
        reader.moved.connect(self.changed)
        again.changed.connect(self.changed)
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
        shape = ""
        # On a screen of another size Qt lays nothing out: the window begins there as one that is new.
        if was.shape and _lay_out(self._frame, was.shape):
            self._step_aside()
            shape = self._shape()
        was = replace(was, shape=shape)
        self._coming = was if was.anything else None
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
        window, screen = self._frame, self._frame.screen().availableGeometry()
        for _ in taken:
            if not window.isMaximized() and window.geometry().topLeft() in taken:
                window.setGeometry(window.geometry().translated(_STEP).intersected(screen))

    def _shape(self) -> str:
        return bytes(self._frame.saveGeometry().toHex().data()).decode()

    def resume(self) -> None:
        """Open what was taken up; nothing where that is gone."""
        was = self._windows.was
        if not was.anything:
            self._coming = None
            return
        # Without a dossier its files are all there is, which stay what is to be open as long as they do not answer.
        files = [was.dossier] if was.dossier else files_of(was)
        here = self._going.history.now

        def seen(there: There) -> None:
            # Whoever went elsewhere until then is not led away from that.
            gone = self._going.history.now is not here or any(task.lane == "open" for task in self._background.tasks)
            if self._coming is None or gone:
                self._coming = None
            elif None in there.values():
                self._frame.tell(words_of_lost(there), topic="gone")
                self._frame.stack.currentChanged.connect(self._let_go, Qt.ConnectionType.SingleShotConnection)
            elif was.dossier and not there[was.dossier]:
                self._coming = None
                self._frame.tell(words_of_lost(there), topic="gone")
            else:
                self._go_on(was)

        words = f"Looking whether “{Path(files[0]).name}” is there" if files else ""
        self._background.look_at(lambda: look_whether_there(files), seen, "resuming what was open", words)

    def _let_go(self) -> None:
        """The user goes his own way."""
        self._coming = None

    def _go_on(self, was: Open) -> None:
        if not was.dossier:
            self._open_again(was)
            return
        self._desk.listed.connect(lambda listing: self._resume(was, listing), Qt.ConnectionType.SingleShotConnection)
        self._desk.open(Path(was.dossier))

    def _resume(self, was: Open, listing: Listing) -> None:
        """Where that could not be opened, the first dossier may be another."""
        if str(listing.dossier.path.absolute()) == was.dossier:
            self._open_again(was)
        else:
            self._coming = None

    def _open_again(self, was: Open) -> None:
        self._coming = None
        self._again.open(was, self.resumed.emit)

    # What is open

    def changed(self) -> None:
        """Something else is shown, or the window is used."""
        if not self._over:
            self._later.start()

    def now(self) -> Open:
        """What is open."""
        if self._coming is not None:
            return replace(self._coming, shape=self._shape())
        listing = self._desk.listing
        now = replace(
            lies_on(self._going),
            dossier=str(listing.dossier.path.absolute()) if listing is not None else "",
            shape=self._shape(),
        )
        return self._again.with_what_comes(self._reader.with_places(now))

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


def _lay_out(window: QWidget, shape: str) -> bool:
    """Give a window a size and a place; whether the screen is one that they were for."""
    return window.restoreGeometry(QByteArray.fromHex(shape.encode()))
