"""The control of each kind of setting: made from its row, it tells every change by a callback."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QSlider, QWidget

from widgets.paper.type import TEXT, serif
from widgets.settings.rows import Row, Value
from widgets.settings.switch import Switch
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.file_dialog import FileDialog
from widgets.theme.focus import Ringed
from widgets.theme.laid import laid_across
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures, theme_changed

Tell = Callable[[Value], None]
_FIELD = 220
_SAMPLES = (("Decides", " that in 2006"), ("Decides", " that in"), ("Decides", " that"), ("Decides", ""), ("D", ""))


def control_of(row: Row, value: Value | None, tell: Tell) -> QWidget | None:
    """The control of a row at a value; None where there is nothing to choose."""
    if row.kind == "switch":
        switch = Switch(row.label)
        switch.setChecked(bool(value))
        switch.toggled.connect(tell)
        return switch
    if row.kind == "choice":
        return _segments(row, value, tell)
    if row.kind == "scale":
        return Scale(row, value, tell)
    if row.kind in ("text", "folder"):
        return Field(row, str(value or ""), tell)
    return None


def _segments(row: Row, value: Value | None, tell: Tell) -> Segments:
    values = [choice for choice, _ in row.choices]
    segments = Segments(tuple(words for _, words in row.choices))
    segments.setAccessibleName(row.label)
    for place, (_, words) in enumerate(row.choices):
        segments.part(place).setAccessibleName(f"{row.label}: {words}")
    if value in values:
        segments.choose(values.index(value))
    segments.chosen.connect(lambda place: tell(values[place]))
    return segments


class Field(QWidget):
    """A line of text; a folder has a button to choose it. Told when it is left or Enter is pressed."""

    def __init__(self, row: Row, value: str, tell: Tell) -> None:
        super().__init__()
        self._told, self._tell, self._row = value, tell, row
        self.field = QLineEdit(value)
        self.field.setFont(fonts.ui())
        self.field.setFixedSize(_FIELD, Measures.CONTROL)
        self.field.setPlaceholderText(row.placeholder)
        self.field.setAccessibleName(row.label)
        self.field.setAccessibleDescription(row.says)
        self.field.editingFinished.connect(self._give)
        line = laid_across(self, spacing=8)
        line.addWidget(self.field)
        if row.kind == "folder":
            self.choose = Button("Choose…")
            self.choose.setAccessibleName(f"Choose: {row.label}")
            self.choose.clicked.connect(self._ask)
            line.addWidget(self.choose)
        line.addStretch(1)
        self.setFocusProxy(self.field)

    def _give(self) -> None:
        value = self.field.text().strip()
        if value != self._told:
            self._told = value
            self._tell(value)

    def _ask(self) -> None:
        dialog = FileDialog(self, self._row.label, self.field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: str) -> None:
        self.field.setText(folder)
        self._give()


class Slider(Ringed, QSlider):
    """A line with a knob, ink as far as it goes."""

    def __init__(self, steps: int, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, steps - 1)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setFixedSize(150, 24)
        theme_changed.repaint(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self.value() / max(1, self.maximum())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        middle, knob = self.height() / 2, 14.0
        at = knob / 2 + share * (self.width() - knob)
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), tokens.ctl)
        painter.fillRect(QRectF(0, middle - 1.5, at, 3), tokens.ink)
        painter.setPen(tokens.ink)
        painter.setBrush(tokens.paper)
        painter.drawEllipse(QRectF(at - knob / 2, middle - knob / 2, knob, knob).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class Scale(QWidget):
    """A size along a line, in words, and the text as it will look."""

    def __init__(self, row: Row, value: Value | None, tell: Tell) -> None:
        super().__init__()
        self._row = row
        self._values = [choice for choice, _ in row.choices]
        self.slider = Slider(len(row.choices), row.label)
        self.words = Words("", fonts.ui())
        self.words.setFixedWidth(48)
        self._sample = Sample()
        line = laid_across(self, spacing=10)
        for part in (self.slider, self.words):
            line.addWidget(part)
        line.addWidget(self._sample, 1)
        self.setFocusProxy(self.slider)
        if value in self._values:
            self.slider.setValue(self._values.index(value))
        self._say(self.slider.value())
        self.slider.valueChanged.connect(self._say)
        self.slider.valueChanged.connect(lambda place: tell(self._values[place]))

    def _say(self, place: int) -> None:
        value, words = self._row.choices[place]
        self.words.setText(words)
        self.slider.setAccessibleDescription(words)
        self._sample.show_factor(float(value))


class Sample(QWidget):
    """An opening as large as the text will be."""

    def __init__(self) -> None:
        super().__init__()
        self._factor = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def show_factor(self, factor: float) -> None:
        """Show the sample at another size."""
        self._factor = factor
        self.update()

    def sizeHint(self) -> QSize:
        # As high as the largest letters, so that nothing jumps while the knob moves.
        return QSize(120, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(appearance.current().ink)
        size = TEXT.size * self._factor
        verb, rest = serif(size, italic=True), serif(size)
        base = round(self.height() / 2 + QFontMetricsF(rest).xHeight() * 0.62)
        # Whole words only: what is cut looks like a fault.
        room, widths = self.width(), (QFontMetricsF(verb), QFontMetricsF(rest))
        fitting = (pair for pair in _SAMPLES if sum(map(_wide, widths, pair)) <= room)
        first, words = next(fitting, ("", ""))
        painter.setFont(verb)
        painter.drawText(0, base, first)
        painter.setFont(rest)
        painter.drawText(round(_wide(widths[0], first)), base, words)
        painter.end()


def _wide(metrics: QFontMetricsF, words: str) -> float:
    return metrics.horizontalAdvance(words)


class NoWheel(QObject):
    """The wheel scrolls the page and never turns a setting under the mouse."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False
