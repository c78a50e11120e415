"""An open dossier file: one connection, one write at a time, each write wholly done or not at all."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from models.dossier.errors import DossierError, DossierReadOnly
from models.dossier.form.holding import Hold
from models.dossier.form.opening import begin_writing, create_file, open_file
from models.dossier.form.properties import said, say
from models.dossier.form.schema import foreign_triggers
from models.dossier.kept import ahead
from models.dossier.rows.working_rows import let_go
from models.dossier.soundness.damage import told_of_damage

if TYPE_CHECKING:
    from sqlite_utils import Database


class DossierFile:
    """What a dossier stands on. May be used from several threads."""

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.hold = Hold()
        """By this the dossier is known to write a working text, as long as it is open."""
        self.turn = threading.Lock()
        """Who writes the file in this program: who waits is next, without looking again and again."""
        self._db = db
        self._lock = threading.RLock()
        self._keeping = threading.RLock()
        """What is kept in several steps is kept by one thread at a time; taken before the lock of a step."""
        self._used, self._closed = 0, False
        self._form = int(db.execute("PRAGMA user_version").fetchone()[0])
        """Less than the form of today where an older file is only read."""
        self.has_foreign_triggers = read_only and foreign_triggers(db)
        """Whether it is only read because triggers of somebody else would run as it is written."""
        self._made: tuple[int, os.stat_result] | None = None
        """The version of a dossier that was made here, and that nobody else had written then, and which file it is."""

    @classmethod
    def create(cls, path: Path, title: str = "") -> Self:
        """Makes a new dossier and opens it; never over a file."""
        create_file(path)
        dossier = cls.open(path)
        dossier.title = title or path.stem
        with dossier._at_one_moment() as db:
            if not db.execute("SELECT id FROM nodes UNION ALL SELECT id FROM working_texts LIMIT 1").fetchall():
                dossier._made = dossier.version, path.stat()
        return dossier

    @classmethod
    def open(cls, path: Path, read_only: bool = False, wait: float = 3.0) -> Self:
        """Opens a dossier; `wait` is how many seconds to wait for another program that is writing."""
        with told_of_damage(path):  # of an older form its rows are read and written anew
            db = open_file(path, read_only=read_only, wait=wait)
        dossier = cls(path, db, read_only=read_only)
        if not read_only:
            dossier._take_out_left_behind()
        return dossier

    def _take_out_left_behind(self) -> None:
        """Texts of an act that a killed program did not come to; where another writes, they wait for the next open."""
        with self._reading() as db:
            marks = ahead.left_behind(db)
        if marks:
            with suppress(DossierError), self._writing() as db:
                ahead.take_out(db, self._form, marks)

    def close(self) -> None:
        """Lets go of the file; nothing is lost, for every act is saved as it is done.

        What another thread is reading or writing is finished first: SQLite falls down where its ground is taken away.
        While it is `in_use` it can still be read.
        """
        with self._keeping, self._lock:
            if self.hold.taken:
                with suppress(DossierError), self._writing() as db:
                    let_go(db, self.hold)
            self.hold.release()
            self._closed = True
            self._close_unused()

    def in_use(self) -> Callable[[], None]:
        """Lets it be read though it is closed meanwhile, until what is given is called, once."""
        with self._lock:
            self._used += 1
        return self._no_more_used

    def _no_more_used(self) -> None:
        with self._lock:
            self._used -= 1
            self._close_unused()

    def _close_unused(self) -> None:
        if self._closed and not self._used:
            self._db.close()

    def unmake(self) -> None:
        """Closes a dossier, and takes its file away where it was made here and no other program wrote it since, or put
        another in its place."""
        made, mine = self._made, False
        with self._keeping, self._lock:
            with suppress(DossierError, OSError), self._writing():  # nobody else does now
                mine = made is not None and made[0] == self.version and os.path.samestat(made[1], self.path.stat())
                if mine and sys.platform != "win32":
                    self.path.unlink()
            self.close()
            if mine and sys.platform == "win32":  # no open file is taken away there, and none that another has open
                with suppress(OSError):
                    self.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """One transaction, wholly done or not at all."""
        if self.read_only:
            raise DossierReadOnly(self.path)
        with self._lock, told_of_damage(self.path):
            if self._db.conn.in_transaction:  # inside `together`, which ends it
                yield self._db
                return
            with self.turn:
                begin_writing(self._db, self.path)
                try:
                    yield self._db
                    self._db.execute("COMMIT")
                except BaseException:
                    self._db.rollback()
                    raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Acts inside are one act: all are done, or, where something is raised, none."""
        with self._writing():
            yield

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._lock, told_of_damage(self.path):
            yield self._db

    @contextmanager
    def _at_one_moment(self) -> Iterator[Database]:
        """Several questions to the file as it is at one moment, whatever another program keeps meanwhile."""
        with self._reading() as db:
            if db.conn.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    # The dossier itself

    @property
    def version(self) -> int:
        """Another number, in this program, whenever another connection, be it the journal's, has written the file."""
        with self._reading() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    @property
    def written(self) -> tuple[int, int]:
        """Others, in this program, whenever the file has been written, by this one or another."""
        with self._reading() as db:
            return self.version, db.conn.total_changes

    @property
    def title(self) -> str:
        """The name of the negotiation."""
        return self.said("title") or self.path.stem

    @title.setter
    def title(self, title: str) -> None:
        self.say("title", title)

    def said(self, name: str) -> str | None:
        """What is said of the dossier itself under a name."""
        with self._reading() as db:
            return said(db, name)

    def say(self, name: str, value: str) -> None:
        """Says something of the dossier itself."""
        with self._writing() as db:
            say(db, name, value)
