"""The real program, driven from outside: what it is sent is worked out in the window's thread, and answered.

`python -m tests.app.driven_window` takes the arguments of the program. It listens on a socket in a folder that its
environment names, and so does every further window it opens. `Driven` is the other end.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0
_WHERE = "ADREF_DRIVEN_FROM"


class Driven:
    """One window, in a process of its own."""

    def __init__(self, socket_file: Path) -> None:
        self._file = socket_file
        self.process = int(socket_file.name)

    def ask(self, words: str) -> object:
        """What an expression about `window` comes to there; so `act`, `key`, `letters`, `drop` and `said` are known."""
        with socket.socket(socket.AF_UNIX) as way:
            way.settimeout(_PATIENCE)
            way.connect(str(self._file))
            way.sendall(f"{words}\n".encode())
            with way.makefile() as answer:
                return ast.literal_eval(answer.read())

    def until(self, words: str) -> None:
        """Wait until an expression holds there."""
        end = time.monotonic() + _PATIENCE
        while not self.ask(f"bool({words})"):
            assert time.monotonic() < end, f"{words} never held; {self.ask('said(window)')}"
            time.sleep(0.05)

    @property
    def lives(self) -> bool:
        try:
            # One that was killed is still there for the process that began it, until that asks.
            with suppress(ChildProcessError):
                os.waitpid(self.process, os.WNOHANG)
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        """End it the hard way."""
        os.kill(self.process, signal.SIGKILL)

    def wait(self) -> None:
        """Until it has ended by itself."""
        end = time.monotonic() + _PATIENCE
        while self._file.exists() and self.lives:
            assert time.monotonic() < end, "it did not end"
            time.sleep(0.05)


class Desktop:
    """A user's folders and the windows over them, all of which are gone at the end."""

    def __init__(self, home: Path) -> None:
        # The name of a socket may not be long.
        self.home, self._sockets = home, Path(tempfile.mkdtemp(prefix="adref-"))
        self._known: list[Driven] = []
        self._begun: list[subprocess.Popen[bytes]] = []

    def begin(self, *arguments: str) -> Driven:
        """Start the program by hand."""
        folders = {name: str(self.home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        surroundings = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | folders
        surroundings |= {"HOME": str(self.home), _WHERE: str(self._sockets)}
        command = [sys.executable, "-m", "tests.app.driven_window", *arguments]
        self._begun.append(subprocess.Popen(command, cwd=_ROOT, env=surroundings))
        return self.next()

    def next(self) -> Driven:
        """The window that comes up next, whoever opened it."""
        end = time.monotonic() + _PATIENCE
        while True:
            for file in self._sockets.iterdir():
                if file.suffix == "" and all(int(file.name) != one.process for one in self._known):
                    self._known.append(Driven(file))
                    return self._known[-1]
            assert time.monotonic() < end, "no window came"
            time.sleep(0.05)

    def end(self) -> None:
        """No window stays; one that still begins ends where it finds nobody to listen to."""
        for one in [*self._known, *(Driven(file) for file in self._sockets.iterdir() if file.suffix == "")]:
            if one.lives:
                one.kill()
        for process in self._begun:
            process.kill()  # one that has no socket yet is not among the known
            process.wait()
        shutil.rmtree(self._sockets)


# The program that is driven


class _Ear(QObject):
    heard = Signal(object)

    def listen(self, folder: Path) -> None:
        ear = socket.socket(socket.AF_UNIX)
        part = folder / f"{os.getpid()}.part"
        try:
            ear.bind(str(part))
            ear.listen()
            part.rename(folder / str(os.getpid()))
        except OSError:
            os._exit(1)
        while True:
            self.heard.emit(ear.accept()[0])


def _answer(way: socket.socket) -> None:
    from PySide6.QtTest import QTest

    from app.window.window import Window
    from tests.app.at_the_keys import press_letter

    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))

    def act(name: str) -> None:
        window.acts[name].trigger()

    def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(window.focusWidget() or window, key, held)

    def letters(words: str) -> None:
        for letter in words:
            press_letter(window.pages.text.sheet, letter)

    def drop(path: str, held: Qt.KeyboardModifier) -> None:
        data, button = QMimeData(), Qt.MouseButton.LeftButton
        data.setUrls([QUrl.fromLocalFile(path)])
        window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, held))
        assert window.veil.words.endswith(" in a new window")
        window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, held))

    def said(window: Window) -> list[str]:
        return [line.head.text() for line in window.notices.shown]

    with way, way.makefile("rw") as both:
        known = {"window": window, "act": act, "key": key, "letters": letters, "drop": drop, "said": said, "Qt": Qt}
        found = eval(both.readline(), known)
        both.write(repr(found if isinstance(found, bool | float | int | str | list | tuple) else None))


def main() -> int:
    """Run the program to its end; its exit status."""
    from app.main import _window
    from app.starting import application

    application()
    folder = Path(os.environ[_WHERE])
    ear = _Ear()
    ear.heard.connect(_answer, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=ear.listen, args=[folder], daemon=True).start()
    try:
        return _window(sys.argv[1:])
    finally:
        (folder / str(os.getpid())).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
