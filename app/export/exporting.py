"""From "Export…" to a file: the dialog, the comparison it shows, where the file goes, and writing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.commands.terms import write_certificate
from app.compared import Compared, compare_sides
from app.dossier.desk import Desk, draft_line
from app.export.subject import FILE, subject_of
from app.export.work import Written, write_export
from app.running.background import Background, Task
from app.running.report import Report
from app.settings.choosing import Choosing
from app.settings.settings import Settings
from app.shell.asking import Asking
from app.sides import Side, draft_side
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

    def __init__(self, window: QWidget, background: Background, desk: Desk, asking: Asking, report: Report) -> None:
        super().__init__(window)
        self._window, self._background = window, background
        self._desk, self._asking, self._report = desk, asking, report
        self.under_way: Export | None = None
        self.choosing: Choosing | None = None
        """Where the choices of the last export are remembered."""

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
            failed=self._report.trouble,
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
        now = self.choosing.now if self.choosing is not None else Settings()
        return Typesetting(paper(now.paper), now.typed_numbers, now.line_numbers, now.ibid)

    def _remember(self, setting: Typesetting) -> None:
        if self.choosing is not None and setting != self._remembered():
            self.choosing.change(
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
        listing, dossier = self._desk.listing, export.dossier
        node = listing.node(key) if listing else None
        if dossier is None or node is None:
            return

        def compare(task: Task[Compared]) -> Compared:
            old = draft_side(dossier, node, draft_line(node))
            return compare_sides(old, export.side, dossier, task.progress)

        self._background.run(
            compare,
            done=lambda compared: self._show(export, compared),
            failed=self._report.trouble,
            words=f"Comparing {node.label} with {export.side.title}",
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
                compared = self._compared_now(export, choices.against, task)
            written = write_export(path, export.side, compared, choices, export.dossier)
            if choices.certificate:
                write_certificate(written.path.with_name(certificate_name(written.path.name)), written.certificate)
            return written

        def done(written: Written) -> None:
            self._show_certificate(export, written, saved=choices.certificate)
            self.written.emit(written.path)

        def failed(error: Exception) -> None:
            export.dialog.reject()
            self._report.trouble(error)

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
            done=lambda _none: None,
            failed=self._report.trouble,
            words=f"Writing {path.name}",
            lane="export",
        )

    def _compared_now(self, export: Export, key: str, task: Task[Written]) -> Compared | None:
        """The comparison where the button was pressed before it had come."""
        listing, dossier = self._desk.listing, export.dossier
        node = listing.node(key) if listing else None
        if dossier is None or node is None:
            return None
        return compare_sides(draft_side(dossier, node, draft_line(node)), export.side, dossier, task.progress)

    def _close(self, dialog: ExportDialog) -> None:
        if self.under_way is not None and self.under_way.dialog is dialog:
            self.under_way = None
        dialog.deleteLater()


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
