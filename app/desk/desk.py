"""The open dossier: opened, filled and let go off the window's thread, and told about as it becomes known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desk.adding import (
    Added,
    Arrived,
    add_readings,
    read_pasted,
    read_to_add,
    read_to_start,
    start_dossier,
)
from app.running.background import Background, Cancelled, Fate, Task
from app.running.leading_away import LeadsAway, at_once
from app.subjects.draft_lines import draft_line, draft_lines
from app.subjects.listing import Listing, Story, listing_of, make_sample, open_dossier, story_of
from app.subjects.sides import Side, draft_side
from app.subjects.working_lines import working_lines
from widgets.dossier.drafts import DraftRow
from widgets.dossier.working import WorkingRow

_OF_PAGES = "page", "behind", "read behind", "export", "ancestors", "ledger", "base"
_LANES = *_OF_PAGES, "story", "listing", "who", "timeline", "known"
"""What is worked out of a dossier, and wanted no more once that is closed."""
Kept = tuple[Added | None, Arrived]
"""What was kept of some files, if anything, and all that came."""


class Desk(QObject):
    """One dossier at most is open. `listed` comes with its drafts, `relisted` with those it has
    now, `learned` with what was found out about one; `returned` with files that hold changes: they are shown before
    anything of them is kept; `marked` with those, kept, that seem marked by hand. `asked` comes before anything is kept
    with all that came (Arrived) where such files join drafts: `keep` goes on with it. `left_out` says the names of
    files of which nothing was kept."""

    listed = Signal(object)
    relisted = Signal(object)
    learned = Signal(object)
    added = Signal(object)
    returned = Signal(object)
    marked = Signal(object)
    asked = Signal(object)
    left_out = Signal(object)
    closing = Signal()
    closed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.listing: Listing | None = None
        self.leave: Callable[[Callable[[], object]], object] = lambda then: then()
        """Does what takes the open dossier away, now or when its text can be left."""
        self.leading_away: Callable[[], LeadsAway] = at_once
        """Begins what shows the files that are kept."""
        self.stories: dict[str, Story] = {}
        self.who = ""
        """Who keeps what comes in."""

    @property
    def path(self) -> Path | None:
        """The file of the open dossier."""
        return self.listing.dossier.path if self.listing else None

    def draft(self, name: str) -> tuple[Callable[[], Side], str] | None:
        """What gives a draft of the open dossier, and its label; None where it has no such draft."""
        listing = self.listing
        node = listing.node(name) if listing else None
        if listing is None or node is None:
            return None
        dossier = listing.dossier
        return (lambda: draft_side(dossier, node, draft_line(node))), node.label

    def open(self, path: Path) -> None:
        """Open a dossier in place of the one that is open."""
        if self.path == path and self.listing is not None:
            self.listed.emit(self.listing)
        else:
            self._open(lambda: open_dossier(path), f"Opening {path.name}")

    def _open(self, find: Callable[[], Listing], words: str) -> None:
        self.leave(
            lambda: self._background.run(
                lambda _task: find(),
                done=self._take,
                unwanted=lambda listing: listing.dossier.close(),
                words=words,
                lane="open",
            )
        )

    def open_sample(self, path: Path) -> None:
        """Build the sample where it is not there yet, and open it."""
        self._open(lambda: open_dossier(make_sample(path)), "Opening the sample")

    def new(self, path: Path) -> None:
        """Make an empty dossier and open it."""

        def make(_task: Task[Listing]) -> Listing:
            from models.dossier import Dossier

            return listing_of(Dossier.create(path, title=path.stem))

        self.leave(
            lambda: self._background.run(
                make,
                done=self._take,
                unwanted=lambda listing: listing.dossier.unmake(),
                words=f"Making {path.name}",
                lane="open",
                pool="dossier",
            )
        )

    def start(self, folder: Path, files: Sequence[Path]) -> None:
        """Start a dossier in a folder with files, in their order.

        Where all of them hold tracked changes, the text of the first without them begins it.
        """
        self._start(folder, lambda task: read_to_start(files, _half(task)), _names(files))

    def start_with_text(self, folder: Path, formats: Mapping[str, bytes]) -> None:
        """Start a dossier with a text from the clipboard, by media type."""
        self._start(folder, lambda _task: read_pasted(formats), "the pasted text")

    def _start(self, folder: Path, read: Callable[[Task[Kept]], Arrived], words: str) -> None:
        def start(task: Task[Kept]) -> Kept:
            arrived = read(task)
            added = start_dossier(folder, arrived.plain, _half(task, 0.5), self.who)
            try:
                task.progress(1.0)
            except Cancelled:
                # Here, where one thing is done after another: what begins next may find the same dossier.
                added.listing.dossier.unmake()
                raise
            return added, arrived

        def done(kept: Kept) -> None:
            added, arrived = kept
            assert added is not None
            self._take(added.listing)
            self.added.emit(added)
            self._tell_of(arrived)

        def begin() -> None:
            before = self.path

            def unwanted(kept: Kept) -> None:
                # Given up too late it is there, and shown; where another was opened meanwhile it is let go of.
                if task.fate is Fate.TAKEN and self.path == before:
                    done(kept)
                elif kept[0] is not None:
                    kept[0].listing.dossier.close()

            task = self._background.run(
                start,
                done=done,
                unwanted=unwanted,
                lasts=lambda _kept: True,
                words=f"Reading {words}",
                lane="open",
                pool="dossier",
            )

        self.leave(begin)

    def add(self, files: Sequence[Path], lead: LeadsAway | None = None) -> None:
        """Keep files in the open dossier, each on the one before; those with tracked changes are shown first. `lead`
        where what leads away was asked for before."""
        dossier = self.listing.dossier if self.listing is not None else None
        self._add(lambda task: read_to_add(files, _half(task), dossier), _names(files), lead=lead)

    def add_text(self, formats: Mapping[str, bytes]) -> None:
        """Keep a text from the clipboard, by media type, in the open dossier."""
        self._add(lambda _task: read_pasted(formats), "the pasted text")

    def keep(self, arrived: Arrived) -> None:
        """Keep what came in the open dossier, after it was asked about."""
        self._add(lambda _task: arrived, "the files", asks=False)

    def _add(
        self,
        read: Callable[[Task[Kept]], Arrived],
        words: str,
        *,
        asks: bool = True,
        lead: LeadsAway | None = None,
    ) -> None:
        if self.listing is None:
            return
        dossier, leads = self.listing.dossier, lead or self.leading_away()

        def add(task: Task[Kept]) -> Kept:
            arrived = read(task)
            if not arrived.plain or (asks and arrived.marked and dossier.nodes()):
                return None, arrived
            return add_readings(dossier, arrived.plain, _half(task, 0.5), self.who), arrived

        def done(kept: Kept) -> None:
            added, arrived = kept
            if self.listing is None or self.listing.dossier is not dossier:
                return
            if added is None and arrived.plain:
                self.asked.emit(arrived)
                return
            if added is not None:
                # What was kept until one is led here is in the newer list.
                newer = any(added.listing.node(node.id) is None for node in self.listing.nodes)
                self._show(self.listing if newer else added.listing)
                self.added.emit(added)
            self._tell_of(arrived, marks=asks)

        self._background.run(
            add,
            done=lambda kept: leads(lambda: done(kept)),
            # Cancelled too late: the drafts are kept, so they are shown.
            unwanted=lambda kept: done(kept) if kept[0] is not None else None,
            lasts=lambda kept: kept[0] is not None,
            words=f"Reading {words}",
            pool="dossier",
        )

    def _tell_of(self, arrived: Arrived, *, marks: bool = True) -> None:
        """What came beside drafts."""
        if arrived.marked and marks:
            self.marked.emit(arrived.marked)
        if arrived.left_out:
            self.left_out.emit(arrived.left_out)
        if arrived.returned:
            self.returned.emit(arrived.returned)

    def close(self) -> None:
        """Let go of the dossier; all is saved already."""
        if self.listing is None:
            return
        dossier = self.listing.dossier
        self.closing.emit()
        self.listing, self.stories = None, {}
        for lane in _LANES:
            self._background.stop(lane)
        # In the dossier's own thread: what is being kept there is finished first.
        self._background.run(lambda _task: dossier.close(), pool="dossier")
        self.closed.emit()

    def _take(self, listing: Listing) -> None:
        self.close()
        self._show(listing)

    def show_again(self, listing: Listing) -> None:
        """The same dossier, with other drafts or working texts in it; nobody is led away from where he is."""
        if self.listing is not None and self.listing.dossier is listing.dossier:
            self.listing = listing
            self.relisted.emit(listing)
            self._tell_next()

    def look_again(self) -> None:
        """List the dossier anew: a working text has come, gone or changed."""
        listing = self.listing
        if listing is not None:
            self._background.run(
                lambda _task: listing_of(listing.dossier),
                done=self.show_again,
                lane="listing",
                pool="dossier",
            )

    def _show(self, listing: Listing) -> None:
        self.listing = listing
        self.listed.emit(listing)
        self._tell_next()

    def _tell_next(self) -> None:
        """Find out about the newest draft of which nothing is known yet, and so on."""
        listing = self.listing
        unknown = [node for node in listing.nodes if node.id not in self.stories] if listing else []
        if listing is None or not unknown:
            return
        node = unknown[0].id

        def learn(story: Story) -> None:
            if self.listing is not None and self.listing.dossier is listing.dossier:
                self.stories[node] = story
                self.learned.emit(story)
                self._tell_next()

        self._background.run(
            lambda task: story_of(listing.dossier, node, task.progress),
            done=learn,
            lane="story",
            pool="dossier",
        )

    def rows(self) -> tuple[DraftRow, ...]:
        """The drafts as the page shows them, newest first."""
        return draft_lines(self.listing, self.stories) if self.listing else ()

    def working_rows(self) -> tuple[WorkingRow, ...]:
        """The texts being written, the latest first."""
        return working_lines(self.listing) if self.listing else ()


def _half(task: Task[Kept], begun: float = 0.0) -> Callable[[float], None]:
    return lambda share: task.progress(begun + share / 2)


def _names(files: Sequence[Path]) -> str:
    return files[0].name if len(files) == 1 else f"{len(files)} files"
