"""What the compare page shows, handed on: all of it to the clipboard, or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPageLayout

from app.running.background import Background
from app.shell.frame import Frame
from models.telling.figures import counted
from models.telling.summary import summary
from widgets.compare.changes.chosen import Part
from widgets.compare.changes.copied import mime_of
from widgets.compare.changes.marked_changes import changes_as_html, changes_as_plain, new_paragraphs
from widgets.compare.page import ComparePage
from widgets.export.choices import stem_against

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class HandingOn(QObject):
    """Copies and prints the changes that are shown; what takes time is done off the window's thread."""

    def __init__(self, frame: Frame, page: ComparePage, background: Background) -> None:
        super().__init__(frame)
        self._frame, self._page, self._background = frame, page, background
        page.words_wanted.connect(self.in_words)

    def in_words(self) -> None:
        """Say in sentences what changed, whatever of it is shown."""
        parts = self._page.parts()

        def told(_task: object) -> list[tuple[str, str]]:
            return [(f"From {part.old} to {part.new}", summary(part.comparison)) for part in parts]

        def done(said: list[tuple[str, str]]) -> None:
            # Other texts may have come meanwhile: of them nothing was told.
            if [id(part.comparison) for part in self._page.parts()] == [id(part.comparison) for part in parts]:
                self._page.show_words(said)

        self._background.run(told, done=done, words="Telling what changed", lane="words")

    def copy_changes(self) -> None:
        """Put all changes that are shown on the clipboard, marked."""
        parts = self._shown()
        if not parts:
            return

        def done(texts: tuple[str, str]) -> None:
            # Into a text of ours the paragraphs of one draft can be pasted; from several they are words.
            one = parts[0] if len(parts) == 1 else None
            mime = mime_of(*texts, new_paragraphs(one), one.comparison.new) if one else mime_of(*texts)
            QGuiApplication.clipboard().setMimeData(mime)
            self._frame.status_bar.say(f"{_counted(parts)} copied with marks.", of_page=True)

        self._background.run(
            lambda _task: (changes_as_html(parts), changes_as_plain(parts)),
            done=done,
            words="Copying the changes",
            lane="copying",
        )

    def print_shown(self) -> None:
        """Ask where to print, then print what is shown: two texts as one with marks, several as a table on its side."""
        if not self._shown():
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from app.pdf import usual_pages

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        pages = usual_pages()
        if self._page.in_columns() is not None:
            pages.setOrientation(QPageLayout.Orientation.Landscape)
        printer.setPageLayout(pages)
        printer.setDocName(self._name())
        printer.setCreator("Adref")
        dialog = QPrintDialog(printer, self._frame)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        # The system's own dialog on Windows knows no other way to be shown.
        if dialog.exec():
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print what is shown on a printer, or into the file it writes."""
        from PySide6.QtPrintSupport import QPrinter

        from app.pdf import paint_pages
        from widgets.compare.columns.table import columns_as_html

        parts = self._shown()
        ranged = printer.printRange() == QPrinter.PrintRange.PageRange
        first, last = (max(1, printer.fromPage()), printer.toPage() or None) if ranged else (1, None)
        if not parts:
            return
        columns = self._page.in_columns()

        def done(pages: int) -> None:
            file = printer.outputFileName()
            printed = f"Printed into {file}" if file else "Sent to the printer"
            self._frame.status_bar.say(f"{printed}: {counted(pages, 'page')}.")

        self._background.run(
            lambda _task: paint_pages(
                columns_as_html(*columns) if columns is not None else printed_page(parts), printer, first, last
            ),
            done=done,
            words="Printing",
            lane="printing",
            must=True,
        )

    def _shown(self) -> tuple[Part, ...]:
        """What is shown, if anything is; else that is said."""
        parts = tuple(part for part in self._page.parts() if part.changes)
        if not parts:
            self._frame.status_bar.say(
                "No change is shown; tick what you want to see of the comparison first.", of_page=True
            )
        return parts

    def _name(self) -> str:
        # A dialog that prints into a file makes its name of this; what stands behind the last stop it takes for an end.
        parts = self._page.parts()
        return f"{stem_against(parts[-1].new, parts[0].old)}.pdf"


def printed_page(parts: Sequence[Part]) -> str:
    """The HTML of what is shown, for a printer."""
    from models.forms.print_page import changes_printed, whole_page  # no part of the start

    return whole_page(
        changes_printed(part.comparison, old_name=part.old, new_name=part.new, only=frozenset(part.changes))
        for part in parts
    )


def _counted(parts: Sequence[Part]) -> str:
    return counted(sum(len({part.comparison.unit_of[one] for one in part.changes}) for part in parts), "change")
