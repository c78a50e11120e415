"""The program's own sign: the italic a of its name on ink. Drawn here, so that it is sharp at every size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from widgets.theme import fonts
from widgets.theme.tokens import LIGHT

_SIZES = (16, 24, 32, 48, 64, 128, 256)


def window_icon() -> QIcon:
    """The icon of the window and the task bar; the same in light and dark. Needs the fonts."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_picture(size))
    return icon


def _picture(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.ink)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    painter.setPen(LIGHT.on_accent)
    painter.setFont(fonts.serif(size * 1.05, 500, italic=True))
    # The a has no strokes above its middle, so it stands a little higher than a line of text would.
    painter.drawText(QRectF(0, -size * 0.15, size * 0.98, size), Qt.AlignmentFlag.AlignCenter, "a")
    painter.end()
    return picture
