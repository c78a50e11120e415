"""A Word file that was just made, read back from its bytes: with all changes accepted, and with all rejected."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from models.draft import Draft
from models.draft.unsearched import unsearched
from models.second_process import beside, keep
from models.word.accepted import hold_accepted
from models.word.package import Package
from models.word.read import text_of
from models.word.resolve import Choice, resolve, text_parts, tracked_parts
from models.word.seldom import nothing_comes
from models.word.showing import hollow


class BothTexts:
    """What a file says when all its changes are accepted, and when all are rejected.

    With each comes how many fields and controls show nothing in it. The latter is waited for when it is first asked
    for: where there is a second core it is read there.
    """

    def __init__(self, accepted: tuple[Draft, int], rejected: Callable[[], tuple[Draft, int]]) -> None:
        self.accepted, self.hollow = accepted
        self._rejected = rejected

    @cached_property
    def _other(self) -> tuple[Draft, int]:
        return self._rejected()

    @property
    def rejected(self) -> Draft:
        """The text with all changes rejected."""
        return self._other[0]

    @property
    def hollow_rejected(self) -> int:
        """How many fields and controls show nothing in it."""
        return self._other[1]


_held: tuple[bytes, BothTexts] | None = None


def read_both(data: bytes, new: Draft, old: Draft) -> BothTexts:
    """Both texts as `read_word` gives them, each read from its own tree; `new` and `old` themselves where equal.

    Those of the last file are held, so that what was checked while it was made need not be read again to be verified;
    `let_go` lets them go.
    """
    global _held
    held = _held
    if held is None or held[0] != data:
        held = _held = data, _read_both(data, new, old)
    return held[1]


def let_go() -> None:
    """Hold no texts any more."""
    global _held
    _held = None


@unsearched()
def _read_both(data: bytes, new: Draft, old: Draft) -> BothTexts:
    def other_than_old() -> tuple[Draft | None, int]:
        """None where it is that: what comes from another process is taken apart and put together again."""
        keep(package := Package(data))
        found, empty = _text(package, "reject")
        return None if found == old else found, empty

    def rejected() -> tuple[Draft, int]:
        found, empty = there()
        return found or old, empty

    there = beside(other_than_old, len(data))
    # Opened after that: what a copy of this process shares with it takes time to be written on.
    package = Package(data)
    if not tracked_parts(package):
        text, empty = text_of(package), hollow(package, text_parts(package))
        hold_accepted(data, package)
        return BothTexts((_same(text, new), empty), lambda: (_same(text, old), empty))
    text, empty = _text(package, "accept")
    hold_accepted(data, package)
    return BothTexts((_same(text, new), empty), rejected)


def _same(found: Draft, wanted: Draft) -> Draft:
    return wanted if found == wanted else found


def _text(package: Package, choice: Choice) -> tuple[Draft, int]:
    resolve(package, choice)
    with nothing_comes(package.root(package.main)):
        return text_of(package), hollow(package, text_parts(package))


def read_plain(data: bytes) -> Draft:
    """The text of a file that has no tracked changes, or with all of them accepted."""
    with unsearched():
        package = Package(data)
        resolve(package, "accept")
        return text_of(package)
