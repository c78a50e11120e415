"""The field that says against which draft changes are shown: title in the serif, where it is from at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy

from widgets.export.choices import Against
from widgets.paper.type import serif
from widgets.theme import fonts, icons
from widgets.theme.cut import cut_in
from widgets.theme.focus import Ringed
from widgets.theme.tokens import Measures, current, theme_changed

_TITLE = 15.0


class DraftChoice(Ringed, QComboBox):
    """A choice of drafts; the list that opens is the style's own."""

    def __init__(self, drafts: Sequence[Against]) -> None:
        super().__init__()
        self._drafts = tuple(drafts)
        self.setFont(serif(_TITLE))
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Changes shown against")
        for draft in self._drafts:
            self.addItem(f"{draft.title}, {draft.detail}" if draft.detail else draft.title, draft.key)
        theme_changed.repaint(self)

    def chosen(self) -> Against | None:
        """The draft that is chosen."""
        place = self.currentIndex()
        return self._drafts[place] if 0 <= place < len(self._drafts) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, draft = current(), self.chosen()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.ctl if self.isEnabled() else tokens.line2, 1))
        painter.setBrush(tokens.raised)
        radius = Measures.RADIUS_CONTROL
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = float(self.width())

        def place(x: float, wide: float) -> QRectF:
            return QRectF(width - x - wide if mirrored else x, 0, wide, self.height())

        icons.paint(painter, place(width - 28, 14).adjusted(0, 10, 0, -10), "caret-down", tokens.ink2)
        if draft is not None:
            small = fonts.small()
            room = min(width / 2, QFontMetricsF(small).horizontalAdvance(draft.detail) + 4)
            # Each runs its own way, at the edges of the window's.
            start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            title = place(12, width - room - 60)
            painter.setFont(self.font())
            painter.setPen(tokens.ink if self.isEnabled() else tokens.off)
            shown = cut_in(QFontMetricsF(self.font()), draft.title, title.width())
            painter.drawText(title, int(start | middle), f"\u2068{shown}\u2069")
            painter.setFont(small)
            painter.setPen(tokens.ink2 if self.isEnabled() else tokens.off)
            detail = cut_in(QFontMetricsF(small), draft.detail, room)
            painter.drawText(place(width - 38 - room, room), int(end | middle), f"\u2068{detail}\u2069")
        painter.end()
