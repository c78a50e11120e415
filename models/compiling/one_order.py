"""In which order stands what comes in a paragraph in several files: each keeps its own."""

from __future__ import annotations

from collections.abc import Iterator, Set

from models.compiling.signs import Sign, Spot


class OneOrder:
    """Signs in one order, each of which is put behind another."""

    def __init__(self) -> None:
        self._next: dict[Sign | None, Sign | None] = {None: None}  # behind None stands the first

    def __iter__(self) -> Iterator[Sign]:
        at = self._next[None]
        while at is not None:
            yield at
            at = self._next[at]

    def __contains__(self, sign: Sign) -> bool:
        return sign in self._next

    def put(self, new: Sign, last: Sign | None, passed: Set[Sign], ahead: Set[Sign], file: int | None) -> None:
        """Put a new sign behind the `last` before it in its file, None where none is known, and before all `ahead`.

        Between these stands more of other files: what the file has `passed` before stays before it, and the rest by its
        turn, in alphabetical order of the names where `file` says that the file has nothing that was there.
        """
        while (then := self._next[last]) is not None and then not in ahead:
            by_name = _turn(then) == _turn(new) and file is not None and file not in then.files and _by_name(then, new)
            if not (then in passed or _turn(then) < _turn(new) or by_name):
                break
            last = then
        self._next[new], self._next[last] = then, new


def _turn(sign: Sign) -> tuple[Spot, bool, bool]:
    """Where it stands among what others have: whole paragraphs before the words of what they come before, what takes
    the place of words before what is added behind them."""
    return sign.spot, not sign.new, sign.start == sign.spot.point


def _by_name(one: Sign, other: Sign) -> bool:
    """Whether it stands before another of which no file tells, as a compilation has them."""
    first, then = min(one.root.names), min(other.names)
    return (first.casefold(), first) <= (then.casefold(), then)
