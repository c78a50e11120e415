"""Widths of Times New Roman's letters, to set one part of a masthead line at a measured distance from the other."""

from __future__ import annotations

import unicodedata

from models.word.writing.measures import HEADQUARTERS, Measures

# Advance widths in thousandths of the size; letters not named are half as wide as the size.
_PLAIN = {
    250: " ,.", 278: "/:ijlt", 333: "()-Ifr", 389: "Js", 444: "acez", 556: "FPS", 611: "ELTZ", 667: "BCR",
    722: "ADGHKNOQUVXYw", 778: "m", 889: "M", 944: "W",
}  # fmt: skip
_BOLD = {
    250: " ,.", 278: "/il", 333: "()-:fjt", 389: "Is", 444: "cerz", 556: "Sbdhknpqu", 611: "FP", 667: "BELTZ",
    722: "ACDNRUVXYw", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W",
}  # fmt: skip


def width(text: str, points: float, bold: bool = False, close: bool = False, *, of: Measures = HEADQUARTERS) -> float:
    """The width of a line of Latin letters as they are set, in points; `close` as the organ is."""
    widths = {letter: unit for unit, letters in (_BOLD if bold else _PLAIN).items() for letter in letters}
    plain = sum(widths.get(letter, 500) for letter in _without_accents(text)) * points / 1000
    wider, apart = (of.closer, -of.apart) if close else (of.wider, of.apart)
    return plain * wider / 100 + len(text) * apart


def _without_accents(text: str) -> str:
    """A letter with an accent is as wide as the letter."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
