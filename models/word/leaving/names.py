"""The names of those who made a Word file: read from what it says of them, and what a search for them goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.word.archive import says
from models.word.package import Package

_COMMON = frozenset((
    "adref", "author", "user", "admin", "administrator", "word", "microsoft", "microsoft word", "office", "normal",
    "normal.dotm", "none", "true", "false", "picture", "text", "default", "unknown",
))  # fmt: skip
_MAKERS = tuple(f"{{*}}{name}" for name in ("creator", "lastModifiedBy", "Manager", "Company", "Template"))


def names_in(data: bytes) -> frozenset[str]:
    """The names a Word file gives to its makers: authors, company, manager, template, whoever changed or commented."""
    signed = says(data, b":author")
    package, found = Package(data, of_text=False), set[str]()
    for name in package.names:
        of_makers = name.startswith("docProps")
        if not name.casefold().endswith(".xml") or not (signed or of_makers):
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


def any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """The pattern of any of some names where it stands as a word of its own, or None for no names."""
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
