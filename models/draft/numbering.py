"""Numbers and labels of paragraphs: what is printed, and what people call a paragraph.

Numbers are computed from the structure. A printed number that differs from the computed one is kept,
and the count goes on from it; one with a suffix ("3 bis") or a set label takes no place in the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from models.draft.alphabets import alphabet_of, number_in, value_in
from models.draft.paragraph import Draft, Kind, Paragraph

_RANKED = (
    ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"),
    ("бис", "тер", "кватер", "квинквиес", "сексиес", "септиес", "октиес"),
    ("مكررا", "مكررا ثانيا", "مكررا ثالثا", "مكررا رابعا", "مكررا خامسا"),
)
RANKED = tuple(suffix for row in _RANKED for suffix in row)
"""Those that count, in the letters of each language; "alt" does not."""
SUFFIXES = (*RANKED, "alt", "альт")
_VOWELLED = "(?:\u064bا|ا\u064b?)"
_IN_ARABIC = rf"مكرر(?:{_VOWELLED}(?:[ \u00a0](?:ثاني|ثالث|رابع|خامس){_VOWELLED})?)?"
SUFFIX_WORDS = "|".join((_IN_ARABIC, *(suffix for suffix in SUFFIXES if not suffix.startswith("مكرر"))))
"""A pattern of one as it is written: "مكرراً" too."""
HYPHEN = "[-‐‑]"
"""Before one, as in "1-бис"."""
IN_RUSSIAN = {**dict(zip(_RANKED[0], _RANKED[1], strict=False)), "alt": "альт"}
"""The suffixes that Russian texts write in letters of their own."""
SUFFIX = re.compile(
    rf"(?:\s*|(?<=\d){HYPHEN})(?<![^\W\d_])(?P<suffix>(?:(?:{SUFFIX_WORDS})(?:\s*\d+)?\s*)+)$", re.IGNORECASE
)
_JOINT = re.compile(rf"(\d){HYPHEN}?(?=[^\W\d_])")
_ANNEX, _SECTION, _ENACTING, _ITEM = Kind.ANNEX, Kind.SECTION, Kind.ENACTING, Kind.SUBPARAGRAPH
_OPERATIVE, _PREAMBULAR = Kind.OPERATIVE, Kind.PREAMBULAR
"""Asked for each paragraph; to look a kind up in its class takes several times as long."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_LARGE = frozenset("cdm")
LATIN, ROMAN, CAPITALS = "latin", "roman", "capitals"
"""The alphabets of forms that have letters where their level has roman numerals, the other way round, and capitals."""


def to_roman(value: int) -> str:
    """The roman numeral of a positive whole number, in small letters."""
    numeral = ""
    for unit, letters in _ROMAN:
        while value >= unit:
            numeral += letters
            value -= unit
    return numeral


def from_roman(numeral: str) -> int | None:
    """The value of a well-formed roman numeral in either case, or None."""
    rest, value = numeral.lower(), 0
    for unit, letters in _ROMAN:
        while rest.startswith(letters):
            value += unit
            rest = rest[len(letters) :]
    return value if value and not rest and to_roman(value) == numeral.lower() else None


def to_letters(value: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, 28 -> bb, as United Nations lists go on."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def from_letters(letters: str) -> int | None:
    """The place of a letter in a list, or None where it is not one letter repeated."""
    low = letters.lower()
    if not low or set(low) != {low[0]} or not "a" <= low[0] <= "z":
        return None
    return ord(low[0]) - ord("a") + 1 + 26 * (len(low) - 1)


def printed_form(level: int, value: int) -> str:
    """The number of the value-th item at a level: "3", "(c)", "(iii)", "c.", "iii."."""
    if level <= 0:
        return str(value)
    if level == 1:
        return f"({to_letters(value)})"
    if level == 2:
        return f"({to_roman(value)})"
    return f"{to_letters(value)}." if level == 3 else f"{to_roman(value)}."


@lru_cache(maxsize=32_768)
def value_of(number: str, level: int) -> int | None:
    """The place in its list that a printed number claims, or None where it cannot be read."""
    bare = SUFFIX.sub("", number).strip().strip("().").strip()
    other = _in_other_letters(bare)
    if other is not None:
        return value_in(*other)
    if level <= 0:
        digits = re.sub(r"\D", "", bare)
        return int(digits) if digits else None
    roman = from_roman(bare) if level == 2 or level > 3 else None
    # No list has a hundred items: "(c)" is the third of one that has letters where others have "(iii)".
    return roman if roman is not None and bare.lower() not in _LARGE else from_letters(bare)


@lru_cache(maxsize=32_768)
def place_of(number: str, level: int, due: int | None) -> int | None:
    """The place in its list that a printed number claims; "(i)", which is the first and the ninth, the one due."""
    bare = SUFFIX.sub("", number).strip("(). ")
    return due if level > 0 and due in (from_letters(bare), from_roman(bare)) and due else value_of(number, level)


def _in_other_letters(bare: str) -> tuple[str, str] | None:
    """The alphabet and the letters of a number that is no Latin one: "أ -", "’1‘" and "一、" as well."""
    if bare.isascii():
        bare = bare.strip("'`")
        return ("figures", bare) if bare.isdecimal() else None
    letters = bare.strip("（）、-–—'’‘` \u00a0")
    alphabet = alphabet_of(letters) if letters else None
    return (alphabet, letters) if alphabet is not None else None


def to_capitals(value: int) -> str:
    """1 -> A, 27 -> AA."""
    return to_letters(value).upper()


_WRITES = {LATIN: to_letters, ROMAN: to_roman, CAPITALS: to_capitals}


class Form(NamedTuple):
    """How a list writes its numbers: what stands around them, and the alphabet ("" for that of the level, or
    LATIN, ROMAN, CAPITALS)."""

    before: str
    after: str
    alphabet: str = ""

    def write(self, level: int, value: int) -> str | None:
        """The number of the value-th item; None where the alphabet has no more."""
        if not self.alphabet:
            bare: str | None = printed_form(level, value).strip("().")
        else:
            own = _WRITES.get(self.alphabet)
            bare = own(value) if own is not None else number_in(self.alphabet, value)
        return self.before + bare + self.after if bare is not None else None


def form_of(number: str, level: int, due: int | None = None) -> Form | None:
    """The form of a number of a list, one with a suffix apart, where the place `due` is the next; None where it cannot
    be read so."""
    value = None if has_suffix(number) else place_of(number, level, due)
    if value is None:
        return None
    other = _in_other_letters(number.strip("()."))
    bare = other[1] if other is not None else number.strip("().")
    before, _, after = number.partition(bare)
    if other is not None:
        return Form(before, after, other[0])  # the two shapes of an Arabic letter are one
    forms = (Form(before, after, alphabet) for alphabet in ("", LATIN, ROMAN, CAPITALS))
    return next((form for form in forms if form.write(level, value) == number), None)


def usual_form(level: int) -> Form:
    """The form in which numbers of a level are computed."""
    found = form_of(printed_form(level, 1), level)
    assert found is not None
    return found


def section_value(number: str, before: int) -> int | None:
    """The place of a section by its numeral, `before` being that of the one before it; letters count as well.

    "C" after two sections is the third, not the hundredth.
    """
    roman, letter = from_roman(number), from_letters(number)
    if roman is not None and (letter is None or roman < 50 or roman == before + 1) and letter != before + 1:
        return roman
    return letter


@lru_cache(maxsize=32_768)
def has_suffix(number: str | None) -> bool:
    """Whether a printed number carries bis, ter, alt and the like."""
    return number is not None and SUFFIX.search(number) is not None


def plain_suffix(suffix: str) -> str:
    """A suffix as it is kept, "bis", "مكررا": in small letters, and without what Arabic may leave away."""
    plain = suffix.lower().replace("\u064b", "")
    return " ".join("مكررا" if one == "مكرر" else one for one in plain.split())


def apart(number: str) -> str:
    """A number with its suffix as all its ways to be written are known: "1 бис" for "1-бис" and "1бис"."""
    return _JOINT.sub(r"\1 ", plain_suffix(number))


def later_numbers(number: str) -> Iterator[str]:
    """The numbers after one with a suffix that counts: "3 ter", "3 quater" after "3 bis"."""
    found = SUFFIX.search(number)
    said = found["suffix"].strip() if found is not None else ""
    if found is None or said.lower() not in RANKED:
        return
    start = found.start("suffix")
    for later in suffixes_from(said.lower())[1:]:
        yield number[:start] + later + number[start + len(said) :]


def suffixes_from(suffix: str) -> tuple[str, ...]:
    """A suffix that counts, and those that come after it in its language."""
    row = next(row for row in _RANKED if suffix in row)
    return row[row.index(suffix) :]


@dataclass(slots=True)
class Count:
    """Where the count stands while the paragraphs go by; `copy` keeps a place to go on from."""

    operative: int = 0
    section: int = 0
    sub: dict[int, int] = field(default_factory=dict)

    def copy(self) -> Count:
        """The same standing, to go on from."""
        return Count(self.operative, self.section, dict(self.sub))

    def number(self, paragraph: Paragraph, alone: bool) -> str | None:
        """The number the next paragraph would have; `alone`: it is the only operative one of its part."""
        if paragraph.set_label is not None:
            return None
        kind = paragraph.kind
        if kind is _OPERATIVE:
            return None if alone else str(self.operative + 1)
        if kind is _ITEM:
            return printed_form(paragraph.level, self.sub.get(paragraph.level, 0) + 1)
        if kind is _SECTION:
            return to_roman(self.section + 1).upper()
        return None

    def pass_by(self, paragraph: Paragraph) -> None:
        """Count the next paragraph."""
        kind, number = paragraph.kind, paragraph.number
        if kind is _OPERATIVE or kind is _PREAMBULAR:
            self.sub = {}
            if kind is _OPERATIVE and _counts(paragraph):
                value = value_of(number, 0) if number else None
                self.operative = value if value is not None else self.operative + 1
        elif kind is _ITEM:
            level = paragraph.level
            self.sub = {at: n for at, n in self.sub.items() if at <= level}
            if _counts(paragraph):
                due = self.sub.get(level, 0) + 1
                value = place_of(number, level, due) if number else None
                self.sub[level] = value if value is not None else due
        elif kind is _SECTION:
            value = section_value(number, self.section) if number else None
            self.section = value if value is not None else self.section + 1
            self.operative, self.sub = 0, {}
        elif kind is _ANNEX:
            self.operative, self.section, self.sub = 0, 0, {}
        elif kind is _ENACTING:
            self.operative, self.sub = 0, {}


def computed_numbers(draft: Draft) -> tuple[str | None, ...]:
    """The number each paragraph would have by its place, given the printed numbers before it.

    Sections, annexes and an organ's line start the count anew; the only operative paragraph of its part has none.
    """
    alone = sole_operatives(draft.paragraphs)
    count, numbers = Count(), []
    for position, paragraph in enumerate(draft.paragraphs):
        numbers.append(count.number(paragraph, position in alone))
        count.pass_by(paragraph)
    return tuple(numbers)


def counted_anew(draft: Draft) -> Draft:
    """The draft with each printed number what the count gives; set labels, and numbers with a suffix, stay.

    A section whose first number is another than 1 goes on with those before it. What is left alone in its part with a
    number printed is the first.
    """
    going_on = _sections_going_on(draft.paragraphs)
    count, paragraphs = Count(), []
    for position, paragraph in enumerate(draft.paragraphs):
        if paragraph.number is not None and not has_suffix(paragraph.number):
            number = count.number(paragraph, alone=False)
            if number is not None and number != paragraph.number:
                paragraph = replace(paragraph, number=number)
        paragraphs.append(paragraph)
        last = count.operative
        count.pass_by(paragraph)
        if position in going_on:
            count.operative = last
    return replace(draft, paragraphs=tuple(paragraphs))


def _sections_going_on(paragraphs: Iterable[Paragraph]) -> set[int]:
    """Positions of the sections behind others whose first printed number is not 1: the count goes on in them."""
    found: set[int] = set()
    count, section, before = Count(), -1, 0
    for position, paragraph in enumerate(paragraphs):
        if paragraph.kind is _SECTION:
            section, before = position, count.operative or before
        elif paragraph.kind in (_ANNEX, _ENACTING):
            section, before = -1, 0
        elif paragraph.kind is _OPERATIVE and _counts(paragraph) and section >= 0:
            value = value_of(paragraph.number, 0) if paragraph.number else None
            if before and value is not None and value != 1:
                found.add(section)
            section = -1
        count.pass_by(paragraph)
    return found


def _counts(paragraph: Paragraph) -> bool:
    return paragraph.set_label is None and (paragraph.number is None or not has_suffix(paragraph.number))


def sole_operatives(paragraphs: Iterable[Paragraph]) -> set[int]:
    """Positions of operative paragraphs that stand alone in their section, annex or resolution."""
    alone: set[int] = set()
    part: list[int] = []
    for position, paragraph in enumerate(paragraphs):
        if paragraph.kind in (_SECTION, _ANNEX, _ENACTING):
            if len(part) == 1:
                alone.update(part)
            part = []
        elif paragraph.kind is _OPERATIVE:
            part.append(position)
    if len(part) == 1:
        alone.update(part)
    return alone
