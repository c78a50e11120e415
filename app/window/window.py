"""The window: its rooms are made and wired here. What an act calls says acts_of_window.py, what it does its room."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication

from app.compare.columns import Columning
from app.compare.comparing import Comparing
from app.desk.desk import Desk
from app.dossier.amending import Amending
from app.dossier.filing import Filing
from app.dossier.following import Following
from app.dossier.recents import Recents
from app.dossier.shelf import Shelf
from app.dossier.timeline import Timeline
from app.dossier.watching import Watching
from app.export.compiling import Compiling
from app.ledger.ledgering import Ledgering
from app.lineage.lineage import LineageOf
from app.lineage.paragraph_at import Place
from app.merge.merging import Merging
from app.returned.returning import Returning
from app.running.background import Background
from app.running.report import Report
from app.running.tidying import Tidying
from app.running.what_stays import set_aside
from app.settings.choosing import Choosing
from app.settings.settings import Places, Settings
from app.shell.actions import BY_NAME, key_table
from app.shell.asking import Asking
from app.shell.focusing import Focusing
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.menu_key import hear_menu_key
from app.shell.pages import Pages
from app.shell.windows import Open, Windows
from app.text.drafting import Drafting
from app.text.leaving import Leaving
from app.text.long_acts import in_the_background
from app.text.masthead_form import MastheadForm
from app.text.rescuing import Rescuing
from app.text.side_by_side import SideBySide
from app.window.acts_of_window import acts_of
from app.window.helping import Helping
from app.window.holding import Holding
from app.window.jumping import Jumping
from app.window.opening_again import OpeningAgain
from app.window.parts import controls_of, open_menu_at, regions_of
from app.window.reader_on_pages import ReaderOnPages
from app.window.regions import Regions
from app.window.resuming import Resuming
from app.window.showing import Showing
from widgets.dossier.page import DossierPage
from widgets.shell.keys_sheet import KeyGroup, KeysSheet
from widgets.shell.one_by_one import one_by_one
from widgets.start.page import StartPage
from widgets.writing.page import TextPage

if TYPE_CHECKING:
    from app.export.exporting import Exporting
    from app.window.comparison_rooms import ComparisonRooms

_STILL, _AT_LAST = 60, 30_000
"""Milliseconds of rest after which dead objects are searched for, and of keys without one after which they are all the
same: of many keys without a rest there is much to search, which takes as long as three of them."""


class Window(Frame):
    """One window, one dossier at most."""

    def __init__(self, places: Places, settings: Settings, log_file: Path | None = None) -> None:
        report = Report(log_file)
        background = Background(report)
        super().__init__(background)
        for one in (report, background):
            one.setParent(self)
        self.places, self.report, self.background = places, report, background
        self.windows = Windows(places.config / "windows")
        self.pages = Pages(StartPage(_start_keys()), DossierPage(), TextPage())
        self.desk = Desk(background, self)
        self.going = Going(self, self.pages, self.desk)
        self.asking = Asking(self, settings.folder, background.look_at)
        named = partial(background.look_at, lane="named folder")
        self.choosing = Choosing(self, places, settings, report, lambda now: self.holding.hold(now), named)
        self._make_rooms_of_files()
        self._make_rooms_of_text()
        self._make_rooms_around()
        self._make_rooms_of_comparisons()
        self._make_rooms_that_open_again()
        self.resize(settings.width, settings.height)
        self._connect()
        self.holding.begin()
        self.going.show_stop(self.going.history.now)
        self.shelf.show()
        sheet = self.pages.text.sheet
        self.tidying = Tidying(self, lambda search: sheet.pause.ask(search, _STILL, _AT_LAST))
        set_aside()

    # Rooms

    def _make_rooms_of_files(self) -> None:
        """What comes in, is compared and leaves the house."""
        places, background, desk, going, asking = self.places, self.background, self.desk, self.going, self.asking
        self.shelf = Shelf(background, Recents(places.config / "recent.json"), places.sample, self)
        self.comparing = Comparing(background, desk, going, self)
        self.returning = Returning(self, self.pages, background, desk, going, self.choosing.who)
        marks = self.returning.marks
        self.filing = Filing(self, background, desk, going, places, asking, self.comparing, marks)
        filing = self.filing
        self.arrival, self.look_at_files, self.take_files = filing.arrival, filing.look, filing.take
        self.columning = Columning(background, desk, going, asking, self.comparing)
        self.compiling = Compiling(self, background, desk, asking)
        self.timeline = Timeline(self.pages.dossier, background, desk)
        self.watching = Watching(background, desk, self)
        self.amending = Amending(self, self.pages.dossier, background, desk, going)
        self.showing = Showing(
            self, self.pages, background, desk, going, self.filing, self.comparing, lambda: self.exporting, asking
        )

    def _make_rooms_of_text(self) -> None:
        """The working text, and what stands on its page and beside it."""
        places, background = self.places, self.background
        desk, going, page = self.desk, self.going, self.pages.text
        self.drafting = Drafting(self, self.pages, background, desk, going, self.choosing)
        writing, sheet = self.drafting.writing, self.drafting.sheet
        sheet.under_way.carrier = in_the_background(background)
        writing.journaling.folder = places.aside
        self.leaving = Leaving(self, background, going, writing, sheet, self.asking, self._takes)
        desk.leave = self.leaving.leave
        self.rescuing = Rescuing(
            self,
            background,
            desk,
            writing,
            places.aside,
            lambda: self.filing.folder or places.documents,
            self.windows,
        )
        self.masthead_form = MastheadForm(self, background, desk, going, self.drafting, self.choosing)
        self.focusing = Focusing(self, page, going)
        self.side_by_side = SideBySide(page, background, desk, going, writing, self.focusing)
        self.side_by_side.said.connect(self.status_bar.say)
        self.refused = lambda: self.side_by_side.refused | self.masthead_form.refused
        self.reader = ReaderOnPages(self.pages, going, self.focusing, self.masthead_form, self.side_by_side)
        read = self.showing.read_draft
        self.following = Following(self, self.pages.dossier, desk, going, self.drafting, self.shelf, self.windows, read)

    def _make_rooms_around(self) -> None:
        """What stands around every page, and the settings that hold in all."""
        controls = partial(controls_of, self, self.pages)
        self.helping = Helping(
            self.across, self.acts, controls, partial(open_menu_at, self), self.open_keys, self.going.focus_page
        )
        self.jumping = Jumping(self, self.desk, self.going, self.helping)
        self.jumping.search_wanted.connect(lambda words: self.drafting.searching_all.panel.open(words))
        parts = partial(regions_of, self, self.pages, self.drafting, self.helping, self.side_by_side)
        self.regions = Regions(self, parts)
        hear_menu_key(self)
        text, reader = self.pages.text, self.reader
        self.holding = Holding(self, text, self.choosing, self.drafting, self.filing, self.asking, reader)

    @cached_property
    def keys(self) -> KeysSheet:
        """The keys of the window, on a sheet that is made when it is first asked for."""
        keys = KeysSheet([KeyGroup(head, tuple(keys)) for head, keys in key_table()], self)
        keys.closed.connect(self.going.focus_page)
        return keys

    def open_keys(self) -> None:
        """Show the keys."""
        self.keys.open()

    def _make_rooms_of_comparisons(self) -> None:
        """What the pages of texts compared, merged and come back ask for."""
        background, desk, going = self.background, self.desk, self.going
        drafting = self.drafting
        self.pages.when_made("compare", lambda: self.of_comparisons)
        self.comparing.begun.connect(self._make_compare_page)
        self.merging = Merging(self, self.pages, background, desk, going, self.asking, self.choosing.who)
        self.lineage = LineageOf(
            self, self.pages, background, desk, going, self.comparing, drafting.inspector, drafting.kept.go_to
        )
        self.ledgering = Ledgering(self, self.pages, background, desk, going, drafting)

    def _make_rooms_that_open_again(self) -> None:
        """What tells which pages are open, and opens them after a restart."""
        background, desk, going, writing = self.background, self.desk, self.going, self.drafting.writing
        shows: dict[str, Callable[[Open], object]] = {
            "start": lambda _was: self.go_home(),
            "merge": lambda was: self.merging.merge(*was.texts),
            "lineage": lambda was: self.lineage.show(Place(was.texts[0], was.paragraph)),
            "ledger": lambda was: self.ledgering.show_of(was.texts[0]),
            "returned": lambda was: self.returning.show_files(was.texts, was.shown),
        }
        again = OpeningAgain(background, desk, going, writing, self.comparing, self.reader, shows)
        again.gone.connect(lambda words: self.tell(words, topic="gone"))
        self.resuming = Resuming(self, background, desk, going, self.windows, self.reader, again)
        self.resuming.quit_wanted.connect(self._quit_with_others)
        self.resuming.resumed.connect(self.following.while_away.remind)

    @property
    def made_later(self) -> tuple[Callable[[], object], ...]:
        """Each makes something that is not needed on the first page; what is there already is not made again."""
        return (
            *self.pages.makes_compare,
            lambda: self.drafting.searching_all,
            lambda: self.helping.pages,
            self._lay_out_unseen,
        )

    def _lay_out_unseen(self) -> None:
        """Pages that were never shown are laid out when the window is first painted behind a dialog: that took twice as
        long for it."""
        self.grab(QRect(0, 0, 1, 1))

    @cached_property
    def exporting(self) -> Exporting:
        """What leaves the house, from its dialog to the file."""
        from app.export.exporting import Exporting  # no part of the start

        exporting = Exporting(self, self.background, self.desk, self.asking, self.choosing)
        exporting.written.connect(self.showing.tell_written)
        return exporting

    @cached_property
    def of_comparisons(self) -> ComparisonRooms:
        """The rooms of the compare page, made with it."""
        from app.window.comparison_rooms import ComparisonRooms

        return ComparisonRooms(self)

    def _takes(self) -> bool:
        """Whether changes are being taken into the text from the compare page."""
        return self.pages.made("compare") and self.of_comparisons.taking.acting

    def _make_compare_page(self) -> None:
        """Have the compare page made while texts are compared, in turns before they are there to be shown."""
        if not self.pages.made("compare"):
            rooms, make = "app.window.comparison_rooms", lambda _: one_by_one(self, *self.pages.makes_compare)
            self.background.run(lambda _task: import_module(rooms), done=make, lane=rooms)

    # Wiring

    def _connect(self) -> None:
        self.connect_acts(acts_of(self))
        self.report.told.connect(lambda words: self.tell(words, kind="error", topic="error"))
        self.going.gone.connect(self._gone)
        self.watching.came.connect(self.following.tell_of_new)
        start, page = self.pages.start, self.pages.dossier
        start.new_asked.connect(self.filing.new_dossier)
        start.open_asked.connect(self.filing.ask_for_file)
        start.compare_asked.connect(self.filing.ask_for_two)
        start.sample_asked.connect(self.filing.open_sample)
        start.sample_compare_asked.connect(self.compare_sample)
        start.keys_asked.connect(self.open_keys)
        start.help_asked.connect(lambda: self.helping.show("start"))
        start.appearance_asked.connect(self.holding.offer_appearance)
        start.dossier_chosen.connect(lambda path: self.desk.open(Path(path)))
        start.beside_asked.connect(lambda path: self.new_window([Path(path)]))
        start.forget_asked.connect(self.shelf.forget)
        self.shelf.shown.connect(start.show_rows)
        page.add_asked.connect(self.filing.ask_for_more)
        page.paste_asked.connect(self.filing.paste)
        self.pages.dossier.columns_asked.connect(self.columning.of)
        self.notices.left.connect(self.going.focus_page)
        bar = self.top_bar
        bar.home.connect(self.go_home)
        bar.back.connect(self.going.go_back)
        bar.forward.connect(self.going.go_forward)
        bar.place_chosen.connect(self.going.go_to)
        bar.jump.connect(self.jumping.open)
        bar.export.connect(self.showing.export)

    def go_home(self) -> None:
        """To the start page; what is open stays open, and is what Enter leads back to."""
        if self.going.place != "start":
            self.pages.start.choose_first()
        self.shelf.show()
        self.going.go(Stop("start"))

    def _gone(self) -> None:
        """Another page, or another text on it."""
        self.notices.outdate("error")
        self.resuming.changed()
        self.helping.refresh()
        if self.going.place in ("start", "dossier"):
            self.desk.look_again()

    # Files

    def compare_sample(self) -> None:
        """Open the sample dossier on the comparison of its drafts."""
        self.filing.compare_sample(self.pages.dossier.inspector.compare)

    # Windows

    def quit_all(self) -> None:
        """End this window and all others; what is open in them is open again when Adref begins."""
        try:
            self.windows.quit_others()
        except OSError as error:
            self.report.trouble(error)
        self.quit()

    def quit(self) -> None:
        """End this window; what is open in it is open again when Adref begins."""
        self.comes_back = True
        self.comes_back = self.close()

    def _quit_with_others(self) -> None:
        """Another window was quit, and asks for all: what is asked here by a dialog is asked no more."""
        self.comes_back = True
        QApplication.closeAllWindows()
        self.comes_back = not self.isVisible()

    def _look_again(self) -> None:
        """The window is in front again: others may have written meanwhile what it shows."""
        self.choosing.look_again()
        self.watching.look()
        self.resuming.changed()
        if self.going.place == "start":
            self.shelf.show()

    # Events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_again()

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
        if self.jumping.palette.isVisible():
            self.jumping.palette.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.masthead_form.tell()
        if not self.leaving.may(self.quit if self.comes_back else self.close):
            event.ignore()
            return
        self.holding.save()
        self.resuming.close(stays=self.comes_back)
        self.drafting.projecting.close()
        self.drafting.writing.close()
        # What is being kept is finished; nobody need look on.
        self.hide()
        self.background.close()
        self.tidying.close()
        if (listing := self.desk.listing) is not None:
            self.desk.listing = None  # nobody asks it anything more
            listing.dossier.close()
        super().closeEvent(event)


def _start_keys() -> dict[str, str]:
    """The shortcuts the start page hints at; pasting answers to the system's own key there."""
    acts = {"new": "new_dossier", "open": "open", "compare": "compare_files", "help": "help"}
    return {name: BY_NAME[act].keys for name, act in acts.items()} | {"paste": "Ctrl+V"}
