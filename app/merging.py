"""Three-way merge in the window: which texts, the page that asks, and keeping the result with both its parents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from app.asking import TEXTS, Asking
from app.background import Background, Task
from app.desk import Desk, draft_line
from app.frame import Frame
from app.going import Going
from app.history import Stop
from app.keeping import next_label
from app.pages import Pages
from app.report import Report
from app.sides import Side, at_hand, draft_side, file_side, told_apart
from app.three_sides import (
    KeptMerge,
    ThreeSides,
    common_base,
    keep_merge,
    likeliest_base,
    merge_sides,
    remember_answers,
)
from app.wording import long_date
from models.telling.figures import counted
from widgets.keeping.panel import KeepChoice, KeepPanel, KeepView
from widgets.merge.choice import MergeChoice, Text

_WORKING, _FILE = "working", "file:"
_LANE = "page"


class Merging(QObject):
    """What the merge asks and does; `who` gives the name under which things are kept."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        work: tuple[Background, Report],
        desk: Desk,
        going: Going,
        asking: Asking,
        who: Callable[[], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going = frame, pages, desk, going
        self._background, self._report = work
        self._asking, self._who = asking, who
        self._files: list[Side] = []
        self.choice, self.keeping = MergeChoice(frame.ground), KeepPanel(frame.ground)
        pages.when_made("merge", self._serve)
        self.choice.merge_wanted.connect(self.merge)
        self.choice.file_wanted.connect(self._ask_for_file)
        self.choice.base_wanted.connect(self._propose_base)
        self.choice.left.connect(going.focus_page)
        self.keeping.kept.connect(self._keep)
        self.keeping.left.connect(going.focus_page)
        pages.dossier.merge_asked.connect(self.begin)
        desk.closed.connect(self._files.clear)

    def _serve(self) -> None:
        page = self._pages.merge
        page.keep_wanted.connect(self.ask_to_keep)
        page.others_wanted.connect(self.choose_others)
        page.answered.connect(self._going.refresh)
        page.answered.connect(self._remember)

    def acts(self, does: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; on the merge page undo, redo and keep are the page's own."""

        def here(own: Callable[[], object], otherwise: Callable[[], object]) -> Callable[[], object]:
            return lambda: own() if self._going.place == "merge" else otherwise()

        return {
            "merge": self.begin,
            "undo": here(lambda: self._pages.merge.undo(), does["undo"]),
            "redo": here(lambda: self._pages.merge.redo(), does["redo"]),
            "keep_draft": here(self.ask_to_keep, does["keep_draft"]),
        }

    # Which texts

    def begin(self) -> None:
        """Merge the two drafts that are chosen, where both come from a third; else ask which texts."""
        listing = self._desk.listing
        if listing is None:
            return
        if self._going.place == "merge":
            self.choose_others()
            return
        two = self._pages.dossier.two_chosen if self._going.place == "dossier" else None
        if two is not None:
            theirs, ours = two
            base = self._base_of(ours, theirs)
            if base not in ("", ours, theirs):
                self.merge(ours, theirs, base)
                return
            self._ask(ours, theirs, base if base not in (ours, theirs) else "")
            if base in (ours, theirs):
                older, newer = (self._title(base), self._title(theirs if base == ours else ours))
                self._frame.status_bar.say(f"{newer} comes from {older}: the newer text has all of it already.")
            return
        shown = self._going.shown
        ours = self._pages.dossier.choice or "" if self._going.place == "dossier" else ""
        if self._going.place == "text":
            ours = shown.node or "" if isinstance(shown, Side) else _WORKING
        self._ask(ours or (listing.nodes[0].id if listing.nodes else ""), "", "")

    def choose_others(self) -> None:
        """Ask which texts, those of the page being chosen."""
        three = self._going.merged
        if three is not None:
            self._ask(self._key(three.ours), self._key(three.theirs), self._key(three.base))
        else:
            self._ask("", "", "")

    def _key(self, side: Side) -> str:
        if side.node is not None:
            return side.node
        if side.working is not None:
            return _WORKING
        return next((f"{_FILE}{at}" for at, one in enumerate(self._files) if one.path == side.path), "")

    def _ask(self, ours: str, theirs: str, base: str) -> None:
        self.choice.ask(self._texts(), ours, theirs, base)

    def _texts(self) -> Sequence[Text]:
        listing, working = self._desk.listing, self._going.working
        texts = [Text(_WORKING, working.title)] if working is not None else []
        texts += [Text(node.id, node.label, draft_line(node)) for node in (listing.nodes if listing else ())]
        return [*texts, *(Text(f"{_FILE}{at}", side.title, side.line) for at, side in enumerate(self._files))]

    def _title(self, key: str) -> str:
        return next((text.title for text in self._texts() if text.key == key), "")

    def _ask_for_file(self, at: int) -> None:
        def take(files: Sequence[Path]) -> None:
            self._background.run(
                lambda _task: file_side(files[0]),
                done=lambda side: self._take_file(at, side),
                failed=self._report.trouble,
                words=f"Reading {files[0].name}",
                lane=_LANE,
            )

        self._asking.files("Merge with a file", TEXTS, take)

    def _take_file(self, at: int, side: Side) -> None:
        self._files = [one for one in self._files if one.path != side.path]
        self._files.append(side)
        self.choice.show_texts(self._texts())
        self.choice.choose(at, f"{_FILE}{len(self._files) - 1}")

    def _parents(self) -> dict[str, Sequence[str]]:
        listing = self._desk.listing
        return {node.id: node.parents for node in reversed(listing.nodes)} if listing else {}

    def _base_of(self, ours: str, theirs: str) -> str:
        """The nearest common ancestor of two drafts; the working text comes from the draft it stands on."""
        nodes = [self._stands_on(key) for key in (ours, theirs)]
        if not all(nodes):
            return ""
        return common_base(self._parents(), nodes[0], nodes[1]) or ""

    def _stands_on(self, key: str) -> str:
        working = self._going.working
        if key == _WORKING:
            return working.parent.id if working is not None and working.parent is not None else ""
        return key if key in self._parents() else ""

    def _propose_base(self, ours: str, theirs: str) -> None:
        """Choose the base for two texts: by the graph, and for a file the draft it is most like of those behind."""
        known = [key for key in (ours, theirs) if not key.startswith(_FILE)]
        file = next((key for key in (ours, theirs) if key.startswith(_FILE)), None)
        if file is None:
            self.choice.propose_base(self._base_of(ours, theirs))
            return
        draft = self._files[int(file.removeprefix(_FILE))].draft
        listing = self._desk.listing
        upon = self._stands_on(known[0]) if known else (listing.nodes[0].id if listing and listing.nodes else "")
        if listing is None or not upon:
            return
        self._background.run(
            lambda _task: likeliest_base(listing.dossier, upon, draft),
            done=self.choice.propose_base,
            failed=self._report.trouble,
            lane="base",
        )

    # Merging

    def merge(self, ours: str, theirs: str, base: str) -> None:
        """Merge two texts with a base, and go to the page."""
        listing = self._desk.listing
        dossier = listing.dossier if listing else None
        reads = [self._read(key) for key in (base, ours, theirs)]

        def work(task: Task[ThreeSides]) -> ThreeSides:
            sides = [read() for read in reads]
            task.progress()
            sides[1], sides[2] = told_apart(sides[1], sides[2])
            return merge_sides(sides[0], sides[1], sides[2], dossier, task.progress)

        self._background.run(
            work,
            done=self._show,
            failed=self._report.trouble,
            words=f"Merging {self._title(ours)} with {self._title(theirs)}",
            lane=_LANE,
        )

    def _read(self, key: str) -> Callable[[], Side]:
        working, listing = self._going.working, self._desk.listing
        if key == _WORKING and working is not None:
            return working.reading()
        if key.startswith(_FILE):
            return at_hand(self._files[int(key.removeprefix(_FILE))])
        assert listing is not None
        node = listing.node(key)
        assert node is not None
        return lambda: draft_side(listing.dossier, node, draft_line(node))

    def _show(self, three: ThreeSides) -> None:
        from widgets.merge.answers import Answers

        three.answers = Answers(self, three.given)
        self._going.go(Stop("merge", three))
        settled = sum(item.settled(three.given) for item in three.table.conflicts)
        told = list(three.table.merge.told)
        if not three.table.items:
            self._frame.status_bar.say(" ".join(["Nothing clashes between the two texts.", *_shortened(told)]))
        elif settled:
            verb = "is" if settled == 1 else "are"
            self._frame.status_bar.say(
                f"{counted(settled, 'conflict')} {verb} settled as before in this dossier; Del asks again."
            )
        elif told:
            self._frame.status_bar.say(" ".join(_shortened(told)))

    def _remember(self) -> None:
        """What was answered is in the dossier at once, for the next time the same three texts are merged."""
        three, listing = self._going.merged, self._desk.listing
        if three is None or three.answers is None or listing is None:
            return
        dossier, merge, choices = listing.dossier, three.table.merge, dict(three.answers.choices)
        self._background.run(
            lambda _task: remember_answers(dossier, merge, choices),
            done=lambda _none: None,
            failed=self._report.trouble,
            dossier=True,
            must=True,
        )

    # Keeping

    def ask_to_keep(self) -> None:
        """Ask how the merged draft is to be called."""
        three, listing, page = self._going.merged, self._desk.listing, self._pages.merge
        if three is None or listing is None:
            return
        if not page.complete:
            left = three.table.open(page.answers.choices)
            self._frame.status_bar.say(
                f"{counted(left, 'conflict')} to settle first; what stays open can be left in brackets."
            )
            return
        self.keeping.ask(self._view(three, [node.label for node in listing.nodes]), page.keep)

    def _view(self, three: ThreeSides, labels: Sequence[str]) -> KeepView:
        today = date.today()
        choices = self._pages.merge.answers.choices
        facts = [f"From {three.ours.title} and {three.theirs.title}"]
        facts += [f"{side.title} is kept too, as a draft on {three.base.title}" for side in self._loose(three)]
        facts += _shortened(three.table.merged(choices).told, 4)
        both = sum(choice.way == "both" for choice in choices.values())
        if both:
            facts.append(f"{counted(both, 'place')} left as alternatives in brackets")
        label, note = next_label(labels, today), f"{three.ours.title} merged with {three.theirs.title}"
        text = three.ours.title, three.theirs.title
        return KeepView(label, long_date(today.isoformat()), self._who(), note, tuple(facts), tuple(labels), text)

    @staticmethod
    def _loose(three: ThreeSides) -> list[Side]:
        """The sides that are no drafts of the dossier yet."""
        return [side for side in (three.ours, three.theirs) if side.node is None]

    def _keep(self, said: KeepChoice) -> None:
        three, listing = self._going.merged, self._desk.listing
        if three is None or listing is None:
            return
        dossier, choices, who = listing.dossier, dict(self._pages.merge.answers.choices), self._who()

        def done(kept: KeptMerge) -> None:
            self.keeping.forget((three.ours.title, three.theirs.title))
            self._kept(kept)

        self._background.run(
            lambda _task: keep_merge(dossier, three, choices, said, who),
            done=done,
            failed=self._report.trouble,
            words=f"Keeping {said.label}",
            dossier=True,
            must=True,
        )

    def _kept(self, kept: KeptMerge) -> None:
        self._desk.show_again(kept.listing)
        self._going.go(Stop("dossier"))
        self._pages.dossier.choose(kept.node.id)
        self._frame.status_bar.say(f"{kept.node.label} is kept; it comes from both texts.")


def _shortened(told: Sequence[str], most: int = 1) -> list[str]:
    """The first sentences of what a merge decided by itself, and how many more there are."""
    more = len(told) - most
    return [*told[:most], *([f"And {counted(more, 'more change')} of this kind."] if more > 0 else [])]
