"""Numbers in words as references have them: "paragraph one above", "the second preambular paragraph"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from models.draft.alphabets import number_in, value_in
from models.draft.late_pattern import late_pattern
from models.draft.numbering import HYPHEN, plain_suffix

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS_ORDERED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS_ORDERED = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip


def _to_ninety_nine(units: Sequence[str], teens: Sequence[str], ends: str) -> tuple[str, ...]:
    """The words for 1 to 99; `ends` is what stands for the "y" of a round number."""
    words = [*units, *teens]
    for ten in _TENS:
        words += [ten[:-1] + ends, *(f"{ten}-{unit}" for unit in units)]
    return tuple(words)


CARDINALS = _to_ninety_nine(_UNITS, _TEENS, "y")
_ORDINALS = (
    _to_ninety_nine(_UNITS_ORDERED, _TEENS_ORDERED, "ieth"),
    ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième"),
    ("primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"),
)
_IN_ORDER = {word: words for words in (CARDINALS, *_ORDINALS) for word in words}
"""By each word those that count with it, from one on."""

CARDINAL = "|".join(sorted(CARDINALS, key=len, reverse=True))
"""A pattern of one English number."""
_ENDING = "st|nd|rd|th|er|e|ème"
RAISED = rf"\d{{1,4}}(?:{_ENDING})"
ORDINAL = "|".join((*sorted((word for words in _ORDINALS for word in words), key=len, reverse=True), RAISED))
"""A pattern of one ordinal, English, French or Spanish, or a figure with its ending, "2nd" or "2e"."""
WORDS = frozenset(part for word in _IN_ORDER for part in word.split("-"))
"""Each word that a number or an ordinal may be made of, in small letters."""
_OF_SCALE = (
    "hundred thousand million millions billion billions trillion trillions mille milliers milliard milliards mil millón"
    " millones тысяч миллион миллиона миллионов миллиард миллиарда миллиардов ألف مليون مليار بليون 万 亿 百 千"
)
SCALES = frozenset(_OF_SCALE.split())
"""Each word that says of how many a figure counts: "1.1 million"."""
_SUFFIXED = late_pattern(rf"\d+(?P<joint>[ \u00a0\u202f]?|{HYPHEN})(?P<suffix>[^\W\d_].*)")
_FIGURE = late_pattern(rf"(?P<figure>\d{{1,4}})(?P<ending>{_ENDING})", re.IGNORECASE)


def in_figures(word: str) -> str | None:
    """The figure for a number or an ordinal in words, or with an ending; None where it is none."""
    raised = _FIGURE.fullmatch(word)
    if raised is not None:
        return str(int(raised["figure"]))
    words = _IN_ORDER.get(word.lower())
    return str(words.index(word.lower()) + 1) if words else None


def as_written(written: str, name: str) -> str | None:
    """The name of a paragraph, "5 bis", written as another was, in figures or words; None where no word says it.

    A number that no word says is a figure; an ordinal has none, "the 100 preambular paragraph".
    """
    word = written.partition(" ")[0]
    raised = _FIGURE.fullmatch(word)
    if raised is not None:
        return _with_ending(raised["ending"], name)
    words = _IN_ORDER.get(word.lower())
    if words is None:
        return _with_suffix_of(written, _in_signs_of(word, name))
    figure, _, suffix = name.partition(" ")
    if not figure.isdigit() or not 0 < int(figure) <= len(words) or (suffix and words is not CARDINALS):
        return name if words is CARDINALS else None
    said = words[int(figure) - 1]
    cased = said.upper() if word.isupper() else said.capitalize() if word[:1].isupper() else said
    return f"{cased} {suffix}".strip()


def _with_suffix_of(written: str, name: str) -> str:
    """The name of a paragraph with its suffix joined as another has it, "2-бис", and the same suffix as it has that."""
    found = _SUFFIXED.fullmatch(written)
    figure, _, suffix = name.partition(" ")
    if found is None or not suffix:
        return name
    return figure + found["joint"] + (found["suffix"] if plain_suffix(found["suffix"]) == suffix else suffix)


def _in_signs_of(word: str, name: str) -> str:
    """The name of a paragraph in such figures as another has, those of Chinese or Arabic."""
    figure, space, suffix = name.partition(" ")
    if word.isascii() or not figure.isdigit():
        return name
    if value_in("chinese", word):
        return f"{number_in('chinese', int(figure)) or figure}{space}{suffix}"
    zero = ord(word[0]) - unicodedata.decimal(word[0], 0)
    return "".join(chr(zero + int(digit)) for digit in figure) + space + suffix if word[0].isdecimal() else name


def _with_ending(ending: str, name: str) -> str | None:
    """The name of a paragraph with such an ending as another has, "3rd"; None for "3 bis", and behind "1er", which is
    French and Spanish."""
    if not name.isdigit() or ending.lower() == "er":
        return None
    if ending.lower() in ("e", "ème"):
        return f"{name}{'er' if name == '1' else ending}"
    own = "th" if name[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(name[-1], "th")
    return name + (own.upper() if ending.isupper() else own)
