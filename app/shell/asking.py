"""Asking for files: the system's own dialogs, which do not stop the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

TEXTS = ("Texts (*.docx *.docm *.dotx *.doc *.odt *.rtf *.pdf *.txt *.md *.html *.htm)", "All files (*)")
ANY = (
    "Dossiers and texts (*.adref *.docx *.docm *.dotx *.doc *.odt *.rtf *.pdf *.txt *.md *.html *.htm)",
    "All files (*)",
)

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


class Asking(QObject):
    """Remembers the folder of the last choice, "" before any."""

    def __init__(self, window: QWidget, folder: str) -> None:
        super().__init__(window)
        self._window = window
        self.folder = folder

    def files(self, title: str, kinds: Sequence[str], take: Take, *, several: bool = False) -> None:
        """Ask for a file, or for several in an order."""
        dialog = QFileDialog(self._window, title, self.folder or str(Path.home()))
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
        dialog = QFileDialog(self._window, "New dossier", str(folder if folder.is_dir() else Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_named(".adref"))
        dialog.setDefaultSuffix("adref")
        dialog.selectFile("Negotiation.adref")
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()

    def place(self, name: str, ending: str, take: Callable[[Path], None], title: str = "Export") -> None:
        """Ask where a file of that name goes; the dialog itself asks before a file would be replaced."""
        dialog = QFileDialog(self._window, title, self.folder or str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.setNameFilter(_named(ending))
        dialog.selectFile(name)

        def chosen(file: str) -> None:
            self._remember(Path(file))
            take(Path(file))

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _remember(self, file: Path) -> None:
        self.folder = str(file.parent)


def _named(ending: str) -> str:
    """The files of an ending as a dialog shows them: "Dossiers (*.adref)"."""
    return f"{SAVED[ending]} (*{ending})"
