"""A text that its dossier does not take is kept aside: as the working text of a small dossier of its own.

The small dossier has the draft the text stands on, and is one like any other: the journal writes it, and whoever opens
it by hand can write on. What lies in the folder of the program says besides which dossier it was written in.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from models.dossier.dossier import Dossier
from models.dossier.errors import DossierError, DossierMissing
from models.dossier.node import Node
from models.dossier.rows.working_rows import Recovered
from models.dossier.working.journal import Journal
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.working import WorkingText

_WHENCE = "kept aside from"


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A text kept aside at `path`: written in the dossier `whence`, on its draft `parent` (None: on nothing).

    `label` is that of the draft, "" for none; `written` when it was written last (UTC, ISO 8601); `who` whose text on
    that draft it is, None where an older Adref did not say so.
    """

    path: Path
    whence: Path
    parent: str | None
    label: str
    written: str
    who: str | None = None


class Rescue:
    """Keeps a working text aside for as long as its own dossier cannot be written.

    Made in any thread; `follow` is called in the thread that edits, the rest in the one that writes. Errors: those of
    a dossier, OSError where there is no folder.
    """

    def __init__(
        self,
        path: Path,
        base: Draft,
        parent: Node | None,
        whence: Path | None = None,
        title: str = "",
        who: str = "",
    ) -> None:
        """A new dossier at `path`, never over a file; `whence` where the text is to be offered there again, as that of
        `who`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._whence = None if whence is None else json.dumps([str(whence), parent.id if parent else None, who])
        self._journal: Journal | None = None
        self._turn = threading.Lock()
        self._told = self._closed = False
        self._dossier = Dossier.create(path, title=title or (whence.stem if whence is not None else path.stem))
        try:
            node = None
            if parent is not None:
                node = self._dossier.keep(
                    base, label=parent.label, symbol=parent.symbol, date=parent.date, author=parent.author
                ).id
            self._row = self._dossier.begin_working(node).id
            self._dossier.hold_working(self._row)
        except BaseException:
            self.drop()
            raise

    def follow(self, working: WorkingText, selection: Selection | None) -> None:
        """Keep aside the text as it is now, and what is written in it from now on."""
        if self._journal is None:
            self._journal = Journal(self._dossier, self._row, working)
            self._journal.selection = selection
            working.listeners.append(self._journal.note)

    def follow_no_further(self, working: WorkingText) -> None:
        """The text is safe where it belongs."""
        if self._journal is not None and self._journal.note in working.listeners:
            working.listeners.remove(self._journal.note)

    @property
    def whole(self) -> bool:
        """Whether all of the text is kept aside."""
        return self._journal is not None and self._journal.begun and not self._journal.pending

    def commit(self) -> None:
        """Write what is not written yet."""
        with self._turn:
            self._commit()

    def _commit(self) -> None:
        if self._journal is None or self._closed:
            return
        self._journal.commit()
        if self._whence is not None and not self._told:
            # Only now: what was kept aside by half is not offered.
            self._dossier.say(_WHENCE, self._whence)
            self._told = True

    def close(self) -> None:
        """Write what is left, and leave it for another time."""
        with self._turn:
            try:
                self._commit()
                if self._journal is not None:
                    self._journal.close()
            finally:
                self._closed = True
                self._dossier.close()

    def drop(self) -> None:
        """Nothing of it stays here."""
        with self._turn:
            self._closed = True
            if self._journal is not None:
                self._journal.abandon()
            self._dossier.close()
            self.path.unlink(missing_ok=True)


def aside_in(folder: Path, whence: Path) -> Path:
    """A free name in the folder for what is kept aside of a dossier."""
    return folder / f"{whence.stem} {datetime.now():%Y-%m-%d %H.%M.%S} {token_hex(2)}.adref"


def kept_aside(folder: Path) -> tuple[KeptAside, ...]:
    """What lies in the folder and is written by no living window, the last written first."""
    found: list[KeptAside] = []
    for path in sorted(folder.glob("*.adref")):
        with suppress(DossierError, OSError, ValueError, sqlite3.Error), Dossier.open(path, read_only=True) as dossier:
            (row,) = dossier.working_texts()
            whence = dossier.said(_WHENCE)
            if not row.held and whence:
                file, parent, *who = json.loads(whence)
                label = dossier.node(row.parent).label if row.parent is not None else ""
                found.append(KeptAside(path, Path(file), parent, label, row.written, *who))
    return tuple(sorted(found, key=lambda one: one.written, reverse=True))


def move_out(one: KeptAside, path: Path) -> None:
    """It lies at a path as a dossier like any other from now on; where it cannot, it stays as it is.

    Errors: FileExistsError, OSError, those of a dossier.
    """
    with suppress(DossierMissing):
        Dossier.open(one.path, read_only=True).close()  # what a killed program left beside it does not go with it
    path.touch(exist_ok=False)  # the name is nobody else's
    try:
        shutil.move(one.path, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    with suppress(DossierError), Dossier.open(path) as dossier:  # there it is not offered in any case
        dossier.say(_WHENCE, "")


def take_up(path: Path) -> Recovered:
    """The text that is kept aside at a path. Errors: those of a dossier."""
    with Dossier.open(path, read_only=True) as dossier:
        return dossier.recover(dossier.working_texts()[0].id)
