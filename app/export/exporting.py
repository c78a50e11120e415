"""From "Export…" to a file: the dialog, the comparison it shows, where the file goes, and writing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.export.as_chosen import Written, write_export, write_in_columns
from app.export.to_its_end import write_to_its_end
from app.files.writing import Put, check_place
from app.running.background import Background, Task
from app.settings.choosing import Choosing
from app.settings.own_profiles import change_own_profiles, read_own_profiles
from app.shell.asking import Asking, show_in_folder
from app.subjects.compared import Compared, InColumns, compare_sides
from app.subjects.sides import Side
from models.circulation.certificate import certificate_text
from models.circulation.outgoing import outgoing
from models.circulation.profiles import Profile
from models.circulation.typesetting import Typesetting, paper
from models.dossier import Dossier
from models.dossier.incoming.importing import Progress
from models.draft import DraftError
from widgets.export.choices import Choices, Subject, certificate_name

if TYPE_CHECKING:
    from widgets.export.dialog import ExportDialog
    from widgets.export.preview import Page

Read = Callable[[], Side]
Made = tuple[Written, DraftError | None]
"""A file that is written, and why its certificate could not be saved beside it."""


@dataclass
class Export:
    """One export while its dialog is open."""

    dialog: ExportDialog
    side: Side
    given: Compared | None
    dossier: Dossier | None
    compared: Compared | None = None
    columned: InColumns | None = None


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
        self._look(read, title, compared, None)

    def columns(self, columned: InColumns) -> None:
        """Export drafts that stand in columns, side by side."""

        def read() -> Side:
            from models.word.drafts_in_columns import refuse_too_many

            refuse_too_many(len(columned.sides))
            return columned.sides[-1]

        self._look(read, "the drafts", None, columned)

    def _look(self, read: Read, title: str, compared: Compared | None, columned: InColumns | None) -> None:
        from app.export.subject import subject_of  # no part of the start

        listing = self._desk.listing

        def look(_task: Task[tuple[Side, Subject]]) -> tuple[Side, Subject]:
            side = read()
            return side, subject_of(side, compared and _counted(compared), listing, columned)

        def opened(found: tuple[Side, Subject]) -> None:
            if self.under_way is not None:
                return  # asked for again before the window was behind the dialog
            side, subject = found
            dossier = listing.dossier if listing else None
            against = subject.against[0].key if subject.against and columned is None else None
            known = _given_with(compared, against)
            self._open(Export(self._dialog(subject, known), side, compared, dossier, columned=columned))
            if against is not None and self.under_way is not None:
                self._compare(self.under_way, against)

        self._background.run(look, done=opened, words=f"Reading {title}", lane="export")

    def _dialog(self, subject: Subject, known: Compared | None) -> ExportDialog:
        from widgets.export.dialog import ExportDialog  # no part of the start

        own = read_own_profiles(self._choosing.folder)
        comparison = known.comparison if known is not None else None
        return ExportDialog(subject, parent=self._window, setting=self._remembered(), own=own, comparison=comparison)

    def _open(self, export: Export) -> None:
        dialog = export.dialog
        dialog.against_changed.connect(lambda key: self._compare(export, key))
        dialog.export_chosen.connect(lambda choices: self._ask_where(export, choices))
        dialog.own_profiles_wanted.connect(lambda *asked: self._keep_profiles(dialog, *asked))
        dialog.preview.picture_wanted.connect(lambda page, size: self._paint(export, page, size))
        dialog.finished.connect(lambda _result: self._close(dialog))
        self.under_way = export
        dialog.open_in_steps()

    def _keep_profiles(
        self, dialog: ExportDialog, own: tuple[Profile, ...], chosen: str, removed: Profile | None
    ) -> None:
        try:
            own = change_own_profiles(self._choosing.folder, dialog.form.who.own, own)
        except OSError as error:
            self._background.report.trouble(error)
            return
        dialog.form.show_own(own, chosen, removed)

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
        if (given := _given_with(export.given, key)) is not None:
            self._show(export, given)
            return
        found = self._desk.draft(key)
        if export.dossier is None or found is None:
            return
        self._background.run(
            lambda task: self._compared(export, found[0], task.progress),
            done=lambda compared: self._show(export, compared),
            words=f"Comparing {found[1]} with {export.side.title}",
            lane="export",
        )

    def _show(self, export: Export, compared: Compared) -> None:
        export.compared = compared
        if self.under_way is export:
            export.dialog.show_comparison(compared.comparison)

    def _paint(self, export: Export, page: Page, size: QSize) -> None:
        """The first page of the file, for the preview of a form that Adref lays out on pages itself."""
        from app.export.first_page import first_page  # no part of the start

        choices, compared = export.dialog.form.choices(), export.compared

        def show(picture: QImage | None) -> None:
            if picture is not None and self.under_way is export:
                export.dialog.preview.show_picture(page, picture)

        self._background.run(
            lambda _task: first_page(export.side, compared, choices, export.dossier, size),
            done=show,
            words="Setting the first page",
            lane="first page",
        )

    def _ask_where(self, export: Export, choices: Choices) -> None:
        beside = certificate_name if choices.certificate else None
        write = partial(self.write, export, choices)
        self._asking.place(choices.file_name, choices.form.ending, write, beside=beside)

    def write(self, export: Export, choices: Choices, path: Path) -> None:
        """Write the file; the dialog shows what was verified of it then, or why there is none."""
        self._remember(export.dialog.form.paper.all_of_it())
        against = self._desk.draft(choices.against) if choices.against is not None and export.dossier else None
        make = partial(self._make, export, choices, path, against[0] if against is not None else None)

        def done(made: Made) -> None:
            written, unsaved = made
            if self.under_way is export:  # else the dialog was closed meanwhile
                self._show_certificate(export, written, saved=choices.certificate and unsaved is None)
            self.written.emit(written.path)
            if unsaved is not None:
                self._background.report.trouble(unsaved)

        def failed(error: Exception) -> None:
            if self.under_way is export:
                export.dialog.show_refused(self._background.report.noted(error))
            else:
                self._background.report.trouble(error)

        task = write_to_its_end(self._background, path, export.dossier, make, done, failed)
        export.dialog.show_writing(path.name)
        export.dialog.given_up.connect(task.give_up)

    def _make(
        self, export: Export, choices: Choices, path: Path, against: Read | None, progress: Progress, put: Put
    ) -> Made:
        """The file, and its certificate beside it where one is wanted; off the window's thread."""
        from app.files.terms import write_certificate  # no part of the start

        beside = path.with_name(certificate_name(path.name))
        if choices.certificate:
            check_place(beside)
        if export.columned is not None:
            written = write_in_columns(path, export.columned, choices, export.dossier, put)
        else:
            compared = export.compared
            if choices.form.compares and compared is None and against is not None:
                # The button was pressed before the comparison had come.
                compared = self._compared(export, against, progress)
            written = write_export(path, export.side, compared, choices, export.dossier, put)
        if choices.certificate:
            try:
                write_certificate(beside, written.certificate, put)
            except DraftError as error:
                return written, error
        return written, None

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
        from app.files.terms import write_certificate  # no part of the start

        def write(_progress: Progress, put: Put) -> None:
            write_certificate(path, written.certificate, put)

        write_to_its_end(self._background, path, None, write, lambda _none: None)

    def _compared(self, export: Export, read: Read, progress: Progress) -> Compared:
        return _counted(compare_sides(read(), export.side, export.dossier, progress))

    def _close(self, dialog: ExportDialog) -> None:
        if self.under_way is not None and self.under_way.dialog is dialog:
            self.under_way = None
        dialog.deleteLater()


def _given_with(given: Compared | None, key: str | None) -> Compared | None:
    """What is compared already, if it is with the draft of this key."""
    from app.export.subject import FILE  # no part of the start

    return given if given is not None and key == (given.old.node or FILE) else None


def _counted(compared: Compared) -> Compared:
    """One of which is known what the dialog counts: in a long text that takes a moment, here of no window."""
    outgoing(compared.new.draft, compared.comparison)
    return compared
