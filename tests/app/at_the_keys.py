"""Hands on the keyboard: keys go to whatever has the focus, as they do for a user."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings.settings import Places, read_settings
from app.subjects.open_text import OpenText
from app.window.window import Window
from widgets.shell.one_by_one import Pieces

WAIT = 20_000
Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT, ALT = Mod.NoModifier, Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier


def press_letter(focus: QWidget, letter: str) -> None:
    """A letter, of whatever script, typed into a widget."""
    if letter.isascii():
        QTest.keyClicks(focus, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, 0, NONE, letter))


def node(window: Window, draft: str | int) -> str:
    """The id of a draft of the open dossier: by its label, or by its place, the oldest first."""
    assert window.desk.listing is not None
    nodes = window.desk.listing.nodes
    return nodes[-1 - draft].id if isinstance(draft, int) else next(one.id for one in nodes if one.label == draft)


class Hands:
    """Types into a window."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """A key for whatever has the focus."""
        for _ in range(times):
            focus = QApplication.focusWidget()
            assert focus is not None, "nothing has the keyboard"
            QTest.keyClick(focus, key, held)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        """Letters, one after the other; a line end is Enter."""
        for letter in words:
            if letter == "\n":
                self.press(Key.Key_Return)
                continue
            focus = QApplication.focusWidget()
            assert focus is not None, "nothing has the keyboard"
            press_letter(focus, letter)

    def do(self, words: str) -> None:
        """An action by its words, through the palette."""
        self.press(Key.Key_K, CTRL)
        self.type(words)
        self.press(Key.Key_Return)

    def rest(self) -> None:
        """Until nothing is under way, and the window has the keyboard again."""
        self.qtbot.waitUntil(lambda: not (self.window.background.tasks or self._something_comes()), timeout=WAIT)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=WAIT)

    def _something_comes(self) -> bool:
        return any(owner.findChildren(Pieces) for owner in (self.window, self.window.helping))

    def take(self, files: Sequence[Path]) -> None:
        """Begin a dossier with files: until all is known of their drafts."""
        self.window.take_files(files)
        self.qtbot.waitUntil(lambda: len(self.window.desk.stories) == len(files), timeout=WAIT)
        self.rest()

    def new_dossier(self, path: Path) -> None:
        """Ctrl+N, a name, Enter."""
        self.press(Key.Key_N, CTRL)

        def dialog() -> bool:
            return any(one.isVisible() for one in self.window.findChildren(QFileDialog))

        self.qtbot.waitUntil(dialog, timeout=WAIT)
        self.type(str(path))
        self.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window.desk.path == path, timeout=WAIT)
        self.rest()

    def new_text(self) -> OpenText:
        """Ctrl+Shift+E: a text begun on nothing."""
        self.press(Key.Key_E, CTRL | SHIFT)
        return self.written()

    def write_on(self) -> OpenText:
        """Ctrl+Shift+W: the text on the draft that is chosen or read."""
        self.press(Key.Key_W, CTRL | SHIFT)
        return self.written()

    def written(self) -> OpenText:
        """The text that is written, once it is on the screen."""
        self.qtbot.waitUntil(lambda: self.window.going.writes, timeout=WAIT)
        self.rest()
        text = self.window.drafting.writing.open
        assert text is not None
        return text

    def journaled(self) -> None:
        """Until all that was written is in the file."""
        text = self.window.drafting.writing.open
        assert text is not None
        self.qtbot.waitUntil(lambda: not text.journal.pending, timeout=WAIT)


def ask_nobody(window: Window) -> None:
    """A window taken apart asks about nothing that a busy machine has not yet written when its test ends."""
    window.leaving.asks = False


def again(qtbot: QtBot, places: Places) -> Window:
    """The program begun once more."""
    window = Window(places, read_settings(places.config / "settings.json"))
    qtbot.addWidget(window, before_close_func=ask_nobody)
    window.resuming.begin(again=True)
    window.show()
    window.resuming.resume()
    window.rescuing.look()
    Hands(qtbot, window).rest()
    return window
