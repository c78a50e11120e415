"""From "Export…" to a file: the dialog, the comparison it shows, where the file goes, and writing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.commands.terms import write_certificate
from app.compared import Compared, compare_sides
from app.dossier.desk import Desk
from app.export.subject import FILE, subject_of
from app.export.work import Written, write_export
from app.running.background import Background, Task
from app.settings.choosing import Choosing
from app.shell.asking import Asking
from app.sides import Side
from models.circulation.certificate import certificate_text
from models.circulation.typesetting import Typesetting, paper
from models.dossier import Dossier
from widgets.export.choices import Choices, Subject, certificate_name
from widgets.export.dialog import ExportDialog

Read = Callable[[], Side]


@dataclass
class Export:
    """One export while its dialog is open."""

    dialog: ExportDialog
    side: Side
    given: Compared | None
    dossier: Dossier | None
    compared: Compared | None = None


class Exporting(QObject):
    """`written` comes with the path of a file that left the house."""

    written = Signal(object)

    def __init__(self, window: QWidget, background: Background, desk: Desk, asking: Asking, choosing: Choosing) -> None:
        super().__init__(window)
        self._window, self._background = window, background
        self._desk, self._asking, self._choosing = desk, asking, choosing
        self.under_way: Export | None = None

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog, while it is open."""
        return self.under_way.dialog if self.under_way else None

    def text(self, read: Read, title: str, compared: Compared | None = None) -> None:
        """Export what `read` gives; where it is compared with another, that one is proposed."""
        listing = self._desk.listing

        def look(_task: Task[tuple[Side, Subject]]) -> tuple[Side, Subject]:
            side = read()
            return side, subject_of(side, compared, listing)

        self._background.run(
            look,
            done=lambda found: self._open(*found, compared, listing.dossier if listing else None),
            words=f"Reading {title}",
            lane="export",
        )

    def _open(self, side: Side, subject: Subject, compared: Compared | None, dossier: Dossier | None) -> None:
        dialog = ExportDialog(subject, parent=self._window, setting=self._remembered())
        export = Export(dialog, side, compared, dossier)
        dialog.against_changed.connect(lambda key: self._compare(export, key))
        dialog.export_chosen.connect(lambda choices: self._ask_where(export, choices))
        dialog.finished.connect(lambda _result: self._close(dialog))
        self.under_way = export
        dialog.open()
        if subject.against:
            self._compare(export, subject.against[0].key)

    def _remembered(self) -> Typesetting:
        now = self._choosing.now
        return Typesetting(paper(now.paper), now.typed_numbers, now.line_numbers, now.ibid)

    def _remember(self, setting: Typesetting) -> None:
        if setting != self._remembered():
            self._choosing.change(
                paper=setting.paper.name,
                typed_numbers=setting.literal_numbers,
                line_numbers=setting.line_numbers,
                ibid=setting.ibid,
            )

    def _compare(self, export: Export, key: str) -> None:
        export.compared = None
        if export.given is not None and key == (export.given.old.node or FILE):
            self._show(export, export.given)
            return
        found = self._desk.draft(key)
        if export.dossier is None or found is None:
            return
        self._background.run(
            lambda task: self._compared(export, found[0], task),
            done=lambda compared: self._show(export, compared),
            words=f"Comparing {found[1]} with {export.side.title}",
            lane="export",
        )

    def _show(self, export: Export, compared: Compared) -> None:
        export.compared = compared
        if self.under_way is export:
            export.dialog.show_comparison(compared.comparison)

    def _ask_where(self, export: Export, choices: Choices) -> None:
        self._asking.place(choices.file_name, choices.form.ending, lambda path: self.write(export, choices, path))

    def write(self, export: Export, choices: Choices, path: Path) -> None:
        """Write the file; the dialog closes when it is written."""
        self._remember(export.dialog.form.paper.all_of_it())

        def make(task: Task[Written]) -> Written:
            compared = export.compared
            if choices.form.compares and compared is None and choices.against is not None:
                # The button was pressed before the comparison had come.
                found = self._desk.draft(choices.against)
                compared = self._compared(export, found[0], task) if found is not None and export.dossier else None
            written = write_export(path, export.side, compared, choices, export.dossier)
            if choices.certificate:
                write_certificate(written.path.with_name(certificate_name(written.path.name)), written.certificate)
            return written

        def done(written: Written) -> None:
            self._show_certificate(export, written, saved=choices.certificate)
            self.written.emit(written.path)

        def failed(error: Exception) -> None:
            export.dialog.reject()
            self._background.report.trouble(error)

        self._background.run(make, done=done, failed=failed, words=f"Writing {path.name}", lane="export")

    def _show_certificate(self, export: Export, written: Written, *, saved: bool) -> None:
        page = export.dialog.show_certificate(written.certificate, saved=saved)
        page.folder_wanted.connect(lambda: show_in_folder(written.path))
        page.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(certificate_text(written.certificate)))
        page.save_wanted.connect(
            lambda: self._asking.place(
                certificate_name(written.path.name), ".txt", lambda path: self._save_certificate(written, path)
            )
        )

    def _save_certificate(self, written: Written, path: Path) -> None:
        self._background.run(
            lambda _task: write_certificate(path, written.certificate),
            words=f"Writing {path.name}",
            lane="export",
        )

    def _compared(self, export: Export, read: Read, task: Task[Any]) -> Compared:
        return compare_sides(read(), export.side, export.dossier, task.progress)

    def _close(self, dialog: ExportDialog) -> None:
        if self.under_way is not None and self.under_way.dialog is dialog:
            self.under_way = None
        dialog.deleteLater()


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
