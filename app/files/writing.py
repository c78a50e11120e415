"""Writing a file: beside its place first, then into it, so that nothing half-written is ever there."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from app.files.file_name import shown
from models.draft import DraftError

Put = Callable[[Path, bytes], None]
"""Puts what is ready at its place."""


class CannotWrite(DraftError):
    """The file cannot be put where it was asked for; what was there is as it was."""


def ending(path: Path, known: Sequence[str]) -> str:
    """The ending of an output file in small letters (".docx"); CannotWrite where it is none of the known."""
    found = path.suffix.lower()
    if found not in known:
        last = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
        raise CannotWrite(f"“{shown(path.name)}” does not say what to write: its name must end in {last}.")
    return found


def check_place(path: Path, inputs: Sequence[Path] = ()) -> None:
    """Refuses early what could not be written later: a folder, a missing folder, a name that is too long, or a file
    that is being read."""
    try:
        is_folder = path.is_dir()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"“{shown(path)}” could not be written: {reason}.") from error
    if is_folder:
        raise CannotWrite(f"“{shown(path)}” is a folder; give the name of a file in it.")
    if not path.absolute().parent.is_dir():
        raise CannotWrite(f"There is no folder “{shown(path.absolute().parent)}”; make it first.")
    for source in inputs:
        with contextlib.suppress(OSError):
            if path.samefile(source):
                raise CannotWrite(f"“{shown(path)}” is one of the files being read; give the result another name.")


def write_beside_then_replace(path: Path, data: bytes) -> None:
    """Puts `data` at `path`; a file that is there keeps its content until the new one is whole, and its permissions.

    A link is followed. A pipe or a device is written to as it is. Errors: CannotWrite.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise CannotWrite(f"“{shown(path)}” is write-protected and was left as it is.")
        _replace(target, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"“{shown(path)}” could not be written: {reason}.") from error


def _replace(target: Path, data: bytes) -> None:
    temporary = _beside(target)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f".adref-{os.urandom(6).hex()}.part")
