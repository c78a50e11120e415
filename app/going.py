"""Going about the window: which page is shown with what in it, and the bars and actions that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.desk import Desk, draft_line
from app.frame import Frame
from app.history import History, Stop
from app.wording import counted
from app.work import Compared, Side
from models.reading.reading import ReadingWarning
from widgets.compare.page import ComparePage
from widgets.dossier.page import DossierPage
from widgets.shell.status_bar import Item
from widgets.start.page import StartPage
from widgets.text.page import TextPage


@dataclass(frozen=True)
class Pages:
    """The pages of the window."""

    start: StartPage
    dossier: DossierPage
    text: TextPage
    compare: ComparePage

    def named(self, place: str) -> QWidget:
        """The page of a place."""
        page: QWidget = getattr(self, place)
        return page


class Going(QObject):
    """`read_wanted(id)` and `compare_wanted(older, newer)` ask for what is not at hand yet."""

    read_wanted = Signal(str)
    compare_wanted = Signal(str, str)

    def __init__(self, frame: Frame, desk: Desk, pages: Pages) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._pages = frame, desk, pages
        self.history = History()
        self.text: Side | None = None
        self.compared: Compared | None = None
        self.doubts: dict[str, Sequence[ReadingWarning]] = {}
        for page in (pages.start, pages.dossier, pages.text, pages.compare):
            frame.pages.addWidget(page)
        pages.compare.status_changed.connect(self.show_status)
        pages.text.status_changed.connect(self.show_status)
        pages.dossier.chosen.connect(lambda _draft: self._show_acts())

    @property
    def place(self) -> str:
        """The name of the page that is shown."""
        return self.history.now.place

    def go(self, stop: Stop) -> None:
        """Go to a page and what it shows."""
        self.history.go(stop)
        self.show_stop(stop)

    def go_back(self) -> None:
        """To where the user was before."""
        self.show_stop(self.history.back())

    def go_forward(self) -> None:
        """To where the user came back from."""
        self.show_stop(self.history.forward())

    def start_anew(self) -> None:
        """Another dossier, or none: what was shown is left behind."""
        self.history.forget()
        self.text = self.compared = None
        self._frame.notices.clear()
        self._frame.status_bar.hush()

    def names_changed(self) -> None:
        """Drafts or the dossier are called otherwise: what is at hand takes the new names."""
        listing = self._desk.listing

        def named(side: Side) -> Side:
            node = listing.node(side.node) if listing and side.node else None
            return replace(side, title=node.label, line=draft_line(node)) if node else side

        text = named(self.text) if self.text else None
        both = self.compared
        both = replace(both, old=named(both.old), new=named(both.new)) if both else None
        if text != self.text and text is not None:
            self._pages.text.show_names(text.title, text.line)
        if both != self.compared and both is not None:
            old, new = both.old, both.new
            self._pages.compare.show_comparison(both.comparison, old.title, old.line, new.title, new.line)
        if (text, both) != (self.text, self.compared):
            # Stops behind this one hold the old names.
            place, self.text, self.compared = self.place, text, both
            self.history.forget()
            self.history.go(Stop(place, {"text": text, "compare": both}.get(place)))
        self.refresh()

    def go_to(self, place: str) -> None:
        """To a place of the top bar: with what was chosen on the dossier page, else with what is at hand there."""
        page = self._pages.dossier
        choosing = self.place == "dossier"
        text_at_hand = self.text is not None and not (choosing and page.choice not in (None, self.text.node))
        pair = page.inspector.pair
        here = (self.compared.old.node, self.compared.new.node) if self.compared else None
        if place == "dossier" and self._desk.listing:
            self.go(Stop("dossier"))
        elif place == "text" and text_at_hand:
            self.go(Stop("text", self.text))
        elif place == "text" and page.choice is not None:
            self.read_wanted.emit(page.choice)
        elif place == "compare" and self.compared is not None and not (choosing and pair not in (None, here)):
            self.go(Stop("compare", self.compared))
        elif place == "compare" and pair is not None:
            self.compare_wanted.emit(*pair)

    def go_to_paragraph(self, label: str) -> None:
        """To the paragraph of a label in the text at hand."""
        if self.place == "compare":
            self._pages.compare.jump_to_label(label)
            return
        if self.place != "text":
            self.go(Stop("text", self.text))
        self._pages.text.jump_to(label)

    def show_stop(self, stop: Stop) -> None:
        """Show a page with its subject; the page keeps its state where the subject is the same."""
        subject = stop.subject
        # The page first: a text is laid out for the width it will have.
        self._frame.pages.setCurrentWidget(self._pages.named(stop.place))
        if isinstance(subject, Side) and subject is not self.text:
            self.text = subject
            doubts = self.doubts.get(subject.node or "", ())
            self._pages.text.show_draft(subject.draft, subject.title, subject.line, doubts)
        if isinstance(subject, Compared) and subject is not self.compared:
            self.compared = subject
            old, new = subject.old, subject.new
            self._pages.compare.show_comparison(subject.comparison, old.title, old.line, new.title, new.line)
        self.refresh()
        self.focus_page()

    def focus_page(self) -> None:
        """Put the keyboard where the page's work is."""
        start, dossier = self._pages.start, self._pages.dossier
        targets: dict[str, QWidget] = {
            "start": start.list if start.rows.rowCount() else start.new_button,
            "dossier": dossier.list if dossier.drafts.rows else dossier.open_button,
            "compare": self._pages.compare.view,
            "text": self._pages.text.sheet,
        }
        targets[self.place].setFocus(Qt.FocusReason.OtherFocusReason)

    # Bars and actions

    def refresh(self) -> None:
        """Bars, actions and titles follow what is shown."""
        self.show_title()
        self.show_status()
        self._frame.bars_hidden = self.place == "start"
        self._frame.show_bars()
        self._show_acts()

    def _show_acts(self) -> None:
        listing, place = self._desk.listing, self.place
        can_read = self.text is not None or bool(listing and listing.nodes)
        can_compare = self.compared is not None or bool(listing and len(listing.nodes) > 1)
        there = {"dossier": listing is not None, "text": can_read, "compare": can_compare}
        can_export = place in ("text", "compare") or (place == "dossier" and self._pages.dossier.choice is not None)
        bar = self._frame.top_bar
        bar.set_places([name for name, is_there in there.items() if is_there], place)
        bar.export_button.setEnabled(can_export)
        bar.back_button.setEnabled(self.history.can_go_back)
        bar.forward_button.setEnabled(self.history.can_go_forward)
        possible = {
            "add_files": listing is not None and not listing.dossier.read_only,
            "amend_draft": bool(listing and listing.nodes and not listing.dossier.read_only),
            "rename_dossier": listing is not None and not listing.dossier.read_only and place != "start",
            "close_dossier": listing is not None,
            "export": can_export,
            "back": self.history.can_go_back,
            "forward": self.history.can_go_forward,
            "go_dossier": listing is not None,
            "go_text": can_read,
            "go_compare": can_compare,
        }
        self._frame.show_possible(name for name in self._frame.acts if possible.get(name, True))

    def show_title(self) -> None:
        """What is open, in the top bar and in the title of the window."""
        listing = self._desk.listing
        title = listing.title if listing else ""
        line = ""
        if self.place == "text" and self.text:
            line = self.text.title if title else self.text.line
            title = title or self.text.title
        elif self.place == "compare" and self.compared:
            line = f"{self.compared.old.title} against {self.compared.new.title}"
            title = title or "Two files compared"
        elif self.place == "dossier" and listing and listing.nodes:
            story = self._desk.stories.get(listing.nodes[0].id)
            line = story.circumstances if story else ""
        self._frame.top_bar.title.set(title, line if line != title else "")
        self._frame.setWindowTitle(f"{title} – Adref" if title else "Adref")

    def show_status(self) -> None:
        """What counts on the page, and the safety of the work."""
        listing = self._desk.listing
        left: list[Item] = []
        right: list[Item] = []
        if self.place == "text":
            left, right = self._pages.text.status()
        elif self.place == "compare":
            left, right = self._pages.compare.status()
        elif listing:
            count, known = len(listing.nodes), len(self._desk.stories)
            left = [Item(counted(count, "draft") if count else "No draft yet")]
            if known < count:
                left.append(Item(f"Looking at what changed, {known} of {count}"))
        if listing and self.place in ("dossier", "text"):
            name, only = listing.dossier.path.name, listing.dossier.read_only
            safety = Item(f"{name}, read only", icon="lock-simple")
            right = [*right, safety if only else Item(f"{name}, saved", icon="check-circle")]
        self._frame.status_bar.show_facts(left, right)
