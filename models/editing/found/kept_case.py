"""Capitals of what is replaced, kept by what takes its place: "International" by "Global" where "global" was typed."""

from __future__ import annotations

_SHORT = 5
"""As many letters has what stands for a name: "European Union" in the place of "EU" is none in capitals."""


def in_case_of(found: str, sought: str, new: str) -> str:
    """New words in capitals, or with one at their beginning, as what was found has; found as it was `sought`, capital
    for capital, the new words are as they were typed, so that "EU" may become "European Union", and so are words that
    are to be the same in other capitals."""
    case = _case(found)
    if case == _case(sought) or "U" not in case or sought.casefold() == new.casefold():
        return new
    if len(case) > 1 and "l" not in case:
        stands_for_a_name = len(case) <= _SHORT and "U" not in _case(sought) and "U" in _case(new)
        return new if stands_for_a_name else new.upper()
    if case[0] != "U":
        return new
    first = next((at for at, letter in enumerate(new) if letter.isalnum()), len(new))
    return new[:first] + new[first : first + 1].title() + new[first + 1 :]


def _case(words: str) -> str:
    """Of each letter that may be a capital whether it is one: "Ull" of "The"."""
    return "".join("U" if letter != letter.lower() else "l" for letter in words if letter.lower() != letter.upper())
