"""What lies on the pages of the window, and the bars, actions and titles that follow from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.shell.frame import Frame
from app.shell.history import History
from app.shell.pages import Pages
from app.shell.standing import Standing
from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns
from app.subjects.ledger_of import LedgerOf
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.subjects.three_sides import ThreeSides
from models.telling.figures import counted
from widgets.shell.status_bar import Item
from widgets.text.shown import Shown


class LyingOpen(QObject):
    """The page that is shown and what each page has; who goes about the window changes it, and calls `refresh`."""

    def __init__(self, frame: Frame, pages: Pages, desk: Desk) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._pages = frame, desk, pages
        self.history = History()
        self.safety: Callable[[], Item] = lambda: Item("")
        """How safe the working text is, for the status bar."""
        self.troubled: Callable[[], bool] = lambda: False
        """Whether what is written in it cannot be put into the dossier."""
        self.paired: Callable[[], bool] = lambda: False
        """Whether something said by hand of the two texts compared can be taken back or said again."""
        self.room: Callable[[], bool] = lambda: False
        """Whether the projector is open."""
        self.shown: Side | OpenText | None = None
        """What the text page shows: a draft to read, or the working text."""
        self.working: OpenText | None = None
        """The working text that is open, shown or not."""
        self.compared: Compared | None = None
        self.columned: InColumns | None = None
        """The drafts in columns, where the compare page shows those and not two."""
        self.merged: ThreeSides | None = None
        self.line: LineOf | None = None
        self.came: CameBack | None = None
        """The files that came back and are looked at."""
        self.ledger: LedgerOf | None = None
        for page in (pages.start, pages.dossier, pages.text):
            frame.stack.addWidget(page)
        pages.text.status_changed.connect(self.show_status)
        pages.when_made("compare", self._take_in_compare)
        pages.when_made("merge", lambda: self._take_in(pages.merge, pages.merge.status_changed))
        pages.when_made("returned", lambda: self._take_in(pages.returned, pages.returned.status_changed))
        pages.when_made("lineage", lambda: self._take_in(pages.lineage))
        pages.when_made("ledger", lambda: self._take_in(pages.ledger))
        pages.dossier.chosen.connect(lambda _draft: self._show_acts())

    def _take_in(self, page: QWidget, *changed: SignalInstance) -> None:
        """A page is there from now on, and says when its status is another."""
        self._frame.stack.addWidget(page)
        for signal in changed:
            signal.connect(self.show_status)

    def _take_in_compare(self) -> None:
        page = self._pages.compare
        self._take_in(page, page.status_changed)
        page.pairing_changed.connect(self._show_acts)

    @property
    def lies_open(self) -> Shown | None:
        """The text of the text page as it lies there, with the labels of its paragraphs."""
        return self._pages.text.sheet.shown if self.shown is not None else None

    @property
    def writes(self) -> bool:
        """Whether the working text is on the screen."""
        return self.place == "text" and isinstance(self.shown, OpenText)

    @property
    def place(self) -> str:
        """The name of the page that is shown."""
        return self.history.now.place

    def refresh(self) -> None:
        """Bars, actions and titles follow what is shown."""
        self.show_title()
        self.show_status()
        self._frame.bars_hidden = self.place == "start"
        self._frame.show_bars()
        self._show_acts()

    @property
    def _standing(self) -> Standing:
        dossier = self._pages.dossier
        compare = self._pages.compare if self._pages.made("compare") else None
        return Standing(
            self.place,
            self._desk.listing,
            self.shown,
            self.working,
            self.compared,
            self.columned,
            chosen=dossier.choice is not None,
            differs=self.compared is not None and compare is not None and compare.differs,
            pairs=compare is not None and compare.pairs,
            paired=self.paired(),
            merged=self.merged,
            line=self.line,
            came=self.came,
            ledger=self.ledger,
            answered=self._pages.merge.can_undo if self._pages.made("merge") else (False, False),
            room=self.room(),
            can_go_back=self.history.can_go_back,
            can_go_forward=self.history.can_go_forward,
        )

    def _show_acts(self) -> None:
        standing, bar = self._standing, self._frame.top_bar
        bar.set_places(standing.places, standing.lit)
        bar.export_button.setEnabled(standing.can_export)
        bar.back_button.setEnabled(standing.can_go_back)
        bar.forward_button.setEnabled(standing.can_go_forward)
        possible = standing.possible
        self._frame.show_possible(name for name in self._frame.acts if possible.get(name, True))

    def show_title(self) -> None:
        """What is open, in the top bar and in the title of the window."""
        listing = self._desk.listing
        newest = self._desk.stories.get(listing.nodes[0].id) if listing and listing.nodes else None
        title, line = self._standing.title(newest)
        self._frame.top_bar.title.set(title, line)
        self._frame.setWindowTitle(f"{title} – Adref" if title else "Adref")

    def show_status(self) -> None:
        """What counts on the page, and the safety of the work."""
        listing = self._desk.listing
        left: list[Item] = []
        right: list[Item] = []
        if self.place in ("text", "compare", "lineage", "merge", "returned"):
            left, right = getattr(self._pages, self.place).status()
        elif listing:
            count, known = len(listing.nodes), len(self._desk.stories)
            left = [Item(counted(count, "draft") if count else "No draft yet")]
            if known < count:
                left.append(Item(f"Looking at what changed, {known} of {count}"))
        if self.writes or self.troubled():
            right = [*right, self.safety()]
        elif listing and self.place in ("dossier", "text"):
            name, only = listing.dossier.path.name, listing.dossier.read_only
            safety = Item(f"{name}, read only", icon="lock-simple")
            right = [*right, safety if only else Item(f"{name}, saved", icon="check-circle")]
        self._frame.status_bar.show_facts(left, right)
