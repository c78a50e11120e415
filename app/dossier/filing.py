"""Files and pasted texts that come in: opened, started with, added or compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.compare.comparing import Comparing
from app.desk.arrivals import Arrival, Looks, arrival, looks_at
from app.desk.desk import Desk
from app.returned.marks import Marks
from app.running.background import Background
from app.running.leading_away import LeadsAway
from app.settings.folder_of_new import make_folder
from app.settings.settings import Places
from app.shell.asking import ANY, TEXTS, Asking
from app.shell.frame import Frame, files_in
from app.shell.going import Going
from app.subjects.listing import make_sample
from models.telling.sentences import joined


class Filing(QObject):
    """What is done with files depends on what is open: see `app.desk.arrivals`."""

    def __init__(
        self,
        frame: Frame,
        background: Background,
        desk: Desk,
        going: Going,
        places: Places,
        asking: Asking,
        comparing: Comparing,
        marks: Marks,
    ) -> None:
        super().__init__(frame)
        self._frame, self._places, self._asking = frame, places, asking
        self.folder: Path | None = None
        """Where new dossiers go, if the user said so."""
        self._background = background
        self._desk, self._going, self._comparing, self._marks = desk, going, comparing, marks

    def _in_its_folder(self, make: Callable[[Path], None], again: Callable[[], object]) -> None:
        """Make a dossier where new ones go; that the folder the user named takes none is told.

        While one is begun or opened already, what comes is taken `again` once it is there, and joins it.
        """
        if any(task.lane == "open" and not task.cancelled for task in self._background.tasks):
            self._background.ended.connect(
                lambda _task: QTimer.singleShot(0, self, again), Qt.ConnectionType.SingleShotConnection
            )
            return
        # In the lane in which it is made: of what is opened the latest wins, and to ask for a file takes nothing away.
        self._look_at_folder(lambda folder, takes: make(folder) if takes else None, "open")

    def _look_at_folder(self, then: Callable[[Path, bool], None], lane: str) -> None:
        """Go on with where new dossiers go, and whether they go where the user said; a folder on a network may take
        its time to answer."""
        named, own = self.folder, self._places.documents
        if named is None:
            then(own, True)
            return

        def done(takes: bool) -> None:
            if not takes:
                self._refuse(named)
            then(named if takes else own, takes)

        self._background.look_at(lambda: make_folder(named), done, lane)

    def _refuse(self, named: Path) -> None:
        self._frame.tell(
            f"“{named}” takes no new dossier; name another folder for them in the settings.",
            kind="error",
            topic="error",
            acts={"Open the settings": self._frame.acts["settings"].trigger},
        )

    def arrival(self, files: Sequence[Path]) -> Arrival:
        """What files that come in now are for, by their names."""
        return arrival(files, self._title_for_adding)

    def look(self, files: Sequence[Path], then: Callable[[Arrival], None]) -> None:
        """Go on with what files that come in are for, once they are looked at."""
        self._look(files, lambda looks: then(arrival(files, self._title_for_adding, looks)))

    def _look(self, files: Sequence[Path], seen: Callable[[Looks], None]) -> None:
        """Those that were asked for first go first; a share may take its time to answer."""
        what = f"“{files[0].name}” is" if len(files) == 1 else "the files are"
        self._background.look_at(lambda: looks_at(files), seen, lane="", words=f"Looking whether {what} there")

    def take(self, files: Sequence[Path]) -> None:
        """Do with files what they are for: open, start, add or compare."""
        lead, listing = self._desk.leading_away(), self._desk.listing

        def seen(looks: Looks) -> None:
            now, kept = self._desk.listing, arrival(files, None, looks).act == "start"
            if kept and listing is not None and (now is None or now.dossier is not listing.dossier):
                self._desk.left_out.emit([file.name for file in files])  # they came for another dossier
            else:
                self._take(files, looks, lead)

        self._look(files, seen)

    def _take(self, files: Sequence[Path], looks: Looks, lead: LeadsAway) -> None:
        what = arrival(files, self._title_for_adding, looks)
        joins = what.act not in ("open", "refuse")
        if joins and self._marks.holds(joined([file.name for file in files]), lambda: self._take(files, looks, lead)):
            return
        if what.act == "open":
            self._desk.open(what.files[0])
        elif what.act == "compare":
            old, new = what.files
            self._comparing.files(old, new, lead)
        elif what.act == "refuse":
            self._frame.tell(what.words, kind="error", topic="error")
        else:
            self.keep(what.files, lead)

    @property
    def _title_for_adding(self) -> str | None:
        listing = self._desk.listing
        on_start = self._going.place == "start"
        return listing.title if listing and not listing.dossier.read_only and not on_start else None

    def keep(self, files: Sequence[Path], lead: LeadsAway | None = None) -> None:
        """Keep files in the open dossier, or in a new one; `lead` where what leads away was asked for before."""
        if self._title_for_adding is not None:
            self._desk.add(files, lead)
        else:
            self._in_its_folder(lambda folder: self._desk.start(folder, files), lambda: self.take(files))

    def paste(self) -> None:
        """Keep the text of the clipboard as a draft; files that were copied are taken as those that are dropped."""
        from models.clipboard.rich import RICH, rich_alone  # no part of the start
        from models.clipboard.suggested import is_of_page
        from models.files.copied import PAGES, PLAIN

        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        formats = {one: bytes(data.data(one).data()) for one in PAGES if data.hasFormat(one)}
        formats[PLAIN] = data.text().encode("utf-8", "surrogatepass")  # whatever the system calls plain text
        rich = rich_alone(formats | {one: bytes(data.data(one).data()) for one in RICH if data.hasFormat(one)})
        if files := files_in(data):
            self.take(files)
        elif rich:
            self._take_text({RICH[0]: rich})
        elif not b"".join(formats.values()).strip():
            self._frame.tell("There is no text on the clipboard; copy one first.", kind="error", topic="error")
        else:
            formats |= {one: bytes(data.data(one).data()) for one in data.formats() if is_of_page(one)}
            self._take_text(formats)

    def _take_text(self, formats: Mapping[str, bytes]) -> None:
        if self._marks.holds("The pasted text", lambda: self._take_text(formats)):
            return
        if self._title_for_adding is not None:
            self._desk.add_text(formats)
        else:
            start = self._desk.start_with_text
            self._in_its_folder(lambda folder: start(folder, formats), lambda: self._take_text(formats))

    def new_dossier(self) -> None:
        """Ask where a new dossier goes, and make it."""
        self._look_at_folder(lambda folder, _takes: self._asking.new_dossier(folder, self._desk.new), "folder")

    def ask_for_file(self) -> None:
        """Ask for a dossier or a file."""
        self._asking.files("Open", ANY, self.take)

    def ask_for_more(self) -> None:
        """Ask for files to add to the dossier, in order."""
        self._asking.files("Add files", TEXTS, self._add_more, several=True)

    def _add_more(self, files: Sequence[Path]) -> None:
        if not self._marks.holds(joined([file.name for file in files]), lambda: self._desk.add(files)):
            self._desk.add(files)

    def ask_for_two(self) -> None:
        """Ask for two files to compare."""
        self._asking.two_files(self._comparing.files)

    def open_sample(self) -> None:
        """Open the sample dossier."""
        self._desk.open_sample(self._places.sample)

    def compare_sample(self, compare: Callable[[], None]) -> None:
        """Open the sample dossier on the comparison of its drafts; the dossier is one step back."""
        self._desk.listed.connect(lambda _listing: compare(), Qt.ConnectionType.SingleShotConnection)
        self.open_sample()

    def build_sample(self) -> None:
        """Have the sample ready before anyone asks for it."""
        self._background.run(lambda _task: make_sample(self._places.sample))
