"""Where a stretch of text lies on the lines of a layout; several boxes where directions mix."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextLayout, QTextLine


def line_edges(line: QTextLine, first: int, last: int, *, mixed: bool, gap: float = 6.0) -> list[tuple[float, float]]:
    """Left and right ends of the boxes that the UTF-16 places `first` to `last` make on a line.

    With `mixed` letters of both directions may stand on the line; boxes nearer than `gap` pixels are one.
    """
    if not mixed:
        return [(x_of(line, first), x_of(line, last))]
    edges = sorted(
        (box.left(), box.right()) for run in line.glyphRuns(first, last - first) for box in (run.boundingRect(),)
    )
    joined: list[tuple[float, float]] = []
    for left, right in edges:
        if joined and left <= joined[-1][1] + gap:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def span_on_lines(layout: QTextLayout, start: int, end: int, text: bytes) -> list[tuple[int, QTextLine, int, int]]:
    """The lines a span lies on, with its places there; a space at a line's end is left out.

    `text` is the layout's text in UTF-16.
    """
    found: list[tuple[int, QTextLine, int, int]] = []
    begins = layout.lineForTextPosition(start)
    for number in range(begins.lineNumber() if begins.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        line_start = line.textStart()
        if line_start >= end:
            break
        line_end = line_start + line.textLength()
        first, last = max(start, line_start), min(end, line_end)
        while last > first and last == line_end and is_space(text, last - 1):
            last = line_end = last - 1
        if first < last:
            found.append((number, line, first, last))
    return found


def is_space(text: bytes, place: int) -> bool:
    """Whether a blank at which a line may end stands at a UTF-16 place."""
    character = text[2 * place : 2 * place + 2].decode("utf-16-le", "replace")
    return character.isspace() and character != "\u00a0"


def x_of(line: QTextLine, place: int) -> float:
    """How far along a line a UTF-16 place of its text stands."""
    found: Any = line.cursorToX(place)  # a pair of the place and the cursor it was given
    return float(found[0])
