"""What files that are dropped, opened or named on the command line are for; none of them is read here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.running.answering import answers_of
from models.telling.figures import counted

ENDING = ".adref"


@dataclass(frozen=True)
class Arrival:
    """`act` is open (a dossier), start (a dossier with files), add (to the open one), compare, or refuse."""

    act: str
    files: tuple[Path, ...]
    words: str
    more: str = ""


def arrival(files: Sequence[Path], dossier_title: str | None) -> Arrival:
    """One file opens a dossier, two are compared, several are kept in order; with a dossier open, one
    or several join it."""
    given = tuple(files)
    dossiers = tuple(file for file in given if file.suffix.lower() == ENDING)
    if not given:
        return Arrival("refuse", given, "Drop files here, not words.")
    folders = answers_of(given, Path.is_dir, otherwise=False)
    folder = next((file for file, is_folder in zip(given, folders, strict=True) if is_folder), None)
    if folder is not None:
        none = f", so none of the {len(given)} is taken" if len(given) > 1 else ""
        return Arrival("refuse", given, f"“{folder.name}” is a folder{none}; drop the files that are in it.")
    if dossiers:
        if len(given) == 1:
            return Arrival("open", given, f"Opens {given[0].stem}")
        return Arrival("refuse", given, "Open one dossier alone and add the files to it there, or files alone.")
    if len(given) == 2 and same_file(*given):
        return Arrival("refuse", given, one_twice(given[0]))
    if len(given) == 2:
        return Arrival(
            "compare", given, f"Compares {given[0].name} with {given[1].name}", "The first is the older text"
        )
    names = given[0].name if len(given) == 1 else f"{counted(len(given), 'file')}, each on the one before"
    if dossier_title is not None:
        return Arrival("add", given, f"Adds {names}", f"to {dossier_title}")
    return Arrival("start", given, f"Starts a dossier with {names}")


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def one_twice(file: Path) -> str:
    """What is said where both texts to compare are one file."""
    return f"“{file.name}” is the older and the newer text at once; choose another file to compare it with."


def free_path(folder: Path, stem: str) -> Path:
    """A path for a new dossier that no file has: "name.adref", "name 2.adref"."""
    path, number = folder / f"{stem}{ENDING}", 2
    while os.path.lexists(path):
        path, number = folder / f"{stem} {number}{ENDING}", number + 1
    return path
