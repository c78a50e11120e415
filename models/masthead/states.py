"""The States by their names in the official languages, and those that may be meant where one is written in a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from models.comparison.words.tokens import HAN
from models.draft.known_table import table
from models.draft.masthead import BETWEEN_STATES
from models.masthead.agenda import plain
from models.reading.language import OFFICIAL

_COMMA = re.compile("[,،、，]")
_BEFORE_NAME = re.compile(r"[\s*]*")
_BEHIND_NAME = BETWEEN_STATES, re.compile(r"\s*\*")
_PARTS = re.compile(r"\w+")
_WORDS = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_SHORT, _INITIALS = 3, 2
"""One capital letter is the beginning of a name, not of its initials."""


@cache
def states(language: str = "en") -> tuple[str, ...]:
    """The members of the United Nations and the observer States by their short names, in the order of an alphabet.

    In English where a language is not known. Source: the list of the United Nations.
    """
    # The columns of the table are the languages in their order.
    column = OFFICIAL.index(language) if language in OFFICIAL else 0
    return tuple(sorted((row[column] for row in table("facts/states")), key=_folded))


def of_a_state(name: str, others: Iterable[str] = ()) -> bool:
    """Whether a file is named for a State, or for a group of them, in whichever official language, or for one of some
    others: “Peru_OP3”, “EU”."""
    words = _words(name)
    known = _all_states().union(map(_words, others))
    # Of a group its first word alone is the name of none: “Group”.
    return any(words and one and words[: len(one)] == one[: len(words)] for one in known) or any(
        words[: len(one)] == one for one in _groups()
    )


@cache
def _all_states() -> frozenset[tuple[str, ...]]:
    """The words of all names, of each without what stands in brackets, too: “Iran (Islamic Republic of)”."""
    names = (one for language in OFFICIAL for one in states(language))
    said = (each for one in names for each in (one, one.partition("(")[0]))
    return frozenset(map(_words, said))


@cache
def _groups() -> frozenset[tuple[str, ...]]:
    """The words of the names under which groups of States negotiate, and of short ones of States."""
    return frozenset(_words(name) for row in table("facts/groups") for name in row)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name; no spaces part those of Chinese, of which each sign is one."""
    return tuple(_WORDS.findall(_folded(name)))


@dataclass(frozen=True, slots=True)
class MeantStates:
    """The names that may be meant by the letters from `start` up to `end` of a list, the likeliest first."""

    start: int
    end: int
    names: tuple[str, ...]


def meant_states(text: str, at: int, known: Iterable[str]) -> MeantStates | None:
    """What may be meant by the name that is written at a place of a list of States; None where nothing is.

    A name is found by its beginning, by that of one of its words and by its initials ("UK", "DPRK"), whether or not
    its accents are written; those that stand in the list already are left out, and what stands in it stays.
    """
    commas = [match.end() for match in _COMMA.finditer(text)]
    before = max((place for place in commas if place <= at), default=0)
    end = min((place - 1 for place in commas if place > at), default=len(text))
    standing = {_folded(text[first:last]) for first, last in _others(text, before, end)}
    called = {name: _folded(name) for name in known}
    open_names = [name for name, letters in called.items() if letters not in standing]
    for start in _beginnings(text, before, at):
        typed, stop = text[start:at], _end(text, start, at, end, set(called.values()))
        names = sorted((name for name in open_names if _likeness(typed, name)), key=lambda name: _likeness(typed, name))
        if names and names != [text[start:stop].rstrip()]:
            return MeantStates(start, stop, tuple(names))
    return None


def _others(text: str, before: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the other names of the list stand, each from its first letter."""
    for start, stop in ((0, before), (end, len(text))):
        place = start
        for part in _COMMA.split(text[start:stop]):
            yield place + _blank(part), place + len(part)
            place += len(part) + 1


def _blank(part: str) -> int:
    found = _BEFORE_NAME.match(part)
    return found.end() if found else 0


def _beginnings(text: str, before: int, at: int) -> Iterator[int]:
    """Where the name that is written may begin: behind the comma, or behind the last "and" there, which names have."""
    start = before + _blank(text[before:at])
    if text[:at].endswith("*"):
        return  # behind it nothing more is written
    if start < at:
        yield start
    joined = [match.end() for match in BETWEEN_STATES.finditer(text, start, at)]
    if joined and joined[-1] < at:
        yield joined[-1]


def _end(text: str, start: int, at: int, end: int, called: Container[str]) -> int:
    """Where the name that is written ends: an "and", an asterisk or another State behind it stays."""
    stops = [*sorted(match.start() for one in _BEHIND_NAME for match in one.finditer(text, at, end)), end]
    whole = [stop for stop in stops if _folded(text[start:stop]) in called]
    before_another = any(_folded(text[at:stop]) in called for stop in stops)
    return whole[-1] if whole else at if before_another else stops[0]


def _likeness(typed: str, name: str) -> int:
    """1 for a name with such initials, 2 for one that begins so, 3 for a word that does or small initials, else 0."""
    like, whole = _folded(typed), _folded(name)
    short = len(typed) >= _INITIALS and any(one.startswith(like) for one in _initials(name))
    if short and typed.isupper():
        return 1
    if whole.startswith(like):
        return 2
    return 3 if short or f" {like}" in re.sub(r"[-(]", " ", whole) else 0


def _initials(name: str) -> tuple[str, str]:
    """By its capitals, and by its words, of which French and Spanish have some without one ("RDC"), but for short ones
    as "of"; of a name in letters that have no capitals nothing."""
    capitals = "".join(filter(str.isupper, name))
    words = "".join(word[0] for word in _PARTS.findall(name) if len(word) > _SHORT) if capitals else ""
    return _folded(capitals), _folded(words)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFD", plain(name))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
