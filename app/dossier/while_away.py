"""What others kept while the user was away stands on the dossier page until it is seen, also after a restart."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.dossier.seen import Away, away_words, kept_since
from app.dossier.shelf import Shelf
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.listing import Listing
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.text.writing import Writing
from widgets.dossier.away import AwayLine

_TOPIC = "away"


class WhileAway(QObject):
    """A draft is seen once it was read or compared, or the line was answered; whoever keeps one has seen it."""

    def __init__(self, frame: Frame, line: AwayLine, desk: Desk, going: Going, shelf: Shelf, writing: Writing) -> None:
        super().__init__(frame)
        self._frame, self._line, self._desk, self._going = frame, line, desk, going
        self._shelf, self._writing = shelf, writing
        self._away: Away | None = None
        self._known = frozenset[str]()
        self._looks = self._remind = False
        line.seen.connect(self._put_aside)
        line.compare_asked.connect(lambda _old, _new: self._told(None))
        going.gone.connect(self._gone)
        desk.closed.connect(lambda: self._show(None))

    def opened(self, listing: Listing) -> None:
        """A dossier is opened."""
        self._show(None)
        self._looks, self._known = True, frozenset(node.id for node in listing.nodes)

        def told(away: Away | None) -> None:
            now = self._desk.listing
            if now is not None and now.dossier is listing.dossier:
                self._looks = False
                self._show(away)
                if now is not listing:
                    self.listed(now)
                self._tell_there()

        self._shelf.look(listing, self._writing.who, told)

    def listed(self, listing: Listing) -> None:
        """The open dossier has other drafts: those that come under another's name are to be seen yet."""
        if self._looks:
            return
        who = self._writing.who
        new = [node.id for node in listing.nodes if node.id not in self._known]
        self._known = frozenset(node.id for node in listing.nodes)
        others = {node.id for node in listing.nodes if node.id in new and who and node.kept_by not in ("", who)}
        self._see(listing, self._unseen | others)

    def remind(self) -> None:
        """The window comes back on another page than the line stands on: it is told there, too."""
        self._remind = True
        if not self._looks:
            self._tell_there()

    def _tell_there(self) -> None:
        # Of what is kept from now on the window was not away.
        reminds, self._remind, away = self._remind, False, self._away
        if away is None or not reminds or self._going.place == "dossier":
            return
        acts = {}
        if (old := away.old) is not None:
            acts["What changed"] = lambda: self._line.compare_asked.emit(old.id, away.new[0].id)
        self._frame.tell(away_words(away), topic=_TOPIC, acts=acts)

    @property
    def _unseen(self) -> frozenset[str]:
        return frozenset(node.id for node in self._away.new) if self._away else frozenset()

    def _put_aside(self) -> None:
        self._going.focus_page()  # before the button that has the keyboard is hidden
        self._told(None)

    def _gone(self) -> None:
        """What is shown is seen; on the dossier page the line stands alone."""
        going = self._going
        if going.place == "dossier":
            self._frame.notices.clear(_TOPIC)
        sides: tuple[object, ...] = (going.shown,) if going.place == "text" else ()
        if going.place == "compare" and going.columned is not None:
            sides = going.columned.sides
        elif going.place == "compare" and going.compared is not None:
            sides = (going.compared.old, going.compared.new)
        shown = {node for side in sides if (node := _draft_of(side)) is not None}
        if self._desk.listing is not None and not self._unseen.isdisjoint(shown):
            self._see(self._desk.listing, self._unseen - shown)

    def _see(self, listing: Listing, unseen: frozenset[str]) -> None:
        seen = {node.id for node in listing.nodes} - unseen
        self._told(kept_since(listing.nodes, seen, self._writing.who))

    def _told(self, away: Away | None) -> None:
        """This is what is to be seen yet."""
        self._show(away)
        if self._desk.listing is not None:
            self._shelf.see(self._desk.listing, self._unseen)

    def _show(self, away: Away | None) -> None:
        self._away = away
        if away is None:
            self._line.show_away("", None)
            self._frame.notices.clear(_TOPIC)
            return
        between = (away.old.id, away.new[0].id) if away.old is not None else None
        self._line.show_away(away_words(away), between)


def _draft_of(side: object) -> str | None:
    """The draft that is shown, or that what is written stands on."""
    if isinstance(side, OpenText):
        return side.parent.id if side.parent is not None else None
    return side.node if isinstance(side, Side) else None
