"""The names that nobody is to read in what leaves, and the forms in which they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORDS = re.compile(r"[^\W_]+")
"""The words of a name."""
LONG = 6
"""Letters of several words that are told from any others without what stands between: not those of “F. R.”."""
_BETWEEN = r"(?:%20|[\W_]){0,3}"  # the words of a name, as they stand in an address, a file's name, a bookmark


def any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """The pattern of any of some names where it stands in a text as words of its own, or None for no names.

    A name of several words is found in any case and with "_", "-", other signs or nothing between its words, as in
    names of files; one of a single word as it is and in capitals alone: "Green" is a name, "green" a colour. One that
    is all small, as who logs in has it, is found with a capital too.
    """
    words = "|".join(map(in_any_form, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])") if words else None


def in_any_form(name: str) -> str:
    """The pattern of one name, as `any_of` finds it."""
    pieces = WORDS.findall(name)
    if len(pieces) > 1 and sum(map(len, pieces)) >= LONG:
        return f"(?i:{_BETWEEN.join(map(re.escape, pieces))})"
    if len(pieces) > 1 and min(map(len, pieces)) > 1:  # "Li Po": in its own letters, "LiPo" and "LI_PO"
        return "|".join(_BETWEEN.join(map(re.escape, form)) for form in (pieces, [one.upper() for one in pieces]))
    forms = (name, name.upper(), name.capitalize() if name.islower() else name)
    return "|".join(dict.fromkeys(map(re.escape, forms)))
