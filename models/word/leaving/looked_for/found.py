"""What may be found in a file that leaves, what of it is allowed, and how it is told."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

LOOKED_FOR: dict[str, str] = {
    "names": "names of persons and delegations, outside of what the pages show",
    "company": "company, template, program",
    "dates": "dates of editing",
    "sessions": "marks of editing sessions",
    "comments": "comments",
    "hidden": "letters and rows marked as hidden",
    "deletions": "older deletions",
    "paths": "file paths, links to files, outside of what the pages show",
    "thumbnail": "thumbnail",
    "custom": "custom data",
    "pictures": "what pictures tell of themselves",
    "unknown": "parts of unknown use",
}
"""What is looked for, by a short name of it, as it is told."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that must not leave: its short name in LOOKED_FOR, the part, and what it is in a few words."""

    what: str
    part: str
    detail: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a file may say: the authors and moments of its tracked changes, and its title, which is the draft's.

    `secret` are names that may stand nowhere but in the text that is read; `tracked` says whether it may have tracked
    changes at all, `goes_back` whether it leaves paragraphs of its base as they were.
    """

    authors: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    title: str = ""
    secret: frozenset[str] = frozenset()
    tracked: bool = True
    goes_back: bool = False


def part_title(part: str) -> str:
    """A part as it is told: its last name."""
    return posixpath.basename(part) or "the file itself"
