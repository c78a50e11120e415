"""The window: pages, what is shown where, and what the user's acts do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication

from app import jumping, work
from app.actions import BY_NAME, key_table
from app.amending import Amending
from app.arrivals import Arrival, arrival
from app.asking import ANY, TEXTS, Asking
from app.background import Background
from app.comparing import Comparing
from app.desk import Desk, draft_line
from app.exporting import Exporting, show_in_folder
from app.frame import APPEARANCES, Frame
from app.going import Going, Pages
from app.history import Stop
from app.report import Report
from app.session import Recents
from app.settings import Places, Settings, write_settings
from app.shelf import Shelf
from app.wording import counted
from app.work import Added, Compared, Listing, Side, Story
from widgets.compare.page import ComparePage
from widgets.dossier.page import DossierPage
from widgets.shell.keys_sheet import KeyGroup, KeysSheet
from widgets.shell.palette import Entry, Palette
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
        self.desk = Desk(background, self.report, self)
        self.comparing = Comparing(background, self.desk, self.report, self)
        self.asking = Asking(self, settings.folder)
        self.exporting = Exporting(self, background, self.desk, self.asking, self.report)
        self.page = Pages(StartPage(_start_keys()), DossierPage(), TextPage(), ComparePage())
        self.going = Going(self, self.desk, self.page)
        bars = (self.top_bar, self.status_bar)
        self.amending = Amending(background, self.desk, self.going, self.shelf, self.report, bars, self.page.dossier)
        groups = [KeyGroup(head, tuple(keys)) for head, keys in key_table()]
        self.keys = KeysSheet(groups, self.ground)
        self.palette_ = Palette(self.ground, self._entries)
        self.resize(settings.width, settings.height)
        self._connect()
        self.acts[_appearance_act(settings.appearance)].setChecked(True)
        self.going.show_stop(self.going.history.now)
        self.shelf.show()

    # Wiring

    def _connect(self) -> None:
        self.connect_acts(self._does())
        self.report.told.connect(lambda words: self.tell(words, kind="error", topic="error"))
        self._connect_desk_and_bars()
        start, page = self.page.start, self.page.dossier
        start.new_asked.connect(self.new_dossier)
        start.open_asked.connect(self.ask_for_file)
        start.compare_asked.connect(self.ask_for_two)
        start.sample_asked.connect(self.open_sample)
        start.sample_compare_asked.connect(self.compare_sample)
        start.keys_asked.connect(self.keys.open)
        start.appearance_asked.connect(self._offer_appearance)
        start.dossier_chosen.connect(lambda path: self.desk.open(Path(path)))
        start.forget_asked.connect(self.shelf.forget)
        self.shelf.shown.connect(start.show_rows)
        page.add_asked.connect(self.ask_for_more)
        page.paste_asked.connect(self.paste_text)
        page.read_asked.connect(self.read_draft)
        page.compare_asked.connect(self.comparing.drafts)
        page.export_asked.connect(self.export_draft)
        self.page.compare.swap_wanted.connect(self.swap)
        self.page.compare.export_wanted.connect(self.export)
        self.page.compare.old_wanted.connect(lambda: self._offer_other("old"))
        self.page.compare.new_wanted.connect(lambda: self._offer_other("new"))
        self.page.text.export_wanted.connect(self.export)
        self.palette_.closed.connect(self.going.focus_page)
        self.keys.closed.connect(self.going.focus_page)
        self.going.read_wanted.connect(self.read_draft)
        self.going.compare_wanted.connect(self.comparing.drafts)

    def _connect_desk_and_bars(self) -> None:
        self.desk.listed.connect(self._listed)
        self.desk.learned.connect(self._learned)
        self.desk.added.connect(self._added)
        self.desk.closed.connect(self._closed)
        self.comparing.compared.connect(self._show_compared)
        self.exporting.written.connect(self._written)
        bar = self.top_bar
        bar.home.connect(self.go_home)
        bar.back.connect(self.going.go_back)
        bar.forward.connect(self.going.go_forward)
        bar.place_chosen.connect(self.going.go_to)
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
            "amend_draft": self.amending.ask,
            "rename_dossier": self.amending.ask_for_title,
            "close_dossier": self.desk.close,
            "quit": self.close,
            "home": self.go_home,
            "go_dossier": lambda: self.going.go_to("dossier"),
            "go_text": lambda: self.going.go_to("text"),
            "go_compare": lambda: self.going.go_to("compare"),
            "back": self.going.go_back,
            "forward": self.going.go_forward,
            "jump": self.jump,
            "full_screen": self._full_screen,
            "keys": self.keys.open,
        }
        return does | {name: lambda choice=choice: self.set_appearance(choice) for name, choice in APPEARANCES.items()}

    def go_home(self) -> None:
        """To the start page; what is open stays open."""
        self.shelf.show()
        self.going.go(Stop("start"))

    # The dossier

    def _listed(self, listing: Listing) -> None:
        new = self.page.dossier.drafts.rows == () or self._shown_path != listing.dossier.path
        if new:
            self._shown_path = listing.dossier.path
            self.going.start_anew()
        self.page.dossier.inspector.writable = not listing.dossier.read_only
        self.page.dossier.show_rows(self.desk.rows(), None if new else self.page.dossier.choice)
        self.going.go(Stop("dossier"))
        if listing.dossier.read_only and new:
            self.tell(
                "This dossier cannot be written where it lies, so it is open for reading only.", topic="read-only"
            )
        self._remember()

    _shown_path: Path | None = None

    def _learned(self, story: Story) -> None:
        self.page.dossier.learn(story.node, story.summary, story.brackets)
        self.going.show_status()
        if self.desk.listing and self.desk.listing.nodes[0].id == story.node:
            self.going.show_title()
            self._remember()

    def _added(self, added: Added) -> None:
        new = len(added.listing.nodes) - added.before
        names = added.nodes[0].label if new == 1 else counted(new, "draft")
        file = added.listing.dossier.path.name
        self.page.dossier.choose(added.nodes[-1].id)
        self.status_bar.say(f"{names} kept in {file}." if new else f"This text was in {file} already.")
        self.going.doubts |= {node: doubts for node, doubts in added.doubts if doubts}
        doubtful = [node for node in added.nodes if self.going.doubts.get(node.id)]
        if doubtful and len(added.nodes) > 1:
            self.tell(
                "Adref was not sure of some places; look at them once",
                ", ".join(node.label for node in doubtful),
                kind="warning",
                topic="doubts",
                acts={"Look": lambda: self.read_draft(doubtful[0].id)},
            )
        elif len(added.nodes) == 1 and (len(added.listing.nodes) == 1 or doubtful):
            self.read_draft(added.nodes[0].id)

    def _closed(self) -> None:
        self.going.start_anew()
        self._shown_path = None
        self.page.dossier.show_rows(())
        self.going.show_stop(self.going.history.now)

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
            done=self._show_text,
            failed=self.report.trouble,
            words=f"Reading {node.label}",
            lane="page",
        )

    def _show_text(self, side: Side) -> None:
        if self.going.doubts.get(side.node or ""):
            # The page says itself what it is not sure of.
            self.notices.clear("doubts")
        self.going.go(Stop("text", side))

    def _show_compared(self, compared: Compared) -> None:
        self.going.go(Stop("compare", compared))
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
        if self.going.compared is not None:
            self.comparing.sides(self.going.compared.new, self.going.compared.old)

    def _offer_other(self, side: str) -> None:
        """A menu of other texts for one side of the comparison."""
        compared = self.going.compared
        if compared is None:
            return

        def ask() -> None:
            self.asking.files(
                "Compare with a file", TEXTS, lambda files: self.comparing.instead(compared, side, files[0])
            )

        head = self.page.compare.heads.old if side == "old" else self.page.compare.heads.new
        menu = self.comparing.menu_of_others(self, compared, side, ask)
        menu.popup(head.mapToGlobal(QPoint(0, head.height())))

    # Files

    def arrival(self, files: Sequence[Path]) -> Arrival:
        """What files that come in now are for."""
        return arrival(files, self._title_for_adding)

    def take_files(self, files: Sequence[Path]) -> None:
        """Do with files what they are for: open, start, add or compare."""
        what = self.arrival(files)
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
        on_start = self.going.place == "start"
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

    def compare_sample(self) -> None:
        """Open the sample dossier on the comparison of its drafts; the dossier is one step back."""
        compare = self.page.dossier.inspector.compare
        self.desk.listed.connect(lambda _listing: compare(), Qt.ConnectionType.SingleShotConnection)
        self.open_sample()

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
        place, choice = self.going.place, self.page.dossier.choice
        if place == "compare" and self.going.compared is not None:
            self.exporting.side(self.going.compared.new, self.going.compared)
        elif place == "text" and self.going.text is not None:
            self.exporting.side(self.going.text)
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
        place = self.going.place
        draft = None
        if place == "compare" and self.going.compared is not None:
            draft = self.going.compared.new.draft
        elif self.going.text is not None and place in ("text", "dossier"):
            draft = self.going.text.draft
        paragraphs = jumping.paragraph_entries(words, draft, self.going.go_to_paragraph) if draft else []
        drafts = jumping.draft_entries(words, self.desk.rows(), self.read_draft)
        acts = jumping.action_entries(words, self.possible, lambda name: self.acts[name].trigger())
        return [*paragraphs, *drafts, *acts]

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
        if event.matches(QKeySequence.StandardKey.Paste) and self.going.place in ("start", "dossier"):
            self.paste_text()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.palette_.isVisible():
            self.palette_.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._save_settings()
        # What is being kept is finished; nobody need look on.
        self.hide()
        self.background.close()
        if self.desk.listing is not None:
            self.desk.listing.dossier.close()
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


def _start_keys() -> dict[str, str]:
    """The shortcuts the start page hints at; pasting answers to the system's own key there."""
    acts = {"new": "new_dossier", "open": "open", "compare": "compare_files"}
    return {name: BY_NAME[act].keys for name, act in acts.items()} | {"paste": "Ctrl+V"}


def _appearance_act(choice: str) -> str:
    return next((name for name, its in APPEARANCES.items() if its == choice), "appearance_system")
