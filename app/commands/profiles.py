"""What a file that leaves the house may say, by who gets it."""

from __future__ import annotations

from dataclasses import dataclass

from models.draft import DraftError

UNNAMED = "Adref"
"""The author of tracked changes where nobody is to be named."""


class UnknownProfile(DraftError):
    """There is no profile of this name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`draft_mark` puts "Draft, not an official document" into the head; `names_author` signs tracked changes.

    `traces` leaves in a Word file what it says of its makers: its properties, the people, the sessions of editing.
    """

    draft_mark: bool
    names_author: bool
    traces: bool = False

    def author(self, known: str | None) -> str:
        """Who the tracked changes are by: the author of the draft, if known and to be named."""
        return known if self.names_author and known else UNNAMED


PROFILES = {
    "submission": Profile(draft_mark=True, names_author=False),
    "circulation": Profile(draft_mark=True, names_author=True),
    "own": Profile(draft_mark=False, names_author=True, traces=True),
}


def profile(name: str) -> Profile:
    """The profile of a name. Errors: UnknownProfile."""
    if name not in PROFILES:
        raise UnknownProfile(f"There is no profile “{name}”; choose {', '.join(PROFILES)}.")
    return PROFILES[name]
