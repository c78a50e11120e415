"""Drawings that a file has one text for (ActualText), as LibreOffice writes a letter with the sign drawn over it.

PDFium gives the text to one of the drawings, often to the sign, and of the others tells nothing. This runs in the
process that reads the file (`apart.py`), as `glyphs.py` does.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_MOST = 20_000  # objects of one page
_NO_WORDS = 2  # bytes: the end of a string
_KEY = b"ActualText"


@dataclass(frozen=True, slots=True)
class Together:
    """Where one drawing ends to the left and right, where all that share its text do, and their baseline, in points."""

    left: float
    right: float
    all_left: float
    all_right: float
    base: float

    def placed(self, begin: float, end: float) -> tuple[float, float, float]:
        """Where a letter that has a part of the one drawing begins and ends as a part of all, and its baseline."""
        scale = (self.all_right - self.all_left) / (self.right - self.left)
        return self.all_left + (begin - self.left) * scale, self.all_left + (end - self.left) * scale, self.base


@dataclass(frozen=True, slots=True)
class _Drawing:
    address: int
    text: int  # the address of the mark that holds it
    left: float
    bottom: float
    right: float
    top: float
    base: float


def named_together(pdfium: Any, page: Any, letters: Any) -> dict[int, Together]:
    """The drawings of a page that alone have the letters of others too, by the addresses of their objects."""
    found: dict[int, Together] = {}
    counted = range(pdfium.FPDFText_CountChars(letters))
    named = {_address(pdfium.FPDFText_GetTextObject(letters, at)) for at in counted}
    objects = (pdfium.FPDFPage_GetObject(page, at) for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)))
    drawings = (made for one in objects if (made := _drawing(pdfium, one)) is not None)
    for _, sharing in groupby(drawings, key=lambda one: one.text):
        group = list(sharing)
        left, right = min(one.left for one in group), max(one.right for one in group)
        letter = max(group, key=lambda one: one.top - one.bottom)  # a sign is less high than what it stands over
        told = [one for one in group if one.address in named]
        if len(group) > len(told) == 1 and told[0].right > told[0].left:
            found[told[0].address] = Together(told[0].left, told[0].right, left, right, letter.base)
    return found


def _drawing(pdfium: Any, piece: Any) -> _Drawing | None:
    """A text object whose text the file says; None for others."""
    if not piece or pdfium.FPDFPageObj_GetType(piece) != pdfium.FPDF_PAGEOBJ_TEXT:
        return None
    mark = pdfium.FPDFPageObj_GetMark(piece, max(0, pdfium.FPDFPageObj_CountMarks(piece) - 1))
    length, edges, matrix = ctypes.c_ulong(), [ctypes.c_float() for _ in range(4)], pdfium.FS_MATRIX()
    if not mark or not pdfium.FPDFPageObjMark_GetParamStringValue(mark, _KEY, None, 0, length):
        return None
    if length.value <= _NO_WORDS:
        return None  # it is drawn once more, to be bold
    if not pdfium.FPDFPageObj_GetBounds(piece, *edges) or not pdfium.FPDFPageObj_GetMatrix(piece, matrix):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return _Drawing(_address(piece), _address(mark), left, bottom, right, top, matrix.f)


def _address(of: Any) -> int:
    return ctypes.cast(of, ctypes.c_void_p).value or 0
