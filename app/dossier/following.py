"""The window follows the open dossier: its drafts listed, added to, learned about; its recent place; and let go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.desk.adding import Added
from app.desk.desk import Desk
from app.dossier.shelf import Shelf
from app.dossier.while_away import WhileAway
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.windows import Windows
from app.subjects.draft_lines import draft_line
from app.subjects.listing import Listing, Story
from app.subjects.open_text import OpenText
from app.text.drafting import Drafting
from models.dossier import Node
from models.telling.figures import counted
from widgets.dossier.page import DossierPage
from widgets.dossier.working import recovered_notice
from widgets.shell.notices import NoticeLine

_CANNOT_BE_WRITTEN = "This dossier cannot be written where it lies, so it is open for reading only."
_FOREIGN_COMMANDS = (
    "Somebody put commands into this dossier that run whenever it is written and could change texts, so it is open for "
    "reading only."
)


class Following(QObject):
    """Hears what the desk tells. `read` shows the text of a draft by its id."""

    def __init__(
        self,
        frame: Frame,
        page: DossierPage,
        desk: Desk,
        going: Going,
        drafting: Drafting,
        shelf: Shelf,
        windows: Windows,
        read: Callable[[str], None],
    ) -> None:
        super().__init__(frame)
        self._frame, self._page, self._desk, self._going = frame, page, desk, going
        self._drafting, self._shelf, self._windows, self._read = drafting, shelf, windows, read
        self.while_away = WhileAway(frame, page.away, desk, going, shelf, drafting.writing)
        self._shown_path: Path | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._shown: Listing | None = None
        """What the window was last brought in line with, but for how far the texts being written are."""
        self._unclosed: tuple[int, NoticeLine] | None = None
        """The row of a text that was not closed, and what was said of it."""
        desk.listed.connect(self._listed)
        desk.relisted.connect(self._relisted)
        drafting.writing.journaled.connect(self._written)
        drafting.writing.opened.connect(self._taken_up)
        drafting.counted.connect(self._counted)
        desk.learned.connect(self._learned)
        desk.added.connect(self._added)
        desk.closing.connect(drafting.writing.close)
        desk.closed.connect(self._closed)

    def _listed(self, listing: Listing) -> None:
        opened = self._shown_path != listing.dossier.path
        new = opened or self._page.drafts.rows == ()
        if new:
            self._shown_path = listing.dossier.path
            self._going.start_anew()
        self._names, self._shown = names_of(listing), _but_progress(listing)
        self._page.set_writable(not listing.dossier.read_only)
        self._page.show_rows(self._desk.rows(), None if new else self._page.choice)
        self._page.show_working(self._drafting.lines())
        self._going.go(Stop("dossier"))
        if listing.dossier.read_only and new:
            self._frame.tell(
                _FOREIGN_COMMANDS if listing.dossier.has_foreign_triggers else _CANNOT_BE_WRITTEN, topic="read-only"
            )
        if opened:
            if not listing.dossier.read_only:
                self._tell_of_unclosed(listing)
            self.while_away.opened(listing)
        else:
            self.while_away.listed(listing)
        self._remember()

    def _tell_of_unclosed(self, listing: Listing) -> None:
        """A text whose window ended without closing it is one click away."""
        labels = {node.id: node.label for node in listing.nodes}
        path, comes_back = listing.dossier.path, self._windows.comes_back
        unclosed = [
            row
            for row in listing.working
            if row.changed and row.host and not row.held and not comes_back(path, row.parent, row.who)
        ]
        if unclosed and self._windows.offers(path, here=True):
            row = unclosed[0]
            at = datetime.fromisoformat(row.written)
            base = labels.get(row.parent or "", "")
            go_on = partial(self._drafting.writing.begin, row.parent, who=row.who)
            self._unclosed = row.id, self._frame.notices.show_notice(recovered_notice(base, at, go_on))

    def _taken_up(self, text: OpenText) -> None:
        """Whoever writes on in it need not be told, however he came there; what was rescued of it stays offered."""
        if self._unclosed is not None and text.row == self._unclosed[0]:
            self._frame.notices.take_away(self._unclosed[1])

    def _relisted(self, listing: Listing) -> None:
        before, self._shown = self._shown, _but_progress(listing)
        if self._shown == before and not self._in_sight():
            return  # a text was written on: that is listed again where one goes to the list, and keys wait for it here
        self._page.show_rows(self._desk.rows(), self._page.choice)
        self._page.show_working(self._drafting.lines())
        names, self._names = self._names, names_of(listing)
        otherwise = any(self._names.get(node, name) != name for node, name in names.items())
        (self._going.names_changed if otherwise else self._going.refresh)()
        self.while_away.listed(listing)
        self._remember()

    def _written(self) -> None:
        """A text that is in the file now is to be listed: where the list is seen at every writing, else at the first,
        since the list of recent dossiers is to know of it even if the window ends now."""
        listing, journaling = self._desk.listing, self._drafting.writing.journaling
        if listing is None or journaling.trouble or not journaling.written:
            return
        if self._in_sight() or (not listing.nodes and not any(row.changed for row in listing.working)):
            self._desk.look_again()

    def _in_sight(self) -> bool:
        """Whether a list is seen in which texts being written stand."""
        return self._going.place in ("start", "dossier")

    def _counted(self) -> None:
        """What was not counted yet when the texts were listed may be now."""
        if self._going.place == "dossier":
            self._page.show_working(self._drafting.lines())

    def _learned(self, story: Story) -> None:
        self._page.learn(story.node, story.summary, story.brackets, story.unmatched)
        self._going.show_status()
        if self._desk.listing and self._desk.listing.nodes[0].id == story.node:
            self._going.show_title()
            self._remember()

    def _added(self, added: Added) -> None:
        self._page.choose(added.nodes[-1].id)
        self._frame.notices.outdate("error")
        self._frame.status_bar.say(added.said)
        if added.told:
            self._frame.tell(added.told[0], " ".join(added.told[1:]), topic="kept-already")
        self._going.doubts |= {node: doubts for node, doubts in added.doubts if doubts}
        doubtful = [node for node in added.nodes if self._going.doubts.get(node.id)]
        if doubtful and len(added.nodes) > 1:
            self._frame.tell(
                "Adref was not sure of some places; look at them once",
                ", ".join(node.label for node in doubtful),
                kind="warning",
                topic="doubts",
                acts={"Look": lambda: self._read(doubtful[0].id)},
            )
        elif len(added.nodes) == 1 and (len(added.listing.nodes) == 1 or doubtful):
            self._read(added.nodes[0].id)

    def tell_of_new(self, new: Sequence[Node]) -> None:
        """Another window, or a command, kept drafts meanwhile; they are in the list already."""
        what = f"{new[0].label} was" if len(new) == 1 else f"{counted(len(new), 'draft')} were"
        self._frame.status_bar.say(f"{what} kept outside this window.", of_act=True)

    def _closed(self) -> None:
        self._going.start_anew()
        self._shown_path = None
        self._page.show_rows(())
        self._going.show_stop(self._going.history.now)

    def _remember(self) -> None:
        """Put the open dossier on the list of recent ones."""
        listing = self._desk.listing
        if listing is not None:
            self._shelf.remember(listing, self._desk.stories.get(listing.nodes[0].id) if listing.nodes else None)


def _but_progress(listing: Listing) -> Listing:
    """All of it but when each text was last written, and how much of it."""
    return replace(listing, working=tuple(replace(row, written="", count=0) for row in listing.working))


def names_of(listing: Listing) -> dict[str, tuple[str, str]]:
    """What each draft is called, by its id."""
    return {node.id: (node.label, draft_line(node)) for node in listing.nodes}
