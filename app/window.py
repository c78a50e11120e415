"""The window: pages, what is shown where, and what the user's acts do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import jumping, work
from app.actions import BY_NAME, key_table
from app.amending import Amending
from app.arrivals import Arrival
from app.aside import set_aside
from app.asking import TEXTS, Asking
from app.background import Background
from app.choosing import Choosing
from app.columns import Columning
from app.comparing import Comparing
from app.desk import Desk, draft_line
from app.drafting import Drafting
from app.exporting import Exporting, show_in_folder
from app.filing import Filing
from app.frame import APPEARANCES, Frame
from app.going import Going, Pages
from app.heading import Heading
from app.helping import Helping
from app.history import Stop
from app.regions import Regions
from app.report import Report
from app.resuming import Open, Resuming
from app.session import Recents
from app.settings import Places, Settings
from app.shelf import Shelf
from app.tidying import Tidying
from app.timeline import Timeline
from app.wording import counted
from app.work import Added, Compared, Listing, Side, Story
from widgets.compare.page import ComparePage
from widgets.dossier.page import DossierPage
from widgets.dossier.working import recovered_notice
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
        self.places = places
        self.background = background
        self.report = Report(log_file, self)
        self.shelf = Shelf(background, self.report, Recents(places.config / "recent.json"), places.sample, self)
        self.desk = Desk(background, self.report, self)
        self.comparing = Comparing(background, self.desk, self.report, self)
        self.asking = Asking(self, settings.folder)
        self.exporting = Exporting(self, background, self.desk, self.asking, self.report)
        self.page = Pages(StartPage(_start_keys()), DossierPage(), TextPage(), ComparePage())
        self.going = Going(self, self.desk, self.page)
        self.filing = Filing(
            self, places, self.asking, (background, self.report), self.desk, self.going, self.comparing
        )
        self.columning = Columning(background, self.desk, self.report, self.asking, self.going, self.comparing)
        self.choosing = Choosing(self, places, settings, self.report, self._hold)
        self.drafting = Drafting(self, background, self.report, self.desk, self.going, self.page, self.choosing)
        self.heading = Heading(self, background, self.report, self.desk, self.going, self.drafting)
        self.resuming = Resuming(places.config / "open.json", (background, self.report), self.desk, self.going)
        self.telling = Timeline(background, self.report, self.desk, self.page.dossier)
        bars = (self.top_bar, self.status_bar)
        self.amending = Amending(background, self.desk, self.going, self.shelf, self.report, bars, self.page.dossier)
        groups = [KeyGroup(head, tuple(keys)) for head, keys in key_table()]
        self.keys = KeysSheet(groups, self.ground)
        self.palette_ = Palette(self.ground, self._entries)
        self.resize(settings.width, settings.height)
        self.helping = Helping(self.across, self.acts, self._controls, self.keys.open, self.going.focus_page)
        self.regions = Regions(self, self._regions)
        self._connect()
        self.acts[_appearance_act(settings.appearance)].setChecked(True)
        self.page.text.set_zoom(settings.zoom)
        self.choosing.zoom = lambda: self.page.text.sheet.zoom
        self.drafting.hold_settings()
        self.going.show_stop(self.going.history.now)
        self.shelf.show()
        self.tidying = Tidying(self)
        set_aside()

    # Wiring

    def _connect(self) -> None:
        self.connect_acts(self._does())
        self.report.told.connect(lambda words: self.tell(words, kind="error", topic="error"))
        self._connect_desk_and_bars()
        self.going.gone.connect(self._gone)
        start, page = self.page.start, self.page.dossier
        start.new_asked.connect(self.filing.new_dossier)
        start.open_asked.connect(self.filing.ask_for_file)
        start.compare_asked.connect(self.filing.ask_for_two)
        start.sample_asked.connect(self.filing.open_sample)
        start.sample_compare_asked.connect(self.compare_sample)
        start.keys_asked.connect(self.keys.open)
        start.help_asked.connect(lambda: self.helping.show("start"))
        start.appearance_asked.connect(self._offer_appearance)
        start.dossier_chosen.connect(lambda path: self.desk.open(Path(path)))
        start.forget_asked.connect(self.shelf.forget)
        self.shelf.shown.connect(start.show_rows)
        page.add_asked.connect(self.filing.ask_for_more)
        page.paste_asked.connect(self.filing.paste)
        page.read_asked.connect(self.read_draft)
        page.compare_asked.connect(self.comparing.drafts)
        page.export_asked.connect(self.export_draft)
        self.page.compare.swap_wanted.connect(self.swap)
        self.page.compare.export_wanted.connect(self.export)
        self.columning.serve(self.page.compare)
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
        self.desk.relisted.connect(self._relisted)
        self.desk.closing.connect(self.drafting.writing.close)
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
            "new_dossier": self.filing.new_dossier,
            "open": self.filing.ask_for_file,
            "compare_files": self.filing.ask_for_two,
            "open_sample": self.filing.open_sample,
            "add_files": self.filing.ask_for_more,
            "paste_text": self.filing.paste,
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
            "masthead": self.heading.open,
            "settings": self.choosing.ask,
            "help": lambda: self.helping.toggle(_HELP.get(self.going.place, "about")),
            "keys": self.keys.open,
        }
        does |= self.drafting.acts()
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
        self.page.dossier.inspector.set_restorable(not listing.dossier.read_only)
        self.page.dossier.show_rows(self.desk.rows(), None if new else self.page.dossier.choice)
        self.page.dossier.show_working(self.drafting.lines())
        self.going.go(Stop("dossier"))
        if listing.dossier.read_only and new:
            self.tell(
                "This dossier cannot be written where it lies, so it is open for reading only.", topic="read-only"
            )
        if new:
            self._tell_of_unclosed(listing)
        self._remember()

    def _tell_of_unclosed(self, listing: Listing) -> None:
        """A text whose window ended without closing it is one click away."""
        labels = {node.id: node.label for node in listing.nodes}
        unclosed = [row for row in listing.working if row.changed and row.host and not row.held]
        for row in unclosed[:1]:
            at = datetime.fromisoformat(row.written)
            base = labels.get(row.parent or "", "")
            go_on = partial(self.drafting.writing.begin, row.parent)
            self.notices.show_notice(recovered_notice(base, at, go_on))

    def _relisted(self, listing: Listing) -> None:
        self.page.dossier.show_rows(self.desk.rows(), self.page.dossier.choice)
        self.page.dossier.show_working(self.drafting.lines())
        self.going.refresh()
        self._remember()

    def _gone(self) -> None:
        """Another page, or another text on it."""
        self.resuming.changed()
        self.helping.refresh()
        if self.going.place == "dossier":
            self.desk.look_again()

    def resume(self) -> None:
        """Open again what was open when the program ended; nothing where that is gone."""
        was = self.resuming.was()
        if not was.dossier or not Path(was.dossier).is_file():
            return
        self.desk.listed.connect(lambda _listing: self._resume(was), Qt.ConnectionType.SingleShotConnection)
        self.desk.open(Path(was.dossier))

    def _resume(self, was: Open) -> None:
        listing = self.desk.listing
        if listing is None:
            return
        if was.writes and (not was.draft or listing.node(was.draft)):
            self.drafting.writing.begin(was.draft or None)
        elif was.place == "text" and was.draft:
            self.read_draft(was.draft)
        elif was.place == "compare" and was.older and was.newer:
            self.comparing.drafts(was.older, was.newer)

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
            lambda _task: work.side_to_read(listing.dossier, node, draft_line(node)),
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
                acts={words: lambda: self.filing.keep(files)},
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
        return self.filing.arrival(files)

    def take_files(self, files: Sequence[Path]) -> None:
        """Do with files what they are for: open, start, add or compare."""
        self.filing.take(files)

    def compare_sample(self) -> None:
        """Open the sample dossier on the comparison of its drafts."""
        self.filing.compare_sample(self.page.dossier.inspector.compare)

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
        if choice != self.choosing.now.appearance:
            self.choosing.change(appearance=choice)

    def _hold(self, now: Settings) -> None:
        """Settings are otherwise: they hold at once."""
        self.set_appearance(now.appearance)
        self.page.text.set_zoom(now.zoom)
        self.drafting.hold_settings()
        self.filing.folder = Path(now.dossier_folder) if now.dossier_folder else None

    def _controls(self) -> dict[str, QWidget]:
        """Where actions are seen, for the help to point at."""
        bar, text = self.top_bar, self.page.text
        return {
            "home": bar.home_button,
            "back": bar.back_button,
            "forward": bar.forward_button,
            "jump": bar.jump_button,
            "export": bar.export_button,
            "keep_draft": text.bar.keep,
            "write": text.bar.write,
            "italic": text.bar.italic,
            "bracket": text.bar.bracket,
            "footnote": text.bar.footnote,
            "changed_words": text.bar.words,
            "inspector": text.bar.inspector,
        }

    def _regions(self) -> list[QWidget]:
        """What F6 goes round."""
        dossier, text, compare = self.page.dossier, self.page.text, self.page.compare
        parts: dict[QWidget, list[QWidget]] = {
            dossier: [dossier.views, dossier.list, dossier.timeline, dossier.inspector],
            text: [text.outline, text.bar, self.drafting.searching.bar, text.sheet, self.drafting.inspector],
            compare: [compare.filters, compare.list, compare.forms, compare.reading],
        }
        page = self.pages.currentWidget()
        drawer = [self.helping.drawer] if self.helping.drawer is not None else []
        return [
            self.top_bar,
            self.notices,
            *parts.get(page, [page]),
            *drawer,
            self.drafting.keeping.panel,
            self.status_bar,
        ]

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Fields and texts take the paste themselves; what reaches the window is a text for the dossier.
        if event.matches(QKeySequence.StandardKey.Paste) and self.going.place in ("start", "dossier"):
            self.filing.paste()
            return
        if event.key() == Qt.Key.Key_Escape:
            # From the bars, back to the text or what else the page is for.
            self.going.focus_page()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.palette_.isVisible():
            self.palette_.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._save_settings()
        self.resuming.close()
        self.drafting.projecting.close()
        self.drafting.writing.close()
        # What is being kept is finished; nobody need look on.
        self.hide()
        self.background.close()
        self.tidying.close()
        if self.desk.listing is not None:
            self.desk.listing.dossier.close()
        super().closeEvent(event)

    def _save_settings(self) -> None:
        normal = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        self.choosing.now = replace(
            self.choosing.now,
            folder=self.asking.folder,
            zoom=self.page.text.sheet.zoom,
            width=normal.width(),
            height=normal.height(),
            maximised=self.isMaximized(),
        )
        self.choosing.write()


_HELP = {"start": "start", "dossier": "dossier", "text": "write", "compare": "changes"}
"""The page of the help for a place, where nothing in it has one of its own."""


def _start_keys() -> dict[str, str]:
    """The shortcuts the start page hints at; pasting answers to the system's own key there."""
    acts = {"new": "new_dossier", "open": "open", "compare": "compare_files", "help": "help"}
    return {name: BY_NAME[act].keys for name, act in acts.items()} | {"paste": "Ctrl+V"}


def _appearance_act(choice: str) -> str:
    return next((name for name, its in APPEARANCES.items() if its == choice), "appearance_system")
