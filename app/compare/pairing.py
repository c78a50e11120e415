"""Pairing by hand from the compare page: what is said goes into the dossier aside, and the texts are compared again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.compare.comparing import Comparing
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.compared import Compared, InColumns, compare_to_show, lay_in_columns
from app.subjects.sides import Side, at_hand
from models.comparison.by_hand import Ends
from models.comparison.candidates import Candidate, candidates
from models.dossier import Dossier
from models.dossier.descent.hand import SaidAlone
from models.draft import DraftError
from widgets.compare.page import ComparePage
from widgets.compare.pairing.page import HOLDS, HOLDS_ALONE
from widgets.compare.pairing.rows import End
from widgets.compare.pairing.words import act_words

PAIR, PART, BACK = "pair", "part", "take back"


@dataclass(frozen=True)
class Act:
    """One thing said by hand of two texts: that paragraphs are pairs, that they are none, or that what was said of them
    holds no more. `version` is that of the working text when it was said."""

    does: str
    ends: tuple[Ends, ...]
    words: str
    texts: tuple[str, str]
    version: int | None


class Pairing(QObject):
    """Answers the pairing page. `who` gives the name under which things are said."""

    def __init__(
        self,
        frame: Frame,
        page: ComparePage,
        background: Background,
        desk: Desk,
        going: Going,
        comparing: Comparing,
        who: Callable[[], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._page, self._desk, self._going = frame, page, desk, going
        self._background = background
        self._alone, self._who = comparing.alone, who
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._stale: list[Compared | InColumns] = []
        pane = page.pairing
        pane.pair_wanted.connect(lambda pairs: self._say(PAIR, pairs))
        pane.part_wanted.connect(lambda ends: self._say(PART, ends))
        pane.back_wanted.connect(lambda ends: self._say(BACK, ends))
        pane.candidates_wanted.connect(self._look_for)
        pane.refused.connect(frame.status_bar.say)
        page.pairing_wanted.connect(self.begin)
        going.paired = lambda: self._last(self._done) is not None or self._last(self._undone) is not None
        going.gone.connect(self._look_again)
        going.gone.connect(lambda: frame.notices.clear("pairing"))  # what is said of the two texts compared
        desk.closed.connect(self._forget)

    def acts(self, undo: Callable[[], object], redo: Callable[[], object]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; `undo` and `redo` are what they are without pairing."""
        return {
            "pair_by_hand": self.begin,
            "undo": lambda: self._go_back(undo, self._done, self._undone, forth=False),
            "redo": lambda: self._go_back(redo, self._undone, self._done, forth=True),
        }

    # Beginning

    def begin(self) -> None:
        """Begin to pair; where that is under way, pair or part what is chosen."""
        compared = self._going.compared
        if self._page.pairs:
            self._page.pairing.pair_or_part()
        elif compared is not None and self._going.columned is None:
            refusal = self._refusal(compared)
            if refusal:
                self._frame.tell(refusal, topic="pairing")
                return
            self._frame.notices.clear("pairing")
            self._page.pairing.holds = HOLDS if _kept(compared) else HOLDS_ALONE
            self._page.pair_by_hand()

    def _refusal(self, compared: Compared) -> str:
        """Why the paragraphs of two texts cannot be paired, nothing where they can."""
        if compared.old.working or compared.new.working:
            return "The working text can be paired once it is kept: keep it as a draft and compare that."
        if compared.old.node is not None and compared.old.node == compared.new.node:
            return "A draft that is compared with itself has nothing to pair."
        listing = self._desk.listing
        if _kept(compared) and (listing is None or listing.dossier.read_only):
            return "What is paired is remembered in the dossier, and this one is open for reading only."
        return ""

    def _look_for(self, end: End) -> None:
        """What a paragraph could be, ranked aside."""
        compared = self._going.compared
        if compared is None:
            return
        comparison = compared.comparison

        def found(ranked: tuple[Candidate, ...]) -> None:
            now = self._going.compared
            if now is not None and now.comparison is comparison:
                self._page.pairing.show_candidates(end, ranked)

        self._background.run(
            lambda _task: candidates(comparison, end.position, old=end.old),
            done=found,
            lane="candidates",
        )

    # Saying

    def _say(self, does: str, ends: Sequence[Ends]) -> None:
        compared, working, pairs = self._going.compared, self._going.working, self._page.pairing.pairs
        if compared is None or pairs is None or not ends:
            return
        version = working.text.version if working is not None else None
        act = Act(does, tuple(ends), act_words(pairs, does, ends), _texts(compared), version)
        self._done.append(act)
        self._undone.clear()
        self._do(act, f"{act.words}.", undo=self._frame.acts["undo"].trigger)

    def _do(self, act: Act, said: str, *, undo: Callable[[], object] | None = None) -> None:
        """Say it of the two texts on the page, tell so, and let everything follow."""
        compared, listing = self._going.compared, self._desk.listing
        if compared is None:
            return
        old, new, who = compared.old, compared.new, self._who()
        dossier = listing.dossier if listing is not None and _kept(compared) else None

        def say(_task: Task[SaidAlone | None]) -> SaidAlone | None:
            if dossier is None:
                return _said_alone(self._alone.of(old, new), act)
            _say_in(dossier, old, new, act, who)
            return None

        def done(alone: SaidAlone | None) -> None:
            if alone is not None:
                self._alone.say(old, new, alone)
            self._frame.status_bar.say(said, undo=undo)
            self._everything_follows()

        def failed(error: Exception) -> None:
            self._done = [one for one in self._done if one is not act]
            if isinstance(error, DraftError):
                self._frame.status_bar.say(str(error))
            else:
                self._background.report.trouble(error)

        self._background.run(say, done=done, failed=failed, pool="dossier", must=True)

    # Undoing

    def _last(self, acts: Sequence[Act]) -> Act | None:
        """The last of some acts that is of the texts on the page."""
        compared = self._going.compared
        if compared is None or self._going.columned is not None:
            return None
        return next((act for act in reversed(acts) if act.texts == _texts(compared)), None)

    def _go_back(self, otherwise: Callable[[], object], acts: list[Act], others: list[Act], *, forth: bool) -> None:
        """Take the last act back, or say it again; `otherwise` where that key is not pairing's here."""
        act, working = self._last(acts), self._going.working
        here = self._going.place == "compare" and (act is not None or self._page.pairs)
        since = working is not None and act is not None and act.version != working.text.version
        if not here or (since and not self._page.pairs):
            otherwise()
        elif act is None:
            self._frame.status_bar.say("Nothing to do again." if forth else "Nothing to undo.")
        else:
            acts.remove(act)
            others.append(act)
            # What was taken back was kept apart before: the page takes nothing else back.
            back = replace(act, does=PART if act.does == BACK else BACK)
            self._do(act if forth else back, f"{'Done again' if forth else 'Undone'}: {act.words}")

    def _forget(self) -> None:
        for acts in (self._done, self._undone, self._stale):
            acts.clear()

    # What follows

    def _everything_follows(self) -> None:
        """What is said counts in every comparison: the one on the page is made again at once, those shown before when
        the reader comes back to them, and what the dossier page says of its drafts is found out anew."""
        subjects = (*self._going.history.subjects(), self._going.columned or self._going.compared)
        self._stale = [one for one in subjects if isinstance(one, Compared | InColumns)]
        self._desk.stories.clear()
        self._desk.look_again()
        self._look_again()

    def _look_again(self) -> None:
        """Compare again what is on the page, where something was said since."""
        shown = self._going.columned or self._going.compared
        if self._going.place != "compare" or shown is None or all(one is not shown for one in self._stale):
            return
        dossier, seen, alone = self._desk.listing, self._page.shown, self._alone
        kept = dossier.dossier if dossier is not None else None

        def again(task: Task[Compared | InColumns]) -> Compared | InColumns:
            if isinstance(shown, InColumns):
                return lay_in_columns([at_hand(side) for side in shown.sides], kept, task.progress, alone)
            return compare_to_show(shown.old, shown.new, kept, task.progress, seen, alone)

        def land(found: Compared | InColumns) -> None:
            self._stale = [one for one in self._stale if one is not shown]
            if self._going.place == "compare" and (self._going.columned or self._going.compared) is shown:
                self._going.compared_again(found)

        self._background.run(again, done=land, words="Comparing again", lane="page")


def _kept(compared: Compared) -> bool:
    """Whether a dossier keeps both texts."""
    return bool(compared.old.node and compared.new.node)


def _texts(compared: Compared) -> tuple[str, str]:
    """Which two texts are compared."""
    old, new = (side.node or str(side.path or side.title) for side in (compared.old, compared.new))
    return old, new


def _pairs(act: Act) -> list[tuple[int, int]]:
    return [(old, new) for old, new in act.ends if old is not None and new is not None]


def _say_in(dossier: Dossier, old: Side, new: Side, act: Act, who: str) -> None:
    """Say it in the dossier that keeps both texts."""
    assert old.node is not None
    assert new.node is not None
    if act.does == PAIR:
        dossier.pair(old.node, new.node, _pairs(act), who=who)
    elif act.does == PART:
        dossier.unpair(old.node, new.node, act.ends, who=who)
    else:
        dossier.take_back(old.node, new.node, act.ends, who=who)


def _said_alone(alone: SaidAlone, act: Act) -> SaidAlone:
    """The same of two texts that no dossier keeps."""
    if act.does == PAIR:
        return alone.pair(_pairs(act))
    return alone.unpair(act.ends) if act.does == PART else alone.take_back(act.ends)
