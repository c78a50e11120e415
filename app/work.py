"""The work behind the window, as pure functions: open, list, tell, read, compare, start and add. No Qt."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.arrivals import ENDING, free_path
from app.aside import making_what_stays
from app.commands.text_file import read_text_file
from app.wording import file_stem
from models.comparison.change import Comparison, Pair
from models.dossier import Dossier, DossierReadOnly, Node
from models.dossier.working_rows import WorkingRow
from models.draft import Draft, DraftError, brackets, content_hash
from models.draft.masthead import Masthead, masthead
from models.reading.reading import Reading, ReadingWarning

if TYPE_CHECKING:
    from app.beside import Ancestor
    from models.comparison.columns import Columns
    from models.dossier.journal import Journal
    from models.editing.changes import Changes
    from models.editing.edit import Entry, Selection
    from models.editing.working import WorkingText
    from widgets.compare.arrangement import Arrangement, Shown
    from widgets.compare.row_order import RowOrder
    from widgets.text.ready import Ready, ReadyDraft

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Listing:
    """An open dossier, its drafts, newest first, and the texts being written in it."""

    dossier: Dossier
    title: str
    nodes: tuple[Node, ...]
    working: tuple[WorkingRow, ...] = ()

    def node(self, name: str) -> Node | None:
        """The node of an id, if it is here."""
        return next((node for node in self.nodes if node.id == name), None)


_SAMPLE = threading.Lock()
"""The sample may be asked for while it is being built."""

Act = Callable[[Listing], None]
"""Something done to an open dossier."""


@dataclass(frozen=True)
class Story:
    """What was found out about a draft: what changed, its brackets, and where it was negotiated."""

    node: str
    summary: str
    brackets: int
    bracketed: int
    paragraphs: int
    circumstances: str


@dataclass(frozen=True)
class Side:
    """A text that can be shown or compared: a draft of the dossier (`node`), a file (`path`, `reading`), or the working
    text as it was at a moment (`working`, its row in the dossier).

    `ready` is there where it is to be read: the draft as the page takes it.
    """

    title: str
    line: str
    draft: Draft = field(repr=False)
    node: str | None = None
    path: Path | None = None
    reading: Reading | None = field(default=None, repr=False)
    working: int | None = None
    ready: ReadyDraft | None = field(default=None, repr=False, compare=False)


@dataclass(eq=False)
class OpenText:
    """The working text that is open: its row in the dossier, the text, the journal that follows it, and its names.

    `title` is "Working text on Rev.1", `parent` the draft it stands on, `node` None: it is not kept.
    """

    row: int
    text: WorkingText
    journal: Journal
    parent: Node | None
    dossier: Dossier
    changes: Changes | None = None
    """What changed against the draft it stands on, as it is at any moment."""
    follows: OpenText | None = None
    """The working text that was kept as the draft this one stands on, where this one reads as that."""
    _ready: tuple[int, Ready] | None = field(default=None, repr=False)

    @property
    def selection(self) -> Selection | None:
        """Where the caret is, or was when the text was left: what the journal knows of it."""
        return self.journal.selection

    @selection.setter
    def selection(self, selection: Selection | None) -> None:
        self.journal.selection = selection

    @property
    def title(self) -> str:
        return f"Working text on {self.parent.label}" if self.parent else "Working text"

    @property
    def line(self) -> str:
        return ""

    @property
    def side(self) -> Side:
        """The text as it is now, to compare or export."""
        if self._side is None or self._side[0] != self.text.version:
            self._side = self.text.version, Side(self.title, "", self.text.draft(), working=self.row)
        return self._side[1]

    def make_ready(self, ready: Ready) -> None:
        """It is ready to be shown as it is now."""
        self._ready = self.text.version, ready

    def take_ready(self) -> Ready | None:
        """What makes it ready, for the one who shows it; None where it was written on since."""
        version, ready = self._ready or (-1, None)
        self._ready = None
        return ready if version == self.text.version else None

    _side: tuple[int, Side] | None = field(default=None, repr=False)


def open_text(dossier: Dossier, parent: str | None, who: str = "", kept: OpenText | None = None) -> OpenText:
    """The working text on a draft: begun, or taken up where it was left. Errors: those of the dossier.

    `kept` is the working text that has just become that draft.
    """
    from models.dossier.journal import Journal
    from models.editing.changes import Changes
    from models.editing.working import WorkingText
    from widgets.text.ready import ready
    from widgets.text.shown import ShownWorking

    row = dossier.begin_working(parent, who=who)
    dossier.hold_working(row.id)
    with making_what_stays():
        found = dossier.recover(row.id)
        text = WorkingText(found.base, state=found.state)
        # Numbers and notes are worked out here, for the window to have them at hand.
        text.cited()
        if text.entries:
            text.label(len(text.entries) - 1)
        changes = Changes(text)
        _ = changes.totals
        shown = ready(ShownWorking(text))
    node = dossier.node(parent) if parent else None
    journal = Journal(dossier, row.id, text, found.selection)
    opened = OpenText(row.id, text, journal, node, dossier, changes)
    opened.make_ready(shown)
    opened.follows = kept if kept is not None and _read_alike(kept.text, text) else None
    return opened


def _read_alike(one: WorkingText, two: WorkingText) -> bool:
    """Whether two texts show the same paragraphs and notes."""
    return (
        [entry.paragraph for entry in one.entries] == [entry.paragraph for entry in two.entries]
        and [one.number(at) for at in range(len(one.entries))] == [two.number(at) for at in range(len(two.entries))]
        and {note: one.mark(note) for note in one.cited()} == {note: two.mark(note) for note in two.cited()}
        and all(one.notes[note].runs == two.notes[note].runs for note in one.cited() if note in one.notes)
    )


@dataclass(frozen=True)
class Compared:
    """Two sides and what changed between them; `arranged` is the comparison as the page takes it."""

    old: Side
    new: Side
    comparison: Comparison = field(repr=False)
    arranged: Arrangement | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class InColumns:
    """Texts in columns, in time, and what changed from each to the next; `order` is that as the page takes it."""

    sides: tuple[Side, ...]
    columns: Columns = field(repr=False)
    order: RowOrder | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Added:
    """Files that were kept: the drafts, and what reading each of them was not sure of, by id.

    `before` is how many drafts the dossier had.
    """

    listing: Listing
    before: int
    nodes: tuple[Node, ...]
    doubts: tuple[tuple[str, tuple[ReadingWarning, ...]], ...]


def open_dossier(path: Path) -> Listing:
    """Open a dossier, for reading only where it cannot be written."""
    try:
        dossier = Dossier.open(path)
    except DossierReadOnly:
        dossier = Dossier.open(path, read_only=True)
    try:
        return listing(dossier)
    except BaseException:
        dossier.close()
        raise


def listing(dossier: Dossier) -> Listing:
    """The dossier as it is now."""
    return Listing(dossier, dossier.title, tuple(reversed(dossier.nodes())), dossier.working_texts())


def story(dossier: Dossier, node: str, progress: Progress) -> Story:
    """What changed at a step, and the brackets of its text."""
    from models.dossier.story import step_line

    summary = step_line(dossier, node, progress)
    draft = dossier.draft(node)
    found = brackets(draft)
    places = {place[0] for bracket in found for place in (bracket.start, bracket.end) if place is not None}
    return Story(node, summary, len(found), len(places), len(draft.paragraphs), circumstances(masthead(draft)))


def circumstances(head: Masthead) -> str:
    """ "Second Committee, 58th session" of a masthead."""
    session = f"{head.session}{_ordinal(head.session)} session" if head.session else ""
    return ", ".join(part for part in (head.committee or head.organ or "", session) if part)


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def draft_side(dossier: Dossier, node: Node, line: str) -> Side:
    """A draft of the dossier, to show or compare."""
    return Side(node.label, line, dossier.draft(node.id), node=node.id)


def side_to_read(dossier: Dossier, node: Node, line: str) -> Side:
    """A draft of the dossier, ready to be read: its labels, brackets and counts are known."""
    from widgets.text.ready import ready_draft

    with making_what_stays():
        side = draft_side(dossier, node, line)
        return replace(side, ready=ready_draft(side.draft))


def read(path: Path) -> Reading:
    """Read a file. Errors: CannotRead, whose sentence names the file."""
    return read_text_file(path, name=path.name)


def file_side(path: Path) -> Side:
    """A file, to show or compare."""
    reading = read(path)
    symbol = masthead(reading.draft).symbol
    return Side(symbol or path.stem, path.name if symbol else "", reading.draft, path=path, reading=reading)


def compare_sides(old: Side, new: Side, dossier: Dossier | None, progress: Progress) -> Compared:
    """Compare two sides; what a dossier knows of two of its drafts counts."""
    if dossier and old.node and new.node:
        comparison = dossier.compared(old.node, new.node, progress, (old.draft, new.draft))
    else:
        from models.comparison.compare import compare

        comparison = compare(old.draft, new.draft, progress=progress)
    return Compared(old, new, comparison)


def compare_to_show(
    old: Side, new: Side, dossier: Dossier | None, progress: Progress, shown: Shown | None = None
) -> Compared:
    """The same, ready to be shown: what the page asks of it is worked out; `shown` is what it shows of changes."""
    from widgets.compare.arrangement import Arrangement

    with making_what_stays():
        found = compare_sides(old, new, dossier, progress)
        return replace(found, arranged=Arrangement(found.comparison).made_ready(shown))


def columns_to_show(sides: Sequence[Side], comparisons: Sequence[Comparison]) -> InColumns:
    """Texts that are compared each with the next, in columns, ready to be shown."""
    from models.comparison.columns import in_columns
    from widgets.compare.row_order import RowOrder

    with making_what_stays():
        columns = in_columns(comparisons)
        return InColumns(tuple(sides), columns, RowOrder(columns).made_ready())


def lay_in_columns(reads: Sequence[Callable[[], Side]], dossier: Dossier | None, progress: Progress) -> InColumns:
    """Read texts and compare each with the next; what a dossier knows of them counts."""
    from itertools import pairwise

    sides = [read() for read in reads]
    steps = len(sides) - 1
    comparisons = []
    for number, (old, new) in enumerate(pairwise(sides)):

        def told(share: float, number: int = number) -> None:
            progress((number + share) / steps)

        comparisons.append(compare_sides(old, new, dossier, told).comparison)
    return columns_to_show(sides, comparisons)


def told_apart(old: Side, new: Side) -> tuple[Side, Side]:
    """Two sides with names of their own: drafts of one document carry one symbol, and then their files name them."""
    if old.title != new.title:
        return old, new
    named = [replace(side, title=side.path.stem, line=side.title) if side.path else side for side in (old, new)]
    return named[0], named[1]


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
    return Added(listing(dossier), before, nodes, doubts)


def read_files(paths: Sequence[Path], progress: Progress) -> list[tuple[Reading, str]]:
    """Read files in order; the first that cannot be read stops all, and says which it is."""
    readings = []
    for number, path in enumerate(paths):
        progress(number / len(paths))
        readings.append((read(path), path.name))
    return readings


def read_pasted(text: str) -> list[tuple[Reading, str]]:
    """A text from the clipboard, named by its title."""
    from models.reading.read import read_text

    reading = read_text(text, "The pasted text")
    title = masthead(reading.draft).title
    return [(reading, f"{file_stem(title)[:60]}.txt" if title else "Pasted text.txt")]


def make_sample(path: Path) -> Path:
    """The sample dossier, built where it is not there yet."""
    from models.sample import build_sample

    with _SAMPLE:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            build_sample(path)
    return path


@dataclass(frozen=True)
class Restored:
    """An older draft, and its paragraphs as entries of the working text, each with where it came from."""

    draft: Draft = field(repr=False)
    entries: Sequence[Entry] = field(repr=False, default=())


def restored(dossier: Dossier, base: Draft, parent: str | None, node: str) -> Restored:
    """What is needed to make the working text on `parent` read as the draft `node` does."""
    from models.comparison.compare import compare
    from models.editing.restoring import entries_from

    draft = dossier.draft(node)
    comparison = dossier.compared(parent, node, drafts=(base, draft)) if parent else compare(base, draft)
    pairs = tuple(Pair(old, new) for change in comparison.changes for old in change.old for new in change.new)
    with making_what_stays():
        return Restored(draft, entries_from(draft, pairs))


_MOST_ANCESTORS = 12


def ancestors(dossier: Dossier, node: str, progress: Progress) -> tuple[Ancestor, ...]:
    """The draft `node` and those before it, oldest first, with where each of its paragraphs stood in them."""
    from app.beside import Ancestor, day_of
    from models.draft import labels

    nodes = {one.id: one for one in dossier.nodes()}
    line: list[str] = []
    waiting = [node]
    while waiting and len(line) < _MOST_ANCESTORS:
        one = waiting.pop(0)
        if one in nodes and one not in line:
            line.append(one)
            waiting += nodes[one].parents[:1]
    found = []
    for number, one in enumerate(line):
        progress(number / len(line))
        draft = dossier.draft(one)
        if one == node:
            stood = {at: at for at in range(len(draft.paragraphs))}
        else:
            stood = {edge.new: edge.old for edge in reversed(dossier.composed_edges(one, node))}
        texts = tuple(paragraph.text for paragraph in draft.paragraphs)
        found.append(Ancestor(one, nodes[one].label, day_of(nodes[one].date), stood, labels(draft), texts))
    return tuple(reversed(found))
