"""The folder that new dossiers go to, as the user named it: whether it takes them, and what is said of it. No Qt."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.running.answering import answer_of


def words_of_folder(named: str) -> str:
    """What is to be said of a folder as it is named in the settings; "" where dossiers just go there."""
    if not named:
        return ""
    if not Path(named).is_absolute():
        return "Give the whole path of a folder; so, no new dossier can go there."
    return answer_of(Path(named), _words_of, "This folder does not answer; choose another, or try again later.")


def _words_of(folder: Path) -> str:
    try:
        if folder.is_dir():
            return "" if _takes_files(folder) else "No file can be made in this folder; choose another."
        there = next(above for above in folder.parents if above.exists())
    except OSError:
        return "This folder cannot be read; choose another."
    if folder.exists() or not _takes_files(there):
        return "There is no such folder, and none can be made there; choose another."
    return "This folder is not there yet; it is made with the first dossier."


def make_folder(folder: Path) -> bool:
    """Whether new dossiers can go to a folder, which is made where it is not there."""
    return folder.is_absolute() and answer_of(folder, _made, otherwise=False)


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return _takes_files(folder)


def _takes_files(folder: Path) -> bool:
    """Tried, since rights, quotas and strange file systems are not all told beforehand."""
    try:
        with tempfile.NamedTemporaryFile(prefix=".adref-", dir=folder):
            return True
    except OSError:
        return False
