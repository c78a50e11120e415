"""What lay on the pages of a window is there again: the page that was in front first, and what lay behind that."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.compare.comparing import Comparing, Other
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.windows import Open
from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns, compare_to_show, lay_in_columns
from app.subjects.draft_lines import draft_line
from app.subjects.ledger_of import LedgerOf
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side, at_hand, side_to_read, told_apart
from app.subjects.three_sides import ThreeSides
from app.text.writing import Writing
from app.window.reader_on_pages import ReaderOnPages
from app.window.still_there import (
    WORKING,
    There,
    files_of,
    ground_of,
    look_whether_there,
    within,
    words_of_lost,
)
from models.editing.edit import Selection

_PATIENCE = 1_000
"""Milliseconds from the end of what was to lead to a page until it is taken to lead nowhere; a merge makes its page
first."""
Found = tuple[InColumns | None, Compared]
"""Drafts in columns, if it was these, and the two texts compared, or the first and the last of them."""


class OpeningAgain(QObject):
    """`shows` shows a page that is neither text nor comparison, by its name, as it was; `changed()` when
    something else lies behind the page in front, `gone(sentence)` of files that are there no more."""

    changed = Signal()
    gone = Signal(str)

    def __init__(
        self,
        background: Background,
        desk: Desk,
        going: Going,
        writing: Writing,
        comparing: Comparing,
        reader: ReaderOnPages,
        shows: Mapping[str, Callable[[Open], object]],
    ) -> None:
        super().__init__(going)
        self._background, self._desk, self._going = background, desk, going
        self._writing, self._comparing, self._reader, self._shows = writing, comparing, reader, shows
        self._coming: Open | None = None
        """What is being opened, until it is there."""
        self._from: Stop | None = None
        """Where the user is until the page in front has come."""
        self._arrives: Callable[[], object] | None = None
        """What is done once it has."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._give_up)
        going.gone.connect(self._arrive)
        background.ended.connect(self._wait_on)
        desk.closed.connect(self._let_go)

    def open(self, was: Open, shown: Callable[[], object]) -> None:
        """Open what was open in the dossier that is listed, or without any; `shown` is done once another page than its
        own is there."""
        self._reader.size_as_it_was(was)
        if self._desk.listing is not None:
            self._reader.choose(was)
        self._coming, self._from = was, self._going.history.now
        if not (files := files_of(was)):
            self._open_what_is_there(was, shown, frozenset())
            return

        def seen(there: There) -> None:
            if self._coming is was:
                if lost := words_of_lost(there):
                    self.gone.emit(lost)
                self._open_what_is_there(was, shown, [name for name in files if there[name]])

        look = self._background.look_at
        look(lambda: look_whether_there(files), seen, "again", "Looking whether the files are there")

    def _open_what_is_there(self, was: Open, shown: Callable[[], object], files: Collection[str]) -> None:
        listing = self._desk.listing
        was, here = within(was, listing, files), self._from
        self._coming = was

        def front() -> None:
            # Whoever went elsewhere until the text is there is not led away from that.
            if self._going.history.now is here or self._going.writes:
                self._open_front(was, shown)
            else:
                self._coming = None

        if was.writes and listing is not None:
            ground, who = ground_of(was, listing)
            behind, begin = was.place != "text" or bool(was.read), self._writing.begin
            begin(ground, lambda _text: front(), who=who, behind=behind, as_left=not behind, otherwise=front)
        else:
            front()

    def with_what_comes(self, now: Open) -> Open:
        """What is open now, and what is still being opened: a window that ends meanwhile comes back with that too."""
        coming = self._coming
        if coming is None:
            return now
        if self._going.history.now is self._from:
            return replace(coming, dossier=now.dossier, shape=now.shape)
        if not now.read and not self._going.writes:
            now = replace(now, read=coming.read, read_at=coming.read_at)
        if now.compared:
            return now
        at, chosen, inline = coming.compared_at, coming.compared_chosen, coming.inline
        return replace(now, compared=coming.compared, compared_at=at, compared_chosen=chosen, inline=inline)

    # The page in front

    def _open_front(self, was: Open, shown: Callable[[], object]) -> None:
        going = self._going
        self._reader.set_beside(was)

        def there() -> None:
            if going.place == was.place:
                self._reader.stand_in_front(was)
            if was.place != "dossier":
                shown()
            self.changed.emit()
            self._open_behind(was)

        def arrives() -> None:
            if going.place != was.place:
                self._background.stop("page")  # whoever went elsewhere until it came is not led away from that
            there()

        if was.place == "dossier" or going.writes:
            there()
            return
        self._arrives = arrives
        self._patience.start()
        if was.place == "compare":
            self._compare(was, "page", self._go_to)
        elif was.place == "text" and was.read:
            going.read_wanted.emit(was.read)
        elif was.place in self._shows:
            self._shows[was.place](was)

    def _arrive(self) -> None:
        """Another page is there."""
        arrives, self._arrives = self._arrives, None
        self._patience.stop()
        if arrives is not None:
            arrives()

    def _wait_on(self, task: Task[Any]) -> None:
        """The work that was to lead to the page in front may have ended without leading anywhere."""
        if self._arrives is not None and task.lane == "page":
            self._patience.start()

    def _give_up(self) -> None:
        """Nothing leads to the page in front any more; where the user goes next is his own way."""
        if any(task.lane == "page" for task in self._background.tasks):
            return
        self._arrives = None
        if self._coming is not None:
            self._open_behind(self._coming)

    def _let_go(self) -> None:
        """With the dossier what was to come of it is closed."""
        self._coming = self._arrives = None

    def _open_behind(self, was: Open) -> None:
        """What lay behind the page in front is there to be gone back to: a draft that was read, and the comparison."""
        listing = self._desk.listing
        node = listing.node(was.read) if listing is not None else None
        if listing is None or node is None or self._going.place == "text" or self._going.shown is not None:
            self._compare_behind(was)
            return

        def read(side: Side) -> None:
            if self._desk.listing is not None and self._desk.listing.dossier is listing.dossier:
                if self._going.place != "text" and self._going.shown is None:
                    at = Selection.at(was.read_at) if was.read_at >= 0 else None
                    self._going.lie_behind(Stop("text", side, at))
                self._compare_behind(was)

        def failed(error: Exception) -> None:
            self._background.report.noted(error)
            self._compare_behind(was)

        self._background.run(
            lambda _task: side_to_read(listing.dossier, node, draft_line(node)),
            done=read,
            failed=failed,
            lane="read behind",
        )

    def _compare_behind(self, was: Open) -> None:
        if not was.compared or self._going.place == "compare" or not self._compare(was, "behind", self._lay_behind):
            self._coming = None

    def _compare(self, was: Open, lane: str, then: Callable[[Found], None]) -> bool:
        """Compare the texts that were compared; whether they are there."""
        listing, alone = self._desk.listing, self._comparing.alone
        others: list[Other] = []
        for one in was.compared:
            working = self._going.working if one == WORKING else None
            others.append(working or (Path(one) if Path(one).is_absolute() else one))
        found = [text for other in others if (text := self._comparing.found(other)) is not None]
        if len(found) < max(2, len(others)):
            return False
        dossier, reads = listing.dossier if listing is not None else None, [read for read, _ in found]
        self._comparing.begun.emit()

        def compare(task: Task[Found]) -> Found:
            sides = [read() for read in reads]
            columns = None
            if len(sides) > 2:
                columns = lay_in_columns([at_hand(side) for side in sides], dossier, task.progress, alone)
                sides = list(columns.sides)
            old, new = told_apart(sides[0], sides[-1]) if columns is None else (sides[0], sides[-1])
            return columns, compare_to_show(old, new, dossier, task.progress, alone=alone)

        def done(both: Found) -> None:
            here = self._desk.listing.dossier if self._desk.listing is not None else None
            if here is dossier:
                then(both)

        def failed(error: Exception) -> None:
            self._let_go()
            self._background.report.trouble(error)

        words = f"Comparing {found[0][1]} with {found[-1][1]}" if lane == "page" else ""  # of that nobody waits for
        self._background.run(compare, done=done, failed=failed, words=words, lane=lane)
        return True

    def _go_to(self, found: Found) -> None:
        columns, both = found
        if columns is not None:
            self._going.compared = both
        self._going.go(Stop("compare", columns or both))

    def _lay_behind(self, found: Found) -> None:
        was, self._coming = self._coming, None
        columns, both = found
        if self._going.compared is None:
            if columns is not None:
                self._going.compared = both
            self._going.lie_behind(Stop("compare", columns or both))
            if was is not None:
                self._reader.stand_in_comparison(was)
            self.changed.emit()


def lies_on(going: Going) -> Open:
    """What the pages show, by names under which it is found again."""
    shown, text, both, columns = going.shown, going.working, going.compared, going.columned
    sides = columns.sides if columns is not None else (both.old, both.new) if both is not None else ()
    now, subject = Open(place=going.place, compared=_names(sides, text)), going.history.now.subject
    if text is not None:
        now = replace(now, writes=True, who=text.who, draft=text.parent.id if text.parent is not None else "")
    if isinstance(shown, Side):
        now = replace(now, read=shown.node or "")
    match subject:
        case ThreeSides(ours=ours, theirs=theirs, base=base):
            return replace(now, texts=_names((ours, theirs, base), text))
        case LineOf(view=view):
            return replace(now, texts=[view.node], paragraph=view.position)
        case LedgerOf(node=node):
            return replace(now, texts=[node])
        case CameBack(files=files, at=at):
            names = [one.kept.blob if one.kept is not None else str(one.path.absolute()) for one in files]
            return replace(now, texts=names, shown=at)
    return now


def _names(sides: Sequence[Side], text: OpenText | None) -> list[str]:
    names = [_name(side, text) for side in sides]
    return names if all(names) else []


def _name(side: Side, text: OpenText | None) -> str:
    if side.working is not None:
        return WORKING if text is not None and side.working == text.row else ""  # another window writes others
    return side.node or (str(side.path.absolute()) if side.path is not None else "")
