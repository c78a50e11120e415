"""What acts take that the first page does not, loaded and made while the window waits: none is the first that stands
still."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from app.running.what_stays import making_what_stays

_SOON, _APART = 250, 15
"""Milliseconds until the first is loaded, and from one to the next: keys and painting come between."""
REST = (
    "models.comparison.words.atoms",
    "models.comparison.references.figures",
    "models.comparison.aligning.alignment",
    "models.comparison.weighing.weight",
    "models.comparison.compare",
    "models.comparison.columns",
    "models.telling.what_happened",
    "widgets.compare.changes.arrangement",
    "widgets.compare.changes.asked_rows",
    "widgets.compare.two.table_parts",
    "widgets.compare.changes.marked_changes",
    "widgets.compare.two.two_pane",
    "widgets.compare.columns.pane",
    "widgets.compare.pairing.page",
    "widgets.compare.parts",
    "widgets.compare.page",
    "app.compare.handing_on",
    "app.window.comparison_rooms",
    "models.clipboard.write",
    "models.clipboard.paste",
    "models.clipboard.marked",
    "models.help_pages",
    "widgets.help.drawer",
    "app.window.found_acts",
    "models.word.parsing",
    "models.masthead.form",
    "models.masthead.agenda",
    "models.word.writing.looks",
    "models.word.writing.masthead_table",
    "widgets.export.sheet_lines",
    "widgets.export.painted_page",
    "widgets.masthead.page",
    "app.settings.rows",
    "widgets.settings.dialog",
    "widgets.projector.window",
    "models.word.reading.limits",
    "models.word.leaving.looked_for.laid_open",
    "app.files.terms",
    "app.files.comparison_file",
    "app.files.redline_file",
    "models.dossier.histories.proposed",
    "models.forms.print_page",
    "widgets.compare.columns.table",
    "widgets.export.form",
    "widgets.export.columns_page",
    "widgets.export.preview",
    "widgets.export.dialog",
    "app.export.as_chosen",
    "app.export.exporting",
    "app.export.subject",
    "app.export.first_page",
)
"""Each before what is made of it, so that none takes long."""


def load_rest(owner: QObject, busy: Callable[[], object], makes: Sequence[Callable[[], object]] = ()) -> None:
    """Load all of that, then do what `makes` what is not seen yet, each in a turn of the event loop of its own; an act
    that comes first loads and makes what it takes.

    Nothing is loaded while the window is `busy`: work off its thread may be loading the same, and would be waited for.
    """
    waiting: list[Callable[[], object]] = [*(partial(import_module, name) for name in REST), *makes]
    timer = QTimer(owner)

    def load() -> None:
        if not busy():
            with making_what_stays():
                waiting.pop(0)()
        if waiting:
            timer.start(_APART)
        else:
            timer.deleteLater()

    timer.setSingleShot(True)
    timer.timeout.connect(load)
    timer.start(_SOON)
