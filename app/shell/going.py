"""Going about the window: which page is shown with what in it, and back, and forward."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.shell.frame import Frame
from app.shell.history import Stop
from app.shell.led_away import LedAway
from app.shell.lying_open import LyingOpen
from app.shell.pages import Pages
from app.subjects.came_back import CameBack
from app.subjects.compared import Compared, InColumns
from app.subjects.draft_lines import draft_line
from app.subjects.ledger_of import LedgerOf
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.subjects.three_sides import ThreeSides
from models.editing.edit import Selection
from models.reading.reading import ReadingWarning
from widgets.text.ready import Ready

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)

_SOON = 10
"""Milliseconds from the end of a long act until another text takes the place of the one it was done on."""


class Going(LyingOpen):
    """`read_wanted(id)` and `compare_wanted(older, newer)` ask for what is not at hand yet; `gone()` after a going."""

    read_wanted = Signal(str)
    compare_wanted = Signal(str, str)
    gone = Signal()

    def __init__(self, frame: Frame, pages: Pages, desk: Desk) -> None:
        super().__init__(frame, pages, desk)
        self.leading_away = LedAway(pages.text.sheet, desk, lambda: self.writes).later
        self.doubts: dict[str, Sequence[ReadingWarning]] = {}
        self._coming: Stop | None = None
        """A draft that is shown once the long act on the text before it is done."""
        self._next: list[Callable[[], object]] = []
        """What is done once no act on the text is under way any more."""
        # What waits for the act on the sheet itself goes before, and keys may come between the end of it and this.
        for free in (pages.text.sheet.under_way.ended, pages.text.sheet.waits_no_longer):
            free.connect(lambda: QTimer.singleShot(_SOON, self, self._come))

    def show_working(self, text: OpenText) -> None:
        """Go to the working text."""
        if self.working is not None and self.working is not text:
            self.history.swap(self.working, text)
        self.working = text
        self.go(Stop("text", text))

    def go_on(self, text: OpenText) -> bool:
        """The working text was kept and goes on as another in its place, where nobody is led back to it; whether one
        is there."""
        # What was asked for meanwhile takes the text's place once what was typed is in it.
        QTimer.singleShot(_SOON, self, self._come)
        if self.writes and self._coming is None:
            self.show_working(text)
            return True
        self.history.swap(self.working, text)
        if self.shown is self.working:
            self._put_on_page(text)
        self.working = text
        self.refresh()
        return False

    def _put_on_page(self, text: OpenText) -> None:
        was, self.shown = self.shown, text
        self._pages.show_working(text, stays=was is not None and text.follows is was)
        text.follows = None

    def show_side(self, side: Side, at: Selection | None = None) -> None:
        """Go to a draft to read, at a place of it."""
        self.go(Stop("text", side, at))

    def drop(self, came: CameBack) -> None:
        """Nothing of the files that came back is left to be looked at: their stops become the dossier page."""
        here = self.history.now.subject is came
        self.history.drop(came)
        self.came = None
        if here:
            self.show_stop(self.history.now)

    def let_go(self) -> None:
        """The working text is open no more."""
        gone, self.working = self.working, None
        self.history.drop(gone)
        if gone is not None and self.shown is gone:
            self.shown = None
            self.show_stop(self.history.now)

    def lie_behind(self, stop: Stop) -> None:
        """Have a text or a comparison open as if one had come from there to the page that is in front."""
        self.history.put_behind(stop)
        if isinstance(stop.subject, OpenText):
            self.working = stop.subject  # put on its page once that is shown, for the width it will have
        self._put_read(stop)
        if stop.place == "text" and self.shown is stop.subject and stop.at is not None:
            self._pages.text.show_place(stop.at)
        self._put_compared(stop.subject)
        self.refresh()

    def go(self, stop: Stop) -> None:
        """Go to a page and what it shows."""
        self._mark_place()
        self.history.go(stop)
        self.show_stop(stop)

    def _mark_place(self) -> None:
        """Where the caret is in the text, so that back leads there; of what is selected, only what was looked for."""
        now = self.history.now
        if now.place == "text" and now.subject is self.shown and self.shown is not None:
            here = self._pages.text.sheet.selection()
            self.history.replace(replace(now, at=here if here == now.at else here.collapsed))

    def go_back(self) -> None:
        """To where the user was before."""
        self._mark_place()
        self.show_stop(self.history.back())

    def go_forward(self) -> None:
        """To where the user came back from."""
        self._mark_place()
        self.show_stop(self.history.forward())

    def start_anew(self) -> None:
        """Another dossier, or none: what was shown is left behind."""
        self.history.forget()
        self.shown = self.working = self.compared = self.columned = self.merged = self.line = self.came = (
            self.ledger
        ) = None
        self._frame.notices.clear()
        self._frame.status_bar.hush()

    def names_changed(self) -> None:
        """Drafts or the dossier are called otherwise: what is at hand takes the new names."""
        listing = self._desk.listing

        def named(side: Side) -> Side:
            node = listing.node(side.node) if listing and side.node else None
            return replace(side, title=node.label, line=draft_line(node)) if node else side

        shown = self.shown
        text = named(shown) if isinstance(shown, Side) else shown
        both = self.compared
        both = replace(both, old=named(both.old), new=named(both.new)) if both else None
        if text != shown and isinstance(text, Side):
            self._pages.text.show_names(text.title, text.line)
        if both != self.compared and both is not None:
            self._pages.show_compared(both)
        if (text, both) != (shown, self.compared):
            # Stops behind this one hold the old names.
            place, self.shown, self.compared = self.place, text, both
            self.history.forget()
            self.columned = None
            self.history.go(Stop(place, {"text": text, "compare": both}.get(place)))
        self.refresh()

    def go_to(self, place: str) -> None:
        """To a place of the top bar: with what was chosen on the dossier page, else with what is at hand there."""
        page = self._pages.dossier
        choosing = self.place == "dossier"
        shown = self.working or self.shown
        other = isinstance(shown, Side) and choosing and page.choice not in (None, shown.node)
        text_at_hand = shown is not None and not other
        pair = page.inspector.pair
        here = (self.compared.old.node, self.compared.new.node) if self.compared else None
        if place == "dossier" and self._desk.listing:
            self.go(Stop("dossier"))
        elif place == "text" and text_at_hand:
            self.go(Stop("text", shown))
        elif place == "text" and page.choice is not None:
            self.read_wanted.emit(page.choice)
        elif place == "compare" and choosing and page.inspector.several:
            page.inspector.compare()
        elif place == "compare" and self.compared is not None and not (choosing and pair not in (None, here)):
            self.go(Stop("compare", self.columned or self.compared))
        elif place == "compare" and (pair := pair or page.inspector.pair_behind) is not None:
            self.compare_wanted.emit(*pair)

    def compared_again(self, subject: Compared | InColumns) -> None:
        """The texts of the compare page compared once more: it shows them where the reader is."""
        self.history.replace(Stop("compare", subject))
        if isinstance(subject, InColumns):
            self.columned = subject
            self._pages.show_columns(subject, again=True)
        else:
            self.compared = subject
            self._pages.show_compared(subject, again=True)
        self.refresh()

    def go_to_place(self, at: Selection, column: int | None = None) -> None:
        """To a place of the text at hand, or to its paragraph where that is compared with another, be it in columns."""
        if self.place == "compare":
            self._pages.compare.jump_to_new(at.head.position, column)
            return
        self._come_to_text()
        self._pages.text.jump_to_position(at.head.position)
        self._pages.text.sheet.select(at)
        self.history.go(Stop("text", self.shown, at))
        self.refresh()

    def _come_to_text(self) -> None:
        """Have the text at hand in front, and where one is in it marked."""
        if self.place != "text":
            self.go(Stop("text", self.shown))
        self.uncover()
        self._mark_place()

    @property
    def _covered(self) -> bool:
        """Whether something stands in the place of the page, as the form of the masthead does before the text."""
        return self._frame.stack.currentWidget() is not self._pages.named(self.place)

    def uncover(self) -> None:
        """To the page from what stands in its place; in the text the caret is where it was."""
        if self._covered:
            self._mark_place()
            self.show_stop(self.history.now)

    def show_stop(self, stop: Stop) -> None:
        """Show a page with its subject; the page keeps its state where the subject is the same."""
        self._wait_for(None)
        self._frame.status_bar.leave_page()
        self._frame.notices.clear("files")  # what is said of the two files compared
        # The page first: a text is laid out for the width it will have.
        self._bring_to_front(self._pages.named(stop.place))
        if self._is_held_up(stop.subject):
            self._wait_for(stop)
            self.refresh()
            self.focus_page()
            return
        self._put(stop)
        self._show_place(stop)
        self.refresh()
        self.focus_page()
        self.gone.emit()

    def _bring_to_front(self, page: QWidget) -> None:
        sheet = self._pages.text.sheet
        comes = page is self._pages.text and page is not self._frame.stack.currentWidget()
        if comes and sheet.writes and not sheet.selection().empty:
            # Words that were selected before one went away would give way to the first letter.
            sheet.select(sheet.selection().collapsed)
        self._frame.bring_to_front(page)

    def _put(self, stop: Stop) -> None:
        """Have the page take its subject, where it has another."""
        subject = stop.subject
        if isinstance(subject, OpenText) and subject is not self.shown:
            self._put_on_page(subject)
        self._put_read(stop)
        self._put_compared(subject)
        if isinstance(subject, ThreeSides) and subject is not self.merged:
            self.merged = subject
            self._pages.show_merged(subject)
        if isinstance(subject, CameBack) and subject is not self.came:
            self.came = subject
            self._pages.show_returned(subject)
        if isinstance(subject, LedgerOf) and subject is not self.ledger:
            self.ledger = subject
            self._pages.ledger.show_ledger(subject.view)
        if isinstance(subject, LineOf) and subject is not self.line:
            self.line = subject
            self._pages.show_line(subject)

    def _show_place(self, stop: Stop) -> None:
        """Have the place in sight that one goes to in a text."""
        if stop.place == "text" and stop.at is not None:
            sheet = self._pages.text.sheet
            self._pages.text.show_place(stop.at)
            if not sheet.writes and not stop.at.empty and stop.at.head.position < sheet.shown.count():
                sheet.select(stop.at)  # words that were looked for

    def _put_read(self, stop: Stop) -> None:
        side = stop.subject
        if isinstance(side, Side) and side is not self.shown:
            self._leave_working()
            self.shown = side
            self._pages.show_side(side, self.doubts.get(side.node or "", ()))

    def _put_compared(self, subject: object) -> None:
        if isinstance(subject, InColumns) and subject is not self.columned:
            self.columned = subject
            self._pages.show_columns(subject)
        if isinstance(subject, Compared) and (subject is not self.compared or self.columned is not None):
            self.compared, self.columned = subject, None
            self._pages.show_compared(subject)

    def _is_held_up(self, subject: object) -> bool:
        """Whether a draft cannot take the place of the working text yet: an act on all of that is under way, or it is
        being kept."""
        other = isinstance(subject, Side) and subject is not self.shown
        return other and isinstance(self.shown, OpenText) and self._pages.text.sheet.held

    def _wait_for(self, stop: Stop | None) -> None:
        """Show a stop as soon as the sheet is free; keys pressed until then are not for what lies there."""
        sheet = self._pages.text.sheet
        if stop is not None:
            sheet.installEventFilter(self)
        elif self._coming is not None:
            sheet.removeEventFilter(self)
        self._coming = stop

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in _KEYS

    def when_free(self, then: Callable[[], object]) -> None:
        """Do what takes the text away, as soon as no act on it is under way, however that ends, and it is not being
        kept."""
        self._next.append(then)
        self._come()

    def _come(self) -> None:
        while self._next and not self._pages.text.sheet.held:
            self._next.pop(0)()
        if self._coming is not None and not self._is_held_up(self._coming.subject):
            self.show_stop(self._coming)

    def _leave_working(self) -> None:
        """Another text takes the page: where the caret was is remembered."""
        if isinstance(self.shown, OpenText):
            page = self._pages.text
            self.shown.selection = page.sheet.selection()
            self.shown.make_ready(Ready(page.sheet.text.bracketed, page.outline.lines))

    def focus_page(self) -> None:
        """Put the keyboard where the page's work is, or back into what stands in its place."""
        page = self._frame.stack.currentWidget()
        work = page.focusWidget() or page if self._covered else self._pages.first_in(self.place)
        work.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self) -> None:
        """Put the keyboard where it was on the page before something came over it."""
        was = self._frame.stack.currentWidget().focusWidget()
        if was is not None and was.isVisible() and was.isEnabled():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_page()
