"""Rows that can be chosen: a few letters at the leading edge, then a sentence on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.draft.directions import is_right_to_left
from widgets.paper.elided import name_in
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import PressedByEnter
from widgets.theme.cut import whole_symbols
from widgets.theme.laid import laid_down
from widgets.theme.tokens import Measures, theme_changed

_LEAD, _PAD, _SIDE = 54, 3, 6


class FactRow(PressedByEnter):
    """One row; `more` stands under the words, small. A row that leads nowhere is disabled."""

    def __init__(self, serif: bool = False, lead: int = _LEAD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._serif, self._lead_wide, self._lead, self._more = serif, lead, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme_changed.repaint(self)

    @property
    def _font(self) -> QFont:
        return fonts.serif(14) if self._serif else fonts.small()

    def say(self, lead: str, words: str, more: str = "", *, leads_on: bool = True) -> None:
        """Show other words, if they are others."""
        self.setEnabled(leads_on)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor)
        if (lead, words, more) == (self._lead, self.text(), self._more):
            return
        self._lead, self._more = lead, more
        self.setText(words)
        self.setAccessibleName(", ".join(part for part in (lead, words, more) if part))
        self._fit()
        self.update()

    def _word_flags(self) -> int:
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        return int(lead) | int(Qt.TextFlag.TextWordWrap)

    def _heights(self) -> tuple[int, int]:
        width = max(60, self.width() - self._lead_wide)
        room = QRect(0, 0, width, 10_000)
        words = QFontMetrics(self._font).boundingRect(room, self._word_flags(), whole_symbols(self.text())).height()
        more = QFontMetrics(fonts.small()).boundingRect(room, self._word_flags(), whole_symbols(self._more)).height()
        return max(18, words), more if self._more else 0

    def _fit(self) -> None:
        words, more = self._heights()
        self.setFixedHeight(words + more + 2 * _PAD)
        on_lines = self._lead_on_lines(QRect(0, 0, self._lead_wide - 8, words + more))
        self.setToolTip("" if on_lines or self._lead_in_one() == self._lead else self._lead)

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _paint_lead(self, painter: QPainter, place: QRect, tall: int) -> None:
        """The lead on one line, or on as many as the row has where its words need them; else its middle goes."""
        whole = QRect(place.left(), place.top() + 1, place.width() - 4, tall)
        if self._lead_on_lines(whole):
            painter.drawText(whole, self._word_flags(), whole_symbols(self._lead))
        else:
            painter.drawText(place, int(_leading()), self._lead_in_one())

    def _lead_on_lines(self, room: QRect) -> bool:
        """Whether the lead is too long for one line, and the lines there are hold it."""
        metrics = QFontMetrics(fonts.micro())
        if metrics.horizontalAdvance(self._lead) <= room.width():
            return False
        needed = metrics.boundingRect(room, self._word_flags(), whole_symbols(self._lead))
        return needed.width() <= room.width() and needed.height() <= room.height()

    def _lead_in_one(self) -> str:
        return name_in(QFontMetricsF(fonts.micro()), self._lead, self._lead_wide - _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(QRectF(self.rect()), Measures.RADIUS_BOX, Measures.RADIUS_BOX)
        painter.setLayoutDirection(self.layoutDirection())
        words, more = self._heights()
        width = self.width() - self._lead_wide
        start = 0 if rtl else self._lead_wide
        painter.setFont(fonts.micro())
        painter.setPen(tokens.ink2)
        self._paint_lead(painter, QRect(width if rtl else 0, _PAD, self._lead_wide - 4, 17), words + more)
        painter.setFont(self._font)
        painter.setPen(tokens.ink)
        painter.save()
        if is_right_to_left(self.text()):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.drawText(QRect(start, _PAD, width, words + 2), self._word_flags(), whole_symbols(self.text()))
        painter.restore()
        if more:
            painter.setFont(fonts.small())
            painter.setPen(tokens.ink3)
            painter.drawText(QRect(start, _PAD + words, width, more + 2), self._word_flags(), whole_symbols(self._more))
        painter.end()


def _leading() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class FactRows(QWidget):
    """As many rows as there are facts; rows are kept and filled again, so that nothing flickers."""

    def __init__(self, chosen: Callable[[int], None], serif: bool = False, lead: int = _LEAD) -> None:
        super().__init__()
        self._chosen, self._serif, self._lead = chosen, serif, lead
        self.rows: list[FactRow] = []
        self._column = laid_down(self, spacing=1)

    def show_facts(self, facts: Sequence[tuple[str, str, str, bool]]) -> None:
        """Show (lead, words, more, whether it leads somewhere) in order."""
        while len(self.rows) < len(facts):
            row, number = FactRow(self._serif, self._lead, self), len(self.rows)
            row.clicked.connect(lambda _checked=False, at=number: self._chosen(at))
            self.rows.append(row)
            self._column.addWidget(row)
        for row, (lead, words, more, leads_on) in zip(self.rows, facts, strict=False):
            row.say(lead, words, more, leads_on=leads_on)
            row.show()
        for row in self.rows[len(facts) :]:
            row.hide()
