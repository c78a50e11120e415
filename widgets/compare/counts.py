"""The head of the list: how many paragraphs, what to show of them, and what happened to those of substance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QWidget

from models.telling.figures import figure
from models.telling.sorts import Sort, Weight
from widgets.compare.arrangement import Arrangement, Shown
from widgets.compare.names import NOUNS, SIGNS, count_words
from widgets.theme import fonts, icons
from widgets.theme.focus import Ringed
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures, current, theme_changed

_WORDS = {
    Weight.SUBSTANCE: "Substance",
    Weight.HOUSEKEEPING: "Housekeeping",
    Weight.UNCHANGED: "Unchanged",
}
_ROW = 24


class Filters(QWidget):
    """ "47 paragraphs, 16 + 17 + 14", a box for each and one for the operative part; `shown_changed()` when ticked."""

    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = Words("", fonts.ui(600))
        self._sum = Words("", fonts.ui(), "ink2")
        self._boxes: dict[Weight, QCheckBox] = {}
        self._counts: dict[Weight, Words] = {}
        self._lines = laid_down(self, margins=(16, 12, 18, 12), spacing=5)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(2)
        self._head.addWidget(self._total)
        self._head.addStretch()
        self._head.addWidget(self._sum)
        self._lines.addLayout(self._head)
        self._lines.addSpacing(1)
        for weight, words in _WORDS.items():
            self._boxes[weight], self._counts[weight] = self._line(words, ticked=weight is Weight.SUBSTANCE)
        self.operative, self._in_operative = self._line("Operative part only", ticked=False)

    def _line(self, words: str, *, ticked: bool) -> tuple[QCheckBox, Words]:
        box = QCheckBox(words)
        box.setFont(fonts.ui())
        box.setFixedHeight(20)
        box.setChecked(ticked)
        box.toggled.connect(self.shown_changed)
        count = Words("", fonts.ui(), "ink2")
        line = QHBoxLayout()
        line.addWidget(box)
        line.addStretch()
        line.addWidget(count)
        self._lines.addLayout(line)
        return box, count

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """The counts of another comparison."""
        counts = [arrangement.weights[weight] for weight in _WORDS]
        heads = arrangement.counted.heads
        self._total.setText(", ".join(f"{figure(count)} {what}" for what, count in heads))
        self._sum.setText(" + ".join(map(figure, counts)))
        self._lay_head()
        for weight in _WORDS:
            self._say(self._boxes[weight], self._counts[weight], arrangement.weights[weight])
        self._say(self.operative, self._in_operative, len(arrangement.changes(Shown(operative=True))))
        self.operative.setToolTip("The changes of substance in operative paragraphs")

    def _lay_head(self) -> None:
        """What is counted and its parts on one line, or, where that would be cut, on two."""
        room = self.width() - self._lines.contentsMargins().left() - self._lines.contentsMargins().right()
        needed = self._total.sizeHint().width() + self._sum.sizeHint().width() + 12
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if needed <= room else way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_head()

    @staticmethod
    def _say(box: QCheckBox, said: Words, count: int) -> None:
        said.setText(figure(count))
        box.setAccessibleName(f"{box.text()}, {figure(count)}")

    def box(self, weight: Weight) -> QCheckBox:
        """The box of a weight."""
        return self._boxes[weight]

    @property
    def weights(self) -> frozenset[Weight]:
        """What is to be seen."""
        return frozenset(weight for weight, box in self._boxes.items() if box.isChecked())


class SortButton(Ringed, QAbstractButton):
    """How many changes of one sort there are; pressed, only they are shown.

    Those of another count that have it too, as what moved and was reworded, or a footnote in a reworded paragraph, are
    told behind a plus, or in brackets where there is no other: they are shown as well.
    """

    def __init__(self, sort: Sort, count: int, also: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self._alone = sort, count > 0
        others = also - count
        self._figures = str(count) if count else f"({also})"
        self.setCheckable(True)
        words = count_words(sort, count or also)
        self.setText(f"{words} +{others}" if count and others else words)
        told = " and ".join([*([str(count)] if count else []), *([f"{others} of the others"] if others else [])])
        self.setAccessibleName(f"Only {sort.value}, {told}")
        tip = _TIPS.get(sort, f"Show only what {'has' if sort in NOUNS else 'is'} {sort.value}")
        self.setToolTip(f"{tip}: {told}" if count and others else tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        return QSize(round(50 + QFontMetricsF(fonts.small()).horizontalAdvance(self.text())), _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bold, usual = fonts.figures(12, 600), fonts.small()
        place = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(tokens.ctl, 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel if self.isChecked() else tokens.hover)
            radius = float(Measures.RADIUS_CONTROL)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

        def at(x: float, width: float) -> QRectF:
            return QRectF(self.width() - x - width if mirrored else x, 0, width, self.height())

        sign = SIGNS[self.sort]
        icon = at(6, 15)
        icon = QRectF(icon.x(), (self.height() - 15) / 2, 15, 15)
        icons.paint(painter, icon, sign.icon, getattr(tokens, sign.role), mirrored=mirrored and "arrow" in sign.icon)
        figures = self._figures
        wide = max(QFontMetricsF(bold).horizontalAdvance(figures), QFontMetricsF(bold).horizontalAdvance("00"))
        painter.setFont(bold if self._alone else fonts.figures(12, 400))
        painter.setPen(tokens.ink if self._alone else tokens.ink2)
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(at(26, wide), int(end | Qt.AlignmentFlag.AlignVCenter), figures)
        painter.setFont(usual)
        painter.setPen(tokens.ink if self.isChecked() else tokens.ink2)
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words = at(26 + wide + 6, self.width() - wide - 34)
        painter.drawText(words, int(start | Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


_TIPS = {
    Sort.REFERENCES: "Show only references whose number stayed and that mean another paragraph now",
    Sort.LOOKS: "Show only what differs in italics or bold alone",
    Sort.RESHAPED: "Show only what is of another kind or level",
}


class Sorts(QWidget):
    """How many were reworded, moved, split, new, deleted, two to a line; `shown_changed()` when one is pressed.

    What is pressed shows all that has it: what moved and was reworded too, a new footnote in a reworded paragraph.
    """

    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 7, 8, 8)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.buttons: dict[Sort, SortButton] = {}

    def show_arrangement(self, arrangement: Arrangement, *, again: bool = False) -> None:
        """The counts of another comparison; nothing is pressed, but what is where it is the same one `again`."""
        pressed = self.sorts if again else frozenset()
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        has = arrangement.sorts_had
        for sort in Sort:
            if sort not in has:
                continue
            button = self.buttons[sort] = SortButton(sort, arrangement.sorts.get(sort, 0), has[sort], self)
            button.setChecked(sort in pressed)
            button.toggled.connect(self.shown_changed)
            row, column = divmod(len(self.buttons) - 1, 2)
            self._grid.addWidget(button, row, column)
        words = ", ".join(f"{figure(count)} {count_words(sort, count)}" for sort, count in arrangement.sorts.items())
        self.setAccessibleName(words or "No changes of substance")
        self.setVisible(bool(self.buttons))

    @property
    def sorts(self) -> frozenset[Sort]:
        """The sorts that are pressed."""
        return frozenset(sort for sort, button in self.buttons.items() if button.isChecked())
