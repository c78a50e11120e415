"""Some words with the found ones on their ground, on a few lines of the serif."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from models.draft.directions import is_right_to_left
from widgets.paper.lines import line_edges, span_on_lines
from widgets.paper.type import ARABIC_LEAD, TextType, baseline, serif
from widgets.theme.tokens import Tokens, current
from widgets.theme.utf16 import letters_before, utf16

SNIPPET = TextType(15, 22)
_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """Words and the stretches of them that were found, as (start, end) in code points."""

    text: str
    places: tuple[tuple[int, int], ...] = ()


def window(hit: Hit, ahead: int = _AHEAD) -> Hit:
    """The words from a little before the first found stretch, so that it can be seen on a short line; `ahead`, so many
    code points at the most."""
    if not hit.places or hit.places[0][0] <= ahead + (8 if ahead else 0):
        return hit
    first = hit.places[0][0]
    start = hit.text.rfind(" ", first - ahead, first)
    start = first - ahead if start < 0 else start + 1
    lead = "…"
    shift = len(lead) - start
    return Hit(lead + hit.text[start:], tuple((a + shift, b + shift) for a, b in hit.places))


def lay_out(hit: Hit, width: float, most: int = 2, *, mirrored: bool | None = None) -> SnippetLayout:
    """A hit from its beginning, or from a little before what was found where that would be beyond the last line."""
    laid = SnippetLayout(hit, width, most, mirrored=mirrored)
    return laid if laid.shows_found else SnippetLayout(window(hit), width, most, mirrored=mirrored)


class SnippetLayout:
    """A `Hit` laid out in a width, on at most `most` lines; what is beyond them ends in an ellipsis."""

    def __init__(
        self, hit: Hit, width: float, most: int = 2, kind: TextType = SNIPPET, mirrored: bool | None = None
    ) -> None:
        self._kind, self._text = kind, hit.text.replace("\n", " ")
        self._places = hit.places
        self.right_to_left = is_right_to_left(self._text)
        self.lead = float(round(kind.lead * ARABIC_LEAD)) if self.right_to_left else kind.lead
        font = serif(kind.size)
        self._baseline = baseline(self.lead, font)
        at_right = self.right_to_left if mirrored is None else mirrored
        option = QTextOption(
            (Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        way = Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        self._layout = QTextLayout("", font)
        self._layout.setTextOption(option)
        text, cut = self._text, ""
        while (end := self._break(text, width, most)) is not None and len(text) > 2:
            # First what fits, then one word less each time until the ellipsis fits too.
            space = cut.rfind(" ")
            cut = self._text[:end].rstrip() if not cut else cut[:space] if space > 0 else cut[: len(cut) // 2]
            text = cut.rstrip(" ,;") + "…"
        self._shown = text

    def _break(self, text: str, width: float, most: int) -> int | None:
        """Lay lines; where they end in the text if it does not fit, else None."""
        self._layout.setText(text)
        self._layout.beginLayout()
        end: int | None = None
        number = 0
        while (line := self._layout.createLine()).isValid():
            if number == most:
                end = letters_before(text, line.textStart())
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self.lead + self._baseline - line.ascent()))
            number += 1
        self._layout.endLayout()
        self.lines = max(1, number)
        return end

    @property
    def said(self) -> str:
        """The words that can be seen."""
        return self._shown

    @property
    def shows_found(self) -> bool:
        """Whether of all different words that were found one can be seen."""
        seen = len(self._shown) - (self._shown != self._text)
        found = {self._text[start:end].casefold() for start, end in self._places}
        return found == {self._text[start:end].casefold() for start, end in self._places if end <= seen}

    @property
    def height(self) -> float:
        """Lines times lead."""
        return self.lines * self.lead

    def paint(self, painter: QPainter, place: QPointF, colour: QColor | None = None, *, struck: bool = False) -> None:
        """Draw the words, and under what was found its ground; where that is `struck`, a line through it instead."""
        tokens = current()
        encoded, strokes = self._shown.encode("utf-16-le"), list[QRectF]()
        for start, end in self._places:
            if start >= len(self._shown):
                continue
            first, last = utf16(self._shown[:start]), utf16(self._shown[:end])
            for number, line, a, b in span_on_lines(self._layout, first, last, encoded):
                if number >= self.lines:
                    continue
                base = place.y() + number * self.lead + self._baseline
                for left, right in line_edges(line, a, b, mixed=self.right_to_left):
                    if struck:
                        middle = base - self._kind.size * 0.24
                        strokes.append(QRectF(place.x() + left, middle, right - left, 1))
                        continue
                    box = QRectF(place.x() + left - 1, base - self._kind.size, right - left + 2, self._kind.size * 1.36)
                    paint_found(painter, box, tokens)
        painter.setPen(colour or tokens.ink)
        self._layout.draw(painter, place)
        for stroke in strokes:
            painter.fillRect(stroke, colour or tokens.ink)


def paint_found(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """The ground of found words; in high contrast with a line under it, as one around it strikes through a comma."""
    painter.fillRect(box, tokens.found)
    if tokens.tint_added is None:
        painter.fillRect(QRectF(box.left(), box.bottom() - 1.5, box.width(), 1.5), tokens.ink)
