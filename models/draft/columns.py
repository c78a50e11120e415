"""How many columns letters take where all are of one width, as in mail and terminals: those of Chinese take two.

Unicode Standard Annex 11, East Asian Width; signs that are set on a letter, or seen nowhere, take none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from models.draft.late_pattern import late_pattern

_OPENING, _CLOSING = "「『《〈（［【〔“‘", "」』》〉），。；：、？！．］】〕”’…—"
_HAN = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65"
_UNSPACED = late_pattern(f"[{_HAN}]")
# What is not parted: no line ends behind a sign that opens or begins with one that closes (UAX 14, OP and CL). What is
# not seen belongs to the letter behind it.
_PIECE = late_pattern(rf"[ \t]+|[{_OPENING}\x00-\x08]*(?:[{_HAN}]|(?:(?![{_HAN}])[^ \t])+)[{_CLOSING}]*")


def columns(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    return _columns_of(text) if len(text) == 1 else sum(map(_columns_of, text))


@lru_cache(maxsize=20_000)  # letters of Chinese in use
def _columns_of(letter: str) -> int:
    if east_asian_width(letter) in "WF":
        return 2
    return 0 if category(letter) in ("Mn", "Me", "Cf", "Cc") else 1


def begins_chinese(text: str) -> bool:
    """Whether a text begins with a letter or mark of Chinese, which has no space between words."""
    return _UNSPACED.match(text) is not None


def unparted(text: str) -> Iterator[str]:
    """The pieces of a text between which a line may end: words, each letter of Chinese with its marks, spaces."""
    return (match[0] for match in _PIECE.finditer(text))


def has_unspaced(text: str) -> bool:
    """Whether a line of a text may end elsewhere than at a space."""
    return not text.isascii() and _UNSPACED.search(text) is not None
