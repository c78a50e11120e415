"""Numbers and lists as they are read out."""

from __future__ import annotations

from collections.abc import Sequence

from models.telling.figures import figure

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """A number as it is read out: in words up to twelve, then in figures."""
    return _WORDS[count] if count < len(_WORDS) else figure(count)


def listed(names: Sequence[str]) -> str:
    """One, two and three."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def joined(parts: Sequence[str]) -> str:
    """The same of phrases: one, two, and three and four."""
    comma = "," if any(" and " in part or "," in part for part in parts[-2:]) else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}" if len(parts) > 1 else listed(parts)


def first_of(names: Sequence[str], most: int) -> str:
    """The first so many of them, and how many more there are: "OP1, OP2 and 3 more"."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {figure(more)} more" if more > 0 else "")


def many(count: int, what: str) -> str:
    """ "One paragraph", "three rows"; the number as it is read out."""
    return f"{number(count)} {what}{'' if count == 1 else 's'}"
