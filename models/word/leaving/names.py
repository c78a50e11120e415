"""The names of those who made a Word file: read from what it says of them, and what a search for them goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.circulation.names_sought import LONG, WORDS, in_any_form
from models.word.archive import says
from models.word.leaving.parts import reached
from models.word.leaving.words_of_format import says_nothing
from models.word.package import Package

_COMMON = frozenset((
    "adref", "author", "user", "admin", "administrator", "word", "microsoft", "microsoft word", "office", "normal",
    "normal.dotm", "none", "true", "false", "picture", "text", "default", "unknown",
))  # fmt: skip
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
    return frozenset(name for name in stripped if len(name) > 3 and name.casefold() not in known)


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
        if hit is None or (says_nothing(value) and self._several.search(value) is None):
            return None
        return hit[0]


def in_markup(names: Iterable[str]) -> InMarkup | None:
    """What finds any of some names in the markup of a file; None for no names."""
    every = frozenset(names)
    return InMarkup(every) if every else None


def _glued(name: str) -> str:
    """A name in any form, and what may stand beside it: of one that is long enough, anything."""
    letters = sum(map(len, WORDS.findall(name)))
    several = len(WORDS.findall(name)) > 1 and letters >= LONG
    if several and letters >= _UNLIKE:
        return in_any_form(name)
    before, after = r"(?<![^\W_])", r"(?![^\W\d_])"
    if several:
        before, after = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))", rf"(?:{after}|(?=[A-Z]))"
    return f"{before}(?:{in_any_form(name)}){after}"
