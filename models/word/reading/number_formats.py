"""The written forms of list and note numbers: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from models.draft.numbering import to_roman

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHINESE = "〇一二三四五六七八九"
_FULL_WIDTH = "０１２３４５６７８９"
_LEGAL_SIMPLIFIED, _LEGAL_TRADITIONAL = "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ARABIC_LETTERS = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_CHICAGO = "*†‡§"
# Forms that tell themselves how they go on, by the digits each number has at least.
ZEROS = {f"{1:0{digits}}, {2:0{digits}}, {3:0{digits}}, ...": digits for digits in (3, 4, 5)}
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_PLACEHOLDER = re.compile(r"%([1-9])")
_MOST = 32_767  # the highest number Word gives
_MOST_REPEATED = 30  # times a sign is repeated: Word's letters end at 780


def written(value: int, form: str) -> str:
    """A number in a written form ("lowerRoman"); forms not known are written as decimals, "bullet" as nothing."""
    if form in ("none", "bullet"):
        return ""
    if value < 0 or value > _MOST:
        return str(value)  # no letters by the million
    write = _FORMS.get(form)
    return str(value) if write is None else write(value)


@lru_cache(maxsize=256)
def pieces_of(text: str) -> tuple[str | int, ...]:
    """The text of a level in pieces, a level counted from 0 where its number stands: "(%2)" is "(", 1, ")"."""
    found = _PLACEHOLDER.split(text)
    return tuple(int(piece) - 1 if at % 2 else piece for at, piece in enumerate(found))


@lru_cache(maxsize=256)
def only_level_in(text: str) -> int | None:
    """The level whose number alone stands in a text; None where there is none, or several do."""
    levels = {piece for piece in pieces_of(text) if isinstance(piece, int)}
    return levels.pop() if len(levels) == 1 else None


def _from_one(write: Callable[[int], str]) -> Callable[[int], str]:
    """Alphabets and the like have no sign for zero: Word writes nothing there."""
    return lambda value: write(value) if value > 0 else ""


def _repeated(signs: str) -> Callable[[int], str]:
    """a, b, ... z, aa, bb, ..., over any row of signs."""

    def write(value: int) -> str:
        times = (value - 1) // len(signs) + 1
        return signs[(value - 1) % len(signs)] * times if times <= _MOST_REPEATED else str(value)

    return _from_one(write)


def _row(signs: str) -> Callable[[int], str]:
    """One sign each while they last, then decimals."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def cardinal_text(value: int) -> str:
    """Twenty-three; decimals from 1,000,000 on."""
    return _words(value).capitalize() if value < 1_000_000 else str(value)


def ordinal_text(value: int) -> str:
    """Twenty-third."""
    if value >= 1_000_000:
        return ordinal(value)
    head, dash, last = _words(value).rpartition("-") if "-" in _words(value) else _words(value).rpartition(" ")
    last = _ORDINALS[last] if last in _ORDINALS else last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return (head + dash + last).capitalize()


def _words(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_UNITS[value % 10]}" if value % 10 else "")
    unit, name = (100, "hundred") if value < 1000 else (1000, "thousand")
    rest = value % unit
    return f"{_words(value // unit)} {name}" + (f" {_words(rest)}" if rest else "")


def chinese(
    value: int, digits: str = _CHINESE, units: tuple[str, ...] = ("", "十", "百", "千"), ten: bool = True
) -> str:
    """一百二十三; `ten` leaves out the one of 十 to 十九."""
    if value == 0:
        return digits[0]
    if value >= 10_000:
        head, rest = divmod(value, 10_000)
        low = chinese(rest, digits, units, False) if rest else ""
        gap = digits[0] if rest and rest < 1000 else ""
        return chinese(head, digits, units, ten) + "万" + gap + low
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            zero = bool(text)
            continue
        text += (digits[0] if zero else "") + digits[digit] + units[power]
        zero = False
    return text[1:] if ten and 10 <= value < 20 else text


def _chinese_zero(value: int) -> str:
    return chinese(value).replace("〇", "零") if value else "〇"


def _legal(digits: str) -> Callable[[int], str]:
    return lambda value: chinese(value, digits, ("", "拾", "佰", "仟"), False)


def _digits(signs: str) -> Callable[[int], str]:
    """Each figure of the decimal as the sign of its place in a row of ten."""
    return lambda value: "".join(signs[int(digit)] for digit in str(value))


def _circled(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    return str(value)


def _hebrew(value: int) -> str:
    if not 0 < value < 1000:
        return str(value)
    weights = [*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400]
    text, rest = "", value
    for weight, letter in sorted(zip(weights, _HEBREW, strict=True), reverse=True):
        while rest >= weight:
            if rest in (15, 16):  # not written as parts of the divine name
                return text + "ט" + ("ו" if rest == 15 else "ז")
            text, rest = text + letter, rest - weight
    return text


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": to_roman,
    "upperRoman": lambda value: to_roman(value).upper(),
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "hex": lambda value: f"{value:X}",
    "chicago": _repeated(_CHICAGO),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda value: chr(0x2488 + value - 1) if 1 <= value <= 20 else f"{value}.",
    "decimalEnclosedParen": lambda value: chr(0x2474 + value - 1) if 1 <= value <= 20 else f"({value})",
    "decimalFullWidth": _digits(_FULL_WIDTH),
    "decimalFullWidth2": _digits(_FULL_WIDTH),
    "decimalHalfWidth": str,
    "ideographDigital": _digits(_CHINESE),
    "japaneseDigitalTenThousand": _digits(_CHINESE),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "chineseCounting": chinese,
    "chineseCountingThousand": _chinese_zero,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": _chinese_zero,
    "japaneseCounting": chinese,
    "chineseLegalSimplified": _legal(_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "japaneseLegal": _legal("零壱弐参四伍六七八九"),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographEnclosedCircle": lambda value: chr(0x3280 + value - 1) if 1 <= value <= 10 else str(value),
    "arabicAlpha": _repeated(_ARABIC_LETTERS),
    "arabicAbjad": _repeated(_ABJAD),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "hebrew1": _hebrew,
    "hebrew2": _repeated(_HEBREW),
    "α, β, γ, ...": _repeated(_GREEK),
    "Α, Β, Γ, ...": _repeated(_GREEK.upper()),
    **{form: f"{{:0{digits}}}".format for form, digits in ZEROS.items()},
}
