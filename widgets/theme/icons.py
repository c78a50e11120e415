"""Icons: Phosphor, coloured by role. 16 px in rows, 18 in bars.

The letters and their names come with qtawesome. They are read from its folder, since importing it brings a further Qt
layer with OpenGL that nothing here needs and that doubles the time until the window stands.
"""

from __future__ import annotations

import functools
import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from widgets.theme import tokens as appearance

_SIZES = (14, 16, 18, 24, 32)


def icon(name: str) -> QIcon:
    """The icon of a Phosphor name ("caret-down") as it stands in a field; ask again after a change of theme."""
    return _icon(name, appearance.current().ink2.name())


def paint(painter: QPainter, place: QRectF, name: str, colour: QColor, *, mirrored: bool = False) -> None:
    """Draw the sign of a Phosphor name into a square place, as a glyph: for delegates."""
    font = QFont(_font())
    font.setPixelSize(max(1, round(min(place.width(), place.height()))))
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    if mirrored:
        painter.translate(place.center().x() * 2, 0)
        painter.scale(-1, 1)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), glyph(name))
    painter.restore()


def glyph(name: str) -> str:
    """The character of a Phosphor name; KeyError where there is none of that name."""
    return _characters()[name]


@functools.cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@functools.cache
def _characters() -> dict[str, str]:
    (file,) = _folder().glob("phosphor-charmap-*.json")
    codes: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@functools.cache
def _font() -> QFont:
    (file,) = (one for one in _folder().glob("phosphor-*.ttf"))
    number = QFontDatabase.addApplicationFont(str(file))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@functools.lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    """Drawn at every size we use, at one and at two pixels for each logical one."""
    made = QIcon()
    faint = QColor(colour)
    faint.setAlphaF(0.35)
    for mode, ink in ((QIcon.Mode.Normal, QColor(colour)), (QIcon.Mode.Disabled, faint)):
        for pixels in (*_SIZES, *(2 * size for size in _SIZES)):
            picture = QPixmap(pixels, pixels)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, QRectF(0, 0, pixels, pixels), name, ink)
            painter.end()
            made.addPixmap(picture, mode)
    return made
