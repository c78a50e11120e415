"""What a part of a Word file says, read once for all the times an act opens files that have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from lxml import etree

from models.word.package import Package

_HELD = 16
"""So many are held: an act reads few files, but each many times, and the files of one text share their styles."""
_LONGEST = 1_000_000  # bytes of a part that is held

Told = TypeVar("Told")


class ReadOnce(Generic[Told]):
    """Reads parts of one kind; one that says what another said lately is not read again.

    What is read must not be changed by those who ask for it.
    """

    def __init__(self, read: Callable[[etree._Element], Told]) -> None:
        """From what reads the root of such a part."""
        self._read = read
        self._told: dict[bytes, Told] = {}

    def told(self, package: Package, kind: str) -> Told | None:
        """What the part with this kind of relationship says now; None where the file has none."""
        part = package.related(kind)
        if part is None:
            return None
        data = package.as_it_came(part)
        if data is None or len(data) > _LONGEST:
            return self._read(package.root(part))
        told = self._told.get(data)
        if told is None:
            told = self._read(package.root(part))
            if len(self._told) >= _HELD:
                self._told.clear()
            self._told[data] = told
        return told
