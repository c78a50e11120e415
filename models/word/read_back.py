"""A Word file that was just made, read back from its bytes: with all changes accepted, and with all rejected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from models.draft import Draft
from models.draft.unsearched import unsearched
from models.second_process import beside
from models.word.package import Package
from models.word.read import text_of
from models.word.resolve import Choice, resolve, tracked_parts


@dataclass(frozen=True, slots=True)
class BothTexts:
    """What a file says when all its changes are accepted, and when all are rejected."""

    accepted: Draft
    rejected: Draft


@lru_cache(maxsize=1)
def read_both(data: bytes) -> BothTexts:
    """Both texts as `read_word` gives them, each read from its own tree.

    Those of the last file are held, so that what was checked while it was made need not be read again to be verified;
    `read_both.cache_clear()` lets them go.
    """
    with unsearched():
        package = Package(data)
        if not tracked_parts(package):
            text = text_of(package)
            return BothTexts(text, text)
        rejected = beside(lambda: _text(Package(data), "reject"), len(data))
        return BothTexts(_text(package, "accept"), rejected())


def _text(package: Package, choice: Choice) -> Draft:
    resolve(package, choice)
    return text_of(package)


def read_plain(data: bytes) -> Draft:
    """The text of a file that has no tracked changes, or with all of them accepted."""
    with unsearched():
        package = Package(data)
        resolve(package, "accept")
        return text_of(package)
