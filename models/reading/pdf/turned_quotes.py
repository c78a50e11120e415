"""Quotation marks of lines that run from right to left, as the file names them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

TURNED = {0x201C: 0x201D, 0x201D: 0x201C, 0x2018: 0x2019, 0x2019: 0x2018}
"""Marks that PDFium takes for mirrors of one another, as brackets are: Unicode, and who prints them, know of none."""
_LINE_ENDS = (0x0A, 0x0D)
_FROM_RIGHT = ("R", "AL")


@dataclass(slots=True)
class AsNamed:
    """The quotation marks of a page as its file names them: PDFium turns those behind letters that run from the right.

    It goes through a line as it is read; figures and marks run as the letters before them, those that begin it as most.
    They are asked for in the order of the page, and no line is gone through again for each mark of it.
    """

    pdfium: Any
    letters: Any
    _asked: int = -1  # up to where the page was gone through
    _from_right: bool = False  # whether what follows there runs from the right

    def mark(self, at: int) -> int:
        """The mark at a place of the page, behind all that were asked for."""
        code: int = self.pdfium.FPDFText_GetUnicode(self.letters, at)
        for before in range(at - 1, self._asked, -1):
            kind = self._kind(before)
            if kind is None:
                self._from_right = self._runs_from_right(at)
                break
            if kind:
                self._from_right = kind == "R"
                break
        else:
            if self._asked < 0:
                self._from_right = self._runs_from_right(at)
        self._asked = at
        return TURNED[code] if self._from_right else code

    def _kind(self, at: int) -> str | None:
        """Whether a letter runs from the right or the left (R, L, or ""); None at the end of a line."""
        one = self.pdfium.FPDFText_GetUnicode(self.letters, at)
        if one in _LINE_ENDS:
            return None
        kind = unicodedata.bidirectional(chr(one))
        return "R" if kind in _FROM_RIGHT else kind if kind == "L" else ""

    def _runs_from_right(self, start: int) -> bool:
        """Whether as many stretches of a line run from the right as from the left, as PDFium counts them."""
        kinds: list[str] = []
        for at in range(start, self.pdfium.FPDFText_CountChars(self.letters)):
            kind = self._kind(at)
            if kind is None:
                break
            if kinds[-1:] != [kind]:
                kinds.append(kind)
        return "R" in kinds and kinds.count("R") >= kinds.count("L")
