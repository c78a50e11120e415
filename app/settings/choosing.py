"""The settings: asked for in one dialog, held at once, written when they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.running.report import Report
from app.settings.rows import GROUPS
from app.settings.settings import Places, Settings, write_settings
from widgets.settings.dialog import SettingsDialog

Hold = Callable[[Settings], None]


class Choosing(QObject):
    """The settings there are; `hold` is told of each change, `now` is what holds."""

    def __init__(self, window: QWidget, places: Places, settings: Settings, report: Report, hold: Hold) -> None:
        super().__init__(window)
        self._window, self._file, self._report, self._hold = window, places.config / "settings.json", report, hold
        self.folder = places.config
        self.now = settings
        self.dialog: SettingsDialog | None = None
        self.zoom: Callable[[], float] | None = None
        """How large the letters of the text are now: keys and the wheel change that too."""
        self.why_unspelt: Callable[[Callable[[str], None]], None] | None = None
        """Finds out why nothing is spelt on this machine, and tells it where that is so."""

    def ask(self) -> None:
        """Open the dialog: it is made, then shown, each in a stretch of its own."""
        if self.dialog is not None:
            return
        self._look()
        self.dialog = SettingsDialog(GROUPS, asdict(self.now), self._window)
        self.dialog.changed.connect(lambda name, value: self.change(**{name: value}))
        self.dialog.finished.connect(self._closed)
        QTimer.singleShot(0, self.dialog, self.dialog.open_in_steps)
        if self.why_unspelt is not None:
            self.why_unspelt(lambda words: self._say("spells", words))

    def _say(self, row: str, words: str) -> None:
        if self.dialog is not None:
            self.dialog.lines[row].say(words)

    def _closed(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def change(self, **values: object) -> None:
        """Let settings be otherwise, from now on and the next time."""
        self._look()
        self.now = replace(self.now, **values)  # type: ignore[arg-type]
        self._hold(self.now)
        self.write()

    def _look(self) -> None:
        if self.zoom is not None:
            self.now = replace(self.now, zoom=self.zoom())

    def write(self) -> None:
        """Keep the settings for the next time."""
        try:
            write_settings(self._file, self.now)
        except OSError as error:
            self._report.trouble(error)
