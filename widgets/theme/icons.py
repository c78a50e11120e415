"""Icons: Phosphor through qtawesome, coloured by role. 16 px in rows, 18 in bars."""

from __future__ import annotations

import functools
from typing import Any

import qtawesome
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from widgets.theme import tokens as appearance


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon of a Phosphor name ("export", "check-bold", "warning-fill") in the colour of a token role.

    Ask again after a change of theme.
    """
    tokens = appearance.current()
    colour: QColor = getattr(tokens, role)
    return _icon(name, colour.name(), tokens.ink3.name() if role == "ink" else colour.name())


def pixmap(name: str, size: int, role: str = "ink", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels."""
    drawn: QPixmap = icon(name, role).pixmap(QSize(size, size), ratio)
    return drawn


def paint(painter: QPainter, place: QRectF, name: str, colour: QColor, *, mirrored: bool = False) -> None:
    """Draw the sign of a Phosphor name into a square place, as a glyph: for delegates."""
    side = min(place.width(), place.height())
    font: QFont = QFont(_font())
    font.setPixelSize(round(side))
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    if mirrored:
        painter.translate(place.center().x() * 2, 0)
        painter.scale(-1, 1)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), glyph(name))
    painter.restore()


@functools.cache
def glyph(name: str) -> str:
    """The character of a Phosphor name; KeyError where there is none of that name."""
    characters: dict[str, str] = _resource().charmap["ph"]
    return characters[name]


@functools.cache
def _font() -> QFont:
    font: QFont = qtawesome.font("ph", 16)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _resource() -> Any:
    return qtawesome._instance()


@functools.lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made: QIcon = qtawesome.icon(f"ph.{name}", color=colour, color_active=colour, color_disabled=disabled)
    return made
