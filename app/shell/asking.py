"""Asking for files: the system's own dialogs, which do not stop the window."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.running.answering import answer_of
from models.telling.sentences import listed
from widgets.theme.file_dialog import FileDialog

_READ = "*.docx *.docm *.dotx *.dotm *.doc *.odt *.fodt *.rtf *.pdf *.txt *.md *.html *.htm *.mht *.mhtml *.eml"
TEXTS = (f"Texts ({_READ})", "All files (*)")
ANY = (f"Dossiers and texts (*.adref {_READ})", "All files (*)")

SAVED = {
    ".adref": "Dossiers",
    ".docx": "Word files",
    ".pdf": "PDF files",
    ".html": "Web pages",
    ".md": "Markdown files",
    ".xml": "Akoma Ntoso files",
    ".txt": "Text files",
}
"""What files of each ending that is written are called."""

Take = Callable[[Sequence[Path]], None]
Look = Callable[[Callable[[], bool], Callable[[bool], None]], object]


class Asking(QObject):
    """Remembers the folder of the last choice, "" before any.

    `look` looks whether a folder is there, and hands it on; one on a network may take its time.
    """

    def __init__(self, window: QWidget, folder: str, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self.folder = folder

    def files(self, title: str, kinds: Sequence[str], take: Take, *, several: bool = False) -> None:
        """Ask for a file, or for several in an order."""
        self._where(self.folder, lambda folder: self._ask_for_files(folder, title, kinds, take, several=several))

    def _where(self, folder: Path | str, then: Callable[[Path], None]) -> None:
        """Go on with a folder where it is there, else with the home."""
        home = Path.home()
        if folder in ("", home):
            then(home)
            return
        wanted = Path(folder)
        self._look(
            lambda: answer_of(wanted, Path.is_dir, otherwise=False), lambda there: then(wanted if there else home)
        )

    def _ask_for_files(self, folder: Path, title: str, kinds: Sequence[str], take: Take, *, several: bool) -> None:
        dialog = FileDialog(self._window, title, str(folder))
        dialog.setNameFilters(list(kinds))
        mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)

        def chosen(names: Sequence[str]) -> None:
            files = [Path(name) for name in names]
            if files:
                self._remember(files[0])
                take(files)

        dialog.filesSelected.connect(chosen)
        dialog.open()

    def two_files(self, take: Callable[[Path, Path], None]) -> None:
        """Ask for the older, then for the newer text; both may be chosen at once."""

        def first(files: Sequence[Path]) -> None:
            if len(files) == 2:
                take(files[0], files[1])
            else:
                self.files("The newer text", TEXTS, lambda more: take(files[0], more[0]))

        self.files("The older text, or both", TEXTS, first, several=True)

    def new_dossier(self, folder: Path, take: Callable[[Path], None]) -> None:
        """Ask where a new dossier goes."""
        self._where(folder, lambda where: self._save("New dossier", where / "Negotiation.adref", ".adref", take))

    def place(
        self,
        name: str,
        ending: str,
        take: Callable[[Path], None],
        title: str = "Export",
        beside: Callable[[str], str] | None = None,
    ) -> None:
        """Ask where a file of that name goes, which is given its ending; nothing is replaced before that was asked.

        `beside` names a second file that is written with it.
        """

        def chosen(place: Path) -> None:
            self._remember(place)
            take(place)

        self._where(self.folder, lambda where: self._save(title, where / name, ending, chosen, beside))

    def _save(
        self,
        title: str,
        offered: Path,
        ending: str,
        take: Callable[[Path], None],
        beside: Callable[[str], str] | None = None,
    ) -> None:
        dialog = FileDialog(self._window, title, str(offered.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.setNameFilter(_named(ending))
        dialog.selectFile(offered.name)

        def chosen(name: str) -> None:
            # A dialog takes the end of "A_C.2_80_L.17" for an ending, adds none, and asks about a file of that name.
            asked = Path(name)
            place = asked if asked.suffix.lower() == ending else asked.with_name(asked.name + ending)
            unasked = [place] if place != asked else []
            unasked += [place.with_name(beside(place.name))] if beside is not None else []
            # Path.exists raises where a name is too long to be looked for.
            there = [one.name for one in unasked if os.path.exists(one)]  # noqa: PTH110
            if there:
                self._ask_to_replace(there, partial(take, place), again)
            else:
                take(place)

        def again() -> None:
            self._save(title, offered, ending, take, beside)

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _ask_to_replace(self, names: Sequence[str], replace: Callable[[], None], other: Callable[[], None]) -> None:
        """Asks as the system's own dialogs do, which did not."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        are, them = ("is", "it") if len(names) == 1 else ("are", "them")
        box.setText(f"{listed([f'“{name}”' for name in names])} {are} there already. Replace {them}?")
        yes = box.addButton("Replace", QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton("Choose another name", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.buttonClicked.connect(lambda button: replace() if button is yes else other())
        box.finished.connect(box.deleteLater)
        box.open()

    def _remember(self, file: Path) -> None:
        self.folder = str(file.parent)


def _named(ending: str) -> str:
    """The files of an ending as a dialog shows them: "Dossiers (*.adref)"."""
    return f"{SAVED[ending]} (*{ending})"


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
