"""The names of those who made a Word file: read from what it says of them, and what a search for them goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from models.circulation.names_sought import LONG, WORDS, in_any_form
from models.draft.late_pattern import late_pattern
from models.word.archive import says
from models.word.leaving.parts.parts import reached
from models.word.leaving.parts.words_of_format import says_nothing
from models.word.package import Package

_COMMON = frozenset((
    "adref", "author", "user", "admin", "administrator", "word", "microsoft", "microsoft word", "office", "normal",
    "normal.dotm", "none", "true", "false", "picture", "text", "default", "unknown", "un", "onu", "оон", "联合国",
))  # fmt: skip
_SHORT = 3  # letters: names of no more are looked for in another way
_OF_FORMAT = late_pattern(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?-(?:[A-Z]{2}|\d{3})|\{?[0-9A-F]{4}[0-9A-F-]*\}?")
"""What may hold short names by chance: languages ("en-US") and numbers to the base of sixteen."""
_NO_SPACES = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0edf\u1780-\u17ff]")
"""Letters of scripts that part no words, and of Korean, which adds to them."""
_NEVER = "(?!)"
_UNLIKE = 8  # letters of several words that no other words hold by chance
_MAKERS = tuple(f"{{*}}{name}" for name in ("creator", "lastModifiedBy", "Manager", "Company", "Template"))


def names_in(data: bytes) -> frozenset[str]:
    """The names a Word file gives to its makers: authors, company, manager, template, whoever changed or commented."""
    signed = says(data, b":author")
    package, found = Package(data, of_text=False), set[str]()
    known = reached(package)  # what nothing leads to may be no XML, and leaves with no file
    for name in package.names:
        of_makers = name.startswith("docProps")
        if not name.casefold().endswith(".xml") or not (signed or of_makers) or name.casefold() not in known:
            continue
        root = package.root(name)
        if of_makers:
            found.update(node.text or "" for node in root.iter(*_MAKERS))
        authors = root.xpath("descendant-or-self::*/@*[local-name() = 'author' and namespace-uri() != '']")
        found.update(map(str, authors) if isinstance(authors, list) else ())
    return frozenset(found)


def secrets(names: Iterable[str | None], allowed: Iterable[str] = ()) -> frozenset[str]:
    """The names that are worth a search: of some length, no words of the format, and not allowed."""
    known = {name.casefold() for name in allowed} | _COMMON
    stripped = {(name or "").strip() for name in names}
    return frozenset(name for name in stripped if _is_worth_a_search(name) and name.casefold() not in known)


def _is_worth_a_search(name: str) -> bool:
    """Whether a name is told from other letters: of a short one in ASCII a capital does, for what the format says in
    few letters is small ("dxa", "pct"); no program writes two letters of another script."""
    letters, signs = sum(map(str.isalpha, name)), sum(map(str.isalnum, name))
    return len(name) > _SHORT or (letters > 0 and letters + signs > 3 and not (name.isascii() and name.islower()))


def is_code(name: str) -> bool:
    """Whether a name may be that of a delegation in letters that many have: "EU", "USA"."""
    return len(name) <= _SHORT and name.isascii() and name.isupper()


class InMarkup:
    """What finds any of some names in what programs make of them: a number may follow ("JaneDoe1"), and other words run
    together with a name of several ("DraftJaneDoe").

    A name of one word is none in a value that is made of words of the format alone: an author called "Style" or "Place"
    is not told by "Style 1", nor one called "header" by the name of a part.
    """

    def __init__(self, names: Iterable[str]) -> None:
        every = sorted(names, key=len, reverse=True)
        self._any = re.compile("|".join(map(_glued, every)))
        self._several = re.compile("|".join(_glued(name) for name in every if len(WORDS.findall(name)) > 1) or _NEVER)

    def search(self, value: str) -> str | None:
        """The first name that stands in a value, as it stands there."""
        hit = self._any.search(value)
        if hit is None or (value.isascii() and says_nothing(value) and self._several.search(value) is None):
            return None
        if len(hit[0]) <= _SHORT and _OF_FORMAT.fullmatch(value):
            return None
        return hit[0]


def in_markup(names: Iterable[str]) -> InMarkup | None:
    """What finds any of some names in the markup of a file; None for no names."""
    every = frozenset(names)
    return _of(every) if every else None


@lru_cache(maxsize=8)
def _of(names: frozenset[str]) -> InMarkup:
    return InMarkup(names)


def _glued(name: str) -> str:
    """A name in any form, and what may stand beside it: of one that is long enough, anything."""
    if _NO_SPACES.search(name):
        return in_any_form(name)
    letters = sum(map(len, WORDS.findall(name)))
    several = len(WORDS.findall(name)) > 1 and letters >= LONG
    if several and letters >= _UNLIKE:
        return in_any_form(name)
    before, after = r"(?<![^\W_])", r"(?![^\W\d_])"
    if several:
        before, after = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))", rf"(?:{after}|(?=[A-Z]))"
    return f"{before}(?:{in_any_form(name)}){after}"
