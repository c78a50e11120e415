"""Fusion with boxes and frames in our own colours: its own outlines vanish on dark grounds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from widgets.theme import icons
from widgets.theme import tokens as appearance
from widgets.theme.tokens import Measures


class PlainFusion(QProxyStyle):
    """For systems without Qlementine."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            _paint_box(painter, option)
        elif element == QStyle.PrimitiveElement.PE_PanelLineEdit:
            _paint_field(painter, option)
        else:
            super().drawPrimitive(element, option, painter, widget)


def _paint_box(painter: QPainter, option: QStyleOption) -> None:
    tokens, state = appearance.current(), option.state
    place = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    checked = bool(state & QStyle.StateFlag.State_On)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus if focused else tokens.ink if checked else tokens.ctl, 2 if focused else 1))
    painter.setBrush(tokens.ink if checked else tokens.paper)
    painter.drawRoundedRect(place, Measures.RADIUS_BOX, Measures.RADIUS_BOX)
    if checked:
        icons.paint(painter, place, "check-bold", tokens.on_accent)
    painter.restore()


def _paint_field(painter: QPainter, option: QStyleOption) -> None:
    tokens = appearance.current()
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus if focused else tokens.ctl, 2 if focused else 1))
    painter.setBrush(tokens.paper if option.state & QStyle.StateFlag.State_Enabled else Qt.BrushStyle.NoBrush)
    inset = 1.0 if focused else 0.5
    radius = Measures.RADIUS_CONTROL
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()
