"""Keeping a merged draft: what it is to be called, what is told of it, and the draft with both its parents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.sides import Side
from app.subjects.three_sides import KeptMerge, ThreeSides, keep_merge, merged_to_read, put_together
from app.text.keeping import next_label
from app.wording import long_date
from models.telling.figures import counted
from widgets.keeping.panel import KeepChoice, KeepPanel, KeepView

if TYPE_CHECKING:
    from models.merging import Merge


class MergeKeeping(QObject):
    """`who` gives the name under which things are kept."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        who: Callable[[], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going, self._who = frame, pages, desk, going, who
        self._background = background
        self._merge: Merge | None = None
        """The text that is to be kept, as it was put together last."""

    @cached_property
    def panel(self) -> KeepPanel:
        """The panel that asks how it is to be called, made when it first does."""
        panel = KeepPanel(self._frame.ground)
        panel.kept.connect(self._keep)
        panel.left.connect(self._going.focus_page)
        panel.more_wanted.connect(lambda: self._pages.merge.told.show_all())
        return panel

    def ask(self) -> None:
        """Put the merged draft together, and ask how it is to be called."""
        three = self._going.merged
        if three is None or self._desk.listing is None:
            return
        page = self._pages.merge
        if not page.complete:
            self._frame.status_bar.say(
                f"{counted(page.walk.left, 'conflict')} to settle first; what stays open can be left in brackets."
            )
            return
        choices = dict(page.answers.choices)
        self._background.run(
            lambda task: put_together(three, choices, task.progress),
            done=lambda merge: self._ask(three, merge),
            words="Putting the merged draft together",
            lane="page",
        )

    def read(self) -> None:
        """Show the merged text as it would be kept; back leads to the merge."""
        three, page = self._going.merged, self._pages.merge
        if three is None or not page.complete:
            return
        choices = dict(page.answers.choices)

        def show(side: Side) -> None:
            if self._going.merged is three and self._going.place == "merge":
                self._going.go(Stop("text", side))

        self._background.run(
            lambda task: merged_to_read(three, choices, task.progress),
            done=show,
            words="Putting the merged draft together",
            lane="page",
        )

    def _ask(self, three: ThreeSides, merge: Merge) -> None:
        listing, page = self._desk.listing, self._pages.merge
        if listing is None or self._going.merged is not three or self._going.place != "merge":
            return
        if merge.choices != page.answers.choices:
            self.ask()  # answered otherwise meanwhile
            return
        self._merge = merge
        self.panel.ask(self.view(three, merge, [node.label for node in listing.nodes]), page.foot.keep)

    def view(self, three: ThreeSides, merge: Merge, labels: Sequence[str]) -> KeepView:
        """What is proposed, and told, of a merge that is to be kept beside drafts with these labels."""
        today = date.today()
        facts = [f"From {three.ours.title} and {three.theirs.title}"]
        facts += [f"{side.title} is kept too, as a draft on {three.base.title}" for side in _loose(three)]
        more = f"Look at {counted(len(merge.told), 'thing')} the merge decided by itself" if merge.told else ""
        both = sum(choice.way == "both" for choice in merge.choices.values())
        if both:
            facts.append(f"{counted(both, 'place')} left as alternatives in brackets")
        label, note = next_label(labels, today), f"{three.ours.title} merged with {three.theirs.title}"
        text = three.ours.title, three.theirs.title
        return KeepView(label, long_date(today.isoformat()), self._who(), note, tuple(facts), tuple(labels), text, more)

    def _keep(self, said: KeepChoice) -> None:
        three, listing, merge = self._going.merged, self._desk.listing, self._merge
        if three is None or listing is None or merge is None:
            return
        dossier, who = listing.dossier, self._who()
        if merge.choices != self._pages.merge.answers.choices:
            merge = three.table.merged(self._pages.merge.answers.choices)

        def done(kept: KeptMerge) -> None:
            self.panel.forget((three.ours.title, three.theirs.title))
            self._kept(kept)

        self._background.run(
            lambda _task: keep_merge(dossier, three, merge, said, who),
            done=done,
            words=f"Keeping {said.label}",
            pool="dossier",
            must=True,
        )

    def _kept(self, kept: KeptMerge) -> None:
        self._merge = None
        self._desk.show_again(kept.listing)
        self._going.go(Stop("dossier"))
        self._pages.dossier.choose(kept.node.id)
        self._frame.status_bar.say(f"{kept.node.label} is kept; it comes from both texts.", of_page=True)


def _loose(three: ThreeSides) -> list[Side]:
    """The sides that are no drafts of the dossier yet."""
    return [side for side in (three.ours, three.theirs) if side.node is None]
