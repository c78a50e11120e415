"""What was open is open again after a restart: which dossier, which page, which text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from app.dossier.desk import Desk
from app.running.background import Background
from app.settings.settings import read_value, write_json
from app.shell.focusing import Focusing
from app.shell.going import Going
from app.sides import Side
from app.text.open_text import OpenText
from app.text.side_by_side import SideBySide

_QUIET = 400


@dataclass(frozen=True)
class Open:
    """What is open: the file of the dossier, the page, and the draft (an id) read or written on there.

    `alone`: the text stands without all that is around it; `beside`: the draft that stands beside it.
    """

    dossier: str = ""
    place: str = ""
    writes: bool = False
    draft: str = ""
    older: str = ""
    newer: str = ""
    alone: bool = False
    beside: str = ""


class Resuming(QObject):
    """Writes what is open whenever it changes, so that a crash finds it too."""

    def __init__(
        self,
        file: Path,
        background: Background,
        desk: Desk,
        going: Going,
        focusing: Focusing,
        beside: SideBySide,
    ) -> None:
        super().__init__(going)
        self._file, self._desk, self._going, self._focusing = file, desk, going, focusing
        self._beside = beside
        focusing.changed.connect(self.changed)
        beside.changed.connect(self.changed)
        self._background = background
        self._last: Open | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET)
        self._later.timeout.connect(self._write)

    def was(self) -> Open:
        """What was open when the program ended."""
        return read_value(self._file, Open())

    def resume(self, begin: Callable[[str | None], None]) -> None:
        """Open again what was open when the program ended; nothing where that is gone.

        `begin` goes on with the working text on a draft.
        """
        was = self.was()
        if not was.dossier or not Path(was.dossier).is_file():
            return
        self._desk.listed.connect(lambda _listing: self._resume(was, begin), Qt.ConnectionType.SingleShotConnection)
        self._desk.open(Path(was.dossier))

    def _resume(self, was: Open, begin: Callable[[str | None], None]) -> None:
        listing = self._desk.listing
        if listing is None:
            return
        shown, once = self._going.gone, Qt.ConnectionType.SingleShotConnection
        if was.beside:
            shown.connect(lambda: self._beside.show(was.beside), once)
        if was.alone:
            shown.connect(self._focusing.begin, once)
        if was.writes and (not was.draft or listing.node(was.draft)):
            begin(was.draft or None)
        elif was.place == "text" and was.draft:
            self._going.read_wanted.emit(was.draft)
        elif was.place == "compare" and was.older and was.newer:
            self._going.compare_wanted.emit(was.older, was.newer)

    def changed(self) -> None:
        """Something else is shown."""
        self._later.start()

    def now(self) -> Open:
        """What is open."""
        listing = self._desk.listing
        if listing is None:
            return Open()
        place, shown, compared = self._going.place, self._going.shown, self._going.compared
        writes = isinstance(shown, OpenText)
        draft = (shown.parent.id if shown.parent else "") if isinstance(shown, OpenText) else ""
        if isinstance(shown, Side):
            draft = shown.node or ""
        older = (compared.old.node or "") if compared else ""
        newer = (compared.new.node or "") if compared else ""
        return Open(
            str(listing.dossier.path), place, writes, draft, older, newer, self._focusing.on, self._beside.node or ""
        )

    def _write(self) -> None:
        now = self.now()
        if now == self._last:
            return
        self._last = now
        self._background.run(
            lambda _task: write_json(self._file, asdict(now)),
            lane="resuming",
        )

    def close(self) -> None:
        """The program ends: write at once. Errors are told in the log alone; the work itself is safe."""
        self._later.stop()
        try:
            write_json(self._file, asdict(self.now()))
        except OSError as error:
            self._background.report.trouble(error)
