"""Numbers of sections and annexes in Chinese figures and Arabic words as the Roman numerals that labels have."""

from __future__ import annotations

from models.draft.alphabets import value_in
from models.draft.numbering import to_roman

_ARABIC = (
    ("أول", "أولى", "أولا"), ("ثاني", "ثانية", "ثانيا"), ("ثالث", "ثالثة", "ثالثا"), ("رابع", "رابعة", "رابعا"),
    ("خامس", "خامسة", "خامسا"), ("سادس", "سادسة", "سادسا"), ("سابع", "سابعة", "سابعا"), ("ثامن", "ثامنة", "ثامنا"),
    ("تاسع", "تاسعة", "تاسعا"), ("عاشر", "عاشرة", "عاشرا"),
)  # fmt: skip
_TANWIN = "\u064b"
_VALUES = {word: value for value, words in enumerate(_ARABIC, 1) for word in words}

ARABIC_ORDINAL = rf"(?:ال)?(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))}){_TANWIN}?"
"""A pattern of one Arabic number in words: "الثاني", "ثانيا", "ثانياً"."""
ARABIC_ADVERB = rf"(?:{'|'.join(words[2] for words in _ARABIC)}){_TANWIN}?"
"""The same as it heads a section: "ثانيا"."""


def as_roman(number: str) -> str:
    """ "二" and "الثاني" as "II"; any other number as it is."""
    value = value_in("chinese", number) or ordinal_value(number)
    return to_roman(value).upper() if value else number


def ordinal_value(word: str) -> int | None:
    """The number that an Arabic word for a place says; None for any other."""
    return _VALUES.get(word.replace(_TANWIN, "").removeprefix("ال"))
