"""How the settings hold in the window, and what of the window is kept among them for the next time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from app.dossier.filing import Filing
from app.settings.choosing import Choosing
from app.settings.settings import Settings
from app.shell.asking import Asking
from app.shell.frame import APPEARANCES, Frame
from app.text.drafting import Drafting
from app.window.reader_on_pages import ReaderOnPages
from widgets.theme import style
from widgets.writing.page import TextPage


class Holding(QObject):
    """Brings settings into the window, and the window into the settings."""

    def __init__(
        self,
        window: Frame,
        text: TextPage,
        choosing: Choosing,
        drafting: Drafting,
        filing: Filing,
        asking: Asking,
        reader: ReaderOnPages,
    ) -> None:
        super().__init__(window)
        self._window, self._text, self._choosing, self._reader = window, text, choosing, reader
        self._drafting, self._filing, self._asking = drafting, filing, asking

    def begin(self) -> None:
        """The settings the window is opened with; its appearance is on already."""
        now = self._choosing.now
        self._window.acts[_appearance_act(now.appearance)].setChecked(True)
        self._reader.size_letters(now.zoom)
        self._choosing.zoom = lambda: self._text.sheet.zoom
        self._drafting.hold_settings()
        self._name_folder(now)

    def hold(self, now: Settings) -> None:
        """Settings are otherwise: they hold at once."""
        self.set_appearance(now.appearance)
        if now.zoom != self._text.sheet.zoom:  # each page may have letters of its own since
            self._reader.size_letters(now.zoom)
        self._drafting.hold_settings()
        self._name_folder(now)

    def _name_folder(self, now: Settings) -> None:
        self._filing.folder = Path(now.dossier_folder) if now.dossier_folder else None

    def set_appearance(self, choice: str) -> None:
        """Light, dark, high contrast, or as the system."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, choice)
        self._window.acts[_appearance_act(choice)].setChecked(True)
        if choice != self._choosing.now.appearance:
            self._choosing.change(appearance=choice)

    def offer_appearance(self, place: QPoint) -> None:
        """Open the choice of appearances above a place of the screen."""
        menu = self._window.appearance_menu
        menu.popup(place - QPoint(0, menu.sizeHint().height() + 4))

    def save(self) -> None:
        """Keep for the next time how large the window and its letters are, and where files were last asked for."""
        window = self._window
        normal = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
        self._choosing.keep(
            folder=self._asking.folder,
            zoom=self._text.sheet.zoom,
            width=normal.width(),
            height=normal.height(),
            maximised=window.isMaximized(),
        )


def _appearance_act(choice: str) -> str:
    return next((name for name, its in APPEARANCES.items() if its == choice), "appearance_system")
