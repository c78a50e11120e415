"""One choice of a few, side by side, as one control."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Painted
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, theme_changed


class _Segment(Painted):
    """One part of `Segments`; the chosen one is ink."""

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(fonts.ui(500)).horizontalAdvance(self.text()) + 24
        return QSize(round(width + 0.5), Measures.SEGMENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.fillPath(self._shape(), tokens.ink if self.isChecked() else tokens.hover)
        painter.setPen(tokens.on_accent if self.isChecked() else tokens.ink if self.isEnabled() else tokens.off)
        painter.setFont(fonts.ui(500))
        metrics = QFontMetricsF(fonts.ui(500))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()

    def _shape(self) -> QPainterPath:
        """The part's ground: rounded where it meets the end of the row."""
        place, radius, row = QRectF(self.rect()), float(Measures.RADIUS_CONTROL - 1), self.parentWidget()
        # Corners that are none lie outside, and nothing is painted there.
        if row is not None and self.x() > 1:
            place.setLeft(place.left() - 2 * radius)
        if row is not None and self.geometry().right() < row.width() - 2:
            place.setRight(place.right() + 2 * radius)
        path = QPainterPath()
        path.addRoundedRect(place, radius, radius)
        return path


def _take_tab(part: QAbstractButton, chosen: bool) -> None:
    """Tab goes to the chosen part alone, and arrows from there; Qt sees to that only once one of them had the focus."""
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


class Segments(QWidget):
    """One choice of a few, side by side: `chosen(int)` when the user takes another."""

    chosen = Signal(int)

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        speak_as(self, Role.Grouping)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        line = laid_across(self, margins=(1, 1, 1, 1), spacing=1)
        for place, text in enumerate(words):
            part = _Segment(text, self)
            part.setCheckable(True)
            part.setAutoExclusive(True)
            part.setChecked(place == 0)
            _take_tab(part, place == 0)
            self._group.addButton(part, place)
            line.addWidget(part)
        self._group.buttonToggled.connect(_take_tab)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def choice(self) -> int:
        """The place of the chosen part, counted from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a part without telling anyone."""
        self._group.button(place).setChecked(True)

    def part(self, place: int) -> QAbstractButton:
        """The button of a part, to disable it or to name it for screen readers."""
        return self._group.button(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.paper)
        painter.drawRoundedRect(place, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in self._group.buttons():
            if part.isHidden() or part.x() <= 1:
                continue
            painter.fillRect(QRectF(part.x() - 1, 1, 1, place.height() - 2), tokens.line2)
        painter.setPen(QPen(tokens.ctl, 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
