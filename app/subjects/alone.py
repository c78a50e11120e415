"""What is said by hand of texts that no dossier keeps, as long as the window is open. No Qt."""

from __future__ import annotations

from app.subjects.sides import Side
from models.dossier.descent.hand import SaidAlone

_Key = tuple[str, str]


class Alone:
    """Sayings by the two texts they are of, from whichever side they are asked; a file that reads otherwise now has
    none. Made in the window's thread, asked from others."""

    def __init__(self) -> None:
        self._said: dict[_Key, tuple[Side, Side, SaidAlone]] = {}

    def of(self, old: Side, new: Side) -> SaidAlone:
        """What is said of two texts."""
        there = self._said.get((_name(old), _name(new)))
        if there is not None and (there[0].draft, there[1].draft) == (old.draft, new.draft):
            return there[2]
        there = self._said.get((_name(new), _name(old)))
        if there is not None and (there[0].draft, there[1].draft) == (new.draft, old.draft):
            return there[2].turned()
        return SaidAlone()

    def say(self, old: Side, new: Side, said: SaidAlone) -> None:
        """Something else is said of them."""
        self._said.pop((_name(new), _name(old)), None)
        self._said[_name(old), _name(new)] = (old, new, said)


def _name(side: Side) -> str:
    return side.node or (str(side.path) if side.path is not None else side.title)
