"""A comparison that gave way to a newer one is let go piece by piece: all at once it would hold the window up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from app.running.background import Background, Task
from app.subjects.compared import Compared, InColumns

_LATER = 500
"""Milliseconds after which nothing else holds what is let go."""
_FEW = 500
"""Changes of two texts that are taken apart within a millisecond."""


def let_go(shown: Compared | InColumns, background: Background, window: QObject) -> None:
    """Hold the parts of what is shown beyond its end, and let them go a little later, off the window's thread."""
    held = [[*part] for part in _parts(shown)]

    def take_apart(_task: Task[None]) -> None:
        for things in held:
            while things:
                del things[-_FEW:]

    QTimer.singleShot(_LATER, window, lambda: background.run(take_apart))


def _parts(shown: Compared | InColumns) -> Iterator[Sequence[object]]:
    """The long rows of things that it is made of."""
    if isinstance(shown, InColumns):
        yield shown.columns.rows
        comparisons, sides = shown.columns.comparisons, shown.sides
    else:
        yield shown.arranged.entries if shown.arranged is not None else ()
        comparisons, sides = (shown.comparison,), (shown.old, shown.new)
    for comparison in comparisons:
        yield comparison.changes
        yield comparison.units
    for side in sides:
        yield side.draft.paragraphs
