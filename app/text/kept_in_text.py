"""A kept draft comes to the text: read at one of its paragraphs, or as what the working text is to read as."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.going import Going
from app.shell.pages import Pages
from app.subjects.open_text import OpenText
from app.subjects.sides import Side, side_to_read
from app.text.restoring import Restored
from app.text.said_of_acts import SaidOfActs
from app.text.writing import Writing
from app.wording import short_days
from models.editing.acts.restoring import restore
from models.editing.acts.words_at import words_at
from models.editing.edit import Selection


class KeptInText(QObject):
    """Fetched off the window's thread; restoring is one step of the working text."""

    def __init__(
        self,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        writing: Writing,
        said: SaidOfActs,
    ) -> None:
        super().__init__(going)
        self._sheet, self._page = pages.text.sheet, pages.dossier
        self._background, self._desk, self._going = background, desk, going
        self._writing, self._said = writing, said

    def restore_shown(self) -> None:
        """Restore the draft that is read or chosen."""
        node, shown = self._page.choice, self._going.shown
        if self._going.place == "text":
            node = shown.node if isinstance(shown, Side) else None
        if node is not None:
            self.restore(node)

    def restore(self, node: str) -> None:
        """Let the working text read as a draft does, as one step; begun on the newest draft where none is open."""
        listing = self._desk.listing
        if listing is None or not listing.nodes:
            return

        def let_read(text: OpenText, found: Restored) -> None:
            if self._sheet.working is not text.text:
                self._going.show_working(text)
            label = next((one.label for one in listing.nodes if one.id == node), "")
            self._sheet.do_over_all(
                lambda working, selection: restore(working, found.draft, found.entries, selection),
                then=lambda _none: self._said.say(f"The working text reads as {label} now"),
            )

        if self._writing.open is not None:
            self._going.show_working(self._writing.open)
            self._writing.restore(node, let_read)
        else:
            self._writing.begin(listing.nodes[0].id, lambda _text: self._writing.restore(node, let_read))

    def go_to(self, node: str, position: int, words: str = "") -> None:
        """Show a draft at one of its paragraphs, and there at words that were looked for."""
        listing = self._desk.listing
        found = listing.node(node) if listing else None
        if listing is None or found is None:
            return

        def show(side: Side) -> None:
            there = position < len(side.draft.paragraphs)
            found = words_at(side.draft.paragraphs[position], position, words) if there else Selection.at(position)
            self._going.show_side(side, found)

        self._background.run(
            lambda _task: side_to_read(listing.dossier, found, short_days([found.date])[0]),
            done=show,
            words=f"Reading {found.label}",
            lane="page",
        )
