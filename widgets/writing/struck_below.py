"""What is gone of a text, struck below the paragraph it stood in: the document itself holds no word that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout

from models.draft.word_counts import count_words
from models.telling.figures import counted
from widgets.paper.piece_looks import format_range
from widgets.paper.type import TextType, serif
from widgets.text.block_lines import Setting
from widgets.theme.tokens import current

_SIZE, _LEAD = 0.86, 0.84
"""Letters and lines, in those of the text."""
_ABOVE = 5.0
_MOST = 1500
"""Letters that are shown of what is gone at one place."""
_BETWEEN = "   "
Passage = tuple[str, str, str]
"""The word before something that is gone, what is gone, and the word behind it; a whole paragraph has none of these."""


class StruckBelow:
    """Words laid out in the width of a paragraph that is set so, in the colours of the theme."""

    def __init__(self, passages: Sequence[Passage], setting: Setting, kind: TextType, column: float) -> None:
        self._start, self._lead = setting.start, round(kind.lead * _LEAD)
        self._layout = layout = QTextLayout()
        layout.setFont(serif(kind.size * _SIZE, kind.weight))
        layout.setTextOption(setting.option)
        words, struck = _written(passages)
        layout.setText(words)
        looks = QTextCharFormat()
        looks.setFontStrikeOut(True)
        looks.setForeground(current().removed)
        places = [(len(_utf16(words[:start])) // 2, len(_utf16(words[:end])) // 2) for start, end in struck]
        layout.setFormats([format_range(start, end, looks) for start, end in places])
        size = kind.size * _SIZE
        layout.beginLayout()
        at = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, column - setting.sides))
            line.setPosition(QPointF(0, at * self._lead + (self._lead - size) / 2 + size * 0.82 - line.ascent()))
            at += 1
        layout.endLayout()
        self.height = float(round(_ABOVE + at * self._lead))

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint them from a height on."""
        painter.save()
        painter.setPen(current().ink3)
        self._layout.draw(painter, QPointF(self._start, top + _ABOVE))
        painter.restore()


def around(text: str, places: Iterable[tuple[int, str]]) -> list[Passage]:
    """What is gone at some UTF-16 places of a paragraph, between the words that stand there now."""
    found, units = [], _utf16(text)
    for place, gone in places:
        before = units[: 2 * place].decode("utf-16-le", "ignore").split()
        behind = units[2 * place :].decode("utf-16-le", "ignore").split()
        if gone.strip():
            found.append((before[-1] if before else "", gone.strip(), behind[0] if behind else ""))
    return found


def told(passages: Iterable[Passage]) -> str:
    """The same for who hears it: "deleted after “Urges”: all Member"."""
    found, more = _cut(passages)
    parts = []
    for before, gone, behind in found:
        where = f" after “{before}”" if before else f" before “{behind}”" if behind else " paragraph"
        parts.append(f"deleted{where}: {gone}")
    return "; ".join([*parts, f"{counted(more, 'deleted word')} more"] if more else parts)


def _cut(passages: Iterable[Passage]) -> tuple[list[Passage], int]:
    """The passages, cut where they are very long, and how many words are left out."""
    found, left, more = [], _MOST, 0
    for before, gone, behind in passages:
        shown = gone if len(gone) <= left else gone[: max(0, left)].rpartition(" ")[0]
        more += count_words(gone[len(shown) :])
        left -= len(gone)
        if shown:
            found.append((before, shown, behind))
    return found, more


def _written(passages: Iterable[Passage]) -> tuple[str, list[tuple[int, int]]]:
    """The passages one after another, and from where to where they are struck."""
    words, struck = "", []
    found, more = _cut(passages)
    for before, gone, behind in found:
        apart = _BETWEEN if before or behind else "\u2028"
        words += (apart if words else "") + (f"… {before} " if before else "")
        struck.append((len(words), len(words) + len(gone)))
        words += gone + (f" {behind} …" if behind else "")
    return words + (f" … and {counted(more, 'word')} more" if more else ""), struck


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
