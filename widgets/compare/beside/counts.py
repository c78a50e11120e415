"""The head of the list: how many paragraphs, what to show of them, and what happened to those of substance."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QWidget

from models.telling.figures import figure
from models.telling.sorts import Sort, Weight
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.names import NOUNS, SIGNS, count_words
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
_FIGURES_AT, _GAP, _END = 26, 6, 4


class Filters(QWidget):
    """ "47 paragraphs, 16 + 17 + 14", a box for each and one for the operative part; `shown_changed()` when ticked."""

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = Words("", fonts.ui(600), lines=True)
        self._sum = Words("", fonts.ui(), "ink2")
        self._boxes: dict[Weight, QCheckBox] = {}
        self._counts: dict[Weight, Words] = {}
        self._arrangement: Arrangement | None = None
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
        box.toggled.connect(self._count_operative)
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
        self._arrangement = arrangement
        counts = [arrangement.weights[weight] for weight in _WORDS]
        heads = arrangement.counted.heads
        self._total.setText(", ".join(f"{figure(count)} {what}" for what, count in heads))
        self._sum.setText(" + ".join(map(figure, counts)))
        self._lay_head()
        for weight in _WORDS:
            self._say(self._boxes[weight], self._counts[weight], arrangement.weights[weight])
        self._count_operative()
        self.operative.setToolTip("Of what is ticked above, the changes in operative paragraphs")

    def _count_operative(self) -> None:
        if self._arrangement is not None:
            changes = self._arrangement.changes(Shown(self.weights, operative=True))
            self._say(self.operative, self._in_operative, len(changes))

    def _lay_head(self) -> None:
        """What is counted and its parts on one line, or, where that would be cut, on two."""
        room = self.width() - self._lines.contentsMargins().left() - self._lines.contentsMargins().right()
        said = (self._total, self._sum)
        needed = sum(one.fontMetrics().horizontalAdvance(one.text()) for one in said) + 16
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

    def tick_all(self) -> None:
        """All that differs, wherever it stands."""
        for weight in (Weight.SUBSTANCE, Weight.HOUSEKEEPING):
            self._boxes[weight].setChecked(True)
        self.operative.setChecked(False)

    @property
    def weights(self) -> frozenset[Weight]:
        """What is to be seen."""
        return frozenset(weight for weight, box in self._boxes.items() if box.isChecked())


class SortButton(Ringed, QAbstractButton):
    """How many changes of one sort there are; pressed, only they are shown.

    Those of another count that have it too, as what moved and was reworded, or a footnote in a reworded paragraph, are
    added to the number, or told in brackets where there is no other: they are shown as well. Where there is too little
    room the word gives way, never a number. `room` is that of the figures, as wide as in the buttons above and below.
    """

    def __init__(self, sort: Sort, count: int, also: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self._alone = sort, count > 0
        others = also - count
        more = f"+{figure(others)}" if others else ""
        self._figures = f"{figure(count)}{more}" if count or not also else f"({figure(also)})"
        self._word = count_words(sort, also)
        self.room = self.figures_width
        self.setCheckable(True)
        self.setText(self._word)
        told = " and ".join([f"{figure(count)}"] * (count > 0) + [f"{figure(others)} of the others"] * (others > 0))
        self.setAccessibleName(f"Only {sort.value}, {told or figure(0)}")
        tip = _TIPS.get(sort, f"Show only what {'has' if sort in NOUNS else 'is'} {sort.value}")
        self.setToolTip(f"{tip}: {told}" if count and others else tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed.repaint(self)

    @property
    def figures_width(self) -> float:
        """How wide the number itself is, at least two figures."""
        wide = QFontMetricsF(fonts.figures(12, 600)).horizontalAdvance
        return max(wide(self._figures), wide("00"))

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(fonts.small()).horizontalAdvance(self.text())
        return QSize(ceil(_FIGURES_AT + self.room + _GAP + words + _END), _ROW)

    @property
    def _words_room(self) -> float:
        return self.width() - _FIGURES_AT - self.room - _GAP - _END

    @property
    def words(self) -> str:
        """What stands behind the number: all of it, or less of the word."""
        letters = QFontMetricsF(fonts.small())
        return letters.elidedText(self._word, Qt.TextElideMode.ElideRight, ceil(self._words_room))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
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
        painter.setFont(fonts.figures(12, 600 if self._alone else 400))
        painter.setPen(tokens.ink if self._alone else tokens.ink2)
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(at(_FIGURES_AT, self.room), int(end | Qt.AlignmentFlag.AlignVCenter), self._figures)
        painter.setFont(fonts.small())
        painter.setPen(tokens.ink if self.isChecked() else tokens.ink2)
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words = at(_FIGURES_AT + self.room + _GAP, self._words_room)
        painter.drawText(words, int(start | Qt.AlignmentFlag.AlignVCenter), self.words)
        painter.end()


_TIPS = {
    Sort.REFERENCES: "Show only references whose number stayed and that mean another paragraph now",
    Sort.LOOKS: "Show only what differs in italics or bold alone",
    Sort.RESHAPED: "Show only what is of another kind or level, or under another chapeau",
}


class Sorts(QWidget):
    """How many were reworded, moved, split, new, deleted; `shown_changed()` when one is pressed.

    They stand two to a line, where there is too little room for their numbers one. What is pressed shows all that has
    it: what moved and was reworded too, a new footnote in a reworded paragraph.
    """

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 7, 8, 8)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self.buttons: dict[Sort, SortButton] = {}

    def show_arrangement(self, arrangement: Arrangement, *, operative: bool = False, again: bool = False) -> None:
        """The counts of another comparison, or of its operative part, where a sort may have none; nothing is pressed,
        but what is where it is the same one `again`."""
        counts, had = arrangement.sorts(operative=operative), arrangement.sorts_had(operative=operative)
        every = arrangement.sorts_had()
        self.show_counts(counts, {sort: had[sort] for sort in every}, self.sorts if again else frozenset())

    def show_counts(self, counts: Mapping[Sort, int], had: Mapping[Sort, int], pressed: Collection[Sort] = ()) -> None:
        """How many are of each sort, how many have it at all, and what is pressed."""
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {sort: SortButton(sort, counts.get(sort, 0), had[sort], self) for sort in Sort if sort in had}
        for sort, button in self.buttons.items():
            button.setChecked(sort in pressed)
            button.toggled.connect(self.shown_changed)
        self._place()
        words = ", ".join(f"{figure(count)} {count_words(sort, count)}" for sort, count in counts.items())
        self.setAccessibleName(words or "No changes of substance")
        self.setVisible(bool(self.buttons))

    def _place(self) -> None:
        """All in the first of three ways for which there is room, each number under the one above.

        Two to a line in their order; the wider half beside the other; one to a line.
        """
        buttons = [*self.buttons.values()]
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        by_width = sorted(buttons, key=lambda button: -_aligned([button]))
        wider = by_width[: (len(buttons) + 1) // 2]
        halves = [one for one in buttons if one in wider], [one for one in buttons if one not in wider]
        for columns in ((buttons[::2], buttons[1::2]), halves, (buttons, [])):
            widths = [*map(_aligned, columns)]
            if sum(widths) <= room:
                break
        for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
            for row, button in enumerate(column):
                self._grid.addWidget(button, row, number)
            # Halves, where neither needs more.
            self._grid.setColumnStretch(number, 1 if column else 0)
            self._grid.setColumnMinimumWidth(number, min(width, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def release(self) -> None:
        """Nothing is pressed any more."""
        for button in self.buttons.values():
            button.setChecked(False)

    @property
    def sorts(self) -> frozenset[Sort]:
        """The sorts that are pressed."""
        return frozenset(sort for sort, button in self.buttons.items() if button.isChecked())


def _aligned(column: Sequence[SortButton]) -> int:
    """Give the figures of a column one width; how wide the column is."""
    room = max((button.figures_width for button in column), default=0.0)
    for button in column:
        button.room = room
        button.updateGeometry()
    return max((button.sizeHint().width() for button in column), default=0)
