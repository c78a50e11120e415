"""Which blocks of a document do not read as their paragraphs yet: out of sight they are written while nobody waits."""

from __future__ import annotations

from collections.abc import Iterable


class LateBlocks:
    """One sign for each block of a document that is written: whether it is to be written again."""

    def __init__(self) -> None:
        self._signs = bytearray()

    def __bool__(self) -> bool:
        return self._signs.find(1) >= 0

    def __contains__(self, number: int) -> bool:
        return 0 <= number < len(self._signs) and bool(self._signs[number])

    def splice(self, start: int, gone: int, came: int, *, late: bool = False) -> None:
        """Blocks give way to others."""
        self._signs[start : start + gone] = (b"\1" if late else b"\0") * came

    def put(self, numbers: Iterable[int]) -> None:
        """These are to be written again."""
        for number in numbers:
            self._signs[number] = 1

    def written(self, number: int) -> None:
        """This one reads as it should."""
        if number < len(self._signs):
            self._signs[number] = 0

    def next(self, number: int) -> int:
        """The next one from a block on, then the first of all; -1 where there is none."""
        found = self._signs.find(1, max(0, number))
        return found if found >= 0 else self._signs.find(1)
