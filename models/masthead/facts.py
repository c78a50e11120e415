"""Facts a masthead is made of: sessions and their dates, committees, organs, offices (resources/facts)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from models.draft.dates import ordinal
from models.draft.known_table import table

_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""Chinese names are printed spread: "大 会"."""
_IN_SYMBOL = re.compile(r"^c\.?\s?(?=\d$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_NAMES_OF_ONE = re.compile(r"\s?\(")
_LETTERS = 3
"""Fewer say of no name that it is meant."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the General Assembly: "80", "S-21" or "ES-10", the day it opened and the last day, where known."""

    code: str
    opens: date
    closes: date | None


@cache
def _sessions() -> dict[str, Session]:
    found = {}
    for code, opens, closes in table("facts/sessions"):
        found[code] = Session(code, date.fromisoformat(opens), date.fromisoformat(closes) if closes else None)
    return found


def session(code: str) -> Session | None:
    """What is known of a session by its code in symbols, or None."""
    return _sessions().get(code)


def session_codes() -> tuple[str, ...]:
    """The regular sessions that are known, the latest first."""
    return tuple(sorted((code for code in _sessions() if code.isdigit()), key=int, reverse=True))


def committees(language: str = "en") -> tuple[str, ...]:
    """The Main Committees in the order of their numbers; in English where a language is not known."""
    names = tuple(name for _, of, name in table("facts/committees") if of == language)
    return names or tuple(name for _, of, name in table("facts/committees") if of == "en")


def committee_number(name: str) -> int | None:
    """The number a committee has in symbols (2 in A/C.2/...), or None."""
    low = name.casefold().replace("ё", "е").replace("（", "(").replace("）", ")")
    for number, _, known in table("facts/committees"):
        # "Special Political and Decolonization Committee (Fourth Committee)" is known by either name, and by both.
        whole = known.casefold()
        if low in (whole, *_NAMES_OF_ONE.split(whole.rstrip(")"))):
            return int(number)
    return None


def typed_committee(text: str, language: str = "en") -> str:
    """What was typed for a committee as its line: "third", "3rd", "3" and "C.3" are the Third Committee."""
    number = ordinal(_IN_SYMBOL.sub("", text))
    found = [name for own, of, name in table("facts/committees") if own == str(number) and of == language]
    return found[0] if found else text


def organs(language: str = "en") -> tuple[str, ...]:
    """The organs Adref knows a masthead of; in English where a language is not known."""
    names = tuple(name for _, of, name in table("facts/organs") if of == language)
    return names or tuple(name for _, of, name in table("facts/organs") if of == "en")


def organ_prefix(name: str) -> str | None:
    """How the symbols of an organ begin ("A", "A/HRC"), or None."""
    low = _SPREAD.sub("", name.casefold().replace("'", "’"))
    return next((prefix for prefix, _, known in table("facts/organs") if known.casefold() == low), None)


def names(what: str, language: str = "en") -> tuple[str, ...]:
    """Usual words of a field: distribution, original, office, chair, ending, document."""
    found = tuple(name for kind, of, name in table("facts/masthead_names") if (kind, of) == (what, language))
    return found or tuple(name for kind, of, name in table("facts/masthead_names") if (kind, of) == (what, "en"))


def typed_name(text: str, known: Iterable[str]) -> str:
    """The one name that begins with what was typed, of three letters at least; else what was typed."""
    fitting = [name for name in known if len(text) >= _LETTERS and name.casefold().startswith(text.casefold())]
    return fitting[0] if len(fitting) == 1 else text


@cache
def line_form(field: str, language: str) -> str:
    """How the line of a field is written, "{}" where its value stands."""
    forms = {of: line for known, of, line in table("facts/masthead_lines") if known == field}
    return forms.get(language) or forms.get("en", "{}")


def item_form(item: str, language: str) -> str:
    """How the line of an agenda item is written, and of several: "Agenda items {}" for "13 and 117"."""
    count = len(_NUMBER.findall(item))
    return line_form("agenda_items" if count > 2 else "two_agenda_items" if count == 2 else "agenda_item", language)


def forms_of(field: str) -> tuple[str, ...]:
    """How the line of a field is written in every language that is known."""
    return tuple(line for known, _, line in table("facts/masthead_lines") if known == field)
