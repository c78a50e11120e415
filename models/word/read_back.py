"""A Word file that was just made, read back from its bytes: with all changes accepted, and with all rejected."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from models.draft import Draft
from models.draft.unsearched import unsearched
from models.second_process import beside
from models.word.package import Package
from models.word.read import text_of
from models.word.resolve import Choice, resolve, tracked_parts


class BothTexts:
    """What a file says when all its changes are accepted, and when all are rejected.

    The latter is waited for when it is first asked for: where there is a second core it is read there.
    """

    def __init__(self, accepted: Draft, rejected: Callable[[], Draft]) -> None:
        self.accepted, self._rejected = accepted, rejected

    @cached_property
    def rejected(self) -> Draft:
        """The text with all changes rejected."""
        return self._rejected()


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
    def other_than_old() -> Draft | None:
        """None where it is that: what comes from another process is taken apart and put together again."""
        found = _text(Package(data), "reject")
        return None if found == old else found

    there = beside(other_than_old, len(data))
    # Opened after that: what a copy of this process shares with it takes time to be written on.
    package = Package(data)
    if not tracked_parts(package):
        text = text_of(package)
        return BothTexts(_same(text, new), lambda: _same(text, old))
    return BothTexts(_same(_text(package, "accept"), new), lambda: there() or old)


def _same(found: Draft, wanted: Draft) -> Draft:
    return wanted if found == wanted else found


def _text(package: Package, choice: Choice) -> Draft:
    resolve(package, choice)
    return text_of(package)


def read_plain(data: bytes) -> Draft:
    """The text of a file that has no tracked changes, or with all of them accepted."""
    with unsearched():
        package = Package(data)
        resolve(package, "accept")
        return text_of(package)
