"""The words of texts made ready to be looked for, piece by piece while the palette waits for keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.draft.once import worked_out
from widgets.text.shown import Shown

_PIECE, _APART = 0.006, 1
"""Seconds of one piece, and milliseconds in which a key may come."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsReady(QObject):
    """What is worked out of a paragraph stays with it: of a text that was written in since only those that changed are
    left to do. `told` is called when all is ready; Enter in the `field` is for what is found then."""

    def __init__(self, field: QWidget, told: Callable[[], object]) -> None:
        super().__init__(field)
        self._field, self._told = field, told
        self._left: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_APART)
        self._timer.timeout.connect(self._go_on)
        field.installEventFilter(self)

    @property
    def under_way(self) -> bool:
        """Whether there is some left to do."""
        return self._left is not None

    def go_through(self, texts: Iterable[Shown]) -> None:
        """Make the words of texts ready, the first piece at once."""
        self._left = _each(texts)
        self._go_on()

    def _go_on(self, seconds: float = _PIECE) -> None:
        if self._left is None:
            return
        until = time.perf_counter() + seconds
        if self._field.isVisible():  # nobody looks for words in one that was left
            for _ in self._left:
                if time.perf_counter() > until:
                    self._timer.start()
                    return
        self._left = None
        self._told()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._go_on(float("inf"))
        return False


def _each(texts: Iterable[Shown]) -> Iterator[None]:
    """After each paragraph whose words, and what people call it, are known."""
    for shown in texts:
        for position, paragraph in enumerate(shown.paragraphs()):
            worked_out(shown.label(position), paragraph.folded)
            yield
