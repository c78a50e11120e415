"""The letters: Source Serif 4 for texts, Inter for the frame, Noto Sans Arabic beside both.

Sizes are pixels at 100 %; the system's font size enlarges them with everything else (`theme.enlarged`). The fonts are
variable and Qt sets no axis by itself, so weight and optical size are set here on the axes. Bold words inside a text
have a weight and no axis: for them there is a bold face of its own (`resources/fonts`). Tabular figures (`figures`) are
for columns of figures only: elsewhere they widen the hyphen.
"""

from __future__ import annotations

import functools
from importlib.resources import files

import fontpkg_inter
import fontpkg_noto_sans_arabic
import fontpkg_source_serif_4
from PySide6.QtGui import QFont, QFontDatabase

SERIF = "Source Serif 4"
SANS = "Inter"
ARABIC = "Noto Sans Arabic"

_WEIGHT, _OPTICAL, _TABULAR = QFont.Tag("wght"), QFont.Tag("opsz"), QFont.Tag("tnum")
_UNHINTED = QFont.HintingPreference.PreferNoHinting


@functools.cache
def load() -> tuple[str, ...]:
    """Make the fonts known to Qt, once; the families that are now there. Needs a QGuiApplication."""
    families: list[str] = []
    for package in (fontpkg_source_serif_4, fontpkg_inter, fontpkg_noto_sans_arabic):
        for file in sorted((package.ROOT / "files").glob("*.ttf")):
            font = QFontDatabase.addApplicationFont(str(file))
            families += QFontDatabase.applicationFontFamilies(font)
    for face in ("SourceSerif4-Bold.ttf", "SourceSerif4-BoldIt.ttf", "NotoSansArabic-Bold.ttf"):
        QFontDatabase.addApplicationFontFromData((files("resources") / "fonts" / face).read_bytes())
    return tuple(dict.fromkeys(families))


def serif(pixels: float, weight: int = 400, *, italic: bool = False, optical: float | None = None) -> QFont:
    """A font for texts; the optical size follows the pixels from 14 on, or is given (14 for running text)."""
    chosen = optical if optical is not None else (14.0 if pixels <= 19 else min(60.0, pixels))
    return _own(_font(SERIF, pixels, weight, chosen, italic=italic))


def sans(pixels: float, weight: int = 400) -> QFont:
    """A font for the frame."""
    return _own(_font(SANS, pixels, weight, 14.0 if pixels <= 16 else min(32.0, pixels)))


def figures(pixels: float, weight: int = 400) -> QFont:
    """The sans with figures of equal width, for columns of figures."""
    font = sans(pixels, weight)
    font.setFeature(_TABULAR, 1)
    return font


@functools.lru_cache(maxsize=256)
def _font(family: str, pixels: float, weight: int, optical: float, *, italic: bool = False) -> QFont:
    """All but the hinting, made once: a window asks for some hundreds. It is given to nobody as it is."""
    font = QFont()
    font.setFamilies([family, ARABIC])
    # Qt keeps whole pixels only; points at the logical 96 dpi would keep halves but follow the screen's dpi.
    font.setPixelSize(max(1, round(pixels)))
    font.setItalic(italic)
    # Up to here the variable face is the nearest one, and the axis says the weight; from bold on Qt takes the bold
    # face, or thickens the outlines where there is none.
    font.setWeight(QFont.Weight(min(weight, 500)))
    font.setVariableAxis(_WEIGHT, float(weight))
    font.setVariableAxis(_OPTICAL, optical)
    return font


def _own(shared: QFont) -> QFont:
    """A font of whoever asks: what is changed in it is no longer shared.

    Qt keeps in what copies share how it is drawn, and that for one thread; texts are laid out in several.
    """
    font = QFont(shared)
    font.setHintingPreference(_UNHINTED)
    return font


# Named as in the type table. Controls use UI_CONTROL, headings UI_HEAD.
def micro(weight: int = 500) -> QFont:
    """11 px: labels PP3 and OP9, group heads, tags, keys; line of 16."""
    return sans(11, weight)


def small(weight: int = 400) -> QFont:
    """12 px: status bar, hints, secondary lines; line of 18."""
    return sans(12, weight)


def ui(weight: int = 400) -> QFont:
    """13 px: everything else in the frame (500 controls, 600 heads); line of 20."""
    return sans(13, weight)
