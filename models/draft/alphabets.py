"""Letters and numerals other than Latin ones that number the items of a list."""

from __future__ import annotations

_ABJAD = (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
"""The order in which Arabic texts of the United Nations count: that of the numerals, not of the dictionary."""
_CYRILLIC = tuple("абвгдежзиклмнопрстуфхцчшщэюя")
_FIGURES = "一二三四五六七八九"
_ENCLOSED = tuple("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
CYRILLIC = "cyrillic", "cyrillic capitals"
_ROWS = {
    "arabic": _ABJAD,
    CYRILLIC[0]: _CYRILLIC,
    CYRILLIC[1]: tuple(map(str.upper, _CYRILLIC)),
    "enclosed": _ENCLOSED,
}
EASTERN = "٠١٢٣٤٥٦٧٨٩"
"""The figures 0 to 9 as texts in Arabic write them."""
IN_WESTERN = str.maketrans(EASTERN, "0123456789")
_IN_EASTERN = str.maketrans("0123456789", EASTERN)
_ALIKE = {"ا": "أ", "ه": "هـ", "ﻫ": "هـ", "ﻫـ": "هـ"}

VOWEL_SIGNS = (*range(0x064B, 0x0653), 0x0670)
"""The signs that Arabic sets on letters and mostly leaves out, as code points."""

CHINESE = f"[{_FIGURES}十]{{1,3}}"
ENCLOSED = f"[{''.join(_ENCLOSED)}]"
ARABIC = "(?:[هﻫ]ـ|ﻫ|[اأ-ي])"
"""Patterns of one number each."""


def value_in(alphabet: str, letters: str) -> int | None:
    """The place of a number in its alphabet, or None where it is none of that.

    Alphabets: "arabic", those of CYRILLIC, "chinese" (十二), "enclosed" (㈠), "figures".
    """
    if alphabet == "chinese":
        return _from_chinese(letters)
    if alphabet == "figures":
        return int(letters) if letters.isascii() and letters.isdecimal() else None
    row = _ROWS[alphabet]
    found = _ALIKE.get(letters, letters)
    return row.index(found) + 1 if found in row else None


def number_in(alphabet: str, value: int) -> str | None:
    """The value-th number of an alphabet; None where that has no more."""
    if alphabet == "chinese":
        return _to_chinese(value)
    if alphabet == "figures":
        return str(value)
    row = _ROWS[alphabet]
    return row[value - 1] if 0 < value <= len(row) else None


def alphabet_of(letters: str) -> str | None:
    """The alphabet in which something is a number, or None."""
    names = (*_ROWS, "chinese", "figures")
    return next((name for name in names if value_in(name, letters) is not None), None)


def in_western_figures(number: str) -> str:
    """A number with figures as ١ and ٢ written 1 and 2."""
    return number.translate(IN_WESTERN)


def in_eastern_figures(number: str) -> str:
    """A number with figures as 1 and 2 written ١ and ٢."""
    return number.translate(_IN_EASTERN)


def _from_chinese(numeral: str) -> int | None:
    tens, ten, ones = numeral.rpartition("十")
    if not numeral or len(tens) > 1 or len(ones) > 1 or any(one not in _FIGURES for one in tens + ones):
        return None
    return 10 * (_FIGURES.index(tens) + 1 if tens else bool(ten)) + (_FIGURES.index(ones) + 1 if ones else 0)


def _to_chinese(value: int) -> str | None:
    if not 0 < value < 100:
        return None
    tens, ones = divmod(value, 10)
    head = (_FIGURES[tens - 1] if tens > 1 else "") + "十" if tens else ""
    return head + (_FIGURES[ones - 1] if ones else "")
