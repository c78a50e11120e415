"""Three-way merge in the window: two texts and their base put together, and the page that asks about what clashes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.desk.desk import Desk
from app.merge.keeping import MergeKeeping
from app.merge.texts import MergeTexts
from app.running.background import Background, Task
from app.shell.asking import Asking
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.sides import told_apart
from app.subjects.three_sides import ThreeSides, decided, laid_out, merge_sides, remember_answers
from models.telling.figures import counted

if TYPE_CHECKING:
    from widgets.merge.laid import Laid
    from widgets.merge.told import Decided

_LAYING, _TELLING = "result of a merge", "what a merge decided"
_TURN = 10
"""Milliseconds in which the window does what else waits."""


class Merging(QObject):
    """What the merge does; `texts` chooses what is merged, `keeping` keeps what came of it."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        asking: Asking,
        who: Callable[[], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going = frame, pages, desk, going
        self._background = background
        self.texts = MergeTexts(frame, pages, background, desk, going, asking)
        self.keeping = MergeKeeping(frame, pages, background, desk, going, who)
        pages.when_made("merge", self._serve)
        self.texts.wanted.connect(self.merge)
        pages.dossier.merge_asked.connect(self.texts.begin)

    def _serve(self) -> None:
        page = self._pages.merge
        page.keep_wanted.connect(self.keeping.ask)
        page.foot.read.clicked.connect(self.keeping.read)
        page.others_wanted.connect(self.texts.choose_others)
        page.layout_wanted.connect(self._lay_out)
        page.answered.connect(self._going.refresh)
        page.answered.connect(self._remember)
        page.answered.connect(self._tell)
        page.answered.connect(self._frame.status_bar.outdate)

    def acts(self, does: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; on the merge page undo, redo and keep are the page's own."""

        def here(own: Callable[[], object], otherwise: Callable[[], object]) -> Callable[[], object]:
            return lambda: own() if self._going.place == "merge" else otherwise()

        return {
            "merge": self.texts.begin,
            "undo": here(lambda: self._pages.merge.undo(), does["undo"]),
            "redo": here(lambda: self._pages.merge.redo(), does["redo"]),
            "keep_draft": here(self.keeping.ask, does["keep_draft"]),
        }

    def merge(self, ours: str, theirs: str, base: str) -> None:
        """Merge two texts with a base, by their keys, and go to the page."""
        listing = self._desk.listing
        dossier = listing.dossier if listing else None
        reads = [self.texts.reading(key) for key in (base, ours, theirs)]

        def work(task: Task[ThreeSides]) -> ThreeSides:
            import_module("widgets.merge.page")  # here, where the window does not wait for it
            sides = [read() for read in reads]
            task.progress()
            sides[1], sides[2] = told_apart(sides[1], sides[2])
            return merge_sides(sides[0], sides[1], sides[2], dossier, task.progress)

        self._background.run(
            work,
            done=self._make_ready,
            words=f"Merging {self.texts.title(ours)} with {self.texts.title(theirs)}",
            lane="page",
        )

    def _make_ready(self, three: ThreeSides) -> None:
        """Make the page in a turn of its own: that takes as long as showing a merge on it, and keys are served between.

        What waits no time at all would come before what waited already.
        """
        self._pages.make("merge")
        QTimer.singleShot(_TURN, self, lambda: self._show(three))

    def _show(self, three: ThreeSides) -> None:
        from widgets.merge.answers import Answers

        three.answers = Answers(self, three.given)
        self._going.go(Stop("merge", three))
        self._tell(first=True)

    def _tell(self, *, first: bool = False) -> None:
        """List what the merge decided by itself with the answers there are; those given meanwhile are told after it."""
        three = self._going.merged
        under_way = any(task.lane == _TELLING and not task.cancelled for task in self._background.tasks)
        if three is None or three.answers is None or (under_way and not first):
            return
        choices = dict(three.answers.choices)

        def done(found: Decided) -> None:
            if self._going.merged is not three or three.answers is None:
                return
            self._pages.merge.take_told(three.table, found)
            if first and self._going.place == "merge":
                self._say_shown(three, bool(found.told))
            if three.answers.choices != choices:
                self._tell()

        self._background.run(
            lambda task: decided(three, choices, task.progress),
            done=done,
            lane=_TELLING,
            pool="acts",
        )

    def _say_shown(self, three: ThreeSides, told: bool) -> None:
        """What is to be known of a merge when it is shown."""
        settled, said = three.table.asked - three.table.open(three.given), []
        if not three.table.items:
            said.append("Nothing clashes between the two texts.")
        if settled:
            verb = "is" if settled == 1 else "are"
            said.append(f"{counted(settled, 'conflict')} {verb} settled as before in this dossier; Del asks again.")
        if told:
            said.append("D lists what the merge decided by itself.")
        if said:
            self._frame.status_bar.say(" ".join(said), of_page=True)

    def _lay_out(self) -> None:
        """Lay the merged text out with the answers there are; what is under way with others is not wanted any more."""
        three = self._going.merged
        if three is None or three.answers is None:
            return
        choices = dict(three.answers.choices)
        under_way = any(task.lane == _LAYING and not task.cancelled for task in self._background.tasks)
        if under_way and three.laying == choices:
            return
        three.laying = choices

        def done(laid: Laid) -> None:
            three.laid = laid
            # Where another merge is shown meanwhile, its page wants its own.
            self._pages.merge.take_layout(three.table, laid)

        self._background.run(
            lambda task: laid_out(three, choices, task.progress),
            done=done,
            lane=_LAYING,
            pool="acts",
        )

    def _remember(self) -> None:
        """What was answered is in the dossier at once, for the next time the same three texts are merged."""
        three, listing = self._going.merged, self._desk.listing
        if three is None or listing is None:
            return
        dossier = listing.dossier
        self._background.run(
            lambda _task: remember_answers(dossier, three),
            done=lambda _none: None,
            pool="dossier",
            must=True,
        )
