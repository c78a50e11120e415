"""Quotation marks of lines that run from right to left, as the file names them."""

from __future__ import annotations

import unicodedata
from typing import Any

TURNED = {0x201C: 0x201D, 0x201D: 0x201C, 0x2018: 0x2019, 0x2019: 0x2018}
"""Marks that PDFium takes for mirrors of one another, as brackets are: Unicode, and who prints them, know of none."""
_LINE_ENDS = (0x0A, 0x0D)
_FROM_RIGHT = ("R", "AL")


def as_named(pdfium: Any, letters: Any, at: int) -> int:
    """The mark at a place of a page as its file names it: PDFium turns those behind letters that run from the right.

    It goes through a line as it is read; figures and marks run as the letters before them, those that begin it as most.
    """
    code: int = pdfium.FPDFText_GetUnicode(letters, at)
    for before in range(at - 1, -1, -1):
        one = pdfium.FPDFText_GetUnicode(letters, before)
        if one in _LINE_ENDS:
            break
        kind = unicodedata.bidirectional(chr(one))
        if kind in (*_FROM_RIGHT, "L"):
            return TURNED[code] if kind in _FROM_RIGHT else code
    return TURNED[code] if _runs_from_right(pdfium, letters, at) else code


def _runs_from_right(pdfium: Any, letters: Any, start: int) -> bool:
    """Whether as many stretches of a line run from the right as from the left, as PDFium counts them."""
    kinds: list[str] = []
    for at in range(start, pdfium.FPDFText_CountChars(letters)):
        one = pdfium.FPDFText_GetUnicode(letters, at)
        if one in _LINE_ENDS:
            break
        kind = unicodedata.bidirectional(chr(one))
        kind = "R" if kind in _FROM_RIGHT else kind if kind == "L" else ""
        if kinds[-1:] != [kind]:
            kinds.append(kind)
    return "R" in kinds and kinds.count("R") >= kinds.count("L")
