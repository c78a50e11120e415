"""The menu bar, quiet: words on the panel, no lines; on macOS it is the system's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar, QStyle, QStyleOptionMenuItem

from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.tokens import Measures


class MenuBar(QMenuBar):
    """Paints its items from the tokens."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tokens.panel)
        option = QStyleOptionMenuItem()
        # The letters of the access keys are underlined while the keyboard is in the bar.
        by_keyboard = self.activeAction() is not None and self.hasFocus()
        mnemonic = Qt.TextFlag.TextShowMnemonic if by_keyboard else Qt.TextFlag.TextHideMnemonic
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(mnemonic)
        for action in self.actions():
            place = QRectF(self.actionGeometry(action))
            self.initStyleOption(option, action)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.sel)
                painter.drawRoundedRect(place.adjusted(0, 2, 0, -2), Measures.RADIUS_BOX, Measures.RADIUS_BOX)
            painter.setFont(fonts.small())
            painter.setPen(tokens.ink2 if action.isEnabled() else tokens.off)
            painter.drawText(place, flags, action.text())
        painter.end()
