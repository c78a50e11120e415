"""The settings: asked for in one dialog, held at once, written when they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.running.report import Report
from app.settings.folder_of_new import words_of_folder
from app.settings.settings import Places, Settings, change_settings, read_value
from widgets.theme.saying import say

if TYPE_CHECKING:
    from widgets.settings.dialog import SettingsDialog

Hold = Callable[[Settings], None]
Look = Callable[[Callable[[], str], Callable[[str], None]], object]

_OF_THE_WINDOW = ("zoom", "folder", "width", "height", "maximised")
"""What each window has of its own; the next one begins with what was kept last."""


class Choosing(QObject):
    """The settings there are; `hold` is told of each change, `now` is what holds.

    `look` looks at a folder and hands on what there is to say of it; one on a network may take its time.
    Of what is chosen in another window at the same time nothing is lost.
    """

    def __init__(
        self, window: QWidget, places: Places, settings: Settings, report: Report, hold: Hold, look: Look
    ) -> None:
        super().__init__(window)
        self._window, self._file, self._report, self._hold = window, places.config / "settings.json", report, hold
        self._look_at = look
        self.folder = places.config
        self.now = settings
        self._began = {name: getattr(settings, name) for name in _OF_THE_WINDOW}
        self.dialog: SettingsDialog | None = None
        self.zoom: Callable[[], float] | None = None
        """How large the letters of the text are now: keys and the wheel change that too."""
        self.why_unspelt: Callable[[Callable[[str], None]], None] | None = None
        """Finds out why nothing is spelt on this machine, and tells it where that is so."""

    def who(self) -> str:
        """The name under which things are kept and said now."""
        return self.now.who

    def ask(self) -> None:
        """Open the dialog: it is made, then shown, each in a turn of its own."""
        if self.dialog is not None:
            return
        from app.settings.rows import GROUPS  # no part of the start
        from widgets.settings.dialog import SettingsDialog

        self._look()
        self.dialog = SettingsDialog(GROUPS, asdict(self.now), self._window)
        self.dialog.changed.connect(lambda name, value: self.change(**{name: value}))
        self.dialog.finished.connect(self._closed)
        self.dialog.open_in_steps()
        if self.now.dossier_folder:
            self._tell_of_folder(lambda words: None)
        if self.why_unspelt is not None:
            self.why_unspelt(lambda words: self._say("spells", words))

    def _tell_of_folder(self, aloud: Callable[[str], None]) -> None:
        named = self.now.dossier_folder

        def tell(words: str) -> None:
            if self.dialog is not None and self.now.dossier_folder == named:
                self._say("dossier_folder", words)
                aloud(words)

        self._look_at(lambda: words_of_folder(named), tell)

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
        if values.get("who", self.now.who) != self.now.who:
            names = [self.now.who, *self.now.earlier_names]
            values["earlier_names"] = [name for name in dict.fromkeys(names) if name != values["who"]]
        self._began |= {name: value for name, value in values.items() if name in self._began}
        self._hold_now(replace(self._written(**values), **(self._own | values)))
        if "dossier_folder" in values and self.dialog is not None:
            self._tell_of_folder(partial(say, self.dialog))  # the keyboard is in another field by now

    def keep(self, **values: object) -> None:
        """Keep for the next time what this window has of its own, where that is another than when it was opened."""
        if other := {name: value for name, value in values.items() if value != self._began[name]}:
            self._written(**other)

    def look_again(self) -> None:
        """What was chosen in another window meanwhile holds here too."""
        self._look()
        fresh = replace(read_value(self._file, self.now), **self._own)
        if fresh != self.now:
            self._hold_now(fresh)

    def _hold_now(self, now: Settings) -> None:
        self.now = now
        self._hold(now)

    def _look(self) -> None:
        if self.zoom is not None:
            self.now = replace(self.now, zoom=self.zoom())

    @property
    def _own(self) -> dict[str, Any]:
        return {name: getattr(self.now, name) for name in _OF_THE_WINDOW}

    def _written(self, **values: object) -> Settings:
        """The settings in the file, these among them; those that hold where it cannot be written."""
        try:
            return change_settings(self._file, self.now, **values)
        except OSError as error:
            self._report.trouble(error)
            return self.now
