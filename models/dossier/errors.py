"""What can go wrong with a dossier, each in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.draft import DraftError


class DossierError(DraftError):
    """Something went wrong with a dossier; nothing in it was changed."""


class NotADossier(DossierError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is not a dossier of Adref; to put a text into a dossier, import it.")


class DossierMissing(DossierError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no dossier “{path}”; check the name, or start a new one.")


class DossierExists(DossierError):
    """A new dossier would take the place of a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is there already and was left as it is; open it, or choose another name.")


class DossierNewer(DossierError):
    """The dossier has a form this version does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” was written by a newer Adref; update Adref to open it.")


class DossierDamaged(DossierError):
    """The file does not hold together."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is damaged and was left as it is; go back to a copy of it.")


class FolderReadOnly(DossierError):
    """A new dossier cannot be put into a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” cannot be made in “{path.absolute().parent}”; choose a folder of yours for it."
        )


class DossierReadOnly(DossierError):
    """The file or its folder cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” cannot be written where it lies; open it for reading only, or copy it to a folder of yours."
        )


class DossierHasForeignTriggers(DossierReadOnly):
    """Triggers of somebody else in the file would run as it is written, and could write other words into it."""

    def __init__(self, path: Path) -> None:
        DossierError.__init__(
            self,
            f"Somebody put commands into “{path.name}” that run whenever it is written and could change texts, so it "
            "can only be read; take what you need of it to another dossier, or go back to a copy of it.",
        )


class DossierMoved(DossierError):
    """The file is at its place no more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was moved or replaced while it was open; put it back, or close it and open it again."
        )


class DossierLocked(DossierError):
    """Another program is writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is being written by another program; try again in a moment.")


class DossierInterrupted(DossierError):
    """A write was cut off, and the place does not let it be taken back."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was cut off while it was saved; copy it together with “{path.name}-journal” to a folder "
            "of yours and open it there."
        )


class DossierDiskTrouble(DossierError):
    """The disk is full, gone or failing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” could not be read or written; see whether its disk is full or was taken out.")


class WorkingTextHeld(DossierError):
    """Another living window writes this working text."""

    def __init__(self, path: Path, host: str = "") -> None:
        where = f" on {host}" if host else ""
        super().__init__(
            f"This text of “{path.name}” is being written in another window{where}; "
            "read it here, or begin a text of your own."
        )


class WorkingTextGone(DossierError):
    """The working text was kept or thrown away meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"This working text of “{path.name}” was kept or thrown away in another window; "
            "copy what you still need of it, and begin again."
        )


class LabelTaken(DossierError):
    """Another draft was called so meanwhile."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Another draft was called “{label}” meanwhile, in another window or program, so nothing was kept; "
            "give this one another name, or the same once more if you mean it."
        )


class KeptAlready(DossierError):
    """This very text is kept, under another label."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"This text is “{label}” already, to the letter, so nothing was kept; write on, or rename that."
        )
        self.label = label


class DraftNotFound(DossierError):
    """No draft, or more than one, answers to a name."""


_BY_CODE: dict[int, type[DossierError]] = {
    sqlite3.SQLITE_BUSY: DossierLocked,
    sqlite3.SQLITE_LOCKED: DossierLocked,
    sqlite3.SQLITE_READONLY: DossierReadOnly,
    sqlite3.SQLITE_READONLY_DBMOVED: DossierMoved,
    sqlite3.SQLITE_READONLY_ROLLBACK: DossierInterrupted,
    sqlite3.SQLITE_PERM: DossierReadOnly,
    sqlite3.SQLITE_CANTOPEN: DossierReadOnly,  # the file is there: its journal cannot be made
    sqlite3.SQLITE_FULL: DossierDiskTrouble,
    sqlite3.SQLITE_IOERR: DossierDiskTrouble,
    sqlite3.SQLITE_CORRUPT: DossierDamaged,
    sqlite3.SQLITE_NOTADB: DossierDamaged,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about the file into the sentences above; others are faults of ours and pass."""
    try:
        yield
    except UnicodeDecodeError as error:  # the words of the file itself in what SQLite has to say
        raise DossierDamaged(path) from error
    except sqlite3.Error as error:
        if type(error) is sqlite3.OperationalError and not hasattr(error, "sqlite_errorcode"):
            raise DossierDamaged(path) from error  # said by Python: a value could not be decoded
        code = getattr(error, "sqlite_errorcode", 0)
        kind = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
        if code & 0xFF == sqlite3.SQLITE_CANTOPEN and not path.exists():
            kind = DossierMoved
        if kind is None:
            raise
        raise kind(path) from error
