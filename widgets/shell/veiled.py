"""A dialog without a frame on a veil over its window: a card in the middle, the window dimmed behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from widgets.shell.one_by_one import one_by_one
from widgets.theme.tokens import Measures, current, theme_changed

MARGIN = 16
"""Pixels of veil around a card at the least."""
_HALVES = (0, 1)
"""Of what lies behind, the upper and the lower."""


class Card(QWidget):
    """The ground of the dialog."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line2, tokens.raised_border))
        painter.setBrush(tokens.raised)
        edge = tokens.raised_border / 2
        place = self.rect().toRectF().adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(place, Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        painter.end()


class VeiledDialog(QDialog):
    """Modal over its window: `card` lies in the middle, `width` by `height` pixels where there is room for it.

    A click beside the card closes a dialog that `closes_beside`.
    """

    closes_beside = True

    def __init__(
        self, title: str, width: int, height: int, parent: QWidget | None = None, *, card: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setWindowTitle(title)
        self._width, self._height = width, height
        self._behind = QPixmap()
        self._opens = False
        """Whether it is on its way to be shown, in steps."""
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        self.card = card or Card()
        self.card.setFixedSize(width, height)
        over.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        theme_changed.connect(self._other_theme)

    def _other_theme(self, _tokens: object) -> None:
        # The window behind has other colours from now on: painted in a stretch of its own, before the dialog is.
        QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        """One that is not open looks behind itself when it opens."""
        if self.isVisible():
            self._look_behind()
            self.update()

    def _look_behind(self) -> None:
        for half in _HALVES:
            self._look_behind_at(half)

    def _look_behind_at(self, half: int) -> None:
        """Paint the upper half of what lies behind, or then the lower."""
        parent = self.parentWidget()
        if parent is None:
            return
        # Where nothing composes windows, one that lets light through is black: the window is painted here.
        window, ratio = parent.window(), parent.window().devicePixelRatioF()
        if half == 0:
            self._behind = QPixmap((window.size().toSizeF() * ratio).toSize())
            self._behind.setDevicePixelRatio(ratio)
            self._behind.fill(current().ground)
        top, end = (window.height() * edge // len(_HALVES) for edge in (half, half + 1))
        window.render(self._behind, QPoint(0, top), QRegion(0, top, window.width(), end - top))

    def _lie(self) -> None:
        """Lie over the window, the card as large as that lets it be."""
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        # First the card, or the dialog could not become as small as its window.
        self.fit_card(window.width() - 2 * MARGIN, window.height() - 2 * MARGIN)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setGeometry(QRect(window.mapToGlobal(QPoint(0, 0)), window.size()))

    def _lay_out(self) -> None:
        self._lie()
        self.grab(QRect(0, 0, 1, 1))  # to paint what is not shown yet Qt polishes it and lays it out

    def showEvent(self, event: QShowEvent) -> None:
        self._lie()
        if self._behind.isNull():
            self._look_behind()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._behind = QPixmap()
        super().hideEvent(event)

    def open_in_steps(self) -> None:
        """Open it in turns of their own, so that none is long: what lies behind is painted first."""

        def if_it_opens(act: Callable[[], object]) -> Callable[[], object]:
            return lambda: act() if self._opens else None

        self._opens = True
        acts: list[Callable[[], object]] = [partial(self._look_behind_at, half) for half in _HALVES]
        acts += [self._lay_out, *self.made_ready(), self.open]
        one_by_one(self, lambda: None, *map(if_it_opens, acts))

    def made_ready(self) -> Sequence[Callable[[], object]]:
        """What is done, each in a turn of its own, once all lies where it will be seen and before that is shown."""
        return ()

    def done(self, result: int) -> None:
        self._opens = False
        super().done(result)

    def fit_card(self, width: int, height: int) -> None:
        """Let the card be as large as it is to be in some room."""
        self.card.setFixedSize(min(self._width, width), min(self._height, height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.closes_beside and not self.card.geometry().contains(event.position().toPoint()):
            self.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.parentWidget() is not None:
            painter.drawPixmap(self.rect(), self._behind)
            painter.fillRect(self.rect(), current().veil)
        else:
            painter.fillRect(self.rect(), current().ground)
        painter.end()
