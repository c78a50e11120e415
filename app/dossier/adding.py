"""Files and pasted texts on their way into a dossier: read, and kept each on the one before. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.dossier.arrivals import ENDING, free_path
from app.dossier.listing import Listing, listing_of
from app.sides import read
from app.wording import file_stem
from models.dossier import Dossier, Node
from models.dossier.importing import Progress
from models.draft import DraftError, content_hash
from models.draft.masthead import masthead
from models.reading.reading import Reading, ReadingWarning


@dataclass(frozen=True)
class Added:
    """Files that were kept: the drafts, and what reading each of them was not sure of, by id.

    `before` is how many drafts the dossier had.
    """

    listing: Listing
    before: int
    nodes: tuple[Node, ...]
    doubts: tuple[tuple[str, tuple[ReadingWarning, ...]], ...]


def start_dossier(folder: Path, readings: Sequence[tuple[Reading, str]], progress: Progress) -> Added:
    """Make a dossier in a folder, named after its first text, and keep readings (with their file names) in it.

    A text that a dossier of that name begins with already opens that dossier.
    """
    first, name = readings[0]
    title = masthead(first.draft).title or Path(name).stem
    folder.mkdir(parents=True, exist_ok=True)
    there = _dossier_with(folder, file_stem(title), first)
    if there is not None:
        return add_readings(there, readings, progress)
    path = free_path(folder, file_stem(title))
    dossier = Dossier.create(path, title=title)
    try:
        return add_readings(dossier, readings, progress)
    except BaseException:
        dossier.close()
        path.unlink(missing_ok=True)
        raise


def _dossier_with(folder: Path, stem: str, reading: Reading) -> Dossier | None:
    """The dossier of that name, or of that name and a number, that holds this very text."""
    content = content_hash(reading.draft)
    for path in sorted(folder.glob(f"*{ENDING}")):
        if re.fullmatch(re.escape(stem) + r"(?: \d+)?", path.stem) is None:
            continue
        try:
            dossier = Dossier.open(path)
        except DraftError:
            continue
        if any(node.content == content for node in dossier.nodes()):
            return dossier
        dossier.close()
    return None


def add_readings(dossier: Dossier, readings: Sequence[tuple[Reading, str]], progress: Progress) -> Added:
    """Keep readings in the dossier, each on the one before."""
    from models.dossier.importing import Incoming, import_files

    before = len(dossier.nodes())
    nodes = import_files(dossier, [Incoming(reading, name) for reading, name in readings], progress=progress)
    doubts = tuple((node.id, reading.warnings) for node, (reading, _) in zip(nodes, readings, strict=True))
    return Added(listing_of(dossier), before, nodes, doubts)


def read_files(paths: Sequence[Path], progress: Progress) -> list[tuple[Reading, str]]:
    """Read files in order; the first that cannot be read stops all, and says which it is."""
    readings = []
    for number, path in enumerate(paths):
        progress(number / len(paths))
        readings.append((read(path), path.name))
    return readings


@dataclass(frozen=True)
class Arrived:
    """Files as they came: texts that are drafts as they are, and Word files with tracked changes, which are not.

    `marked` are those of the drafts whose changes seem to be marked by hand: path, bytes, and what that is told by.
    """

    plain: Sequence[tuple[Reading, str]]
    tracked: Sequence[tuple[Path, Reading]] = ()
    marked: Sequence[tuple[Path, bytes, str]] = ()


def read_to_add(paths: Sequence[Path], progress: Progress) -> Arrived:
    """Read files that join a dossier. Errors: CannotRead, for the first that cannot be read."""
    plain, tracked, marked = [], [], []
    for path, (reading, name) in zip(paths, read_files(paths, progress), strict=True):
        if reading.package is None:
            plain.append((reading, name))
        elif reading.revisions:
            tracked.append((path, reading))
        else:
            plain.append((reading, name))
            marked += [(path, reading.package, words) for words in _marked_by_hand(reading.package)]
    return Arrived(plain, tracked, marked)


def _marked_by_hand(data: bytes) -> Iterator[str]:
    from models.proposals.hand_marks import hand_marks

    marks = hand_marks(data)
    if marks is not None:
        yield marks.sentence


def read_to_start(paths: Sequence[Path], progress: Progress) -> Arrived:
    """Read files that begin a dossier: where all hold tracked changes, with the text the first was made on."""
    arrived = read_to_add(paths, progress)
    if arrived.plain:
        return arrived
    from models.word.read import read_word

    path, reading = arrived.tracked[0]
    assert reading.package is not None
    return replace(arrived, plain=[(read_word(reading.package, "reject"), path.name)])


def read_pasted(text: str) -> list[tuple[Reading, str]]:
    """A text from the clipboard, named by its title."""
    from models.reading.read import read_text

    reading = read_text(text, "The pasted text")
    title = masthead(reading.draft).title
    return [(reading, f"{file_stem(title)[:60]}.txt" if title else "Pasted text.txt")]
