"""Where the user has been in the window: back and forward. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns
from app.subjects.ledger_of import LedgerOf
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.subjects.three_sides import ThreeSides
from models.editing.edit import Selection


@dataclass(frozen=True)
class Stop:
    """A page and what it showed: texts, a comparison, a merge, a lineage, files that came back, a ledger.

    `at` is where the caret was.
    """

    place: str
    subject: Side | OpenText | Compared | InColumns | ThreeSides | LineOf | CameBack | LedgerOf | None = None
    at: Selection | None = None

    def same(self, other: Stop) -> bool:
        """Whether both show the same; a place in a text that is not said is any."""
        here = other.at is None or self.at == other.at
        return (self.place, self.subject) == (other.place, other.subject) and here

    @property
    def texts(self) -> tuple[Side, ...]:
        """The texts that are held for what it showed."""
        match self.subject:
            case Side() as side:
                return (side,)
            case Compared(old=old, new=new):
                return (old, new)
            case InColumns(sides=sides):
                return sides
            case ThreeSides(base=base, ours=ours, theirs=theirs):
                return (base, ours, theirs)
        return ()


class History:
    """Stops in order, and which one is now. The oldest are forgotten: of more than fifty, or of very much text."""

    _MOST = 50
    _MOST_PARAGRAPHS = 50_000
    """What they may hold together, but for the last two; a comparison of two texts of 4,000 takes 16 MB."""

    def __init__(self) -> None:
        self._stops = [Stop("start")]
        self._now = 0

    @property
    def now(self) -> Stop:
        """Where the user is."""
        return self._stops[self._now]

    def go(self, stop: Stop) -> None:
        """Go on to a stop; what lay ahead is forgotten. The same place with nothing new is no new stop."""
        if self.now.same(stop):
            return
        self._stops = [*self._stops[: self._now + 1], stop][-self._MOST :]
        while len(self._stops) > 2 and self._paragraphs() > self._MOST_PARAGRAPHS:
            del self._stops[0]
        self._now = len(self._stops) - 1

    def _paragraphs(self) -> int:
        """How many paragraphs the stops hold; what several of them show is held once."""
        shown = {id(stop.subject): stop.texts for stop in self._stops}
        return sum(len(side.draft.paragraphs) for texts in shown.values() for side in texts)

    def put_behind(self, stop: Stop) -> None:
        """Have a stop between this one and those before it, as if one had come from there."""
        self._stops.insert(self._now, stop)
        self._now += 1

    def replace(self, stop: Stop) -> None:
        """Be somewhere else without having gone there."""
        self._stops[self._now] = stop

    def drop(self, subject: object) -> None:
        """What a stop showed is there no more: such stops become the dossier page."""
        self._stops = [
            Stop("dossier") if subject is not None and stop.subject is subject else stop for stop in self._stops
        ]

    def swap(self, old: object, new: OpenText) -> None:
        """One working text stands where another stood."""
        self._stops = [Stop(stop.place, new) if stop.subject is old else stop for stop in self._stops]

    def forget(self) -> None:
        """Only the start page is left."""
        self._stops, self._now = [Stop("start")], 0

    def subjects(self) -> tuple[object, ...]:
        """What the stops show."""
        return tuple(stop.subject for stop in self._stops)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stop before this one."""
        return self._now > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a stop after this one."""
        return self._now + 1 < len(self._stops)

    def back(self) -> Stop:
        """One stop back; the first stays."""
        self._now = max(0, self._now - 1)
        return self.now

    def forward(self) -> Stop:
        """One stop forward; the last stays."""
        self._now = min(len(self._stops) - 1, self._now + 1)
        return self.now
