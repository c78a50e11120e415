"""Numbers in words as references have them: "paragraph one above", "the second preambular paragraph"."""

from __future__ import annotations

from collections.abc import Sequence

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
ORDINAL = "|".join(sorted((word for words in _ORDINALS for word in words), key=len, reverse=True))
"""A pattern of one ordinal, English, French or Spanish."""


def in_figures(word: str) -> str | None:
    """The figure for a number or an ordinal in words; None where it is none."""
    words = _IN_ORDER.get(word.lower())
    return str(words.index(word.lower()) + 1) if words else None


def as_written(written: str, name: str) -> str | None:
    """The name of a paragraph, "5 bis", written as another was, in figures or words; None where no word says it.

    A number that no word says is a figure; an ordinal has none, "the 100 preambular paragraph".
    """
    word = written.partition(" ")[0]
    words = _IN_ORDER.get(word.lower())
    if words is None:
        return name
    figure, _, suffix = name.partition(" ")
    if not figure.isdigit() or not 0 < int(figure) <= len(words) or (suffix and words is not CARDINALS):
        return name if words is CARDINALS else None
    said = words[int(figure) - 1]
    cased = said.upper() if word.isupper() else said.capitalize() if word[:1].isupper() else said
    return f"{cased} {suffix}".strip()
