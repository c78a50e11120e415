"""Saying otherwise what a draft is called, its date and its note, and what the dossier is called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.listing import Act, Listing, listing_of
from widgets.dossier.page import DossierPage


class Amending(QObject):
    """What was said before stays in the dossier's history; amending again undoes it."""

    def __init__(
        self,
        frame: Frame,
        page: DossierPage,
        background: Background,
        desk: Desk,
        going: Going,
    ) -> None:
        super().__init__(going)
        self._page, self._background, self._desk, self._going = page, background, desk, going
        self._top_bar, self._status_bar = frame.top_bar, frame.status_bar
        self._amended = ""
        """The id of the draft that it was said of last."""
        page.amend_given.connect(self.amend)
        page.chosen.connect(self._outdate)
        self._top_bar.title.wanted.connect(self.ask_for_title)
        self._top_bar.title.given.connect(self.rename)
        self._top_bar.title.field.left.connect(going.focus_page)

    @property
    def possible(self) -> bool:
        """Whether there is a dossier that can be written."""
        listing = self._desk.listing
        return listing is not None and not listing.dossier.read_only

    def ask(self) -> None:
        """Let the chosen draft be described otherwise, on the dossier page."""
        if self.possible and self._page.drafts.rows:
            if self._going.place != "dossier":
                self._going.go_to("dossier")
            self._page.amend()

    def ask_for_title(self) -> None:
        """Let the dossier be called otherwise, where its title stands."""
        if self.possible and self._desk.listing is not None and self._going.place != "start":
            self._top_bar.title.edit(self._desk.listing.title)

    def amend(self, node: str, facts: Mapping[str, str | None]) -> None:
        """Say facts about a draft."""

        def say(listing: Listing) -> None:
            with listing.dossier.together():
                for name, value in facts.items():
                    listing.dossier.set_fact(node, name, value)

        if facts:
            self._amended = node
            self._write(say, "Amended. What was said before stays in the history.", of_page=True)

    def _outdate(self, node: str) -> None:
        """Another draft is shown, of which it was not said."""
        if self._amended not in ("", node):
            self._amended = ""
            self._status_bar.leave_page()

    def rename(self, title: str) -> None:
        """Call the dossier otherwise."""
        self._write(lambda listing: setattr(listing.dossier, "title", title), f"The dossier is now called “{title}”.")

    def _write(self, act: Act, words: str, *, of_page: bool = False) -> None:
        listing = self._desk.listing
        if listing is None or not self.possible:
            return

        def write(_task: Task[Listing]) -> Listing:
            act(listing)
            return listing_of(listing.dossier)

        def done(fresh: Listing) -> None:
            if self._desk.listing is not None and self._desk.listing.dossier is listing.dossier:
                self._desk.show_again(fresh)
                self._status_bar.say(words, of_page=of_page)

        self._background.run(write, done=done, lane="amend", pool="dossier")
