"""The window for the room. Nothing on it is private: no names, no notes to oneself, no cursor, no status, no clock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from widgets.projector.drawing import Around, draw_page
from widgets.projector.fitting import Fitted, fit, page_room
from widgets.projector.paragraph import ProjectorParagraph, heading
from widgets.theme import tokens as appearance
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import HIGH_CONTRAST, LIGHT, Tokens, theme_changed

_PAUSE = 80
"""Milliseconds between two looks at a text that is being typed."""
_OPENING = 1500
"""And in which a window that opens on another screen stands there."""
_SETTLING = 500
"""And after which the windows stand where the system puts them when a screen comes or goes."""
MOST = 9


class ProjectorWindow(QWidget):
    """A few paragraphs, as large as they fit.

    `step(int)`: the next (1) or the previous (-1) paragraph is wanted; answer with `show_text(..., asked=True)`.
    `count_changed(int)`: so many paragraphs are wanted, from the first on; answer likewise. `closed()` when it goes,
    `changed()` when `shown`, `holds`, `black` or `notes` is another, `followed()` when it stands still no more and the
    text at the cursor is wanted.
    """

    step = Signal(int)
    count_changed = Signal(int)
    changed = Signal()
    followed = Signal()
    closed = Signal()

    def __init__(self, paper: str = "white", *, holds: bool = False, notes: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("For the room – Adref")  # Qt puts the name of the program behind any other title
        self.setMinimumSize(480, 300)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty("help", "projector")
        speak_as(self, Role.Document)
        self.count = 1
        self._paper, self._holds, self._notes, self._black = paper, holds, notes, False
        self._title = self._latest_title = ""
        self._paragraphs: tuple[ProjectorParagraph, ...] = ()
        self._latest: tuple[ProjectorParagraph, ...] = ()
        self._brackets = self._latest_brackets = 0
        self._fitted: Fitted | None = None
        self._page, self._turns, self._opens = 0, True, True
        self._beside: QWidget | None = None
        self._waits = False  # for a screen of its own
        self._desk: QWidget | None = None
        """The window that has the keyboard, while window managers give it to one that opens."""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLING)
        self._settled.timeout.connect(self._look_for_a_screen)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self._take)
        theme_changed.connect(self._other_theme)

    # What is shown

    def open_beside(self, window: QWidget | None) -> None:
        """Full screen on a screen where `window` is not; a window like others where there is one screen.

        So again when a screen comes or goes: the cable to a beamer is put in late, or falls out.
        """
        self._beside = window
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_change)
        app.screenRemoved.connect(self._screens_change)
        self._take_a_screen()

    def _screens_change(self, _screen: QScreen) -> None:
        self._settled.start()

    def _look_for_a_screen(self) -> None:
        if not self.isVisible() or self.isMinimized():
            return
        # It may have become the desk's screen, and be the beamer's again: a screen that sleeps goes, too.
        if self._waits or self.screen() is self._screen_of_the_desk():
            self._take_a_screen()

    def _screen_of_the_desk(self) -> QScreen:
        return self._beside.screen() if self._beside is not None else QGuiApplication.primaryScreen()

    def _take_a_screen(self) -> None:
        here = self._screen_of_the_desk()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        if other is None and self._waits:
            return  # a window already, and as large as it was made since
        self._waits = other is None
        if other is not None or self.isFullScreen():
            # Whoever turns the pages at the window itself goes on doing so.
            self._desk = None if self.isActiveWindow() else self._beside
            QTimer.singleShot(_OPENING, self, self._opened)
        if other is not None:
            self.setGeometry(other.geometry())
            self.showFullScreen()
            return
        room = here.availableGeometry()
        self.showNormal()
        self.resize(min(1280, round(room.width() * 0.7)), min(720, round(room.height() * 0.7)))

    def _opened(self) -> None:
        self._desk = None

    def show_text(
        self, title: str, paragraphs: Sequence[ProjectorParagraph], brackets: int, *, asked: bool = False
    ) -> None:
        """Show paragraphs and how many brackets are open in them.

        While the window holds, only what it asked for (`asked`) is shown; the rest waits until it follows again.
        What comes in haste, as while one types, is shown at most every 80 ms.
        """
        self._latest_title, self._latest, self._latest_brackets = title, tuple(paragraphs), brackets
        if asked or not self._paragraphs:
            self._take(anyway=True)
        elif not self._holds and not self._clock.isActive():
            self._clock.start()

    def _take(self, *, anyway: bool = False) -> None:
        if self._holds and not anyway:
            return
        self._clock.stop()
        # Whoever turned the pages by hand turns them until the caret or the words are elsewhere.
        self._turns = self._turns or self._latest != self._paragraphs
        elsewhere = [one.key for one in self._latest] != [one.key for one in self._paragraphs]
        self._title, self._paragraphs, self._brackets = self._latest_title, self._latest, self._latest_brackets
        if elsewhere:
            self._page, self._opens = 0, True
        self._lay_out_again()
        self.changed.emit()

    def _lay_out_again(self) -> None:
        self._fitted = None
        self.setAccessibleName(f"For the room: {self.shown or 'nothing'}")
        self.setAccessibleDescription("\n".join(paragraph.spoken for paragraph in self._paragraphs))
        self.update()

    @property
    def shown(self) -> str:
        """What stands on the screen: "OP9", "OP9 to OP11"."""
        names = [paragraph.name for paragraph in self._standing if paragraph.name]
        return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}" if names else ""

    @property
    def _standing(self) -> Sequence[ProjectorParagraph]:
        """The paragraphs that are not gone, by which all are called; where all are gone, those."""
        return [one for one in self._paragraphs if not one.gone] or self._paragraphs

    @property
    def tokens(self) -> Tokens:
        """The colours of the room: those of white paper, whatever the desk wears, unless asked otherwise."""
        now = appearance.current()
        if self._paper == "theme" or now.name == HIGH_CONTRAST.name:
            return now
        return LIGHT

    @property
    def fitted(self) -> Fitted:
        """The text as it is laid out now."""
        if self._fitted is None:
            room = page_room(self.width(), self.height())
            size = (room.width(), room.height())
            guess = self._guess
            made = fit(self._paragraphs, size, self.width(), self.tokens, notes=self._notes, guess=guess)
            self._fitted, self._guess = made, made.size
            page = made.page_of_caret if self._turns else None
            if page is None:
                page = made.page_of_standing if self._opens else min(self._page, len(made.pages) - 1)
            self._page, self._opens = page, False
        return self._fitted

    _guess = 0.0

    @property
    def page(self) -> tuple[int, int]:
        """The page shown, from 1 on, and how many there are."""
        count = len(self.fitted.pages)
        return self._page + 1, count

    # What can be done

    @property
    def holds(self) -> bool:
        """Whether it stands still."""
        return self._holds

    def hold(self, on: bool) -> None:
        """Stand still, or follow the cursor again."""
        self._holds = on
        if not on:
            self._take()
        self.changed.emit()
        if not on:
            self.followed.emit()

    @property
    def black(self) -> bool:
        """Whether nothing is shown."""
        return self._black

    def blacken(self, on: bool) -> None:
        """Show nothing, or the text again."""
        self._black = on
        self.update()
        self.changed.emit()

    @property
    def notes(self) -> bool:
        """Whether footnotes stand under the text."""
        return self._notes

    def show_notes(self, on: bool) -> None:
        """Show the footnotes under the text, or their marks alone."""
        self._notes = on
        self._lay_out_again()
        self.changed.emit()

    def set_paper(self, paper: str) -> None:
        """ "white" paper, or that of the "theme"."""
        self._paper = paper
        self._lay_out_again()

    def go(self, by: int) -> None:
        """The next page (1) or the previous one (-1); at the end of the text ask for another paragraph."""
        page, count = self.page
        if 1 <= page + by <= count:
            self._page += by
            self._turns = False
            self.update()
            self.changed.emit()
        else:
            self.step.emit(by)

    def set_count(self, count: int) -> None:
        """Ask for so many paragraphs, 1 to 9."""
        wanted = max(1, min(MOST, count))
        if wanted != self.count:
            self.count = wanted
            self.count_changed.emit(wanted)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.go(1)
        elif key in (Qt.Key.Key_P, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.go(-1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_count(self.count + 1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.set_count(self.count - 1)
        elif key in (Qt.Key.Key_H,):
            self.hold(not self._holds)
        elif key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.blacken(not self._black)
        elif key == Qt.Key.Key_F:
            self.show_notes(not self._notes)
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self._desk is not None and self.isActiveWindow():
            # Words that are being typed would turn the room's pages and make it black.
            self._desk.activateWindow()
        if event.type() == QEvent.Type.WindowStateChange:
            # On a beamer the arrow of the mouse is one more thing that is not for the room.
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fitted, self._guess = None, 0.0
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._clock.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _other_theme(self, _tokens: object) -> None:
        self._lay_out_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._black:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        else:
            head = heading([paragraph.label for paragraph in self._standing])
            mirrored = bool(self._paragraphs) and self._paragraphs[0].mirrored
            around = Around(head, self._brackets, self._title, mirrored)
            draw_page(painter, self.size(), self.fitted, self._page, around, self.tokens)
        painter.end()
