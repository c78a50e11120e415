"""What files that are dropped, opened or named on the command line are for; none of them is read here. No Qt."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.running.answering import LONG, answers_of
from models.telling.figures import counted
from widgets.paper.direction import isolated

ENDING = ".adref"
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".heic", ".webp", ".bmp", ".tif", ".tiff"))
Looks = Mapping[Path, os.stat_result | None]
"""What the system says of files, None of one that is not there or does not answer."""
_NOT_LOOKED: Looks = MappingProxyType({})


@dataclass(frozen=True)
class Arrival:
    """`act` is open (a dossier), start (a dossier with files), add (to the open one), compare, or refuse."""

    act: str
    files: tuple[Path, ...]
    words: str
    more: str = ""


def looks_at(files: Sequence[Path]) -> Looks:
    """What the system says of files; it takes some seconds where a share does not answer."""
    return dict(zip(files, answers_of(files, _look, None, LONG), strict=True))


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except ValueError:  # a name that no system can have
        return None


def arrival(files: Sequence[Path], dossier_title: str | None, looks: Looks = _NOT_LOOKED) -> Arrival:
    """One file opens a dossier, two are compared, several are kept in order; with a dossier open, one
    or several join it. By their names alone, as long as nobody looked at them."""
    given = tuple(files)
    dossiers = tuple(file for file in given if file.suffix.lower() == ENDING)
    if not given:
        return Arrival("refuse", given, "Drop files here, not words.")
    folder = next((file for file in given if (look := looks.get(file)) and stat.S_ISDIR(look.st_mode)), None)
    if folder is not None:
        none = f", so none of the {len(given)} is taken" if len(given) > 1 else ""
        return Arrival("refuse", given, f"“{folder.name}” is a folder{none}; drop the files that are in it.")
    if dossiers:
        if len(given) == 1:
            return Arrival("open", given, f"Opens {isolated(given[0].stem)}")
        return Arrival("refuse", given, "Open one dossier alone and add the files to it there, or files alone.")
    # Of several the others are taken, and this one is told of.
    if len(given) <= 2 and (pictures := [file for file in given if file.suffix.lower() in _PICTURES]):
        return Arrival("refuse", given, f"“{pictures[0].name}” is a picture, not a text; open the document itself.")
    if len(given) == 2 and _are_one(*given, looks):
        return Arrival("refuse", given, one_twice(given[0]))
    if len(given) == 2:
        older, newer = (isolated(file.name) for file in given)
        return Arrival("compare", given, f"Compares {older} with {newer}", "The first is the older text")
    names = isolated(given[0].name) if len(given) == 1 else f"{counted(len(given), 'file')}, each on the one before"
    if dossier_title is not None:
        return Arrival("add", given, f"Adds {names}", f"to {isolated(dossier_title)}")
    return Arrival("start", given, f"Starts a dossier with {names}")


def _are_one(one: Path, other: Path, looks: Looks) -> bool:
    first, second = looks.get(one), looks.get(other)
    if first and second:
        return os.path.samestat(first, second)
    return one.absolute() == other.absolute()


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
