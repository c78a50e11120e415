"""From a path to an open database, or one sentence: nothing is changed by an open that is refused."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from models.dossier.errors import (
    DossierDamaged,
    DossierError,
    DossierExists,
    DossierHasForeignTriggers,
    DossierMissing,
    DossierNewer,
    DossierReadOnly,
    FolderReadOnly,
    NotADossier,
    told,
)
from models.dossier.form.schema import APPLICATION_ID, VERSION, bring_up_to_date, foreign_triggers
from models.dossier.search.search_index import let_fold

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAGIC = b"SQLite format 3\x00"
_WAIT = 3.0


def create_file(path: Path) -> None:
    """An empty dossier at `path`: made beside it under another name, then put there; never over a file.

    Errors: DossierExists, FolderReadOnly, DossierError where there is no such folder or it takes no file.
    """
    if os.path.lexists(path):
        raise DossierExists(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        if not path.parent.is_dir():
            raise DossierError(f"There is no folder “{path.parent}”; make it first, or choose another.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FolderReadOnly(path) from error
        reason = (error.strerror or str(error)).lower()
        raise DossierError(f"“{path.name}” cannot be made ({reason}); choose another folder or name.") from error
    os.close(handle)
    temporary = Path(name)
    try:
        with told(path):
            db = connect(temporary, read_only=False)
            try:
                bring_up_to_date(db)
            finally:
                db.close()
        temporary.chmod(0o666 & ~_umask())
        _put(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _put(temporary: Path, path: Path) -> None:
    """Names the file `path` unless something has that name; a disk without hard links takes a rename."""
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise DossierExists(path) from error
    except OSError:
        if os.path.lexists(path):
            raise DossierExists(path) from None
        temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def open_file(path: Path, *, read_only: bool = False, wait: float = _WAIT, references: bool = True) -> Database:
    """The open database of a dossier, brought up to date unless `read_only`; waits `wait` seconds for others.

    One whose rows refer to what is not there is damaged too, unless `references` leaves that to the caller.
    Errors: DossierMissing, NotADossier, DossierNewer, DossierDamaged, DossierReadOnly,
    DossierHasForeignTriggers, DossierLocked.
    """
    version = _version(path)
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)):
        raise DossierReadOnly(path)
    with told(path):
        if read_only and _journal(path):
            _finish_interrupted(path, wait)
        with _asked_of_any(path):
            db = connect(path, read_only=read_only, wait=wait)
        try:
            with _asked_of_any(path):
                sound = _sound(db, references)
            if sound:
                if not read_only and foreign_triggers(db):
                    raise DossierHasForeignTriggers(path)
                if version < VERSION and not read_only:
                    bring_up_to_date(db)
                return db
        except BaseException:
            db.close()
            raise
        db.close()
    raise DossierDamaged(path)


def connect(path: Path, *, read_only: bool, wait: float = _WAIT) -> Database:
    """A connection set as a dossier needs it: no transaction begins or ends by itself, rollback journal, full sync."""
    from sqlite_utils import Database

    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{_uri(path)}?mode={mode}",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        db = Database(connection, execute_plugins=False)
        let_fold(connection)
        db.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            # One file after every close: safe to mail, to copy, and on network shares.
            # Its answer is fetched to the end: what is still under way lets nothing be committed.
            db.execute("PRAGMA journal_mode = DELETE").fetchall()
            db.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return db


def begin_writing(db: Database, path: Path) -> None:
    """Begins to write, if the form is still one that is known: a newer Adref may have brought the file up to date while
    it was open here. Errors: DossierNewer."""
    db.execute("BEGIN IMMEDIATE")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        db.rollback()
        raise DossierNewer(path)


def _uri(path: Path) -> str:
    """The path as SQLite takes it: a server's name (//server/share on Windows) stands in the path, not before it."""
    whole = path.resolve().as_posix()
    return f"file://{'' if whole.startswith('/') else '/'}{quote(os.fsencode(whole))}"


def _version(path: Path) -> int:
    """The version in the file's header, looked up without SQLite so that a wrong file is not touched."""
    try:
        if path.is_fifo():  # to open one is to wait for somebody who writes into it
            raise NotADossier(path)
        header, whole = _begins(path)
    except FileNotFoundError as error:
        raise DossierMissing(path) from error
    except IsADirectoryError as error:
        raise NotADossier(path) from error
    except PermissionError as error:
        if os.path.isdir(path):  # noqa: PTH112  # Windows says so of folders; Path.is_dir may raise
            raise NotADossier(path) from error
        raise DossierError(f"“{path.name}” may not be read; ask its owner for a copy.") from error
    except OSError as error:
        raise DossierMissing(path) from error
    if not _is_ours(header):
        raise NotADossier(path)
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise DossierNewer(path)
    if version < 1 or not whole:
        raise DossierDamaged(path)
    return version


def _begins(path: Path) -> tuple[bytes, bool]:
    """The header of a file, and whether the file is as long as that says, or is being written. Errors: OSError."""
    seen = None
    while True:
        with path.open("rb") as file:
            now = file.read(100), file.seek(0, os.SEEK_END)
        whole = now[1] >= _promised_size(now[0]) or _journal(path)
        # Another may have written it as it was read, and be done when it was asked whether he is: at rest it stays.
        if whole or now == seen:
            return now[0], whole
        seen = now


def is_dossier(path: Path) -> bool:
    """Whether a file begins as a dossier does, damaged or not; one that cannot be read is none, nor is a pipe."""
    try:
        if path.is_fifo():
            return False
        with path.open("rb") as file:
            return _is_ours(file.read(100))
    except OSError:
        return False


def _is_ours(header: bytes) -> bool:
    magic = len(header) == 100 and header.startswith(_MAGIC)
    return magic and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _promised_size(header: bytes) -> int:
    """Bytes the file should have: its page size (1 stands for 65,536) times its number of pages."""
    page = int.from_bytes(header[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")


def _journal(path: Path) -> bool:
    whole = path.resolve()  # SQLite puts it beside the file itself, not beside a link to it
    return whole.with_name(f"{whole.name}-journal").exists()


def _finish_interrupted(path: Path, wait: float) -> None:
    """Takes back a write that was cut off (SQLite does so at the first read); reading only could not."""
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        db = connect(path, read_only=False, wait=wait)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            db.close()


def _sound(db: Database, references: bool) -> bool:
    """Whether the pages are in order and all that is referred to is there: 8 ms for 20 drafts of 1,000 paragraphs.

    `examine` looks at more: every index and every hash.
    """
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return False
    return not references or db.execute("PRAGMA foreign_key_check").fetchone() is None


@contextmanager
def _asked_of_any(path: Path) -> Iterator[None]:
    """What every dossier is asked and this one cannot be, "unsupported file format" and the like, is damage."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR:
            raise DossierDamaged(path) from error
        raise
