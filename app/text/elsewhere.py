"""A text that another window writes, or none can: it is read here as it was last."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from app.running.what_stays import making_what_stays
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.subjects.listing import Listing
from app.subjects.sides import Side
from app.text.writing import Writing
from models.dossier import Dossier, WorkingRow
from widgets.dossier.telling import clock_words
from widgets.paper.direction import apart
from widgets.writing.sheet import WritingSheet

_OVER = "written no longer"


class Elsewhere(QObject):
    """Fetches the text off the window's thread, and again where the window comes to the front."""

    def __init__(
        self, frame: Frame, background: Background, desk: Desk, going: Going, writing: Writing, sheet: WritingSheet
    ) -> None:
        super().__init__(frame)
        self._frame, self._background, self._sheet = frame, background, sheet
        self._desk, self._going, self._writing = desk, going, writing
        self._read: tuple[WorkingRow, Side] | None = None
        """The text that was read last, as its row was."""
        self._drafts: frozenset[str] = frozenset()
        """Those there were while it was written: what it is kept as is none of them."""
        self._asked: str | None = None
        """The draft on which a text was to be written that another window writes."""
        writing.held.connect(self._held)
        # Whoever has opened something since, a text of his own too, is told of it no longer.
        for topic in ("held", _OVER):
            going.gone.connect(partial(frame.notices.clear, topic))
        desk.relisted.connect(self._relisted)

    def _held(self, sentence: str, parent: str | None) -> None:
        self._asked = parent
        self._frame.tell(
            sentence,
            kind="warning",
            topic="held",
            acts={
                "Read it": lambda: self._read_on(parent),
                "Begin one of my own": lambda: self._writing.begin(parent, anew=True),
            },
        )

    def _read_on(self, parent: str | None) -> None:
        """Read what is written on a draft: the list may not know of it yet."""
        listing = self._desk.listing
        if listing is None:
            return
        dossier = listing.dossier

        def done(rows: tuple[WorkingRow, ...]) -> None:
            row = next((one for one in rows if one.parent == parent and one.held), None)
            if row is None:
                self._writing.begin(parent)  # it was let go meanwhile
            else:
                self.read(row)

        self._background.run(lambda _task: dossier.working_texts(), done=done, pool="dossier")

    def read(self, row: WorkingRow, *, again: bool = False) -> None:
        """Show the text of a row as it was written last; `again`, the page stays where the reader is."""
        listing = self._desk.listing
        if listing is None:
            return
        dossier, node = listing.dossier, listing.node(row.parent or "")

        def show(side: Side) -> None:
            self._read, self._drafts = (row, side), frozenset(one.id for one in listing.nodes)
            if again:
                self._show_again(side)
            else:
                self._going.show_side(side)

        self._background.run(
            lambda _task: _side(dossier, row, node.label if node else ""),
            done=show,
            words="Reading the working text",
            lane="page",
        )

    def _relisted(self, listing: Listing) -> None:
        if not any(row.held and row.parent == self._asked for row in listing.working):
            self._frame.notices.clear("held")  # nobody writes it any more
        self._look_again()

    def _look_again(self) -> None:
        """What is read here may have been written on."""
        listing, shown = self._desk.listing, self._going.shown
        if listing is None or self._read is None or self._read[1] is not shown or self._going.place != "text":
            return
        was, side = self._read
        row = next((one for one in listing.working if one.id == was.id), None)
        if row is None:
            self._read = None
            self._tell_over(was, side, listing)
            return
        self._drafts = frozenset(one.id for one in listing.nodes)
        if (row.written, row.held) != (was.written, was.held):
            self.read(row, again=True)

    def _show_again(self, side: Side) -> None:
        stop = Stop("text", side, self._sheet.selection())
        self._going.history.replace(stop)
        self._going.show_stop(stop)

    def _tell_over(self, was: WorkingRow, side: Side, listing: Listing) -> None:
        """Whoever wrote the text has done with it; what is read stays, as it was last."""
        self._show_again(replace(side, line=f"no longer written, {_as_of(was)}"))
        stands_on = (was.parent,) if was.parent else ()
        new = (one for one in listing.nodes if one.id not in self._drafts)
        kept = next((one for one in new if one.parents[:1] == stands_on), None)
        became = f"kept as “{apart(kept.label)}”" if kept is not None else "thrown away"
        act = {"Read the draft": lambda: self._going.read_wanted.emit(kept.id)} if kept is not None else None
        self._frame.tell(
            f"This text was {became} in another window.", "Here it is as it was last.", topic=_OVER, acts=act
        )


def _side(dossier: Dossier, row: WorkingRow, label: str) -> Side:
    from models.editing.lineage import edges
    from models.editing.working import WorkingText
    from widgets.text.ready import ready_draft

    with making_what_stays():
        found = dossier.recover(row.id)
        text = WorkingText(found.base, state=found.state, remembered=found.remembered)
        draft = text.draft()
        title = f"Working text on {label}" if label else "New text"
        line = f"{'in another window, ' if row.held else ''}{_as_of(row)}"
        side = Side(title, line, draft, upon=row.parent, lineage=edges(text))
        return replace(side, ready=ready_draft(draft))


def _as_of(row: WorkingRow) -> str:
    return f"as of {clock_words(datetime.fromisoformat(row.written), seconds=True)}"
