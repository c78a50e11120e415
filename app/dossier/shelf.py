"""The list of recent dossiers: kept in a file, read and written off the window's thread, shown on the start page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.dossier.recents import Recents, dossier_row, recent_of
from app.dossier.seen import Away, Seen
from app.running.background import Background, Task
from app.subjects.listing import Listing, Story
from widgets.start.dossiers import DossierRow


class Shelf(QObject):
    """`shown` comes with the rows of the list, latest first, whenever it was read."""

    shown = Signal(object)

    def __init__(self, background: Background, recents: Recents, sample: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._recents, self._sample = background, recents, sample
        self._seen = Seen(recents.file.with_name("seen.json"))
        self._asked = self._shown = 0

    def show(self) -> None:
        """Read the list."""
        self._then_show(lambda: None)

    def remember(self, listing: Listing, story: Story | None) -> None:
        """Put an open dossier first."""
        recent = recent_of(listing, story)
        self._then_show(lambda: self._recents.add(recent), in_turn=True)

    def look(self, listing: Listing, who: str, told: Callable[[Away | None], None]) -> None:
        """What others kept in a dossier that is opened since it was seen here by the user, who is called so."""
        path, nodes = listing.dossier.path.absolute(), listing.nodes
        # In turn with all that is done to the dossier: what looks again may not look before what looked first.
        self._background.run(lambda _task: self._seen.away(path, nodes, who), done=told, pool="dossier")

    def see(self, listing: Listing, unseen: Collection[str]) -> None:
        """All drafts of the open dossier are seen now but those `unseen`."""
        path, nodes = listing.dossier.path.absolute(), listing.nodes
        self._background.run(lambda _task: self._seen.see(path, nodes, unseen), pool="dossier")

    def forget(self, path: str) -> None:
        """Take a dossier off the list; its file stays."""
        self._then_show(lambda: self._recents.remove(path))

    def _then_show(self, act: Callable[[], None], *, in_turn: bool = False) -> None:
        def rows(_task: Task[list[DossierRow]]) -> list[DossierRow]:
            act()
            found = self._recents.read()
            # The sample has its own row on the start page.
            return [dossier_row(one) for one in found if Path(one.path) != self._sample.absolute()]

        self._asked += 1
        asked = self._asked

        def done(found: list[DossierRow]) -> None:
            # What was asked for earlier may come later, and is older.
            if asked > self._shown:
                self._shown = asked
                self.shown.emit(found)

        self._background.run(rows, done=done, pool="dossier" if in_turn else "work")
