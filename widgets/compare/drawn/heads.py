"""The names of the two drafts above their columns; a click chooses another draft."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.compare.drawn.measure import Cell, Columns
from widgets.paper.direction import isolated
from widgets.paper.elided import line_in, name_in
from widgets.paper.type import serif
from widgets.theme import fonts, icons
from widgets.theme.focus import Ringed
from widgets.theme.surfaces import Surface
from widgets.theme.tokens import current, theme_changed

_HEIGHT = 56
_TITLE = 15.0


class DraftName(Ringed, QAbstractButton):
    """The name of a draft and where it is from; pressed it asks for another draft."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._subtitle = what, ""
        self.alone = False
        """Whether nothing stands under the names: then they stand in the middle of their height."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_changed.repaint(self)

    def show_name(self, title: str, subtitle: str) -> None:
        """Another draft."""
        self.setText(title)
        self._subtitle = subtitle
        self.setToolTip(f"{title}\n{subtitle}".strip())
        self.setAccessibleName(f"{self._what}: {title}")
        self.setAccessibleDescription(f"{subtitle}. Chooses another draft.".lstrip(". "))
        self.update()

    @property
    def subtitle(self) -> str:
        """Where the draft is from."""
        return self._subtitle

    def sizeHint(self) -> QSize:
        return QSize(300, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        # The names lie as the texts run, whatever way the window does.
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        # Names run by their own letters: "14 November 2025" is no other date where the page runs from right to left.
        painter.setLayoutDirection(self.layoutDirection())
        title: QFont = serif(_TITLE, 600)
        room = self.width() - 22.0
        metrics = QFontMetricsF(title)
        shown = name_in(metrics, self.text(), room)
        painter.setFont(title)
        painter.setPen(tokens.ink)
        down = 9 if self.alone else 0
        painter.drawText(QRectF(0, 3 + down, self.width(), 20), flags, isolated(shown))
        if self.underMouse() or self.hasFocus():
            at = metrics.horizontalAdvance(shown) + 6
            box = QRectF(self.width() - at - 12 if mirrored else at, 8 + down, 12, 12)
            icons.paint(painter, box, "caret-down", tokens.ink3)
        small = fonts.small()
        painter.setFont(small)
        painter.setPen(tokens.ink2)
        under = line_in(QFontMetricsF(small), self._subtitle, float(self.width()))
        painter.drawText(QRectF(0, 23, self.width(), 18), flags, isolated(under))
        painter.end()


class Heads(Surface):
    """Both names over the columns of the view; inline there is one column and they stand beside each other."""

    old_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("paper", "bottom")
        self.old = DraftName("Old draft", self)
        self.new = DraftName("New draft", self)
        self.old.clicked.connect(self.old_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.setFixedHeight(_HEIGHT)

    def lie_over(self, columns: Columns) -> None:
        """Stand over the columns of the view."""
        alone = not (self.old.subtitle or self.new.subtitle)
        for name in (self.old, self.new):
            name.alone = alone
            name.update()
        if columns.inline:
            half = columns.new.width / 2
            self._put(self.old, columns.new, 0, half - 12)
            self._put(self.new, columns.new, half + 12, half - 12)
        else:
            self._put(self.old, columns.old, 0, columns.old.width)
            self._put(self.new, columns.new, 0, columns.new.width)

    def _put(self, name: DraftName, cell: Cell, inset: float, width: float) -> None:
        x = cell.text + inset
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        name.setGeometry(round(x), 7, round(width), 44)
