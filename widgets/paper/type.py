"""Sizes and leads of texts: which letters a column is set in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from widgets.theme import fonts

LABEL, ASIDE = 11.0, 12.0
NOTE_SIZE = 0.66
"""How large the marks of footnotes are beside the letters they stand behind."""


@dataclass(frozen=True, slots=True)
class TextType:
    """A text size: pixels and the distance of lines, at 100 %. The optical size follows the pixels unless given."""

    size: float
    lead: float
    weight: int = 400
    optical: float | None = None
    zoom: float = 1.0

    def zoomed(self, factor: float) -> TextType:
        """The same at another zoom; leads stay whole so that lines lie on pixels."""
        return replace(self, size=self.size * factor, lead=float(round(self.lead * factor)), zoom=factor)

    @property
    def grown(self) -> float:
        """By how much what is set small beside the text is larger than usual; smaller nobody could read it."""
        return max(1.0, self.zoom)

    def label(self, weight: int = 500) -> QFont:
        """The letters of labels, as PP3, and of note marks beside a text of this size."""
        return sized(fonts.micro(weight), LABEL * self.grown)

    def aside(self, weight: int = 400) -> QFont:
        """The letters of what is said of a text of this size below or beside it."""
        return sized(fonts.small(weight), ASIDE * self.grown)


TEXT = TextType(17, 27)
TEXT_WIDE = TextType(19, 31)
COMPARE = TextType(15.5, 24)
COMPARE_WIDE = TextType(17, 27)
INLINE = TextType(16.5, 26)
INLINE_WIDE = TextType(18, 29)
COLUMNS = TextType(14.5, 22)
COLUMNS_WIDE = TextType(15.5, 24)
NOTE = TextType(13, 18)
NOTE_WIDE = TextType(14.5, 20)
ARABIC_LEAD = 29 / 24
"""Arabic letters reach further up and down; the lines of a column stand that much wider."""

# The theme's fonts come in whole pixels; halves matter in a column, and points at the screen's own dpi keep them.


def points(pixels: float) -> float:
    """Pixels of the screen as points."""
    return pixels * 72.0 / QGuiApplication.primaryScreen().logicalDotsPerInch()


def sized(font: QFont, pixels: float) -> QFont:
    """The font at a size that need not be whole pixels."""
    exact = QFont(font)
    exact.setPointSizeF(points(pixels))
    return exact


def serif(pixels: float, weight: int = 400, *, italic: bool = False, optical: float | None = None) -> QFont:
    """The serif of texts at an exact size, drawn for running text."""
    return sized(fonts.serif(pixels, weight, italic=italic, optical=optical), pixels)


def baseline(lead: float, font: QFont) -> float:
    """Where letters stand in a line of that lead, from its top."""
    metrics = QFontMetricsF(font)
    return float(round((lead + metrics.ascent() - metrics.descent()) / 2))
