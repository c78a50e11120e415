"""Files and pasted texts on their way into a dossier: read, and kept each on the one before. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.desk.arrivals import ENDING, free_path
from app.subjects.listing import Listing, listing_of
from app.subjects.reading_all import read_all
from app.subjects.sides import read
from app.wording import file_stem
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Progress
from models.draft import DraftError, content_hash
from models.draft.masthead import masthead
from models.reading.reading import Reading, ReadingWarning
from models.telling.figures import counted


@dataclass(frozen=True)
class Added:
    """Files that were kept: the drafts, and what reading each of them was not sure of, by id.

    `new` are those drafts that the dossier did not have; `told` are sentences on files whose text was kept already.
    """

    listing: Listing
    new: tuple[Node, ...]
    nodes: tuple[Node, ...]
    doubts: tuple[tuple[str, tuple[ReadingWarning, ...]], ...]
    told: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What is said of them at the foot of the window."""
        file = self.listing.dossier.path.name
        if self.new:
            return f"{self.new[0].label if len(self.new) == 1 else counted(len(self.new), 'draft')} kept in {file}."
        return f"{'This text was' if len(self.nodes) == 1 else 'These texts were'} in {file} already."


def start_dossier(folder: Path, readings: Sequence[tuple[Reading, str]], progress: Progress, who: str = "") -> Added:
    """Make a dossier in a folder, named after its first text, and keep readings (with their file names) in it.

    A text that a dossier of that name begins with already opens that dossier.
    """
    first, name = readings[0]
    title = " ".join((masthead(first.draft).title or Path(name).stem).split())
    folder.mkdir(parents=True, exist_ok=True)
    dossier = _dossier_with(folder, file_stem(title), first)
    if dossier is None:
        dossier = Dossier.create(free_path(folder, file_stem(title)), title=title)
    try:
        return add_readings(dossier, readings, progress, who)
    except BaseException:
        dossier.unmake()  # one that was there is just closed
        raise


def _dossier_with(folder: Path, stem: str, reading: Reading) -> Dossier | None:
    """The dossier of that name, or of that name and a number, that holds this very text."""
    from models.dossier.incoming.read_again import read_alike

    content = content_hash(reading.draft)
    for path in sorted(folder.glob(f"*{ENDING}")):
        if re.fullmatch(re.escape(stem) + r"(?: \d+)?", path.stem) is None:
            continue
        try:
            dossier = Dossier.open(path)
        except DraftError:
            continue
        with ExitStack() as left:  # of what is cancelled too
            left.callback(dossier.close)
            nodes = dossier.nodes()
            if any(node.content == content for node in nodes) or read_alike(dossier, nodes, reading.draft):
                left.pop_all()
                return dossier
    return None


def add_readings(dossier: Dossier, readings: Sequence[tuple[Reading, str]], progress: Progress, who: str = "") -> Added:
    """Keep readings in the dossier, each on the one before; `who` keeps them."""
    from models.dossier.incoming.importing import Incoming, import_files

    known = {node.id for node in dossier.nodes()}
    told: list[str] = []
    incoming = [Incoming(reading, name) for reading, name in readings]
    nodes = import_files(dossier, incoming, progress=progress, who=who, told=told.append)
    doubts = tuple((node.id, reading.warnings) for node, (reading, _) in zip(nodes, readings, strict=True))
    new = tuple({node.id: node for node in nodes if node.id not in known}.values())
    return Added(listing_of(dossier), new, nodes, doubts, tuple(told))


def read_files(paths: Sequence[Path], progress: Progress) -> list[tuple[Reading, str]]:
    """Read files in order; where one cannot be read none is kept, and all that cannot be are named.

    Errors: CannotRead, DraftError where there are others.
    """

    def one(number: int, path: Path) -> tuple[Reading, str]:
        progress(number / len(paths))
        return read(path), path.name

    reads = (partial(one, number, path) for number, path in enumerate(paths))
    return read_all(reads, f"none of the {len(paths)} files was kept" if len(paths) > 1 else "")


@dataclass(frozen=True)
class CameIn:
    """A file as it came. `marks` tells of changes that seem to be marked by hand in it, "" where none do.

    `returned`: it is no draft as it is, it holds changes, which are looked at before anything of it is kept.
    """

    path: Path
    reading: Reading
    marks: str = ""
    returned: bool = False


@dataclass(frozen=True)
class Arrived:
    """Files as they came, in their order; `left_out` are the names of those of which the user wants nothing kept."""

    files: Sequence[CameIn]
    left_out: Sequence[str] = ()

    @property
    def plain(self) -> list[tuple[Reading, str]]:
        """The texts that are drafts as they are, with their file names."""
        return [(one.reading, one.path.name) for one in self.files if not one.returned]

    @property
    def returned(self) -> list[CameIn]:
        """Those that are looked at first."""
        return [one for one in self.files if one.returned]

    @property
    def marked(self) -> list[CameIn]:
        """The drafts that seem to be marked by hand."""
        return [one for one in self.files if one.marks and not one.returned]


def read_to_add(paths: Sequence[Path], progress: Progress, dossier: Dossier | None = None) -> Arrived:
    """Read files that join a dossier. Errors: as of `read_files`."""
    read = zip(paths, read_files(paths, progress), strict=True)
    return Arrived(tuple(_came_in(path, reading, dossier) for path, (reading, _) in read))


def _came_in(path: Path, reading: Reading, dossier: Dossier | None) -> CameIn:
    if reading.package is None or reading.revisions:
        return CameIn(path, reading, returned=reading.package is not None)
    from models.dossier.incoming.returning import marks_in_file

    marks = marks_in_file(reading, dossier)
    return CameIn(path, reading, marks.sentence if marks is not None else "")


def read_to_start(paths: Sequence[Path], progress: Progress) -> Arrived:
    """Read files that begin a dossier: where all hold tracked changes, with the text the first was made on."""
    arrived = read_to_add(paths, progress)
    if arrived.plain:
        return arrived
    from models.word.read import read_word

    first = arrived.files[0]
    assert first.reading.package is not None
    return Arrived((CameIn(first.path, read_word(first.reading.package, "reject")), *arrived.files))


def read_pasted(formats: Mapping[str, bytes]) -> Arrived:
    """A text from the clipboard, by media type, named by its title."""
    from models.files.copied import read_copied  # no part of the start

    reading = read_copied(formats, "The pasted text")
    title = masthead(reading.draft).title
    return Arrived((CameIn(Path(f"{file_stem(title)[:60]}.txt" if title else "Pasted text.txt"), reading),))
