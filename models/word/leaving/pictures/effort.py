"""How much looking into the pictures of one file may take, so that many made to hurt take no longer than one."""

from __future__ import annotations

MARK = 12
"""A beginning or an end in a drawing of XML takes as long as so many records of another one."""
_MOST = 1_000_000  # a second, or a map of eighty thousand beginnings and ends
_UNPACKED = 256  # bytes unpacked in the time of a record


class TooMuch(ValueError):
    """The pictures of a file hold more, all together, than pictures of a text do."""


class Effort:
    """What is left for the pictures of one file; a record of a metafile, or a block of a picture, takes 1."""

    def __init__(self) -> None:
        self._left = _MOST

    def spend(self, pieces: int = 1) -> None:
        """Count some pieces before they are looked into; TooMuch where none is left for them."""
        self._left -= pieces
        if self._left < 0:
            raise TooMuch("The pictures of this file have more pieces than those of a text can have.")

    def unpack(self, size: int) -> None:
        """Count bytes that were unpacked."""
        self.spend(size // _UNPACKED)
