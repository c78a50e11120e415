"""The window: pages, what is shown where, and what the user's acts do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app import jumping, work
from app.arrivals import arrival
from app.asking import ANY, TEXTS, Asking
from app.background import Background
from app.comparing import Comparing
from app.desk import Desk, draft_line
from app.exporting import Exporting, show_in_folder
from app.frame import APPEARANCES, Frame
from app.history import History, Stop
from app.report import Report
from app.session import Recents
from app.settings import Places, Settings, write_settings
from app.shelf import Shelf
from app.wording import counted
from app.work import Added, Compared, Listing, Side, Story
from models.reading.reading import ReadingWarning
from widgets.compare.page import ComparePage
from widgets.dossier.page import DossierPage
from widgets.shell.palette import Entry, Palette
from widgets.shell.status_bar import Item
from widgets.start.page import StartPage
from widgets.text.page import TextPage
from widgets.theme import style


class Window(Frame):
    """One window, one dossier at most."""

    def __init__(self, places: Places, settings: Settings, log_file: Path | None = None) -> None:
        background = Background()
        super().__init__(background)
        background.setParent(self)
        self.places, self.settings = places, settings
        self.background = background
        self.report = Report(log_file, self)
        self.shelf = Shelf(background, self.report, Recents(places.config / "recent.json"), places.sample, self)
        self.history = History()
        self.desk = Desk(background, self.report, self)
        self.comparing = Comparing(background, self.desk, self.report, self)
        self.asking = Asking(self, settings.folder)
        self.exporting = Exporting(self, background, self.desk, self.asking, self.report)
        self.start_page, self.dossier_page = StartPage(), DossierPage()
        self.text_page, self.compare_page = TextPage(), ComparePage()
        self._page: dict[str, QWidget] = {
            "start": self.start_page,
            "dossier": self.dossier_page,
            "text": self.text_page,
            "compare": self.compare_page,
        }
        for page in self._page.values():
            self.pages.addWidget(page)
        self.palette_ = Palette(self.ground, self._entries)
        self.text: Side | None = None
        self.compared: Compared | None = None
        self.doubts: dict[str, Sequence[ReadingWarning]] = {}
        self.setAcceptDrops(True)
        self.resize(settings.width, settings.height)
        self._connect()
        self.acts[_appearance_act(settings.appearance)].setChecked(True)
        self._show_stop(self.history.now)
        self.shelf.show()

    # Wiring

    def _connect(self) -> None:
        self.connect_acts(self._does())
        self.report.told.connect(lambda words: self.tell(words, kind="error", topic="error"))
        self._connect_desk_and_bars()
        start, page = self.start_page, self.dossier_page
        start.new_asked.connect(self.new_dossier)
        start.open_asked.connect(self.ask_for_file)
        start.compare_asked.connect(self.ask_for_two)
        start.sample_asked.connect(self.open_sample)
        start.appearance_asked.connect(self._offer_appearance)
        start.dossier_chosen.connect(lambda path: self.desk.open(Path(path)))
        start.forget_asked.connect(self.shelf.forget)
        self.shelf.shown.connect(start.show_rows)
        page.add_asked.connect(self.ask_for_more)
        page.paste_asked.connect(self.paste_text)
        page.read_asked.connect(self.read_draft)
        page.compare_asked.connect(self.comparing.drafts)
        page.export_asked.connect(self.export_draft)
        self.compare_page.swap_wanted.connect(self.swap)
        self.compare_page.export_wanted.connect(self.export)
        self.compare_page.old_wanted.connect(lambda: self._offer_other("old"))
        self.compare_page.new_wanted.connect(lambda: self._offer_other("new"))
        self.compare_page.status_changed.connect(self._show_status)
        self.text_page.status_changed.connect(self._show_status)
        self.text_page.export_wanted.connect(self.export)
        self.palette_.closed.connect(self._focus_page)

    def _connect_desk_and_bars(self) -> None:
        self.desk.listed.connect(self._listed)
        self.desk.learned.connect(self._learned)
        self.desk.added.connect(self._added)
        self.desk.closed.connect(self._closed)
        self.comparing.compared.connect(self._show_compared)
        self.exporting.written.connect(self._written)
        bar = self.top_bar
        bar.home.connect(self.go_home)
        bar.back.connect(self.go_back)
        bar.forward.connect(self.go_forward)
        bar.place_chosen.connect(self.go_to)
        bar.jump.connect(self.jump)
        bar.export.connect(self.export)

    def _does(self) -> dict[str, Callable[[], object]]:
        does: dict[str, Callable[[], object]] = {
            "new_dossier": self.new_dossier,
            "open": self.ask_for_file,
            "compare_files": self.ask_for_two,
            "open_sample": self.open_sample,
            "add_files": self.ask_for_more,
            "paste_text": self.paste_text,
            "export": self.export,
            "close_dossier": self.desk.close,
            "quit": self.close,
            "home": self.go_home,
            "go_dossier": lambda: self.go_to("dossier"),
            "go_text": lambda: self.go_to("text"),
            "go_compare": lambda: self.go_to("compare"),
            "back": self.go_back,
            "forward": self.go_forward,
            "jump": self.jump,
            "full_screen": self._full_screen,
        }
        return does | {name: lambda choice=choice: self.set_appearance(choice) for name, choice in APPEARANCES.items()}

    # Going about

    def go(self, stop: Stop) -> None:
        """Go to a page and what it shows."""
        self.history.go(stop)
        self._show_stop(stop)

    def go_home(self) -> None:
        """To the start page; what is open stays open."""
        self.shelf.show()
        self.go(Stop("start"))

    def go_back(self) -> None:
        """To where the user was before."""
        self._show_stop(self.history.back())

    def go_forward(self) -> None:
        """To where the user came back from."""
        self._show_stop(self.history.forward())

    def go_to(self, place: str) -> None:
        """To a place of the top bar, with what is at hand there."""
        if place == "dossier" and self.desk.listing:
            self.go(Stop("dossier"))
        elif place == "text" and (self.text is not None) and not self._other_draft_chosen():
            self.go(Stop("text", self.text))
        elif place == "text" and (choice := self.dossier_page.choice):
            self.read_draft(choice)
        elif place == "compare" and self.compared is not None:
            self.go(Stop("compare", self.compared))
        elif place == "compare":
            self.dossier_page.inspector.compare()

    def _other_draft_chosen(self) -> bool:
        """Whether on the dossier page another draft was chosen than the one last read."""
        choice = self.dossier_page.choice
        here = self.history.now.place == "dossier"
        return here and choice is not None and self.text is not None and self.text.node != choice

    def _show_stop(self, stop: Stop) -> None:
        subject = stop.subject
        if isinstance(subject, Side) and subject is not self.text:
            self.text = subject
            doubts = self.doubts.get(subject.node or "", ())
            self.text_page.show_draft(subject.draft, subject.title, subject.line, doubts)
        if isinstance(subject, Compared) and subject is not self.compared:
            self.compared = subject
            old, new = subject.old, subject.new
            self.compare_page.show_comparison(subject.comparison, old.title, old.line, new.title, new.line)
        if self._page[stop.place] is not self.pages.currentWidget():
            self.pages.setCurrentWidget(self._page[stop.place])
        self._refresh()
        self._focus_page()

    def _focus_page(self) -> None:
        place = self.history.now.place
        start = self.start_page
        targets = {
            "start": start.list if start.rows.rowCount() else start.new_button,
            "dossier": self.dossier_page.list if self.dossier_page.drafts.rows else self.dossier_page.open_button,
            "compare": self.compare_page.view,
        }
        targets.get(place, self._page[place]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        """Bars, actions and titles follow what is shown."""
        self._show_title()
        self._show_status()
        self.show_bars()
        listing, place = self.desk.listing, self.history.now.place
        can_read = self.text is not None or bool(listing and listing.nodes)
        can_compare = self.compared is not None or bool(listing and len(listing.nodes) > 1)
        there = [
            name for name, is_there in (("dossier", listing), ("text", can_read), ("compare", can_compare)) if is_there
        ]
        self.top_bar.set_places(there, place)
        exportable = place in ("text", "compare") or (place == "dossier" and self.dossier_page.choice is not None)
        self.top_bar.export_button.setEnabled(exportable)
        self.top_bar.back_button.setEnabled(self.history.can_go_back)
        self.top_bar.forward_button.setEnabled(self.history.can_go_forward)
        impossible = {
            "add_files": listing is None or listing.dossier.read_only,
            "close_dossier": listing is None,
            "export": not exportable,
            "back": not self.history.can_go_back,
            "forward": not self.history.can_go_forward,
            "go_dossier": listing is None,
            "go_text": not can_read,
            "go_compare": not can_compare,
        }
        self.show_possible(name for name in self.acts if not impossible.get(name, False))

    def show_bars(self) -> None:
        start = self.history.now.place == "start"
        self.top_bar.setVisible(not start)
        if not self.progress.working:
            self.status_bar.setVisible(not start)

    def _show_title(self) -> None:
        stop, listing = self.history.now, self.desk.listing
        title = listing.title if listing else ""
        line = ""
        if stop.place == "text" and self.text:
            line = self.text.title if title else self.text.line
            title = title or self.text.title
        elif stop.place == "compare" and self.compared:
            line = f"{self.compared.old.title} against {self.compared.new.title}"
            title = title or "Two files compared"
        elif stop.place == "dossier" and listing and listing.nodes:
            story = self.desk.stories.get(listing.nodes[0].id)
            line = story.circumstances if story else ""
        self.top_bar.title.set(title, line)
        self.setWindowTitle(f"{title} – Adref" if title else "Adref")

    def _show_status(self) -> None:
        place, listing = self.history.now.place, self.desk.listing
        left: list[Item] = []
        right: list[Item] = []
        if place == "text":
            left, right = self.text_page.status()
        elif place == "compare":
            left, right = self.compare_page.status()
        elif listing:
            left = [Item(counted(len(listing.nodes), "draft"))]
        if listing and place in ("dossier", "text"):
            name = listing.dossier.path.name
            only = listing.dossier.read_only
            saved = (
                Item(f"{name}, read only", icon="lock-simple") if only else Item(f"{name}, saved", icon="check-circle")
            )
            right = [*right, saved]
        self.status_bar.show_facts(left, right)

    # The dossier

    def _listed(self, listing: Listing) -> None:
        new = self.dossier_page.drafts.rows == () or self._shown_path != listing.dossier.path
        if new:
            self._shown_path = listing.dossier.path
            self.history.forget()
            self.text = self.compared = None
            self.notices.clear()
        self.dossier_page.show_rows(self.desk.rows(), None if new else self.dossier_page.choice)
        self.go(Stop("dossier"))
        if listing.dossier.read_only and new:
            self.tell(
                "This dossier cannot be written where it lies, so it is open for reading only.", topic="read-only"
            )
        self._remember()

    _shown_path: Path | None = None

    def _learned(self, story: Story) -> None:
        self.dossier_page.learn(story.node, story.summary, story.brackets)
        if self.desk.listing and self.desk.listing.nodes[0].id == story.node:
            self._show_title()
            self._remember()

    def _added(self, added: Added) -> None:
        names = added.nodes[0].label if len(added.nodes) == 1 else counted(len(added.nodes), "draft")
        self.dossier_page.choose(added.nodes[-1].id)
        self.status_bar.say(f"{names} kept in {added.listing.dossier.path.name}.")
        self.doubts |= {node: doubts for node, doubts in added.doubts if doubts}
        doubtful = [added.listing.node(node) for node, doubts in added.doubts if doubts]
        labels = ", ".join(node.label for node in doubtful if node)
        if doubtful and len(added.nodes) > 1:
            self.tell("Adref was not sure of some places; read these once", labels, kind="warning", topic="doubts")
        if len(added.nodes) == 1 and (len(added.listing.nodes) == 1 or doubtful):
            self.read_draft(added.nodes[0].id)

    def _closed(self) -> None:
        self.history.forget()
        self.text = self.compared = None
        self._shown_path = None
        self.notices.clear()
        self.dossier_page.show_rows(())
        self._show_stop(self.history.now)

    def _remember(self) -> None:
        """Put the open dossier on the list of recent ones."""
        listing = self.desk.listing
        if listing is not None:
            self.shelf.remember(listing, self.desk.stories.get(listing.nodes[0].id) if listing.nodes else None)

    # Reading and comparing

    def read_draft(self, name: str) -> None:
        """Show the text of a draft."""
        listing = self.desk.listing
        node = listing.node(name) if listing else None
        if listing is None or node is None:
            return
        self.background.run(
            lambda _task: work.draft_side(listing.dossier, node, draft_line(node)),
            done=lambda side: self.go(Stop("text", side)),
            failed=self.report.trouble,
            words=f"Reading {node.label}",
            lane="page",
        )

    def _show_compared(self, compared: Compared) -> None:
        self.go(Stop("compare", compared))
        files = [side.path for side in (compared.old, compared.new) if side.path is not None]
        self.notices.clear("files")
        if len(files) == 2 and not (self.desk.listing and self.desk.listing.dossier.read_only):
            open_here = self.desk.listing is not None
            words = "Add both to the dossier" if open_here else "Keep both in a dossier"
            self.tell(
                "These two files are compared, not kept.",
                topic="files",
                acts={words: lambda: self.keep_files(files)},
            )

    def swap(self) -> None:
        """Compare the other way round."""
        if self.compared is not None:
            self.comparing.sides(self.compared.new, self.compared.old)

    def _offer_other(self, side: str) -> None:
        """A menu of other texts for one side of the comparison."""
        compared = self.compared
        if compared is None:
            return

        def ask() -> None:
            self.asking.files(
                "Compare with a file", TEXTS, lambda files: self.comparing.instead(compared, side, files[0])
            )

        head = self.compare_page.heads.old if side == "old" else self.compare_page.heads.new
        menu = self.comparing.menu_of_others(self, compared, side, ask)
        menu.popup(head.mapToGlobal(QPoint(0, head.height())))

    # Files

    def take_files(self, files: Sequence[Path]) -> None:
        """Do with files what they are for: open, start, add or compare."""
        what = arrival(files, self._title_for_adding)
        if what.act == "open":
            self.desk.open(what.files[0])
        elif what.act == "compare":
            self.comparing.files(*what.files)
        elif what.act == "refuse":
            self.tell(what.words, kind="error", topic="error")
        else:
            self.keep_files(what.files)

    @property
    def _title_for_adding(self) -> str | None:
        listing = self.desk.listing
        on_start = self.history.now.place == "start"
        return listing.title if listing and not listing.dossier.read_only and not on_start else None

    def keep_files(self, files: Sequence[Path]) -> None:
        """Keep files in the open dossier, or in a new one."""
        if self._title_for_adding is not None:
            self.desk.add(files)
        else:
            self.desk.start(self.places.documents, files)

    def open_sample(self) -> None:
        """Open the sample dossier."""
        self.desk.open_sample(self.places.sample)

    def build_sample(self) -> None:
        """Have the sample ready before anyone asks for it."""
        self.background.run(
            lambda _task: work.make_sample(self.places.sample), done=lambda _path: None, failed=self.report.trouble
        )

    def paste_text(self) -> None:
        """Keep the text of the clipboard as a draft."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.tell("There is no text on the clipboard; copy one first.", kind="error", topic="error")
        elif self._title_for_adding is not None:
            self.desk.add_text(text)
        else:
            self.desk.start_with_text(self.places.documents, text)

    def new_dossier(self) -> None:
        """Ask where a new dossier goes, and make it."""
        self.asking.new_dossier(self.places.documents, self.desk.new)

    def ask_for_file(self) -> None:
        """Ask for a dossier or a file."""
        self.asking.files("Open", ANY, self.take_files)

    def ask_for_more(self) -> None:
        """Ask for files to add to the dossier, in order."""
        self.asking.files("Add files", TEXTS, self.desk.add, several=True)

    def ask_for_two(self) -> None:
        """Ask for two files to compare."""
        self.asking.two_files(self.comparing.files)

    # Export

    def export_draft(self, name: str) -> None:
        """Export a draft of the dossier."""
        listing = self.desk.listing
        node = listing.node(name) if listing else None
        if listing is None or node is None:
            return
        self.background.run(
            lambda _task: work.draft_side(listing.dossier, node, draft_line(node)),
            done=self.exporting.side,
            failed=self.report.trouble,
            words=f"Reading {node.label}",
            lane="page",
        )

    def export(self) -> None:
        """Export what is shown."""
        place, choice = self.history.now.place, self.dossier_page.choice
        if place == "compare" and self.compared is not None:
            self.exporting.side(self.compared.new, self.compared)
        elif place == "text" and self.text is not None:
            self.exporting.side(self.text)
        elif place == "dossier" and choice is not None:
            self.export_draft(choice)

    def _written(self, path: Path) -> None:
        self.status_bar.say(f"{path.name} is written.")
        self.tell(
            f"{path.name} is written.",
            str(path.parent),
            topic="written",
            acts={"Show the folder": lambda: show_in_folder(path)},
        )

    # Palette and appearance

    def jump(self) -> None:
        """Open the palette."""
        self.palette_.open()

    def _entries(self, words: str) -> list[Entry]:
        place = self.history.now.place
        draft = None
        if place == "compare" and self.compared is not None:
            draft = self.compared.new.draft
        elif self.text is not None and place in ("text", "dossier"):
            draft = self.text.draft
        paragraphs = jumping.paragraph_entries(words, draft, self._go_to_paragraph) if draft else []
        drafts = jumping.draft_entries(words, self.desk.rows(), self.read_draft)
        acts = jumping.action_entries(words, self.possible, lambda name: self.acts[name].trigger())
        return [*paragraphs, *drafts, *acts]

    def _go_to_paragraph(self, label: str) -> None:
        if self.history.now.place == "compare":
            self.compare_page.jump_to_label(label)
            return
        if self.history.now.place != "text":
            self.go(Stop("text", self.text))
        self.text_page.jump_to(label)

    def _offer_appearance(self, place: QPoint) -> None:
        self.appearance_menu.popup(place - QPoint(0, self.appearance_menu.sizeHint().height() + 4))

    def set_appearance(self, choice: str) -> None:
        """Light, dark, high contrast, or as the system."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, choice)
        self.acts[_appearance_act(choice)].setChecked(True)
        self.settings = replace(self.settings, appearance=choice)

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Fields and texts take the paste themselves; what reaches the window is a text for the dossier.
        if event.matches(QKeySequence.StandardKey.Paste) and self.history.now.place in ("start", "dossier"):
            self.paste_text()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.palette_.isVisible():
            self.palette_.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = _files(event.mimeData())
        if files:
            what = arrival(files, self._title_for_adding)
            self.veil.show_promise(what.words, what.more)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        event.acceptProposedAction()
        self.take_files(_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.background.close()
        if self.desk.listing is not None:
            self.desk.listing.dossier.close()
        self._save_settings()
        super().closeEvent(event)

    def _save_settings(self) -> None:
        normal = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        settings = Settings(
            appearance=self.settings.appearance,
            folder=self.asking.folder,
            width=normal.width(),
            height=normal.height(),
            maximised=self.isMaximized(),
        )
        try:
            write_settings(self.places.config / "settings.json", settings)
        except OSError as error:
            self.report.trouble(error)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _appearance_act(choice: str) -> str:
    return next((name for name, its in APPEARANCES.items() if its == choice), "appearance_system")
