"""What no text has and a file made to hurt may hold: refused before time goes by its square."""

from __future__ import annotations

from models.reading.reading import CannotRead
from models.word.namespaces import w
from models.word.package import Package

MOST_STYLES = 12_000  # Word's own limit is 10,000 beside those built in
DEEPEST_FIELDS = 250  # fields open at once; Word's own limit is 20
_WITH_FIELDS = ("footnotes", "endnotes")
_CHARACTER, _TYPE = w("fldChar"), w("fldCharType")


def refuse_excess(package: Package) -> None:
    """Raises CannotRead where a file has more styles, or fields open at once, than any program makes."""
    part = package.related("styles")
    if part is not None and package.has(part):
        count = sum(1 for _ in package.root(part).iterchildren(w("style")))
        if count > MOST_STYLES:
            raise CannotRead(
                f"This file holds {count:,} styles, more than Word itself can keep; copy its text into a new file."
            )
    notes = (link.target for link in package.relationships() if link.kind in _WITH_FIELDS)
    for name in dict.fromkeys((package.main, *notes)):
        if package.has(name) and _deepest(package, name) > DEEPEST_FIELDS:
            raise CannotRead(
                f"This file holds more than {DEEPEST_FIELDS} fields within one another, which no program can follow; "
                "copy its text into a new file."
            )


def _deepest(package: Package, name: str) -> int:
    deep = deepest = 0
    for character in package.root(name).iter(_CHARACTER):
        kind = character.get(_TYPE)
        if kind == "begin":
            deep += 1
            deepest = max(deep, deepest)
        elif kind == "end" and deep:
            deep -= 1
    return deepest
