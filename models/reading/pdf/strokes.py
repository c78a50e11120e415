"""The thin lines that are drawn on the pages of a PDF. As `glyphs.py`, this runs in a process of its own."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

FARTHEST = 100_000.0  # points; the largest page of PDF has 14,400
_MOST_STROKES = 5_000  # of one page
_MOST_CLIPS = 10  # of one drawing, and corners of one of them
_THICK, _THIN = 2.0, 3.0  # points: a stroke is no thicker than the one and no shorter than the other
_THROUGH = (0.12, 0.5)  # of the size of the letters: how high above their baseline a stroke through them is


class Strokes:
    """The thin lines that lie on a page, as they go through letters or under them."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[float, float, float]]] = {}
        self._line = 0.0, 0.0
        self._found: list[tuple[float, float]] = []

    def __bool__(self) -> bool:
        return bool(self._rows)

    def add(self, left: float, right: float, height: float) -> None:
        self._rows.setdefault(int(height), []).append((left, right, height))

    def strike(self, begin: float, end: float, line: float, size: float) -> bool:
        """Whether one goes through the middle of a letter on a line, whose letters are of this size."""
        if self._line != (line, size):  # of the last line alone: a page may have as many as letters
            self._line, self._found = (line, size), list(self._through(line, size))
        middle = (begin + end) / 2
        return any(left <= middle <= right for left, right in self._found)

    def _through(self, line: float, size: float) -> Iterator[tuple[float, float]]:
        low, high = (line + size * part for part in _THROUGH)
        for row in range(int(low), int(high) + 1):
            yield from ((left, right) for left, right, y in self._rows.get(row, ()) if low <= y <= high)


def strokes_on(pdfium: Any, page: Any) -> Strokes:
    """Those of a page, where they are seen."""
    found = Strokes()
    edges = [ctypes.c_float() for _ in range(4)]
    objects = range(min(pdfium.FPDFPage_CountObjects(page), _MOST_STROKES * 4))
    paths = (piece for at in objects if (piece := pdfium.FPDFPage_GetObject(page, at)))
    left_over = _MOST_STROKES
    for path in (one for one in paths if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_PATH):
        if not left_over or not pdfium.FPDFPageObj_GetBounds(path, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        begin, end = _clipped(pdfium, path)
        left, right = max(left, begin), min(right, end)
        if top - bottom <= _THICK and right - left >= _THIN and -FARTHEST < bottom < FARTHEST:
            found.add(left, right, (top + bottom) / 2)
            left_over -= 1
    return found


def _clipped(pdfium: Any, path: Any) -> tuple[float, float]:
    """From where to where a drawing is seen: LibreOffice strikes a narrow space as far as a wide one, and cuts it."""
    begin, end = -math.inf, math.inf
    clip, x, y = pdfium.FPDFPageObj_GetClipPath(path), ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFClipPath_CountPaths(clip), _MOST_CLIPS) if clip else 0):
        corners = pdfium.FPDFClipPath_CountPathSegments(clip, at)
        found = []
        for corner in range(corners if corners <= _MOST_CLIPS else 0):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, at, corner)
            if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                found.append(x.value)
        if found:
            begin, end = max(begin, min(found)), min(end, max(found))
    return begin, end
