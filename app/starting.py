"""From a command line without a command to a window on the screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.running.loading_rest import load_rest
from app.running.once_more import begin_beside, begin_instead
from app.running.report import keep_log
from app.running.told_to_end import ToldToEnd
from app.settings.settings import Places, Settings, read_settings, usual_places
from app.shell.room import room_for
from app.window.window import Window
from widgets.theme import style
from widgets.theme.enlarged import enlarged
from widgets.theme.mark import window_icon

_NEXT = 1_000
"""Milliseconds after which the next window comes back: the first has what it needs of the machine then."""
_PAINTED = 50
"""Milliseconds after which the window is painted: what shares Python with it meanwhile doubled the time that takes."""
_TURN = 0.001
"""Seconds that work off the window's thread may keep Python to itself while the window waits for it.

Painting gives Python away at each call of Qt; with the 5 ms that are usual a page is painted in tenths of a second
while something long is worked out beside it.
"""


def application() -> QApplication:
    """The one QApplication, named."""
    sys.setswitchinterval(_TURN)
    app = QApplication.instance() or enlarged(lambda: QApplication(sys.argv[:1]))
    assert isinstance(app, QApplication)
    app.setApplicationName("adref")
    app.setApplicationDisplayName("Adref")
    app.setDesktopFileName("adref")
    app.aboutToQuit.connect(_let_go_of_what_was_copied)
    return app


def _end(app: QApplication, window: Window) -> None:
    window.comes_back = True
    window.leaving.asks = False
    app.closeAllWindows()
    app.quit()


def _let_go_of_what_was_copied() -> None:
    # Off the screen the clipboard is Qt's own and outlives Python, which made what is in it and must take it down.
    if QGuiApplication.platformName() == "offscreen":
        QGuiApplication.clipboard().clear()


def run_window(files: Sequence[Path], *, how: str = "") -> int:
    """Open the window and stay until it closes; exit status. `how` it begins where no files are given: "sample",
    "new-window", "behind", or with what was open in a window that is gone.

    Where more of them are gone, another comes back after this one, "behind" it.
    """
    app = application()
    places = usual_places()
    settings = read_settings(places.config / "settings.json")
    window = make_window(app, places, settings)
    window.report.watch()
    ToldToEnd(app, lambda: _end(app, window))
    again = not files and how in ("", "behind")
    was = window.resuming.begin(again=again)
    if how == "behind":
        if not was.anything:
            window.close()
            return 0
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    if not was.shape:
        window.resize(window.size().boundedTo(room_for(window)))
    if settings.maximised and not was.shape:
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, lambda: begin(window, files, how=how))
    if was.anything:
        QTimer.singleShot(_NEXT, lambda: begin_beside(["--behind"]) if window.windows.more else None)
    status = app.exec()
    if app.property("again"):
        # The size of the letters is read once, when the program begins.
        begin_instead([])
    return status


def make_window(app: QApplication, places: Places, settings: Settings) -> Window:
    """The dressed window, not yet shown."""
    style.apply(app, settings.appearance)
    app.setWindowIcon(window_icon())
    return Window(places, settings, keep_log(places.log))


def begin(window: Window, files: Sequence[Path], *, how: str = "") -> None:
    """What was asked for on the command line."""
    if files:
        window.take_files(files)
    elif how == "sample":
        window.compare_sample()
    elif how != "new-window":
        window.resuming.resume()
    window.rescuing.look()
    if how != "sample":
        QTimer.singleShot(_PAINTED, window, window.filing.build_sample)
    load_rest(window, lambda: window.background.tasks, window.made_later)


def self_test() -> int:
    """Build the window without a screen and take it down again: 0 when all of it could be made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        window = make_window(app, Places(folder, folder, folder, folder), Settings())
        window.show()
        app.processEvents()
        window.close()
    print("Adref can start here.")
    return 0
