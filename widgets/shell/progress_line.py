"""Work under way: a bar of 2 px under the top bar. It shows a share, or runs where there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.theme import tokens as appearance

_RUN = 0.28


class ProgressLine(QWidget):
    """Lies over the top edge of the page, so that nothing jumps when it comes and goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._share: float | None = None
        self._working = False
        self._place = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(33)
        self._clock.timeout.connect(self._step)

    def show_share(self, share: float | None) -> None:
        """Show work: a share from 0 to 1, or None where it is not known."""
        self._share, self._working = share, True
        self.show()
        self.raise_()
        if share is None and not self._clock.isActive():
            self._place = 0.0
            self._clock.start()
        elif share is not None:
            self._clock.stop()
        self.update()

    def rest(self) -> None:
        """Show nothing."""
        self._working = False
        self._clock.stop()
        self.hide()

    @property
    def working(self) -> bool:
        """Whether work is shown."""
        return self._working

    def step(self) -> None:
        """Run on and be painted now, though the window is busy."""
        self._step()
        self.repaint()

    def _step(self) -> None:
        self._place = (self._place + 0.012) % (1 + _RUN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.line)
        start, end = (0.0, self._share) if self._share is not None else (self._place - _RUN, self._place)
        start, end = max(0.0, start), min(1.0, end)
        width = self.width()
        painter.fillRect(QRectF(start * width, 0, max(0.0, end - start) * width, 2), tokens.ink)
        painter.end()
